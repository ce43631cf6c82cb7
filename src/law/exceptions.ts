import type { Bilingual } from "./bilingual.ts";

type Exception = Bilingual & {
	readonly article: string;
	/** What has to be shown before this ground carries anything, for who proposes and who confirms. */
	readonly test: Bilingual;
	/** What the candidate reads. */
	readonly told: Bilingual;
};

/** The grounds on which an extensive report may go without approval (R7.3): a closed list, each an article of AVG 6(1). Consent is none of them. */
export const exceptionGrounds = {
	contract: {
		article: "avg.6.1.b",
		nl: "Overeenkomst met de kandidaat",
		en: "Contract with the candidate",
		test: {
			nl: "Zonder dit rapport kan de overeenkomst met de kandidaat zelf niet worden nagekomen.",
			en: "Without this report the contract with the candidate themself cannot be kept.",
		},
		told: {
			nl: "Het was nodig voor de overeenkomst die u met ons hebt.",
			en: "It was needed for the contract that you have with us.",
		},
	},
	legalDuty: {
		article: "avg.6.1.c",
		nl: "Wettelijke plicht",
		en: "Legal obligation",
		test: {
			nl: "Een wet verplicht óns om dit te geven. Noem de wet en het artikel.",
			en: "A law obliges us to give this. Name the law and the article.",
		},
		told: { nl: "De wet verplicht ons om dit te sturen.", en: "The law obliges us to send this." },
	},
	vitalInterest: {
		article: "avg.6.1.d",
		nl: "Vitaal belang",
		en: "Vital interest",
		test: {
			nl: "Er is gevaar voor iemands leven of gezondheid, en het kan niet anders.",
			en: "Somebody's life or health is in danger, and there is no other way.",
		},
		told: {
			nl: "Er was gevaar voor iemands leven of gezondheid.",
			en: "Somebody's life or health was in danger.",
		},
	},
	legitimateInterest: {
		article: "avg.6.1.f",
		nl: "Gerechtvaardigd belang",
		en: "Legitimate interest",
		test: {
			nl: "Het belang weegt zwaarder dan dat van de kandidaat. Schrijf de afweging op.",
			en: "The interest weighs more than the candidate's. Write down how it was weighed.",
		},
		told: {
			nl: "Een ander belang woog hier zwaarder dan uw nee. Die afweging staat hieronder.",
			en: "Another interest weighed more than your no. How it was weighed stands below.",
		},
	},
} as const satisfies Record<string, Exception>;

export type ExceptionGround = keyof typeof exceptionGrounds;
export const exceptionGroundIds = Object.keys(exceptionGrounds) as readonly ExceptionGround[];
