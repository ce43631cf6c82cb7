import { type AssignmentTypeId, assignmentTypeIds, assignmentTypes } from "../law/assignment-types.ts";
import { type Bilingual, inSentence } from "../law/bilingual.ts";
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
	];
}

/** A table in Markdown, for paper and for docs. */
export function markdownTable({ head, rows }: Pick<Annex, "head" | "rows">): string {
	const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
