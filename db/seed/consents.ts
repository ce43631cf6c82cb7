import { answerConsent } from "../../src/consents/answer.server.ts";
import { askConsent } from "../../src/consents/ask.server.ts";
import { addMonths, today } from "../../src/law/deadlines.ts";
import { candidateAt, idOf } from "./scene.ts";
import { asCoach, at, type Story } from "./story.ts";
import type { Step } from "./timeline.ts";

const can = `Kan vier uur per dag werken, verdeeld over de dag.
Kan zittend werk doen. Kan niet langer dan een half uur staan.
Heeft een stoel nodig die in hoogte verstelbaar is.`;
const profile = "Competenties: nauwkeurig, werkt graag met klanten, ervaring met roosters.";

/** Consent that was given for what a profile says, and a question about work capacity that waits (R8.1). All made up. */
export function consentSteps(story: Story): Step[] {
	const { health, order, portal } = story.person;
	if (health === undefined || !order || !portal) return [];
	const day = Math.max(1, health - 1);
	return [{ day, run: () => askBoth(story, day, idOf(story.scene, order[1])) }];
}

async function askBoth(story: Story, day: number, contactId: string): Promise<void> {
	const { scene, candidate, trajectory } = story;
	const by = asCoach(story, day, "10:05");
	const shared = {
		candidate,
		trajectory,
		kind: "disclose",
		recipient: { kind: "contact", contactId },
		purpose: "assignments",
	} as const;
	const [first, second] = [by.chance.uuid(), by.chance.uuid()];
	const until = addMonths(today(by), 6);
	await askConsent(by, scene.publicUrl, { ...shared, id: first, dataClasses: ["profile"], lines: [profile], until });
	await askConsent(by, scene.publicUrl, { ...shared, id: second, dataClasses: ["capacity"], lines: can.split("\n"), until });
	const { rows } = await scene.owner.query<{ hash: string }>(
		"select encode(notice_sha256, 'hex') as hash from app.consent where id = $1",
		[first],
	);
	const answer = {
		id: by.chance.uuid(),
		consent: first,
		answer: "yes",
		noticeSha256: rows[0]?.hash ?? "",
		language: "nl",
	} as const;
	await answerConsent(candidateAt(scene, candidate, at(story, day, "13:30")), scene.publicUrl, answer);
}
