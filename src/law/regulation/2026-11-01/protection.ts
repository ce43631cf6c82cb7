import type { Chapter } from "../shape.ts";

/** Security, the rights of data subjects, retention, complaints, changes and contact. */
export const protection: readonly Chapter[] = [
	{
		number: 10,
		heading: { nl: "Beveiliging", en: "Security" },
		articles: [
			{
				id: "R10.1",
				heading: { nl: "Passende maatregelen", en: "Fitting measures" },
				text: {
					nl: [
						"Wij beschermen persoonsgegevens met technische en organisatorische maatregelen tegen verlies en onrechtmatig gebruik. Iedereen meldt zich aan met twee bewijzen. De gegevens van iedere persoon zijn versleuteld met een eigen sleutel. Wie waarnaar kijkt, wordt vastgelegd voordat het te zien is.",
					],
					en: [
						"We protect personal data with technical and organisational measures against loss and unlawful use. Everyone signs in with two proofs. The data of each person is encrypted with a key of its own. Who looks at what is recorded before it can be seen.",
					],
				},
			},
			{
				explains: "AVG 33–34",
				heading: { nl: "Datalekken", en: "Data breaches" },
				text: {
					nl: [
						"Ieder datalek leggen wij vast. Is er een risico voor betrokkenen, dan melden wij het zo snel mogelijk en als het kan binnen 72 uur aan de Autoriteit Persoonsgegevens. Is dat risico hoog, dan vertellen wij het ook aan de mensen om wie het gaat, met wat zij zelf kunnen doen. Ziet u een lek of een fout, laat het ons dan weten via {email}.",
					],
					en: [
						"We record every data breach. Where it brings a risk for people, we report it to the Dutch Data Protection Authority as soon as possible and where feasible within 72 hours. Where that risk is high, we also tell the people concerned, with what they can do themselves. If you notice a breach or a mistake, please tell us at {email}.",
					],
				},
			},
			{
				explains: "AVG 22",
				heading: { nl: "Geen geautomatiseerde besluiten", en: "No automated decisions" },
				text: {
					nl: [
						"Over kandidaten beslissen mensen. Wij nemen geen besluiten met gevolgen voor u die alleen op geautomatiseerde verwerking berusten, en maken geen profielen om te voorspellen hoe iemand zich zal gedragen.",
					],
					en: [
						"People decide about candidates. We take no decisions affecting you that rest on automated processing alone, and make no profiles to predict how someone will behave.",
					],
				},
			},
			{
				explains: "AVG 35",
				heading: { nl: "Vooraf beoordeeld", en: "Assessed beforehand" },
				text: {
					nl: [
						"Voor verwerkingen met een hoog risico, zoals die van gezondheidsgegevens op grote schaal, beoordelen wij vooraf de gevolgen voor uw privacy. Onze functionaris gegevensbescherming adviseert daarbij en ziet toe op de uitvoering.",
					],
					en: [
						"Of processing with a high risk, such as that of health data on a large scale, we assess the consequences for your privacy beforehand. Our data protection officer advises on this and monitors it.",
					],
				},
			},
		],
	},
	{
		number: 11,
		heading: { nl: "Uw rechten", en: "Your rights" },
		articles: [
			{
				id: "R11.1",
				heading: { nl: "Inzage", en: "Access" },
				text: {
					nl: [
						"Iedereen kan ons per e-mail of brief vragen welke gegevens wij over hem of haar hebben: kandidaten, contactpersonen en anderen. U krijgt een kopie, met waarvoor wij de gegevens gebruiken, van wie ze komen, wie ze heeft gekregen en hoe lang wij ze bewaren. Gegevens over anderen schermen wij daarbij af.",
						"Wij antwoorden binnen een maand. Is een verzoek ingewikkeld, dan kan dat twee maanden langer duren; dat laten wij binnen de eerste maand weten, met de reden. Een verzoek kost niets. Wij gaan na of u het bent, en vragen daarvoor niet meer dan nodig is.",
					],
					en: [
						"Anyone may ask us by e-mail or letter which data we hold about them: candidates, contact persons and others. You receive a copy, with what we use the data for, where it came from, who received it and how long we keep it. Data about others is screened off.",
						"We answer within one month. If a request is complex, that may take two months more; we tell you within the first month, with the reason. A request is free of charge. We check that it is you, and ask no more for that than is needed.",
					],
				},
			},
			{
				id: "R11.2",
				heading: { nl: "Aanvullen, verbeteren, wissen", en: "Supplementing, correcting, erasing" },
				text: {
					nl: [
						"U kunt gegevens laten aanvullen of verbeteren als ze niet kloppen of niet volledig zijn, en laten wissen als wij ze niet meer nodig hebben, als u toestemming intrekt of als wij ze niet mochten gebruiken. Wat wij volgens de wet moeten bewaren, bewaren wij, en dat zeggen wij dan. Zijn wij het niet eens over een oordeel in het dossier, dan voegen wij uw eigen verklaring toe.",
						"Wie de gegevens eerder van ons kreeg, laten wij de wijziging weten, tenzij dat onmogelijk is of onevenredig veel moeite kost (AVG artikelen 16, 17 en 19).",
					],
					en: [
						"You can have data supplemented or corrected where it is incorrect or incomplete, and erased where we no longer need it, where you withdraw consent or where we were not allowed to use it. What the law requires us to keep, we keep, and we say so. Where we differ about a judgement in the dossier, we add your own statement.",
						"We tell those who received the data from us earlier about the change, unless that is impossible or takes disproportionate effort (GDPR Articles 16, 17 and 19).",
					],
				},
			},
			{
				explains: "AVG 18",
				heading: { nl: "Beperking", en: "Restriction" },
				text: {
					nl: [
						"U kunt ons vragen gegevens tijdelijk niet te gebruiken: zolang wij nagaan of ze kloppen, zolang wij een bezwaar beoordelen, of als u ze nodig hebt voor een rechtszaak. Wij bewaren ze dan alleen.",
					],
					en: [
						"You can ask us to stop using data for a time: while we check whether it is correct, while we consider an objection, or when you need it for legal proceedings. We then only store it.",
					],
				},
			},
			{
				explains: "AVG 20",
				heading: { nl: "Overdracht", en: "Portability" },
				text: {
					nl: [
						"Gegevens die u zelf hebt gegeven en die wij digitaal verwerken op grond van toestemming of een overeenkomst met u, krijgt u op verzoek in een vorm die een ander systeem kan lezen. Als het kan, sturen wij ze rechtstreeks naar een ander.",
					],
					en: [
						"Data you gave us yourself, which we process digitally on the ground of consent or a contract with you, you can receive in a form that another system can read. Where possible, we send it directly to someone else.",
					],
				},
			},
			{
				explains: "AVG 21",
				heading: { nl: "Bezwaar", en: "Objection" },
				text: {
					nl: [
						"Gebruiken wij gegevens op grond van een gerechtvaardigd belang of een publieke taak, dan kunt u daartegen bezwaar maken vanwege uw eigen situatie. Wij stoppen dan, tenzij wij dwingende redenen hebben die zwaarder wegen; die leggen wij u uit. Tegen mailings helpt een bezwaar altijd (R3.j).",
					],
					en: [
						"Where we use data on the ground of a legitimate interest or a public task, you can object for reasons of your own situation. We then stop, unless we have compelling reasons that weigh more; we explain these to you. An objection to mailings always succeeds (R3.j).",
					],
				},
			},
			{
				id: "R11.3",
				heading: { nl: "De toetser van het keurmerk", en: "The quality auditor" },
				text: {
					nl: [
						"De toetser van ons keurmerk mag dossiers inzien om de kwaliteit van onze dienstverlening te beoordelen, en alleen daarvoor. De toetser ziet een steekproef, gedurende een beperkte tijd, kan niets wijzigen of meenemen en is tot geheimhouding verplicht. Elke inzage wordt vastgelegd en is voor de kandidaat te zien.",
					],
					en: [
						"The auditor of our quality mark may inspect dossiers to assess the quality of our services, and for that only. The auditor sees a sample, for a limited time, cannot change or take anything and is bound to secrecy. Each look is recorded and visible to the candidate.",
					],
				},
			},
		],
	},
	{
		number: 12,
		heading: { nl: "Bewaren en vernietigen", en: "Keeping and destroying" },
		articles: [
			{
				id: "R12.1",
				heading: { nl: "Niet langer dan nodig", en: "No longer than needed" },
				text: {
					nl: [
						"Wij bewaren persoonsgegevens niet langer dan nodig is, tenzij de wet anders bepaalt. Bijlage C noemt de termijn per soort gegevens en waar die vandaan komt. Schrijft het contract van een opdracht een andere termijn voor, dan hoort de kandidaat dat bij de start. Zolang een verzoek, klacht of rechtszaak loopt, bewaren wij wat daarvoor nodig is.",
					],
					en: [
						"We keep personal data no longer than needed, unless the law says otherwise. Annex C gives the period for each kind of data and where it comes from. Where the contract of an assignment prescribes another period, the candidate is told at the start. While a request, complaint or court case is open, we keep what it requires.",
					],
				},
			},
			{
				id: "R12.2",
				heading: { nl: "Daarna vernietigd", en: "Destroyed afterwards" },
				text: {
					nl: [
						"Na de termijn vernietigen wij de gegevens of maken wij ze voorgoed onleesbaar, ook in reservekopieën. Van de vernietiging blijft een bewijs over waarin geen persoonsgegevens staan.",
					],
					en: [
						"After the period we destroy the data or make it unreadable for good, in backups too. Of the destruction a record remains that holds no personal data.",
					],
				},
			},
		],
	},
	{
		number: 13,
		heading: { nl: "Vragen en klachten", en: "Questions and complaints" },
		articles: [
			{
				id: "R13.1",
				heading: { nl: "Bij ons", en: "With us" },
				text: {
					nl: [
						"Vragen, opmerkingen en klachten stuurt u per e-mail aan {email} of per brief aan {address}. Een klacht behandelen wij volgens onze klachtenprocedure: binnen twee weken een ontvangstbevestiging, binnen zes weken een antwoord met redenen, door iemand die niet bij de zaak betrokken was. Nemen wij een klacht niet in behandeling, dan hoort u dat met de reden binnen vier weken.",
					],
					en: [
						"Send questions, remarks and complaints by e-mail to {email} or by letter to {address}. We handle a complaint under our complaints procedure: an acknowledgement within two weeks, a reasoned answer within six weeks, by someone who was not involved. If we do not take up a complaint, you hear that with the reason within four weeks.",
					],
				},
			},
			{
				explains: "AVG 77, 79; UAVG 35",
				heading: { nl: "Bij de toezichthouder of de rechter", en: "With the supervisor or the court" },
				text: {
					nl: [
						"U kunt altijd een klacht indienen bij de Autoriteit Persoonsgegevens: Postbus 93374, 2509 AJ Den Haag, autoriteitpersoonsgegevens.nl. U kunt ook naar de rechter. Gaat het om ons antwoord op een verzoek uit hoofdstuk 11, dan vraagt u de rechtbank dat binnen zes weken na dat antwoord; hebben wij niet op tijd geantwoord, dan geldt geen termijn.",
					],
					en: [
						"You can always lodge a complaint with the Dutch Data Protection Authority (Autoriteit Persoonsgegevens): Postbus 93374, 2509 AJ Den Haag, autoriteitpersoonsgegevens.nl. You can also go to court. Where it concerns our answer to a request under chapter 11, you petition the court within six weeks of that answer; if we did not answer in time, no time limit applies.",
					],
				},
			},
			{
				explains: "AVG 82",
				heading: { nl: "Schade", en: "Damage" },
				text: {
					nl: [
						"Lijdt u schade doordat wij de AVG niet naleven, dan hebt u recht op vergoeding. Dit reglement sluit die aansprakelijkheid niet uit en beperkt haar niet.",
					],
					en: [
						"If you suffer damage because we do not comply with the GDPR, you are entitled to compensation. This regulation does not exclude or limit that liability.",
					],
				},
			},
		],
	},
	{
		number: 14,
		heading: { nl: "Wijzigingen", en: "Changes" },
		articles: [
			{
				id: "R14.1",
				heading: { nl: "Nieuwe versies", en: "New versions" },
				text: {
					nl: [
						"Wij kunnen dit reglement wijzigen. Wie een belangrijke wijziging aangaat, hoort dat vooraf, met wat er verandert. Elke versie heeft een datum; de laatste staat op onze website. Een wijziging ontneemt u geen rechten over gegevens die wij al hadden, zonder dat u dat weet.",
					],
					en: [
						"We may change this regulation. Those concerned by an important change are told beforehand, with what changes. Each version has a date; the latest is on our website. No change takes away rights over data we already held without your knowing.",
					],
				},
			},
			{
				id: "R14.2",
				heading: { nl: "Als een bepaling ongeldig is", en: "If a clause is void" },
				text: {
					nl: [
						"Is een bepaling van dit reglement ongeldig, dan blijven de andere gelden. Wat alleen op de ongeldige bepaling steunde, doen wij dan niet meer.",
					],
					en: [
						"If a clause of this regulation is void, the others remain in force. What rested on the void clause alone, we then no longer do.",
					],
				},
			},
		],
	},
	{
		number: 15,
		heading: { nl: "Contact", en: "Contact" },
		articles: [
			{
				id: "R15.1",
				heading: { nl: "Downloaden en contact", en: "Download and contact" },
				text: {
					nl: [
						"Dit reglement staat op onze website en is daar als pdf te downloaden, in het Nederlands en het Engels. De Nederlandse tekst is bepalend.",
						"{agency}, {address}. E-mail {email}, telefoon {phone}. Functionaris gegevensbescherming: {dpo}, {dpoEmail}.",
					],
					en: [
						"This regulation is on our website and can be downloaded there as a PDF, in Dutch and English. The Dutch text prevails.",
						"{agency}, {address}. E-mail {email}, telephone {phone}. Data protection officer: {dpo}, {dpoEmail}.",
					],
				},
			},
		],
	},
];
