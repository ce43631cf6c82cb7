import type { Scene } from "./scene.ts";

/** One deed of a story: on which day before today, and what. The steps of one story stand in their order. */
export interface Step {
	readonly day: number;
	readonly run: () => Promise<void>;
}

const lanes = 4;

/** Plays stories day by day, the oldest day first: of one day several people's, each story's own steps one after another. */
export async function playStories(scene: Scene, stories: readonly (readonly Step[])[]): Promise<void> {
	const days = [...new Set(stories.flatMap((steps) => steps.map((step) => step.day)))].sort((a, b) => b - a);
	for (const [index, day] of days.entries()) {
		const turns = stories.map((steps) => steps.filter((step) => step.day === day)).filter((steps) => steps.length > 0);
		await inLanes(turns, async (steps) => {
			for (const step of steps) await step.run();
		});
		if (index % 30 === 29) scene.say(`${day} days ago`);
	}
}

/** Does this for each, a few at a time. */
export async function inLanes<T>(all: readonly T[], deed: (one: T) => Promise<void>): Promise<void> {
	const waiting = [...all];
	const lane = async () => {
		for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await deed(one);
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}
