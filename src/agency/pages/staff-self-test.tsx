import type { Outcome, Part } from "../../platform/self-test.server.ts";
import type { Page } from "../../platform/web/page.ts";
import { PageHead } from "../../ui/headings.tsx";
import { Badge } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";

const parts: Record<Part, { nl: string; en: string }> = {
	database: { nl: "Database", en: "Database" },
	disk: { nl: "Ruimte op de schijf", en: "Room on the disk" },
	keys: { nl: "Sleutelproces", en: "Key process" },
	renderer: { nl: "Opmaak van PDF’s", en: "Rendering of PDFs" },
	certificate: { nl: "Zegelcertificaat", en: "Sealing certificate" },
	mail: { nl: "Mailserver", en: "Mail server" },
	scanner: { nl: "Virusscanner", en: "Virus scanner" },
	clock: { nl: "Klok", en: "Clock" },
	worker: { nl: "Werkproces (verzenden, herinneren)", en: "Worker (sending, reminding)" },
};

const notes: Record<NonNullable<Outcome["note"]>, { nl: string; en: string }> = {
	absent: { nl: "niet ingesteld", en: "not configured" },
	expires: { nl: "verloopt of is verlopen", en: "expires or has expired" },
	silent: { nl: "geeft geen antwoord", en: "does not answer" },
	full: { nl: "de schijf is vol of bijna vol", en: "the disk is full or nearly full" },
	off: { nl: "loopt niet gelijk met de database", en: "differs from the database" },
};

/** Whether everything that Spoor stands on works, tried just now. */
export const selfTestPage: Page = {
	path: "/beheer/zelftest",
	portal: "staff",
	who: "selfTest.read",
	get: async ({ t, lang, services }) => {
		const outcomes = await services.selfTest();
		const title = t("Zelftest", "Self-test");
		return {
			title,
			active: "/beheer",
			body: (
				<>
					<PageHead
						title={title}
						above={<a href="/beheer">{t("Beheer", "Administration")}</a>}
						line={t(
							"Zojuist geprobeerd. Vernieuw de pagina om het nog eens te proberen.",
							"Tried just now. Reload the page to try again.",
						)}
					/>
					<Table
						caption={title}
						captionHidden
						columns={[
							{ key: "part", label: t("Onderdeel", "Part") },
							{ key: "state", label: t("Stand", "State") },
						]}
						rows={outcomes.map(({ part, ok, note }) => ({
							key: part,
							cells: {
								part: parts[part][lang],
								state: (
									<>
										<Badge tone={ok ? "done" : "refused"}>{ok ? t("werkt", "works") : t("werkt niet", "does not work")}</Badge>{" "}
										{note ? notes[note][lang] : null}
									</>
								),
							},
						}))}
					/>
				</>
			),
		};
	},
};
