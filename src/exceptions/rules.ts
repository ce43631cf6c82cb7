import { type Decision, no, yes } from "../law/decision.ts";
import { may, type Role } from "../law/roles.ts";

/** What is asked of an exception that was not withdrawn, whenever the version it is for would go. */
export interface ExceptionFacts {
	readonly confirmed: boolean;
	/** It was proposed for these very bytes and recipients. */
	readonly sameBytes: boolean;
	readonly sameRecipients: boolean;
	/** The candidate answered after it was proposed: that answer was not weighed. */
	readonly answeredSince: boolean;
}

/** Does this exception stand in for approval (R7.3)? */
export function holds({ confirmed, sameBytes, sameRecipients, answeredSince }: ExceptionFacts): Decision {
	if (!sameBytes || !sameRecipients) {
		return no("R7.3", {
			nl: "De uitzondering hoort bij een andere tekst of andere ontvangers.",
			en: "The exception belongs to another text or other recipients.",
		});
	}
	if (answeredSince) {
		return no("R7.3", {
			nl: "De kandidaat heeft intussen geantwoord. Weeg dat mee en stel de uitzondering opnieuw voor.",
			en: "The candidate has answered meanwhile. Weigh that too and propose the exception again.",
		});
	}
	if (!confirmed) {
		return no("R7.3", {
			nl: "Een tweede persoon moet de uitzondering nog bevestigen.",
			en: "A second person has yet to confirm the exception.",
		});
	}
	return yes("R7.3");
}

export interface ProposeFacts {
	readonly roles: readonly Role[];
	readonly kind: "brief" | "extensive";
	readonly state: string;
	/** The version is the newest, and not void. */
	readonly current: boolean;
	/** There is an exception for it already. */
	readonly proposed: boolean;
	/** The candidate's own view: not given, in this document, or given and not in it. */
	readonly ownView: "none" | "inside" | "outside";
}

/** Whether the view that was given last stands in this version: a version carries what was given with an earlier one. */
export function placeOf(
	given: readonly { version: string; own_view: string | null }[],
	version: string,
): ProposeFacts["ownView"] {
	const inside = given.find((one) => one.version !== version)?.own_view ?? null;
	const now = given.find((one) => one.version === version);
	const last = now ? now.own_view : inside;
	if (!last) return "none";
	return last === inside ? "inside" : "outside";
}

/** May it be proposed that this version goes without approval? Only after no answer or a no, and with the candidate's own view in it. */
export function mayPropose({ roles, kind, state, current, proposed, ownView }: ProposeFacts): Decision {
	const able = may(roles, "exception.propose");
	if (!able.allowed) return able;
	if (kind === "brief") {
		return no("R7.3", {
			nl: "Een kort bericht heeft geen akkoord nodig: daar is geen uitzondering op.",
			en: "A brief message needs no approval: there is nothing to except.",
		});
	}
	if ((state !== "submitted" && state !== "refused") || !current) {
		return no("R7.3", {
			nl: "Een uitzondering kan alleen als het rapport is voorgelegd en er geen antwoord is, of als de kandidaat niet akkoord is.",
			en: "An exception is only for a report that was submitted and not answered, or that the candidate does not approve.",
		});
	}
	if (proposed) {
		return no("R7.3", {
			nl: "Er is al een uitzondering voorgesteld voor deze versie.",
			en: "An exception was proposed for this version already.",
		});
	}
	if (ownView === "outside") {
		return no("R7.3", {
			nl: "De kandidaat gaf een eigen zienswijze die nog niet in dit document staat. Maak een nieuwe versie: daarin gaat die mee.",
			en: "The candidate gave their own view, and it is not in this document yet. Make a new version: it goes with that one.",
		});
	}
	return yes("R7.3");
}

export interface JudgeFacts {
	readonly roles: readonly Role[];
	/** Whoever judges proposed it. */
	readonly own: boolean;
	readonly confirmed: boolean;
	readonly withdrawn: boolean;
	/** As when it was proposed: the version stands, the candidate did not answer meanwhile. */
	readonly stands: boolean;
}

/** May this person be the second who says that it goes? Never the one who proposed it. */
export function mayConfirm({ roles, own, confirmed, withdrawn, stands }: JudgeFacts): Decision {
	const able = may(roles, "exception.confirm");
	if (!able.allowed) return able;
	if (own) {
		return no("R7.3", {
			nl: "Wie de uitzondering voorstelde, bevestigt haar niet zelf.",
			en: "Who proposed the exception does not confirm it.",
		});
	}
	if (confirmed || withdrawn) {
		return no("R7.3", { nl: "Over deze uitzondering is al besloten.", en: "This exception was decided on already." });
	}
	if (!stands) {
		return no("R7.3", {
			nl: "Het rapport of het antwoord van de kandidaat is veranderd. Dit voorstel geldt niet meer.",
			en: "The report or the candidate's answer has changed. This proposal no longer counts.",
		});
	}
	return yes("R7.3");
}

/** May it be taken back? As long as nothing left on it. */
export function mayWithdrawException({ withdrawn, left }: { readonly withdrawn: boolean; readonly left: boolean }): Decision {
	if (withdrawn) return no("R7.3", { nl: "Deze uitzondering is al ingetrokken.", en: "This exception was withdrawn already." });
	if (left) {
		return no("R7.3", {
			nl: "Het rapport is al weg. Intrekken haalt het niet terug.",
			en: "The report has left already. Withdrawing does not bring it back.",
		});
	}
	return yes("R7.3");
}

/** The next report waits until the candidate was told of what went without their approval. */
export const heldUntilTold: Decision = no("R7.3", {
	nl: "Er ging eerder een rapport weg zonder akkoord, en er is niet vastgelegd dat de kandidaat dat weet. Vertel dat eerst en leg het vast.",
	en: "A report went without approval before, and it is not recorded that the candidate knows. Tell them first, and record it.",
});
