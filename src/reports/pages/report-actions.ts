import type { ZodType } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { proposeException, withdrawException } from "../../exceptions/exception.server.ts";
import { proposeForm, withdrawExceptionForm } from "../../exceptions/form.ts";
import { falseAlarmForm } from "../../guard/form.ts";
import { askSetAside } from "../../guard/set-aside.server.ts";
import { done, FieldErrors, found, type Problem, Stale, submit, type View, type Visit } from "../../platform/web/page.ts";
import { reviseReport, saveDraft, withdrawReport } from "../draft.server.ts";
import {
	confirmForm,
	draftForm,
	paperForm,
	remindForm,
	sendForm,
	stepForm,
	submitForm,
	tellForm,
	undoForm,
	withDays,
} from "../form.ts";
import type { Press } from "../freeze.server.ts";
import { tellOfReport } from "../inform.server.ts";
import { confirmPaperAnswer, registerPaperAnswer } from "../paper.server.ts";
import { remindCandidate } from "../remind.server.ts";
import { openReport } from "../report-view.server.ts";
import { sendReport, unsendReport } from "../send.server.ts";
import { submitReport } from "../submit.server.ts";

/** What the press needs, from what the root passed in. */
export const pressOf = ({ services }: Visit): Press => ({
	render: services.render,
	agency: services.agency,
	publicUrl: services.publicUrl,
	...(services.timeStamp && { timeStamp: services.timeStamp }),
});

type Again = (problem: Problem) => Promise<View>;
type Deed = (visit: Visit, at: { candidate: string; report: string }, back: string, again: Again) => Promise<View | Response>;

/** One deed: its form, what it does, and what is said where one comes back. */
const deed =
	<Input>(
		form: ZodType<Input>,
		act: (visit: Visit, at: { candidate: string; report: string }, input: Input) => Promise<readonly [nl: string, en: string]>,
	): Deed =>
	(visit, at, back, again) =>
		submit(visit, {
			form,
			again,
			act: async (input) => {
				const [nl, en] = await act(visit, at, input);
				return done(back, visit.t(nl, en));
			},
		});

/** What can be done with a report, by the name its button posts. */
const deeds: Readonly<Record<string, Deed>> = {
	save: deed(draftForm, async ({ by }, at, input) => {
		await saveDraft(by, { ...at, rowVersion: input.row_version, title: input.title, body: input.body, session: input.session });
		return ["Bewaard.", "Saved."];
	}),
	// What is submitted is what stands on this screen: it is saved first, and that very version is frozen.
	submit: deed(submitForm, async (visit, at, input) => {
		const { rowVersion } = await saveDraft(visit.by, {
			...at,
			rowVersion: input.row_version,
			title: input.title,
			body: input.body,
			session: input.session,
		}).catch(onlyRepeat(visit, at, input));
		const { kind } = await submitReport(visit.by, pressOf(visit), { ...at, draftVersion: rowVersion, version: input.version });
		return kind === "brief"
			? ["Klaar om te verzenden.", "Ready to send."]
			: ["Voorgelegd. Je ziet hier het antwoord.", "Submitted. The answer will be shown here."];
	}),
	falseAlarm: deed(falseAlarmForm, async ({ by }, at, input) => {
		const { request_id: id, class: of, rule, span, sentence, reason } = input;
		await askSetAside(by, { ...at, id, class: of, rule, span, sentence, reason });
		return ["Gevraagd. Een collega kijkt ernaar.", "Asked. A colleague looks at it."];
	}),
	revise: deed(stepForm, async ({ by }, at, input) => {
		await reviseReport(by, { ...at, rowVersion: input.row_version });
		return [
			"Het rapport is weer een concept. Een eerder akkoord is vervallen.",
			"The report is a draft again. An earlier approval is void.",
		];
	}),
	withdraw: deed(stepForm, async ({ by }, at, input) => {
		await withdrawReport(by, { ...at, rowVersion: input.row_version });
		return ["Ingetrokken.", "Withdrawn."];
	}),
	send: deed(sendForm, async (visit, at, input) => {
		const { services } = visit;
		await sendReport(await freshly(visit), services.agency, services.publicUrl, {
			...at,
			rowVersion: input.row_version,
			disclosure: input.disclosure,
		});
		return ["Klaar om te verzenden. Je kunt het nog even terughalen.", "Ready to go. You can still take it back for a while."];
	}),
	undo: deed(undoForm, async ({ by }, at, input) => {
		await unsendReport(by, { ...at, disclosure: input.disclosure });
		return ["Teruggehaald. Er is niets verzonden.", "Taken back. Nothing was sent."];
	}),
	except: deed(proposeForm, async ({ by }, at, input) => {
		await proposeException(by, {
			...at,
			id: input.request_id,
			version: input.version,
			ground: input.ground,
			reasoning: input.reasoning,
		});
		return ["Voorgesteld. Een tweede persoon kijkt ernaar.", "Proposed. A second person looks at it."];
	}),
	unexcept: deed(withdrawExceptionForm, async ({ by }, at, input) => {
		await withdrawException(by, { candidate: at.candidate, exception: input.exception, rowVersion: input.row_version });
		return ["De uitzondering is ingetrokken.", "The exception is withdrawn."];
	}),
	remind: deed(remindForm, async ({ by, services }, at, input) => {
		await remindCandidate(by, services.publicUrl, { ...at, id: input.request_id });
		return ["De herinnering is onderweg.", "The reminder is on its way."];
	}),
	tell: (visit, at, back, again) =>
		deed(tellForm, async ({ by }, _, input) => {
			await tellOfReport(by, { ...at, id: input.request_id, how: input.how, on: input.on, note: input.note });
			return ["Vastgelegd: de kandidaat weet ervan.", "Recorded: the candidate knows of it."];
		})({ ...visit, form: withDays(visit.form, "on") }, at, back, again),
	paper: (visit, at, back, again) =>
		deed(paperForm, async ({ by }, _, input) => {
			const { versions } = await openReport(by, at.candidate, at.report);
			const version = found(versions.find((one) => one.id === input.version));
			if (input.remark === null && input.answer === "approvedWithRemark")
				throw new FieldErrors({ remark: { nl: "Neem de opmerking over.", en: "Copy the remark." } });
			await registerPaperAnswer(by, {
				...at,
				id: input.request_id,
				version: version.id,
				sha256: version.sha256,
				recipientsSha256: version.recipientsSha256,
				answer: input.answer,
				remark: input.remark,
				ownView: input.own_view,
				signedOn: input.signed,
				typed: { number: input.number, hash: input.hash },
			});
			return ["Geregistreerd. Een collega bevestigt het papier.", "Registered. A colleague confirms the paper."];
		})({ ...visit, form: withDays(visit.form, "signed") }, at, back, again),
	confirm: deed(confirmForm, async ({ by }, at, input) => {
		await confirmPaperAnswer(by, { ...at, answer: input.answer, typed: { number: input.number, hash: input.hash } });
		return ["Het papier is bevestigd.", "The paper is confirmed."];
	}),
};

// The same click twice: the first one froze this version already, so there is nothing left to do but to look. Or it came no further than
// saving, because something was away: what stands there is what is sent again, and the deed goes on from it.
const onlyRepeat =
	(visit: Visit, at: { candidate: string; report: string }, input: { version: string; title: string; body: string }) =>
	async (error: unknown): Promise<{ rowVersion: number }> => {
		const { versions, draft } = await openReport(visit.by, at.candidate, at.report);
		if (versions.some((one) => one.id === input.version)) throw new AlreadyDone();
		const own = draft.updatedBy === visit.by.actor.id && draft.title === input.title && draft.body === input.body;
		if (error instanceof Stale && own) return draft;
		throw error;
	};
class AlreadyDone extends Error {}

/** Does what the pressed button says; anything else is not there. */
export async function doDeed(visit: Visit, back: string, again: Again): Promise<View | Response> {
	const { candidate, report } = visit.params as { candidate: string; report: string };
	const name = String(visit.form.do ?? "");
	const chosen = found(Object.hasOwn(deeds, name) ? deeds[name] : undefined);
	try {
		return await chosen(visit, { candidate, report }, back, again);
	} catch (error) {
		if (error instanceof AlreadyDone) return done(back, visit.t("Voorgelegd.", "Submitted."));
		throw error;
	}
}
