import { verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { z } from "zod";

/** Whom a passkey is for: this site, by its configured address and nothing that a request says. */
export interface RelyingParty {
	readonly id: string;
	readonly origin: string;
}

/** The relying party at this address; none where it is a bare IP address, for which browsers make no passkeys. */
export function relyingParty(publicUrl: string): RelyingParty | undefined {
	const { hostname, origin } = new URL(publicUrl);
	// new URL has made every way to write an IPv4 address four numbers, and put IPv6 between brackets.
	return /^\[|^\d+(\.\d+){3}$/.test(hostname) ? undefined : { id: hostname, origin };
}

/** Ed25519, P-256 and RSA, as COSE numbers them: what devices of today make. */
export const algorithms = [-8, -7, -257] as const;

const text = z.string().max(20_000);
const common = {
	id: text,
	rawId: text,
	type: z.literal("public-key"),
	clientExtensionResults: z.record(z.string(), z.unknown()),
};
const assertion = z.object({
	...common,
	response: z.object({
		clientDataJSON: text,
		authenticatorData: text,
		signature: text,
		userHandle: text.optional(),
	}),
});
const attestation = z.object({
	...common,
	response: z.object({
		clientDataJSON: text,
		attestationObject: text,
		transports: z.array(z.string().max(20)).max(10).optional(),
	}),
});

export type Assertion = z.output<typeof assertion>;
export type Attestation = z.output<typeof attestation>;

const parsed = <T>(form: z.ZodType<T>, json: string): T | undefined => {
	try {
		return form.safeParse(JSON.parse(json)).data;
	} catch {
		return undefined;
	}
};

/** What a browser answered with a passkey, or nothing when that is no answer. */
export const assertionIn = (json: string): Assertion | undefined => parsed(assertion, json);
export const attestationIn = (json: string): Attestation | undefined => parsed(attestation, json);

/** The question that this answers, as the browser says; the signature will show whether it signed just that. */
export function challengeOf({ response }: Assertion | Attestation): string {
	try {
		const said = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString()) as { challenge?: unknown };
		return typeof said.challenge === "string" ? said.challenge : "";
	} catch {
		return "";
	}
}

/**
 * Does this answer the question with this key, here, by somebody who unlocked the device? Answers the device's new count and
 * whether the key is backed up; nothing when anything is off, a count that did not grow included.
 */
export async function checkAssertion(
	party: RelyingParty,
	key: { credentialId: string; publicKey: Uint8Array; counter: number },
	answer: Assertion,
	challenge: string,
): Promise<{ counter: number; backedUp: boolean } | undefined> {
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: answer as never,
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			requireUserVerification: true,
			credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
		});
		return verified ? { counter: authenticationInfo.newCounter, backedUp: authenticationInfo.credentialBackedUp } : undefined;
	} catch {
		return undefined;
	}
}

/** The new key that this answer brings, or nothing when it is not one for this site that was unlocked by its owner. */
export async function checkAttestation(party: RelyingParty, answer: Attestation, challenge: string) {
	try {
		const { verified, registrationInfo } = await verifyRegistrationResponse({
			response: answer as never,
			expectedChallenge: challenge,
			expectedOrigin: party.origin,
			expectedRPID: party.id,
			requireUserVerification: true,
			supportedAlgorithmIDs: [...algorithms],
		});
		if (!verified) return undefined;
		const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
		return {
			credentialId: Buffer.from(credential.id, "base64url"),
			publicKey: Buffer.from(credential.publicKey),
			counter: credential.counter,
			transports: answer.response.transports ?? [],
			backupEligible: credentialDeviceType === "multiDevice",
			backedUp: credentialBackedUp,
		};
	} catch {
		return undefined;
	}
}
