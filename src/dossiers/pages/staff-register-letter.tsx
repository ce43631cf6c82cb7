import { demandsOf } from "../../demands/queries.server.ts";
import { recipientOf, registerOf } from "../../disclosures/queries.server.ts";
import { inSentence } from "../../law/bilingual.ts";
import { categories } from "../../law/categories.ts";
import { dateOf, today } from "../../law/deadlines.ts";
import { fullName } from "../../platform/name.ts";
import type { Page } from "../../platform/web/page.ts";
import { Sheet } from "../../ui/content.tsx";
import { formatDate } from "../../ui/text.ts";

/** What went to whom, as a letter for who has no portal (R4.1, R7.2): handed over or posted, after which it is recorded that they know. */
export const registerLetterPage: Page = {
	path: "/kandidaten/:candidate/verstrekkingen/brief",
	portal: "staff",
	who: "informEvent.write",
	get: async (visit) => {
		const { t, lang, by, params } = visit;
		const { name, disclosures } = await registerOf(by, params.candidate ?? "");
		const agency = await visit.services.agency();
		const { demands } = await demandsOf(by, params.candidate ?? "");
		const withheld = demands.filter((one) => one.withheldUntil !== null && one.withheldUntil > today(by)).map((one) => one.id);
		// What is kept from the candidate until its day is in no letter to them either; what never left is no news.
		const told = disclosures.filter(
			(one) => !withheld.includes(one.about_id) && ["accepted", "unknown", "recorded"].includes(one.state),
		);
		const title = t("Brief: wie kreeg wat", "Letter: who received what");
		return {
			title,
			bare: true,
			body: (
				<Sheet label={title} head={<strong>{agency?.name ?? ""}</strong>}>
					<h1>{t("Wie kreeg wat over u?", "Who received what about you?")}</h1>
					<p>
						{fullName(name)}
						<br />
						{formatDate(today(by), lang)}
					</p>
					{told.length === 0 ? (
						<p>{t("Wij gaven nog niets over u aan anderen.", "We have given nothing about you to others yet.")}</p>
					) : (
						<ul>
							{told.map((one) => {
								const to = recipientOf(one);
								const about = one.categories.map((id) => inSentence(categories[id][lang])).join(", ");
								const on = formatDate(one.on_day ?? dateOf(one.state_at), lang);
								const who =
									to.commissionerName && to.commissionerName !== to.name ? `${to.name} (${to.commissionerName})` : to.name;
								return <li>{t(`Op ${on}: ${who}. Dit ging over: ${about}.`, `On ${on}: ${who}. It was about: ${about}.`)}</li>;
							})}
						</ul>
					)}
					<p>
						{t(
							"Klopt er iets niet, of hebt u een vraag? Vertel het uw begeleider. U mag ook schrijven of bellen.",
							"Is something wrong, or do you have a question? Tell your coach. You may also write or call.",
						)}
					</p>
					<p>{agency ? `${agency.name}, ${agency.address}, ${agency.postal_code} ${agency.city}. ${agency.phone ?? ""}` : ""}</p>
				</Sheet>
			),
		};
	},
};
