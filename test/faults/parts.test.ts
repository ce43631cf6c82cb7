import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { notify } from "../../src/disclosures/notify.server.ts";
import { transmit } from "../../src/disclosures/transmit.server.ts";
import { saveDraft, startReport } from "../../src/reports/draft.server.ts";
import { layAgreement } from "../agreement.ts";
import { sendingTo } from "../disclosing.ts";
import { type FaultHouse, openFaultHouse, type Person } from "./house.ts";
import { beginNote, noteFields, typing } from "./load.ts";

// Each part of a standing house goes away while people work in it: they are told in their own language and lose nothing, and when
// the part is back everything goes on without anybody's hand.

let faults: FaultHouse;
let anna: Person;
let line: string;
const english = { "x-cookie": "__Host-spoor-lang=en" };
const writers = process.env.SPOOR_ALL ? 8 : 3;
const rounds = process.env.SPOOR_ALL ? 10 : 1;
beforeAll(async () => {
	faults = await openFaultHouse();
	anna = await faults.as("anna");
	line = await layAgreement(faults.house, "mehmet");
}, 180_000);
afterEach(() => faults.allBack());
afterAll(() => faults.close());

const dossier = () => `/kandidaten/${faults.house.worlds.mehmet.candidate}`;
const patient = { timeout: 60_000, interval: 100 };
const works = () => expect.poll(() => anna.get(dossier()).then(({ status }) => status), patient).toBe(200);
const healthy = async (part: string) =>
	(JSON.parse((await anna.get("/healthz")).text) as { parts: Record<string, boolean> }).parts[part];

/** What a page and a form say while a part is away: clear, in both languages, with what was typed. */
async function told(title: { nl: string; en: string }, post: { path: string; fields: Record<string, string> }) {
	const [dutch, other] = [await anna.post(post.path, post.fields), await anna.post(post.path, post.fields, english)];
	for (const [answer, words] of [
		[dutch, title.nl],
		[other, title.en],
	] as const) {
		expect(answer.status, answer.text).toBe(503);
		expect(answer.text).toContain(`<h1>${words}</h1>`);
		expect(answer.headers.get("retry-after")).toBe("10");
		for (const typed of Object.values(post.fields).filter((value) => value.length > 5)) expect(answer.text).toContain(typed);
	}
}

/** Puts this many messages without content in the queue, as reminders are; answers their ids. */
async function queue(count: number): Promise<string[]> {
	const { house } = faults;
	const { candidate } = house.worlds.mehmet;
	const by = house.as("anna");
	const before = await house.rows<{ id: string }>("select id from app.dispatch");
	for (let n = 0; n < count; n++)
		await by.act(candidate, "information", { action: "remind" }, (tx, seal) =>
			notify(by, tx, seal, { to: candidate, email: "mehmet@prive.test", kind: "reportWaits", link: faults.url, lang: "nl" }),
		);
	const after = await house.rows<{ id: string }>("select id from app.dispatch");
	return after.map(({ id }) => id).filter((id) => !before.some((one) => one.id === id));
}
const states = async (ids: string[]) =>
	(await faults.house.rows<{ state: string }>("select state from app.dispatch where id = any($1) order by state", [ids])).map(
		({ state }) => state,
	);
const all = (count: number, state: string) => Array.from({ length: count }, () => state);

describe("R10.1 — the database", { timeout: 240_000 }, () => {
	it("R10.1 — stopped under load: nothing that was acknowledged is lost, people are told in their language and keep their text, and it goes on by itself", async () => {
		const { base, session } = await beginNote(faults, anna);
		const load = await Promise.all(Array.from({ length: writers }, () => typing(faults, anna)));
		const saves = () => load.reduce((sum, one) => sum + one.saves(), 0);
		const server = faults.pid("server");
		const fields = noteFields(1, session, "Wat ik net had getypt");
		for (let round = 0; round < rounds; round++) {
			const soFar = saves();
			await expect.poll(saves, patient).toBeGreaterThan(soFar + 10 * writers);
			const back = await faults.away("postgres");
			const title = { nl: "De gegevens zijn even niet te bereiken", en: "The data cannot be reached for a moment" };
			await told(title, { path: base, fields });
			expect((await anna.get(dossier())).status).toBe(503);
			expect((await anna.get("/reglement")).status).toBe(503);
			if (round === 0) expect(await healthy("database")).toBe(false);
			const during = saves();
			await back();
			await expect.poll(saves, patient).toBeGreaterThan(during + 10 * writers);
		}
		for (const one of load) await one.stop();
		for (const one of load) expect(await one.lost()).toEqual([]);
		const refusals = load.flatMap((one) => one.refusals);
		expect(refusals.length).toBeGreaterThan(0);
		for (const { status, said } of refusals)
			expect({ status, said }).toEqual({ status: 503, said: "De gegevens zijn even niet te bereiken" });
		// The same process serves on: nobody's session or half-finished page went with it.
		expect(faults.pid("server")).toBe(server);
		expect((await anna.post(base, fields)).status).toBe(303);
	});
});

describe("R10.1 — the keys", { timeout: 120_000 }, () => {
	it("R10.1 — gone: said as such, nothing is half kept, and when they are back the same page goes on", async () => {
		const { base, session } = await beginNote(faults, anna);
		const fields = noteFields(1, session, "Zonder sleutel");
		const back = await faults.away("keys");
		const title = { nl: "De gegevens kunnen even niet open", en: "The data cannot be opened for a moment" };
		await told(title, { path: base, fields });
		const before = await faults.house.rows("select note_id, row_version from app.note_draft order by 1");
		expect((await anna.get(dossier())).status).toBe(503);
		expect(await faults.house.rows("select note_id, row_version from app.note_draft order by 1")).toEqual(before);
		await back();
		await works();
		expect((await anna.post(base, fields)).status).toBe(303);
		expect((await anna.get(`${base}?sessie=${session}`)).text).toContain("Zonder sleutel");
	});
});

describe("R10.1 — the renderer", { timeout: 120_000 }, () => {
	it("R10.1 — gone: a report is kept and not submitted, the reason is said, and the same button goes on from there", async () => {
		const { house } = faults;
		const { candidate, trajectory } = house.worlds.mehmet;
		const report = crypto.randomUUID();
		const none = { dueOn: null, periodFrom: null, periodTo: null };
		await startReport(house.as("anna"), { id: report, candidate, trajectory, line, ...none });
		await saveDraft(house.as("anna"), { candidate, report, rowVersion: 1, title: "Voortgang", body: "Stand." });
		const path = `${dossier()}/rapporten/${report}`;
		const fields = { do: "submit", row_version: "2", session: "", title: "Voortgang", body: "Een regel erbij." };
		const posted = { ...fields, version: crypto.randomUUID() };
		const state = () => house.rows("select state, versions from app.report where id = $1", [report]);
		const back = await faults.away("renderer");
		const answer = await anna.post(path, posted);
		expect(answer.status, answer.text).toBe(503);
		expect(answer.text).toContain("<h1>Er kan even geen document worden gemaakt</h1>");
		expect(answer.text).toContain("Een regel erbij.");
		expect(await state()).toEqual([{ state: "draft", versions: 0 }]);
		await back();
		const again = await anna.post(path, posted);
		expect(again.status, again.text).toBe(303);
		expect(await state()).toEqual([{ state: "submitted", versions: 1 }]);
		// A moment's absence is waited out: nobody notices.
		const soon = await faults.away("renderer");
		const pdf = anna.get("/reglement.pdf");
		await soon();
		expect((await pdf).status).toBe(200);
	});
});

describe("R9.1 — sending", { timeout: 180_000 }, () => {
	it("R9.1 — the mail server gone under load: every message stays queued, and goes later, once", async () => {
		const count = process.env.SPOOR_ALL ? 60 : 12;
		const { house, mail } = faults;
		await mail.leave();
		const ids = await queue(count);
		await expect
			.poll(
				() => house.rows("select 1 from app.dispatch where id = any($1) and attempts > 0 and state = 'queued'", [ids]),
				patient,
			)
			.toHaveLength(count);
		await mail.back();
		const hold = await faults.away("worker");
		// Its next attempt is a minute later; here that minute passes at once.
		house.clock.set(new Date(Date.now() + 2 * 60_000));
		const sending = sendingTo(house, mail.sink().url);
		for (const id of ids) expect(await transmit(sending, id)).toBe("accepted");
		for (const id of ids) expect(await transmit(sending, id)).toBe("accepted");
		await sending.close();
		expect(mail.sink().received).toHaveLength(count);
		house.clock.set(new Date());
		await hold();
	});

	it("R9.1 — the worker killed under load: nothing is lost or sent twice, what nobody knows is left to a person, and the rest goes on at once", async () => {
		const count = process.env.SPOOR_ALL ? 60 : 12;
		const { mail } = faults;
		mail.sink().received.length = 0;
		mail.sink().manner = "hang";
		const inBody = new Promise<void>((resolve) => {
			mail.sink().onBody = resolve;
		});
		const ids = await queue(count);
		await inBody;
		const back = await faults.away("worker");
		const hanging = mail.sink().received.length;
		mail.sink().manner = "accept";
		await back();
		await expect.poll(() => states(ids), patient).not.toContain("queued");
		await expect.poll(() => states(ids), patient).not.toContain("transmitting");
		const unknown = (await states(ids)).filter((state) => state === "unknown").length;
		expect(unknown).toBeGreaterThanOrEqual(hanging);
		expect(await states(ids)).toEqual([...all(count - unknown, "accepted"), ...all(unknown, "unknown")]);
		expect(mail.sink().received).toHaveLength(count - unknown + hanging);
	});

	it("R9.1 — the database gone while messages go: each is accepted or unknown, and arrived as often as it is said", async () => {
		const { mail } = faults;
		mail.sink().received.length = 0;
		mail.sink().manner = "accept";
		const first = new Promise<void>((resolve) => {
			mail.sink().onBody = resolve;
		});
		const ids = await queue(12);
		await first;
		await (await faults.away("postgres"))();
		await expect.poll(() => states(ids).catch(() => ["queued"]), { timeout: 120_000, interval: 200 }).not.toContain("queued");
		await expect.poll(() => states(ids), { timeout: 90_000, interval: 200 }).not.toContain("transmitting");
		const accepted = (await states(ids)).filter((state) => state === "accepted").length;
		expect((await states(ids)).filter((state) => state !== "accepted" && state !== "unknown")).toEqual([]);
		expect(mail.sink().received.length).toBeGreaterThanOrEqual(accepted);
		expect(mail.sink().received.length).toBeLessThanOrEqual(12);
	});
});
