import { StepUp } from "../../accounts/fresh-code.tsx";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { FileField, TextField } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import type { OpenedConsent } from "../queries.server.ts";
import { mayConfirmPaper } from "../rules.ts";

/** What was typed in this form, when it is the one that came back. */
function typedIn(problem: Problem | undefined, name: string) {
	const mine = problem?.values.do === name ? problem : undefined;
	return {
		value: (field: string) => String(mine?.values[field] ?? ""),
		error: (field: string) => (mine?.errors[field] ? { error: mine.errors[field] } : {}),
		date: (field: string, otherwise: string) => (mine ? typedDate(mine.values, field) : otherwise),
	};
}

export type Parts = { visit: Visit; opened: OpenedConsent; base: string; problem?: Problem | undefined };

/** While it waits: on paper for who uses no portal, a no that was said, or taking the question back. */
export function Waiting({ visit, opened, base, problem }: Parts) {
	const { t, by } = visit;
	const { value, error, date } = typedIn(problem, "paper");
	return (
		<Section title={t("Antwoord buiten het portaal", "An answer outside the portal")} id="papier">
			<p>
				{t(
					"Wie geen portaal gebruikt, tekent het formulier. Een ja telt zodra een collega het papier heeft gezien.",
					"Who does not use the portal signs the form. A yes counts once a colleague has seen the paper.",
				)}
			</p>
			<Actions>
				<LinkButton href={`${base}/formulier.pdf`} newTab>
					{t("Open het formulier (pdf)", "Open the form (PDF)")}
				</LinkButton>
				<LinkButton href={`${base}/formulier.pdf?taal=en`} newTab>
					{t("In het Engels", "In English")}
				</LinkButton>
			</Actions>
			<More summary={t("Registreer een getekend ja", "Register a signed yes")} open={problem?.values.do === "paper"}>
				<Form action={base} upload requestId={by.chance.uuid()}>
					<input type="hidden" name="do" value="paper" />
					<input type="hidden" name="event" value={by.chance.uuid()} />
					<DateField name="signed" label={t("Getekend op", "Signed on")} value={date("signed", "")} {...error("signed")} />
					<TypedOver visit={visit} value={value} error={error} />
					<FileField
						name="scan"
						accept="application/pdf,image/jpeg,image/png"
						label={t("De scan", "The scan")}
						hint={t("Pdf, jpeg of png, ten hoogste 8 MB.", "PDF, JPEG or PNG, at most 8 MB.")}
						{...error("scan")}
					/>
					<Button look="quiet">{t("Registreer het papier", "Register the paper")}</Button>
				</Form>
			</More>
			<Said visit={visit} opened={opened} base={base} problem={problem} what="refused" />
			<ActionForm action={base} fields={{ do: "lapse", event: by.chance.uuid() }}>
				<Button look="quiet">{t("Trek de vraag in", "Take the question back")}</Button>
			</ActionForm>
		</Section>
	);
}

type Typed = Pick<ReturnType<typeof typedIn>, "value" | "error">;

/** Number and fingerprint as they stand under the form: nobody copies them from a screen. */
function TypedOver({ visit: { t }, value, error }: { visit: Visit } & Typed) {
	return (
		<>
			<TextField
				name="number"
				width="short"
				label={t("Nummer onder aan het papier", "Number at the foot of the paper")}
				value={value("number")}
				{...error("number")}
			/>
			<TextField
				name="hash"
				width="short"
				label={t("Kenmerk, acht tekens", "Fingerprint, eight characters")}
				value={value("hash")}
				{...error("hash")}
			/>
		</>
	);
}

/** Said by telephone, in a conversation or in a letter: recorded at once, as good as in the portal. */
export function Said({ visit, base, problem, what }: Parts & { what: "refused" | "withdrawn" }) {
	const { t, by } = visit;
	const { value, error } = typedIn(problem, what);
	return (
		<More
			summary={
				what === "refused"
					? t("De kandidaat zei nee", "The candidate said no")
					: t("De kandidaat trekt het in", "The candidate withdraws it")
			}
			open={problem?.values.do === what}
		>
			<Form action={base} requestId={by.chance.uuid()}>
				<input type="hidden" name="do" value={what} />
				<input type="hidden" name="event" value={by.chance.uuid()} />
				<TextField
					name="note"
					width="full"
					label={t("Hoe en wanneer zei de kandidaat het?", "How and when did the candidate say it?")}
					value={value("note")}
					{...error("note")}
				/>
				<Button look="quiet">
					{what === "refused" ? t("Leg het nee vast", "Record the no") : t("Leg het intrekken vast", "Record the withdrawal")}
				</Button>
			</Form>
		</More>
	);
}

/** The second person looks at the scan and says that it is this question, signed; or that it is not. */
export function Judge({ visit, opened, base, problem }: Parts) {
	const { t, lang, by } = visit;
	const registered = opened.events.findLast((one) => one.kind === "registered");
	const decision = mayConfirmPaper({
		...{ kind: opened.consent.kind, state: opened.consent.state },
		own: registered?.by_id === by.actor.id,
	});
	const { value, error } = typedIn(problem, "confirm");
	const no = typedIn(problem, "reject");
	return (
		<Section title={t("Het getekende papier", "The signed paper")} id="papier">
			<LinkButton href={`${base}/scan/${registered?.id ?? ""}`} download>
				{t("Download de scan", "Download the scan")}
			</LinkButton>
			{decision.allowed ? (
				<>
					<Form action={base} requestId={by.chance.uuid()}>
						<input type="hidden" name="do" value="confirm" />
						<input type="hidden" name="event" value={by.chance.uuid()} />
						<p>
							{t(
								"Staat er ja, een handtekening en de goede naam? Neem dan over wat onder aan het papier staat.",
								"Does it say yes, is it signed, and is the name right? Then copy what stands at the foot of the paper.",
							)}
						</p>
						<TypedOver visit={visit} value={value} error={error} />
						<StepUp by={by} problem={problem} />
						<Button>{t("Bevestig het papier", "Confirm the paper")}</Button>
					</Form>
					<More summary={t("Het papier klopt niet", "The paper is not right")} open={problem?.values.do === "reject"}>
						<Form action={base} requestId={by.chance.uuid()}>
							<input type="hidden" name="do" value="reject" />
							<input type="hidden" name="event" value={by.chance.uuid()} />
							<TextField
								name="note"
								width="full"
								label={t("Wat klopt er niet?", "What is wrong?")}
								value={no.value("note")}
								{...no.error("note")}
							/>
							<Button look="quiet">{t("Keur het papier af", "Reject the paper")}</Button>
						</Form>
					</More>
				</>
			) : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{t("Bevestig het papier", "Confirm the paper")}
				</RefusedButton>
			)}
		</Section>
	);
}
