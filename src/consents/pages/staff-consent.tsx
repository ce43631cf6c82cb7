import { freshly } from "../../accounts/factor.server.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, FieldErrors, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { withDays } from "../../reports/form.ts";
import { LinkButton } from "../../ui/buttons.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { takeQuestionBack } from "../ask.server.ts";
import { confirmForm, paperForm, rejectForm, saidForm, withdrawForm } from "../form.ts";
import { confirmPaperConsent, registerPaperConsent, rejectPaperConsent } from "../paper.server.ts";
import { noticeIn, openConsent } from "../queries.server.ts";
import { recordRefusal, recordWithdrawal } from "../withdraw.server.ts";
import { Judge, Said, Waiting } from "./staff-consent-parts.tsx";
import { Crumbs } from "./staff-consents.tsx";
import { DisclosedOn, Events, kindName, StateBadge, TheData, withdrawalSaid } from "./words.tsx";

type Where = { candidate: string; consent: string };

/** R8.1: one question as staff see it: what was asked, where it stands, and what came in on paper or was said. */
export const consentPage: Page = {
	path: "/kandidaten/:candidate/toestemmingen/:consent",
	portal: "staff",
	who: "consent.confirm",
	get: (visit) => screen(visit),
	post: (visit) => {
		const deed = deeds[String(visit.form.do) as keyof typeof deeds];
		return deed ? deed(visit) : screen(visit);
	},
};

const again = (visit: Visit) => (problem: Problem) => screen(visit, problem);
const here = (visit: Visit) => visit.url.pathname;

const deeds = {
	lapse: (visit: Visit) =>
		submit(visit, {
			form: withdrawForm,
			act: async ({ event }) => {
				await takeQuestionBack(visit.by, { ...(visit.params as Where), id: event });
				return done(here(visit), visit.t("De vraag is ingetrokken.", "The question is taken back."));
			},
			again: again(visit),
		}),
	refused: (visit: Visit) =>
		submit(visit, {
			form: saidForm,
			act: async ({ event, note }) => {
				await recordRefusal(visit.by, { ...(visit.params as Where), id: event, note });
				return done(here(visit), visit.t("Het nee is vastgelegd.", "The no is recorded."));
			},
			again: again(visit),
		}),
	withdrawn: (visit: Visit) =>
		submit(visit, {
			form: saidForm,
			act: async ({ event, note }) => {
				const stopped = await recordWithdrawal(visit.by, { ...(visit.params as Where), id: event, note });
				return done(here(visit), withdrawalSaid(visit, stopped));
			},
			again: again(visit),
		}),
	paper: (visit: Visit) =>
		submit(
			{ ...visit, form: withDays(visit.form, "signed") },
			{
				form: paperForm,
				act: async (input) => {
					const { scan } = visit.files;
					if (!scan || scan.size === 0)
						throw new FieldErrors({ scan: { nl: "Kies de scan van het papier.", en: "Choose the scan of the paper." } });
					await registerPaperConsent(visit.by, {
						...(visit.params as Where),
						...{ id: input.event, typed: { number: input.number, hash: input.hash }, signedOn: input.signed },
						scan: new Uint8Array(await scan.arrayBuffer()),
					});
					return done(
						here(visit),
						visit.t(
							"Geregistreerd. Het geldt zodra een collega het bevestigt.",
							"Registered. It holds once a colleague confirms it.",
						),
					);
				},
				again: again(visit),
			},
		),
	confirm: (visit: Visit) =>
		submit(visit, {
			form: confirmForm,
			act: async ({ event, number, hash }) => {
				await confirmPaperConsent(await freshly(visit), { ...(visit.params as Where), id: event, typed: { number, hash } });
				return done(after(visit), visit.t("Bevestigd. De toestemming geldt.", "Confirmed. The consent holds."));
			},
			again: again(visit),
		}),
	reject: (visit: Visit) =>
		submit(visit, {
			form: rejectForm,
			act: async ({ event, note }) => {
				await rejectPaperConsent(visit.by, { ...(visit.params as Where), id: event, note });
				return done(after(visit), visit.t("Afgekeurd. De vraag staat weer open.", "Rejected. The question is open again."));
			},
			again: again(visit),
		}),
};

// Who only confirms sees the question no longer once it is judged.
const after = (visit: Visit) => (may(visit.by.actor.roles, "consent.ask").allowed ? here(visit) : "/toestemmingen/papier");

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by } = visit;
	const { candidate, consent: id } = visit.params as Where;
	const opened = await openConsent(by, candidate, id);
	const { consent, report } = opened;
	const text = noticeIn(consent).texts[lang];
	const base = `/kandidaten/${candidate}/toestemmingen/${id}`;
	const pdf = report ? `/kandidaten/${candidate}/rapporten/${report.report_id}/versies/${report.version}.pdf` : null;
	const parts = { visit, opened, base, problem };
	const guides = may(by.actor.roles, "consent.ask").allowed;
	return {
		title: kindName(visit, consent.kind),
		active: "/kandidaten",
		body: (
			<>
				<Crumbs
					visit={visit}
					candidate={candidate}
					name={fullName(opened.name)}
					here={kindName(visit, consent.kind)}
					{...(guides && { list: true as const })}
				/>
				<PageHead
					title={text.title}
					above={kindName(visit, consent.kind)}
					line={<StateBadge visit={visit} state={consent.state} />}
				/>
				<Trouble problem={problem} />
				<TheData visit={visit} opened={opened} pdf={pdf} />
				<Section title={t("Zo leest de kandidaat het", "As the candidate reads it")} id="tekst">
					<p>
						{text.who} {text.why} {text.until}
					</p>
					<p>
						{text.onYes} {text.onNo}
					</p>
				</Section>
				{guides && consent.state === "asked" ? <Waiting {...parts} /> : null}
				{consent.state === "registered" ? <Judge {...parts} /> : null}
				{guides && (consent.state === "given" || consent.state === "registered") ? <Said {...parts} what="withdrawn" /> : null}
				{guides && opened.events.length > 0 ? (
					<Section title={t("Bewijs voor de kandidaat", "Receipt for the candidate")} id="bewijs">
						<p>
							{t(
								"Wie het portaal niet gebruikt, krijgt dit van je op papier.",
								"Who does not use the portal gets this from you on paper.",
							)}
						</p>
						<LinkButton href={`${base}/bewijs.pdf`} newTab>
							{t("Open het bewijs (pdf)", "Open the receipt (PDF)")}
						</LinkButton>
					</Section>
				) : null}
				<DisclosedOn visit={visit} opened={opened} />
				<Events visit={visit} opened={opened} />
			</>
		),
	};
}
