import type { Translate } from "../../ui/text.ts";
import { type NotePart, noteParts } from "../rules.ts";

type Words = Readonly<Record<NotePart, string>>;

export const partNames = {
	goal: { nl: "Waar het over ging", en: "What it was about" },
	agreed: { nl: "Afgesproken", en: "Agreed" },
	next: { nl: "Vervolg", en: "Next" },
} as const satisfies Record<NotePart, { nl: string; en: string }>;

/** A note's name in a list: the beginning of what it was about. */
export function titleOf(words: Words | undefined, t: Translate): string {
	return beginning(words?.goal ?? "") || t("Nog niets over het doel", "Nothing on the goal yet");
}

/** What stands under that name: the goal too, where the name is only its beginning. */
export const partsUnder = (words: Words): readonly NotePart[] =>
	beginning(words.goal) === words.goal.trim() ? ["agreed", "next"] : noteParts;

function beginning(goal: string): string {
	const first = goal.trim().split("\n")[0] ?? "";
	return first.length > 120 ? `${first.slice(0, 117).trimEnd()}…` : first;
}

/** The parts of a note under their names, as they were typed; what is empty is left out. */
export function NoteWords({ words, t, parts = noteParts }: { words: Words; t: Translate; parts?: readonly NotePart[] }) {
	return (
		<dl class="note-words">
			{parts
				.filter((part) => words[part].trim() !== "")
				.map((part) => (
					<div>
						<dt>{t(partNames[part].nl, partNames[part].en)}</dt>
						<dd class="as-typed">{words[part]}</dd>
					</div>
				))}
		</dl>
	);
}
