import type { WatchTasks } from "../../looks/tasks.server.ts";
import type { Visit } from "../../platform/web/page.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { Section } from "../../ui/headings.tsx";
import { Card, Grid } from "../../ui/layout.tsx";

/** Is there anything of it? */
export const waitsFor = (tasks: WatchTasks | undefined): boolean =>
	tasks !== undefined &&
	(tasks.exceptions + tasks.alarms + tasks.words + tasks.papers + tasks.demands + tasks.glasses + tasks.stranded.length > 0 ||
		tasks.month !== null);

/** What waits for who watches over who may look, and over what goes without approval: a card each. */
export function Watch({ visit, tasks }: { visit: Visit; tasks: WatchTasks | undefined }) {
	const { t, lang } = visit;
	if (!tasks) return null;
	const cards = [
		tasks.exceptions > 0 && {
			href: "/uitzonderingen",
			title: t(`Mag dit zonder akkoord? (${tasks.exceptions})`, `May this go without approval? (${tasks.exceptions})`),
			text: t(
				"Een rapport gaat pas zonder akkoord als ook jij het nodig vindt.",
				"A report goes without approval only if you find it necessary too.",
			),
			words: t("Bekijk het voorstel", "Look at the proposal"),
		},
		tasks.alarms > 0 && {
			href: "/meelezer",
			title: t(`Is dit loos alarm? (${tasks.alarms})`, `Is this a false alarm? (${tasks.alarms})`),
			text: t(
				"Een zin mag pas weg als ook jij zegt dat de meelezer zich vergist.",
				"A sentence may go only if you too say that the guard is mistaken.",
			),
			words: t("Bekijk de zin", "Look at the sentence"),
		},
		tasks.words > 0 && {
			href: "/meelezer/woorden",
			title: t(`Woorden van de meelezer (${tasks.words})`, `Words of the guard (${tasks.words})`),
			text: t(
				"Een woord maakt de meelezer pas ruimer als ook jij het ermee eens bent.",
				"A word loosens the guard only if you agree too.",
			),
			words: t("Bekijk de woorden", "Look at the words"),
		},
		tasks.papers > 0 && {
			href: "/toestemmingen/papier",
			title: t(`Toestemming op papier (${tasks.papers})`, `Consent on paper (${tasks.papers})`),
			text: t(
				"Een ondertekend papier telt pas als een tweede collega het zag.",
				"A signed paper counts only once a second colleague saw it.",
			),
			words: t("Bekijk het papier", "Look at the paper"),
		},
		tasks.demands > 0 && {
			href: "/vorderingen",
			title: t(`Vordering van een instantie (${tasks.demands})`, `Demand by an authority (${tasks.demands})`),
			text: t(
				"Er gaat pas iets naar de instantie als ook jij het nodig vindt.",
				"Something goes to the authority only if you find it necessary too.",
			),
			words: t("Bekijk de vordering", "Look at the demand"),
		},
		tasks.glasses > 0 && {
			href: "/privacy/noodtoegang",
			title: t(`Noodtoegang na te kijken (${tasks.glasses})`, `Emergency access to review (${tasks.glasses})`),
			text: t(
				"Iemand opende in nood een dossier van een ander. Was dat terecht?",
				"Somebody opened another's dossier in an emergency. Was that justified?",
			),
			words: t("Kijk na", "Review"),
		},
		tasks.month !== null && {
			href: `/privacy/maandcontrole?maand=${tasks.month}`,
			title: t(`Wie keek in ${monthName(tasks.month, "nl")}?`, `Who looked in ${monthName(tasks.month, "en")}?`),
			text: t(
				"Elke maand kijkt iemand na wie buiten de eigen kandidaten keek.",
				"Each month somebody reviews who looked outside their caseload.",
			),
			words: t("Doe de maandcontrole", "Do the monthly review"),
		},
		...tasks.stranded.slice(0, 5).map((one) => ({
			href: `/kandidaten/${one.candidate}/trajecten/${one.trajectory}`,
			title: t("Een traject heeft een andere begeleider nodig", "A trajectory needs another coach"),
			text: t(
				"De begeleider kent de kandidaat en mag het dossier niet meer zien.",
				"The coach knows the candidate and may no longer see the dossier.",
			),
			words: t("Naar het traject", "To the trajectory"),
		})),
	].filter((card) => card !== false);
	if (cards.length === 0) return null;
	return (
		<Section id="toezicht" title={lang === "nl" ? "Toezicht" : "Oversight"}>
			<Grid>
				{cards.map((card) => (
					<Card tone="waiting" level={3} title={card.title} action={<LinkButton href={card.href}>{card.words}</LinkButton>}>
						<p>{card.text}</p>
					</Card>
				))}
			</Grid>
		</Section>
	);
}

const monthName = (month: string, lang: "nl" | "en") =>
	new Intl.DateTimeFormat(lang === "nl" ? "nl-NL" : "en-GB", { month: "long", timeZone: "UTC" }).format(
		new Date(`${month}-15T12:00:00Z`),
	);
