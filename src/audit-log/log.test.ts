import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { wantedValues } from "../candidates/folding.ts";
import { openName, readLog } from "./log.server.ts";
import { myLog } from "./mine.server.ts";
import { candidateLog } from "./pages/candidate-log.tsx";
import { staffLog, staffLogName, staffLogSearch } from "./pages/staff-log.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
const all = { whose: "others", from: undefined, before: undefined } as const;
const any = { actor: undefined, action: undefined, outcome: undefined, from: undefined, subject: undefined, page: 1 };
const mehmet = () => house.worlds.mehmet.candidate;
const sofie = () => house.worlds.sofie.candidate;
const look = (who: "anna" | "bram", candidate: string, action = "view") =>
	house.as(who).read(candidate, "guidance", { action, object: ["candidate", candidate], clause: "R5.1" }, async () => []);
const newest = async (action: string) =>
	(await house.rows("select * from audit.entry where action = $1 order by at desc limit 1", [action]))[0];

beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, [candidateLog, staffLog, staffLogSearch, staffLogName]);
	for (let n = 0; n < 3; n++) await look("anna", mehmet());
	await look("bram", sofie(), "print");
	await house
		.as("bea")
		.list("registration", { action: "list", clause: "R1.2" }, async (tx, sealed) =>
			(await tx.selectFrom("app.candidate").select(["id", "name"]).execute()).map((row) =>
				sealed("candidate", row.id, row.id, { name: row.name }),
			),
		);
});
afterAll(() => house.close());

describe("R1.2 — a candidate reads the log about themself", () => {
	it("R1.2 — what touched them is there, what touched another is not", async () => {
		const { entries, people } = await myLog(house.asCandidate("mehmet"), all);
		expect(entries.filter((one) => one.action === "view")).toHaveLength(3);
		expect(entries.map((one) => one.action)).toContain("list");
		expect(entries.map((one) => one.action)).not.toContain("print");
		expect(people.map((one) => JSON.parse(one.name).given)).toEqual(["Anna"]);
	});

	it("R1.2 — an entry about many people shows the candidate nobody else: not even the database gives those columns", async () => {
		for (const column of ["subjects", "named", "session_id", "trace_id"] as const) {
			const asked = house
				.asCandidate("mehmet")
				.read(mehmet(), "portal", { action: "view" }, (tx) => tx.selectFrom("audit.entry").select(column).execute());
			await expect(asked).rejects.toThrow(/permission denied/);
		}
		expect(JSON.stringify(await myLog(house.asCandidate("mehmet"), all))).not.toContain(sofie());
	});

	it("R1.2 — one's own deeds stand apart; reading the log is one of them", async () => {
		await myLog(house.asCandidate("sofie"), all);
		const own = await myLog(house.asCandidate("sofie"), { ...all, whose: "own" });
		expect(own.entries.every((one) => one.actorId === sofie())).toBe(true);
		expect(own.entries[0]).toMatchObject({ action: "view", objectType: "log" });
		expect((await myLog(house.asCandidate("sofie"), all)).entries.some((one) => one.actorId === sofie())).toBe(false);
	});

	it("R1.2 — a long log comes thirty whole days at a time, and nothing falls between two pages", async () => {
		await house.rows(
			`insert into audit.entry (at, actor_kind, actor_id, subjects, action, purpose)
				select now() - n * interval '12 hours' - interval '2 days', 'worker', $2, array[$1::uuid], 'send', 'information' from generate_series(0, 99) n`,
			[sofie(), "00000000-0000-0000-0000-000000000001"],
		);
		const seen = new Set<string>();
		let before: string | undefined;
		for (let page = 0; page < 5; page++) {
			const { entries, more } = await myLog(house.asCandidate("sofie"), { ...all, before });
			expect(entries.some((one) => seen.has(one.id))).toBe(false);
			for (const one of entries) seen.add(one.id);
			before = more;
			if (!more) break;
		}
		const [{ n }] = (await house.rows(
			"select count(*)::int n from audit.entry where subjects @> array[$1::uuid] and actor_id <> $1",
			[sofie()],
		)) as [{ n: number }];
		expect(seen.size).toBe(n);
	});

	it("R1.2 — the page says who, what and why, once for equal looks of a day, and what was refused", async () => {
		await expect(readLog(house.as("anna"), { ...any, subject: mehmet() })).rejects.toThrow(/R1\.2/);
		const { status, html } = await (await site.asCandidate("mehmet")).get("/mijn/inzage");
		expect(status).toBe(200);
		expect(html).toContain("Anna de Wit, uw begeleider, bekeek uw dossier.");
		expect(html.match(/bekeek uw dossier/g)).toHaveLength(1);
		expect(html).toContain("3 keer, sinds");
		expect(html).toContain("Waarom: om u te begeleiden.");
		expect(html).toContain("Een medewerker van de backoffice zag uw naam in een lijst.");
		expect(html).not.toContain("Bea");
		expect(html).toContain("Anna de Wit, uw begeleider, wilde in het logboek over u kijken. Dat werd geweigerd.");
		expect(html).not.toContain("Sofie");
	});

	it("R1.2 — periods and one's own part are links that work, in English too", async () => {
		const browser = await site.asCandidate("mehmet");
		expect((await browser.get("/mijn/inzage?wie=uzelf&periode=week")).html).toContain("U bekeek de lijst van wie keek.");
		expect((await browser.get("/mijn/inzage?periode=alles&voor=2020-01-01")).html).toContain("In deze tijd keek er niemand.");
		expect((await browser.get("/mijn/inzage?periode=toString&voor=x")).status).toBe(200);
		expect((await site.anyone().get("/mijn/inzage")).to).toContain("/mijn/aanmelden");
	});
});

describe("R1.2 — the privacy officer keeps the log, and reading it is logged", () => {
	it("R1.2 — nobody but the privacy officer reads the log or opens a name in it; the refusal is logged and gives nothing", async () => {
		for (const who of ["anna", "carla", "bea", "ada", "finn"] as const) {
			await expect(readLog(house.as(who), any)).rejects.toThrow(/R1\.2/);
			// To whom not even the headers are known, the candidate is not there at all.
			await expect(openName(house.as(who), mehmet(), "check")).rejects.toThrow(/R1\.2|not found/);
			expect(await newest("openName")).toMatchObject({
				outcome: "refused",
				actor_id: house.ids[who],
				subjects: ["ada", "finn"].includes(who) ? [] : [mehmet()],
			});
			expect((await (await site.as(who)).get("/privacy")).status).toBe(403);
		}
	});

	it("R1.2 — reading it is an entry of its own; about one person, that person is named in it and sees it", async () => {
		const fenna = house.as("fenna");
		await readLog(fenna, any);
		expect(await newest("readLog")).toMatchObject({ outcome: "allowed", actor_id: house.ids.fenna });
		const { rows } = await readLog(fenna, { ...any, subject: mehmet() });
		expect(rows.every((row) => row.subjects.includes(mehmet()))).toBe(true);
		expect(await newest("readLog")).toMatchObject({ subjects: [mehmet()] });
		const { html } = await (await site.asCandidate("mehmet")).get("/mijn/inzage");
		expect(html).toContain("De privacyfunctionaris keek in het logboek over u.");
	});

	it("R1.2 — filters narrow: role, kind of actor, action, outcome, day", async () => {
		const fenna = house.as("fenna");
		const of = async (part: Partial<typeof any> | object) => (await readLog(fenna, { ...any, ...part })).rows;
		expect((await of({ actor: "backOffice" })).every((row) => row.roles.includes("backOffice"))).toBe(true);
		expect((await of({ actor: "worker" })).every((row) => row.actor_kind === "worker")).toBe(true);
		expect((await of({ action: "print" })).map((row) => row.subjects)).toEqual([[sofie()]]);
		expect((await of({ outcome: "refused" })).every((row) => row.outcome === "refused")).toBe(true);
		expect(await of({ from: "2999-01-01" })).toEqual([]);
		const { page, pages, rows, perDay } = await readLog(fenna, { ...any, page: 9999 });
		expect(page).toBe(pages);
		expect(rows.length).toBeGreaterThan(0);
		expect(perDay).toHaveLength(30);
	});

	it("R1.2 — the page names staff and no candidate, until a name is opened for a reason that the candidate reads", async () => {
		const fenna = await site.as("fenna");
		const list = await fenna.get("/privacy");
		expect(list.status).toBe(200);
		expect(list.html).toContain("Anna de Wit (Trajectbegeleider)");
		expect(list.html).not.toContain("Mehmet");
		expect(list.html).toContain(`/privacy?kandidaat=${mehmet()}`);
		const about = await fenna.get(`/privacy?kandidaat=${mehmet()}`);
		expect(about.html).not.toContain("Mehmet");
		const without = await fenna.post(`/privacy/naam?kandidaat=${mehmet()}`, { reason: "" });
		expect(without).toMatchObject({ status: 422 });
		expect(without.html).toContain("Kies een reden.");
		expect(without.html).not.toContain("Mehmet");
		const opened = await fenna.post(`/privacy/naam?kandidaat=${mehmet()}`, { reason: "complaint" });
		expect(opened.status).toBe(200);
		expect(opened.html).toContain("Alleen regels over Mehmet Demir");
		expect(await newest("openName")).toMatchObject({ ground: "complaint", subjects: [mehmet()], outcome: "allowed" });
		expect((await fenna.get("/privacy/naam")).status).toBe(404);
		const diary = (await (await site.asCandidate("mehmet")).get("/mijn/inzage")).html;
		expect(diary).toContain("De privacyfunctionaris zocht in het logboek uw naam op.");
		expect(diary).toContain("Waarom: voor een klacht.");
	});

	it("R1.2 — a name that is nobody's, and nonsense in the address, show nothing and break nothing", async () => {
		const fenna = await site.as("fenna");
		expect((await fenna.post(`/privacy/naam?kandidaat=${crypto.randomUUID()}`, { reason: "check" })).status).toBe(404);
		expect((await fenna.post("/privacy/naam", { reason: "check" })).status).toBe(404);
		expect((await fenna.get("/privacy?wie='--&handeling=x&page=-3&kandidaat=1")).status).toBe(200);
		expect((await fenna.get("/privacy?uitkomst=failed")).html).toContain("Geen regels gevonden");
	});

	it("R3.a — a candidate is found by name with a post, and the search is logged", async () => {
		const fenna = await site.as("fenna");
		const tokens = await house.keys.tokens(wantedValues("mehm").map((value) => ({ kind: "name" as const, value })));
		await house.as("anna").act(mehmet(), "registration", { action: "update" }, (tx) =>
			tx
				.insertInto("app.person_token")
				.values(tokens.map((token) => ({ person_id: mehmet(), person_kind: "candidate" as const, kind: "name" as const, token })))
				.execute(),
		);
		const found = await fenna.post("/privacy/zoeken", { q: "mehm" });
		expect(found.html).toContain("Logboek over Mehmet Demir");
		expect(found.html).toContain(`/privacy?kandidaat=${mehmet()}`);
		expect((await fenna.post("/privacy/zoeken", { q: "zzz" })).html).toContain("Niemand gevonden");
		expect((await fenna.post("/privacy/zoeken", { q: "x" })).status).toBe(422);
		expect(await newest("search")).toMatchObject({ actor_id: house.ids.fenna });
	});
});
