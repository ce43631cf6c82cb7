// Invented people and sentences; the same ones for the same number, so that both sides hold the same data.

const given =
	"Anna Bram Carla Daan Eva Fatima Gerrit Hanna Ilse Jeroen Karim Lotte Mehmet Nora Omar Petra Quinten Rosa Sofie Thijs Ursula Vera Willem Xander Yara Zoë Aïcha Bas Cem Doortje Elif Freek Gijs Hugo Ingrid Joost Kees Linda Marieke Niels Olga Pim Rachid Saskia Tom Umut Victor Wendy Yvonne Ziya".split(
		" ",
	);
const beginnings = "Ver Van Bak Berg Bos Dijk Groen Haan Jong Kok Laan Meer Noord Oost Plas Rood Smit Veen Wit Zand".split(" ");
const endings = "man|stra|sma|huis|kamp|boer|horst|ink|beek|dam".split("|");
const infixes = [undefined, undefined, undefined, "van den", "de", undefined, "van"];

/** A name for the n-th person: fifty given names, two hundred family names. */
export function nameOf(n: number): { given: string; infix?: string; family: string } {
	const infix = infixes[n % infixes.length];
	const family = `${beginnings[(n * 7 + (n >> 6)) % beginnings.length]}${endings[(n * 3 + (n >> 9)) % endings.length]}`;
	return { given: given[n % given.length] as string, ...(infix && { infix }), family };
}

const goals = [
	"Terugkijken op de afgelopen weken en bepalen wat nu het meeste helpt.",
	"Bespreken hoe de oriëntatie op ander werk verloopt.",
	"Het cv afmaken en oefenen met het eerste telefoongesprek.",
	"Bekijken welke uren haalbaar zijn en wat daarvoor nodig is.",
];
const agreed = [
	"Drie vacatures kiezen die passen, en bij één daarvan bellen voor meer informatie. De brief bespreken we voordat die weggaat.",
	"Elke week een middag meelopen bij de afdeling logistiek. De leidinggevende weet ervan en geeft aan het eind terug hoe het ging.",
	"De tekst over eerdere ervaring korter maken en een foto laten maken. Het profiel komt daarna op de site van het bureau te staan.",
	"De opbouw blijft deze maand op twaalf uur. Wat te veel is zeggen we meteen en niet pas bij het volgende gesprek.",
];
const next = [
	"Volgend gesprek over twee weken, op kantoor.",
	"Bellen na het bezoek aan het bedrijf, uiterlijk vrijdag.",
	"De coach stuurt het overzicht; daarna kiezen we samen.",
];
const pick = (list: readonly string[], n: number) => list[n % list.length] as string;

/** The words of the k-th note of the n-th candidate. */
export const wordsOf = (n: number, k: number) => ({
	goal: pick(goals, n + k),
	agreed: `${pick(agreed, n + 3 * k)} Dit is gesprek ${k + 1}.`,
	next: pick(next, n + 2 * k),
});
