import { recordBsn } from "../../src/bsn/bsn.server.ts";
import { answerConsent } from "../../src/consents/answer.server.ts";
import { askToAsk } from "../../src/health/ask-consent.server.ts";
import { recordCarer } from "../../src/health/carers.server.ts";
import { type CapacityContent, type IllnessContent, recordItem } from "../../src/health/items.server.ts";
import { makeLetter, sendLetter } from "../../src/health/letter.server.ts";
import { draftRequest } from "../../src/health/requests.server.ts";
import { candidateAt, dayAgo } from "./scene.ts";
import { asCoach, at, type Story } from "./story.ts";
import type { Step } from "./timeline.ts";

type Held<C> = C extends unknown ? Omit<C, "from" | "until"> : never;
const capacity: readonly Held<CapacityContent>[] = [
	{
		aspect: "hours",
		level: "limited",
		words: "Vier uur per dag, vijf dagen per week. Opbouw in overleg met de bedrijfsarts.",
		source: "companyDoctor",
	},
	{ aspect: "lifting", level: "limited", words: "Tot vijf kilo, niet boven schouderhoogte.", source: "companyDoctor" },
	{ aspect: "sitting", level: "can", words: "Een uur achtereen, daarna even lopen.", source: "candidate" },
	{ aspect: "adjustments", level: "needed", words: "Een in hoogte verstelbaar bureau.", source: "labourExpert" },
];
const illness: readonly Held<IllnessContent>[] = [
	{ kind: "nature", words: "Klachten aan de onderrug.", source: "candidate" },
	{ kind: "treatment", words: "Oefentherapie, twee keer per week.", source: "candidate" },
];
const doctor = {
	kind: "generalPractitioner",
	...{ name: "mevrouw dr. E. Kok", organisation: "Huisartsenpraktijk De Linde", street: "Lindelaan 4" },
	...{ postcode: "1234 AB", city: "Voorbeeldstad" },
} as const;
const question = `Hoeveel uur per dag kan de heer Demir naar uw oordeel zittend werk doen?
Welke aanpassingen van de werkplek zijn nodig?`;

/** What was recorded in the compartment, and a question to a doctor that the candidate said yes to and that waits for an answer (R8.2, R8.3). */
export function healthSteps(story: Story): Step[] {
	const day = story.person.health;
	if (day === undefined) return [];
	return [
		{ day: day + 6, run: () => record(story, day + 6) },
		{ day, run: () => askDoctor(story, day) },
	];
}

const placeOf = ({ candidate, trajectory }: Story) => ({ candidate, trajectory, purpose: "guidance" }) as const;

async function record(story: Story, day: number): Promise<void> {
	const place = placeOf(story);
	const held = { from: dayAgo(story.scene, day), until: null };
	const by = asCoach(story, day, "10:20");
	for (const content of capacity)
		await recordItem(by, "capacity", { ...place, id: by.chance.uuid(), content: { ...content, ...held } });
	for (const content of illness)
		await recordItem(by, "illness", { ...place, id: by.chance.uuid(), content: { ...content, ...held } });
	// Made up; it passes the eleven-test.
	await recordBsn(by, { id: by.chance.uuid(), ...place, typed: "111222333", rowVersion: null });
}

async function askDoctor(story: Story, day: number): Promise<void> {
	const { scene, candidate } = story;
	const place = placeOf(story);
	const by = asCoach(story, day, "09:40");
	const [carer, request, consent] = [by.chance.uuid(), by.chance.uuid(), by.chance.uuid()];
	await recordCarer(by, { ...place, id: carer, carer: doctor });
	await draftRequest(by, { ...place, id: request, carer, about: ["workCapacity", "adjustments"], question, rowVersion: null });
	await askToAsk(by, scene.publicUrl, { ...place, id: consent, request });
	const { rows } = await scene.owner.query<{ hash: string }>(
		"select encode(notice_sha256, 'hex') as hash from app.consent where id = $1",
		[consent],
	);
	const answered = { id: by.chance.uuid(), consent, answer: "yes", noticeSha256: rows[0]?.hash ?? "", language: "nl" } as const;
	await answerConsent(candidateAt(scene, candidate, at(story, day, "12:15")), scene.publicUrl, answered);
	const later = asCoach(story, day, "14:05");
	await makeLetter(later, scene, { ...place, request, rowVersion: 1 });
	await sendLetter(later, { ...place, request, rowVersion: 2, sentOn: dayAgo(scene, day), disclosure: later.chance.uuid() });
}
