import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { AssignmentTypeId } from "../law/assignment-types.ts";
import { type Decision, enforce, no, yes } from "../law/decision.ts";
import { defaultSettings, type ReportSetting } from "../law/report-settings.ts";
import { may, scopeOf } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import "./tables.ts";

/** What this assignment reports: its own settings, or the starting values of its type. Inside any act or read of staff. */
export async function settingsOf(tx: Tx, assignment: string, type: AssignmentTypeId): Promise<ReportSetting[]> {
	const row = await tx
		.selectFrom("app.report_settings")
		.select("settings")
		.where("assignment_id", "=", assignment)
		.orderBy("n", "desc")
		.limit(1)
		.executeTakeFirst();
	return row ? (row.settings as ReportSetting[]) : defaultSettings(type);
}

/** The same of the assignment that a trajectory belongs to. */
export async function settingsFor(tx: Tx, trajectory: string): Promise<{ type: AssignmentTypeId; settings: ReportSetting[] }> {
	const row = found(
		await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select(["a.id", "a.type"])
			.where("t.id", "=", trajectory)
			.executeTakeFirst(),
	);
	const type = row.type as AssignmentTypeId;
	return { type, settings: await settingsOf(tx, row.id, type) };
}

/** One assignment with its settings and every change of them: who, when, why. */
export function assignmentPage(by: Acting, assignment: string) {
	return by.list("assignments", { action: "view", object: ["assignment", assignment], clause: "R3.d" }, async (tx, sealed) => {
		await enforceCleared(tx);
		const row = found(
			await tx
				.selectFrom("app.assignment as a")
				.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
				.select(["a.id", "a.type", "a.reference", "a.ordered_on", "o.id as commissioner", "o.name"])
				.where("a.id", "=", assignment)
				.executeTakeFirst(),
		);
		const type = row.type as AssignmentTypeId;
		const changes = await tx
			.selectFrom("app.report_settings as s")
			.leftJoin("app.staff_member as m", "m.id", "s.set_by")
			.select(["s.id", "s.reason", "s.set_at", "s.set_by", "m.name as who"])
			.where("s.assignment_id", "=", assignment)
			.orderBy("s.n", "desc")
			.execute();
		return {
			...row,
			type,
			settings: await settingsOf(tx, assignment, type),
			changes: changes.map((one) => ({
				...one,
				who: one.who && sealed("staff_member", one.set_by, one.set_by, { name: one.who }),
			})),
		};
	});
}
export type AssignmentData = Awaited<ReturnType<typeof assignmentPage>>;

/** May these be the settings? A term is a number of days or months within reason, and nothing is reported twice. */
export function maySet(settings: readonly ReportSetting[]): Decision {
	const abouts = settings.map((one) => one.about);
	const within = settings.every(({ due }) =>
		"afterDays" in due
			? due.afterDays >= 1 && due.afterDays <= 365
			: "everyMonths" in due
				? due.everyMonths >= 1 && due.everyMonths <= 24
				: due.atEnd,
	);
	if (new Set(abouts).size === abouts.length && within) return yes("R6.1");
	return no("R6.1", {
		nl: "Een termijn is 1 tot 365 dagen, of 1 tot 24 maanden.",
		en: "A term is 1 to 365 days, or 1 to 24 months.",
	});
}

/** Sets what an assignment reports, with why. Agreements that were made stay as they are: they are with the candidate. Throws NotAllowed, NotFound. */
export async function setReportSettings(
	by: Acting,
	input: { id: string; assignment: string; settings: readonly ReportSetting[]; reason: string },
): Promise<void> {
	enforce(may(by.actor.roles, "assignment.write"));
	enforce(maySet(input.settings));
	const entry = { action: "update", object: ["assignment", input.assignment] as const, clause: "R6.1" };
	await by.act([], "assignments", entry, async (tx) => {
		await enforceCleared(tx);
		const all = scopeOf(by.actor.roles, "assignment.write") === "all";
		found(
			await tx
				.selectFrom("app.assignment as a")
				.select("a.id")
				.where("a.id", "=", input.assignment)
				// A coach sets those of one's own caseload, and those one recorded oneself.
				.$if(!all, (query) =>
					query.where((e) =>
						e.or([
							e("a.created_by", "=", by.actor.id),
							e(
								"a.id",
								"in",
								sql<string>`(select t.assignment_id from app.trajectory t where t.id in (select app.my_trajectories()))`,
							),
						]),
					),
				)
				.executeTakeFirst(),
		);
		await tx
			.insertInto("app.report_settings")
			.values({
				...{ id: input.id, assignment_id: input.assignment, settings: JSON.stringify(input.settings) },
				...{ reason: input.reason, set_at: by.now(), set_by: by.actor.id },
			})
			.onConflict((same) => same.column("id").doNothing())
			.execute();
	});
}
