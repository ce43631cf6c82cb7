import type { Notice } from "../consents/notice.ts";
import type { ScanType } from "../consents/rules.ts";
import { noticeParts } from "../law/consents.ts";
import { type CalendarDate, dateOf, formatDate } from "../law/deadlines.ts";
import { sql, type Tx } from "../platform/db.server.ts";
import type { InformationRequestDocument } from "../platform/pdf/documents.ts";
import type { Marker, Opened } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { asTyped } from "../reports/document.server.ts";
import { formatMoment } from "../ui/text.ts";
import { questionLines } from "./rules.ts";

/** A consent in force with all that shows how it was given, still sealed: what is attached to a question to a doctor (R8.2). */
export async function consentCopy(tx: Tx, sealed: Marker, candidate: string, id: string) {
	const row = found(
		await tx
			.selectFrom("app.consent")
			.select(["id", "number", "notice", "notice_sha256", "expires_on"])
			.where("id", "=", id)
			.where("subject_id", "=", candidate)
			.executeTakeFirst(),
	);
	const events = await tx
		.selectFrom("app.consent_event")
		.select(["id", "kind", "at", "method", "second_factor_at", "signed_on", "scan", "scan_type", "scan_sha256"])
		.where("consent_id", "=", id)
		.where("kind", "in", ["given", "registered", "confirmed"])
		.orderBy(sql`n`)
		.execute();
	const paper = events.findLast((one) => one.kind === "registered");
	return {
		...{ id, number: row.number, until: row.expires_on, fingerprint: row.notice_sha256.toString("hex") },
		...sealed("consent", id, candidate, { notice: row.notice }),
		given: events.find((one) => one.kind === "given") ?? null,
		confirmedAt: events.findLast((one) => one.kind === "confirmed")?.at ?? null,
		paper: paper
			? {
					...{ signedOn: paper.signed_on, type: paper.scan_type, sha256: paper.scan_sha256?.toString("hex") ?? "" },
					...sealed.bytes("consent_event", paper.id, candidate, { scan: paper.scan }),
				}
			: null,
	};
}
/** The day on which it came to hold: said in the portal, or its paper confirmed. */
export async function givenOn(tx: Tx, consent: string): Promise<CalendarDate | undefined> {
	const events = tx.selectFrom("app.consent_event").select("at").where("consent_id", "=", consent);
	const row = await events.where("kind", "in", ["given", "confirmed"]).orderBy(sql`n desc`).executeTakeFirst();
	return row && dateOf(row.at);
}

export type ConsentCopy = Opened<Awaited<ReturnType<typeof consentCopy>>>;

/** Did the candidate consent to these very questions? Other words are another question (R8.2). */
export const isTo = ({ notice }: Pick<ConsentCopy, "notice">, question: string): boolean =>
	JSON.stringify((JSON.parse(notice) as Notice).lines) === JSON.stringify(questionLines(question));

/** Of several consents in force the one that a letter goes on: which was chosen, or else one to these very questions, or else the newest. */
export const copyFor = <Copy extends Pick<ConsentCopy, "id" | "notice">>(
	copies: readonly Copy[],
	question: string,
	chosen: string | null | undefined,
): Copy | null => copies.find((one) => one.id === chosen) ?? copies.find((one) => isTo(one, question)) ?? copies[0] ?? null;

const kinds: Partial<Record<ScanType, "png" | "jpg">> = { "image/png": "png", "image/jpeg": "jpg" };

/** The same as the annex of a letter. A signed form that is a picture stands in it; one that is a PDF goes along, and its fingerprint says which. */
export function annexOf(copy: ConsentCopy): InformationRequestDocument["consent"] {
	const { texts, lines } = JSON.parse(copy.notice) as Notice;
	const { given, paper } = copy;
	const kind = paper?.type ? kinds[paper.type as ScanType] : undefined;
	const parts = noticeParts.map((part) => ({
		heading: part === "title" ? texts.nl.title : "",
		text: part === "title" ? "" : asTyped(texts.nl[part]),
	}));
	const what = { heading: "De vragen zoals zij zijn getoond", text: lines.map((line) => `- ${asTyped(line)}`).join("\n") };
	return {
		number: copy.number,
		given: paper?.signedOn ? formatDate(paper.signedOn, "nl") : given ? formatMoment(given.at, "nl") : "",
		method: paper
			? "Op papier ondertekend, en door twee medewerkers van het bureau gecontroleerd"
			: "In het portaal, door de kandidaat zelf, met wachtwoord en een tweede bewijs op dat moment",
		until: formatDate(copy.until, "nl"),
		fingerprint: copy.fingerprint,
		// What was shown stands in the order in which it was shown: who, what exactly, and then why.
		parts: [...parts.slice(0, 2), what, ...parts.slice(2)],
		attached:
			paper && !kind
				? `Het ondertekende formulier is als apart stuk bij deze brief gevoegd. Kenmerk (SHA-256): ${paper.sha256}`
				: "",
		...(paper?.scan && kind && { scan: { kind, base64: paper.scan.toString("base64") } }),
	};
}
