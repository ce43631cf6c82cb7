import { dateOf } from "../law/deadlines.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { toAnother } from "./event.server.ts";
import type { Notice } from "./notice.ts";
import { stateOn } from "./rules.ts";
import "../disclosures/tables.ts";
import "./tables.ts";

/** All consents of the candidate at the door, those that wait first, then the newest: what was asked, and where it stands. */
export function myConsents(by: Acting) {
	const me = by.actor.id;
	const entry = { action: "list", object: ["consent", me] as const, clause: "R8.1" };
	return by.read(me, "portal", entry, (tx, sealed) => consentsIn(by, tx, sealed, me));
}

/** The same as the coach sees them, with the candidate's name. */
export function consentsOf(by: Acting, candidate: string) {
	const entry = { action: "list", object: ["consent", candidate] as const, clause: "R8.1" };
	return by.read(candidate, "reporting", entry, async (tx, sealed) => {
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const trajectories = await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select(["t.id", "t.state", "a.type", "a.commissioner_id"])
			.where("t.subject_id", "=", candidate)
			.where("t.id", "in", sql<string>`(select app.my_trajectories())`)
			.orderBy("t.registered_at", "desc")
			.execute();
		found(trajectories[0]);
		return {
			...sealed("candidate", candidate, candidate, { name: person.name }),
			trajectories,
			contacts: await contactsOf(
				tx,
				sealed,
				trajectories.map((one) => one.commissioner_id),
			),
			consents: await consentsIn(by, tx, sealed, candidate),
		};
	});
}
export type ConsentsOf = Awaited<ReturnType<typeof consentsOf>>;

async function contactsOf(tx: Tx, sealed: Marker, commissioners: readonly string[]) {
	const rows = await tx
		.selectFrom("app.contact_person as c")
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select(["c.id", "c.name", "c.kind", "o.kind as commissionerKind", "o.name as organisation"])
		.where("c.commissioner_id", "in", [...commissioners])
		.where("c.left_at", "is", null)
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("contact_person", row.id, row.id, { name: row.name }) }));
}

async function consentsIn(by: Acting, tx: Tx, sealed: Marker, candidate: string) {
	const rows = await tx
		.selectFrom("app.consent")
		.select(["id", "kind", "state", "state_at", "asked_at", "expires_on", "data_classes", "notice", "number"])
		.select(toAnother.as("another"))
		.where("subject_id", "=", candidate)
		.orderBy("asked_at", "desc")
		.execute();
	const today = dateOf(by.now());
	return rows.map((row) => ({
		...row,
		state: stateOn(row.state, row.expires_on, today, row.another),
		...sealed("consent", row.id, candidate, { notice: row.notice }),
	}));
}
export type ListedConsent = Awaited<ReturnType<typeof myConsents>>[number];

/** The words and values of a question, as they were frozen. */
export const noticeIn = (row: { notice: string }): Notice => JSON.parse(row.notice);

/** One consent whole: the question as it was asked, what happened since, and what was disclosed on it. By its candidate, coach or confirmer. */
export function openConsent(by: Acting, candidate: string, id: string) {
	const own = by.actor.kind === "candidate";
	const entry = { action: "view", object: ["consent", id] as const, clause: "R8.1" };
	return by.read(candidate, own ? "portal" : "reporting", entry, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.consent")
				.selectAll()
				.select(toAnother.as("another"))
				.where("id", "=", id)
				.where("subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const events = await eventsOf(tx, sealed, candidate, id, own);
		const report = row.version_id
			? await tx
					.selectFrom("app.report_version as v")
					.leftJoin("app.report_voiding as x", "x.version_id", "v.id")
					.select(["v.report_id", "v.id as version", "x.why as voided"])
					.where("v.id", "=", row.version_id)
					.executeTakeFirst()
			: undefined;
		return {
			...sealed("candidate", candidate, candidate, { name: person.name }),
			consent: {
				...row,
				recipient: null,
				state: stateOn(row.state, row.expires_on, dateOf(by.now()), row.another),
				document_sha256: row.document_sha256?.toString("hex") ?? null,
				notice_sha256: row.notice_sha256.toString("hex"),
				...sealed("consent", id, candidate, { notice: row.notice }),
			},
			report,
			events,
			people: await namesOf(tx, sealed, [row.asked_by, ...events.map((one) => one.by_id)]),
			disclosures: await disclosedOn(tx, sealed, candidate, id),
		};
	});
}
export type OpenedConsent = Awaited<ReturnType<typeof openConsent>>;

async function eventsOf(tx: Tx, sealed: Marker, candidate: string, id: string, own: boolean) {
	const rows = await tx
		.selectFrom("app.consent_event")
		.select(["id", "kind", "at", "by_id", "method", "language", "signed_on", "data_classes", "note", "scan_type"])
		.where("consent_id", "=", id)
		.orderBy("n")
		.execute();
	// How a colleague described a call is for the dossier; that it was said is for both.
	return rows.map((row) => ({
		...row,
		note: null,
		...(own ? {} : sealed("consent_event", row.id, candidate, { note: row.note })),
	}));
}

async function namesOf(tx: Tx, sealed: Marker, ids: readonly string[]) {
	const rows = await tx
		.selectFrom("app.staff_member")
		.select(["id", "name"])
		.where("id", "in", [...new Set(ids)])
		.execute();
	return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

/** What went, or waits, on this consent, newest first. */
async function disclosedOn(tx: Tx, sealed: Marker, candidate: string, consent: string) {
	const rows = await tx
		.selectFrom("app.disclosure as d")
		.select(["d.id", "d.recipient", "d.categories", "d.form", "d.state", "d.state_at", "d.created_at"])
		.where("d.subject_id", "=", candidate)
		.where("d.id", "in", (query) =>
			query.selectFrom("app.disclosure_consent").select("disclosure_id").where("consent_id", "=", consent),
		)
		.orderBy("d.created_at", "desc")
		.execute();
	return rows.map((row) => ({ ...row, ...sealed("disclosure", row.id, candidate, { recipient: row.recipient }) }));
}
