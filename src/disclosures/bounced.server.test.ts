import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type StaffName, type TestHouse, testHouse } from "../../test/people.ts";
import { NotFound } from "../platform/web/page.ts";
import { pages } from "../routes.ts";
import { handleNotice, noticesBack } from "./bounced.server.ts";
import type { NoticeKind } from "./notices.ts";
import { notify } from "./notify.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => house.rows("delete from app.notice_handled").catch(() => []));

/** A notice for this person that ended so; what a mail server makes of it is told elsewhere. */
async function notice(from: StaffName, to: string, kind: NoticeKind, state: string): Promise<string> {
	const by = house.as(from);
	await by.act(to, "information", { action: "remind" }, (tx, seal) =>
		notify(by, tx, seal, { to, email: "weg@prive.test", kind, link: "https://bureau.test/mijn", lang: "nl" }),
	);
	const [row] = await house.rows<{ id: string }>(
		"select id from app.dispatch where subject_id = $1 and kind = $2 order by created_at desc limit 1",
		[to, kind],
	);
	const id = row?.id ?? "";
	await house.rows(`do $$ begin
		perform set_config('app.actor', '${to}', true);
		perform set_config('app.entry', audit.append('system', '{}', null, null, array['${to}'::uuid], '{}', 'settle', null, null, 'information', null, null, 'allowed', null, null)::text, true);
		update app.dispatch set state = '${state}' where id = '${id}';
	end $$`);
	return id;
}
const on = async (who: StaffName) => (await noticesBack(house.as(who))).map((one) => one.dispatch_id);
const everybody = ["anna", "bram", "carla", "bea", "fenna", "ada", "finn"] as const;
const whoSees = async (id: string) => {
	const seen: StaffName[] = [];
	for (const who of everybody) if ((await on(who)).includes(id)) seen.push(who);
	return seen;
};

it("R3.g — a reminder that came back is on the coach's screen and no other's, and says for whom it was", async () => {
	const { candidate } = house.worlds.mehmet;
	for (const state of ["bounced", "blocked", "unknown"]) {
		const id = await notice("anna", candidate, "reminder", state);
		expect(await whoSees(id)).toEqual(["anna"]);
	}
	const [one] = await noticesBack(house.as("anna"));
	expect(one).toMatchObject({
		kind: "reminder",
		state: "unknown",
		subject_id: candidate,
		name: expect.stringContaining("Demir"),
	});
	await notice("anna", candidate, "reminder", "accepted");
	expect(await on("anna")).toEqual([]);
});

it("R3.g — back office that sent an invitation sees it come back, beside the coach", async () => {
	const id = await notice("bea", house.worlds.sofie.candidate, "invitation", "bounced");
	expect(await whoSees(id)).toEqual(["bram", "bea"]);
	await notice("bram", house.worlds.sofie.candidate, "invitation", "accepted");
	expect(await whoSees(id)).toEqual([]);
});

it("R3.g — a colleague's is the administrator's; a contact person's is back office's, the coordinator's and the sender's", async () => {
	const colleague = await notice("ada", house.ids.bram, "invitation", "bounced");
	expect(await whoSees(colleague)).toEqual(["ada"]);
	const contact = await notice("anna", house.worlds.mehmet.contact, "addressVerification", "bounced");
	expect(await whoSees(contact)).toEqual(["anna", "carla", "bea", "fenna"]);
});

it("R3.g — who is close to a candidate is not told of their mail", async () => {
	const id = await notice("anna", house.worlds.mehmet.candidate, "agreementWaits", "bounced");
	const entry = `audit.append('system', '{}', null, null, array['${house.worlds.mehmet.candidate}'::uuid, '${house.ids.anna}'::uuid], '{}', 'declareConflict', null, null, 'security', null, null, 'allowed', null, null)`;
	const declare = (values: string) =>
		house.rows(
			`do $$ begin perform set_config('app.actor', '${house.ids.fenna}', true); perform set_config('app.entry', ${entry}::text, true); ${values} end $$`,
		);
	await declare(
		`insert into app.conflict (id, subject_id, staff_id, kind, source, declared_at, declared_by) values (gen_random_uuid(), '${house.worlds.mehmet.candidate}', '${house.ids.anna}', 'relative', 'declared', now(), '${house.ids.fenna}');`,
	);
	expect(await whoSees(id)).toEqual([]);
	await declare("update app.conflict set ended_at = now(), ended_by = app.actor();");
	expect(await whoSees(id)).toEqual(["anna"]);
});

it("R3.g — dealing with one takes it off the list; another's is not there to deal with, and nothing changes", async () => {
	const id = await notice("anna", house.worlds.mehmet.candidate, "messageToRead", "bounced");
	const handled = () => house.rows("select dispatch_id, by_id from app.notice_handled");
	const before = await handled();
	for (const who of ["bram", "finn", "ada"] as const) await expect(handleNotice(house.as(who), id)).rejects.toThrow(NotFound);
	await expect(handleNotice(house.as("anna"), crypto.randomUUID())).rejects.toThrow(NotFound);
	const direct = house
		.as("bram")
		.act(house.worlds.mehmet.candidate, "information", { action: "settle" }, (tx) =>
			tx
				.insertInto("app.notice_handled")
				.values({ dispatch_id: id, subject_id: house.worlds.mehmet.candidate, at: new Date(), by_id: house.ids.bram })
				.execute(),
		);
	await expect(direct).rejects.toThrow(/row-level security/);
	expect(await handled()).toEqual(before);
	await handleNotice(house.as("anna"), id);
	expect(await handled()).toContainEqual({ dispatch_id: id, by_id: house.ids.anna });
	expect(await on("anna")).not.toContain(id);
	await expect(handleNotice(house.as("anna"), id)).rejects.toThrow(NotFound);
});

it("R3.g — the start page says how many, and the list is one click away", async () => {
	const id = await notice("anna", house.worlds.mehmet.candidate, "collectingStopped", "bounced");
	const anna = await siteOf(house, pages).as("anna");
	expect((await anna.get("/")).html).toContain("niet aan.");
	const list = await anna.get("/berichten");
	expect(list.html).toContain("Demir");
	expect(await anna.post("/berichten", { dispatch: id })).toMatchObject({ status: 303, to: "/berichten" });
	expect(await on("anna")).not.toContain(id);
	const bram = await siteOf(house, pages).as("bram");
	expect((await bram.post("/berichten", { dispatch: id })).status).toBe(404);
});
