import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { expect, it } from "vitest";
import { isLoopback } from "../platform/web/loopback.ts";
import { isKnownPassword } from "./known-passwords.ts";
import { asksPasskeyFirst, foldEmail, isFresh, passwordProblem, wayBack } from "./rules.ts";
import { hashPassword, isPassword, newRecoveryCode, newTotpSecret, recoveryHash, totpNow, totpStep } from "./secrets.ts";
import { relyingParty } from "./webauthn.ts";

it.each([
	["/kandidaten?x=1", "staff", "/kandidaten?x=1"],
	["/kandidaten/../mijn/traject", "staff", "/"],
	["/mijn/traject", "staff", "/"],
	["/mijnheer", "staff", "/mijnheer"],
	["/mijn/traject", "candidate", "/mijn/traject"],
	["/kandidaten", "candidate", "/mijn"],
	["https://elders.test", "staff", "/"],
	["//elders.test", "staff", "/"],
	["/\\elders.test", "staff", "/"],
	["/\t/elders.test", "staff", "/"],
	["/.//elders.test", "staff", "/"],
	["javascript:alert(1)", "staff", "/"],
	["/aanmelden?naar=/x", "staff", "/"],
	["/mijn/afmelden", "candidate", "/mijn"],
	["", "staff", "/"],
	[undefined, "candidate", "/mijn"],
] as const)("R10.1 — after signing in %s (%s) goes to %s", (asked, realm, to) => {
	expect(wayBack(asked, realm)).toBe(to);
});

it.each([
	["kort", true],
	["zeven77", true],
	["achttekens".slice(0, 8), false],
	["🦊🦊🦊🦊", true],
	["een zin met spaties", false],
	["WACHTWOORD", true],
	["xxxxxxxxxxxx", true],
	["Zomer2031!!", true],
	["!!Wachtw00rd", true],
	["w@chtw00rd2026", true],
	["abcabcabcabc", true],
	["TRUSTNO1", true],
	["1q2w3e4r5t6y", true],
	["liverpool1", true],
	["verzekering", true],
	["paard staat in de gang", false],
	["7Kv#pLq9zRw2", false],
	["a".repeat(10) + "b".repeat(300), true],
])("R10.1 — password %s refused: %s", (password, refused) => {
	expect(passwordProblem(password, isKnownPassword) !== undefined).toBe(refused);
});

it.each([
	["127.0.0.1", true],
	["127.9.9.9", true],
	["::1", true],
	["::ffff:127.0.0.1", true],
	["128.0.0.1", false],
	["127.0.0.1.elders.test", false],
	["10.0.0.1", false],
	["2001:db8::1", false],
	["unknown", false],
])("R10.1 — %s is this machine: %s", (address, is) => {
	expect(isLoopback(address)).toBe(is);
});

it("R10.1 — a code of the app holds one step early and late, and no further", () => {
	const secret = newTotpSecret({ uuid: () => "", bytes: (length) => new Uint8Array(length).fill(7) });
	const now = new Date("2026-11-23T10:00:10Z");
	const at = (seconds: number) => totpStep(secret, totpNow(secret, new Date(now.getTime() + seconds * 1000)), now);
	const step = Math.floor(now.getTime() / 30_000);
	expect([at(-60), at(-30), at(0), at(30), at(60)]).toEqual([undefined, step - 1, step, step + 1, undefined]);
	expect(totpNow("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", new Date(59_000))).toBe("287082"); // RFC 6238, appendix B
});

it("R10.1 — a recovery code is 120 bits without letters to misread, and another person's hash differs", () => {
	const code = newRecoveryCode({ uuid: () => "", bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
	expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
	expect(recoveryHash("a", "0O1I-lL11")).toEqual(recoveryHash("a", "00111111"));
	expect(recoveryHash("a", code)).not.toEqual(recoveryHash("b", code));
});

it("R10.1 — a password counts as it was typed: no case, form, space or length of it is changed", async () => {
	const typed = " Fiets² café … 12 ";
	const hashed = await hashPassword(typed);
	expect(await isPassword(hashed, typed)).toBe(true);
	for (const other of [
		typed.normalize("NFKC"),
		typed.normalize("NFD"),
		typed.trim(),
		typed.toLowerCase(),
		typed.slice(0, -1),
		`${typed} `,
	])
		expect(await isPassword(hashed, other), other).toBe(false);
	const long = "a".repeat(256);
	expect(await isPassword(await hashPassword(long), `${long}a`)).toBe(false);
	expect(await isPassword(await hashPassword(""), "a".repeat(1025))).toBe(false);
});

it("R10.1 — a hash from before, of one form for all that look alike, still opens for its owner", async () => {
	const hashed = await hash("Fiets2", { memoryCost: 19456, timeCost: 2, parallelism: 1 });
	expect(await isPassword(hashed, "Fiets²")).toBe(true);
	expect(await isPassword(hashed, "fiets2")).toBe(false);
});

it("R10.1 — without an account every password is wrong, and is looked at all the same", async () => {
	expect(await isPassword(undefined, "wat dan ook")).toBe(false);
	expect(await isPassword(null, "")).toBe(false);
});

it("R10.1 — an address is compared without stray spaces and capitals", () => {
	expect(foldEmail("  Anna@Voorbeeld.TEST ")).toBe("anna@voorbeeld.test");
});

it("R10.1 — of passwords that nobody picked before, hardly any is taken for a known one", () => {
	const random = (n: number) => createHash("sha256").update(`nobody ${n}`).digest("base64url").slice(0, 16);
	const taken = Array.from({ length: 5000 }, (_, n) => random(n)).filter(isKnownPassword);
	expect(taken.length).toBeLessThan(20);
});

it.each([
	[0, true],
	[10 * 60_000, true],
	[10 * 60_000 + 1, false],
])("R10.1 — a factor shown %i ms ago is fresh: %s", (ago, fresh) => {
	const now = new Date("2026-11-23T09:00:00Z");
	expect(isFresh(new Date(now.getTime() - ago), now)).toBe(fresh);
	expect(isFresh(undefined, now)).toBe(false);
});

it("R10.1 — who manages accounts or guards privacy is asked for a passkey first", () => {
	expect([["coach"], ["dpo"], ["coach", "administrator"], []].map(asksPasskeyFirst)).toEqual([false, true, true, false]);
});

it.each([
	["https://spoor.bureau.nl", "spoor.bureau.nl"],
	["http://localhost:4700", "localhost"],
	["http://127.0.0.1:4700", undefined],
	["http://2130706433:4700", undefined],
	["http://[::1]:4700", undefined],
])("R10.1 — passkeys at %s are for %s", (url, id) => {
	expect(relyingParty(url)?.id).toBe(id);
});
