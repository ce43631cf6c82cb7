import { sha256 } from "../platform/hash.ts";

/** What a hash is taken of when nothing is attached: the text itself, whatever its line ends. */
export const hashOf = (content: string | Uint8Array): string =>
	sha256(typeof content === "string" ? content.replaceAll("\r\n", "\n").trimEnd() : content).toString("hex");
