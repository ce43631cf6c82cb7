import { type KeyObject, verify, X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { sha256 } from "../hash.ts";
import { alone, OID } from "./cms.ts";
import { type Dict, dictAt, type PdfFile, type PdfValue, readPdf, Unreadable } from "./objects.ts";
import { readToken } from "./time-stamp.ts";

export type Checked = { ok: true } | { ok: false; problems: string[] };

// What a sealed report has no use for, and what has hidden or changed content in other people's documents.
const FORBIDDEN = new Set(
	[
		"JavaScript",
		"JS",
		"EmbeddedFile",
		"EmbeddedFiles",
		"Filespec",
		"FileAttachment",
		"URI",
		"Launch",
		"SubmitForm",
		"ImportData",
	].concat(["GoToR", "GoToE", "RichMedia", "Movie", "Sound", "3D", "OpenAction", "AA", "XFA", "ObjStm", "XRef", "Crypt", "DSS"]),
);

/**
 * Whether these bytes are a sealed PDF as we send them (R9.1): ours in form, complete under one seal of this certificate
 * that allows no change, archival and accessible, with nothing active inside. Answers every problem found; never throws.
 */
export function checkSealedPdf(bytes: Uint8Array, certificate: Uint8Array): Checked {
	const problems: string[] = [];
	const attempt = (check: () => string[]) => {
		try {
			problems.push(...check());
		} catch (error) {
			problems.push(error instanceof Unreadable ? error.message : "The structure cannot be read");
		}
	};
	let file: PdfFile | undefined;
	attempt(() => {
		file = readPdf(bytes);
		return [];
	});
	if (file) {
		const read = file;
		attempt(() => formProblems(read));
		attempt(() => forbiddenProblems(read));
		attempt(() => sealProblems(read, bytes, certificate));
	}
	return problems.length === 0 ? { ok: true } : { ok: false, problems: [...new Set(problems)] };
}

const when = (wrong: boolean, problem: string) => (wrong ? [problem] : []);

function formProblems(file: PdfFile): string[] {
	const catalog = dictAt(file, file.trailer, "Root");
	const marked = file.get(dictAt(file, catalog, "MarkInfo"), "Marked");
	const language = file.get(catalog, "Lang");
	const title = file.get(dictAt(file, file.trailer, "Info"), "Title");
	const xmp = streamText(file, dictAt(file, catalog, "Metadata"));
	return [
		...when(file.trailer.entries.has("Encrypt"), "It is encrypted"),
		...when(file.trailer.entries.get("ID")?.kind !== "array", "The trailer has no /ID"),
		...when(marked?.kind !== "boolean" || !marked.value, "It is not tagged"),
		...when(!catalog.entries.has("StructTreeRoot"), "It has no structure tree"),
		...when(
			language?.kind !== "string" || !/^(nl|en)\b/.test(language.bytes.toString("latin1")),
			"Its language is not Dutch or English",
		),
		...when(title?.kind !== "string" || title.bytes.length === 0, "It has no title"),
		...when(!/pdfaid:part(?:>|=")2/.test(xmp) || !/pdfaid:conformance(?:>|=")A/.test(xmp), "It does not say that it is PDF/A-2a"),
	];
}

function streamText(file: PdfFile, dict: Dict): string {
	const length = file.get(dict, "Length");
	if (!dict.stream || dict.entries.has("Filter") || length?.kind !== "number")
		throw new Unreadable("The metadata is not plain text");
	return file.text.slice(dict.at.end, dict.at.end + length.value + 20);
}

function forbiddenProblems(file: PdfFile): string[] {
	const found = new Set<string>();
	const look = (value: PdfValue) => {
		if (value.kind === "name" && FORBIDDEN.has(value.value)) found.add(value.value);
		if (value.kind === "array") value.items.forEach(look);
		if (value.kind !== "dict") return;
		for (const [key, inner] of value.entries) {
			if (FORBIDDEN.has(key)) found.add(key);
			look(inner);
		}
		if (value.stream && value.entries.has("F")) found.add("F (a stream outside the file)");
	};
	for (const number of file.offsets.keys()) look(file.object(number));
	return [...found].map((name) => `It contains /${name}`);
}

function sealProblems(file: PdfFile, bytes: Uint8Array, certificate: Uint8Array): string[] {
	const catalog = dictAt(file, file.trailer, "Root");
	if (!catalog.entries.has("Perms")) return ["It has no seal"];
	const signature = dictAt(file, dictAt(file, catalog, "Perms"), "DocMDP");
	const fields = file.get(dictAt(file, catalog, "AcroForm"), "Fields");
	const only = fields?.kind === "array" && fields.items.length === 1 ? fields.items[0] : undefined;
	const field = only?.kind === "ref" ? file.object(only.object) : undefined;
	const sameSeal =
		field?.kind === "dict" && file.get(field, "V")?.kind === "dict" && dictAt(file, field, "V").at.start === signature.at.start;
	const subFilter = file.get(signature, "SubFilter");
	const moment = file.get(signature, "M");
	const covered = coverage(file, signature, bytes.length);
	return [
		...when(file.sections.length !== 2, "It does not have exactly one seal as its last revision"),
		...when(!sameSeal, "The seal is not its only field"),
		...when(subFilter?.kind !== "name" || subFilter.value !== "ETSI.CAdES.detached", "The seal is not a PAdES seal"),
		...when(moment?.kind !== "string" || !/^D:\d{14}Z$/.test(moment.bytes.toString("latin1")), "The seal has no time"),
		...when(permission(file, signature) !== 1, "The seal allows changes"),
		...(covered ? signatureProblems(bytes, covered, certificate) : ["The seal does not cover the whole file"]),
	];
}

function permission(file: PdfFile, signature: Dict): number | undefined {
	const references = file.get(signature, "Reference");
	const only = references?.kind === "array" && references.items.length === 1 ? references.items[0] : undefined;
	if (only?.kind !== "dict") return undefined;
	const method = file.get(only, "TransformMethod");
	const allowed = file.get(dictAt(file, only, "TransformParams"), "P");
	return method?.kind === "name" && method.value === "DocMDP" && allowed?.kind === "number" ? allowed.value : undefined;
}

type Coverage = { from: number; to: number; signature: Buffer };

/** The gap that the signature sits in, when all but that gap is signed and it holds nothing but the signature. */
function coverage(file: PdfFile, signature: Dict, length: number): Coverage | undefined {
	const range = signature.entries.get("ByteRange");
	const contents = signature.entries.get("Contents");
	if (range?.kind !== "array" || contents?.kind !== "string") return undefined;
	const [zero, from, to, rest, more] = range.items.map((item) => (item.kind === "number" ? item.value : Number.NaN));
	const { start, end } = contents.at;
	if (zero !== 0 || from !== start || to !== end || rest !== length - end || more !== undefined) return undefined;
	if (!/^<[0-9A-F]+>$/.test(file.text.slice(start, end))) return undefined;
	return { from: start, to: end, signature: contents.bytes };
}

function signatureProblems(bytes: Uint8Array, { from, to, signature }: Coverage, certificate: Uint8Array): string[] {
	const parsed = asn1.fromBER(alone(signature));
	if (parsed.offset <= 0 || signature.subarray(parsed.offset).some((byte) => byte !== 0)) return ["The signature cannot be read"];
	const content = new pkijs.ContentInfo({ schema: parsed.result });
	const signed = new pkijs.SignedData({ schema: content.content });
	const signer = signed.signerInfos[0];
	if (signed.signerInfos.length !== 1 || !signer?.signedAttrs) return ["The seal must have exactly one signer"];
	const value = (type: string) => {
		const found = signer.signedAttrs?.attributes.filter((attribute) => attribute.type === type) ?? [];
		return found.length === 1 && found[0]?.values.length === 1 ? Buffer.from(found[0].values[0].toBER()) : undefined;
	};
	const digest = new asn1.OctetString({ valueHex: alone(sha256(bytes.subarray(0, from), bytes.subarray(to))) });
	const dataType = new asn1.ObjectIdentifier({ value: OID.data });
	const inside = signed.certificates?.[0];
	const sameCertificate = inside instanceof pkijs.Certificate && Buffer.from(inside.toSchema().toBER()).equals(certificate);
	const attributes = new asn1.Set({ value: signer.signedAttrs.attributes.map((attribute) => attribute.toSchema()) });
	const signatureValue = new Uint8Array(signer.signature.valueBlock.valueHexView);
	const key: KeyObject = new X509Certificate(certificate).publicKey;
	return [
		...when(signed.encapContentInfo.eContent !== undefined, "The signature is not a detached one"),
		...when(signer.digestAlgorithm.algorithmId !== OID.sha256, "The digest is not SHA-256"),
		...when(value(OID.signingTime) !== undefined, "The signature has a signing-time, which PAdES forbids"),
		...when(!value(OID.contentType)?.equals(Buffer.from(dataType.toBER())), "The content type is not data"),
		...when(!value(OID.messageDigest)?.equals(Buffer.from(digest.toBER())), "The content is not what was sealed"),
		...when(!value(OID.signingCertificate)?.includes(sha256(certificate)), "The seal does not name this certificate"),
		...when(!sameCertificate, "The seal carries another certificate"),
		...when(!verify("sha256", Buffer.from(attributes.toBER()), key, signatureValue), "The signature is not by this certificate"),
		...unsignedProblems(signer, signatureValue),
	];
}

// What is not signed could be changed by anybody, so there is nothing but a time stamp, which proves itself.
function unsignedProblems(signer: pkijs.SignerInfo, signature: Uint8Array): string[] {
	const attributes = signer.unsignedAttrs?.attributes ?? [];
	const [stamp] = attributes;
	if (!stamp) return [];
	const [token, ...more] = stamp.values;
	if (attributes.length > 1 || stamp.type !== OID.timeStampToken || more.length > 0)
		return ["The seal carries something beside the signature that is no time stamp"];
	return readToken(Buffer.from(token.toBER()), signature).problems;
}
