import { describe, expect, test } from "vitest";
import { Rows, uuid } from "../bench/speed/copy-rows.ts";
import { median, percentile, perOperation, type Round, ratio } from "../bench/speed/measure.ts";

// The arithmetic behind the figures of docs/PERFORMANCE.md; the measuring itself is no test.
const round = (times: number, app: number, keys = 0, db = 0): Round => ({
	times: Array(times).fill(1),
	seconds: 1,
	app,
	keys,
	db,
});

describe("R10.1 — measuring", () => {
	test("R10.1 — a percentile is the nearest rank, whatever the order", () => {
		const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
		expect([0.5, 0.95, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([50, 95, 99, 100]);
		expect(percentile([7], 0.99)).toBe(7);
		expect(percentile([], 0.5)).toBeNaN();
	});

	test("R10.1 — the middle of an even number lies between two", () => {
		expect(median([4, 1, 3])).toBe(3);
		expect(median([4, 1, 3, 2])).toBe(2.5);
		expect(median([])).toBeNaN();
	});

	test("R10.1 — CPU is counted an operation, and the ratio compares each round with the one beside it", () => {
		expect(perOperation(round(10, 20, 5, 15))).toEqual({ app: 2, keys: 0.5, db: 1.5, all: 4 });
		// The third pair ran while the machine was busy: both sides took twice as long, and the ratio does not move.
		expect(ratio([round(10, 40), round(10, 30), round(10, 80)], [round(10, 10), round(10, 10), round(10, 20)])).toBe(4);
	});

	test("R10.1 — rows are written as binary COPY reads them", () => {
		const rows = new Rows();
		rows.add(uuid("00000000-0000-4000-8000-0000000000ff"), null, true);
		const made = rows.take().toString("hex");
		expect(made.slice(0, 38)).toBe(Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1").toString("hex"));
		expect(made.slice(38)).toBe(
			"0003" + "00000010" + "000000000000400080000000000000ff" + "ffffffff" + "00000001" + "01" + "ffff",
		);
		expect(rows.empty).toBe(true);
	});
});
