import type { Chapter } from "../shape.ts";

/** Who gets to know what: third parties, dossiers, agreements, reports and health data. */
export const reporting: readonly Chapter[] = [
	{
		number: 4,
		heading: { nl: "Gegevens aan anderen", en: "Data to others" },
		articles: [
			{
				id: "R4.1",
				heading: { nl: "Niets naar derden, tenzij", en: "Nothing to third parties, unless" },
				text: {
					nl: [
						"Wij geven geen persoonsgegevens aan anderen, tenzij dit reglement het toestaat, de wet of een bevoegde instantie het eist, of het nodig is om onze eigen rechten te verdedigen.",
						"Van elke verstrekking leggen wij vast wat aan wie is gegeven, wanneer en op welke grond. De kandidaat kan dat inzien. Bijlage B zegt welke soort gegevens naar welke ontvanger kan gaan. Wat daar niet mag, doen wij niet, ook niet op verzoek.",
					],
					en: [
						"We give no personal data to others unless this regulation permits it, the law or a competent authority demands it, or it is needed to defend our own rights.",
						"Of each disclosure we record what was given to whom, when and on which ground. The candidate can see this. Annex B says which kind of data can go to which recipient. What is not allowed there we do not do, not even on request.",
					],
				},
			},
			{
				id: "R4.2",
				heading: { nl: "Het opdrachtgeverdossier", en: "The commissioner dossier" },
				text: {
					nl: [
						"Van elke opdrachtgever houden wij een dossier bij met offertes en overeenkomsten. Alleen medewerkers die het voor hun werk nodig hebben, zien het.",
					],
					en: [
						"Of each commissioner we keep a dossier with quotes and agreements. Only staff members who need it for their work see it.",
					],
				},
			},
			{
				id: "R4.3",
				heading: { nl: "Overeenkomsten en facturen", en: "Agreements and invoices" },
				text: {
					nl: [
						"Wij bewaren wat nodig is om overeenkomsten en facturen te administreren. Op een factuur staat niets over gezondheid of over de voortgang van een kandidaat. Alleen medewerkers die het voor hun werk nodig hebben, zien deze gegevens.",
					],
					en: [
						"We keep what is needed to administer agreements and invoices. An invoice says nothing about a candidate's health or progress. Only staff members who need it for their work see this data.",
					],
				},
			},
			{
				explains: "AVG 28",
				heading: { nl: "Verwerkers", en: "Processors" },
				text: {
					nl: [
						"Bedrijven die voor ons gegevens opslaan of versturen, zijn verwerkers. Met elk van hen sluiten wij een verwerkersovereenkomst: zij doen alleen wat wij opdragen, beveiligen de gegevens en geven ze niet verder. Op verzoek noemen wij u de verwerkers die wij inschakelen. Werken zelfstandige begeleiders voor ons, dan gelden voor hen dezelfde regels als voor onze medewerkers.",
					],
					en: [
						"Companies that store or send data for us are processors. With each of them we conclude a processing agreement: they do only what we instruct, secure the data and pass nothing on. On request we name the processors we engage. Self-employed coaches who work for us are bound by the same rules as our staff.",
					],
				},
			},
			{
				explains: "AVG 44–49",
				heading: { nl: "Gegevens buiten de Europese Economische Ruimte", en: "Data outside the European Economic Area" },
				text: {
					nl: [
						"Wij bewaren persoonsgegevens binnen de Europese Economische Ruimte en geven ze niet door naar landen daarbuiten. Wordt dat ooit nodig, dan gebeurt het alleen onder de voorwaarden van de AVG en nadat wij dit reglement hebben gewijzigd.",
					],
					en: [
						"We keep personal data within the European Economic Area and do not transfer it to countries outside. Should that ever become necessary, it happens only under the conditions of the GDPR and after we have changed this regulation.",
					],
				},
			},
		],
	},
	{
		number: 5,
		heading: { nl: "Het dossier van de kandidaat", en: "The candidate's dossier" },
		articles: [
			{
				id: "R5.1",
				heading: { nl: "Wat in het dossier staat", en: "What the dossier holds" },
				text: {
					nl: [
						"Van elke kandidaat houden wij een dossier bij met:",
						"- persoonsgegevens die voor de dienst nodig zijn\n- korte notities van gesprekken: het doel, wat is afgesproken en wat volgt\n- correspondentie\n- ingezette instrumenten en hun uitkomsten\n- alle rapportages",
						"Bij elk stuk staat van wie het komt en van wanneer het is. Het dossier is er voor de medewerkers die de kandidaat begeleiden, niet voor alle medewerkers, en nooit voor de opdrachtgever. De kandidaat mag het inzien.",
					],
					en: [
						"Of each candidate we keep a dossier with:",
						"- personal data the service requires\n- short notes of conversations: the goal, what was agreed and what follows\n- correspondence\n- instruments used and their results\n- all reports",
						"Each item states who it is from and when it was made. The dossier is for the staff members who guide the candidate, not for all staff, and never for the commissioner. The candidate may inspect it.",
					],
				},
			},
			{
				id: "R5.2",
				heading: { nl: "Het cliëntvolgsysteem", en: "The tracking system" },
				text: {
					nl: [
						"Persoonsgegevens en voortgangsrapportages staan in ons cliëntvolgsysteem. Daarin ziet een medewerker alleen wat bij de eigen taak hoort. Opdrachtgevers hebben er geen toegang toe.",
					],
					en: [
						"Personal data and progress reports are kept in our tracking system. In it a staff member sees only what belongs to their own task. Commissioners have no access to it.",
					],
				},
			},
		],
	},
	{
		number: 6,
		heading: { nl: "Afspraken over rapportage", en: "Agreements on reporting" },
		articles: [
			{
				id: "R6.1",
				heading: { nl: "Wat de kandidaat bij de start hoort", en: "What the candidate is told at the start" },
				text: {
					nl: [
						"Voordat een traject begint, hoort de kandidaat wat er gerapporteerd gaat worden: aan wie, welke gegevens, in welke vorm, waarom en hoe vaak. Wij leggen vast dat en wanneer de kandidaat dit heeft gehoord. Zonder deze afspraken start geen traject.",
						"Verandert een afspraak, dan hoort de kandidaat dat vóór de volgende rapportage. Dat de kandidaat is geïnformeerd, betekent niet dat toestemming is gegeven voor iets waarvoor de wet die vraagt.",
					],
					en: [
						"Before a trajectory begins, the candidate is told what will be reported: to whom, which data, in which form, why and how often. We record that and when the candidate was told. Without these agreements no trajectory starts.",
						"When an agreement changes, the candidate is told before the next report. Having been informed does not mean that consent was given where the law asks for it.",
					],
				},
			},
		],
	},
	{
		number: 7,
		heading: { nl: "Rapportages en akkoord", en: "Reports and approval" },
		articles: [
			{
				id: "R7.1",
				heading: { nl: "Eerst zien, dan akkoord, dan pas verzenden", en: "First seen, then approved, only then sent" },
				text: {
					nl: [
						"Elke uitgebreide schriftelijke rapportage leggen wij eerst aan de kandidaat voor. Zij gaat pas naar de ontvanger nadat de kandidaat akkoord heeft gegeven. Het akkoord geldt voor precies die tekst en precies die ontvangers. Wijzigt er iets, dan vragen wij opnieuw akkoord en laten wij zien wat er anders is.",
						"Akkoord op een rapportage is iets anders dan toestemming in de zin van de AVG. Met een akkoord geeft u geen toestemming voor het verstrekken van gezondheidsgegevens.",
					],
					en: [
						"Every extensive written report is first shown to the candidate. It goes to the recipient only after the candidate has approved it. The approval holds for exactly that text and exactly those recipients. If anything changes, we ask for approval again and show what is different.",
						"Approval of a report is not consent in the sense of the GDPR. By approving you do not consent to the disclosure of health data.",
					],
				},
			},
			{
				explains: "R7.1",
				heading: { nl: "Geen akkoord, of geen antwoord", en: "No approval, or no answer" },
				text: {
					nl: [
						"De kandidaat kan akkoord geven, akkoord geven met een opmerking, om een wijziging vragen, of weigeren en de eigen zienswijze geven. Bij weigering gaat de rapportage niet weg, tenzij R7.3 geldt; de zienswijze van de kandidaat gaat dan mee. Waarom de kandidaat weigert, vertellen wij niet aan de opdrachtgever.",
						"Geen antwoord is geen akkoord. Wij sturen een herinnering, maar zonder antwoord gaat de rapportage niet weg. Weigeren of zwijgen is op zichzelf geen reden om een traject te beëindigen.",
					],
					en: [
						"The candidate can approve, approve with a remark, ask for a change, or refuse and give their own view. On refusal the report is not sent, unless R7.3 applies; the candidate's view then goes with it. We do not tell the commissioner why the candidate refuses.",
						"No answer is no approval. We send a reminder, but without an answer the report is not sent. Refusing or not answering is not in itself a reason to end a trajectory.",
					],
				},
			},
			{
				id: "R7.2",
				heading: { nl: "Beknopte voortgangsinformatie", en: "Brief progress information" },
				text: {
					nl: [
						"Beknopte informatie over de voortgang, zoals aanwezigheid en verrichte activiteiten, leggen wij niet eerst voor. De kandidaat hoort wel dat zij gaat en wat erin staat. Zolang dat niet is vastgelegd, gaat zij niet weg. Gezondheidsgegevens staan er nooit in.",
					],
					en: [
						"Brief information on progress, such as attendance and activities carried out, is not shown beforehand. The candidate is told that it goes and what it says. As long as that has not been recorded, it is not sent. It never contains health data.",
					],
				},
			},
			{
				id: "R7.3",
				heading: { nl: "Als de wet verzending noodzakelijk maakt", en: "Where the law makes sending necessary" },
				text: {
					nl: [
						"Akkoord is niet nodig als verzending noodzakelijk is voor een overeenkomst met de kandidaat, voor een wettelijke plicht, om een vitaal belang te beschermen of voor een gerechtvaardigd belang dat zwaarder weegt dan dat van de kandidaat (AVG artikel 6, eerste lid, onder b, c, d en f). Een daartoe bevoegde medewerker beslist dat niet alleen, en legt grond en reden vast. De kandidaat wordt geïnformeerd. Deze uitzondering geldt nooit voor gezondheidsgegevens waarvoor R8.1 toestemming vraagt.",
					],
					en: [
						"Approval is not required where sending is necessary for a contract with the candidate, for a legal obligation, to protect a vital interest or for a legitimate interest that outweighs the candidate's (GDPR Article 6(1)(b), (c), (d) and (f)). An authorised staff member does not decide this alone, and records ground and reason. The candidate is informed. This exception never applies to health data for which R8.1 requires consent.",
					],
				},
			},
		],
	},
	{
		number: 8,
		heading: { nl: "Gegevens over gezondheid", en: "Data about health" },
		articles: [
			{
				id: "R8.1",
				heading: { nl: "Alleen met schriftelijke toestemming verstrekt", en: "Disclosed only with written consent" },
				text: {
					nl: [
						"Gezondheidsgegevens gaan alleen naar een opdrachtgever of arts als de kandidaat daarvoor schriftelijk toestemming gaf: voor die ontvanger, voor die gegevens en voor dat doel. Ook dat iemand ziek is gemeld, is een gezondheidsgegeven.",
						"Waar de wet verstrekking aan UWV of gemeente zelf regelt, volgen wij de wet en zeggen wij dat vooraf. Aan een werkgever geven wij nooit de aard, de oorzaak of de behandeling van een ziekte door, ook niet als de kandidaat dat goedvindt (AVG artikel 9; UAVG artikelen 22 en 30).",
					],
					en: [
						"Health data goes to a commissioner or doctor only if the candidate gave written consent: for that recipient, that data and that purpose. The fact that someone reported sick is health data too.",
						"Where the law itself regulates disclosure to UWV or a municipality, we follow the law and say so beforehand. To an employer we never pass on the nature, cause or treatment of an illness, even if the candidate agrees (GDPR Article 9; UAVG Articles 22 and 30).",
					],
				},
			},
			{
				id: "R8.2",
				heading: { nl: "Alleen met schriftelijke toestemming opgevraagd", en: "Requested only with written consent" },
				text: {
					nl: [
						"Bij een arts of behandelaar vragen wij alleen gegevens op als de kandidaat daarvoor schriftelijk toestemming gaf. Een afschrift van die toestemming gaat met ons verzoek mee.",
					],
					en: [
						"We ask a doctor or carer for data only if the candidate gave written consent. A copy of that consent goes with our request.",
					],
				},
			},
			{
				id: "R8.3",
				heading: { nl: "Het beroepsgeheim van de arts", en: "The doctor's professional secrecy" },
				text: {
					nl: [
						"Wij respecteren het beroepsgeheim van artsen en behandelaars. Wat zij ons schrijven, bewaren wij apart en nemen wij niet over in rapportages.",
					],
					en: [
						"We respect the professional secrecy of doctors and carers. What they write to us we keep apart and do not copy into reports.",
					],
				},
			},
			{
				explains: "AVG 7",
				heading: { nl: "Toestemming geven en intrekken", en: "Giving and withdrawing consent" },
				text: {
					nl: [
						"Toestemming vragen wij apart, in gewone taal, voor één doel tegelijk. Niets staat vooraf aangevinkt en nee weegt even zwaar als ja. Wie weigert, houdt recht op de dienst, voor zover die zonder de gegevens kan worden geleverd.",
						"Intrekken kan altijd en is even eenvoudig als geven. Het werkt meteen: wat nog niet is verzonden, gaat niet meer weg. Wat al was verstrekt, blijft rechtmatig verstrekt.",
					],
					en: [
						"We ask for consent separately, in plain language, for one purpose at a time. Nothing is ticked beforehand and no weighs as much as yes. Anyone who refuses keeps their right to the service, as far as it can be delivered without the data.",
						"Consent can be withdrawn at any time, as easily as it is given. That takes effect at once: what has not been sent is no longer sent. What had been disclosed remains lawfully disclosed.",
					],
				},
			},
		],
	},
	{
		number: 9,
		heading: { nl: "Hoe wij rapporteren", en: "How we report" },
		articles: [
			{
				id: "R9.1",
				heading: { nl: "Schriftelijk, als verzegelde pdf", en: "In writing, as a sealed PDF" },
				text: {
					nl: [
						"Rapportages sturen wij per e-mail als pdf met onze elektronische handtekening. Een pdf kan altijd worden nagemaakt of veranderd; aan onze handtekening is te zien of dat is gebeurd. In het bericht staat hoe de ontvanger dat nagaat.",
						"Een bericht gaat alleen naar het gecontroleerde adres van de afgesproken ontvanger, over een versleutelde verbinding.",
					],
					en: [
						"We send reports by e-mail as a PDF with our electronic signature. A PDF can always be imitated or altered; our signature shows whether that has happened. The message says how the recipient can check this.",
						"A message goes only to the verified address of the agreed recipient, over an encrypted connection.",
					],
				},
			},
			{
				id: "R9.2",
				heading: { nl: "Mondelinge rapportage", en: "Oral reports" },
				text: {
					nl: [
						"Rapporteren wij mondeling, dan leggen wij in het dossier vast aan wie, wanneer en wat. Daarvoor gelden dezelfde regels als voor een schriftelijke rapportage.",
					],
					en: [
						"Where we report orally, we record in the dossier to whom, when and what. The same rules apply as to a written report.",
					],
				},
			},
		],
	},
];
