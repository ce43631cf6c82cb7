import { deputise, handOver } from "../../src/trajectories/hand-over.server.ts";
import { closeTrajectory, reopenTrajectory, startTrajectory, type Which } from "../../src/trajectories/move.server.ts";
import { agree, ask, inform } from "./agreeing.ts";
import { authoritySteps } from "./authority.ts";
import { consentSteps } from "./consents.ts";
import { healthSteps } from "./health.ts";
import { noteSteps } from "./notes.ts";
import type { CoachKey } from "./people.ts";
import type { Person } from "./person.ts";
import { oralSteps, reportSteps } from "./plots.ts";
import { joinPortal, register } from "./registering.ts";
import { reopenReason } from "./report-texts.ts";
import { dayAgo, idOf, staffAt } from "./scene.ts";
import { asCoach, at, type Story } from "./story.ts";
import type { Step } from "./timeline.ts";
/** All that happens to one candidate, in order. */
export function stepsOf(story: Story): Step[] {
	const { person } = story;
	const steps = person.until
		? beginning(story, person.since, person.until)
		: [...beginning(story, person.since + 12, "informed"), ...running(story)];
	if (person.closed) steps.push({ day: person.closed[1], run: () => close(story) });
	if (person.reopened) steps.push({ day: person.reopened, run: () => reopen(story) });
	return steps;
}

function beginning(story: Story, day: number, until: NonNullable<Person["until"]>): Step[] {
	const { person, scene } = story;
	const steps: Step[] = [{ day, run: () => register(story, day) }];
	if (person.portal) steps.push({ day: day - 1, run: async () => story.account(await joinPortal(story, day - 1)) });
	if (until === "registered") return steps;
	const [, contact] = person.order ?? [];
	steps.push({ day: day - 3, run: () => agree(story, day - 3, contact && idOf(scene, contact)) });
	const { question } = person;
	if (question) steps.push({ day: day - 4, run: () => ask(story, day - 4, question) });
	if (until === "informed") steps.push({ day: day - 5, run: () => inform(story, day - 5) });
	return steps;
}

function running(story: Story): Step[] {
	const { person, scene } = story;
	const { since, handedOver, deputy, renewed } = person;
	const steps: Step[] = [{ day: since, run: () => start(story) }, ...noteSteps(story)];
	if (handedOver) steps.push({ day: handedOver[1], run: () => pass(story, handedOver[0], handedOver[1]) });
	if (deputy) steps.push({ day: deputy[1], run: () => stand(story, deputy[0], deputy[1]) });
	if (renewed) steps.push({ day: renewed[1], run: () => agree(story, renewed[1], idOf(scene, renewed[0])) });
	if (renewed) steps.push({ day: renewed[1], run: () => inform(story, renewed[1]) });
	return [
		...steps,
		...reportSteps(story),
		...oralSteps(story),
		...healthSteps(story),
		...consentSteps(story),
		...authoritySteps(story),
	];
}

async function which({ scene, candidate, trajectory }: Story): Promise<Which> {
	const { rows } = await scene.owner.query<{ row_version: number }>("select row_version from app.trajectory where id = $1", [
		trajectory,
	]);
	return { candidate, trajectory, rowVersion: rows[0]?.row_version ?? 0, event: crypto.randomUUID() };
}

async function start(story: Story): Promise<void> {
	const { since } = story.person;
	await startTrajectory(asCoach(story, since, "09:05"), await which(story), dayAgo(story.scene, since));
}

async function close(story: Story): Promise<void> {
	const [outcome, day] = story.person.closed ?? (["other", 0] as const);
	await closeTrajectory(asCoach(story, day, "14:40"), await which(story), { outcome, on: dayAgo(story.scene, day) });
}

async function reopen(story: Story): Promise<void> {
	await reopenTrajectory(asCoach(story, story.person.reopened ?? 0, "09:15"), await which(story), reopenReason);
}

async function pass(story: Story, to: CoachKey, day: number): Promise<void> {
	const { scene, candidate, trajectory } = story;
	const by = staffAt(scene, "carla", at(story, day, "12:00"));
	await handOver(by, {
		from: idOf(scene, story.coach),
		to: idOf(scene, to),
		trajectories: [{ id: trajectory, candidate }],
		reason: "load",
	});
	story.coach = to;
}

async function stand(story: Story, to: CoachKey, day: number): Promise<void> {
	const { scene, candidate, trajectory } = story;
	const by = staffAt(scene, "carla", at(story, day, "12:30"));
	await deputise(by, {
		to: idOf(scene, to),
		trajectories: [{ id: trajectory, candidate }],
		from: dayAgo(scene, day),
		until: dayAgo(scene, -30),
	});
}
