import { type Sending, sweep, transmit } from "../../src/disclosures/transmit.server.ts";
import type { Acting } from "../../src/platform/db.server.ts";
import { type AnswerInput, answerReport } from "../../src/reports/answer.server.ts";
import { type DraftInput, saveDraft } from "../../src/reports/draft.server.ts";
import type { Press } from "../../src/reports/freeze.server.ts";
import { type SendInput, sendReport, unsendReport } from "../../src/reports/send.server.ts";
import { type SubmitInput, submitReport } from "../../src/reports/submit.server.ts";
import type { Step } from "./steps.ts";
import type { World } from "./world.ts";

/** One deed of the main job, as somebody asks it: what a process is killed in. */
export type Deed =
	| { do: "edit"; input: DraftInput }
	| { do: "submit"; input: SubmitInput }
	| { do: "answer"; input: AnswerInput }
	| { do: "send"; input: SendInput }
	| { do: "undo"; input: { candidate: string; report: string; disclosure: string } }
	| { do: "transmit"; input: string }
	| { do: "sweep" };
export type DeedName = Deed["do"];

export const deedNames: readonly DeedName[] = ["edit", "submit", "answer", "send", "undo", "transmit", "sweep"];

const road: readonly Step[] = [
	{ do: "edit" },
	{ do: "submit" },
	{ do: "answer", answer: "approved", seen: "newest" },
	{ do: "send" },
	{ do: "wait", minutes: 11 },
];
const before: Record<DeedName, number> = { edit: 0, submit: 1, answer: 2, send: 3, undo: 4, transmit: 5, sweep: 5 };

/** Brings a report to where this deed can be done. For the sweep: to where a worker died while it was sending. */
export async function lead(world: World, name: DeedName): Promise<void> {
	for (const step of road.slice(0, before[name])) await world.take(step);
	if (name === "sweep") await world.take({ do: "deliver", manner: "accept", crash: "answered" });
}

/** What is left to do after this deed until the report has arrived; nothing after an undo. */
export const rest = (name: DeedName): readonly Step[] =>
	name === "undo" ? [] : [...road.slice(before[name] + 1), { do: "deliver", manner: "accept" }];

/** Does it. */
export async function perform(deed: Deed, by: Acting, press: Press, sending: Sending): Promise<unknown> {
	switch (deed.do) {
		case "edit":
			return saveDraft(by, deed.input);
		case "submit":
			return submitReport(by, press, deed.input);
		case "answer":
			return answerReport(by, deed.input);
		case "send":
			return sendReport(by, press.agency, press.publicUrl, deed.input);
		case "undo":
			return unsendReport(by, deed.input);
		case "transmit":
			return transmit(sending, deed.input);
		case "sweep":
			return sweep(sending);
	}
}

/** The deed with everything it is asked with; asked again it is the same deed. */
export async function deedOf(world: World, name: DeedName): Promise<Deed> {
	const { house, report } = world;
	const candidate = house.worlds.mehmet.candidate;
	const where = { candidate, report };
	const version = world.versions.at(-1) ?? "";
	switch (name) {
		case "edit":
			return {
				do: name,
				input: { ...where, rowVersion: world.acknowledged.draftVersion, title: "Voortgang", body: "Net getypt." },
			};
		case "submit":
			return {
				do: name,
				input: { ...where, draftVersion: world.acknowledged.draftVersion, version: crypto.randomUUID() },
			};
		case "answer": {
			const [row] = await house.rows<{ sha256: Buffer; recipients_sha256: Buffer }>(
				"select sha256, recipients_sha256 from app.report_version where id = $1",
				[version],
			);
			const shown = {
				sha256: row?.sha256.toString("hex") ?? "",
				recipientsSha256: row?.recipients_sha256.toString("hex") ?? "",
			};
			const words = { answer: "approvedWithRemark" as const, remark: "Zo is het.", ownView: null };
			return { do: name, input: { id: crypto.randomUUID(), ...where, version, ...shown, ...words } };
		}
		case "send": {
			const [row] = await house.rows<{ row_version: number }>("select row_version from app.report where id = $1", [report]);
			return { do: name, input: { ...where, rowVersion: row?.row_version ?? 0, disclosure: crypto.randomUUID() } };
		}
		case "undo":
			return { do: name, input: { ...where, disclosure: world.disclosures.at(-1) ?? "" } };
		case "transmit": {
			const [row] = await house.rows<{ id: string }>("select id from app.dispatch where disclosure_id = $1", [
				world.disclosures.at(-1),
			]);
			return { do: name, input: row?.id ?? "" };
		}
		case "sweep":
			return { do: name };
	}
}

/**
 * What the database holds of this deed: all of it, none of it, or (a defect) a part. Of sending: the state in which the message was left.
 */
export async function kept(world: World, deed: Deed): Promise<"all" | "none" | string> {
	const { rows } = world.house;
	const count = async (query: string, ...values: unknown[]) => (await rows(query, values)).length;
	const parts = async (...found: Promise<number>[]) => {
		const there = await Promise.all(found);
		if (there.every((one) => one === 1)) return "all";
		return there.every((one) => one === 0) ? "none" : `a part: ${there.join()}`;
	};
	const state = (name: string) => count("select 1 from app.report where id = $1 and state = $2", world.report, name);
	switch (deed.do) {
		case "edit":
			return parts(
				count(
					"select 1 from app.report_draft where report_id = $1 and row_version = $2",
					world.report,
					deed.input.rowVersion + 1,
				),
			);
		case "submit":
			return parts(state("submitted"), count("select 1 from app.report_version where id = $1", deed.input.version));
		case "answer":
			return parts(state("approved"), count("select 1 from app.report_answer where id = $1", deed.input.id));
		case "send": {
			const id = deed.input.disclosure;
			return parts(
				state("sent"),
				count("select 1 from app.disclosure where id = $1 and state = 'queued'", id),
				count("select 1 from app.dispatch where disclosure_id = $1 and state = 'queued'", id),
				count(
					"select 1 from graphile_worker.jobs j join app.dispatch m on j.key = 'transmit:' || m.id where m.disclosure_id = $1",
					id,
				),
			);
		}
		case "undo": {
			const id = deed.input.disclosure;
			return parts(
				state("approved"),
				count("select 1 from app.disclosure where id = $1 and state = 'undone'", id),
				count("select 1 from app.dispatch where disclosure_id = $1 and state = 'undone'", id),
			);
		}
		case "transmit":
		case "sweep": {
			const [row] = await rows<{ d: string; m: string }>(
				"select d.state d, m.state m from app.disclosure d join app.dispatch m on m.disclosure_id = d.id where d.id = $1",
				[world.disclosures.at(-1)],
			);
			return row?.d === row?.m ? (row?.m ?? "nothing") : `a part: ${row?.d} and ${row?.m}`;
		}
	}
}
