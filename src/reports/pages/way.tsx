import { stateNames as mailNames } from "../../disclosures/rules.ts";
import type { Visit } from "../../platform/web/page.ts";
import { Badge } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { type Step, Steps } from "../../ui/time.tsx";
import type { OpenedReport } from "../report-view.server.ts";
import { answerWords, toldWords } from "../words.ts";
import { who } from "./parts.tsx";

/** The way to the reader, drawn: concept, voorgelegd, akkoord (or told), verzonden; with who and when under each. */
export function Way({ visit, opened }: { visit: Visit; opened: OpenedReport }) {
	const { t } = visit;
	const { report } = opened;
	const steps: Step[] = [
		written(visit, opened),
		submitted(visit, opened),
		report.kind === "brief" ? told(visit, opened) : answered(visit, opened),
		sent(visit, opened),
	];
	const drawn =
		report.state === "withdrawn" ? [...steps.filter((step) => step.state === "done"), withdrawn(visit, opened)] : steps;
	return <Steps label={t("De weg naar de lezer", "The way to the reader")} steps={drawn} />;
}

function written(visit: Visit, opened: OpenedReport): Step {
	const { t, lang } = visit;
	const { report, draft } = opened;
	return {
		label: t("Concept", "Draft"),
		state: report.state === "draft" ? "current" : "done",
		who: who(visit, opened, draft.updatedBy),
		when: formatMoment(draft.updatedAt, lang),
	};
}

function submitted(visit: Visit, opened: OpenedReport): Step {
	const { t, lang } = visit;
	const { report, versions, reminders } = opened;
	const [newest] = versions;
	const label = report.kind === "brief" ? t("Klaargemaakt", "Made ready") : t("Voorgelegd", "Submitted");
	if (!newest || report.state === "draft") return { label, state: "todo" };
	const last = reminders.at(-1);
	const many =
		last &&
		t(
			`${reminders.length}× herinnerd, laatst op ${formatDate(last.at, "nl")}`,
			`Reminded ${reminders.length}×, last on ${formatDate(last.at, "en")}`,
		);
	return {
		label,
		state: report.state === "submitted" && report.kind === "extensive" ? "current" : "done",
		who: who(visit, opened, newest.submitted_by),
		when: formatMoment(newest.submitted_at, lang),
		...(many && { note: many }),
	};
}

function answered(visit: Visit, opened: OpenedReport): Step {
	const { t, lang } = visit;
	const label = t("Akkoord", "Approved");
	const answer = opened.report.state === "draft" ? undefined : opened.versions[0]?.answer;
	const { exception } = opened;
	if (exception?.confirmed_at && exception.confirmed_by && !answer?.answer.startsWith("approved"))
		return {
			label: t("Zonder akkoord", "Without approval"),
			state: "done",
			who: who(visit, opened, exception.confirmed_by),
			when: formatMoment(exception.confirmed_at, lang),
			note: t("uitzondering van R7.3", "exception of R7.3"),
		};
	if (!answer)
		return {
			label,
			state: "todo",
			...(opened.report.state === "submitted" && { note: t("Geen antwoord is geen akkoord", "No answer is no approval") }),
		};
	const approved = answer.answer.startsWith("approved");
	const waits = answer.method === "paper" && !answer.confirmed_by;
	const registered = t(
		`papier geregistreerd door ${who(visit, opened, answer.by_id)}`,
		`paper registered by ${who(visit, opened, answer.by_id)}`,
	);
	const confirmed = answer.confirmed_by
		? `, ${t("bevestigd door", "confirmed by")} ${who(visit, opened, answer.confirmed_by)}`
		: "";
	return {
		label: approved ? label : answerWords[answer.answer][lang].replace(/^./, (letter) => letter.toUpperCase()),
		state: approved ? (waits ? "current" : "done") : "refused",
		who: who(visit, opened, opened.report.subject_id),
		when: answer.method === "portal" ? formatMoment(answer.at, lang) : formatDate(answer.on, lang),
		...(answer.method === "paper" && { note: registered + confirmed }),
		...(answer.answer === "approvedWithRemark" && { note: t("met een opmerking", "with a remark") }),
	};
}

function told(visit: Visit, opened: OpenedReport): Step {
	const { t, lang } = visit;
	const label = t("Geïnformeerd", "Informed");
	const [event] = opened.informed;
	if (!event || opened.report.state === "draft")
		return { label, state: opened.report.state === "submitted" ? "current" : "todo" };
	return {
		label,
		state: "done",
		who: who(visit, opened, event.how === "portal" ? opened.report.subject_id : event.by_id),
		when: formatDate(event.on_day, lang),
		note: toldWords[event.how][lang],
	};
}

function sent(visit: Visit, opened: OpenedReport): Step {
	const { t, lang } = visit;
	const { report, disclosures } = opened;
	const label = t("Verzonden", "Sent");
	const [last] = disclosures;
	if (report.state !== "sent" || !last) return { label, state: opened.sending?.allowed ? "current" : "todo" };
	const stopped = last.state === "blocked" || last.state === "bounced";
	return {
		label,
		state: last.state === "accepted" ? "done" : stopped ? "refused" : "current",
		who: who(visit, opened, last.by_id),
		when: formatMoment(last.state_at, lang),
		note: (
			<Badge tone={last.state === "accepted" ? "done" : stopped ? "refused" : "waiting"}>{mailNames[last.state][lang]}</Badge>
		),
	};
}

const withdrawn = (visit: Visit, opened: OpenedReport): Step => ({
	label: visit.t("Ingetrokken", "Withdrawn"),
	state: "refused",
	who: who(visit, opened, opened.report.state_by),
	when: formatMoment(opened.report.state_at, visit.lang),
});
