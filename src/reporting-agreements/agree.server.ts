import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import { recipientTypeOf } from "../law/data-classes.ts";
import { dateOf } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { mayUse } from "../law/grounds.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import { found, type Lang, Stale } from "../platform/web/page.ts";
import { linesInForce, verified } from "./queries.server.ts";
import { type AgreementLine, mayAgree, mayChange, mayReplace } from "./rules.ts";

/** A line as it is agreed; `rootId` names the line that it continues, null a new one. */
export type NewLine = Omit<AgreementLine, "id" | "rootId" | "since"> & { readonly rootId: string | null };

export interface AgreementInput {
	/** Made by the form, so that the same form posted twice is one version. */
	id: string;
	candidate: string;
	trajectory: string;
	/** The version that this one was made from; 0 for the first. */
	basedOn: number;
	lines: readonly NewLine[];
}

/** Tells somebody by mail that something waits for them, without saying what. */
export type Tell = (
	by: Acting,
	tx: Tx,
	seal: Sealer,
	message: { to: string; email: string; kind: "agreementWaits"; link: string; lang: Lang },
) => Promise<void>;

/**
 * Makes the next version of a reporting agreement (R6.1), and mails the candidate that it waits when they have an account.
 * Nothing of an earlier version changes. Throws NotAllowed where a line may not be, Stale when there is a newer version.
 */
export async function makeAgreement(by: Acting, input: AgreementInput, mail?: { tell: Tell; link: string }): Promise<void> {
	const { id, candidate, trajectory } = input;
	const address = mail ? await addressOf(by, candidate) : undefined;
	await by
		.act(candidate, "reporting", { action: "create", object: ["reporting_agreement", id], clause: "R6.1" }, async (tx, seal) => {
			const now = await linesInForce(tx, trajectory);
			if (now.agreement?.id === id) return;
			if ((now.agreement?.version ?? 0) !== input.basedOn) throw new Stale();
			await enforceLines(tx, input, now.agreement && now.lines);
			await tx
				.insertInto("app.reporting_agreement")
				.values({
					id,
					subject_id: candidate,
					trajectory_id: trajectory,
					version: input.basedOn + 1,
					made_at: by.now(),
					made_by: by.actor.id,
				})
				.execute();
			const rows = input.lines.map((line, place) => rowOf(by, input, line, place, now.lines));
			if (rows.length > 0) await tx.insertInto("app.agreement_line").values(rows).execute();
			if (mail && address) await mail.tell(by, tx, seal, { to: candidate, kind: "agreementWaits", link: mail.link, ...address });
		})
		.catch((error) => {
			// Two who made the same next version at once: the second is told, and nothing of it stays.
			if ((error as { code?: string }).code === "23505") throw new Stale();
			throw error;
		});
}

async function enforceLines(tx: Tx, input: AgreementInput, now: readonly AgreementLine[] | undefined): Promise<void> {
	const trajectory = found(
		await tx
			.selectFrom("app.trajectory as t")
			.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
			.select(["t.state", "a.type", "a.commissioner_id"])
			.where("t.id", "=", input.trajectory)
			.where("t.subject_id", "=", input.candidate)
			.where("t.id", "in", sql<string>`(select app.my_trajectories())`)
			.executeTakeFirst(),
	);
	enforce(mayChange(trajectory.state));
	enforce(
		mayReplace(
			now,
			input.lines.map((line) => ({ ...line, rootId: line.rootId ?? "" })),
		),
	);
	for (const line of input.lines) {
		if (line.rootId && !now?.some((one) => one.rootId === line.rootId)) throw new Stale();
		const contact = found(
			await tx
				.selectFrom("app.contact_person as c")
				.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
				.select(["c.kind", "c.left_at", "o.kind as commissionerKind", verified("c.id").as("verified")])
				.where("c.id", "=", line.contactId)
				.where("c.commissioner_id", "=", trajectory.commissioner_id)
				.executeTakeFirst(),
		);
		const type = recipientTypeOf(contact.commissionerKind as CommissionerKind, contact.kind);
		enforce(mayUse(line.purpose, trajectory.type as AssignmentTypeId));
		enforce(mayAgree(line, { type, left: contact.left_at !== null, verified: contact.verified }));
	}
}

function rowOf(by: Acting, input: AgreementInput, line: NewLine, place: number, now: readonly AgreementLine[]) {
	const id = by.chance.uuid();
	const continued = now.find((one) => one.rootId === line.rootId);
	return {
		id,
		subject_id: input.candidate,
		trajectory_id: input.trajectory,
		agreement_id: input.id,
		place,
		root_id: continued?.rootId ?? id,
		since: continued?.since ?? dateOf(by.now()),
		contact_id: line.contactId,
		categories: [...line.categories],
		form: line.form,
		kind: line.kind,
		about: line.about,
		purpose: line.purpose,
		every_months: line.everyMonths,
		every_weeks: line.everyWeeks,
		after_days: line.afterDays,
		at_end: line.atEnd,
		first_due: line.firstDue,
	};
}

/** Where the candidate gets the portal's mail; undefined when they have no account (yet) or no address. */
async function addressOf(by: Acting, candidate: string): Promise<{ email: string; lang: Lang } | undefined> {
	const known = await by.read(
		candidate,
		"reporting",
		{ action: "view", object: ["candidate", candidate] },
		async (tx, sealed) => {
			const account = await tx
				.selectFrom("auth.account")
				.select("activated_at")
				.where("person_id", "=", candidate)
				.where("ended_at", "is", null)
				.executeTakeFirst();
			if (!account?.activated_at) return undefined;
			const person = await tx.selectFrom("app.candidate").select("language").where("id", "=", candidate).executeTakeFirst();
			const field = await tx
				.selectFrom("app.candidate_field")
				.select(["id", "value"])
				.where("subject_id", "=", candidate)
				.where("field", "=", "email")
				.orderBy("updated_at", "desc")
				.limit(1)
				.executeTakeFirst();
			return (
				field && person && { lang: person.language, ...sealed("candidate_field", field.id, candidate, { value: field.value }) }
			);
		},
	);
	return known && { email: known.value, lang: known.lang };
}
