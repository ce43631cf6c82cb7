import { privacyTabs } from "../../audit-log/tabs.ts";
import { deedOf } from "../../audit-log/words.ts";
import { roles } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Prose, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, Stack, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatMoment, formatTime } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { reviewGlass } from "../break-glass.server.ts";
import { reviewForm } from "../form.ts";
import { type Glass, glassesOf, glassOf } from "../queries.server.ts";
import { emergencyReasons, isAlarm, mayReview } from "../rules.ts";

const verdicts = {
	justified: ["terecht", "justified"],
	unjustified: ["niet terecht", "not justified"],
} as const;

/** Every time the glass was broken: what waits for review first. */
export const glassesPage: Page = {
	path: "/privacy/noodtoegang",
	portal: "staff",
	who: "glass.review",
	get: async (visit) => {
		const { t, lang } = visit;
		const all = await glassesOf(visit.by);
		const title = t("Noodtoegang nakijken", "Review emergency access");
		return {
			title,
			active: "/privacy",
			body: (
				<>
					<PageHead
						title={title}
						line={t(
							"Wie opende in nood een dossier van een ander, en was dat terecht?",
							"Who opened another's dossier in an emergency, and was that justified?",
						)}
					/>
					<Tabs label={t("Privacy", "Privacy")} active="/privacy/noodtoegang" items={privacyTabs(visit)} />
					<Table
						caption={t("Noodtoegang, wat wacht eerst", "Emergency access, what waits first")}
						columns={[
							{ key: "who", label: t("Wie", "Who") },
							{ key: "whom", label: t("Dossier van", "Dossier of") },
							{ key: "why", label: t("Reden", "Reason") },
							{ key: "state", label: t("Oordeel", "Verdict") },
							{ key: "at", label: t("Wanneer", "When"), align: "right" },
						]}
						rows={all.map((one) => ({
							key: one.id,
							cells: {
								who: <a href={`/privacy/noodtoegang/${one.subject_id}/${one.id}`}>{fullName(one.who)}</a>,
								whom: fullName(one.name),
								why: emergencyReasons[one.reason][lang],
								state: <Verdict visit={visit} one={one} />,
								at: formatMoment(one.opened_at, lang),
							},
						}))}
						empty={
							<EmptyState title={t("Niemand gebruikte noodtoegang.", "Nobody used emergency access.")}>
								<p>
									{t(
										"Gebeurt het, dan staat het hier en op je startpagina.",
										"If it happens, it is here and on your start page.",
									)}
								</p>
							</EmptyState>
						}
					/>
				</>
			),
		};
	},
};

function Verdict({ visit: { t }, one }: { visit: Visit; one: Glass }) {
	if (one.verdict) {
		const [nl, en] = verdicts[one.verdict];
		return <Badge tone={one.verdict === "justified" ? "done" : "refused"}>{t(nl, en)}</Badge>;
	}
	return (
		<>
			<Badge tone="waiting">{t("na te kijken", "to review")}</Badge>{" "}
			{isAlarm(one.that_day) ? <Badge tone="warn">{t(`${one.that_day} op een dag`, `${one.that_day} in a day`)}</Badge> : null}
		</>
	);
}

/** One of them, with what was opened, and the verdict. */
export const glassPage: Page = {
	path: "/privacy/noodtoegang/:candidate/:glass",
	portal: "staff",
	who: "glass.review",
	get: (visit) => screen(visit),
	post: (visit) => {
		const { candidate = "", glass = "" } = visit.params;
		return submit(visit, {
			form: reviewForm,
			act: async ({ row_version, verdict, note }) => {
				await reviewGlass(visit.by, { candidate, glass, rowVersion: row_version, verdict, note });
				return done("/privacy/noodtoegang", visit.t("Je oordeel is vastgelegd.", "Your verdict is recorded."));
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const one = await glassOf(visit.by, visit.params.candidate ?? "", visit.params.glass ?? "");
	const title = t(`Noodtoegang door ${fullName(one.who)}`, `Emergency access by ${fullName(one.who)}`);
	const until = one.ended_at ?? one.until_at;
	return {
		title,
		active: "/privacy",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/privacy/noodtoegang", label: t("Noodtoegang nakijken", "Review emergency access") },
						{ label: fullName(one.who) },
					]}
				/>
				<PageHead title={title} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Facts
						facts={[
							{ label: t("Dossier van", "Dossier of"), value: fullName(one.name) },
							{ label: t("Als", "As"), value: roles[one.as_role][lang] },
							{
								label: t("Open", "Open"),
								value: `${formatMoment(one.opened_at, lang)} – ${formatTime(until, lang)}`,
							},
							{ label: t("Reden", "Reason"), value: emergencyReasons[one.reason][lang] },
							{ label: t("Uitleg", "Explanation"), value: one.explanation },
							...(isAlarm(one.that_day)
								? [
										{
											label: t("Let op", "Note"),
											value: (
												<Badge tone="warn">{t(`${one.that_day} keer op één dag`, `${one.that_day} times in one day`)}</Badge>
											),
										},
									]
								: []),
						]}
					/>
					{one.looks.length > 0 ? (
						<Section id="gezien" title={t("Wat er is geopend", "What was opened")}>
							<Prose>
								<ul>
									{one.looks.map((look) => (
										<li>
											{formatTime(look.at, lang)} {deedOf(look.action).name[lang]}
											{look.outcome === "allowed" ? "" : t(" (geweigerd)", " (refused)")}
										</li>
									))}
								</ul>
								<p>
									<a href={`/privacy?kandidaat=${one.subject_id}`}>
										{t("Het hele logboek over deze kandidaat", "The whole log about this candidate")}
									</a>
								</p>
							</Prose>
						</Section>
					) : null}
					<Judge visit={visit} one={one} problem={problem} />
				</Stack>
			</>
		),
	};
}

function Judge({ visit, one, problem }: { visit: Visit; one: Glass; problem: Problem | undefined }) {
	const { t, lang, by } = visit;
	const decision = mayReview({
		roles: by.actor.roles,
		own: one.staff_id === by.actor.id,
		asRole: one.as_role,
		reviewed: one.reviewed_at !== null,
	});
	const words = t("Leg je oordeel vast", "Record your verdict");
	const error = (name: string) => (problem?.errors[name] ? { error: problem.errors[name] } : {});
	return (
		<Section id="oordeel" title={t("Was dit terecht?", "Was this justified?")}>
			{decision.allowed ? (
				<Form action={`/privacy/noodtoegang/${one.subject_id}/${one.id}`} rowVersion={one.row_version}>
					<Radios
						name="verdict"
						inline
						label={t("Oordeel", "Verdict")}
						value={String(problem?.values.verdict ?? "")}
						options={[
							{ value: "justified", label: t("Terecht", "Justified") },
							{ value: "unjustified", label: t("Niet terecht", "Not justified") },
						]}
						{...error("verdict")}
					/>
					<TextArea
						name="note"
						optional
						rows={3}
						label={t("Aantekening", "Note")}
						hint={t("Wat je vroeg, wat je hoorde, wat je afsprak.", "What you asked, heard and agreed.")}
						value={String(problem?.values.note ?? "")}
						{...error("note")}
					/>
					<Button>{words}</Button>
				</Form>
			) : (
				<>
					<Verdict visit={visit} one={one} />
					<RefusedButton why={decision.why[lang]} clause={decision.because}>
						{words}
					</RefusedButton>
				</>
			)}
		</Section>
	);
}
