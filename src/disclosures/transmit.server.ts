import type { Acting, Door } from "../platform/db.server.ts";
import { sql } from "../platform/db.server.ts";
import { enqueue, type Living } from "../platform/jobs.server.ts";
import type { Outcome, Send } from "../platform/outbound/send.ts";
import { entryFor, type Head, headOf, lockState, move, worker } from "./dispatch-row.server.ts";
import { decide, open, type Rechecks } from "./gate.server.ts";
import { type DispatchState, mayMove, nextAttempt } from "./rules.ts";

export interface Sending {
	readonly door: Door;
	readonly send: Send;
	readonly living: Living;
	/** By the kind of thing that a disclosure is about. */
	readonly rechecks: Rechecks;
	/** Told of each step, in order; tests end the process here. */
	readonly step?: (name: "claimed" | "opened" | "transmitting" | "answered" | "settled") => void | Promise<void>;
}

/**
 * Sends one frozen message, if it still may go: opens it, lets the gate decide under locks, speaks to the mail server outside any transaction,
 * and records what became of it. Safe to call twice and by two workers: only what is queued and due goes. Answers the state it left.
 */
export async function transmit(sending: Sending, dispatch: string): Promise<DispatchState | undefined> {
	const { door, living, step = () => {} } = sending;
	const head = await headOf(door, dispatch);
	if (head?.state !== "queued") return head?.state;
	if (head.transmit_after > worker(door).now()) {
		// A job that came early opens nothing and logs no look.
		await door.ask(
			"worker",
			sql`select app.enqueue('transmit', json_build_object('id', ${dispatch}::uuid), ${head.transmit_after}, ${`transmit:${dispatch}`})`,
		);
		return "queued";
	}
	const release = await living.hold(dispatch);
	if (!release) return undefined;
	try {
		await step("claimed");
		const by = worker(door);
		for (let round = 0; round < 3; round++) {
			const opened = await open(by, dispatch, head);
			await step("opened");
			const word = await decide(sending.rechecks, by, dispatch, head, opened);
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
