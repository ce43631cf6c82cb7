import { NotAllowed } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import { type Acting, type Door, sql, type Tx } from "../platform/db.server.ts";
import { marked, openResult } from "../platform/sealing.ts";
import { newToken, tokenHash } from "../platform/tokens.ts";
import { addressValue, codeValue } from "./collection.ts";
import { hashOf } from "./hash.ts";
import "./tables.ts";

// The reader's side of channel C. Everything here runs in the recipient's database role, as the one contact person the document is for.

interface Found {
	readonly disclosure_id: string;
	readonly subject_id: string;
	readonly contact_id: string;
	readonly purpose: PurposeId;
}
export type Waiting = Found & { readonly state: "open" | "ended" | "expired"; readonly locked: boolean };

/** Which document this link leads to, and whether it still can be collected. Tells a stranger nothing. */
export async function findWaiting(door: Door, link: string, now: Date): Promise<Waiting | undefined> {
	const [row] = await door.ask("recipient", sql<Waiting>`select * from app.find_collection(${tokenHash(link)}, ${now})`);
	return row;
}

/** Whom a pass lets in: who showed address and code within the last quarter of an hour. */
export async function findPass(door: Door, pass: string, now: Date): Promise<Found | undefined> {
	const [row] = await door.ask("recipient", sql<Found>`select * from app.passed(${tokenHash(pass)}, ${now})`);
	return row;
}

export type Tried = "opened" | "wrong" | "locked" | "noCode" | "closed";

/** One try at a document: address and code together (R8.1). Right gives a pass of a quarter of an hour; wrong is counted, and the fifth locks. */
export async function tryOpen(
	door: Door,
	{ link, address, code, traceId }: { link: string; address: string; code: string; traceId?: string | undefined },
	now: Date,
): Promise<{ outcome: Tried; pass: string }> {
	const waiting = await findWaiting(door, link, now);
	if (!waiting) return { outcome: "closed", pass: "" };
	const by = readerOf(door, waiting, traceId);
	const { token: pass, hash } = newToken(by.chance);
	const id = waiting.disclosure_id;
	const [addressToken, codeToken] = await by.keys.tokens([
		{ kind: "attempt", value: addressValue(id, address) },
		{ kind: "attempt", value: codeValue(id, code) },
	]);
	const outcome = await by.act(waiting.subject_id, waiting.purpose, entryOf("tryCode", id), async (tx) => {
		const { rows } = await sql<{
			outcome: Tried;
		}>`select app.try_collection(${tokenHash(link)}, ${addressToken}, ${codeToken}, ${hash}, ${now}) as outcome`.execute(tx);
		return rows[0]?.outcome ?? "closed";
	});
	return { outcome, pass };
}

/** Asks the gate for the document: a job of the worker decides. Answers the hash that the answer is asked with. Throws NotAllowed. */
export async function askRelease(door: Door, pass: string, traceId?: string): Promise<void> {
	const { by, found, now } = await passing(door, pass, traceId);
	await by.act(found.subject_id, found.purpose, entryOf("askCollection", found.disclosure_id), async (tx) => {
		await withPass(tx, pass, now);
		const { rows } = await sql<{ asked: boolean }>`select app.ask_release(${tokenHash(pass)}, ${now}) as asked`.execute(tx);
		if (!rows[0]?.asked) throw gone();
	});
}

/** What the gate said by now. */
export async function releaseAnswer(door: Door, pass: string): Promise<"waiting" | "released" | "refused"> {
	const [row] = await door.ask(
		"recipient",
		sql<{ answer: "waiting" | "released" | "refused" | null }>`select app.release_answer(${tokenHash(pass)}) as answer`,
	);
	return row?.answer ?? "refused";
}

/**
 * Takes the document: the collection and its log entry are committed before it is opened. Needs the gate's yes of the last minute. Throws
 * NotAllowed when that is not there any more, whoever withdrew it.
 */
export async function collect(door: Door, pass: string, traceId?: string): Promise<{ filename: string; pdf: Buffer }> {
	const { by, found, now } = await passing(door, pass, traceId);
	const id = found.disclosure_id;
	const taken = await by.act(found.subject_id, found.purpose, entryOf("collect", id), async (tx, _seal, entry) => {
		await withPass(tx, pass, now);
		const row = await tx
			.selectFrom("app.disclosed_document as k")
			.innerJoin("app.disclosure as d", "d.id", "k.disclosure_id")
			.select(["k.filename", "k.pdf", "d.sha256"])
			.executeTakeFirst();
		const { rows } = await sql<{ taken: boolean }>`select app.take_release(${tokenHash(pass)}, ${now}) as taken`.execute(tx);
		if (!row || !rows[0]?.taken) throw gone();
		return { ...row, entry };
	});
	const keys = await by.keys.open({ entry: taken.entry, actor: by.actor.id, subjects: [found.subject_id] });
	const { pdf } = openResult(marked.bytes("disclosed_document", id, found.subject_id, { pdf: taken.pdf }), keys);
	if (hashOf(pdf) !== taken.sha256?.toString("hex")) throw new Error("The document is not the one that was cleared");
	return { filename: taken.filename, pdf };
}

const entryOf = (action: string, id: string) => ({ action, object: ["disclosure", id] as const, clause: "R9.1" });

const readerOf = (door: Door, { contact_id }: Pick<Found, "contact_id">, traceId?: string): Acting =>
	door.as({ kind: "recipient", id: contact_id, roles: [], ...(traceId && { traceId }) });

async function passing(door: Door, pass: string, traceId?: string) {
	const now = door.as({ kind: "recipient", id: "00000000-0000-0000-0000-000000000000", roles: [] }).now();
	const found = await findPass(door, pass, now);
	if (!found) throw gone();
	return { by: readerOf(door, found, traceId), found, now };
}

/** What the wall of the recipient's role looks at: without the pass no row is there. */
async function withPass(tx: Tx, pass: string, now: Date): Promise<void> {
	await sql`select set_config('app.pass', ${tokenHash(pass).toString("hex")}, true), set_config('app.moment', ${now.toISOString()}, true)`.execute(
		tx,
	);
}

const gone = () =>
	new NotAllowed("R9.1", {
		nl: "Dit document is nu niet op te halen. Begin opnieuw met de link uit de e-mail, of bel ons.",
		en: "This document cannot be collected now. Start again with the link in the e-mail, or call us.",
	});
