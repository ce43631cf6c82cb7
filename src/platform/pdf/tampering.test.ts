import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aReport, aSealingKey, sealWords } from "../../../test/documents.ts";
import { typesetter } from "../../../test/press.ts";
import { checkSealedPdf } from "./check.ts";
import { alone, OID } from "./cms.ts";
import { sealPdf } from "./seal.ts";

// What independent tools see of a sealed report, and of what was done to it; beside what our own check says.
let folder: string;
let sealed: Buffer;
let plain: Uint8Array;
let key: Awaited<ReturnType<typeof aSealingKey>>;
const typeset = typesetter();
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "spoor-tampering-"));
	key = await aSealingKey();
	plain = await typeset("report", aReport);
	sealed = Buffer.from(await sealPdf(plain, { ...key, ...sealWords }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function onDisk(bytes: Uint8Array, name = "report.pdf"): string {
	writeFileSync(join(folder, name), bytes);
	return join(folder, name);
}
const said = (tool: string, ...args: string[]) => {
	const { stdout, stderr } = spawnSync(tool, args, { encoding: "utf8" });
	return `${stdout}\n${stderr}`;
};
// pdfsig ends with status 0 whatever it finds: both of its sentences must be there.
const pdfsigAccepts = (bytes: Uint8Array) => {
	const words = said("pdfsig", "-nocert", onDisk(bytes));
	return words.includes("Signature is Valid.") && /- Total document signed/.test(words) && !words.includes("Not total");
};
const ours = (bytes: Uint8Array) => checkSealedPdf(bytes, key.certificate).ok;
/** The gap in the file that the signature sits in: its hexadecimal digits, and behind it zeroes. */
const gap = () => {
	const [, from = 0, to = 0] = (/\/ByteRange \[(0) (\d+) (\d+)/.exec(sealed.toString("latin1")) ?? []).slice(1).map(Number);
	return { from: from + 1, to: to - 1 };
};

/** A later revision that shows another page: how "valid" signatures are abused. */
function replaced(): Buffer {
	const text = sealed.toString("latin1");
	const page = /\/Kids \[(\d+) 0 R/.exec(text)?.[1] ?? "";
	const trailer = text
		.slice(text.lastIndexOf("trailer"), text.lastIndexOf("startxref"))
		.replace(/\/Prev \d+/, `/Prev ${Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])}`);
	const body = `${page} 0 obj\n<< /Type /Page /Parent 1 0 R /MediaBox [0 0 200 200] >>\nendobj\n`;
	const table = `xref\n${page} 1\n${String(sealed.length).padStart(10, "0")} 00000 n \n${trailer}startxref\n${sealed.length + body.length}\n%%EOF\n`;
	return Buffer.concat([sealed, Buffer.from(body + table, "latin1")]);
}

describe("R9.1 — what was done to a sealed report is seen by pdfsig and by our check", () => {
	it("R9.1 — the report as it was sealed is accepted by both", () => {
		expect([pdfsigAccepts(sealed), ours(sealed)]).toEqual([true, true]);
	});

	it("R9.1 — one flipped byte, every 997th of the file", () => {
		const { from, to } = gap();
		const accepted: string[] = [];
		for (let place = 0; place < sealed.length; place += 997) {
			const changed = Buffer.from(sealed);
			const inside = place >= from && place < to;
			changed[place] = inside ? (changed[place] === 0x30 ? 0x31 : 0x30) : (changed[place] ?? 0) ^ 1;
			if (ours(changed)) accepted.push(`${place} by us`);
			// What pads the signature is not signed: other tools may pass over it, our check does not.
			if (!inside && pdfsigAccepts(changed)) accepted.push(`${place} by pdfsig`);
		}
		expect(accepted).toEqual([]);
	});

	it.each<[string, () => Uint8Array]>([
		["bytes added at the end", () => Buffer.concat([sealed, Buffer.from("\n% erbij\n")])],
		["content replaced in a later revision", replaced],
		["the seal taken away", () => plain],
		[
			"the signature blanked",
			() => Buffer.concat([sealed.subarray(0, gap().from), Buffer.alloc(gap().to - gap().from, "0"), sealed.subarray(gap().to)]),
		],
		["another text sealed with another key", () => Buffer.from(strangers)],
	])("R9.1 — %s", (_, change) => {
		expect(ours(change())).toBe(false);
		// Somebody else's seal is a valid seal, of somebody else: only the certificate tells.
		if (!Buffer.from(change()).equals(strangers)) expect(pdfsigAccepts(change())).toBe(false);
		else expect(said("pdfsig", onDisk(change()))).toContain("Ander bureau");
	});
});
let strangers: Buffer;
beforeAll(async () => {
	const other = await aSealingKey("ec", "Ander bureau");
	strangers = Buffer.from(
		await sealPdf(await typeset("report", { ...aReport, title: "Iets anders" }), {
			...other,
			...sealWords,
			name: "Ander bureau",
		}),
	);
});

/** The same seal with other attributes, signed anew by the same key: a seal that breaks a rule of PAdES and nothing else. */
async function sealedAnew(change: (signer: pkijs.SignerInfo, signed: pkijs.SignedData) => void): Promise<Buffer> {
	const { from, to } = gap();
	const der = Buffer.from(sealed.subarray(from, to).toString("latin1"), "hex");
	const content = new pkijs.ContentInfo({ schema: asn1.fromBER(alone(der)).result });
	const signed = new pkijs.SignedData({ schema: content.content });
	const signer = signed.signerInfos[0] as pkijs.SignerInfo;
	change(signer, signed);
	const attributes = signer.signedAttrs?.attributes ?? [];
	const encoded = attributes.map((each) => Buffer.from(each.toSchema().toBER())).sort(Buffer.compare);
	const ordered = encoded.map((each) => new pkijs.Attribute({ schema: asn1.fromBER(alone(each)).result }));
	signer.signedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: ordered });
	const toSign = new asn1.Set({ value: ordered.map((each) => each.toSchema()) }).toBER();
	signer.signature = new asn1.OctetString({ valueHex: alone(await key.sign(new Uint8Array(toSign))) });
	const made = new pkijs.ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
	const hex = Buffer.from(made.toSchema().toBER())
		.toString("hex")
		.toUpperCase()
		.padEnd(to - from, "0");
	return Buffer.concat([sealed.subarray(0, from), Buffer.from(hex, "latin1"), sealed.subarray(to)]);
}
const problems = (bytes: Uint8Array) => {
	const checked = checkSealedPdf(bytes, key.certificate);
	return checked.ok ? [] : checked.problems;
};

describe("R9.1 — the rules of PAdES (EN 319 142-1, B-B), in the file and by our check", () => {
	it("R9.1 — a detached CAdES signature by one signer, of data, with signing-certificate-v2 and without signing-time; nothing may change", () => {
		const { from, to } = gap();
		const cms = onDisk(Buffer.from(sealed.subarray(from, to).toString("latin1"), "hex"), "cms.der");
		const printed = said("openssl", "cms", "-cmsout", "-print", "-inform", "DER", "-in", cms);
		expect(printed.match(/sid:|signedAttrs:/g)).toHaveLength(2);
		for (const there of ["id-smime-aa-signingCertificateV2", "messageDigest", "pkcs7-data", "eContent: <ABSENT>"])
			expect(printed).toContain(there);
		expect(printed).not.toContain("signingTime");
		const text = sealed.toString("latin1");
		for (const entry of ["/SubFilter /ETSI.CAdES.detached", "/TransformMethod /DocMDP", "/P 1 /V /1.2", "/M (D:20261120100000Z)"])
			expect(text.split(entry)).toHaveLength(2);
		expect(text).not.toMatch(/adbe\.pkcs7|\/DSS|\/Encrypt/);
	});

	it("R9.1 — the same seal made anew is in order: what follows breaks one rule each", async () => {
		expect(problems(await sealedAnew(() => {}))).toEqual([]);
	});

	it.each<[string, (signer: pkijs.SignerInfo, signed: pkijs.SignedData) => void, string]>([
		[
			"a CMS signing-time",
			(signer) =>
				signer.signedAttrs?.attributes.push(
					new pkijs.Attribute({ type: OID.signingTime, values: [new asn1.UTCTime({ valueDate: new Date("2026-11-20") })] }),
				),
			"The signature has a signing-time, which PAdES forbids",
		],
		[
			"no signing-certificate-v2",
			(signer) => {
				const { signedAttrs } = signer;
				if (signedAttrs) signedAttrs.attributes = signedAttrs.attributes.filter((each) => each.type !== OID.signingCertificate);
			},
			"The seal does not name this certificate",
		],
		["a second signer", (signer, signed) => void signed.signerInfos.push(signer), "The seal must have exactly one signer"],
		[
			"something unsigned beside the signature",
			(signer) => {
				const extra = new pkijs.Attribute({ type: "1.2.3.4", values: [new asn1.Utf8String({ value: "erbij" })] });
				signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [extra] });
			},
			"The seal carries something beside the signature that is no time stamp",
		],
		[
			"a time stamp that is none",
			(signer) => {
				const extra = new pkijs.Attribute({ type: OID.timeStampToken, values: [new asn1.Utf8String({ value: "nu" })] });
				signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [extra] });
			},
			"The structure cannot be read",
		],
	])("R9.1 — %s is found", async (_, change, problem) => {
		expect(problems(await sealedAnew(change))).toEqual([problem]);
	});
});

describe("R9.1 — a sealed report reads as it was written", () => {
	it("R9.1 — text in its order, and headings, lists and tables as such, after sealing too", () => {
		const file = onDisk(sealed);
		const text = said("pdftotext", file, "-");
		const order = [
			"Voortgang tweede spoor",
			"Kandidaat",
			"Eerst de stand",
			"zes gesprekken",
			"punt een",
			"Brieven",
			"Daarna het vervolg",
			"bezoek",
			"Met groet",
			"Zo controleert u",
		];
		const places = order.map((words) => text.indexOf(words));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect(places).toEqual(places.toSorted((one, other) => one - other));
		const structure = said("pdfinfo", "-struct-text", file);
		const headings = [...structure.matchAll(/^\s*H(\d)[^\n]*\n(?:\s+\/[^\n]*\n)*\s*"([^"]*)"/gm)].map(
			([, level, words]) => `${level} ${words}`,
		);
		expect(headings).toEqual(["1 Eerst de stand", "1 Daarna het vervolg"]);
		for (const tag of ["L (block)", "LI", "Lbl", "LBody", "Table", "TH", "TD"]) expect(structure).toContain(tag);
	});
});

// The validator is in Java and takes seconds: in the long run of `bin/test --all`, which installs it where it is missing.
if (process.env.SPOOR_ALL === "1") {
	const jars = ["preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "jaxb-api", "javax.activation"];
	const classPath = jars.map((jar) => `/usr/share/java/${jar}.jar`).join(":");
	const preflight = (bytes: Uint8Array) =>
		said("java", "-cp", classPath, "org.apache.pdfbox.preflight.Validator_A1b", onDisk(bytes, "copy.pdf"));
	const copies: [string, Partial<typeof aReport>][] = [
		["as usual", {}],
		["with the candidate's own view", { ownView: "Ik zie dit anders.\n\n- één\n- twee" }],
		[
			"with a logo",
			{
				agency: {
					...aReport.agency,
					logo: {
						kind: "svg",
						alt: "Vaart",
						base64: Buffer.from(
							'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0f5257"/></svg>',
						).toString("base64"),
					},
				},
			},
		],
		["of many pages", { body: "## Kop\n\nalinea\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n".repeat(60) }],
		["in English", { lang: "en" }],
	];
	describe("R9.1 — Apache PDFBox Preflight validates the PDF/A-1b copy", () => {
		it.each(copies)("R9.1 — a report %s, before and after sealing", { timeout: 180_000 }, async (_, changes) => {
			const copy = await typeset("report", { ...aReport, ...changes }, "a-1b");
			expect(preflight(copy)).toContain("is a valid PDF/A-1b file");
			expect(preflight(await sealPdf(copy, { ...key, ...sealWords }))).toContain("is a valid PDF/A-1b file");
		});

		it("R9.1 — and is not content with just anything", { timeout: 60_000 }, () => {
			expect(preflight(sealed)).not.toContain("is a valid PDF/A-1b file");
		});
	});
}
