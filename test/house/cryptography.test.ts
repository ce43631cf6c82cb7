import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

// Where cryptography is, searched for in everything that runs, against the list in docs/CRYPTOGRAPHY.md: nothing is left out of either.
const house = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(house, path), "utf8");

/** What betrays that something encrypts, hashes, signs, draws at random or speaks TLS: modules, globals, SQL, programs. */
const traces: Readonly<Record<string, RegExp>> = {
	node: /from "(?:node:)?(?:crypto|tls|https|http2)"|(?:import|require)\(["'](?:node:)?(?:crypto|tls)["']\)/,
	browser: /\bcrypto\s*\??\.\s*(?:subtle|getRandomValues)|navigator\.credentials|@simplewebauthn\/browser/,
	libraries:
		/from "(?:@node-rs\/(?:argon2|bcrypt)|argon2|bcrypt(?:js)?|otpauth|@simplewebauthn\/server|@peculiar\/[\w-]+|pkijs|@noble\/[\w-]+|jose|jsonwebtoken|node-forge|tweetnacl|libsodium[\w-]*|crypto-js|nodemailer\/lib\/smtp-connection)"|\bssl: \{/,
	database: /\b(?:sha(?:224|256|384|512)|md5|digest|hmac|crypt|gen_salt|gen_random_bytes|pgp_\w+|encrypt|decrypt)\s*\(/i,
	programs: /\b(?:openssl|gpg|sha\d+sum|md5sum|ssh-keygen)\b/,
};
const kindsOf = (path: string) => {
	if (path.endsWith(".sql")) return ["database"];
	if (path.startsWith("bin/")) return ["programs", "node"];
	return ["node", "browser", "libraries"];
};
const isFound = (path: string, text: string) => kindsOf(path).some((kind) => traces[kind]?.test(text));
/** Hashes and ciphers that are broken or too short, by the names that programs call them. */
const weak =
	/["'`](?:md[245]|sha-?1|ripemd\w*|des(?:-[\w-]+|3)?|3des|rc[24]\w*|bf(?:-\w+)?|[\w-]+-(?:ecb|cbc|cfb|ofb)|rsa-md5|rsa-sha1)["'`]/gi;

const files = globSync("{src,db/migrations,bin}/**/*", { cwd: house, withFileTypes: false })
	.filter((path) => /\.(tsx?|sql)$/.test(path) || /^bin\/[^.]+$/.test(path))
	.filter((path) => !/\.test\.tsx?$/.test(path));
const doc = read("docs/CRYPTOGRAPHY.md");
const section = doc.slice(doc.indexOf("## Where it is in the code"));

describe("cryptography is where the list says", () => {
	it("R10.1 — every file that uses some is in the list, and every file in the list uses some", () => {
		const found = files.filter((path) => isFound(path, read(path))).sort();
		const listed = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? "").sort();
		expect(found.length).toBeGreaterThan(20);
		expect(listed).toEqual(found);
	});

	it("R10.1 — no broken hash or cipher is called by name, but where a standard has it: TOTP, and the name of a key in a certificate", () => {
		const named = files.flatMap((path) => [...read(path).matchAll(weak)].map(([name]) => `${path}: ${name}`));
		expect(named.sort()).toEqual(['src/accounts/secrets.ts: "SHA1"', 'src/platform/pdf/certificate.ts: "SHA-1"']);
	});

	it.each([
		["src/a.ts", 'import { createHash } from "node:crypto";'],
		["src/a.ts", 'const { createHash } = await import("node:crypto");'],
		["src/a.ts", 'import { connect } from "node:tls";'],
		["src/a.ts", 'import { hash } from "@node-rs/bcrypt";'],
		["src/a.ts", 'import { sha256 } from "@noble/hashes";'],
		["src/ui/islands/a.ts", "await globalThis.crypto?.subtle.digest(name, bytes)"],
		["src/a.ts", "crypto.getRandomValues(bytes)"],
		["db/migrations/a.sql", "select encode(sha256(value), 'hex')"],
		["db/migrations/a.sql", "select pgp_sym_encrypt(a, b)"],
		["bin/a", "openssl enc -aes-256-cbc"],
	])("R10.1 — %s with %s would be found", (path, text) => expect(isFound(path, text)).toBe(true));

	it.each(["'md5'", '"des-ede3-cbc"', '"aes-128-ecb"', '"sha1"'])("R10.1 — %s would be found", (name) => {
		expect(`createHash(${name})`.match(weak)).toHaveLength(1);
	});
});
