import { assignmentTypes } from "../../law/assignment-types.ts";
import { type HealthArea, healthAreas, healthPurposes } from "../../law/health-grounds.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Button, RefusedButton } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Stack, Tabs } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { Trouble } from "../../ui/trouble.tsx";
import { askToHold } from "../ask-consent.server.ts";
import { type Gate, gateOf, readers } from "../compartment.server.ts";
import { holdForm } from "../form.ts";
import { areaNames, purposeChoices } from "../words.ts";

/** Before the compartment (R8.3): what is behind each door, what one opens it for, and why one does not open. Nothing is shown yet. */
export const healthPage: Page = {
	path: "/kandidaten/:candidate/gezondheid",
	portal: "staff",
	who: "capacity.read",
	get: (visit) => screen(visit),
	post: (visit) => {
		const candidate = found(visit.params.candidate);
		return submit(visit, {
			form: holdForm,
			act: async (input) => {
				const { work } = await gateOf(visit.by, candidate, trajectoryOf(visit));
				const trajectory = found(work[0]).trajectory;
				await askToHold(visit.by, visit.services.publicUrl, {
					id: input.request_id,
					candidate,
					trajectory,
					area: input.area,
					purpose: input.doel,
				});
				return done(
					`/kandidaten/${candidate}/gezondheid?traject=${trajectory}`,
					visit.t("De vraag staat bij de kandidaat.", "The question is with the candidate."),
				);
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

const trajectoryOf = (visit: Visit): string | undefined => {
	const asked = String(visit.form.traject ?? visit.url.searchParams.get("traject") ?? "");
	return /^[0-9a-f-]{36}$/.test(asked) ? asked : undefined;
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const candidate = found(visit.params.candidate);
	const gate = await gateOf(visit.by, candidate, trajectoryOf(visit));
	const [work] = gate.work;
	const here = (id: string) => `/kandidaten/${candidate}/gezondheid?traject=${id}`;
	const title = t("Gezondheid", "Health");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}?traject=${work?.trajectory}`, label: fullName(gate.name) },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					above={fullName(gate.name)}
					line={t(
						"Een afgesloten deel van het dossier. Zeg eerst waarvoor je het opent; de kandidaat ziet dat je keek, en waarom.",
						"A closed part of the dossier. First say what you open it for; the candidate sees that you looked, and why.",
					)}
				/>
				<Trouble problem={problem} />
				{visit.url.searchParams.has("kies") ? (
					<Notice tone="warn" title={t("Kies eerst waarvoor je dit opent", "First choose what you open this for")} live />
				) : null}
				{gate.work.length > 1 && work ? (
					<Tabs
						label={t("Trajecten", "Trajectories")}
						active={here(work.trajectory)}
						items={[...gate.work]
							.sort((a, b) => a.trajectory.localeCompare(b.trajectory))
							.map((one) => ({
								href: here(one.trajectory),
								label: [assignmentTypes[one.type][lang], one.organisation].filter(Boolean).join(", "),
							}))}
					/>
				) : null}
				<Stack gap={8}>
					<Purpose visit={visit} gate={gate} />
					{healthAreas
						.filter((area) => may(visit.by.actor.roles, readers[area]).allowed)
						.map((area) => (
							<Door visit={visit} gate={gate} area={area} />
						))}
				</Stack>
			</>
		),
	};
}

const inside = { capacity: "belastbaarheid", illness: "ziekte" } as const satisfies Record<HealthArea, string>;

/** What for, asked once before any door; nothing is chosen beforehand. Which door opens for it, its own rule says. */
function Purpose({ visit, gate }: { visit: Visit; gate: Gate }) {
	const { t, lang } = visit;
	const purposes = healthPurposes.filter((id) => gate.doors.some((one) => one.purpose === id && one.decision.allowed));
	if (purposes.length === 0) return null;
	return (
		<form method="get" id="openen" action={`/kandidaten/${found(visit.params.candidate)}/gezondheid/belastbaarheid`} class="form">
			<input type="hidden" name="traject" value={gate.work[0]?.trajectory ?? ""} />
			<Radios
				name="doel"
				label={t("Waarvoor open je dit?", "What do you open this for?")}
				options={purposes.map((id) => ({ value: id, label: purposeChoices[id][lang] }))}
			/>
		</form>
	);
}

/** One door: its handle, or why it does not and what would change that. */
function Door({ visit, gate, area }: { visit: Visit; gate: Gate; area: HealthArea }) {
	const { t, lang, by } = visit;
	const candidate = found(visit.params.candidate);
	const trajectory = gate.work[0]?.trajectory ?? "";
	const doors = gate.doors.filter((one) => one.area === area);
	const ask = t("Vraag de kandidaat of dit bewaard mag worden", "Ask the candidate whether this may be kept");
	const open = doors.some((one) => one.decision.allowed);
	const shut = doors.find((one) => !one.decision.allowed);
	const about = {
		capacity: t(
			"Wat iemand in het werk kan en niet kan, en welke aanpassingen nodig zijn. Niet waardoor.",
			"What somebody can and cannot do at work, and which adjustments are needed. Not why.",
		),
		illness: t(
			"Wat iemand heeft en hoe dat wordt behandeld, en wat artsen is gevraagd en antwoordden.",
			"What somebody has and how it is treated, and what doctors were asked and answered.",
		),
	};
	return (
		<Section id={inside[area]} title={areaNames[area][lang]}>
			<p>{about[area]}</p>
			{open ? (
				<p>
					<Button
						look="quiet"
						form="openen"
						formaction={`/kandidaten/${candidate}/gezondheid/${inside[area]}`}
						label={`${t("Open dit deel", "Open this part")}: ${areaNames[area][lang]}`}
					>
						{t("Open dit deel", "Open this part")}
					</Button>
				</p>
			) : shut && !shut.decision.allowed ? (
				<Stack gap={4}>
					<RefusedButton why={shut.decision.why[lang]} clause={shut.decision.because}>
						{t("Open dit deel", "Open this part")}
					</RefusedButton>
					{may(by.actor.roles, "consent.ask").allowed ? (
						<Form action={`/kandidaten/${candidate}/gezondheid`} requestId={by.chance.uuid()}>
							<input type="hidden" name="traject" value={trajectory} />
							<input type="hidden" name="area" value={area} />
							<input type="hidden" name="doel" value="guidance" />
							<Button look="quiet" label={`${ask}: ${areaNames[area][lang]}`}>
								{ask}
							</Button>
						</Form>
					) : null}
				</Stack>
			) : null}
		</Section>
	);
}
