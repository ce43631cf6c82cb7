import { exceptionGrounds } from "../../law/exceptions.ts";
import type { Visit } from "../../platform/web/page.ts";
import { Button } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { ActionForm } from "../../ui/form.tsx";
import { Prose, Section } from "../../ui/headings.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import type { MyReport } from "../my-report.server.ts";
import { recipientsOf } from "./frozen.tsx";

/** R7.3, as the candidate reads it: that it goes or went without their approval, on which ground and why, and that two people decided. */
export function WithoutYourApproval({ visit, opened }: { visit: Visit; opened: MyReport }) {
	const { t, lang } = visit;
	const { exception, report } = opened;
	if (!exception?.confirmed_at) return null;
	const went = report.state === "sent";
	const to = recipientsOf(opened.words[0] as { recipients: string })[0]?.name ?? "";
	const on = (language: "nl" | "en") => formatDate(exception.confirmed_at as Date, language);
	return (
		<>
			<Notice
				tone="warn"
				title={
					went
						? t("Dit verslag ging zonder uw akkoord", "This report went without your approval")
						: t("Dit verslag mag weg zonder uw akkoord", "This report may go without your approval")
				}
			>
				<p>
					{exceptionGrounds[exception.ground].told[lang]}{" "}
					{t(`Twee mensen van ons bureau besloten dit op ${on("nl")}.`, `Two people of our agency decided this on ${on("en")}.`)}{" "}
					<Clause id="R7.3" />
				</p>
				<p>
					{went
						? t(`Het is voor ${to}.`, `It is for ${to}.`)
						: t(
								"Het is nog niet weg. Antwoordt u nu, dan kijken wij er opnieuw naar.",
								"It has not gone yet. If you answer now, we look at it again.",
							)}
				</p>
			</Notice>
			<Section title={t("Waarom dit moest", "Why this had to be")} id="waarom">
				<Prose>
					{exception.reasoning.split(/\n+/).map((line) => (
						<p>{line}</p>
					))}
					<p>
						{t(
							"Bent u het er niet mee eens? Dan kunt u een klacht indienen. Dat mag ook bij de Autoriteit Persoonsgegevens.",
							"Do you disagree? Then you can complain. You can also complain to the Dutch Data Protection Authority.",
						)}
					</p>
				</Prose>
			</Section>
			{went && !opened.version.informed ? (
				<ActionForm action={`/mijn/rapporten/${report.id}`} fields={{ do: "read" }}>
					<Button>{t("Ik heb dit gelezen", "I have read this")}</Button>
				</ActionForm>
			) : null}
		</>
	);
}
