import { protection } from "./2026-11-01/protection.ts";
import { reporting } from "./2026-11-01/reporting.ts";
import { use } from "./2026-11-01/use.ts";
import type { RegulationVersion } from "./shape.ts";

/** The first version in our own words, written for the AVG. */
export const version20261101: RegulationVersion = {
	id: "2026-11-01",
	from: "2026-11-01",
	change: "first",
	title: { nl: "Privacyreglement", en: "Privacy regulation" },
	introduction: {
		nl: [
			"{agency} begeleidt mensen bij re-integratie, outplacement, loopbaan en coaching. Daarvoor hebben wij persoonsgegevens nodig. In dit reglement staat wat wij daarmee doen, wat niet, en wat u kunt doen als het anders loopt.",
			"{agency} is de verwerkingsverantwoordelijke: {address}, KvK {kvk}, {email}. Onze functionaris gegevensbescherming is {dpo}, bereikbaar via {dpoEmail}. Wij zijn gebonden aan de Algemene verordening gegevensbescherming (AVG) en de Uitvoeringswet AVG (UAVG).",
			"Een kandidaat is wie wij begeleiden. Een opdrachtgever is wie ons de opdracht geeft: een werkgever, UWV, een gemeente, een verzekeraar, of de kandidaat zelf.",
		],
		en: [
			"{agency} guides people in re-integration, outplacement, career and coaching. For that we need personal data. This regulation says what we do with it, what we do not do, and what you can do if things go differently.",
			"{agency} is the data controller: {address}, Chamber of Commerce number {kvk}, {email}. Our data protection officer is {dpo}, who can be reached at {dpoEmail}. We are bound by the General Data Protection Regulation (GDPR, in Dutch AVG) and the Dutch GDPR Implementation Act (UAVG).",
			"A candidate is a person we guide. A commissioner is whoever gives us the assignment: an employer, UWV (the employee insurance agency), a municipality, an insurer, or the candidate themselves.",
		],
	},
	chapters: [...use, ...reporting, ...protection],
};
