import { disclosuresOf } from "../disclosures/queries.server.ts";
import type { Acting } from "../platform/db.server.ts";
import "../reports/tables.ts";

/**
 * What left the house about the candidate who asks (R4.1, AVG 15(1)(c)), newest first, and of each report whether and when they approved those
 * exact bytes, and where its PDF is. One look, one log entry.
 */
export function receivedOf(by: Acting) {
	const me = by.actor.id;
	return by.read(me, "portal", { action: "view", object: ["register", me], clause: "R4.1" }, async (tx) => {
		const disclosures = await disclosuresOf(tx, me);
		const versions = await tx
			.selectFrom("app.report_version as v")
			.innerJoin("app.report as r", "r.id", "v.report_id")
			.leftJoin("app.report_answer as a", "a.version_id", "v.id")
			.select(["v.id", "v.report_id as report", "r.kind", "a.answer", "a.method", "a.answered_on as answeredOn"])
			.where("v.subject_id", "=", me)
			.execute();
		const told = await tx.selectFrom("app.inform_event").select(["about_id", "on_day"]).where("subject_id", "=", me).execute();
		const collected = await tx
			.selectFrom("app.collection_event")
			.select(["disclosure_id", "kind", "at"])
			.where("subject_id", "=", me)
			.orderBy("n")
			.execute();
		return disclosures.map((one) => ({
			...one,
			collecting: collected.filter((event) => event.disclosure_id === one.id),
			version: versions.find((version) => version.id === one.about_id),
			toldOn: told.find((event) => event.about_id === one.id || event.about_id === one.about_id)?.on_day,
		}));
	});
}
export type Received = Awaited<ReturnType<typeof receivedOf>>[number];
