/** How the log speaks of false alarms of the guard and of its own words: the deed, what was done, and what could not be done. */
export const guardWords = {
	nl: {
		askSetAside: ["loos alarm melden", "noemde een gevonden zin loos alarm", "een gevonden zin loos alarm noemen"],
		confirmSetAside: ["loos alarm bevestigen", "besliste dat een zin loos alarm was", "beslissen dat een zin loos alarm was"],
		refuseSetAside: ["loos alarm afwijzen", "besliste dat een zin eruit moet", "beslissen dat een zin eruit moet"],
		reviewSetAside: ["loos alarm nakijken", "keek een loos alarm na", "een loos alarm nakijken"],
		addGuardWord: ["woord toevoegen", "voegde een woord toe aan de meelezer", "een woord toevoegen aan de meelezer"],
		endGuardWord: ["woord weghalen", "haalde een woord weg uit de meelezer", "een woord weghalen uit de meelezer"],
		confirmGuardWord: [
			"woord bevestigen",
			"bevestigde als tweede een woord van de meelezer",
			"als tweede een woord van de meelezer bevestigen",
		],
		refuseGuardWord: [
			"woord afwijzen",
			"wees als tweede een woord van de meelezer af",
			"als tweede een woord van de meelezer afwijzen",
		],
	},
	en: {
		askSetAside: ["report false alarm", "called a sentence a false alarm", "call a sentence a false alarm"],
		confirmSetAside: [
			"confirm false alarm",
			"decided that a sentence was a false alarm",
			"decide that a sentence was a false alarm",
		],
		refuseSetAside: ["refuse false alarm", "decided that a sentence must go", "decide that a sentence must go"],
		reviewSetAside: ["review false alarm", "reviewed a false alarm", "review a false alarm"],
		addGuardWord: ["add word", "added a word to the guard", "add a word to the guard"],
		endGuardWord: ["remove word", "removed a word from the guard", "remove a word from the guard"],
		confirmGuardWord: [
			"confirm word",
			"confirmed a word of the guard as the second person",
			"confirm a word of the guard as the second person",
		],
		refuseGuardWord: [
			"refuse word",
			"refused a word of the guard as the second person",
			"refuse a word of the guard as the second person",
		],
	},
} as const;
