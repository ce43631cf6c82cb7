import { describe, expect, it } from "vitest";
import { type CategoryId, categories, categoryIds } from "../law/categories.ts";
import { type DataClass, dataClasses, dataClassIds, recipientTypeIds } from "../law/data-classes.ts";
import { NotAllowed, no, yes } from "../law/decision.ts";
import {
	type Cleared,
	clear,
	type DispatchState,
	isClearance,
	mayCollect,
	mayMail,
	mayMove,
	mayNotify,
	mayTransmit,
	moves,
	nextAttempt,
	states,
	type TransmissionFacts,
} from "./rules.ts";

const hash = "ab".repeat(32);
const facts: Cleared = {
	subject: "s",
	trajectory: "t",
	about: { kind: "report", id: "r" },
	recipient: {
		contactId: "c",
		commissionerId: "o",
		commissionerName: "Bakkerij",
		name: "Petra Peeters",
		email: "p@korenaar.test",
		type: "employer",
	},
	form: "written",
	sha256: hash,
	categories: ["progress"],
	purpose: "reporting",
	ground: "avg.6.1.f",
};

describe("a clearance", () => {
	it("R4.1 — is made by a yes, carries its clause and cannot be changed afterwards", () => {
		const clearance = clear(yes("R7.1"), facts);
		expect(clearance).toMatchObject({ ...facts, clause: "R7.1", channel: "B" });
		expect(isClearance(clearance)).toBe(true);
		expect(() => Object.assign(clearance, { sha256: "0".repeat(64) })).toThrow(TypeError);
		expect(() => Object.assign(clearance.recipient, { email: "evil@x.test" })).toThrow(TypeError);
		expect(() => (clearance.categories as CategoryId[]).push("illness")).toThrow(TypeError);
	});

	it("R4.1 — is not made by a no: the refusal keeps its own clause", () => {
		expect(() => clear(no("R7.1"), facts)).toThrow(expect.objectContaining({ name: "NotAllowed", clause: "R7.1" }));
	});

	it("R4.1 — a copy or an imitation of one is none", () => {
		const clearance = clear(yes("R7.1"), facts);
		expect(isClearance({ ...clearance })).toBe(false);
		expect(isClearance({ ...facts, clause: "R7.1", channel: "B" })).toBe(false);
	});

	it("R4.1 — follows what was cleared, not what is done to the facts later", () => {
		const recipient = { ...facts.recipient };
		const clearance = clear(yes("R7.1"), { ...facts, recipient });
		recipient.email = "evil@x.test";
		expect(clearance.recipient.email).toBe("p@korenaar.test");
	});

	it("R4.1 — says which categories it is about", () => {
		expect(() => clear(yes("R7.1"), { ...facts, categories: [] })).toThrow(expect.objectContaining({ clause: "R4.1" }));
	});

	it("R9.1 — in writing it is bound to a hash, spoken to none", () => {
		expect(() => clear(yes("R7.1"), { ...facts, sha256: null })).toThrow();
		expect(() => clear(yes("R7.1"), { ...facts, sha256: "abc" })).toThrow();
		expect(() => clear(yes("R9.2"), { ...facts, form: "oral" })).toThrow();
		expect(clear(yes("R9.2"), { ...facts, form: "oral", sha256: null }).clause).toBe("R9.2");
	});

	for (const category of categoryIds) {
		const { channel, consentClause } = dataClasses[categories[category].dataClass];
		it(`${consentClause} — ${category} ${channel === "C" ? "does not go" : "goes"} by ordinary mail, also beside lighter data`, () => {
			const decision = mayMail(["attendance", category], "content");
			expect(decision.allowed).toBe(channel !== "C");
			if (!decision.allowed) expect(decision.because).toBe(consentClause);
			expect(mayMail(["attendance", category], "link").allowed).toBe(true);
			expect(clear(yes("R7.1"), { ...facts, categories: ["attendance", category] }).channel).toBe(channel);
		});
	}

	it("R9.1 — who is no contact person gets a letter, and neither a mail nor a call", () => {
		const recipient = { ...facts.recipient, contactId: null, commissionerId: null };
		expect(clear(yes("R4.1"), { ...facts, recipient, form: "letter" }).form).toBe("letter");
		expect(() => clear(yes("R4.1"), { ...facts, recipient })).toThrow(NotAllowed);
		expect(() => clear(yes("R4.1"), { ...facts, recipient, form: "oral", sha256: null })).toThrow(NotAllowed);
	});
});

const there = { commissionerId: "o", left: false, email: "p@korenaar.test", type: "employer" as const, same: true };
const good: TransmissionFacts = {
	state: "queued",
	due: true,
	recheck: yes("R7.1"),
	cleared: {
		sha256: hash,
		categories: ["progress"],
		recipient: { commissionerId: "o", email: "p@korenaar.test", type: "employer" },
	},
	contact: there,
	consented: [],
	addressVerified: true,
	domains: ["korenaar.test"],
	restricted: false,
	message: { sha256: hash, asFrozen: true, to: ["p@korenaar.test"], link: false },
};

describe("the gate", () => {
	it("R7.1 — lets go what still is what was approved, under the clause of the noun's own yes", () => {
		expect(mayTransmit(good)).toEqual(yes("R7.1"));
		expect(mayTransmit({ ...good, recheck: yes("R7.3") })).toEqual(yes("R7.3"));
		expect(mayTransmit({ ...good, domains: [] }).allowed).toBe(true);
		expect(mayTransmit({ ...good, domains: ["ander.test", "KORENAAR.test"] }).allowed).toBe(true);
	});

	const refusals: [string, string, Partial<TransmissionFacts>][] = [
		...(["transmitting", "accepted", "bounced", "blocked", "unknown", "undone"] as const).map(
			(state): [string, string, Partial<TransmissionFacts>] => ["R4.1", `the message is ${state}`, { state }],
		),
		["R4.1", "the time to undo is not over", { due: false }],
		["R4.1", "nobody can recheck it", { recheck: undefined }],
		["R7.1", "the approval was withdrawn", { recheck: no("R7.1") }],
		["R7.2", "the candidate was not told", { recheck: no("R7.2") }],
		["R7.3", "the exception no longer stands", { recheck: no("R7.3") }],
		["R11.2", "the candidate's data is restricted", { restricted: true }],
		["R8.1", "it holds health data", { cleared: { ...good.cleared, categories: ["progress", "workCapacity"] } }],
		["R8.1", "it holds the nature of an illness", { cleared: { ...good.cleared, categories: ["illness"] } }],
		["R3.e", "it holds test scores", { cleared: { ...good.cleared, categories: ["testScores"] } }],
		["R6.1", "the recipient is not there any more", { contact: undefined }],
		["R6.1", "the recipient left", { contact: { ...there, left: true } }],
		["R6.1", "the recipient moved to another organisation", { contact: { ...there, commissionerId: "x" } }],
		["R7.1", "the recipient is somebody else by now", { contact: { ...there, same: false } }],
		["R6.1", "the recipient is of another kind by now", { contact: { ...there, type: "insurer" } }],
		["R7.1", "the recipient's address changed", { contact: { ...there, email: "q@korenaar.test" } }],
		["R9.1", "the address is not verified", { addressVerified: false }],
		["R9.1", "the address is outside the commissioner's domains", { domains: ["ander.test"] }],
		["R9.1", "the address is in a domain that only ends alike", { domains: ["naar.test"] }],
		["R9.1", "the attachment is another one", { message: { ...good.message, sha256: "cd".repeat(32) } }],
		["R9.1", "the frozen bytes changed", { message: { ...good.message, asFrozen: false } }],
		["R9.1", "the message names another receiver", { message: { ...good.message, to: ["evil@x.test"] } }],
		["R9.1", "the message has two receivers", { message: { ...good.message, to: ["p@korenaar.test", "evil@x.test"] } }],
		["R9.1", "the message has no receiver", { message: { ...good.message, to: [] } }],
	];
	for (const [clause, what, change] of refusals) {
		it(`${clause} — nothing goes when ${what}`, () => {
			expect(mayTransmit({ ...good, ...change })).toMatchObject({ allowed: false, because: clause });
		});
		it(`${clause} — nothing goes when ${what}, also when the noun would refuse for another reason`, () => {
			expect(mayTransmit({ ...good, recheck: no("R12.1"), ...change }).allowed).toBe(false);
		});
	}

	it("R8.1 — what weighs as health data goes as a link and in no other way", () => {
		const cleared = { ...good.cleared, categories: ["workCapacity" as const] };
		const heavy = { ...good, cleared, consented: ["capacity" as const] };
		expect(mayTransmit({ ...heavy, message: { ...good.message, link: true } }).allowed).toBe(true);
		expect(mayTransmit(heavy)).toMatchObject({ allowed: false, because: "R8.1" });
	});

	// Every kind of recipient, category and set of consents, with a link and a noun that says yes: what the door itself lets by.
	for (const type of recipientTypeIds) {
		for (const category of categoryIds) {
			const { dataClass } = categories[category];
			const needs = dataClasses[dataClass].to[type];
			it(`${dataClasses[dataClass].consentClause} — ${category} to ${type} (${needs}) is let by only as the law's table says, whoever cleared it`, () => {
				const goes = (consented: readonly DataClass[]) => {
					const facts = {
						...good,
						cleared: { ...good.cleared, categories: [category], recipient: { ...good.cleared.recipient, type } },
						...{ contact: { ...there, type }, consented, message: { ...good.message, link: true } },
					};
					const { state, due, message, ...recipient } = facts;
					const collected = mayCollect({ ...recipient, open: true, sha256: hash }).allowed;
					expect(mayTransmit(facts).allowed).toBe(collected);
					return collected;
				};
				const others = dataClassIds.filter((one) => one !== dataClass);
				const withConsent = needs !== "no";
				const without = withConsent && !needs.toLowerCase().includes("consent");
				expect(goes([])).toBe(without);
				expect(goes(others)).toBe(without);
				expect(goes([dataClass])).toBe(withConsent);
				expect(goes(dataClassIds)).toBe(withConsent);
			});
		}
	}

	it("R8.1 — at collection all that concerns the recipient is asked again", () => {
		const { state, due, message, ...recipient } = good;
		const waiting = { ...recipient, open: true, sha256: hash };
		expect(mayCollect(waiting)).toEqual(yes("R7.1"));
		expect(mayCollect({ ...waiting, open: false })).toMatchObject({ because: "R9.1" });
		expect(mayCollect({ ...waiting, sha256: "cd".repeat(32) })).toMatchObject({ because: "R9.1" });
		expect(mayCollect({ ...waiting, recheck: no("R8.1") })).toMatchObject({ because: "R8.1" });
		expect(mayCollect({ ...waiting, recheck: undefined }).allowed).toBe(false);
		expect(mayCollect({ ...waiting, restricted: true })).toMatchObject({ because: "R11.2" });
		expect(mayCollect({ ...waiting, addressVerified: false })).toMatchObject({ because: "R9.1" });
		expect(mayCollect({ ...waiting, contact: undefined })).toMatchObject({ because: "R6.1" });
		expect(mayCollect({ ...waiting, contact: { ...there, same: false } })).toMatchObject({ because: "R7.1" });
		expect([state, due, message.link]).toEqual(["queued", true, false]);
	});

	it("R3.g — a notice goes while queued and unchanged to who is still there", () => {
		const notice = { state: "queued", left: false, asFrozen: true } as const;
		expect(mayNotify(notice).allowed).toBe(true);
		for (const change of [{ left: true }, { asFrozen: false }, { state: "undone" as const }])
			expect(mayNotify({ ...notice, ...change }).allowed).toBe(false);
	});
});

describe("the states of a message", () => {
	const all = states.filter((state): state is DispatchState => state !== "recorded");
	const allowed = new Set([
		"queued transmitting worker",
		"queued blocked worker",
		"queued blocked staff",
		"queued undone staff",
		"transmitting accepted worker",
		"transmitting queued worker",
		"transmitting bounced worker",
		"transmitting blocked worker",
		"transmitting unknown worker",
		"unknown queued staff",
		"unknown accepted staff",
		"unknown accepted worker",
		"blocked queued staff",
		"bounced queued staff",
	]);
	for (const from of all) {
		for (const to of all) {
			for (const by of ["worker", "staff"] as const) {
				const can = allowed.has(`${from} ${to} ${by}`);
				it(`R4.1 — ${from} ${can ? "becomes" : "does not become"} ${to} by ${by}`, () => {
					expect(mayMove({ from, to, by }).allowed).toBe(can);
				});
			}
		}
	}

	it("R9.1 — an unknown outcome is never sent again by the machine itself", () => {
		expect(moves.unknown.queued).toEqual(["staff"]);
		expect(moves.unknown.transmitting).toBeUndefined();
	});

	it("R4.1 — a refused undo says since when sending was under way", () => {
		const decision = mayMove({ from: "transmitting", to: "undone", by: "staff", began: "10:03:12" });
		expect(decision).toMatchObject({ allowed: false, why: { nl: "De verzending was al begonnen om 10:03:12." } });
	});

	it("R9.1 — a temporary refusal is tried again for some days, ever less often, and then given up", () => {
		const waits = Array.from({ length: 12 }, (_, index) => nextAttempt(index + 1));
		expect(waits.at(-1)).toBeUndefined();
		const minutes = waits.slice(0, -1) as number[];
		expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
		expect(minutes.reduce((sum, one) => sum + one, 0) / 1440).toBeGreaterThan(2);
	});
});
