import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { sessionCookie, webOver } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { paceOf } from "../web/pace.ts";
import type { Page } from "../web/page.ts";
import { serve } from "../web/serve.server.tsx";
import { turnsOf } from "../web/turns.ts";
import { scannerAt } from "./clamd.ts";

// A scanner that speaks as clamd does: it takes pieces with their length, and finds a word.
const folder = mkdtempSync(join(tmpdir(), "spoor-scan-"));
const path = join(folder, "clamd");
let answer = (file: Buffer): string => (file.includes("EICAR") ? "stream: Eicar-Signature FOUND\0" : "stream: OK\0");
let server: Server;
let house: TestHouse;
let kept: string[] = [];
const pages: Page[] = [
	{
		path: "/verzonnen",
		portal: "staff",
		who: "signedIn",
		post: (visit) => {
			kept.push(visit.files.scan?.name ?? "zonder bestand");
			return { title: "Bewaard", body: "bewaard" };
		},
	},
];

beforeAll(async () => {
	house = await testHouse();
	server = createServer((socket) => {
		let all = Buffer.alloc(0);
		socket.on("data", (part) => {
			all = Buffer.concat([all, part]);
			if (all.toString("latin1") === "zPING\0") return void socket.end("PONG\0");
			const pieces: Buffer[] = [];
			for (let at = "zINSTREAM\0".length; at + 4 <= all.length; ) {
				const length = all.readUInt32BE(at);
				if (length === 0) return void socket.end(answer(Buffer.concat(pieces)));
				pieces.push(all.subarray(at + 4, at + 4 + length));
				at += 4 + length;
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(path, resolve));
});
afterAll(async () => {
	server.close();
	rmSync(folder, { recursive: true, force: true });
	await house.close();
});
afterEach(() => {
	kept = [];
});

const scanner = scannerAt(path, 2000);
async function bring(content: string | undefined, scan = scanner.clean) {
	const crowd = { pace: paceOf(house.clock), turns: turnsOf(), onHurry: async () => {}, scan };
	const app = webOver(house, pages, {}, undefined, (site) => serve({ ...site, crowd }));
	const body = new FormData();
	body.set("tekst", "wat ik schreef");
	if (content !== undefined) body.set("scan", new File([content], "papier.pdf"));
	const cookie = await sessionCookie(house, "staff", house.ids.anna);
	const response = await app.request("http://spoor.test/verzonnen", {
		method: "POST",
		headers: { cookie, origin: "http://spoor.test" },
		body,
	});
	return { status: response.status, html: await response.text() };
}

it("R10.1 — a large file goes in pieces, and is clean or not as the scanner says", async () => {
	const large = Buffer.alloc(300_000, 7);
	expect(await scanner.clean(large)).toBe(true);
	expect(await scanner.clean(Buffer.concat([large, Buffer.from("EICAR")]))).toBe(false);
	expect(await scanner.clean(new Uint8Array())).toBe(true);
	expect(await scanner.answers()).toBe(true);
});

it("R10.1 — a file with something harmful reaches no page; a clean one does, and so does a form without", async () => {
	const harmful = await bring("EICAR");
	expect(harmful.status).toBe(403);
	expect(harmful.html).toContain("virus");
	expect(kept).toEqual([]);
	expect((await bring("%PDF-1.7")).status).toBe(200);
	expect((await bring(undefined)).status).toBe(200);
	expect(kept).toEqual(["papier.pdf", "zonder bestand"]);
});

it.each([
	["says something else", "INSTREAM size limit exceeded. ERROR\0"],
	["says nothing", ""],
])("R10.1 — nothing is taken while the scanner %s", async (_what, said) => {
	const before = answer;
	answer = () => said;
	expect((await bring("%PDF-1.7")).html).toContain("niet op virussen");
	answer = before;
	expect(kept).toEqual([]);
});

it("R10.1 — nor while it is away", async () => {
	const away = scannerAt(join(folder, "weg"), 500);
	expect((await bring("%PDF-1.7", away.clean)).status).toBe(403);
	await expect(away.answers()).rejects.toThrow();
	expect(kept).toEqual([]);
});
