import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import "../reporting-agreements/tables.ts";
import type { AddressState, ContactKind } from "./rules.ts";

/** Every organisation, with how many contact persons and assignments it has. No person is named: candidates who pay are not in it. */
export function commissioners(by: Acting) {
	return by.list("assignments", { action: "list", clause: "R4.2" }, async (tx) => {
		await enforceCleared(tx);
		const rows = await tx
			.selectFrom("app.commissioner as c")
			.select(["c.id", "c.kind", "c.name", "c.city"])
			.select(
				sql<number>`(select count(*)::int from app.contact_person p where p.commissioner_id = c.id and p.left_at is null)`.as(
					"contacts",
				),
			)
			.select(sql<number>`(select count(*)::int from app.assignment a where a.commissioner_id = c.id)`.as("assignments"))
			.where("c.name", "is not", null)
			.orderBy("c.name")
			.execute();
		return rows.map((row) => ({ ...row, kind: row.kind as CommissionerKind, name: row.name ?? "" }));
	});
}

/** One organisation: its particulars, contact persons with where their address stands, and assignments. */
export function commissionerPage(by: Acting, id: string) {
	return by.list("assignments", { action: "view", object: ["commissioner", id], clause: "R4.2" }, async (tx, sealed) => {
		await enforceCleared(tx);
		const row = found(
			await tx.selectFrom("app.commissioner").selectAll().where("id", "=", id).where("name", "is not", null).executeTakeFirst(),
		);
		const assignments = await tx
			.selectFrom("app.assignment as a")
			.select(["a.id", "a.type", "a.reference", "a.ordered_on"])
			.select(sql<number>`(select count(*)::int from app.trajectory t where t.assignment_id = a.id)`.as("trajectories"))
			.where("a.commissioner_id", "=", id)
			.orderBy("a.ordered_on", "desc")
			.execute();
		return {
			...row,
			name: row.name ?? "",
			kind: row.kind as CommissionerKind,
			contacts: await contactsIn(tx, sealed, by.now(), { commissioner: id }),
			assignments: assignments.map((one) => ({ ...one, type: one.type as AssignmentTypeId })),
		};
	});
}
export type CommissionerData = Awaited<ReturnType<typeof commissionerPage>>;

/** One contact person, their commissioner and colleagues who could take their place. */
export function contactPage(by: Acting, id: string) {
	return by.list("assignments", { action: "view", object: ["contactPerson", id], clause: "R3.d" }, async (tx, sealed) => {
		const { commissioner_id } = found(
			await tx.selectFrom("app.contact_person").select("commissioner_id").where("id", "=", id).executeTakeFirst(),
		);
		const all = await contactsIn(tx, sealed, by.now(), { commissioner: commissioner_id });
		const commissioner = found(
			await tx
				.selectFrom("app.commissioner")
				.select(["id", "name", "mail_domains"])
				.where("id", "=", commissioner_id)
				.executeTakeFirst(),
		);
		return {
			...found(all.find((one) => one.id === id)),
			commissioner,
			colleagues: all.filter((one) => one.id !== id && one.left_at === null),
		};
	});
}
export type ContactData = Awaited<ReturnType<typeof contactPage>>;

async function contactsIn(tx: Tx, sealed: Marker, now: Date, of: { commissioner: string }) {
	const rows = await tx
		.selectFrom("app.contact_person")
		.selectAll()
		.where("commissioner_id", "=", of.commissioner)
		.orderBy(sql`left_at is not null`)
		.execute();
	if (rows.length === 0) return [];
	const asked = await tx
		.selectFrom("app.address_verification")
		.select(["contact_id", "verified_at", "verified_how", "asked_at", "expires_at"])
		.where(
			"contact_id",
			"in",
			rows.map((row) => row.id),
		)
		.where("ended_at", "is", null)
		.execute();
	return rows.map((row) => {
		const own = asked.filter((one) => one.contact_id === row.id);
		const verified = own.find((one) => one.verified_at !== null);
		const open = own.find((one) => one.verified_at === null && one.expires_at > now);
		const address: AddressState = verified ? "verified" : open ? "asked" : "unverified";
		const { name, email, phone, job_title } = row;
		return {
			id: row.id,
			left_at: row.left_at,
			replaced_by: row.replaced_by,
			row_version: row.row_version,
			kind: row.kind as ContactKind,
			address,
			verified_at: verified?.verified_at ?? null,
			verified_how: verified?.verified_how ?? null,
			asked_at: open?.asked_at ?? null,
			...sealed("contact_person", row.id, row.id, { name, email, phone, job_title }),
		};
	});
}

/** Whose reporting agreements in force name this contact person: what stops when they leave. As far as one may see headers. */
export function waitingOn(by: Acting, contact: string) {
	return by.list("assignments", { action: "list", object: ["contactPerson", contact], clause: "R6.1" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.agreement_line as l")
			.innerJoin("app.trajectory as t", "t.id", "l.trajectory_id")
			.innerJoin("app.candidate as c", "c.id", "t.subject_id")
			.select(["t.id as trajectory", "c.id", "c.name"])
			.distinct()
			.where("l.contact_id", "=", contact)
			.where("t.state", "<>", "closed")
			.where(
				"l.agreement_id",
				"=",
				sql<string>`(select a.id from app.reporting_agreement a where a.trajectory_id = l.trajectory_id order by a.version desc limit 1)`,
			)
			.execute();
		return rows.map((row) => ({ ...row, ...sealed("candidate", row.id, row.id, { name: row.name }) }));
	});
}
