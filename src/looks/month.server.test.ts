import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { readLog } from "../audit-log/log.server.ts";
import { storeTokens, tokensOf } from "../candidates/tokens.server.ts";
import { openDossier } from "../dossiers/dossier.server.ts";
import { today } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import { Stale } from "../platform/web/page.ts";
import { breakGlass } from "./break-glass.server.ts";
import { looksIn, reviewMonth } from "./month.server.ts";
import { watchTasks } from "./tasks.server.ts";

let house: TestHouse;
let month: string;
beforeAll(async () => {
	house = await testHouse();
	month = today(house.as("fenna")).slice(0, 7);
	const { mehmet, sofie } = house.worlds;
	await openDossier(house.as("anna"), { candidate: mehmet.candidate });
	await openDossier(house.as("bram"), { candidate: sofie.candidate });
	const emergency = {
		id: crypto.randomUUID(),
		candidate: mehmet.candidate,
		reason: "absence",
		explanation: "Anna is ziek.",
	} as const;
	await breakGlass(house.as("bram"), "http://spoor.test", emergency);
	await openDossier(house.as("bram"), { candidate: mehmet.candidate });
});
afterAll(() => house.close());

it("R1.2 — outside the caseload at that very moment stands there, with emergency access marked; within it does not", async () => {
	const looks = await looksIn(house.as("fenna"), month);
	expect(looks.outside).toMatchObject([
		{ staff: house.ids.bram, candidate: house.worlds.mehmet.candidate, inside: false, n: 2, glass: true },
	]);
	expect(looks.candidates.get(house.worlds.mehmet.candidate)).toBe("Mehmet Demir");
	expect(looks.numbers.find((one) => one.staff === house.ids.bram)).toMatchObject({ candidates: 2, outside: 1, many: false });
	expect((await looksIn(house.as("fenna"), "2025-01")).outside).toEqual([]);
});

it("R1.2 — somebody of the same family name stands out, also within the caseload", async () => {
	const { candidate } = house.worlds.sofie;
	const by = house.as("bram");
	const name = { given: "Sofie", family: "Jansen" };
	const tokens = await tokensOf(house.keys, { name });
	await by.act(candidate, "registration", { action: "update" }, async (tx, seal) => {
		const sealed = await seal("candidate", candidate, candidate, { name: JSON.stringify(name) });
		await tx.updateTable("app.candidate").set(sealed).where("id", "=", candidate).execute();
		await storeTokens(tx, { id: candidate, kind: "candidate" }, tokens);
	});
	const { sameName } = await looksIn(house.as("fenna"), month);
	expect(sameName).toMatchObject([{ staff: house.ids.bram, candidate }]);
});

it("R1.2 — only who keeps the log sees it, and seeing it is in the log itself", async () => {
	for (const who of ["anna", "carla", "ada"] as const) await expect(looksIn(house.as(who), month)).rejects.toThrow(NotAllowed);
	await readLog(house.as("fenna"), {
		...{ actor: undefined, action: undefined, outcome: undefined, from: undefined, subject: undefined, page: 1 },
	});
	const rows = await house.rows(
		"select action, outcome, count(*)::int as n from audit.entry where action = 'readLog' group by action, outcome order by outcome",
	);
	expect(rows).toEqual([
		{ action: "readLog", outcome: "allowed", n: expect.any(Number) },
		{ action: "readLog", outcome: "refused", n: 3 },
	]);
});

it("R1.2 — a month that is over is signed once, by the privacy officer, with a note that stands nowhere in the clear", async () => {
	const fenna = house.as("fenna");
	const sign = (of: string, by = fenna) =>
		reviewMonth(by, { id: crypto.randomUUID(), month: of, now: month, found: 1, note: "Gevraagd aan Bram; klopt." });
	await expect(sign(month)).rejects.toThrow(NotAllowed);
	await expect(sign("2026-01", house.as("carla"))).rejects.toThrow(NotAllowed);
	expect(await house.rows("select 1 from app.look_review")).toEqual([]);
	await sign("2026-01");
	await expect(sign("2026-01")).rejects.toThrow(Stale);
	expect((await looksIn(fenna, "2026-01")).review).toMatchObject({ note: "Gevraagd aan Bram; klopt.", by: fenna.actor.id });
	expect(JSON.stringify(await house.rows("select encode(note, 'escape') from app.look_review"))).not.toContain("Bram");
	expect(await watchTasks(fenna)).toMatchObject({ month: null });
});
