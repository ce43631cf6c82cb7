import { portalAddress } from "../candidates/reach.server.ts";
import { askConsent, putQuestion, tellOfQuestion } from "../consents/ask.server.ts";
import { enforceLogged, ownWords } from "../guard/check.server.ts";
import { type CategoryId, classesOf } from "../law/categories.ts";
import { consentMonths } from "../law/consents.ts";
import { addMonths, today } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { HealthArea, HealthPurpose } from "../law/health-grounds.ts";
import { may } from "../law/roles.ts";
import type { Acting } from "../platform/db.server.ts";
import { carerIn, carerOf } from "./carers.server.ts";
import type { Place } from "./compartment.server.ts";
import { mayBeAsked } from "./question-guard.ts";
import { openRequests, requestRow } from "./requests.server.ts";
import { mayStep, questionLines } from "./rules.ts";

/** What the candidate is shown when we ask to keep an area: what it would hold, line by line. */
const held: Record<HealthArea, readonly string[]> = {
	capacity: [
		"Wat u in het werk kunt en niet kunt. Bijvoorbeeld: hoeveel uur u kunt werken, en of u kunt tillen, zitten en reizen.",
		"Welke aanpassingen u in het werk nodig hebt.",
		"Vanaf wanneer en tot wanneer dat geldt, en van wie wij het weten.",
	],
	illness: [
		"Wat u ons vertelt over uw ziekte: wat u hebt, hoe het komt en hoe u wordt behandeld.",
		"Wie uw artsen en behandelaars zijn.",
		"Wat zij antwoorden als wij hun iets vragen. Dat mogen wij alleen als u daar apart ja op zegt.",
	],
};
const why: Record<HealthPurpose, { nl: string; en: string }> = {
	guidance: { nl: "om u te begeleiden bij werk dat bij u past", en: "to guide you to work that suits you" },
	reporting: { nl: "om verslag te doen, zoals met u is afgesproken", en: "to report, as agreed with you" },
};

/** Asks the candidate whether the agency may keep an area of the compartment, where no law carries it (UAVG 22(2)(a)). */
export async function askToHold(
	by: Acting,
	publicUrl: string,
	input: { id: string; candidate: string; trajectory: string; area: HealthArea; purpose: HealthPurpose },
): Promise<void> {
	const { id, candidate, trajectory, area, purpose } = input;
	await askConsent(by, publicUrl, {
		...{ id, candidate, trajectory, kind: "hold", recipient: { kind: "self" }, purpose, why: why[purpose] },
		...{ dataClasses: [area], lines: held[area], until: addMonths(today(by), consentMonths.longest) },
	});
}

/**
 * Asks the candidate whether these very questions may be put to this carer (R8.2). Not from a letter that went; and asked anew when the
 * questions changed. What may not be asked of a carer is refused before the candidate is asked. Throws NotAllowed, NotFound.
 */
export async function askToAsk(by: Acting, publicUrl: string, input: Place & { id: string; request: string }): Promise<void> {
	const entry = { action: "askConsent", object: ["informationRequest", input.request] as const, clause: "R8.2" };
	const known = await by.read(input.candidate, input.purpose, { ...entry, action: "check" }, async (tx, sealed) => {
		await openRequests(tx, by, input);
		const row = await requestRow(tx, { candidate: input.candidate, id: input.request });
		enforce(mayStep(row.state, "send"));
		return {
			...{ about: row.about, carerId: row.carer_id, version: row.row_version },
			...sealed("information_request", row.id, input.candidate, { question: row.question }),
			carer: await carerIn(tx, sealed, input.candidate, row.carer_id),
			address: await portalAddress(tx, sealed, input.candidate),
			own: await ownWords(tx),
		};
	});
	await enforceLogged(by, input.candidate, entry, mayBeAsked(known.question, known.about, known.own), input.purpose);
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		enforce(may(by.actor.roles, "consent.ask"));
		const work = await openRequests(tx, by, input);
		const { name, organisation } = carerOf(known.carer.content);
		await putQuestion(by, tx, seal, {
			...{
				id: input.id,
				candidate: input.candidate,
				trajectory: work.trajectory,
				kind: "ask",
				purpose: "guidance",
				why: why.guidance,
			},
			recipient: { kind: "carer", carerId: known.carerId, shown: { name, organisation: organisation || null, type: "carer" } },
			dataClasses: classesOf(known.about as CategoryId[]),
			lines: questionLines(known.question),
			until: addMonths(today(by), consentMonths.proposed),
		});
		if (known.address) await tellOfQuestion(by, tx, seal, publicUrl, input.candidate, known.address);
	});
}
