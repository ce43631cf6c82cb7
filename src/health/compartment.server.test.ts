import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayHold } from "../../test/health.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { withdrawConsent } from "../consents/withdraw.server.ts";
import { openDossier } from "../dossiers/dossier.server.ts";
import { printDossier, searchNotes } from "../dossiers/excerpts.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { breakGlass } from "../looks/break-glass.server.ts";
import type { Acting } from "../platform/db.server.ts";
import { sql } from "../platform/db.server.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { gateOf, type Place } from "./compartment.server.ts";
import { type CapacityContent, endItem, type IllnessContent, itemsOf, recordItem } from "./items.server.ts";
import { discardMine, myHealth } from "./mine.server.ts";

let house: TestHouse;
let mehmet: Place & { trajectory: string };
let sofie: Place & { trajectory: string };
beforeAll(async () => {
	house = await testHouse();
	mehmet = { ...pick("mehmet"), purpose: "guidance" };
	sofie = { ...pick("sofie"), purpose: "guidance" };
});
afterAll(() => house.close());
const pick = (name: "mehmet" | "sofie") => ({
	candidate: house.worlds[name].candidate,
	trajectory: house.worlds[name].trajectory,
});

const lifting: CapacityContent = {
	aspect: "lifting",
	level: "limited",
	words: "Tillen tot vijf kilo.",
	from: "2026-10-01",
	until: null,
	source: "companyDoctor",
};
const nature: IllnessContent = {
	kind: "nature",
	words: "Een hernia onder in de rug.",
	from: "2026-09-01",
	until: null,
	source: "candidate",
};
const record = (by: Acting, place: Place, id = crypto.randomUUID()) =>
	recordItem(by, "capacity", { ...place, id, content: lifting }).then(() => id);
const recordIllness = (by: Acting, place: Place, id = crypto.randomUUID()) =>
	recordItem(by, "illness", { ...place, id, content: nature }).then(() => id);
const kept = () =>
	house.rows(
		"select (select json_agg(i order by id) from app.capacity_item i) c, (select json_agg(i order by id) from app.illness_item i) x",
	);
async function nothingLeft(attempt: () => Promise<unknown>, error: unknown) {
	const before = await kept();
	await expect(attempt()).rejects.toThrow(error as Error);
	expect(await kept()).toEqual(before);
}
const refused = (clause: string) => expect.objectContaining({ clause });

describe("the compartment where a law carries it", () => {
	it("R8.3 — two areas, each sealed in its own place, with a category of its own in the log", async () => {
		const anna = house.as("anna");
		await record(anna, mehmet);
		await recordIllness(anna, mehmet);
		const { items } = await itemsOf(anna, "capacity", mehmet);
		expect(items.map((one) => one.content)).toEqual([lifting]);
		expect((await itemsOf(anna, "illness", mehmet)).items.map((one) => one.content)).toEqual([nature]);
		const rows = JSON.stringify(await kept());
		for (const word of ["lifting", "kilo", "hernia", "nature", "companyDoctor", "2026-10-01"])
			expect(rows).not.toContain(Buffer.from(word).toString("hex"));
		const log = await house.rows<{ object_type: string }>(
			"select distinct object_type from audit.entry where action = 'view' and subjects @> array[$1::uuid] order by 1",
			[mehmet.candidate],
		);
		expect(log.map((one) => one.object_type)).toEqual(["illness", "workCapacity"]);
	});

	it("R8.3 — a statement is ended and not changed; the same form twice is one; an old screen is told", async () => {
		const anna = house.as("anna");
		const id = await record(anna, mehmet);
		await record(anna, mehmet, id);
		await endItem(anna, "capacity", { ...mehmet, id, rowVersion: 1 });
		await nothingLeft(() => endItem(anna, "capacity", { ...mehmet, id, rowVersion: 1 }), Stale);
		const one = (await itemsOf(anna, "capacity", mehmet)).items.find((item) => item.id === id);
		expect(one?.ended_at).not.toBeNull();
		await expect(
			anna.act(mehmet.candidate, "guidance", { action: "update" }, async (tx) => {
				await sql`select set_config('app.compartment', 'capacity', true)`.execute(tx);
				await tx
					.updateTable("app.capacity_item")
					.set({ content: Buffer.alloc(1) })
					.where("id", "=", id)
					.execute();
			}),
		).rejects.toThrow(/permission denied/);
	});

	it.each(["bram", "carla", "bea", "fenna", "finn", "ada"] as const)(
		"R8.3 — %s opens nothing and records nothing",
		async (who: StaffName) => {
			const by = house.as(who);
			await expect(itemsOf(by, "capacity", mehmet)).rejects.toThrow(/not (allowed|found)/);
			await expect(itemsOf(by, "illness", mehmet)).rejects.toThrow(/not (allowed|found)/);
			await nothingLeft(() => record(by, mehmet), /not (allowed|found)/);
		},
	);

	it("R8.3 — the database keeps it shut: for another coach, a coordinator who helps out, another purpose, another area, and a transaction that did not open it", async () => {
		const look = (who: StaffName, purpose: "guidance" | "finance", area: string | null) =>
			house.as(who).read(mehmet.candidate, purpose, { action: "view" }, async (tx) => {
				if (area) await sql`select set_config('app.compartment', ${area}, true)`.execute(tx);
				return tx.selectFrom("app.illness_item").select("id").execute();
			});
		expect(await look("anna", "guidance", "illness")).not.toEqual([]);
		for (const [who, purpose, area] of [
			["anna", "guidance", null],
			["anna", "guidance", "capacity"],
			["anna", "finance", "illness"],
		] as const)
			expect(await look(who, purpose, area)).toEqual([]);
		for (const who of ["bram", "carla", "bea", "fenna"] as const)
			expect(await look(who, "guidance", "illness").catch((error: unknown) => (error instanceof NotFound ? [] : error))).toEqual(
				[],
			);
	});

	it("R1.3 — without a statement registered it does not open", async () => {
		await house.rows("alter table app.acknowledgement disable trigger guard");
		await house.rows("delete from app.acknowledgement where staff_id = $1", [house.ids.anna]);
		await expect(itemsOf(house.as("anna"), "capacity", mehmet)).rejects.toThrow();
		await house.rows(
			"insert into app.acknowledgement (staff_id, regulation_version) select $1, version from app.regulation_version",
			[house.ids.anna],
		);
		await house.rows("alter table app.acknowledgement enable trigger guard");
		expect((await itemsOf(house.as("anna"), "capacity", mehmet)).items.length).toBeGreaterThan(0);
	});

	it("R8.3 — broken glass opens the dossier, and not this", async () => {
		const by = house.as("bram");
		await breakGlass(by, "http://spoor.test", {
			id: crypto.randomUUID(),
			candidate: mehmet.candidate,
			reason: "danger",
			explanation: "Er belde iemand in paniek.",
		});
		await openDossier(by, { candidate: mehmet.candidate });
		await expect(itemsOf(by, "illness", mehmet)).rejects.toThrow(NotFound);
		await expect(gateOf(by, mehmet.candidate, undefined)).rejects.toThrow(NotFound);
	});

	it("R8.3 — nothing of it is in the dossier, its search or its print", async () => {
		const anna = house.as("anna");
		const on = { candidate: mehmet.candidate, trajectory: mehmet.trajectory };
		const shown = JSON.stringify([
			await openDossier(anna, on),
			await searchNotes(anna, on, "hernia"),
			await printDossier(anna, { ...on, sections: ["alles"] as never, purpose: "guidance" }),
		]);
		for (const word of ["hernia", "vijf kilo"]) expect(shown).not.toContain(word);
	});

	it("R8.3 — whoever has it open cannot write a report, a note or a mail in the same transaction", async () => {
		const anna = house.as("anna");
		const write = (area: string) =>
			anna.act(mehmet.candidate, "guidance", { action: "create" }, async (tx) => {
				await sql`select set_config('app.compartment', ${area}, true)`.execute(tx);
				const note = crypto.randomUUID();
				const whose = { subject_id: mehmet.candidate, trajectory_id: mehmet.trajectory };
				await tx
					.insertInto("app.note")
					.values({ id: note, ...whose, created_at: new Date(), created_by: anna.actor.id })
					.execute();
				const words = { goal: Buffer.alloc(1), agreed: Buffer.alloc(1), next: Buffer.alloc(1) };
				await tx
					.insertInto("app.note_draft")
					.values({
						note_id: note,
						...whose,
						version_id: crypto.randomUUID(),
						...words,
						session: note,
						updated_at: new Date(),
						updated_by: anna.actor.id,
					})
					.execute();
			});
		await expect(write("illness")).rejects.toThrow(/row-level security/);
		await write("");
	});
});

describe("the compartment where only consent carries it", () => {
	it("R2.1 — at outplacement it is shut, and says what would open it", async () => {
		const bram = house.as("bram");
		const { doors } = await gateOf(bram, sofie.candidate, sofie.trajectory);
		expect(doors.map((one) => one.decision.allowed)).toEqual([false, false, false, false]);
		await nothingLeft(() => record(bram, sofie), refused("R2.1"));
		await expect(itemsOf(bram, "illness", sofie)).rejects.toThrow(refused("R2.1"));
	});

	it("R2.1 — opens with her consent, for what she consented to and no more; shuts when she withdraws it; and is then hers to decide on", async () => {
		const bram = house.as("bram");
		const she = house.asCandidate("sofie");
		const consent = await mayHold(house, "sofie", "bram", "capacity");
		await record(bram, sofie);
		await nothingLeft(() => recordIllness(bram, sofie), refused("R2.1"));
		await nothingLeft(() => record(bram, { ...sofie, purpose: "reporting" }), refused("R2.1"));
		await nothingLeft(() => discardMine(she, "capacity"), refused("R2.1"));

		await withdrawConsent(she, { id: crypto.randomUUID(), consent });
		await expect(itemsOf(bram, "capacity", sofie)).rejects.toThrow(refused("R2.1"));
		const rows = await bram.read(sofie.candidate, "guidance", { action: "view" }, async (tx) => {
			await sql`select set_config('app.compartment', 'capacity', true)`.execute(tx);
			return tx.selectFrom("app.capacity_item").select("id").execute();
		});
		expect(rows).toEqual([]);
		expect((await myHealth(she)).capacity.map((one) => one.content)).toEqual([lifting]);

		// Consent anew opens it as it was; without it she has it destroyed.
		const again = await mayHold(house, "sofie", "bram", "capacity");
		expect((await itemsOf(bram, "capacity", sofie)).items).toHaveLength(1);
		await withdrawConsent(she, { id: crypto.randomUUID(), consent: again });
		await discardMine(she, "capacity");
		expect((await myHealth(she)).capacity).toEqual([]);
		expect(await house.rows("select 1 from app.capacity_item where subject_id = $1", [sofie.candidate])).toEqual([]);
	});
});

describe("the candidate's own view", () => {
	it("R8.3 — shows both areas of their own and nothing of another; what a law carries they cannot discard", async () => {
		const mine = await myHealth(house.asCandidate("mehmet"));
		expect(mine.illness.map((one) => one.content)).toEqual([nature]);
		expect((await myHealth(house.asCandidate("sofie"))).illness).toEqual([]);
		await nothingLeft(() => discardMine(house.asCandidate("mehmet"), "illness"), NotAllowed);
		await expect(
			house
				.asCandidate("mehmet")
				.act(mehmet.candidate, "portal", { action: "discard" }, (tx) => tx.deleteFrom("app.illness_item").executeTakeFirst()),
		).resolves.toMatchObject({ numDeletedRows: 0n });
	});
});
