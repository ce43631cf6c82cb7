import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from "kysely";
import pg from "pg";
import { NotAllowed } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Actor, Audience } from "./actor.ts";
import type { Chance, Clock } from "./clock.ts";
import type { KeyService } from "./keys/service.ts";
import { isMissing, NotFound } from "./missing.ts";
import { type Marker, marked, type Opened, openResult, type Sealer, sealer, subjectsIn } from "./sealing.ts";
import type { Tables } from "./tables.ts";

export { type RawBuilder, sql };
export type Tx = Transaction<Tables>;

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
	const pools = new Map<Audience, Kysely<Tables>>();
	for (const [audience, connection] of Object.entries(connections) as [Audience, pg.PoolConfig][]) {
		const pool = new pg.Pool({ max: 10, connectionTimeoutMillis: patience, ...connection, application_name: `spoor ${audience}` });
		pool.on("error", onLost);
		// One that is lost while it is in use has its own listener: its statement fails, the process does not.
		pool.on("connect", (session) => session.on("error", () => {}));
		pools.set(audience, new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }));
	}
	const database = (audience: Audience) => {
		const found = pools.get(audience);
		if (!found) throw new Error(`This process does not serve ${audience}`);
		return found;
	};
	const context = { now: () => clock.now(), chance, keys };
	return {
		as: (actor) => acting(actor, database(actor.kind), context),
		ask: async (audience, call) => (await call.execute(database(audience))).rows,
		alive: async (audience) => void (await sql`select 1`.execute(database(audience))),
		close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.destroy()))),
	};
}

function acting(actor: Actor, database: Kysely<Tables>, context: Pick<Acting, "now" | "chance" | "keys">): Acting {
	const { keys } = context;

	// The refusal itself is logged, in a transaction of its own: the refused one leaves nothing behind.
	async function refused(subjects: readonly string[], purpose: string, entry: Entry, clause: string): Promise<void> {
		await database.transaction().execute(async (tx) => {
			await begin(tx, actor, subjects, purpose, undefined);
			await append(tx, actor, subjects, [], purpose, { ...entry, clause }, "refused");
		});
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

	async function look<T>(
		subject: string | undefined,
		purpose: PurposeId,
		entry: Entry,
		work: (tx: Tx, sealed: Marker) => Promise<T>,
	) {
		const subjects = subject ? [subject] : [];
		return guarded(subjects, purpose, entry, async () => {
			const { found, id, people } = await database.transaction().execute(async (tx) => {
				await begin(tx, actor, subjects, purpose, undefined, true);
				const found = await work(tx, marked);
				const people = subjectsIn(found);
				const named = subject ? people.filter((person) => person !== subject) : [];
				const id = await append(tx, actor, subject ? subjects : people, named, purpose, entry, "allowed");
				return { found, id, people };
			});
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
				database.transaction().execute(async (tx) => {
					await begin(tx, actor, subjects, purpose, entry.continues);
					const id = entry.continues ?? (await append(tx, actor, subjects, [], purpose, entry, "allowed"));
					if (!entry.continues) await sql`select set_config('app.entry', ${id}, true)`.execute(tx);
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
	const [subject] = subjects.length === 1 ? subjects : [];
	const asks = look && subject !== undefined && actor.kind === "staff";
	const { rows } = await sql<{
		known?: boolean;
	}>`select set_config('app.actor', ${actor.id}, true), set_config('app.subject', ${subject ?? ""}, true),
		set_config('app.purpose', ${purpose}, true), set_config('app.entry', ${entry ?? ""}, true)${
			asks ? sql`, app.knows(${actor.id}::uuid, ${subject}::uuid) as known` : sql``
		}`.execute(tx);
	if (asks && !rows[0]?.known) throw new NotFound();
}

async function append(
	tx: Tx,
	actor: Actor,
	subjects: readonly string[],
	named: readonly string[],
	purpose: string,
	entry: Entry,
	outcome: "allowed" | "refused",
): Promise<string> {
	const { rows } = await sql<{
		id: string;
	}>`select audit.append(${actor.kind}, ${[...actor.roles]}::text[], ${entry.onBehalfOf ?? null}::uuid,
		${actor.sessionId ?? null}::uuid, ${[...subjects]}::uuid[], ${[...named]}::uuid[], ${entry.action}, ${entry.object?.[0] ?? null},
		${entry.object?.[1] ?? null}::uuid, ${purpose}, ${entry.ground ?? null}, ${entry.clause ?? null}, ${outcome}, ${actor.traceId ?? null}, null) as id`.execute(
		tx,
	);
	const id = rows[0]?.id;
	if (!id) throw new Error("The log entry was not written");
	return id;
}
