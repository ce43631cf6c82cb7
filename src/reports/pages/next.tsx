import { StepUp } from "../../accounts/fresh-code.tsx";
import { stateNames as mailNames, mayMove } from "../../disclosures/rules.ts";
import { dateOf, today } from "../../law/deadlines.ts";
import type { Decision } from "../../law/decision.ts";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Actions, Button, RefusedButton } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { Section } from "../../ui/headings.tsx";
import { More } from "../../ui/layout.tsx";
import { Notice, UndoWindow } from "../../ui/states.tsx";
import { formatMoment, formatTime } from "../../ui/text.ts";
import type { OpenedReport } from "../report-view.server.ts";
import { mayRemind, mayRevise, mayStep } from "../rules.ts";
import { called } from "../words.ts";
import { WithoutApproval } from "./exception.tsx";
import { recipientsOf } from "./frozen.tsx";
import { PaperConfirm, PaperForm, TellForm } from "./next-forms.tsx";

type Parts = { visit: Visit; opened: OpenedReport; base: string; problem?: Problem | undefined };

/** What can be done now; what cannot says why, with the clause of the rule that would refuse it. */
export function Next(parts: Parts) {
	const { visit, opened } = parts;
	const { t } = visit;
	const { report } = opened;
	const untold = opened.informed.length === 0;
	const tell = report.kind === "brief" ? report.state === "submitted" : opened.exception?.confirmed_at && report.state === "sent";
	return (
		<Section title={t("Wat nu", "What now")} id="nu">
			{report.state === "sent" ? <Mail {...parts} /> : null}
			{tell && untold ? <TellForm {...parts} /> : null}
			<PaperConfirm {...parts} />
			{report.state === "withdrawn" ? (
				<p>{t("Dit rapport is ingetrokken. Er gaat niets van weg.", "This report was withdrawn. Nothing of it goes out.")}</p>
			) : (
				<Send {...parts} />
			)}
			<Others {...parts} />
			<WithoutApproval {...parts} />
			{report.state === "submitted" && report.kind === "extensive" ? (
				<More summary={t("Het antwoord staat op papier", "The answer is on paper")} open={parts.problem?.values.do === "paper"}>
					<PaperForm {...parts} />
				</More>
			) : null}
		</Section>
	);
}

/** R8.1: what would make it possible, where it is the candidate's to give. */
function AskConsent({ visit: { t }, opened }: { visit: Visit; opened: OpenedReport }) {
	const { report, missing, versions } = opened;
	if (missing.length === 0 || versions[0]?.voided) return null;
	const base = `/kandidaten/${report.subject_id}/toestemmingen`;
	return (
		<p>
			<a href={base}>{t("Zie wat de kandidaat is gevraagd", "See what the candidate was asked")}</a>,{" "}
			<a href={`${base}/nieuw?rapport=${report.id}`}>
				{t("of vraag toestemming voor dit document", "or ask consent for this document")}
			</a>
			.
		</p>
	);
}

/** To whom, said in full, and the one filled button; grey with the rule's own reason while it may not go. */
function Send({ visit, opened, base, problem }: Parts) {
	const { t, lang, by } = visit;
	const { report, sending, versions } = opened;
	const [recipient] = versions[0] ? recipientsOf(versions[0]) : [];
	if (!recipient || !sending || report.state === "sent") return null;
	const words = t(`Verzend naar ${recipient.name}`, `Send to ${recipient.name}`);
	if (!sending.allowed) {
		return (
			<>
				<RefusedButton why={sending.why[lang]} clause={sending.because}>
					{words}
				</RefusedButton>
				<AskConsent visit={visit} opened={opened} />
			</>
		);
	}
	return (
		<>
			<p>
				{t("De verzegelde PDF gaat per e-mail naar", "The sealed PDF goes by e-mail to")} <strong>{recipient.name}</strong>,{" "}
				{recipient.commissionerName}, {recipient.email}.
			</p>
			<ActionForm action={base} rowVersion={report.row_version} fields={{ do: "send", disclosure: by.chance.uuid() }}>
				<StepUp by={by} problem={problem?.values.do === "send" ? problem : undefined} />
				<Button>{words}</Button>
			</ActionForm>
		</>
	);
}

/** Where the mail stands, and taking it back while it has not left. */
function Mail({ visit, opened, base }: Parts) {
	const { t, lang, by } = visit;
	const [last] = opened.disclosures;
	if (!last) return null;
	const [recipient] = opened.versions[0] ? recipientsOf(opened.versions[0]) : [];
	const reason = last.detail ? readReason(last.detail.detail, lang) : undefined;
	if (last.state === "queued" && last.transmit_after) {
		const may: Decision = mayMove({ from: "queued", to: "undone", by: "staff" });
		return (
			<Notice
				tone="info"
				title={t(
					`Gaat om ${formatTime(last.transmit_after, lang)} naar ${recipient?.name ?? ""}`,
					`Goes to ${recipient?.name ?? ""} at ${formatTime(last.transmit_after, lang)}`,
				)}
			>
				{may.allowed && last.transmit_after > by.now() ? (
					<UndoWindow until={last.transmit_after} now={by.now()}>
						<ActionForm action={base} fields={{ do: "undo", disclosure: last.id }}>
							<Button look="quiet">{t("Haal terug", "Take back")}</Button>
						</ActionForm>
					</UndoWindow>
				) : (
					<p>{t("Het bericht gaat nu weg.", "The message is leaving now.")}</p>
				)}
			</Notice>
		);
	}
	const tone =
		last.state === "accepted"
			? "success"
			: last.state === "transmitting"
				? "info"
				: last.state === "unknown"
					? "warn"
					: "refused";
	return (
		<Notice
			tone={tone}
			title={`${mailNames[last.state][lang]}, ${formatMoment(last.state_at, lang)}`}
			{...(last.clause && { clause: last.clause })}
		>
			{last.state === "accepted" ? (
				<p>
					{t(
						"De mailserver van de ontvanger heeft het bericht aangenomen. Of het is gelezen, weten we niet.",
						"The recipient’s mail server took the message in. Whether it was read is not known.",
					)}
				</p>
			) : null}
			{reason && last.state !== "accepted" ? <p>{reason}</p> : null}
			{tone === "warn" || tone === "refused" ? (
				<p>
					<a href={`/kandidaten/${opened.report.subject_id}/verstrekkingen/${last.id}`}>
						{t("Beslis wat er met dit bericht gebeurt", "Decide what happens to this message")}
					</a>
				</p>
			) : null}
		</Notice>
	);
}

/** Why it was stopped, or what the mail server answered. */
function readReason(detail: string, lang: "nl" | "en"): string | undefined {
	const said = JSON.parse(detail) as { why?: { nl: string; en: string }; answer?: string };
	return said.why?.[lang] ?? said.answer;
}

function Others({ visit, opened, base }: Parts) {
	const { t } = visit;
	const { report, versions, reminders, reach, disclosures } = opened;
	if (report.state === "withdrawn") return null;
	const revising = mayRevise(report.state, disclosures[0]?.state);
	const [newest] = versions;
	const name = called(opened.candidate.name);
	const reminding = mayRemind({
		state: report.state,
		kind: report.kind,
		today: today(visit.by),
		submittedOn: newest ? dateOf(newest.submitted_at) : today(visit.by),
		reminded: reminders.map((one) => dateOf(one.at)),
		reachable: reach !== null,
	});
	const waits = report.state === "submitted" && report.kind === "extensive";
	const answered = report.state === "changeRequested" || report.state === "refused";
	return (
		<>
			{report.state === "approved" ? (
				<p class="meta">
					{t(
						"Wie de tekst nog verandert, legt opnieuw voor: het akkoord vervalt dan.",
						"Changing the text means submitting again: the approval is void then.",
					)}
				</p>
			) : null}
			<Actions>
				{waits ? (
					<Step
						visit={visit}
						base={base}
						decision={reminding}
						fields={{ do: "remind" }}
						words={t(`Herinner ${name}`, `Remind ${name}`)}
					/>
				) : null}
				<Step
					visit={visit}
					base={base}
					decision={revising}
					fields={{ do: "revise", row_version: String(report.row_version) }}
					words={t("Maak een nieuwe versie", "Make a new version")}
					look={answered ? "primary" : "quiet"}
				/>
				{report.state === "sent" ? null : (
					<Step
						visit={visit}
						base={base}
						decision={mayStep(report.state, "withdraw")}
						fields={{ do: "withdraw", row_version: String(report.row_version) }}
						words={t("Trek in", "Withdraw")}
					/>
				)}
			</Actions>
		</>
	);
}

function Step({
	visit,
	base,
	decision,
	fields,
	words,
	look = "quiet",
}: {
	visit: Visit;
	base: string;
	decision: Decision;
	fields: Record<string, string>;
	words: string;
	look?: "quiet" | "primary";
}) {
	if (!decision.allowed) {
		return (
			<RefusedButton why={decision.why[visit.lang]} clause={decision.because}>
				{words}
			</RefusedButton>
		);
	}
	return (
		<ActionForm action={base} fields={fields}>
			<Button look={look}>{words}</Button>
		</ActionForm>
	);
}
