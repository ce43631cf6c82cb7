import { timingSafeEqual } from "node:crypto";
import { type Acting, type Door, sql } from "../platform/db.server.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { useFactor } from "./factor.server.ts";
import { ownAddress, tellOwner } from "./own-address.server.ts";
import { count, ownerOf, uselessPasskey } from "./passkey.server.ts";
import { logRefusal } from "./refused.server.ts";
import { foldEmail, type Realm } from "./rules.ts";
import { isPassword } from "./secrets.ts";
import { asPerson, openSession } from "./session.server.ts";
import { mustWait, tryPasskey, tryPassword } from "./throttle.server.ts";
import type { RelyingParty } from "./webauthn.ts";

export interface PasswordInput {
	realm: Realm;
	email: string;
	password: string;
	network: string;
	device: string;
	/** The cookie of a browser that was here before, if it has one. */
	knownBrowser?: string | undefined;
}

interface Account {
	person_id: string;
	password_hash: string | null;
	has_second_factor: boolean;
}

/** The first step: e-mail and password. Answers the token of a session that leads to the second step and nowhere else. */
export async function signInWithPassword(door: Door, by: Acting, input: PasswordInput): Promise<string> {
	const { realm } = input;
	const email = foldEmail(input.email);
	const [emailToken] = await by.keys.tokens([{ kind: "email", value: email }]);
	const [account] = await door.ask(realm, sql<Account>`select * from auth.find(${realm}, ${emailToken})`);
	const device = await recognised(by, realm, account?.person_id ?? "", input.knownBrowser);
	const ask = <T>(call: Parameters<Door["ask"]>[1]) => door.ask(realm, call) as Promise<T[]>;
	const attempt = await tryPassword(by, ask, realm, { email, network: input.network, device });
	const right = attempt.wait === 0 && (await isPassword(account?.password_hash, input.password)) && account?.has_second_factor;
	if (!account || !right) {
		await logRefusal(by, account ? account.person_id : [], { action: "signIn" });
		if (attempt.wait > 0) throw mustWait(attempt.wait);
		throw new FieldErrors({
			"": { nl: "Het e-mailadres of het wachtwoord klopt niet.", en: "The e-mail address or the password is wrong." },
		});
	}
	const self = asPerson(door, by, realm, account.person_id);
	const token = await self.act(account.person_id, "security", { action: "signInPassword" }, (tx, seal) =>
		openSession(self, tx, seal, { device: input.device, network: input.network, proven: false }),
	);
	await attempt.succeeded(ask);
	return token;
}

export interface FactorInput {
	realm: Realm;
	code: string;
	device: string;
	network?: string;
	halfway: { sessionId: string; personId: string };
	/** The cookie of a browser that was here before, if it has one. Another is told to the owner by mail. */
	knownBrowser?: string | undefined;
	publicUrl?: string;
}

/** The second step: a code. Answers a new session's token, and what this browser is recognised by next time. */
export async function signInWithFactor(
	door: Door,
	by: Acting,
	input: FactorInput,
): Promise<{ token: string; knownBrowser: string }> {
	const { realm, halfway } = input;
	const self = asPerson(door, by, realm, halfway.personId, halfway.sessionId);
	const own = await recognised(by, realm, halfway.personId, input.knownBrowser);
	const news = await newDevice(self, input.knownBrowser, input.publicUrl);
	const signIn = { action: "signIn", own };
	const token = await useFactor(self, signIn, input.code, async (tx, seal) => {
		await tellOwner(self, tx, seal, news);
		await tx
			.updateTable("auth.session")
			.set({ ended_at: self.now(), ended_why: "replaced" })
			.where("id", "=", halfway.sessionId)
			.execute();
		return openSession(self, tx, seal, { device: input.device, network: input.network, proven: true });
	});
	return { token, knownBrowser: await recognisable(by, realm, halfway.personId) };
}

export interface PasskeyInput {
	realm: Realm;
	/** What the browser answered, as JSON. */
	answer: string;
	/** The cookie of the sign-in page that asked. */
	browser: string;
	network: string;
	device: string;
	knownBrowser?: string | undefined;
	publicUrl: string;
}

/** Both factors at once: something one has, unlocked by who one is or what one knows. Answers as the second step does. */
export async function signInWithPasskey(
	door: Door,
	by: Acting,
	party: RelyingParty,
	input: PasskeyInput,
): Promise<{ token: string; knownBrowser: string }> {
	const { realm } = input;
	const owner = await ownerOf(door, party, realm, input.answer, input.browser);
	if (!owner?.use) {
		// What is right is never told to wait: it cannot be guessed, so there is nothing to slow down.
		const { wait } = await tryPasskey(by, (call) => door.ask(realm, call), realm, input.network);
		await logRefusal(by, owner ? owner.key.person_id : [], { action: "signIn" });
		throw wait > 0 ? mustWait(wait) : new FieldErrors({ "": uselessPasskey });
	}
	const { key, use } = owner;
	const self = asPerson(door, by, realm, key.person_id);
	const news = await newDevice(self, input.knownBrowser, input.publicUrl);
	const token = await self.act(key.person_id, "security", { action: "signIn", ground: "passkey" }, async (tx, seal) => {
		await count(self, tx, key, use);
		await tellOwner(self, tx, seal, news);
		return openSession(self, tx, seal, { device: input.device, network: input.network, proven: true });
	});
	return { token, knownBrowser: await recognisable(by, realm, key.person_id) };
}

/** The mail to the owner when this browser was not here before; to nobody otherwise. */
async function newDevice(self: Acting, knownBrowser: string | undefined, publicUrl: string | undefined) {
	const { kind, id } = self.actor;
	const known = !publicUrl || (await recognised(self, kind as Realm, id, knownBrowser)) !== undefined;
	return { kind: "newDevice", to: known ? undefined : await ownAddress(self), publicUrl } as const;
}

const browserToken = async (by: Acting, realm: Realm, person: string, nonce: string): Promise<Buffer> =>
	(await by.keys.tokens([{ kind: "attempt", value: `browser/${realm}/${person}/${nonce}` }]))[0] as Buffer;

/** A value only we can make, that says that this person signed in here before. It opens nothing: it gives a count of its own. */
export async function recognisable(by: Acting, realm: Realm, person: string): Promise<string> {
	const nonce = Buffer.from(by.chance.bytes(16)).toString("base64url");
	return `${nonce}.${(await browserToken(by, realm, person, nonce)).toString("base64url")}`;
}

async function recognised(by: Acting, realm: Realm, person: string, cookie = ""): Promise<string | undefined> {
	const [nonce = "", shown = ""] = cookie.split(".");
	const made = await browserToken(by, realm, person, nonce);
	const given = Buffer.from(shown, "base64url");
	return given.length === made.length && timingSafeEqual(given, made) ? nonce : undefined;
}
