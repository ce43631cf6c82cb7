import { today } from "../../law/deadlines.ts";
import { done, type Page, type View, type Visit } from "../../platform/web/page.ts";
import { regulationOn } from "../../regulation/rules.ts";
import { Actions, Button, LinkButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Facts } from "../../ui/layout.tsx";
import { Badge } from "../../ui/states.tsx";
import { When } from "../../ui/time.tsx";
import { acknowledge } from "../acknowledge.server.ts";
import { ownClearance } from "../queries.server.ts";

/** R1.3: what stands between a member of staff and the dossiers, and the half of it that they do themselves. */
export const acknowledgePage: Page = {
	path: "/reglement/kennisnemen",
	portal: "staff",
	who: "signedIn",
	get: view,
	post: async (visit) => {
		await acknowledge(visit.by, regulationOn(today(visit.by)).id);
		return done(
			"/reglement/kennisnemen",
			visit.t("Vastgelegd dat je het reglement hebt ontvangen.", "Recorded that you received the regulation."),
		);
	},
};

async function view(visit: Visit): Promise<View> {
	const { t, by } = visit;
	const inForce = regulationOn(today(by));
	const { statementOn, acknowledgedAt } = await ownClearance(by, inForce.id);
	const title = t("Geheimhouding en reglement", "Confidentiality and regulation");
	const dossiers = statementOn && acknowledgedAt;
	return {
		title,
		body: (
			<>
				<PageHead
					title={title}
					line={
						dossiers
							? t("Alles is in orde. Je kunt dossiers openen.", "All is in order. You can open dossiers.")
							: t("Een dossier opent pas als beide stappen gedaan zijn.", "A dossier opens only once both steps are done.")
					}
				/>
				<Facts
					facts={[
						{
							label: t("Geheimhoudingsverklaring", "Confidentiality statement"),
							value: statementOn ? (
								<Badge tone="done">{t("geregistreerd", "registered")}</Badge>
							) : (
								<>
									<Badge tone="waiting">{t("nog niet geregistreerd", "not registered yet")}</Badge>{" "}
									{t(
										"Onderteken haar en vraag de beheerder haar te registreren.",
										"Sign it and ask the administrator to register it.",
									)}
								</>
							),
						},
						{
							label: t("Reglement", "Regulation"),
							value: acknowledgedAt ? (
								<Badge tone="done">
									{t("ontvangen op ", "received on ")}
									<When at={acknowledgedAt} />
								</Badge>
							) : (
								<Badge tone="waiting">{t("nog te bevestigen", "to be confirmed")}</Badge>
							),
						},
					]}
				/>
				{acknowledgedAt ? null : (
					<>
						<p>
							{t(
								"Lees het reglement. Daarin staat wat je met gegevens van kandidaten mag, en wat niet. Bevestig daarna dat je het hebt ontvangen.",
								"Read the regulation. It says what you may do with candidates' data, and what not. Then confirm that you received it.",
							)}{" "}
							<Clause id="R1.3" />
						</p>
						<Actions>
							<ActionForm action="/reglement/kennisnemen">
								<Button>{t("Ik heb het reglement ontvangen", "I received the regulation")}</Button>
							</ActionForm>
							<LinkButton href="/reglement" newTab>
								{t("Lees het reglement", "Read the regulation")}
							</LinkButton>
						</Actions>
					</>
				)}
			</>
		),
	};
}
