import { type RawBuilder, sql, type Transaction } from "kysely";
import pg from "pg";
import { NotAllowed } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Actor, Audience } from "./actor.ts";
import type { Chance, Clock } from "./clock.ts";
import type { KeyService } from "./keys/service.ts";
import { isMissing, NotFound } from "./missing.ts";
import { type Marker, marked, type Opened, openResult, type Sealer, sealer, subjectsIn } from "./sealing.ts";
import { openSessions, type Sessions } from "./session.ts";
import type { Tables } from "./tables.ts";

export { type RawBuilder, sql };
export type Tx = Transaction<Tables>;

/** `where("id", "=", anyOf(ids))`: a list as one value, so that a longer list is the same statement. */
export const anyOf = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${[...ids]}::uuid[])`;

// A legal date is a calendar date, never a point in time: leave it the text that it is.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** What the log says of one look or deed, besides who, whom, when and why. */
export interface Entry {
	/** A verb: "view", "list", "search", "create", "update", "edit", "print", "send", "approve" … */
	action: string;
	object?: readonly [type: string, id: string];
	clause?: string;
	ground?: string;
	/** An editing session's entry that this write continues instead of making one of its own. */
	continues?: string;
	onBehalfOf?: string;
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export type Subject = string | readonly string[];

/** Someone at the door. Holding one is the only way to the data. */
export interface Acting {
	readonly actor: Actor;
	readonly now: () => Date;
	readonly chance: Chance;
	readonly keys: KeyService;
	/** Does something to these people's data: one transaction, its log entry first. Throws NotAllowed after rolling back and logging the refusal. */
	act<T>(
		subject: Subject,
		purpose: PurposeId,
		entry: Entry,
		work: (tx: Tx, seal: Sealer, entryId: string) => Promise<T>,
	): Promise<T>;
	/**
	 * Looks at one person's data: rows and log entry are committed together, and opened only after that. Throws NotFound, before any row is
	 * asked for, where this member of staff may not know that there is such a candidate; that is logged, and about nobody.
	 */
	read<T>(subject: string, purpose: PurposeId, entry: Entry, work: (tx: Tx, sealed: Marker) => Promise<T>): Promise<Opened<T>>;
	/** Looks at headers of many people: one entry that names them all. */
	list<T>(purpose: PurposeId, entry: Entry, work: (tx: Tx, sealed: Marker) => Promise<T>): Promise<Opened<T>>;
}

export interface Door {
	as(actor: Actor): Acting;
	/** Asks what needs nobody to be known: the sign-in functions, the agency's public particulars. Row-level security shows nothing else. */
	ask<T>(audience: "staff" | "candidate" | "recipient" | "worker", call: RawBuilder<T>): Promise<T[]>;
	/** Answers when the database does. */
	alive(audience: Audience): Promise<void>;
	close(): Promise<void>;
}

export interface DoorParts {
	connections: Partial<Record<Audience, pg.PoolConfig>>;
	keys: KeyService;
	clock: Clock;
	chance: Chance;
	/** Told of a lost idle connection; a pool without a listener would end the process. */
	onLost?: (error: Error) => void;
}

/** How long to wait for a connection, in milliseconds: longer and people think that nothing happens. */
const patience = 10_000;

/** Opens the door: a pool for each audience, each signed in to the database as that audience's own role. */
export function openDoor({ connections, keys, clock, chance, onLost = () => {} }: DoorParts): Door {
	const pools = new Map<Audience, Sessions<Tables>>();
	for (const [audience, connection] of Object.entries(connections) as [Audience, pg.PoolConfig][]) {
		const sessions = openSessions<Tables>({
			max: 10,
			connectionTimeoutMillis: patience,
			...connection,
			application_name: `spoor ${audience}`,
		});
		const { pool } = sessions;
		pool.on("error", onLost);
		// One that is lost while it is in use has its own listener: its statement fails, the process does not.
		pool.on("connect", (session) => session.on("error", () => {}));
		pools.set(audience, sessions);
	}
	const at = (audience: Audience) => {
		const found = pools.get(audience);
		if (!found) throw new Error(`This process does not serve ${audience}`);
		return found;
	};
	const context = { now: () => clock.now(), chance, keys };
	return {
		as: (actor) => acting(actor, at(actor.kind), context),
		ask: async (audience, call) => (await call.execute(at(audience).database)).rows,
		alive: async (audience) => void (await sql`select 1`.execute(at(audience).database)),
		close: async () => void (await Promise.all([...pools.values()].map(({ database }) => database.destroy()))),
	};
}

type Look<T> = (tx: Tx, sealed: Marker) => Promise<T>;

function acting(actor: Actor, { transaction }: Sessions<Tables>, context: Pick<Acting, "now" | "chance" | "keys">): Acting {
	const { keys } = context;

	// The refusal itself is logged, in a transaction of its own: the refused one leaves nothing behind.
	async function refused(subjects: readonly string[], purpose: string, entry: Entry, clause: string): Promise<void> {
		await transaction((tx) => beginWithEntry(tx, actor, subjects, purpose, { ...entry, clause }, "refused"));
	}

	// What is not there and what is another's are written down alike, for the privacy officer alone: about nobody, since nothing was seen,
	// and with the same statements whoever was asked for, so that neither the answer nor its time tells which of the two it was.
	async function missed(subject: string, purpose: string, entry: Entry): Promise<void> {
		const asked = actor.kind === "staff" ? (["candidate", subject] as const) : entry.object;
		const known = asked && isId(asked[1]) ? { object: asked } : {};
		await refused([], purpose, { action: entry.action, ...known }, "R1.2");
	}

	async function guarded<T>(subjects: readonly string[], purpose: PurposeId, entry: Entry, work: () => Promise<T>): Promise<T> {
		try {
			return await work();
		} catch (error) {
			if (error instanceof NotAllowed) await refused(subjects, purpose, entry, error.clause);
			else if (isMissing(error) && subjects.length === 1) await missed(subjects[0] as string, purpose, entry);
			throw error;
		}
	}

	async function look<T>(subject: string | undefined, purpose: PurposeId, entry: Entry, work: Look<T>) {
		const subjects = subject ? [subject] : [];
		return guarded(subjects, purpose, entry, async () => {
			let appended: Promise<string> | undefined;
			const { found, people } = await transaction(async (tx) => {
				await begin(tx, actor, subjects, purpose, undefined, true);
				const found = await work(tx, marked);
				const people = subjectsIn(found);
				const named = subject ? people.filter((person) => person !== subject) : [];
				// Not waited for here: the commit goes out behind it, and commits nothing when it failed.
				appended = append(tx, actor, subject ? subjects : people, named, purpose, entry);
				appended.catch(() => {});
				return { found, people };
			}).catch(async (error: unknown) => {
				await appended;
				throw error;
			});
			const id = await (appended as unknown as Promise<string>);
			const opened = people.length === 0 ? new Map() : await keys.open({ entry: id, actor: actor.id, subjects: people });
			return openResult(found, opened);
		});
	}

	return {
		actor,
		...context,
		act: (subject, purpose, entry, work) => {
			const subjects = typeof subject === "string" ? [subject] : subject;
			return guarded(subjects, purpose, entry, () =>
				transaction(async (tx) => {
					if (entry.continues) await begin(tx, actor, subjects, purpose, entry.continues);
					const id = entry.continues ?? (await beginWithEntry(tx, actor, subjects, purpose, entry, "allowed"));
					return work(tx, sealer(keys), id);
				}),
			);
		},
		read: (subject, purpose, entry, work) => look(subject, purpose, entry, work),
		list: (purpose, entry, work) => look(undefined, purpose, entry, work),
	};
}

/** Sets who acts, on whom and why, for this transaction only. A single subject opens that one dossier; many open headers. */
async function begin(
	tx: Tx,
	actor: Actor,
	subjects: readonly string[],
	purpose: string,
	entry: string | undefined,
	look = false,
): Promise<void> {
	const asks = look && subjects.length === 1 && actor.kind === "staff";
	const knows = asks ? sql`, app.knows(${actor.id}::uuid, ${subjects[0]}::uuid) as known` : sql``;
	const { rows } = await sql<{ known?: boolean }>`select ${context(actor, subjects, purpose, entry)}${knows}`.execute(tx);
	if (asks && !rows[0]?.known) throw new NotFound();
}

const context = (actor: Actor, subjects: readonly string[], purpose: string, entry: string | undefined) =>
	sql`set_config('app.actor', ${actor.id}, true), set_config('app.subject', ${subjects.length === 1 ? subjects[0] : ""}, true),
		set_config('app.purpose', ${purpose}, true), set_config('app.entry', ${entry ?? ""}, true)`;

/** The same with the log entry that comes before everything else, in one statement: "offset 0" keeps its parts in their order. */
async function beginWithEntry(
	tx: Tx,
	actor: Actor,
	subjects: readonly string[],
	purpose: string,
	entry: Entry,
	outcome: "allowed" | "refused",
): Promise<string> {
	const { rows } = await sql<{ id: string }>`select set_config('app.entry', e.id::text, true), e.id
		from (select ${appending(actor, subjects, [], purpose, entry, outcome)} as id
			from (select ${context(actor, subjects, purpose, undefined)} offset 0) c offset 0) e`.execute(tx);
	return written(rows);
}

async function append(
	tx: Tx,
	actor: Actor,
	subjects: readonly string[],
	named: readonly string[],
	purpose: string,
	entry: Entry,
): Promise<string> {
	const { rows } = await sql<{
		id: string;
	}>`select ${appending(actor, subjects, named, purpose, entry, "allowed")} as id`.execute(tx);
	return written(rows);
}

function written(rows: readonly { id: string }[]): string {
	const id = rows[0]?.id;
	if (!id) throw new Error("The log entry was not written");
	return id;
}

const appending = (
	actor: Actor,
	subjects: readonly string[],
	named: readonly string[],
	purpose: string,
	entry: Entry,
	outcome: "allowed" | "refused",
) => sql`audit.append(${actor.kind}, ${[...actor.roles]}::text[], ${entry.onBehalfOf ?? null}::uuid,
	${actor.sessionId ?? null}::uuid, ${[...subjects]}::uuid[], ${[...named]}::uuid[], ${entry.action}, ${entry.object?.[0] ?? null},
	${entry.object?.[1] ?? null}::uuid, ${purpose}, ${entry.ground ?? null}, ${entry.clause ?? null}, ${outcome}, ${actor.traceId ?? null}, null)`;
