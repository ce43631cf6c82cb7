import { privacyTabs } from "../../audit-log/tabs.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { endWordForm, wordForm } from "../form.ts";
import { guardWords } from "../queries.server.ts";
import { type FindingClass, findingClasses } from "../rules.ts";
import { addWord, endWord } from "../words.server.ts";

const choices = [
	"leftAlone",
	"illness",
	"treatment",
	"practitioner",
	"sickLeave",
	"capacity",
	"criminal",
	"special",
	"testScores",
] as const;

/** The agency's own words for the guard, kept by the privacy officer. */
export const guardWordsPage: Page = {
	path: "/meelezer/woorden",
	portal: "staff",
	who: "lexicon.write",
	get: (visit) => screen(visit),
	post: (visit) => {
		if (visit.form.do === "end")
			return submit(visit, {
				form: endWordForm,
				act: async ({ word, row_version: rowVersion }) => {
					await endWord(visit.by, { word, rowVersion });
					return done("/meelezer/woorden", visit.t("Weggehaald.", "Removed."));
				},
				again: (problem) => screen(visit, problem),
			});
		return submit(visit, {
			form: wordForm,
			act: async (input) => {
				await addWord(visit.by, { id: input.request_id, word: input.word, class: input.class });
				return done("/meelezer/woorden", visit.t("Toegevoegd.", "Added."));
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, lang } = visit;
	const words = await guardWords(visit.by);
	const title = t("Eigen woorden van de meelezer", "The guard's own words");
	const name = (of: FindingClass | "leftAlone") =>
		of === "leftAlone" ? t("Met rust laten", "Leave alone") : findingClasses[of][lang];
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	return {
		title,
		active: "/privacy",
		body: (
			<>
				<Breadcrumb items={[{ href: "/meelezer", label: t("Loos alarm", "False alarms") }, { label: title }]} />
				<PageHead
					title={title}
					line={t(
						"Woorden van jullie eigen bureau, zoals een kliniek in de buurt of de naam van een vereniging.",
						"Words of your own agency, such as a clinic nearby or the name of an association.",
					)}
				/>
				<Tabs label={t("Privacy", "Privacy")} active="/meelezer" items={privacyTabs(visit)} />
				<Trouble problem={problem} />
				<Section title={t("Een woord toevoegen", "Add a word")}>
					<Form action="/meelezer/woorden">
						<TextField
							name="word"
							label={t("Woord of woorden", "Word or words")}
							hint={t("Geen namen van kandidaten.", "No names of candidates.")}
							value={String(problem?.values.word ?? "")}
							{...error("word")}
						/>
						<Select
							name="class"
							label={t("Wat doet de meelezer ermee?", "What does the guard do with it?")}
							value={String(problem?.values.class ?? "")}
							empty={t("Kies", "Choose")}
							options={choices.map((value) => ({ value, label: name(value) }))}
							{...error("class")}
						/>
						<Actions>
							<Button>{t("Voeg toe", "Add")}</Button>
						</Actions>
					</Form>
				</Section>
				<Table
					caption={t("Alle eigen woorden", "All own words")}
					columns={[
						{ key: "word", label: t("Woord", "Word") },
						{ key: "class", label: t("Wat ermee gebeurt", "What happens with it") },
						{ key: "since", label: t("Sinds", "Since"), align: "right" },
						{ key: "end", label: t("In gebruik", "In use") },
					]}
					rows={words.map((one) => ({
						key: one.id,
						cells: {
							word: one.word,
							class: name(one.class),
							since: formatDate(one.added_at, lang),
							end: one.ended_at ? (
								<Badge tone="neutral">{t("weggehaald", "removed")}</Badge>
							) : (
								<ActionForm action="/meelezer/woorden" rowVersion={one.row_version} fields={{ word: one.id, do: "end" }}>
									<Button look="quiet">{t("Haal weg", "Remove")}</Button>
								</ActionForm>
							),
						},
					}))}
					empty={<EmptyState title={t("Er zijn nog geen eigen woorden.", "There are no own words yet.")} />}
				/>
			</>
		),
	};
}
