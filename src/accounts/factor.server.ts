import { NotAllowed } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { FieldErrors, type Visit } from "../platform/web/page.ts";
import { takeChallenge } from "./challenge.server.ts";
import { logRefusal } from "./refused.server.ts";
import { isFresh, type Realm } from "./rules.ts";
import { isTotpShaped, recoveryHash, totpStep } from "./secrets.ts";
import { type Attempt, inside, mustWait, tryFactor } from "./throttle.server.ts";

const wrongCode = {
	nl: "Deze code klopt niet, of is al gebruikt. Wacht op een nieuwe code in de app en vul die in.",
	en: "This code is wrong or was used already. Wait for a new code in the app and enter that one.",
};

/**
 * Takes a code of the second factor (from the app, a recovery code, or what a passkey left) and, when it is right, does `then` in
 * the same transaction. A code counts once: the step must grow, the others be unused. Throws FieldErrors on `code` or `wait`.
 */
export async function useFactor<T>(
	by: Acting,
	what: string | { action: string; own: string | undefined },
	code: string,
	then: (tx: Tx, seal: Sealer) => Promise<T>,
): Promise<T> {
	const person = by.actor.id;
	// Who is signed in, or in a browser that was here before, is not slowed down by strangers who guess.
	const { action, own } = typeof what === "string" ? { action: what, own: by.actor.secondFactorAt && by.actor.sessionId } : what;
	let attempt: Attempt | undefined;
	const { secrets } = await by.read(person, "security", { action }, async (tx, sealed) => {
		attempt = await tryFactor(by, tx, person, own);
		const rows = attempt.wait > 0 ? [] : await factorsInForce(tx, person);
		return { secrets: rows.map((row) => ({ id: row.id, ...sealed("totp", row.id, person, { secret: row.secret }) })) };
	});
	const begun = attempt as unknown as Attempt;
	if (begun.wait > 0) {
		await logRefusal(by, person, { action });
		throw mustWait(begun.wait);
	}
	try {
		return await by.act(person, "security", { action }, async (tx, seal) => {
			if (isTotpShaped(code)) await useStep(by, tx, secrets, code);
			else if (code.startsWith(proofMark)) await useProof(by, tx, code.slice(proofMark.length));
			else await useRecoveryCode(by, tx, code);
			await begun.succeeded(inside(tx));
			return then(tx, seal);
		});
	} catch (error) {
		if (error instanceof NotAllowed) throw new FieldErrors({ code: error.why });
		throw error;
	}
}

/** Asks the second factor afresh, before something that weighs (R7.1, R10.1). Throws FieldErrors on `code` when it is not shown. */
export async function checkFreshFactor(by: Acting, code: string): Promise<void> {
	try {
		await useFactor(by, "proveFactor", code, (tx) => noteFresh(by, tx));
	} catch (error) {
		// Another feature's form has a field for the code and none for waiting.
		const wait = error instanceof FieldErrors ? error.errors.wait : undefined;
		throw wait ? new FieldErrors({ code: wait }) : error;
	}
}

/** Refuses what weighs (sending, printing, an address, a factor) to who showed no second factor in the last ten minutes (R10.1). */
export function enforceFresh(by: Acting): void {
	if (isFresh(by.actor.secondFactorAt, by.now())) return;
	throw new FieldErrors({
		code: {
			nl: "Dit vraagt om een code van dit moment. Wat is ingevuld, staat er nog.",
			en: "This asks for a code of this moment. What was filled in is still there.",
		},
	});
}

/** Who acts, with the second factor just shown when this form brought a code (StepUp); the verb demands it. Throws FieldErrors on `code`. */
export async function freshly({ by, door, form }: Pick<Visit, "by" | "door" | "form">): Promise<Acting> {
	const code = typeof form.code === "string" ? form.code.trim() : "";
	if (!code) return by;
	await checkFreshFactor(by, code);
	return door.as({ ...by.actor, secondFactorAt: by.now() });
}

/** The session has its second factor shown now. */
export async function noteFresh(by: Acting, tx: Tx): Promise<void> {
	if (!by.actor.sessionId) return;
	await tx
		.updateTable("auth.session")
		.set({ second_factor_at: by.now() })
		.where("id", "=", by.actor.sessionId)
		.where("ended_at", "is", null)
		.execute();
}

const factorsInForce = (tx: Tx, person: string) =>
	tx
		.selectFrom("auth.totp")
		.select(["id", "secret"])
		.where("person_id", "=", person)
		.where("confirmed_at", "is not", null)
		.where("ended_at", "is", null)
		.execute();

async function useStep(by: Acting, tx: Tx, secrets: readonly { id: string; secret: string }[], code: string): Promise<void> {
	for (const { id, secret } of secrets) {
		const step = totpStep(secret, code, by.now());
		if (step === undefined) continue;
		const [used] = await tx
			.updateTable("auth.totp")
			.set({ last_step: String(step) })
			.where("id", "=", id)
			.where("last_step", "<", String(step))
			.execute();
		if (used?.numUpdatedRows === 1n) return;
	}
	throw new NotAllowed("R10.1", wrongCode);
}

/** How a code begins that a passkey left behind; recovery codes have no small letters. */
export const proofMark = "pk-";

async function useProof(by: Acting, tx: Tx, proof: string): Promise<void> {
	const asking = { realm: by.actor.kind as Realm, use: "proof", boundTo: by.actor.sessionId ?? "" } as const;
	if (!(await takeChallenge(inside(tx), proof, asking))) throw new NotAllowed("R10.1", wrongCode);
}

async function useRecoveryCode(by: Acting, tx: Tx, code: string): Promise<void> {
	const [used] = await tx
		.updateTable("auth.recovery_code")
		.set({ used_at: by.now() })
		.where("person_id", "=", by.actor.id)
		.where("code_hash", "=", recoveryHash(by.actor.id, code))
		.where("used_at", "is", null)
		.where("ended_at", "is", null)
		.execute();
	if (used?.numUpdatedRows !== 1n) throw new NotAllowed("R10.1", wrongCode);
}
