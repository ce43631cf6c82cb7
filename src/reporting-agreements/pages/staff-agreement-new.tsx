import { notify } from "../../disclosures/notify.server.ts";
import { assignmentTypes } from "../../law/assignment-types.ts";
import { fullName } from "../../platform/name.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton } from "../../ui/buttons.tsx";
import { Checkbox } from "../../ui/choices.tsx";
import { ErrorSummary, Form } from "../../ui/form.tsx";
import { PageHead, Prose } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { makeAgreement } from "../agree.server.ts";
import { agreementForm, type DraftLine, defaultDrafts, draftsFrom, draftsOf, emptyDraft } from "../form.ts";
import { type Agreements, agreementsOf } from "../overview.server.ts";
import { LineFields, NotOnOffer } from "./line-fields.tsx";

const backTo = (visit: Visit) => `/kandidaten/${visit.params.candidate}/afspraken${visit.url.search}`;

/** The drafts to begin with: what is in force, else what this assignment reports by its settings. */
function firstDrafts({ versions, settings, contacts }: Agreements): DraftLine[] {
	if (versions[0]) return draftsOf(versions[0].lines);
	const able = contacts.filter((contact) => !contact.left && contact.verified);
	return defaultDrafts(settings, able.length === 1 ? (able[0]?.id ?? "") : "");
}

async function show(visit: Visit, problem?: Problem, more = false): Promise<View> {
	const { t, lang } = visit;
	const agreements = await agreementsOf(
		visit.by,
		visit.params.candidate ?? "",
		visit.url.searchParams.get("traject") ?? undefined,
	);
	const { trajectory, versions } = agreements;
	const first = versions.length === 0;
	const drafts = problem ? draftsFrom(problem.values) : firstDrafts(agreements);
	if (more || (drafts.length === 0 && trajectory.kind !== "selfPaying")) drafts.push(emptyDraft(nextKey(drafts)));
	const values = problem?.values ?? {};
	const title = first
		? t("Rapportageafspraak maken", "Make the reporting agreement")
		: t("Rapportageafspraak wijzigen", "Change the reporting agreement");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<ErrorSummary errors={problem?.errors ?? {}} />
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{
							href: `/kandidaten/${visit.params.candidate}?traject=${trajectory.id}`,
							label: fullName(agreements.name),
						},
						{ href: backTo(visit), label: t("Rapportageafspraken", "Reporting agreements") },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					line={`${assignmentTypes[trajectory.type][lang]}${trajectory.organisation ? ` · ${trajectory.organisation}` : ""}`}
				/>
				{problem?.refusal ? (
					<Notice tone="refused" clause={problem.refusal.clause} title={problem.refusal.why[lang]} live />
				) : null}
				{problem?.stale ? (
					<Notice
						tone="warn"
						live
						title={t("Iemand anders maakte intussen een nieuwe versie.", "Somebody else made a new version meanwhile.")}
					>
						<p>
							{t("Wat je invulde, staat er nog. Vergelijk het met ", "What you filled in is still there. Compare it with ")}
							<a href={backTo(visit)}>{t("wat nu geldt", "what is in force now")}</a>
							{t(" en bewaar daarna opnieuw.", " and then save again.")}
						</p>
					</Notice>
				) : null}
				<Prose>
					<p>
						{first
							? t(
									"Bespreek met de kandidaat wie wat krijgt. Elke regel wordt een zin die de kandidaat leest.",
									"Discuss with the candidate who gets what. Each line becomes a sentence that the candidate reads.",
								)
							: t(
									"Dit wordt een nieuwe versie. De vorige blijft bewaard. Er gaat niets weg tot de kandidaat ook deze versie kent.",
									"This becomes a new version; the earlier one is kept. Nothing goes out until the candidate knows this version too.",
								)}
					</p>
				</Prose>
				<Form requestId={typeof values.request_id === "string" ? values.request_id : visit.by.chance.uuid()} wide>
					<input type="hidden" name="based_on" value={String(versions[0]?.version ?? 0)} />
					<NotOnOffer contacts={agreements.contacts} />
					{drafts.map((draft, index) => (
						<LineFields
							draft={draft}
							number={index + 1}
							contacts={agreements.contacts}
							errors={problem?.errors ?? {}}
							startedOn={trajectory.started_on}
						/>
					))}
					<Checkbox
						name="nobody"
						checked={Boolean(values.nobody) || versions[0]?.lines.length === 0}
						label={t("Niemand krijgt een rapportage over dit traject.", "Nobody gets a report about this trajectory.")}
						hint={t("Alleen als er geen regels zijn.", "Only when there are no lines.")}
						{...(problem?.errors.nobody && { error: problem.errors.nobody })}
					/>
					<Actions>
						<Button name="do" value="save">
							{first ? t("Maak deze afspraak", "Make this agreement") : t("Maak de nieuwe versie", "Make the new version")}
						</Button>
						<Button look="quiet" name="do" value="add" data-turbo="false">
							{t("Voeg een regel toe", "Add a line")}
						</Button>
						<LinkButton href={backTo(visit)}>{t("Terug zonder te bewaren", "Back without saving")}</LinkButton>
					</Actions>
				</Form>
			</>
		),
	};
}

const nextKey = (drafts: readonly DraftLine[]) =>
	`l${Math.max(-1, ...drafts.map((draft) => Number(draft.key.slice(1)) || 0)) + 1}`;

/** Makes the first or the next version of what is reported, to whom and how often (R6.1). */
export const staffAgreementNew: Page = {
	path: "/kandidaten/:candidate/afspraken/nieuw",
	portal: "staff",
	who: "agreement.write",
	get: (visit) => show(visit),
	post: async (visit) => {
		if (visit.form.do === "add") return show(visit, { errors: {}, values: visit.form }, true);
		const candidate = visit.params.candidate ?? "";
		return submit(visit, {
			form: agreementForm,
			act: async ({ id, basedOn, lines }) => {
				const { trajectory } = await agreementsOf(visit.by, candidate, visit.url.searchParams.get("traject") ?? undefined);
				await makeAgreement(
					visit.by,
					{ id, candidate, trajectory: trajectory.id, basedOn, lines },
					{ tell: notify, link: `${visit.services.publicUrl}/mijn/afspraken/${id}` },
				);
				return done(
					backTo(visit),
					visit.t("De afspraak is gemaakt. Vertel de kandidaat er nu over.", "The agreement is made. Now tell the candidate."),
				);
			},
			again: (problem) => show(visit, problem),
		});
	},
};
