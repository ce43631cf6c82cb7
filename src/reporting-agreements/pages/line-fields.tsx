import { categories, categoryIds, mayCarry } from "../../law/categories.ts";
import { recipientTypes } from "../../law/data-classes.ts";
import { formatDate } from "../../law/deadlines.ts";
import type { Decision } from "../../law/decision.ts";
import { fullName } from "../../platform/name.ts";
import { Checkbox, Checkboxes, type Choice, Radios, Select } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Grid } from "../../ui/layout.tsx";
import { useLang, useT } from "../../ui/text.ts";
import type { DraftLine } from "../form.ts";
import type { Agreements } from "../overview.server.ts";
import { linePurposeIds, linePurposes } from "../rules.ts";

type Contacts = Agreements["contacts"];

/** One line of the agreement as questions: to whom, what about, which data, how, why, how often. */
export function LineFields(props: {
	draft: DraftLine;
	number: number;
	contacts: Contacts;
	errors: Readonly<Record<string, string>>;
	startedOn: string | null;
}) {
	const { draft, number, contacts, errors } = props;
	const t = useT();
	const lang = useLang();
	const field = (part: string) => {
		const error = errors[`${draft.key}_${part}`];
		return { name: `${draft.key}_${part}`, ...(error && { error }) };
	};
	return (
		<fieldset class="agreement-line" id={draft.key}>
			<legend>{t(`Regel ${number}`, `Line ${number}`)}</legend>
			<input type="hidden" name="line" value={draft.key} />
			<input type="hidden" name={`${draft.key}_root`} value={draft.root} />
			<Grid>
				<Select
					{...field("contact")}
					label={t("Wie krijgt het?", "Who gets it?")}
					value={draft.contact}
					options={recipients(contacts, draft.contact, t)}
				/>
				<Select
					{...field("about")}
					label={t("Waar gaat het over?", "What is it about?")}
					value={draft.about}
					options={[
						{ value: "plan", label: t("Het trajectplan", "The plan") },
						{ value: "progress", label: t("De voortgang", "The progress") },
						{ value: "final", label: t("Het eindresultaat", "The outcome") },
					]}
				/>
			</Grid>
			<Checkboxes
				{...field("categories")}
				label={t("Welke gegevens?", "Which data?")}
				values={draft.categories}
				options={categoryChoices(contacts, lang)}
			/>
			<Radios
				{...field("way")}
				label={t("Hoe gaat het?", "How does it go?")}
				value={draft.way}
				options={[
					{
						value: "writtenExtensive",
						label: t("Uitgebreid op schrift", "Extensive, in writing"),
						hint: t("De kandidaat leest het eerst en geeft akkoord.", "The candidate reads it first and approves."),
					},
					{
						value: "writtenBrief",
						label: t("Beknopt op schrift", "Brief, in writing"),
						hint: t("De kandidaat hoort dat het gaat.", "The candidate is told that it goes."),
					},
					{
						value: "oral",
						label: t("Mondeling", "By mouth"),
						hint: t("Je noteert het in het dossier.", "You note it in the dossier."),
					},
				]}
			/>
			<Select
				{...field("purpose")}
				label={t("Waarvoor?", "What for?")}
				value={draft.purpose}
				options={linePurposeIds.map((id) => ({ value: id, label: linePurposes[id][lang] }))}
			/>
			<Grid>
				<Select
					{...field("when")}
					label={t("Hoe vaak?", "How often?")}
					value={draft.when}
					options={[
						{ value: "everyMonths", label: t("Elke … maanden", "Every … months") },
						{ value: "everyWeeks", label: t("Elke … weken", "Every … weeks") },
						{ value: "afterDays", label: t("Eenmaal, … dagen na de start", "Once, … days after the start") },
						{ value: "atEnd", label: t("Eenmaal, aan het eind", "Once, at the end") },
					]}
				/>
				<TextField
					{...field("n")}
					label={t("Aantal", "Number")}
					hint={t("Niet nodig bij ‘aan het eind’.", "Not needed for ‘at the end’.")}
					value={draft.n}
					inputmode="numeric"
					width="code"
				/>
			</Grid>
			<DateField
				{...field("first")}
				optional
				label={t("Eerste keer op", "First time on")}
				hint={
					props.startedOn
						? t(
								`Leeg: geteld vanaf de start op ${formatDate(props.startedOn, "nl")}.`,
								`Empty: counted from the start on ${formatDate(props.startedOn, "en")}.`,
							)
						: t("Leeg: geteld vanaf de start van het traject.", "Empty: counted from the start of the trajectory.")
				}
				value={draft.first}
			/>
			<Checkbox name={`${draft.key}_gone`} checked={draft.gone} label={t(`Regel ${number} vervalt`, `Line ${number} goes`)} />
		</fieldset>
	);
}

function recipients(contacts: Contacts, chosen: string, t: (nl: string, en: string) => string) {
	return contacts
		.filter((contact) => !contact.left || contact.id === chosen)
		.map((contact) => {
			const why = contact.left
				? t(" (vertrokken: kies een ander)", " (left: choose another)")
				: contact.type === "carer"
					? t(" (arts: alleen met toestemming)", " (doctor: only with consent)")
					: contact.verified
						? ""
						: t(" (adres niet bevestigd: alleen mondeling)", " (address not verified: by mouth only)");
			return {
				value: contact.id,
				label: `${fullName(contact.name)}${contact.organisation ? `, ${contact.organisation}` : ""}${why}`,
			};
		});
}

/** What may go to nobody here cannot be chosen, and says why with its clause; what may go to some says to whom not. */
function categoryChoices(contacts: Contacts, lang: "nl" | "en"): Choice[] {
	const types = [
		...new Set(contacts.filter((contact) => !contact.left && contact.type !== "carer").map((contact) => contact.type)),
	];
	return categoryIds.map((id) => {
		const refused = types.flatMap((type) => {
			const decision: Decision = mayCarry(type, [id], { agreement: true });
			return decision.allowed ? [] : [{ type, decision }];
		});
		const [first] = refused;
		if (!first) return { value: id, label: categories[id][lang] };
		const nowhere = refused.length === types.length;
		return {
			value: id,
			label: categories[id][lang],
			disabled: nowhere,
			hint: (
				<>
					{nowhere ? why(first.decision.why[lang]) : refused.map(({ type }) => recipientTypes[type][lang]).join(", ")}{" "}
					<Clause id={first.decision.because} />
				</>
			),
		};
	});
}

// The reason begins with the class of data, which the label beside it says already.
function why(reason: string): string {
	const rest = reason.slice(reason.indexOf(": ") + 2);
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}
