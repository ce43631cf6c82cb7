import { enforce } from "../law/decision.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { found } from "../platform/web/page.ts";
import { carerOf, carersIn, hasAddress } from "./carers.server.ts";
import { nameOf, type Place } from "./compartment.server.ts";
import { consentCopy, copyFor, givenOn, isTo } from "./consent-copy.server.ts";
import { consentsToAsk, openRequests } from "./requests.server.ts";

/** The candidate's doctors and carers, and what was asked of them: a list without what was asked. */
export async function requestsOf(by: Acting, place: Place) {
	const entry = { action: "view", object: ["informationRequest", place.candidate] as const, clause: "R8.2" };
	const read = await by.read(place.candidate, place.purpose, entry, async (tx, sealed) => {
		const work = await openRequests(tx, by, place);
		const requests = await tx
			.selectFrom("app.information_request")
			.select(["id", "carer_id", "state", "state_at", "about", "sent_on"])
			.where("subject_id", "=", place.candidate)
			.where("trajectory_id", "=", work.trajectory)
			.orderBy("created_at", "desc")
			.execute();
		return {
			work,
			person: await nameOf(tx, sealed, place.candidate),
			carers: await carersIn(tx, sealed, place.candidate),
			requests,
		};
	});
	return { ...read, carers: read.carers.map((one) => ({ ...one, carer: carerOf(one.content) })) };
}
export type Requests = Awaited<ReturnType<typeof requestsOf>>;

/** One request whole: what is asked, of whom, where its consent stands, what happened and what was answered. */
export async function requestOf(by: Acting, place: Place & { request: string }) {
	const entry = { action: "view", object: ["informationRequest", place.request] as const, clause: "R8.2" };
	const read = await by.read(place.candidate, place.purpose, entry, async (tx, sealed) => {
		const work = await openRequests(tx, by, place);
		const row = found(
			await tx
				.selectFrom("app.information_request")
				.selectAll()
				.where("id", "=", place.request)
				.where("subject_id", "=", place.candidate)
				.executeTakeFirst(),
		);
		const copies = [];
		for (const id of await consentsToAsk(tx, by, place.candidate, row))
			copies.push({ ...(await consentCopy(tx, sealed, place.candidate, id)), givenOn: await givenOn(tx, id) });
		const { letter, question, ...plain } = row;
		return {
			...plain,
			work,
			...sealed("information_request", row.id, place.candidate, { question }),
			hasLetter: letter !== null,
			person: await nameOf(tx, sealed, place.candidate),
			carers: await carersIn(tx, sealed, place.candidate),
			copies,
			asked: await askedOf(tx, place.candidate, row.carer_id),
			events: await eventsOf(tx, sealed, row.id),
			answers: await answersIn(tx, sealed, place.candidate, row.id),
		};
	});
	const carers = read.carers.map((one) => ({ ...one, carer: carerOf(one.content) }));
	const { carer } = found(carers.find((one) => one.id === read.carer_id));
	// What stands in the letter, while it holds; before there is one, what it would go on.
	const copy = copyFor(read.copies, read.question, read.consent_id);
	const same = copy !== null && isTo(copy, read.question);
	return { ...read, carers, carer, copy, address: hasAddress(carer), sameQuestions: same };
}
export type OneRequest = Awaited<ReturnType<typeof requestOf>>;

/** The last question put to the candidate about this carer, and where it stands. */
async function askedOf(tx: Tx, candidate: string, carer: string) {
	const row = await tx
		.selectFrom("app.consent")
		.select(["id", "state", "state_at", "expires_on"])
		.where("subject_id", "=", candidate)
		.where("carer_id", "=", carer)
		.where("kind", "=", "ask")
		.orderBy("asked_at", "desc")
		.executeTakeFirst();
	return row ?? null;
}

async function eventsOf(tx: Tx, sealed: Marker, request: string) {
	const rows = await tx
		.selectFrom("app.information_request_event as e")
		.innerJoin("app.staff_member as s", "s.id", "e.by_id")
		.select(["e.state", "e.at", "s.id as staff", "s.name"])
		.where("e.request_id", "=", request)
		.orderBy("e.at")
		.execute();
	return rows.map(({ staff, name, ...row }) => ({ ...row, ...sealed("staff_member", staff, staff, { name }) }));
}

/** Answers without their files: those are opened one by one. */
export async function answersIn(tx: Tx, sealed: Marker, candidate: string, request?: string) {
	const rows = await tx
		.selectFrom("app.information_answer")
		.select(["id", "request_id", "received_on", "words", "file_type", "recorded_at"])
		.where("subject_id", "=", candidate)
		.$if(request !== undefined, (query) => query.where("request_id", "=", request as string))
		.orderBy("recorded_at")
		.execute();
	return rows.map(({ words, ...row }) => ({ ...row, ...sealed("information_answer", row.id, candidate, { words }) }));
}

/** One answer's file, as it came (R8.3). Throws NotFound. */
export function answerFile(by: Acting, place: Place & { request: string; answer: string }) {
	const entry = { action: "view", object: ["informationRequest", place.request] as const, clause: "R8.3" };
	return by.read(place.candidate, place.purpose, entry, async (tx, sealed) => {
		enforce(may(by.actor.roles, "health.read"));
		await openRequests(tx, by, place);
		return fileIn(tx, sealed, place.candidate, place.answer, place.request);
	});
}

/** The file of an answer that the database lets one see, still sealed. */
export async function fileIn(tx: Tx, sealed: Marker, candidate: string, answer: string, request?: string) {
	const row = await tx
		.selectFrom("app.information_answer")
		.select(["id", "file", "file_type"])
		.where("id", "=", answer)
		.where("subject_id", "=", candidate)
		.where("file", "is not", null)
		.$if(request !== undefined, (query) => query.where("request_id", "=", request as string))
		.executeTakeFirst();
	const { id, file, file_type } = found(row);
	return { type: file_type as string, ...sealed.bytes("information_answer", id, candidate, { file: file as Buffer }) };
}
