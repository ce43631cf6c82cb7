import { type AssignmentTypeId, assignmentTypeIds, assignmentTypes, commissionerKinds } from "../law/assignment-types.ts";
import { type Bilingual, inSentence } from "../law/bilingual.ts";
import { bsnStatute } from "../law/bsn.ts";
import {
	type DataClass,
	dataClasses,
	dataClassIds,
	type Needs,
	type RecipientType,
	recipientTypeIds,
	recipientTypes,
} from "../law/data-classes.ts";
import { groundFor, groundKinds } from "../law/grounds.ts";
import { healthGroundFor, healthGrounds, kindsOfWork } from "../law/health-grounds.ts";
import { type PurposeId, purposeIds, purposes } from "../law/purposes.ts";
import { concordance } from "../law/regulation/concordance.ts";
import { retentionClasses, retentionClassIds, startEvents } from "../law/retention.ts";

type Language = "nl" | "en";
export type Annex = {
	readonly id: string;
	readonly heading: string;
	readonly about: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
};

const pick = (text: Bilingual, language: Language): string => text[language];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `avg.6.1.b` as people cite it: AVG 6(1)(b). */
export function citation(article: string): string {
	const [law = "", number, ...parts] = article.split(".");
	const names: Record<string, string> = {
		bw: "BW",
		wia: "WIA",
		suwi: "Wet SUWI",
		"besluit-suwi": "Besluit SUWI",
		pw: "Participatiewet",
		tw: "Telecommunicatiewet",
		awr: "AWR",
	};
	const name = names[law] ?? law.toUpperCase();
	if (number === undefined) return article;
	if (law === "avg" || law === "uavg") return `${name} ${number}${parts.map((part) => `(${part})`).join("")}`;
	if (law === "bw")
		return `BW ${number}:${parts[0] ?? ""}${parts
			.slice(1)
			.map((part) => `(${part})`)
			.join("")}`;
	return `${name} ${[number, ...parts].join(".")}`;
}

/** Types whose grounds are the same share a row, so that the table stays one that people read. */
function groundsOf(purpose: PurposeId, language: Language): readonly string[][] {
	const rows = new Map<string, AssignmentTypeId[]>();
	for (const type of assignmentTypeIds) {
		const ground = groundFor(purpose, type);
		const cell = ground
			? `${pick(groundKinds[ground.kind], language)} (${ground.articles.map(citation).join(", ")})`
			: pick({ nl: "Geen doel van deze dienst", en: "No purpose of this service" }, language);
		rows.set(cell, [...(rows.get(cell) ?? []), type]);
	}
	const { promise } = purposes[purpose];
	return [...rows].map(([cell, types]) => {
		const all = types.length === assignmentTypeIds.length;
		const names = all
			? pick({ nl: "Alle diensten", en: "All services" }, language)
			: types.map((type) => assignmentTypes[type][language]).join("; ");
		return [promise, pick(purposes[purpose], language), names, cell];
	});
}

/** Recipients under what each needs: nine columns of one word each would fit no page. */
function recipientRow(dataClass: DataClass, language: Language): readonly string[] {
	const { to }: { to: Record<RecipientType, Needs> } = dataClasses[dataClass];
	const also = pick({ nl: " (en volgens afspraak)", en: " (and as agreed)" }, language);
	const who = (...needs: readonly Needs[]): string =>
		recipientTypeIds
			.filter((type) => needs.includes(to[type]))
			.map((type) => recipientTypes[type][language] + (to[type] === "agreementAndConsent" ? also : ""))
			.map((name, index) => (index === 0 ? name : inSentence(name)))
			.join(", ") || "–";
	return [
		dataClasses[dataClass][language],
		who("agreement"),
		who("consent", "agreementAndConsent"),
		who("statute", "demand"),
		who("no"),
	];
}

const works = (language: Language, of: (work: (typeof kindsOfWork)[number]) => string | undefined) => {
	const rows = new Map<string, string[]>();
	for (const work of kindsOfWork) {
		const answer = of(work);
		if (answer === undefined) continue;
		const [type, kind] = work;
		// A service is named with who orders it only where that makes the difference.
		const alone = kindsOfWork.filter((one) => one[0] === type).every((one) => of(one) === answer);
		const name = assignmentTypes[type][language] + (alone ? "" : ` (${inSentence(commissionerKinds[kind][language])})`);
		rows.set(answer, [...new Set([...(rows.get(answer) ?? []), name])]);
	}
	return [...rows];
};

/** Special-category data by purpose and service: the ground for health data, and where a law gives one for the citizen service number. */
function specialRows(language: Language): readonly string[][] {
	const t = (nl: string, en: string) => (language === "nl" ? nl : en);
	const used = purposeIds.filter((purpose) => kindsOfWork.some(([type, kind]) => healthGroundFor(purpose, type, kind)));
	const cite = (articles: readonly string[]) => `(${articles.map(citation).join(", ")})`;
	const answers = used.flatMap((purpose) =>
		works(language, ([type, kind]) => {
			const ground = healthGroundFor(purpose, type, kind);
			return ground && `${healthGrounds[ground][language]} ${cite(healthGrounds[ground].articles)}`;
		}).map(([ground, names]) => ({ purpose: purposes[purpose][language], names: names.join("; "), ground })),
	);
	// Purposes that are carried alike share a row.
	const health = [...new Map(answers.map(({ names, ground }) => [names + ground, { names, ground }])).values()].map((row) => [
		t("Gezondheid", "Health"),
		answers
			.filter((one) => one.names === row.names && one.ground === row.ground)
			.map((one) => one.purpose)
			.join("; "),
		row.names,
		row.ground,
	]);
	const number = works(language, ([type, kind]) => {
		const statute = bsnStatute(type, kind);
		return statute ? citation(statute) : t("Geen; het wordt niet vastgelegd (UAVG 46)", "None; it is not stored (UAVG 46)");
	}).map(([statute, names]) => [
		t("Burgerservicenummer", "Citizen service number"),
		t("Wat die wet voorschrijft", "What that law prescribes"),
		names.join("; "),
		statute,
	]);
	return [
		...health,
		[
			t("Gezondheid", "Health"),
			t("Alle andere doelen", "All other purposes"),
			t("Alle diensten", "All services"),
			t("Geen; het wordt er niet voor gebruikt", "None; it is not used for them"),
		],
		...number,
		[
			t("Strafrechtelijke gegevens", "Criminal data"),
			t("Alle doelen", "All purposes"),
			t("Alle diensten", "All services"),
			t("Geen; het wordt niet vastgelegd (UAVG 31–33)", "None; it is not stored (UAVG 31–33)"),
		],
	];
}

function retentionRow(id: (typeof retentionClassIds)[number], language: Language): readonly string[] {
	const { months, start, minimum, source, customary } = retentionClasses[id];
	const years =
		months === null
			? pick({ nl: "zolang nodig om haar na te komen", en: "as long as needed to honour it" }, language)
			: `${months / 12} ${language === "nl" ? "jaar" : "years"}`;
	const from = months === null ? "" : ` ${pick({ nl: "na", en: "after" }, language)} ${pick(startEvents[start], language)}`;
	const kind = minimum
		? { nl: "wettelijk minimum", en: "statutory minimum" }
		: customary
			? { nl: "gebruikelijk, niet wettelijk", en: "customary, not statutory" }
			: { nl: "voorgeschreven", en: "prescribed" };
	return [retentionClasses[id][language], `${years}${from}`, `${citation(source)} (${pick(kind, language)})`];
}

/** The tables behind the regulation, from the same data that the rules use. */
export function annexes(language: Language): readonly Annex[] {
	const t = (nl: string, en: string) => (language === "nl" ? nl : en);
	return [
		{
			id: "A",
			heading: t("Doelen en grondslagen", "Purposes and grounds"),
			about: t("Per doel en per dienst de grondslag waarop wij steunen.", "For each purpose and service the ground we rely on."),
			head: [t("Bepaling", "Clause"), t("Doel", "Purpose"), t("Dienst", "Service"), t("Grondslag", "Ground")],
			rows: purposeIds.flatMap((purpose) => groundsOf(purpose, language)),
		},
		{
			id: "B",
			heading: t("Wat naar wie kan gaan", "What can go to whom"),
			about: t(
				"Per soort gegevens en per ontvanger wat daarvoor nodig is.",
				"For each kind of data and recipient what is required.",
			),
			head: [
				t("Gegevens", "Data"),
				t("Volgens afspraak", "As agreed"),
				t("Met toestemming", "With consent"),
				t("Als de wet het eist", "Where the law demands"),
				t("Nooit", "Never"),
			],
			rows: dataClassIds.map((dataClass) => recipientRow(dataClass, language)),
		},
		{
			id: "C",
			heading: t("Bewaartermijnen", "Retention periods"),
			about: t(
				"Hoe lang wij bewaren, en waar de termijn vandaan komt.",
				"How long we keep data, and where the period comes from.",
			),
			head: [t("Gegevens", "Data"), t("Termijn", "Period"), t("Bron", "Source")],
			rows: retentionClassIds.map((id) => retentionRow(id, language)),
		},
		{
			id: "D",
			heading: t("Van Wbp naar AVG", "From Wbp to GDPR"),
			about: t(
				"Oudere stukken noemen artikelen van de Wet bescherming persoonsgegevens, die in 2018 is vervallen. Dit kwam ervoor in de plaats.",
				"Older documents cite articles of the Dutch Data Protection Act (Wbp), repealed in 2018. This replaced them.",
			),
			head: ["Wbp", "AVG", "UAVG", t("Onderwerp", "Subject")],
			rows: concordance.map(({ wbp, avg, uavg, about }) => [wbp, avg, uavg, capital(about[language])]),
		},
		{
			id: "E",
			heading: t("Gezondheid, burgerservicenummer en strafrecht", "Health, citizen service number and criminal law"),
			about: t(
				"Voor deze gegevens is naast de grondslag van bijlage A nog een grond nodig, per doel en dienst.",
				"For these data a further ground is needed beside that of annex A, for each purpose and service.",
			),
			head: [t("Gegevens", "Data"), t("Doel", "Purpose"), t("Dienst", "Service"), t("Grond", "Ground")],
			rows: specialRows(language),
		},
	];
}

/** A table in Markdown, for paper and for docs. */
export function markdownTable({ head, rows }: Pick<Annex, "head" | "rows">): string {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
