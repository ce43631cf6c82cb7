import { settingsFor } from "../assignments/settings.server.ts";
import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import { recipientTypeOf } from "../law/data-classes.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { linesOf, verified } from "./queries.server.ts";

/** A candidate's reporting agreements as their coach sees them: the trajectory asked for (else the newest), all its versions. */
export async function agreementsOf(by: Acting, candidate: string, trajectory?: string) {
	return by.read(
		candidate,
		"reporting",
		{ action: "view", object: ["reporting_agreement", trajectory ?? candidate] },
		async (tx, sealed) => {
			const person = found(
				await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "=", candidate).executeTakeFirst(),
			);
			const trajectories = await tx
				.selectFrom("app.trajectory as t")
				.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
				.innerJoin("app.commissioner as o", "o.id", "a.commissioner_id")
				.select([
					"t.id",
					"t.state",
					"t.started_on",
					"t.closed_on",
					"a.type",
					"a.commissioner_id",
					"o.name as organisation",
					"o.kind",
				])
				.where("t.subject_id", "=", candidate)
				.where("t.id", "in", sql<string>`(select app.my_trajectories())`)
				.orderBy("t.registered_at", "desc")
				.execute();
			const chosen = found(trajectory ? trajectories.find((one) => one.id === trajectory) : trajectories[0]);
			return {
				...sealed("candidate", person.id, person.id, { name: person.name }),
				trajectories: trajectories.map(({ id, type, organisation }) => ({ id, type: type as AssignmentTypeId, organisation })),
				trajectory: { ...chosen, type: chosen.type as AssignmentTypeId, kind: chosen.kind as CommissionerKind },
				settings: (await settingsFor(tx, chosen.id)).settings,
				contacts: await contactsOf(tx, sealed, chosen.commissioner_id, chosen.kind as CommissionerKind, chosen.organisation),
				versions: await versionsOf(tx, sealed, chosen.id),
				questions: (
					await tx
						.selectFrom("app.agreement_question")
						.selectAll()
						.where("trajectory_id", "=", chosen.id)
						.orderBy("asked_at", "desc")
						.execute()
				).map((row) => ({
					id: row.id,
					askedAt: row.asked_at,
					settledAt: row.settled_at,
					...sealed("agreement_question", row.id, candidate, { question: row.question }),
				})),
			};
		},
	);
}
export type Agreements = Awaited<ReturnType<typeof agreementsOf>>;

/** Everybody at the commissioner, also who left: earlier versions name them. */
async function contactsOf(tx: Tx, sealed: Marker, commissioner: string, kind: CommissionerKind, organisation: string | null) {
	const rows = await tx
		.selectFrom("app.contact_person as c")
		.select(["c.id", "c.name", "c.kind", "c.left_at", verified("c.id").as("verified")])
		.where("c.commissioner_id", "=", commissioner)
		.execute();
	return rows.map((row) => ({
		id: row.id,
		organisation,
		type: recipientTypeOf(kind, row.kind),
		left: row.left_at !== null,
		verified: row.verified,
		...sealed("contact_person", row.id, row.id, { name: row.name }),
	}));
}

async function versionsOf(tx: Tx, sealed: Marker, trajectory: string) {
	const rows = await tx
		.selectFrom("app.reporting_agreement as a")
		.innerJoin("app.staff_member as s", "s.id", "a.made_by")
		.select(["a.id", "a.version", "a.made_at", "a.made_by", "s.name"])
		.where("a.trajectory_id", "=", trajectory)
		.orderBy("a.version", "desc")
		.execute();
	const versions = [];
	for (const row of rows) {
		versions.push({
			id: row.id,
			version: row.version,
			madeAt: row.made_at,
			madeBy: sealed("staff_member", row.made_by, row.made_by, { name: row.name }),
			lines: await linesOf(tx, row.id),
			informed: await informedOf(tx, sealed, row.id),
		});
	}
	return versions;
}

async function informedOf(tx: Tx, sealed: Marker, about: string) {
	const events = await tx
		.selectFrom("app.inform_event as e")
		.leftJoin("app.staff_member as s", "s.id", "e.by_id")
		.select(["e.id", "e.subject_id", "e.how", "e.on_day", "e.at", "e.note", "e.by_id", "s.name"])
		.where("e.about_id", "=", about)
		.orderBy("e.at")
		.execute();
	return events.map((event) => ({
		how: event.how,
		on: event.on_day,
		...sealed("inform_event", event.id, event.subject_id, { note: event.note }),
		by: event.name && sealed("staff_member", event.by_id, event.by_id, { name: event.name }),
	}));
}

async function agreementRow(tx: Tx, id: string) {
	const row = await tx
		.selectFrom("app.reporting_agreement as a")
		.innerJoin("app.trajectory as t", "t.id", "a.trajectory_id")
		.innerJoin("app.assignment as s", "s.id", "t.assignment_id")
		.innerJoin("app.commissioner as o", "o.id", "s.commissioner_id")
		.select(["a.id", "a.version", "a.made_at", "a.trajectory_id", "s.type", "s.commissioner_id", "o.name as organisation"])
		.where("a.id", "=", id)
		.executeTakeFirst();
	return found(row);
}

/** One version as the candidate reads it in the portal, and whether it is still the one in force. */
export async function myAgreement(by: Acting, id: string) {
	const candidate = by.actor.id;
	return by.read(
		candidate,
		"portal",
		{ action: "view", object: ["reporting_agreement", id], clause: "R6.1" },
		async (tx, sealed) => {
			const agreement = await agreementRow(tx, id);
			const versions = await tx
				.selectFrom("app.reporting_agreement")
				.select(["id", "version"])
				.where("trajectory_id", "=", agreement.trajectory_id)
				.orderBy("version", "desc")
				.execute();
			const before = versions.find((one) => one.version === agreement.version - 1);
			const people = await tx
				.selectFrom("app.contact_person")
				.select(["id", "name"])
				.where("commissioner_id", "=", agreement.commissioner_id)
				.execute();
			const events = await tx
				.selectFrom("app.inform_event")
				.select(["how", "on_day"])
				.where("about_id", "=", id)
				.orderBy("at")
				.execute();
			const questions = await tx
				.selectFrom("app.agreement_question")
				.select(["id", "question", "asked_at", "settled_at"])
				.where("agreement_id", "=", id)
				.orderBy("asked_at")
				.execute();
			return {
				id,
				version: agreement.version,
				madeAt: agreement.made_at,
				type: agreement.type as AssignmentTypeId,
				newer: versions[0]?.id === id ? null : (versions[0]?.id ?? null),
				contacts: people.map((row) => ({
					id: row.id,
					organisation: agreement.organisation,
					...sealed("contact_person", row.id, row.id, { name: row.name }),
				})),
				lines: await linesOf(tx, id),
				before: before ? await linesOf(tx, before.id) : undefined,
				informed: events,
				questions: questions.map((row) => ({
					askedAt: row.asked_at,
					settledAt: row.settled_at,
					...sealed("agreement_question", row.id, candidate, { question: row.question }),
				})),
			};
		},
	);
}
