import { consentAnswers } from "../law/consents.ts";
import { dateOf, formatDate, today } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import type { Acting } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { ConsentDocument } from "../platform/pdf/documents.ts";
import { sealPdf } from "../platform/pdf/seal.ts";
import type { Services } from "../platform/web/services.ts";
import { letterheadOf } from "../reports/freeze.server.ts";
import { classNames, whom } from "./notice.ts";
import { noticeIn, type OpenedConsent } from "./queries.server.ts";
import { consentStateNames } from "./rules.ts";

type Press = Pick<Services, "agency" | "render" | "timeStamp">;
type Lang = "nl" | "en";

/** The question on paper, for who answers by hand: number and fingerprint on it, the data itself, two boxes of equal size. */
export async function consentForm(by: Acting, press: Press, opened: OpenedConsent, lang: Lang): Promise<Uint8Array> {
	const document = await paperOf(by, press, opened, lang);
	const about = lang === "nl" ? "Vraag om toestemming" : "Question for your consent";
	const boxes = [consentAnswers.yes[lang], consentAnswers.no[lang]];
	return press.render("consent", { ...document, about, boxes });
}

/** The receipt: the question, the answer and every event since, sealed as the agency's. It says what holds on the day it was made. */
export async function consentReceipt(by: Acting, press: Press, opened: OpenedConsent, lang: Lang): Promise<Uint8Array> {
	const agency = await press.agency();
	if (!agency?.seal_certificate) {
		throw new NotAllowed("R9.1", {
			nl: "Het bureau heeft nog geen zegelcertificaat. Het bewijs komt zodra dat er is; uw keuze geldt al.",
			en: "The agency has no sealing certificate yet. The receipt comes when it has; your choice holds already.",
		});
	}
	const document = await paperOf(by, press, opened, lang);
	const about = lang === "nl" ? "Bewijs van uw keuze" : "Receipt of your choice";
	const rendered = await press.render("consent", { ...document, about, facts: [...document.facts, ...happenedTo(opened, lang)] });
	return sealPdf(rendered, {
		sign: (bytes) => by.keys.sign(bytes),
		certificate: agency.seal_certificate,
		chain: agency.seal_chain,
		...{ name: agency.name, reason: about, location: agency.city, at: by.now() },
		...(press.timeStamp && { timeStamp: press.timeStamp }),
	});
}

async function paperOf(by: Acting, press: Press, opened: OpenedConsent, lang: Lang): Promise<ConsentDocument> {
	const agency = await press.agency();
	if (!agency) throw new Error("There is no agency yet");
	const notice = noticeIn(opened.consent);
	const text = notice.texts[lang];
	const t = (nl: string, en: string) => (lang === "nl" ? nl : en);
	return {
		...{ lang, agency: letterheadOf(agency), title: text.title, about: "", date: today(by) },
		...{ documentNumber: opened.consent.number, fingerprint: opened.consent.notice_sha256 },
		facts: [
			{ label: t("Kandidaat", "Candidate"), value: fullName(opened.name) },
			{ label: t("Wie krijgt het", "Who gets it"), value: whom(notice.recipient, lang) },
			{ label: t("Welke gegevens", "Which data"), value: classNames(opened.consent.data_classes, lang).join("; ") },
			{ label: t("Tot en met", "Until"), value: formatDate(notice.until, lang) },
			...(notice.document
				? [{ label: t("Document", "Document"), value: `${notice.document.title}, ${notice.document.number}` }]
				: []),
			{ label: t("Tekst", "Text"), value: t(`versie ${notice.version}`, `version ${notice.version}`) },
		],
		lines: [...notice.lines],
		parts: [
			{ heading: t("Waarover en waarvoor", "What about and what for"), text: `${text.who} ${text.why} ${text.until}` },
			{
				heading: t("Als u ja zegt, en als u nee zegt", "If you say yes, and if you say no"),
				text: `${text.onYes}\n\n${text.onNo}`,
			},
			{
				heading: t("Wie het hoort, en intrekken", "Who hears it, and withdrawing"),
				text: `${text.whoHears}\n\n${text.withdraw}`,
			},
		],
	};
}

const methods = {
	portal: { nl: "in het portaal, met code", en: "in the portal, with a code" },
	paper: { nl: "op papier", en: "on paper" },
	word: { nl: "aan ons verteld", en: "told to us" },
};
const events = {
	given: { nl: "Ja gezegd", en: "Said yes" },
	refused: { nl: "Nee gezegd", en: "Said no" },
	registered: { nl: "Papier geregistreerd", en: "Paper registered" },
	confirmed: { nl: "Papier bevestigd", en: "Paper confirmed" },
	rejected: { nl: "Papier afgekeurd", en: "Paper rejected" },
	withdrawn: { nl: "Ingetrokken", en: "Withdrawn" },
	narrowed: { nl: "Kleiner gemaakt", en: "Narrowed" },
	expired: { nl: "Verlopen", en: "Expired" },
	lapsed: { nl: "Vraag vervallen", en: "Question lapsed" },
	replaced: { nl: "Vervallen: de ontvanger is een ander", en: "Lapsed: the recipient is another" },
};

/** Every event with its day and how, and what holds now. */
function happenedTo(opened: OpenedConsent, lang: Lang): { label: string; value: string }[] {
	const rows = opened.events.map((event) => ({
		label: formatDate(dateOf(event.at), lang),
		value: events[event.kind][lang] + (event.method && event.kind !== "withdrawn" ? `, ${methods[event.method][lang]}` : ""),
	}));
	return [{ label: lang === "nl" ? "Nu" : "Now", value: consentStateNames[opened.consent.state][lang] }, ...rows];
}
