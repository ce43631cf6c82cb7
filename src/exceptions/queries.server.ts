import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import "../reports/tables.ts";
import "./tables.ts";

/** What waits for a second person, whoever proposed it but oneself; names opened, nothing of the reports. */
export function exceptionsToConfirm(by: Acting) {
	return by.list("reporting", { action: "list", clause: "R7.3" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.report_exception as x")
			.innerJoin("app.candidate as c", "c.id", "x.subject_id")
			.innerJoin("app.staff_member as s", "s.id", "x.proposed_by")
			.select(["x.id", "x.subject_id", "x.ground", "x.proposed_at", "x.proposed_by", "c.name", "s.name as proposer"])
			.where("x.confirmed_at", "is", null)
			.where("x.withdrawn_at", "is", null)
			.where("x.proposed_by", "<>", by.actor.id)
			.orderBy("x.proposed_at")
			.execute();
		return rows.map((row) => ({
			id: row.id,
			candidate: row.subject_id,
			ground: row.ground,
			proposedAt: row.proposed_at,
			...sealed("candidate", row.subject_id, row.subject_id, { name: row.name }),
			proposer: sealed("staff_member", row.proposed_by, row.proposed_by, { name: row.proposer }).name,
		}));
	});
}

/** One proposal as the second person judges it: ground, reasoning, to whom, and how the candidate answered. */
export function openException(by: Acting, candidate: string, id: string) {
	const entry = { action: "view", object: ["exception", id], clause: "R7.3" } as const;
	return by.read(candidate, "reporting", entry, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.report_exception as x")
				.selectAll("x")
				.select(sql<boolean>`app.exception_stands(x.id)`.as("stands"))
				.where("x.id", "=", id)
				.where("x.subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		// Readable to the second person only while the question lies with them; afterwards the proposal stays without the report.
		const version = await tx
			.selectFrom("app.report_version as v")
			.innerJoin("app.report as r", "r.id", "v.report_id")
			.select(["v.id", "v.n", "v.report_id", "v.recipients", "v.categories", "v.document_number", "v.submitted_at"])
			.select(["r.kind", "r.about", "r.state"])
			.where("v.id", "=", row.version_id)
			.executeTakeFirst();
		return {
			...{ id, candidate, ground: row.ground, rowVersion: row.row_version, stands: row.stands },
			...{
				proposedAt: row.proposed_at,
				proposedBy: row.proposed_by,
				confirmedAt: row.confirmed_at,
				withdrawnAt: row.withdrawn_at,
			},
			name: sealed("candidate", candidate, candidate, { name: person.name }).name,
			...sealed("report_exception", id, candidate, { reasoning: row.reasoning }),
			version: version && {
				...version,
				...sealed("report_version", version.id, candidate, { recipients: version.recipients }),
			},
			proposer: await nameOf(tx, sealed, row.proposed_by),
		};
	});
}
export type OpenedException = Awaited<ReturnType<typeof openException>>;

/** The exception of a version with its reasoning, for a screen of that report; inside a read of that candidate. */
export async function shownException(tx: Tx, sealed: Marker, candidate: string, version: string) {
	const row = await tx
		.selectFrom("app.report_exception")
		.select(["id", "ground", "reasoning", "proposed_at", "proposed_by", "confirmed_at", "confirmed_by", "row_version"])
		.where("version_id", "=", version)
		.where("withdrawn_at", "is", null)
		.executeTakeFirst();
	return row && { ...row, ...sealed("report_exception", row.id, candidate, { reasoning: row.reasoning }) };
}

async function nameOf(tx: Tx, sealed: Marker, staff: string) {
	const row = await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "=", staff).executeTakeFirst();
	return row ? sealed("staff_member", row.id, row.id, { name: row.name }).name : null;
}
