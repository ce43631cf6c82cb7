import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A password kept in `folder`, made on first use. The folder is the supervisor's alone; children get theirs by environment. */
export function secret(folder: string, name: string): string {
	const path = join(folder, `${name}.password`);
	if (existsSync(path)) return readFileSync(path, "utf8").trim();
	const made = prepared(folder, name);
	adopt(folder, name);
	return made;
}

/** A new password beside the one that counts, for who must tell the database first. */
export function prepared(folder: string, name: string): string {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const made = randomBytes(24).toString("base64url");
	writeFileSync(join(folder, `${name}.password.new`), `${made}\n`, { mode: 0o600, flush: true });
	return made;
}

/** The prepared password counts from now on; false when there is none. */
export function adopt(folder: string, name: string): boolean {
	const path = join(folder, `${name}.password`);
	if (!existsSync(`${path}.new`)) return false;
	renameSync(`${path}.new`, path);
	return true;
}

/** PostgreSQL's form of a SCRAM-SHA-256 password (RFC 5803), so that the password itself is in no statement and no server log. */
export function scramVerifier(password: string, salt: Buffer): string {
	const rounds = 4096;
	const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
	const hmac = (text: string) => createHmac("sha256", salted).update(text).digest();
	const stored = createHash("sha256").update(hmac("Client Key")).digest("base64");
	return `SCRAM-SHA-256$${rounds}:${salt.toString("base64")}$${stored}:${hmac("Server Key").toString("base64")}`;
}
