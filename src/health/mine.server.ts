import { workOf } from "../bsn/queries.server.ts";
import { enforce } from "../law/decision.ts";
import { type HealthArea, healthAreas } from "../law/health-grounds.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { carerOf, carersIn } from "./carers.server.ts";
import { type CapacityContent, type IllnessContent, rowsOf } from "./items.server.ts";
import { answersIn, fileIn } from "./queries.server.ts";
import { mayDiscard } from "./rules.ts";
import { areaObjects } from "./words.ts";

/** Everything in one's own compartment: both areas, what was asked of whom, and what they answered (AVG 15). Whether it is open or shut. */
export async function myHealth(by: Acting) {
	const me = by.actor.id;
	const read = await by.read(me, "portal", { action: "view", object: ["illness", me], clause: "R8.3" }, async (tx, sealed) => {
		const requests = await tx
			.selectFrom("app.information_request")
			.select(["id", "carer_id", "state", "state_at", "about", "question", "sent_on", "disclosure_id"])
			.where("subject_id", "=", me)
			.orderBy("created_at", "desc")
			.execute();
		return {
			capacity: await rowsOf(tx, sealed, "capacity", me),
			illness: await rowsOf(tx, sealed, "illness", me),
			carers: await carersIn(tx, sealed, me),
			requests: requests.map((row) => ({ ...row, ...sealed("information_request", row.id, me, { question: row.question }) })),
			answers: await answersIn(tx, sealed, me),
			carried: await carriedOf(tx, me),
		};
	});
	return {
		...read,
		capacity: read.capacity.map((one) => ({ ...one, content: JSON.parse(one.content) as CapacityContent })),
		illness: read.illness.map((one) => ({ ...one, content: JSON.parse(one.content) as IllnessContent })),
		carers: read.carers.map((one) => ({ id: one.id, carer: carerOf(one.content) })),
	};
}
export type MyHealth = Awaited<ReturnType<typeof myHealth>>;

/** For each of one's trajectories and areas: does a law or a consent of one's own still carry it? */
async function carriedOf(tx: Tx, me: string) {
	const work = await workOf(tx, me);
	const found: { trajectory: string; area: HealthArea; carried: boolean }[] = [];
	for (const { trajectory } of work) {
		for (const area of healthAreas) {
			const { rows } = await sql<{ carried: boolean }>`select app.health_kept(${trajectory}, ${area}) as carried`.execute(tx);
			found.push({ trajectory, area, carried: rows[0]?.carried ?? false });
		}
	}
	return found;
}

/**
 * The candidate has what is shut destroyed (R2.1): nobody of the agency reads it any more, and it is theirs to decide on. Refused while a law or
 * their consent carries it. What was asked of whom stays: that is in the register.
 */
export async function discardMine(by: Acting, area: HealthArea): Promise<void> {
	const me = by.actor.id;
	await by.act(me, "portal", { action: "discard", object: [areaObjects[area], me], clause: "R2.1" }, async (tx) => {
		const shut = (await carriedOf(tx, me)).filter((one) => one.area === area && !one.carried).map((one) => one.trajectory);
		enforce(mayDiscard(shut.length === 0));
		if (area === "capacity") await tx.deleteFrom("app.capacity_item").where("trajectory_id", "in", shut).execute();
		else {
			await tx.deleteFrom("app.illness_item").where("trajectory_id", "in", shut).execute();
			await tx.deleteFrom("app.information_answer").where("trajectory_id", "in", shut).execute();
		}
	});
}

/** A file that a doctor or carer sent about the candidate who asks. Throws NotFound. */
export function myAnswerFile(by: Acting, answer: string) {
	const me = by.actor.id;
	return by.read(me, "portal", { action: "view", object: ["illness", me], clause: "R8.3" }, (tx, sealed) =>
		fileIn(tx, sealed, me, answer),
	);
}
