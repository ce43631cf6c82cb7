import { type NewAssignment, recordIn } from "../assignments/record.server.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { type AssignmentTypeId, assignmentTypes, mayCommission } from "../law/assignment-types.ts";
import { dateOf } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { enforceTaker } from "../trajectories/hand-over.server.ts";
import { alikeIn, likenessOf } from "./alike.server.ts";
import { nameOf, type Source } from "./form.ts";
import { keptFields, mayHoldAll, mayRegister } from "./rules.ts";
import { once, storeTokens, tokensOf } from "./tokens.server.ts";

export interface Registration {
	/** Made with the form: sent twice, it is the same candidate. */
	readonly candidate: string;
	readonly trajectory: string;
	readonly type: AssignmentTypeId;
	/** By the names of law/fields.ts; one that the type does not declare refuses the whole. */
	readonly fields: Readonly<Record<string, string>>;
	readonly source: Source;
	/** An assignment that stands, or a new one. Nothing when the candidate pays: then they are their own commissioner. */
	readonly assignment: { readonly id: string } | NewAssignment | undefined;
	/** Who guides; absent: a coach who registers, and for anybody else nobody yet. */
	readonly coach?: string | undefined;
	/** Somebody looked at who may be the same, and it is another. */
	readonly lookedAt: boolean;
}

/**
 * Registers a candidate with an assignment and a trajectory, in one transaction. Makes no consent and no account: each is
 * asked for by itself (R3.a). Refuses what the type does not declare (R2.1) and who may be registered already.
 */
export async function registerCandidate(by: Acting, input: Registration): Promise<void> {
	const { candidate, fields, type } = input;
	const name = nameOf(fields);
	const now = by.now();
	const tokens = await tokensOf(by.keys, { name, email: fields.email, phone: fields.phone });
	const likeness = await likenessOf(by, name, fields.email);
	await once(by, candidate, () =>
		by.act(
			candidate,
			"registration",
			{ action: "create", object: ["candidate", candidate], clause: "R3.a" },
			async (tx, seal) => {
				enforce(may(by.actor.roles, "registration.write"));
				await enforceCleared(tx);
				enforce(mayHoldAll(Object.keys(fields), type));
				const { people, addressTaken } = await alikeIn(tx, likeness, candidate);
				await tx.insertInto("app.person").values({ id: candidate, kind: "candidate", created_at: now }).execute();
				enforce(mayRegister({ visible: people.length, addressTaken }, input.lookedAt));
				const sealed = await seal("candidate", candidate, candidate, { name: JSON.stringify(name) });
				const language = fields.language === "en" ? "en" : "nl";
				await tx
					.insertInto("app.candidate")
					.values({ id: candidate, name: sealed.name, language, registered_at: now, registered_by: by.actor.id })
					.execute();
				await storeTokens(tx, { id: candidate, kind: "candidate" }, tokens);
				const assignment = await assignmentFor(tx, by, input, now);
				await enrolIn(tx, by, { candidate, trajectory: input.trajectory, assignment, coach: coachFor(by, input.coach) }, now);
				await keepFields(tx, seal, by, { candidate, type, fields, source: input.source }, now);
			},
		),
	);
}

/** The assignment the trajectory is for; of the right type, and ordered by a kind of commissioner that may. */
export async function assignmentFor(
	tx: Tx,
	by: Acting,
	{ candidate, type, assignment }: Pick<Registration, "candidate" | "type" | "assignment">,
	now: Date,
): Promise<string> {
	if (assignment === undefined) {
		enforce(mayCommission("selfPaying", type));
		const day = dateOf(now);
		return recordIn(
			tx,
			by,
			{ id: by.chance.uuid(), commissioner: await selfPaying(tx, by, candidate, now), type, reference: null, orderedOn: day },
			now,
		);
	}
	if ("commissioner" in assignment) return recordIn(tx, by, assignment, now);
	const standing = found(
		await tx
			.selectFrom("app.assignment as a")
			.innerJoin("app.commissioner as c", "c.id", "a.commissioner_id")
			.select(["a.type", "c.kind", "c.candidate_id"])
			.where("a.id", "=", assignment.id)
			.executeTakeFirst(),
	);
	// Somebody's own assignment is theirs alone, and another type would ask other fields.
	if (standing.type !== type || (standing.candidate_id !== null && standing.candidate_id !== candidate)) found(undefined);
	return assignment.id;
}

// Somebody who pays themself is one commissioner, however many trajectories they order.
async function selfPaying(tx: Tx, by: Acting, candidate: string, now: Date): Promise<string> {
	const known = await tx.selectFrom("app.commissioner").select("id").where("candidate_id", "=", candidate).executeTakeFirst();
	if (known) return known.id;
	const own = { id: by.chance.uuid(), kind: "selfPaying", candidate_id: candidate, created_at: now, created_by: by.actor.id };
	await tx.insertInto("app.commissioner").values(own).execute();
	return own.id;
}

/** Who guides: the one who was chosen, or the coach who registers. */
export const coachFor = (by: Acting, chosen: string | undefined): string | undefined =>
	chosen ?? (by.actor.roles.includes("coach") ? by.actor.id : undefined);

/** Puts a candidate on an assignment: a trajectory, its first event and, where known, who guides. */
export async function enrolIn(
	tx: Tx,
	by: Acting,
	to: { candidate: string; trajectory: string; assignment: string; coach: string | undefined },
	now: Date,
): Promise<void> {
	const whose = { subject_id: to.candidate, trajectory_id: to.trajectory };
	await tx
		.insertInto("app.trajectory")
		.values({ id: to.trajectory, subject_id: to.candidate, assignment_id: to.assignment, registered_at: now })
		.execute();
	await tx
		.insertInto("app.trajectory_event")
		.values({ ...whose, id: by.chance.uuid(), kind: "registered", at: now, by_id: by.actor.id })
		.execute();
	if (!to.coach) return;
	await enforceTaker(tx, to.coach, null, now);
	await tx
		.insertInto("app.membership")
		.values({
			...whose,
			id: by.chance.uuid(),
			staff_id: to.coach,
			from_at: now,
			assigned_by: by.actor.id,
			reason: "registration",
		})
		.execute();
}

/** Keeps the declared fields that were filled in, each sealed on its own with where it came from. */
export async function keepFields(
	tx: Tx,
	seal: Sealer,
	by: Acting,
	of: { candidate: string; type: AssignmentTypeId; fields: Readonly<Record<string, string>>; source: Source },
	now: Date,
): Promise<void> {
	for (const field of keptFields(of.type)) {
		const value = of.fields[field];
		if (!value) continue;
		const id = by.chance.uuid();
		const sealed = await seal("candidate_field", id, of.candidate, { value });
		await tx
			.insertInto("app.candidate_field")
			.values({
				id,
				subject_id: of.candidate,
				assignment_type: of.type,
				field,
				value: sealed.value,
				source: of.source,
				updated_at: now,
				updated_by: by.actor.id,
			})
			.execute();
	}
}

/** Does the candidate order this type themself? */
export const paysSelf = (type: AssignmentTypeId): boolean =>
	(assignmentTypes[type].commissioners as readonly string[]).includes("selfPaying");
