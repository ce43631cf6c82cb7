import { afterAll, beforeAll, expect, it } from "vitest";
import { layConsent } from "../../test/consenting.ts";
import { layRequest, mayBeAsked } from "../../test/health.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { papersToConfirm, registerPaperConsent } from "../consents/paper.server.ts";
import { consentsOf } from "../consents/queries.server.ts";
import { today } from "../law/deadlines.ts";
import { breakGlass } from "../looks/break-glass.server.ts";
import { askToAsk } from "./ask-consent.server.ts";

let house: TestHouse;
let asked: string;
let plain: string;
beforeAll(async () => {
	house = await testHouse();
	const { request } = await layRequest(house, "mehmet", "anna");
	plain = await layConsent(house);
	asked = await mayBeAsked(house, "mehmet", "anna", request);
});
afterAll(() => house.close());

/** What the database itself shows of questions of consent and of what happened to them, under no condition at all. */
const seen = (who: StaffName) =>
	house.as(who).read(house.worlds.mehmet.candidate, "guidance", { action: "view" }, async (tx) => ({
		consents: (await tx.selectFrom("app.consent").select("id").execute()).map((row) => row.id).sort(),
		events: (await tx.selectFrom("app.consent_event").select("consent_id as id").execute()).map((row) => row.id).sort(),
		trajectories: await tx.selectFrom("app.trajectory").select("id").where("id", "=", house.worlds.mehmet.trajectory).execute(),
	}));

it("R8.3 — who guides sees the question about a doctor; a coordinator on the trajectory does not, nor that it was answered", async () => {
	expect(await seen("anna")).toMatchObject({ consents: [plain, asked].sort(), events: [plain, asked].sort() });
	const { candidate, trajectory } = house.worlds.mehmet;
	await house.rows("alter table app.membership disable trigger guard");
	await house.rows(
		"insert into app.membership (subject_id, trajectory_id, staff_id, capacity, assigned_by, from_at, reason) values ($1, $2, $3, 'deputy', $3, '2026-09-07', 'deputising')",
		[candidate, trajectory, house.ids.carla],
	);
	await house.rows("alter table app.membership enable trigger guard");
	const { consents, events, trajectories } = await seen("carla");
	expect({ consents, events }).toEqual({ consents: [plain], events: [plain] });
	expect(trajectories).toHaveLength(1);
});

it("R8.3 — broken glass shows the dossier and its other consents, and not that a doctor is asked", async () => {
	const { candidate } = house.worlds.mehmet;
	await breakGlass(house.as("bram"), "http://spoor.test", {
		...{ id: crypto.randomUUID(), candidate, reason: "danger" },
		explanation: "Er belde iemand in paniek.",
	});
	const { consents, events, trajectories } = await seen("bram");
	expect({ consents, events }).toEqual({ consents: [plain], events: [plain] });
	expect(trajectories).toHaveLength(1);
	expect(JSON.stringify(await consentsOf(house.as("bram"), candidate))).not.toContain("Kok");
});

it("R8.3 — that a paper about a doctor waits is told who guides and who judges it; other papers everybody on the trajectory", async () => {
	const { candidate } = house.worlds.mehmet;
	const registered = async (consent: string) => {
		const [row] = await house.rows<{ number: string; hash: string }>(
			"select number, encode(notice_sha256, 'hex') as hash from app.consent where id = $1",
			[consent],
		);
		await registerPaperConsent(house.as("anna"), {
			...{ id: crypto.randomUUID(), candidate, consent, signedOn: today(house.clock) },
			typed: { number: row?.number ?? "", hash: row?.hash.slice(0, 8) ?? "" },
			scan: new TextEncoder().encode("%PDF-1.7\nhandtekening\n%%EOF\n"),
		});
		return consent;
	};
	const { request } = await layRequest(house, "mehmet", "anna");
	const consent = crypto.randomUUID();
	await askToAsk(house.as("anna"), "http://spoor.test", { ...house.worlds.mehmet, purpose: "guidance", id: consent, request });
	const aboutDoctor = await registered(consent);
	const other = await registered(await layConsent(house, { answer: null, dataClasses: ["profile"] }));
	const waits = async (who: StaffName) => (await papersToConfirm(house.as(who))).map((one) => one.id).sort();
	for (const who of ["anna", "fenna"] as const) expect(await waits(who), who).toEqual([aboutDoctor, other].sort());
	// Carla is a deputy on the trajectory since the first test.
	expect(await waits("carla")).toEqual([other]);
	for (const who of ["bram", "bea", "finn", "ada"] as const) expect(await waits(who), who).toEqual([]);
});
