import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { NotAllowed } from "../law/decision.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { guardWords, openSetAside, setAsideList } from "./queries.server.ts";
import { askSetAside, confirmSetAside, refuseSetAside, reviewSetAside } from "./set-aside.server.ts";
import { addWord, endWord } from "./words.server.ts";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

const sentence = "De kanker van dat bedrijf is de bureaucratie.";
const ask = async (text = sentence) => {
	const id = crypto.randomUUID();
	await askSetAside(now.house.as("anna"), {
		...{ id, candidate: now.candidate, report: now.report(), class: "illness", sentence: text },
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
		await expect(ask("- De **kanker** van dat bedrijf\\- is&nbsp;de bureaucratie.")).rejects.toThrow(NotAllowed);
		await confirmSetAside(now.house.as("carla"), await ask("De kanker van dat bedrijf- is\u00a0de bureaucratie."));
		await now.submit();
		expect(await now.state()).toBe("submitted");
	});

	it("R8.1 — one word more in the sentence, and it is found again", async () => {
		await now.write("De kanker van dat bedrijf is echt de bureaucratie.");
		await expect(now.submit()).rejects.toThrow(NotAllowed);
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
		expect(opened).toMatchObject({ sentence, class: "illness", rule: expect.stringMatching(/^illness/) });
	});
});

describe("R8.1 — the agency's own words", () => {
	it("R8.1 — a word of the agency's own is found from then on, and no longer when it is taken out", async () => {
		const id = crypto.randomUUID();
		await addWord(now.house.as("fenna"), { id, word: "zonnebloemhuis", class: "treatment" });
		await now.write("Hij gaat elke week naar het Zonnebloemhuis.");
		await expect(now.submit()).rejects.toThrow(NotAllowed);
		await endWord(now.house.as("fenna"), { word: id, rowVersion: 1 });
		await now.submit();
		expect((await guardWords(now.house.as("fenna"))).map((one) => one.word)).toContain("zonnebloemhuis");
	});

	it("R8.1 — only the privacy officer keeps them", async () => {
		const before = await now.house.rows("select id from app.guard_word");
		await expect(addWord(now.house.as("anna"), { id: crypto.randomUUID(), word: "tulp", class: "leftAlone" })).rejects.toThrow(
			NotAllowed,
		);
		expect(await now.house.rows("select id from app.guard_word")).toEqual(before);
	});
});
