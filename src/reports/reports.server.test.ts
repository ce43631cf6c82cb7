import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { pressFor } from "../../test/press.ts";
import { NotAllowed } from "../law/decision.ts";
import { checkSealedPdf } from "../platform/pdf/check.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { type AnswerInput, answerReport, confirmPaperAnswer, registerPaperAnswer } from "./answer.server.ts";
import { reviseReport, saveDraft, startReport, withdrawReport } from "./draft.server.ts";
import { versionPdf } from "./queries.server.ts";
import { recheckReport, sendReport, unsendReport } from "./send.server.ts";
import { previewReport, submitReport } from "./submit.server.ts";

let house: TestHouse;
let press: Awaited<ReturnType<typeof pressFor>>;
let line: string;
let report: string;
const candidate = () => house.worlds.mehmet.candidate;

beforeAll(async () => {
	house = await testHouse();
	press = await pressFor(house);
	line = await layAgreement(house, "mehmet");
});
afterAll(() => house.close());

const begin = async () => {
	report = crypto.randomUUID();
	await startReport(house.as("anna"), {
		id: report,
		candidate: candidate(),
		trajectory: house.worlds.mehmet.trajectory,
		line,
		dueOn: "2026-11-07",
		periodFrom: "2026-09-07",
		periodTo: "2026-11-07",
	});
};
const write = (body = "Mehmet sprak met **drie** werkgevers.", rowVersion = 1) =>
	saveDraft(house.as("anna"), { candidate: candidate(), report, rowVersion, title: "Voortgangsrapportage", body });
const submit = async (draftVersion = 2) => {
	const version = crypto.randomUUID();
	await submitReport(house.as("anna"), press, { candidate: candidate(), report, draftVersion, version });
	return version;
};
const shown = async (version: string): Promise<AnswerInput> => {
	const [row] = await house.rows<{ sha256: Buffer; recipients_sha256: Buffer }>(
		"select sha256, recipients_sha256 from app.report_version where id = $1",
		[version],
	);
	return {
		id: crypto.randomUUID(),
		candidate: candidate(),
		report,
		version,
		sha256: row?.sha256.toString("hex") ?? "",
		recipientsSha256: row?.recipients_sha256.toString("hex") ?? "",
		answer: "approved",
		remark: null,
		ownView: null,
	};
};
const textOf = (pdf: Uint8Array) => execFileSync("pdftotext", ["-", "-"], { input: pdf, encoding: "utf8" });
const state = async () => (await house.rows<{ state: string }>("select state from app.report where id = $1", [report]))[0]?.state;
const everything = () =>
	house.rows(
		"select (select count(*) from app.report_version) v, (select count(*) from app.report_answer) a, (select json_agg(r order by id) from app.report r) r",
	);

beforeEach(begin);

describe("writing", () => {
	it("R6.1 — a report begins on a line of the agreement in force, and on nothing else", async () => {
		expect(await state()).toBe("draft");
		const before = await everything();
		const other = startReport(house.as("anna"), {
			id: crypto.randomUUID(),
			candidate: candidate(),
			trajectory: house.worlds.mehmet.trajectory,
			line: crypto.randomUUID(),
			dueOn: null,
			periodFrom: null,
			periodTo: null,
		});
		await expect(other).rejects.toThrow(NotAllowed);
		expect(await everything()).toEqual(before);
	});

	it("R7.1 — two people saving the same draft: the second is told, nothing is overwritten", async () => {
		await write("Eerste tekst", 1);
		await expect(write("Tweede tekst", 1)).rejects.toThrow(Stale);
	});

	it("R1.2 — autosaves of one editing session are one row in the log", async () => {
		const { session } = await write("a", 1);
		await saveDraft(house.as("anna"), { candidate: candidate(), report, rowVersion: 2, title: "t", body: "ab", session });
		const rows = await house.rows("select 1 from audit.entry where action = 'edit' and object_id = $1", [report]);
		expect(rows).toHaveLength(1);
	});

	it("R5.1 — another coach cannot write, read or preview it; it is as if it were not there", async () => {
		const neighbour = house.as("bram");
		await expect(saveDraft(neighbour, { candidate: candidate(), report, rowVersion: 1, title: "x", body: "x" })).rejects.toThrow(
			NotFound,
		);
		await expect(previewReport(neighbour, press, { candidate: candidate(), report })).rejects.toThrow(NotFound);
	});
});

describe("submitting", () => {
	it("R7.1, R9.1 — submitting freezes a sealed PDF of exactly this text", async () => {
		await write();
		const version = await submit();
		expect(await state()).toBe("submitted");
		const pdf = await house.as("anna").read(candidate(), "reporting", { action: "view" }, async (tx, sealed) => {
			const row = await tx
				.selectFrom("app.report_version")
				.select(["id", "pdf"])
				.where("id", "=", version)
				.executeTakeFirstOrThrow();
			return sealed.bytes("report_version", row.id, candidate(), { pdf: row.pdf });
		});
		expect(checkSealedPdf(pdf.pdf, press.certificate)).toEqual({ ok: true });
	});

	it("R7.1 — a text that changed since it was read is not frozen", async () => {
		await write();
		await expect(submit(1)).rejects.toThrow(Stale);
		expect(await state()).toBe("draft");
	});

	it("R7.1 — an empty report is refused and leaves nothing behind", async () => {
		await write("  ");
		const before = await everything();
		await expect(submit()).rejects.toThrow(NotAllowed);
		expect(await everything()).toEqual(before);
	});
});

describe("answering", () => {
	it("R7.1 — the candidate approves exactly these bytes for exactly these recipients", async () => {
		await write();
		await answerReport(house.asCandidate("mehmet"), await shown(await submit()), press.publicUrl);
		expect(await state()).toBe("approved");
		const told = await house.rows("select kind from app.dispatch where subject_id = $1 and kind = 'answerGiven'", [
			house.ids.anna,
		]);
		expect(told).toHaveLength(1);
	});

	it.each([["sha256"], ["recipientsSha256"]] as const)(
		"R7.1 — an approval of another %s is refused and leaves nothing behind",
		async (what) => {
			await write();
			const input = await shown(await submit());
			const before = await everything();
			await expect(answerReport(house.asCandidate("mehmet"), { ...input, [what]: "00".repeat(32) })).rejects.toThrow(NotAllowed);
			expect(await everything()).toEqual(before);
		},
	);

	it("R10.1 — without a second factor shown just now there is no approval", async () => {
		await write();
		const input = await shown(await submit());
		const stale = house.door.as({
			kind: "candidate",
			id: candidate(),
			roles: [],
			secondFactorAt: new Date(Date.now() - 11 * 60 * 1000),
		});
		await expect(answerReport(stale, input)).rejects.toThrow(NotAllowed);
		expect(await state()).toBe("submitted");
	});

	it("R7.1 — another candidate, or the coach, cannot approve it", async () => {
		await write();
		const input = await shown(await submit());
		await expect(answerReport(house.asCandidate("sofie"), input)).rejects.toThrow();
		await expect(answerReport(house.as("anna"), input)).rejects.toThrow();
		expect(await state()).toBe("submitted");
	});

	it("R7.1 — any change voids the approval: the report is a draft again and the old version cannot be answered", async () => {
		await write();
		const input = await shown(await submit());
		await answerReport(house.asCandidate("mehmet"), input);
		await reviseReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 3 });
		expect(await state()).toBe("draft");
		expect(await house.rows("select why from app.report_voiding where version_id = $1", [input.version])).toEqual([
			{ why: "revised" },
		]);
		await write("Een andere tekst", 2);
		await submit(3);
		await expect(answerReport(house.asCandidate("mehmet"), { ...input, id: crypto.randomUUID() })).rejects.toThrow(NotAllowed);
	});

	it("R7.1 — the candidate's own view stands behind the next version, in their words, and goes when they take it away", async () => {
		const texts = async (draftVersion: number) => {
			const version = await submit(draftVersion);
			const { pdf } = await versionPdf(house.as("anna"), "reporting", { candidate: candidate(), report, version });
			return { version, text: textOf(pdf) };
		};
		await write();
		const first = await texts(2);
		expect(first.text).not.toContain("zienswijze van de kandidaat");
		await answerReport(house.asCandidate("mehmet"), {
			...(await shown(first.version)),
			answer: "changeRequested",
			ownView: "Ik zie **dit** anders.\n- En nog iets_meer",
		});
		await reviseReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 3 });
		const second = await texts(2);
		expect(second.text).toContain("Ik zie **dit** anders.");
		expect(second.text).toContain("- En nog iets_meer");
		await answerReport(house.asCandidate("mehmet"), {
			...(await shown(second.version)),
			answer: "changeRequested",
			ownView: null,
		});
		await reviseReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 6 });
		expect((await texts(2)).text).not.toContain("anders.");
	});

	it("R7.1 — an answer on paper counts once a second member of staff confirmed it", async () => {
		await write();
		const input = await shown(await submit());
		const [paper] = await house.rows<{ document_number: string }>(
			"select document_number from app.report_version where id = $1",
			[input.version],
		);
		const typed = { number: paper?.document_number ?? "", hash: input.sha256.slice(0, 8) };
		const before = await everything();
		await expect(
			registerPaperAnswer(house.as("anna"), { ...input, signedOn: "2026-11-20", typed: { ...typed, hash: "00000000" } }),
		).rejects.toThrow(NotAllowed);
		expect(await everything()).toEqual(before);
		await registerPaperAnswer(house.as("anna"), { ...input, signedOn: "2026-11-20", typed });
		await expect(confirmPaperAnswer(house.as("anna"), { candidate: candidate(), report, answer: input.id })).rejects.toThrow(
			NotAllowed,
		);
		expect(await house.rows("select confirmed_by from app.report_answer where id = $1", [input.id])).toEqual([
			{ confirmed_by: null },
		]);
	});

	it("R7.1 — a withdrawn report cannot be answered", async () => {
		await write();
		const input = await shown(await submit());
		await withdrawReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 2 });
		await expect(answerReport(house.asCandidate("mehmet"), input)).rejects.toThrow(NotAllowed);
	});
});

describe("sending", () => {
	const send = (rowVersion: number, by = house.as("anna"), disclosure = crypto.randomUUID()) =>
		sendReport(by, press.agency, press.publicUrl, { candidate: candidate(), report, rowVersion, disclosure }).then(
			() => disclosure,
		);
	const approved = async () => {
		await write();
		const input = await shown(await submit());
		await answerReport(house.asCandidate("mehmet"), input);
		return input;
	};
	const left = () =>
		house.rows(
			"select (select count(*) from app.disclosure)::int d, (select count(*) from app.dispatch)::int m, (select count(*) from graphile_worker._private_jobs)::int j",
		);

	it("R7.1, R4.1 — an approved report is queued for its one recipient, with register row, frozen message and job", async () => {
		await approved();
		const disclosure = await send(3);
		expect(await state()).toBe("sent");
		const [row] = await house.rows("select form, clause, categories, state, ground from app.disclosure where id = $1", [
			disclosure,
		]);
		expect(row).toMatchObject({ form: "written", clause: "R7.1", categories: ["attendance", "progress"], state: "queued" });
		expect(row?.ground).toContain("avg.6.1");
	});

	it.each(["submitted", "refused", "changeRequested"] as const)(
		"R7.1 — a report that is %s does not go, and nothing is queued or registered",
		async (answer) => {
			await write();
			const input = await shown(await submit());
			if (answer !== "submitted") await answerReport(house.asCandidate("mehmet"), { ...input, answer, remark: "Dit klopt niet" });
			const before = await left();
			await expect(send(answer === "submitted" ? 2 : 3)).rejects.toThrow(NotAllowed);
			expect(await left()).toEqual(before);
		},
	);

	it("R7.1 — another address than the one that was approved stops it", async () => {
		await approved();
		const { contact } = house.worlds.mehmet;
		const before = await left();
		const bea = house.as("bea");
		await bea.act(contact, "registration", { action: "update" }, async (tx) => {
			await tx.updateTable("app.address_verification").set({ ended_at: new Date() }).where("contact_id", "=", contact).execute();
			const id = crypto.randomUUID();
			await tx
				.insertInto("app.address_verification")
				.values({
					id,
					contact_id: contact,
					email: Buffer.from("sealed"),
					token_hash: null,
					asked_at: new Date(),
					asked_by: bea.actor.id,
					expires_at: new Date(),
					verified_at: new Date(),
					verified_how: "phone",
				})
				.execute();
		});
		await expect(send(3)).rejects.toThrow(/recipient or the address changed/);
		expect(await left()).toEqual(before);
		await bea.act(contact, "registration", { action: "update" }, async (tx) => {
			await tx
				.updateTable("app.address_verification")
				.set({ ended_at: new Date() })
				.where("contact_id", "=", contact)
				.where("ended_at", "is", null)
				.execute();
			await tx
				.updateTable("app.address_verification")
				.set({ ended_at: null })
				.where("contact_id", "=", contact)
				.where("verified_how", "=", "phone")
				.where("email", "!=", Buffer.from("sealed"))
				.execute();
		});
	});

	it("R7.1 — taken back within the time to undo, the report stands approved again and can go later", async () => {
		await approved();
		const disclosure = await send(3);
		await unsendReport(house.as("anna"), { candidate: candidate(), report, disclosure });
		expect(await state()).toBe("approved");
		expect(await house.rows("select state from app.disclosure where id = $1", [disclosure])).toEqual([{ state: "undone" }]);
	});

	it("R7.1 — what was sent is not opened again, unless it was stopped at the door", async () => {
		await approved();
		const disclosure = await send(3);
		const again = () => reviseReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 4 });
		await expect(again()).rejects.toThrow(NotAllowed);
		expect(await state()).toBe("sent");
		await house.as("anna").act(candidate(), "reporting", { action: "update" }, async (tx) => {
			await tx
				.updateTable("app.dispatch")
				.set({ state: "blocked", state_at: new Date() })
				.where("disclosure_id", "=", disclosure)
				.execute();
		});
		await again();
		expect(await state()).toBe("draft");
	});

	it("R1.2 — another coach cannot send it; it is as if it were not there", async () => {
		await approved();
		await expect(send(3, house.as("bram"))).rejects.toThrow(NotFound);
	});

	it("R7.1 — at transmission the gate asks again: a version that was revised after all is refused", async () => {
		const { version } = await approved();
		const disclosed = {
			subject_id: candidate(),
			about_id: version,
			sha256:
				(await house.rows<{ sha256: Buffer }>("select sha256 from app.report_version where id = $1", [version]))[0]?.sha256 ??
				null,
		};
		const asked = () =>
			house
				.worker()
				.read(candidate(), "reporting", { action: "check" }, async (tx) => ({ decision: await recheckReport(tx, disclosed) }));
		expect((await asked()).decision).toEqual({ allowed: true, under: "R7.1" });
		await reviseReport(house.as("anna"), { candidate: candidate(), report, rowVersion: 3 });
		expect((await asked()).decision).toMatchObject({ allowed: false, because: "R7.1" });
	});
});
