import { type CalendarDate, dateOf, momentOf } from "../law/deadlines.ts";
import { type Decision, every, no, yes } from "../law/decision.ts";

/** What is known of a conversation that is written down afterwards. */
export interface SpokenFacts {
	/** When it was spoken. */
	readonly at: Date;
	readonly now: Date;
	/** The day on which the trajectory was there. */
	readonly begunOn: CalendarDate;
	/** The agreement that held at that moment had this line, to this person and with all these data. */
	readonly agreed: boolean;
	/** When the contact person last got another name: who was spoken with before that is somebody else. */
	readonly renamedAt: Date | null;
}

/** May something spoken at that moment be written down now? Not what is yet to come, and not what came before there was anything to tell (R9.2, R6.1). */
export function maySpeak({ at, now, begunOn, agreed, renamedAt }: SpokenFacts): Decision {
	const day = dateOf(at);
	return every(
		at <= now ? yes("R9.2") : no("R9.2", { nl: "Dit gesprek moet nog komen.", en: "This conversation is yet to come." }),
		day >= begunOn
			? yes("R9.2")
			: no("R9.2", {
					nl: "Op die dag was dit traject er nog niet. Kijk de datum na.",
					en: "On that day there was no such trajectory yet. Please check the date.",
				}),
		agreed
			? yes("R9.2")
			: no("R6.1", {
					nl: "Toen was nog niet afgesproken dat je dit aan deze persoon vertelt.",
					en: "By then it was not agreed yet that you tell this to this person.",
				}),
		renamedAt === null || at >= renamedAt
			? yes("R9.2")
			: no("R6.1", {
					nl: "Deze ontvanger kreeg na dit gesprek een andere naam. Met wie je sprak, staat hier dus niet meer.",
					en: "This recipient got another name after this conversation. So whom you spoke with no longer stands here.",
				}),
	);
}

/** The moment of a typed minute: its end, so that what was withdrawn within it counts as withdrawn, and never later than now. */
export function spokenAt(day: CalendarDate, time: string, now: Date): Date {
	const end = new Date(momentOf(day, time).getTime() + 59_999);
	const begun = momentOf(day, time) <= now;
	return begun && end > now ? now : end;
}
