import { today } from "../../law/deadlines.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Button, LinkButton, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextArea, TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { Notice } from "../../ui/states.tsx";
import type { OpenedReport } from "../report-view.server.ts";
import { answers, mayConfirm } from "../rules.ts";
import { answerWords, called } from "../words.ts";
import { who } from "./parts.tsx";

type Parts = { visit: Visit; opened: OpenedReport; base: string; problem?: Problem | undefined };

/** What was typed in this form, when it is the one that came back. */
export function typedIn(problem: Problem | undefined, name: string) {
	const mine = problem?.values.do === name ? problem : undefined;
	const value = (field: string) => String(mine?.values[field] ?? "");
	const error = (field: string) => (mine?.errors[field] ? { error: mine.errors[field] } : {});
	const date = (field: string, otherwise: string) => (mine ? typedDate(mine.values, field) : otherwise);
	return { value, error, date };
}

export type TypedFields = ReturnType<typeof typedIn>;

/** How the candidate can be told, besides the portal. */
export const waysTold = (t: Visit["t"]) => [
	{ value: "conversation", label: t("In een gesprek", "In a conversation") },
	{ value: "phone", label: t("Aan de telefoon", "By telephone") },
	{ value: "letter", label: t("In een brief", "By letter") },
];

/** R7.3: told all the same. */
const withoutApproval = (t: Visit["t"], name: string) =>
	t(
		`Dit ging zonder akkoord. ${name} moet het weten: zodra ${name} het in het portaal leest, is dat vastgelegd. Heb je het zelf verteld? Leg dat hier vast. Tot dan wacht het volgende rapport.`,
		`This went without approval. ${name} has to know: once ${name} reads it in the portal, that is recorded. Did you tell it yourself? Record that here. Until then the next report waits.`,
	);

/** R7.2: that the candidate was told of this brief message, by whom, when and how. */
export function TellForm({ visit, opened, base, problem }: Parts) {
	const { t, by } = visit;
	const { value, error, date } = typedIn(problem, "tell");
	const name = called(opened.candidate.name);
	return (
		<Form action={base} requestId={by.chance.uuid()}>
			<input type="hidden" name="do" value="tell" />
			<p>
				{opened.report.kind === "extensive"
					? withoutApproval(t, name)
					: t(
							`${name} hoeft dit bericht niet eerst te lezen, maar moet wel weten dat het gaat. Het staat klaar in het portaal; zodra ${name} het daar leest, is dat vastgelegd. Heb je het zelf verteld? Leg dat hier vast.`,
							`${name} need not read this message first, but has to know that it goes. It is in the portal; once ${name} reads it there, that is recorded. Did you tell it yourself? Record that here.`,
						)}
			</p>
			<Radios
				name="how"
				inline
				label={t("Hoe hoorde de kandidaat het?", "How was the candidate told?")}
				options={waysTold(t)}
				value={value("how")}
				{...error("how")}
			/>
			<DateField name="on" label={t("Wanneer?", "When?")} value={date("on", today(by))} {...error("on")} />
			<TextField name="note" label={t("Aantekening", "Note")} optional width="full" value={value("note")} {...error("note")} />
			<Button look="quiet">{t("Leg vast", "Record")}</Button>
		</Form>
	);
}

/** R7.1: a signed paper. What stands on it is typed over: another version's paper does not pass. */
export function PaperForm({ visit, opened, base, problem }: Parts) {
	const { t, by } = visit;
	const [newest] = opened.versions;
	if (!newest) return null;
	return (
		<>
			<p>
				{t(
					"Wie geen portaal gebruikt, antwoordt op het antwoordformulier bij deze versie. Het telt zodra ook een collega het papier heeft gezien.",
					"Who does not use the portal answers on the answer form of this version. It counts once a colleague has seen the paper too.",
				)}
			</p>
			<LinkButton href={`${base}/antwoordformulier`} newTab>
				{t("Druk het antwoordformulier af", "Print the answer form")}
			</LinkButton>
			<Form action={base} requestId={by.chance.uuid()}>
				<input type="hidden" name="do" value="paper" />
				<input type="hidden" name="version" value={newest.id} />
				<PaperFields visit={visit} typed={typedIn(problem, "paper")} />
				<Button look="quiet">{t("Registreer het papier", "Register the paper")}</Button>
			</Form>
		</>
	);
}

/** What a signed paper says and bears, typed over. */
export function PaperFields({ visit, typed }: { visit: Visit; typed: TypedFields }) {
	const { t, lang } = visit;
	const { value, error, date } = typed;
	return (
		<>
			<Radios
				name="answer"
				label={t("Wat staat er op het papier?", "What does the paper say?")}
				options={answers.map((id) => ({
					value: id,
					label: answerWords[id][lang].replace(/^./, (letter) => letter.toUpperCase()),
				}))}
				value={value("answer")}
				{...error("answer")}
			/>
			<DateField name="signed" label={t("Ondertekend op", "Signed on")} value={date("signed", "")} {...error("signed")} />
			<TypedOver visit={visit} typed={typed} />
			<TextArea
				name="remark"
				optional
				rows={3}
				label={t("Opmerking of reden", "Remark or reason")}
				value={value("remark")}
				{...error("remark")}
			/>
			<TextArea
				name="own_view"
				optional
				rows={3}
				label={t("Eigen zienswijze", "Own view")}
				hint={t(
					"Zoals zij er staat. Een volgende versie neemt haar mee, en de meelezer leest haar dan voordat zij weggaat.",
					"As it stands there. A next version carries it, and the guard reads it then before it goes.",
				)}
				value={value("own_view")}
				{...error("own_view")}
			/>
		</>
	);
}

/** Number and fingerprint as they stand on the paper: nobody copies them from a screen. */
export function TypedOver({ visit: { t }, typed: { value, error } }: { visit: Visit; typed: TypedFields }) {
	return (
		<>
			<TextField
				name="number"
				label={t("Documentnummer op het papier", "Document number on the paper")}
				spellcheck={false}
				value={value("number")}
				{...error("number")}
			/>
			<TextField
				name="hash"
				label={t("Eerste acht tekens van het kenmerk", "First eight characters of the fingerprint")}
				width="short"
				spellcheck={false}
				value={value("hash")}
				{...error("hash")}
			/>
		</>
	);
}

/** Confirming a paper answer: by somebody else than who registered it. An own view with it counts from then on, while it is written anew too. */
export function PaperConfirm({ visit, opened, base, problem }: Parts) {
	const { t, lang, by } = visit;
	const answer = opened.versions[0]?.answer;
	const { state } = opened.report;
	if (answer?.method !== "paper" || answer.confirmed_by) return null;
	if (!["approved", "changeRequested", "refused"].includes(state) && !(state === "draft" && answer.own_view)) return null;
	const words = t("Bevestig het papier", "Confirm the paper");
	const confirming = mayConfirm({ mine: answer.by_id === by.actor.id, handles: true });
	return (
		<Notice tone="warn" title={t("Dit antwoord op papier telt nog niet", "This answer on paper does not count yet")}>
			<p>
				{t(
					`Geregistreerd door ${who(visit, opened, answer.by_id)}. Een tweede medewerker bekijkt het ondertekende papier en bevestigt het.`,
					`Registered by ${who(visit, opened, answer.by_id)}. A second member of staff looks at the signed paper and confirms it.`,
				)}
			</p>
			{!confirming.allowed ? (
				<RefusedButton clause={confirming.because} why={confirming.why[lang]}>
					{words}
				</RefusedButton>
			) : (
				<Form action={base} requestId={by.chance.uuid()}>
					<input type="hidden" name="do" value="confirm" />
					<input type="hidden" name="answer" value={answer.id} />
					<TypedOver visit={visit} typed={typedIn(problem, "confirm")} />
					<Button look="quiet">{words}</Button>
				</Form>
			)}
		</Notice>
	);
}
