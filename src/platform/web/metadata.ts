// What a telephone or scanner writes into a picture besides the picture: where it was taken, when, by whom, with what. None of it is kept (R2.1).

const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
const isPng = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 8)).toString("latin1") === "\x89PNG\r\n\x1a\n";
const begins = (segment: Buffer, text: string) => segment.subarray(4, 4 + text.length).toString("latin1") === text;

/** Which way up it is held: 1 when that is as it lies, or not said. */
function orientationIn(exif: Buffer): number {
	const tiff = exif.subarray(10); // behind marker, length and "Exif\0\0"
	if (tiff.length < 14) return 1;
	const little = tiff.toString("latin1", 0, 2) === "II";
	const u16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	for (let n = 0; n < Math.min(u16(first), 100); n++) {
		const entry = first + 2 + n * 12;
		if (u16(entry) === 0x0112) return u16(entry + 8) >= 2 && u16(entry + 8) <= 8 ? u16(entry + 8) : 1;
	}
	return 1;
}

/** As much EXIF as says which way up a picture is held, and no more. */
function onlyOrientation(value: number): Buffer {
	const bytes = Buffer.from("ffe1002245786966000049492a0008000000010012010300010000000000000000000000", "hex");
	bytes.writeUInt16LE(value, 28);
	return bytes;
}

/** The segments before the drawing that are the picture's own: frame, tables, colours. Undefined when it is no sound JPEG. */
function bareJpeg(bytes: Buffer): Buffer | undefined {
	const kept: Buffer[] = [bytes.subarray(0, 2)];
	let at = 2;
	for (;;) {
		if (bytes[at] !== 0xff || at + 4 > bytes.length) return undefined;
		const marker = bytes[at + 1] ?? 0;
		const end = at + 2 + bytes.readUInt16BE(at + 2);
		if (end > bytes.length || end < at + 4) return undefined;
		const segment = bytes.subarray(at, end);
		if (marker === 0xda) return Buffer.concat([...kept, bytes.subarray(at)]);
		const application = marker >= 0xe0 && marker <= 0xef;
		const own = marker === 0xe0 || marker === 0xee || (marker === 0xe2 && begins(segment, "ICC_PROFILE\0"));
		if (marker === 0xe1 && begins(segment, "Exif\0\0")) {
			const orientation = orientationIn(segment);
			if (orientation > 1) kept.push(onlyOrientation(orientation));
		} else if (marker !== 0xfe && (!application || own)) kept.push(segment);
		at = end;
	}
}

const spoken = ["tEXt", "zTXt", "iTXt", "eXIf", "tIME"];

function barePng(bytes: Buffer): Buffer | undefined {
	const kept: Buffer[] = [bytes.subarray(0, 8)];
	for (let at = 8; at < bytes.length; ) {
		if (at + 12 > bytes.length) return undefined;
		const end = at + 12 + bytes.readUInt32BE(at);
		if (end > bytes.length) return undefined;
		const name = bytes.toString("latin1", at + 4, at + 8);
		if (!spoken.includes(name)) kept.push(bytes.subarray(at, end));
		at = end;
		if (name === "IEND") break; // what hangs behind it is no picture
	}
	return Buffer.concat(kept);
}

/** The picture without what was written into it; anything else, and what is no sound picture, as it is. */
export function withoutMetadata(given: Uint8Array): Uint8Array {
	const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
	return (isJpeg(bytes) ? bareJpeg(bytes) : isPng(bytes) ? barePng(bytes) : undefined) ?? given;
}
