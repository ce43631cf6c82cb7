/** What the mail around a report says. It names nobody but its reader and the agency, and says how to check the PDF. */
export function coveringLetter(about: {
	agency: string;
	recipient: string;
	documentNumber: string;
	verifyUrl: string;
	/** SHA-256 of the sealing certificate. */
	fingerprint: string;
}): { subjectLine: string; text: string } {
	const { agency, recipient, documentNumber, verifyUrl, fingerprint } = about;
	// A paragraph is one line: the reader's program breaks it where its window ends. No telephone number: a forger would give his own.
	return {
		subjectLine: `Rapportage, documentnummer ${documentNumber}`,
		text: [
			`Beste ${recipient},`,
			"",
			"Bij dit bericht vindt u een rapportage. Zij gaat over een traject waarvoor u onze opdrachtgever bent. De kandidaat weet wat erin staat.",
			"",
			"Zo controleert u dat de PDF echt is:",
			`1. Ga naar ${verifyUrl} en kies de PDF. U ziet dan of zij echt is, of er iets aan is veranderd en of zij nog geldt. De PDF blijft op uw computer.`,
			`2. Het documentnummer onder aan elke pagina is ${documentNumber}.`,
			`3. U kunt ook het zegel zelf bekijken, in een programma dat handtekeningen toont, zoals Adobe Acrobat Reader. Daar staat dat het document is gecertificeerd door ${agency} en daarna niet is veranderd. Meldt het programma dat het de uitgever niet kent, vergelijk dan de vingerafdruk van het certificaat met deze (SHA-256):`,
			fingerprint,
			"",
			"Twijfelt u? Bel ons dan op een nummer dat u al van ons had. Bewaar deze rapportage niet langer dan nodig is, en stuur haar alleen door aan wie er voor haar werk over moet beschikken.",
			"",
			`In English: this message carries a sealed report. At ${verifyUrl} you see whether it is genuine, unchanged and still valid; the PDF stays on your computer. A PDF reader that shows signatures tells you that it was certified by ${agency}; the certificate's fingerprint and the document number are given above. If you doubt it, call us on a number that you already had.`,
			"",
			"Met vriendelijke groet,",
			agency,
			"",
		].join("\n"),
	};
}
