import { z } from "zod";
import { NotAllowed } from "../../law/decision.ts";
import { fullName } from "../../platform/name.ts";
import { found, type Page, Stale, type Visit } from "../../platform/web/page.ts";
import { saveDraft } from "../draft.server.ts";
import { draftForm } from "../form.ts";
import { presence } from "../presence.server.ts";
import { versionPdf } from "../queries.server.ts";
import { openReport } from "../report-view.server.ts";
import { previewReport } from "../submit.server.ts";
import { pressOf } from "./report-actions.ts";

type Where = { candidate: string; report: string };

/** A PDF to look at. The name it is kept under says nothing about anybody. */
export const pdf = (bytes: Uint8Array, name: string): Response =>
	new Response(new Uint8Array(bytes), {
		headers: {
			"content-type": "application/pdf",
			"content-disposition": `inline; filename="${name}.pdf"`,
			"cache-control": "no-store",
		},
	});

/** The draft as it stands, as the PDF it would become. */
export const previewPage: Page = {
	path: "/kandidaten/:candidate/rapporten/:report/voorbeeld.pdf",
	portal: "staff",
	who: "report.write",
	get: async (visit) => pdf(await previewReport(visit.by, pressOf(visit), visit.params as Where), "concept"),
};

/** One frozen version. */
export const versionPage: Page = {
	path: "/kandidaten/:candidate/rapporten/:report/versies/:version{[0-9a-f-]+\\.pdf}",
	portal: "staff",
	who: "report.write",
	get: async ({ by, params }) => {
		const { candidate, report, version } = params as Where & { version: string };
		const found = await versionPdf(by, "reporting", { candidate, report, version: version.replace(/\.pdf$/, "") });
		return pdf(found.pdf, `rapportage-${found.number}`);
	},
};

/** What is typed, kept every few seconds. Answers autosave in JSON: kept, or what somebody else kept meanwhile. */
export const savePage: Page = {
	path: "/kandidaten/:candidate/rapporten/:report/bewaar",
	portal: "staff",
	who: "report.write",
	post: async (visit) => {
		const at = visit.params as Where;
		const parsed = draftForm.safeParse(visit.form);
		if (!parsed.success)
			return json({ message: visit.t("De tekst is te lang om te bewaren.", "The text is too long to save.") }, 422);
		const { row_version, title, body, session } = parsed.data;
		try {
			const kept = await saveDraft(visit.by, { ...at, rowVersion: row_version, title, body, session });
			return json({ saved: true, rowVersion: kept.rowVersion, session: kept.session, savedAt: visit.by.now().toISOString() });
		} catch (error) {
			if (error instanceof Stale) return json(await theirs(visit, at), 409);
			if (error instanceof NotAllowed) return json({ message: error.why[visit.lang] }, 403);
			throw error;
		}
	},
};

/** Says who else has this draft open, and that this person has. */
export const reportPresencePage: Page = {
	path: "/kandidaten/:candidate/rapporten/:report/aanwezig",
	portal: "staff",
	who: "report.write",
	post: async (visit) => {
		const session = z.uuid().safeParse(visit.form.session).data ?? "";
		const { others, ...kept } = await presence(visit.by, { ...(visit.params as Where), session });
		return json({ ...kept, others: others.map((id) => ({ id })) });
	},
};

async function theirs({ by, t }: Visit, { candidate, report }: Where) {
	const { draft, staff } = await openReport(by, candidate, report);
	const person = staff.find((one) => one.id === draft.updatedBy);
	const who = draft.updatedBy === by.actor.id ? t("je andere venster", "your other window") : fullName(found(person).name);
	return {
		conflict: true,
		theirs: { title: draft.title, body: draft.body },
		by: who,
		at: draft.updatedAt.toISOString(),
		rowVersion: draft.rowVersion,
	};
}

const json = (what: object, status = 200): Response =>
	new Response(JSON.stringify(what), { status, headers: { "content-type": "application/json" } });
