import { createHash } from "node:crypto";

/** What a hash is taken of when nothing is attached: the text itself, whatever its line ends. */
export const hashOf = (content: string | Uint8Array): string =>
	createHash("sha256")
		.update(typeof content === "string" ? content.replaceAll("\r\n", "\n").trimEnd() : content)
		.digest("hex");
