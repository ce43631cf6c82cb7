import type { Bilingual } from "./bilingual.ts";
import type { ClauseId } from "./clauses.ts";

/** How each clause is kept today, for readers of the regulation: what the system does, and what it does not do yet. */
export const kept: Record<ClauseId, Bilingual> = {
	"R1.1": {
		nl: "Het register van verwerkingen is er nog niet in het systeem. Wel kan een gegeven dat bij een dienst niet is vastgesteld, niet worden opgeslagen.",
		en: "The register of processing is not in the system yet. A field that is not declared for a service cannot be stored, though.",
	},
	"R1.2": {
		nl: "Elke keer dat iemand een dossier opent, wordt een doel genoemd en een regel in het logboek geschreven; lukt dat niet, dan wordt er niets getoond. De database laat een medewerker alleen de eigen kandidaten zien, en nooit het eigen dossier of dat van iemand die de medewerker van buiten het werk kent. Wie in nood een ander dossier opent, kan dat een uur lang lezen; de kandidaat ziet dat, en een ander kijkt het na.",
		en: "Each time someone opens a dossier, a purpose is named and a line is written in the log; if that fails, nothing is shown. The database shows a staff member their own candidates only, and never their own dossier or that of somebody they know from outside work. Who opens another dossier in an emergency can read it for an hour; the candidate sees that, and somebody else reviews it.",
	},
	"R1.3": {
		nl: "Zonder geregistreerde geheimhoudingsverklaring en bevestiging van het geldende reglement opent het systeem geen dossier.",
		en: "Without a registered confidentiality statement and acknowledgement of the regulation in force, the system opens no dossier.",
	},
	"R2.1": {
		nl: "Per dienst staat vast welke gegevens worden gevraagd; andere kunnen niet worden opgeslagen. Het burgerservicenummer heeft alleen een plaats waar een wet dat voorschrijft: de database weigert het bij ander werk. Gezondheid heeft een afgesloten deel, dat zonder wet alleen opengaat zolang u dat goedvindt. Voor strafrechtelijke gegevens bestaat geen veld. Bijlage E noemt de gronden.",
		en: "For each service it is fixed which data is asked; other data cannot be stored. The citizen service number has a place only where a law prescribes it: the database refuses it for other work. Health has a closed part, which without a law opens only for as long as you consent. No field exists for criminal data. Annex E names the grounds.",
	},
	"R3.a": {
		nl: "Inschrijven en zoeken werken zoals hier staat. Overnemen uit bestanden kan nog niet.",
		en: "Registration and search work as stated here. Importing from files is not possible yet.",
	},
	"R3.b": {
		nl: "De kandidaat meldt zich aan met twee bewijzen, leest en beslist over rapportages, en ziet afspraken, verstrekkingen en wie er keek. Andere onderdelen volgen.",
		en: "The candidate signs in with two proofs, reads and decides on reports, and sees agreements, disclosures and who looked. Other parts follow.",
	},
	"R3.c": {
		nl: "Een traject begint, eindigt en begint opnieuw volgens vaste regels, met wie, wanneer en waarom. Notities en rapportages staan erbij; doelen, afspraken in de agenda en uren volgen.",
		en: "A trajectory starts, ends and reopens by fixed rules, with who, when and why. Notes and reports stand with it; goals, appointments and hours follow.",
	},
	"R3.d": {
		nl: "Opdrachtgevers, contactpersonen en opdrachten staan in het systeem. Een opdracht kan alleen worden vastgelegd bij een opdrachtgever die haar mag geven. Offertes en overeenkomsten volgen.",
		en: "Commissioners, contact persons and assignments are in the system. An assignment can be recorded only for a commissioner who may give it. Quotes and agreements follow.",
	},
	"R3.e": { nl: "Het systeem biedt nog geen tests aan.", en: "The system does not offer tests yet." },
	"R3.f": { nl: "Het systeem kent nog geen voorstellen aan relaties.", en: "The system has no introductions to relations yet." },
	"R3.g": {
		nl: "Berichten over wat klaarstaat worden verstuurd; andere berichten nog niet.",
		en: "Messages about what is ready are sent; other messages are not yet.",
	},
	"R3.h": {
		nl: "Een profiel of cv gaat alleen weg met toestemming voor die ontvanger, waar zij nodig is; intrekken stopt het volgende. Een cv in het systeem bijhouden volgt.",
		en: "A profile or CV goes only with consent for that recipient, where it is needed; withdrawing stops the next one. Keeping a CV in the system follows.",
	},
	"R3.i": { nl: "Het systeem verstuurt nog geen nieuwsbrieven.", en: "The system sends no newsletters yet." },
	"R3.j": {
		nl: "Het systeem verstuurt nog geen mailings; er is nog niets om u voor af te melden.",
		en: "The system sends no mailings yet; there is nothing to opt out of.",
	},
	"R4.1": {
		nl: "Alles wat het bureau verlaat, gaat door één poort. Die laat alleen door wat hier is toegestaan, legt elke verstrekking vast en noemt bij een weigering de bepaling. Eist een instantie gegevens, dan wordt de eis bewaard, kiest het bureau zo min mogelijk, en kijkt een tweede persoon mee. U hoort het meteen, tenzij de wet dat verbiedt; dan hoort u het op een vaste dag, uiterlijk na een half jaar.",
		en: "Everything that leaves the agency goes through one gate. It lets through only what is permitted here, records each disclosure and names the clause when it refuses. When an authority demands data, the demand is kept, the agency chooses as little as possible, and a second person judges it. You are told at once, unless the law forbids it; then you are told on a fixed day, after half a year at most.",
	},
	"R4.2": {
		nl: "Opdrachtgevers hebben geen toegang tot het systeem. Wat er van hen in staat, zien alleen medewerkers met een rol daarvoor en een geregistreerde geheimhoudingsverklaring. Offertes en overeenkomsten volgen.",
		en: "Commissioners have no access to the system. What is kept of them is seen only by staff with a role for it and a registered confidentiality statement. Quotes and agreements follow.",
	},
	"R4.3": { nl: "Uren en facturen staan nog niet in het systeem.", en: "Hours and invoices are not in the system yet." },
	"R5.1": {
		nl: "Notities en rapportages staan in één tijdlijn, alleen zichtbaar voor wie de kandidaat begeleidt. Correspondentie, documenten en instrumenten volgen.",
		en: "Notes and reports are in one timeline, visible only to those who guide the candidate. Correspondence, documents and instruments follow.",
	},
	"R5.2": {
		nl: "Iedere trajectbegeleider ziet de eigen kandidaten en wat er te doen is; een overzicht van voortgang volgt.",
		en: "Each coach sees their own candidates and what is due; an overview of progress follows.",
	},
	"R6.1": {
		nl: "Een traject start niet zonder vastgelegde rapportageafspraken en bewijs dat de kandidaat ze kent. Een rapportage die niet onder een afspraak valt, kan niet worden verzonden.",
		en: "A trajectory does not start without recorded reporting agreements and proof that the candidate knows them. A report that falls under no agreement cannot be sent.",
	},
	"R7.1": {
		nl: "Een uitgebreide rapportage gaat niet weg zonder akkoord op precies die pdf en die ontvangers. Dat wordt op het moment van verzenden nog eens nagegaan. Iedere wijziging maakt een nieuwe versie zonder akkoord.",
		en: "An extensive report is not sent without approval of exactly that PDF and those recipients. This is checked again at the moment of sending. Any change makes a new version without approval.",
	},
	"R7.2": {
		nl: "Beknopte informatie gaat pas weg als is vastgelegd dat de kandidaat is geïnformeerd, door wie en hoe. Wat toestemming vraagt, staat er niet in: het systeem leest de tekst en houdt hem dan tegen. Het kent niet elk woord; wie schrijft, leest zelf ook.",
		en: "Brief information goes out only when it is recorded that the candidate was informed, by whom and how. What needs consent is not in it: the system reads the text and then stops it. It does not know every word; who writes reads as well.",
	},
	"R7.3": {
		nl: "Zonder akkoord gaat een uitgebreide rapportage alleen weg op een grond uit een vaste lijst, met een uitleg, en na bevestiging door een tweede persoon. De kandidaat leest grond en uitleg in het portaal. Zolang niet vaststaat dat de kandidaat het weet, wordt de volgende rapportage tegengehouden.",
		en: "Without approval an extensive report goes out only on a ground of a fixed list, with a reasoning, and after confirmation by a second person. The candidate reads ground and reasoning in the portal. As long as it is not established that the candidate knows, the next report is held.",
	},
	"R8.1": {
		nl: "De kandidaat beslist per ontvanger en doel, ziet de gegevens zelf, en geeft toestemming met een code of met een handtekening die een tweede medewerker heeft gezien. Zonder toestemming die op dat moment geldt, gaat het niet: dat wordt bij het klaarzetten, bij het verzenden en bij het ophalen nagegaan. Intrekken kost één handeling en stopt wat klaarstaat. Krijgt een ontvanger een andere naam, dan telt de toestemming niet meer en vraagt het bureau opnieuw. Aard, oorzaak en behandeling gaan nooit naar een werkgever, ook niet met toestemming. Ook vrije tekst wordt gelezen voordat hij vaststaat, en tegengehouden als er iets in staat dat niet mag. Die lezer kent niet elk woord. Vergist hij zich, dan geeft een tweede persoon alleen dat ene woord vrij.",
		en: "The candidate decides per recipient and purpose, sees the data itself, and consents with a code or with a signature that a second member of staff has seen. Without a consent in force at that moment it does not go: that is checked when it is queued, when it is sent and when it is collected. Withdrawing takes one step and stops what is queued. When a recipient gets another name, the consent no longer counts and the agency asks anew. Nature, cause and treatment never go to an employer, not even with consent. Free text too is read before it is fixed, and stopped when it holds what may not go. That reader does not know every word. Where it is mistaken, a second person lets only that one word pass.",
	},
	"R8.2": {
		nl: "Een vraag aan een arts of behandelaar gaat per brief, met uw toestemming erin. U leest de vragen woord voor woord en zegt ja of nee tegen precies die vragen. Zonder toestemming die op dat moment geldt, wordt er geen brief gemaakt of verstuurd. De vragen worden gelezen: een strafblad of een geloof hoort er niet in. Een antwoord dat komt als u die hebt ingetrokken, wordt niet bewaard.",
		en: "A question to a doctor or carer goes by letter, with your consent in it. You read the questions word for word and say yes or no to exactly those. Without a consent in force at that moment no letter is made or sent. The questions are read: a criminal record or a belief does not belong in them. An answer that comes when you have withdrawn it is not kept.",
	},
	"R8.3": {
		nl: "Wat een arts antwoordt, staat in een afgesloten deel dat alleen uw begeleider opent, met een doel en een regel in het logboek. U kunt het zelf lezen. De database weigert dat wie het open heeft tegelijk een rapportage, notitie of bericht schrijft: er gaat niets vanzelf in over. Elke brief zegt de arts dat hij zelf beslist wat hij antwoordt.",
		en: "What a doctor answers is in a closed part that only your coach opens, with a purpose and a line in the log. You can read it yourself. The database refuses that whoever has it open writes a report, note or message at the same time: nothing goes over by itself. Each letter tells the doctor that they decide themselves what to answer.",
	},
	"R9.1": {
		nl: "Elke rapportage wordt een getekende pdf. Verzonden wordt precies wat is vastgelegd, naar één ontvanger per bericht, op een gecontroleerd adres en over een versleutelde verbinding. Gezondheidsgegevens gaan nooit in een e-mail: de ontvanger haalt ze hier op, met het eigen adres en een code die aan de telefoon is verteld. Op deze website kan iedereen nagaan of een rapportage echt en onveranderd is.",
		en: "Each report becomes a signed PDF. What was fixed is exactly what is sent, to one recipient per message, at a verified address and over an encrypted connection. Health data never goes in an e-mail: the recipient collects it here, with their own address and a code told by telephone. On this website anyone can check whether a report is genuine and unaltered.",
	},
	"R9.2": {
		nl: "Een mondelinge rapportage wordt vastgelegd in het dossier en in het overzicht van verstrekkingen, onder dezelfde regels. Wat de kandidaat toestond op het moment van spreken, telt.",
		en: "An oral report is recorded in the dossier and in the register of disclosures, under the same rules. What the candidate allowed at the moment of speaking counts.",
	},
	"R10.1": {
		nl: "Twee bewijzen bij het aanmelden, een sleutel per persoon, toegang per kandidaat in de database zelf, een logboek, en versleutelde reservekopieën met de sleutels apart. Het register van datalekken volgt.",
		en: "Two proofs when signing in, a key per person, access per candidate in the database itself, a log, and encrypted backups with the keys apart. The breach register follows.",
	},
	"R11.1": {
		nl: "Het systeem houdt verzoeken nog niet bij; de functionaris gegevensbescherming behandelt ze.",
		en: "The system does not track requests yet; the data protection officer handles them.",
	},
	"R11.2": {
		nl: "Het systeem houdt verzoeken nog niet bij; de functionaris gegevensbescherming behandelt ze.",
		en: "The system does not track requests yet; the data protection officer handles them.",
	},
	"R11.3": {
		nl: "Het systeem heeft nog geen toegang voor de toetser; er kan dus niemand zo inzien.",
		en: "The system has no access for the auditor yet; so nobody can inspect in this way.",
	},
	"R12.1": {
		nl: "De termijnen staan vast (bijlage C); het systeem bewaakt ze nog niet.",
		en: "The periods are fixed (annex C); the system does not watch them yet.",
	},
	"R12.2": {
		nl: "Het systeem vernietigt nog niet zelf. Iedere persoon heeft al wel een eigen sleutel, die daarvoor nodig is.",
		en: "The system does not destroy by itself yet. Each person already has the key of their own that this requires.",
	},
	"R13.1": {
		nl: "De functionaris gegevensbescherming neemt vragen en klachten aan en bewaakt de termijnen.",
		en: "The data protection officer receives questions and complaints and watches the terms.",
	},
	"R14.1": {
		nl: "Het systeem publiceert altijd de geldende versie, en medewerkers bevestigen haar opnieuw. Kandidaten en opdrachtgevers berichten volgt.",
		en: "The system always publishes the version in force, and staff acknowledge it anew. Notifying candidates and commissioners follows.",
	},
	"R14.2": {
		nl: "Een bepaling afzonderlijk buiten werking stellen kan nog niet in het systeem.",
		en: "Suspending a single clause is not possible in the system yet.",
	},
	"R15.1": {
		nl: "Deze pagina en de pdf komen uit dezelfde gegevens als de regels van het systeem. Een contactformulier volgt; e-mail en brief werken.",
		en: "This page and the PDF come from the same data as the rules of the system. A contact form follows; e-mail and letter work.",
	},
};
