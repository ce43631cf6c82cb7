/** What was talked about, in the three questions of a note: goal, agreed, next. Invented, about work, and never about health. */
export interface NoteText {
	readonly kind: "conversation" | "phone" | "mail";
	readonly source: "candidate" | "commissioner" | "other";
	readonly goal: string;
	readonly agreed: string;
	readonly next: string;
}

const talk = (goal: string, agreed: string, next: string): NoteText => ({
	kind: "conversation",
	source: "candidate",
	goal,
	agreed,
	next,
});
const call = (goal: string, agreed: string, next: string): NoteText => ({
	kind: "phone",
	source: "candidate",
	goal,
	agreed,
	next,
});
const mail = (goal: string, agreed: string, next: string): NoteText => ({
	kind: "mail",
	source: "candidate",
	goal,
	agreed,
	next,
});

/** The first conversation of every trajectory. */
export const firstTalks: readonly NoteText[] = [
	talk(
		"Kennismaking. Wat verwacht {naam} van het traject, en wat mag ik verwachten?",
		"We spreken elkaar om de twee weken, afwisselend hier en via beeldbellen. {naam} houdt bij hoeveel tijd het zoeken kost.",
		"{naam} maakt een lijst van werk waar energie in zat. Ik stuur de vragenlijst over werkwaarden.",
	),
	talk(
		"Kennismaking en uitleg over het reglement: wat ik opschrijf, wie dat leest en wat naar de opdrachtgever gaat.",
		"Alles wat wordt gerapporteerd, leest {naam} eerst. Vragen mogen altijd tussendoor.",
		"Volgende keer het loopbaanverhaal: van de eerste baan tot nu.",
	),
	talk(
		"Kennismaking. {naam} wil weten hoe lang het traject duurt en wie wat beslist.",
		"De stappen van het traject staan op papier en zijn samen doorgenomen.",
		"{naam} neemt cv en diploma’s mee. Ik vraag de opdracht na bij de opdrachtgever.",
	),
];

/** What follows, roughly in the order in which it comes up. */
export const laterTalks: readonly NoteText[] = [
	talk(
		"Loopbaanverhaal: wat ging goed, en wanneer?",
		"Rode draad: dingen werkend krijgen, met een klein vast team. Dat komt in het plan.",
		"{naam} vraagt drie oud-collega’s wat zij sterk vonden. Twee weken de tijd.",
	),
	talk(
		"Werkwaarden en voorkeuren bespreken.",
		"Bovenaan staan zelfstandigheid, dichtbij huis en duidelijke afspraken. Leidinggeven hoeft niet meer.",
		"Ik zoek drie functies die hierbij passen; {naam} leest de beschrijvingen.",
	),
	call(
		"Kort bellen over de lijst met functies.",
		"Twee van de drie spreken aan: planner en werkvoorbereider.",
		"{naam} belt iemand die dit werk doet en stelt de vragen van het blad.",
	),
	talk(
		"Doelen voor het plan kiezen.",
		"Drie doelen: een cv dat klopt, vier netwerkgesprekken, en één keer meelopen.",
		"Ik schrijf het plan uit en leg het voor in het portaal.",
	),
	mail(
		"{naam} stuurde het cv en vroeg om een reactie.",
		"Opbouw is goed. De laatste functie mag korter, de cursussen kunnen bij elkaar.",
		"Nieuwe versie vóór het volgende gesprek.",
	),
	talk(
		"Cv afronden en een profiel van vijf regels.",
		"Het cv is klaar. Het profiel noemt nu wat {naam} doet, in plaats van wie {naam} is.",
		"Met dit cv op twee vacatures reageren, ook om te oefenen.",
	),
	talk(
		"Netwerk in kaart.",
		"Er staan zeventien mensen op het vel; vijf daarvan werken in de regio.",
		"{naam} stuurt er deze week twee een bericht. Tekst hebben we samen gemaakt.",
	),
	call(
		"Hoe ging het netwerkgesprek?",
		"Prettig. Er komt misschien een plek om een dag mee te lopen.",
		"{naam} bevestigt de dag. Ik stuur de afspraken voor het meelopen.",
	),
	talk(
		"Terugkijken op de dag meelopen.",
		"Het werk past, de reistijd niet. Zoeken binnen twintig kilometer.",
		"Zoekgebied in de vacaturesite aanpassen; {naam} zet een melding aan.",
	),
	talk(
		"Gesprek voorbereiden met de STAR-vragen.",
		"Twee voorbeelden zijn sterk: de verhuizing van het magazijn en de nieuwe planning.",
		"{naam} oefent thuis hardop. Vrijdag bellen we vooraf tien minuten.",
	),
	call(
		"Na het sollicitatiegesprek.",
		"Het gesprek verliep goed; er zijn nog twee kandidaten. Uitslag volgende week.",
		"{naam} belt als er nieuws is. Anders bel ik donderdag.",
	),
	talk(
		"Uitslag verwerken en verder kijken.",
		"Net niet geworden, vanwege ervaring met het pakket. Daar is een cursus voor van vier avonden.",
		"{naam} zoekt uit wanneer de cursus begint. Ik vraag of de opdrachtgever meebetaalt.",
	),
	{
		kind: "phone",
		source: "commissioner",
		goal: "De opdrachtgever belde met de vraag hoe het gaat.",
		agreed: "Ik heb verwezen naar de afgesproken rapportage en inhoudelijk niets gezegd. Dat begreep men.",
		next: "Dit telefoontje bespreken met {naam}.",
	},
	talk(
		"Cursus en planning.",
		"De cursus begint over drie weken. Tot dan twee sollicitaties per week.",
		"{naam} houdt de lijst bij; we kijken er samen naar.",
	),
	talk(
		"Tussenstand: wat werkt wel en wat niet?",
		"Bellen vóór een sollicitatie levert het meeste op. Open sollicitaties per mail het minste.",
		"Voortaan eerst bellen. Ik oefen het openingszinnetje mee.",
	),
	{
		kind: "mail",
		source: "other",
		goal: "Een bedrijf uit het netwerk vroeg wanneer {naam} kan beginnen met meelopen.",
		agreed: "Vier ochtenden, vanaf maandag over een week. De afspraken staan op papier.",
		next: "{naam} tekent de afspraken. Na twee ochtenden bellen we.",
	},
	talk(
		"Meelopen: eerste twee ochtenden.",
		"{naam} voelde zich welkom en kreeg eigen taken. Het tempo was goed te doen.",
		"De andere twee ochtenden afmaken en om een getuigenis vragen.",
	),
	talk(
		"Wat is er nog nodig voor het vervolg?",
		"Op het cv staat nu het meelopen. Twee vacatures passen goed.",
		"Reageren op beide vacatures en vooraf bellen.",
	),
];
