import type { CandidateName, TestHouse } from "./people.ts";

/** A line by mouth besides, with this id. */
interface Told {
	line: string;
	categories: readonly string[];
}

/** For tests: an agreement in force with one line, of which the candidate was told; `told`: a second, by mouth. Answers the first line's id. */
export async function layAgreement(
	house: TestHouse,
	name: CandidateName,
	kind: "brief" | "extensive" = "extensive",
	{
		version = 1,
		form = "written" as "written" | "oral",
		categories = ["attendance", "progress"],
		about = "progress" as "plan" | "progress" | "final",
		told = undefined as Told | undefined,
	} = {},
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
		const when = { every_months: 2, every_weeks: null, after_days: null, first_due: "2026-11-07" };
		const its = { ...shared, agreement_id: agreement, since: "2026-09-07", contact_id: world.contact, about };
		const purpose = { purpose: "assignments" as const, ...when };
		await tx
			.insertInto("app.agreement_line")
			.values({ id: line, ...its, place: 1, root_id: line, categories, form, kind, ...purpose })
			.execute();
		if (told)
			await tx
				.insertInto("app.agreement_line")
				.values({
					...{ id: told.line, ...its, place: 2, root_id: told.line, categories: [...told.categories] },
					...{ form: "oral", kind: "brief", ...purpose },
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
