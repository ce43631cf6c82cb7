import type { Bilingual } from "../../law/bilingual.ts";
import { type CategoryId, categories, categoryIds, consentsNeeded, mayCarry } from "../../law/categories.ts";
import type { ClauseId } from "../../law/clauses.ts";
import { noFacts } from "../../law/data-classes.ts";
import { formatDate } from "../../law/deadlines.ts";
import type { No } from "../../law/decision.ts";
import { fullName } from "../../platform/name.ts";
import { Checkbox, Checkboxes, type Choice, Radios, Select } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Facts, Grid, More } from "../../ui/layout.tsx";
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
			<Grid>
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
				<Radios
					{...field("purpose")}
					label={t("Waarvoor?", "What for?")}
					value={draft.purpose}
					options={linePurposeIds.map((id) => ({ value: id, label: purposeLabel(linePurposes[id][lang]) }))}
				/>
			</Grid>
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
					label={t("Hoeveel maanden, weken of dagen?", "How many months, weeks or days?")}
					value={draft.n}
					inputmode="numeric"
					width="code"
					optional={draft.when === "atEnd"}
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

const purposeLabel = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

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

interface Refused {
	why: Bilingual;
	clause: ClauseId;
	labels: string[];
}

function refusedTo(contacts: Contacts, id: CategoryId) {
	const types = typesOf(contacts);
	const decisions = types.map((type) => mayCarry(type, [id], { ...noFacts, agreement: true, consent: true }));
	return decisions.find((decision): decision is No => !decision.allowed);
}

/** What can ever go to these recipients can be chosen, and says so where consent is needed besides; the rest is not on offer. */
function categoryChoices(contacts: Contacts, lang: "nl" | "en"): Choice[] {
	const types = typesOf(contacts);
	return categoryIds
		.filter((id) => !refusedTo(contacts, id))
		.map((id) => {
			const consent = types.some((type) => consentsNeeded(type, [id]).length > 0);
			return { value: id, label: categories[id][lang], ...(consent && { hint: consentBesides[lang] }) };
		});
}

const consentBesides = {
	nl: "Kan worden afgesproken. Het gaat pas als de kandidaat ook toestemming geeft.",
	en: "Can be agreed. It goes only once the candidate consents as well.",
};

const typesOf = (contacts: Contacts) => [
	...new Set(contacts.filter((contact) => !contact.left && contact.type !== "carer").map((contact) => contact.type)),
];

/** What may not go to these recipients and cannot be chosen: why, and under which clause (house decision 1). */
export function NotOnOffer({ contacts }: { contacts: Contacts }) {
	const t = useT();
	const lang = useLang();
	const refused = new Map<string, Refused>();
	for (const id of categoryIds) {
		const decision = refusedTo(contacts, id);
		if (!decision) continue;
		const why = { nl: after(decision.why.nl), en: after(decision.why.en) };
		const key = decision.because + why.nl;
		const known = refused.get(key) ?? { why, clause: decision.because, labels: [] };
		refused.set(key, { ...known, labels: [...known.labels, categories[id][lang]] });
	}
	if (refused.size === 0) return null;
	return (
		<More summary={t("Wat niet naar deze opdrachtgever kan", "What cannot go to this commissioner")} open>
			<Facts
				facts={[...refused.values()].map(({ labels, why, clause }) => ({
					label: labels.join(", "),
					value: (
						<>
							{why[lang]} <Clause id={clause} />
						</>
					),
				}))}
			/>
		</More>
	);
}

// The reason begins with the class of data, which the label beside it says already.
function after(reason: string): string {
	const rest = reason.slice(reason.indexOf(": ") + 2);
	return rest.charAt(0).toUpperCase() + rest.slice(1);
}
