import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { siteOf } from "../../test/browse.ts";
import { type FreshDatabase, freshDatabase } from "../../test/database.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { NotAllowed } from "../law/decision.ts";
import { nobody } from "../platform/actor.ts";
import { agencyFrom } from "../platform/agency.server.ts";
import { systemChance, systemClock } from "../platform/clock.ts";
import { type Door, openDoor } from "../platform/db.server.ts";
import { coversIn } from "../platform/keys/covers.ts";
import { openVault } from "../platform/keys/vault.ts";
import { certificateFacts } from "../platform/pdf/certificate.ts";
import { FieldErrors, Stale } from "../platform/web/page.ts";
import { type SetUpForm, setUpForm } from "./form.ts";
import { particularsPage, sealPage } from "./pages/staff-agency.tsx";
import { termsPage } from "./pages/staff-terms.tsx";
import { logoFrom, saveParticulars } from "./particulars.server.ts";
import { isSetUpCode, setUp } from "./set-up.server.ts";
import { saveTerms } from "./terms.server.ts";

const code = "abcde-12345-fghij";
const sha256 = createHash("sha256").update(code).digest("hex");
const form: SetUpForm = setUpForm.parse({
	name: "Bureau Nieuw",
	address: "Kade 2",
	postal_code: "1111 aa",
	city: "Nieuwstad",
	phone: "",
	email: "info@nieuw.test",
	website: "",
	kvk: "12345678",
	dpo_name: "",
	dpo_email: "",
	given_name: "Ada",
	infix: "",
	family_name: "Bos",
	staff_email: "ada@nieuw.test",
	code,
});

describe("setting up", () => {
	let database: FreshDatabase;
	let door: Door;
	const visitor = () => door.as({ kind: "recipient", id: nobody, roles: [] });
	beforeAll(async () => {
		database = await freshDatabase();
		const keys = openVault(mkdtempSync(join(tmpdir(), "spoor-keys-")), coversIn(database.keys).covers);
		door = openDoor({
			connections: { recipient: database.recipient, staff: database.staff },
			keys,
			clock: systemClock,
			chance: systemChance,
		});
	});
	afterAll(async () => {
		await door.close();
		await database.drop();
	});

	it("R10.1 — without the code from the terminal nothing is made", async () => {
		await expect(setUp(visitor(), door, sha256, { ...form, code: "wrong" })).rejects.toThrow(FieldErrors);
		await expect(setUp(visitor(), door, undefined, form)).rejects.toThrow(FieldErrors);
		expect(await agencyFrom(door)()).toBeUndefined();
		expect(isSetUpCode(` ${code.toUpperCase()} `, sha256)).toBe(true);
	});

	it("R10.1 — with it, there are an agency with a certificate, one administrator and their invitation; and only once", async () => {
		const script = new File(["<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"], "logo.svg");
		await expect(setUp(visitor(), door, sha256, form, { logo: script })).rejects.toThrow(FieldErrors);
		expect(await agencyFrom(door)()).toBeUndefined();
		const drawn = "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h1'/></svg>";
		const logo = new File([drawn], "logo.svg");
		expect(await setUp(visitor(), door, sha256, form, { logo })).toMatch(/^\/uitnodiging\?code=/);
		const agency = await agencyFrom(door)();
		expect([agency?.logo?.toString(), agency?.logo_type]).toEqual([drawn, "image/svg+xml"]);
		expect(agency).toMatchObject({ name: "Bureau Nieuw", postal_code: "1111 AA", demonstration: false });
		expect(certificateFacts(agency?.seal_certificate as Buffer).subject).toContain("Bureau Nieuw");
		await expect(setUp(visitor(), door, sha256, form)).rejects.toThrow(NotAllowed);
	});
});

describe("particulars", () => {
	let house: TestHouse;
	beforeAll(async () => {
		house = await testHouse();
	});
	afterAll(() => house.close());
	const { code: _code, given_name: _g, infix: _i, family_name: _f, staff_email: _e, ...rest } = form;

	it("R10.1 — the administrator changes them; a second save of the same version is told so", async () => {
		await saveParticulars(house.as("ada"), { ...rest, rowVersion: 1 });
		await expect(saveParticulars(house.as("ada"), { ...rest, name: "Anders", rowVersion: 1 })).rejects.toThrow(Stale);
		expect(await house.rows("select name from app.agency")).toEqual([{ name: "Bureau Nieuw" }]);
	});

	it("R10.1 — a coach cannot, and the database would not let them", async () => {
		await expect(saveParticulars(house.as("anna"), { ...rest, rowVersion: 2 })).rejects.toThrow(NotAllowed);
		const attempt = house
			.as("anna")
			.act([], "registration", { action: "update" }, (tx) =>
				tx.updateTable("app.agency").set({ name: "Gekaapt" }).executeTakeFirst(),
			);
		await expect(attempt).rejects.toThrow(/row-level security/);
	});

	it.each([
		["a program", "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"],
		["an address elsewhere", "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://elders.test/x'/></svg>"],
		["an entity", "<!DOCTYPE svg [<!ENTITY x 'y'>]><svg xmlns='http://www.w3.org/2000/svg'/>"],
		["no picture", "GIF89a"],
	])("R10.1 — a logo with %s is refused", async (_what, text) => {
		await expect(logoFrom(new File([text], "logo.svg"))).rejects.toThrow(FieldErrors);
	});

	it("R10.1 — a plain SVG and no file at all are fine", async () => {
		expect(
			await logoFrom(new File(["<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0h1'/></svg>"], "logo.svg")),
		).toMatchObject({ type: "image/svg+xml" });
		expect(await logoFrom(undefined)).toBeUndefined();
	});
});

describe("terms", () => {
	let house: TestHouse;
	beforeAll(async () => {
		house = await testHouse();
	});
	afterAll(() => house.close());
	const standing = async () =>
		(await house.rows("select undo_seconds, collect_days, row_version from app.agency"))[0] as Record<string, number>;
	const entries = async () =>
		(await house.rows("select outcome from audit.entry where action = 'setTerms' order by at")).map((row) => row.outcome);

	it("R4.1 — the administrator sets them within the limits, and the log says so; a second save of the same version is told so", async () => {
		await saveTerms(house.as("ada"), { row_version: 1, undo_minutes: 25, collect_days: 14 });
		expect(await standing()).toEqual({ undo_seconds: 1500, collect_days: 14, row_version: 2 });
		expect(await entries()).toEqual(["allowed"]);
		const again = saveTerms(house.as("ada"), { row_version: 1, undo_minutes: 5, collect_days: 7 });
		await expect(again).rejects.toThrow(Stale);
		expect(await standing()).toEqual({ undo_seconds: 1500, collect_days: 14, row_version: 2 });
	});

	it("R4.1, R8.1 — outside the limits, or by who is no administrator, nothing changes, and the field says which clause", async () => {
		const before = await standing();
		const attempt = saveTerms(house.as("ada"), { row_version: 2, undo_minutes: 0, collect_days: 200 });
		await expect(attempt).rejects.toMatchObject({
			errors: {
				undo_minutes: { en: expect.stringContaining("R4.1") },
				collect_days: { en: expect.stringContaining("R8.1") },
			},
		});
		const byCoach = saveTerms(house.as("anna"), { row_version: 2, undo_minutes: 5, collect_days: 7 });
		await expect(byCoach).rejects.toThrow(NotAllowed);
		expect(await standing()).toEqual(before);
	});

	it("R4.1 — on the screen: what was typed stays with its reason, and what was saved is there at once", async () => {
		const ada = await siteOf(house, [termsPage, particularsPage, sealPage]).as("ada");
		const shown = (html: string, name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1];
		const version = String((await standing()).row_version);
		const wrong = await ada.post("/beheer/termijnen", { row_version: version, undo_minutes: "90", collect_days: "vier" });
		expect(wrong.status).toBe(422);
		expect([shown(wrong.html, "undo_minutes"), shown(wrong.html, "collect_days")]).toEqual(["90", "vier"]);
		const over = await ada.post("/beheer/termijnen", { row_version: version, undo_minutes: "90", collect_days: "30" });
		expect([over.status, over.html.includes("R4.1")]).toEqual([422, true]);
		const right = await ada.post("/beheer/termijnen", { row_version: version, undo_minutes: "15", collect_days: "30" });
		expect(right.status).toBe(303);
		const page = await ada.get("/beheer/termijnen");
		expect([shown(page.html, "undo_minutes"), shown(page.html, "collect_days")]).toEqual(["15", "30"]);
		for (const path of ["/beheer/bureau", "/beheer/zegel"]) {
			expect(shown((await ada.get(path)).html, "row_version")).toBe(String((await standing()).row_version));
		}
	});
});
