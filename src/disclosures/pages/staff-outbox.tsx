import { fullName } from "../../platform/name.ts";
import type { Page } from "../../platform/web/page.ts";
import { PageHead } from "../../ui/headings.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import type { Translate } from "../../ui/text.ts";
import { formatShortDate, formatTime } from "../../ui/text.ts";
import { outbox, recipientOf } from "../queries.server.ts";
import { stateNames, stuck } from "../rules.ts";
import { mailTones } from "../tones.ts";

/** Of what its reader collects with a code: what it waits for, where that is the coach. */
function waitingWord(
	row: { waits: string | null; code_n: number | null; locked_at: Date | null; ended_at: Date | null },
	t: Translate,
): string {
	if (!row.waits) return "";
	if (row.ended_at) return t("ophalen gesloten", "collecting closed");
	if (row.locked_at) return t("op slot: maak een nieuwe code", "locked: make a new code");
	return row.code_n ? t("op te halen met een code", "to be collected with a code") : t("wacht op de code", "waits for the code");
}

/** Where every message of one's caseload stands: first what needs a person, then what is under way, then what went (R9.1). */
export const staffOutbox: Page = {
	path: "/rapportages/verzending",
	portal: "staff",
	who: "mail.read",
	get: async ({ t, lang, by }) => {
		const rows = await outbox(by);
		const order = (row: (typeof rows)[number]) =>
			stuck.includes(row.state) ? 0 : row.state === "queued" || row.state === "transmitting" ? 1 : 2;
		const sorted = [...rows].sort((a, b) => order(a) - order(b) || b.state_at.getTime() - a.state_at.getTime());
		const title = t("Verzending", "Sending");
		return {
			title,
			active: "/rapportages",
			body: (
				<>
					<PageHead
						title={title}
						above={<a href="/rapportages">{t("Rapportages", "Reports")}</a>}
						line={t(
							"Wat klaarstaat, onderweg is of aandacht vraagt, en wat de afgelopen dertig dagen ging.",
							"What is ready, under way or needs attention, and what went in the last thirty days.",
						)}
					/>
					<Table
						caption={title}
						captionHidden
						columns={[
							{ key: "who", label: t("Kandidaat", "Candidate") },
							{ key: "to", label: t("Aan", "To") },
							{ key: "state", label: t("Stand", "State") },
							{ key: "at", label: t("Sinds", "Since") },
						]}
						rows={sorted.map((row) => {
							const to = recipientOf(row);
							const path = `/kandidaten/${row.subject_id}/verstrekkingen`;
							const until =
								row.state === "queued"
									? t(
											`tot ${formatTime(row.transmit_after, lang)} terug te halen`,
											`can be taken back until ${formatTime(row.transmit_after, lang)}`,
										)
									: "";
							return {
								key: row.id,
								...((stuck.includes(row.state) || row.locked_at) && { tone: "late" as const }),
								cells: {
									who: (
										<a href={stuck.includes(row.state) ? `${path}/${row.id}` : row.waits ? `${path}/${row.id}/ophalen` : path}>
											{fullName(row.name)}
										</a>
									),
									to: `${to.name}, ${to.commissionerName}`,
									state: (
										<span>
											<Badge tone={mailTones[row.state]}>{stateNames[row.state][lang]}</Badge> {until} {waitingWord(row, t)}
										</span>
									),
									at: `${formatShortDate(row.state_at, lang)} ${formatTime(row.state_at, lang)}`,
								},
							};
						})}
						empty={
							<EmptyState title={t("Er staat niets in de verzendlijst.", "There is nothing in the outbox.")}>
								<p>
									{t(
										"Een rapport dat is goedgekeurd, verzend je vanuit het dossier.",
										"An approved report is sent from the dossier.",
									)}
								</p>
							</EmptyState>
						}
					/>
				</>
			),
		};
	},
};
