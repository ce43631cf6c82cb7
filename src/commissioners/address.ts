import { strictAddress } from "../platform/address.ts";

/** One mail address as typed in a form (spaces around it are a slip), or undefined when it is anything else than one plain address. */
export function parseAddress(typed: string): { readonly text: string; readonly domain: string } | undefined {
	const text = strictAddress(typed.replace(/^ +| +$/g, ""));
	return text === undefined ? undefined : { text, domain: text.slice(text.lastIndexOf("@") + 1) };
}

/** A domain that can receive mail, in lower case; undefined when it is none. */
export const parseDomain = (typed: string): string | undefined => parseAddress(`post@${typed.trim()}`)?.domain;
