import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

// docs/GLOSSARY.md: words that are refused everywhere, because in this trade they mean something else.
const banned = ["client", "tenant", "accessrequest", "ttl", "nda"];
// What libraries and standards call their own.
const theirs = [
	/\bpg\.Client\b/g,
	/\bClientConfig\b/g,
	/\bgetBoundingClientRect\b/g,
	/\bclient(Width|Height)\b/g,
	/\bclientData(JSON)?\b/g,
	/\bclientExtensionResults\b/g,
];
const allowed: Readonly<Record<string, RegExp>> = {
	"src/platform/postgres/secrets.ts": /"Client Key"/g, // RFC 5802
	"src/platform/session.ts": /\bClient: Session\b/g, // an option of pg's
	"test/authenticator.ts": /\bclient\b/g, // WebAuthn
	"test/browser.ts": /environments: \{ client:|environments\.client\b/g, // Vite
};

const house = join(import.meta.dirname, "../..");
const files = globSync("{src,test,db,bench,bin}/**/*.{ts,tsx,sql,css,typ}", { cwd: house }).filter(
	(path) => path !== "test/house/glossary.test.ts",
);

/** Banned words in a text: as a word, and as a part of a name in either case. */
function bannedIn(text: string): string[] {
	const names = text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? [];
	return names.filter((name) => {
		const parts = name.split(/(?<=[a-z0-9])(?=[A-Z])/).map((part) => part.toLowerCase().replace(/s$/, ""));
		return parts.some((part) => banned.includes(part)) || /accessRequest/i.test(name);
	});
}

it("R1.2 — a banned word is found as a word and in a name", () => {
	expect(bannedIn("a client, clientName, the_tenant, myTTL, accessRequests; agenda, subtle")).toEqual([
		"client",
		"clientName",
		"tenant",
		"myTTL",
		"accessRequests",
	]);
});

it("R1.2 — no file uses a word that the glossary refuses", () => {
	const found = files.flatMap((path) => {
		const own = [...theirs, ...(allowed[path] ? [allowed[path]] : [])];
		const text = own.reduce((rest, name) => rest.replace(name, ""), readFileSync(join(house, path), "utf8"));
		return bannedIn(text).map((word) => `${path}: ${word}`);
	});
	expect(found).toEqual([]);
});
