import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layAgreement } from "../../../test/agreement.ts";
import { type Browser, siteOf } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { beginNote, finishNote, saveNote } from "../write-note.server.ts";
import { dossierPage } from "./staff-dossier.tsx";
import { notePages } from "./staff-note.tsx";
import { printPage } from "./staff-print.tsx";
import { searchNotesPage } from "./staff-search-notes.tsx";

let house: TestHouse;
let anna: Browser;
let dossier: string;
let finished: string;

beforeAll(async () => {
	house = await testHouse();
	const { candidate, trajectory } = house.worlds.mehmet;
	dossier = `/kandidaten/${candidate}`;
	await layAgreement(house, "mehmet");
	finished = await note("Kennismaking in café Zuid", true);
	anna = await siteOf(house, [dossierPage, ...notePages, printPage, searchNotesPage]).as("anna");

	async function note(goal: string, whole: boolean): Promise<string> {
		const [by, id] = [house.as("anna"), crypto.randomUUID()];
		const session = await beginNote(by, { candidate, trajectory, note: id });
		const input = {
			candidate,
			note: id,
			rowVersion: 1,
			session,
			kind: "phone",
			source: "candidate",
			onDay: "2026-11-02",
			words: { goal, agreed: "Elke week bellen", next: "" },
		} as const;
		await (whole ? finishNote(by, input) : saveNote(by, input));
		return id;
	}
});
afterAll(() => house.close());

const site = () => siteOf(house, [dossierPage, ...notePages, printPage, searchNotesPage]);
const entries = () =>
	house.rows<{ action: string; purpose: string; clause: string | null; outcome: string; named: string[]; subjects: string[] }>(
		"select action, purpose, clause, outcome, named, subjects from audit.entry where subjects @> array[$1::uuid] order by at",
		[house.worlds.mehmet.candidate],
	);

describe("the dossier", () => {
	it("R5.1 — it says who, which trajectory, which phase and what is next, with one filled button", async () => {
		const { status, html } = await anna.get(dossier);
		expect(status).toBe(200);
		expect(html).toContain("Mehmet Demir");
		expect(html).toContain("Re-integratie tweede spoor · Bakkerij De Korenaar · loopt sinds 7 september 2026");
		expect(html).toContain("Jij bent aan zet");
		const filled = html.match(/class="button primary"[^>]*>[^<]*/g) ?? [];
		expect(filled).toHaveLength(1);
		expect(filled[0]).toContain("Schrijf het rapport");
	});

	it("R5.1 — notes, agreements and being informed stand on one timeline, and beside it who may know what", async () => {
		const { html } = await anna.get(dossier);
		for (const text of [
			"Kennismaking in café Zuid",
			"Elke week bellen",
			"Rapportageafspraak, versie 1",
			"Geïnformeerd over de afspraak, in een gesprek",
			"Petra Peeters, Bakkerij De Korenaar",
			"Anna de Wit",
		])
			expect(html).toContain(text);
		const only = (await anna.get(`${dossier}?soort=afspraken`)).html;
		expect(only).toContain("Rapportageafspraak, versie 1");
		expect(only).not.toContain("Kennismaking");
	});

	it("R1.2 — a dossier opened is one entry in the log, which names everybody whose name was shown", async () => {
		const before = (await entries()).length;
		await anna.get(dossier);
		const after = (await entries()).slice(before);
		expect(after).toHaveLength(1);
		expect(after[0]).toMatchObject({ action: "view", purpose: "guidance", subjects: [house.worlds.mehmet.candidate] });
		expect(after[0]?.named).toEqual(expect.arrayContaining([house.ids.anna, house.worlds.mehmet.contact]));
	});

	it("R1.2 — another coach finds nothing, whoever sees headers is told why not, and the back office's role does not open it", async () => {
		expect((await (await site().as("bram")).get(dossier)).status).toBe(404);
		const coordinator = await (await site().as("carla")).get(dossier);
		expect(coordinator.status).toBe(403);
		expect(coordinator.html).toContain("Je werkt niet aan een traject van deze kandidaat");
		const backOffice = await (await site().as("bea")).get(dossier);
		expect(backOffice.status).toBe(403);
		expect(backOffice.html).not.toContain("Demir");
		expect((await site().anyone().get(dossier)).to).toMatch(/^\/aanmelden/);
	});

	it("R5.1 — a trajectory that is not this candidate's is not there", async () => {
		expect((await anna.get(`${dossier}?traject=${house.worlds.sofie.trajectory}`)).status).toBe(404);
		expect((await anna.get("/kandidaten/geen-nummer")).status).toBe(404);
	});
});

const fields = (part: Record<string, string>) => ({
	row_version: "1",
	kind: "conversation",
	source: "candidate",
	on_day_day: "2",
	on_day_month: "11",
	on_day_year: "2026",
	goal: "",
	agreed: "",
	next: "",
	...part,
});

async function begun(): Promise<{ base: string; session: string }> {
	const { to } = await anna.post(`${dossier}/notities`, {
		request_id: crypto.randomUUID(),
		trajectory: house.worlds.mehmet.trajectory,
	});
	const [base, session] = String(to).split("?sessie=");
	return { base: String(base), session: String(session) };
}

describe("a note in the browser", () => {
	it("R5.1 — what is typed is kept as it is typed, and finishing shows it in the dossier", async () => {
		const { base, session } = await begun();
		expect((await anna.get(`${base}?sessie=${session}`)).html).toContain(`data-autosave="${base}/bewaar"`);
		const kept = await anna.post(`${base}/bewaar`, fields({ session, goal: "Open dag" }));
		expect(JSON.parse(kept.html)).toMatchObject({ saved: true, rowVersion: 2, others: [] });
		const done = await anna.post(base, fields({ session, row_version: "2", goal: "Open dag bezoeken", do: "finish" }));
		expect([done.status, done.to]).toEqual([303, base]);
		expect((await anna.get(dossier)).html).toContain("Open dag bezoeken");
	});

	it("R5.1 — what is refused comes back with everything that was typed", async () => {
		const { base, session } = await begun();
		const refused = await anna.post(base, fields({ session, source: "", goal: "Nog niet af", do: "finish" }));
		expect(refused.status).toBe(422);
		expect(refused.html).toContain("Nog niet af");
		expect(refused.html).toContain("Kies van wie de informatie komt.");
	});

	it("R5.1 — who saves on an older version gets both texts in the answer, and nothing is overwritten", async () => {
		const { base, session } = await begun();
		await anna.post(`${base}/bewaar`, fields({ session, goal: "van het ene venster" }));
		const late = await anna.post(`${base}/bewaar`, fields({ session, goal: "van het andere" }));
		expect(late.status).toBe(409);
		expect(JSON.parse(late.html)).toMatchObject({
			conflict: true,
			theirs: { goal: "van het ene venster" },
			by: "Je andere venster",
			rowVersion: 2,
		});
		const shown = await anna.post(base, fields({ session, goal: "van het andere" }));
		expect(shown.status).toBe(409);
		for (const text of ["van het ene venster", "van het andere"]) expect(shown.html).toContain(text);
		// The answer to a save was lost on the way: the same text again is simply kept.
		expect(JSON.parse((await anna.post(`${base}/bewaar`, fields({ session, goal: "van het ene venster" }))).html)).toMatchObject({
			saved: true,
			rowVersion: 2,
		});
	});

	it("R5.1 — typing on in a note that was finished meanwhile becomes a correction, not a loss", async () => {
		const { base, session } = await begun();
		await anna.post(base, fields({ session, goal: "af", do: "finish" }));
		const late = await anna.post(`${base}/bewaar`, fields({ session, goal: "nog niet af" }));
		expect(JSON.parse(late.html)).toMatchObject({ conflict: true, theirs: { goal: "af" }, rowVersion: 1 });
		expect(JSON.parse((await anna.post(`${base}/bewaar`, fields({ session, goal: "nog niet af" }))).html)).toMatchObject({
			saved: true,
		});
		expect((await anna.get(base)).html).toContain("Er wordt een correctie geschreven");
	});

	it("R1.2 — another coach's browser is told nothing by any of a note's addresses", async () => {
		const { base, session } = await begun();
		const bram = await site().as("bram");
		expect((await bram.get(base)).status).toBe(404);
		for (const [path, sent] of [
			[base, fields({ session })],
			[`${base}/bewaar`, fields({ session })],
			[`${base}/openen`, {}],
			[`${base}/weggooien`, { row_version: "1" }],
		] as const) {
			expect((await bram.post(path, sent)).status, path).toBe(404);
		}
		expect(JSON.parse((await bram.post(`${base}/aanwezig?sessie=${session}`, {})).html)).toEqual({ others: [] });
		expect((await site().anyone().post(`${base}/bewaar`, fields({ session }))).status).toBe(401);
	});
});

describe("paper and search", () => {
	it("R1.2 — printing asks what for, and is in the log as printing with that purpose", async () => {
		const { trajectory } = house.worlds.mehmet;
		const without = await anna.post(`${dossier}/afdrukken`, { trajectory, sections: ["notities"] });
		expect(without.status).toBe(422);
		expect((await entries()).some((entry) => entry.action === "print")).toBe(false);
		const { status, html } = await anna.post(`${dossier}/afdrukken`, {
			trajectory,
			purpose: "complaints",
			sections: ["notities"],
		});
		expect(status).toBe(200);
		expect(html).toContain("Kennismaking in café Zuid");
		expect(html).not.toContain("Rapportageafspraak, versie 1");
		expect(html).toContain("Vertrouwelijk · Mehmet Demir · Afgedrukt door Anna de Wit");
		expect((await entries()).filter((entry) => entry.action === "print")).toEqual([
			expect.objectContaining({ purpose: "complaints", outcome: "allowed" }),
		]);
		expect(
			(await (await site().as("bram")).post(`${dossier}/afdrukken`, { trajectory, purpose: "guidance", sections: ["notities"] }))
				.status,
		).toBe(404);
	});

	it("R1.2 — printing without a trajectory named is printing the newest, and says whose; a stranger finds no form", async () => {
		const { trajectory } = house.worlds.mehmet;
		const { status, html } = await anna.get(`${dossier}/afdrukken`);
		expect(status).toBe(200);
		expect(html).toContain("Mehmet Demir");
		expect(html).toContain(`name="trajectory" value="${trajectory}"`);
		expect((await (await site().as("bram")).get(`${dossier}/afdrukken`)).status).toBe(404);
		expect((await anna.get(`${dossier}/afdrukken?traject=${house.worlds.sofie.trajectory}`)).status).toBe(404);
	});

	it("R5.1 — searching finds words in notes without their accents, and is in the log without what was searched for", async () => {
		const { trajectory } = house.worlds.mehmet;
		const hit = await anna.post(`${dossier}/zoeken`, { trajectory, zoek: "CAFE bellen" });
		expect(hit.html).toContain(`/notities/${finished}`);
		expect((await anna.post(`${dossier}/zoeken`, { trajectory, zoek: "cafe zwemmen" })).html).toContain("Niets gevonden");
		const last = (await entries()).at(-1);
		expect(last).toMatchObject({ action: "search" });
		expect(JSON.stringify(last)).not.toContain("zwemmen");
	});
});
