import { expect, it } from "vitest";
import { momentOf } from "../law/deadlines.ts";
import { maySpeak, type SpokenFacts, spokenAt } from "./spoken.ts";

const at = (text: string) => new Date(text);
const good: SpokenFacts = {
	...{ at: at("2026-11-20T10:00:00Z"), now: at("2026-11-23T09:00:00Z") },
	...{ begunOn: "2026-09-07", agreed: true, renamedAt: null },
};

it.each<[string, Partial<SpokenFacts>]>([
	["as it was", {}],
	["at this very moment", { at: good.now }],
	["on the first day", { at: at("2026-09-06T22:00:00Z") }],
	["after the recipient got their name", { renamedAt: at("2026-11-20T10:00:00Z") }],
])("R9.2 — %s it can be written down", (_, change) => expect(maySpeak({ ...good, ...change }).allowed).toBe(true));

it.each<[string, string, Partial<SpokenFacts>]>([
	["R9.2", "yet to come, by a minute", { at: at("2026-11-23T09:01:00Z") }],
	["R9.2", "before the trajectory", { at: at("2026-09-06T21:59:00Z") }],
	["R6.1", "before it was agreed", { agreed: false }],
	["R6.1", "with who was there before", { renamedAt: at("2026-11-20T10:00:01Z") }],
])("%s — %s it is refused", (clause, _, change) =>
	expect(maySpeak({ ...good, ...change })).toMatchObject({ allowed: false, because: clause }),
);

it.each([
	["2026-11-23", "10:00", "2026-11-23T09:00:00.000Z"],
	["2026-07-01", "10:00", "2026-07-01T08:00:00.000Z"],
	["2026-03-29", "01:30", "2026-03-29T00:30:00.000Z"],
	["2026-03-29", "02:30", "2026-03-29T00:30:00.000Z"],
	["2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"],
	["2026-10-25", "01:59", "2026-10-24T23:59:00.000Z"],
	["2026-10-25", "02:30", "2026-10-25T01:30:00.000Z"],
	["2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"],
	["2026-01-01", "00:00", "2025-12-31T23:00:00.000Z"],
])("R15.1 — on %s the clocks of Amsterdam show %s at %s", (day, time, instant) =>
	expect(momentOf(day, time).toISOString()).toBe(instant),
);

it("R8.1 — a typed minute is its end, so that what was withdrawn within it counts; the minute that runs is now, and one to come stays to come", () => {
	const now = at("2026-11-23T09:00:30Z");
	expect(spokenAt("2026-11-23", "09:59", now)).toEqual(at("2026-11-23T08:59:59.999Z"));
	expect(spokenAt("2026-11-23", "10:00", now)).toEqual(now);
	expect(spokenAt("2026-11-23", "10:01", now)).toEqual(at("2026-11-23T09:01:59.999Z"));
});
