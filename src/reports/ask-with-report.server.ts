import { putQuestion } from "../consents/ask.server.ts";
import { consentMonths } from "../law/consents.ts";
import type { DataClass, RecipientType } from "../law/data-classes.ts";
import { addMonths, today } from "../law/deadlines.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { Sealer } from "../platform/sealing.ts";
import type { AgreementLine } from "../reporting-agreements/queries.server.ts";
import type { Paper } from "./document.server.ts";
import type { ReportRow } from "./facts.server.ts";
import type { Frozen } from "./freeze.server.ts";

/**
 * With a report that holds what needs consent, the question goes to the candidate at once, about this very document (R8.1). Approval of
 * the report is another question, and each has its own answer.
 */
export async function askWithReport(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	about: {
		row: ReportRow;
		version: string;
		line: AgreementLine;
		recipient: RecipientType;
		missing: readonly DataClass[];
		paper: Paper;
		frozen: Frozen;
		number: string;
	},
): Promise<void> {
	const { row, line, paper, missing } = about;
	if (missing.length === 0) return;
	const { contact } = paper;
	await putQuestion(by, tx, seal, {
		...{ id: by.chance.uuid(), candidate: row.subject_id, trajectory: row.trajectory_id, kind: "disclose" },
		recipient: {
			...{ kind: "contact", contactId: contact.id, commissionerId: contact.commissionerId, person: contact.person },
			shown: { name: fullName(contact.name), organisation: contact.organisation, type: about.recipient },
		},
		...{ purpose: line.purpose, dataClasses: missing, lines: [], until: addMonths(today(by), consentMonths.document) },
		document: { version: about.version, sha256: about.frozen.sha256, number: about.number, title: paper.draft.title },
	});
}
