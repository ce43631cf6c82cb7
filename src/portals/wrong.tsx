import { NotAllowed } from "../law/decision.ts";
import { NotFound, type View, type Visit } from "../platform/web/page.ts";
import { Clause } from "../ui/clause.tsx";
import { PageHead } from "../ui/headings.tsx";
import { Notice } from "../ui/states.tsx";

/** What is shown when something may not, is not there, or broke. Says what happened, what was kept and what to do. */
export function wrong(visit: Visit, what: NotAllowed | NotFound | { traceId: string }): View {
	const { t, lang } = visit;
	if (what instanceof NotAllowed) {
		return {
			title: t("Dit mag niet", "This is not allowed"),
			body: (
				<>
					<PageHead title={t("Dit mag niet", "This is not allowed")} />
					<Notice tone="refused" title={what.why[lang]}>
						<p>
							{t("Dit staat in het reglement:", "This is in the regulation:")} <Clause id={what.clause} />
						</p>
						<p>
							{t("Er is niets veranderd. De weigering staat in het logboek.", "Nothing was changed. The refusal is in the log.")}
						</p>
					</Notice>
				</>
			),
		};
	}
	if (what instanceof NotFound) {
		return {
			title: t("Niet gevonden", "Not found"),
			body: (
				<>
					<PageHead title={t("Niet gevonden", "Not found")} />
					<p>{t("Deze pagina bestaat niet, of u mag haar niet zien.", "This page does not exist, or you may not see it.")}</p>
				</>
			),
		};
	}
	return {
		title: t("Er ging iets mis", "Something went wrong"),
		body: (
			<>
				<PageHead title={t("Er ging iets mis", "Something went wrong")} />
				<p>
					{t(
						"Het lag aan ons, niet aan u. Er is niets half opgeslagen. Probeer het over een minuut nog eens.",
						"It was our fault, not yours. Nothing was half saved. Please try again in a minute.",
					)}
				</p>
				<p>
					{t("Meldt u dit? Noem dan dit nummer:", "Reporting this? Please mention this number:")} <code>{what.traceId}</code>
				</p>
			</>
		),
	};
}
