import { z } from "zod";
import { type Page, redirect } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { TextField } from "../../ui/fields.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { searchNotes } from "../excerpts.server.ts";
import { DossierTimeline } from "./timeline-items.tsx";

const form = z.object({ trajectory: z.uuid(), zoek: z.string().max(200).default("") });

/** Searching the notes of one opened dossier, and nowhere else. By POST: what one looks for does not belong in an address. */
export const searchNotesPage: Page = {
	path: "/kandidaten/:candidate/zoeken",
	portal: "staff",
	who: "dossier.read",
	get: (visit) => redirect(`/kandidaten/${visit.params.candidate}`),
	post: async (visit) => {
		const { t } = visit;
		const { trajectory, zoek } = form.parse(visit.form);
		const candidate = visit.params.candidate ?? "";
		const found = await searchNotes(visit.by, { candidate, trajectory }, zoek);
		const n = found.heads.length;
		return {
			title: t("Zoeken in een dossier", "Search a dossier"),
			active: "/kandidaten",
			body: (
				<>
					<Breadcrumb
						items={[
							{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
							{ href: `/kandidaten/${candidate}?traject=${trajectory}`, label: found.name },
							{ label: t("Zoeken", "Search") },
						]}
					/>
					<PageHead
						title={t("Zoeken in de notities", "Search the notes")}
						line={t(`${n} ${n === 1 ? "notitie" : "notities"} gevonden`, `${n} ${n === 1 ? "note" : "notes"} found`)}
					/>
					<form method="post" class="form" data-turbo="false">
						<input type="hidden" name="trajectory" value={trajectory} />
						<TextField name="zoek" type="search" label={t("Woorden die erin staan", "Words that are in it")} value={zoek} />
						<Button look="quiet">{t("Zoek", "Search")}</Button>
					</form>
					{n === 0 ? (
						<EmptyState title={t("Niets gevonden", "Nothing found")}>
							{t(
								"Alle woorden moeten in dezelfde notitie staan. Hoofdletters en accenten maken niet uit.",
								"All words must be in the same note. Capitals and accents do not matter.",
							)}
						</EmptyState>
					) : (
						<DossierTimeline visit={visit} dossier={found} heads={found.heads} />
					)}
				</>
			),
		};
	},
};
