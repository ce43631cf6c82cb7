import type { Visit } from "../../platform/web/page.ts";
import type { Verdict } from "../../reports/verify.server.ts";
import { Clause } from "../../ui/clause.tsx";
import { Facts } from "../../ui/layout.tsx";
import { Notice, type NoticeTone } from "../../ui/states.tsx";
import { When } from "../../ui/time.tsx";

type Said = { tone: NoticeTone; title: string; text: string; todo?: string };

/** The answer in a few words: for the title of the window, and above everything else on the page. */
export function answerTitle({ t }: Pick<Visit, "t">, answer: Verdict["answer"]): string {
	return {
		genuine: t("Dit rapport is echt", "This report is genuine"),
		withdrawn: t("Dit rapport geldt niet meer", "This report is no longer valid"),
		notSent: t("Dit rapport is niet verstuurd", "This report was not sent"),
		altered: t("Dit bestand is veranderd", "This file was altered"),
		unknown: t("Dit bestand kennen wij niet", "We do not know this file"),
	}[answer];
}

function said({ t }: Visit, { answer }: Verdict, agency: string): Said {
	const title = answerTitle({ t }, answer);
	const call = t(
		`Gebruik het niet. Bel ${agency} op een nummer dat u al had.`,
		`Do not use it. Call ${agency} on a number that you had already.`,
	);
	switch (answer) {
		case "genuine":
			return {
				...{ tone: "success", title },
				text: t(
					`Het komt van ${agency}. Er is geen teken aan veranderd.`,
					`It comes from ${agency}. Not one character was changed.`,
				),
			};
		case "withdrawn":
			return {
				...{ tone: "warn", title },
				text: t(
					`${agency} maakte dit bestand, en er is niets aan veranderd. Maar deze versie is ingetrokken of vervangen door een nieuwe.`,
					`${agency} made this file, and nothing was changed. But this version was withdrawn, or replaced by a newer one.`,
				),
				todo: t(`Gebruik het niet. Vraag ${agency} om de geldige versie.`, `Do not use it. Ask ${agency} for the valid version.`),
			};
		case "notSent":
			return {
				...{ tone: "warn", title },
				text: t(
					`${agency} maakte dit bestand, en er is niets aan veranderd. Maar wij hebben het niet of nog niet verstuurd.`,
					`${agency} made this file, and nothing was changed. But we did not send it, or not yet.`,
				),
				todo: call,
			};
		case "altered":
			return {
				...{ tone: "refused", title },
				text: t(
					"Wij kennen het documentnummer. Maar dit is niet het bestand dat wij maakten: er is daarna iets aan veranderd.",
					"We know the document number. But this is not the file that we made: something was changed since.",
				),
				todo: call,
			};
		case "unknown":
			return {
				...{ tone: "refused", title },
				text: t(
					"Het is geen rapport van ons, of het bestand is veranderd. Ook een afdruk die weer is gescand, kennen wij niet.",
					"It is no report of ours, or the file was altered. Nor do we know a printed copy that was scanned again.",
				),
				todo: t(
					"Kijk of u het bestand koos dat bij de e-mail zat. Twijfelt u, bel ons dan.",
					"See whether you chose the file that came with the e-mail. If in doubt, call us.",
				),
			};
	}
}

/** What the agency knows of a file, and no more: no name of anybody. Takes focus, so that it is read out first. */
export function CheckAnswer({ visit, verdict, agency }: { visit: Visit; verdict: Verdict; agency: string }) {
	const { t } = visit;
	const { tone, title, text, todo } = said(visit, verdict, agency);
	const day = (date: string) => <When at={date} />;
	const { version, frozen_on, approved_on, sent_on, ended_on, clause } = verdict;
	const facts = [
		...(version === null ? [] : [{ label: t("Versie", "Version"), value: String(version) }]),
		...(frozen_on ? [{ label: t("Vastgelegd op", "Fixed on"), value: day(frozen_on) }] : []),
		...(approved_on
			? [{ label: t("Akkoord van de kandidaat op", "Approved by the candidate on"), value: day(approved_on) }]
			: []),
		...(sent_on ? [{ label: t("Verstuurd op", "Sent on"), value: day(sent_on) }] : []),
		...(clause ? [{ label: t("Verstuurd volgens", "Sent under"), value: <Clause id={clause} /> }] : []),
		...(ended_on ? [{ label: t("Vervallen op", "Void since"), value: day(ended_on) }] : []),
	];
	return (
		<div class="check-answer" tabindex={-1} autofocus id="antwoord" data-answer={verdict.answer}>
			<Notice tone={tone} title={title}>
				<p>{text}</p>
				{todo ? <p>{todo}</p> : null}
				{facts.length > 0 ? <Facts facts={facts} /> : null}
			</Notice>
		</div>
	);
}
