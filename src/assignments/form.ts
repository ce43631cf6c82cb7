import { z } from "zod";
import { isCalendarDate } from "../law/deadlines.ts";
import { say } from "../platform/web/page.ts";
import { dateFrom } from "../ui/date-field.tsx";

type Posted = Readonly<Record<string, string | string[]>>;
const noDate = "geen datum"; // what no calendar has: the schema refuses it with its own sentence

/** A date of three boxes as one text: empty when nothing was filled in. */
export const postedDate = (form: Posted, name: string): string => dateFrom(form, name) ?? noDate;

export const pastDay = (today: string) =>
	z
		.string()
		.refine(isCalendarDate, say("Vul een datum in die bestaat.", "Enter a date that exists."))
		.refine((day) => day <= today, say("Deze datum ligt in de toekomst.", "This date is in the future."));

/** Marks the choice for an assignment that is still to be recorded. */
export const newAssignment = "nieuw";

const choose = say("Kies een opdracht.", "Choose an assignment.");

/** Choosing an assignment, or recording a new one. A candidate who pays chooses none. */
export const assignmentForm = (today: string, self: boolean) =>
	z.object({
		assignment: self ? z.undefined() : z.literal(newAssignment).or(z.uuid(choose)), // the union would answer with the message of its last part
		new_assignment: z.uuid().optional(),
		commissioner: z.string().optional(),
		reference: z.string().trim().max(80).optional(),
		ordered_on: z.union([z.literal(""), pastDay(today)]).optional(),
	});
export type AssignmentChoice = z.infer<ReturnType<typeof assignmentForm>>;

type Faulty = { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void };
/** A new assignment needs its commissioner and day. */
export function completeAssignment(choice: AssignmentChoice, faults: Faulty): void {
	if (choice.assignment !== newAssignment) return;
	const needs = (field: string, message: string) => faults.addIssue({ code: "custom", path: [field], message });
	if (!choice.commissioner) needs("commissioner", say("Kies een opdrachtgever.", "Choose a commissioner."));
	if (!choice.ordered_on)
		needs("ordered_on", say("Vul in wanneer de opdracht is gegeven.", "Enter when the assignment was given."));
}
