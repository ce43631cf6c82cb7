import { z } from "zod";
import { fullName } from "../../platform/name.ts";
import { done, type Page, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatShortDate, formatTime } from "../../ui/text.ts";
import { handleNotice, type NoticeBack, noticesBack } from "../bounced.server.ts";
import { notices } from "../notices.ts";
import { stateNames } from "../rules.ts";
import { mailTones } from "../tones.ts";

/** Invitations, reminders and other notices that did not arrive, for who can do something about it (R3.g). */
export const staffBounced: Page = {
	path: "/berichten",
	portal: "staff",
	who: "signedIn",
	get: (visit) => screen(visit),
	post: (visit) =>
		submit(visit, {
			form: z.object({ dispatch: z.uuid() }),
			act: async ({ dispatch }) => {
				await handleNotice(visit.by, dispatch);
				return done(
					"/berichten",
					visit.t("Afgehandeld. Het bericht staat niet meer in de lijst.", "Dealt with. The message has left the list."),
				);
			},
			again: () => screen(visit),
		}),
};

/** Where the address is put right and the message sent again. */
const placeOf = (one: NoticeBack): string =>
	({
		candidate: `/kandidaten/${one.subject_id}/gegevens`,
		contact: `/opdrachtgevers/${one.commissioner}/contactpersonen/${one.subject_id}`,
		staff: `/beheer/medewerkers/${one.subject_id}`,
	})[one.person_kind];

async function screen(visit: Visit): Promise<View> {
	const { t, lang, by } = visit;
	const rows = await noticesBack(by);
	const title = t("Niet aangekomen", "Not arrived");
	return {
		title,
		active: "/",
		body: (
			<>
				<PageHead
					title={title}
					above={<a href="/">{t("Vandaag", "Today")}</a>}
					line={t(
						"Uitnodigingen, herinneringen en andere berichten die hun lezer niet bereikten.",
						"Invitations, reminders and other messages that did not reach their reader.",
					)}
				/>
				<Table
					caption={title}
					captionHidden
					columns={[
						{ key: "who", label: t("Voor", "For") },
						{ key: "what", label: t("Bericht", "Message") },
						{ key: "state", label: t("Stand", "State") },
						{ key: "at", label: t("Sinds", "Since") },
						{ key: "do", label: t("Wat nu", "What now") },
					]}
					rows={rows.map((one) => ({
						key: one.dispatch_id,
						tone: "late" as const,
						cells: {
							who: <a href={placeOf(one)}>{one.name ? fullName(one.name) : t("onbekend", "unknown")}</a>,
							what: notices[one.kind]?.subject[lang] ?? one.kind,
							state: <Badge tone={mailTones[one.state]}>{stateNames[one.state][lang]}</Badge>,
							at: `${formatShortDate(one.state_at, lang)} ${formatTime(one.state_at, lang)}`,
							do: (
								<ActionForm action="/berichten" fields={{ dispatch: one.dispatch_id }}>
									<Button
										look="quiet"
										label={t(
											`Afgehandeld: ${one.name ? fullName(one.name) : ""}`,
											`Dealt with: ${one.name ? fullName(one.name) : ""}`,
										)}
									>
										{t("Afgehandeld", "Dealt with")}
									</Button>
								</ActionForm>
							),
						},
					}))}
					empty={
						<EmptyState title={t("Alle berichten kwamen aan.", "All messages arrived.")}>
							<p>
								{t(
									"Komt er een terug, dan staat het hier. Verbeter dan het adres en stuur het opnieuw.",
									"One that comes back is shown here. Then correct the address and send it again.",
								)}
							</p>
						</EmptyState>
					}
				/>
				{rows.length > 0 ? (
					<p>
						{t(
							"Kijk eerst of het adres klopt. Stuur het bericht daar opnieuw, of bel.",
							"First see whether the address is right. Send the message again there, or telephone.",
						)}
					</p>
				) : null}
			</>
		),
	};
}
