import { expect, it } from "vitest";
import { healthOf, sparingly } from "./health.ts";

it("R10.1 — however many ask whether Spoor is well, it looks once in so many seconds", async () => {
	let now = new Date("2026-11-02T09:00:00Z");
	let looked = 0;
	let finish: (() => void)[] = [];
	const ask = sparingly(
		() => {
			looked++;
			return new Promise<number>((resolve) => finish.push(() => resolve(looked)));
		},
		10,
		{ now: () => now },
	);
	const first = Array.from({ length: 1000 }, () => ask());
	expect(looked).toBe(1);
	for (const one of finish) one();
	expect(new Set(await Promise.all(first))).toEqual(new Set([1]));
	now = new Date("2026-11-02T09:00:09Z");
	expect(await ask()).toBe(1);
	now = new Date("2026-11-02T09:00:10Z");
	finish = [];
	const second = ask();
	expect(looked).toBe(2);
	finish[0]?.();
	expect(await second).toBe(2);
	now = new Date("2026-11-02T08:00:00Z");
	void ask();
	expect(looked).toBe(3);
});

it("R10.1 — a look that failed is not kept", async () => {
	let looked = 0;
	const ask = sparingly(
		async () => {
			looked++;
			throw new Error("nothing answers");
		},
		10,
		{ now: () => new Date("2026-11-02T09:00:00Z") },
	);
	await expect(ask()).rejects.toThrow();
	await expect(ask()).rejects.toThrow();
	expect(looked).toBe(2);
});

it("R10.1 — a passer-by learns which part is wrong and not why", () => {
	expect(healthOf([{ part: "database", ok: true }])).toEqual({ status: 200, body: { ok: true, parts: { database: true } } });
	const ill = healthOf([
		{ part: "keys", ok: false, note: "silent" },
		{ part: "database", ok: true },
	]);
	expect(ill).toEqual({ status: 503, body: { ok: false, parts: { keys: false, database: true } } });
	expect(
		healthOf([
			{ part: "mail", ok: false, note: "absent" },
			{ part: "certificate", ok: false },
		]).status,
	).toBe(200);
	expect(healthOf([{ part: "scanner", ok: false, note: "absent" }])).toEqual({ status: 200, body: { ok: true, parts: {} } });
});
