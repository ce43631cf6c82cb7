import { allConsentsFor } from "../consents/facts.server.ts";
import { scanTypeOf } from "../consents/rules.ts";
import { type CategoryId, classesOf } from "../law/categories.ts";
import { today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { found, Stale } from "../platform/web/page.ts";
import { openArea, type Place } from "./compartment.server.ts";
import { mayFileAnswer, mayStep, type RequestState, type RequestStep, requestSteps } from "./rules.ts";
import type { Askable } from "./words.ts";

export interface Draft extends Place {
	readonly id: string;
	readonly carer: string;
	readonly about: readonly Askable[];
	readonly question: string;
	/** Of the draft that stands; null for a new one. */
	readonly rowVersion: number | null;
}

/** Writes what would be asked of a doctor or carer (R8.2). A change takes away the letter that was made: what goes is what was fixed. */
export async function draftRequest(by: Acting, input: Draft): Promise<void> {
	const entry = {
		action: input.rowVersion === null ? "create" : "update",
		object: ["informationRequest", input.id] as const,
		clause: "R8.2",
	};
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		const work = await openRequests(tx, by, input);
		const carer = await tx.selectFrom("app.carer").select("ended_at").where("id", "=", input.carer).executeTakeFirst();
		if (found(carer).ended_at !== null) found(undefined);
		const sealed = await seal("information_request", input.id, input.candidate, { question: input.question });
		const changed = { carer_id: input.carer, about: [...input.about], ...sealed };
		if (input.rowVersion !== null) {
			const row = await requestRow(tx, input);
			enforce(mayStep(row.state, "send"));
			await changeRequest(tx, input.id, input.rowVersion, {
				...changed,
				letter: null,
				sha256: null,
				document_number: null,
				consent_id: null,
			});
			return;
		}
		const before = await tx.selectFrom("app.information_request").select("id").where("id", "=", input.id).executeTakeFirst();
		if (before) return; // the same form sent twice
		const stamp = { state_at: by.now(), state_by: by.actor.id, created_at: by.now(), created_by: by.actor.id };
		await tx
			.insertInto("app.information_request")
			.values({ id: input.id, subject_id: input.candidate, trajectory_id: work.trajectory, ...changed, ...stamp })
			.execute();
		await noteState(tx, by, input, "draft");
	});
}

export interface OfRequest extends Place {
	readonly request: string;
	readonly rowVersion: number;
}

const endings = { close: "settle", withdraw: "withdraw" } as const;

/** Ends a question: nothing more is awaited, or it is taken back. What was asked and answered stays. */
export async function endRequest(by: Acting, input: OfRequest & { step: "close" | "withdraw" }): Promise<void> {
	const entry = {
		action: endings[input.step],
		object: ["informationRequest", input.request] as const,
		clause: "R8.2",
	};
	await by.act(input.candidate, input.purpose, entry, async (tx) => {
		await openRequests(tx, by, input);
		const row = await requestRow(tx, { ...input, id: input.request });
		await moveRequest(tx, by, input, row.state, input.step);
	});
}

export interface Answer extends OfRequest {
	readonly id: string;
	readonly receivedOn: string;
	/** Typed over, or as it came: at least one of the two. */
	readonly words: string;
	readonly file: Uint8Array | null;
}

/**
 * Files what a doctor or carer answered, sealed, in the compartment and nowhere else (R8.3). Refused when the consent is no longer in
 * force: then it is not kept (R8.2). A file counts for what its bytes are. The same form sent twice is one answer.
 */
export async function fileAnswer(by: Acting, input: Answer): Promise<void> {
	const entry = { action: "fileAnswer", object: ["informationRequest", input.request] as const, clause: "R8.3" };
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		const work = await openRequests(tx, by, input);
		const row = await requestRow(tx, { ...input, id: input.request });
		const before = await tx.selectFrom("app.information_answer").select("id").where("id", "=", input.id).executeTakeFirst();
		if (before) return;
		const fileType = input.file ? scanTypeOf(input.file) : undefined;
		const words = input.words.trim() || null;
		// Asked on one consent, answered on that one: another question's carries nothing here.
		const consent = row.consent_id !== null && (await consentsToAsk(tx, by, input.candidate, row, true)).includes(row.consent_id);
		const empty = words === null && fileType === undefined;
		enforce(
			mayFileAnswer({
				state: row.state,
				consent,
				receivedOn: input.receivedOn,
				today: today(by),
				empty: empty || (input.file !== null && !fileType),
			}),
		);
		const sealed = await seal("information_answer", input.id, input.candidate, { words, file: input.file });
		await tx
			.insertInto("app.information_answer")
			.values({
				...{ id: input.id, subject_id: input.candidate, trajectory_id: work.trajectory, request_id: input.request },
				...{ received_on: input.receivedOn, ...sealed, file_type: fileType ?? null },
				...{ recorded_at: by.now(), recorded_by: by.actor.id },
			})
			.execute();
		await moveRequest(tx, by, input, row.state, "answer");
	});
}

/** Opens the area that requests are in, for who may ask. */
export async function openRequests(tx: Tx, by: Acting, place: Place) {
	enforce(may(by.actor.roles, "health.ask"));
	return openArea(tx, by, "illness", place);
}

/** The request, locked. Throws NotFound. */
export async function requestRow(tx: Tx, { candidate, id }: { candidate: string; id: string }) {
	const rows = tx.selectFrom("app.information_request").selectAll().where("id", "=", id).where("subject_id", "=", candidate);
	return found(await rows.forUpdate().executeTakeFirst());
}
export type RequestRow = Awaited<ReturnType<typeof requestRow>>;

/**
 * The consents in force to ask this carer for all that is asked, what was given last first (R8.2). A question is asked of the candidate as a
 * whole: each of them covers every class of it by itself, for two halves of consent are none. `lock` keeps the answer true until the deed is done.
 */
export async function consentsToAsk(
	tx: Tx,
	by: Acting,
	candidate: string,
	request: { carer_id: string; about: readonly string[] },
	lock = false,
): Promise<readonly string[]> {
	const recipient = { kind: "carer", carerId: request.carer_id } as const;
	const asked = { subject: candidate, purpose: "guidance", recipient, at: by.now(), kind: "ask", lock } as const;
	let whole: readonly string[] | undefined;
	for (const dataClass of classesOf(request.about as CategoryId[])) {
		const given = await allConsentsFor(tx, { ...asked, dataClass });
		whole = whole?.filter((id) => given.includes(id)) ?? given;
	}
	return whole ?? [];
}

type Changes = Partial<
	Pick<
		RequestRow,
		"carer_id" | "about" | "question" | "letter" | "sha256" | "document_number" | "consent_id" | "disclosure_id" | "sent_on"
	>
>;

/** Changes it where it is still as it was shown. Throws Stale. */
export async function changeRequest(tx: Tx, id: string, rowVersion: number, changes: Changes): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("app.information_request")
		.set({ ...changes, row_version: rowVersion + 1 })
		.where("id", "=", id)
		.where("row_version", "=", rowVersion)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Stale();
}

/** Takes a step of the table in rules.ts, and writes down who and when. Throws NotAllowed, Stale. */
export async function moveRequest(
	tx: Tx,
	by: Acting,
	of: OfRequest,
	from: RequestState,
	step: RequestStep,
	changes: Changes = {},
): Promise<void> {
	enforce(mayStep(from, step));
	const to = (requestSteps[from] as Partial<Record<RequestStep, RequestState>>)[step] as RequestState;
	const { numUpdatedRows } = await tx
		.updateTable("app.information_request")
		.set({ ...changes, state: to, state_at: by.now(), state_by: by.actor.id, row_version: of.rowVersion + 1 })
		.where("id", "=", of.request)
		.where("row_version", "=", of.rowVersion)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Stale();
	await noteState(tx, by, { candidate: of.candidate, id: of.request }, to);
}

async function noteState(tx: Tx, by: Acting, of: { candidate: string; id: string }, state: RequestState): Promise<void> {
	await tx
		.insertInto("app.information_request_event")
		.values({ id: by.chance.uuid(), subject_id: of.candidate, request_id: of.id, state, at: by.now(), by_id: by.actor.id })
		.execute();
}
