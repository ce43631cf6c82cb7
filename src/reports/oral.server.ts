import { recordOral } from "../disclosures/disclose.server.ts";
import { type Cleared, clear } from "../disclosures/rules.ts";
import { enforceGuard, guardingFor } from "../guard/check.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import type { CategoryId } from "../law/categories.ts";
import { recipientTypeOf } from "../law/data-classes.ts";
import { dateOf, today } from "../law/deadlines.ts";
import { type Decision, enforce, every, no, yes } from "../law/decision.ts";
import { groundFor, mayUse } from "../law/grounds.ts";
import type { Acting, Entry, Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import { found } from "../platform/web/page.ts";
import {
	type AgreementLine,
	linesInForce,
	linesOf,
	recordInformed,
	reportFacts,
} from "../reporting-agreements/queries.server.ts";
import { mayRecordInformed, mayReport } from "../reporting-agreements/rules.ts";
import { contactRow } from "./queries.server.ts";
import { maySpeak, spokenAt } from "./spoken.ts";

export interface OralReport {
	/** Of the disclosure, and of the inform event, made with the form. */
	id: string;
	informId: string;
	candidate: string;
	trajectory: string;
	line: string;
	/** When it was spoken: the day, and the time on Amsterdam's clocks. */
	on: string;
	time: string;
	summary: string;
	/** How the candidate was told; null when that is still to be done. */
	informed: { how: "conversation" | "phone" | "letter"; on: string } | null;
}

/**
 * An oral report, after the fact, in one form: what was told to whom on which line of the agreement, and that the candidate knows (R9.2, R7.2).
 * The consents that held when it was spoken decide (R8.1), not those of the day on which it is written down. Throws NotAllowed.
 */
export async function recordOralReport(by: Acting, input: OralReport): Promise<void> {
	const entry = { action: "record", object: ["disclosure", input.id] as const, clause: "R9.2" };
	const at = spokenAt(input.on, input.time, by.now());
	const { guarding, ...contact } = await listener(by, input, at, { ...entry, action: "view" });
	await enforceGuard(by, input.candidate, entry, input.summary, guarding);
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		const { decision, cleared } = await clearedFor(by, tx, input, at, contact);
		await recordOral(by, tx, seal, clear(decision, cleared), { id: input.id, at, summary: input.summary });
		const { informed } = input;
		if (!informed) return;
		enforce(mayRecordInformed({ on: informed.on, today: today(by), notBefore: null }));
		await recordInformed(tx, seal, by, {
			id: input.informId,
			subject: input.candidate,
			trajectory: input.trajectory,
			about: "oral",
			aboutId: input.id,
			how: informed.how,
			on: informed.on,
			note: null,
		});
	});
}

/** With whom the line says that is spoken. */
async function listener(by: Acting, input: OralReport, at: Date, entry: Entry) {
	return by.read(input.candidate, "reporting", entry, async (tx, sealed) => {
		const { lines } = await linesInForce(tx, input.trajectory);
		const line = found(lines.find((one) => one.id === input.line));
		const row = await contactRow(tx, line.contactId);
		const { facts } = await reportFacts(tx, input.trajectory, input.line, { at, past: true });
		const { candidate } = input;
		const to = { candidate, contact: row.id, to: facts.recipient.type, kind: line.kind, consented: facts.consented };
		return {
			guarding: await guardingFor(tx, sealed, { ...to, agreed: line.categories }),
			id: row.id,
			kind: row.kind,
			commissionerId: row.commissionerId,
			commissionerKind: row.commissionerKind,
			organisation: row.organisation,
			...sealed("contact_person", row.id, row.id, { name: row.name, email: row.email }),
		};
	});
}

async function clearedFor(
	by: Acting,
	tx: Tx,
	input: OralReport,
	at: Date,
	contact: Omit<Awaited<ReturnType<typeof listener>>, "guarding">,
): Promise<{ decision: Decision; cleared: Cleared }> {
	const { line, facts } = await reportFacts(tx, input.trajectory, input.line, { at, past: true, lock: true });
	const assignment = await tx
		.selectFrom("app.trajectory as t")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.select(["a.type", "t.registered_at", "t.started_on"])
		.where("t.id", "=", input.trajectory)
		.where("t.subject_id", "=", input.candidate)
		.executeTakeFirstOrThrow();
	const listening = await tx
		.selectFrom("app.contact_person")
		.select("renamed_at")
		.where("id", "=", contact.id)
		.executeTakeFirstOrThrow();
	const service = assignment.type as AssignmentTypeId;
	const registeredOn = dateOf(assignment.registered_at);
	const { started_on: startedOn } = assignment;
	const moment = maySpeak({
		...{ at, now: by.now(), agreed: await wasAgreed(tx, input.trajectory, line, at), renamedAt: listening.renamed_at },
		begunOn: startedOn !== null && startedOn < registeredOn ? startedOn : registeredOn,
	});
	const type = recipientTypeOf(contact.commissionerKind, contact.kind);
	const { id: contactId, commissionerId, organisation, email } = contact;
	const name = fullName(contact.name);
	return {
		decision: every(moment, mayReport(line, facts), mayUse("reporting", service), spoken(line?.form)),
		cleared: {
			subject: input.candidate,
			trajectory: input.trajectory,
			// The line itself, whatever version of the agreement: what was told on it counts for its next due day.
			about: { kind: "oral", id: line?.rootId ?? input.line },
			recipient: { contactId, commissionerId, commissionerName: organisation ?? name, name, email, type },
			form: "oral",
			sha256: null,
			categories: (line?.categories ?? []) as CategoryId[],
			purpose: line?.purpose ?? "reporting",
			ground: groundFor("reporting", service)?.articles.join(" ") ?? "",
		},
	};
}

/** Did the agreement that held at that moment have this line, to the same contact person and with all that it has now (R6.1)? Of none in force another rule speaks. */
async function wasAgreed(tx: Tx, trajectory: string, line: AgreementLine | undefined, at: Date): Promise<boolean> {
	if (!line) return true;
	const then = await tx
		.selectFrom("app.reporting_agreement")
		.select("id")
		.where("trajectory_id", "=", trajectory)
		.where("made_at", "<=", at)
		.orderBy("version", "desc")
		.limit(1)
		.executeTakeFirst();
	const before = then && (await linesOf(tx, then.id)).find((one) => one.rootId === line.rootId);
	return before?.contactId === line.contactId && line.categories.every((category) => before.categories.includes(category));
}

const spoken = (form: "written" | "oral" | undefined) =>
	form === "oral"
		? yes("R9.2")
		: no("R6.1", {
				nl: "Over deze regel is schriftelijk rapporteren afgesproken.",
				en: "For this line a report in writing was agreed.",
			});
