import { enforceCleared } from "../dossiers/cleared.server.ts";
import type { CategoryId } from "../law/categories.ts";
import type { DemandBasis } from "../law/demands.ts";
import { type Acting, anyOf, sql } from "../platform/db.server.ts";
import { found } from "../platform/web/page.ts";
import type { Authority } from "./demand.server.ts";
import { stateOf } from "./rules.ts";
import "./tables.ts";

/** What waits for a second person, whoever proposed it but oneself; names opened, nothing of what would go. */
export function demandsToConfirm(by: Acting) {
	return by.list("law", { action: "list", clause: "R4.1" }, async (tx, sealed) => {
		const { rows } = await sql<{
			id: string;
			subject_id: string;
			basis: DemandBasis;
			proposed_at: Date;
			proposed_by: string;
		}>`select * from app.demands_waiting()`.execute(tx);
		const ids = [...new Set(rows.map((row) => row.subject_id))];
		const people = ids.length ? await tx.selectFrom("app.candidate").select(["id", "name"]).where("id", "in", ids).execute() : [];
		return rows.flatMap((row) => {
			const person = people.find((one) => one.id === row.subject_id);
			return person ? [{ ...row, ...sealed("candidate", person.id, person.id, { name: person.name }) }] : [];
		});
	});
}

/**
 * The demands about one candidate, newest first, and the trajectories that a new one can be of. Two looks: that the dossier was opened, which
 * the candidate's log always says in the words of any opening; and that it was for demands, which it says once none of those that were
 * seen has to wait any more (R4.1).
 */
export async function demandsOf(by: Acting, candidate: string) {
	const opening = { action: "view", object: ["candidate", candidate], clause: "R5.1" } as const;
	const { demands: ids, ...head } = await by.read(candidate, "guidance", opening, async (tx, sealed) => {
		await enforceCleared(tx);
		const trajectories = await tx
			.selectFrom("app.trajectory")
			.select("id")
			.where("subject_id", "=", candidate)
			.where("id", "in", sql<string>`(select app.my_trajectories())`)
			.orderBy("registered_at", "desc")
			.execute();
		found(trajectories[0]);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		return {
			...sealed("candidate", candidate, candidate, { name: person.name }),
			trajectories: trajectories.map((one) => one.id),
			// Whose telling waits longest comes first: the second look is about that one.
			demands: await tx
				.selectFrom("app.demand")
				.select("id")
				.where("subject_id", "=", candidate)
				.orderBy(sql`withheld_until desc nulls last`)
				.execute(),
		};
	});
	const [first] = ids;
	return {
		...head,
		demands: first
			? await demandsSeen(
					by,
					candidate,
					ids.map((one) => one.id),
					first.id,
				)
			: [],
	};
}

/** What stands in the list, as a look at `about`. One that was filed since the first look waits for the next. */
function demandsSeen(by: Acting, candidate: string, ids: readonly string[], about: string) {
	return by.read(candidate, "law", { action: "list", object: ["demand", about], clause: "R4.1" }, async (tx, sealed) => {
		const rows = await tx
			.selectFrom("app.demand")
			.selectAll()
			.where("subject_id", "=", candidate)
			.where("id", "=", anyOf(ids))
			.orderBy("proposed_at", "desc")
			.execute();
		return rows.map((row) => ({
			...{ id: row.id, basis: row.basis, state: stateOf(row), receivedOn: row.received_on, withheldUntil: row.withheld_until },
			...sealed("demand", row.id, candidate, { authority: row.authority }),
		}));
	});
}

/** One demand with everything that was filed but its paper; the look is about the demand, so that it stays unseen as long as it must. */
export function openDemand(by: Acting, candidate: string, demand: string) {
	return by.read(candidate, "law", { action: "view", object: ["demand", demand], clause: "R4.1" }, async (tx, sealed) => {
		await enforceCleared(tx);
		const row = found(
			await tx
				.selectFrom("app.demand as d")
				.innerJoin("app.staff_member as s", "s.id", "d.proposed_by")
				.leftJoin("app.staff_member as t", (join) => join.on(sql<boolean>`t.id = coalesce(d.confirmed_by, d.ended_by)`))
				.select(["d.id", "d.basis", "d.categories", "d.received_on", "d.paper_type", "d.withheld_article", "d.withheld_until"])
				.select([
					"d.proposed_at",
					"d.proposed_by",
					"d.confirmed_at",
					"d.confirmed_by",
					"d.ended_at",
					"d.disclosure_id",
					"d.told_at",
				])
				.select([
					"d.row_version",
					"d.authority",
					"d.content",
					"d.reasoning",
					"s.name as proposer",
					"t.id as judge",
					"t.name as judgeName",
				])
				.where("d.id", "=", demand)
				.where("d.subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", candidate).executeTakeFirst());
		const { proposer, judge, judgeName, categories, ...rest } = row;
		return {
			...rest,
			categories: categories as CategoryId[],
			state: stateOf(row),
			...sealed("demand", demand, candidate, { authority: row.authority, content: row.content, reasoning: row.reasoning }),
			...sealed("candidate", candidate, candidate, { name: person.name }),
			proposer: sealed("staff_member", row.proposed_by, row.proposed_by, { name: proposer }),
			judge: judge ? sealed("staff_member", judge, judge, { name: judgeName }) : null,
		};
	});
}
export type OpenedDemand = Awaited<ReturnType<typeof openDemand>>;
export const authorityOf = ({ authority }: { authority: string }): Authority => JSON.parse(authority) as Authority;

/** The paper as it came, or the letter as it went. */
export function demandFile(by: Acting, candidate: string, demand: string, which: "paper" | "letter") {
	return by.read(candidate, "law", { action: "viewPdf", object: ["demand", demand], clause: "R4.1" }, async (tx, sealed) => {
		const row = found(
			await tx
				.selectFrom("app.demand as d")
				.leftJoin("app.disclosed_document as k", "k.disclosure_id", "d.disclosure_id")
				.select(["d.paper", "d.paper_type", "d.disclosure_id", "k.pdf", "k.filename"])
				.where("d.id", "=", demand)
				.where("d.subject_id", "=", candidate)
				.executeTakeFirst(),
		);
		if (which === "paper") {
			const { paper } = sealed.bytes("demand", demand, candidate, { paper: found(row.paper) });
			return { bytes: paper, type: found(row.paper_type) as string };
		}
		const { pdf } = sealed.bytes("disclosed_document", found(row.disclosure_id), candidate, { pdf: found(row.pdf) });
		return { bytes: pdf, type: "application/pdf" };
	});
}
