import { enforceFresh } from "../accounts/factor.server.ts";
import { stopDisclosures } from "../disclosures/undo.server.ts";
import { enforceGuard, ownWords } from "../guard/check.server.ts";
import { dataClassIds } from "../law/data-classes.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import type { ExceptionGround } from "../law/exceptions.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { newestVersion, type ReportRow, reportRow, type Version, viewCounts } from "../reports/facts.server.ts";
import { exceptionOf } from "./facts.server.ts";
import { mayConfirm, mayPropose, mayWithdrawException, type ProposeFacts, placeOf } from "./rules.ts";

export interface Proposal {
	id: string;
	candidate: string;
	report: string;
	/** The version on the screen; another one is another question. */
	version: string;
	ground: ExceptionGround;
	reasoning: string;
}

/** Proposes that this version goes without approval (R7.3): on which ground and why. It goes nowhere until somebody else confirms. */
export async function proposeException(by: Acting, input: Proposal): Promise<void> {
	const checked = { action: "check", object: ["report", input.report], clause: "R7.3" } as const;
	const { ownView, own } = await by.read(input.candidate, "reporting", checked, async (tx, sealed) => {
		const report = await reportRow(tx, input.candidate, input.report);
		enforce(mayPropose(proposeFacts(by, report, found(await newestVersion(tx, report)), input.version, false, "none")));
		return { ownView: await ownViews(tx, sealed, input.candidate, input.report), own: await ownWords(tx) };
	});
	await enforceGuard(by, input.candidate, { ...checked, action: "proposeException" }, input.reasoning, { ...toRead, own });
	await by.act(
		input.candidate,
		"reporting",
		{ action: "proposeException", object: ["report", input.report], clause: "R7.3" },
		async (tx, seal) => {
			const report = await reportRow(tx, input.candidate, input.report, true);
			const version = found(await newestVersion(tx, report));
			const before = await exceptionOf(tx, version.id);
			if (before?.id === input.id) return;
			enforce(mayPropose(proposeFacts(by, report, version, input.version, before !== undefined, placeOf(ownView, version.id))));
			await tx
				.insertInto("app.report_exception")
				.values({
					id: input.id,
					subject_id: input.candidate,
					trajectory_id: report.trajectory_id,
					version_id: version.id,
					ground: input.ground,
					...(await seal("report_exception", input.id, input.candidate, { reasoning: input.reasoning })),
					sha256: version.sha256,
					recipients_sha256: version.recipients_sha256,
					proposed_at: by.now(),
					proposed_by: by.actor.id,
				})
				.execute();
		},
	);
}

// The candidate reads the reasoning: their own data may stand in it, but no number that goes to nobody in free text (UAVG 46).
const toRead = {
	facts: { to: "candidate", kind: "extensive", agreed: dataClassIds, consented: dataClassIds },
	aside: [],
} as const;

const proposeFacts = (
	by: Acting,
	report: ReportRow,
	version: Version,
	shown: string,
	proposed: boolean,
	ownView: ProposeFacts["ownView"],
): ProposeFacts => ({
	roles: by.actor.roles,
	kind: report.kind,
	state: report.state,
	current: version.id === shown && version.voided === null,
	proposed,
	ownView,
});

type Marked = Parameters<Parameters<Acting["read"]>[3]>[1];

/** The own views that the candidate gave, newest version first. One from paper that nobody confirmed stands in no later version. */
async function ownViews(tx: Tx, sealed: Marked, candidate: string, report: string) {
	const rows = await tx
		.selectFrom("app.report_answer as a")
		.innerJoin("app.report_version as v", "v.id", "a.version_id")
		.select(["a.id", "a.version_id", "a.own_view"])
		.where("v.report_id", "=", report)
		.where(sql<boolean>`(${viewCounts} or v.n = (select r.versions from app.report r where r.id = v.report_id))`)
		.orderBy("v.n", "desc")
		.execute();
	return rows.map((row) => ({
		version: row.version_id,
		...sealed("report_answer", row.id, candidate, { own_view: row.own_view }),
	}));
}

interface Judged {
	candidate: string;
	exception: string;
	rowVersion: number;
}

/** The second person says that it may go (R7.3): coordinator or privacy officer, never who proposed it, with a second factor just shown. */
export async function confirmException(by: Acting, { candidate, exception, rowVersion }: Judged): Promise<void> {
	if (may(by.actor.roles, "exception.confirm").allowed) enforceFresh(by);
	const entry = { action: "confirmException", object: ["exception", exception] as const, clause: "R7.3" };
	await by.act(candidate, "reporting", entry, async (tx) => {
		const row = await exceptionRow(tx, candidate, exception);
		enforce(
			mayConfirm({
				roles: by.actor.roles,
				own: row.proposed_by === by.actor.id,
				confirmed: row.confirmed_at !== null,
				withdrawn: row.withdrawn_at !== null,
				stands: row.stands,
			}),
		);
		await decide(tx, row.id, rowVersion, { confirmed_at: by.now(), confirmed_by: by.actor.id });
	});
}

/** Takes an exception back, proposed or confirmed, before anything left: a message that waits is stopped by the gate. */
export async function withdrawException(by: Acting, { candidate, exception, rowVersion }: Judged): Promise<void> {
	const entry = { action: "withdrawException", object: ["exception", exception] as const, clause: "R7.3" };
	await by.act(candidate, "reporting", entry, async (tx) => {
		const row = await exceptionRow(tx, candidate, exception);
		const judges = row.confirmed_by === null && may(by.actor.roles, "exception.confirm").allowed;
		if (![row.proposed_by, row.confirmed_by].includes(by.actor.id) && !row.mine && !judges) {
			throw new NotAllowed("R7.3", {
				nl: "Wie de uitzondering voorstelde of bevestigde, of het traject begeleidt, trekt haar in.",
				en: "Who proposed or confirmed the exception, or guides the trajectory, withdraws it.",
			});
		}
		const stopped = await stopDisclosures(by, tx, { kind: "report", id: row.version_id }, "R7.3");
		const left = row.left || stopped.some((one) => ["transmitting", "accepted", "unknown"].includes(one.state));
		enforce(mayWithdrawException({ withdrawn: row.withdrawn_at !== null, left }));
		await decide(tx, row.id, rowVersion, { withdrawn_at: by.now(), withdrawn_by: by.actor.id });
	});
}

async function exceptionRow(tx: Tx, candidate: string, exception: string) {
	return found(
		await tx
			.selectFrom("app.report_exception as x")
			.selectAll("x")
			.select([
				sql<boolean>`x.trajectory_id in (select app.my_trajectories())`.as("mine"),
				sql<boolean>`app.exception_stands(x.id)`.as("stands"),
				sql<boolean>`app.exception_left(x.id)`.as("left"),
			])
			.where("x.id", "=", exception)
			.where("x.subject_id", "=", candidate)
			.executeTakeFirst(),
	);
}

async function decide(
	tx: Tx,
	id: string,
	rowVersion: number,
	change: { confirmed_at: Date; confirmed_by: string } | { withdrawn_at: Date; withdrawn_by: string },
): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("app.report_exception")
		.set({ ...change, row_version: rowVersion + 1 })
		.where("id", "=", id)
		.where("row_version", "=", rowVersion)
		.executeTakeFirst();
	if (numUpdatedRows !== 1n) throw new Stale();
}
