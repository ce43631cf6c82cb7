import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed } from "../law/decision.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { presence } from "./presence.server.ts";
import { noteOf } from "./queries.server.ts";
import { beginNote, discardDraft, finishNote, type NoteInput, openNote, saveNote } from "./write-note.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
	house.clock.set(new Date());
});
afterAll(() => house.close());

const words = (goal: string) => ({ goal, agreed: "", next: "" });
let note: string;
let session: string;
let input: NoteInput;
beforeEach(async () => {
	note = crypto.randomUUID();
	const { candidate, trajectory } = house.worlds.mehmet;
	session = await beginNote(house.as("anna"), { candidate, trajectory, note });
	input = {
		candidate,
		note,
		rowVersion: 1,
		session,
		kind: "conversation",
		source: "candidate",
		onDay: "2026-11-02",
		words: words("Terugkeer"),
	};
});

const everything = () =>
	house.rows(
		"select n.id, n.versions, d.row_version, d.updated_by, (select count(*) from app.note_version v where v.note_id = n.id) as kept from app.note n left join app.note_draft d on d.note_id = n.id order by n.id",
	);
const entries = () => house.rows("select id, action from audit.entry where object_id = $1 order by at", [note]);
/** What other parts of the house do, straight in the database under an entry of its own. */
const laid = (by: string, subject: string, sql: string) =>
	house.rows(`do $$ begin
		perform set_config('app.actor', '${by}', true);
		perform set_config('app.entry', audit.append('system', '{}', null, null, array['${subject}'::uuid], '{}', 'update', null, null, 'guidance', null, null, 'allowed', null, null)::text, true);
		${sql};
	end $$`);

/** A second coach on Mehmet's trajectory, for a term. */
async function deputy(): Promise<void> {
	const { candidate, trajectory } = house.worlds.mehmet;
	await laid(
		house.ids.carla,
		candidate,
		`insert into app.membership (subject_id, trajectory_id, staff_id, capacity, assigned_by, from_at, reason)
			values ('${candidate}', '${trajectory}', '${house.ids.bram}', 'deputy', '${house.ids.carla}', now() - interval '1 day', 'deputising')`,
	);
}

describe("writing a note", () => {
	it("R5.1 — what is typed is kept in place, and finished it is a version with author, source and date", async () => {
		const anna = house.as("anna");
		await saveNote(anna, input);
		await finishNote(anna, { ...input, rowVersion: 2, words: words("Terugkeer in eigen werk") });
		const opened = await noteOf(anna, input.candidate, note);
		expect(opened.draft).toBeUndefined();
		expect(opened.versions).toHaveLength(1);
		expect(opened.versions[0]).toMatchObject({
			n: 1,
			how: "finished",
			goal: "Terugkeer in eigen werk",
			source: "candidate",
			on_day: "2026-11-02",
			written_by: house.ids.anna,
		});
		expect(opened.names[house.ids.anna]).toBe("Anna de Wit");
	});

	it("R1.2 — an editing session is one row in the log, however often it is saved", async () => {
		const anna = house.as("anna");
		for (const rowVersion of [1, 2, 3, 4]) await saveNote(anna, { ...input, rowVersion, words: words(`keer ${rowVersion}`) });
		await presence(anna, input);
		await finishNote(anna, { ...input, rowVersion: 5 });
		expect(await entries()).toEqual([{ id: session, action: "edit" }]);
	});

	it("R1.2 — a save whose session no longer counts is kept under an entry of its own", async () => {
		await saveNote(house.as("anna"), { ...input, session: crypto.randomUUID() });
		expect((await entries()).map((entry) => entry.action)).toEqual(["edit", "edit"]);
	});

	it("R5.1 — posting the same new note twice is one note", async () => {
		const { candidate, trajectory } = house.worlds.mehmet;
		const before = await everything();
		await beginNote(house.as("anna"), { candidate, trajectory, note });
		expect(await everything()).toEqual(before);
	});

	it("R5.1 — a correction is a new version, and the old one stays to be seen", async () => {
		const anna = house.as("anna");
		await finishNote(anna, input);
		const second = await openNote(anna, input);
		const draft = (await noteOf(anna, input.candidate, note)).draft;
		expect(draft).toMatchObject({ goal: "Terugkeer", row_version: 1, kind: "conversation" });
		await finishNote(anna, { ...input, session: second, words: words("Terugkeer in ander werk") });
		const opened = await noteOf(anna, input.candidate, note);
		expect(opened.versions.map(({ n, how, goal }) => [n, how, goal])).toEqual([
			[2, "finished", "Terugkeer in ander werk"],
			[1, "finished", "Terugkeer"],
		]);
	});

	it("R10.1 — the words are not to be read in the database", async () => {
		await saveNote(house.as("anna"), { ...input, words: words("Kanariewoord") });
		const [row] = await house.rows<{ text: string }>(
			"select encode(goal, 'escape') as text from app.note_draft where note_id = $1",
			[note],
		);
		expect(row?.text).not.toContain("Kanariewoord");
	});

	it("R5.1 — a version once kept is nobody's to change or remove", async () => {
		const anna = house.as("anna");
		await finishNote(anna, input);
		const change = (how: "update" | "delete") =>
			anna.act(input.candidate, "guidance", { action: "update" }, async (tx) => {
				if (how === "update") await tx.updateTable("app.note_version").set({ n: 9 }).where("note_id", "=", note).execute();
				else await tx.deleteFrom("app.note_version").where("note_id", "=", note).execute();
			});
		await expect(change("update")).rejects.toThrow(/permission denied/);
		await expect(change("delete")).rejects.toThrow(/permission denied/);
	});
});

describe("two people in one note", () => {
	beforeAll(deputy);

	it("R5.1 — who saves on what somebody else changed meanwhile is told, and nothing is overwritten", async () => {
		const bram = house.as("bram");
		const other = await openNote(bram, input);
		await saveNote(house.as("anna"), { ...input, words: words("van Anna") });
		const before = await everything();
		await expect(saveNote(bram, { ...input, session: other, words: words("van Bram") })).rejects.toThrow(Stale);
		expect(await everything()).toEqual(before);
		expect((await noteOf(bram, input.candidate, note)).draft?.goal).toBe("van Anna");
	});

	it("R5.1 — who then keeps their own text sets the other's aside as a version", async () => {
		const bram = house.as("bram");
		const other = await openNote(bram, input);
		await saveNote(house.as("anna"), { ...input, words: words("van Anna") });
		await saveNote(bram, { ...input, rowVersion: 2, session: other, words: words("van Bram") });
		const opened = await noteOf(bram, input.candidate, note);
		expect(opened.draft?.goal).toBe("van Bram");
		expect(opened.versions).toEqual([
			expect.objectContaining({ how: "setAside", goal: "van Anna", written_by: house.ids.anna, saved_by: house.ids.bram }),
		]);
	});

	it("R5.1 — each is told of the other, for as long as the other is there", async () => {
		const other = await openNote(house.as("bram"), input);
		expect(await presence(house.as("bram"), { ...input, session: other })).toEqual([]);
		expect((await saveNote(house.as("anna"), input)).others).toEqual([house.ids.bram]);
		const now = house.clock.now();
		house.clock.set(new Date(now.getTime() + 61_000));
		expect(await presence(house.as("anna"), input)).toEqual([]);
		house.clock.set(now);
	});
});

describe("refusals", () => {
	const refused = async (attempt: () => Promise<unknown>, clause: string) => {
		const before = await everything();
		const error = await attempt().then(
			() => undefined,
			(thrown) => thrown,
		);
		expect(error).toBeInstanceOf(NotAllowed);
		expect(error.clause).toBe(clause);
		expect(await everything()).toEqual(before);
	};

	it("R5.1 — a note that is not complete is not finished, and stays a draft", async () => {
		await refused(() => finishNote(house.as("anna"), { ...input, source: null }), "R5.1");
		await refused(() => finishNote(house.as("anna"), { ...input, words: words(" ") }), "R5.1");
		await refused(() => finishNote(house.as("anna"), { ...input, onDay: "2999-01-01" }), "R5.1");
	});

	it("R9.2 — an oral report is no plain note: it goes through the gate", async () => {
		await refused(() => saveNote(house.as("anna"), { ...input, kind: "oralReport" }), "R9.2");
	});

	it("R5.1 — nothing new is begun on a closed trajectory", async () => {
		const { candidate, trajectory } = house.worlds.mehmet;
		const set = (state: string, rest: string) =>
			laid(house.ids.carla, candidate, `update app.trajectory set state = '${state}', ${rest} where id = '${trajectory}'`);
		await set("closed", "closed_on = '2026-11-20', outcome = 'goalReached'");
		await refused(() => beginNote(house.as("anna"), { candidate, trajectory, note: crypto.randomUUID() }), "R5.1");
		await set("started", "closed_on = null, outcome = null");
	});

	it("R1.3 — without a statement and the regulation acknowledged no dossier opens, and the refusal is logged with its clause", async () => {
		const known = `from app.acknowledgement where staff_id = '${house.ids.anna}'`;
		const [kept] = await house.rows<{ version: string }>(`select regulation_version as version ${known}`);
		await laid(house.ids.ada, house.ids.anna, `delete ${known}`);
		await refused(() => openNote(house.as("anna"), input), "R1.3");
		await refused(() => noteOf(house.as("anna"), input.candidate, note), "R1.3");
		const [last] = await house.rows(
			"select clause, outcome from audit.entry where subjects @> array[$1::uuid] order by at desc limit 1",
			[input.candidate],
		);
		expect(last).toEqual({ clause: "R1.3", outcome: "refused" });
		await laid(house.ids.ada, house.ids.anna, `insert into app.acknowledgement values ('${house.ids.anna}', '${kept?.version}')`);
	});

	it("R5.1 — a draft thrown away takes nothing that was finished, and a stale page throws nothing away", async () => {
		const anna = house.as("anna");
		await expect(discardDraft(anna, { ...input, rowVersion: 7 })).rejects.toThrow(Stale);
		await discardDraft(anna, input);
		expect(await house.rows("select id from app.note where id = $1", [note])).toEqual([]);
		const { candidate, trajectory } = house.worlds.mehmet;
		const again = { ...input, note: crypto.randomUUID() };
		again.session = await beginNote(anna, { candidate, trajectory, note: again.note });
		await finishNote(anna, again);
		await openNote(anna, again);
		await discardDraft(anna, again);
		expect((await noteOf(anna, candidate, again.note)).versions).toHaveLength(1);
	});
});

describe("the neighbours", () => {
	it("R1.2 — another coach sees nothing of it and can write nothing in it", async () => {
		const stranger = house.as("carla");
		const before = await everything();
		for (const attempt of [
			() => noteOf(stranger, input.candidate, note),
			() => openNote(stranger, input),
			() => saveNote(stranger, input),
			() => finishNote(stranger, input),
			() => discardDraft(stranger, input),
		]) {
			await expect(attempt()).rejects.toThrow(NotFound);
		}
		expect(await presence(stranger, input)).toEqual([]);
		expect(await everything()).toEqual(before);
	});

	it("R1.2 — a note is not reached through another candidate of one's own", async () => {
		const { candidate, trajectory } = house.worlds.sofie;
		await expect(noteOf(house.as("bram"), candidate, note)).rejects.toThrow(NotFound);
		await expect(
			beginNote(house.as("bram"), { candidate: input.candidate, trajectory, note: crypto.randomUUID() }),
		).rejects.toThrow(NotFound);
		await expect(beginNote(house.as("anna"), { candidate, trajectory, note: crypto.randomUUID() })).rejects.toThrow(NotFound);
	});

	it("R5.1 — candidates and the worker have no way to notes", async () => {
		for (const someone of [house.asCandidate("mehmet"), house.worker()]) {
			const attempt = someone.read(input.candidate, "portal", { action: "view" }, (tx) =>
				tx.selectFrom("app.note_version").select("id").execute(),
			);
			await expect(attempt).rejects.toThrow(/permission denied/);
		}
	});

	it("R1.2 — after a hand-over the former coach sees nothing any more, and the next one everything", async () => {
		const anna = house.as("anna");
		await finishNote(anna, input);
		const { candidate, trajectory } = house.worlds.mehmet;
		const carla = house.as("carla");
		await carla.act(candidate, "guidance", { action: "assign" }, async (tx) => {
			await tx
				.updateTable("app.membership")
				.set({ until_at: new Date(Date.now() - 1000), ended_by: house.ids.carla, reason: "leaving" })
				.where("staff_id", "=", house.ids.anna)
				.where("trajectory_id", "=", trajectory)
				.execute();
			await tx
				.insertInto("app.membership")
				.values({
					id: crypto.randomUUID(),
					subject_id: candidate,
					trajectory_id: trajectory,
					staff_id: house.ids.carla,
					assigned_by: house.ids.carla,
					from_at: new Date(Date.now() - 1000),
				})
				.execute();
		});
		await expect(noteOf(anna, candidate, note)).rejects.toThrow(NotFound);
		await expect(saveNote(anna, input)).rejects.toThrow(NotFound);
		expect((await noteOf(carla, candidate, note)).versions[0]?.goal).toBe("Terugkeer");
	});
});
