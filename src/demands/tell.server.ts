import { enforceCleared } from "../dossiers/cleared.server.ts";
import { type CalendarDate, dateOf, today } from "../law/deadlines.ts";
import { type Decision, enforce, every, no, yes } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import { type Informed, recordInformed } from "../reporting-agreements/queries.server.ts";
import "../reporting-agreements/tables.ts";
import "./tables.ts";

/** May it be recorded that the candidate was told? After it went, not before, and not while telling has to wait. */
export function mayTellDemand(facts: {
	readonly sentOn: CalendarDate | undefined;
	readonly withheldUntil: CalendarDate | null;
	readonly on: CalendarDate;
	readonly today: CalendarDate;
}): Decision {
	const check = (holds: boolean, nl: string, en: string): Decision => (holds ? yes("R4.1") : no("R4.1", { nl, en }));
	return every(
		check(facts.sentOn !== undefined, "Er is nog niets gegeven.", "Nothing was given yet."),
		check(
			facts.withheldUntil === null || facts.withheldUntil <= facts.today,
			"De kandidaat mag dit nog niet weten.",
			"The candidate may not know this yet.",
		),
		check(facts.on <= facts.today, "Deze dag moet nog komen.", "This day is yet to come."),
		check(facts.on >= (facts.sentOn ?? facts.on), "Toen was er nog niets gegeven.", "Nothing had been given by then."),
	);
}

/** Records that the candidate was told in a conversation, by telephone or by letter: for who has no portal (R4.1). Throws NotAllowed, NotFound. */
export async function tellDemand(
	by: Acting,
	of: { candidate: string; demand: string },
	told: { id: string; how: Exclude<Informed["how"], "portal">; on: CalendarDate },
): Promise<void> {
	enforce(may(by.actor.roles, "informEvent.write"));
	await by.act(of.candidate, "law", { action: "inform", object: ["demand", of.demand], clause: "R4.1" }, async (tx, seal) => {
		await enforceCleared(tx);
		const row = found(
			await tx
				.selectFrom("app.demand as d")
				.leftJoin("app.disclosure as x", "x.id", "d.disclosure_id")
				.select(["d.trajectory_id", "d.withheld_until", "d.disclosure_id", "x.created_at"])
				.where("d.id", "=", of.demand)
				.where("d.subject_id", "=", of.candidate)
				.executeTakeFirst(),
		);
		const sentOn = row.created_at ? dateOf(row.created_at) : undefined;
		enforce(mayTellDemand({ sentOn, withheldUntil: row.withheld_until, on: told.on, today: today(by) }));
		await recordInformed(tx, seal, by, {
			...{ id: told.id, subject: of.candidate, trajectory: row.trajectory_id, about: "disclosure" },
			...{ aboutId: row.disclosure_id ?? "", how: told.how, on: told.on, note: null },
		});
		await tx
			.updateTable("app.demand")
			.set((e) => ({ told_at: by.now(), row_version: e("row_version", "+", 1) }))
			.where("id", "=", of.demand)
			.where("told_at", "is", null)
			.execute();
	});
}
