import type { NoticeKind } from "../disclosures/notices.ts";
import { notify } from "../disclosures/notify.server.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Sealer } from "../platform/sealing.ts";
import type { Realm } from "./rules.ts";
import { pathsOf } from "./words.ts";

/** Where one's own mail goes and in which language; without an address nothing. */
export async function ownAddress(by: Acting): Promise<{ email: string; lang: "nl" | "en" } | undefined> {
	const person = by.actor.id;
	const staff = by.actor.kind === "staff";
	const [found] = await by.read(person, "security", { action: "prepare", object: ["account", person] }, async (tx, sealed) => {
		if (staff) {
			const rows = await tx.selectFrom("app.staff_member").select(["id", "email"]).where("id", "=", person).execute();
			return rows.map((row) => ({ lang: "nl" as const, ...sealed("staff_member", row.id, person, { email: row.email }) }));
		}
		const rows = await tx
			.selectFrom("app.candidate_field as f")
			.innerJoin("app.candidate as c", "c.id", "f.subject_id")
			.select(["f.id", "f.value", "c.language"])
			.where("f.subject_id", "=", person)
			.where("f.field", "=", "email")
			.orderBy("f.updated_at", "desc")
			.limit(1)
			.execute();
		return rows.map((row) => ({
			lang: row.language as "nl" | "en",
			...sealed("candidate_field", row.id, person, { value: row.value }),
		}));
	});
	if (!found) return undefined;
	return { lang: found.lang, email: "email" in found ? found.email : found.value };
}

/** Tells somebody by mail what was done with their account, so that they hear of it when it was not them (R10.1). Inside their own act. */
export async function tellOwner(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	what: { kind: NoticeKind; to: { email: string; lang: "nl" | "en" } | undefined; publicUrl: string | undefined },
): Promise<void> {
	if (!what.to || !what.publicUrl) return;
	const link = `${what.publicUrl.replace(/\/$/, "")}${pathsOf(by.actor.kind as Realm).account}`;
	await notify(by, tx, seal, { to: by.actor.id, ...what.to, kind: what.kind, link, staff: by.actor.kind === "staff" });
}
