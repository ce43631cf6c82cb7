import { addDays, today } from "../law/deadlines.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { dueDates } from "../reporting-agreements/due-dates.ts";
import { linesInForce } from "../reporting-agreements/queries.server.ts";
import { reportedDays } from "../reports/reported.server.ts";
import { trajectoriesOf } from "../trajectories/queries.server.ts";
import "../consents/tables.ts";
import "../disclosures/tables.ts";
import "../reports/tables.ts";

/** How far ahead the portal looks, and how much it remembers on one screen. */
const ahead = 92;
const remembered = 6;

/**
 * What a candidate's overview shows besides the reports that wait: agreements to read, reports to come with their days, and what happened last
 * (R3.b). One look, one log entry; only what is shown is opened.
 */
export function overviewOf(by: Acting) {
	const me = by.actor.id;
	return by.read(me, "portal", { action: "view", object: ["overview", me], clause: "R3.b" }, async (tx, sealed) => {
		const person = found(await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", me).executeTakeFirst());
		const trajectories = await trajectoriesOf(tx, me);
		const agreements = [];
		const coming = [];
		for (const one of trajectories) {
			const { agreement, lines } = await linesInForce(tx, one.id);
			if (agreement && !agreement.informedAt && one.state !== "closed") agreements.push(agreement);
			if (one.state === "closed") continue;
			const made = await reportedDays(tx, one.id);
			const run = { startedOn: one.started_on, closedOn: one.closed_on };
			for (const line of lines) {
				const reported = made.filter((report) => report.rootId === line.rootId).map((report) => report.day);
				const [due] = dueDates(line, run, reported, today(by));
				if (due && due <= addDays(today(by), ahead)) coming.push({ due, line });
			}
		}
		return {
			...sealed("candidate", person.id, person.id, { name: person.name }),
			open: trajectories.some((one) => one.state !== "closed"),
			agreements,
			questions: await tx
				.selectFrom("app.consent")
				.select(["id", "kind", "asked_at"])
				.where("subject_id", "=", me)
				.where("state", "=", "asked")
				.where("expires_on", ">=", today(by))
				.where(sql<boolean>`app.same_person(contact_id, contact_n)`)
				.orderBy("asked_at")
				.execute(),
			coming: coming.sort((a, b) => a.due.localeCompare(b.due)),
			contacts: await contactsIn(tx, sealed, [...new Set(coming.map(({ line }) => line.contactId))]),
			events: await lastEvents(tx, sealed, me),
		};
	});
}
export type Overview = Awaited<ReturnType<typeof overviewOf>>;

async function contactsIn(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.contact_person as p")
		.innerJoin("app.commissioner as o", "o.id", "p.commissioner_id")
		.select(["p.id", "p.name", "o.name as organisation"])
		.where("p.id", "in", ids)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		organisation: row.organisation,
		...sealed("contact_person", row.id, row.id, { name: row.name }),
	}));
}

/** What happened last, newest first: a step of the trajectory, a coach, an agreement, a report or its answer, something that went out. */
async function lastEvents(tx: Tx, sealed: Marker, me: string) {
	const steps = await tx.selectFrom("app.trajectory_event").select(["kind", "at"]).where("subject_id", "=", me).execute();
	const coaches = await tx
		.selectFrom("app.membership")
		.select(["staff_id", "from_at as at"])
		.where("subject_id", "=", me)
		.where("capacity", "=", "coach")
		.execute();
	const told = await tx
		.selectFrom("app.inform_event")
		.select(["how", "at", "by_id"])
		.where("subject_id", "=", me)
		.where("about", "=", "agreement")
		.execute();
	const versions = await tx
		.selectFrom("app.report_version as v")
		.innerJoin("app.report as r", "r.id", "v.report_id")
		.select(["r.kind", "r.about", "v.submitted_at as at", "v.submitted_by"])
		.where("v.subject_id", "=", me)
		.execute();
	const answers = await tx.selectFrom("app.report_answer").select(["answer", "at"]).where("subject_id", "=", me).execute();
	const sent = await tx
		.selectFrom("app.disclosure")
		.select(["id", "recipient", "form", "state_at as at"])
		.where("subject_id", "=", me)
		.where("state", "in", ["accepted", "recorded"])
		.execute();
	const events = [
		...steps.map(({ kind, at }) => ({ what: "step" as const, at, step: kind, by: undefined, recipient: undefined })),
		...coaches.map(({ staff_id, at }) => ({ what: "coach" as const, at, by: staff_id, recipient: undefined })),
		...told.map(({ how, at, by_id }) => ({
			what: "told" as const,
			at,
			portal: how === "portal",
			by: by_id,
			recipient: undefined,
		})),
		...versions.map(({ kind, about, at, submitted_by }) => ({
			...{ what: "submitted" as const, at, kind, about, by: submitted_by, recipient: undefined },
		})),
		...answers.map(({ answer, at }) => ({ what: "answered" as const, at, answer, by: undefined, recipient: undefined })),
		...sent.map(({ id, recipient, form, at }) => ({
			...{ what: "sent" as const, at, form, by: undefined, recipient: { id, recipient } },
		})),
	];
	const last = events.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, remembered);
	const staff = [...new Set(last.flatMap((event) => event.by ?? []))];
	const names = staff.length
		? await tx.selectFrom("app.staff_member").select(["id", "name"]).where("id", "in", staff).execute()
		: [];
	return last.map((event) => {
		const name = names.find((row) => row.id === event.by);
		return {
			...event,
			by: name && sealed("staff_member", name.id, name.id, { name: name.name }),
			recipient: event.recipient && sealed("disclosure", event.recipient.id, me, { recipient: event.recipient.recipient }),
		};
	});
}
