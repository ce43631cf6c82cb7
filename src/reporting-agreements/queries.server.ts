import { consentsFor } from "../consents/facts.server.ts";
import type { CommissionerKind } from "../law/assignment-types.ts";
import { type CategoryId, consentsNeeded } from "../law/categories.ts";
import { type DataClass, recipientTypeOf } from "../law/data-classes.ts";
import { classesBeyond } from "../law/no-objection.ts";
import type { PurposeId } from "../law/purposes.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import type { Tables } from "../platform/tables.ts";
import type { Agreement, AgreementLine, ReportFacts } from "./rules.ts";
import "./tables.ts";

export type { Agreement, AgreementLine } from "./rules.ts";

type LineRow = Omit<Tables["app.agreement_line"], "since" | "first_due" | "at_end"> & {
	since: string;
	first_due: string | null;
	at_end: boolean;
};

/** A row of agreement_line as a line. */
export const asLine = (row: LineRow): AgreementLine => ({
	id: row.id,
	rootId: row.root_id,
	since: row.since,
	contactId: row.contact_id,
	categories: row.categories as CategoryId[],
	form: row.form,
	about: row.about,
	kind: row.kind,
	purpose: row.purpose as PurposeId,
	everyMonths: row.every_months,
	everyWeeks: row.every_weeks,
	afterDays: row.after_days,
	atEnd: row.at_end,
	firstDue: row.first_due,
});

/**
 * The agreement of a trajectory that is in force (its newest version), whether the candidate was told of that version, and its
 * lines. Inside any act or read of that subject, also of those who see headers only. No agreement: undefined and no lines.
 */
export async function linesInForce(
	tx: Tx,
	trajectory: string,
): Promise<{ agreement: Agreement | undefined; lines: AgreementLine[] }> {
	const newest = tx
		.selectFrom("app.reporting_agreement as a")
		.where("a.trajectory_id", "=", trajectory)
		.orderBy("a.version", "desc")
		.limit(1);
	const [agreement, lines] = await Promise.all([
		newest.select(["a.id", "a.version", sql<Date | null>`app.informed_of(a.id)`.as("informedAt")]).executeTakeFirst(),
		tx.selectFrom("app.agreement_line").selectAll().where("agreement_id", "=", newest.select("a.id")).orderBy("place").execute(),
	]);
	return { agreement, lines: agreement ? lines.map(asLine) : [] };
}

/** The lines of one version, in their order. */
export async function linesOf(tx: Tx, agreement: string): Promise<AgreementLine[]> {
	const rows = await tx
		.selectFrom("app.agreement_line")
		.selectAll()
		.where("agreement_id", "=", agreement)
		.orderBy("place")
		.execute();
	return rows.map(asLine);
}

/**
 * What `mayReport` asks about one line: the line if it is in force, the agreement and the recipient. Inside any act or read of
 * that subject by staff or worker; `document` is the hash of what would go, for a consent to one document; `past`: by the consents that held at `at`, which lies behind. The line of an earlier version comes back undefined, with its own recipient.
 */
export async function reportFacts(
	tx: Tx,
	trajectory: string,
	lineId: string,
	asked: { readonly at: Date; readonly document?: string; readonly lock?: boolean; readonly past?: boolean },
): Promise<{ line: AgreementLine | undefined; facts: ReportFacts; consents: ReadonlyMap<DataClass, string> }> {
	const { agreement, lines } = await linesInForce(tx, trajectory);
	const row = await tx
		.selectFrom("app.agreement_line as l")
		.innerJoin("app.contact_person as c", "c.id", "l.contact_id")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select([
			"c.kind as contactKind",
			"o.kind as commissionerKind",
			"c.left_at",
			"l.subject_id",
			"l.purpose",
			"l.categories",
			"c.id as contact",
			verified("c.id").as("verified"),
		])
		.where("l.id", "=", lineId)
		.where("l.trajectory_id", "=", trajectory)
		.executeTakeFirstOrThrow();
	const recipient = {
		type: recipientTypeOf(row.commissionerKind as CommissionerKind, row.contactKind),
		left: row.left_at !== null,
		verified: row.verified,
	};
	const needed = consentsNeeded(recipient.type, row.categories as CategoryId[]);
	const question = {
		subject: row.subject_id,
		purpose: row.purpose as PurposeId,
		recipient: { kind: "contact", contactId: row.contact },
		...asked,
	} as const;
	const consents = await consentsFor(tx, question, needed);
	const beyond = classesBeyond(recipient.type, row.categories as CategoryId[]);
	const declared = await consentsFor(tx, { ...question, kind: "noObjection" }, beyond);
	return {
		line: lines.find((line) => line.id === lineId),
		facts: { agreement, recipient, consented: [...consents.keys()], noObjection: [...declared.keys()] },
		consents,
	};
}

/** Has this contact person shown to have their address? */
export const verified = (contact: string) =>
	sql<boolean>`exists (select from app.address_verification v
		where v.contact_id = ${sql.ref(contact)} and v.verified_at is not null and v.ended_at is null)`;

export interface Informed {
	id: string;
	subject: string;
	trajectory: string;
	about: "agreement" | "report" | "disclosure" | "oral";
	aboutId: string;
	how: "portal" | "conversation" | "phone" | "letter";
	/** The Amsterdam day it was told, YYYY-MM-DD. */
	on: string;
	note: string | null;
}

/**
 * Writes that the candidate was told (R6.1, R7.2), inside an act on that subject. The database accepts "portal" only from the
 * candidate, the other ways only from staff of the caseload. The same id a second time is the same event.
 */
export async function recordInformed(tx: Tx, seal: Sealer, by: Pick<Acting, "actor" | "now">, event: Informed): Promise<void> {
	const { note } = await seal("inform_event", event.id, event.subject, { note: event.note });
	await tx
		.insertInto("app.inform_event")
		.values({
			id: event.id,
			subject_id: event.subject,
			trajectory_id: event.trajectory,
			about: event.about,
			about_id: event.aboutId,
			how: event.how,
			on_day: event.on,
			at: by.now(),
			by_id: by.actor.id,
			note,
		})
		.onConflict((conflict) => conflict.column("id").doNothing())
		.execute();
}
