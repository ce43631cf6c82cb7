import { proposeDemand } from "../../src/demands/demand.server.ts";
import { setFirstSickDay } from "../../src/trajectories/sickness.server.ts";
import { dayAgo } from "./scene.ts";
import { asCoach, type Story } from "./story.ts";
import type { Step } from "./timeline.ts";

/** Of one candidate in a second track: since when they are ill, and a demand that waits for a second person (R4.1). */
export function authoritySteps(story: Story): Step[] {
	const { person } = story;
	if (person.family !== "Demir") return [];
	return [
		{ day: 170, run: () => ill(story) },
		{ day: 2, run: () => demanded(story) },
	];
}

const ill = (story: Story): Promise<void> => {
	const by = asCoach(story, 170, "11:05");
	return setFirstSickDay(
		by,
		{ candidate: story.candidate, trajectory: story.trajectory },
		{ id: by.chance.uuid(), on: dayAgo(story.scene, 470), reason: "" },
	);
};

/** A page that says what it is, as the paper of an invented authority. */
const paper = Buffer.from(
	"%PDF-1.4\n% Verzonnen vordering van de demonstratie\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

async function demanded(story: Story): Promise<void> {
	const by = asCoach(story, 2, "16:20");
	await proposeDemand(by, {
		...{ id: by.chance.uuid(), candidate: story.candidate, trajectory: story.trajectory, basis: "uwv" },
		authority: {
			organisation: "UWV, afdeling Handhaving (verzonnen)",
			name: "mevrouw T. de Raad",
			postal: "Postbus 100, 1234 AB Voorbeeldstad",
			reference: "HV-2026-0417",
		},
		categories: ["attendance"],
		reasons: { attendance: "Het verzoek noemt twee dagen; alleen of de kandidaat er toen was, is nodig." },
		content: "De heer Demir was aanwezig op beide dagen die u noemt.",
		...{ receivedOn: dayAgo(story.scene, 3), paper, withheld: undefined },
	});
}
