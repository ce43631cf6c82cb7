import { done, type Page, redirect, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Notice } from "../../ui/states.tsx";
import { confirmAddress, findVerification } from "../address.server.ts";

/** The link in the message to a contact person: opening it does nothing, the button confirms. Names nobody but the agency. */
export const confirmAddressPage: Page = {
	path: "/bevestig-adres",
	portal: "public",
	who: "anyone",
	get: async (visit) => screen(visit, await findVerification(visit.door, codeOf(visit), visit.by.now())),
	post: async (visit) => {
		const code = codeOf(visit);
		if (!(await findVerification(visit.door, code, visit.by.now())))
			return redirect(`/bevestig-adres?code=${encodeURIComponent(code)}`);
		await confirmAddress(visit.door, code, visit.by.now(), visit.by.actor.traceId);
		return done(
			`/bevestig-adres?code=${encodeURIComponent(code)}`,
			visit.t("Dank u wel. Uw adres is bevestigd.", "Thank you. Your address is confirmed."),
		);
	},
};

const codeOf = ({ url }: Visit): string => (url.searchParams.get("code") ?? "").slice(0, 100);

async function screen(visit: Visit, question: { verified_at: Date | null } | undefined): Promise<View> {
	const { t } = visit;
	const agency = (await visit.services.agency())?.name ?? "Spoor";
	const title = t("Is dit e-mailadres van u?", "Is this e-mail address yours?");
	if (!question) {
		return {
			title,
			status: 404,
			body: (
				<>
					<PageHead title={t("Deze link werkt niet meer", "This link no longer works")} />
					<p>{t(`Vraag ${agency} om een nieuwe link.`, `Ask ${agency} for a new link.`)}</p>
				</>
			),
		};
	}
	if (question.verified_at) {
		return {
			title,
			body: (
				<>
					<PageHead title={t("Uw adres is bevestigd", "Your address is confirmed")} />
					<p>{t("U kunt deze pagina sluiten.", "You can close this page.")}</p>
				</>
			),
		};
	}
	return {
		title,
		body: (
			<>
				<PageHead title={title} />
				<p>
					{t(
						`${agency} wil weten of het adres waarop u deze link kreeg, van u is. Daarna kan er post naartoe die voor u bestemd is.`,
						`${agency} wants to know whether the address at which you received this link is yours. After that, mail meant for you can go there.`,
					)}
				</p>
				<Form>
					<Button>{t("Ja, dit adres is van mij", "Yes, this address is mine")}</Button>
				</Form>
				<Notice tone="info" title={t("Verwachtte u dit niet?", "Did you not expect this?")}>
					<p>{t(`Doe dan niets, of bel ${agency}.`, `Then do nothing, or call ${agency}.`)}</p>
				</Notice>
			</>
		),
	};
}
