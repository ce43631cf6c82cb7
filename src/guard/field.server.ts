import type { CommissionerKind } from "../law/assignment-types.ts";
import { dataClassIds, type RecipientType, recipientTypeOf } from "../law/data-classes.ts";
import { type Decision, enforce, no, yes } from "../law/decision.ts";
import type { Tx } from "../platform/db.server.ts";
import { ownWords } from "./check.server.ts";
import { isJobTitle } from "./job-title.ts";
import { lexiconWith, type OwnWord } from "./lexicon/base.ts";
import { readText } from "./read.ts";
import { findingClasses, outcomeOf } from "./rules.ts";

/**
 * May these words stand on every report to this recipient: an assignment's reference, a job title? Only what needs nobody's consent, because
 * nobody is asked when they are typed (R8.1, R4.1).
 */
export function mayStandOnReports(text: string, to: RecipientType, own: readonly OwnWord[]): Decision {
	const facts = { to, kind: "extensive", agreed: dataClassIds, consented: [] } as const;
	for (const finding of readText(text, lexiconWith(own))) {
		if (outcomeOf(finding.class, facts).outcome === "may") continue;
		const { nl, en } = findingClasses[finding.class];
		return no(finding.clause, {
			nl: `Dit komt op elk rapport te staan, en daar hoort dit niet in: ${nl.toLowerCase()}. ${finding.reason.nl} Schrijf het anders.`,
			en: `This is printed on every report, and this does not belong there: ${en.toLowerCase()}. ${finding.reason.en} Write it differently.`,
		});
	}
	return yes("R8.1");
}

/** Refuses them inside an act, so that nothing of it is kept. Throws NotAllowed. */
export async function enforceOnReports(tx: Tx, text: string | null, to: RecipientType): Promise<void> {
	if (text) enforce(mayStandOnReports(text, to, await ownWords(tx)));
}

/** The same of a contact person's job title; one that only says what they do is nothing to find. */
export async function enforceJobTitle(
	tx: Tx,
	commissioner: string,
	{ kind, job_title: title }: { readonly kind: string; readonly job_title: string | null },
): Promise<void> {
	if (!title || isJobTitle(title)) return;
	const row = await tx.selectFrom("app.commissioner").select("kind").where("id", "=", commissioner).executeTakeFirst();
	if (row) await enforceOnReports(tx, title, recipientTypeOf(row.kind as CommissionerKind, kind));
}
