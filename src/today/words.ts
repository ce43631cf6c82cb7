import type { Bilingual } from "../law/bilingual.ts";
import type { Task, TaskKind, Urgency } from "./tasks.ts";

const about = {
	plan: { nl: "trajectplan", en: "plan" },
	progress: { nl: "voortgangsverslag", en: "progress report" },
	final: { nl: "eindverslag", en: "final report" },
} as const;
const briefly = {
	plan: { nl: "kort bericht bij het plan", en: "brief message with the plan" },
	progress: { nl: "voortgangsbericht", en: "brief progress message" },
	final: { nl: "eindbericht", en: "brief final message" },
} as const;
const spoken = {
	plan: { nl: "mondelinge toelichting op het plan", en: "spoken account of the plan" },
	progress: { nl: "mondelinge voortgangsbericht", en: "spoken progress message" },
	final: { nl: "mondelinge eindbericht", en: "spoken final message" },
} as const;

function what({ report }: Task): Bilingual {
	if (!report) return { nl: "rapportage", en: "report" };
	return (report.form === "oral" ? spoken : report.kind === "brief" ? briefly : about)[report.about];
}

const doing: Record<TaskKind, (it: Bilingual) => Bilingual> = {
	report: (it) => ({ nl: `Maak het ${it.nl}`, en: `Make the ${it.en}` }),
	draft: (it) => ({ nl: `Schrijf het ${it.nl} af`, en: `Finish the ${it.en}` }),
	waiting: (it) => ({ nl: `Kandidaat leest het ${it.nl}`, en: `Candidate reads the ${it.en}` }),
	answered: (it) => ({ nl: `Lees het antwoord op het ${it.nl}`, en: `Read the answer to the ${it.en}` }),
	confirm: (it) => ({
		nl: `Bevestig het akkoord op papier bij het ${it.nl}`,
		en: `Confirm the approval on paper of the ${it.en}`,
	}),
	secondEye: (it) => ({
		nl: `Wacht op een tweede medewerker: het ${it.nl}`,
		en: `Waits for a second member of staff: the ${it.en}`,
	}),
	send: (it) => ({ nl: `Verzend het ${it.nl}`, en: `Send the ${it.en}` }),
	tell: (it) => ({ nl: `Vertel de kandidaat van het ${it.nl}`, en: `Tell the candidate of the ${it.en}` }),
	agree: () => ({ nl: "Maak de rapportageafspraak", en: "Make the reporting agreement" }),
	inform: () => ({ nl: "Vertel de kandidaat van de afspraak", en: "Tell the candidate of the agreement" }),
	recipient: () => ({ nl: "Kies een nieuwe ontvanger: de vorige vertrok", en: "Choose a new recipient: the former left" }),
	question: () => ({ nl: "Beantwoord een vraag over de afspraak", en: "Answer a question about the agreement" }),
	assign: () => ({ nl: "Wijs een begeleider toe", en: "Assign a coach" }),
	start: () => ({ nl: "Start het traject", en: "Start the trajectory" }),
	note: () => ({ nl: "Schrijf de notitie af", en: "Finish the note" }),
	undo: () => ({ nl: "Wordt zo verzonden: terughalen kan nog", en: "Goes soon: can still be taken back" }),
	stuck: () => ({ nl: "Kijk naar een verzending die niet aankwam", en: "See to a sending that did not arrive" }),
};

const telling = (it: Bilingual): Bilingual => ({ nl: `Geef het ${it.nl}`, en: `Give the ${it.en}` });

/** What is to be done, beginning with its verb: "Maak het voortgangsverslag". */
export function doingOf(task: Task): Bilingual {
	const words = (task.kind === "report" && task.report?.form === "oral" ? telling : doing[task.kind])(what(task));
	// "de toelichting", not "het toelichting": the one noun here that is not neuter
	return { nl: words.nl.replace("het mondelinge toelichting", "de mondelinge toelichting"), en: words.en };
}

export const urgencyNames: Record<Urgency, Bilingual> = {
	late: { nl: "Te laat", en: "Late" },
	now: { nl: "Nu te doen", en: "To do now" },
	soon: { nl: "Komende twee weken", en: "In the next two weeks" },
	waiting: { nl: "Wacht op een ander", en: "Waits for somebody else" },
};

/** "9 dagen", "vandaag" */
export const daysLong = (n: number): Bilingual =>
	n === 0 ? { nl: "vandaag", en: "today" } : { nl: n === 1 ? "1 dag" : `${n} dagen`, en: n === 1 ? "1 day" : `${n} days` };
