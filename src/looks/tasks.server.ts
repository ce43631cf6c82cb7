import { addMonths, today } from "../law/deadlines.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql } from "../platform/db.server.ts";

/** What waits for who watches over who may look (R1.2, R7.3): numbers only, nothing is opened. */
export interface WatchTasks {
	readonly exceptions: number;
	/** Findings of the guard that a colleague calls a false alarm (R8.1). */
	readonly alarms: number;
	/** Words of the agency's own that would loosen the guard (R8.1). */
	readonly words: number;
	/** Signed papers of consent, and demands by authorities, that wait for a second person (R8.1, R4.1). */
	readonly papers: number;
	readonly demands: number;
	readonly glasses: number;
	/** Trajectories whose coach may not see them any more. */
	readonly stranded: readonly { readonly candidate: string; readonly trajectory: string }[];
	/** The month before this one, when nobody put their name under it. */
	readonly month: string | null;
}

type Counts = Pick<WatchTasks, "exceptions" | "alarms" | "words" | "papers" | "demands" | "glasses">;
const nothing = { exceptions: 0, alarms: 0, words: 0, papers: 0, demands: 0, glasses: 0, open: false };
const judged = [
	"exception.confirm",
	"setAside.confirm",
	"lexicon.confirm",
	"consent.confirm",
	"demand.confirm",
	"glass.review",
] as const;

/** What of this waits for who may judge it, each by what they may; undefined for who may judge none of it. */
export async function watchTasks(by: Acting): Promise<WatchTasks | undefined> {
	const { roles } = by.actor;
	const able = (ability: (typeof judged)[number]) => may(roles, ability).allowed;
	if (!judged.some(able)) return undefined;
	const keepsLog = may(roles, "log.read").allowed;
	const month = addMonths(today(by), -1).slice(0, 7);
	return by.list("security", { action: "list", clause: "R1.2" }, async (tx) => {
		const { rows } = await sql<Counts & { open: boolean }>`select
			(select count(*)::int from app.report_exception where ${able("exception.confirm")} and confirmed_at is null and withdrawn_at is null and proposed_by <> ${by.actor.id}) as exceptions,
			(select count(*)::int from app.set_aside where ${able("setAside.confirm")} and confirmed_at is null and refused_at is null and asked_by <> ${by.actor.id}) as alarms,
			(select count(*)::int from app.guard_word where ${able("lexicon.confirm")} and ended_at is null and coalesce(leaving_by, subject_id) <> ${by.actor.id}
				and (leaving_at is not null or (class = 'leftAlone' and confirmed_at is null))) as words,
			(select count(*)::int from app.consent_papers() where ${able("consent.confirm")} and by_id <> ${by.actor.id}) as papers,
			(select count(*)::int from app.demands_waiting() where ${able("demand.confirm")}) as demands,
			(select count(*)::int from app.break_glass where ${able("glass.review")} and reviewed_at is null and staff_id <> ${by.actor.id}) as glasses,
			${keepsLog} and not exists (select from app.look_review where month = ${`${month}-01`}::date) and exists (
				select from audit.entry e where e.at < date_trunc('month', ${today(by)}::date::timestamp) at time zone 'Europe/Amsterdam') as open`.execute(
			tx,
		);
		const stranded = roles.includes("coordinator")
			? (
					await sql<{ candidate: string; trajectory: string }>`
					select subject_id as candidate, trajectory_id as trajectory from app.stranded()`.execute(tx)
				).rows
			: [];
		const { open = false, ...counts } = rows[0] ?? nothing;
		return { ...counts, stranded, month: open ? month : null };
	});
}
