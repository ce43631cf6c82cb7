import { privacyTabs } from "../../audit-log/tabs.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Radios, Select } from "../../ui/choices.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Stack, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState, Notice } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { declareConflict, endConflict } from "../conflict.server.ts";
import { declareForm, endConflictForm } from "../form.ts";
import { type Conflicts, conflictsOf, declaringFor } from "../queries.server.ts";
import { conflictKindIds, conflictKinds, mayEndConflict } from "../rules.ts";

/** "I know this candidate": from then on the database shows nothing of them (R1.2). The privacy officer says it for others too. */
export const declarePage: Page = {
	path: "/kandidaten/:candidate/belang",
	portal: "staff",
	who: "conflict.declare",
	get: (visit) => declaring(visit),
	post: (visit) => {
		const { by, t, params } = visit;
		return submit(visit, {
			form: declareForm,
			act: async (input) => {
				const staff = input.staff || by.actor.id;
				await declareConflict(by, { id: input.request_id, candidate: params.candidate ?? "", staff, kind: input.kind });
				return done(
					staff === by.actor.id ? "/" : "/privacy/belangen",
					t("Vastgelegd. Het dossier is voor deze persoon gesloten.", "Recorded. The dossier is closed to this person."),
				);
			},
			again: (problem) => declaring(visit, problem),
		});
	},
};

async function declaring(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang, by, params } = visit;
	const { name, staff } = await declaringFor(by, params.candidate ?? "");
	const others = may(by.actor.roles, "conflict.manage").allowed;
	const title = t(`${fullName(name)} kennen van buiten het werk`, `Knowing ${fullName(name)} from outside work`);
	const typed = (field: string) => String(problem?.values[field] ?? "");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<PageHead
					title={title}
					above={
						others ? (
							<a href="/privacy/belangen">{t("Wie welk dossier niet mag zien", "Who may not see which dossier")}</a>
						) : (
							<a href={`/kandidaten/${params.candidate}/gegevens`}>{fullName(name)}</a>
						)
					}
				/>
				<Trouble problem={problem} />
				<Stack gap={8}>
					<Notice
						tone="info"
						clause="R1.2"
						title={t("Daarna gaat dit dossier niet meer open", "After this the dossier no longer opens")}
					>
						<p>
							{t(
								"Ook niet met noodtoegang. Begeleid je deze kandidaat, vraag de coördinator dan om het traject over te dragen. Alleen de functionaris gegevensbescherming kan dit terugdraaien.",
								"Not by emergency access either. If you guide this candidate, ask the coordinator to hand the trajectory over. Only the privacy officer can reverse this.",
							)}
						</p>
					</Notice>
					<Form requestId={by.chance.uuid()}>
						{others ? (
							<Select
								name="staff"
								label={t("Wie?", "Who?")}
								empty={t("Ikzelf", "Myself")}
								value={typed("staff")}
								options={staff
									.filter((one) => one.id !== by.actor.id)
									.map((one) => ({ value: one.id, label: fullName(one.name) }))
									.sort((a, b) => a.label.localeCompare(b.label, "nl"))}
							/>
						) : null}
						<Radios
							name="kind"
							label={t("Hoe kennen jullie elkaar?", "How do you know each other?")}
							hint={t("Meer hoeft niemand te weten.", "Nobody needs to know more.")}
							value={typed("kind")}
							options={conflictKindIds.map((id) => ({ value: id, label: conflictKinds[id][lang] }))}
							{...(problem?.errors.kind && { error: problem.errors.kind })}
						/>
						<Button>{t("Sluit dit dossier af", "Close this dossier")}</Button>
					</Form>
				</Stack>
			</>
		),
	};
}

/** Who is kept out of which dossier, for the privacy officer; the same address made some of these by itself. */
export const conflictsPage: Page = {
	path: "/privacy/belangen",
	portal: "staff",
	who: "conflict.manage",
	get: (visit) => listed(visit),
	post: (visit) =>
		submit(visit, {
			form: endConflictForm,
			act: async ({ candidate, conflict, row_version }) => {
				await endConflict(visit.by, { candidate, conflict, rowVersion: row_version });
				return done("/privacy/belangen", visit.t("Beëindigd.", "Ended."));
			},
			again: (problem) => listed(visit, problem),
		}),
};

async function listed(visit: Visit, problem?: Problem): Promise<View> {
	const { t } = visit;
	const conflicts = await conflictsOf(visit.by);
	const matches = conflicts.filter((one) => one.source === "match");
	const declared = conflicts.filter((one) => one.source === "declared");
	const title = t("Wie welk dossier niet mag zien", "Who may not see which dossier");
	return {
		title,
		active: "/privacy",
		body: (
			<>
				<PageHead
					title={title}
					line={t(
						"De database toont deze mensen niets van deze kandidaat, ook niet in nood.",
						"The database shows these people nothing of this candidate, not even in an emergency.",
					)}
				/>
				<Tabs label={t("Privacy", "Privacy")} active="/privacy/belangen" items={privacyTabs(visit)} />
				<Trouble problem={problem} />
				<Stack gap={8}>
					{matches.length > 0 ? (
						<Section id="zelfde" title={t("Zelfde adres of nummer", "The same address or number")}>
							<p>
								{t(
									"Deze medewerker en deze kandidaat hebben hetzelfde e-mailadres of nummer. Is het niet dezelfde persoon, beëindig het dan.",
									"This member of staff and this candidate have the same e-mail address or number. If they are not the same person, end it.",
								)}
							</p>
							<Conflicted visit={visit} conflicts={matches} caption={t("Zelfde adres of nummer", "The same address or number")} />
						</Section>
					) : null}
					<Section id="gemeld" title={t("Gemeld", "Declared")}>
						{declared.length > 0 ? (
							<Conflicted visit={visit} conflicts={declared} caption={t("Gemeld", "Declared")} />
						) : (
							<EmptyState
								title={t("Niemand meldde dat een kandidaat een bekende is.", "Nobody declared that they know a candidate.")}
							>
								<p>
									{t(
										"Een medewerker meldt het zelf bij de gegevens van de kandidaat. Jij kunt het daar ook voor een ander doen.",
										"A member of staff declares it at the candidate's data. You can do it there for somebody else too.",
									)}
								</p>
							</EmptyState>
						)}
					</Section>
				</Stack>
			</>
		),
	};
}

function Conflicted({ visit, conflicts, caption }: { visit: Visit; conflicts: Conflicts; caption: string }) {
	const { t, lang, by } = visit;
	return (
		<Table
			caption={caption}
			captionHidden
			columns={[
				{ key: "who", label: t("Medewerker", "Member of staff") },
				{ key: "whom", label: t("Kandidaat", "Candidate") },
				{ key: "kind", label: t("Hoe", "How") },
				{ key: "since", label: t("Sinds", "Since"), align: "right" },
				{ key: "end", label: t("Beëindigen", "End") },
			]}
			rows={conflicts.map((one) => {
				const decision = mayEndConflict({ roles: by.actor.roles, own: one.staff_id === by.actor.id });
				return {
					key: one.id,
					cells: {
						who: fullName(one.who),
						whom: one.name ? fullName(one.name) : <Badge>{t("niet zichtbaar voor jou", "not visible to you")}</Badge>,
						kind: conflictKinds[one.kind][lang],
						since: formatDate(one.declared_at, lang),
						end: decision.allowed ? (
							<ActionForm
								action="/privacy/belangen"
								rowVersion={one.row_version}
								fields={{ conflict: one.id, candidate: one.subject_id }}
							>
								<Button look="quiet" label={t(`Beëindig voor ${fullName(one.who)}`, `End for ${fullName(one.who)}`)}>
									{t("Beëindig", "End")}
								</Button>
							</ActionForm>
						) : (
							<RefusedButton why={decision.why[lang]} clause={decision.because}>
								{t("Beëindig", "End")}
							</RefusedButton>
						),
					},
				};
			})}
		/>
	);
}
