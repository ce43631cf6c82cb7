import { type AssignmentTypeId, assignmentTypes, mayHold } from "../law/assignment-types.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";
import { type CandidateField, candidateFieldIds } from "../law/fields.ts";

const isField = (name: string): name is CandidateField => (candidateFieldIds as readonly string[]).includes(name);

/** May all these be stored for this type of assignment? One that is not declared, or is no field at all, refuses the whole. */
export function mayHoldAll(names: readonly string[], type: AssignmentTypeId): Decision {
	const answers = names.map((name) =>
		isField(name)
			? mayHold(name, type)
			: no("R2.1", {
					nl: "Er is een gegeven meegestuurd dat bij deze dienst niet is vastgesteld. Er is niets opgeslagen.",
					en: "A field was sent that is not declared for this service. Nothing was stored.",
				}),
	);
	return every(yes("R2.1"), ...answers);
}

/** The parts of a name and the language are the candidate's own row; every other declared field is kept on its own. */
const ownRow: readonly CandidateField[] = ["givenName", "initials", "infix", "familyName", "language"];

/** The fields kept one by one for this type, in the order in which they are asked. */
export function keptFields(type: AssignmentTypeId): readonly CandidateField[] {
	return assignmentTypes[type].fields.filter((field) => !ownRow.includes(field));
}

/** May this be registered, seeing who may be the same person? Only after somebody looked and said it is another. */
export function mayRegister(alike: { visible: number; addressTaken: boolean }, lookedAt: boolean): Decision {
	if (lookedAt || (alike.visible === 0 && !alike.addressTaken)) return yes("R3.a");
	if (alike.visible === 0) {
		return no("R3.a", {
			nl: "Er is al iemand met dit e-mailadres. Vraag de coördinator of het dezelfde kandidaat is.",
			en: "There is already somebody with this e-mail address. Ask the coordinator whether it is the same candidate.",
		});
	}
	return no("R3.a", {
		nl: "Deze kandidaat staat er mogelijk al in. Kijk eerst of het dezelfde is.",
		en: "This candidate may already be registered. First see whether it is the same person.",
	});
}

/** May this candidate be invited to the portal? Not without an address, and not who has an account already. */
export function mayInvite(candidate: { email: boolean; active: boolean }): Decision {
	if (candidate.active) {
		return no("R3.b", {
			nl: "Deze kandidaat heeft al een account in het portaal.",
			en: "This candidate has an account in the portal already.",
		});
	}
	if (candidate.email) return yes("R3.b");
	return no("R3.b", {
		nl: "Er is geen e-mailadres. Zonder adres gaat alles op papier, en dat kan ook.",
		en: "There is no e-mail address. Without one everything goes on paper, which is fine too.",
	});
}
