import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { minutes, queueReport, sendingTo } from "../../test/disclosing.ts";
import { type MailSink, mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { type Sending, transmit } from "./transmit.server.ts";

let house: TestHouse;
let sink: MailSink;
let sending: Sending & { close(): Promise<void> };
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
	house.clock.set("2026-11-23T09:00:00Z");
	sink = await mailSink();
	sending = sendingTo(house, sink.url);
});
afterEach(async () => {
	await sending.close();
	await sink.close();
});

const later = () => house.clock.set(new Date(house.clock.now().getTime() + minutes(11)));
/** Changes something as the owner, under a log entry that names these people. */
async function change(people: string[], statement: string, values: unknown[]) {
	await house.rows("begin");
	await house.rows("select set_config('app.actor', $1, true)", [house.ids.ada]);
	await house.rows(
		"select set_config('app.entry', audit.append('staff', '{}', null, null, $1, '{}', 'update', null, null, 'staffing', null, null, 'allowed', null, null)::text, true)",
		[people],
	);
	await house.rows(statement, values);
	await house.rows("commit");
}
const anna = () => house.ids.anna;
const ended = "'2026-11-23T09:05:00Z'";

it.each([
	[
		"left",
		`update app.staff_member set left_at = ${ended} where id = $1`,
		"update app.staff_member set left_at = null where id = $1",
	],
	[
		"lost the role that sends",
		`update app.staff_role set until_at = ${ended} where staff_id = $1`,
		"update app.staff_role set until_at = null where staff_id = $1",
	],
	[
		"no longer guides the trajectory",
		`update app.membership set until_at = ${ended} where staff_id = $1`,
		"update app.membership set until_at = null where staff_id = $1",
	],
] as const)(
	"R1.2 — what waits is held when who queued it %s, and nothing is spoken to the mail server",
	async (_, end, restore) => {
		const { dispatch, candidate } = await queueReport(house);
		const people = [anna(), candidate];
		await change(people, end, [anna()]);
		later();
		expect(await transmit(sending, dispatch)).toBe("blocked");
		expect(sink.received).toEqual([]);
		expect((await house.rows("select clause from app.dispatch where id = $1", [dispatch]))[0]?.clause).toBe("R1.2");
		await change(people, restore, [anna()]);
		const next = await queueReport(house);
		later();
		expect(await transmit(sending, next.dispatch)).toBe("accepted");
	},
);
