import { portalAddress } from "../candidates/reach.server.ts";
import { sender } from "../disclosures/disclose.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import type { CommissionerKind } from "../law/assignment-types.ts";
import type { Bilingual } from "../law/bilingual.ts";
import { type ConsentKind, consentKinds } from "../law/consents.ts";
import { type DataClass, recipientTypeOf } from "../law/data-classes.ts";
import { type CalendarDate, today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { Sealer } from "../platform/sealing.ts";
import { found, Stale } from "../platform/web/page.ts";
import { numberLetters } from "../ui/document-number.ts";
import { consentRow, happened } from "./event.server.ts";
import type { ConsentRecipient } from "./facts.server.ts";
import { type NoticeRecipient, noticeHash, noticeOf } from "./notice.ts";
import { mayAsk } from "./rules.ts";
import "./tables.ts";

/** A question to one candidate, about one recipient and one purpose. */
export interface Question {
	/** Made with the form, so that a repeat is the same question. */
	readonly id: string;
	readonly candidate: string;
	readonly trajectory: string;
	readonly kind: ConsentKind;
	/** `person`: who the contact person was when their name was read; another by then is refused by the database. */
	readonly recipient: ConsentRecipient & {
		readonly shown: NoticeRecipient;
		readonly commissionerId?: string;
		readonly person?: number;
	};
	readonly purpose: PurposeId;
	/** What for, in words, where the purpose's own do not say it: "om …" or "zodat …". */
	readonly why?: Bilingual;
	readonly dataClasses: readonly DataClass[];
	/** The data itself, a line each. */
	readonly lines: readonly string[];
	/** Or one frozen version of a report. */
	readonly document?: { readonly version: string; readonly sha256: Buffer; readonly number: string; readonly title: string };
	readonly until: CalendarDate;
}

/**
 * Puts a question to the candidate, inside an act on them: the words as they are today, the data itself, sealed and hashed. Nothing is
 * given with it. Throws NotAllowed for what may not be asked (R8.1), and for a question that waits already; Stale when the contact person
 * became somebody else since their name was read.
 */
export async function putQuestion(by: Acting, tx: Tx, seal: Sealer, asked: Question): Promise<void> {
	const { recipient, document } = asked;
	const before = await tx.selectFrom("app.consent").select("id").where("id", "=", asked.id).executeTakeFirst();
	if (before) return;
	enforce(
		mayAsk({
			...{ kind: asked.kind, recipient: recipient.shown.type, dataClasses: asked.dataClasses, lines: asked.lines },
			...{ document: document !== undefined, until: asked.until, today: today(by) },
			waiting: await waits(tx, asked),
		}),
	);
	const notice = JSON.stringify(
		noticeOf({
			...{ kind: asked.kind, agency: (await sender(tx)).name, recipient: recipient.shown, dataClasses: asked.dataClasses },
			...{ purpose: asked.purpose, until: asked.until, lines: asked.lines, ...(asked.why && { why: asked.why }) },
			document: document ? { number: document.number, title: document.title, sha256: document.sha256.toString("hex") } : null,
		}),
	);
	await tx
		.insertInto("app.consent")
		.values({
			...{ id: asked.id, subject_id: asked.candidate, trajectory_id: asked.trajectory, kind: asked.kind },
			recipient_kind: recipient.kind,
			contact_id: recipient.kind === "contact" ? recipient.contactId : null,
			commissioner_id: recipient.kind === "contact" ? (recipient.commissionerId ?? null) : null,
			...(recipient.person !== undefined && { contact_n: recipient.person }),
			carer_id: recipient.kind === "carer" ? recipient.carerId : null,
			recipient_type: recipient.shown.type,
			...{ purpose: asked.purpose, data_classes: [...asked.dataClasses] },
			version_id: document?.version ?? null,
			document_sha256: document?.sha256 ?? null,
			...(await seal("consent", asked.id, asked.candidate, { recipient: JSON.stringify(recipient.shown), notice })),
			notice_sha256: noticeHash(notice),
			text_version: JSON.parse(notice).version,
			number: numberFrom(by.chance.bytes(12)),
			...{ expires_on: asked.until, asked_at: by.now(), asked_by: by.actor.id, state_at: by.now() },
		})
		.execute()
		.catch((error: { code?: string }) => {
			throw recipient.person !== undefined && error.code === "23514" ? new Stale() : error;
		});
}

/** A number for on paper: random, so that it tells nothing, in groups that can be read out. */
const numberFrom = (bytes: Uint8Array): string =>
	(
		[...bytes]
			.map((byte) => numberLetters[byte % numberLetters.length])
			.join("")
			.match(/.{4}/g) ?? []
	).join("-");

/** Does the same question wait already: this recipient, purpose and document, and any of these classes? */
async function waits(tx: Tx, { candidate, kind, recipient, purpose, dataClasses, document }: Question): Promise<boolean> {
	const row = await tx
		.selectFrom("app.consent")
		.select("id")
		.where("subject_id", "=", candidate)
		.where("kind", "=", kind)
		.where("purpose", "=", purpose)
		.where("state", "in", ["asked", "registered"])
		.where(sql<boolean>`app.same_person(contact_id, contact_n)`)
		.where(sql<boolean>`contact_id is not distinct from ${recipient.kind === "contact" ? recipient.contactId : null}::uuid`)
		.where(sql<boolean>`carer_id is not distinct from ${recipient.kind === "carer" ? recipient.carerId : null}::uuid`)
		.where(sql<boolean>`version_id is not distinct from ${document?.version ?? null}::uuid`)
		.where(sql<boolean>`data_classes && ${[...dataClasses]}::text[]`)
		.executeTakeFirst();
	return row !== undefined;
}

/** What the coach fills in; who the recipient is, is looked up. */
export interface Ask extends Omit<Question, "recipient" | "document"> {
	readonly recipient: { readonly kind: "contact"; readonly contactId: string } | { readonly kind: "self" };
	/** A report's newest version, for a consent to that one document. */
	readonly report?: string;
}

/** The coach asks (R8.1): a question of their own, or about one report. The candidate with an account gets a message that something waits. */
export async function askConsent(by: Acting, publicUrl: string, input: Ask): Promise<void> {
	const { clause } = consentKinds[input.kind];
	const entry = { action: "askConsent", object: ["consent", input.id] as const, clause };
	const known = await by.read(input.candidate, "reporting", { ...entry, action: "prepare" }, async (tx, sealed) => {
		enforce(may(by.actor.roles, "consent.ask"));
		const { recipient } = input;
		const contact =
			recipient.kind === "contact"
				? found(
						await tx
							.selectFrom("app.contact_person as c")
							.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
							.select(["c.id", "c.name", "c.kind", "c.commissioner_id", "c.person_n as person"])
							.select(["o.kind as commissionerKind", "o.name as organisation"])
							.where("c.id", "=", recipient.contactId)
							.where("c.left_at", "is", null)
							.executeTakeFirst(),
					)
				: undefined;
		const version = input.report ? await newestOf(tx, input.candidate, input.report) : undefined;
		return {
			contact: contact && { ...contact, ...sealed("contact_person", contact.id, contact.id, { name: contact.name }) },
			version: version && {
				...version,
				...sealed("report_version", version.id, input.candidate, { title: version.title }),
			},
			address: await portalAddress(tx, sealed, input.candidate),
		};
	});
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		const { contact, version, address } = known;
		const shown: NoticeRecipient = contact
			? {
					...{ name: fullName(contact.name), organisation: contact.organisation },
					type: recipientTypeOf(contact.commissionerKind as CommissionerKind, contact.kind),
				}
			: { name: (await sender(tx)).name, organisation: null, type: "agency" };
		const { report: _, ...asked } = input;
		await putQuestion(by, tx, seal, {
			...asked,
			recipient: {
				...{ ...input.recipient, shown },
				...(contact && { commissionerId: contact.commissioner_id, person: contact.person }),
			},
			...(version && {
				document: { version: version.id, sha256: version.sha256, number: version.document_number, title: version.title },
			}),
		});
		if (address) await tellOfQuestion(by, tx, seal, publicUrl, input.candidate, address);
	});
}

/** A message without content that a question waits (R3.g). */
export const tellOfQuestion = (
	by: Acting,
	tx: Tx,
	seal: Sealer,
	publicUrl: string,
	candidate: string,
	address: { email: string; lang: "nl" | "en" },
) => notify(by, tx, seal, { to: candidate, ...address, kind: "consentWaits", link: `${publicUrl}/mijn/toestemmingen` });

/** A report's newest version, when it is not void. */
async function newestOf(tx: Tx, candidate: string, report: string) {
	return found(
		await tx
			.selectFrom("app.report as r")
			.innerJoin("app.report_version as v", (join) => join.onRef("v.report_id", "=", "r.id").onRef("v.n", "=", "r.versions"))
			.leftJoin("app.report_voiding as x", "x.version_id", "v.id")
			.select(["v.id", "v.sha256", "v.document_number", "v.title"])
			.where("r.id", "=", report)
			.where("r.subject_id", "=", candidate)
			.where("x.version_id", "is", null)
			.executeTakeFirst(),
	);
}

/** Takes a question back that nobody answered: it stays to be seen as lapsed. */
export async function takeQuestionBack(
	by: Acting,
	{ candidate, consent, id }: { candidate: string; consent: string; id: string },
) {
	await by.act(candidate, "reporting", { action: "lapseConsent", object: ["consent", consent], clause: "R8.1" }, async (tx) => {
		enforce(may(by.actor.roles, "consent.ask"));
		await lapse(by, tx, candidate, [{ consent, id }]);
	});
}

/** Questions about documents of this report that are still open lapse: their document is void (R7.1). Inside an act on the candidate. */
export async function lapseForReport(by: Acting, tx: Tx, candidate: string, report: string): Promise<void> {
	const rows = await tx
		.selectFrom("app.consent as c")
		.innerJoin("app.report_version as v", "v.id", "c.version_id")
		.select("c.id")
		.where("v.report_id", "=", report)
		.where("c.state", "in", ["asked", "registered"])
		.execute();
	await lapse(
		by,
		tx,
		candidate,
		rows.map((row) => ({ consent: row.id, id: by.chance.uuid() })),
	);
}

async function lapse(by: Acting, tx: Tx, candidate: string, which: readonly { consent: string; id: string }[]): Promise<void> {
	for (const { consent, id } of which) {
		const row = await consentRow(tx, candidate, consent);
		if (row.state !== "lapsed") await happened(by, tx, row, { id, kind: "lapsed" });
	}
}
