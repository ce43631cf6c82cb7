import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { passwordDays } from "../postgres/roles.ts";
import { renewAfterDays, renewalDue, renewer } from "./renewal.ts";
import { masterDays, masterDue } from "./rotate-master.ts";
import { supervise } from "./supervise.ts";

it.each([
	["2026-12-22T02:30:00Z", false],
	["2026-12-23T01:59:00Z", false],
	["2026-12-23T02:30:00Z", true],
	["2026-12-23T12:00:00Z", false],
	["2026-12-24T12:00:00Z", true],
	["2027-01-05T12:00:00Z", true],
])("R10.1 — passwords of a Spoor that runs since 23 November are renewed after thirty days, at night: at %s %s", (now, due) => {
	expect(renewalDue(new Date("2026-11-23T01:00:00Z"), new Date(now))).toBe(due);
});

it("R10.1 — they are renewed well before they end", () => {
	expect(passwordDays - renewAfterDays).toBeGreaterThanOrEqual(14);
});

it("R10.1 — a master key is due after a year, counted from the newest one", () => {
	const store = mkdtempSync(join(tmpdir(), "spoor-master-"));
	const made = (name: string, on: string) => {
		writeFileSync(join(store, name), "");
		utimesSync(join(store, name), new Date(on), new Date(on));
	};
	expect(masterDue(store, new Date("2026-11-23"))).toBe(false);
	made("master.key", "2025-11-20");
	expect(masterDue(store, new Date("2026-11-19"))).toBe(false);
	expect(masterDue(store, new Date("2026-11-21"))).toBe(true);
	made("master.2.key", "2026-11-20");
	expect(masterDue(store, new Date("2026-11-23"))).toBe(false);
	rmSync(store, { recursive: true });
	expect(masterDays).toBe(365);
});

it("R10.1 — what is due is renewed, what fails is said and tried again, and neither keeps the other from its turn", async () => {
	const said: string[] = [];
	let [passwords, masters, broken, due] = [0, 0, true, false];
	const look = renewer(
		{
			passwords: async () => {
				passwords++;
				if (broken) throw new Error("database away");
			},
			masterDue: () => due,
			master: async () => masters++,
			say: (line) => void said.push(line),
		},
		new Date("2026-11-23T01:00:00Z"),
	);
	await look(new Date("2026-12-01T02:00:00Z"));
	expect([passwords, masters, said]).toEqual([0, 0, []]);
	due = true;
	await look(new Date("2026-12-24T02:00:00Z"));
	expect([passwords, masters]).toEqual([1, 1]);
	expect(said[0]).toContain("could not be renewed, and end in 13 days: database away");
	[broken, due] = [false, false];
	await look(new Date("2026-12-24T03:00:00Z"));
	await look(new Date("2026-12-24T04:00:00Z"));
	expect([passwords, masters]).toEqual([2, 1]);
	expect(said.at(-1)).toBe("The passwords of the database were renewed");
});

it("R10.1 — a process that is told anew is stopped and waited for until it runs again, with what counts then", async () => {
	const told: string[] = [];
	let password = "old";
	const start = async () => {
		told.push(password);
		let end = () => {};
		const gone = new Promise<void>((resolve) => {
			end = resolve;
		});
		return { pid: told.length, gone, stop: async () => end() };
	};
	const service = await supervise({ name: "server", start, say: () => {} });
	password = "new";
	await service.restart();
	expect([told, service.pid()]).toEqual([["old", "new"], 2]);
	await service.stop();
	expect(told).toHaveLength(2);
});
