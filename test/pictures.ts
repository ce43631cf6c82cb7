import { crc32, deflateSync } from "node:zlib";

const u32 = (value: number) => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value >>> 0);
	return bytes;
};
const chunk = (name: string, data: Buffer) => {
	const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
	return Buffer.concat([u32(data.length), body, u32(crc32(body))]);
};

/** A sound PNG of this size in one colour; `drawn`: how many of its rows are really there, so that a giant stays small. */
export function pngOf(width: number, height: number, drawn = height): Buffer {
	const header = Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])]);
	const rows = deflateSync(Buffer.alloc((width + 1) * drawn));
	const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([magic, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

/** What a JPEG of this size begins and ends with: a header, a frame and no drawing. `frames`: more frames, as a forger would add. */
export function jpegOf(width: number, height: number, ...frames: [number, number][]): Buffer {
	const frame = ([wide, high]: [number, number]) => {
		const bytes = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
		bytes.writeUInt16BE(high, 5);
		bytes.writeUInt16BE(wide, 7);
		return bytes;
	};
	const comment = Buffer.from([0xff, 0xe0, 0, 4, 1, 2]);
	const all = [[width, height] as [number, number], ...frames].map(frame);
	return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, ...all, Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9])]);
}
