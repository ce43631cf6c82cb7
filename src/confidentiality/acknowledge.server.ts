import type { Acting } from "../platform/db.server.ts";

/** A member of staff says that they received this version of the regulation (R1.3). A second time is the same. */
export async function acknowledge(by: Acting, version: string): Promise<void> {
	await by.act(
		by.actor.id,
		"staffing",
		{ action: "acknowledge", object: ["staffMember", by.actor.id], clause: "R1.3" },
		async (tx) => {
			await tx
				.insertInto("app.acknowledgement")
				.values({ staff_id: by.actor.id, regulation_version: version, at: by.now() })
				.onConflict((conflict) => conflict.columns(["staff_id", "regulation_version"]).doNothing())
				.execute();
		},
	);
}
