import { expect, it } from "vitest";
import { Away, outageOf } from "./outage.ts";

const coded = (code: string, rest: object = {}) => Object.assign(new Error("…"), { code, ...rest });

it("R10.1 — an error that a part is away names the part, also as the cause of another", () => {
	expect(outageOf(coded("57P01"))).toBe("database");
	expect(outageOf(coded("08006"))).toBe("database");
	expect(outageOf(coded("53300"))).toBe("database");
	expect(outageOf(coded("53100"))).toBe("disk");
	expect(outageOf(coded("ENOSPC", { syscall: "write" }))).toBe("disk");
	expect(outageOf(coded("ECONNREFUSED", { syscall: "connect" }))).toBe("database");
	expect(outageOf(new Error("Connection terminated unexpectedly"))).toBe("database");
	expect(outageOf(new Error("timeout exceeded when trying to connect"))).toBe("database");
	expect(outageOf(new Away("keys", "away"))).toBe("keys");
	expect(outageOf(new Error("not done", { cause: new Away("renderer", "away") }))).toBe("renderer");
});

it("R10.1 — an error of anything else is no outage: it is not told as one that passes", () => {
	for (const error of [
		coded("23505"),
		coded("42501"),
		coded("ENOENT", { syscall: "open" }),
		new Error("Stale"),
		"text",
		undefined,
	])
		expect(outageOf(error)).toBeUndefined();
});
