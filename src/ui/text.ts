import { createContext, useContext } from "hono/jsx";

export type Lang = "nl" | "en";

/** Chooses between the two texts of a screen; both are always written side by side. */
export type Translate = (nl: string, en: string) => string;

/** The chooser for one language. */
export function translator(lang: Lang): Translate {
	return (nl, en) => (lang === "en" ? en : nl);
}

/** The language of the page being rendered; the document shell sets it. */
export const LangContext = createContext<Lang>("nl");

/** The language of the page being rendered, for the few words a building block says itself. */
export function useLang(): Lang {
	return useContext(LangContext);
}

/** The chooser for the page being rendered. */
export function useT(): Translate {
	return translator(useLang());
}

const AMSTERDAM = "Europe/Amsterdam";

/** `23 november 2026` / `23 November 2026`. A plain `YYYY-MM-DD` is that calendar day, an instant is the day it was in Amsterdam. */
export function formatDate(value: Date | string, lang: Lang): string {
	return format(value, lang, "date");
}

/** `maandag 23 november` / `Monday 23 November`, for days close by. */
export function formatDay(value: Date | string, lang: Lang): string {
	return format(value, lang, "day").replace(",", "");
}

/** `23 nov 2026`, for tables. */
export function formatShortDate(value: Date | string, lang: Lang): string {
	return format(value, lang, "shortDate");
}

/** `14:05`, the clock in Amsterdam. */
export function formatTime(value: Date | string, lang: Lang): string {
	return format(value, lang, "time");
}

/** `23 november 2026, 14:05`. */
export function formatMoment(value: Date | string, lang: Lang): string {
	return `${formatDate(value, lang)}, ${formatTime(value, lang)}`;
}

/** `1.250` / `1,250`. */
export function formatNumber(value: number, lang: Lang): string {
	return new Intl.NumberFormat(locale(lang)).format(value);
}

/** `€ 1.250,00` / `€1,250.00`, from whole cents. */
export function formatEuro(cents: number, lang: Lang): string {
	return new Intl.NumberFormat(locale(lang), { style: "currency", currency: "EUR" }).format(cents / 100);
}

/** ISO text for a `datetime` attribute. */
export function isoOf(value: Date | string): string {
	return typeof value === "string" ? value : value.toISOString();
}

function locale(lang: Lang): string {
	return lang === "en" ? "en-GB" : "nl-NL";
}

const forms = {
	date: { day: "numeric", month: "long", year: "numeric" },
	day: { weekday: "long", day: "numeric", month: "long" },
	shortDate: { day: "numeric", month: "short", year: "numeric" },
	time: { hour: "2-digit", minute: "2-digit" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making one costs a hundred times what using it does, so each is made once.
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(value: Date | string, lang: Lang, form: keyof typeof forms): string {
	const name = `${lang} ${form}`;
	let formatter = formatters.get(name);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat(locale(lang), { timeZone: AMSTERDAM, hourCycle: "h23", ...forms[form] });
		formatters.set(name, formatter);
	}
	// A calendar day has no clock: read at noon UTC it is that same day in Amsterdam, summer and winter.
	const date = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00Z`) : new Date(value);
	return formatter.format(date);
}
