import type { Bilingual } from "../law/bilingual.ts";
import { type Decision, no, yes } from "../law/decision.ts";

export const contactKinds = {
	contact: { nl: "Contactpersoon", en: "Contact person" },
	caseManager: { nl: "Casemanager", en: "Case manager" },
	companyDoctor: { nl: "Bedrijfsarts", en: "Company doctor" },
	labourExpert: { nl: "Arbeidsdeskundige", en: "Labour expert" },
} as const satisfies Record<string, Bilingual>;
export type ContactKind = keyof typeof contactKinds;
export const contactKindIds = Object.keys(contactKinds) as readonly ContactKind[];

/** Where an address stands: nobody asked, asked, shown to be the contact person's own. */
export type AddressState = "unverified" | "asked" | "verified";

/** May mail to this domain be for this commissioner? With a list only what is on it: a slip of the pen is no recipient. */
export function mayMailTo(domain: string, allowed: readonly string[]): Decision {
	if (allowed.length === 0 || allowed.includes(domain)) return yes("R4.1");
	return no("R4.1", {
		nl: `Het maildomein ${domain} hoort niet bij deze opdrachtgever. Voeg het daar eerst toe als het wel klopt.`,
		en: `The mail domain ${domain} is not this commissioner's. If it is right, add it there first.`,
	});
}

/** May this contact person be put in the place of one who leaves? Only one of the same commissioner who is still there. */
export function mayReplace(
	leaver: { id: string; commissioner: string; left: boolean },
	other: { id: string; commissioner: string; left: boolean } | undefined,
): Decision {
	if (leaver.left) return no("R3.d", { nl: "Deze contactpersoon is al weg.", en: "This contact person has left already." });
	if (other === undefined) return yes("R3.d");
	if (other.id === leaver.id || other.left || other.commissioner !== leaver.commissioner) {
		return no("R3.d", {
			nl: "Kies een andere contactpersoon van dezelfde opdrachtgever, die er nog werkt.",
			en: "Choose another contact person of the same commissioner who still works there.",
		});
	}
	return yes("R3.d");
}
