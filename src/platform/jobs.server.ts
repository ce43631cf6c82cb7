import { Logger, parseCronItems, run } from "graphile-worker";
import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "./db.server.ts";
import { plainError, type TechnicalLog } from "./technical-log.ts";

/** Adds a job in this transaction: it is there when the transaction is. A job carries ids only; a key that is already waiting is replaced. */
export async function enqueue(
	tx: Tx,
	task: string,
	payload: { id: string },
	when: { runAt?: Date; key?: string } = {},
): Promise<void> {
	await sql`select app.enqueue(${task}, ${JSON.stringify({ id: payload.id })}::json, ${when.runAt ?? null}::timestamptz, ${when.key ?? null})`.execute(
		tx,
	);
}

/** One kind of background work. With `every` (a crontab pattern, UTC) it also runs by itself, without an id. */
export interface Task {
	readonly name: string;
	readonly every?: string;
	readonly run: (id: string | undefined) => Promise<void>;
}

export interface Queue {
	readonly failed: Promise<unknown>;
	stop(): Promise<void>;
}

/**
 * Runs the queue, signed in as spoor_jobs, who sees the queue and nothing else. A task that throws is tried again later. One process at a time
 * has the queue; another waits for it. What the one before was at when it died is free again at once.
 */
export async function runQueue(connection: pg.PoolConfig, tasks: readonly Task[], log: TechnicalLog): Promise<Queue> {
	const pool = new pg.Pool({ ...connection, max: 8, application_name: "spoor jobs" });
	pool.on("error", (error) => log.warn({ err: error.message }, "queue connection lost"));
	pool.on("connect", (one) => one.on("error", () => {}));
	const letGo = await takeQueue(connection);
	const runner = await run({
		pgPool: pool,
		concurrency: 4,
		noHandleSignals: true,
		pollInterval: 1000,
		logger: new Logger(() => (level, message) => level === "error" && log.error(message)),
		taskList: Object.fromEntries(
			tasks.map((task) => [
				task.name,
				(payload: unknown) =>
					task.run((payload as { id?: string }).id).catch((error: unknown) => {
						// The queue keeps an error's words in a plain column: it gets none.
						log.error({ task: task.name, ...plainError(error) }, "task failed");
						throw new Error(`${task.name} failed`);
					}),
			]),
		),
		parsedCronItems: parseCronItems(
			tasks.flatMap(({ name, every }) => (every ? [{ task: name, match: every, options: { backfillPeriod: 0 } }] : [])),
		),
	});
	return {
		failed: runner.promise,
		stop: async () => {
			await runner.stop();
			await pool.end();
			await letGo();
		},
	};
}

/** Waits until the queue is this process's, and frees what dead ones still had: the queue itself would wait four hours. Answers how to let go. */
async function takeQueue(connection: pg.PoolConfig): Promise<() => Promise<void>> {
	let session: pg.Client | undefined;
	let ended = false;
	const take = async (): Promise<pg.Client> => {
		const made = new pg.Client({ ...connection, application_name: "spoor queue" });
		made.on("error", () => {});
		try {
			await made.connect();
			await made.query("select pg_advisory_lock(7068)");
		} catch (error) {
			await made.end().catch(() => {});
			throw error;
		}
		made.once("end", () => void again());
		session = made;
		return made;
	};
	// Lost with the database: taken again when that is back. What is under way here stays ours.
	const again = async () => {
		while (!ended) {
			await new Promise((resolve) => setTimeout(resolve, 1000));
			if (ended || (await take().catch(() => undefined))) return;
		}
	};
	await (await take()).query(
		"select graphile_worker.force_unlock_workers(array(select locked_by from graphile_worker.jobs where locked_by is not null))",
	);
	return async () => {
		ended = true;
		await session?.end().catch(() => {});
	};
}

/** Who is at work on what, so that work whose worker died can be told from work that goes on. */
export interface Living {
	/** Claims this id until it is let go or this process dies; undefined when somebody else has it. */
	hold(id: string): Promise<(() => Promise<void>) | undefined>;
	close(): Promise<void>;
}

/** Claims are locks of a database session: they end with the process that held them, however it ends. */
export function livingIn(connection: pg.PoolConfig): Living {
	const pool = new pg.Pool({ ...connection, max: 8, application_name: "spoor claims" });
	pool.on("error", () => {});
	pool.on("connect", (session) => session.on("error", () => {})); // a claim is lost with its session; the sweep will say so
	const mine = new Set<string>(); // while this process lives its work goes on, whatever became of the session
	return {
		async hold(id) {
			if (mine.has(id)) return undefined;
			const session = await pool.connect();
			try {
				const { rows } = await session.query<{ held: boolean }>(
					"select pg_try_advisory_lock(hashtextextended($1, 7067)) as held",
					[id],
				);
				if (rows[0]?.held) {
					mine.add(id);
					return async () => {
						mine.delete(id);
						const failed = await session.query("select pg_advisory_unlock(hashtextextended($1, 7067))", [id]).then(
							() => undefined,
							(error: Error) => error, // the session is gone, and the claim with it
						);
						session.release(failed);
					};
				}
			} catch (error) {
				session.release(true);
				throw error;
			}
			session.release();
			return undefined;
		},
		close: () => pool.end(),
	};
}
