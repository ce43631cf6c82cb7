import { execFileSync, spawnSync } from "node:child_process";
import { createPrivateKey, sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aRegulation, aReport, aSealingKey, sealWords, startRenderer } from "../../../test/documents.ts";
import { certificateFacts, readPkcs12 } from "./certificate.ts";
import { checkSealedPdf } from "./check.ts";
import { sealPdf } from "./seal.ts";

let folder: string;
let plain: Uint8Array;
let regulation: Uint8Array;
let sealed: Uint8Array;
let key: Awaited<ReturnType<typeof aSealingKey>>;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "spoor-seal-"));
	const renderer = await startRenderer();
	plain = await renderer.render("report", aReport);
	regulation = await renderer.render("regulation", aRegulation);
	await renderer.stop();
	key = await aSealingKey();
	sealed = await sealPdf(plain, { ...key, ...sealWords });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const problems = (bytes: Uint8Array, certificate = key.certificate) => {
	const checked = checkSealedPdf(bytes, certificate);
	return checked.ok ? [] : checked.problems;
};
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
// A string is replaced wherever it stands: in what was rendered and in the seal's revision.
const replaced = (bytes: Uint8Array, from: string | RegExp, to: string) =>
	new Uint8Array(
		Buffer.from(typeof from === "string" ? latin1(bytes).replaceAll(from, to) : latin1(bytes).replace(from, to), "latin1"),
	);
const joined = (...parts: (Uint8Array | string)[]) =>
	new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part))));

function onDisk(name: string, bytes: Uint8Array): string {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
}
// pdfsig answers status 0 whatever it finds, so its words are read.
const pdfsig = (path: string) => spawnSync("pdfsig", ["-nocert", path], { encoding: "utf8" }).stdout;

describe("R9.1 — a sealed report is accepted by tools that are not ours", () => {
	test.each(["rsa", "ec"] as const)("R9.1 — pdfsig: signature valid and total document signed (%s)", async (type) => {
		const made = await sealPdf(plain, { ...(await aSealingKey(type)), ...sealWords });
		const words = pdfsig(onDisk(`${type}.pdf`, made));
		expect(words).toContain("Signature is Valid.");
		expect(words).toContain("Total document signed");
		expect(words).not.toContain("Not total");
		expect(words).toContain("ETSI.CAdES.detached");
		expect(words).toContain("SHA-256");
	});

	test("R9.1 — a document with links on its first page can be sealed too", async () => {
		const made = await sealPdf(regulation, { ...key, ...sealWords });
		expect(problems(made)).toEqual([]);
		const words = pdfsig(onDisk("regulation.pdf", made));
		expect(words).toContain("Signature is Valid.");
		expect(words).toContain("Total document signed");
	});

	test("R9.1 — qpdf and mutool find nothing wrong with the structure", () => {
		const path = onDisk("sealed.pdf", sealed);
		expect(execFileSync("qpdf", ["--check", path], { encoding: "utf8" })).toContain("No syntax or stream encoding errors");
		expect(execFileSync("mutool", ["info", path], { encoding: "utf8" })).toContain("Pages: ");
		const drawn = spawnSync("mutool", ["draw", "-F", "txt", path], { encoding: "utf8" });
		expect(drawn.stdout).toContain("Eerst de stand");
		expect(drawn.stderr.replace("warning: ICC support is not available\n", "")).toBe("");
	});

	test("R9.1 — openssl verifies the CAdES signature over the signed bytes", () => {
		const text = latin1(sealed);
		const [, a, b, c] = (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+)/.exec(text) as RegExpExecArray).slice(1).map(Number) as [
			number,
			number,
			number,
			number,
		];
		const content = onDisk("content.bin", joined(sealed.subarray(0, a), sealed.subarray(b, b + c)));
		const cms = onDisk("cms.der", Buffer.from(text.slice(a + 1, b - 1), "hex"));
		const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(key.certificate).toString("base64")}\n-----END CERTIFICATE-----\n`;
		const authority = onDisk("ca.pem", Buffer.from(pem));
		const said = spawnSync(
			"openssl",
			[
				"cms",
				"-verify",
				"-cades",
				"-inform",
				"DER",
				"-in",
				cms,
				"-content",
				content,
				"-binary",
				"-CAfile",
				authority,
				"-purpose",
				"any",
				"-out",
				"/dev/null",
			],
			{ encoding: "utf8" },
		);
		expect(said.stderr).toMatch(/Verification successful/i);
		const printed = spawnSync("openssl", ["cms", "-cmsout", "-print", "-inform", "DER", "-in", cms], { encoding: "utf8" }).stdout;
		expect(printed).not.toContain("signingTime");
		expect(printed).toContain("id-smime-aa-signingCertificateV2");
	});

	test("R9.1 — the seal says when, by whom and why, and shows what was rendered", () => {
		const path = onDisk("sealed.pdf", sealed);
		expect(execFileSync("pdftotext", [path, "-"], { encoding: "utf8" })).toBe(
			execFileSync("pdftotext", [onDisk("plain.pdf", plain), "-"], { encoding: "utf8" }),
		);
		expect(latin1(sealed)).toContain("/M (D:20261120100000Z)");
		expect(latin1(sealed)).toContain("/Reason (Verzegeld door het bureau)");
		expect(Buffer.from(sealed.subarray(0, plain.length))).toEqual(Buffer.from(plain));
	});
});

describe("R9.1 — our own check finds what was done to a report", () => {
	test("R9.1 — a report that was just sealed has no problems", () =>
		expect(checkSealedPdf(sealed, key.certificate)).toEqual({ ok: true }));

	test("R9.1 — the same report sealed at the same moment is the same file", async () => {
		expect(await sealPdf(plain, { ...key, ...sealWords })).toEqual(sealed);
	});

	test("R9.1 — one flipped byte, anywhere but in the padding of the signature, is found", () => {
		const text = latin1(sealed);
		const start = text.lastIndexOf("/Contents <") + 11;
		for (let place = 0; place < sealed.length; place += 997) {
			const inside = place >= start && place < text.indexOf(">", start);
			const changed = new Uint8Array(sealed);
			changed[place] = inside ? (changed[place] === 0x30 ? 0x31 : 0x30) : (changed[place] ?? 0) ^ 1;
			expect(problems(changed), `byte ${place}`).not.toEqual([]);
		}
	});

	test("R9.1 — appended bytes are found", () => {
		expect(problems(joined(sealed, "\n"))).toContain("The seal does not cover the whole file");
		expect(problems(joined(sealed, "junk"))).not.toEqual([]);
	});

	test("R9.1 — a stripped seal is found", () => expect(problems(plain)).toContain("It has no seal"));

	test("R9.1 — replaced content in a later revision is found, though pdfsig still calls the signature valid", () => {
		const text = latin1(sealed);
		const page = /\/Kids \[(\d+) 0 R/.exec(text)?.[1] ?? "";
		const offset = sealed.length;
		const size = /\/Size (\d+)/.exec(text.slice(text.lastIndexOf("trailer")))?.[1];
		const trailer = text
			.slice(text.lastIndexOf("trailer"), text.lastIndexOf("startxref"))
			.replace(/\/Prev \d+/, `/Prev ${Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])}`);
		const body = `${page} 0 obj\n<< /Type /Page /Parent 1 0 R /MediaBox [0 0 200 200] >>\nendobj\n`;
		const table = `xref\n${page} 1\n${String(offset).padStart(10, "0")} 00000 n \n${trailer}startxref\n${offset + body.length}\n%%EOF\n`;
		const changed = joined(sealed, body, table);
		expect(size).toBeDefined();
		expect(pdfsig(onDisk("replaced.pdf", changed))).toContain("Not total document signed");
		expect(problems(changed)).toEqual(
			expect.arrayContaining([
				"It does not have exactly one seal as its last revision",
				"The seal does not cover the whole file",
			]),
		);
	});

	test("R9.1 — a seal by someone else is found", async () => {
		const other = await aSealingKey("rsa", "Een ander bureau");
		const theirs = await sealPdf(plain, { ...other, ...sealWords });
		expect(problems(theirs)).toEqual(
			expect.arrayContaining(["The seal carries another certificate", "The signature is not by this certificate"]),
		);
		const mixed = await sealPdf(plain, { ...sealWords, certificate: key.certificate, sign: other.sign });
		expect(problems(mixed)).toEqual(["The signature is not by this certificate"]);
	});

	test.each([
		["P 2", /\/P 1 \/V/, "/P 2 /V", "The seal allows changes"],
		["a range that leaves out the end", /(\/ByteRange \[0 \d+ \d+ \d)\d/, "$1 ", "The seal does not cover the whole file"],
		["another kind of signature", "/ETSI.CAdES.detached", "/adbe.pkcs7.detached", "The seal is not a PAdES seal"],
		["no tags", "/Marked true", "/Marked null", "It is not tagged"],
		["another language", "/Lang (nl-NL)", "/Lang (fr-FR)", "Its language is not Dutch or English"],
		["an action at opening", "/Direction /L2R", "/JavaScript (x)", "It contains /JavaScript"],
		["an action in hexadecimal", "/Direction /L2R", "/J#53 (abcdefg)", "It contains /JS"],
		["a web address", "/Direction /L2R", "/URI (abcdefgh)", "It contains /URI"],
		["encryption", / \/Prev (\d+) \/ID/, " /Encrypt 1 0 R /Prev $1 /ID", "It is encrypted"],
	])("R9.1 — %s is found", (_, from, to, problem) => {
		expect(problems(replaced(sealed, from, to))).toContain(problem);
	});

	test("R9.1 — what is not a PDF is a problem and never an exception", () => {
		for (const junk of [
			"",
			"%PDF-1.7",
			"%PDF-1.7\nstartxref\n5\n%%EOF",
			"<html>",
			"%PDF-1.7\nxref\n0 1\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
		])
			expect(problems(new Uint8Array(Buffer.from(junk)))).not.toEqual([]);
		for (let length = 100; length < sealed.length; length += 4001) expect(problems(sealed.subarray(0, length))).not.toEqual([]);
	});

	test("R9.1 — a sealed report cannot be sealed again", async () => {
		await expect(sealPdf(sealed, { ...key, ...sealWords })).rejects.toThrow("changed since it was made");
	});
});

describe("R9.1 — certificates", () => {
	test("R9.1 — the agency's own certificate names the agency, lasts ten years and is signed by its key", () => {
		const facts = certificateFacts(key.certificate);
		expect(facts.subject).toContain("O=Vaart Loopbaan & Re-integratie");
		expect(facts).toMatchObject({
			selfSigned: true,
			from: new Date("2026-01-01T00:00:00Z"),
			until: new Date("2036-01-01T00:00:00Z"),
		});
		const path = onDisk("certificate.der", key.certificate);
		const printed = execFileSync("openssl", ["x509", "-inform", "DER", "-in", path, "-noout", "-text"], { encoding: "utf8" });
		expect(printed).toContain("Digital Signature, Non Repudiation");
		expect(printed).toContain(
			"Subject: C = NL, O = Vaart Loopbaan & Re-integratie, organizationIdentifier = NTRNL-12345678, CN = Vaart",
		);
		expect(
			execFileSync("openssl", ["verify", "-check_ss_sig", "-CAfile", pemOf(path), pemOf(path)], { encoding: "utf8" }),
		).toContain("OK");
	});

	test("R9.1 — one's own PKCS#12 file is read and seals", async () => {
		const own = await readPkcs12(pkcs12("geheim ë"), "geheim ë");
		const privateKey = createPrivateKey({ key: Buffer.from(own.privateKeyPkcs8), format: "der", type: "pkcs8" });
		expect(Buffer.from(own.certificate)).toEqual(Buffer.from(key.certificate));
		const made = await sealPdf(plain, {
			...sealWords,
			certificate: own.certificate,
			chain: own.chain,
			sign: async (data) => sign("sha256", data, privateKey),
		});
		expect(problems(made)).toEqual([]);
	});

	test("R9.1 — a wrong password and a file of another kind are refused in words", async () => {
		await expect(readPkcs12(pkcs12("goed"), "fout")).rejects.toThrow("password is not right");
		await expect(readPkcs12(plain, "x")).rejects.toThrow("not a PKCS#12 file");
	});
});

function pemOf(der: string): string {
	execFileSync("openssl", ["x509", "-inform", "DER", "-in", der, "-out", `${der}.pem`]);
	return `${der}.pem`;
}

function pkcs12(password: string): Uint8Array {
	const pem = pemOf(onDisk("own.der", key.certificate));
	const secret = onDisk("own.key", Buffer.from(key.privateKey.export({ type: "pkcs8", format: "pem" })));
	const path = join(folder, "own.p12");
	execFileSync("openssl", ["pkcs12", "-export", "-inkey", secret, "-in", pem, "-out", path, "-passout", `pass:${password}`]);
	return new Uint8Array(readFileSync(path));
}
