import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { roomIn } from "./room.ts";

it("R10.1 — there is room until something is refused for want of it, and a minute later again", async () => {
	let now = new Date("2026-11-23T09:00:00Z");
	const room = roomIn(tmpdir(), { now: () => now });
	expect(await room.left()).toBe(true);
	room.refused();
	now = new Date("2026-11-23T09:00:59Z");
	expect(await room.left()).toBe(false);
	now = new Date("2026-11-23T09:01:00Z");
	expect(await room.left()).toBe(true);
});

it("R10.1 — a data folder that is not there has no room that anybody knows of", async () => {
	await expect(roomIn("/nowhere/at/all", { now: () => new Date() }).left()).rejects.toThrow();
});
