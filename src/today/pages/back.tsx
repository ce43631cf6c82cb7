import type { Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Notice } from "../../ui/states.tsx";

/** Messages that did not arrive and that this member of staff can do something about (R3.g). */
export function Back({ visit: { t }, count }: { visit: Visit; count: number }) {
	if (count === 0) return null;
	return (
		<Notice
			tone="warn"
			title={
				count === 1
					? t("Eén bericht kwam niet aan.", "One message did not arrive.")
					: t(`${count} berichten kwamen niet aan.`, `${count} messages did not arrive.`)
			}
		>
			<p>
				{t("Een uitnodiging of herinnering bereikte haar lezer niet.", "An invitation or reminder did not reach its reader.")}
			</p>
			<LinkButton href="/berichten">{t("Bekijk wat niet aankwam", "See what did not arrive")}</LinkButton>
		</Notice>
	);
}
