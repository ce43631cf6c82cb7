import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { assignmentTypes } from "../../law/assignment-types.ts";
import { bsnStatute, mayHoldBsn } from "../../law/bsn.ts";
import { may } from "../../law/roles.ts";
import { fullName } from "../../platform/name.ts";
import { done, found, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { citation } from "../../regulation/annexes.ts";
import { Actions, Button, RefusedButton } from "../../ui/buttons.tsx";
import { Clause } from "../../ui/clause.tsx";
import { TextField } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Facts, More, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { recordBsn, removeBsn, showBsn } from "../bsn.server.ts";
import { bsnForm } from "../form.ts";
import { numbersOf, type Work } from "../queries.server.ts";

const masked = "•••••••••";
type Numbers = Awaited<ReturnType<typeof numbersOf>>;
/** A number that was just asked to be shown, and where it belongs: in this one answer and nowhere else. */
type Shown = { trajectory: string; number: string };

/** The citizen service number (BSN), for the work where a law gives a ground (R2.1): masked, shown on asking, each showing logged. */
export const bsnPage: Page = {
	path: "/kandidaten/:candidate/burgerservicenummer",
	portal: "staff",
	who: "bsn.read",
	get: (visit) => screen(visit),
	post: async (visit) => {
		const candidate = found(visit.params.candidate);
		const here = `/kandidaten/${candidate}/burgerservicenummer`;
		let shown: Shown | undefined;
		const answer = await submit(visit, {
			form: bsnForm,
			act: async (input) => {
				const { trajectory } = input;
				if (input.do === "record") {
					await recordBsn(visit.by, {
						id: input.request_id,
						candidate,
						trajectory,
						typed: input.number,
						rowVersion: input.row_version,
					});
					return done(here, visit.t("Het nummer is vastgelegd en afgedekt.", "The number is recorded and masked."));
				}
				if (input.do === "remove") {
					await removeBsn(visit.by, { candidate, trajectory, rowVersion: input.row_version });
					return done(here, visit.t("Het nummer is weg.", "The number is gone."));
				}
				shown = { trajectory, number: await showBsn(await freshly(visit), candidate, trajectory) };
				return here;
			},
			again: (problem) => screen(visit, problem),
		});
		return shown ? screen(visit, undefined, shown) : answer;
	},
};

async function screen(visit: Visit, problem?: Problem, shown?: Shown): Promise<View> {
	const { t, by } = visit;
	const data = await numbersOf(by, visit.params.candidate ?? "");
	const candidate = visit.params.candidate ?? "";
	const title = t("Burgerservicenummer", "Citizen service number");
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: `/kandidaten/${candidate}/gegevens`, label: fullName(data.name) },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					above={fullName(data.name)}
					line={
						<>
							{t(
								"Alleen waar een wet het voorschrijft, en alleen daarvoor. Wie het nummer laat tonen, staat in het logboek van de kandidaat.",
								"Only where a law prescribes it, and only for that. Whoever has the number shown is in the candidate's log.",
							)}{" "}
							<Clause id="R2.1" />
						</>
					}
				/>
				<Trouble problem={problem && { ...problem, errors: apart(problem) }} />
				<Stack gap={8}>
					{data.work.map((work) => (
						<OneWork visit={visit} data={data} work={work} problem={problem} shown={shown} />
					))}
				</Stack>
			</>
		),
	};
}

/** The fields of one trajectory are told from those of another, which this page may ask for as well. */
const fieldId = (field: string, trajectory: string) => `${field}-${trajectory}`;
const apart = ({ errors, values }: Problem) =>
	Object.fromEntries(Object.entries(errors).map(([field, error]) => [fieldId(field, String(values.trajectory)), error]));

type WorkProps = { visit: Visit; data: Numbers; work: Work; problem: Problem | undefined; shown: Shown | undefined };

function OneWork({ visit, data, work, problem: all, shown }: WorkProps) {
	const { t, lang, by } = visit;
	const title = [assignmentTypes[work.type][lang], work.organisation].filter(Boolean).join(", ");
	const decision = mayHoldBsn(work.type, work.commissioner);
	const id = `traject-${work.trajectory}`;
	if (!decision.allowed) {
		return (
			<Section id={id} title={title}>
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{t("Leg het nummer vast", "Record the number")}
				</RefusedButton>
			</Section>
		);
	}
	const number = data.numbers.find((one) => one.trajectory_id === work.trajectory);
	const statute = bsnStatute(work.type, work.commissioner);
	const problem = all?.values.trajectory === work.trajectory ? all : undefined;
	const own = shown?.trajectory === work.trajectory ? shown.number : undefined;
	return (
		<Section id={id} title={title}>
			<Stack gap={4}>
				<Facts
					facts={[
						{ label: t("Wet", "Law"), value: statute ? citation(statute) : "" },
						...(number
							? [
									{ label: t("Nummer", "Number"), value: own ?? masked },
									{
										label: t("Vastgelegd", "Recorded"),
										value: `${formatDate(number.recorded_at, lang)}, ${fullName(number.name)}`,
									},
								]
							: []),
					]}
				/>
				{own ? (
					<Notice
						tone="info"
						title={t(
							"Ga je van dit scherm weg, dan is het nummer weer afgedekt. Dat het is getoond, ziet de kandidaat.",
							"When you leave this screen, the number is masked again. The candidate sees that it was shown.",
						)}
					/>
				) : null}
				{number && !own ? (
					<Form action={`/kandidaten/${visit.params.candidate}/burgerservicenummer`} requestId={by.chance.uuid()} turbo={false}>
						<input type="hidden" name="trajectory" value={work.trajectory} />
						<StepUp by={by} id={fieldId("code", work.trajectory)} problem={problem?.values.do === "show" ? problem : undefined} />
						<Actions>
							<Button name="do" value="show">
								{t("Toon het nummer", "Show the number")}
							</Button>
						</Actions>
					</Form>
				) : null}
				{may(by.actor.roles, "bsn.write").allowed ? (
					<Write visit={visit} work={work} rowVersion={number?.row_version} problem={problem} />
				) : null}
			</Stack>
		</Section>
	);
}

type WriteProps = { visit: Visit; work: Work; rowVersion: number | undefined; problem: Problem | undefined };

function Write({ visit, work, rowVersion, problem }: WriteProps) {
	const { t, by } = visit;
	const action = `/kandidaten/${visit.params.candidate}/burgerservicenummer`;
	const typed = problem?.values.do === "record" ? String(problem.values.number ?? "") : "";
	const form = (
		<Form action={action} requestId={by.chance.uuid()} {...(rowVersion !== undefined && { rowVersion })}>
			<input type="hidden" name="trajectory" value={work.trajectory} />
			<TextField
				name="number"
				id={fieldId("number", work.trajectory)}
				width="short"
				inputmode="numeric"
				spellcheck={false}
				label={t("Burgerservicenummer", "Citizen service number")}
				hint={t("Negen cijfers. Spaties en punten mogen.", "Nine digits. Spaces and dots are fine.")}
				value={typed}
				{...(problem?.errors.number && { error: problem.errors.number })}
			/>
			<Actions>
				<Button name="do" value="record" look={rowVersion === undefined ? "primary" : "quiet"}>
					{rowVersion === undefined
						? t("Leg het nummer vast", "Record the number")
						: t("Vervang het nummer", "Replace the number")}
				</Button>
			</Actions>
		</Form>
	);
	if (rowVersion === undefined) return form;
	return (
		<More
			summary={t("Klopt het nummer niet, of is het niet meer nodig?", "Is the number wrong, or no longer needed?")}
			open={problem?.values.do === "record"}
		>
			<Stack gap={4}>
				{form}
				<Form action={action} requestId={by.chance.uuid()} rowVersion={rowVersion}>
					<input type="hidden" name="trajectory" value={work.trajectory} />
					<Button name="do" value="remove" look="quiet">
						{t("Haal het nummer weg", "Remove the number")}
					</Button>
				</Form>
			</Stack>
		</More>
	);
}
