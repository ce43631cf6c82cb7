import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasWords, isObjectType } from "../../src/audit-log/words.ts";

const house = join(import.meta.dirname, "../..");
const sources = globSync("src/**/*.{ts,tsx}", { cwd: house })
	.filter((path) => !/\.test\.tsx?$/.test(path))
	.map((path) => ({ path, text: readFileSync(join(house, path), "utf8") }));

// Where the action comes in from outside the entry: what it can be, all of it in that file or in who calls it.
const computed: Record<string, readonly string[]> = {
	"src/accounts/change-password.server.ts": ["changePassword"],
	"src/accounts/factor.server.ts": ["signIn", "changePassword", "proveFactor", "renewRecoveryCodes"],
	"src/commissioners/save.server.ts": ["create", "update"],
	"src/demands/demand.server.ts": ["proposeDemand", "confirmDemand", "endDemand", "sendDemand", "prepare"],
	"src/disclosures/collect.server.ts": ["tryCode", "askCollection", "collect"],
	"src/disclosures/release.server.ts": ["prepare", "release", "block"],
	"src/disclosures/dispatch-row.server.ts": ["prepare", "send", "block", "settle"],
	"src/guard/set-aside.server.ts": ["confirmSetAside", "refuseSetAside"],
	"src/guard/words.server.ts": ["addGuardWord", "endGuardWord", "confirmGuardWord", "refuseGuardWord"],
	"src/reports/draft.server.ts": ["revise", "withdraw"],
	"src/reports/queries.server.ts": ["view"],
	"src/reports/submit.server.ts": ["submit", "view"],
	"src/trajectories/sickness.server.ts": ["view", "update"],
	"src/trajectories/move.server.ts": ["started", "closed", "reopened"],
};

const unique = (all: readonly string[]) => [...new Set(all)].sort();
/** What stands behind `action:` in what is an entry of the log: not the address of a form, not a property of a component. */
const actionsIn = (text: string) =>
	[...text.matchAll(/\baction:\s*([^\n]*)/g)]
		.map((match) => (match[1] ?? "").split(/,\s*(?:object|clause|ground|continues|\.\.\.)|\}/)[0] ?? "")
		.map((expression) => expression.replaceAll(/\([^)]*\)/g, ""))
		.flatMap((expression) => [...expression.matchAll(/"([a-z][A-Za-z]*)"/g)].map((match) => match[1] ?? ""));

describe("R1.2 — the log speaks plain words", () => {
	it("R1.2 — every action that a verb writes has words, also where it is computed", () => {
		const written = sources.filter(({ path }) => /\.server\.tsx?$/.test(path)).flatMap(({ text }) => actionsIn(text));
		expect(written.length).toBeGreaterThan(40);
		expect(unique([...written, ...Object.values(computed).flat()]).filter((action) => !hasWords(action))).toEqual([]);
	});

	it("R1.2 — an entry's action is written out, or stands in the list of this test", () => {
		const entries = /(?:\{ action(?: \}|,)|\baction: (?!string\b|Sent\b)[a-z]\w*[ ,]|^\s*action,$)[^;]*/m;
		const found = sources.filter(
			({ path, text }) => /\.server\.ts$/.test(path) && !path.startsWith("src/platform/") && entries.test(text),
		);
		expect(unique(found.map(({ path }) => path)).filter((path) => !Object.hasOwn(computed, path))).toEqual([]);
	});

	it("R1.2 — every action and object that a migration writes has words", () => {
		const calls = globSync("db/migrations/*.sql", { cwd: house })
			.map((path) => readFileSync(join(house, path), "utf8"))
			.flatMap((text) => [...text.matchAll(/audit\.append\([^;]*?array\[person\], '\{\}', '(\w+)', '(\w+)'/g)]);
		expect(calls.length).toBeGreaterThan(1);
		for (const [, action = "", object = ""] of calls) expect([hasWords(action), isObjectType(object)]).toEqual([true, true]);
	});

	it("R1.2 — every kind of thing that an entry is about has a name", () => {
		const kinds = sources.flatMap(({ text }) =>
			[...text.matchAll(/\bobject:[^\n]*?\["([A-Za-z_]+)"/g)].map((match) => match[1] ?? ""),
		);
		expect(kinds.length).toBeGreaterThan(20);
		expect(unique(kinds).filter((kind) => !isObjectType(kind))).toEqual([]);
	});
});
