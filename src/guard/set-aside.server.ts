import { enforce, NotAllowed } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { asPrinted } from "../reports/as-printed.ts";
import { paperOf } from "../reports/document.server.ts";
import { reportRow } from "../reports/facts.server.ts";
import { ownWords } from "./check.server.ts";
import { lexiconWith } from "./lexicon/base.ts";
import { markedIn } from "./read.ts";
import { isSetAside, maySetAside, type SetAside } from "./rules.ts";

export interface FalseAlarm extends SetAside {
	readonly id: string;
	readonly candidate: string;
	readonly report: string;
	readonly reason: string;
}

/**
 * Says that one finding is a false alarm, with the reason (R8.1). It stays a finding until somebody else agrees. It must stand in what would be
 * printed, as it is kept: throws NotAllowed when it does not, so that nothing is set aside that nobody wrote.
 */
export async function askSetAside(by: Acting, input: FalseAlarm): Promise<void> {
	const checked = { action: "check", object: ["report", input.report], clause: "R8.1" } as const;
	const draft = await by.read(input.candidate, "reporting", checked, async (tx, sealed) => {
		const report = await reportRow(tx, input.candidate, input.report);
		const line = tx.selectFrom("app.agreement_line").select("contact_id").where("id", "=", report.line_id);
		const { contact_id: contact } = found(await line.executeTakeFirst());
		const paper = await paperOf(tx, sealed, report, contact, by.actor.id);
		return { trajectory: report.trajectory_id, contact, own: await ownWords(tx), paper };
	});
	const finding = markedIn(asPrinted(draft.paper), lexiconWith(draft.own)).find((one) => isSetAside(one, [input]));
	const entry = { action: "askSetAside", object: ["setAside", input.id] as const, clause: "R8.1" };
	await by.act(input.candidate, "reporting", entry, async (tx, seal) => {
		if (!finding)
			throw new NotAllowed("R8.1", {
				nl: "Dit staat niet zo in de tekst zoals die is bewaard. Bewaar eerst je tekst.",
				en: "This does not stand like this in the text as it was kept. Save your text first.",
			});
		await tx
			.insertInto("app.set_aside")
			.values({
				id: input.id,
				subject_id: input.candidate,
				trajectory_id: draft.trajectory,
				report_id: input.report,
				contact_id: draft.contact,
				class: finding.class,
				rule: finding.rule,
				...(await seal("set_aside", input.id, input.candidate, {
					...{ sentence: finding.sentence, span: finding.span, reason: input.reason },
				})),
				asked_at: by.now(),
				asked_by: by.actor.id,
			})
			.onConflict((same) => same.column("id").doNothing())
			.execute();
	});
}

interface Judged {
	candidate: string;
	setAside: string;
	rowVersion: number;
}

/** The second person agrees that it is a false alarm: from now on these words of this sentence may go to this recipient in this report (R8.1). */
export const confirmSetAside = (by: Acting, input: Judged) =>
	judge(by, input, "confirmSetAside", { confirmed_at: by.now(), confirmed_by: by.actor.id });
/** Or does not: it stays a finding. */
export const refuseSetAside = (by: Acting, input: Judged) =>
	judge(by, input, "refuseSetAside", { refused_at: by.now(), refused_by: by.actor.id });

type Change =
	| { confirmed_at: Date; confirmed_by: string }
	| { refused_at: Date; refused_by: string }
	| { reviewed_at: Date; reviewed_by: string };

async function judge(by: Acting, input: Judged, action: "confirmSetAside" | "refuseSetAside", change: Change): Promise<void> {
	const entry = { action, object: ["setAside", input.setAside] as const, clause: "R8.1" as const };
	await by.act(input.candidate, "reporting", entry, async (tx) => {
		const row = await rowOf(tx, input);
		const decided = row.confirmed_at !== null || row.refused_at !== null;
		// What names no words can be turned down, not confirmed: it would free the whole sentence.
		const placed = row.span !== null || action === "refuseSetAside";
		enforce(maySetAside({ roles: by.actor.roles, own: row.asked_by === by.actor.id, decided, placed }));
		await write(tx, input, change);
	});
}

/** The privacy officer has looked at it: what it says of the words of the guard was seen. */
export async function reviewSetAside(by: Acting, input: Judged): Promise<void> {
	const entry = { action: "reviewSetAside", object: ["setAside", input.setAside] as const, clause: "R8.1" as const };
	await by.act(input.candidate, "reporting", entry, async (tx) => {
		await rowOf(tx, input);
		await write(tx, input, { reviewed_at: by.now(), reviewed_by: by.actor.id });
	});
}

const rowOf = async (tx: Tx, { candidate, setAside }: Judged) =>
	found(
		await tx
			.selectFrom("app.set_aside")
			.select(["asked_by", "confirmed_at", "refused_at", "span"])
			.where("id", "=", setAside)
			.where("subject_id", "=", candidate)
			.executeTakeFirst(),
	);

async function write(tx: Tx, { setAside, rowVersion }: Judged, change: Change): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("app.set_aside")
		.set({ ...change, row_version: rowVersion + 1 })
		.where("id", "=", setAside)
		.where("row_version", "=", rowVersion)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Stale();
}
