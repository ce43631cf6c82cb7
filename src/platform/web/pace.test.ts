import { expect, it } from "vitest";
import { type Asked, paceOf, paces, peopleAnHour } from "./pace.ts";
import { turnsEach, turnsOf } from "./turns.ts";

function paced(times?: number) {
	let at = Date.parse("2026-11-23T09:00:00Z");
	const pace = paceOf({ now: () => new Date(at) }, times);
	return {
		ask: (asked: Partial<Asked> = {}) => pace.ask({ person: "anna", steps: ["page"], ...asked }),
		later: (seconds: number) => {
			at += seconds * 1000;
		},
	};
}
const search = { steps: ["page", "form", "search"] } as const;

it.each(["page", "form", "search", "file"] as const)(
	"R10.1 — %s: so many at once, then one at a time, and it says when",
	(step) => {
		const { ask, later } = paced();
		const { atOnce, anHour } = paces[step];
		for (let n = 0; n < atOnce; n++) expect(ask({ steps: [step] }).wait).toBe(0);
		const each = 3600 / anHour;
		expect(ask({ steps: [step] }).wait).toBe(Math.ceil(each));
		later(each);
		expect(ask({ steps: [step] }).wait).toBe(0);
		expect(ask({ steps: [step] }).wait).toBeGreaterThan(0);
		expect(ask({ steps: [step], person: "bram" }).wait).toBe(0);
	},
);

it("R10.1 — who waited long enough has all of it back, and no more than all", () => {
	const { ask, later } = paced();
	for (let n = 0; n < paces.search.atOnce; n++) ask(search);
	later(24 * 3600);
	for (let n = 0; n < paces.search.atOnce; n++) expect(ask(search).wait).toBe(0);
	expect(ask(search).wait).toBeGreaterThan(0);
});

it("R10.1 — what must wait counts for nothing: who hammers is not kept out longer", () => {
	const { ask, later } = paced();
	for (let n = 0; n < paces.search.atOnce; n++) ask(search);
	for (let n = 0; n < 500; n++) expect(ask(search).wait).toBe(15);
	later(15);
	expect(ask(search).wait).toBe(0);
});

it("R1.2 — different people: so many within an hour; those who were opened already open on, and the next after the first hour", () => {
	const { ask, later } = paced();
	for (let n = 0; n < peopleAnHour; n++) {
		expect(ask({ about: `candidate ${n}` }).wait).toBe(0);
		later(10);
	}
	const { wait } = ask({ about: "one more" });
	expect(wait).toBe(3600 - peopleAnHour * 10);
	expect(ask({ about: "candidate 3" }).wait).toBe(0);
	expect(ask({ about: "one more", person: "bram" }).wait).toBe(0);
	later(wait);
	expect(ask({ about: "one more" }).wait).toBe(0);
	expect(ask({ about: "and another" }).wait).toBe(10);
});

it("R10.1 — the first time within an hour is told, and only that", () => {
	const { ask, later } = paced();
	for (let n = 0; n < paces.search.atOnce; n++) expect(ask(search).first).toBe(false);
	expect([ask(search).first, ask(search).first]).toEqual([true, false]);
	later(3601);
	for (let n = 0; n < paces.search.atOnce; n++) ask(search);
	expect(ask(search).first).toBe(true);
});

it("R10.1 — a day's work meets none of it: a page each five seconds, a form each twenty, a search each minute, forty people an hour", () => {
	const { ask, later } = paced();
	for (let second = 0; second < 8 * 3600; second += 5) {
		const about = `candidate ${Math.floor(second / 90)}`;
		expect(ask({ about }).wait).toBe(0);
		if (second % 20 === 0) expect(ask({ steps: ["page", "form"], about }).wait).toBe(0);
		if (second % 60 === 0) expect(ask(search).wait).toBe(0);
		later(5);
	}
});

it("R10.1 — the operator can widen it", () => {
	const { ask } = paced(2);
	for (let n = 0; n < 2 * peopleAnHour; n++) expect(ask({ about: `candidate ${n}` }).wait).toBe(0);
	expect(ask({ about: "one more" }).wait).toBeGreaterThan(0);
});

it("R10.1 — somebody who asks a hundred things at once leaves the places of others free, and is served in order", async () => {
	const turns = turnsOf();
	const held = await Promise.all(Array.from({ length: turnsEach.atOnce }, () => turns.take("anna")));
	const order: number[] = [];
	const waiting = Array.from({ length: turnsEach.waiting }, async (_, n) => {
		const turn = await turns.take("anna");
		order.push(n);
		turn?.();
	});
	expect(await turns.take("anna")).toBeUndefined();
	const other = await turns.take("bram");
	expect(other).toBeDefined();
	expect(order).toEqual([]);
	held[0]?.();
	held[0]?.(); // given back once, however often it is said
	await Promise.all(waiting);
	expect(order).toEqual([...order].sort((a, b) => a - b));
	expect(order).toHaveLength(turnsEach.waiting);
	for (const turn of held.slice(1)) turn?.();
	expect(await turns.take("anna")).toBeDefined();
});
