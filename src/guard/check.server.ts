import { type CategoryId, categories } from "../law/categories.ts";
import type { DataClass, RecipientType } from "../law/data-classes.ts";
import { type Decision, enforce } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import type { Acting, Entry, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { lexiconWith, type OwnWord } from "./lexicon/base.ts";
import { markedIn } from "./read.ts";
import { type GuardFacts, guardDecision, type SetAside } from "./rules.ts";
import "./tables.ts";

/** What the guard needs to judge a text for one recipient: the facts of its way out, the agency's own words, what was set aside. */
export interface Guarding {
	readonly facts: GuardFacts;
	readonly own: readonly OwnWord[];
	readonly aside: readonly SetAside[];
}

/** Of a line of the agreement and its recipient; inside a read of that candidate. Sentences that were set aside come back opened. */
export async function guardingFor(
	tx: Tx,
	sealed: Marker,
	asked: {
		readonly candidate: string;
		readonly contact: string;
		/** The text it is about: what was set aside in one report frees nothing in another. Without it nothing was set aside. */
		readonly report?: string;
		readonly to: RecipientType;
		readonly kind: "brief" | "extensive";
		readonly agreed: readonly CategoryId[];
		readonly consented: readonly DataClass[];
	},
) {
	const rows = asked.report
		? await tx
				.selectFrom("app.set_aside")
				.select(["id", "class", "rule", "span", "sentence"])
				.where("subject_id", "=", asked.candidate)
				.where("report_id", "=", asked.report)
				.where("contact_id", "=", asked.contact)
				.where("confirmed_at", "is not", null)
				.execute()
		: [];
	const { to, kind, consented } = asked;
	return {
		facts: { to, kind, consented, agreed: [...new Set(asked.agreed.map((one) => categories[one].dataClass))] },
		own: await ownWords(tx),
		aside: rows.flatMap(({ id, class: of, rule, span, sentence }) =>
			span ? { class: of, rule, ...sealed("set_aside", id, asked.candidate, { sentence, span }) } : [],
		),
	};
}

/** The agency's own words that are in use, in any act or read of staff: one that is left alone only once a second person agreed. */
export const ownWords = (tx: Tx): Promise<OwnWord[]> =>
	tx
		.selectFrom("app.guard_word")
		.select(["word", "class"])
		.where("ended_at", "is", null)
		.where((where) => where.or([where("class", "<>", "leftAlone"), where("confirmed_at", "is not", null)]))
		.orderBy("word")
		.execute();

/** May this text go (R7.2, R8.1, R4.1)? */
export function guardText(text: string, { facts, own, aside }: Guarding) {
	return guardDecision(markedIn(text, lexiconWith(own)), facts, aside);
}

/** Refuses a text that may not go. Nothing is written when it may. */
export const enforceGuard = (by: Acting, candidate: string, tried: Entry, text: string, guarding: Guarding): Promise<void> =>
	enforceLogged(by, candidate, tried, guardText(text, guarding), "reporting");

/** Refuses what was decided against, with the refusal in the log as of the deed that was tried. Throws NotAllowed. */
export async function enforceLogged(
	by: Acting,
	candidate: string,
	tried: Entry,
	decision: Decision,
	purpose: PurposeId,
): Promise<void> {
	if (decision.allowed) return;
	await by.act(candidate, purpose, { ...tried, clause: decision.because }, async () => {
		enforce(decision);
	});
}
