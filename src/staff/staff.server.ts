import { enforceFresh } from "../accounts/factor.server.ts";
import { endAccount, invite } from "../accounts/invite.server.ts";
import { foldEmail } from "../accounts/rules.ts";
import { notify } from "../disclosures/notify.server.ts";
import { today } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { may, type Role } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { mayLeave, mayRegisterStatement } from "./rules.ts";

export interface NewMember {
	id: string;
	name: { given: string; infix: string | null; family: string };
	email: string;
	roles: readonly Role[];
}

/** Adds a member of staff with their roles and invites them by mail to choose a password and a second factor. */
export async function addMember(by: Acting, publicUrl: string, input: NewMember): Promise<void> {
	enforce(may(by.actor.roles, "staff.manage"));
	enforceFresh(by);
	await by.keys.create([input.id]);
	await by.act(
		input.id,
		"staffing",
		{ action: "create", object: ["staffMember", input.id], clause: "R1.3" },
		async (tx, seal) => {
			const name = JSON.stringify({
				given: input.name.given,
				...(input.name.infix && { infix: input.name.infix }),
				family: input.name.family,
			});
			await tx.insertInto("app.person").values({ id: input.id, kind: "staff", created_at: by.now() }).execute();
			await tx
				.insertInto("app.staff_member")
				.values({
					id: input.id,
					...(await seal("staff_member", input.id, input.id, { name, email: input.email })),
					started_on: today(by),
				})
				.execute();
			for (const role of input.roles)
				await tx
					.insertInto("app.staff_role")
					.values({ staff_id: input.id, role, from_at: by.now(), granted_by: by.actor.id })
					.execute();
			await sendInvitation(by, tx, seal, publicUrl, input.id, input.email);
		},
	);
}

type ActParts = Parameters<Parameters<Acting["act"]>[3]>;

async function sendInvitation(
	by: Acting,
	tx: ActParts[0],
	seal: ActParts[1],
	publicUrl: string,
	person: string,
	email: string,
): Promise<void> {
	const link = await invite(by, tx, seal, { person, realm: "staff", email: foldEmail(email), publicUrl });
	await notify(by, tx, seal, { to: person, email, kind: "invitation", link, lang: "nl", staff: true });
}

/** A new invitation for who lost theirs, or whose account ended. Whoever has an account is refused. */
export async function inviteAgain(by: Acting, publicUrl: string, staff: string): Promise<void> {
	enforce(may(by.actor.roles, "staff.manage"));
	const member = await by.read(staff, "staffing", { action: "view", object: ["staffMember", staff] }, async (tx, sealed) => {
		const row = found(
			await tx.selectFrom("app.staff_member").select(["id", "email", "left_at"]).where("id", "=", staff).executeTakeFirst(),
		);
		return { left: row.left_at !== null, ...sealed("staff_member", row.id, row.id, { email: row.email }) };
	});
	await by.act(staff, "staffing", { action: "invite", object: ["staffMember", staff], clause: "R1.3" }, async (tx, seal) => {
		if (member.left) throw new NotAllowed("R1.3", { nl: "Deze medewerker is uit dienst.", en: "This member of staff has left." });
		await sendInvitation(by, tx, seal, publicUrl, staff, member.email);
	});
}

/**
 * Sets which roles somebody has from now on. What is taken away counts from the next request. Nobody drops their own administration.
 * Asks a second factor of the last ten minutes, as whatever opens or shuts an account does (R10.1).
 */
export async function setRoles(by: Acting, staff: string, roles: readonly Role[]): Promise<void> {
	enforce(may(by.actor.roles, "staff.manage"));
	enforceFresh(by);
	await by.act(staff, "staffing", { action: "setRoles", object: ["staffMember", staff], clause: "R1.2" }, async (tx) => {
		if (staff === by.actor.id && !roles.includes("administrator")) {
			throw new NotAllowed("R1.2", {
				nl: "Je eigen beheer kun je niet afgeven. Laat een andere beheerder dat doen.",
				en: "You cannot give up your own administration. Let another administrator do it.",
			});
		}
		const held = await tx
			.selectFrom("app.staff_role")
			.select("role")
			.where("staff_id", "=", staff)
			.where("until_at", "is", null)
			.execute();
		const now = by.now();
		const dropped = held.map((row) => row.role).filter((role) => !roles.includes(role as Role));
		if (dropped.length > 0) {
			await tx
				.updateTable("app.staff_role")
				.set({ until_at: now, withdrawn_by: by.actor.id })
				.where("staff_id", "=", staff)
				.where("until_at", "is", null)
				.where("role", "in", dropped)
				.execute();
		}
		for (const role of roles.filter((one) => !held.some((row) => row.role === one))) {
			await tx.insertInto("app.staff_role").values({ staff_id: staff, role, from_at: now, granted_by: by.actor.id }).execute();
		}
	});
}

/** Registers that somebody signed the confidentiality statement (R1.3); never one's own. */
export async function registerStatement(by: Acting, input: { id: string; staff: string; signedOn: string }): Promise<void> {
	await by.act(
		input.staff,
		"staffing",
		{ action: "registerStatement", object: ["staffMember", input.staff], clause: "R1.3" },
		async (tx) => {
			enforce(
				mayRegisterStatement({
					roles: by.actor.roles,
					own: input.staff === by.actor.id,
					signedOn: input.signedOn,
					today: today(by),
				}),
			);
			await tx
				.insertInto("app.confidentiality_statement")
				.values({
					id: input.id,
					staff_id: input.staff,
					signed_on: input.signedOn,
					registered_at: by.now(),
					registered_by: by.actor.id,
				})
				.onConflict((conflict) => conflict.column("id").doNothing())
				.execute();
		},
	);
}

/** Somebody leaves: account, sessions and roles end at once. What they still had waits for the coordinator to hand over. */
export async function leave(by: Acting, input: { staff: string; rowVersion: number }): Promise<void> {
	// Who may not is refused in the log; who may shows a code first.
	if (may(by.actor.roles, "staff.manage").allowed) enforceFresh(by);
	await by.act(input.staff, "staffing", { action: "leave", object: ["staffMember", input.staff], clause: "R1.3" }, async (tx) => {
		enforce(mayLeave({ roles: by.actor.roles, own: input.staff === by.actor.id }));
		const now = by.now();
		const { numUpdatedRows } = await tx
			.updateTable("app.staff_member")
			.set({ left_at: now, left_by: by.actor.id, row_version: input.rowVersion + 1 })
			.where("id", "=", input.staff)
			.where("row_version", "=", input.rowVersion)
			.where("left_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
		await tx
			.updateTable("app.staff_role")
			.set({ until_at: now, withdrawn_by: by.actor.id })
			.where("staff_id", "=", input.staff)
			.where("until_at", "is", null)
			.execute();
		await endAccount(by, tx, input.staff);
	});
}
