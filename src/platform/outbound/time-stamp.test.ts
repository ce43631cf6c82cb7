import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aReport, aSealingKey, sealWords } from "../../../test/documents.ts";
import { typesetter } from "../../../test/press.ts";
import { type Manner, timeStampAuthority } from "../../../test/time-stamps.ts";
import { systemChance } from "../clock.ts";
import { checkSealedPdf } from "../pdf/check.ts";
import { alone, OID } from "../pdf/cms.ts";
import { sealPdf } from "../pdf/seal.ts";
import { NoTimeStamp } from "../pdf/time-stamp.ts";
import { timeStampFrom } from "./time-stamp.ts";

let authority: Awaited<ReturnType<typeof timeStampAuthority>>;
let folder: string;
let plain: Uint8Array;
let key: Awaited<ReturnType<typeof aSealingKey>>;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), "spoor-stamped-"));
	authority = await timeStampAuthority();
	plain = await typesetter()("report", aReport);
	key = await aSealingKey();
});
beforeEach(() => authority.behaves("well"));
afterAll(async () => {
	await authority.stop();
	rmSync(folder, { recursive: true, force: true });
});

const stamp = (address = authority.url, patience = 5_000) => timeStampFrom(address, systemChance, patience);
const sealed = () => sealPdf(plain, { ...key, ...sealWords, timeStamp: stamp() });
const onDisk = (name: string, bytes: Uint8Array) => {
	writeFileSync(join(folder, name), bytes);
	return join(folder, name);
};
/** The one signer of a sealed PDF, read from its bytes. */
function signerOf(pdf: Uint8Array): pkijs.SignerInfo {
	const hex = /\/Contents <([0-9A-F]+)>/.exec(Buffer.from(pdf).toString("latin1"))?.[1] ?? "";
	const content = new pkijs.ContentInfo({ schema: asn1.fromBER(alone(Buffer.from(hex, "hex"))).result });
	return new pkijs.SignedData({ schema: content.content }).signerInfos[0] as pkijs.SignerInfo;
}

describe("R9.1 — a seal with a time stamp (PAdES B-T)", () => {
	it("R9.1 — carries one token, unsigned, over the signature, which openssl verifies up to the authority", async () => {
		const pdf = await sealed();
		expect(checkSealedPdf(pdf, key.certificate)).toEqual({ ok: true });
		const signer = signerOf(pdf);
		expect(signer.unsignedAttrs?.attributes.map((each) => each.type)).toEqual([OID.timeStampToken]);
		const token = onDisk("token.der", Buffer.from(signer.unsignedAttrs?.attributes[0]?.values[0].toBER()));
		const signature = onDisk("signature", new Uint8Array(signer.signature.valueBlock.valueHexView));
		const verify = ["ts", "-verify", "-in", token, "-token_in", "-data"];
		const said = (data: string) => spawnSync("openssl", [...verify, data, "-CAfile", authority.authority], { encoding: "utf8" });
		expect(`${said(signature).stdout}${said(signature).stderr}`).toContain("Verification: OK");
		expect(`${said(token).stdout}${said(token).stderr}`).toContain("Verification: FAILED");
	});

	it("R9.1 — pdfsig finds the seal valid and the whole document signed", async () => {
		const words = spawnSync("pdfsig", ["-nocert", onDisk("stamped.pdf", await sealed())], { encoding: "utf8" }).stdout;
		expect(words).toContain("Signature is Valid.");
		expect(words).toContain("Total document signed");
		expect(words).not.toContain("Not total");
	});

	it("R9.1 — a token that is changed, or of another signature, is found", async () => {
		const pdf = await sealed();
		const other = await sealPdf(plain, { ...key, ...sealWords, timeStamp: () => stamp()(Buffer.from("another signature")) });
		expect(checkSealedPdf(other, key.certificate)).toEqual({ ok: false, problems: ["The time stamp is of something else"] });
		const hexOf = (each: Uint8Array) =>
			Buffer.from(signerOf(each).unsignedAttrs?.attributes[0]?.values[0].toBER()).toString("hex").toUpperCase();
		const mine = hexOf(pdf);
		const put = (text: string) => new Uint8Array(Buffer.from(Buffer.from(pdf).toString("latin1").replace(mine, text), "latin1"));
		expect(put(mine)).toEqual(pdf);
		for (const place of [100, 300, mine.length - 20]) {
			const changed = mine.slice(0, place) + (mine[place] === "0" ? "1" : "0") + mine.slice(place + 1);
			expect(checkSealedPdf(put(changed), key.certificate).ok, `digit ${place}`).toBe(false);
		}
	});

	it("R9.1 — the authority gets a hash and a number; a name and password in the address go with it", async () => {
		const [user, password] = ["spoor", "een & twee"];
		await stamp(Object.assign(new URL(authority.url), { username: user, password }).href)(Buffer.alloc(100_000));
		const last = authority.asked.at(-1);
		expect(last?.length).toBeLessThan(100);
		expect(last?.authorization).toBe(`Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`);
	});

	it.each<[Manner, string]>([
		["down", "status 503"],
		["nonsense", "cannot be read"],
		["endless", "too large"],
		["refuses", "refuses"],
		["another question", "another question"],
		["redirects", "does not answer"],
		["half", "cannot be read"],
		["hangs", "does not answer"],
	])("R9.1 — an authority that is or does “%s” makes no seal, and says so", async (manner, words) => {
		authority.behaves(manner);
		const asked = sealPdf(plain, { ...key, ...sealWords, timeStamp: stamp(authority.url, 500) });
		await expect(asked).rejects.toThrow(NoTimeStamp);
		await expect(asked).rejects.toThrow(words);
	});

	it("R9.1 — nobody at the address makes no seal", () =>
		expect(stamp("http://127.0.0.1:9/tsa")(Buffer.from("x"))).rejects.toThrow("does not answer"));
});
