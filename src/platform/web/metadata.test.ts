import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { jpegOf, pngOf } from "../../../test/pictures.ts";
import { sizeOf } from "../../law/images.ts";
import { withoutMetadata } from "./metadata.ts";

const segment = (marker: number, text: Buffer | string) => {
	const body = Buffer.from(text as string, "latin1");
	const head = Buffer.from([0xff, marker, 0, 0]);
	head.writeUInt16BE(body.length + 2, 2);
	return Buffer.concat([head, body]);
};
/** EXIF as telephones write it: which way up, and where that was. */
function exif(orientation: number): Buffer {
	const tiff = Buffer.alloc(8 + 2 + 24 + 4);
	tiff.write("MM\0*", 0, "latin1");
	tiff.writeUInt32BE(8, 4);
	tiff.writeUInt16BE(2, 8);
	tiff.writeUInt16BE(0x0112, 10);
	tiff.writeUInt16BE(3, 12);
	tiff.writeUInt32BE(1, 14);
	tiff.writeUInt16BE(orientation, 18);
	tiff.writeUInt16BE(0x8825, 22); // where
	return segment(
		0xe1,
		Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from("GPS 52.0907N 5.1214E Mehmets telefoon")]),
	);
}
const plain = jpegOf(640, 480);
const told = (...segments: Buffer[]) => Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);
const chunk = (name: string, text: string) => {
	const body = Buffer.from(name + text, "latin1");
	const bytes = Buffer.alloc(body.length + 8);
	bytes.writeUInt32BE(text.length, 0);
	body.copy(bytes, 4);
	bytes.writeUInt32BE(crc32(body), body.length + 4);
	return bytes;
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

it("R2.1 — where a photograph was made, by whom and with what is not kept; the picture is", () => {
	const photograph = told(
		exif(1),
		segment(0xe1, "http://ns.adobe.com/xap/1.0/ Mehmet"),
		segment(0xed, "IPTC Utrecht"),
		segment(0xfe, "van Mehmet"),
	);
	const bare = withoutMetadata(photograph);
	expect(text(bare)).not.toMatch(/Mehmet|GPS|Exif|Utrecht|adobe/);
	expect(Buffer.from(bare)).toEqual(plain);
	expect(sizeOf(bare)).toEqual({ width: 640, height: 480 });
});

it("R2.1 — which way up it is held stays, and nothing beside it", () => {
	const bare = withoutMetadata(told(exif(6)));
	expect(text(bare)).not.toMatch(/Mehmet|GPS/);
	expect(text(bare)).toContain("Exif");
	expect(bare.length).toBe(plain.length + 36);
	expect(Buffer.from(withoutMetadata(bare))).toEqual(Buffer.from(bare));
	expect(sizeOf(bare)).toEqual({ width: 640, height: 480 });
});

it("R2.1 — colours stay, a second picture behind the first does not count as colours", () => {
	const bare = text(withoutMetadata(told(segment(0xe2, "ICC_PROFILE\0\x01\x01kleur"), segment(0xe2, "MPF\0nog een"))));
	expect(bare).toContain("kleur");
	expect(bare).not.toContain("nog een");
});

it("R2.1 — of a PNG what is written in it goes, and what hangs behind it", () => {
	const picture = pngOf(40, 30);
	const end = picture.length - 12;
	const said = Buffer.concat([
		...[
			picture.subarray(0, 33),
			chunk("tEXt", "Author\0Mehmet"),
			chunk("iTXt", "XML Mehmet"),
			chunk("eXIf", "GPS"),
			chunk("tIME", "1234567"),
		],
		...[picture.subarray(33, end), picture.subarray(end), Buffer.from("achteraan: Mehmet")],
	]);
	expect(Buffer.from(withoutMetadata(said))).toEqual(picture);
});

it.each([
	["a PDF", Buffer.from("%PDF-1.7 (Mehmet) %%EOF")],
	["a JPEG that is cut off", told(exif(6)).subarray(0, 30)],
	["a JPEG whose segments lie", Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 1, 0, 0])],
	["a PNG whose chunks lie", Buffer.concat([pngOf(4, 4).subarray(0, 33), Buffer.from("ffffffff74455874", "hex")])],
	["nothing", Buffer.alloc(0)],
])("R2.1 — %s is left as it is, for who judges it", (_what, bytes) => {
	expect(Buffer.from(withoutMetadata(bytes))).toEqual(bytes);
});
