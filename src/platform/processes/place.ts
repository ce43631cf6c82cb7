import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { closedFolder, ensureAccounts, isRoot, ownedDirectory } from "./accounts.ts";

const home = "/var/lib/spoor";

/** Where this installation keeps its data: the demonstration and the real agency apart. Throws when system users cannot get there. */
export function dataFolder(mode: string, checkout: string, chosen: string | undefined): string {
	const kind = mode === "agency" ? "agency" : "demo";
	const folder = chosen ?? join(isRoot && closedFolder(checkout) ? home : join(checkout, ".data"), kind);
	mkdirSync(folder, { recursive: true, mode: 0o755 });
	const closed = isRoot ? closedFolder(join(realpathSync(folder), "..")) : undefined;
	if (closed)
		throw new Error(
			`${closed} is closed to other users, so Spoor's own users cannot reach ${folder}. Choose another folder with SPOOR_DATA.`,
		);
	return realpathSync(folder);
}

export interface Places {
	data: string;
	run: string;
	secrets: string;
	logs: string;
	keysSocket: string;
	rendererSocket: string;
	keyStore: string;
	files: string;
	mail: string;
}

/** The file that says a data folder was not proven yet; Spoor does not start on one that has it. */
export const unproven = (data: string): string => join(data, "restore-not-finished");

/** Makes the folders inside the data folder, each open to its own users only. */
export function layOut(data: string): Places {
	ensureAccounts();
	const at = (...parts: string[]) => join(data, ...parts);
	ownedDirectory(data, "root", "root", 0o711);
	ownedDirectory(at("run"), "root", "root", 0o711);
	ownedDirectory(at("secrets"), "root", "root", 0o700);
	ownedDirectory(at("logs"), "root", "root", 0o700);
	// The set-group bit gives a socket the folder's group, so that the web process may connect to it.
	ownedDirectory(at("run", "keys"), "spoor-keys", "spoor-app", 0o2750);
	ownedDirectory(at("run", "renderer"), "spoor-render", "spoor-app", 0o2750);
	ownedDirectory(at("keys"), "spoor-keys", "spoor-keys", 0o700);
	ownedDirectory(at("files"), "spoor-app", "spoor-app", 0o700);
	ownedDirectory(at("mail"), "spoor-app", "spoor-app", 0o700);
	return {
		...{ data, run: at("run"), secrets: at("secrets"), logs: at("logs") },
		...{ keysSocket: at("run", "keys", "socket"), rendererSocket: at("run", "renderer", "socket") },
		...{ keyStore: at("keys"), files: at("files"), mail: at("mail") },
	};
}

/**
 * The folder from which Spoor's own users can run it: the checkout, or a copy of what runs when the checkout lies where only
 * root may go (such as /root).
 */
export function runnableFrom(checkout: string): string {
	if (!isRoot || !closedFolder(checkout)) return checkout;
	const copy = join(home, "house");
	const lock = readFileSync(join(checkout, "package-lock.json"), "utf8");
	const stamp = join(copy, "package-lock.json");
	mkdirSync(copy, { recursive: true });
	const fresh = existsSync(stamp) && readFileSync(stamp, "utf8") === lock;
	for (const part of ["dist", "src", "db", "docs", "package.json", ...(fresh ? [] : ["node_modules"])]) {
		if (!existsSync(join(checkout, part))) continue;
		rmSync(join(copy, part), { recursive: true, force: true });
		cpSync(join(checkout, part), join(copy, part), { recursive: true, verbatimSymlinks: true });
	}
	writeFileSync(stamp, lock);
	spawnSync("chmod", ["-R", "go+rX", copy]);
	return copy;
}

/** Node itself lies in the checkout's node_modules too. */
export function nodeFrom(checkout: string, runnable: string): string {
	const node = realpathSync(process.execPath);
	const inside = relative(realpathSync(checkout), node);
	return inside.startsWith("..") ? node : join(runnable, inside);
}
