import type { ReportAbout } from "../../src/law/assignment-types.ts";

const plans = [
	`## Aanleiding en vraag

{naam} zoekt werk dat past, en wil weten welke richting kans geeft. De vraag is om binnen een half jaar zicht te hebben op een passende plek.

## Doelen

- Een cv en profiel die kloppen, binnen zes weken
- Vier netwerkgesprekken in de eerste drie maanden
- Ten minste één keer meelopen in het beoogde werk

## Aanpak en activiteiten

| Activiteit | Wanneer | Wie |
| --- | --- | --- |
| Gesprekken om de twee weken | doorlopend | {naam} en coach |
| Loopbaanverhaal en werkwaarden | maand 1 | {naam} |
| Netwerkgesprekken | maand 2 en 3 | {naam} |

## Afspraken

We rapporteren zoals in de rapportageafspraak staat. {naam} leest elk rapport eerst.

## Visie van de kandidaat

“Het plan klopt met wat we hebben besproken. Ik heb er zin in.”
`,
	`## Aanleiding en vraag

De functie van {naam} verandert. Samen zoeken we uit welk werk binnen en buiten de organisatie past.

## Doelen

- Weten wat {naam} wil blijven doen, en wat niet meer
- Drie functies onderzoeken, waarvan één door mee te lopen
- Een keuze die {naam} kan uitleggen

## Aanpak en activiteiten

| Activiteit | Wanneer | Wie |
| --- | --- | --- |
| Sterke kanten verzamelen bij collega’s | week 2 tot 4 | {naam} |
| Functies onderzoeken | maand 2 | {naam} en coach |
| Meelopen | maand 3 | {naam} |

## Visie van de kandidaat

“Ik wil vooral tijd om te kijken voordat ik kies.”
`,
] as const;

const progress = [
	`## Samenvatting

{naam} was bij alle afspraken en werkt actief aan de doelen. Het cv is af en er zijn drie netwerkgesprekken gevoerd.

## Wat er is gedaan

- Vier gesprekken, waarvan één via beeldbellen
- Cv en profiel afgerond
- Netwerk in kaart gebracht: zeventien namen

## Voortgang op de doelen

| Doel | Stand |
| --- | --- |
| Cv en profiel | klaar |
| Vier netwerkgesprekken | drie gevoerd |
| Meelopen | afspraak gemaakt |

## Vervolg en afspraken

De komende maanden gaat {naam} een dag meelopen en reageert op vacatures binnen twintig kilometer.

## Visie van de kandidaat

“Het bellen kost moeite, maar levert wel iets op.”
`,
	`## Samenvatting

In deze periode heeft {naam} meegelopen bij twee bedrijven en op vijf vacatures gereageerd. Eén keer volgde een gesprek.

## Wat er is gedaan

- Drie gesprekken en twee telefonische afspraken
- Twee dagen meegelopen
- Vijf sollicitaties, één uitnodiging

## Voortgang op de doelen

| Doel | Stand |
| --- | --- |
| Richting kiezen | gekozen: planning en werkvoorbereiding |
| Meelopen | twee keer gedaan |
| Sollicitatiegesprekken | één gevoerd |

## Vervolg en afspraken

{naam} begint aan een cursus van vier avonden. Daarna elke week twee sollicitaties, steeds met vooraf bellen.
`,
	`## Samenvatting

De richting is gekozen en {naam} zoekt gericht. Afspraken worden nagekomen.

## Wat er is gedaan

- Vier gesprekken
- Sollicitatiegesprekken geoefend met voorbeelden uit eigen werk
- Cursus gevolgd en afgerond

## Voortgang op de doelen

| Doel | Stand |
| --- | --- |
| Cursus | afgerond |
| Netwerk | twee nieuwe contacten |

## Vervolg en afspraken

Vier ochtenden meelopen bij een bedrijf uit het netwerk. Daarna kijken we samen naar het vervolg.

## Visie van de kandidaat

“Ik weet nu beter wat ik zoek.”
`,
] as const;

const finals = [
	`## Samenvatting

Het traject is afgesloten. {naam} heeft de gestelde doelen bereikt.

## Verloop van het traject

Na de oriëntatie koos {naam} een richting, liep twee keer mee en volgde een cursus. Daarna is gericht gezocht.

## Resultaat

| Doel | Resultaat |
| --- | --- |
| Passende richting | gekozen en onderzocht |
| Sollicitaties | twaalf, waarvan drie gesprekken |

## Advies

Het netwerk warm houden en de melding voor vacatures laten staan.

## Visie van de kandidaat

“Ik kan nu zelf verder.”
`,
] as const;

/** The body of the nth report of its kind about somebody. */
export function reportText(about: ReportAbout, n: number, given: string): string {
	const texts: readonly string[] = { plan: plans, progress, final: finals }[about];
	return (texts[n % texts.length] ?? "").replaceAll("{naam}", given);
}

const briefs = [
	"{naam} was de afgelopen periode bij alle afspraken. De gesprekken gaan over sterke kanten en over de vraag welk werk past. Over twee maanden volgt een nieuw bericht.",
	"Het traject loopt volgens plan: vijf van de zeven gesprekken zijn gevoerd. {naam} onderzoekt nu twee richtingen en rondt dat naar verwachting volgende maand af.",
	"{naam} heeft de opdrachten afgerond en neemt deel aan de gesprekken zoals afgesproken. Er is op dit moment niets dat de planning verandert.",
] as const;
export const briefText = (n: number, given: string): string => (briefs[n % briefs.length] ?? "").replaceAll("{naam}", given);

export const oralSummary =
	"Verteld dat de afspraken doorgaan, dat het cv klaar is en dat er een dag meelopen is gepland. Over iets anders is niet gesproken.";
export const remark = "Akkoord. Wil je in het volgende rapport ook het gesprek bij de drukkerij noemen?";
export const askedChange = "Bij ‘Wat er is gedaan’ staat dat ik vijf keer heb gesolliciteerd. Dat waren er zeven.";
export const refusal = {
	remark: "Ik vind dat dit te positief klinkt over de planning.",
	ownView:
		"De cursus begon later dan gepland, en daar kon ik niets aan doen. Daarom ben ik nog niet zo ver als dit rapport zegt.",
};
export const correction = "\n\nNa een vraag van {naam} is het aantal sollicitaties verbeterd: het zijn er zeven.\n";
export const reopenReason = "De opdrachtgever heeft het traject met drie maanden verlengd.";
