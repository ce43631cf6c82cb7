import { Actions, Button, LinkButton, RefusedButton } from "./buttons.tsx";
import { ContentBlocks, Diff, PdfView, Sheet } from "./content.tsx";
import { Bars, LoadBar, Progress, Spark } from "./figures.tsx";
import { PageHead, Prose, Section } from "./headings.tsx";
import { Beside, Breadcrumb, Card, Facts, Grid, More, Stack, Tabs } from "./layout.tsx";
import { Badge, EmptyState, Notice, UndoWindow } from "./states.tsx";
import { report } from "./styleguide-content.ts";
import { StaffForm } from "./styleguide-forms.tsx";
import { Pages, Table } from "./table.tsx";
import { formatEuro, useT } from "./text.ts";
import { Diary, Steps, Timeline, TimelineItem, When } from "./time.tsx";

/** Every block as staff see it: a dossier, a caseload, a form. Only for looking at and testing. */
export function StaffGuide() {
	const t = useT();
	return (
		<>
			<Breadcrumb
				items={[{ href: "/kandidaten", label: t("Kandidaten", "Candidates") }, { label: "Mehmet Yıldırım-van der Westhuizen" }]}
			/>
			<PageHead
				title="Mehmet Yıldırım-van der Westhuizen"
				line={t(
					"Tweede spoor voor Gemeente Noordoostpolder · fase 2, arbeidsmarktverkenning · aan zet: Mehmet · volgende: akkoord op het verslag, 3 dagen",
					"Second track for Gemeente Noordoostpolder · phase 2, exploring work · whose turn: Mehmet · next: approval of the report, 3 days",
				)}
				action={<Button>{t("Leg voor aan Mehmet", "Show it to Mehmet")}</Button>}
			/>
			<Tabs
				label={t("Dossier", "Dossier")}
				active="/tijdlijn"
				items={[
					{ href: "/tijdlijn", label: t("Tijdlijn", "Timeline") },
					{ href: "/notities", label: t("Gespreksnotities", "Conversation notes"), count: 14 },
					{ href: "/rapportages", label: t("Rapportages", "Reports"), count: 3 },
					{ href: "/documenten", label: t("Documenten", "Documents") },
				]}
			/>
			<Beside main={<DossierMain />} side={<WhoMayKnow />} sideLabel={t("Wie mag wat weten", "Who may know what")} />
			<Caseload />
			<StaffForm />
		</>
	);
}

function DossierMain() {
	const t = useT();
	const now = new Date("2026-11-23T09:00:00Z");
	return (
		<Stack gap={8}>
			<Notice
				tone="success"
				title={t("Het verslag is voorgelegd aan Mehmet.", "The report was shown to Mehmet.")}
				live
				undo={
					<UndoWindow now={now} until={new Date(now.getTime() + 30_000)}>
						<Button look="quiet">{t("Maak ongedaan", "Undo")}</Button>
					</UndoWindow>
				}
			/>
			<Steps
				label={t("De weg naar de lezer", "The way to the reader")}
				steps={[
					{ label: t("Concept", "Draft"), state: "done", who: "Anna de Boer", when: t("19 november", "19 November") },
					{
						label: t("Voorgelegd", "Shown"),
						state: "done",
						who: t("aan Mehmet", "to Mehmet"),
						when: t("20 november", "20 November"),
					},
					{
						label: t("Akkoord", "Approval"),
						state: "current",
						who: t("wacht op Mehmet", "waiting for Mehmet"),
						when: t("sinds 3 dagen", "for 3 days"),
					},
					{ label: t("Verzonden", "Sent"), state: "todo" },
				]}
			/>
			<RefusedButton
				why={t("Mehmet heeft deze versie nog niet goedgekeurd.", "Mehmet has not approved this version yet.")}
				clause="R7.1"
			>
				{t("Verzend naar de gemeente", "Send to the municipality")}
			</RefusedButton>
			<Timeline label={t("Tijdlijn", "Timeline")}>
				<TimelineItem
					kind={t("Rapportage", "Report")}
					title={t("Voortgang oktober–november", "Progress October–November")}
					href="/r/1"
					at="2026-11-20"
					who="Anna de Boer"
					state={<Badge tone="waiting">{t("wacht op akkoord", "awaiting approval")}</Badge>}
				/>
				<TimelineItem
					kind={t("Gesprek", "Conversation")}
					title={t("Arbeidsmarktverkenning", "Exploring work")}
					href="/n/1"
					at="2026-11-12"
					who="Anna de Boer"
				>
					{t(
						"Mehmet heeft twee functies gevonden die passen bij wat hij kan. Hij belt zelf met de eerste werkgever.",
						"Mehmet found two jobs that fit what he can do. He will call the first employer himself.",
					)}
				</TimelineItem>
				<TimelineItem
					kind={t("Toestemming", "Consent")}
					title={t("Cv naar Van Dijk Techniek", "CV to Van Dijk Techniek")}
					at="2026-11-03"
					state={<Badge tone="done">{t("gegeven", "given")}</Badge>}
				/>
				<TimelineItem
					kind={t("Verstrekking", "Disclosure")}
					title={t("Kort bericht aan de gemeente", "Brief message to the municipality")}
					at="2026-10-29"
					state={<Badge tone="refused">{t("geweigerd, R8.1", "refused, R8.1")}</Badge>}
				/>
			</Timeline>
		</Stack>
	);
}

function WhoMayKnow() {
	const t = useT();
	return (
		<Stack>
			<h2>{t("Wie mag wat weten", "Who may know what")}</h2>
			<Facts
				facts={[
					{ label: t("Ontvanger", "Recipient"), value: "Karin Oosterhuis, Gemeente Noordoostpolder" },
					{
						label: t("Afspraak", "Agreement"),
						value: t(
							"aanwezigheid, activiteiten, voortgang; elke twee maanden",
							"attendance, activities, progress; every two months",
						),
					},
					{ label: t("Toestemming", "Consent"), value: <Badge tone="done">{t("belastbaarheid", "work capacity")}</Badge> },
					{ label: t("Laatst verstrekt", "Last disclosed"), value: <When at="2026-09-28" /> },
				]}
			/>
		</Stack>
	);
}

function Caseload() {
	const t = useT();
	return (
		<Section
			id="caseload"
			title={t("Kandidaten", "Candidates")}
			action={<LinkButton href="/kandidaten/nieuw">{t("Meld een kandidaat aan", "Register a candidate")}</LinkButton>}
		>
			<Table
				url="/kandidaten?sort=-due&coach=anna"
				caption={t("Aan jou toegewezen", "Assigned to you")}
				columns={[
					{ key: "name", label: t("Naam", "Name"), sort: true },
					{ key: "state", label: t("Stand", "State") },
					{ key: "load", label: t("Uren", "Hours") },
					{ key: "cost", label: t("Bedrag", "Amount"), align: "right" },
					{ key: "due", label: t("Volgende termijn", "Next deadline"), align: "right", sort: true },
				]}
				rows={[
					{
						tone: "late",
						cells: {
							name: <a href="/k/1">Mehmet Yıldırım-van der Westhuizen</a>,
							state: <Badge tone="warn">{t("verslag te laat", "report late")}</Badge>,
							load: <LoadBar value={22} max={20} text={t("22 van 20", "22 of 20")} />,
							cost: formatEuro(125000, "nl"),
							due: t("21 nov 2026", "21 Nov 2026"),
						},
					},
					{
						cells: {
							name: <a href="/k/2">Sofie Aerts</a>,
							state: <Badge tone="waiting">{t("wacht op akkoord", "awaiting approval")}</Badge>,
							load: <LoadBar value={8} max={20} text={t("8 van 20", "8 of 20")} />,
							cost: formatEuro(48050, "nl"),
							due: t("27 nov 2026", "27 Nov 2026"),
						},
					},
					{
						cells: {
							name: <a href="/k/3">Jan Pieter Hoekstra</a>,
							state: <Badge tone="active">{t("loopt", "running")}</Badge>,
							load: <LoadBar value={3} max={12} text={t("3 van 12", "3 of 12")} />,
							cost: formatEuro(9975, "nl"),
							due: t("4 dec 2026", "4 Dec 2026"),
						},
					},
				]}
			/>
			<Pages url="/kandidaten?sort=-due" page={2} pages={5} />
			<p>
				{t("Nieuwe aanmeldingen per week", "New referrals per week")}{" "}
				<Spark points={[2, 4, 3, 5, 4, 7]} text={t("Van 2 naar 7 in zes weken", "From 2 to 7 in six weeks")} /> 7
			</p>
			<Table
				caption={t("Klachten", "Complaints")}
				columns={[]}
				rows={[]}
				empty={
					<EmptyState
						title={t("Er zijn geen klachten.", "There are no complaints.")}
						action={<LinkButton href="/klachten/nieuw">{t("Leg een klacht vast", "Record a complaint")}</LinkButton>}
					>
						{t("Komt er een klacht per brief, leg die dan hier vast.", "When a complaint comes by letter, record it here.")}
					</EmptyState>
				}
			/>
		</Section>
	);
}

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
