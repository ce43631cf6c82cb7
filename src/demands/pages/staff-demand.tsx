import { freshly } from "../../accounts/factor.server.ts";
import { postedDate } from "../../assignments/form.ts";
import { categories } from "../../law/categories.ts";
import { demandBases } from "../../law/demands.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { citation } from "../../regulation/annexes.ts";
import { Clause } from "../../ui/clause.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, Stack } from "../../ui/layout.tsx";
import { Badge, Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { confirmDemand, endDemand, sendDemand } from "../demand.server.ts";
import { deedForm } from "../form.ts";
import { authorityOf, demandFile, type OpenedDemand, openDemand } from "../queries.server.ts";
import { demandStateNames } from "../rules.ts";
import { tellDemand } from "../tell.server.ts";
import { Give, Judge, Told } from "./demand-deeds.tsx";

/** One demand: what was filed, judged by somebody else than who proposed it, and given as a letter (R4.1). The caseload and the second person reach it. */
export const demandPage: Page = {
	path: "/kandidaten/:candidate/vorderingen/:demand",
	portal: "staff",
	who: "demand.read",
	get: (visit) => screen(visit),
	post: (visit) => {
		const { candidate = "", demand = "" } = visit.params;
		const posted = { ...visit.form, on: postedDate(visit.form, "on") };
		return submit(
			{ ...visit, form: posted },
			{
				form: deedForm,
				act: async (input) => {
					if (input.do === "tell") {
						await tellDemand(visit.by, { candidate, demand }, input);
						return done(
							visit.url.pathname,
							visit.t("Vastgelegd dat de kandidaat dit weet.", "Recorded that the candidate knows."),
						);
					}
					const of = { candidate, demand, rowVersion: input.row_version };
					if (input.do === "end") {
						await endDemand(visit.by, of);
						return done(
							back(visit),
							visit.t("Dit gaat niet door. Er is niets gegeven.", "This does not go ahead. Nothing was given."),
						);
					}
					if (input.do === "confirm") {
						await confirmDemand(await freshly(visit), of);
						return done(
							back(visit),
							visit.t("Bevestigd. De begeleider kan het nu geven.", "Confirmed. The coach can give it now."),
						);
					}
					if (input.do === "send")
						await sendDemand(await freshly(visit), visit.services, { ...of, disclosure: input.disclosure, on: input.on });
					return done(
						visit.url.pathname,
						visit.t("De brief is gemaakt en staat in het register.", "The letter was made and is in the register."),
					);
				},
				again: (problem) => screen(visit, { ...problem, values: visit.form }),
			},
		);
	},
};

/** The second person goes back to what waits for them; the caseload stays. */
const back = (visit: Visit) => (visit.by.actor.roles.includes("coach") ? visit.url.pathname : "/vorderingen");

const ending = (type: string) => (type === "application/pdf" ? "pdf" : type === "image/png" ? "png" : "jpg");

const file = (which: "paper" | "letter"): Page => ({
	path: `/kandidaten/:candidate/vorderingen/:demand/${which === "paper" ? "vordering" : "brief"}`,
	portal: "staff",
	who: "demand.read",
	get: async ({ by, params }) => {
		const { bytes, type } = await demandFile(by, params.candidate ?? "", params.demand ?? "", which);
		return new Response(new Uint8Array(bytes), {
			headers: {
				"content-type": type,
				"content-disposition":
					which === "letter" ? 'inline; filename="brief.pdf"' : `attachment; filename="vordering.${ending(type)}"`,
				"x-content-type-options": "nosniff",
				"cache-control": "no-store",
			},
		});
	},
});
/** The demand as it came, to keep and never shown by the browser inside our pages; and our own letter as it went. */
export const demandFilePages: readonly Page[] = [file("paper"), file("letter")];

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const { candidate = "", demand = "" } = visit.params;
	const one = await openDemand(visit.by, candidate, demand);
	const title = t("Mag deze instantie dit krijgen?", "May this authority have this?");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}/vorderingen`, label: fullName(one.name) },
						{ label: authorityOf(one).organisation },
					]}
				/>
				<PageHead
					title={title}
					above={fullName(one.name)}
					line={
						<Badge tone={one.state === "sent" ? "done" : one.state === "ended" ? "neutral" : "waiting"}>
							{demandStateNames[one.state][lang]}
						</Badge>
					}
				/>
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Filed visit={visit} one={one} />
					<WhatGoes visit={visit} one={one} />
					<Telling visit={visit} one={one} />
					{one.state === "proposed" ? <Judge visit={visit} one={one} problem={problem} /> : null}
					{one.state === "sent" ? <Told visit={visit} one={one} problem={problem} /> : null}
					{one.state === "confirmed" ? <Give visit={visit} one={one} problem={problem} /> : null}
				</Stack>
			</>
		),
	};
}

type Of = { visit: Visit; one: OpenedDemand };

function Filed({ visit, one }: Of) {
	const { t, lang, url } = visit;
	const authority = authorityOf(one);
	const basis = demandBases[one.basis];
	const link = (to: string, label: string) => (
		<a href={`${url.pathname}/${to}`} target="_blank" rel="noopener" data-turbo="false">
			{label}
		</a>
	);
	const paper = (
		<a href={`${url.pathname}/vordering`} download data-turbo="false">
			{t("Download het papier", "Download the paper")}
		</a>
	);
	return (
		<Facts
			facts={[
				{ label: t("Instantie", "Authority"), value: `${authority.organisation}, ${authority.name}` },
				{ label: t("Postadres", "Postal address"), value: authority.postal },
				...(authority.reference ? [{ label: t("Hun kenmerk", "Their reference"), value: authority.reference }] : []),
				{
					label: t("Grond", "Basis"),
					value: (
						<>
							{basis[lang]} ({citation(basis.article)}). {basis.test[lang]} <Clause id="R4.1" />
						</>
					),
				},
				{ label: t("Ontvangen op", "Received on"), value: formatDate(one.received_on, lang) },
				...(one.paper_type ? [{ label: t("De vordering", "The demand"), value: paper }] : []),
				...(one.disclosure_id
					? [{ label: t("De brief", "The letter"), value: link("brief", t("Open de brief", "Open the letter")) }]
					: []),
				{
					label: t("Voorgesteld door", "Proposed by"),
					value: `${fullName(one.proposer.name)}, ${formatMoment(one.proposed_at, lang)}`,
				},
				...(one.judge?.name
					? [
							{
								label: one.confirmed_at ? t("Bevestigd door", "Confirmed by") : t("Afgewezen door", "Turned down by"),
								value: `${fullName(one.judge.name)}, ${formatMoment((one.confirmed_at ?? one.ended_at) as Date, lang)}`,
							},
						]
					: []),
			]}
		/>
	);
}

function WhatGoes({ visit, one }: Of) {
	const { t, lang } = visit;
	const reasons = JSON.parse(one.reasoning) as Record<string, string>;
	return (
		<Section id="wat" title={t("Wat er gaat, en waarom juist dat", "What goes, and why exactly that")}>
			<Facts facts={one.categories.map((id) => ({ label: categories[id][lang], value: reasons[id] ?? "" }))} />
			<Prose>
				<blockquote class="as-typed">{one.content}</blockquote>
			</Prose>
		</Section>
	);
}

function Telling({ visit, one }: Of) {
	const { t, lang } = visit;
	if (!one.withheld_until)
		return (
			<Notice tone="info" title={t("De kandidaat hoort dit meteen.", "The candidate is told of this at once.")}>
				<p>
					{t(
						"Het komt in het portaal te staan, met een bericht. Wie geen portaal heeft, vertel je het zelf; leg dat vast in het dossier.",
						"It appears in the portal, with a message. Who has no portal, you tell yourself; record that in the dossier.",
					)}
				</p>
			</Notice>
		);
	return (
		<Notice
			tone="warn"
			title={t(
				`De kandidaat hoort dit pas op ${formatDate(one.withheld_until, lang)}.`,
				`The candidate is told of this on ${formatDate(one.withheld_until, lang)} only.`,
			)}
		>
			<p>
				{t(
					`Op grond van ${citation(one.withheld_article ?? "")}. `,
					`On the ground of ${citation(one.withheld_article ?? "")}. `,
				)}
				{t(
					"Tot die dag staat het niet in het portaal en niet in het logboek van de kandidaat. Daarna gaat het vanzelf. Praat er niet over.",
					"Until that day it is not in the portal, nor in the candidate's log. After that it goes by itself. Do not talk about it.",
				)}
			</p>
		</Notice>
	);
}
