/**
 * Legal terms as Amsterdam calendar dates (`YYYY-MM-DD`), by Regulation (EEC, Euratom) 1182/71 art. 3: the day of the event
 * does not count, a term ends with its last day, and where the source says so moves past weekend and public holiday.
 */
import { isPublicHoliday } from "./holidays.ts";

export type CalendarDate = string;
export type Clock = { readonly now: () => Date };

const day = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

const text = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10);

/** Is this text a date that exists? For forms and imports. */
export function isCalendarDate(value: string): boolean {
	if (!shape.test(value)) return false;
	const ms = Date.parse(`${value}T00:00:00Z`);
	return !Number.isNaN(ms) && text(ms) === value;
}

/** Midnight UTC of a calendar date, for counting only. Throws RangeError on a date that does not exist. */
function count(date: CalendarDate): number {
	if (!isCalendarDate(date)) throw new RangeError(`not a calendar date: ${date}`);
	return Date.parse(`${date}T00:00:00Z`);
}

const amsterdam = new Intl.DateTimeFormat("en-CA", {
	timeZone: "Europe/Amsterdam",
	year: "numeric",
	month: "2-digit",
	day: "2-digit",
});

/** The Amsterdam date of an instant. */
export const dateOf = (instant: Date): CalendarDate => amsterdam.format(instant);

const wallClock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "medium" });

/**
 * The instant at which Amsterdam's clocks showed this day and time (`HH:MM`). An hour that was skipped in spring counts as the one before
 * it, and one that came twice in autumn as the second.
 */
export function momentOf(date: CalendarDate, time: string): Date {
	const wanted = Date.parse(`${date}T${time}:00Z`);
	// What the clocks there show at an instant, read as if it were UTC.
	const shown = (instant: number) => Date.parse(`${wallClock.format(instant).replace(" ", "T")}Z`);
	const winter = wanted - 3_600_000;
	return new Date(shown(winter) === wanted ? winter : winter - 3_600_000);
}

/** Today in Amsterdam, by the clock that was passed in. */
export const today = (clock: Clock): CalendarDate => dateOf(clock.now());

/** The date n days later (earlier when negative). Throws RangeError on a date that does not exist. */
export const addDays = (date: CalendarDate, n: number): CalendarDate => text(count(date) + n * day);

/** The date n weeks later: the same day of the week. */
export const addWeeks = (date: CalendarDate, n: number): CalendarDate => addDays(date, n * 7);

/** The same day n months later; where that month has no such day, its last day (art. 3(2)(c)). */
export function addMonths(date: CalendarDate, n: number): CalendarDate {
	const from = new Date(count(date));
	const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + n, 1);
	const length = new Date(Date.UTC(new Date(first).getUTCFullYear(), new Date(first).getUTCMonth() + 1, 0)).getUTCDate();
	return text(first + (Math.min(from.getUTCDate(), length) - 1) * day);
}

/** Whole days from one date to another. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => (count(to) - count(from)) / day;

/** Monday to Friday, and no public holiday. */
export function isWorkingDay(date: CalendarDate): boolean {
	const weekday = new Date(count(date)).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !isPublicHoliday(date);
}

/** The date itself when it is a working day, otherwise the next one (art. 3(4)). */
export function nextWorkingDay(date: CalendarDate): CalendarDate {
	return isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1));
}

export type Term = {
	readonly days?: number;
	readonly weeks?: number;
	readonly months?: number;
	/** `regulation`: moves past weekends and holidays. `calendar`: the source counts plain days (most contracts do). */
	readonly ends: "regulation" | "calendar";
};

/** How many working days lie after a date, up to and including another. */
export function workingDaysAfter(event: CalendarDate, last: CalendarDate): number {
	const length = Math.max(0, daysBetween(event, last));
	return Array.from({ length }, (_, i) => addDays(event, i + 1)).filter(isWorkingDay).length;
}

/** The last day of a term that an event on this date starts. */
export function termEnds(event: CalendarDate, term: Term): CalendarDate {
	let end = addDays(addWeeks(addMonths(event, term.months ?? 0), term.weeks ?? 0), term.days ?? 0);
	if (term.ends === "calendar") return end;
	end = nextWorkingDay(end);
	// Art. 3(5): a term of two days or more holds at least two working days.
	while (daysBetween(event, end) >= 2 && workingDaysAfter(event, end) < 2) end = nextWorkingDay(addDays(end, 1));
	return end;
}

/** Is a term over? On its last day it is not. */
export const isOver = (lastDay: CalendarDate, now: CalendarDate): boolean => count(now) > count(lastDay);

/** The terms of the law that Spoor watches, each with its source. */
export const terms = {
	rightsRequest: { months: 1, ends: "regulation", source: "avg.12.3" },
	rightsRequestExtended: { months: 3, ends: "regulation", source: "avg.12.3" },
	courtPetition: { weeks: 6, ends: "regulation", source: "uavg.35.2" },
	complaintAcknowledged: { weeks: 2, ends: "calendar", source: "R13.1" },
	complaintRefused: { weeks: 4, ends: "calendar", source: "R13.1" },
	complaintDecided: { weeks: 6, ends: "calendar", source: "R13.1" },
} as const satisfies Record<string, Term & { source: string }>;

const names = {
	nl: [
		"januari",
		"februari",
		"maart",
		"april",
		"mei",
		"juni",
		"juli",
		"augustus",
		"september",
		"oktober",
		"november",
		"december",
	],
	en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
} as const;

/** A date as people read it: 3 maart 2026, 3 March 2026. */
export function formatDate(date: CalendarDate, language: "nl" | "en"): string {
	const on = new Date(count(date));
	return `${on.getUTCDate()} ${names[language][on.getUTCMonth()]} ${on.getUTCFullYear()}`;
}

/** A date for narrow columns, always ten characters: 03-03-2026 in Dutch, 03/03/2026 in English. */
export function formatShortDate(date: CalendarDate, language: "nl" | "en"): string {
	const [year, month, dayOfMonth] = text(count(date)).split("-");
	return [dayOfMonth, month, year].join(language === "nl" ? "-" : "/");
}
