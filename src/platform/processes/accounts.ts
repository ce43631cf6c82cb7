import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, chownSync, constants, mkdirSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The system users of house.md 3 and 17. Only those in group `spoor` reach the database's socket. */
export type Account = "spoor-db" | "spoor-keys" | "spoor-app" | "spoor-render";
const members: Record<Account, boolean> = { "spoor-db": true, "spoor-keys": true, "spoor-app": true, "spoor-render": false };

export const isRoot = process.getuid?.() === 0;

function run(command: string, ...args: string[]): string {
	const done = spawnSync(command, args, { encoding: "utf8" });
	if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${done.error?.message ?? done.stderr}`);
	return done.stdout;
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** Whether a command is installed. */
export function installed(command: string): boolean {
	return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"].some((folder) => {
		try {
			accessSync(join(folder, command), constants.X_OK);
			return true;
		} catch {
			return false;
		}
	});
}

function ensure(exists: () => boolean, make: () => void): void {
	if (exists()) return;
	try {
		make();
	} catch (error) {
		if (!exists()) throw error; // another start of Spoor may have made it at the same moment
	}
}

/** As root: makes the group and the system users that are missing. Otherwise nothing: all runs as the present user. */
export function ensureAccounts(): void {
	if (!isRoot) return;
	ensure(
		() => succeeds("getent", "group", "spoor"),
		() => run("groupadd", "--system", "spoor"),
	);
	for (const [name, inGroup] of Object.entries(members)) {
		ensure(
			() => succeeds("id", name),
			() => {
				const groups = inGroup ? ["--groups", "spoor"] : [];
				const home = ["--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin"];
				run("useradd", "--system", "--user-group", ...groups, ...home, name);
			},
		);
	}
}

const ids = new Map<string, number>();
function idOf(kind: "passwd" | "group", name: string): number {
	const key = `${kind} ${name}`;
	const known = ids.get(key) ?? Number(run("getent", kind, name).split(":")[2]);
	ids.set(key, known);
	return known;
}

/** Makes a directory with exactly this owner and mode (an existing one is put right). */
export function ownedDirectory(path: string, owner: Account | "root", group: string, mode: number): void {
	mkdirSync(path, { recursive: true });
	if (isRoot) chownSync(path, owner === "root" ? 0 : idOf("passwd", owner), group === "root" ? 0 : idOf("group", group));
	chmodSync(path, mode); // after chown, which takes the set-group bit away
}

/** Gives one file or directory to an account. */
export function giveTo(path: string, owner: Account): void {
	if (isRoot) chownSync(path, idOf("passwd", owner), idOf("group", owner));
}

/** The first folder on the way to `path` that other users may not enter, or undefined when they can reach it. */
export function closedFolder(path: string): string | undefined {
	const folders: string[] = [];
	for (let folder = path; ; folder = dirname(folder)) {
		folders.unshift(folder);
		if (folder === dirname(folder)) break;
	}
	return folders.find((folder) => {
		const found = statSync(folder, { throwIfNoEntry: false });
		return found !== undefined && (found.mode & 0o001) === 0;
	});
}

export interface As {
	account: Account;
	/** What the process gets when this one dies, however that happens: nothing outlives the supervisor. */
	deathSignal: "SIGTERM" | "SIGINT" | "SIGQUIT" | "SIGKILL";
	network?: boolean;
}

const namespaces = () => succeeds("unshare", "--map-root-user", "--net", "true");

/** The command that runs `argv` as an account: same pid, no new privileges, without network when asked. */
export function commandAs(as: As, argv: readonly string[]): [string, string[]] {
	const words: string[] = [];
	if (as.network === false && (isRoot || namespaces()))
		words.push("unshare", ...(isRoot ? [] : ["--map-root-user"]), "--net", "--");
	if (installed("setpriv")) {
		words.push("setpriv", "--no-new-privs");
		if (isRoot) words.push(`--reuid=${as.account}`, `--regid=${as.account}`, "--init-groups");
		words.push("--pdeathsig", as.deathSignal.slice(3), "--");
	} else if (isRoot) throw new Error("setpriv (package util-linux) is needed to run as root");
	const [command, ...args] = [...words, ...argv];
	return [command ?? "", args];
}
