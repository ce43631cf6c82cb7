import { fullName } from "../../platform/name.ts";
import { found, type Page } from "../../platform/web/page.ts";
import { Sheet } from "../../ui/content.tsx";
import { Facts } from "../../ui/layout.tsx";
import { formatDate } from "../../ui/text.ts";
import { openReport } from "../report-view.server.ts";
import { recipientsOf } from "./frozen.tsx";

/** For who answers on paper (R7.1): a form for exactly this version, with its number and fingerprint on it. In Dutch, like the report. */
export const answerFormPage: Page = {
	path: "/kandidaten/:candidate/rapporten/:report/antwoordformulier",
	portal: "staff",
	who: "report.write",
	get: async (visit) => {
		const { candidate, report } = visit.params as { candidate: string; report: string };
		const opened = await openReport(visit.by, candidate, report);
		const version = found(
			opened.report.state === "submitted" && opened.report.kind === "extensive" ? opened.versions[0] : undefined,
		);
		const agency = await visit.services.agency();
		const [recipient] = recipientsOf(version);
		return {
			title: visit.t("Antwoordformulier", "Answer form"),
			bare: true,
			body: (
				<Sheet
					lang="nl"
					label="Antwoordformulier"
					head={<strong>{agency?.name ?? ""}</strong>}
					foot={
						<>
							Documentnummer {version.documentNumber} · kenmerk {version.sha256}
						</>
					}
				>
					<h1>Uw antwoord op een rapportage</h1>
					<p>
						Lees eerst het verslag met dit documentnummer. Kruis daarna aan wat u vindt, en zet uw handtekening. Zonder uw
						antwoord gaat er niets weg.
					</p>
					<Facts
						facts={[
							{ label: "Kandidaat", value: fullName(opened.candidate.name) },
							{ label: "Verslag", value: `versie ${version.n} van ${formatDate(version.submitted_at, "nl")}` },
							{ label: "Documentnummer", value: version.documentNumber },
							{ label: "Kenmerk, eerste acht tekens", value: version.sha256.slice(0, 8) },
							{
								label: "Gaat naar",
								value: `${recipient?.name ?? ""}, ${recipient?.commissionerName ?? ""}, ${recipient?.email ?? ""}`,
							},
						]}
					/>
					<p>☐ Ik ga akkoord.</p>
					<p>☐ Ik ga akkoord, met deze opmerking (die gaat niet mee).</p>
					<p>☐ Ik wil dat er iets verandert, namelijk:</p>
					<p>☐ Ik ga niet akkoord. Het verslag gaat dan niet weg. Waarom, hoeft u niet te schrijven.</p>
					<p>Ruimte voor uw opmerking, of voor uw eigen zienswijze (die komt in uw woorden achter de volgende versie):</p>
					<p>
						. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
					</p>
					<p>
						. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .
					</p>
					<p>Plaats en datum:</p>
					<p>Handtekening:</p>
				</Sheet>
			),
		};
	},
};
