import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { commandAs, ensureAccounts, giveTo, isRoot, ownedDirectory } from "../processes/accounts.ts";
import { postgresBinaries } from "./binaries.ts";
import { runningPostmaster, stopPostmaster, until } from "./postmaster.ts";
import { adopt, secret } from "./secrets.ts";

/** How to reach a database as one role. */
export interface Connection {
	host: string;
	port: number;
	database: string;
	user: string;
	password: string;
}

export interface Cluster {
	/** The superuser's connection, for making roles and databases only. */
	superuser: Connection;
	pid: number;
	/** Settles when the server is gone, whatever the cause. */
	gone: Promise<void>;
	stop: () => Promise<void>;
}

const account = "spoor-db" as const;
const port = 5432; // only names the socket: there is no TCP

function initialise(directory: string, binaries: string, password: string): void {
	const half = `${directory}.new`; // becomes the cluster in one step, so a kill half-way leaves nothing to mistake for one
	rmSync(half, { recursive: true, force: true });
	ownedDirectory(half, account, account, 0o700);
	const passwordFile = `${half}.password`;
	writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
	giveTo(passwordFile, account);
	const [command, args] = commandAs({ account, deathSignal: "SIGKILL" }, [
		...[join(binaries, "bin/initdb"), "--pgdata", half, "--username=postgres", `--pwfile=${passwordFile}`],
		...["--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--locale=C.UTF-8"],
		...["--locale-provider=icu", "--icu-locale=nl-NL"],
	]);
	const done = spawnSync(command, args, { encoding: "utf8", cwd: half });
	rmSync(passwordFile);
	if (done.status !== 0) throw new Error(`initdb: ${done.error?.message ?? done.stderr}`);
	writeFileSync(join(half, "pg_hba.conf"), "local all all scram-sha-256\n");
	renameSync(half, directory);
}

function settings(sockets: string, durable: boolean): string[] {
	const chosen: Record<string, string | number> = {
		listen_addresses: "",
		unix_socket_directories: sockets,
		unix_socket_permissions: "0770",
		...(isRoot ? { unix_socket_group: "spoor" } : {}),
		port,
		max_connections: 100,
		fsync: durable ? "on" : "off",
		full_page_writes: durable ? "on" : "off",
		synchronous_commit: durable ? "on" : "off",
		// The server's own log must not repeat what people's rows hold.
		log_error_verbosity: "terse",
		log_min_error_statement: "panic",
		log_parameter_max_length_on_error: 0,
	};
	return Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** True when the server answers a signed-in query; throws when it refuses our password. */
async function answers(connection: Connection): Promise<boolean> {
	const session = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
	session.on("error", () => {});
	try {
		await session.connect();
		return true;
	} catch (error) {
		if ((error as { code?: string }).code === "28P01") throw error;
		return false;
	} finally {
		await session.end().catch(() => {});
	}
}

function launch(directory: string, sockets: string, log: string, durable: boolean, binaries: string): ChildProcess {
	const [command, args] = commandAs({ account, deathSignal: "SIGINT" }, [
		...[join(binaries, "bin/postgres"), "-D", directory],
		...settings(sockets, durable),
	]);
	const output = openSync(log, "a", 0o600);
	try {
		return spawn(command, args, { cwd: directory, stdio: ["ignore", output, output], detached: true, env: { TZ: "UTC" } });
	} finally {
		closeSync(output);
	}
}

/**
 * Starts the embedded PostgreSQL on `<data>/pg` and makes it on first use. A postmaster that outlived a killed parent is
 * stopped first. As root it runs as spoor-db; its socket folder is open to group spoor only. Passwords are SCRAM, locally too.
 * Unless it may be made, a missing cluster is an error.
 */
export async function startCluster(data: string, { durable = true, mayMake = true } = {}): Promise<Cluster> {
	ensureAccounts();
	ownedDirectory(data, "root", "root", 0o711);
	const place = realpathSync(data);
	const [directory, sockets] = [join(place, "pg"), join(place, "run", "postgres")];
	const socket = join(sockets, `.s.PGSQL.${port}`);
	if (Buffer.byteLength(socket) > 107) throw new Error(`The path of the database socket is too long for the system: ${socket}`);
	ownedDirectory(join(place, "run"), "root", "root", 0o711);
	ownedDirectory(sockets, account, "spoor", 0o750);
	const binaries = postgresBinaries();
	const secrets = join(place, "secrets");
	const password = secret(secrets, "postgres");
	if (!existsSync(join(directory, "PG_VERSION"))) {
		if (!mayMake) throw new Error(`There is no database in ${directory} any more`);
		initialise(directory, binaries, password);
	}

	const orphan = runningPostmaster(directory);
	if (orphan) await stopPostmaster(orphan);
	const superuser = { host: sockets, port, database: "postgres", user: "postgres", password };
	const log = join(place, "postgres.log");
	// After a killed postmaster its back-ends take a moment to leave, and a new one refuses to start beside them.
	let server: ChildProcess | undefined;
	const up = await until(async () => {
		if (!server || server.exitCode !== null || server.signalCode !== null)
			server = launch(directory, sockets, log, durable, binaries);
		return answers(superuser).catch((error: unknown) => {
			// Renewed, and killed before that was noted: then the prepared one counts.
			if (!adopt(secrets, "postgres")) throw error;
			superuser.password = secret(secrets, "postgres");
			return false;
		});
	}, 30);
	if (!up || !server?.pid) {
		server?.kill("SIGQUIT");
		throw new Error(`PostgreSQL does not start; see ${log}`);
	}
	const running = server;
	const pid = server.pid;
	const gone = new Promise<void>((resolve) => {
		if (running.exitCode !== null || running.signalCode !== null) resolve();
		else running.once("exit", () => resolve());
	});
	return { superuser, pid, gone, stop: () => stopPostmaster(pid).then(() => gone) };
}
