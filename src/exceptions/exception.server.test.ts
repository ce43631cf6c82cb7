import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { answerReport } from "../reports/answer.server.ts";
import { saveDraft } from "../reports/draft.server.ts";
import { readInPortal, tellOfReport } from "../reports/inform.server.ts";
import { myReport } from "../reports/my-report.server.ts";
import { versionPdf, waitingFor } from "../reports/queries.server.ts";
import { recheckReport, sendReport, unsendReport } from "../reports/send.server.ts";
import { confirmException, proposeException, withdrawException } from "./exception.server.ts";
import { exceptionsToConfirm, openException } from "./queries.server.ts";

let now: Reporting;
let version: string;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(async () => {
	await now.begin();
	await now.write();
	version = await now.submit();
});

const reasoning = "De Wet WIA, artikel 25, verplicht ons dit verslag te geven voor 1 december; uitstel kan niet.";
const propose = async (change: Partial<Parameters<typeof proposeException>[1]> = {}, by = now.house.as("anna")) => {
	const id = crypto.randomUUID();
	const report = now.report();
	await proposeException(by, { id, candidate: now.candidate, report, version, ground: "legalDuty", reasoning, ...change });
	return id;
};
const judged = (exception: string, rowVersion = 1) => ({ candidate: now.candidate, exception, rowVersion });
const confirm = (exception: string, who: "carla" | "fenna" | "anna" | "bram" = "carla") =>
	confirmException(now.house.as(who), judged(exception));
const send = (rowVersion = 2, disclosure = crypto.randomUUID()) =>
	sendReport(now.house.as("anna"), now.press.agency, now.press.publicUrl, {
		...{ candidate: now.candidate, report: now.report(), rowVersion, disclosure },
	}).then(() => disclosure);
const kept = () =>
	now.house.rows(
		"select (select json_agg(x order by id) from app.report_exception x) x, (select count(*) from app.disclosure)::int d, (select json_agg(r order by id) from app.report r) r",
	);
const nothingLeft = async (attempt: () => Promise<unknown>, error: new (...args: never[]) => Error) => {
	const before = await kept();
	await expect(attempt()).rejects.toThrow(error);
	expect(await kept()).toEqual(before);
};
const answer = async (given: "refused" | "approved", ownView: string | null = null) =>
	answerReport(now.house.asCandidate("mehmet"), { ...(await now.shown(version)), answer: given, ownView });
/** So that the next test's report is not held by this one's. */
const told = () =>
	tellOfReport(now.house.as("anna"), {
		...{ id: crypto.randomUUID(), candidate: now.candidate, report: now.report(), how: "phone", on: "2026-09-08", note: null },
	});

describe("two people and a ground", () => {
	it("R7.3 — proposed by the coach and confirmed by another, it goes under R7.3 on that ground, and the candidate is told", async () => {
		const exception = await propose();
		await nothingLeft(() => send(), NotAllowed);
		await confirm(exception);
		const disclosure = await send();
		expect(await now.state()).toBe("sent");
		expect(await now.house.rows("select clause, ground from app.disclosure where id = $1", [disclosure])).toEqual([
			{ clause: "R7.3", ground: "avg.6.1.c" },
		]);
		const worker = now.house.worker();
		const [row] = await now.house.rows<{ sha256: Buffer }>("select sha256 from app.disclosure where id = $1", [disclosure]);
		const recheck = () =>
			worker.read(now.candidate, "reporting", { action: "check" }, (tx) =>
				recheckReport(tx, { subject_id: now.candidate, about_id: version, sha256: row?.sha256 ?? null }),
			);
		expect(await recheck()).toMatchObject({ allowed: true, under: "R7.3" });
		expect((await waitingFor(now.house.asCandidate("mehmet"))).find((one) => one.id === now.report())?.excepted).toBe(true);
		const mine = await myReport(now.house.asCandidate("mehmet"), now.report());
		expect(mine.exception).toMatchObject({ ground: "legalDuty", reasoning });
		await readInPortal(now.house.asCandidate("mehmet"), { candidate: now.candidate, report: now.report() });
		expect((await waitingFor(now.house.asCandidate("mehmet"))).some((one) => one.id === now.report())).toBe(false);
	});

	it("R7.3 — the reasoning stands nowhere in the clear", async () => {
		await propose();
		const rows = await now.house.rows("select encode(reasoning, 'escape') as text from app.report_exception");
		expect(JSON.stringify(rows)).not.toContain("WIA");
	});

	it.each(["anna", "bram"] as const)("R7.3 — %s cannot be the second person", async (who) => {
		const exception = await propose();
		await nothingLeft(() => confirm(exception, who), who === "anna" ? NotAllowed : NotFound);
	});

	it("R7.3 — the database itself refuses the proposer as second, a second without the role, and a made-up proposal", async () => {
		const exception = await propose();
		const anna = now.house.as("anna");
		const forge = (by: typeof anna, change: object) =>
			by.act(now.candidate, "reporting", { action: "confirmException" }, (tx) =>
				tx.updateTable("app.report_exception").set(change).where("id", "=", exception).execute(),
			);
		const at = new Date();
		await nothingLeft(() => forge(anna, { confirmed_at: at, confirmed_by: anna.actor.id }), Error);
		await nothingLeft(() => forge(anna, { confirmed_at: at, confirmed_by: now.house.ids.carla }), Error);
		await forge(now.house.as("bram"), { confirmed_at: at, confirmed_by: now.house.ids.bram });
		expect(await now.house.rows("select confirmed_by from app.report_exception where id = $1", [exception])).toEqual([
			{ confirmed_by: null },
		]);
		const [row] = await now.house.rows<Record<string, unknown>>("select * from app.report_exception where id = $1", [exception]);
		const carla = now.house.as("carla");
		await nothingLeft(
			() =>
				carla.act(now.candidate, "reporting", { action: "proposeException" }, (tx) =>
					tx
						.insertInto("app.report_exception")
						.values({ ...row, id: crypto.randomUUID(), confirmed_at: at, confirmed_by: carla.actor.id } as never)
						.execute(),
				),
			Error,
		);
	});

	it("R7.3 — the second person reads that one version while the question lies with them, and no longer", async () => {
		const exception = await propose();
		const carla = now.house.as("carla");
		const pdf = () => versionPdf(carla, "reporting", { candidate: now.candidate, report: now.report(), version });
		expect((await exceptionsToConfirm(carla)).map((one) => one.id)).toContain(exception);
		expect((await openException(carla, now.candidate, exception)).reasoning).toBe(reasoning);
		expect((await pdf()).pdf.length).toBeGreaterThan(1000);
		await confirm(exception);
		await expect(pdf()).rejects.toThrow(NotFound);
		expect((await exceptionsToConfirm(carla)).map((one) => one.id)).not.toContain(exception);
	});

	it("R5.1 — a neighbour sees nothing of it: another coach, another candidate, whoever did not get the role", async () => {
		const exception = await propose();
		await expect(openException(now.house.as("bram"), now.candidate, exception)).rejects.toThrow(NotFound);
		await expect(myReport(now.house.asCandidate("sofie"), now.report())).rejects.toThrow(NotFound);
		for (const who of ["bram", "bea", "finn", "ada"] as const) {
			expect(await exceptionsToConfirm(now.house.as(who))).toEqual([]);
		}
		await nothingLeft(() => propose({}, now.house.as("bram")), NotFound);
	});
});

describe("what does not carry it", () => {
	it("R7.3 — another version than the one on the screen, or a second proposal, is refused", async () => {
		await nothingLeft(() => propose({ version: crypto.randomUUID() }), NotAllowed);
		await propose();
		await nothingLeft(() => propose(), NotAllowed);
	});

	it("R7.3 — after a no it can go; an own view that is not in the document holds it", async () => {
		await answer("refused", "Ik kan nog niet werken.");
		await nothingLeft(() => propose(), NotAllowed);
	});

	it("R7.3 — after a plain no it goes, and taken back it stands refused again", async () => {
		await answer("refused");
		await confirm(await propose());
		const disclosure = await send(3);
		await unsendReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), disclosure });
		expect(await now.state()).toBe("refused");
	});

	it("R7.3 — an answer after the proposal voids it: the second person is refused, and so is sending", async () => {
		const exception = await propose();
		await answer("refused");
		await nothingLeft(() => confirm(exception), NotAllowed);
		await nothingLeft(() => send(3), NotAllowed);
	});

	it("R7.3 — withdrawn before it left, it carries nothing: what was queued is stopped", async () => {
		const exception = await propose();
		await confirm(exception);
		const disclosure = await send();
		await withdrawException(now.house.as("anna"), judged(exception, 2));
		expect(await now.house.rows("select state from app.disclosure where id = $1", [disclosure])).toEqual([{ state: "blocked" }]);
		await nothingLeft(() => withdrawException(now.house.as("anna"), judged(exception, 3)), NotAllowed);
	});

	it("R7.3 — turned down by the second person it can be proposed anew; an old screen is told", async () => {
		const exception = await propose();
		await nothingLeft(() => withdrawException(now.house.as("fenna"), judged(exception, 7)), Stale);
		await nothingLeft(() => withdrawException(now.house.as("bram"), judged(exception)), NotFound);
		await withdrawException(now.house.as("fenna"), judged(exception));
		await propose();
	});
});

describe("told all the same", () => {
	it("R7.3 — without the inform event the next report is held, and goes on once it is there", async () => {
		await confirm(await propose());
		await send();
		const first = now.report();
		await now.begin();
		await now.write();
		await expect(now.submit()).rejects.toThrow(/without approval before/);
		expect(await now.state()).toBe("draft");
		await tellOfReport(now.house.as("anna"), {
			...{ id: crypto.randomUUID(), candidate: now.candidate, report: first, how: "phone", on: "2026-09-08", note: null },
		});
		await saveDraft(now.house.as("anna"), {
			...{ candidate: now.candidate, report: now.report(), rowVersion: 2, title: "Voortgang", body: "Het gaat goed." },
		});
		await now.submit(3);
		expect(await now.state()).toBe("submitted");
	});

	it("R7.3 — of a report that goes with approval there is nothing to tell", async () => {
		await expect(told()).rejects.toThrow(NotAllowed);
	});
});
