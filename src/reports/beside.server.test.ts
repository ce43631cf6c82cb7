import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { proposeException } from "../exceptions/exception.server.ts";
import { lexiconWith } from "../guard/lexicon/base.ts";
import { markedIn } from "../guard/read.ts";
import type { Marked } from "../guard/rules.ts";
import { askSetAside, confirmSetAside } from "../guard/set-aside.server.ts";
import { NotAllowed } from "../law/decision.ts";
import { answerReport } from "./answer.server.ts";
import { reviseReport } from "./draft.server.ts";
import { confirmFoundPaper, registerPaperAnswer, type Typed } from "./paper.server.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

/** As it stood before references were read when they are recorded. */
async function reference(text: string) {
	await now.house.rows("alter table app.assignment disable trigger guard");
	await now.house.rows("update app.assignment set reference = $1 where id = $2", [text, now.house.worlds.mehmet.assignment]);
	await now.house.rows("alter table app.assignment enable trigger guard");
}
const refused = async () => {
	const before = await now.everything();
	await expect(now.submit()).rejects.toThrow(NotAllowed);
	expect(await now.everything()).toEqual(before);
};

it("R8.1 — an assignment's reference is printed on the report and read with it; a false alarm in it is set aside like any other", async () => {
	const text = "Order 12, kanker van de bureaucratie";
	await reference(text);
	await now.write();
	await refused();
	const [finding] = markedIn(text, lexiconWith()) as [Marked];
	const id = crypto.randomUUID();
	const asked = { ...finding, id, candidate: now.candidate, report: now.report(), reason: "Zo noemt de werkgever het project." };
	await askSetAside(now.house.as("anna"), asked);
	await confirmSetAside(now.house.as("carla"), { candidate: now.candidate, setAside: id, rowVersion: 1 });
	await now.submit();
	expect(await now.state()).toBe("submitted");
	await reference("INK-2026-001");
});

/** The candidate says no on a paper or in the portal, with a view of their own, and the coach begins a new version. */
async function answered(ownView: string, how: "paper" | "portal") {
	await now.write();
	const input = { ...(await now.shown(await now.submit())), answer: "refused", ownView } as const;
	const [typed] = await now.house.rows<Typed>(
		"select document_number as number, left(encode(sha256, 'hex'), 8) as hash from app.report_version where report_id = $1",
		[now.report()],
	);
	if (how === "portal") await answerReport(now.house.asCandidate("mehmet"), input);
	else {
		await registerPaperAnswer(now.house.as("anna"), { ...input, signedOn: "2026-09-07", typed: typed as Typed });
		await confirmFoundPaper(now.house.as("bea"), typed as Typed);
	}
	const [row] = await now.house.rows<{ row_version: number }>("select row_version from app.report where id = $1", [now.report()]);
	await reviseReport(now.house.as("anna"), { candidate: now.candidate, report: now.report(), rowVersion: row?.row_version ?? 0 });
	const [draft] = await now.house.rows<{ row_version: number }>("select row_version from app.report_draft where report_id = $1", [
		now.report(),
	]);
	return draft?.row_version ?? 0;
}

it("R8.1 — a view that staff typed over from paper is filed as it is, and read before it goes out with the next version", async () => {
	const draft = await answered("Ik kon niet komen door mijn depressie.", "paper");
	const before = await now.everything();
	await expect(now.submit(draft)).rejects.toThrow(NotAllowed);
	expect(await now.everything()).toEqual(before);
});

it("R8.1 — what the candidate wrote in the portal themselves goes out as their own words", async () => {
	await now.submit(await answered("Ik kon niet komen door mijn depressie.", "portal"));
	expect(await now.state()).toBe("submitted");
});

it("R4.1 — the reasoning of an exception, which the candidate reads, holds no citizen service number; their own data may stand in it", async () => {
	await now.write();
	const version = await now.submit();
	const propose = (reasoning: string) =>
		proposeException(now.house.as("anna"), {
			...{ id: crypto.randomUUID(), candidate: now.candidate, report: now.report(), version, ground: "legalDuty", reasoning },
		});
	const count = () => now.house.rows("select count(*) from app.report_exception");
	const before = await count();
	await expect(propose("De wet verplicht ons dit te geven, bsn 111222333, en uitstel kan niet.")).rejects.toThrow(NotAllowed);
	expect(await count()).toEqual(before);
	await propose("De wet verplicht ons dit te geven, ook nu hij door zijn depressie niet antwoordt.");
	expect(await count()).not.toEqual(before);
});
