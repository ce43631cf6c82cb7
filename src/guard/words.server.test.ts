import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed } from "../law/decision.ts";
import { watchTasks } from "../looks/tasks.server.ts";
import { FieldErrors, Stale } from "../platform/web/page.ts";
import { ownWords } from "./check.server.ts";
import { lexiconWith } from "./lexicon/base.ts";
import { guardWords } from "./queries.server.ts";
import { readText } from "./read.ts";
import { addWord, confirmWord, endWord, refuseWord } from "./words.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());

const fenna = () => house.as("fenna");
const carla = () => house.as("carla");
const rows = () => house.rows("select * from app.guard_word order by id");
const add = async (word: string, of: "leftAlone" | "treatment" | "illness") => {
	const id = crypto.randomUUID();
	await addWord(fenna(), { id, word, class: of });
	return id;
};
/** What the guard finds with the words in use now. */
const found = async (text: string) => {
	const own = await house.as("anna").list("security", { action: "list" }, (tx) => ownWords(tx));
	return readText(text, lexiconWith(own)).map((one) => text.slice(one.start, one.end));
};
const at = (word: string, rowVersion = 1) => ({ word, rowVersion });

it("R8.1 — a word that is found counts at once; it goes out only when a second person agrees", async () => {
	const id = await add("zonnebloemhuis", "treatment");
	const text = "Hij gaat elke week naar het Zonnebloemhuis.";
	expect(await found(text)).toEqual(["Zonnebloemhuis"]);
	await endWord(fenna(), at(id));
	expect(await found(text)).toEqual(["Zonnebloemhuis"]);
	const before = await rows();
	await expect(confirmWord(fenna(), at(id, 2))).rejects.toThrow(NotAllowed);
	await expect(endWord(fenna(), at(id, 2))).rejects.toThrow(Stale);
	expect(await rows()).toEqual(before);
	await confirmWord(carla(), at(id, 2));
	expect(await found(text)).toEqual([]);
	expect((await guardWords(fenna())).map((one) => one.word)).toContain("zonnebloemhuis");
});

it("R8.1 — a word that is left alone counts when a second person agrees, and goes out at once", async () => {
	const text = "Hij vulde de depressiekaart in.";
	expect(await found(text)).not.toEqual([]);
	const id = await add("depressiekaart", "leftAlone");
	expect(await found(text)).not.toEqual([]);
	const before = await rows();
	await expect(confirmWord(fenna(), at(id))).rejects.toThrow(NotAllowed);
	await expect(confirmWord(house.as("anna"), at(id))).rejects.toThrow(NotAllowed);
	expect(await rows()).toEqual(before);
	await confirmWord(carla(), at(id));
	expect(await found(text)).toEqual([]);
	await endWord(fenna(), at(id, 2));
	expect(await found(text)).not.toEqual([]);
});

it("R8.1 — the second person who does not agree leaves the guard as it was", async () => {
	const [quiet, strict] = [await add("rugzakproject", "leftAlone"), await add("tulpenhof", "treatment")];
	await refuseWord(carla(), at(quiet));
	await endWord(fenna(), at(strict));
	await refuseWord(carla(), at(strict, 2));
	expect(await found("Hij gaat naar de Tulpenhof.")).toEqual(["Tulpenhof"]);
	await expect(confirmWord(carla(), at(quiet, 2))).rejects.toThrow(NotAllowed);
});

it("R8.1 — the database asks for the second person too", async () => {
	const id = await add("lijmkliniek", "leftAlone");
	const before = await rows();
	const deed = fenna().act(fenna().actor.id, "security", { action: "confirmGuardWord" }, (tx) =>
		tx
			.updateTable("app.guard_word")
			.set({ confirmed_at: house.clock.now(), confirmed_by: fenna().actor.id })
			.where("id", "=", id)
			.execute(),
	);
	await expect(deed).rejects.toThrow();
	expect(await rows()).toEqual(before);
});

it("R8.1 — a word that is on the list already is said so at its field, and nothing is added; the same form sent twice is one word", async () => {
	const id = await add("kliniek de linde", "treatment");
	await addWord(fenna(), { id, word: "kliniek de linde", class: "treatment" });
	const before = await rows();
	await expect(add("kliniek de linde", "leftAlone")).rejects.toThrow(FieldErrors);
	expect(await rows()).toEqual(before);
});

it("R8.1 — only the privacy officer adds words; who may be the second person sees on the start page that one waits", async () => {
	const before = await rows();
	for (const who of ["anna", "carla"] as const)
		await expect(addWord(house.as(who), { id: crypto.randomUUID(), word: "tulp", class: "leftAlone" })).rejects.toThrow(
			NotAllowed,
		);
	expect(await rows()).toEqual(before);
	const waiting = async (who: "carla" | "fenna" | "anna") => (await watchTasks(house.as(who)))?.words;
	const [mine, hers, none] = [await waiting("fenna"), await waiting("carla"), await waiting("anna")];
	await add("bedrijfskanker", "leftAlone");
	expect([await waiting("fenna"), await waiting("carla"), await waiting("anna")]).toEqual([mine, (hers ?? 0) + 1, none]);
});
