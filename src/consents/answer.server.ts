import { enforceFresh } from "../accounts/factor.server.ts";
import { portalAddress } from "../candidates/reach.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { consentKinds } from "../law/consents.ts";
import { today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { consentRow, happened, isKnown } from "./event.server.ts";
import { mayAnswer } from "./rules.ts";

export interface ConsentAnswer {
	readonly id: string;
	/** The candidate: nobody else answers in the portal. */
	readonly consent: string;
	readonly answer: "yes" | "no";
	/** Fingerprint (hex) of the question as it was on the screen. */
	readonly noticeSha256: string;
	readonly language: "nl" | "en";
}

/**
 * The candidate answers one question (R8.1). Yes asks for a second factor shown in the last ten minutes, no asks for nothing more. The coach
 * hears that there is an answer, the candidate that the receipt is there; neither message says what.
 */
export async function answerConsent(by: Acting, publicUrl: string, input: ConsentAnswer): Promise<void> {
	const candidate = by.actor.id;
	const given = input.answer === "yes";
	const about = { object: ["consent", input.consent] as const, clause: "R8.1" };
	const entry = given ? { action: "giveConsent", ...about } : { action: "refuseConsent", ...about };
	const told = await whomToTell(by, candidate, input.consent);
	await by.act(candidate, "portal", entry, async (tx, seal) => {
		if (await isKnown(tx, input.id)) return;
		const row = await consentRow(tx, candidate, input.consent);
		const sameWords = row.notice_sha256.toString("hex") === input.noticeSha256;
		const { kind, state, another, expires_on: expiresOn } = row;
		const facts = { kind, state, another, expiresOn, today: today(by), sameWords };
		const clause = enforce(mayAnswer(facts, given ? "given" : "refused"));
		if (given) enforceFresh(by);
		await happened(by, tx, row, {
			...{ id: input.id, kind: given ? "given" : "refused", method: "portal", language: input.language },
			notice_sha256: row.notice_sha256,
			...(given && by.actor.secondFactorAt && { second_factor_at: by.actor.secondFactorAt }),
		});
		if (clause !== consentKinds[row.kind].clause) throw new Error("An answer stands on the clause of what was asked");
		if (told.coach) {
			const link = `${publicUrl}/kandidaten/${candidate}/toestemmingen`;
			await notify(by, tx, seal, {
				to: told.coach.id,
				email: told.coach.email,
				kind: "consentAnswered",
				link,
				lang: "nl",
				staff: true,
			});
		}
		if (told.address) await tellOfReceipt(by, tx, seal, publicUrl, candidate, told.address);
	});
}

/** A message without content that the receipt is in the portal. */
export const tellOfReceipt = (
	by: Acting,
	tx: Tx,
	seal: Parameters<typeof notify>[2],
	publicUrl: string,
	candidate: string,
	address: { email: string; lang: "nl" | "en" },
) => notify(by, tx, seal, { to: candidate, ...address, kind: "consentReceipt", link: `${publicUrl}/mijn/toestemmingen` });

/** Who asked, while they work here; and where the candidate reads mail. */
async function whomToTell(by: Acting, candidate: string, consent: string) {
	const entry = { action: "prepare", object: ["consent", consent] as const, clause: "R3.g" };
	return by.read(candidate, "information", entry, async (tx, sealed) => {
		const row = await tx
			.selectFrom("app.consent as c")
			.innerJoin("app.staff_member as s", "s.id", "c.asked_by")
			.select(["s.id", "s.email"])
			.where("c.id", "=", consent)
			.where("c.subject_id", "=", candidate)
			.where("s.left_at", "is", null)
			.executeTakeFirst();
		return {
			coach: row && { id: row.id, ...sealed("staff_member", row.id, row.id, { email: row.email }) },
			address: await portalAddress(tx, sealed, candidate),
		};
	});
}
