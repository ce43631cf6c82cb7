import { age, beginAgain, writePeople } from "./again.ts";
import { layGround } from "./ground.ts";
import type { Scene } from "./scene.ts";

/** Plays the whole history from the beginning and writes, last of all, who can sign in. */
export async function play(scene: Scene, list: string): Promise<void> {
	await beginAgain(scene.owner);
	const people = await layGround(scene);
	await age(scene.owner);
	writePeople(list, people);
}
