/** What is done at the door in other ways than by mail: collecting a document, and giving what an authority demands. A part of words.ts. */
export const doorWords = {
	nl: {
		proposeDemand: ["vordering vastleggen", "legde {} vast", "{} vastleggen"],
		confirmDemand: ["vordering bevestigen", "bevestigde {}", "{} bevestigen"],
		endDemand: ["vordering afwijzen", "wees {} af", "{} afwijzen"],
		sendDemand: ["op vordering geven", "gaf gegevens na {}", "gegevens geven na {}"],
		makeCode: ["code maken", "maakte een code om {} op te halen", "een code maken om {} op te halen"],
		tryCode: ["code proberen", "vulde een code in om {} op te halen", "een code invullen om {} op te halen"],
		askCollection: ["vragen om ophalen", "vroeg om {} op te halen", "vragen om {} op te halen"],
		release: ["vrijgeven", "liet {} ophalen", "{} laten ophalen"],
		collect: ["ophalen", "haalde {} op", "{} ophalen"],
		setTerms: ["termijnen wijzigen", "wijzigde hoe lang verzending wacht", "wijzigen hoe lang verzending wacht"],
		endCollection: ["ophalen sluiten", "sloot {} voor ophalen", "{} sluiten voor ophalen"],
	},
	en: {
		proposeDemand: ["file demand", "filed {}", "file {}"],
		confirmDemand: ["confirm demand", "confirmed {}", "confirm {}"],
		endDemand: ["turn down demand", "turned {} down", "turn {} down"],
		sendDemand: ["give on demand", "gave data after {}", "give data after {}"],
		makeCode: ["make code", "made a code to collect {}", "make a code to collect {}"],
		tryCode: ["try code", "entered a code to collect {}", "enter a code to collect {}"],
		askCollection: ["ask to collect", "asked to collect {}", "ask to collect {}"],
		release: ["release", "let {} be collected", "let {} be collected"],
		collect: ["collect", "collected {}", "collect {}"],
		setTerms: ["change terms", "changed how long sending waits", "change how long sending waits"],
		endCollection: ["close collecting", "closed {} for collecting", "close {} for collecting"],
	},
} as const;
