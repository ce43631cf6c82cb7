/** How many pixels a picture may have before anybody draws it (R10.1): an A4 at 600 dots to the inch fits, a small file that unfolds into gigabytes does not. */
export const mostPixels = 50_000_000;
export const longestSide = 20_000;

export interface Size {
	readonly width: number;
	readonly height: number;
}

const startsWith = (bytes: Uint8Array, ...wanted: readonly number[]) => wanted.every((byte, place) => bytes[place] === byte);
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpeg = [0xff, 0xd8, 0xff];

/** What a PNG or JPEG says of its own size, read from its header without drawing it; undefined when it says none. */
export function sizeOf(bytes: Uint8Array): Size | undefined {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (startsWith(bytes, ...png)) {
		// The header chunk comes first: its length, its name, width and height.
		if (bytes.length < 33 || view.getUint32(12) !== 0x49484452) return undefined;
		return { width: view.getUint32(16), height: view.getUint32(20) };
	}
	if (!startsWith(bytes, ...jpeg)) return undefined;
	let size: Size | undefined;
	for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
		const marker = bytes[at + 1] ?? 0;
		if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
			at += marker === 0xff ? 1 : 2; // filling, or a marker without contents
			continue;
		}
		if (marker === 0xda) break; // the drawing itself begins
		const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
		// A second frame could say another size than the first: the largest counts.
		if (frame) {
			const said = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
			if (!size || said.width * said.height > size.width * size.height) size = said;
		}
		at += 2 + Math.max(2, view.getUint16(at + 2));
	}
	return size;
}

/** May a picture of this size be drawn? One that says nothing of its size may not. */
export const isDrawable = (size: Size | undefined): boolean =>
	size !== undefined &&
	size.width > 0 &&
	size.height > 0 &&
	Math.max(size.width, size.height) <= longestSide &&
	size.width * size.height <= mostPixels;
