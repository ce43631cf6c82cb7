import type { Bilingual } from "../law/bilingual.ts";
import { addDays, type CalendarDate, dateOf, formatDate } from "../law/deadlines.ts";
import type { Chance } from "../platform/clock.ts";

/** Where a document of channel C waits for its reader. */
export const collectPath = "/ophalen";
/** A code that was told by telephone is good for so many days, or until the document is no longer there. */
export const codeDays = 7;

export const eventNames = {
	codeMade: { nl: "Code gemaakt", en: "Code made" },
	wrong: { nl: "Adres of code klopte niet", en: "Address or code was wrong" },
	locked: { nl: "Op slot na vijf foute pogingen", en: "Locked after five wrong attempts" },
	opened: { nl: "Adres en code kloppen", en: "Address and code are right" },
	refused: { nl: "Ophalen geweigerd", en: "Collecting refused" },
	collected: { nl: "Opgehaald", en: "Collected" },
	ended: { nl: "Gesloten", en: "Closed" },
} as const satisfies Record<string, Bilingual>;
export type CollectionEventKind = keyof typeof eventNames;

/** Eight digits, easy to say: two groups of four. */
export function newCode(chance: Chance): string {
	const digits = String(Buffer.from(chance.bytes(8)).readBigUInt64BE() % 100_000_000n).padStart(8, "0");
	return `${digits.slice(0, 4)} ${digits.slice(4)}`;
}

/** What keyed tokens are made of; case and spaces are no part of an address or a code. */
export const addressValue = (disclosure: string, address: string): string =>
	`address/${disclosure}/${address.trim().toLowerCase()}`;
export const codeValue = (disclosure: string, code: string): string => `code/${disclosure}/${code.replace(/\D/g, "")}`;

/** The last day on which it can be collected. */
export const lastDay = (sentAt: Date, days: number): CalendarDate => addDays(dateOf(sentAt), days);

/** The secret of the one link in a message, to compare with what the database keeps of it. */
export const linkIn = (text: string): string | undefined => /\/ophalen\/([\w-]{43})\s/.exec(`${text} `)?.[1];

/** The mail of channel C: it names nobody, says nothing of what waits, and never the code. */
export function collectMail(about: { agency: string; link: string; until: CalendarDate }): { subjectLine: string; text: string } {
	const { agency, link, until } = about;
	return {
		subjectLine: `Er staat een document voor u klaar (${agency})`,
		text: [
			"Goedendag,",
			"",
			"Er staat een document voor u klaar. Het gaat met opzet niet per e-mail. U haalt het hier op:",
			"",
			link,
			"",
			`U vult dit e-mailadres in en een code van acht cijfers. Die code hoort u van ons aan de telefoon; wij mailen haar nooit. Het document staat klaar tot en met ${formatDate(until, "nl")}.`,
			"",
			"In deze e-mail staat met opzet niets anders. Twijfelt u of hij echt is, bel ons dan op een nummer dat u al had.",
			"",
			`In English: a document is waiting for you. Open the link and enter this e-mail address and the code of eight digits that we tell you by telephone; we never mail it. The document is there until ${formatDate(until, "en")}.`,
			"",
			"Met vriendelijke groet,",
			agency,
			"",
		].join("\n"),
	};
}
