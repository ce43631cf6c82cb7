import type { Door } from "../platform/db.server.ts";
import { headOf, worker } from "./dispatch-row.server.ts";
import { notify } from "./notify.server.ts";
import { stuck } from "./rules.ts";

/** Tells who sent it that a message did not go, or may not have: that it is so, not which. `outbox` is the page that says why. */
export async function tellSender(door: Door, outbox: string, dispatch: string): Promise<void> {
	const head = await headOf(door, dispatch);
	if (!head?.disclosure_id || !stuck.includes(head.state)) return; // somebody was quicker
	const by = worker(door);
	const sender = head.made_by;
	const entry = { action: "prepare", object: ["dispatch", dispatch] as const, clause: "R3.g" };
	const found = await by.read(sender, "information", entry, async (tx, sealed) => {
		const row = await tx
			.selectFrom("app.staff_member")
			.select("email")
			.where("id", "=", sender)
			.where("left_at", "is", null)
			.executeTakeFirst();
		return row && sealed("staff_member", sender, sender, { email: row.email });
	});
	if (!found) return;
	await by.act(sender, "information", { ...entry, action: "notify" }, (tx, seal) =>
		notify(by, tx, seal, { to: sender, email: found.email, kind: "sendingStopped", link: outbox, lang: "nl", staff: true }),
	);
}
