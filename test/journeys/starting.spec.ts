import { expect, inject, test } from "vitest";
import { startHouse } from "../start-house.ts";

test("R10.1 — whoever starts the demonstration finds it answering, its self-test in order", async () => {
	const answer = await fetch(new URL("/healthz", inject("house").url));
	expect(answer.status).toBe(200);
});

test("R10.1 — whoever starts a real agency gets a one-time code and an address of its own", async () => {
	const agency = await startHouse({ empty: true });
	try {
		expect(agency.url).not.toBe(inject("house").url);
		expect(agency.said.join("\n")).toMatch(/Set-up code.*: ([0-9a-f]{5}-){3}[0-9a-f]{5}/);
		expect((await fetch(new URL("/", agency.url))).status).toBeLessThan(500);
	} finally {
		await agency.stop();
	}
});
