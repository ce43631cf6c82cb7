import { recordOral } from "../disclosures/disclose.server.ts";
import { clear } from "../disclosures/rules.ts";
import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import { type CategoryId, mayCarry } from "../law/categories.ts";
import { today } from "../law/deadlines.ts";
import { every, NotAllowed, no, yes } from "../law/decision.ts";
import { groundFor, mayUse } from "../law/grounds.ts";
import type { Acting } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import { found } from "../platform/web/page.ts";
import { linesInForce, recordInformed, reportFacts } from "../reporting-agreements/queries.server.ts";
import { mayReport, recipientTypeOf } from "../reporting-agreements/rules.ts";

export interface OralReport {
	/** Of the disclosure, and of the inform event, made with the form. */
	id: string;
	informId: string;
	candidate: string;
	trajectory: string;
	line: string;
	on: string;
	summary: string;
	/** How the candidate was told; null when that is still to be done: the next report then waits. */
	informed: { how: "conversation" | "phone" | "letter"; on: string } | null;
}

/** An oral report, after the fact, in one form: what was told to whom on which line of the agreement, and that the candidate knows (R9.2, R7.2). */
export async function recordOralReport(by: Acting, input: OralReport): Promise<void> {
	const entry = { action: "record", object: ["disclosure", input.id] as const, clause: "R9.2" };
	const contact = await by.read(input.candidate, "reporting", { ...entry, action: "view" }, async (tx, sealed) => {
		const { lines } = await linesInForce(tx, input.trajectory);
		const line = found(lines.find((one) => one.id === input.line));
		const row = await tx
			.selectFrom("app.contact_person as c")
			.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
			.select([
				"c.id",
				"c.commissioner_id",
				"c.name",
				"c.email",
				"c.kind",
				"o.kind as commissioner_kind",
				"o.name as organisation",
			])
			.where("c.id", "=", line.contactId)
			.executeTakeFirstOrThrow();
		return { ...row, ...sealed("contact_person", row.id, row.id, { name: row.name, email: row.email }) };
	});
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		if (input.on > today(by))
			throw new NotAllowed("R9.2", { nl: "Dit gesprek moet nog komen.", en: "This conversation is yet to come." });
		const { line, facts } = await reportFacts(tx, input.trajectory, input.line);
		const assignment = await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select("a.type")
			.where("t.id", "=", input.trajectory)
			.where("t.subject_id", "=", input.candidate)
			.executeTakeFirstOrThrow();
		const type = recipientTypeOf(contact.commissioner_kind as CommissionerKind, contact.kind);
		const decision = every(
			mayReport(line, facts),
			mayCarry(type, line?.categories ?? [], { agreement: true }),
			mayUse("reporting", assignment.type as AssignmentTypeId),
			spoken(line?.form),
		);
		const name = fullName(contact.name);
		const clearance = clear(decision, {
			subject: input.candidate,
			trajectory: input.trajectory,
			about: { kind: "oral", id: input.id },
			recipient: {
				contactId: contact.id,
				commissionerId: contact.commissioner_id,
				commissionerName: contact.organisation ?? name,
				name,
				email: contact.email,
				type,
			},
			form: "oral",
			sha256: null,
			categories: (line?.categories ?? []) as CategoryId[],
			purpose: line?.purpose ?? "reporting",
			ground: groundFor("reporting", assignment.type as AssignmentTypeId)?.articles.join(" ") ?? "",
		});
		await recordOral(by, tx, seal, clearance, { id: input.id, on: input.on, summary: input.summary });
		if (input.informed) {
			await recordInformed(tx, seal, by, {
				id: input.informId,
				subject: input.candidate,
				trajectory: input.trajectory,
				about: "oral",
				aboutId: input.id,
				how: input.informed.how,
				on: input.informed.on,
				note: null,
			});
		}
	});
}

const spoken = (form: "written" | "oral" | undefined) =>
	form === "oral"
		? yes("R9.2")
		: no("R6.1", {
				nl: "Over deze regel is schriftelijk rapporteren afgesproken.",
				en: "For this line a report in writing was agreed.",
			});
