import type { Chapter } from "../shape.ts";

/** What the regulation covers, which data is asked, and what it is used for. */
export const use: readonly Chapter[] = [
	{
		number: 1,
		heading: { nl: "Waar dit reglement over gaat", en: "What this regulation is about" },
		articles: [
			{
				id: "R1.1",
				heading: { nl: "Alle persoonsgegevens", en: "All personal data" },
				text: {
					nl: [
						"Dit reglement geldt voor alle persoonsgegevens die wij krijgen: van de kandidaat zelf, van een opdrachtgever, van een arts of van iemand anders; op papier, per e-mail, in een gesprek of digitaal. Persoonsgegevens zijn alle gegevens die over een persoon gaan.",
						"Van elke soort gegevens houden wij in ons register bij waarvoor wij die gebruiken, op welke grondslag, wie ze krijgt en hoe lang wij ze bewaren (AVG artikel 30). Wat niet in dat register staat, leggen wij niet vast.",
					],
					en: [
						"This regulation covers all personal data we receive: from the candidate, from a commissioner, from a doctor or from anyone else; on paper, by e-mail, in conversation or digitally. Personal data is any data about a person.",
						"For each kind of data our register states what we use it for, on which ground, who receives it and how long we keep it (GDPR Article 30). What is not in that register, we do not record.",
					],
				},
			},
			{
				id: "R1.2",
				heading: { nl: "Alleen voor het doel, en vertrouwelijk", en: "For the purpose only, and confidentially" },
				text: {
					nl: [
						"Wij gebruiken persoonsgegevens alleen voor de doelen die in hoofdstuk 3 staan, en gaan er vertrouwelijk mee om.",
						"Een medewerker ziet alleen wat voor het eigen werk nodig is. Een trajectbegeleider ziet de dossiers van de eigen kandidaten, niet die van anderen. Elke keer dat iemand een dossier opent, wordt vastgelegd wie dat deed, wanneer en waarvoor.",
					],
					en: [
						"We use personal data only for the purposes listed in chapter 3, and treat it confidentially.",
						"A staff member sees only what their own work requires. A coach sees the dossiers of their own candidates, not those of others. Each time someone opens a dossier, it is recorded who did so, when and for what purpose.",
					],
				},
			},
			{
				id: "R1.3",
				heading: { nl: "Geheimhouding door onze medewerkers", en: "Secrecy of our staff" },
				text: {
					nl: [
						"Iedere medewerker tekent een geheimhoudingsverklaring en ontvangt dit reglement voordat hij of zij een dossier kan openen. Verandert het reglement, dan bevestigt iedere medewerker de nieuwe versie. De geheimhouding blijft gelden nadat iemand bij ons is vertrokken.",
					],
					en: [
						"Every staff member signs a confidentiality statement and receives this regulation before they can open a dossier. When the regulation changes, every staff member acknowledges the new version. The duty of secrecy continues after someone has left us.",
					],
				},
			},
		],
	},
	{
		number: 2,
		heading: { nl: "Welke gegevens wij vragen, en waarom dat mag", en: "Which data we ask for, and why we may" },
		articles: [
			{
				id: "R2.1",
				heading: { nl: "Wat nodig is, en niet meer", en: "What is needed, and no more" },
				text: {
					nl: [
						"Kandidaten en opdrachtgevers geven ons de gegevens die voor het werk nodig zijn. Per dienst staat vast welke gegevens dat zijn. Andere gegevens vragen wij niet en leggen wij niet vast.",
						"Zegt een formulier dat een gegeven verplicht is, dan kunnen wij de dienst zonder dat gegeven niet leveren. Andere vragen hoeft u niet te beantwoorden; dat heeft geen nadelige gevolgen.",
					],
					en: [
						"Candidates and commissioners give us the data the work requires. For each service it is fixed which data that is. We do not ask for or record anything else.",
						"Where a form says that an item is required, we cannot deliver the service without it. Other questions you need not answer; that has no adverse consequences.",
					],
				},
			},
			{
				explains: "AVG 6",
				heading: { nl: "De grondslag voor elk doel", en: "The ground for each purpose" },
				text: {
					nl: [
						"Inschrijven is geen toestemming. Voor elk doel steunen wij op een grondslag uit artikel 6 van de AVG; bijlage A noemt die per dienst.",
						"Betaalt een werkgever, UWV, gemeente of verzekeraar de dienst, dan steunen wij daarvoor niet op toestemming van de kandidaat: die zou dan niet vrij zijn. Betaalt u de dienst zelf, dan is de overeenkomst met u de grondslag. Toestemming vragen wij alleen apart, voor één doel tegelijk.",
					],
					en: [
						"Registration is not consent. For each purpose we rely on a ground in Article 6 GDPR; annex A names it for each service.",
						"Where an employer, UWV, a municipality or an insurer pays for the service, we do not rely on the candidate's consent for it: it would not be freely given. Where you pay for the service yourself, the contract with you is the ground. We ask for consent only separately, for one purpose at a time.",
					],
				},
			},
			{
				explains: "AVG 14",
				heading: { nl: "Gegevens die wij van anderen krijgen", en: "Data we receive from others" },
				text: {
					nl: [
						"Bij de aanmelding krijgen wij meestal gegevens van de opdrachtgever: naam, bereikbaarheid, functie en het doel van het traject. Wij vertellen de kandidaat binnen een maand, en uiterlijk in het eerste gesprek, welke gegevens wij hebben gekregen en van wie.",
					],
					en: [
						"On referral we usually receive data from the commissioner: name, contact details, job title and the aim of the trajectory. Within one month, and in the first conversation at the latest, we tell the candidate which data we received and from whom.",
					],
				},
			},
			{
				explains: "UAVG 31–33, 46",
				heading: { nl: "Burgerservicenummer en strafrechtelijke gegevens", en: "Citizen service number and criminal data" },
				text: {
					nl: [
						"Het burgerservicenummer gebruiken wij alleen als een wet dat voorschrijft, en alleen daarvoor. Voor outplacement, loopbaanadvies en coaching vragen wij het niet. Gegevens over straffen of verdenkingen leggen wij niet vast.",
					],
					en: [
						"We use the citizen service number only where a law prescribes it, and only for that. We do not ask for it for outplacement, career advice or coaching. We do not record data about convictions or suspicions.",
					],
				},
			},
		],
	},
	{
		number: 3,
		heading: { nl: "Waarvoor wij gegevens gebruiken", en: "What we use data for" },
		articles: [
			{
				id: "R3.a",
				heading: { nl: "Inschrijven en administreren", en: "Registering and administering" },
				text: {
					nl: ["Wij gebruiken gegevens om kandidaten en opdrachtgevers in te schrijven, terug te vinden en te administreren."],
					en: ["We use data to register, find and administer candidates and commissioners."],
				},
			},
			{
				id: "R3.b",
				heading: { nl: "Het portaal", en: "The portal" },
				text: {
					nl: [
						"Wij geven de kandidaat toegang tot een eigen digitaal portaal, met een wachtwoord en een tweede bewijs dat het de kandidaat zelf is. In het portaal leest de kandidaat rapportages en beslist daarover, en is te zien welke afspraken er zijn, wie wat heeft gekregen en wie in het dossier heeft gekeken.",
						"Wie het portaal niet kan of wil gebruiken, regelt dezelfde zaken op papier of in gesprek.",
					],
					en: [
						"We give the candidate access to a digital portal of their own, with a password and a second proof of identity. In the portal the candidate reads reports and decides on them, and sees which agreements there are, who received what and who looked in the dossier.",
						"Anyone who cannot or does not wish to use the portal arranges the same matters on paper or in conversation.",
					],
				},
			},
			{
				id: "R3.c",
				heading: { nl: "Onze diensten leveren", en: "Delivering our services" },
				text: {
					nl: [
						"Wij gebruiken gegevens voor outplacement, loopbaanadvies, coaching, re-integratie en andere diensten die met de kandidaat en de opdrachtgever zijn afgesproken.",
					],
					en: [
						"We use data for outplacement, career advice, coaching, re-integration and other services agreed with the candidate and the commissioner.",
					],
				},
			},
			{
				id: "R3.d",
				heading: { nl: "Opdrachten verwerven en uitvoeren", en: "Winning and carrying out assignments" },
				text: {
					nl: [
						"Wij gebruiken gegevens van contactpersonen van opdrachtgevers om offertes te doen, afspraken te maken en opdrachten uit te voeren.",
					],
					en: ["We use data of commissioners' contact persons to make quotes and agreements and to carry out assignments."],
				},
			},
			{
				id: "R3.e",
				heading: { nl: "Tests", en: "Tests" },
				text: {
					nl: [
						"Een kandidaat kan tests maken die bij het traject passen. De uitkomst is er eerst voor de kandidaat zelf. Een test beslist niets: geen uitkomst leidt vanzelf tot een oordeel, een plaatsing of een afwijzing.",
					],
					en: [
						"A candidate can take tests that suit the trajectory. The result is for the candidate first. A test decides nothing: no result leads by itself to a judgement, a placement or a rejection.",
					],
				},
			},
			{
				id: "R3.f",
				heading: { nl: "Voorstellen aan relaties", en: "Introductions to relations" },
				text: {
					nl: [
						"Wij kunnen een kandidaat voorstellen aan werkgevers en andere relaties bij wie werk of ervaring te vinden is. Wat wij daarbij meegeven, staat in R3.h.",
					],
					en: [
						"We can introduce a candidate to employers and other relations where work or experience may be found. What we provide then is set out in R3.h.",
					],
				},
			},
			{
				id: "R3.g",
				heading: { nl: "Informeren", en: "Informing" },
				text: {
					nl: [
						"Wij sturen kandidaten en opdrachtgevers berichten over zaken die hen aangaan, zoals een afspraak of een rapportage die klaarstaat. Dat zijn geen nieuwsbrieven; u kunt zich er niet voor afmelden zolang het traject loopt.",
					],
					en: [
						"We send candidates and commissioners messages about matters that concern them, such as an appointment or a report that is ready. These are not newsletters; you cannot opt out of them while the trajectory runs.",
					],
				},
			},
			{
				id: "R3.h",
				heading: { nl: "Profiel of cv verstrekken", en: "Providing a profile or CV" },
				text: {
					nl: [
						"Een profiel of cv gaat alleen naar een opdrachtgever of relatie als de kandidaat daarvoor toestemming gaf: voor die ontvanger en voor die versie. Wie de toestemming intrekt, houdt de volgende verzending tegen.",
					],
					en: [
						"A profile or CV goes to a commissioner or relation only if the candidate consented: for that recipient and that version. Withdrawing consent stops the next sending.",
					],
				},
			},
			{
				id: "R3.i",
				heading: { nl: "Nieuwsbrieven", en: "Newsletters" },
				text: {
					nl: [
						"Nieuwsbrieven sturen wij alleen aan wie daarom heeft gevraagd of wie wij ze volgens de wet mogen sturen. Inschrijving als kandidaat is daarvoor niet genoeg.",
					],
					en: [
						"We send newsletters only to people who asked for them or to whom the law allows us to send them. Being registered as a candidate is not enough.",
					],
				},
			},
			{
				id: "R3.j",
				heading: { nl: "Afmelden voor mailings", en: "Opting out of mailings" },
				text: {
					nl: [
						"U kunt zich altijd afmelden: met de link onderaan elke mailing, in het portaal, of met een gewone e-mail aan {email}. Een reden is niet nodig. Wij sturen u daarna geen mailings meer (AVG artikel 21, derde lid).",
					],
					en: [
						"You can opt out at any time: with the link at the foot of every mailing, in the portal, or by a plain e-mail to {email}. You need give no reason. We then send you no more mailings (GDPR Article 21(3)).",
					],
				},
			},
		],
	},
];
