import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountOf } from "../../test/accounts.ts";
import { visitor, webOver } from "../../test/browse.ts";
import type { StaffName } from "../../test/people.ts";
import { type Reporting, reporting } from "../../test/reporting.ts";
import { registerCandidate } from "../candidates/register.server.ts";
import { updateCandidate } from "../candidates/update.server.ts";
import { confirmByPhone } from "../commissioners/address.server.ts";
import { updateContact } from "../commissioners/contact.server.ts";
import { contactScreen } from "../commissioners/pages/staff-contact.tsx";
import { printDossier } from "../dossiers/excerpts.server.ts";
import { confirmException, proposeException, withdrawException } from "../exceptions/exception.server.ts";
import { today } from "../law/deadlines.ts";
import type { Role } from "../law/roles.ts";
import { sendReport } from "../reports/send.server.ts";
import { addMember, leave, setRoles } from "../staff/staff.server.ts";
import { signInPages } from "./pages/sign-in.tsx";

let now: Reporting;
beforeAll(async () => {
	now = await reporting();
});
afterAll(() => now.close());
beforeEach(() => now.begin());

/** The same person, whose last code was given so many minutes ago. */
const ago = (name: StaffName, minutes: number, roles: Role[]) =>
	now.house.door.as({
		kind: "staff",
		id: now.house.ids[name],
		roles,
		secondFactorAt: new Date(now.house.clock.now().getTime() - minutes * 60_000),
	});
const asked = { errors: { code: { nl: expect.stringContaining("code van dit moment") } } };
const standing = async () => ({
	rows: await now.house.rows(
		`select (select count(*) from app.disclosure) d, (select count(*) from app.dispatch) m, (select count(*) from app.address_verification) v,
		(select string_agg(md5(email), ',' order by id) from app.contact_person) c, (select string_agg(md5(value), ',' order by id) from app.candidate_field) f,
		(select count(*) from audit.entry where action = 'print' and outcome = 'allowed') p,
		(select json_agg(x order by id) from app.report_exception x) x, (select json_agg(r order by staff_id, role, from_at) from app.staff_role r) r,
		(select json_agg(m order by id) from app.staff_member m) s, (select count(*) from auth.account) a`,
	),
});

async function refusedThenDone(deed: (minutes: number) => Promise<unknown>): Promise<void> {
	const before = await standing();
	await expect(deed(11)).rejects.toMatchObject(asked);
	expect(await standing()).toEqual(before);
	await deed(9);
	expect(await standing()).not.toEqual(before);
}

const contact = (change: object = {}) => ({
	id: now.house.worlds.mehmet.contact,
	row_version: 1,
	name: { given: "Petra", family: "Peeters" },
	kind: "contact" as const,
	job_title: null,
	phone: null,
	email: now.house.worlds.mehmet.contactEmail,
	...change,
});

describe("R10.1 — what weighs asks a second factor of the last ten minutes, and leaves nothing behind without", () => {
	it("R7.1 — sending a report", async () => {
		await now.approved();
		await refusedThenDone((minutes) =>
			sendReport(ago("anna", minutes, ["coach"]), now.press.agency, now.press.publicUrl, {
				...{ candidate: now.candidate, report: now.report(), rowVersion: 3, disclosure: crypto.randomUUID() },
			}),
		);
	});

	it("R7.3 — the second person of an exception; turning it down asks nothing", async () => {
		await now.write();
		const whose = { candidate: now.candidate, report: now.report(), version: await now.submit() };
		const reasoning = "De Wet WIA, artikel 25, verplicht ons dit verslag te geven; uitstel kan niet.";
		const propose = async () => {
			const id = crypto.randomUUID();
			await proposeException(now.house.as("anna"), { id, ...whose, ground: "legalDuty", reasoning });
			return { candidate: now.candidate, exception: id, rowVersion: 1 };
		};
		await withdrawException(ago("carla", 11, ["coordinator"]), await propose());
		const second = await propose();
		await refusedThenDone((minutes) => confirmException(ago("carla", minutes, ["coordinator"]), second));
	});

	it("R1.2 — printing from a dossier", () =>
		refusedThenDone((minutes) =>
			printDossier(ago("anna", minutes, ["coach"]), {
				...{ candidate: now.candidate, trajectory: now.house.worlds.mehmet.trajectory },
				...{ sections: ["notities"] as never, purpose: "guidance" as const },
			}),
		));

	it("R9.1 — confirming a contact person's address by telephone", () =>
		refusedThenDone((minutes) =>
			confirmByPhone(ago("bea", minutes, ["backOffice"]), now.house.worlds.sofie.contact, today(now.house.clock)),
		));

	it("R9.1 — another address for a contact person; another job title asks nothing", async () => {
		await updateContact(ago("bea", 11, ["backOffice"]), contact({ job_title: "Hoofd" }));
		await refusedThenDone((minutes) =>
			updateContact(ago("bea", minutes, ["backOffice"]), contact({ row_version: 2, email: "petra.nieuw@voorbeeld.test" })),
		);
	});

	it("R3.a — another address for a candidate; another town asks nothing", async () => {
		const candidate = crypto.randomUUID();
		const fields = { givenName: "Iris", familyName: "Groot", email: "iris@voorbeeld.test", city: "Zwolle" };
		await registerCandidate(now.house.as("anna"), {
			...{ candidate, trajectory: crypto.randomUUID(), type: "secondTrack", lookedAt: false, fields, source: "commissioner" },
			assignment: { id: now.house.worlds.mehmet.assignment },
		} as never);
		const change = (minutes: number, rowVersion: number, to: object) =>
			updateCandidate(ago("anna", minutes, ["coach"]), {
				candidate,
				rowVersion,
				source: "candidate",
				fields: { ...fields, ...to },
			});
		await change(11, 1, { city: "Assen" });
		await refusedThenDone((minutes) => change(minutes, 2, { city: "Assen", email: "iris.nieuw@voorbeeld.test" }));
	});
});

describe("R10.1 — and so does what opens or shuts an account", () => {
	it("R1.2 — a new member of staff, other roles, leaving", async () => {
		const ada = (minutes: number) => ago("ada", minutes, ["administrator"]);
		const id = crypto.randomUUID();
		const email = `${id}@voorbeeld.test`;
		const nora = { id, name: { given: "Nora", infix: null, family: "Nieuw" }, email, roles: ["coach"] as const };
		await refusedThenDone((minutes) => addMember(ada(minutes), "http://spoor.test", nora));
		await refusedThenDone((minutes) => setRoles(ada(minutes), id, ["finance"]));
		await refusedThenDone((minutes) => leave(ada(minutes), { staff: id, rowVersion: 1 }));
	});
});

it("R10.1 — the page asks the code in place, keeps what was typed, and takes it with the code", async () => {
	const { house } = now;
	house.clock.set(new Date());
	const bea = await accountOf(house, house.as("ada"), house.ids.bea, "staff", "bea@voorbeeld.test");
	const browser = visitor(webOver(house, [...signInPages("staff"), contactScreen]));
	await browser.post("/aanmelden", { email: bea.email, password: bea.password });
	await browser.post("/aanmelden/code", { code: bea.code() });
	const at = `/opdrachtgevers/${house.worlds.sofie.commissioner}/contactpersonen/${house.worlds.sofie.contact}`;
	expect((await browser.get(at)).html).not.toContain('name="code"');
	house.clock.set(new Date(house.clock.now().getTime() + 11 * 60_000));
	const typed = {
		...{ row_version: "1", given: "Petra", infix: "", family: "Peeters-Nieuw", kind: "contact", job_title: "", phone: "" },
		email: "petra.peeters@voorbeeld.test",
	};
	const kind = /value="(\w+)" selected/.exec((await browser.get(at)).html)?.[1] ?? "contact";
	const refused = await browser.post(at, { ...typed, kind });
	expect(refused.status).toBe(422);
	expect(refused.html).toContain('name="code"');
	expect(refused.html).toContain("Peeters-Nieuw");
	expect((await browser.post(at, { ...typed, kind, code: "000000" })).status).toBe(422);
	expect((await browser.post(at, { ...typed, kind, code: bea.code() })).to).toBe(at);
	expect((await browser.get(at)).html).toContain("petra.peeters@voorbeeld.test");
});
