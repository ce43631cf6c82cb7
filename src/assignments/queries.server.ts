import { type AssignmentTypeId, assignmentTypes } from "../law/assignment-types.ts";
import type { Acting } from "../platform/db.server.ts";
import { coachesIn } from "../trajectories/queries.server.ts";

/** What one chooses from when registering for this type: standing assignments, commissioners who may order it, coaches. */
export function enrolmentChoices(by: Acting, type: AssignmentTypeId) {
	return by.list("registration", { action: "list", clause: "R3.d" }, async (tx, sealed) => {
		const assignments = await tx
			.selectFrom("app.assignment as a")
			.innerJoin("app.commissioner as c", "c.id", "a.commissioner_id")
			.select(["a.id", "a.reference", "a.ordered_on", "c.name"])
			.where("a.type", "=", type)
			.where("c.name", "is not", null)
			.orderBy("a.ordered_on", "desc")
			.limit(200)
			.execute();
		const commissioners = await tx
			.selectFrom("app.commissioner")
			.select(["id", "name"])
			.where("kind", "in", [...assignmentTypes[type].commissioners])
			.where("name", "is not", null)
			.orderBy("name")
			.execute();
		const coaches = by.actor.roles.includes("coach") ? [] : await coachesIn(tx, sealed, by.now());
		return { assignments, commissioners, coaches };
	});
}
export type EnrolmentChoices = Awaited<ReturnType<typeof enrolmentChoices>>;
