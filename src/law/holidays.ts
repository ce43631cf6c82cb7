const day = 86_400_000;

/** Easter Sunday as midnight UTC (Gauss, in the form of Meeus, Jones and Butcher). */
function easter(year: number): number {
	const a = year % 19;
	const [b, c] = [Math.floor(year / 100), year % 100];
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const shifted = h + l - 7 * m + 114;
	return Date.UTC(year, Math.floor(shifted / 31) - 1, (shifted % 31) + 1);
}

/** King's Day is 27 April, and 26 April where that is a Sunday. */
function kingsDay(year: number): number {
	const on = Date.UTC(year, 3, 27);
	return new Date(on).getUTCDay() === 0 ? on - day : on;
}

/** The public holidays of a year (Algemene termijnenwet art. 3, Good Friday as assimilated there), oldest first. */
export function publicHolidays(year: number): readonly string[] {
	const sunday = easter(year);
	const movable = [-2, 0, 1, 39, 49, 50].map((offset) => sunday + offset * day);
	const fixed = [Date.UTC(year, 0, 1), Date.UTC(year, 4, 5), Date.UTC(year, 11, 25), Date.UTC(year, 11, 26)];
	const all = [...movable, ...fixed, kingsDay(year)].map((ms) => new Date(ms).toISOString().slice(0, 10));
	return [...new Set(all)].sort();
}

/** Is this `YYYY-MM-DD` date a Dutch public holiday? */
export const isPublicHoliday = (date: string): boolean => publicHolidays(Number(date.slice(0, 4))).includes(date);
