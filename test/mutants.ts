import { relative } from "node:path";
import type { Plugin } from "vitest/config";

/** One check of the application, taken out of its source. */
export interface Mutant {
	/** The file it stands in. */
	readonly file: string;
	/** What it keeps from happening, in words. */
	readonly check: string;
	/** The check as it stands in the source, once; what is left when it is gone is `leaves`, or nothing. */
	readonly drop: string | RegExp;
	readonly leaves?: string;
}

const block = (start: string) => new RegExp(`enforce\\(\\s*${start}\\([\\s\\S]*?\\),?\\s*\\);`);

/** The mutants of the second wall. A check that moves or changes must be found again here: a mutant that does not bite fails. */
export const mutants = {
	noteOfOwnCandidate: {
		file: "src/dossiers/queries.server.ts",
		check: "a note is looked up with its candidate",
		drop: '.where("id", "=", note).where("subject_id", "=", candidate)',
		leaves: '.where("id", "=", note)',
	},
	noteToWriteOfOwnCandidate: {
		file: "src/dossiers/write-note.server.ts",
		check: "a note is opened for writing with its candidate",
		drop: '.where("id", "=", note).where("subject_id", "=", candidate)',
		leaves: '.where("id", "=", note)',
	},
	noteOnOwnCaseload: {
		file: "src/dossiers/write-note.server.ts",
		check: "a note is begun on a trajectory of one's caseload",
		drop: '.where("id", "in", sql<string>`(select app.my_dossier())`)',
	},
	reportOfOwnCandidate: {
		file: "src/reports/facts.server.ts",
		check: "a report is looked up with its candidate",
		drop: '.where("id", "=", report).where("subject_id", "=", candidate)',
		leaves: '.where("id", "=", report)',
	},
	reportInOwnPortal: {
		file: "src/reports/facts.server.ts",
		check: "a candidate's report is looked up with that candidate",
		drop: '.where("subject_id", "=", candidate);',
		leaves: ";",
	},
	pdfOfOwnCandidate: {
		file: "src/reports/queries.server.ts",
		check: "a PDF is looked up with its report and candidate",
		drop: /\.where\("report_id", "=", report\)\s*\.where\("subject_id", "=", candidate\)/,
	},
	registerOfOwnCaseload: {
		file: "src/disclosures/queries.server.ts",
		check: "the register of disclosures is for who guides the candidate",
		drop: '.$if(!all, (query) => query.where("id", "in", sql<string>`(select app.my_candidates())`))',
	},
	undoByWhoSends: {
		file: "src/disclosures/undo.server.ts",
		check: "a message is taken back by who may send",
		drop: 'enforce(may(by.actor.roles, "report.send"));',
	},
	undoOfOwnCandidate: {
		file: "src/disclosures/undo.server.ts",
		check: "a message to take back is looked up with its candidate",
		drop: '.where("subject_id", "=", candidate)\n\t\t\t.forUpdate()',
		leaves: ".forUpdate()",
	},
	logByItsKeeper: {
		file: "src/audit-log/log.server.ts",
		check: "the log is read by the privacy officer",
		drop: 'enforce(may(by.actor.roles, "log.read"));\n\t\treturn logPage',
		leaves: "return logPage",
	},
	glassByReviewer: {
		file: "src/looks/queries.server.ts",
		check: "a broken glass is looked into by who reviews it",
		drop: 'enforce(may(by.actor.roles, "glass.review"));\n\t\tconst row = found',
		leaves: "const row = found",
	},
	glassBrokenByRole: {
		file: "src/looks/break-glass.server.ts",
		check: "the glass is broken by who may, with a fresh factor",
		drop: block("mayBreakGlass"),
	},
	glassReviewedByAnother: {
		file: "src/looks/break-glass.server.ts",
		check: "a broken glass is reviewed by another than who broke it",
		drop: block("mayReview"),
	},
	conflictByOneself: {
		file: "src/looks/conflict.server.ts",
		check: "a conflict of a colleague is declared by the privacy officer",
		drop: "enforce(mayDeclare({ roles: by.actor.roles, own: input.staff === by.actor.id }));",
	},
	exceptionBySecondPerson: {
		file: "src/exceptions/exception.server.ts",
		check: "an exception is confirmed by another, of a role that may",
		drop: block("mayConfirm"),
	},
	exceptionOfOwnCandidate: {
		file: "src/exceptions/exception.server.ts",
		check: "an exception is looked up with its candidate",
		drop: '.where("x.subject_id", "=", candidate)',
	},
	answerByCandidate: {
		file: "src/reports/answer.server.ts",
		check: "a report is answered by the candidate it is about",
		drop: "by.actor.id !== input.candidate || ",
	},
	agreementOnOwnCaseload: {
		file: "src/reporting-agreements/agree.server.ts",
		check: "an agreement is made by who guides the trajectory",
		drop: '.where("t.id", "in", sql<string>`(select app.my_trajectories())`)',
	},
	handOverByRole: {
		file: "src/trajectories/hand-over.server.ts",
		check: "a trajectory is handed over by who assigns",
		drop: 'enforce(may(by.actor.roles, "trajectory.assign"));\n\t\tawait enforceTaker',
		leaves: "await enforceTaker",
	},
	deputyByRole: {
		file: "src/trajectories/hand-over.server.ts",
		check: "a deputy is appointed by who assigns",
		drop: 'enforce(may(by.actor.roles, "trajectory.assign"));\n\t\t\tenforce(mayDeputise',
		leaves: "enforce(mayDeputise",
	},
	rolesByAdministrator: {
		file: "src/staff/staff.server.ts",
		check: "roles are given by the administrator",
		drop: 'enforce(may(by.actor.roles, "staff.manage"));\n\tenforceFresh(by);\n\tawait by.act(staff,',
		leaves: "await by.act(staff,",
	},
	colleagueByAdministrator: {
		file: "src/staff/staff.server.ts",
		check: "a colleague is added by the administrator",
		drop: 'enforce(may(by.actor.roles, "staff.manage"));\n\tenforceFresh(by);\n\tawait by.keys',
		leaves: "await by.keys",
	},
	leavingByAdministrator: {
		file: "src/staff/staff.server.ts",
		check: "a colleague's leaving is recorded by the administrator",
		drop: block("mayLeave"),
	},
	statementByAnother: {
		file: "src/staff/staff.server.ts",
		check: "a statement of secrecy is registered by another than who signed it",
		drop: block("mayRegisterStatement"),
	},
	statementByRole: {
		file: "src/staff/staff.server.ts",
		check: "a statement of secrecy is registered by administrator or privacy officer",
		drop: block("mayRegisterStatement"),
	},
	vouchForAnother: {
		file: "src/accounts/vouch.server.ts",
		check: "nobody vouches for themself",
		drop: block("mayVouch"),
	},
	doorKnows: {
		file: "src/platform/db.server.ts",
		check: "the door says that there is nothing before it asks for another's rows",
		drop: "if (asks && !rows[0]?.known) throw new NotFound();",
	},
	pageByRole: {
		file: "src/platform/web/serve.server.tsx",
		check: "a page opens for a role that may",
		drop: 'if (page.who !== "signedIn") await permit(visit, page);',
	},
	pageBySignedIn: {
		file: "src/platform/web/serve.server.tsx",
		check: "a page opens for who is signed in with both factors",
		drop: "if (!session?.second_factor_at) return await notSignedIn(site, page, visit, context, method);",
	},
} as const satisfies Record<string, Mutant>;

export type MutantName = keyof typeof mutants;

/** The source without the check. Throws when the check does not stand there exactly once. */
export function without(mutant: Mutant, source: string): string {
	const { drop, leaves = "" } = mutant;
	const times = typeof drop === "string" ? source.split(drop).length - 1 : [...source.matchAll(new RegExp(drop, "g"))].length;
	if (times !== 1)
		throw new Error(`"${mutant.check}" stands ${times} times in ${mutant.file}, not once: find it again in test/mutants.ts`);
	return source.replace(drop, () => leaves);
}

/** Lets a test import a module without one of its checks: `import("…/x.server.ts?mutant=name")`. Everything else that imports it has it whole. */
export function mutation(): Plugin {
	return {
		name: "one check less",
		enforce: "pre",
		transform(code, id) {
			const [path = "", query = ""] = id.split("?");
			const name = new URLSearchParams(query).get("mutant");
			if (!name) return undefined;
			const mutant: Mutant | undefined = mutants[name as MutantName];
			if (!mutant || relative(process.cwd(), path) !== mutant.file) throw new Error(`No mutant ${name} of ${path}`);
			return { code: without(mutant, code), map: null };
		},
	};
}
