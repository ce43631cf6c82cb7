/** How the log speaks of sessions that others ended or tried, and of who went too fast. A part of words.ts. */
export const safetyWords = {
	nl: {
		resume: [
			"sessie elders gebruiken",
			"gebruikte een sessie in een andere browser",
			"een sessie in een andere browser gebruiken",
		],
		endSession: ["apparaat afmelden", "meldde een apparaat af", "een apparaat afmelden"],
		endEverySession: ["iedereen afmelden", "meldde iedereen af", "iedereen afmelden"],
		hurry: ["te snel gaan", "ging te snel", "sneller gaan dan mag"],
		warnOwner: ["waarschuwen", "waarschuwde voor vreemde aanmeldpogingen", "waarschuwen voor vreemde aanmeldpogingen"],
	},
	en: {
		resume: ["use session elsewhere", "used a session in another browser", "use a session in another browser"],
		endSession: ["sign device out", "signed a device out", "sign a device out"],
		endEverySession: ["sign everybody out", "signed everybody out", "sign everybody out"],
		hurry: ["go too fast", "went too fast", "go faster than is allowed"],
		warnOwner: ["warn", "warned of odd attempts to sign in", "warn of odd attempts to sign in"],
	},
} as const;
