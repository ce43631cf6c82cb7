import { assignmentTypes } from "../../law/assignment-types.ts";
import { today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import { found, type Page } from "../../platform/web/page.ts";
import { Sheet } from "../../ui/content.tsx";
import { formatDate } from "../../ui/text.ts";
import { agreementsOf } from "../overview.server.ts";
import { Lines, namesOf } from "./lines.tsx";

/** The agreement in force as a letter, for who has no portal (R6.1): to read, to keep, and to write a question on. */
export const agreementLetterPage: Page = {
	path: "/kandidaten/:candidate/afspraken/brief",
	portal: "staff",
	who: "agreement.write",
	get: async (visit) => {
		const { t, lang, by, url } = visit;
		const agreements = await agreementsOf(by, visit.params.candidate ?? "", url.searchParams.get("traject") ?? undefined);
		const now = found(agreements.versions[0]);
		const agency = await visit.services.agency();
		const title = t("Brief met de afspraken", "Letter with the agreement");
		return {
			title,
			bare: true,
			body: (
				<Sheet
					label={title}
					head={
						<>
							<strong>{agency?.name ?? ""}</strong>
							<br />
							{agency ? `${agency.address}, ${agency.postal_code} ${agency.city}` : ""}
						</>
					}
					foot={t(
						`Afspraak ${now.version}, gemaakt op ${formatDate(now.madeAt, lang)}`,
						`Agreement ${now.version}, made on ${formatDate(now.madeAt, lang)}`,
					)}
				>
					<h1>{t("Wat wij over u rapporteren", "What we report about you")}</h1>
					<p>
						{fullName(agreements.name)}
						<br />
						{formatDate(today(by), lang)}
					</p>
					<p>
						{t(
							`Wij begeleiden u bij ${assignmentTypes[agreements.trajectory.type].nl.toLowerCase()}. In deze brief leest u wie iets over u krijgt, wat, waarom en hoe vaak.`,
							`We guide you in ${assignmentTypes[agreements.trajectory.type].en.toLowerCase()}. This letter says who gets something about you, what, why and how often.`,
						)}
					</p>
					<Lines lines={now.lines} before={undefined} names={namesOf(agreements.contacts)} lang={lang} reader="candidate" />
					<h2>{t("Bent u het er niet mee eens?", "Do you disagree?")}</h2>
					<p>
						{t(
							"Vertel het uw begeleider, of schrijf het hieronder op en geef deze brief terug. Elk uitgebreid verslag leest u eerst, op papier. Zonder uw antwoord gaat het niet weg.",
							"Tell your coach, or write it below and hand this letter back. You read every extensive report first, on paper. Without your answer it does not go.",
						)}
					</p>
					<p>{t("Mijn vraag of opmerking:", "My question or remark:")}</p>
					<p>. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .</p>
					<p>. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .</p>
					<p>
						{t(
							`Het hele privacyreglement krijgt u van ons op papier als u erom vraagt. Bel ${agency?.phone ?? agency?.email ?? ""}.`,
							`You get the whole privacy regulation on paper when you ask. Call ${agency?.phone ?? agency?.email ?? ""}.`,
						)}
					</p>
				</Sheet>
			),
		};
	},
};
