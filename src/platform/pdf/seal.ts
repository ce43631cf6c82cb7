import { sha256 } from "../hash.ts";
import { cadesSignature, type Sign } from "./cms.ts";
import { type Dict, dictAt, type PdfFile, type PdfValue, readPdf, Unreadable } from "./objects.ts";
import type { TimeStamp } from "./time-stamp.ts";

export type SealWith = {
	sign: Sign;
	/** DER of the sealing certificate, and of those above it. */
	certificate: Uint8Array;
	chain?: readonly Uint8Array[];
	name: string;
	reason: string;
	location: string;
	at: Date;
	/** Of a time-stamp authority, where the agency has one: the seal is then PAdES B-T. */
	timeStamp?: TimeStamp;
};

// A token with its certificates is two to seven kilobytes.
const TIME_STAMP_ROOM = 12 * 1024;
const BYTE_RANGE = `[0 ${"*".repeat(10)} ${"*".repeat(10)} ${"*".repeat(10)}]`;

/**
 * Seals a PDF (R9.1): adds one revision with a certification signature, PAdES B-B, that allows no change at all
 * (DocMDP P=1). Takes a PDF of our renderer, which no one signed before; throws Unreadable for any other, NoTimeStamp when the authority gave none.
 */
export async function sealPdf(pdf: Uint8Array, seal: SealWith): Promise<Uint8Array> {
	const file = readPdf(pdf);
	if (file.sections.length !== 1) throw new Unreadable("This PDF has been changed since it was made");
	const stampRoom = seal.timeStamp ? TIME_STAMP_ROOM : 0;
	const room = 4096 + stampRoom + 2 * [seal.certificate, ...(seal.chain ?? [])].reduce((sum, each) => sum + each.length, 0);
	const sealed = Buffer.concat([pdf, revision(file, pdf, seal, room)]);

	const text = sealed.toString("latin1");
	const range = text.indexOf(BYTE_RANGE, pdf.length);
	const from = text.indexOf(`<${"0".repeat(room * 2)}>`, pdf.length);
	const to = from + room * 2 + 2;
	sealed.write(`[0 ${from} ${to} ${sealed.length - to}]`.padEnd(BYTE_RANGE.length), range, "latin1");

	const digest = sha256(sealed.subarray(0, from), sealed.subarray(to));
	const signature = await cadesSignature(digest, seal.sign, seal.certificate, seal.chain ?? [], seal.timeStamp);
	if (signature.length > room) throw new Error("The signature is larger than the room kept for it");
	sealed.write(signature.toString("hex").toUpperCase(), from + 1, "latin1");
	return new Uint8Array(sealed);
}

/** The bytes that come after the PDF: new objects, the changed catalog and first page, their table and trailer. */
function revision(file: PdfFile, pdf: Uint8Array, seal: SealWith, room: number): Buffer {
	const root = file.trailer.entries.get("Root");
	const size = file.trailer.entries.get("Size");
	if (root?.kind !== "ref" || size?.kind !== "number") throw new Unreadable("The trailer names no catalog");
	const catalog = dictAt(file, file.trailer, "Root");
	if (catalog.entries.has("AcroForm") || catalog.entries.has("Perms"))
		throw new Unreadable("This PDF has a form or a seal already");
	const page = firstPage(file, catalog);
	const [signature, field, appearance, form] = [size.value, size.value + 1, size.value + 2, size.value + 3] as [
		number,
		number,
		number,
		number,
	];

	const objects = new Map<number, string>([
		[root.object, certified(file, catalog, `/AcroForm ${form} 0 R /Perms << /DocMDP ${signature} 0 R >>`)],
		[page.number, withAnnotation(file, page.dict, field)],
		[signature, signatureObject(seal, room)],
		[
			field,
			`<< /Type /Annot /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /F 132 /T ${string("Zegel")} /TU ${string(seal.reason)} ` +
				`/V ${signature} 0 R /P ${page.number} 0 R /AP << /N ${appearance} 0 R >> >>`,
		],
		[appearance, "<< /Type /XObject /Subtype /Form /BBox [0 0 0 0] /Length 0 >>\nstream\n\nendstream"],
		[form, `<< /SigFlags 3 /Fields [${field} 0 R] >>`],
	]);
	return written(file, pdf, objects, seal, form + 1);
}

function written(file: PdfFile, pdf: Uint8Array, objects: ReadonlyMap<number, string>, seal: SealWith, size: number): Buffer {
	let out = pdf.at(-1) === 10 ? "" : "\n";
	const lines: string[] = [];
	for (const [number, body] of [...objects].sort(([one], [other]) => one - other)) {
		const offset = String(pdf.length + out.length).padStart(10, "0");
		lines.push(`${number} 1\n${offset} 00000 n \n`);
		out += `${number} 0 obj\n${body}\nendobj\n`;
	}
	const entry = (key: string) => {
		const value = file.trailer.entries.get(key);
		return value?.kind === "ref" ? `/${key} ${value.object} 0 R` : "";
	};
	const table = pdf.length + out.length;
	const previous = (file.sections[0] as { at: number }).at;
	const trailer = `<< /Size ${size} ${entry("Root")} ${entry("Info")} /Prev ${previous} /ID [${firstId(file)} <${freshId(pdf, seal)}>] >>`;
	out += `xref\n0 1\n0000000000 65535 f \n${lines.join("")}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`;
	return Buffer.from(out, "latin1");
}

function signatureObject(seal: SealWith, room: number): string {
	const moment = seal.at.toISOString().replace(/[-:T]/g, "").slice(0, 14);
	return [
		"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached",
		`/ByteRange ${BYTE_RANGE}`,
		`/Contents <${"0".repeat(room * 2)}>`,
		`/M (D:${moment}Z) /Name ${string(seal.name)} /Reason ${string(seal.reason)} /Location ${string(seal.location)}`,
		"/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>] >>",
	].join("\n");
}

function firstPage(file: PdfFile, catalog: Dict): { number: number; dict: Dict } {
	let reference = catalog.entries.get("Pages");
	for (let depth = 0; depth < 50 && reference?.kind === "ref"; depth++) {
		const dict = file.object(reference.object);
		if (dict.kind !== "dict") break;
		const kids = file.get(dict, "Kids");
		if (kids?.kind !== "array") return { number: reference.object, dict };
		reference = kids.items[0];
	}
	throw new Unreadable("There is no first page");
}

function withAnnotation(file: PdfFile, page: Dict, field: number): string {
	const present = page.entries.get("Annots");
	if (!present) return extended(file, page, `/Annots [${field} 0 R]`);
	if (present.kind !== "array") throw new Unreadable("The first page's annotations are not a plain list");
	const { text } = file;
	return `${text.slice(page.at.start, present.at.end - 1)} ${field} 0 R${text.slice(present.at.end - 1, page.at.end)}`;
}

function extended(file: PdfFile, dict: Dict, entries: string): string {
	return `${file.text.slice(dict.at.start, dict.at.end - 2)}${entries}\n>>`;
}

// The catalog with the seal's entries. Readers are told to show the title and not the file's name, as PDF/UA asks.
function certified(file: PdfFile, catalog: Dict, entries: string): string {
	const preferences = catalog.entries.get("ViewerPreferences");
	if (preferences?.kind !== "dict" || preferences.entries.has("DisplayDocTitle")) return extended(file, catalog, entries);
	const middle = preferences.at.start + 2;
	return `${file.text.slice(catalog.at.start, middle)} /DisplayDocTitle true${file.text.slice(middle, catalog.at.end - 2)}${entries}\n>>`;
}

function firstId(file: PdfFile): string {
	const id: PdfValue | undefined = file.trailer.entries.get("ID");
	const first = id?.kind === "array" ? id.items[0] : undefined;
	if (first?.kind !== "string") throw new Unreadable("The trailer has no /ID");
	return file.text.slice(first.at.start, first.at.end);
}

// From the document and the moment, so that the same seal gives the same file.
function freshId(pdf: Uint8Array, seal: SealWith): string {
	return sha256(pdf, Buffer.from(seal.at.toISOString()), seal.certificate).toString("hex").slice(0, 32).toUpperCase();
}

function string(text: string): string {
	if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, "\\$&")})`;
	return `<FEFF${Buffer.from(text, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
