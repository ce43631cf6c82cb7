import { notify } from "../../src/disclosures/notify.server.ts";
import { assignmentTypes } from "../../src/law/assignment-types.ts";
import type { CategoryId } from "../../src/law/categories.ts";
import { makeAgreement, type NewLine } from "../../src/reporting-agreements/agree.server.ts";
import { acknowledgeAgreement, askAboutAgreement, recordConversation } from "../../src/reporting-agreements/inform.server.ts";
import { candidateAt, dayAgo, idOf, momentAgo, staffAt } from "./scene.ts";
import type { Story } from "./story.ts";

const written: readonly CategoryId[] = ["attendance", "activities", "progress", "adviceOnWork"];

/** The lines that this type of assignment usually has, for one recipient; and an oral one where the story tells of it. */
function linesFor({ scene, person }: Story, contact: string): NewLine[] {
	const shared = {
		rootId: null,
		contactId: contact,
		purpose: "assignments" as const,
		everyMonths: null,
		everyWeeks: null,
		afterDays: null,
		atEnd: false,
		firstDue: null,
	};
	const usual = assignmentTypes[person.type].reports.map(
		({ about, kind, due }): NewLine => ({ ...shared, about, kind, form: "written", categories: written, ...due }),
	);
	if (!person.oral) return usual;
	const oral: NewLine = {
		...shared,
		contactId: idOf(scene, person.oral[0]),
		about: "progress",
		kind: "brief",
		form: "oral",
		categories: ["attendance", "progress"],
		everyMonths: 3,
	};
	return [...usual, oral];
}

/** The next version of the agreement, as the coach makes it with the candidate; whoever has an account is told by mail. */
export async function agree(story: Story, day: number, contact: string | undefined): Promise<void> {
	const { scene, candidate, trajectory } = story;
	const by = staffAt(scene, story.coach, momentAgo(scene, day, "10:50"));
	const id = by.chance.uuid();
	const standing = await roots(story);
	const lines = contact ? linesFor(story, contact).map((line, place) => ({ ...line, rootId: standing[place] ?? null })) : [];
	const mail = { tell: notify, link: `${scene.publicUrl}/mijn` };
	await makeAgreement(by, { id, candidate, trajectory, basedOn: story.version, lines }, mail);
	story.agreement = id;
	story.version += 1;
}

async function roots({ scene, agreement }: Story): Promise<string[]> {
	const { rows } = await scene.owner.query<{ root_id: string }>(
		"select root_id from app.agreement_line where agreement_id = $1 order by place",
		[agreement ?? null],
	);
	return rows.map((row) => row.root_id);
}

/** The candidate is told of it: reads it in the portal, or hears it from the coach. */
export async function inform(story: Story, day: number): Promise<void> {
	const { scene, candidate, agreement } = story;
	if (story.person.portal && story.joined) {
		const by = candidateAt(scene, candidate, momentAgo(scene, day, "19:05"));
		await acknowledgeAgreement(by, { id: by.chance.uuid(), agreement: agreement ?? "" });
		return;
	}
	const by = staffAt(scene, story.coach, momentAgo(scene, day, "11:30"));
	const how = story.person.email === false ? "conversation" : "phone";
	await recordConversation(by, {
		id: by.chance.uuid(),
		candidate,
		agreement: agreement ?? "",
		how,
		on: dayAgo(scene, day),
		note: "Regel voor regel doorgenomen; geen vragen meer.",
	});
}

export async function ask(story: Story, day: number, question: string): Promise<void> {
	const by = candidateAt(story.scene, story.candidate, momentAgo(story.scene, day, "20:10"));
	await askAboutAgreement(by, { id: by.chance.uuid(), agreement: story.agreement ?? "", question });
}
