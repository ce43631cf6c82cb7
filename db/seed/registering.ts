import type { DemoPerson } from "../../src/accounts/demonstration.server.ts";
import { inviteCandidate } from "../../src/candidates/invite.server.ts";
import { registerCandidate } from "../../src/candidates/register.server.ts";
import { assignmentTypes } from "../../src/law/assignment-types.ts";
import type { CandidateField } from "../../src/law/fields.ts";
import { acceptInvitation } from "./accounts.ts";
import type { Person } from "./person.ts";
import { dayAgo, idOf, momentAgo, staffAt } from "./scene.ts";
import type { Story } from "./story.ts";

const occupations = [
	"magazijnmedewerker",
	"administratief medewerker",
	"bakker",
	"monteur",
	"docent",
	"planner",
	"verkoper",
	"kok",
];
const educations = [
	"mbo Logistiek",
	"mbo Administratie",
	"hbo Bedrijfskunde",
	"vmbo Techniek",
	"mbo Handel",
	"hbo Lerarenopleiding",
];
const streets = ["Denkbeeldige laan", "Verzonnen weg", "Bedachte straat", "Fictieplein", "Sprookjeshof"];
const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? "";

/** Letters that stand in an address: without marks, lower case, nothing else. */
const plain = (text: string) =>
	text
		.normalize("NFD")
		.replace(/[łŁ]/g, "l")
		.replace(/ı/g, "i")
		.replace(/[^A-Za-z]/g, "")
		.toLowerCase();
export const emailOf = ({ given, family }: Pick<Person, "given" | "family">) =>
	`${plain(given)}.${plain(family).slice(0, 24)}@post.test`;

/** What the type of assignment asks for, and nothing else: a field that is not declared would be refused (R2.1). */
function fieldsOf({ person, number: n }: Story): Record<string, string> {
	const all: Partial<Record<CandidateField, string>> = {
		givenName: person.given,
		initials: `${person.given[0]}.`,
		familyName: person.family,
		...(person.infix && { infix: person.infix }),
		...(person.english && { language: "en" }),
		...(person.email !== false && { email: emailOf(person) }),
		phone: `06 0000 ${String(1000 + n * 7)}`,
		street: `${pick(streets, n)} ${n + 3}`,
		postcode: "1234 AB",
		city: n % 4 === 0 ? "Nergenshuizen" : "Voorbeeldstad",
		birthDate: `${1964 + ((n * 7) % 36)}-${String(1 + (n % 12)).padStart(2, "0")}-${String(1 + ((n * 5) % 28)).padStart(2, "0")}`,
		education: pick(educations, n),
		occupation: pick(occupations, n),
		employerJobTitle: pick(occupations, n + 3),
		workHours: String(20 + (n % 3) * 8),
		availability: `${16 + (n % 3) * 8} uur`,
		drivingLicence: n % 3 === 0 ? "geen" : "B",
	};
	const declared: readonly string[] = assignmentTypes[person.type].fields;
	return Object.fromEntries(Object.entries(all).filter(([field]) => declared.includes(field)));
}

/** Back office registers, or the coach who was asked; somebody else's candidate gets their coach at once. */
export async function register(story: Story, day: number): Promise<void> {
	const { scene, person, candidate, trajectory, number } = story;
	const by = staffAt(scene, "bea", momentAgo(scene, day, "09:20"));
	const [commissioner] = person.order ?? [];
	const reference = `INK-${dayAgo(scene, day).slice(0, 4)}-${String(100 + number * 3)}`;
	const assignment = commissioner && {
		id: by.chance.uuid(),
		commissioner: idOf(scene, commissioner),
		type: person.type,
		reference,
		orderedOn: dayAgo(scene, day + 2),
	};
	const coach = person.coach ? { coach: idOf(scene, person.coach) } : {};
	await registerCandidate(by, {
		candidate,
		trajectory,
		type: person.type,
		fields: fieldsOf(story),
		source: commissioner ? "commissioner" : "candidate",
		assignment,
		...coach,
		lookedAt: true,
	});
}

/** An invitation to the portal, and its acceptance the same evening. */
export async function joinPortal(story: Story, day: number): Promise<DemoPerson> {
	const { scene, person, candidate } = story;
	await inviteCandidate(staffAt(scene, "bea", momentAgo(scene, day, "09:45")), candidate, scene.publicUrl);
	const name = [person.given, person.infix, person.family].filter(Boolean).join(" ");
	const joined = await acceptInvitation(
		scene,
		{ realm: "candidate", personId: candidate, name, role: "Kandidaat", email: emailOf(person) },
		momentAgo(scene, day, "19:30"),
	);
	story.joined = true;
	return joined;
}
