import { fold } from "../candidates/folding.ts";
import { enforce } from "../law/decision.ts";
import { may, type Role } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { fullName, type PersonName } from "../platform/name.ts";
import type { Marker } from "../platform/sealing.ts";
import { Stale } from "../platform/web/page.ts";
import { isMany, mayReviewMonth } from "./rules.ts";
import "./tables.ts";

/** What counts as looking: opening something of one person. Registering, sending, lists, and judging what was put to one are work that says so itself. */
const looking = ["view", "viewPdf", "print", "openName", "breakGlass"];

interface Pair {
	staff: string;
	candidate: string;
	inside: boolean;
	n: number;
	first: Date;
	last: Date;
	roles: Role[];
	actions: string[];
	glass: boolean;
}

/** A month as "2026-10", in Amsterdam days. */
const within = (month: string) =>
	sql`to_char(e.at at time zone 'Europe/Amsterdam', 'YYYY-MM') = ${month}
		and e.at >= ${`${month}-01`}::date - interval '2 days' and e.at < ${`${month}-01`}::date + interval '33 days'`;

/** Who looked at whom in this month, and whether that was their caseload at that very moment. */
async function pairsOf(tx: Tx, month: string): Promise<Pair[]> {
	const { rows } = await sql<Pair>`
		select e.actor_id as staff, s.subject as candidate, m.inside, count(*)::int as n, min(e.at) as first, max(e.at) as last,
			max(e.roles) as roles, array_agg(distinct e.action) as actions, bool_or(e.break_glass) as glass
		from audit.entry e cross join lateral unnest(e.subjects) s(subject)
		join app.candidate c on c.id = s.subject
		cross join lateral (select exists (select from app.membership m where m.staff_id = e.actor_id and m.subject_id = s.subject
			and m.from_at <= e.at and (m.until_at is null or m.until_at > e.at)) as inside) m
		where e.actor_kind = 'staff' and e.outcome = 'allowed' and cardinality(e.subjects) = 1 and e.action = any (${looking})
			and e.object_type is distinct from 'breakGlass' and e.object_type is distinct from 'exception' and ${within(month)}
		group by e.actor_id, s.subject, m.inside
		order by count(*) desc`.execute(tx);
	return rows;
}

/** Names are opened of so many at most; what is beyond shows as a number. */
const most = 200;

/**
 * The monthly look at who looked (requirement 84): outside the caseload at that moment, out of line in number, or at somebody of the same
 * family name. Names are opened of those only, and that too is in the log.
 */
export async function looksIn(by: Acting, month: string) {
	const read = await by.list("security", { action: "readLog", clause: "R1.2" }, async (tx, sealed) => {
		enforce(may(by.actor.roles, "log.read"));
		const pairs = await pairsOf(tx, month);
		const review = await tx.selectFrom("app.look_review").selectAll().where("month", "=", `${month}-01`).executeTakeFirst();
		return {
			pairs,
			review: review && {
				at: review.reviewed_at,
				by: review.subject_id,
				found: review.found,
				...sealed("look_review", review.id, review.subject_id, { note: review.note }),
			},
			staff: await namesOf(tx, sealed, [...pairs.map((one) => one.staff), ...(review ? [review.subject_id] : [])]),
		};
	});
	const families = new Map(read.staff.map((one) => [one.id, familyOf(one.name)]));
	const alike = await sameFamily(by, read.pairs, families);
	const outside = read.pairs.filter((one) => !one.inside);
	const shown = [...alike, ...outside].slice(0, most);
	const candidates = await by.list("security", { action: "list", clause: "R1.2" }, (tx, sealed) =>
		candidateNames(
			tx,
			sealed,
			shown.map((one) => one.candidate),
		),
	);
	return {
		month,
		review: read.review,
		staff: new Map(read.staff.map((one) => [one.id, fullName(one.name)])),
		candidates: new Map(candidates.map((one) => [one.id, fullName(one.name)])),
		outside,
		// A token finds the beginning of a word; the names themselves say whether it is the same one.
		sameName: alike.filter((one) => {
			const name = candidates.find((candidate) => candidate.id === one.candidate)?.name;
			return name !== undefined && familyOf(name) === families.get(one.staff);
		}),
		numbers: numbersOf(read.pairs),
	};
}
export type MonthOfLooks = Awaited<ReturnType<typeof looksIn>>;

const familyOf = (name: string): string => fold((JSON.parse(name) as PersonName).family);

/** Per member of staff: how many candidates, how many looks, how many outside; and whether that is out of line. */
function numbersOf(pairs: readonly Pair[]) {
	const staff = [...new Set(pairs.map((one) => one.staff))];
	const counts = staff.map((id) => {
		const own = pairs.filter((one) => one.staff === id);
		return {
			staff: id,
			candidates: new Set(own.map((one) => one.candidate)).size,
			looks: own.reduce((sum, one) => sum + one.n, 0),
			outside: new Set(own.filter((one) => !one.inside).map((one) => one.candidate)).size,
		};
	});
	return counts
		.map((one) => ({
			...one,
			many: isMany(
				one.candidates,
				counts.filter((other) => other.staff !== one.staff).map((other) => other.candidates),
			),
		}))
		.sort((a, b) => b.candidates - a.candidates);
}

/** Pairs in which the candidate is found by the family name of who looked; by token, so that no other name is opened. */
async function sameFamily(by: Acting, pairs: readonly Pair[], families: ReadonlyMap<string, string>): Promise<Pair[]> {
	const names = [...new Set(families.values())].filter((name) => name.length > 1);
	if (names.length === 0 || pairs.length === 0) return [];
	const tokens = await by.keys.tokens(names.map((value) => ({ kind: "name", value: [...value].slice(0, 20).join("") })));
	const found = await by.list("security", { action: "search", clause: "R1.2" }, (tx) =>
		tx
			.selectFrom("app.person_token")
			.select(["person_id", "token"])
			.where("kind", "=", "name")
			.where("person_kind", "=", "candidate")
			.where("token", "in", [...tokens])
			.where("person_id", "in", [...new Set(pairs.map((one) => one.candidate))])
			.execute(),
	);
	return pairs.filter((pair) => {
		const token = tokens[names.indexOf(families.get(pair.staff) ?? "")];
		return token !== undefined && found.some((one) => one.person_id === pair.candidate && one.token.equals(token));
	});
}

async function namesOf(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.staff_member")
		.select(["id", "name"])
		.where("id", "in", [...new Set(ids)])
		.execute();
	return rows.map((row) => ({ id: row.id, ...sealed("staff_member", row.id, row.id, { name: row.name }) }));
}

async function candidateNames(tx: Tx, sealed: Marker, ids: readonly string[]) {
	if (ids.length === 0) return [];
	const rows = await tx
		.selectFrom("app.candidate")
		.select(["id", "name"])
		.where("id", "in", [...new Set(ids)])
		.execute();
	return rows.map((row) => ({ id: row.id, ...sealed("candidate", row.id, row.id, { name: row.name }) }));
}

/** The privacy officer puts their name under a month that is over, with a note; once. */
export async function reviewMonth(
	by: Acting,
	input: { id: string; month: string; now: string; found: number; note: string | null },
): Promise<void> {
	const me = by.actor.id;
	await by.act(me, "security", { action: "reviewLooks", object: ["lookReview", input.id], clause: "R1.2" }, async (tx, seal) => {
		enforce(mayReviewMonth({ roles: by.actor.roles, month: input.month, now: input.now }));
		const { numInsertedOrUpdatedRows } = await tx
			.insertInto("app.look_review")
			.values({
				id: input.id,
				month: `${input.month}-01`,
				subject_id: me,
				reviewed_at: by.now(),
				found: input.found,
				...(await seal("look_review", input.id, me, { note: input.note })),
			})
			.onConflict((same) => same.column("month").doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows !== 1n) throw new Stale();
	});
}
