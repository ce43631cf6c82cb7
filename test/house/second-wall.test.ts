import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { daysBack, myLog } from "../../src/audit-log/mine.server.ts";
import { numbersOf } from "../../src/bsn/queries.server.ts";
import { candidateData, caseload } from "../../src/candidates/queries.server.ts";
import { papersToConfirm, scanned } from "../../src/consents/paper.server.ts";
import { consentsOf, myConsents, openConsent } from "../../src/consents/queries.server.ts";
import { outbox, registerOf } from "../../src/disclosures/queries.server.ts";
import { openDossier } from "../../src/dossiers/dossier.server.ts";
import { printDossier, searchNotes } from "../../src/dossiers/excerpts.server.ts";
import { noteOf } from "../../src/dossiers/queries.server.ts";
import { receivedOf } from "../../src/dossiers/received.server.ts";
import { itemsOf } from "../../src/health/items.server.ts";
import { myHealth } from "../../src/health/mine.server.ts";
import { requestsOf } from "../../src/health/queries.server.ts";
import type { Acting } from "../../src/platform/db.server.ts";
import { agreementsOf, myAgreement } from "../../src/reporting-agreements/overview.server.ts";
import { myReport } from "../../src/reports/my-report.server.ts";
import { linesToReport, reportsOverview, versionPdf, waitingFor } from "../../src/reports/queries.server.ts";
import { openReport } from "../../src/reports/report-view.server.ts";
import { workOf } from "../../src/today/due.server.ts";
import { overviewOf } from "../../src/today/mine.server.ts";
import { myTrajectories } from "../../src/trajectories/mine.server.ts";
import { trajectoryPage } from "../../src/trajectories/queries.server.ts";
import { layThings, type Things } from "../matrix.ts";
import { type TestHouse, testHouse } from "../people.ts";
import { pressFor } from "../press.ts";

// The second wall (bar: defence in depth). Each mutant is one of the application's reads with every one of its conditions removed:
// `where x = $1` becomes `where (x = $1) or true` in all its queries. The database alone must then still keep others' rows away.
let house: TestHouse;
let mehmet: Things;
let sofie: Things;
let mutated = 0;
let conditions = 0;
const real = pg.Client.prototype.query;

/** The same statement without its conditions; its parameters stay in it, so that it still runs. */
function withoutConditions(statement: string): string {
	return statement.replaceAll(/ where (.+?)(?= order by | group by | limit | for update|\)|$)/gs, (_all, condition: string) => {
		const open = condition.split("(").length - condition.split(")").length;
		return open > 0 ? ` where ${condition}` : ` where ((${condition}) or true)`;
	});
}

beforeAll(async () => {
	house = await testHouse();
	const press = await pressFor(house);
	mehmet = await layThings(house, press, "mehmet");
	sofie = await layThings(house, press, "sofie");
}, 120_000);
afterAll(() => house.close());
beforeEach(() => {
	mutated = 0;
	pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
		const [first] = given;
		const text = typeof first === "string" ? first : (first as { text?: string } | null)?.text;
		if (text && /^select (?!set_config|audit\.append)/i.test(text) && / where /.test(text)) {
			const changed = withoutConditions(text);
			if (changed !== text) mutated++;
			given[0] = typeof first === "string" ? changed : { ...(first as object), text: changed, name: undefined };
		}
		return (real as (...all: unknown[]) => unknown).apply(this, given);
	} as typeof real;
});
afterEach(() => {
	pg.Client.prototype.query = real;
});

type Read = [name: string, read: (by: Acting, things: Things) => Promise<unknown>];
const on = (things: Things) => ({ candidate: things.candidate as string, trajectory: things.trajectory as string });

const staffReads: Read[] = [
	["the caseload", (by) => caseload(by)],
	["a candidate's data", (by, its) => candidateData(by, its.candidate as string)],
	["a dossier", (by, its) => openDossier(by, on(its))],
	["a dossier, of nobody's trajectory", (by, its) => openDossier(by, { candidate: its.candidate as string })],
	["a note", (by, its) => noteOf(by, its.candidate as string, its.note as string)],
	[
		"a printed dossier",
		(by, its) => printDossier(by, { ...on(its), sections: ["alles", "notities", "rapportages"] as never, purpose: "guidance" }),
	],
	["a search in a dossier", (by, its) => searchNotes(by, on(its), "a")],
	["the register of disclosures", (by, its) => registerOf(by, its.candidate as string)],
	["the outbox", (by) => outbox(by)],
	["the agreements", (by, its) => agreementsOf(by, its.candidate as string)],
	["the agreements of one trajectory", (by, its) => agreementsOf(by, its.candidate as string, its.trajectory)],
	["a report", (by, its) => openReport(by, its.candidate as string, its.report as string)],
	[
		"a report's PDF",
		(by, its) =>
			versionPdf(by, "reporting", {
				candidate: its.candidate as string,
				report: its.report as string,
				version: its.version as string,
			}),
	],
	["the reports of the caseload", (by) => reportsOverview(by)],
	["the lines to report on", (by, its) => linesToReport(by, its.candidate as string)],
	["a trajectory", (by, its) => trajectoryPage(by, its.candidate as string, its.trajectory as string)],
	["the consents", (by, its) => consentsOf(by, its.candidate as string)],
	["a consent", (by, its) => openConsent(by, its.candidate as string, its.consent as string)],
	["a scan", (by, its) => scanned(by, its.candidate as string, its.consent as string, its.event as string)],
	["papers to confirm", (by) => papersToConfirm(by)],
	["the compartment, what somebody can do", (by, its) => itemsOf(by, "capacity", { ...on(its), purpose: "guidance" })],
	["the compartment, what somebody has", (by, its) => itemsOf(by, "illness", { ...on(its), purpose: "guidance" })],
	["questions to doctors", (by, its) => requestsOf(by, { ...on(its), purpose: "guidance" })],
	["citizen service numbers", (by, its) => numbersOf(by, its.candidate as string)],
	["today's work", (by) => workOf(by, "mine")],
	["everybody's work", (by) => workOf(by, "everybody")],
];
const candidateReads: Read[] = [
	["the overview", (by) => overviewOf(by)],
	["what waits", (by) => waitingFor(by)],
	["a report to answer", (by, its) => myReport(by, its.report as string)],
	["an agreement", (by, its) => myAgreement(by, its.id as string)],
	["the trajectory", (by) => myTrajectories(by)],
	["their consents", (by) => myConsents(by)],
	["a consent of theirs", (by, its) => openConsent(by, by.actor.id, its.consent as string)],
	["their health", (by) => myHealth(by)],
	["what others received", (by) => receivedOf(by)],
	["who looked", (by) => myLog(by, { whose: "others", from: daysBack(by, 30) } as never)],
];

/**
 * Everything that only Sofie's rows hold: her ids and her name. Whatever of it shows has come through both walls. Colleagues,
 * commissioners and their contact persons are known to all cleared staff (R4.2).
 */
const shared = ["staff", "commissioner", "contact"];
const hers = () => [
	"Sofie",
	"Berg",
	...Object.entries(sofie)
		.filter(([name]) => !shared.includes(name))
		.map(([, id]) => id),
];
async function shown(read: () => Promise<unknown>): Promise<string> {
	// A read that trips over rows it did not expect shows nothing, which is what counts here.
	return read().then(
		(rows) => JSON.stringify(rows, (_key, value) => (Buffer.isBuffer(value) ? "bytes" : value)),
		() => "",
	);
}
const nameOf = (mark: string) => Object.entries(sofie).find(([, id]) => id === mark)?.[0] ?? mark;
const showsHer = (text: string, asked: Things) =>
	hers()
		.filter((mark) => text.includes(mark) && !Object.values(asked).includes(mark))
		.map(nameOf);

afterAll(() => expect(conditions, "conditions that were removed").toBeGreaterThan(40));

describe("R1.2 — with the application's own conditions removed", () => {
	it("R1.2 — the mutation bites: a condition that chose one of two of one's own no longer does", async () => {
		expect(withoutConditions('select "id" from "app"."report" where "id" = $1 order by "id"')).toBe(
			'select "id" from "app"."report" where (("id" = $1) or true) order by "id"',
		);
		const found = await house.as("bea").list("registration", { action: "list" }, (tx) =>
			tx
				.selectFrom("app.candidate")
				.select("id")
				.where("id", "=", mehmet.candidate as string)
				.execute(),
		);
		expect(found).toHaveLength(2);
	});

	it.each(staffReads)("R1.2 — a coach reading %s of their own candidate sees nobody else's rows", async (_name, read) => {
		const text = await shown(() => read(house.as("anna"), mehmet));
		conditions += mutated;
		expect(showsHer(text, mehmet)).toEqual([]);
	});

	it.each(staffReads)("R1.2 — a coach asking %s of another's candidate sees nothing of her", async (_name, read) => {
		expect(showsHer(await shown(() => read(house.as("anna"), sofie)), {})).toEqual([]);
	});

	it.each(staffReads)("R1.2 — finance, whatever it asks for (%s), sees nobody", async (_name, read) => {
		const text = await shown(() => read(house.as("finn"), sofie));
		expect(showsHer(text, {})).toEqual([]);
	});

	it.each(candidateReads)("R5.1 — a candidate reading %s sees nothing of another candidate", async (_name, read) => {
		const own = await shown(() => read(house.asCandidate("mehmet"), mehmet));
		const other = await shown(() => read(house.asCandidate("mehmet"), sofie));
		// What was asked for may come back as what was asked for; her name and everything else of hers may not.
		expect([...showsHer(own, {}), ...showsHer(other, sofie)]).toEqual([]);
	});
});
