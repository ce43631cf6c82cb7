import type { Unless } from "./lexicon.ts";
import type { Hit } from "./match.ts";
import type { Word } from "./words.ts";

const set = (words: string) => new Set(words.split(/\s+/));
const own = set("haar zijn zn zn' mijn dr hun jouw uw her his my their eigen own");
const titles = set(
	"juf meester familie broeder dhr mw mevr mevrouw meneer heer mr mrs ms drs dr ir ing prof juffrouw fam familie frau herr jan piet kees",
);
const particles = set("van de der den het 't ten ter el la le di von");
const because = set(
	"door wegens vanwege ivm tgv doordat omdat met na sinds tegen zonder gevolg because due after since from with despite ondanks wgs mvg",
);
const workBefore = set(
	"vacature vacatures vac functie functies opleiding studie cursus training workshop module vak beroep baan baantje stage stageplek stageplaats specialisatie omscholing omscholen diploma certificaat afdeling unit sector branche vakgebied werkveld minor leergang bijscholing scriptie stichting vereniging fonds bestuur boek artikel lezing congres beurs symposium webinar podcast collegereeks master bachelor hbo mbo bijeenkomst vacancy course degree ward department job career training position role internship conference book lecture",
);
/** A time or place of work: what follows happened then to somebody ("tijdens de opleiding kreeg hij"). */
const during = set("tijdens na in sinds gedurende during after since");
const workVerbs =
	/^(sollicit|solicit|werkte|werkt$|werkzaam|werken$|werkervaring|gewerkt|begeleidde|begeleidt$|verzorgde|onderzocht|gespecialiseerd|schreef|doceer|adviseer|trainde|coach|ontwierp|ontwerp|ontwikkel|vertaal|verkoop|verkocht|beoordeel|programmeer|produceer|financier|importeer|applied|applies|apply|designed|translated|sold|worked|works$|retrain)/;
const peopleWith = set(
	"mensen kinderen ouderen leerlingen patienten clienten bewoners jongeren volwassenen doelgroep studenten deelnemers personen medewerkers werknemers kandidaten zorgvragers groep gasten people children patients pupils students adults",
);
const denials = set("geen niet nooit zonder evenmin noch nergens no not never without none nauwelijks niks");
const supposing = set("bij als indien mocht ingeval wanneer tenzij stel if when case unless bij eventuele mogelijke");
const colleagues = set(
	"ik collega collegas trainer docent contactpersoon leidinggevende teamleider recruiter manager mijn coach chef begeleider stagebegeleider personeelsadviseur planner intercedent directeur wethouder consulent casemanager colleague i trainers trainster docente facilitator instructor",
);
const someone = set(
	"kandidaat knd hij zij ze kandidate betrokkene klant meneer mevrouw werknemer deelnemer deelneemster candidate he she",
);
const figures =
	/^(beleid|cijfer|percentage|begeleid|preventie|protocol|reglement|verzekering|registratie|systeem|coordinat|consult|manage|kosten|wet$|verlof$|analyse|spreekuur|adviseur|specialist)/;
const wide = set(
	"landelijk landelijke sector branche gemiddeld gemiddelde cijfers beleid jaarverslag organisatie afdeling protocol collegas team teams nationwide policy rate",
);

/** What may follow a word of illness in one word, and makes it a trade, a place or an organisation. */
const trades =
	/^(s|en|e)?-?(verpleeg|verzorg|zorg|afdeling|fonds|stichting|bestrijding|onderzoek|preventie|beleid|coach|trainer|training|adviseur|specialist|medewerker|consulent|cursus|opleiding|vereniging|centrum|kliniek|wetenschap|kunde|leer$|sector|branche|markt|industrie|laboratorium|praktijk|assistent|begeleid|hulpverlen|deskundige|instelling|bureau|bibliotheek|winkel|verkoop|studie|les$|boek|congres|collect|app$|apps$|directie|wezen$|museum|bewaarder|personeel|systeem|team|kamer|preventie|expert|congres|wet$|beweging|organisatie|opvang|crisis|werk$|werker$)/;

interface Place {
	readonly words: readonly Word[];
	readonly hit: Hit;
}

/** The words of this sentence before (nearest first) or after the hit, at most `most`. */
function around({ words, hit }: Place, most: number, way: -1 | 1): Word[] {
	const near: Word[] = [];
	const sentence = words[hit.first]?.sentence;
	const from = way < 0 ? hit.first - 1 : hit.end;
	for (let n = 0; n < most; n++) {
		const word = words[from + n * way];
		if (!word || word.sentence !== sentence) break;
		near.push(word);
	}
	return near;
}
const before = (place: Place, most: number) => around(place, most, -1);
const after = (place: Place, most: number) => around(place, most, 1);

const inside = ({ words, hit }: Place) => words.slice(hit.first, hit.end);

const isCapital = (given: string) => /^\p{Lu}\p{Ll}/u.test(given);

/** After these a word may have a capital that says nothing. */
const opens = /[:;(–—"“”„«]/;

/** A name: capital, and after a title, an initial, a particle with a name before it, or another name. */
function surname(place: Place): boolean {
	const word = place.words[place.hit.first] as Word;
	if (place.hit.phrase) return false;
	const near = before(place, 5);
	const [one, two] = near;
	if (isCapital(word.given) && (opens.test(word.before) || isHeadline(place))) return false;
	if (!isCapital(word.given))
		return one !== undefined && titles.has(one.form) && /^(dhr|mw|mevr|fam)$/.test(one.form) && word.given.length < 8;
	if (!one) return false;
	const between = near.findIndex(({ form }) => !particles.has(form));
	const head = between < 0 ? undefined : (near[between] as Word);
	if (head && (titles.has(head.form) || /^\p{Lu}\.?$/u.test(head.given))) return true;
	if (noName.test(word.form)) return false;
	if (between === 0) {
		const begins = two === undefined || opens.test(one.before);
		return isCapital(one.given) && !begins && !someone.has(one.form);
	}
	// "Van De Griep belt": a particle has a capital only in a name, but for the first word of a sentence. "Last van de Griep" is no name.
	const written = head ? near.slice(0, between) : near.slice(0, -1);
	if (head && speaksOf.has(head.form)) return false;
	return written.some(({ given }) => /^\p{Lu}/u.test(given)) || (head !== undefined && /^\p{Lu}/u.test(head.given));
}

/** Nobody is called so: the endings of medical words, and diagnoses without one. A title or an initial before it makes it a name all the same. */
const noName =
	/(ie|ies|ief|ieve|ose|oses|osen|itis|oom|isme|isch|ische|klacht|klachten|ziekte|ziektes|stoornis|verslaafd|verslaafde|ing|ingen|heid|middel|pillen)$|^(kanker|hernia|tumor|burnout|stress|migraine|astma|reuma|trauma|diabetes|medicijn|ziekenhui|kliniek|chemo|autist|moslim|islam)/;
/** After these "van de griep" speaks of what it says. */
const speaksOf = set(
	"last klacht klachten pijn hinder herstel herstelt herstelde herstellen herstellende hersteld genezen geneest genezing gevolg gevolgen sprake verdenking diagnose aard oorzaak ernst symptoom symptomen behandeling medicijnen medicatie pillen therapie risico kans angst bang moe ziek beter af kwijt verlost slachtoffer einde begin restanten heeft had kreeg krijgt kampt houdt door wegens vanwege ivm na sinds tegen",
);

/** Most words have a capital, the first not counted: then it says nothing about any of them. Looks a bounded way. */
function isHeadline(place: Place): boolean {
	const near = before(place, 6)
		.concat(after(place, 6))
		.filter((word) => word.before !== "" && !titles.has(word.form) && !particles.has(word.form) && word.form.length > 1);
	const capitals = near.filter(({ given }) => isCapital(given)).length;
	return near.length > 1 && capitals > near.length / 2;
}

/** It is about a trade, a course, a vacancy: a cue governs it, and nothing says that it is the candidate's own. */
function work(place: Place): boolean {
	if (trades.test(place.hit.rest)) return true;
	if (before(place, 3).length < 3 && after(place, 2).some(({ form }) => /^(zoekt|zoeken|vraagt|hires|hiring)$/.test(form))) {
		if (!before(place, 2).some(({ form }) => someone.has(form))) return true;
	}
	if (asTrade(place)) return true;
	const near = before(place, 7);
	for (const [index, word] of near.slice(0, 5).entries()) {
		if (word.form === "met" && /^(omgaan|omgang|werken)$/.test(near[index + 1]?.form ?? "")) continue;
		if (own.has(word.form) || because.has(word.form) || someone.has(word.form)) return false;
		const happened = near.slice(index + 1, index + 3).some(({ form }) => during.has(form));
		if (!happened && (workBefore.has(word.form) || workEnds.some((end) => word.form.endsWith(end)))) return true;
		if (index < 4 && workVerbs.test(word.form)) return true;
	}
	return false;
}
const titleEnds =
	/(medewerker|medewerkster|bestuurder|receptionist|receptioniste|assistent|assistente|manager|leider|leidster|adviseur|directeur|gastvrouw|planner|secretaresse|schoonmaker|monteur|docent|begeleider|jurist|advocaat|predikant|kok|ontwerper|ontwikkelaar)$/;
const workEnds = ["opleiding", "vacature", "functie", "cursus", "training", "stage", "afdeling", "sector"];

/** "Als jurist deed zij asielzaken": crime and belief as somebody's work. */
function asTrade(place: Place): boolean {
	if (place.hit.group.class !== "criminal" && place.hit.group.class !== "special") return false;
	const near = before(place, 8);
	const at = near.findIndex(({ form }) => form === "als" || form === "as");
	return at > 0 && tradesOf.test(near[at - 1]?.form ?? "");
}
const tradesOf =
	/(medewerker|werker|jurist|advocaat|predikant|docent|tolk|agent|begeleider|bewaarder|rechercheur|journalist|onderzoeker|manager|vrijwilliger|coach|bestuurder|adviseur|accountant|notaris|beveiliger|leraar|lerares|dominee|pastoor|imam|beambte|consulent|lawyer|officer|teacher|journalist|volunteer)$/;
const manyPeople =
	/(den|gedetineerden|verslaafden|vluchtelingen|statushouders|asielzoekers|daklozen|gehandicapten|patienten|autisten|verdachten|daders|criminelen|slachtoffers|refugees|prisoners|offenders)$/;

/** It is about people one works for: "mensen met een verslaving". */
function others(place: Place): boolean {
	if (/^(en|s)?(patient|cl[i]ent|doelgroep|bewoner|kinderen|leerling|slachtoffer)/.test(place.hit.rest))
		return !isSomebody(place);
	const near = before(place, 5);
	const plural = manyPeople.test(place.words[place.hit.first]?.form ?? "") && !place.hit.phrase;
	if (
		plural &&
		near.some(({ form }) => /^(met|voor|bij|aan|van|with|for|stond|stonden|hielp|helpt|behandelde|bijstaan)$/.test(form))
	)
		return true;
	const at = near.findIndex(
		(word) => peopleWith.has(word.form) || /(clienten|patienten|bewoners|kinderen|leerlingen)$/.test(word.form),
	);
	if (at >= 0) return near.slice(0, at).some(({ form }) => ["met", "with", "die", "in", "who"].includes(form)) || at <= 1;
	const nearest = near.slice(0, 3).map(({ form }) => form);
	const knows = /^(ervaring|kennis|affiniteit|expertise|deskundig|interesse|experience|knowledge|voorlichting)/;
	return (
		near.some(({ form }) => knows.test(form)) &&
		nearest.some((form) => ["met", "van", "in", "over", "op", "with", "of", "rond"].includes(form)) &&
		!nearest.some((form) => own.has(form))
	);
}
const isSomebody = (place: Place) => before(place, 4).some(({ form }) => ["is", "als", "was", "een"].includes(form));

/** "Geen medische gegevens": a denial of what is not by itself telling. Never for a diagnosis. */
const denied = (place: Place) =>
	before(place, 4)
		.concat(inside(place), after(place, 1))
		.some(({ form }) => denials.has(form));

/** "Bij ziekte afmelden": a rule for when it would happen, of nobody. */
function supposed(place: Place): boolean {
	const near = before(place, 4);
	const at = near.findIndex(({ form }) => supposing.has(form));
	return at >= 0 && !near.slice(0, at).some(({ form }) => own.has(form) || form === "was" || form === "nu" || form === "sinds");
}

/** The coach or a colleague was ill: not the candidate. */
function colleague(place: Place): boolean {
	const near = before(place, 5);
	if (near.some(({ form }) => someone.has(form))) return false;
	if (near.some(({ form }) => colleagues.has(form))) return true;
	const [of, who, two] = after(place, 3);
	return /^(van|of|bij)$/.test(of?.form ?? "") && [who, two].some((word) => word && colleagues.has(word.form));
}

/** Absence as a subject of policy or figures. */
function general(place: Place): boolean {
	if (figures.test(place.hit.rest)) return true;
	return before(place, 4)
		.concat(after(place, 6))
		.some(({ form }) => wide.has(form) || figures.test(form));
}

const treats =
	/^(verwezen|verwijz|doorverwezen|doorgestuurd|behandel|afspraak|afspr|controle|langs|raadt|adviseert|advies|zegt|zei|schrijft|schreef|vindt|consult|overleg|belt|bezoek|brief|verklaring|uitslag|traject|wachtlijst|praat|loopt|gaat|gesprekken|sessie|onder|told|says|advised|sees|seeing|referred|appointment)/;
const trade =
	/^(als|functie|vacature|vacatures|vac|beroep|opleiding|studie|baan|stage|stageplek|zoekt|zoeken|gezocht|worden|wordt|werkt|werkte|werkzaam|werken|gewerkt|collega|meeloopdag|proefdag|proefplaatsing|open|dag|vak|rol|als|bestuurder|bestuur|verkoopt|verkocht|verkopen|leverde|levert|rondleiding|logistiek|becoming|become|as|vacancy|hires|hiring|job|jobs|worked|works|retrain|assistent|secretaresse|receptie|baliewerk|balie|netwerkgesprek|geworden|dienstverband|uren|contract|salaris|ploeg|droom|droomt|diploma|team|leidde|leiding|verschil|teams|droombaan)$/;

/** A practitioner's trade is a trade when work is what the sentence speaks of, unless somebody is treated. */
function role(place: Place): boolean {
	const near = before(place, 6);
	const later = after(place, 5);
	const [one, two] = near;
	if (trades.test(place.hit.rest)) return true;
	if ([one, two].some((word) => word && own.has(word.form))) return false;
	let weight = near.concat(later).some(({ form }) => titleEnds.test(form)) ? -2 : 0;
	for (const { form } of near) {
		if (
			trade.test(form) ||
			/^(sollicit|solicit|omschol|sollici|applied|applies|apply)/.test(form) ||
			/(opleiding|vacature|functie)$/.test(form)
		)
			weight -= 2;
		if (treats.test(form)) weight += 1;
	}
	for (const { form } of later) {
		if (/^(zoekt|zoeken|worden|geworden|gewerkt|werken|werkt|gezocht|vacature|opleiding|wil|wants|looking|needs)$/.test(form))
			weight -= 2;
		if (treats.test(form)) weight += 1;
	}
	return weight < 0;
}

const wishes = set(
	"wil wilde wilt willen wenst wenste liever voorkeur zoekt zoekend vraagt vragen gevraagd vereist vacature vacatures eist verlangt hoopt prefers wants requires vacancy",
);
const abilities = set(
	"kan kon kunnen mag mocht mogen lukt lukte lukken moet moest dient gaat trekt redt houdt bedrijfsarts arboarts arbo arbeidsdeskundige can cannot may must able hem haar",
);
const home = set("kinderen kind gezin opvang oppas partner mantelzorg hypotheek kids children family childcare");

/** A wish or what a vacancy asks, not what somebody can: the nearest verb before it says so, or the reason after it is at home. */
function wish(place: Place): boolean {
	const governs = before(place, 8)
		.concat(inside(place).toReversed().slice(-2))
		.find(({ form }) => wishes.has(form) || abilities.has(form));
	if (governs) return wishes.has(governs.form);
	return after(place, 8).some(({ form }) => home.has(form));
}

const rules: Readonly<Record<Unless, (place: Place) => boolean>> = {
	surname,
	work,
	others,
	denied,
	supposed,
	colleague,
	general,
	role,
	wish,
};

/** Does its surrounding say that this hit says nothing about the candidate? Looks a bounded way around. */
export function leftAlone(hit: Hit, words: readonly Word[]): boolean {
	return hit.group.unless.some((unless) => rules[unless]({ words, hit }));
}
