const trade =
	/(adviseur|adviseuse|consulent|consulente|manager|medewerker|medewerkster|begeleider|begeleidster|coach|arts|deskundige|specialist|coordinator|coördinator|leider|leidster|directeur|directrice|hoofd|regisseur|functionaris|secretaresse|assistent|assistente|jurist|officer|partner|inkoper|beleidsmaker|expert|psycholoog|therapeut|verpleegkundige|werker|werkster|ambtenaar|inspecteur|planner|bestuurder|eigenaar|ondernemer|adviser|advisor|director|head|lead|worker|nurse|physician)$/i;

/**
 * Does this text only say what somebody does for a living? "Casemanager verzuim", "Klantmanager statushouders": a trade and what it is about, in at
 * most four words without numbers, brackets or marks. Whatever is longer or says more is read like any other text.
 */
export function isJobTitle(text: string): boolean {
	const words = text.trim().split(/[\s/&,]+/);
	return words.length <= 4 && words.every((word) => /^[\p{L}'’-]+$/u.test(word)) && words.some((word) => trade.test(word));
}
