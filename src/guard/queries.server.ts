import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import "../reports/tables.ts";
import "./tables.ts";

/** What was called a false alarm in one report; inside a read of that candidate. */
export async function setAsidesOf(tx: Tx, sealed: Marker, candidate: string, report: string) {
	const rows = await tx
		.selectFrom("app.set_aside")
		.selectAll()
		.where("report_id", "=", report)
		.where("subject_id", "=", candidate)
		.execute();
	return rows.flatMap(({ id, class: of, rule, sentence, span }) =>
		span ? { class: of, rule, ...sealed("set_aside", id, candidate, { sentence, span }) } : [],
	);
}

/** What waits for a second person's judgement, whoever asked but oneself, and what was judged and not yet looked at: no sentences. */
export function setAsideList(by: Acting) {
	return by.list("reporting", { action: "list", clause: "R8.1" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.set_aside as x")
			.innerJoin("app.candidate as c", "c.id", "x.subject_id")
			.select(["x.id", "x.subject_id", "x.class", "x.rule", "x.asked_at", "x.asked_by", "x.row_version", "c.name"])
			.select(["x.confirmed_at", "x.refused_at", "x.reviewed_at"])
			.where(sql<boolean>`(x.reviewed_at is null or x.asked_at > now() - interval '400 days')`)
			.orderBy("x.asked_at", "desc")
			.limit(300)
			.execute();
		return rows.map((row) => ({
			...{
				id: row.id,
				candidate: row.subject_id,
				class: row.class,
				rule: row.rule,
				askedAt: row.asked_at,
				askedBy: row.asked_by,
			},
			...{ confirmedAt: row.confirmed_at, refusedAt: row.refused_at, reviewedAt: row.reviewed_at, rowVersion: row.row_version },
			...sealed("candidate", row.subject_id, row.subject_id, { name: row.name }),
		}));
	});
}
export type ListedSetAside = Awaited<ReturnType<typeof setAsideList>>[number];

/** One of them with its sentence and reason, for whom, and by whom it was asked. */
export function openSetAside(by: Acting, candidate: string, id: string) {
	const entry = { action: "view", object: ["setAside", id], clause: "R8.1" } as const;
	return by.read(candidate, "reporting", entry, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.set_aside")
				.selectAll()
				.where("id", "=", id)
				.where("subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const contact = await tx
			.selectFrom("app.contact_person as c")
			.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
			.select(["c.id", "c.name", "o.name as organisation"])
			.where("c.id", "=", row.contact_id)
			.executeTakeFirst();
		const asker = await tx
			.selectFrom("app.staff_member")
			.select(["id", "name"])
			.where("id", "=", row.asked_by)
			.executeTakeFirst();
		return {
			...{ id, candidate, report: row.report_id, class: row.class, rule: row.rule, rowVersion: row.row_version },
			...{ askedAt: row.asked_at, askedBy: row.asked_by, confirmedAt: row.confirmed_at, refusedAt: row.refused_at },
			reviewedAt: row.reviewed_at,
			name: sealed("candidate", candidate, candidate, { name: person.name }).name,
			organisation: contact?.organisation ?? null,
			recipient: contact && sealed("contact_person", contact.id, contact.id, { name: contact.name }),
			asker: asker && sealed("staff_member", asker.id, asker.id, { name: asker.name }),
			...sealed("set_aside", id, candidate, { sentence: row.sentence, span: row.span, reason: row.reason }),
		};
	});
}

/** The agency's own words, those in use first. */
export function guardWords(by: Acting) {
	return by.list("security", { action: "list", clause: "R8.1" }, (tx) =>
		tx
			.selectFrom("app.guard_word")
			.select([
				"id",
				"subject_id",
				"word",
				"class",
				"added_at",
				"confirmed_at",
				"leaving_at",
				"leaving_by",
				"ended_at",
				"row_version",
			])
			.orderBy(sql`ended_at is not null`)
			.orderBy("word")
			.execute(),
	);
}
