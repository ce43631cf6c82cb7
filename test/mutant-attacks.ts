import { systemChance } from "../src/platform/clock.ts";
import type { Acting, openDoor } from "../src/platform/db.server.ts";
import type { Page } from "../src/platform/web/page.ts";
import type { serve } from "../src/platform/web/serve.server.tsx";
import { type Browser, siteOf } from "./browse.ts";
import { at, type Things } from "./matrix.ts";
import type { MutantName } from "./mutants.ts";
import type { StaffName, TestHouse } from "./people.ts";

interface Given {
	house: TestHouse;
	mehmet: Things;
	sofie: Things;
	pages: readonly Page[];
}
// biome-ignore lint/suspicious/noExplicitAny: a module is loaded by its path, whole or with a check less
type Module = any;
type Attack = ((module: Module, given: Given) => Promise<unknown>) & { by: string };
const attack = (by: string, how: (module: Module, given: Given) => Promise<unknown>): Attack => Object.assign(how, { by });

const id = () => crypto.randomUUID();
/** A read inside the door, as this person, of what this module looks up. */
const inside = (by: Acting, subject: string, purpose: "reporting" | "portal", work: (tx: never) => Promise<unknown>) =>
	by.read(subject, purpose, { action: "view" }, work as never);

/** Every page of a site, opened with the ids of Sofie's dossier; what does not open is left out, her name is looked for in the rest. */
async function everyPage(browser: Browser, { pages, sofie }: Given): Promise<string> {
	let shown = "";
	for (const page of pages) {
		if (!page.get || (page.portal !== "staff" && page.portal !== "candidate")) continue;
		const answer = await browser.get(at(page.path, sofie));
		for (const name of ["Sofie", "van den Berg"]) if (answer.html.includes(name)) throw new Error(`${page.path} shows ${name}`);
		// Links and form fields repeat the address that was asked for; what stands between the tags does not.
		shown += answer.html.replaceAll(/<[^>]*>/g, " ");
	}
	return shown;
}
const site = (module: Module, { house, pages }: Given) => siteOf(house, pages, {}, module.serve as typeof serve);

/** For each mutant somebody who uses the hole. */
export const attacks: Record<MutantName, Attack> = {
	noteOfOwnCandidate: attack("the coach of another", (m, { house, mehmet, sofie }) =>
		m.noteOf(house.as("anna"), mehmet.candidate, sofie.note),
	),
	noteToWriteOfOwnCandidate: attack("the coach of another", (m, { house, mehmet, sofie }) =>
		m.openNote(house.as("anna"), { candidate: mehmet.candidate, note: sofie.note }),
	),
	noteOnOwnCaseload: attack("a coordinator, who sees the headers of all", (m, { house, sofie }) =>
		m.beginNote(house.as("carla"), { candidate: sofie.candidate, trajectory: sofie.trajectory, note: id() }),
	),
	reportOfOwnCandidate: attack("the coach of another", (m, { house, mehmet, sofie }) =>
		inside(house.as("anna"), mehmet.candidate as string, "reporting", (tx) => m.reportRow(tx, mehmet.candidate, sofie.report)),
	),
	reportInOwnPortal: attack("another candidate", (m, { house, mehmet, sofie }) =>
		inside(house.asCandidate("mehmet"), mehmet.candidate as string, "portal", (tx) =>
			m.reportRow(tx, mehmet.candidate, sofie.report),
		),
	),
	pdfOfOwnCandidate: attack("the coach of another", (m, { house, mehmet, sofie }) =>
		m.versionPdf(house.as("anna"), "reporting", { candidate: mehmet.candidate, report: sofie.report, version: sofie.version }),
	),
	registerOfOwnCaseload: attack("a coordinator, who sees the headers of all", (m, { house, sofie }) =>
		m.registerOf(house.as("carla"), sofie.candidate),
	),
	undoByWhoSends: attack("somebody of finance", (m, { house, sofie }) =>
		m.undo(house.as("finn"), sofie.candidate, sofie.disclosure),
	),
	undoOfOwnCandidate: attack("the coach of another", (m, { house, mehmet, sofie }) =>
		m.undo(house.as("anna"), mehmet.candidate, sofie.disclosure),
	),
	logByItsKeeper: attack("a coordinator", async (m, { house }) => {
		const any = { actor: undefined, action: undefined, outcome: undefined, from: undefined, subject: undefined, page: 1 };
		return (await m.readLog(house.as("carla"), any)).rows;
	}),
	glassByReviewer: attack("the candidate's own coach", (m, { house, mehmet }) =>
		m.glassOf(house.as("anna"), mehmet.candidate, mehmet.glass),
	),
	glassBrokenByRole: attack("somebody of back office", (m, { house, sofie }) =>
		m.breakGlass(house.as("bea"), "http://spoor.test", {
			...{ id: id(), candidate: sofie.candidate, reason: "danger", explanation: "Ik wil het weten." },
		}),
	),
	glassReviewedByAnother: attack("who broke it", (m, { house, mehmet }) =>
		m.reviewGlass(house.as("carla"), {
			...{ candidate: mehmet.candidate, glass: mehmet.glass, rowVersion: 1, verdict: "justified", note: "Het mocht." },
		}),
	),
	conflictByOneself: attack("a coach, of a colleague", (m, { house, mehmet }) =>
		m.declareConflict(house.as("anna"), { id: id(), candidate: mehmet.candidate, staff: house.ids.carla, kind: "relative" }),
	),
	exceptionBySecondPerson: attack("who proposed it", (m, { house, mehmet }) =>
		m.confirmException(house.as("anna"), { candidate: mehmet.candidate, exception: mehmet.exception, rowVersion: 1 }),
	),
	exceptionOfOwnCandidate: attack("the coach of another", (m, { house, mehmet, sofie }) =>
		m.withdrawException(house.as("anna"), { candidate: mehmet.candidate, exception: sofie.exception, rowVersion: 1 }),
	),
	answerByCandidate: attack("another candidate", (m, { house, sofie }) =>
		m.answerReport(house.asCandidate("mehmet"), {
			...{ id: id(), candidate: sofie.candidate, report: sofie.report, version: sofie.version, sha256: "", recipientsSha256: "" },
			...{ answer: "approved", remark: null, ownView: null },
		}),
	),
	agreementOnOwnCaseload: attack("a coordinator, who sees the headers of all", (m, { house, sofie }) =>
		m.makeAgreement(house.as("carla"), {
			id: id(),
			candidate: sofie.candidate,
			trajectory: sofie.trajectory,
			basedOn: 1,
			lines: [],
		}),
	),
	handOverByRole: attack("the candidate's own coach", (m, { house, mehmet }) =>
		m.handOver(house.as("anna"), {
			...{ from: house.ids.anna, to: house.ids.bram, reason: "ruil" },
			trajectories: [{ id: mehmet.trajectory, candidate: mehmet.candidate }],
		}),
	),
	deputyByRole: attack("the candidate's own coach", (m, { house, mehmet }) =>
		m.deputise(house.as("anna"), {
			...{ to: house.ids.bram, from: "2099-01-04", until: "2099-01-08" },
			trajectories: [{ id: mehmet.trajectory, candidate: mehmet.candidate }],
		}),
	),
	rolesByAdministrator: attack("a coach, of themself", (m, { house }) =>
		m.setRoles(house.as("anna"), house.ids.anna, ["coach", "administrator"]),
	),
	colleagueByAdministrator: attack("a coach", (m, { house }) =>
		m.addMember(house.as("anna"), "http://spoor.test", {
			...{
				id: id(),
				name: { given: "Nep", infix: null, family: "Persoon" },
				email: "nep@voorbeeld.test",
				roles: ["administrator"],
			},
		}),
	),
	leavingByAdministrator: attack("a coach, of a colleague", (m, { house }) =>
		m.leave(house.as("anna"), { staff: house.ids.bea, rowVersion: 1 }),
	),
	statementByAnother: attack("an administrator, of themself", (m, { house }) =>
		m.registerStatement(house.as("ada"), { id: id(), staff: house.ids.ada, signedOn: "2026-01-05" }),
	),
	statementByRole: attack("a coach, of a colleague", (m, { house }) =>
		m.registerStatement(house.as("anna"), { id: id(), staff: house.ids.bram, signedOn: "2026-01-05" }),
	),
	vouchForAnother: attack("an administrator, of themself", (m, { house }) =>
		m.vouch(house.as("ada"), {
			id: id(),
			person: house.ids.ada,
			how: "inPerson",
			reason: "Ik ben het.",
			email: "ada@elders.test",
		}),
	),
	doorKnows: attack("the coach of another", async (m, { house, sofie }) => {
		const { staff, candidate } = house.database;
		const door: ReturnType<typeof openDoor> = (m.openDoor as typeof openDoor)({
			...{ connections: { staff, candidate }, keys: house.keys, clock: house.clock, chance: systemChance },
		});
		try {
			return await door
				.as(house.as("anna").actor)
				.read(sofie.candidate as string, "guidance", { action: "view" }, async (tx) => ({
					candidates: await tx
						.selectFrom("app.candidate")
						.selectAll()
						.where("id", "=", sofie.candidate as string)
						.execute(),
					notes: await tx.selectFrom("app.note_version").selectAll().execute(),
					reports: await tx.selectFrom("app.report_version").selectAll().execute(),
					disclosures: await tx.selectFrom("app.disclosure").selectAll().execute(),
				}));
		} finally {
			await door.close();
		}
	}),
	pageByRole: attack("finance and administrator, on every page of Sofie's", async (m, given) => {
		let shown = "";
		for (const who of ["finn", "ada"] as StaffName[]) shown += await everyPage(await site(m, given).as(who), given);
		return shown;
	}),
	pageBySignedIn: attack("a passer-by, on every page of Sofie's", (m, given) => everyPage(site(m, given).anyone(), given)),
};
