import { enforceFresh } from "../accounts/factor.server.ts";
import { dateOf, today } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { sha256 } from "../platform/hash.ts";
import { FieldErrors, found } from "../platform/web/page.ts";
import { consentRow, happened, isKnown } from "./event.server.ts";
import { isItsPaper, largestScan, mayAnswer, mayConfirmPaper, type ScanType, scanTypeOf } from "./rules.ts";

export interface SignedPaper {
	readonly id: string;
	readonly candidate: string;
	readonly consent: string;
	/** What stands on the paper, typed over: number and fingerprint. */
	readonly typed: { readonly number: string; readonly hash: string };
	readonly signedOn: string;
	readonly scan: Uint8Array;
}

/**
 * A signed form came in: one member of staff registers it with its scan, and another confirms; only then it is in force (R8.1). The scan is
 * judged by its bytes, sealed, and never opened here.
 */
export async function registerPaperConsent(by: Acting, input: SignedPaper): Promise<void> {
	const entry = { action: "registerConsentPaper", object: ["consent", input.consent] as const, clause: "R8.1" };
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		enforce(may(by.actor.roles, "consent.ask"));
		if (await isKnown(tx, input.id)) return;
		const row = await consentRow(tx, input.candidate, input.consent);
		const words = { kind: row.kind, number: row.number, sha256: row.notice_sha256.toString("hex") };
		enforce(isItsPaper(words, input.typed));
		const { kind, state, another, expires_on: expiresOn } = row;
		const facts = { kind, state, another, expiresOn, today: today(by), sameWords: true };
		enforce(mayAnswer(facts, "registered"));
		if (input.signedOn > today(by) || input.signedOn < dateOf(row.asked_at)) {
			throw new NotAllowed("R8.1", {
				nl: "De datum op het papier ligt in de toekomst, of voor de vraag. Kijk op het papier.",
				en: "The date on the paper lies in the future, or before the question. Look at the paper.",
			});
		}
		const scan_type = scanOf(input.scan);
		const { scan } = await seal("consent_event", input.id, input.candidate, { scan: input.scan });
		await happened(by, tx, row, {
			...{ id: input.id, kind: "registered", method: "paper", signed_on: input.signedOn },
			notice_sha256: row.notice_sha256,
			...{ scan, scan_type, scan_sha256: sha256(input.scan) },
		});
	});
}

/** The kind of a scan, by its content. Throws FieldErrors on `scan` for what is none, or too large. */
export function scanOf(bytes: Uint8Array): ScanType {
	if (bytes.length > largestScan) {
		throw new FieldErrors({
			scan: {
				nl: "De scan is groter dan 8 MB. Scan met minder detail.",
				en: "The scan is larger than 8 MB. Scan with less detail.",
			},
		});
	}
	const type = scanTypeOf(bytes);
	if (type) return type;
	throw new FieldErrors({
		scan: {
			nl: "Dit bestand is geen gave pdf, jpeg of png. Scan het ondertekende papier opnieuw.",
			en: "This file is no sound PDF, JPEG or PNG. Scan the signed paper again.",
		},
	});
}

interface Judged {
	readonly id: string;
	readonly candidate: string;
	readonly consent: string;
}

/** The second member of staff saw the scan and says that it is this question, signed (R8.1). A second factor just shown is asked. */
export async function confirmPaperConsent(
	by: Acting,
	input: Judged & { readonly typed: { readonly number: string; readonly hash: string } },
): Promise<void> {
	const entry = { action: "confirmConsentPaper", object: ["consent", input.consent] as const, clause: "R8.1" };
	if (may(by.actor.roles, "consent.confirm").allowed) enforceFresh(by);
	await by.act(input.candidate, "reporting", entry, async (tx) => {
		enforce(may(by.actor.roles, "consent.confirm"));
		const row = await consentRow(tx, input.candidate, input.consent);
		if (await isKnown(tx, input.id)) return;
		enforce(mayConfirmPaper({ kind: row.kind, state: row.state, own: (await registrarOf(tx, row.id)) === by.actor.id }));
		enforce(isItsPaper({ kind: row.kind, number: row.number, sha256: row.notice_sha256.toString("hex") }, input.typed));
		await happened(by, tx, row, { id: input.id, kind: "confirmed", method: "paper" });
	});
}

/** The paper is not what it should be: the question is open again, and the scan stays to be seen. */
export async function rejectPaperConsent(by: Acting, input: Judged & { readonly note: string }): Promise<void> {
	const entry = { action: "rejectConsentPaper", object: ["consent", input.consent] as const, clause: "R8.1" };
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		enforce(may(by.actor.roles, "consent.confirm"));
		const row = await consentRow(tx, input.candidate, input.consent);
		const { note } = await seal("consent_event", input.id, input.candidate, { note: input.note });
		await happened(by, tx, row, { id: input.id, kind: "rejected", method: "paper", note });
	});
}

async function registrarOf(tx: Tx, consent: string): Promise<string> {
	const row = await tx
		.selectFrom("app.consent_event")
		.select("by_id")
		.where("consent_id", "=", consent)
		.where("kind", "=", "registered")
		.orderBy("n", "desc")
		.limit(1)
		.executeTakeFirst();
	return found(row).by_id;
}

/** A scan as it came in, for who guides the candidate or has to confirm it. */
export function scanned(by: Acting, candidate: string, consent: string, event: string) {
	const entry = { action: "viewPdf", object: ["consent", consent] as const, clause: "R8.1" };
	return by.read(candidate, by.actor.kind === "candidate" ? "portal" : "reporting", entry, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.consent_event")
				.select(["id", "scan", "scan_type"])
				.where("id", "=", event)
				.where("consent_id", "=", consent)
				.where("subject_id", "=", candidate)
				.where("scan", "is not", null)
				.executeTakeFirst(),
		);
		return {
			type: row.scan_type as ScanType,
			...sealed.bytes("consent_event", row.id, candidate, { scan: found(row.scan) }),
		};
	});
}

/** Papers that wait for a second member of staff, within one's reach; names opened, nothing of what was asked. */
export function papersToConfirm(by: Acting) {
	return by.list("reporting", { action: "list", clause: "R8.1" }, async (tx, sealed) => {
		type Paper = { id: string; subject_id: string; trajectory_id: string; at: Date; by_id: string };
		const { rows } = await sql<Paper>`select * from app.consent_papers() order by at`.execute(tx);
		if (rows.length === 0) return [];
		const of = (ids: readonly string[]) => [...new Set(ids)];
		const candidates = await tx
			.selectFrom("app.candidate")
			.select(["id", "name"])
			.where("id", "in", of(rows.map((row) => row.subject_id)))
			.execute();
		const staff = await tx
			.selectFrom("app.staff_member")
			.select(["id", "name"])
			.where("id", "in", of(rows.map((row) => row.by_id)))
			.execute();
		return rows.flatMap((row) => {
			const candidate = candidates.find((one) => one.id === row.subject_id);
			const registrar = staff.find((one) => one.id === row.by_id);
			if (!candidate || !registrar) return [];
			return {
				...row,
				own: row.by_id === by.actor.id,
				candidate: sealed("candidate", candidate.id, candidate.id, { name: candidate.name }),
				registrar: sealed("staff_member", registrar.id, registrar.id, { name: registrar.name }),
			};
		});
	});
}
