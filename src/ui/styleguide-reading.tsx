import { Actions, Button, LinkButton } from "./buttons.tsx";
import { ContentBlocks, Diff, PdfView, Sheet } from "./content.tsx";
import { Bars, Progress } from "./figures.tsx";
import { PageHead, Prose, Section } from "./headings.tsx";
import { Beside, Card, Facts, Grid, More, Stack } from "./layout.tsx";
import { Badge, Notice } from "./states.tsx";
import { report } from "./styleguide-content.ts";
import { useT } from "./text.ts";
import { Diary } from "./time.tsx";

/** A report as it is written and read: the sheet, the steps, what changed. */
export function ReportGuide() {
	const t = useT();
	return (
		<>
			<PageHead
				title={t("Voortgang oktober–november", "Progress October–November")}
				line={t("Aan Karin Oosterhuis, Gemeente Noordoostpolder", "To Karin Oosterhuis, Gemeente Noordoostpolder")}
			/>
			<Beside
				main={
					<Sheet
						label={t("Verslag", "Report")}
						head={
							<p>
								<strong>{t("Voortgangsrapportage", "Progress report")}</strong>
							</p>
						}
						foot={t("Re-integratiebureau De Brug · pagina 1 van 2", "Agency De Brug · page 1 of 2")}
					>
						<ContentBlocks blocks={report(t)} />
					</Sheet>
				}
				side={
					<Stack>
						<h2>{t("Wat mag naar deze lezer", "What may go to this reader")}</h2>
						<Badge tone="done">{t("aanwezigheid, activiteiten", "attendance, activities")}</Badge>
						<Badge tone="refused">{t("aard van de ziekte", "nature of illness")}</Badge>
						<Notice tone="refused" title={t("Deze zin gaat over ziekte", "This sentence is about illness")} clause="R8.1">
							<p>{t("Haal de zin weg, of vraag Mehmet om toestemming.", "Remove the sentence, or ask Mehmet for consent.")}</p>
						</Notice>
					</Stack>
				}
				sideLabel={t("Wat mag", "What may go")}
			/>
			<Section id="verschil" title={t("Wat is er veranderd", "What changed")}>
				<Diff
					label={t("Verschil met de vorige versie", "Difference from the previous version")}
					parts={[
						{ kind: "same", text: t("Mehmet was bij ", "Mehmet attended ") },
						{ kind: "removed", text: t("vier", "four") },
						{ kind: "added", text: t("vijf", "five") },
						{ kind: "same", text: t(" van de zes gesprekken.", " of the six conversations.") },
					]}
				/>
			</Section>
		</>
	);
}

/** The portal: what waits, how a decision looks, and the diary. */
export function PortalGuide() {
	const t = useT();
	return (
		<Stack gap={8}>
			<PageHead
				title={t("Goedemorgen, Mehmet", "Good morning, Mehmet")}
				line={t("Er wachten twee dingen op u.", "Two things are waiting for you.")}
			/>
			<Card
				tone="waiting"
				title={t("Lees het verslag dat Anna wil sturen", "Read the report that Anna wants to send")}
				meta={t(
					"Aan de gemeente Noordoostpolder. Anna vroeg dit op 20 november.",
					"To the municipality of Noordoostpolder. Anna asked on 20 November.",
				)}
				action={
					<LinkButton look="primary" href="/mijn/verslag">
						{t("Lees het verslag", "Read the report")}
					</LinkButton>
				}
			/>
			<Card
				tone="waiting"
				title={t("Mag uw cv naar Van Dijk Techniek?", "May your CV go to Van Dijk Techniek?")}
				action={<LinkButton href="/mijn/cv">{t("Bekijk de vraag", "See the question")}</LinkButton>}
			>
				<p>
					{t(
						"U kunt ja of nee zeggen. Nee heeft geen gevolgen voor uw traject.",
						"You can say yes or no. Saying no has no effect on your trajectory.",
					)}
				</p>
			</Card>
			<Section id="besluit" title={t("Gaat u akkoord met dit verslag?", "Do you approve this report?")}>
				<Stack>
					<PdfView href="/verslag.pdf" title={t("het verslag", "the report")} size="84 kB" />
					<Facts
						facts={[
							{ label: t("Wat", "What"), value: t("Voortgangsverslag, 2 pagina's", "Progress report, 2 pages") },
							{ label: t("Naar wie", "To whom"), value: "Karin Oosterhuis, Gemeente Noordoostpolder" },
							{
								label: t("Als u nee zegt", "If you say no"),
								value: t(
									"Dan gaat het verslag niet weg. Anna hoort dat u nee zei.",
									"Then the report does not go. Anna hears that you said no.",
								),
							},
						]}
					/>
					<Actions equal>
						<Button look="equal">{t("Ik ga akkoord", "I approve")}</Button>
						<Button look="equal">{t("Ik wil dat er iets verandert", "I want something changed")}</Button>
					</Actions>
				</Stack>
			</Section>
			<Section id="uitslag" title={t("Uw interesses", "Your interests")}>
				<Bars
					caption={t("Hoe hoger, hoe meer het u trekt (0 tot 40)", "Higher means more of a draw (0 to 40)")}
					max={40}
					bars={[
						{ label: t("Praktisch", "Realistic"), value: 34 },
						{ label: t("Onderzoekend", "Investigative"), value: 21 },
						{ label: t("Sociaal", "Social"), value: 17 },
					]}
				/>
			</Section>
			<Section id="dagboek" title={t("Wie keek en wie ontving", "Who looked and who received")}>
				<Diary
					days={[
						{
							date: "2026-11-20",
							label: t("vrijdag 20 november", "Friday 20 November"),
							lines: [
								{
									time: "10:12",
									text: t(
										"Anna de Boer las uw verslag om het met u te bespreken.",
										"Anna de Boer read your report to discuss it with you.",
									),
								},
								{
									time: "09:40",
									text: t(
										"Anna de Boer opende uw dossier voor de begeleiding.",
										"Anna de Boer opened your dossier for coaching.",
									),
									detail: t("Gespreksnotities en afspraken", "Conversation notes and appointments"),
								},
							],
						},
						{
							date: "2026-11-18",
							label: t("woensdag 18 november", "Wednesday 18 November"),
							lines: [
								{
									time: "16:05",
									text: t(
										"Niemand buiten het bureau ontving iets over u.",
										"Nobody outside the agency received anything about you.",
									),
								},
							],
						},
					]}
				/>
			</Section>
			<Progress label={t("Uw pakket wordt gemaakt", "Your package is being made")} value={40} />
		</Stack>
	);
}

/** The public face: running text, a clause with how it is kept, cards. */
export function PublicGuide() {
	const t = useT();
	return (
		<Stack gap={8}>
			<PageHead
				title={t("Privacyreglement", "Privacy regulation")}
				line={t("Geldig sinds 1 november 2026", "In force since 1 November 2026")}
				action={
					<LinkButton href="/reglement.pdf" download>
						{t("Download als PDF", "Download as PDF")}
					</LinkButton>
				}
			/>
			<Prose>
				<h2 id="R7.1">R7.1 {t("U leest een verslag eerst zelf", "You read a report first")}</h2>
				<p>
					{t(
						"Elk uitgebreid verslag laten wij eerst aan u zien. Pas als u akkoord gaat, sturen wij het op. Verandert er daarna iets in de tekst, dan vragen wij u opnieuw om akkoord.",
						"We show you every extensive report first. We send it only when you approve. If anything in the text changes afterwards, we ask for your approval again.",
					)}
				</p>
				<More summary={t("Zo houden wij ons eraan", "How this is kept")} open>
					<p>
						{t(
							"Spoor verstuurt het verslag niet zonder uw akkoord op precies deze tekst.",
							"Spoor does not send the report without your approval of exactly this text.",
						)}
					</p>
				</More>
			</Prose>
			<Notice tone="warn">
				<p>{t("Dit artikel is tijdelijk buiten werking.", "This clause is suspended for now.")}</p>
			</Notice>
			<Notice tone="info">
				<p>{t("U kunt ons altijd bellen.", "You can always call us.")}</p>
			</Notice>
			<Grid>
				<Card title={t("Rapport controleren", "Check a report")}>
					{t("Is dit rapport echt en niet veranderd?", "Is this report genuine and unaltered?")}
				</Card>
				<Card title={t("Klacht", "Complaint")}>{t("Niet tevreden? Wij horen het graag.", "Not satisfied? Please tell us.")}</Card>
			</Grid>
		</Stack>
	);
}
