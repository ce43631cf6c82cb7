import { statSync } from "node:fs";
import { join } from "node:path";
import { logDeed } from "../backup/after.ts";
import { masterFiles } from "../keys/master.ts";
import type { KeyCare, Rotated } from "../keys/service.ts";
import { type DatabasePlace, sessionAs } from "./database.ts";

/** A master key is replaced each year, by Spoor itself at night or sooner by `bin/keys rotate`. */
export const masterDays = 365;

/** Is the newest master key of this store that old? */
export function masterDue(store: string, now: Date): boolean {
	const made = Math.max(0, ...masterFiles(store).map((name) => statSync(join(store, name)).mtimeMs));
	return made > 0 && now.getTime() - made >= masterDays * 24 * 60 * 60 * 1000;
}

/** Replaces the master key beside a running Spoor; the log says so before it is done. Cut off half-way it goes on the next time. */
export async function rotateMaster(place: Omit<DatabasePlace, "holds">, care: KeyCare): Promise<Rotated> {
	const session = await sessionAs(place, "backup");
	await logDeed(session, "rotateKeys").finally(() => session.end());
	return care.rotate();
}
