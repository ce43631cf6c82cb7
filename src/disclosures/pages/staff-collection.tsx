import { z } from "zod";
import { dateOf } from "../../law/deadlines.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, More, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate, formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { endCollection, makeCode, mayMakeCode } from "../code.server.ts";
import { codeDays, eventNames } from "../collection.ts";
import { type Collected, collectionOf, recipientOf } from "../queries.server.ts";

/** What the coach does for a document that waits for its reader: make the code and tell it by telephone, see what happened, close it (R8.1). */
export const staffCollection: Page = {
	path: "/kandidaten/:candidate/verstrekkingen/:disclosure/ophalen",
	portal: "staff",
	who: "mail.read",
	get: (visit) => show(visit),
	post: (visit) =>
		submit(visit, {
			form: z.looseObject({ do: z.enum(["code", "end"]) }),
			act: async ({ do: deed }) => {
				const of = { candidate: visit.params.candidate ?? "", disclosure: visit.params.disclosure ?? "" };
				if (deed === "end") {
					await endCollection(visit.by, of);
					return done(
						visit.url.pathname,
						visit.t("Gesloten. De link opent niets meer.", "Closed. The link opens nothing any more."),
					);
				}
				const code = await makeCode(visit.by, of);
				// Shown this once, in the answer to the post itself: no address leads to it again.
				throw new Made(code);
			},
			again: (problem) => show(visit, problem),
		}).catch((error: unknown) => {
			if (error instanceof Made) return show(visit, undefined, error.code);
			throw error;
		}),
};

class Made extends Error {
	readonly code: string;
	constructor(code: string) {
		super("made");
		this.code = code;
	}
}

async function show(visit: Visit, problem?: Problem, code?: string): Promise<View> {
	const { t, lang } = visit;
	const { candidate = "", disclosure = "" } = visit.params;
	const one = found(await collectionOf(visit.by, candidate, disclosure));
	const to = recipientOf(one);
	const title = t("Ophalen met een code", "Collecting with a code");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}`, label: fullName(one.name) },
						{ href: `/kandidaten/${candidate}/verstrekkingen`, label: t("Verstrekkingen", "Disclosures") },
						{ label: title },
					]}
				/>
				<PageHead title={title} line={`${to.name}, ${to.commissionerName}`} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					{code ? <Code visit={visit} code={code} one={one} /> : null}
					<Facts
						facts={[
							{ label: t("Op te halen tot en met", "To be collected until"), value: formatDate(one.expires_on, lang) },
							{ label: t("Stand", "State"), value: stateOf(visit, one) },
							{
								label: t("Opgehaald", "Collected"),
								value:
									one.events
										.filter((event) => event.kind === "collected")
										.map((event) => formatMoment(event.at, lang))
										.join("; ") || t("nog niet", "not yet"),
							},
						]}
					/>
					{code ? null : <MakeCode visit={visit} one={one} />}
					<History visit={visit} one={one} />
					{one.ended_at === null ? <End visit={visit} /> : null}
				</Stack>
			</>
		),
	};
}

const over = (visit: Visit, one: Collected) => one.expires_on < dateOf(visit.by.now());

function stateOf(visit: Visit, one: Collected): string {
	const { t, lang } = visit;
	if (one.ended_at) return t(`gesloten op ${formatMoment(one.ended_at, lang)}`, `closed on ${formatMoment(one.ended_at, lang)}`);
	if (over(visit, one)) return t("de termijn is voorbij", "the term is over");
	if (one.locked_at) return t("op slot na vijf foute pogingen", "locked after five wrong attempts");
	if (!one.code_until || one.code_until <= visit.by.now())
		return one.code_n === 0
			? t("wacht op een code van jou", "waits for a code from you")
			: t("de code geldt niet meer", "the code is no longer valid");
	return t(
		`er is een code, tot ${formatMoment(one.code_until, lang)}`,
		`there is a code, until ${formatMoment(one.code_until, lang)}`,
	);
}

/** The code, once. */
function Code({ visit: { t }, code, one }: { visit: Visit; code: string; one: Collected }) {
	const { name } = recipientOf(one);
	return (
		<Notice
			tone="success"
			live
			title={t("Dit is de code. Je ziet haar maar één keer.", "This is the code. You see it only once.")}
		>
			<p class="code-once">
				<strong>{code}</strong>
			</p>
			<p>
				{one.phone
					? t(`Bel ${name} op ${one.phone} en noem de code.`, `Call ${name} at ${one.phone} and tell the code.`)
					: t(
							`Bel ${name} op een nummer dat je al kende en noem de code.`,
							`Call ${name} at a number that you knew already and tell the code.`,
						)}{" "}
				{t(
					"Noem haar alleen aan deze persoon zelf. Mail of app haar niet, en spreek haar niet in.",
					"Tell it to this person only. Do not mail or text it, and leave it on no answering machine.",
				)}
			</p>
		</Notice>
	);
}

function MakeCode({ visit, one }: { visit: Visit; one: Collected }) {
	const { t, by, lang } = visit;
	const able = may(by.actor.roles, "report.send");
	const decision = able.allowed ? mayMakeCode({ ended: one.ended_at !== null, over: over(visit, one) }) : able;
	const words = one.code_n === 0 ? t("Maak een code", "Make a code") : t("Maak een nieuwe code", "Make a new code");
	return (
		<Section id="code" title={t("De code", "The code")}>
			<Prose>
				<p>
					{t(
						`De ontvanger kreeg een link, zonder inhoud. Met het eigen e-mailadres en jouw code gaat het document open. De code geldt ${codeDays} dagen. Maak haar pas als je de ontvanger aan de telefoon hebt.`,
						`The recipient got a link, without content. Their own e-mail address and your code open the document. The code is valid for ${codeDays} days. Make it when you have the recipient on the telephone.`,
					)}
				</p>
			</Prose>
			{decision.allowed ? (
				<Form turbo={false}>
					<Button name="do" value="code">
						{words}
					</Button>
				</Form>
			) : (
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{words}
				</RefusedButton>
			)}
		</Section>
	);
}

function History({ visit: { t, lang }, one }: { visit: Visit; one: Collected }) {
	if (one.events.length === 0) return null;
	return (
		<Section id="gebeurd" title={t("Wat er gebeurde", "What happened")}>
			<Facts
				facts={one.events.map((event) => {
					const { why } = event.detail ? (JSON.parse(event.detail) as { why?: { nl: string; en: string } }) : {};
					return {
						label: formatMoment(event.at, lang),
						value: why ? `${eventNames[event.kind][lang]}: ${why[lang]}` : eventNames[event.kind][lang],
					};
				})}
			/>
		</Section>
	);
}

function End({ visit }: { visit: Visit }) {
	const { t } = visit;
	return (
		<More summary={t("Sluit het document voor ophalen", "Close the document for collecting")}>
			<Prose>
				<p>
					{t(
						"Bijvoorbeeld als het bij de verkeerde kwam. De link opent dan niets meer. Wat al is opgehaald, haal je daarmee niet terug.",
						"For example when it went to the wrong person. The link then opens nothing any more. What was collected already does not come back.",
					)}
				</p>
			</Prose>
			<ActionForm action={visit.url.pathname} fields={{ do: "end" }}>
				<Button look="quiet">{t("Sluit nu", "Close now")}</Button>
			</ActionForm>
		</More>
	);
}
