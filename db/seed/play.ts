import { age, beginAgain, isComplete, writePeople } from "./again.ts";
import { candidates } from "./candidates.ts";
import { layCommissioners } from "./commissioners.ts";
import { layGround, reach } from "./ground.ts";
import { transmitNotices } from "./mail.ts";
import type { Person } from "./person.ts";
import type { Scene } from "./scene.ts";
import { stepsOf } from "./steps.ts";
import type { Story } from "./story.ts";
import { playStories } from "./timeline.ts";

/** Fills the demonstration, unless it is there already. Answers whether it did. Throws on a real agency's database. */
export async function seedOnce(scene: Scene, list: string, who: readonly Person[] = candidates): Promise<boolean> {
	if (await isComplete(scene.owner, list)) return false;
	await play(scene, list, who);
	return true;
}

/** Plays the whole history from the beginning and writes, last of all, who can sign in. */
async function play(scene: Scene, list: string, who: readonly Person[]): Promise<void> {
	await beginAgain(scene.owner);
	const people = await layGround(scene);
	await layCommissioners(scene, reach - 2);
	const stories = who.map((person, number): Story => {
		const made = {
			candidate: crypto.randomUUID(),
			trajectory: crypto.randomUUID(),
			agreement: undefined,
			version: 0,
			joined: false,
			last: new Date(0),
		};
		return { scene, person, number, ...made, coach: person.coach ?? "anna", account: (account) => void people.push(account) };
	});
	await playStories(scene, stories.map(stepsOf));
	await transmitNotices(scene);
	await age(scene.owner);
	scene.say(`${who.length} candidates are there`);
	writePeople(list, people);
}
