import type { Group } from "../lexicon.ts";

/** Scores and types on tests of personality and intelligence: not that a test was done, but what came out (R3.e). */
export const testScores: readonly Group[] = [
	{
		class: "testScores",
		rule: "testScores",
		why: {
			nl: "Een score of type op een persoonlijkheids- of intelligentietest.",
			en: "A score or type on a personality or intelligence test.",
		},
		unless: [],
		words: `scoort|scoorde|score|scores|gescoord ... <trait>, <trait> ... score|scores|scoort|percentiel|hoog|laag|stanine|sten|decimaal|gemiddeld|benedengemiddeld|bovengemiddeld|#, <instrument>|vijf .. score|scores|testscores, big five .. score|scores, <instrument> ... score|scores|scoort|percentiel|stanine|type|profiel|uitslag|uitkomst|komt|kwam|scoorde|resultaat, score|scores|scoort|scoorde|uitslag|uitkomst|resultaat ... <instrument>, op de|het <instrument> scoort|scoorde, scoort|scoorde .. <instrument>, scoort|scoorde op de|het .. laag|hoog|gemiddeld, scoort|scoorde ... hoog|laag|gemiddeld ... op, scoort|scoorde hoog|laag|bovengemiddeld|ondergemiddeld|benedengemiddeld op
		gemiddelde score, beneden|onder|boven gemiddelde|gemiddeld score, benedengemiddelde score, bovengemiddelde score, insights-profiel, insights .. blauw|rood|geel|groen, test ... blauw|rood|geel|groen, vooral|overwegend blauw|rood|geel|groen .. weinig|en, domineert blauw|rood|geel|groen, percentiel, percentielscore, stanine, stanines, stenscore, normscore, ruwe score|scores, t-score, z-score, itemscore, testscore, testscores, =IQ #, iq van #, iq is|ligt|was|test .. #, totaal-iq, =tiq, verbaal iq, performaal iq, iq-score, iq score, intelligentiequotient, iq .. boven|onder .. gemiddelde, iq #, verbale iq, iq test .. #, =IQ .. #
		intj, intp, entj, entp, infj, infp, enfj, enfp, istj, isfj, estj, esfj, istp, isfp, estp, esfp, mbti-type, mbti type, disc-profiel, disc profiel .. rood|geel|groen|blauw, disc .. rood|geel|groen|blauw|dominant|invloed|stabiel|consientieus, enneagram type|# , enneagramtype, type # van .. enneagram, insights .. rood|geel|groen|blauw, kleurenprofiel, is .. rood|blauw|geel|groen in .. disc|insights, big five .. :|score*|open*|extra*|neuro*, dark triad, machiavellisme, neuroticisme, neuroticismescore, extraversie, introversie, inschikkelijkheidsscore, persoonlijkheidsprofiel .. laat|toont|wijst|blijkt, persoonlijkheidstest .. blijkt|blijken|wijst|toont|laat|komt, uit|volgens .. persoonlijkheidstest|persoonlijkheidsvragenlijst|neo|disc|mbti|capaciteitentest|intelligentietest|iqtest .. blijkt|komt|is|kwam|blijken|wijst|scoort, testantwoord, testantwoorden, antwoordde op vraag #, vraag|stelling|item # .. antwoordde|antwoord|ingevuld|gescoord|geantwoord, antwoord op item|stelling #, item # .. , ruwe antwoorden
		scored high|low|above|below .. on|in|average, scores high|low|above|below, score .. <trait>, <trait> score|scores, percentile, her|his iq, neuroticism, personality type, personality test shows|showed, top # percent on`,
	},
];
