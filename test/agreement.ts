import type { CandidateName, TestHouse } from "./people.ts";

/** For tests: an agreement in force with one written line, of which the candidate was told. Answers the line's id. */
export async function layAgreement(
	house: TestHouse,
	name: CandidateName,
	kind: "brief" | "extensive" = "extensive",
	{ version = 1, form = "written" as "written" | "oral", categories = ["attendance", "progress"] } = {},
): Promise<string> {
	const world = house.worlds[name];
	const coach = house.as(name === "mehmet" ? "anna" : "bram");
	const [agreement, line] = [crypto.randomUUID(), crypto.randomUUID()];
	await coach.act(world.candidate, "reporting", { action: "create" }, async (tx) => {
		const shared = { subject_id: world.candidate, trajectory_id: world.trajectory };
		await tx
			.insertInto("app.reporting_agreement")
			.values({ id: agreement, ...shared, version, made_at: new Date("2026-09-07"), made_by: coach.actor.id })
			.execute();
		await tx
			.insertInto("app.agreement_line")
			.values({
				id: line,
				...shared,
				agreement_id: agreement,
				place: 1,
				root_id: line,
				since: "2026-09-07",
				contact_id: world.contact,
				categories,
				form,
				kind,
				about: "progress",
				purpose: "assignments",
				every_months: 2,
				every_weeks: null,
				after_days: null,
				first_due: "2026-11-07",
			})
			.execute();
		await tx
			.insertInto("app.inform_event")
			.values({
				id: crypto.randomUUID(),
				...shared,
				about: "agreement",
				about_id: agreement,
				how: "conversation",
				on_day: "2026-09-07",
				at: new Date("2026-09-07"),
				by_id: coach.actor.id,
				note: null,
			})
			.execute();
	});
	return line;
}
