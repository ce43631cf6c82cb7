import type { Page, View, Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Card, Stack } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { classNames } from "../notice.ts";
import { type ListedConsent, myConsents, noticeIn } from "../queries.server.ts";
import { StateBadge } from "./words.tsx";

/** R8.1: every question that waits, every consent in force, and every one there ever was. */
export const myConsentsPage: Page = {
	path: "/mijn/toestemmingen",
	portal: "candidate",
	who: "signedIn",
	get: async (visit): Promise<View> => {
		const { t } = visit;
		const consents = await myConsents(visit.by);
		const of = (...states: string[]) => consents.filter((one) => states.includes(one.state));
		const title = t("Uw toestemmingen", "Your consents");
		return {
			title,
			active: "/mijn/toestemmingen",
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							"Soms vragen wij of iets mag. U beslist. Wat u kiest, kunt u later veranderen.",
							"Sometimes we ask whether something is allowed. You decide. What you choose you can change later.",
						)}
					/>
					<Stack gap={8}>
						<Part visit={visit} id="vragen" title={t("Wat wij u vragen", "What we ask you")} rows={of("asked", "registered")} />
						<Part visit={visit} id="geldt" title={t("Wat nu mag", "What is allowed now")} rows={of("given")} />
						<Part
							visit={visit}
							id="eerder"
							title={t("Eerder", "Earlier")}
							rows={of("refused", "withdrawn", "expired", "lapsed")}
						/>
					</Stack>
				</>
			),
		};
	},
};

function Part({ visit, id, title, rows }: { visit: Visit; id: string; title: string; rows: readonly ListedConsent[] }) {
	const { t } = visit;
	return (
		<Section id={id} title={title}>
			{rows.length === 0 ? (
				<EmptyState
					title={
						id === "vragen"
							? t("Er is nu geen vraag voor u.", "There is no question for you now.")
							: id === "geldt"
								? t("U hebt nu geen toestemming gegeven.", "You have given no consent now.")
								: t("Er is niets van eerder.", "There is nothing from before.")
					}
				/>
			) : (
				<Stack gap={4}>
					{rows.map((row) => (
						<One visit={visit} row={row} />
					))}
				</Stack>
			)}
		</Section>
	);
}

function One({ visit, row }: { visit: Visit; row: ListedConsent }) {
	const { t, lang } = visit;
	const waits = row.state === "asked";
	return (
		<Card
			level={3}
			tone={waits ? "waiting" : "plain"}
			title={<a href={`/mijn/toestemmingen/${row.id}`}>{noticeIn(row).texts[lang].title}</a>}
			meta={
				<>
					<StateBadge visit={visit} state={row.state} />{" "}
					{row.state === "given"
						? t(`tot en met ${formatDate(row.expires_on, "nl")}`, `until ${formatDate(row.expires_on, "en")}`)
						: formatDate(row.state_at, lang)}
				</>
			}
			action={
				<LinkButton look={waits ? "primary" : "quiet"} href={`/mijn/toestemmingen/${row.id}`}>
					{waits
						? t("Lees de vraag", "Read the question")
						: row.state === "given"
							? t("Bekijk of trek in", "Look or withdraw")
							: t("Bekijk", "Look")}
				</LinkButton>
			}
		>
			<p>{classNames(row.data_classes, lang).join("; ")}</p>
		</Card>
	);
}
