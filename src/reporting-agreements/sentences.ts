import type { Bilingual } from "../law/bilingual.ts";
import { type CategoryId, categories } from "../law/categories.ts";
import { formatDate } from "../law/deadlines.ts";
import { type AgreementLine, linePurposes } from "./rules.ts";

/** Who gets it, as people say it. */
export interface RecipientName {
	readonly name: string;
	readonly organisation: string | null;
}

type Said = Omit<AgreementLine, "id" | "rootId" | "since" | "contactId">;
type Way = "written extensive" | "written brief" | "oral brief" | "oral extensive";

const oral: Record<AgreementLine["about"], Bilingual> = {
	plan: { nl: "een mondelinge toelichting op het plan", en: "a spoken account of the plan" },
	progress: { nl: "een mondeling voortgangsbericht", en: "a spoken progress message" },
	final: { nl: "een mondeling eindbericht", en: "a spoken final message" },
};
const what: Record<Way, Record<AgreementLine["about"], Bilingual>> = {
	"written extensive": {
		plan: { nl: "een schriftelijk trajectplan", en: "a written plan" },
		progress: { nl: "een schriftelijk voortgangsverslag", en: "a written progress report" },
		final: { nl: "een schriftelijk eindverslag", en: "a written final report" },
	},
	"written brief": {
		plan: { nl: "een kort schriftelijk bericht bij het plan", en: "a brief written message with the plan" },
		progress: { nl: "een kort schriftelijk voortgangsbericht", en: "a brief written progress message" },
		final: { nl: "een kort schriftelijk eindbericht", en: "a brief written final message" },
	},
	"oral brief": oral,
	"oral extensive": oral,
};

/** "een schriftelijk voortgangsverslag" */
export const whatIs = (line: Pick<Said, "form" | "kind" | "about">): Bilingual => what[`${line.form} ${line.kind}`][line.about];

/** "elke 2 maanden", "28 dagen na de start", "aan het eind van het traject" */
export function whenIs(line: Pick<Said, "everyMonths" | "everyWeeks" | "afterDays">): Bilingual {
	const { everyMonths, everyWeeks, afterDays } = line;
	if (everyMonths !== null) {
		return everyMonths === 1
			? { nl: "elke maand", en: "every month" }
			: { nl: `elke ${everyMonths} maanden`, en: `every ${everyMonths} months` };
	}
	if (everyWeeks !== null) {
		return everyWeeks === 1
			? { nl: "elke week", en: "every week" }
			: { nl: `elke ${everyWeeks} weken`, en: `every ${everyWeeks} weeks` };
	}
	if (afterDays !== null) {
		return afterDays === 1
			? { nl: "eenmaal, 1 dag na de start", en: "once, 1 day after the start" }
			: { nl: `eenmaal, ${afterDays} dagen na de start`, en: `once, ${afterDays} days after the start` };
	}
	return { nl: "eenmaal, aan het eind van het traject", en: "once, at the end of the trajectory" };
}

function listed(about: readonly CategoryId[], lang: "nl" | "en"): string {
	const words = about.map((id) => categories[id][lang].toLowerCase().replace("cv", lang === "en" ? "CV" : "cv"));
	const last = words.at(-1) ?? "";
	return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${lang === "nl" ? "en" : "and"} ${last}`;
}

/** One line as a sentence: "Petra Peeters (Bakkerij De Korenaar) krijgt elke 2 maanden een schriftelijk voortgangsverslag over …" */
export function sentence(line: Said, to: RecipientName, lang: "nl" | "en"): string {
	const who = to.organisation ? `${to.name} (${to.organisation})` : to.name;
	const why = linePurposes[line.purpose as keyof typeof linePurposes]?.[lang];
	const about = listed(line.categories, lang);
	const main =
		lang === "nl"
			? `${who} krijgt ${whenIs(line).nl}${whenIs(line).nl.includes(",") ? "," : ""} ${whatIs(line).nl} over ${about}`
			: `${who} gets ${whatIs(line).en} about ${about}, ${whenIs(line).en}`;
	const first = line.firstDue
		? lang === "nl"
			? ` De eerste keer op ${formatDate(line.firstDue, "nl")}.`
			: ` The first time on ${formatDate(line.firstDue, "en")}.`
		: "";
	return `${main}${why ? `, ${why}` : ""}.${first}`;
}

/** What this means for the candidate, in the u-form: who reads first, who is told. */
export function meaning(line: Pick<Said, "form" | "kind">): Bilingual {
	if (line.form === "oral") {
		return {
			nl: "Dit gaat in een gesprek. Uw begeleider noteert wat er is gezegd, en u hoort dat het is gebeurd.",
			en: "This goes in a conversation. Your coach notes what was said, and you are told that it happened.",
		};
	}
	if (line.kind === "brief") {
		return {
			nl: "Dit is een kort bericht. U leest het niet vooraf, maar u hoort het wel als het gaat.",
			en: "This is a brief message. You do not read it first, but you are told when it goes.",
		};
	}
	return {
		nl: "U leest dit eerst. Het gaat pas weg als u akkoord geeft.",
		en: "You read this first. It goes out only once you approve it.",
	};
}
