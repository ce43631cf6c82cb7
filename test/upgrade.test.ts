import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { noteOf } from "../src/dossiers/queries.server.ts";
import { beginNote, finishNote } from "../src/dossiers/write-note.server.ts";
import { backUp, type Elsewhere, elsewhere, openFolder, passphrases } from "./backing-up.ts";
import { freshDatabase } from "./database.ts";
import { queueReport } from "./disclosing.ts";
import { testHouse, type World } from "./people.ts";
import { dumpSchema } from "./schema.ts";

// A database of every version that people may come from, with its keys, as that version's own verbs made it. A new one, before a
// version goes out:  MAKE_FIXTURE=v2 vitest run --project unit test/upgrade.test.ts
const fixtures = join(import.meta.dirname, "fixtures");
interface People {
	ids: Record<"anna" | "bram", string>;
	worlds: Record<"mehmet" | "sofie", World>;
	notes: Record<"mehmet" | "sofie", string>;
}
const coaches = [
	["mehmet", "anna"],
	["sofie", "bram"],
] as const;

let place: Elsewhere | undefined;
afterEach(async () => {
	await place?.close();
	place = undefined;
});

async function makeFixture(version: string): Promise<void> {
	const house = await testHouse();
	const notes: Record<string, string> = {};
	for (const [name, coach] of coaches) {
		const { candidate, trajectory } = house.worlds[name];
		const [by, note] = [house.as(coach), crypto.randomUUID()];
		const session = await beginNote(by, { candidate, trajectory, note });
		await finishNote(by, {
			...{ candidate, note, rowVersion: 1, session, kind: "conversation", source: "candidate", onDay: "2026-11-02" },
			words: { goal: `Doel van ${name}`, agreed: "Wandelen", next: "" },
		});
		notes[name] = note;
	}
	await queueReport(house);
	const { data, keys } = await backUp(house, openFolder(), { as: house.database.superuser, locks: passphrases });
	const to = join(fixtures, version);
	mkdirSync(to, { recursive: true });
	copyFileSync(data.path, join(to, "data.set"));
	copyFileSync(keys.path, join(to, "keys.set"));
	writeFileSync(join(to, "people.json"), `${JSON.stringify({ ids: house.ids, worlds: house.worlds, notes }, undefined, "\t")}\n`);
	await house.close();
}
if (process.env.MAKE_FIXTURE) await makeFixture(process.env.MAKE_FIXTURE);

describe("R10.1 — coming from an earlier version", { timeout: 120_000 }, () => {
	it.each(readdirSync(fixtures, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : [])))(
		"R10.1 — a database of %s migrates, opens what was sealed then, and goes on",
		async (version) => {
			const at = (name: string) => join(fixtures, version, name);
			const people = JSON.parse(readFileSync(at("people.json"), "utf8")) as People;
			place = await elsewhere();
			const report = await place.restore({
				data: { path: at("data.set"), opener: passphrases.data },
				keys: { paths: [at("keys.set")], opener: passphrases.keys },
			});
			expect(report).toMatchObject({ people: 11, opened: 11, destroyed: 0 });
			const fresh = await freshDatabase();
			expect(await dumpSchema(place.connections.owner)).toBe(await dumpSchema(fresh.owner));
			await fresh.drop();
			const { door, close } = place.open();
			for (const [name, coach] of coaches) {
				const by = door.as({ kind: "staff", id: people.ids[coach], roles: ["coach"], secondFactorAt: new Date() });
				const { candidate, trajectory } = people.worlds[name];
				const opened = await noteOf(by, candidate, people.notes[name]);
				expect(opened.versions[0]).toMatchObject({ goal: `Doel van ${name}`, agreed: "Wandelen" });
				expect(await beginNote(by, { candidate, trajectory, note: crypto.randomUUID() })).toBeTruthy();
			}
			await close();
		},
	);
});
