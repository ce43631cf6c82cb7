import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layAgreement } from "../../test/agreement.ts";
import { siteOf } from "../../test/browse.ts";
import { minutes, queueReport } from "../../test/disclosing.ts";
import { type TestHouse, testHouse } from "../../test/people.ts";
import { recordBsn } from "../bsn/bsn.server.ts";
import { candidateDisclosures } from "../dossiers/pages/candidate-disclosures.tsx";
import { formatDate, today } from "../law/deadlines.ts";
import { candidateTrajectory } from "../trajectories/pages/candidate-trajectory.tsx";
import { candidateOverview } from "./pages/candidate-overview.tsx";

let house: TestHouse;
let site: ReturnType<typeof siteOf>;
let line: string;
const pages = ["/mijn", "/mijn/traject", "/mijn/verstrekkingen"];
const world = () => house.worlds.mehmet;
const mine = async (path: string) => (await (await site.asCandidate("mehmet")).get(path)).html;

/** A report of Anna's that waits for Mehmet, or is a brief message that he is to know of. */
async function laidBefore(kind: "extensive" | "brief"): Promise<{ report: string; version: string }> {
	const [report, version] = [crypto.randomUUID(), crypto.randomUUID()];
	const { candidate, trajectory, contact, commissioner } = world();
	const [verification] = await house.rows<{ id: string }>("select id from app.address_verification where contact_id = $1", [
		contact,
	]);
	const shared = { subject_id: candidate, trajectory_id: trajectory };
	await house.as("anna").act(candidate, "reporting", { action: "submit", object: ["report", report] }, async (tx, seal) => {
		const at = house.as("anna").now();
		await tx
			.insertInto("app.report")
			.values({
				...{ id: report, ...shared, line_id: line, kind, about: "progress", period_from: "2026-09-07", period_to: "2026-11-07" },
				...{ due_on: "2026-11-07", state: "submitted", state_at: at, state_by: house.ids.anna, versions: 1 },
				...{ created_at: at, created_by: house.ids.anna },
			})
			.execute();
		const sealed = await seal("report_version", version, candidate, {
			title: "Voortgang",
			body: "",
			pdf: Buffer.from("%PDF"),
			recipients: "[]",
		});
		await tx
			.insertInto("app.report_version")
			.values({
				...{ id: version, ...shared, report_id: report, n: 1, ...sealed, sha256: Buffer.alloc(32), document_number: version },
				...{
					contact_id: contact,
					commissioner_id: commissioner,
					verification_id: verification?.id ?? "",
					recipients_sha256: Buffer.alloc(32),
				},
				...{ categories: ["progress"], purpose: "assignments", submitted_at: at, submitted_by: house.ids.anna },
			})
			.execute();
	});
	return { report, version };
}

beforeAll(async () => {
	house = await testHouse();
	site = siteOf(house, [candidateOverview, candidateTrajectory, candidateDisclosures]);
});
afterAll(() => house.close());

describe("R3.b — the portal of somebody for whom nothing happened yet", () => {
	it("R3.b — is calm, and says so on every page", async () => {
		const sofie = await site.asCandidate("sofie");
		const overview = (await sofie.get("/mijn")).html;
		expect(overview).toContain("Dag Sofie");
		expect(overview).toContain("Er wacht niets op u.");
		expect(overview).toContain("De komende drie maanden staat er niets gepland.");
		expect((await sofie.get("/mijn/traject")).html).toContain("Daarover zijn nog geen afspraken gemaakt.");
		expect((await sofie.get("/mijn/verstrekkingen")).html).toContain("Wij gaven nog niets over u aan anderen.");
	});

	it("R3.b — somebody who is not signed in goes to the sign-in page; staff have no way in", async () => {
		for (const path of pages) {
			expect((await site.anyone().get(path)).to).toContain("/mijn/aanmelden");
			expect((await (await site.as("anna")).get(path)).to).toContain("/mijn/aanmelden");
		}
	});
});

it("R2.1 — the portal says for which work a citizen service number is held, by which law and since when, and never the number", async () => {
	const none = await mine("/mijn/traject");
	expect(none).not.toContain("Burgerservicenummer");
	const { candidate, trajectory } = world();
	const number = { id: crypto.randomUUID(), candidate, trajectory, typed: "123456782", rowVersion: null };
	await recordBsn(house.as("anna"), number);
	const html = await mine("/mijn/traject");
	for (const text of [
		"Burgerservicenummer",
		"afgedekt",
		"BW 7:658a(5)",
		"tweede spoor",
		formatDate(today(house.as("anna")), "nl"),
	])
		expect(html).toContain(text);
	expect(html).not.toContain("123456782");
	expect((await (await site.asCandidate("sofie")).get("/mijn/traject")).html).not.toContain("Burgerservicenummer");
});

describe("R6.1 — what was agreed and what is coming", () => {
	it("R6.1 — an agreement that was not told yet waits; once told it does not", async () => {
		const agreement = crypto.randomUUID();
		await house.as("bram").act(house.worlds.sofie.candidate, "reporting", { action: "create" }, (tx) =>
			tx
				.insertInto("app.reporting_agreement")
				.values({
					...{ id: agreement, subject_id: house.worlds.sofie.candidate, trajectory_id: house.worlds.sofie.trajectory },
					...{ version: 1, made_at: new Date(), made_by: house.ids.bram },
				})
				.execute(),
		);
		const sofie = await site.asCandidate("sofie");
		expect((await sofie.get("/mijn")).html).toContain(`href="/mijn/afspraken/${agreement}"`);
		expect((await sofie.get("/mijn")).html).toContain("Er wacht één ding op u.");
		expect(await mine("/mijn")).not.toContain(agreement);
	});

	it("R6.1 — the agreement stands in sentences with its next day, and what it means", async () => {
		line = await layAgreement(house, "mehmet");
		house.clock.set("2026-11-01T12:00:00Z");
		const overview = await mine("/mijn");
		expect(overview).toMatch(
			/7 november 2026[\s\S]*Een schriftelijk voortgangsverslag voor Petra Peeters \(Bakkerij De Korenaar\)\./,
		);
		expect(overview).toContain("Anna vertelde u van de afspraken.");
		const trajectory = await mine("/mijn/traject");
		expect(trajectory).toContain("Re-integratie tweede spoor");
		expect(trajectory).toContain("Anna de Wit");
		expect(trajectory).toContain("mailto:anna@voorbeeld.test");
		expect(trajectory).toContain("U leest dit eerst.");
		expect(trajectory).toContain("Mehmet Demir");
		expect(trajectory).not.toContain("Bram");
	});

	it("R5.1 — registered data stand with their source; why a coach handed over does not", async () => {
		const id = crypto.randomUUID();
		await house.as("anna").act(world().candidate, "registration", { action: "update" }, async (tx, seal) => {
			const { value } = await seal("candidate_field", id, world().candidate, { value: "1980-04-03" });
			await tx
				.insertInto("app.candidate_field")
				.values({
					...{
						id,
						subject_id: world().candidate,
						assignment_type: "secondTrack",
						field: "birthDate",
						value,
						source: "commissioner",
					},
					...{ updated_at: new Date("2026-09-07"), updated_by: house.ids.anna },
				})
				.execute();
		});
		const html = await mine("/mijn/traject");
		expect(html).toMatch(/3 april 1980[\s\S]*Dit hebben wij van uw opdrachtgever\./);
		const reason = house
			.asCandidate("mehmet")
			.read(world().candidate, "portal", { action: "view" }, (tx) => tx.selectFrom("app.membership").select("reason").execute());
		await expect(reason).rejects.toThrow(/permission denied/);
	});
});

describe("R7.1 — what waits", () => {
	it("R7.1 — a report and a brief message wait with whose they are and where to read them", async () => {
		const { report } = await laidBefore("extensive");
		const html = await mine("/mijn");
		expect(html).toContain("Lees het verslag dat Anna wil sturen");
		expect(html).toContain(`href="/mijn/rapporten/${report}"`);
		expect(html).toContain("Zonder uw akkoord gaat het niet weg.");
		expect(html).toContain("Anna legde een verslag aan u voor.");
		const brief = await laidBefore("brief");
		expect(await mine("/mijn")).toContain("Lees het bericht dat Anna stuurt");
		expect((await (await site.asCandidate("sofie")).get("/mijn")).html).not.toContain(brief.report);
	});
});

describe("R4.1 — who received what", () => {
	it("R4.1 — each disclosure says what, to whom, in which state, on which ground, and whether it was approved", async () => {
		const { report, version } = await laidBefore("extensive");
		const { candidate, trajectory } = world();
		const { disclosure, dispatch } = await queueReport(house, { about: version });
		await house.asCandidate("mehmet").act(candidate, "portal", { action: "approve", object: ["report", report] }, (tx) =>
			tx
				.insertInto("app.report_answer")
				.values({
					...{
						id: crypto.randomUUID(),
						subject_id: candidate,
						trajectory_id: trajectory,
						version_id: version,
						answer: "approved",
					},
					...{ sha256: Buffer.alloc(32), recipients_sha256: Buffer.alloc(32), remark: null, own_view: null, method: "portal" },
					...{ answered_on: "2026-11-01", at: house.clock.now(), by_id: candidate, second_factor_at: house.clock.now() },
				})
				.execute(),
		);
		const queued = await mine("/mijn/verstrekkingen");
		expect(queued).toContain(
			"Petra Peeters (Bakkerij De Korenaar) krijgt straks een verslag over u. Het kan nog worden teruggehaald.",
		);
		expect(queued).toContain("U gaf akkoord op 1 november 2026.");
		expect(queued).toContain("Waarover: voortgang.");
		expect(queued).toContain("Dit mocht op grond van: gerechtvaardigd belang.");
		expect(queued).toContain(`/mijn/rapporten/${report}/versies/${version}.pdf`);
		expect(queued).toContain("/reglement#R7.1");
		const words = {
			transmitting: "krijgt nu een verslag over u.",
			accepted: "kreeg een verslag over u, per e-mail.",
			bounced: "kreeg een verslag over u niet. De mail werd geweigerd.",
			blocked: "kreeg een verslag over u niet. Wij hielden het tegen.",
			unknown: "kreeg misschien een verslag over u. Dat zoeken wij uit.",
			undone: "kreeg een verslag over u niet. Wij haalden het op tijd terug.",
		};
		for (const [state, said] of Object.entries(words)) {
			await house.rows(
				"alter table app.dispatch disable trigger guard; alter table app.disclosure disable trigger guard; alter table app.dispatch_event disable trigger guard",
			);
			await house.rows("select set_config('app.actor', $1, false)", [house.ids.anna]);
			await house.rows("update app.dispatch set state = $2, state_at = $3 where id = $1", [
				dispatch,
				state,
				new Date(house.clock.now().getTime() + minutes(10)),
			]);
			expect(await mine("/mijn/verstrekkingen"), state).toContain(said);
		}
		expect((await (await site.asCandidate("sofie")).get("/mijn/verstrekkingen")).html).not.toContain(disclosure);
		expect((await (await site.asCandidate("sofie")).get("/mijn/verstrekkingen")).html).toContain("Wij gaven nog niets over u");
	});

	it("R1.2 — each page is one look in the log, by the candidate, of the candidate", async () => {
		for (const [path, object] of [
			["/mijn/traject", "trajectory"],
			["/mijn/verstrekkingen", "register"],
			["/mijn", "overview"],
		]) {
			await mine(path as string);
			const [entry] = await house.rows("select * from audit.entry where actor_kind = 'candidate' order by at desc limit 1");
			expect(entry).toMatchObject({ action: "view", object_type: object, purpose: "portal", subjects: [world().candidate] });
		}
	});
});
