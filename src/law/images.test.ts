import { describe, expect, it } from "vitest";
import { jpegOf, pngOf } from "../../test/pictures.ts";
import { isDrawable, longestSide, sizeOf } from "./images.ts";

describe("R10.1 — a picture is measured before it is drawn", () => {
	it.each([
		["a PNG", pngOf(40, 30), { width: 40, height: 30 }],
		["a JPEG", jpegOf(640, 480), { width: 640, height: 480 }],
		["a JPEG with a second frame", jpegOf(10, 10, [60_000, 60_000]), { width: 60_000, height: 60_000 }],
		["a PNG cut off", pngOf(40, 30).subarray(0, 20), undefined],
		["a JPEG without a frame", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]), undefined],
		["a JPEG with a length of nothing", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0, 0, 0, 0, 0]), undefined],
		[
			"a PNG whose first chunk is another",
			Buffer.from(pngOf(4, 4).toString("latin1").replace("IHDR", "tEXt"), "latin1"),
			undefined,
		],
		["a PDF", Buffer.from("%PDF-1.7"), undefined],
		["nothing", Buffer.alloc(0), undefined],
	])("R10.1 — %s", (_what, bytes, size) => expect(sizeOf(bytes)).toEqual(size));

	it.each([
		[4960, 7016, true], // A4 at 600 dots to the inch
		[7071, 7071, true],
		[7072, 7072, false],
		[longestSide, 2500, true],
		[longestSide + 1, 1, false],
		[0, 10, false],
		[2 ** 32 - 1, 2 ** 32 - 1, false],
	])("R10.1 — %i by %i may be drawn: %s", (width, height, may) => expect(isDrawable({ width, height })).toBe(may));

	it("R10.1 — one that says nothing of its size may not", () => expect(isDrawable(undefined)).toBe(false));

	it("R10.1 — a small file that unfolds into gigabytes is known by its header", () => {
		const bomb = pngOf(60_000, 60_000, 1);
		expect(bomb.length).toBeLessThan(1000);
		expect(isDrawable(sizeOf(bomb))).toBe(false);
	});
});
