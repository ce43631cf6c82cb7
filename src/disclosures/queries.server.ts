import type { CategoryId } from "../law/categories.ts";
import type { CalendarDate } from "../law/deadlines.ts";
import type { PurposeId } from "../law/purposes.ts";
import { scopeOf } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { marked, type Opened } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import type { Recipient } from "./rules.ts";
import "./tables.ts";

/**
 * The register of one candidate (R4.1, AVG 15(1)(c)), newest first: who, which categories, form, ground and clause, when, hash, state. For any
 * audience that may see it, inside its `read`: the sealed values come back opened (`recipient` is JSON of Recipient, `sender` a sealed name).
 */
export async function disclosuresOf(tx: Tx, candidate: string) {
	const rows = await tx
		.selectFrom("app.disclosure as d")
		.leftJoin("app.staff_member as s", "s.id", "d.by_id")
		.selectAll("d")
		.select("s.name as sender")
		.where("d.subject_id", "=", candidate)
		.orderBy("d.created_at", "desc")
		.execute();
	return rows.map(({ recipient, summary, sender, sha256, categories, purpose, ...row }) => ({
		...row,
		...marked("disclosure", row.id, row.subject_id, { recipient, summary }),
		...marked("staff_member", row.by_id, row.by_id, { name: sender }),
		categories: categories as CategoryId[],
		purpose: purpose as PurposeId,
		hash: sha256?.toString("hex") ?? null,
	}));
}

export type Disclosed = Opened<Awaited<ReturnType<typeof disclosuresOf>>>[number];
export const recipientOf = ({ recipient }: { recipient: string }): Recipient => JSON.parse(recipient) as Recipient;

/** What staff on the trajectory see besides: how far each message is, every state it was in, and what stands in the way. */
async function dispatchesOf(tx: Tx, candidate: string) {
	const rows = await tx
		.selectFrom("app.dispatch")
		.select([
			"id",
			"subject_id",
			"disclosure_id",
			"state",
			"state_at",
			"transmit_after",
			"began_at",
			"attempts",
			"clause",
			"detail",
			"row_version",
		])
		.where("subject_id", "=", candidate)
		.where("disclosure_id", "is not", null)
		.execute();
	const events = await tx
		.selectFrom("app.dispatch_event as e")
		.leftJoin("app.staff_member as s", "s.id", "e.by_id")
		.select(["e.dispatch_id", "e.state", "e.at", "e.by_id", "e.clause", "s.name"])
		.where("e.subject_id", "=", candidate)
		.orderBy("e.at")
		.orderBy("e.n")
		.execute();
	return rows.map((row) => ({
		...row,
		...marked("dispatch", row.id, row.subject_id, { detail: row.detail }),
		events: events
			.filter((event) => event.dispatch_id === row.id)
			.map((event) => ({ ...event, ...marked("staff_member", event.by_id, event.by_id, { name: event.name }) })),
	}));
}

export type Dispatched = Opened<Awaited<ReturnType<typeof dispatchesOf>>>[number];
export type Detail = { why?: { nl: string; en: string }; answer?: string; note?: string };
export const detailOf = ({ detail }: { detail: string | null }): Detail => (detail ? (JSON.parse(detail) as Detail) : {});

const ofCollection = [
	"disclosure_id",
	"subject_id",
	"contact_id",
	"expires_on",
	"code_until",
	"code_n",
	"locked_at",
	"ended_at",
	"ended_clause",
] as const;

/** Where each document stands that its reader collects here (channel C): headers for the register. */
async function waitingOf(tx: Tx, candidate: string) {
	const rows = await tx.selectFrom("app.collection").select(ofCollection).where("subject_id", "=", candidate).execute();
	const events = await eventsOf(tx, candidate);
	return rows.map((row) => ({
		...row,
		collectedAt: events.find((one) => one.disclosure_id === row.disclosure_id && one.kind === "collected")?.at ?? null,
	}));
}

const eventsOf = (tx: Tx, candidate: string) =>
	tx
		.selectFrom("app.collection_event")
		.select(["disclosure_id", "kind", "at", "detail"])
		.where("subject_id", "=", candidate)
		.orderBy("n", "desc")
		.execute();

/** One such document with everything that happened to it, and the telephone number of its reader. Nothing where there is none. */
export async function collectionOf(by: Acting, candidate: string, disclosure: string) {
	return by.read(candidate, "reporting", { action: "view", object: ["disclosure", disclosure], clause: "R4.1" }, async (tx) => {
		const row = found(
			await tx
				.selectFrom("app.collection as c")
				.innerJoin("app.disclosure as d", "d.id", "c.disclosure_id")
				.innerJoin("app.candidate as k", "k.id", "c.subject_id")
				.leftJoin("app.contact_person as p", "p.id", "c.contact_id")
				.select(ofCollection.map((one) => `c.${one}` as const))
				.select(["d.recipient", "k.name", "p.phone"])
				.where("c.disclosure_id", "=", disclosure)
				.where("c.subject_id", "=", candidate)
				.where("c.trajectory_id", "in", sql<string>`(select app.my_trajectories())`)
				.executeTakeFirst(),
		);
		const events = (await eventsOf(tx, candidate)).filter((one) => one.disclosure_id === disclosure);
		return {
			...row,
			...marked("disclosure", disclosure, candidate, { recipient: row.recipient }),
			...marked("candidate", candidate, candidate, { name: row.name }),
			...marked("contact_person", row.contact_id, row.contact_id, { phone: row.phone }),
			events: events.map((event) => ({
				...event,
				...marked("collection_event", disclosure, candidate, { detail: event.detail }),
			})),
		};
	});
}
export type Collected = Opened<Awaited<ReturnType<typeof collectionOf>>>;
export type Waiting = Awaited<ReturnType<typeof waitingOf>>[number];

/** Can it still be collected on this day, where it is a document that its reader collects? Any other is not bound to a term. */
export const isWaiting = (one: Pick<Waiting, "ended_at" | "expires_on"> | undefined, day: CalendarDate): boolean =>
	!one || (one.ended_at === null && one.expires_on >= day);

/** One candidate's register as staff see it, one look, one log entry. Throws NotFound for a candidate that is not theirs to see. */
export async function registerOf(by: Acting, candidate: string) {
	return by.read(candidate, "reporting", { action: "view", object: ["register", candidate], clause: "R4.1" }, async (tx) => {
		// Who sees the headers of all does not for that see what was disclosed about them: that takes being on the trajectory.
		const all = scopeOf(by.actor.roles, "disclosures.read") === "all";
		const person = found(
			await tx
				.selectFrom("app.candidate")
				.select(["id", "name"])
				.where("id", "=", candidate)
				.$if(!all, (query) => query.where("id", "in", sql<string>`(select app.my_candidates())`))
				.executeTakeFirst(),
		);
		return {
			...marked("candidate", person.id, person.id, { name: person.name }),
			disclosures: await disclosuresOf(tx, candidate),
			dispatches: await dispatchesOf(tx, candidate),
			waiting: await waitingOf(tx, candidate),
		};
	});
}

/** Everything under way or in need of a person across the caseload, and what went in the last thirty days; the urgent first. */
export async function outbox(by: Acting) {
	const since = new Date(by.now().getTime() - 30 * 86_400_000);
	return by.list("reporting", { action: "list", clause: "R9.1" }, async (tx) => {
		const rows = await tx
			.selectFrom("app.dispatch as m")
			.innerJoin("app.disclosure as d", "d.id", "m.disclosure_id")
			.innerJoin("app.candidate as c", "c.id", "d.subject_id")
			.leftJoin("app.collection as w", "w.disclosure_id", "d.id")
			.select(["w.disclosure_id as waits", "w.code_n", "w.locked_at", "w.ended_at", "w.ended_clause"])
			.select([
				"d.id",
				"d.subject_id",
				"d.recipient",
				"d.created_at",
				"m.id as dispatch",
				"m.state",
				"m.state_at",
				"m.transmit_after",
				"m.clause",
				"c.name",
			])
			.where((e) =>
				e.or([e("m.state", "in", ["queued", "transmitting", "blocked", "bounced", "unknown"]), e("m.state_at", ">", since)]),
			)
			.orderBy("m.state_at", "desc")
			.limit(200)
			.execute();
		return rows.map(({ recipient, name, ...row }) => ({
			...row,
			...marked("disclosure", row.id, row.subject_id, { recipient }),
			...marked("candidate", row.subject_id, row.subject_id, { name }),
		}));
	});
}
