import { recordLetter } from "../disclosures/disclose.server.ts";
import { clear } from "../disclosures/rules.ts";
import { enforceLogged, ownWords } from "../guard/check.server.ts";
import { type CategoryId, categories } from "../law/categories.ts";
import { today } from "../law/deadlines.ts";
import { enforce, no } from "../law/decision.ts";
import { healthGrounds } from "../law/health-grounds.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import type { InformationRequestDocument, Letterhead } from "../platform/pdf/documents.ts";
import type { Marker, Opened } from "../platform/sealing.ts";
import { found, Stale } from "../platform/web/page.ts";
import { asTyped } from "../reports/document.server.ts";
import { agencyOf, documentNumber, freezeAs, letterheadOf, type Press } from "../reports/freeze.server.ts";
import { carerIn, carerOf, hasAddress } from "./carers.server.ts";
import { annexOf, type ConsentCopy, consentCopy, copyFor, givenOn, isTo } from "./consent-copy.server.ts";
import { mayBeAsked } from "./question-guard.ts";
import { changeRequest, consentsToAsk, moveRequest, type OfRequest, openRequests, requestRow } from "./requests.server.ts";
import { mayMakeLetter, maySend, questionLines } from "./rules.ts";
import { carerKinds } from "./words.ts";

/** What every letter says of the doctor's professional secrecy (R8.3). */
const secrecy = [
	"U beslist zelf, binnen uw beroepsgeheim, of u antwoordt en wat u antwoordt. De toestemming verplicht u tot niets.",
	"Geef alleen antwoord op deze vragen, en niet meer dan daarvoor nodig is. Wat iemand in het werk kan en niet kan, is meestal genoeg.",
	"Wij bewaren uw antwoord in een afgesloten deel van het dossier. Alleen wie deze persoon begeleidt en tot geheimhouding verplicht is, leest het. Wij nemen het niet over in rapportages. De persoon om wie het gaat, kan het zelf lezen.",
];

/** All that a letter is made of, still sealed. */
async function partsOf(tx: Tx, sealed: Marker, by: Acting, of: Omit<OfRequest, "rowVersion">) {
	await openRequests(tx, by, of);
	const row = await requestRow(tx, { candidate: of.candidate, id: of.request });
	const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", of.candidate).executeTakeFirst());
	const born = await tx
		.selectFrom("app.candidate_field")
		.select(["id", "value"])
		.where("subject_id", "=", of.candidate)
		.where("field", "=", "birthDate")
		.orderBy("updated_at", "desc")
		.executeTakeFirst();
	const author = found(
		await tx.selectFrom("app.staff_member").select(["id", "name", "job_title"]).where("id", "=", by.actor.id).executeTakeFirst(),
	);
	const copies = [];
	for (const id of await consentsToAsk(tx, by, of.candidate, row)) copies.push(await consentCopy(tx, sealed, of.candidate, id));
	return {
		row: { state: row.state, about: row.about, version: row.row_version, number: row.document_number, consent: row.consent_id },
		...sealed("information_request", row.id, of.candidate, { question: row.question }),
		candidate: sealed("candidate", of.candidate, of.candidate, { name: person.name }),
		born: born ? sealed("candidate_field", born.id, of.candidate, { value: born.value }) : null,
		author: sealed("staff_member", author.id, author.id, { name: author.name, job_title: author.job_title }),
		carer: await carerIn(tx, sealed, of.candidate, row.carer_id),
		copies,
		letter: row.letter ? sealed.bytes("information_request", row.id, of.candidate, { letter: row.letter }) : null,
	};
}
type Parts = Opened<Awaited<ReturnType<typeof partsOf>>>;

const otherWords = no("R8.2", {
	nl: "De vragen zijn veranderd sinds de kandidaat toestemming gaf. Vraag opnieuw toestemming voor deze vragen.",
	en: "The questions changed since the candidate consented. Ask for consent to these questions anew.",
});

/**
 * Makes the letter with the consent in it, and seals it. Of several consents in force `chosen` is the one that it goes on. Until it is sent it
 * can be made again. Throws NotAllowed (R8.2, R9.1), Stale.
 */
export async function makeLetter(by: Acting, press: Press, input: OfRequest & { chosen?: string | undefined }): Promise<void> {
	const entry = { action: "makeLetter", object: ["informationRequest", input.request] as const, clause: "R8.2" };
	const parts = await by.read(input.candidate, input.purpose, { ...entry, action: "check" }, async (tx, sealed) => {
		const found = await partsOf(tx, sealed, by, input);
		const there = input.chosen ? found.copies.some((one) => one.id === input.chosen) : found.copies.length > 0;
		enforce(mayMakeLetter({ state: found.row.state, consent: there, address: true }));
		return { ...found, own: await ownWords(tx) };
	});
	if (parts.row.version !== input.rowVersion) throw new Stale();
	// What is fixed here goes as it is: it is read once more, also when it was put to the candidate on paper.
	await enforceLogged(by, input.candidate, entry, mayBeAsked(parts.question, parts.row.about, parts.own), input.purpose);
	const copy = copyFor(parts.copies, parts.question, input.chosen);
	const same = copy !== null && isTo(copy, parts.question);
	const carer = carerOf(parts.carer.content);
	const number = documentNumber(by.chance.bytes(16));
	const asked = { state: parts.row.state, consent: same, address: hasAddress(carer) };
	const letter =
		same && hasAddress(carer)
			? await freezeAs(
					by,
					press,
					"informationRequest",
					(agency) => documentOf(parts, copy, agency, { number, date: today(by) }),
					"Verzoek om informatie",
				)
			: undefined;
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		await openRequests(tx, by, input);
		const row = await requestRow(tx, { candidate: input.candidate, id: input.request });
		const holds = copy !== null && (await consentsToAsk(tx, by, input.candidate, row, true)).includes(copy.id);
		if (holds && !same) enforce(otherWords);
		enforce(mayMakeLetter({ ...asked, state: row.state, consent: holds }));
		const sealed = await seal("information_request", input.request, input.candidate, { letter: letter?.pdf as Uint8Array });
		const fixed = { sha256: letter?.sha256 as Buffer, document_number: number, consent_id: copy?.id as string };
		await changeRequest(tx, input.request, input.rowVersion, { ...sealed, ...fixed });
	});
}

/** The letter as the renderer takes it. */
function documentOf(
	parts: Parts,
	copy: ConsentCopy | null,
	agency: Letterhead,
	made: { number: string; date: string },
): InformationRequestDocument {
	const carer = carerOf(parts.carer.content);
	if (!copy) throw new Error("There is no letter without a consent");
	return {
		lang: "nl",
		agency,
		title: "Verzoek om informatie",
		date: made.date,
		documentNumber: made.number,
		addressee: [carer.name, carer.organisation, carer.street, `${carer.postcode} ${carer.city}`].filter(
			(line) => line.trim() !== "",
		),
		candidate: fullName(parts.candidate.name),
		birthDate: parts.born?.value ?? "",
		author: { name: fullName(parts.author.name), role: parts.author.job_title ?? "" },
		about: parts.row.about.map((id) => categories[id as CategoryId].nl),
		text: questionLines(parts.question)
			.map((line, place) => `${place + 1}. ${asTyped(line)}`)
			.join("\n"),
		secrecy,
		consent: annexOf(copy),
	};
}

/** What the letter will look like, before there is one: with the consent when there is. A draft, not sealed. */
export async function letterPreview(by: Acting, press: Press, of: Omit<OfRequest, "rowVersion">): Promise<Uint8Array> {
	const entry = { action: "view", object: ["informationRequest", of.request] as const, clause: "R8.2" };
	const parts = await by.read(of.candidate, of.purpose, entry, (tx, sealed) => partsOf(tx, sealed, by, of));
	if (parts.letter) return parts.letter.letter;
	const copy = copyFor(parts.copies, parts.question, undefined);
	if (!copy) enforce(mayMakeLetter({ state: parts.row.state, consent: false, address: true }));
	const agency = letterheadOf(await agencyOf(press));
	return press.render("informationRequest", { ...documentOf(parts, copy, agency, { number: "", date: today(by) }), draft: true });
}

/** The signed form that goes along with the letter because it is a PDF. Throws NotFound where there is none. */
export async function attachedForm(by: Acting, of: Omit<OfRequest, "rowVersion">): Promise<Uint8Array> {
	const entry = { action: "view", object: ["informationRequest", of.request] as const, clause: "R8.2" };
	const parts = await by.read(of.candidate, of.purpose, entry, (tx, sealed) => partsOf(tx, sealed, by, of));
	const copy = copyFor(parts.copies, parts.question, parts.row.consent);
	return found(copy?.paper?.type === "application/pdf" ? copy.paper.scan : undefined);
}

/**
 * Records that the letter went, on paper: in the register like everything that leaves (R4.1). Refused unless the consent that stands
 * in it is in force at this moment, which is kept so until this is committed (R8.2). Throws NotAllowed, Stale.
 */
export async function sendLetter(by: Acting, input: OfRequest & { sentOn: string; disclosure: string }): Promise<void> {
	const entry = { action: "send", object: ["informationRequest", input.request] as const, clause: "R8.2" };
	const parts = await by.read(input.candidate, input.purpose, { ...entry, action: "check" }, (tx, sealed) =>
		partsOf(tx, sealed, by, input),
	);
	const carer = carerOf(parts.carer.content);
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		const work = await openRequests(tx, by, input);
		const row = await requestRow(tx, { candidate: input.candidate, id: input.request });
		if (row.disclosure_id === input.disclosure) return; // the same form sent twice
		if (row.row_version !== input.rowVersion || row.row_version !== parts.row.version) throw new Stale();
		const holds = await consentsToAsk(tx, by, input.candidate, row, true);
		const [newest] = holds;
		const consent = row.consent_id ?? newest;
		const decision = maySend({
			...{ state: row.state, letter: row.letter !== null, sentOn: input.sentOn, today: today(by) },
			consent: newest === undefined ? "none" : holds.includes(consent ?? "") ? "same" : "other",
			givenOn: consent ? await givenOn(tx, consent) : undefined,
		});
		enforce(decision);
		const clearance = clear(decision, {
			...{ subject: input.candidate, trajectory: work.trajectory, about: { kind: "informationRequest", id: input.request } },
			recipient: {
				...{ contactId: null, commissionerId: null, commissionerName: carer.organisation || carerKinds[carer.kind].nl },
				...{ name: carer.name, email: "", postal: `${carer.street}, ${carer.postcode} ${carer.city}`, type: "carer" as const },
			},
			...{ form: "letter" as const, sha256: (row.sha256 as Buffer).toString("hex"), categories: row.about as CategoryId[] },
			purpose: input.purpose,
			ground: ["avg.6.1.a", ...healthGrounds.consent.articles].join(" "),
		});
		const bytes = parts.letter?.letter as Buffer;
		await recordLetter(by, tx, seal, clearance, {
			on: input.sentOn,
			bytes,
			filename: `brief-${row.document_number}.pdf`,
			id: input.disclosure,
		});
		await bindConsent(tx, input, work.trajectory, row);
		await moveRequest(tx, by, input, row.state, "send", { disclosure_id: input.disclosure, sent_on: input.sentOn });
	});
}

/** What went, went on this consent: the candidate sees it under it. */
async function bindConsent(
	tx: Tx,
	input: { candidate: string; disclosure: string },
	trajectory: string,
	row: { consent_id: string | null; about: readonly string[] },
): Promise<void> {
	const classes = [...new Set(row.about.map((id) => categories[id as CategoryId].dataClass))];
	const shared = {
		disclosure_id: input.disclosure,
		consent_id: row.consent_id as string,
		subject_id: input.candidate,
		trajectory_id: trajectory,
	};
	await tx
		.insertInto("app.disclosure_consent")
		.values(classes.map((data_class) => ({ ...shared, data_class })))
		.execute();
}
