import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { dateOf, formatDate } from "../law/deadlines.ts";
import { NotAllowed } from "../law/decision.ts";
import { NotFound } from "../platform/web/page.ts";
import { answerReport } from "./answer.server.ts";
import { reviseReport, startReport } from "./draft.server.ts";
import { recheckReport, sendReport, unsendReport } from "./send.server.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

const send = (rowVersion: number, by = now.house.as("anna"), disclosure = crypto.randomUUID()) =>
	sendReport(by, now.press.agency, now.press.publicUrl, {
		candidate: now.candidate,
		report: now.report(),
		rowVersion,
		disclosure,
	}).then(() => disclosure);
const left = () =>
	now.house.rows(
		"select (select count(*) from app.disclosure)::int d, (select count(*) from app.dispatch)::int m, (select count(*) from graphile_worker._private_jobs)::int j",
	);

it("R7.1, R4.1 — an approved report is queued for its one recipient, with register row, frozen message and job", async () => {
	await now.approved();
	const disclosure = await send(3);
	expect(await now.state()).toBe("sent");
	const [row] = await now.house.rows("select form, clause, categories, state, ground from app.disclosure where id = $1", [
		disclosure,
	]);
	expect(row).toMatchObject({ form: "written", clause: "R7.1", categories: ["attendance", "progress"], state: "queued" });
	expect(row?.ground).toContain("avg.6.1");
});

it.each(["submitted", "refused", "changeRequested"] as const)(
	"R7.1 — a report that is %s does not go, and nothing is queued or registered",
	async (answer) => {
		await now.write();
		const input = await now.shown(await now.submit());
		if (answer !== "submitted")
			await answerReport(now.house.asCandidate("mehmet"), { ...input, answer, remark: "Dit klopt niet" });
		const before = await left();
		await expect(send(answer === "submitted" ? 2 : 3)).rejects.toThrow(NotAllowed);
		expect(await left()).toEqual(before);
	},
);

it("R7.1 — another address than the one that was approved stops it", async () => {
	await now.approved();
	const { contact } = now.house.worlds.mehmet;
	const before = await left();
	const bea = now.house.as("bea");
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
	await now.approved();
	const disclosure = await send(3);
	await unsendReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), disclosure });
	expect(await now.state()).toBe("approved");
	expect(await now.house.rows("select state from app.disclosure where id = $1", [disclosure])).toEqual([{ state: "undone" }]);
});

it("R7.1 — what was sent is not opened again, unless it was stopped at the door", async () => {
	await now.approved();
	const disclosure = await send(3);
	const again = () => reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 4 });
	await expect(again()).rejects.toThrow(NotAllowed);
	expect(await now.state()).toBe("sent");
	await now.house.as("anna").act(now.candidate, "reporting", { action: "update" }, async (tx) => {
		await tx
			.updateTable("app.dispatch")
			.set({ state: "blocked", state_at: new Date() })
			.where("disclosure_id", "=", disclosure)
			.execute();
	});
	await again();
	expect(await now.state()).toBe("draft");
});

it("R4.1 — what was sent is not sent a second time, and nothing more is queued or registered", async () => {
	await now.approved();
	await send(3);
	const before = await left();
	await expect(send(4)).rejects.toThrow(NotAllowed);
	expect(await left()).toEqual(before);
});

it("R4.1, R7.1 — another report's message taken back says nothing of this one, and stays queued", async () => {
	await now.approved();
	const other = await send(3);
	await now.begin();
	await now.write();
	await answerReport(now.house.asCandidate("mehmet"), { ...(await now.shown(await now.submit())), answer: "refused" });
	const attempt = unsendReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), disclosure: other });
	await expect(attempt).rejects.toThrow(NotAllowed);
	expect(await now.state()).toBe("refused");
	await now.begin();
	await now.approved();
	await send(3);
	const sent = unsendReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), disclosure: other });
	await expect(sent).rejects.toThrow(NotFound);
	expect(await now.house.rows("select state from app.disclosure where id = $1", [other])).toEqual([{ state: "queued" }]);
});

it("R1.2 — another coach cannot send it; it is as if it were not there", async () => {
	await now.approved();
	await expect(send(3, now.house.as("bram"))).rejects.toThrow(NotFound);
});

it("R7.1 — at transmission the gate asks again: a version that was revised after all is refused", async () => {
	const { version } = await now.approved();
	const disclosed = {
		subject_id: now.candidate,
		about_id: version,
		sha256:
			(await now.house.rows<{ sha256: Buffer }>("select sha256 from app.report_version where id = $1", [version]))[0]?.sha256 ??
			null,
	};
	const asked = () =>
		now.house
			.worker()
			.read(now.candidate, "reporting", { action: "check" }, async (tx) => ({ decision: await recheckReport(tx, disclosed) }));
	expect((await asked()).decision).toEqual({ allowed: true, under: "R7.1" });
	await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: 3 });
	expect((await asked()).decision).toMatchObject({ allowed: false, because: "R7.1" });
});

it("R6.1 — the final report in illness opens with what of the RIV this reader has from us, and says what there is none of", async () => {
	await now.approved();
	await send(3);
	const [sent] = await now.house.rows<{ state_at: Date }>("select state_at from app.report where id = $1", [now.report()]);
	const line = await layAgreement(now.house, "mehmet", "extensive", { version: 2, about: "final" });
	const report = crypto.randomUUID();
	const { candidate, trajectory } = now;
	await startReport(now.house.as("anna"), {
		...{ id: report, candidate, trajectory, line, dueOn: null, periodFrom: null, periodTo: null },
	});
	const { body } = await now.house.as("anna").read(candidate, "reporting", { action: "check" }, async (tx, sealed) => {
		const row = await tx.selectFrom("app.report_draft").select("body").where("report_id", "=", report).executeTakeFirstOrThrow();
		return sealed("report_draft", report, candidate, { body: row.body });
	});
	expect(body).toContain("wij: trajectplan nog niet verzonden");
	expect(body).toMatch(
		new RegExp(`onze voortgangsrapportage van (.*en )?${formatDate(dateOf(sent?.state_at as Date), "nl")} \\|`),
	);
});
