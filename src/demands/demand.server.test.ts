import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { pressFor } from "../../test/press.ts";
import { myLog } from "../audit-log/mine.server.ts";
import { largestScan } from "../consents/rules.ts";
import { openDossier } from "../dossiers/dossier.server.ts";
import { receivedOf } from "../dossiers/received.server.ts";
import { addDays, dateOf } from "../law/deadlines.ts";
import type { Door } from "../platform/db.server.ts";
import { NotFound, Stale } from "../platform/web/page.ts";
import { confirmDemand, endDemand, type NewDemand, proposeDemand, sendDemand } from "./demand.server.ts";
import { tellWithheld } from "./jobs.server.ts";
import { demandFilePages } from "./pages/staff-demand.tsx";
import { demandFile, demandsOf, demandsToConfirm, openDemand } from "./queries.server.ts";
import { tellDemand } from "./tell.server.ts";

let house: TestHouse;
let press: Awaited<ReturnType<typeof pressFor>>;
beforeAll(async () => {
	house = await testHouse();
	press = await pressFor(house);
});
afterAll(() => house.close());
beforeEach(() => house.clock.set(new Date()));

const day = (days: number) => addDays(dateOf(new Date()), days);
const paper = Buffer.from("%PDF-1.7\nEen vordering\n%%EOF\n");
const mehmet = () => house.worlds.mehmet;
const input = (change: Partial<NewDemand> = {}): NewDemand => ({
	...{ id: crypto.randomUUID(), candidate: mehmet().candidate, trajectory: mehmet().trajectory, basis: "prosecutor" },
	authority: {
		organisation: "Openbaar Ministerie",
		name: "mr. Q. Vonk",
		postal: "Postbus 1, 1234 AB Voorbeeldstad",
		reference: "PL-77",
	},
	...{ categories: ["attendance"], reasons: { attendance: "De vordering noemt de dagen waarop iemand hier was." } },
	...{ content: "Aanwezig op 3 en 10 november 2026.", receivedOn: day(-1), paper, withheld: undefined, ...change },
});
const propose = async (change: Partial<NewDemand> = {}, by = house.as("anna")) => {
	const demand = input(change);
	await proposeDemand(by, demand);
	return demand.id;
};
const of = (demand: string, rowVersion = 1) => ({ candidate: mehmet().candidate, demand, rowVersion });
const send = (demand: string, rowVersion = 2, by = house.as("anna")) =>
	sendDemand(by, press, { ...of(demand, rowVersion), disclosure: crypto.randomUUID(), on: day(0) });
const kept = () =>
	house.rows(
		"select (select json_agg(x order by id) from app.demand x) x, (select count(*)::int from app.disclosure) d, (select count(*)::int from app.disclosed_document) k",
	);
async function leavesNothing(deed: () => Promise<unknown>, expected: object | (new (...args: never[]) => Error)) {
	const before = await kept();
	if (typeof expected === "function") await expect(deed()).rejects.toThrow(expected);
	else await expect(deed()).rejects.toMatchObject(expected);
	expect(await kept()).toEqual(before);
}
const mine = async () => (await receivedOf(house.asCandidate("mehmet"))).filter((one) => one.about === "demand");
const allLog = async () =>
	(await myLog(house.asCandidate("mehmet"), { whose: "others", from: undefined, before: undefined })).entries;
const log = async () => (await allLog()).filter((one) => one.objectType === "demand").map((one) => one.action);
const toldAt = async (demand: string) => (await house.rows("select told_at from app.demand where id = $1", [demand]))[0]?.told_at;
const withheld = () => propose({ withheld: { ground: "criminalInquiry", until: day(3) } });
const given = async (demand: string) => {
	await confirmDemand(house.as("carla"), of(demand));
	await send(demand);
	return demand;
};
/** From here on there is an address to send a message to. */
async function giveAddress() {
	const { candidate } = mehmet();
	const id = crypto.randomUUID();
	await house.as("anna").act(candidate, "registration", { action: "update" }, async (tx, seal) => {
		const { value } = await seal("candidate_field", id, candidate, { value: "mehmet@voorbeeld.test" });
		const row = { id, subject_id: candidate, assignment_type: "secondTrack", field: "email", value } as const;
		await tx
			.insertInto("app.candidate_field")
			.values({ ...row, updated_by: house.ids.anna })
			.execute();
	});
	await house.rows("alter table auth.account disable trigger guard");
	await house.rows(
		"insert into auth.account (person_id, realm, email_token, created_by, activated_at) values ($1, 'candidate', 'x', $1, now())",
		[candidate],
	);
}

describe("a demand by an authority", () => {
	it("R4.1 — filed, confirmed by another, given as a letter of exactly those words; the candidate's register shows it", async () => {
		const demand = await propose();
		await leavesNothing(() => send(demand, 1), { clause: "R4.1" });
		expect((await demandsToConfirm(house.as("carla"))).map((one) => one.id)).toContain(demand);
		await confirmDemand(house.as("carla"), of(demand));
		await send(demand);
		const [row] = await house.rows("select * from app.disclosure where about = 'demand' and about_id = $1", [demand]);
		expect(row).toMatchObject({
			form: "letter",
			state: "recorded",
			ground: "sv.126nd",
			clause: "R4.1",
			purpose: "law",
			categories: ["attendance"],
			contact_id: null,
		});
		expect((await demandFile(house.as("anna"), mehmet().candidate, demand, "letter")).bytes.subarray(0, 5).toString()).toBe(
			"%PDF-",
		);
		expect((await demandFile(house.as("anna"), mehmet().candidate, demand, "paper")).bytes.equals(paper)).toBe(true);
		expect((await mine()).find((one) => one.about_id === demand)).toMatchObject({ ground: "sv.126nd" });
		expect(await log()).toContain("sendDemand");
		const raw = JSON.stringify(
			await house.rows(
				"select encode(content, 'escape') || encode(authority, 'escape') || encode(reasoning, 'escape') as text from app.demand",
			),
		);
		for (const word of ["november", "Vonk", "vordering"]) expect(raw).not.toContain(word);
	});

	it("R8.1, R4.1 — words of a class that was not chosen and weighed are refused, and nothing is filed", async () => {
		const said = "Aanwezig op 3 en 10 november 2026. Hij heeft een depressie.";
		await leavesNothing(() => propose({ content: said }), { clause: "R8.1" });
		await leavesNothing(() => propose({ content: "Zijn burgerservicenummer is 111222333." }), { clause: "R4.1" });
	});

	it("R4.1 — given once: a second time, an old screen, a day to come and one before it was confirmed leave nothing behind", async () => {
		const demand = await propose();
		await confirmDemand(house.as("fenna"), of(demand));
		await leavesNothing(() => send(demand, 1), Stale);
		for (const on of [day(2), day(-1)])
			await leavesNothing(() => sendDemand(house.as("anna"), press, { ...of(demand, 2), disclosure: crypto.randomUUID(), on }), {
				clause: "R4.1",
			});
		await send(demand);
		await leavesNothing(() => send(demand, 4), { clause: "R4.1" });
	});

	it("R4.1 — who proposed it, another coach and back office are no second person, in the verb nor in the database", async () => {
		const demand = await propose();
		await leavesNothing(() => confirmDemand(house.as("anna"), of(demand)), { clause: "R4.1" });
		await leavesNothing(() => confirmDemand(house.as("bram"), of(demand)), NotFound);
		const forge = (who: "anna" | "bram", as: string) =>
			house
				.as(who)
				.act(mehmet().candidate, "law", { action: "confirmDemand" }, (tx) =>
					tx.updateTable("app.demand").set({ confirmed_at: new Date(), confirmed_by: as }).where("id", "=", demand).execute(),
				);
		await leavesNothing(() => forge("anna", house.ids.anna), Error);
		await leavesNothing(() => forge("anna", house.ids.carla), Error);
		await forge("bram", house.ids.bram);
		expect(await house.rows("select confirmed_by from app.demand where id = $1", [demand])).toEqual([{ confirmed_by: null }]);
	});

	it("R4.1 — turned down it goes nowhere, and neither does one that was taken back", async () => {
		const first = await propose();
		await endDemand(house.as("carla"), of(first));
		await leavesNothing(() => confirmDemand(house.as("carla"), of(first, 2)), { clause: "R4.1" });
		await leavesNothing(() => send(first, 2), { clause: "R4.1" });
		const second = await propose();
		await endDemand(house.as("anna"), of(second));
		await leavesNothing(() => confirmDemand(house.as("carla"), of(second, 2)), NotFound);
	});

	it.each<[string, Partial<NewDemand>]>([
		["without the paper", { paper: null }],
		["with a paper that is no document", { paper: Buffer.from("hallo") }],
		["with a paper that is too large", { paper: Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(largestScan), paper]) }],
		[
			"about health on an article that does not carry it",
			{ categories: ["illness"], reasons: { illness: "Zij vragen ernaar in de brief." } },
		],
		["without a reason for one of the categories", { categories: ["attendance", "activities"] }],
		["received tomorrow", { receivedOn: day(2) }],
		[
			"kept from the candidate where the law does not forbid telling",
			{ basis: "taxInspector", withheld: { ground: "criminalInquiry", until: day(30) } },
		],
		["kept from the candidate for a year", { withheld: { ground: "criminalInquiry", until: day(365) } }],
		["kept from the candidate until yesterday", { withheld: { ground: "criminalInquiry", until: day(-1) } }],
	])("R4.1 — %s it is refused and leaves nothing behind", (_, change) =>
		leavesNothing(() => propose(change), { clause: "R4.1" }),
	);

	it("R4.1 — who has no portal is told by letter: recorded once it went, not before, not for a day to come, not by another", async () => {
		const demand = await propose();
		const told = (on: string, by = house.as("anna")) =>
			tellDemand(by, of(demand), { id: crypto.randomUUID(), how: "letter", on });
		await confirmDemand(house.as("carla"), of(demand));
		await expect(told(day(0))).rejects.toMatchObject({ clause: "R4.1" });
		await send(demand);
		await expect(told(day(2))).rejects.toMatchObject({ clause: "R4.1" });
		await expect(told(day(0), house.as("bram"))).rejects.toThrow(NotFound);
		expect([await tellWithheld(house.door, "https://spoor.test"), await toldAt(demand)]).toEqual([0, null]);
		await told(day(0));
		expect(await toldAt(demand)).toBeInstanceOf(Date);
		expect((await mine()).find((one) => one.about_id === demand)?.toldOn).toBe(day(0));
	});

	it("R4.1 — the paper of an outsider is a download under a name that says nothing; our own letter is to look at", async () => {
		const demand = await given(await propose());
		const anna = await siteOf(house, demandFilePages).as("anna");
		const how = async (which: string) => {
			const { status, headers } = await anna.get(`/kandidaten/${mehmet().candidate}/vorderingen/${demand}/${which}`);
			return [status, headers.get("content-disposition"), headers.get("x-content-type-options")];
		};
		expect(await how("vordering")).toEqual([200, 'attachment; filename="vordering.pdf"', "nosniff"]);
		expect(await how("brief")).toEqual([200, 'inline; filename="brief.pdf"', "nosniff"]);
	});

	it("R1.2 — a neighbour sees nothing of it", async () => {
		const demand = await propose();
		await expect(openDemand(house.as("bram"), mehmet().candidate, demand)).rejects.toThrow(NotFound);
		await expect(demandsOf(house.as("bram"), mehmet().candidate)).rejects.toThrow(NotFound);
		await expect(demandFile(house.as("bea"), mehmet().candidate, demand, "paper")).rejects.toThrow(NotFound);
		await leavesNothing(() => propose({}, house.as("bram")), NotFound);
	});
});

describe("where telling has to wait", () => {
	it("R4.1 — a look at what waits and refused words tell the candidate nothing through the log; on its day the look is there", async () => {
		await withheld();
		const before = await allLog();
		await demandsToConfirm(house.as("carla"));
		const said = { content: "Hij heeft een depressie.", withheld: { ground: "criminalInquiry", until: day(3) } } as const;
		await leavesNothing(() => propose(said), { clause: "R8.1" });
		expect(await allLog()).toEqual(before);
		await house.rows("alter table app.demand disable trigger guard");
		await house.rows("update app.demand set withheld_until = $1 where withheld_until > $1", [day(0)]);
		await house.rows("alter table app.demand enable trigger guard");
		const looks = (all: typeof before) => all.filter((one) => one.action === "list" && one.purpose === "law").length;
		expect(looks(await allLog())).toBe(looks(before) + 1);
		expect((await allLog()).filter((one) => one.outcome === "refused" && one.action === "proposeDemand")).toEqual([]);
	});

	it("R4.1 — opening the demands is in the log as any opening of the dossier, and not what for while one has to wait; on its day that too", async () => {
		const demand = await withheld();
		const before = await allLog();
		const seen = async () => {
			const after = await allLog();
			return after
				.slice(0, after.length - before.length)
				.map(({ action, objectType, purpose, clause }) => [...[action, objectType, purpose, clause]]);
		};
		await openDossier(house.as("anna"), { candidate: mehmet().candidate });
		const opened = await seen();
		expect((await demandsOf(house.as("anna"), mehmet().candidate)).demands.map((one) => one.id)).toContain(demand);
		expect(await seen()).toEqual([...opened, ...opened]);
		// The privacy officer's log says it whole from the first moment.
		expect(
			await house.rows("select purpose, clause from audit.entry where action = 'list' and object_id = $1 and actor_id = $2", [
				demand,
				house.ids.anna,
			]),
		).toEqual([{ purpose: "law", clause: "R4.1" }]);
		await house.rows("alter table app.demand disable trigger guard");
		await house.rows("update app.demand set withheld_until = $1 where withheld_until > $1", [day(0)]);
		await house.rows("alter table app.demand enable trigger guard");
		expect(await seen()).toContainEqual(["list", "demand", "law", "R4.1"]);
	});

	it("R4.1 — until its day neither register nor log shows it to the candidate; on its day both do, and a message goes once", async () => {
		await giveAddress();
		await tellWithheld(house.door, "https://spoor.test");
		const before = (await mine()).length;
		const logged = (await log()).length;
		const demand = await given(await withheld());
		expect(await mine()).toHaveLength(before);
		expect(await log()).toHaveLength(logged);
		expect(await house.rows("select told_at, withheld_article from app.demand where id = $1", [demand])).toEqual([
			{ told_at: null, withheld_article: "uavg.41.1.d" },
		]);
		expect(await tellWithheld(house.door, "https://spoor.test")).toBe(0);
		house.clock.set(new Date(Date.now() + 4 * 86_400_000));
		expect(await tellWithheld(house.door, "https://spoor.test")).toBe(1);
		expect(await toldAt(demand)).toBeInstanceOf(Date);
		expect(await tellWithheld(house.door, "https://spoor.test")).toBe(0);
	});

	it("R4.1 — with an address the message that goes at once counts as told; one that fails keeps no other waiting", async () => {
		expect(await toldAt(await given(await propose()))).toBeInstanceOf(Date);
		const [first, second] = [await given(await withheld()), await given(await withheld())];
		house.clock.set(new Date(Date.now() + 4 * 86_400_000));
		const failing: Door = {
			...house.door,
			as: (actor) => {
				const by = house.door.as(actor);
				return {
					...by,
					act: (subject, purpose, entry, work) =>
						entry.object?.[1] === first ? Promise.reject(new Error("broken")) : by.act(subject, purpose, entry, work),
				};
			},
		};
		await expect(tellWithheld(failing, "https://spoor.test")).rejects.toThrow(AggregateError);
		expect([await toldAt(first), await toldAt(second)]).toEqual([null, expect.any(Date)]);
		expect(await tellWithheld(house.door, "https://spoor.test")).toBe(1);
	});
});
