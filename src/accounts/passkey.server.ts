import { generateAuthenticationOptions, generateRegistrationOptions } from "@simplewebauthn/server";
import { type Acting, type Door, sql, type Tx } from "../platform/db.server.ts";
import { FieldErrors, found } from "../platform/web/page.ts";
import { askChallenge, takeChallenge } from "./challenge.server.ts";
import { enforceFresh, noteFresh, proofMark } from "./factor.server.ts";
import { ownAddress, tellOwner } from "./own-address.server.ts";
import { logRefusal } from "./refused.server.ts";
import type { Realm } from "./rules.ts";
import { inside } from "./throttle.server.ts";
import "./tables.ts";
import {
	type Assertion,
	algorithms,
	assertionIn,
	attestationIn,
	challengeOf,
	checkAssertion,
	checkAttestation,
	type RelyingParty,
} from "./webauthn.ts";

const useless = {
	nl: "Deze passkey werkt hier niet. Probeer het opnieuw, of gebruik een code.",
	en: "This passkey does not work here. Try again, or use a code.",
};
const asSession = (by: Acting, use: "register" | "prove" | "proof") => ({
	realm: by.actor.kind as Realm,
	use,
	boundTo: found(by.actor.sessionId),
});

/** What the browser needs to make a passkey for who is signed in and showed a factor in the last ten minutes. */
export async function askRegistration(by: Acting, party: RelyingParty, agency: string) {
	enforceFresh(by);
	const person = by.actor.id;
	const address = await ownAddress(by);
	const { known, challenge } = await by.read(person, "security", { action: "view", object: ["account", person] }, async (tx) => ({
		known: await inForce(tx, person),
		challenge: await askChallenge(by, inside(tx), asSession(by, "register")),
	}));
	return generateRegistrationOptions({
		rpName: agency,
		rpID: party.id,
		userName: address?.email ?? agency,
		userID: new Uint8Array(Buffer.from(person.replaceAll("-", ""), "hex")),
		challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
		attestationType: "none",
		supportedAlgorithmIDs: [...algorithms],
		excludeCredentials: known.map((one) => ({ id: one.credential_id.toString("base64url"), transports: one.transports })),
		authenticatorSelection: { residentKey: "required", userVerification: "required" },
	});
}

/** Keeps a new passkey under the name its owner gives it, and tells them by mail. Throws FieldErrors. */
export async function registerPasskey(
	by: Acting,
	party: RelyingParty,
	input: { answer: string; name: string; publicUrl: string },
): Promise<void> {
	enforceFresh(by);
	const person = by.actor.id;
	const answer = attestationIn(input.answer);
	const challenge = answer ? challengeOf(answer) : "";
	const key = answer && (await take(by, challenge, "register")) ? await checkAttestation(party, answer, challenge) : undefined;
	if (!key) {
		await logRefusal(by, person, { action: "addPasskey" });
		throw new FieldErrors({ "": useless });
	}
	const to = await ownAddress(by);
	await by.act(person, "security", { action: "addPasskey", object: ["account", person] }, async (tx, seal) => {
		const id = by.chance.uuid();
		const { name } = await seal("passkey", id, person, { name: input.name });
		await tx
			.insertInto("auth.passkey")
			.values({
				id,
				person_id: person,
				credential_id: key.credentialId,
				public_key: key.publicKey,
				counter: String(key.counter),
				transports: key.transports,
				name,
				backup_eligible: key.backupEligible,
				backed_up: key.backedUp,
				created_at: by.now(),
			})
			.execute();
		await tellOwner(by, tx, seal, { kind: "factorChanged", to, publicUrl: input.publicUrl });
	});
}

/** Gives one's own passkey another name. */
export async function renamePasskey(by: Acting, passkey: string, name: string): Promise<void> {
	const person = by.actor.id;
	await by.act(person, "security", { action: "update", object: ["account", person] }, async (tx, seal) => {
		const sealed = await seal("passkey", passkey, person, { name });
		await change(tx, person, passkey, { name: sealed.name });
	});
}

/** Takes away one's own passkey, after a factor of the last ten minutes; the owner is told by mail. */
export async function removePasskey(by: Acting, passkey: string, publicUrl: string): Promise<void> {
	enforceFresh(by);
	const person = by.actor.id;
	const to = await ownAddress(by);
	await by.act(person, "security", { action: "removePasskey", object: ["account", person] }, async (tx, seal) => {
		await change(tx, person, passkey, { ended_at: by.now() });
		await tellOwner(by, tx, seal, { kind: "factorChanged", to, publicUrl });
	});
}

async function change(tx: Tx, person: string, passkey: string, to: { name?: Buffer; ended_at?: Date }): Promise<void> {
	const [changed] = await tx
		.updateTable("auth.passkey")
		.set(to)
		.where("id", "=", passkey)
		.where("person_id", "=", person)
		.where("ended_at", "is", null)
		.execute();
	found(changed?.numUpdatedRows === 1n ? changed : undefined);
}

/** What the browser needs to show one of this person's passkeys afresh. */
export async function askProof(by: Acting, party: RelyingParty) {
	const person = by.actor.id;
	const { known, challenge } = await by.read(person, "security", { action: "view", object: ["account", person] }, async (tx) => ({
		known: await inForce(tx, person),
		challenge: await askChallenge(by, inside(tx), asSession(by, "prove")),
	}));
	return request(
		party,
		challenge,
		known.map((one) => ({ id: one.credential_id.toString("base64url"), transports: one.transports })),
	);
}

/** A passkey shown afresh by who is signed in. Answers a code of one use and five minutes that stands for it in any form (useFactor). */
export async function proveWithPasskey(by: Acting, party: RelyingParty, json: string): Promise<string> {
	const person = by.actor.id;
	const answer = assertionIn(json);
	const challenge = answer ? challengeOf(answer) : "";
	const [own] = answer && (await take(by, challenge, "prove")) ? await ownKey(by, answer) : [];
	const use = answer && own && (await checkAssertion(party, keyOf(own, answer), answer, challenge));
	if (!own || !use) {
		await logRefusal(by, person, { action: "proveFactor" });
		throw new FieldErrors({ code: useless });
	}
	return by.act(person, "security", { action: "proveFactor", object: ["account", person] }, async (tx) => {
		await count(by, tx, own, use);
		await noteFresh(by, tx);
		return `${proofMark}${await askChallenge(by, inside(tx), asSession(by, "proof"))}`;
	});
}

async function take(by: Acting, challenge: string, use: "register" | "prove"): Promise<boolean> {
	const person = by.actor.id;
	return (
		await by.read(person, "security", { action: "view", object: ["account", person] }, async (tx) => ({
			taken: await takeChallenge(inside(tx), challenge, asSession(by, use)),
		}))
	).taken;
}

const ownKey = (by: Acting, answer: Assertion) =>
	by.read(by.actor.id, "security", { action: "view", object: ["account", by.actor.id] }, (tx) =>
		tx
			.selectFrom("auth.passkey")
			.select(["id", "public_key", "counter"])
			.where("person_id", "=", by.actor.id)
			.where("credential_id", "=", Buffer.from(answer.id, "base64url"))
			.where("ended_at", "is", null)
			.execute(),
	);

export interface StoredKey {
	id: string;
	public_key: Buffer;
	counter: string;
}

const keyOf = (row: StoredKey, answer: Assertion) => ({
	credentialId: answer.id,
	publicKey: row.public_key,
	counter: Number(row.counter),
});

/** Inside the person's own act: this use counts; the same answer, or one from a copy, at the same moment does not (FieldErrors). */
export async function count(by: Acting, tx: Tx, key: StoredKey, use: { counter: number; backedUp: boolean }): Promise<void> {
	const [counted] = await tx
		.updateTable("auth.passkey")
		.set({ counter: String(use.counter), backed_up: use.backedUp, last_used_at: by.now() })
		.where("id", "=", key.id)
		.where("ended_at", "is", null)
		.where((row) => row.or([row("counter", "<", String(use.counter)), row("counter", "=", "0")]))
		.execute();
	if (counted?.numUpdatedRows !== 1n) throw new FieldErrors({ "": useless, code: useless });
}

const request = (party: RelyingParty, challenge: string, allow: { id: string; transports: string[] }[]) =>
	generateAuthenticationOptions({
		rpID: party.id,
		challenge: new Uint8Array(Buffer.from(challenge, "base64url")),
		userVerification: "required",
		allowCredentials: allow,
	});

/** What the browser needs to sign in with any passkey for this site: no account is named, so none can be guessed. */
export async function askSignIn(door: Door, by: Acting, party: RelyingParty, realm: Realm, browser: string) {
	const challenge = await askChallenge(by, (call) => door.ask(realm, call), { realm, use: "signIn", boundTo: browser });
	return request(party, challenge, []);
}

/** Whose passkey signed this question, and the count that goes with it; nothing when anything is off. */
export async function ownerOf(door: Door, party: RelyingParty, realm: Realm, json: string, browser: string) {
	const answer = assertionIn(json);
	if (!answer) return undefined;
	const challenge = challengeOf(answer);
	if (!(await takeChallenge((call) => door.ask(realm, call), challenge, { realm, use: "signIn", boundTo: browser })))
		return undefined;
	const credential = Buffer.from(answer.id, "base64url");
	const [key] = await door.ask(
		realm,
		sql<StoredKey & { person_id: string }>`select * from auth.find_passkey(${credential}, ${realm})`,
	);
	if (!key) return undefined;
	const { userHandle } = answer.response;
	const person = Buffer.from(key.person_id.replaceAll("-", ""), "hex").toString("base64url");
	const use = await checkAssertion(party, keyOf(key, answer), answer, challenge);
	return { key, use: userHandle === person ? use : undefined };
}

const inForce = (tx: Tx, person: string) =>
	tx
		.selectFrom("auth.passkey")
		.select(["credential_id", "transports"])
		.where("person_id", "=", person)
		.where("ended_at", "is", null)
		.execute();

export { useless as uselessPasskey };
