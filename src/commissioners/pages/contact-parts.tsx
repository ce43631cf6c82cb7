import { StepUp } from "../../accounts/fresh-code.tsx";
import { fullName } from "../../platform/name.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import type { ContactData, waitingOn } from "../queries.server.ts";
import { AddressBadge } from "./staff-commissioner.tsx";

type Props = { visit: Visit; one: ContactData; base: string; problem: Problem | undefined };

/** Where the address stands, and the two ways to have it confirmed. */
export function AddressPart({ visit, one, base, day, problem }: Props & { day: string }) {
	const { t, lang } = visit;
	const says = one.verified_at
		? one.verified_how === "phone"
			? t(`Per telefoon, op ${formatDate(one.verified_at, lang)}.`, `By telephone, on ${formatDate(one.verified_at, lang)}.`)
			: t(
					`Met de link in de e-mail, op ${formatDate(one.verified_at, lang)}.`,
					`With the link in the e-mail, on ${formatDate(one.verified_at, lang)}.`,
				)
		: one.asked_at
			? t(`Gevraagd op ${formatDate(one.asked_at, lang)}.`, `Asked on ${formatDate(one.asked_at, lang)}.`)
			: t(
					"Zolang dit adres niet is bevestigd, gaat er geen rapportage naartoe.",
					"As long as this address is not confirmed, no report goes to it.",
				);
	return (
		<Section id="adres" title={t("Is dit adres van deze persoon?", "Is this address this person's?")}>
			<p>
				{one.email} <AddressBadge visit={visit} state={one.address} left={false} />
			</p>
			<p>{says}</p>
			{one.address === "verified" ? null : (
				<>
					<ActionForm action={`${base}/adres-vragen`}>
						<Button>
							{one.address === "asked"
								? t("Vraag het nog eens per e-mail", "Ask again by e-mail")
								: t("Vraag bevestiging per e-mail", "Ask confirmation by e-mail")}
						</Button>
					</ActionForm>
					<More summary={t("Bevestigd per telefoon", "Confirmed by telephone")} open={problem?.values.on_day !== undefined}>
						<Form action={`${base}/adres-bevestigd`}>
							<DateField
								name="on"
								label={t("Op welke dag heb je gebeld?", "On which day did you call?")}
								hint={t(
									"Bel een nummer dat je al kende, niet een uit dezelfde e-mail.",
									"Call a number that you knew already, not one from the same e-mail.",
								)}
								value={problem?.values.on_day === undefined ? day : typedDate(problem.values, "on")}
							/>
							<StepUp by={visit.by} later problem={problem?.values.on_day === undefined ? undefined : problem} />
							<Button look="quiet">{t("Leg vast dat het adres klopt", "Record that the address is right")}</Button>
						</Form>
					</More>
				</>
			)}
		</Section>
	);
}

/** Leaving: who takes their place, and what stops. */
export function LeavePart({ visit, one, base, waiting, problem }: Props & { waiting: Awaited<ReturnType<typeof waitingOn>> }) {
	const { t } = visit;
	return (
		<Section id="vertrek" title={t("Vertrek", "Leaving")}>
			<More
				summary={t("Deze persoon werkt er niet meer", "This person no longer works there")}
				open={problem?.errors.replaced_by !== undefined}
			>
				{waiting.length > 0 ? (
					<Notice tone="warn" title={t("Dit stopt", "This stops")}>
						<p>
							{t(
								"In de rapportageafspraken van deze kandidaten staat deze ontvanger. Er gaat niets meer weg tot er een nieuwe afspraak is.",
								"The reporting agreements of these candidates name this recipient. Nothing goes out until there is a new agreement.",
							)}
						</p>
						<ul>
							{waiting.map((row) => (
								<li>
									<a href={`/kandidaten/${row.id}/gegevens`}>{fullName(row.name)}</a>
								</li>
							))}
						</ul>
					</Notice>
				) : (
					<p>
						{t(
							"Er is geen rapportageafspraak met deze ontvanger die je kunt zien.",
							"There is no reporting agreement with this recipient that you can see.",
						)}
					</p>
				)}
				<Form action={`${base}/vertrokken`} rowVersion={one.row_version}>
					<Select
						name="replaced_by"
						label={t("Wie komt ervoor in de plaats?", "Who takes their place?")}
						value={String(problem?.values.replaced_by ?? "")}
						{...(problem?.errors.replaced_by && { error: problem.errors.replaced_by })}
						options={[
							...one.colleagues.map((colleague) => ({ value: colleague.id, label: fullName(colleague.name) })),
							{ value: "niemand", label: t("Nog niemand", "Nobody yet") },
						]}
					/>
					<Button look="danger">{t("Leg het vertrek vast", "Record the leaving")}</Button>
				</Form>
			</More>
		</Section>
	);
}
