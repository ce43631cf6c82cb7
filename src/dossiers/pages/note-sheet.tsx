import { GuardPart } from "../../guard/guard-part.tsx";
import type { Problem, Visit } from "../../platform/web/page.ts";
import { Actions, Button } from "../../ui/buttons.tsx";
import { Radios } from "../../ui/choices.tsx";
import { DateField, typedDate } from "../../ui/date-field.tsx";
import { TextArea } from "../../ui/fields.tsx";
import { Form } from "../../ui/form.tsx";
import { More } from "../../ui/layout.tsx";
import { Notice } from "../../ui/states.tsx";
import { formatMoment } from "../../ui/text.ts";
import { Trouble } from "../../ui/trouble.tsx";
import type { OpenedNote } from "../queries.server.ts";
import { type NotePart, noteKindIds, noteKinds, noteLength, noteParts, noteSourceIds, noteSources } from "../rules.ts";
import { NoteWords, partNames } from "./note-words.tsx";

type Draft = NonNullable<OpenedNote["draft"]>;
type SheetProps = {
	visit: Visit;
	opened: OpenedNote;
	draft: Draft;
	base: string;
	session: string;
	problem?: Problem | undefined;
};

const hints = {
	goal: { nl: "Doel van het gesprek, in een paar zinnen.", en: "The goal of the conversation, in a few sentences." },
	agreed: { nl: "Wat jullie hebben afgesproken.", en: "What you agreed." },
	next: { nl: "Wat er nu volgt, wie dat doet en wanneer.", en: "What comes next, who does it and when." },
} as const satisfies Record<NotePart, { nl: string; en: string }>;

/** Where a note is written: kept while one types, and told who else is in it. What was typed comes back whatever went wrong. */
export function NoteSheet({ visit, opened, draft, base, session, problem }: SheetProps) {
	const { t } = visit;
	const typed = problem?.values;
	const text = (field: string, kept: string) => String(typed?.[field] ?? kept);
	const colleagues = Object.fromEntries(
		opened.members.filter((id) => id !== visit.by.actor.id).map((id) => [id, opened.names[id] ?? ""]),
	);
	return (
		<>
			{problem?.stale ? <Theirs visit={visit} opened={opened} draft={draft} /> : <Trouble problem={problem} />}
			<Form
				action={base}
				id="notitie"
				rowVersion={draft.row_version}
				autosave={`${base}/bewaar`}
				presence={`${base}/aanwezig?sessie=${session}`}
				presenceNames={colleagues}
			>
				<input type="hidden" name="session" value={session} />
				<Particulars visit={visit} draft={draft} problem={problem} />
				{noteParts.map((part) => (
					<TextArea
						name={part}
						rows={part === "goal" ? 4 : 3}
						maxlength={noteLength.longest}
						value={text(part, draft[part])}
						label={t(partNames[part].nl, partNames[part].en)}
						hint={`${t(hints[part].nl, hints[part].en)} ${t(`Kort: tot ongeveer ${noteLength.guide} tekens.`, `Short: up to some ${noteLength.guide} characters.`)}`}
						{...(problem?.errors[part] && { error: problem.errors[part] })}
					/>
				))}
				<Actions>
					<Button name="do" value="finish">
						{t("Klaar", "Finish")}
					</Button>
					<Button name="do" value="save" look="quiet">
						{t("Bewaar als concept", "Save as draft")}
					</Button>
				</Actions>
			</Form>
			<GuardPart
				level={2}
				text={noteParts.map((part) => text(part, draft[part])).join("\n")}
				form="notitie"
				fields={noteParts}
				view={{ own: [], aside: [] }}
				lang={visit.lang}
				t={t}
			/>
			<More summary={t("Dit concept weggooien", "Throw this draft away")}>
				<p>
					{opened.versions.length > 0
						? t(
								"Wat eerder is bewaard, blijft. Wat je nu schrijft, is dan weg.",
								"What was kept before stays. What you are writing now is then gone.",
							)
						: t("Wat je hier hebt geschreven, is dan weg.", "What you wrote here is then gone.")}
				</p>
				<Button look="danger" form="notitie" formaction={`${base}/weggooien`}>
					{t("Gooi het concept weg", "Throw the draft away")}
				</Button>
			</More>
		</>
	);
}

function Particulars({ visit, draft, problem }: { visit: Visit; draft: Draft; problem: Problem | undefined }) {
	const { t, lang } = visit;
	const typed = problem?.values;
	const error = (field: string) => problem?.errors[field] && { error: problem.errors[field] };
	const chosen = (field: "kind" | "source") => String(typed ? (typed[field] ?? "") : (draft[field] ?? ""));
	return (
		<>
			<DateField
				name="on_day"
				{...error("on_day")}
				label={t("Wanneer was het?", "When was it?")}
				value={typed ? typedDate(typed, "on_day") : (draft.on_day ?? "")}
			/>
			<Radios
				name="kind"
				{...error("kind")}
				inline
				label={t("Wat was het?", "What was it?")}
				value={chosen("kind")}
				hint={
					<>
						{t("Vertelde je de opdrachtgever iets? ", "Did you tell the commissioner something? ")}
						<a href={`/kandidaten/${draft.subject_id}/rapporten/mondeling`}>
							{t("Leg dat vast als mondelinge rapportage", "Record that as an oral report")}
						</a>
					</>
				}
				options={noteKindIds.filter((id) => id !== "oralReport").map((id) => ({ value: id, label: noteKinds[id][lang] }))}
			/>
			<Radios
				name="source"
				{...error("source")}
				inline
				label={t("Van wie komt de informatie?", "Of whom does the information come?")}
				value={chosen("source")}
				options={noteSourceIds.map((id) => ({ value: id, label: noteSources[id][lang] }))}
			/>
		</>
	);
}

/** Without script: somebody else saved first. Both texts are shown, and saving again keeps theirs as an earlier version. */
function Theirs({ visit, opened, draft }: { visit: Visit; opened: OpenedNote; draft: Draft }) {
	const { t, lang } = visit;
	const who =
		draft.updated_by === visit.by.actor.id ? t("Je andere venster", "Your other window") : (opened.names[draft.updated_by] ?? "");
	return (
		<Notice tone="warn" live title={t(`${who} heeft dit ook gewijzigd`, `${who} has also changed this`)}>
			<p>
				{t(
					"Er is niets kwijt. Hieronder staat jouw tekst. Bewaar je die, dan blijft deze tekst als eerdere versie:",
					"Nothing is lost. Below is your text. If you save it, this text stays as an earlier version:",
				)}
			</p>
			<p class="meta">{formatMoment(draft.updated_at, lang)}</p>
			<NoteWords words={draft} t={t} />
		</Notice>
	);
}
