import { expect } from "vitest";
import { NotAllowed } from "../src/law/decision.ts";
import type { Acting } from "../src/platform/db.server.ts";
import type { NotFound, Stale } from "../src/platform/web/page.ts";
import { makeAgreement, type NewLine } from "../src/reporting-agreements/agree.server.ts";
import { linesInForce } from "../src/reporting-agreements/queries.server.ts";
import type { TestHouse } from "./people.ts";

const tables = ["reporting_agreement", "agreement_line", "inform_event", "agreement_question"] as const;

/** For tests of making agreements and of telling them: Mehmet's, by his coach. */
export function agreeing(house: () => TestHouse) {
	const mehmet = () => house().worlds.mehmet;
	const line = (part: Partial<NewLine> = {}): NewLine => ({
		rootId: null,
		contactId: mehmet().contact,
		categories: ["attendance", "progress"],
		form: "written",
		kind: "extensive",
		about: "progress",
		purpose: "assignments",
		everyMonths: 2,
		everyWeeks: null,
		afterDays: null,
		atEnd: false,
		firstDue: null,
		...part,
	});
	/** Every row that a deed could leave behind. */
	const everything = async () => {
		const found: unknown[] = [];
		for (const table of tables) found.push(await house().rows(`select to_jsonb(t) as row from app.${table} t order by id`));
		return found;
	};
	const inForce = (by: Acting, candidate = mehmet().candidate, trajectory = mehmet().trajectory) =>
		by.read(candidate, "reporting", { action: "view" }, (tx) => linesInForce(tx, trajectory));
	const make = async (lines: NewLine[] = [line()], by = house().as("anna")) => {
		const now = await inForce(house().as("anna"));
		const id = crypto.randomUUID();
		const { candidate, trajectory } = mehmet();
		await makeAgreement(by, { id, candidate, trajectory, basedOn: now.agreement?.version ?? 0, lines });
		return id;
	};
	/** The deed is refused under this clause, or as stale or not there, and leaves nothing behind. */
	const refused = async (deed: () => Promise<unknown>, clause: string | typeof Stale | typeof NotFound) => {
		const before = await everything();
		const error = await deed().then(
			() => undefined,
			(caught) => caught,
		);
		if (typeof clause === "string") {
			expect(error).toBeInstanceOf(NotAllowed);
			expect(error.clause).toBe(clause);
		} else expect(error).toBeInstanceOf(clause);
		expect(await everything()).toEqual(before);
	};
	return { mehmet, line, everything, inForce, make, refused };
}
