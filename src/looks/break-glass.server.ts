import { exact } from "../candidates/folding.ts";
import { digits } from "../candidates/tokens.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { FieldErrors, found, NotFound, Stale } from "../platform/web/page.ts";
import { type EmergencyReason, glass, isAlarm, mayBreakGlass, mayReview, roleFor } from "./rules.ts";
import "./tables.ts";

export interface Emergency {
	id: string;
	candidate: string;
	reason: EmergencyReason;
	explanation: string;
}

/**
 * Breaks the glass (R1.2, requirement 14): one candidate's dossier, to read, for an hour. Asks a second factor of the last ten minutes; the
 * log, the candidate and whoever reviews it see it. More than three in a day by one person is told to the privacy officer at once.
 */
export async function breakGlass(by: Acting, publicUrl: string, input: Emergency): Promise<void> {
	const guards = await privacyOfficers(by);
	const { actor } = by;
	await by.act(
		input.candidate,
		"guidance",
		{ action: "breakGlass", object: ["candidate", input.candidate], ground: input.reason, clause: "R1.2" },
		async (tx, seal) => {
			// One at a time by one person, so that the count below is the truth.
			await sql`select pg_advisory_xact_lock(hashtextextended(${`glass ${actor.id}`}, 0))`.execute(tx);
			const facts = await emergencyFacts(tx, input.candidate);
			const at = by.now();
			const shown = actor.secondFactorAt;
			enforce(
				mayBreakGlass({
					roles: actor.roles,
					factorAge: shown && (at.getTime() - shown.getTime()) / 60_000,
					mine: facts.mine,
					conflict: facts.conflict,
				}),
			);
			if (!facts.exists_here) throw new NotFound();
			await tx
				.insertInto("app.break_glass")
				.values({
					id: input.id,
					subject_id: input.candidate,
					staff_id: actor.id,
					as_role: roleFor(actor.roles),
					reason: input.reason,
					...(await seal("break_glass", input.id, input.candidate, { explanation: input.explanation })),
					opened_at: at,
					until_at: new Date(at.getTime() + glass.minutes * 60_000),
					second_factor_at: shown as Date,
				})
				.onConflict((same) => same.column("id").doNothing())
				.execute();
			if (!isAlarm(await brokenToday(by, tx))) return;
			for (const { id, email } of guards.filter((one) => one.id !== actor.id || guards.length === 1))
				await notify(by, tx, seal, {
					to: id,
					email,
					kind: "emergencyAlarm",
					link: `${publicUrl}/privacy/noodtoegang`,
					lang: "nl",
					staff: true,
				});
		},
	);
}

async function emergencyFacts(tx: Tx, candidate: string) {
	const { rows } = await sql<{ exists_here: boolean; mine: boolean; conflict: boolean }>`
		select * from app.emergency_facts(${candidate})`.execute(tx);
	return found(rows[0]);
}

async function brokenToday(by: Acting, tx: Tx): Promise<number> {
	const { count } = await tx
		.selectFrom("app.break_glass")
		.select((row) => row.fn.countAll<string>().as("count"))
		.where("staff_id", "=", by.actor.id)
		.where(sql<boolean>`(opened_at at time zone 'Europe/Amsterdam')::date = ${today(by)}::date`)
		.executeTakeFirstOrThrow();
	return Number(count);
}

/** Who is told of many in a day: the privacy officers who work here, with their addresses. */
export async function privacyOfficers(by: Acting) {
	return by.list("security", { action: "prepare", clause: "R10.1" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.staff_member as s")
			.innerJoin("app.staff_role as r", "r.staff_id", "s.id")
			.select(["s.id", "s.email"])
			.where("r.role", "=", "dpo")
			.where("r.until_at", "is", null)
			.where("s.left_at", "is", null)
			.execute();
		return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { email: row.email }) }));
	});
}

/** The candidate with this very address or number, for who breaks the glass. Nobody, or more than one: FieldErrors on `q`. */
export async function findForEmergency(by: Acting, typed: string): Promise<string> {
	const kind = typed.includes("@") ? "email" : "number";
	const [token] = await by.keys.tokens([{ kind, value: kind === "email" ? exact(typed) : digits(typed) }]);
	const rows = await by.list("guidance", { action: "search", clause: "R1.2" }, async (tx) => {
		const answer = await sql<{ id: string }>`select app.find_for_emergency(${kind}, ${token}) as id`.execute(tx);
		return answer.rows;
	});
	if (rows.length === 1 && rows[0]) return rows[0].id;
	throw new FieldErrors({
		q: {
			nl: "Met dit adres of nummer vinden we niet precies één kandidaat.",
			en: "With this address or number we do not find exactly one candidate.",
		},
	});
}

/** Closes the dossier before the hour is over. */
export async function endGlass(by: Acting, input: { candidate: string; glass: string }): Promise<void> {
	const entry = { action: "endGlass", object: ["breakGlass", input.glass] as const, clause: "R1.2" };
	await by.act(input.candidate, "guidance", entry, async (tx) => {
		const { numUpdatedRows } = await tx
			.updateTable("app.break_glass")
			.set({ ended_at: by.now() })
			.where("id", "=", input.glass)
			.where("subject_id", "=", input.candidate)
			.where("staff_id", "=", by.actor.id)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) throw new NotFound();
	});
}

export interface Review {
	candidate: string;
	glass: string;
	rowVersion: number;
	verdict: "justified" | "unjustified";
	note: string | null;
}

/** Somebody else says whether it was justified, for good. */
export async function reviewGlass(by: Acting, input: Review): Promise<void> {
	const entry = { action: "reviewGlass", object: ["breakGlass", input.glass] as const, clause: "R1.2" };
	await by.act(input.candidate, "security", entry, async (tx, seal) => {
		const row = found(
			await tx
				.selectFrom("app.break_glass")
				.select(["staff_id", "as_role", "reviewed_at"])
				.where("id", "=", input.glass)
				.where("subject_id", "=", input.candidate)
				.executeTakeFirst(),
		);
		enforce(
			mayReview({
				roles: by.actor.roles,
				own: row.staff_id === by.actor.id,
				asRole: row.as_role,
				reviewed: row.reviewed_at !== null,
			}),
		);
		const { numUpdatedRows } = await tx
			.updateTable("app.break_glass")
			.set({
				reviewed_at: by.now(),
				reviewed_by: by.actor.id,
				verdict: input.verdict,
				...(await seal("break_glass", input.glass, input.candidate, { review_note: input.note })),
				row_version: input.rowVersion + 1,
			})
			.where("id", "=", input.glass)
			.where("row_version", "=", input.rowVersion)
			.executeTakeFirst();
		if (numUpdatedRows !== 1n) throw new Stale();
	});
}
