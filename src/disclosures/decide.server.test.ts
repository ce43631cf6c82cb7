import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { minutes, queueReport, sendingTo } from "../../test/disclosing.ts";
import { mailSink } from "../../test/mail-sink.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { markArrived, sendAgain } from "./decide.server.ts";
import { registerOf } from "./queries.server.ts";
import { transmit } from "./transmit.server.ts";

let house: TestHouse;
beforeAll(async () => {
	house = await testHouse();
});
afterAll(() => house.close());
beforeEach(() => house.clock.set("2026-11-23T09:00:00Z"));

const _mehmet = () => house.worlds.mehmet;
const everything = () =>
	house.rows(`select (select count(*) from app.disclosure)::int as disclosures, (select count(*) from app.dispatch)::int as dispatches,
		(select count(*) from app.dispatch_event)::int as events, (select count(*) from graphile_worker._private_jobs)::int as jobs,
		(select string_agg(state, ',' order by id) from app.dispatch) as states`);
async function leavesNothing(deed: () => Promise<unknown>, expected: object) {
	const before = await everything();
	await expect(deed()).rejects.toThrow(expect.objectContaining(expected));
	expect(await everything()).toEqual(before);
}

describe("a person decides", () => {
	async function unknown() {
		const sink = await mailSink();
		sink.manner = "hangUp";
		const sending = sendingTo(house, sink.url);
		const queued = await queueReport(house);
		house.clock.set("2026-11-23T09:11:00Z");
		expect(await transmit(sending, queued.dispatch)).toBe("unknown");
		const [row] = await house.rows<{ row_version: number }>("select row_version from app.dispatch where id = $1", [
			queued.dispatch,
		]);
		const close = () => Promise.all([sending.close(), sink.close()]);
		return { ...queued, rowVersion: row?.row_version ?? 0, sink, sending, close };
	}

	it("R9.1 — an unknown outcome goes again only after a second look: the same message, a new time to undo", async () => {
		const { candidate, disclosure, dispatch, rowVersion, sink, sending, close } = await unknown();
		const by = house.as("anna");
		await leavesNothing(() => sendAgain(by, { candidate, disclosure, rowVersion, lookedAgain: false }), { clause: "R9.1" });
		await leavesNothing(() => sendAgain(by, { candidate, disclosure, rowVersion: rowVersion - 1, lookedAgain: true }), {
			name: "Stale",
		});
		await leavesNothing(() => sendAgain(house.as("bram"), { candidate, disclosure, rowVersion, lookedAgain: true }), {
			name: "NotFound",
		});
		await sendAgain(by, { candidate, disclosure, rowVersion, lookedAgain: true });
		sink.manner = "accept";
		expect(await transmit(sending, dispatch)).toBe("queued");
		house.clock.set(new Date(house.clock.now().getTime() + minutes(10)));
		expect(await transmit(sending, dispatch)).toBe("accepted");
		expect(sink.received[1]?.raw.equals(sink.received[0]?.raw as Buffer)).toBe(true);
		await leavesNothing(() => sendAgain(by, { candidate, disclosure, rowVersion, lookedAgain: true }), { clause: "R4.1" });
		await close();
	});

	it("R9.1 — or it turns out to have arrived: recorded with how one knows, by whom", async () => {
		const { candidate, disclosure, rowVersion, close } = await unknown();
		await markArrived(house.as("anna"), { candidate, disclosure, rowVersion, note: "Gebeld met de ontvanger" });
		const { disclosures, dispatches } = await registerOf(house.as("anna"), candidate);
		expect(disclosures.find((one) => one.id === disclosure)?.state).toBe("accepted");
		const found = dispatches.find((one) => one.disclosure_id === disclosure);
		expect(found?.detail).toContain("Gebeld");
		expect(found?.events.at(-1)).toMatchObject({ state: "accepted", by_id: house.ids.anna });
		await close();
	});

	it("R9.1 — nobody calls something arrived that is only queued", async () => {
		const { candidate, disclosure } = await queueReport(house);
		await leavesNothing(() => markArrived(house.as("anna"), { candidate, disclosure, rowVersion: 1, note: "x" }), {
			clause: "R4.1",
		});
	});
});
