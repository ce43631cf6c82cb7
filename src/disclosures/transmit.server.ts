import type { CategoryId } from "../law/categories.ts";
import type { ClauseId } from "../law/clauses.ts";
import { type Decision, enforce, NotAllowed } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import { system } from "../platform/actor.ts";
import { type Acting, type Door, type Entry, sql, type Tx } from "../platform/db.server.ts";
import { enqueue, type Living } from "../platform/jobs.server.ts";
import { readBack } from "../platform/outbound/read-back.ts";
import type { Outcome, Send } from "../platform/outbound/send.ts";
import { hashOf } from "./disclose.server.ts";
import { type DispatchState, mayMove, mayNotify, mayTransmit, nextAttempt, type Recipient, stuck } from "./rules.ts";
import "./tables.ts";

/** A disclosure as its noun must judge it again. */
export interface ToRecheck {
	readonly id: string;
	readonly subject: string;
	readonly trajectory: string;
	readonly about: { readonly kind: string; readonly id: string };
	readonly contactId: string;
	readonly commissionerId: string;
	readonly sha256: string;
	readonly categories: readonly CategoryId[];
	readonly purpose: PurposeId;
	readonly clause: string;
	readonly ground: string;
}

/**
 * A noun's own word at the moment of transmission: does the approval, exception or inform event still stand? Asked inside the gate's
 * transaction (`tx`, the worker's role, the candidate as subject), so that what it reads and locks there holds until the state is set.
 */
export type Recheck = (by: Acting, disclosure: ToRecheck, tx: Tx) => Promise<Decision>;

export interface Sending {
	readonly door: Door;
	readonly send: Send;
	readonly living: Living;
	/** By the kind of thing that a disclosure is about. */
	readonly rechecks: Readonly<Record<string, Recheck>>;
	/** Told of each step, in order; tests end the process here. */
	readonly step?: (name: "claimed" | "opened" | "transmitting" | "answered" | "settled") => void | Promise<void>;
}

/** What is known of a dispatch before anybody acts: ids, state, and what its log entries will say. */
export interface Head {
	subject_id: string;
	state: DispatchState;
	disclosure_id: string | null;
	purpose: PurposeId;
	clause: ClauseId;
	ground: string | null;
	made_by: string;
}

export async function headOf(door: Door, dispatch: string): Promise<Head | undefined> {
	const [head] = await door.ask("worker", sql<Head>`select * from app.dispatch_head(${dispatch})`);
	return head;
}

/** The worker at the door. */
export const worker = (door: Door): Acting => door.as({ kind: "worker", id: system, roles: [] });

/**
 * Sends one frozen message, if it still may go: opens it, lets the gate decide under locks, speaks to the mail server outside any transaction,
 * and records what became of it. Safe to call twice and by two workers: only what is queued and due goes. Answers the state it left.
 */
export async function transmit(sending: Sending, dispatch: string): Promise<DispatchState | undefined> {
	const { door, living, step = () => {} } = sending;
	const head = await headOf(door, dispatch);
	if (head?.state !== "queued") return head?.state;
	const release = await living.hold(dispatch);
	if (!release) return undefined;
	try {
		await step("claimed");
		const by = worker(door);
		for (let round = 0; round < 3; round++) {
			const opened = await open(by, dispatch, head);
			await step("opened");
			const word = await decide(sending, by, dispatch, head, opened);
			if (word === "changed") continue; // the person or address changed between opening and locking: look again
			if (word !== "go") return word;
			await step("transmitting");
			const outcome = await sending.send({ from: opened.from, to: opened.dispatch.to, bytes: opened.dispatch.mail });
			await step("answered");
			const left = await settle(by, dispatch, head, outcome);
			await step("settled");
			return left;
		}
		throw new Error("The recipient keeps changing");
	} finally {
		await release();
	}
}

/** What was under way when its worker died: nobody knows whether it arrived, so a person decides (R9.1). Returns how many. */
export async function sweep({ door, living }: Pick<Sending, "door" | "living">): Promise<number> {
	const by = worker(door);
	let lost = 0;
	for (const { id } of await door.ask("worker", sql<{ id: string }>`select * from app.dispatches_under_way()`)) {
		const release = await living.hold(id);
		if (!release) continue;
		try {
			const head = await headOf(door, id);
			if (head?.state !== "transmitting") continue;
			await settle(by, id, head, { kind: "unknown", answer: "the worker stopped while sending" });
			lost += 1;
		} finally {
			await release();
		}
	}
	return lost;
}

const entryFor = (action: string, dispatch: string, head: Head): Entry => ({
	action,
	object: head.disclosure_id ? ["disclosure", head.disclosure_id] : ["dispatch", dispatch],
	clause: head.clause,
	...(head.ground && { ground: head.ground }),
});

/** Opens the frozen bytes, and the addresses to compare: log entry and ciphertext are committed before any key is given. */
async function open(by: Acting, dispatch: string, head: Head) {
	return by.read(head.subject_id, head.purpose, entryFor("prepare", dispatch, head), async (tx, sealed) => {
		const row = await tx.selectFrom("app.dispatch").selectAll().where("id", "=", dispatch).executeTakeFirstOrThrow();
		const disclosure = head.disclosure_id
			? await tx.selectFrom("app.disclosure").selectAll().where("id", "=", head.disclosure_id).executeTakeFirstOrThrow()
			: undefined;
		const contact = disclosure
			? await tx
					.selectFrom("app.contact_person")
					.select(["id", "email"])
					.where("id", "=", disclosure.contact_id)
					.executeTakeFirst()
			: undefined;
		const verifications = contact
			? await tx
					.selectFrom("app.address_verification")
					.select(["id", "email"])
					.where("contact_id", "=", contact.id)
					.where("verified_at", "is not", null)
					.where("ended_at", "is", null)
					.execute()
			: [];
		const agency = await tx.selectFrom("app.agency").select("email").executeTakeFirstOrThrow();
		const place = [row.id, row.subject_id] as const;
		return {
			from: agency.email,
			dispatch: {
				...sealed.bytes("dispatch", ...place, { mail: row.mail }),
				to: sealed("dispatch", ...place, { recipient: row.recipient }).recipient,
				sha256: row.sha256.toString("hex"),
				attempts: row.attempts,
			},
			disclosure: disclosure && {
				...disclosure,
				...sealed("disclosure", disclosure.id, disclosure.subject_id, { recipient: disclosure.recipient }),
			},
			contact: contact && {
				...sealed("contact_person", contact.id, contact.id, { email: contact.email }),
				was: contact.email.toString("hex"),
			},
			verifications: verifications.map((one) => ({
				id: one.id,
				...sealed("address_verification", one.id, contact?.id ?? "", { email: one.email }),
				was: one.email.toString("hex"),
			})),
		};
	});
}

type OpenedDispatch = Awaited<ReturnType<typeof open>>;

interface Locked {
	state: DispatchState;
	transmit_after: Date;
	restricted: boolean;
	contact_commissioner: string | null;
	contact_left: boolean | null;
	contact_email: Buffer | null;
	verified: boolean;
	verified_email: Buffer | null;
	domains: string[] | null;
}

/** The gate: under locks, all facts as they are now. A yes sets `transmitting`; a no leaves the message blocked, with clause and reason. */
async function decide(sending: Sending, by: Acting, dispatch: string, head: Head, opened: OpenedDispatch) {
	const verification = opened.verifications.find((one) => one.email === opened.contact?.email);
	try {
		return await by.act(head.subject_id, head.purpose, entryFor("send", dispatch, head), async (tx) => {
			const { rows } = await sql<Locked>`select * from app.lock_dispatch(${dispatch}, ${verification?.id ?? null}::uuid)`.execute(
				tx,
			);
			const now = rows[0];
			if (now?.state !== "queued") return now?.state;
			if (now.transmit_after > by.now()) {
				await enqueue(tx, "transmit", { id: dispatch }, { runAt: now.transmit_after, key: `transmit:${dispatch}` });
				return "queued" as const;
			}
			if ((now.contact_email?.toString("hex") ?? undefined) !== opened.contact?.was && opened.disclosure)
				return "changed" as const;
			enforce(await judge(sending, by, tx, opened, now, verification?.was));
			await move(by, tx, dispatch, {
				state: "transmitting",
				began_at: by.now(),
				attempts: opened.dispatch.attempts + 1,
				clause: null,
				detail: null,
			});
			return "go" as const;
		});
	} catch (error) {
		if (!(error instanceof NotAllowed)) throw error;
		return block(by, dispatch, head, error);
	}
}

async function judge(
	sending: Sending,
	by: Acting,
	tx: Tx,
	opened: OpenedDispatch,
	now: Locked,
	verified: string | undefined,
): Promise<Decision> {
	const found = await readBack(opened.dispatch.mail);
	const asFrozen = found.sha256.toString("hex") === opened.dispatch.sha256;
	const row = opened.disclosure;
	if (!row) return mayNotify({ state: now.state, left: now.contact_left === true, asFrozen });
	const recipient = JSON.parse(row.recipient) as Recipient;
	const sha256 = row.sha256?.toString("hex") ?? "";
	const recheck = sending.rechecks[row.about];
	const about = { kind: row.about, id: row.about_id };
	const {
		id,
		subject_id: subject,
		trajectory_id: trajectory,
		contact_id: contactId,
		commissioner_id: commissionerId,
		clause,
		ground,
	} = row;
	const categories = row.categories as CategoryId[];
	const purpose = row.purpose as PurposeId;
	return mayTransmit({
		...{ state: now.state, due: true, restricted: now.restricted, domains: now.domains ?? [] },
		recheck: await recheck?.(
			by,
			{ id, subject, trajectory, about, contactId, commissionerId, sha256, categories, purpose, clause, ground },
			tx,
		),
		cleared: { sha256, categories, recipient },
		contact:
			opened.contact && now.contact_commissioner
				? { commissionerId: now.contact_commissioner, left: now.contact_left === true, email: opened.contact.email }
				: undefined,
		addressVerified: now.verified && now.verified_email?.toString("hex") === verified,
		message: { sha256: whatWasSent(found), asFrozen, to: [...new Set([opened.dispatch.to, ...found.receivers])] },
	});
}

/** One attachment is what was cleared; with none it is the text; more than one is nothing that ever was. */
const whatWasSent = ({ attachments, text }: { attachments: readonly Buffer[]; text: string }): string =>
	attachments.length > 1 ? "" : hashOf(attachments[0] ?? text);

/** After a refusal: the gate's transaction is rolled back and logged; the message is set aside where the coach sees why. */
async function block(by: Acting, dispatch: string, head: Head, { clause, why }: NotAllowed): Promise<DispatchState> {
	await by.act(head.subject_id, head.purpose, { ...entryFor("block", dispatch, head), clause }, async (tx, seal) => {
		const { detail } = await seal("dispatch", dispatch, head.subject_id, { detail: JSON.stringify({ why }) });
		const row = await lockState(tx, dispatch);
		if (mayMove({ from: row.state, to: "blocked", by: "worker" }).allowed)
			await move(by, tx, dispatch, { state: "blocked", clause, detail }, head);
	});
	return "blocked";
}

/** Records what became of an attempt. Tried a few times: what is known must not become unknown for a moment's lost connection. */
async function settle(by: Acting, dispatch: string, head: Head, outcome: Outcome): Promise<DispatchState> {
	for (const wait of [0, 200, 1000, 5000]) {
		await new Promise((resolve) => setTimeout(resolve, wait));
		try {
			return await record(by, dispatch, head, outcome);
		} catch (error) {
			if (wait === 5000) throw error;
		}
	}
	throw new Error("unreachable");
}

async function record(by: Acting, dispatch: string, head: Head, outcome: Outcome): Promise<DispatchState> {
	const detail = JSON.stringify({ answer: outcome.answer });
	return by.act(head.subject_id, head.purpose, entryFor("settle", dispatch, head), async (tx, seal) => {
		const row = await lockState(tx, dispatch);
		const minutes = outcome.kind === "temporary" ? nextAttempt(row.attempts) : undefined;
		const state = stateAfter(outcome, minutes);
		if (!mayMove({ from: row.state, to: state, by: "worker" }).allowed) return row.state;
		const sealed = await seal("dispatch", dispatch, head.subject_id, { detail });
		const after = new Date(by.now().getTime() + (minutes ?? 0) * 60_000);
		await move(by, tx, dispatch, {
			state,
			clause: outcome.kind === "insecure" ? "R10.1" : null,
			...sealed,
			...(minutes && { transmit_after: after }),
		});
		if (minutes) await enqueue(tx, "transmit", { id: dispatch }, { runAt: after, key: `transmit:${dispatch}` });
		return state;
	});
}

/** A refusal for now goes back to the queue with the same message; given up, it counts as refused. No secure connection blocks. */
function stateAfter({ kind }: Outcome, minutes: number | undefined): DispatchState {
	if (kind === "temporary") return minutes === undefined ? "bounced" : "queued";
	return ({ accepted: "accepted", refused: "bounced", insecure: "blocked", unknown: "unknown" } as const)[kind];
}

const lockState = (tx: Tx, dispatch: string) =>
	tx.selectFrom("app.dispatch").select(["state", "attempts"]).where("id", "=", dispatch).forUpdate().executeTakeFirstOrThrow();

type Change = {
	state: DispatchState;
	began_at?: Date;
	attempts?: number;
	transmit_after?: Date;
	clause: string | null;
	detail: Buffer | null;
};

// Where it now takes a person, the one who sent it is told, by a job of this same transaction.
async function move(by: Acting, tx: Tx, dispatch: string, change: Change, head?: Head): Promise<void> {
	await tx
		.updateTable("app.dispatch")
		.set((e) => ({ ...change, state_at: by.now(), row_version: e("row_version", "+", 1) }))
		.where("id", "=", dispatch)
		.execute();
	if (head?.disclosure_id && stuck.includes(change.state)) await enqueue(tx, "tellSender", { id: dispatch });
}
