/** How the log speaks of consent: asking, answering, and what ended it. A part of words.ts. */
export const consentWords = {
	nl: {
		askConsent: ["toestemming vragen", "vroeg u om toestemming", "u om toestemming vragen"],
		lapseConsent: ["vraag intrekken", "trok een vraag om toestemming in", "een vraag om toestemming intrekken"],
		giveConsent: ["toestemming geven", "gaf toestemming", "toestemming geven"],
		refuseConsent: ["toestemming weigeren", "zei nee op een vraag om toestemming", "nee zeggen op een vraag om toestemming"],
		withdrawConsent: ["toestemming intrekken", "trok een toestemming in", "een toestemming intrekken"],
		narrowConsent: ["toestemming beperken", "maakte een toestemming kleiner", "een toestemming kleiner maken"],
		registerConsentPaper: [
			"papieren toestemming vastleggen",
			"legde uw toestemming op papier vast",
			"uw toestemming op papier vastleggen",
		],
		confirmConsentPaper: [
			"papieren toestemming bevestigen",
			"controleerde uw toestemming op papier",
			"uw toestemming op papier controleren",
		],
		rejectConsentPaper: [
			"papieren toestemming afwijzen",
			"wees uw toestemming op papier af",
			"uw toestemming op papier afwijzen",
		],
		expireConsent: [
			"toestemming verlopen",
			"schreef op dat een toestemming verlopen is",
			"opschrijven dat een toestemming verlopen is",
		],
		replaceRecipient: [
			"toestemming vervallen",
			"schreef op dat de ontvanger een ander is",
			"opschrijven dat de ontvanger een ander is",
		],
	},
	en: {
		askConsent: ["ask consent", "asked for your consent", "ask for your consent"],
		lapseConsent: ["take question back", "took back a question for consent", "take back a question for consent"],
		giveConsent: ["give consent", "gave consent", "give consent"],
		refuseConsent: ["refuse consent", "said no to a question for consent", "say no to a question for consent"],
		withdrawConsent: ["withdraw consent", "withdrew a consent", "withdraw a consent"],
		narrowConsent: ["narrow consent", "narrowed a consent", "narrow a consent"],
		registerConsentPaper: ["record paper consent", "recorded your consent on paper", "record your consent on paper"],
		confirmConsentPaper: ["confirm paper consent", "checked your consent on paper", "check your consent on paper"],
		rejectConsentPaper: ["reject paper consent", "rejected your consent on paper", "reject your consent on paper"],
		expireConsent: ["consent expired", "noted that a consent expired", "note that a consent expired"],
		replaceRecipient: ["consent lapsed", "noted that the recipient is another", "note that the recipient is another"],
	},
} as const;
