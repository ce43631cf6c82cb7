import { isClauseId } from "../../law/clauses.ts";
import { today } from "../../law/deadlines.ts";
import type { Particulars } from "../../law/regulation/particulars.ts";
import type { Page } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { formatDate, type Lang, LangContext, translator } from "../../ui/text.ts";
import { type Annex, annexes } from "../annexes.ts";
import { type ClauseLines, ownClauseLines } from "../clause-lines.ts";
import { particularsOf } from "../particulars.ts";
import { type Reading, reading } from "../reading.ts";
import { regulationOn } from "../rules.ts";
import { AnnexSection, ChapterSection, RegulationText } from "./public-regulation-parts.tsx";

type Props = {
	lang: Lang;
	text: Reading;
	annexes: readonly Annex[];
	particulars: Particulars;
	lines: ClauseLines;
};

/** The regulation as one reads it (R14.1, R15.1): contents, every clause with how it is kept, the annexes, and whom to reach. */
export function RegulationScreen({ lang, text, annexes, particulars, lines }: Props) {
	const t = translator(lang);
	const other = lang === "nl" ? "en" : "nl";
	return (
		<LangContext.Provider value={lang}>
			<PageHead
				title={text.title}
				line={t(`Geldig vanaf ${formatDate(text.inForce, lang)}`, `In force from ${formatDate(text.inForce, lang)}`)}
				action={<LinkButton href={`/reglement.pdf?taal=${lang}`}>{t("Download als PDF", "Download as PDF")}</LinkButton>}
			/>
			<div class="document">
				<Contents lang={lang} text={text} annexes={annexes} />
				<div>
					<RegulationText text={text.introduction} />
					<p class="meta">
						{t("Bij elke bepaling staat hoe zij wordt nagekomen.", "Each clause says how it is kept.")}{" "}
						<a href={`/reglement.pdf?taal=${other}`} hreflang={other} data-turbo="false">
							{t("English version (PDF)", "Nederlandse versie (PDF)")}
						</a>
					</p>
					{text.chapters.map((chapter) => (
						<ChapterSection chapter={chapter} lines={lines} />
					))}
					{annexes.map((annex) => (
						<AnnexSection annex={annex} />
					))}
					<Contact lang={lang} particulars={particulars} />
				</div>
			</div>
		</LangContext.Provider>
	);
}

function Contents({ lang, text, annexes }: Pick<Props, "lang" | "text" | "annexes">) {
	const t = translator(lang);
	return (
		<nav aria-label={t("Inhoud", "Contents")}>
			<ol>
				{text.chapters.map(({ number, heading }) => (
					<li>
						<a href={`#H${number}`}>
							{number}. {heading}
						</a>
					</li>
				))}
				{annexes.map(({ id, heading }) => (
					<li>
						<a href={`#bijlage-${id}`}>
							{t("Bijlage", "Annex")} {id}. {heading}
						</a>
					</li>
				))}
				<li>
					<a href="#contact">{t("Contact", "Contact")}</a>
				</li>
			</ol>
		</nav>
	);
}

function Contact({ lang, particulars }: Pick<Props, "lang" | "particulars">) {
	const t = translator(lang);
	const mail = (address: string) => <a href={`mailto:${address}`}>{address}</a>;
	const facts = [
		{ label: t("Verwerkingsverantwoordelijke", "Data controller"), value: particulars.agency },
		{ label: t("Adres", "Address"), value: particulars.address },
		{ label: t("E-mail", "E-mail"), value: particulars.email && mail(particulars.email) },
		{ label: t("Telefoon", "Telephone"), value: particulars.phone },
		{ label: t("KvK-nummer", "Chamber of Commerce number"), value: particulars.kvk },
		{ label: t("Functionaris gegevensbescherming", "Data protection officer"), value: particulars.dpo },
		{
			label: t("E-mail van de functionaris", "E-mail of the officer"),
			value: particulars.dpoEmail && mail(particulars.dpoEmail),
		},
		{
			label: t("Toezichthouder", "Supervisor"),
			value: t(
				"Autoriteit Persoonsgegevens, Postbus 93374, 2509 AJ Den Haag",
				"Autoriteit Persoonsgegevens, PO Box 93374, 2509 AJ The Hague",
			),
		},
	];
	return (
		<Section id="contact" title={t("Contact", "Contact")}>
			<Facts facts={facts.filter(({ value }) => value !== "")} />
		</Section>
	);
}

/** The public page of the version in force, or of what a link to one clause opens. */
export const publicRegulation: Page = {
	path: "/reglement",
	portal: "public",
	who: "anyone",
	get: async ({ by, services, lang }) => {
		const particulars = particularsOf(await services.agency());
		const text = reading(regulationOn(today(by)), particulars, lang);
		const shown = { lang, text, particulars, annexes: annexes(lang), lines: ownClauseLines() };
		return { title: text.title, active: "/reglement", body: <RegulationScreen {...shown} /> };
	},
};

/** A short address for one clause, for letters and mails: /reglement/R7.1. */
export const publicClause: Page = {
	path: "/reglement/:clause",
	portal: "public",
	who: "anyone",
	get: ({ params }) => {
		const clause = params.clause ?? "";
		return new Response(null, { status: 302, headers: { location: isClauseId(clause) ? `/reglement#${clause}` : "/reglement" } });
	},
};
