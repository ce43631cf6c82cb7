import { afterAll, beforeAll, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import type { StaffName } from "../../test/people.ts";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { confirmFoundPaper, registerFoundPaper } from "../reports/paper.server.ts";
import { workOf } from "./due.server.ts";
import { staffToday } from "./pages/staff-today.tsx";

let now: Reporting;
const typed = { number: "", hash: "" };

beforeAll(async () => {
	now = await reporting();
	now.house.clock.set(new Date());
	await now.begin();
	await now.write();
	const { version, sha256 } = await now.shown(await now.submit());
	const [row] = await now.house.rows("select document_number from app.report_version where id = $1", [version]);
	Object.assign(typed, { number: row?.document_number, hash: sha256.slice(0, 8) });
	await registerFoundPaper(now.house.as("anna"), {
		...{ id: crypto.randomUUID(), answer: "approved", remark: null, ownView: null, signedOn: "2026-11-20", typed },
	});
});
afterAll(() => now.close());

const kinds = async (who: StaffName, whose: "mine" | "everybody") =>
	(await workOf(now.house.as(who), whose)).tasks.filter((task) => task.report).map((task) => task.kind);
const page = async (who: StaffName) => (await (await siteOf(now.house, [staffToday]).as(who)).get("/")).html;

it("R7.1 — a paper that waits is a second member of staff's to confirm, not the registrar's to send", async () => {
	expect(await kinds("anna", "mine")).toContain("secondEye");
	expect(await kinds("anna", "mine")).not.toContain("send");
	expect(await kinds("bea", "everybody")).toContain("confirm");
	expect(await kinds("carla", "everybody")).toContain("secondEye");
	expect(await page("anna")).toContain("Wacht op een tweede medewerker");
	const bea = await page("bea");
	expect(bea).toContain("Bevestig het akkoord op papier");
	expect(bea).toContain('href="/rapportages/papier"');
	for (const who of ["bram", "fenna", "finn"] as const) expect(await page(who)).not.toMatch(/op papier bij het|Mehmet/);
});

it("R7.1 — once confirmed it is the coach's to send", async () => {
	await confirmFoundPaper(now.house.as("bea"), typed);
	expect(await kinds("anna", "mine")).toContain("send");
	expect(await page("bea")).not.toContain("Bevestig het akkoord op papier");
});
