import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StaffName } from "../../test/people.ts";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";
import { sql } from "../platform/db.server.ts";
import { type AnswerInput, answerReport } from "./answer.server.ts";
import { paperOf } from "./document.server.ts";
import { reviseReport, saveDraft } from "./draft.server.ts";
import { reportRow } from "./facts.server.ts";
import {
	confirmFoundPaper,
	confirmPaperAnswer,
	papersWaiting,
	registerFoundPaper,
	registerPaperAnswer,
	type Typed,
} from "./paper.server.ts";
import { sendReport } from "./send.server.ts";

let now: Reporting;
let input: AnswerInput;
let typed: Typed;

beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(async () => {
	await now.begin();
	await now.write();
	input = await now.shown(await now.submit());
	typed = await borne();
});

/** What the answer form of the newest version bears. */
const borne = async (): Promise<Typed> => {
	const [row] = await now.house.rows<Typed>(
		"select document_number as number, left(encode(sha256, 'hex'), 8) as hash from app.report_version where report_id = $1 order by n desc",
		[now.report()],
	);
	return row as Typed;
};
const wrong = (): Typed => ({ ...typed, hash: "00000000" });
const register = (who: StaffName, over: Typed = typed, answer: AnswerInput["answer"] = "approved") => {
	const { id } = input;
	const words = { remark: "Graag <snel>", ownView: null };
	return registerFoundPaper(now.house.as(who), { id, answer, ...words, signedOn: "2026-11-20", typed: over });
};
const confirm = (who: StaffName, over: Typed = typed) => confirmFoundPaper(now.house.as(who), over);
const confirmedBy = async () =>
	(await now.house.rows("select confirmed_by from app.report_answer where id = $1", [input.id]))[0]?.confirmed_by;
const waitingFor = async (who: StaffName) =>
	(await papersWaiting(now.house.as(who))).filter((one) => one.report_id === now.report());

describe("R7.1 — registering", () => {
	it("R7.1 — the coach registers a paper of this version; another fingerprint is refused and leaves nothing behind", async () => {
		const before = await now.everything();
		const paper = { ...input, signedOn: "2026-11-20" };
		const anna = now.house.as("anna");
		await expect(registerPaperAnswer(anna, { ...paper, typed: wrong() })).rejects.toThrow(NotAllowed);
		await expect(registerPaperAnswer(anna, { ...paper, signedOn: "2999-01-01", typed })).rejects.toThrow(NotAllowed);
		expect(await now.everything()).toEqual(before);
		await registerPaperAnswer(anna, { ...paper, typed });
		await registerPaperAnswer(anna, { ...paper, typed });
		expect(await now.state()).toBe("approved");
	});

	it.each([
		["approved", "approved"],
		["changeRequested", "changeRequested"],
		["refused", "refused"],
	] as const)("R7.1 — back office registers %s by what the paper bears, and opens no dossier", async (answer, state) => {
		await register("bea", { number: typed.number.toLowerCase().replaceAll("-", " "), hash: typed.hash }, answer);
		expect(await now.state()).toBe(state);
		const [entry] = await now.house.rows(
			"select subjects, clause from audit.entry where action = 'registerPaper' and object_id = $1",
			[now.report()],
		);
		expect(entry).toEqual({ subjects: [now.candidate], clause: "R7.1" });
	});

	it.each(["bea", "bram", "carla", "fenna", "finn", "ada"] as const)(
		"R7.1 — a number or fingerprint of nothing here is refused to %s, and leaves nothing behind",
		async (who) => {
			const before = await now.everything();
			await expect(register(who, { ...typed, number: "2222-2222-2222-2222" })).rejects.toThrow(NotAllowed);
			await expect(register(who, wrong())).rejects.toThrow(NotAllowed);
			expect(await now.everything()).toEqual(before);
		},
	);

	it.each(["bram", "carla", "fenna", "finn", "ada"] as const)(
		"R1.2 — for %s this candidate's paper is as if it were not there",
		async (who) => {
			const before = await now.everything();
			await expect(register(who)).rejects.toThrow(NotAllowed);
			await expect(registerPaperAnswer(now.house.as(who), { ...input, signedOn: "2026-11-20", typed })).rejects.toThrow();
			expect(await now.everything()).toEqual(before);
		},
	);

	it("R7.1 — the paper of an earlier version does not count for the next", async () => {
		await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 2 });
		const text = { rowVersion: 2, title: "Voortgang", body: "Een andere tekst." };
		await saveDraft(now.house.as("anna"), { candidate: now.candidate, report: now.report(), ...text });
		await now.submit(3);
		await expect(register("bea")).rejects.toThrow(NotAllowed);
		expect(await now.state()).toBe("submitted");
	});
});

describe("R7.1 — the second pair of eyes", () => {
	it("R7.1 — never who registered it; by another who types over what it bears; once", async () => {
		await register("anna");
		await expect(confirm("anna")).rejects.toThrow(NotAllowed);
		await expect(confirm("bea", wrong())).rejects.toThrow(NotAllowed);
		expect(await confirmedBy()).toBeNull();
		await confirm("bea");
		await confirm("bea");
		expect(await confirmedBy()).toBe(now.house.ids.bea);
		expect(await waitingFor("bea")).toEqual([]);
	});

	it("R7.1 — registered by back office, the coach confirms it; until then it does not go", async () => {
		await register("bea");
		await expect(confirm("bea")).rejects.toThrow(NotAllowed);
		const anna = now.house.as("anna");
		const send = () =>
			sendReport(anna, now.press.agency, now.press.publicUrl, {
				...{ candidate: now.candidate, report: now.report(), rowVersion: 3, disclosure: crypto.randomUUID() },
			});
		await expect(send()).rejects.toThrow(NotAllowed);
		await confirmPaperAnswer(anna, { candidate: now.candidate, report: now.report(), answer: input.id, typed });
		await send();
		expect(await now.state()).toBe("sent");
	});

	it("R1.2 — a coordinator sees that it waits and cannot confirm; another coach and the others see nothing", async () => {
		await register("anna");
		expect(await waitingFor("carla")).toMatchObject([{ handles: false }]);
		await expect(confirm("carla")).rejects.toThrow(NotAllowed);
		for (const who of ["bram", "fenna", "finn", "ada"] as const) {
			expect(await waitingFor(who)).toEqual([]);
			await expect(confirm(who)).rejects.toThrow(NotAllowed);
		}
		expect(await confirmedBy()).toBeNull();
	});

	it("R1.2 — the list names whose paper it is and who registered it, and gives away nothing that must be typed over", async () => {
		await register("anna");
		const [paper] = await waitingFor("bea");
		expect(JSON.parse(paper?.candidate.name ?? "{}").given).toBe("Mehmet");
		expect(JSON.parse(paper?.registrar.name ?? "{}").given).toBe("Anna");
		expect(JSON.stringify(paper)).not.toContain(typed.number);
		expect(JSON.stringify(paper)).not.toContain(typed.hash);
	});
});

describe("R1.2 — the wall itself", () => {
	it.each(["bea", "carla"] as const)("R1.2 — %s, a relative of the candidate, finds no paper of theirs", async (who) => {
		const { ids } = now.house;
		const [id, by] = [crypto.randomUUID(), now.house.as("fenna")];
		await by.act([now.candidate, ids[who]], "security", { action: "declareConflict" }, (tx) =>
			sql`insert into app.conflict (id, subject_id, staff_id, kind, declared_at, declared_by)
				values (${id}, ${now.candidate}, ${ids[who]}, 'relative', ${by.now()}, ${by.actor.id})`.execute(tx),
		);
		await expect(register(who)).rejects.toThrow(NotAllowed);
		await register("anna");
		expect(await waitingFor(who)).toEqual([]);
		await expect(confirm(who)).rejects.toThrow();
		expect(await confirmedBy()).toBeNull();
		await now.house.rows("alter table app.conflict disable trigger user");
		await now.house.rows("delete from app.conflict where id = $1", [id]);
		await now.house.rows("alter table app.conflict enable trigger user");
	});

	const bea = () => now.house.as("bea");
	it("R1.2 — back office reads no answer, no version and no draft, also within the opened subject", async () => {
		await register("anna");
		for (const table of ["app.report_answer", "app.report_version", "app.report_draft"] as const) {
			const rows = await bea().read(now.candidate, "reporting", { action: "view" }, (tx) =>
				tx.selectFrom(table).select("subject_id").execute(),
			);
			expect(rows).toEqual([]);
		}
	});

	it("R7.1 — without a paper back office moves no report on, and no one writes another's confirmation", async () => {
		const move = bea().act(now.candidate, "reporting", { action: "update" }, (tx) =>
			tx.updateTable("app.report").set({ state: "approved" }).where("id", "=", now.report()).execute(),
		);
		await expect(move).rejects.toThrow(/row-level security/);
		const { id, candidate: subject_id, version: version_id } = input;
		const bytes = { sha256: Buffer.from(input.sha256, "hex"), recipients_sha256: Buffer.from(input.recipientsSha256, "hex") };
		const [row] = [{ id, subject_id, version_id, trajectory_id: now.trajectory, answer: "approved" as const, ...bytes }];
		const given = { answered_on: "2026-11-20", at: new Date(), method: "paper" as const };
		const write = (by_id: string, confirmed_by: string | null) =>
			bea().act(now.candidate, "reporting", { action: "update" }, (tx) =>
				tx
					.insertInto("app.report_answer")
					.values({ ...row, ...given, by_id, confirmed_by })
					.execute(),
			);
		await expect(write(now.house.ids.anna, null)).rejects.toThrow(/row-level security/);
		await expect(write(now.house.ids.bea, now.house.ids.anna)).rejects.toThrow(/row-level security/);
		expect(await now.state()).toBe("submitted");
	});

	it("R7.1 — what the candidate answered in the portal is nobody's paper", async () => {
		await answerReport(now.house.asCandidate("mehmet"), input);
		expect(await waitingFor("bea")).toEqual([]);
		await expect(confirm("bea")).rejects.toThrow(NotAllowed);
	});
});

describe("R7.1 — an own view that came on paper", () => {
	const ownView = "Ik zie dit anders.";
	const paper = (answer: AnswerInput["answer"]) => ({
		...{ id: input.id, answer, remark: null, ownView, signedOn: "2026-11-20", typed },
	});
	const revise = () => reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 3 });
	/** What would stand behind the next version. */
	const behindNext = async () => {
		const entry = { action: "view", object: ["report", now.report()] as const, clause: "R7.1" };
		const next = await now.house.as("anna").read(now.candidate, "reporting", entry, async (tx, sealed) => {
			const report = await reportRow(tx, now.candidate, now.report());
			return paperOf(tx, sealed, report, now.house.worlds.mehmet.contact, now.house.ids.anna);
		});
		return next.own_view;
	};

	it.each(["changeRequested", "refused"] as const)(
		"R7.1 — with %s: it waits for a second person, and until then no next version has it",
		async (answer) => {
			await registerFoundPaper(now.house.as("bea"), paper(answer));
			expect(await waitingFor("anna")).toMatchObject([{ state: answer, handles: true }]);
			await revise();
			expect(await behindNext()).toBeNull();
			expect(await waitingFor("anna")).toMatchObject([{ state: "draft" }]);
			await expect(confirm("bea")).rejects.toThrow(NotAllowed);
			await confirm("anna");
			expect(await behindNext()).toBe(ownView);
			expect(await waitingFor("anna")).toEqual([]);
		},
	);

	it("R7.1 — the same no on paper posted twice is one answer; without an own view it waits while it stands, and not for a next version", async () => {
		const no = { ...paper("refused"), ownView: null };
		await registerFoundPaper(now.house.as("bea"), no);
		const [row] = await now.house.rows<{ sha: string }>(
			"select encode(sha256, 'hex') as sha from app.report_version where id = $1",
			[input.version],
		);
		expect(row?.sha).toBe(input.sha256);
		await registerPaperAnswer(now.house.as("bea"), { ...input, ...no });
		expect(await waitingFor("anna")).toHaveLength(1);
		await revise();
		expect(await waitingFor("anna")).toEqual([]);
	});
});
