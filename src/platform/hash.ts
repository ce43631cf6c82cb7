import { createHash } from "node:crypto";

/** SHA-256 of these parts, one after another: what tells these very bytes from any others. */
export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part);
	return hash.digest();
}
