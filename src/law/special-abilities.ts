/** Who may what with special data: a part of the table in roles.ts. Health has abilities of its own, and nobody has them beside the work (R8.3). */
export const specialAbilities = {
	"bsn.read": {
		clause: "R2.1",
		nl: "een burgerservicenummer zien waar de wet dat nodig maakt",
		en: "see a citizen service number where the law requires it",
		who: { coach: "caseload", backOffice: "all" },
	},
	"bsn.write": {
		clause: "R2.1",
		nl: "een burgerservicenummer vastleggen waar de wet dat nodig maakt",
		en: "record a citizen service number where the law requires it",
		who: { coach: "caseload", backOffice: "all" },
	},
	"capacity.read": {
		clause: "R8.3",
		nl: "zien wat iemand kan en niet kan",
		en: "see what somebody can and cannot do",
		who: { coach: "caseload", dpo: "case" },
	},
	"capacity.write": {
		clause: "R8.3",
		nl: "vastleggen wat iemand kan en niet kan",
		en: "record what somebody can and cannot do",
		who: { coach: "caseload" },
	},
	"health.read": {
		clause: "R8.3",
		nl: "aard, oorzaak en behandeling van een ziekte zien",
		en: "see the nature, cause and treatment of an illness",
		who: { coach: "caseload", dpo: "case" },
	},
	"health.write": {
		clause: "R8.3",
		nl: "aard, oorzaak en behandeling van een ziekte vastleggen",
		en: "record the nature, cause and treatment of an illness",
		who: { coach: "caseload" },
	},
	"health.ask": {
		clause: "R8.2",
		nl: "met toestemming gegevens opvragen bij een arts of behandelaar",
		en: "ask a doctor or carer for data, with consent",
		who: { coach: "caseload" },
	},
	"setAside.confirm": {
		clause: "R8.1",
		nl: "als tweede persoon een loos alarm van de meelezer beoordelen",
		en: "judge a false alarm of the guard as the second person",
		who: { coach: "caseload", coordinator: "all", dpo: "all" },
	},
	"lexicon.write": {
		clause: "R8.1",
		nl: "de eigen woorden van de meelezer bijhouden",
		en: "keep the guard's own words",
		who: { dpo: "all" },
	},
	"lexicon.confirm": {
		clause: "R8.1",
		nl: "als tweede persoon meebeslissen over woorden die de meelezer ruimer maken",
		en: "decide as the second person on words that loosen the guard",
		who: { coordinator: "all", dpo: "all" },
	},
} as const;
