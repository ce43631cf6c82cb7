import type { Particulars } from "../law/regulation/particulars.ts";
import type { RegulationVersion } from "../law/regulation/shape.ts";
import type { RegulationDocument } from "../platform/pdf/documents.ts";
import { annexes, markdownTable } from "./annexes.ts";
import { type Language, reading } from "./reading.ts";

/** The data of the regulation's PDF (R15.1): every chapter, then the annexes as tables. */
export function regulationPaper(version: RegulationVersion, particulars: Particulars, language: Language): RegulationDocument {
	const { title, inForce, introduction, chapters } = reading(version, particulars, language);
	const unkept = { state: "", text: "" };
	const annexed = annexes(language).map((annex) => ({
		id: annex.id,
		heading: annex.heading,
		text: `${annex.about}\n\n${markdownTable(annex)}`,
		kept: unkept,
	}));
	return {
		lang: language,
		agency: {
			name: particulars.agency,
			address: particulars.address ? particulars.address.split(", ") : [],
			phone: particulars.phone,
			email: particulars.email,
			website: particulars.website,
			kvk: particulars.kvk,
		},
		title,
		version: version.id,
		inForce,
		introduction,
		chapters: [
			...chapters.map(({ number, heading, articles }) => ({
				heading: `${number}. ${heading}`,
				clauses: articles.map(({ label, heading, text, clause }) => ({
					id: label,
					heading,
					text,
					kept: clause ? { state: clause.state, text: clause.kept } : unkept,
				})),
			})),
			{ heading: language === "nl" ? "Bijlagen" : "Annexes", clauses: annexed },
		],
	};
}
