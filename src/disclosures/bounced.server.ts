import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { NotFound } from "../platform/web/page.ts";
import type { NoticeKind } from "./notices.ts";
import "./tables.ts";

interface Row {
	dispatch_id: string;
	subject_id: string;
	person_kind: "candidate" | "contact" | "staff";
	kind: NoticeKind;
	state: "bounced" | "blocked" | "unknown";
	state_at: Date;
}

const rowsBack = async (tx: Tx) => (await sql<Row>`select * from app.notices_back() order by state_at desc`.execute(tx)).rows;

/** How many notices that did not arrive wait for this member of staff, inside a look of theirs; nothing is opened. */
export async function countBack(tx: Tx): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from app.notices_back()`.execute(tx);
	return rows[0]?.n ?? 0;
}

/** Invitations, reminders and other notices that did not arrive and are this member of staff's to act on (R3.g), newest first, with whom they are for. */
export function noticesBack(by: Acting) {
	return by.list("information", { action: "list", clause: "R3.g" }, async (tx, sealed) => {
		const rows = await rowsBack(tx);
		const named = await names(
			tx,
			sealed,
			rows.map((row) => row.subject_id),
		);
		return rows.map((row) => ({ ...row, ...(named.get(row.subject_id) ?? { name: null, commissioner: null }) }));
	});
}
export type NoticeBack = Awaited<ReturnType<typeof noticesBack>>[number];

async function names(tx: Tx, sealed: Marker, ids: readonly string[]) {
	const people = ids.length === 0 ? [crypto.randomUUID()] : [...new Set(ids)];
	const candidates = await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "in", people).execute();
	const staff = await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "in", people).execute();
	const contacts = await tx
		.selectFrom("app.contact_person")
		.select(["id", "name", "commissioner_id"])
		.where("id", "in", people)
		.execute();
	const shown = (
		table: "candidate" | "staff_member" | "contact_person",
		row: { id: string; name: Buffer },
		commissioner: string | null,
	) => [row.id, { ...sealed(table, row.id, row.id, { name: row.name }), commissioner }] as const;
	return new Map([
		...candidates.map((row) => shown("candidate", row, null)),
		...staff.map((row) => shown("staff_member", row, null)),
		...contacts.map((row) => shown("contact_person", row, row.commissioner_id)),
	]);
}

/** Says that one is dealt with: it leaves everybody's list. Throws NotFound when it is not (or no longer) this person's to act on. */
export async function handleNotice(by: Acting, dispatch: string): Promise<void> {
	const rows = await by.list("information", { action: "list", clause: "R3.g" }, rowsBack);
	const row = rows.find((one) => one.dispatch_id === dispatch);
	if (!row) throw new NotFound();
	const entry = { action: "settle", object: ["dispatch", dispatch], clause: "R3.g" } as const;
	await by.act(row.subject_id, "information", entry, async (tx) => {
		await tx
			.insertInto("app.notice_handled")
			.values({ dispatch_id: dispatch, subject_id: row.subject_id, at: by.now(), by_id: by.actor.id })
			.execute();
	});
}
