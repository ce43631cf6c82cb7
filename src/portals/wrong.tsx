import type { Bilingual } from "../law/bilingual.ts";
import { NotAllowed } from "../law/decision.ts";
import type { Outage } from "../platform/outage.ts";
import { NotFound, type View, type Visit } from "../platform/web/page.ts";
import type { Wrong } from "../platform/web/serve.server.tsx";
import { Button } from "../ui/buttons.tsx";
import { Clause } from "../ui/clause.tsx";
import { PageHead } from "../ui/headings.tsx";
import { Notice } from "../ui/states.tsx";

/** What is shown when something may not, is not there, asks to sign in anew, or broke. Says what happened, what was kept and what to do. */
export function wrong(visit: Visit, what: Wrong): View {
	const { t, lang } = visit;
	// Staff are called "je", everybody else "u".
	const colleague = "signIn" in what ? !what.signIn.startsWith("/mijn") : visit.by.actor.kind === "staff";
	const say = (u: string, je: string, en: string) => t(colleague ? je : u, en);
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
					{what.clause === "R1.3" && colleague ? (
						<p>
							<a href="/reglement/kennisnemen">
								{t("Kijk wat er nog moet, en bevestig het reglement", "See what is still missing, and confirm the regulation")}
							</a>
						</p>
					) : null}
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
					<p>
						{say(
							"Deze pagina bestaat niet, of is niet voor u.",
							"Deze pagina bestaat niet, of is niet voor jou.",
							"This page does not exist, or is not for you.",
						)}
					</p>
					<WayOn visit={visit} />
				</>
			),
		};
	}
	if ("signIn" in what) {
		const title = say("U bent niet meer aangemeld", "Je bent niet meer aangemeld", "You are no longer signed in");
		return {
			title,
			body: (
				<>
					<PageHead title={title} />
					<p>
						{say(
							"Er is niets verzonden. Wat u hebt ingevuld, staat nog op deze pagina. Meld u aan in een nieuw tabblad en kom hier terug.",
							"Er is niets verzonden. Wat je hebt ingevuld, staat nog op deze pagina. Meld je aan in een nieuw tabblad en kom hier terug.",
							"Nothing was sent. What you filled in is still on this page. Sign in in a new tab and come back here.",
						)}{" "}
						<a href={what.signIn} target="_blank" rel="noopener">
							{t("Aanmelden in een nieuw tabblad", "Sign in in a new tab")}
						</a>
					</p>
					<Resend visit={visit} />
				</>
			),
		};
	}
	if ("wait" in what) return tooFast(visit, what.wait, say);
	if (what.outage) return away(visit, what.outage, what.traceId);
	return {
		title: t("Er ging iets mis", "Something went wrong"),
		body: (
			<>
				<PageHead title={t("Er ging iets mis", "Something went wrong")} />
				<p>
					{say(
						"Het lag aan ons, niet aan u. Er is niets half opgeslagen. Probeer het over een minuut nog eens.",
						"Het lag aan Spoor, niet aan jou. Er is niets half opgeslagen. Probeer het over een minuut nog eens.",
						"It was our fault, not yours. Nothing was half saved. Please try again in a minute.",
					)}
				</p>
				<Resend visit={visit} />
				<Mention visit={visit} traceId={what.traceId} />
			</>
		),
	};
}

/** Nobody is shut out: it says when it goes on, and what was typed goes along. */
function tooFast(visit: Visit, seconds: number, say: (u: string, je: string, en: string) => string): View {
	const { t } = visit;
	const minutes = Math.ceil(seconds / 60);
	const when = seconds < 90 ? t(`${seconds} seconden`, `${seconds} seconds`) : t(`${minutes} minuten`, `${minutes} minutes`);
	const title = t("Dit gaat te snel", "This is too fast");
	const typed = Object.keys(visit.form).length > 0;
	return {
		title,
		body: (
			<>
				<PageHead title={title} />
				<Notice tone="refused" title={t(`Over ${when} kan het weer.`, `It goes on in ${when}.`)}>
					<p>
						{say(
							"Er kwam in korte tijd heel veel van uw account. Zo beschermen wij gegevens tegen programma's die alles ophalen.",
							"Er kwam in korte tijd heel veel van jouw account. Zo beschermen wij gegevens tegen programma's die alles ophalen.",
							"A great deal came from your account in a short time. This protects data against programs that fetch everything.",
						)}{" "}
						<Clause id="R10.1" />
					</p>
					<p>
						{typed
							? say(
									"Er is niets gedaan. Wat u hebt ingevuld, staat nog op deze pagina.",
									"Er is niets gedaan. Wat je hebt ingevuld, staat nog op deze pagina.",
									"Nothing was done. What you filled in is still on this page.",
								)
							: t("Er is niets gedaan.", "Nothing was done.")}
					</p>
				</Notice>
				{typed ? (
					<Resend visit={visit} />
				) : (
					<p>
						<a href={visit.url.pathname + visit.url.search}>{t("Probeer het opnieuw", "Try again")}</a>
					</p>
				)}
			</>
		),
	};
}

function Mention({ visit: { t, by }, traceId }: { visit: Visit; traceId: string }) {
	const nl = by.actor.kind === "staff" ? "Meld je dit? Noem dan dit nummer:" : "Meldt u dit? Noem dan dit nummer:";
	return (
		<p>
			{t(nl, "Reporting this? Please mention this number:")} <code>{traceId}</code>
		</p>
	);
}

const soon = {
	nl: "Dat komt bijna altijd binnen een minuut vanzelf goed.",
	en: "This nearly always mends itself within a minute.",
};
const outages = {
	database: {
		title: { nl: "De gegevens zijn even niet te bereiken", en: "The data cannot be reached for a moment" },
		next: soon,
	},
	keys: {
		title: { nl: "De gegevens kunnen even niet open", en: "The data cannot be opened for a moment" },
		next: soon,
	},
	renderer: {
		title: { nl: "Er kan even geen document worden gemaakt", en: "No document can be made for a moment" },
		next: soon,
	},
	disk: {
		title: { nl: "De schijf van Spoor is vol", en: "The disk of Spoor is full" },
		next: {
			nl: "De beheerder moet ruimte maken. Daarna werkt alles vanzelf weer.",
			en: "The administrator must make room. After that everything works again by itself.",
		},
	},
} as const satisfies Record<Outage, { title: Bilingual; next: Bilingual }>;

/** A part is away: what was not done, what is still there, and that one may simply try again. */
function away(visit: Visit, outage: Outage, traceId: string): View {
	const { t, lang } = visit;
	const { title, next } = outages[outage];
	const typed = Object.keys(visit.form).length > 0;
	return {
		title: title[lang],
		body: (
			<>
				<PageHead title={title[lang]} />
				<p>
					{typed
						? t(
								"Er is niets half opgeslagen. Wat u hebt ingevuld, staat nog op deze pagina.",
								"Nothing was half saved. What you filled in is still on this page.",
							)
						: t("Wat al bewaard was, is er nog.", "What was saved is still there.")}{" "}
					{next[lang]}
				</p>
				{typed ? (
					<Resend visit={visit} />
				) : (
					<p>
						<a href={visit.url.pathname + visit.url.search}>{t("Probeer het opnieuw", "Try again")}</a>
					</p>
				)}
				<Mention visit={visit} traceId={traceId} />
			</>
		),
	};
}

/** From a page that is not there: to the start of whoever asks. */
function WayOn({ visit: { t, by } }: { visit: Visit }) {
	const { kind } = by.actor;
	if (kind === "staff") return <a href="/">{t("Naar Vandaag", "To Today")}</a>;
	if (kind === "candidate") return <a href="/mijn">{t("Naar het overzicht", "To the overview")}</a>;
	return <a href="/reglement">{t("Naar het privacyreglement", "To the privacy regulation")}</a>;
}

const secret = ["password", "new_password", "code"];

/** What was posted, to be sent once more as it was typed; passwords and codes are typed again. */
function Resend({ visit }: { visit: Visit }) {
	const fields = Object.entries(visit.form).filter(([name]) => !secret.includes(name));
	if (fields.length === 0) return null;
	return (
		<form method="post" action={visit.url.pathname + visit.url.search}>
			{fields.flatMap(([name, value]) => [value].flat().map((one) => <input type="hidden" name={name} value={one} />))}
			<Button>{visit.t("Verstuur opnieuw", "Send again")}</Button>
		</form>
	);
}
