import { existsSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { careOver, careSocket } from "../keys/wire.ts";
import { runningPostmaster, stopPostmaster } from "../postgres/postmaster.ts";
import { prepareRoles, renewSuperuser } from "../postgres/roles.ts";
import { secret } from "../postgres/secrets.ts";
import type { Account } from "./accounts.ts";
import { type Program, type ReadyLine, runToEnd, startProgram } from "./child.ts";
import { type DatabasePlace, externalPlace, prepareEmbedded, prepareExternal, refuseMixing, startEmbedded } from "./database.ts";
import { type Choices, environmentFor, type ProgramName } from "./environment.ts";
import { clearLeftovers, forgetPid, notePid } from "./leftovers.ts";
import { nodeArguments } from "./node-arguments.ts";
import type { Places } from "./place.ts";
import { renewing } from "./renewal.ts";
import { masterDue, rotateMaster } from "./rotate-master.ts";
import { type Supervised, supervise } from "./supervise.ts";

const accounts: Record<ProgramName, Account> = {
	keys: "spoor-keys",
	renderer: "spoor-render",
	catcher: "spoor-app",
	worker: "spoor-app",
	server: "spoor-app",
	seed: "spoor-app",
};

export interface Plan {
	places: Places;
	choices: Choices;
	databaseUrl: string | undefined;
	/** The Node binary and the folder to run in, both reachable by the system users. */
	node: string;
	cwd: string;
	/** Folder of the bundled roots. */
	programs: string;
	say: (line: string) => void;
}

export interface House {
	/** What the seed said about signing in; empty outside a demonstration. */
	hints: readonly string[];
	/** Whether the set-up code opens anything: there is no agency yet. */
	awaitsSetUp: boolean;
	pids: () => Record<string, number | undefined>;
	stop: () => Promise<void>;
}

/** A log that grew past ten megabytes begins anew; one old one is kept. */
function freshLog(logs: string, name: string): string {
	const path = join(logs, `${name}.log`);
	if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(path, `${path}.1`);
	return path;
}

function programOf(plan: Plan, name: ProgramName, place: DatabasePlace): Program {
	return {
		name,
		account: accounts[name],
		argv: [plan.node, ...nodeArguments, join(plan.programs, `${name}.js`)],
		env: environmentFor(name, plan.places, plan.choices, place),
		cwd: plan.cwd,
		log: freshLog(plan.places.logs, name),
		network: name !== "renderer",
		began: noting(plan, name),
		patience: name === "seed" ? 600 : 120, // a busy or slow machine; whoever ends before it is ready is known at once
	};
}

/** Notes a process. That there is no room for the note is no reason to do without the process. */
const noting =
	({ places, say }: Plan, name: string) =>
	(pid: number): void => {
		try {
			notePid(places.run, name, pid);
		} catch (error) {
			say(`${name}: its process number could not be noted (${(error as NodeJS.ErrnoException).code})`);
		}
	};

/** The database, and how its passwords are renewed while it runs. */
interface Prepared {
	place: DatabasePlace;
	renew: () => Promise<DatabasePlace["passwords"]>;
}

async function startDatabase(plan: Plan, up: (started: Supervised) => void): Promise<Prepared> {
	const { data, run, secrets } = plan.places;
	const url = plan.databaseUrl;
	if (url) {
		const renew = () => prepareRoles(externalPlace(url).administrator, secrets);
		return { place: await prepareExternal(url, secrets), renew };
	}
	const note = noting(plan, "postgres");
	let made = false; // once only: a folder that is gone later is a disk that is gone, and no reason to begin an empty database
	const start = async () => {
		const running = await startEmbedded(data, note, !made);
		made = true;
		return running;
	};
	up(await supervise({ name: "postgres", start, say: plan.say }));
	const superuser = async () => {
		const known = { host: join(run, "postgres"), port: 5432, database: "postgres", user: "postgres" };
		return { ...known, password: await renewSuperuser({ ...known, password: secret(secrets, "postgres") }, secrets) };
	};
	const place = await prepareEmbedded(await superuser(), secrets);
	return { place, renew: async () => prepareRoles(await superuser(), secrets) };
}

/** What an earlier supervisor left behind when it was killed: its programs first, then its database server. */
export async function clearHouse(places: Places): Promise<void> {
	await clearLeftovers(places.run, Object.keys(accounts));
	const postmaster = runningPostmaster(join(places.data, "pg"));
	if (postmaster) await stopPostmaster(postmaster);
	forgetPid(places.run, "postgres");
}

/** Waits for all, also when one fails, so that what did start is known and can be stopped. */
async function together(begun: readonly Promise<void>[]): Promise<void> {
	for (const one of await Promise.allSettled(begun)) if (one.status === "rejected") throw one.reason;
}

/** Starts everything in order and keeps it running. Rejects, with all stopped again, when something does not start. */
export async function openHouse(plan: Plan): Promise<House> {
	await clearHouse(plan.places);
	const started: Supervised[] = [];
	let stopRenewing = () => {};
	const stop = async () => {
		stopRenewing();
		const named = (name: string) => started.filter((one) => one.name === name);
		const last = new Set(["keys", "postgres"]);
		await Promise.all(started.filter((one) => !last.has(one.name)).map((one) => one.stop()));
		for (const name of last) for (const one of named(name)) await one.stop();
		for (const one of started) forgetPid(plan.places.run, one.name);
	};
	try {
		const { place, renew } = await startDatabase(plan, (one) => started.push(one));
		refuseMixing(plan.choices.mode, place.holds);
		const awaitsSetUp = plan.choices.mode === "agency" && place.holds === "nothing";
		const choices = awaitsSetUp ? plan.choices : { ...plan.choices, setupCodeSha256: undefined };
		const begin = async (name: ProgramName) => {
			// Anew at each start: the passwords that it is told may have been renewed.
			const start = () => startProgram(programOf({ ...plan, choices }, name, place));
			started.push(await supervise({ name, start, say: plan.say }));
		};
		await together([begin("keys"), begin("renderer"), ...(plan.choices.catcherPort ? [begin("catcher")] : [])]);
		const said = await seed(plan, place);
		await together([begin("worker"), begin("server")]);
		const renewAll = async () => {
			Object.assign(place.passwords, await renew());
			const told = started.filter(({ name }) => ["keys", "worker", "server"].includes(name));
			for (const one of told) await one.restart();
		};
		const store = plan.places.keyStore;
		const master = async () => {
			const care = careOver(careSocket(store));
			await rotateMaster(place, care).finally(care.close);
		};
		stopRenewing = renewing({ passwords: renewAll, masterDue: (now) => masterDue(store, now), master, say: plan.say });
		return {
			hints: Array.isArray(said?.hints) ? said.hints.map(String) : [],
			awaitsSetUp,
			pids: () => Object.fromEntries(started.map((one) => [one.name, one.pid()])),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Fills the demonstration on its first start; on later ones the seed only says how to sign in. */
async function seed(plan: Plan, place: DatabasePlace): Promise<ReadyLine | undefined> {
	if (plan.choices.mode === "agency" || !existsSync(join(plan.programs, "seed.js"))) return undefined;
	if (place.holds === "nothing") plan.say("Filling the demonstration (only this first time; it takes some minutes)");
	const said = await runToEnd(programOf(plan, "seed", place));
	forgetPid(plan.places.run, "seed");
	return said;
}
