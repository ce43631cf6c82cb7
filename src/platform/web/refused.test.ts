import pino from "pino";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { sessionCookie, type Visitor, visitor, webOver } from "../../../test/browse.ts";
import { type TestHouse, testHouse } from "../../../test/people.ts";
import { type Page, submit } from "./page.ts";
import { serve } from "./serve.server.tsx";

// Attempts to get round what a form asks are written down, with who and which field, and never with what was sent.
let house: TestHouse;
let app: ReturnType<typeof webOver>;
let anna: Visitor;
let lines: Record<string, unknown>[] = [];
const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
const view = { title: "Verzonnen", body: "" };
const form = z.object({ kind: z.enum(["a", "b"]), text: z.string().max(10) });
const pages: Page[] = [
	{
		path: "/verzonnen",
		portal: "staff",
		who: "signedIn",
		post: (visit) => submit(visit, { form, act: async () => "/", again: () => view }),
	},
	{ path: "/verborgen", portal: "staff", who: "signedIn", post: (visit) => ({ ...view, title: z.uuid().parse(visit.form.id) }) },
];

beforeAll(async () => {
	house = await testHouse();
	app = webOver(house, pages, {}, undefined, (site) => serve({ ...site, log }));
	anna = visitor(app);
	const [name = "", value = ""] = (await sessionCookie(house, "staff", house.ids.anna)).split("=");
	anna.cookies.set(name, value);
});
afterAll(() => house.close());
beforeEach(() => {
	lines = [];
});
const said = () => lines.map(({ msg, by, path, fields }) => ({ msg, by, path, fields }));

it("R10.1 — a field that a schema refuses", async () => {
	expect((await anna.post("/verzonnen", { kind: "geheim", text: "veel te lang voor dit veld" })).status).toBe(422);
	expect(said()).toEqual([{ msg: "a form was refused", by: house.ids.anna, path: "/verzonnen", fields: ["kind", "text"] }]);
	expect(JSON.stringify(lines)).not.toMatch(/geheim|te lang/);
});

it("R10.1 — a hidden field that no form of ours sends", async () => {
	expect((await anna.post("/verborgen", { id: "geen-nummer" })).status).toBe(404);
	expect(said()).toEqual([
		{ msg: "a form was sent that no page of ours has", by: house.ids.anna, path: "/verborgen", fields: undefined },
	]);
	expect(JSON.stringify(lines)).not.toContain("geen-nummer");
});

it("R10.1 — a post from another site, and one that is too large", async () => {
	const headers = { "content-type": "application/x-www-form-urlencoded", origin: "https://elders.test" };
	expect((await app.request("http://spoor.test/verzonnen", { method: "POST", headers, body: "a=1" })).status).toBe(403);
	const body = "a".repeat(12 * 1024 * 1024 + 1);
	const large = { ...headers, origin: "http://spoor.test" };
	expect((await app.request("http://spoor.test/verzonnen", { method: "POST", headers: large, body })).status).toBe(413);
	expect(lines.map(({ msg, status }) => [msg, status])).toEqual([
		["a request was refused before its page", 403],
		["a request was too large", undefined],
	]);
});

it("R10.1 — what is filled in well leaves no line", async () => {
	expect((await anna.post("/verzonnen", { kind: "a", text: "goed" })).status).toBe(303);
	expect(lines).toEqual([]);
});
