import { enforceFresh } from "../accounts/factor.server.ts";
import { portalAddress } from "../candidates/reach.server.ts";
import { disclose } from "../disclosures/disclose.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { type Cleared, clear } from "../disclosures/rules.ts";
import { takeBack } from "../disclosures/undo.server.ts";
import { exceptionOf } from "../exceptions/facts.server.ts";
import type { AssignmentTypeId, CommissionerKind } from "../law/assignment-types.ts";
import type { CategoryId } from "../law/categories.ts";
import { recipientTypeOf } from "../law/data-classes.ts";
import { type Decision, enforce, every, NotAllowed, no } from "../law/decision.ts";
import { exceptionGrounds } from "../law/exceptions.ts";
import { groundFor, mayUse } from "../law/grounds.ts";
import type { PurposeId } from "../law/purposes.ts";
import { may } from "../law/roles.ts";
import type { Agency } from "../platform/agency.server.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { sha256 } from "../platform/hash.ts";
import { certificateFacts } from "../platform/pdf/certificate.ts";
import { sealOn } from "../platform/pdf/seals.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import type { Recipient } from "./document.server.ts";
import { newestVersion, type ReportRow, reportRow, sendFacts, type Version } from "./facts.server.ts";
import { coveringLetter } from "./letter.ts";
import { maySend, mayStep, reportSteps } from "./rules.ts";

export interface SendInput {
	candidate: string;
	report: string;
	rowVersion: number;
	/** The disclosure's id, made with the form: a second click is the same disclosure. */
	disclosure: string;
}

/**
 * Sends the newest version through the one door (R4.1, R7.1, R7.2): the bytes that were frozen, to the recipient they were frozen
 * with, queued with ten minutes to undo. Asks a second factor of the last ten minutes. State, register, message and job commit together or not at all.
 */
export async function sendReport(
	by: Acting,
	agency: () => Promise<Agency | undefined>,
	publicUrl: string,
	input: SendInput,
): Promise<void> {
	const frozen = await frozenVersion(by, input);
	enforceFresh(by);
	const seller = found(await agency());
	await by.act(input.candidate, "reporting", sending(input), async (tx, seal) => {
		const report = await reportRow(tx, input.candidate, input.report, true);
		const version = found(await newestVersion(tx, report));
		if (report.row_version !== input.rowVersion || version.id !== frozen.id) throw new Stale();
		const decision = await sendDecision(by, tx, report, version, true);
		if (!sha256(frozen.pdf).equals(version.sha256))
			throw new NotAllowed("R7.1", {
				nl: "Dit is niet het document dat is goedgekeurd.",
				en: "This is not the document that was approved.",
			});
		const [recipient] = JSON.parse(frozen.recipients) as [Recipient];
		const clearance = clear(decision, await clearedFor(tx, report, version, recipient, decision));
		const letter = coveringLetter({
			agency: seller.name,
			documentNumber: version.document_number,
			verifyUrl: `${publicUrl}/controleer`,
			fingerprint: certificateFacts(await sealOn(tx, frozen.pdf)).fingerprint,
			recipient: recipient.name,
		});
		await disclose(by, tx, seal, clearance, {
			id: input.disclosure,
			...letter,
			collectAt: `${publicUrl}/ophalen`,
			attachment: { filename: `rapportage-${version.document_number}.pdf`, bytes: frozen.pdf },
		});
		await move(tx, by, report, reportSteps[report.state as "approved"].send);
		// R7.3: what goes without approval waits in the portal to be known, and a message says so.
		const to = clearance.clause === "R7.3" ? frozen.address : null;
		if (to) await notify(by, tx, seal, { to: input.candidate, ...to, kind: "messageToRead", link: `${publicUrl}/mijn` });
	});
}

const sending = ({ report }: SendInput) => ({ action: "send", object: ["report", report] as const, clause: "R4.1" });

// `maySend` answers for the gate as well, which asks once the report is sent; sending begins once only.
async function sendDecision(by: Acting, tx: Tx, report: ReportRow, version: Version, lock = false): Promise<Decision> {
	const decision = maySend(await sendFacts(tx, report, version, { at: by.now(), lock }));
	return decision.allowed ? every(mayStep(report.state, "send"), decision) : decision;
}

/** The frozen bytes and recipient; what may not be sent is refused here already, before anything is opened. */
async function frozenVersion(by: Acting, input: SendInput) {
	return by.read(input.candidate, "reporting", sending(input), async (tx, sealed) => {
		enforce(may(by.actor.roles, "report.send"));
		const report = await reportRow(tx, input.candidate, input.report);
		const version = found(await newestVersion(tx, report));
		enforce(await sendDecision(by, tx, report, version));
		const row = await tx
			.selectFrom("app.report_version")
			.select(["pdf", "recipients"])
			.where("id", "=", version.id)
			.executeTakeFirstOrThrow();
		return {
			id: version.id,
			address: await portalAddress(tx, sealed, input.candidate),
			...sealed.bytes("report_version", version.id, input.candidate, { pdf: row.pdf }),
			...sealed("report_version", version.id, input.candidate, { recipients: row.recipients }),
		};
	});
}

/** What the clearance is bound to: this version's bytes and categories, the recipient that was shown, the ground it stands on. */
async function clearedFor(
	tx: Tx,
	report: ReportRow,
	version: Version,
	{ contactId, commissionerId, commissionerName, name, email }: Recipient,
	decision: Decision,
): Promise<Cleared> {
	const { type, ground: usual } = await standing(tx, report, version);
	const excepted = decision.allowed && decision.under === "R7.3" ? await exceptionOf(tx, version.id) : undefined;
	const ground = excepted ? exceptionGrounds[excepted.ground].article : usual;
	return {
		subject: report.subject_id,
		trajectory: report.trajectory_id,
		about: { kind: "report", id: version.id },
		recipient: { contactId, commissionerId, commissionerName, name, email, type },
		form: "written",
		sha256: version.sha256.toString("hex"),
		categories: version.categories as CategoryId[],
		purpose: version.purpose as PurposeId,
		ground,
	};
}

/** Takes a queued report back: the message and the report's state in one transaction. What has begun to leave is refused with its time. */
export async function unsendReport(by: Acting, input: { candidate: string; report: string; disclosure: string }): Promise<void> {
	await by.act(input.candidate, "reporting", { action: "undo", object: ["report", input.report], clause: "R4.1" }, async (tx) => {
		enforce(may(by.actor.roles, "report.send"));
		const report = await reportRow(tx, input.candidate, input.report, true);
		const version = found(await newestVersion(tx, report));
		const step = undoStep(report, version);
		enforce(mayStep(report.state, step));
		// Of this very version: taking another report's message back says nothing of this one.
		found(
			await tx
				.selectFrom("app.disclosure")
				.select("id")
				.where("id", "=", input.disclosure)
				.where("about", "=", "report")
				.where("about_id", "=", version.id)
				.executeTakeFirst(),
		);
		await takeBack(by, tx, input.candidate, input.disclosure);
		await move(tx, by, report, reportSteps.sent[step]);
	});
}

/** Back to where it stood: told, approved, or on an exception after a no or no answer. */
function undoStep({ kind }: ReportRow, { answer }: Version) {
	if (kind === "brief") return "undoBrief";
	if (answer === "refused") return "undoRefused";
	return answer ? "undo" : "undoUnanswered";
}

/** For the gate at the moment of transmission, under its locks: does everything the sending stood on still stand? */
export async function recheckReport(
	tx: Tx,
	disclosure: { subject_id: string; about_id: string; sha256: Buffer | null },
	at: Date = new Date(),
): Promise<Decision> {
	const row = await tx
		.selectFrom("app.report_version")
		.select("report_id")
		.where("id", "=", disclosure.about_id)
		.executeTakeFirst();
	if (!row) return no("R7.1", { nl: "Dit rapport is er niet meer.", en: "This report is no longer there." });
	const report = await reportRow(tx, disclosure.subject_id, row.report_id);
	const version = await newestVersion(tx, report);
	if (!version || version.id !== disclosure.about_id || !disclosure.sha256?.equals(version.sha256)) {
		return no("R7.1", {
			nl: "Er is inmiddels een andere versie van dit rapport.",
			en: "There is another version of this report by now.",
		});
	}
	return maySend(await sendFacts(tx, report, version, { at }));
}

/** The kind of recipient and the ground that this disclosure stands on. */
async function standing(tx: Tx, report: ReportRow, version: Version) {
	const row = await tx
		.selectFrom("app.trajectory as t")
		.innerJoin("app.assignment as a", "a.id", "t.assignment_id")
		.innerJoin("app.contact_person as c", (join) => join.on("c.id", "=", version.contact_id))
		.innerJoin("app.commissioner as o", "o.id", "c.commissioner_id")
		.select(["a.type", "o.kind", "c.kind as contactKind"])
		.where("t.id", "=", report.trajectory_id)
		.executeTakeFirstOrThrow();
	enforce(mayUse("reporting", row.type as AssignmentTypeId));
	const ground = groundFor("reporting", row.type as AssignmentTypeId);
	return { type: recipientTypeOf(row.kind as CommissionerKind, row.contactKind), ground: ground?.articles.join(" ") ?? "" };
}

async function move(tx: Tx, by: Acting, report: ReportRow, state: ReportRow["state"]): Promise<void> {
	await tx
		.updateTable("app.report")
		.set({ state, state_at: by.now(), state_by: by.actor.id, row_version: report.row_version + 1 })
		.where("id", "=", report.id)
		.execute();
}
