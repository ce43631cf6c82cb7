import { z } from "zod";
import { freshly } from "../../accounts/factor.server.ts";
import { StepUp } from "../../accounts/fresh-code.tsx";
import { type PurposeId, purposes } from "../../law/purposes.ts";
import { type Page, type Problem, say, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, LinkButton } from "../../ui/buttons.tsx";
import { Checkboxes, Radios } from "../../ui/choices.tsx";
import { Form } from "../../ui/form.tsx";
import { PageHead } from "../../ui/headings.tsx";
import { Breadcrumb } from "../../ui/layout.tsx";
import { formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { printDossier, whatToPrint } from "../excerpts.server.ts";
import { type Section, sectionIds, sections } from "../timeline.ts";
import { lineOf } from "./staff-dossier.tsx";
import { DossierTimeline } from "./timeline-items.tsx";

/** What a dossier can be printed for. Convenience is not among them. */
const printPurposes = ["guidance", "rights", "complaints", "quality", "law"] as const satisfies readonly PurposeId[];

const form = z
	.object({
		trajectory: z.uuid(say("Kies een traject.", "Choose a trajectory.")),
		purpose: z.enum(printPurposes, say("Kies waarvoor je afdrukt.", "Choose what you print it for.")),
		sections: z.union([z.array(z.string()), z.string()]).optional(),
	})
	.transform((fields) => ({ ...fields, sections: sectionIds.filter((id) => [fields.sections ?? []].flat().includes(id)) }))
	.refine(({ sections }) => sections.length > 0, {
		path: ["sections"],
		message: say("Kies ten minste één onderdeel.", "Choose at least one section."),
	});

/** Printing: first what for and which part, then the pages themselves. That it was printed, and what for, is in the log (R1.2). */
export const printPage: Page = {
	path: "/kandidaten/:candidate/afdrukken",
	portal: "staff",
	who: "dossier.print",
	get: (visit) => ask(visit),
	post: async (visit) => {
		let printed: View | undefined;
		const answer = await submit(visit, {
			form,
			act: async (input) => {
				printed = await paper(visit, input);
				return "";
			},
			again: (problem) => ask(visit, problem),
		});
		return printed ?? answer;
	},
};

async function ask(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const title = t("Afdrukken", "Print");
	const candidate = visit.params.candidate ?? "";
	const asked = visit.url.searchParams.get("traject");
	const { name, trajectory, trajectories } = await whatToPrint(visit.by, { candidate, ...(asked && { trajectory: asked }) });
	const dossier = `/kandidaten/${candidate}?traject=${trajectory.id}`;
	const chosen = [problem?.values.sections ?? []].flat();
	return {
		title,
		active: "/kandidaten",
		body: (
			<>
				<Breadcrumb
					items={[
						{ href: "/kandidaten", label: t("Kandidaten", "Candidates") },
						{ href: dossier, label: name },
						{ label: title },
					]}
				/>
				<PageHead
					title={title}
					above={name}
					line={t(
						"Papier kan blijven liggen. Druk alleen af wat je nodig hebt; dat je het doet en waarvoor, staat in het logboek en ziet de kandidaat.",
						"Paper can be left lying about. Print only what you need; that you do, and what for, is in the log and the candidate sees it.",
					)}
				/>
				<Trouble problem={problem} />
				<Form turbo={false}>
					{trajectories.length > 1 ? (
						<Radios
							name="trajectory"
							label={t("Welk traject?", "Which trajectory?")}
							value={String(problem?.values.trajectory ?? trajectory.id)}
							options={trajectories.map((one) => ({ value: one.id, label: lineOf(visit, one) }))}
							{...(problem?.errors.trajectory && { error: problem.errors.trajectory })}
						/>
					) : (
						<input type="hidden" name="trajectory" value={trajectory.id} />
					)}
					<Radios
						name="purpose"
						label={t("Waarvoor druk je af?", "What do you print it for?")}
						value={String(problem?.values.purpose ?? "")}
						options={printPurposes.map((id) => ({ value: id, label: purposes[id][lang] }))}
						{...(problem?.errors.purpose && { error: problem.errors.purpose })}
					/>
					<Checkboxes
						name="sections"
						label={t("Welke onderdelen?", "Which sections?")}
						values={chosen}
						options={sectionIds.map((id) => ({ value: id, label: sections[id][lang] }))}
						{...(problem?.errors.sections && { error: problem.errors.sections })}
					/>
					<StepUp by={visit.by} problem={problem} />
					<Actions>
						<Button>{t("Maak de afdruk", "Make the print")}</Button>
						<LinkButton href={dossier}>{t("Toch niet", "Rather not")}</LinkButton>
					</Actions>
				</Form>
			</>
		),
	};
}

async function paper(
	visit: Visit,
	input: { trajectory: string; purpose: PurposeId; sections: readonly Section[] },
): Promise<View> {
	const { t, lang } = visit;
	const by = await freshly(visit);
	const dossier = await printDossier(by, { ...input, candidate: visit.params.candidate ?? "" });
	const agency = await visit.services.agency();
	const who = t(`Afgedrukt door ${dossier.names[by.actor.id]}`, `Printed by ${dossier.names[by.actor.id]}`);
	const foot = [
		t("Vertrouwelijk", "Confidential"),
		dossier.name,
		who,
		formatMoment(by.now(), lang),
		purposes[input.purpose][lang],
	].join(" · ");
	return {
		title: t("Afdruk van een dossier", "Print of a dossier"),
		bare: true,
		body: (
			<div class="printed">
				<p class="printed-hint">
					{t("Kies in je browser Afdrukken (Ctrl-P).", "Choose Print in your browser (Ctrl-P).")}{" "}
					<a href={`/kandidaten/${dossier.candidate}?traject=${input.trajectory}`}>
						{t("Terug naar het dossier", "Back to the dossier")}
					</a>
				</p>
				<PageHead above={agency?.name ?? ""} title={dossier.name} line={lineOf(visit, dossier.trajectory)} />
				<DossierTimeline visit={visit} dossier={dossier} heads={dossier.heads} />
				<footer class="printed-foot">
					<span>{foot}</span>
				</footer>
			</div>
		),
	};
}
