import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { lexiconWith } from "./lexicon/base.ts";
import { openSetAside, setAsideList } from "./queries.server.ts";
import { markedIn } from "./read.ts";
import type { Marked } from "./rules.ts";
import { askSetAside, confirmSetAside, refuseSetAside, reviewSetAside } from "./set-aside.server.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

const sentence = "De kanker van dat bedrijf is de bureaucratie.";
/** The finding as it would be marked if this were the text: the one that was meant, of those in the sentence. */
const marked = (text: string, words = "kanker") =>
	markedIn(text, lexiconWith()).find((one) => one.span.endsWith(words)) as Marked;
const ask = async (text = sentence, change: Partial<Marked> = {}, words = "kanker") => {
	const id = crypto.randomUUID();
	await askSetAside(now.house.as("anna"), {
		...{ ...marked(text, words), ...change, id, candidate: now.candidate, report: now.report() },
		reason: "Beeldspraak van zijn chef, niet over hem.",
	});
	return { candidate: now.candidate, setAside: id, rowVersion: 1 };
};
const rows = () => now.house.rows("select id, confirmed_by, refused_by, reviewed_by from app.set_aside order by id");

describe("R8.1 — a false alarm is set aside by a second person, for that sentence and that recipient", () => {
	it("R8.1 — asked, it stays a finding; confirmed by a colleague, the report goes", async () => {
		await now.write(`${sentence} Hij sprak vier werkgevers.`);
		await expect(now.submit()).rejects.toThrow(NotAllowed);
		const asked = await ask();
		await expect(now.submit()).rejects.toThrow(NotAllowed);
		await confirmSetAside(now.house.as("carla"), asked);
		await now.submit();
		expect(await now.state()).toBe("submitted");
	});

	it("R8.1 — what is shown beside the text, asked and set aside is one sentence, as it will be printed", async () => {
		await now.write("Hij sprak:\n\n- De **kanker** van dat bedrijf\\- is&nbsp;de bureaucratie.\n- Vier werkgevers.");
		await expect(now.submit()).rejects.toThrow(NotAllowed);
		const typed = "- De **kanker** van dat bedrijf\\- is&nbsp;de bureaucratie.";
		await expect(ask(sentence, { sentence: typed })).rejects.toThrow(NotAllowed);
		await confirmSetAside(now.house.as("carla"), await ask("De kanker van dat bedrijf- is\u00a0de bureaucratie."));
		await now.submit();
		expect(await now.state()).toBe("submitted");
	});

	it("R8.1 — one word more in the sentence, and it is found again", async () => {
		await now.write("De kanker van dat bedrijf is echt de bureaucratie.");
		await expect(now.submit()).rejects.toThrow(NotAllowed);
	});

	it("R8.1 — another word of that sentence, and the same word once more in it, stay findings", async () => {
		const two = "De kanker van dat bedrijf is de bureaucratie, en hij heeft kanker.";
		await now.write(two);
		await confirmSetAside(now.house.as("carla"), await ask(two));
		await expect(now.submit()).rejects.toThrow(NotAllowed);
		const other = "De kanker van dat bedrijf is de bureaucratie, en hij slikt pillen.";
		await now.begin();
		await now.write(other);
		await confirmSetAside(now.house.as("carla"), await ask(other));
		await expect(now.submit()).rejects.toThrow(NotAllowed);
	});

	it("R8.1 — what was set aside in one report frees nothing in another", async () => {
		await now.write(sentence);
		await confirmSetAside(now.house.as("carla"), await ask());
		await now.begin();
		await now.write(sentence);
		await expect(now.submit()).rejects.toThrow(NotAllowed);
	});

	it("R8.1 — words at another place or by another rule than in the text are not set aside", async () => {
		await now.write(sentence);
		const before = await rows();
		await expect(ask(sentence, { span: "0:De kanker" })).rejects.toThrow(NotAllowed);
		await expect(ask(sentence, { rule: "illness.body" })).rejects.toThrow(NotAllowed);
		expect(await rows()).toEqual(before);
	});

	it("R8.1 — who asked does not decide, and nothing is decided twice", async () => {
		await now.write(sentence);
		const asked = await ask();
		const before = await rows();
		await expect(confirmSetAside(now.house.as("anna"), asked)).rejects.toThrow(NotAllowed);
		await expect(confirmSetAside(now.house.as("finn"), asked)).rejects.toThrow(NotFound);
		await expect(confirmSetAside(now.house.as("bram"), asked)).rejects.toThrow(NotFound);
		expect(await rows()).toEqual(before);
		await refuseSetAside(now.house.as("fenna"), asked);
		await expect(confirmSetAside(now.house.as("carla"), { ...asked, rowVersion: 2 })).rejects.toThrow(NotAllowed);
		await expect(reviewSetAside(now.house.as("fenna"), asked)).rejects.toThrow(Stale);
	});

	it("R8.1 — a sentence that nobody wrote cannot be set aside", async () => {
		await now.write("Mehmet sprak drie werkgevers.");
		const before = await rows();
		await expect(ask()).rejects.toThrow(NotAllowed);
		expect(await rows()).toEqual(before);
	});

	it("R8.1 — the privacy officer sees all of them and opens one with its sentence; another coach sees none", async () => {
		await now.write(sentence);
		const asked = await ask();
		const list = await setAsideList(now.house.as("fenna"));
		expect(list.some((one) => one.id === asked.setAside)).toBe(true);
		expect(await setAsideList(now.house.as("bram"))).toEqual([]);
		const opened = await openSetAside(now.house.as("fenna"), now.candidate, asked.setAside);
		expect(opened).toMatchObject({ sentence, span: "3:kanker", class: "illness", rule: expect.stringMatching(/^illness/) });
	});
});
