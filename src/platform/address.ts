const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const shape = new RegExp(`^${atom}(?:\\.${atom})*@(?:${label}\\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$`);

/**
 * One plain address (RFC 5321 dot-string at a domain name), or undefined: no display name, quotes, comments, lists, groups or line
 * breaks, and only ASCII. A domain in another script, also as xn--, can look like another one and is refused.
 * The domain comes back in lower case, the part before the @ as it was given.
 */
export function strictAddress(text: string): string | undefined {
	if (text.length > 254 || !shape.test(text)) return undefined;
	const at = text.lastIndexOf("@");
	const domain = text.slice(at + 1).toLowerCase();
	if (at > 64 || domain.split(".").some((part) => part.startsWith("xn--"))) return undefined;
	return `${text.slice(0, at)}@${domain}`;
}
