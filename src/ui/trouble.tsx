import { ErrorSummary } from "./form.tsx";
import { Notice } from "./states.tsx";
import { useLang, useT } from "./text.ts";

/** What a form came back with: errors a field, one refusal with its clause, or a row that somebody else changed meanwhile. */
export type TroubleProps = {
	problem?: {
		errors: Readonly<Record<string, string>>;
		refusal?: { clause: string; why: { nl: string; en: string } };
		stale?: true;
	};
};

/** Says at the top of a form what went wrong, what was kept and what to do; nothing when nothing did. */
export function Trouble({ problem }: TroubleProps) {
	const t = useT();
	const lang = useLang();
	if (!problem) return null;
	if (problem.refusal) {
		return (
			<Notice tone="refused" title={problem.refusal.why[lang]} clause={problem.refusal.clause} live>
				<p>
					{t("Er is niets gewijzigd. Wat is ingevuld, staat er nog.", "Nothing was changed. What was filled in is still there.")}
				</p>
			</Notice>
		);
	}
	if (problem.stale) {
		return (
			<Notice tone="warn" title={t("Iemand anders heeft dit intussen gewijzigd", "Somebody else changed this meanwhile")} live>
				<p>
					{t(
						"Er is niets overschreven. Hieronder staat wat jij invulde; open de pagina opnieuw om te zien wat er nu staat.",
						"Nothing was overwritten. Below is what you filled in; open the page again to see what stands there now.",
					)}
				</p>
			</Notice>
		);
	}
	return <ErrorSummary errors={problem.errors} />;
}
