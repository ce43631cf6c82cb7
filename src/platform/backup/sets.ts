import {
	createReadStream,
	createWriteStream,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Lock, type Opener, openSet, type SetKind, SetRefused, sealSet } from "./container.ts";

/** How long a set lives, in days: keys shorter, so that what is destroyed is gone from every backup within a week (R12.2). */
export const lifetime: Record<SetKind, number> = { data: 35, keys: 7 };

const named = /^spoor-(data|keys)-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.set$/;

/** Writes a set into a folder under a name that tells kind and moment; a file of that name is whole. Answers path and the content's own word. */
export async function writeSet<M>(
	kind: SetKind,
	folder: string,
	lock: Lock,
	content: AsyncGenerator<Buffer, M>,
	now: Date,
): Promise<{ path: string; manifest: M }> {
	const path = join(folder, `spoor-${kind}-${now.toISOString().replace(/\.\d+/, "").replaceAll(":", "")}.set`);
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	let manifest: M | undefined;
	const told = async function* () {
		manifest = yield* content;
	};
	try {
		await pipeline(
			Readable.from(sealSet(kind, lock, told())),
			createWriteStream(`${path}.part`, { flags: "wx", mode: 0o600, flush: true }),
		);
	} catch (error) {
		rmSync(`${path}.part`, { force: true });
		throw error;
	}
	renameSync(`${path}.part`, path);
	return { path, manifest: manifest as M };
}

/** A set's content, as far as it is proven. */
export const readSet = (kind: SetKind, path: string, opener: Opener): AsyncGenerator<Buffer> =>
	openSet(kind, opener, createReadStream(path, { highWaterMark: 1024 * 1024 }));

/** Removes the sets of a kind that have lived longer than they may. Answers how many. */
export function removeOld(kind: SetKind, folder: string, now: Date): number {
	const old = readdirSync(folder).filter((name) => {
		const [, what, day, hour, minute, second] = named.exec(name) ?? [];
		return (
			what === kind && now.getTime() - Date.parse(`${day}T${hour}:${minute}:${second}Z`) > lifetime[kind] * 24 * 60 * 60 * 1000
		);
	});
	for (const name of old) rmSync(join(folder, name));
	return old.length;
}

/** The files meant: a file itself, or all sets of a kind in a folder. */
export function setsAt(kind: SetKind, path: string): string[] {
	if (statSync(path).isFile()) return [path];
	return readdirSync(path)
		.filter((name) => named.exec(name)?.[1] === kind)
		.map((name) => join(path, name));
}

export const samePlace = (one: string, other: string): boolean => {
	for (const folder of [one, other]) mkdirSync(folder, { recursive: true, mode: 0o700 });
	return realpathSync(one) === realpathSync(other);
};

type Env = Readonly<Record<string, string | undefined>>;

function passphraseOf(kind: SetKind, env: Env): string | undefined {
	const name = `BACKUP_${kind.toUpperCase()}_PASSPHRASE`;
	const file = env[`${name}_FILE`];
	return file ? readFileSync(file, "utf8").replace(/\r?\n$/, "") : env[name];
}

/** The lock of a kind of set: a recipient's public key file, else the passphrase in the environment or in a file named there. */
export function lockOf(kind: SetKind, recipient: string | undefined, env: Env = process.env): Lock {
	if (recipient) return { recipient: readFileSync(recipient, "utf8") };
	const passphrase = passphraseOf(kind, env);
	if (passphrase) return { passphrase };
	throw new SetRefused(`give BACKUP_${kind.toUpperCase()}_PASSPHRASE_FILE or --${kind}-recipient`);
}

export function openerOf(kind: SetKind, identity: string | undefined, env: Env = process.env): Opener {
	if (identity) return { identity: readFileSync(identity, "utf8") };
	const passphrase = passphraseOf(kind, env);
	if (passphrase) return { passphrase };
	throw new SetRefused(`give BACKUP_${kind.toUpperCase()}_PASSPHRASE_FILE or --${kind}-identity`);
}

/** Throws when one secret would open both sets: then they are one. */
export function refuseOneLock(data: Lock, keys: Lock): void {
	if (JSON.stringify(data) === JSON.stringify(keys)) throw new SetRefused("data and keys need a passphrase or key file each");
}
