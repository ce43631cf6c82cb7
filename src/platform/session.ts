import {
	CompiledQuery,
	type DatabaseConnection,
	Kysely,
	PostgresDialect,
	PostgresDriver,
	Transaction,
	type TransactionSettings,
} from "kysely";
import pg from "pg";

// How the data door speaks to PostgreSQL: the same statements, with less waiting and less planning. Nothing here decides anything.

/** Statements that came before: the second time one comes it gets a name, and is parsed and planned once a connection. */
const known = new Map<string, string | undefined>();
// What varies in length (a list of values) is another text each time: a limit keeps such texts from filling the server's memory.
const mostKnown = 1000;
const mostNamed = 300;
let named = 0;

function nameOf(text: string): string | undefined {
	const name = known.get(text);
	if (name) return name;
	if (!known.has(text)) {
		if (known.size < mostKnown) known.set(text, undefined);
		return undefined;
	}
	if (named >= mostNamed) return undefined;
	const given = `s${++named}`;
	known.set(text, given);
	return given;
}

/**
 * A connection that does not wait for one answer before it sends the next statement (PostgreSQL still does them in order, and what
 * follows a failed one in a transaction fails too), and that writes what is sent in one go as one packet.
 */
class Session extends pg.Client {
	#gathering = false;

	// @ts-expect-error: pg declares this as a property with a dozen overloads; kysely uses the two that are here
	override query(given: unknown, values?: unknown, ...rest: unknown[]): unknown {
		this.#gather();
		const query = super.query as unknown as (...all: unknown[]) => unknown;
		if (typeof given !== "string" || !Array.isArray(values) || values.length === 0)
			return query.call(this, given, values, ...rest);
		const name = nameOf(given);
		return query.call(this, name ? { text: given, values, name } : { text: given, values }, ...rest);
	}
	#gather(): void {
		const { stream } = (this as unknown as { connection: { stream: NodeJS.WritableStream & { cork(): void; uncork(): void } } })
			.connection;
		if (this.#gathering) return;
		this.#gathering = true;
		stream.cork();
		process.nextTick(() => {
			this.#gathering = false;
			stream.uncork();
		});
	}
}

/** A transaction begins without waiting: what comes next goes out behind it. Whether it began is known before it is said to be committed. */
class Driver extends PostgresDriver {
	readonly #begun = new WeakMap<DatabaseConnection, Promise<unknown>>();

	override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
		if (settings.isolationLevel || settings.accessMode) return super.beginTransaction(connection, settings);
		const begun = connection.executeQuery(CompiledQuery.raw("begin"));
		begun.catch(() => {}); // it is asked below, and every statement behind it fails as well
		this.#begun.set(connection, begun);
	}
	override async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await new Promise<void>((resolve) => process.nextTick(resolve)); // behind what was asked and not waited for
		const committed = super.commitTransaction(connection as never);
		committed.catch(() => {});
		await this.#begun.get(connection);
		await committed;
	}
}

class Dialect extends PostgresDialect {
	readonly #pool: pg.Pool;
	constructor(pool: pg.Pool) {
		super({ pool });
		this.#pool = pool;
	}
	override createDriver(): PostgresDriver {
		return new Driver({ pool: this.#pool });
	}
}

export interface Sessions<T> {
	pool: pg.Pool;
	database: Kysely<T>;
	/** One transaction: all of the work or nothing. Statements that need not wait for each other may be asked together. */
	transaction<R>(work: (tx: Transaction<T>) => Promise<R>): Promise<R>;
}

/** A pool of such connections, and kysely's way to speak through it. */
export function openSessions<T>(connection: pg.PoolConfig): Sessions<T> {
	const pool = new pg.Pool({ ...connection, pipeline: true, Client: Session } as pg.PoolConfig);
	const dialect = new Dialect(pool);
	const driver = dialect.createDriver();
	const database = new Kysely<T>({ dialect });
	// kysely lets one statement of a transaction go at a time; this connection keeps the order by itself.
	const together = (tx: Transaction<T>, held: DatabaseConnection) =>
		new Transaction<T>({
			...{ config: { dialect }, dialect, driver },
			executor: tx.getExecutor().withConnectionProvider({ provideConnection: (use) => use(held) }),
		});
	return {
		pool,
		database,
		transaction: (work) =>
			database.transaction().execute((tx) => tx.getExecutor().provideConnection((held) => work(together(tx, held)))),
	};
}
