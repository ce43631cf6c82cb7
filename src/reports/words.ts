import { type State as MailState, stateNames as mailNames } from "../disclosures/rules.ts";
import { mailTones } from "../disclosures/tones.ts";
import { fullName, type PersonName } from "../platform/name.ts";
import type { Tone } from "../ui/states.tsx";
import { type Answer, type ReportAbout, type ReportKind, type ReportState, stateNames } from "./rules.ts";

/** What this person is called: the given name, as on "Leg voor aan Mehmet". */
export function called(sealedName: string): string {
	const { given } = JSON.parse(sealedName) as PersonName;
	return given ?? fullName(sealedName);
}

export const stateTones: Record<ReportState, Tone> = {
	draft: "neutral",
	submitted: "waiting",
	approved: "active",
	changeRequested: "warn",
	refused: "refused",
	sent: "done",
	withdrawn: "neutral",
};

/** A state as it is said on screen: a brief message waits for the candidate to know, not for an answer. */
export function stateWord(state: ReportState, kind: ReportKind): { nl: string; en: string } {
	if (kind === "brief" && state === "submitted") return { nl: "klaar om te verzenden", en: "ready to send" };
	return stateNames[state];
}

/** How a report stands, in a word and its tone. One that was sent but is not accepted yet is said as its message stands: it may still stop (R9.1). */
export function standing(
	{ state, kind }: { state: ReportState; kind: ReportKind },
	delivery: MailState | undefined,
): { tone: Tone; words: { nl: string; en: string } } {
	if (state === "sent" && delivery) return { tone: mailTones[delivery], words: mailNames[delivery] };
	return { tone: stateTones[state], words: stateWord(state, kind) };
}

/** What a report is called in a sentence. */
export const reportNames: Record<ReportKind, Record<ReportAbout, { nl: string; en: string }>> = {
	extensive: {
		plan: { nl: "Trajectplan", en: "Plan" },
		progress: { nl: "Voortgangsrapportage", en: "Progress report" },
		final: { nl: "Eindrapportage", en: "Final report" },
	},
	brief: {
		plan: { nl: "Kort bericht bij het plan", en: "Brief message on the plan" },
		progress: { nl: "Kort bericht over de voortgang", en: "Brief message on progress" },
		final: { nl: "Kort bericht bij de afsluiting", en: "Brief message at the end" },
	},
};

export const answerWords: Record<Answer, { nl: string; en: string }> = {
	approved: { nl: "akkoord", en: "approved" },
	approvedWithRemark: { nl: "akkoord, met een opmerking", en: "approved, with a remark" },
	changeRequested: { nl: "vraagt een wijziging", en: "asks for a change" },
	refused: { nl: "niet akkoord", en: "not approved" },
};

export const toldWords = {
	portal: { nl: "las het in het portaal", en: "read it in the portal" },
	conversation: { nl: "gehoord in een gesprek", en: "told in a conversation" },
	phone: { nl: "gehoord aan de telefoon", en: "told by telephone" },
	letter: { nl: "gelezen in een brief", en: "told by letter" },
} as const;
