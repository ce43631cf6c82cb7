import { expect, it } from "vitest";
import { pngOf } from "../../test/pictures.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { logoFrom } from "./particulars.server.ts";

const plain = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h1'/></svg>";
const logo = (content: string | Uint8Array) => logoFrom(new File([new Uint8Array(Buffer.from(content))], "logo"));

it("R10.1 — a PNG of a size that can be drawn is taken; one of too many pixels, however few bytes, is not", async () => {
	expect(await logo(pngOf(600, 200))).toMatchObject({ type: "image/png" });
	const bomb = pngOf(60_000, 60_000, 1);
	expect(bomb.length).toBeLessThan(300_000);
	await expect(logo(bomb)).rejects.toThrow(FieldErrors);
	await expect(logo(pngOf(600, 200).subarray(0, 20))).rejects.toThrow(FieldErrors);
});

// Whoever judges it and whoever draws it must read the same text.
it.each([
	["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plain, "utf16le")])],
	["bytes that are no UTF-8", Buffer.concat([Buffer.from(plain), Buffer.from([0xff])])],
	["another encoding by its own word", Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${plain}`)],
	["a program under another prefix", Buffer.from(plain.replace("<path", "<s:script/><path"))],
	["a foreign part under another prefix", Buffer.from(plain.replace("<path", "<x:foreignObject/><path"))],
])("R10.1 — an SVG in %s is refused", async (_what, bytes) => {
	await expect(logo(bytes)).rejects.toThrow(FieldErrors);
});

it("R10.1 — one that says UTF-8, or nothing, is taken", async () => {
	expect(await logo(`<?xml version="1.0" encoding="UTF-8"?>${plain}`)).toMatchObject({ type: "image/svg+xml" });
	expect(await logo(plain)).toMatchObject({ type: "image/svg+xml" });
});
