import { Button, LinkButton, RefusedButton } from "./buttons.tsx";
import { LoadBar, Spark } from "./figures.tsx";
import { PageHead, Section } from "./headings.tsx";
import { Beside, Breadcrumb, Facts, Stack, Tabs } from "./layout.tsx";
import { Badge, EmptyState, Notice, UndoWindow } from "./states.tsx";
import { StaffForm } from "./styleguide-forms.tsx";
import { Pages, Table } from "./table.tsx";
import { formatEuro, useT } from "./text.ts";
import { Steps, Timeline, TimelineItem, When } from "./time.tsx";

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
