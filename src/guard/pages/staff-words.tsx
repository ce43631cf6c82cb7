import { privacyTabs } from "../../audit-log/tabs.ts";
import { may } from "../../law/roles.ts";
import { done, type Page, type Problem, submit, type View, type Visit } from "../../platform/web/page.ts";
import { Actions, Button, RefusedButton } from "../../ui/buttons.tsx";
import { Select } from "../../ui/choices.tsx";
import { Clause } from "../../ui/clause.tsx";
import { TextField } from "../../ui/fields.tsx";
import { ActionForm, Form } from "../../ui/form.tsx";
import { PageHead, Section } from "../../ui/headings.tsx";
import { Breadcrumb, Stack, Tabs } from "../../ui/layout.tsx";
import { Badge, EmptyState, type Tone } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { formatDate } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import { decideWordForm, wordForm } from "../form.ts";
import { guardWords } from "../queries.server.ts";
import { type FindingClass, findingClasses, mayLoosen, type WordState, wordState } from "../rules.ts";
import { addWord, confirmWord, endWord, refuseWord } from "../words.server.ts";

const path = "/meelezer/woorden";
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
const decisions = { end: endWord, confirm: confirmWord, refuse: refuseWord } as const;

/** The agency's own words for the guard: kept by the privacy officer, with a second person for what loosens it (R8.1). */
export const guardWordsPage: Page = {
	path,
	portal: "staff",
	who: "lexicon.confirm",
	get: (visit) => screen(visit),
	post: (visit) => {
		const { t } = visit;
		if (visit.form.do !== undefined)
			return submit(visit, {
				form: decideWordForm,
				act: async ({ do: deed, word, row_version: rowVersion }) => {
					await decisions[deed](visit.by, { word, rowVersion });
					return done(path, t("Vastgelegd.", "Recorded."));
				},
				again: (problem) => screen(visit, problem),
			});
		return submit(visit, {
			form: wordForm,
			act: async (input) => {
				await addWord(visit.by, { id: input.request_id, word: input.word, class: input.class });
				return done(
					path,
					input.class === "leftAlone"
						? t(
								"Voorgesteld. Het telt zodra een tweede persoon het bevestigt.",
								"Proposed. It counts once a second person confirms.",
							)
						: t("Toegevoegd. Het telt meteen.", "Added. It counts at once."),
				);
			},
			again: (problem) => screen(visit, problem),
		});
	},
};

async function screen(visit: Visit, problem?: Problem): Promise<View> {
	const { t, by } = visit;
	const title = t("Eigen woorden van de meelezer", "The guard's own words");
	const words = await guardWords(by);
	return {
		title,
		active: may(by.actor.roles, "log.read").allowed ? "/privacy" : "/",
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
				<Stack gap={8}>
					{may(by.actor.roles, "lexicon.write").allowed ? <Add visit={visit} problem={problem} /> : null}
					<p>
						{t(
							"Een woord dat de meelezer zoekt, telt meteen. Maakt een woord hem ruimer, dan beslist een tweede persoon: een woord dat hij met rust laat, en een woord dat hij niet meer zoekt.",
							"A word that the guard looks for counts at once. If a word loosens it, a second person decides: a word that it leaves alone, and a word that it no longer looks for.",
						)}{" "}
						<Clause id="R8.1" />
					</p>
					<List visit={visit} words={words} />
				</Stack>
			</>
		),
	};
}

const nameOf = ({ t, lang }: Visit, of: FindingClass | "leftAlone") =>
	of === "leftAlone" ? t("Met rust laten", "Leave alone") : findingClasses[of][lang];

function Add({ visit, problem: all }: { visit: Visit; problem: Problem | undefined }) {
	const { t } = visit;
	const problem = all?.values.do === undefined ? all : undefined;
	const error = (field: string) => (problem?.errors[field] ? { error: problem.errors[field] } : {});
	return (
		<Section title={t("Een woord toevoegen", "Add a word")}>
			<Form action={path}>
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
					hint={t(
						"Met rust laten telt pas als een tweede persoon het bevestigt.",
						"Leave alone counts only once a second person confirms it.",
					)}
					value={String(problem?.values.class ?? "")}
					empty={t("Kies", "Choose")}
					options={choices.map((value) => ({ value, label: nameOf(visit, value) }))}
					{...error("class")}
				/>
				<Actions>
					<Button>{t("Voeg toe", "Add")}</Button>
				</Actions>
			</Form>
		</Section>
	);
}

type Word = Awaited<ReturnType<typeof guardWords>>[number];
const tones: Record<WordState, Tone> = { proposed: "waiting", inUse: "done", leaving: "waiting", ended: "neutral" };

function List({ visit, words }: { visit: Visit; words: readonly Word[] }) {
	const { t, lang } = visit;
	const stateNames: Record<WordState, string> = {
		proposed: t("wacht op een tweede persoon", "waits for a second person"),
		inUse: t("in gebruik", "in use"),
		leaving: t("in gebruik, wil eruit", "in use, to be removed"),
		ended: t("weggehaald", "removed"),
	};
	return (
		<Table
			caption={t("Alle eigen woorden", "All own words")}
			columns={[
				{ key: "word", label: t("Woord", "Word") },
				{ key: "class", label: t("Wat ermee gebeurt", "What happens with it") },
				{ key: "since", label: t("Sinds", "Since"), align: "right" },
				{ key: "state", label: t("Stand", "State") },
				{ key: "deed", label: t("Beslissen", "Decide") },
			]}
			rows={words.map((one) => {
				const state = stateOf(one);
				return {
					key: one.id,
					cells: {
						word: one.word,
						class: nameOf(visit, one.class),
						since: formatDate(one.added_at, lang),
						state: <Badge tone={tones[state]}>{stateNames[state]}</Badge>,
						deed: <Deeds visit={visit} word={one} />,
					},
				};
			})}
			empty={<EmptyState title={t("Er zijn nog geen eigen woorden.", "There are no own words yet.")} />}
		/>
	);
}

const stateOf = ({ class: of, confirmed_at, leaving_at, ended_at }: Word): WordState =>
	wordState({ class: of, confirmed: confirmed_at !== null, leaving: leaving_at !== null, ended: ended_at !== null });

/** What may be decided on a word now: taking it out, or the second person's yes or no. */
function Deeds({ visit, word }: { visit: Visit; word: Word }) {
	const { t, lang, by } = visit;
	const state = stateOf(word);
	const deed = (name: keyof typeof decisions, words: string) => (
		<ActionForm action={path} rowVersion={word.row_version} fields={{ word: word.id, do: name }}>
			<Button look="quiet" label={`${words}: ${word.word}`}>
				{words}
			</Button>
		</ActionForm>
	);
	if (state === "ended") return null;
	const keeps = may(by.actor.roles, "lexicon.write").allowed;
	if (state === "inUse") return keeps ? deed("end", t("Haal weg", "Remove")) : null;
	const proposer = state === "leaving" ? word.leaving_by : word.subject_id;
	const decision = mayLoosen({ roles: by.actor.roles, own: proposer === by.actor.id, state });
	const agree =
		state === "leaving"
			? t("Eens: zoek het niet meer", "Agreed: stop looking for it")
			: t("Eens: laat met rust", "Agreed: leave it alone");
	if (!decision.allowed)
		return (
			<Stack gap={2}>
				<RefusedButton why={decision.why[lang]} clause={decision.because}>
					{agree}
				</RefusedButton>
				{keeps && state === "proposed" ? deed("end", t("Trek het voorstel in", "Withdraw the proposal")) : null}
			</Stack>
		);
	return (
		<Stack gap={2}>
			{deed("confirm", agree)}
			{deed("refuse", t("Niet eens", "Not agreed"))}
		</Stack>
	);
}
