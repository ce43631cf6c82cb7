import type { DemoPerson } from "../../src/accounts/demonstration.server.ts";
import type { CoachKey } from "./people.ts";
import type { Person } from "./person.ts";
import { momentAgo, type Scene, staffAt } from "./scene.ts";

/** One candidate's story while it is played: who it is about, and what the steps so far made. */
export interface Story {
	readonly scene: Scene;
	readonly person: Person;
	readonly number: number;
	readonly candidate: string;
	readonly trajectory: string;
	readonly account: (made: DemoPerson) => void;
	coach: CoachKey;
	agreement: string | undefined;
	version: number;
	joined: boolean;
	last: Date;
}

/** That moment, or a little after what happened last in this story: nobody answers what was not asked yet. */
export function at(story: Story, day: number, clock?: string): Date {
	const wanted = momentAgo(story.scene, day, clock);
	const next = new Date(Math.min(story.last.getTime() + 7 * 60_000, story.scene.now.getTime()));
	story.last = wanted > story.last ? wanted : next;
	return story.last;
}

export const asCoach = (story: Story, day: number, clock?: string) => staffAt(story.scene, story.coach, at(story, day, clock));
