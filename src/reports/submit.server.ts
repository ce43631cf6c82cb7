import { portalAddress } from "../candidates/reach.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { isUntold } from "../exceptions/facts.server.ts";
import { enforceGuard, guardingFor } from "../guard/check.server.ts";
import { today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { sha256 } from "../platform/hash.ts";
import type { Sealer } from "../platform/sealing.ts";
import { Stale } from "../platform/web/page.ts";
import type { AgreementLine } from "../reporting-agreements/queries.server.ts";
import { stillNeeded } from "../reporting-agreements/rules.ts";
import { asPrinted } from "./as-printed.ts";
import { askWithReport } from "./ask-with-report.server.ts";
import { documentOf, type Paper, paperOf, recipientOf } from "./document.server.ts";
import { agreementFor, type ReportRow, reportRow } from "./facts.server.ts";
import { documentNumber, type Frozen, freeze, type Press, preview } from "./freeze.server.ts";
import { maySubmit } from "./rules.ts";
import { isWritten } from "./written.ts";

export interface SubmitInput {
	candidate: string;
	report: string;
	/** Of the draft as it was shown: what is frozen is what was read. */
	draftVersion: number;
	/** The new version's id, made with the form, so that a repeat is the same version. */
	version: string;
}

/**
 * Freezes a draft: rendered, sealed, hashed, with the recipient as they stand (R7.1). An extensive report is then shown to the
 * candidate; a brief one waits for the candidate to be told. Throws NotAllowed with the clause, or Stale when the text moved on.
 */
export async function submitReport(by: Acting, press: Press, input: SubmitInput): Promise<{ kind: ReportRow["kind"] }> {
	const { paper, report, address, guarding } = await readPaper(by, input, "submit");
	if (paper.draft.rowVersion !== input.draftVersion) throw new Stale();
	const tried = { action: "submit", object: ["report", input.report], clause: "R8.1" } as const;
	if (guarding) await enforceGuard(by, input.candidate, tried, asPrinted(paper), guarding);
	const number = documentNumber(by.chance.bytes(16));
	const frozen = await freeze(
		by,
		press,
		documentOf(paper, report, {
			date: today(by),
			version: report.versions + 1,
			documentNumber: number,
			verifyUrl: `${press.publicUrl}/controleer`,
		}),
	);

	await by.act(
		input.candidate,
		"reporting",
		{ action: "submit", object: ["report", input.report], clause: "R7.1" },
		async (tx, seal) => {
			const row = await reportRow(tx, input.candidate, input.report, true);
			const { line, facts, writing, decision } = await agreementFor(tx, row, { at: by.now() });
			const untold = await isUntold(tx, row.trajectory_id, null);
			const agreement = row.kind === "brief" ? decision : writing;
			enforce(maySubmit({ state: row.state, kind: row.kind, text: paper.draft.body, agreement, untold }));
			enforce(isWritten(paper.draft.body));
			const draft = await tx
				.selectFrom("app.report_draft")
				.select("row_version")
				.where("report_id", "=", row.id)
				.executeTakeFirstOrThrow();
			if (row.row_version !== report.row_version || draft.row_version !== input.draftVersion || !line || !paper.verificationId)
				throw new Stale();
			const { verificationId } = paper;
			await keepVersion(by, tx, seal, { id: input.version, row, line, paper, verificationId, frozen, number });
			const missing = stillNeeded(line, facts.recipient, facts.consented);
			const question = { row, version: input.version, line, recipient: facts.recipient.type, missing, paper, frozen, number };
			await askWithReport(by, tx, seal, question);
			await tx
				.updateTable("app.report")
				.set({
					state: "submitted",
					state_at: by.now(),
					state_by: by.actor.id,
					versions: row.versions + 1,
					row_version: row.row_version + 1,
				})
				.where("id", "=", row.id)
				.execute();
			if (address) {
				const kind = row.kind === "extensive" ? "reportWaits" : "messageToRead";
				await notify(by, tx, seal, { to: input.candidate, ...address, kind, link: `${press.publicUrl}/mijn` });
			}
		},
	);
	return { kind: report.kind };
}

interface NewVersion {
	id: string;
	row: ReportRow;
	line: AgreementLine;
	paper: Paper;
	verificationId: string;
	frozen: Frozen;
	number: string;
}

/** The frozen version: its bytes, and the recipient as they stand now. Never changed after. */
async function keepVersion(by: Acting, tx: Tx, seal: Sealer, made: NewVersion): Promise<void> {
	const { id, row, line, paper, frozen } = made;
	const { title, body } = paper.draft;
	const recipients = JSON.stringify([recipientOf(paper)]);
	await tx
		.insertInto("app.report_version")
		.values({
			id,
			subject_id: row.subject_id,
			trajectory_id: row.trajectory_id,
			report_id: row.id,
			n: row.versions + 1,
			...(await seal("report_version", id, row.subject_id, { title, body, pdf: frozen.pdf, recipients })),
			sha256: frozen.sha256,
			document_number: made.number,
			contact_id: paper.contact.id,
			commissioner_id: paper.contact.commissionerId,
			verification_id: made.verificationId,
			recipients_sha256: sha256(recipients),
			categories: [...line.categories],
			purpose: line.purpose,
			submitted_at: by.now(),
			submitted_by: by.actor.id,
		})
		.execute();
}

/** The PDF of the draft as it stands, marked as a draft. */
export async function previewReport(by: Acting, press: Press, input: { candidate: string; report: string }): Promise<Uint8Array> {
	const { paper, report } = await readPaper(by, input, "view");
	return preview(
		press,
		documentOf(paper, report, {
			date: today(by),
			version: report.versions + 1,
			documentNumber: "concept",
			verifyUrl: `${press.publicUrl}/controleer`,
		}),
	);
}

/** Reads what goes on paper. A submission that may not be is refused here already, before anything is rendered. */
async function readPaper(
	by: Acting,
	{ candidate, report: id }: { candidate: string; report: string },
	action: "submit" | "view",
) {
	return by.read(candidate, "reporting", { action, object: ["report", id], clause: "R7.1" }, async (tx, sealed) => {
		const report = await reportRow(tx, candidate, id);
		const { line, facts, writing, decision } = await agreementFor(tx, report, { at: by.now() });
		if (action === "submit") {
			const untold = await isUntold(tx, report.trajectory_id, null);
			const agreement = report.kind === "brief" ? decision : writing;
			enforce(maySubmit({ state: report.state, kind: report.kind, text: "not read yet", agreement, untold }));
		}
		const contact =
			line?.contactId ??
			(await tx.selectFrom("app.agreement_line").select("contact_id").where("id", "=", report.line_id).executeTakeFirstOrThrow())
				.contact_id;
		// What an extensive report needs consent for is asked with it: showing it to the candidate is no disclosure, and the gate waits for the yes.
		const asked = line && report.kind === "extensive" ? stillNeeded(line, facts.recipient, facts.consented) : [];
		const to = { candidate, contact, report: id, to: facts.recipient.type, kind: report.kind };
		const consented = [...facts.consented, ...asked];
		return {
			paper: await paperOf(tx, sealed, report, contact, by.actor.id),
			report,
			address: await portalAddress(tx, sealed, candidate),
			guarding: line && (await guardingFor(tx, sealed, { ...to, consented, agreed: line.categories })),
		};
	});
}
