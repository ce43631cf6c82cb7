import type { Role } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import { found } from "../platform/web/page.ts";

export interface Member {
	id: string;
	name: string;
	email: string;
	roles: Role[];
	startedOn: string;
	leftAt: Date | null;
	statementOn: string | null;
	acknowledged: boolean;
	account: "none" | "invited" | "active" | "ended";
	rowVersion: number;
}

/** Staff with their roles and what R1.3 asks of each; all of them, or one. One entry in the log names them all. */
export async function members(by: Acting, version: string, only?: string): Promise<Member[]> {
	const rows = await by.list("staffing", { action: "list", clause: "R1.3" }, async (tx, sealed) => {
		const people = await tx
			.selectFrom("app.staff_member")
			.selectAll()
			.$if(only !== undefined, (query) => query.where("id", "=", only as string))
			.execute();
		const roles = await tx.selectFrom("app.staff_role").select(["staff_id", "role"]).where("until_at", "is", null).execute();
		const statements = await tx.selectFrom("app.confidentiality_statement").select(["staff_id", "signed_on"]).execute();
		const received = await tx
			.selectFrom("app.acknowledgement")
			.select("staff_id")
			.where("regulation_version", "=", version)
			.execute();
		const accounts = await tx
			.selectFrom("auth.account")
			.select(["person_id", "activated_at", "ended_at"])
			.where("realm", "=", "staff")
			.execute();
		return people.map((row) => {
			const account = accounts.find((one) => one.person_id === row.id);
			return {
				id: row.id,
				startedOn: row.started_on,
				leftAt: row.left_at,
				rowVersion: row.row_version,
				roles: roles.filter((one) => one.staff_id === row.id).map((one) => one.role as Role),
				statementOn:
					statements
						.filter((one) => one.staff_id === row.id)
						.map((one) => one.signed_on)
						.sort()
						.at(-1) ?? null,
				acknowledged: received.some((one) => one.staff_id === row.id),
				account: accountState(account),
				...sealed("staff_member", row.id, row.id, { name: row.name, email: row.email }),
			};
		});
	});
	return rows.map((row) => ({ ...row, name: fullName(row.name) })).sort((a, b) => a.name.localeCompare(b.name, "nl"));
}

/** One member of staff; NotFound when there is no such person. */
export async function member(by: Acting, version: string, id: string): Promise<Member> {
	return found((await members(by, version, id))[0]);
}

function accountState(account: { activated_at: Date | null; ended_at: Date | null } | undefined): Member["account"] {
	if (!account) return "none";
	if (account.ended_at) return "ended";
	return account.activated_at ? "active" : "invited";
}
