import { beginNote, finishNote, saveNote } from "../../src/dossiers/write-note.server.ts";
import { dateOf } from "../../src/law/deadlines.ts";
import { firstTalks, laterTalks, type NoteText } from "./note-texts.ts";
import { asCoach, type Story } from "./story.ts";
import type { Step } from "./timeline.ts";

/** A conversation about every sixteen days, from the start until now or the end. */
export function noteSteps(story: Story): Step[] {
	const { since, closed, noteBegun } = story.person;
	const until = closed?.[1] ?? 1;
	const steps: Step[] = [];
	for (let day = since - 1, n = 0; day > until; day -= 14 + ((story.number + n) % 5), n++) {
		const [turn, on] = [n, day];
		steps.push({ day, run: () => writeNote(story, on, textFor(story, turn)) });
	}
	if (noteBegun !== undefined) steps.push({ day: noteBegun, run: () => leaveNote(story, noteBegun) });
	return steps;
}

function textFor({ number, person }: Story, turn: number): NoteText {
	const text = turn === 0 ? firstTalks[number % firstTalks.length] : laterTalks[(turn - 1 + (number % 3)) % laterTalks.length];
	const { kind, source, ...words } = text ?? (laterTalks[0] as NoteText);
	const named = (line: string) => line.replaceAll("{naam}", person.given);
	return { kind, source, goal: named(words.goal), agreed: named(words.agreed), next: named(words.next) };
}

const clocks = ["09:30", "10:30", "11:15", "13:15", "14:30", "15:45"];

async function writeNote(story: Story, day: number, { kind, source, ...words }: NoteText): Promise<void> {
	const by = asCoach(story, day, clocks[(story.number + day) % clocks.length]);
	const { candidate, trajectory } = story;
	const note = by.chance.uuid();
	const session = await beginNote(by, { candidate, note, trajectory });
	await finishNote(by, { candidate, note, rowVersion: 1, session, kind, source, onDay: dateOf(by.now()), words });
}

/** Begun, and then the telephone rang. */
async function leaveNote(story: Story, day: number): Promise<void> {
	const by = asCoach(story, day, "15:20");
	const { candidate, trajectory } = story;
	const note = by.chance.uuid();
	const session = await beginNote(by, { candidate, note, trajectory });
	const words = { goal: "Voortgang bespreken en de planning van de komende maand.", agreed: "", next: "" };
	await saveNote(by, {
		candidate,
		note,
		rowVersion: 1,
		session,
		kind: "conversation",
		source: "candidate",
		onDay: dateOf(by.now()),
		words,
	});
}
