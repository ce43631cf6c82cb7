import type { Clock } from "../clock.ts";

/**
 * How fast one person may go (R10.1): so many at once, and after that so many an hour. Nobody at work meets these; a program that empties the
 * house does within minutes. `people` is how many different candidates may be opened in an hour.
 */
export const paces = {
	page: { atOnce: 1500, anHour: 9000 },
	form: { atOnce: 120, anHour: 1800 },
	search: { atOnce: 60, anHour: 240 },
	/** Files to keep, of 8 MB at most: a stack at once, and no more than two hundred in a day. */
	file: { atOnce: 100, anHour: 4 },
} as const;
export const peopleAnHour = 90;

export type Step = keyof typeof paces;
const hour = 3_600_000;
/** How many people are remembered at most: beyond it those go who have nothing against them. */
const mostKept = 50_000;

export interface Asked {
	readonly person: string;
	/** A page, and also a form or a search when it is one. */
	readonly steps: readonly Step[];
	/** Whose dossier it is about. */
	readonly about?: string | undefined;
}

export interface Pace {
	/** Seconds to wait, or 0: then it counts. `first`: nobody had to tell this person within the hour. */
	ask(asked: Asked): { readonly wait: number; readonly first: boolean };
}

/** Counts in this process's memory: the one web process serves everybody, and a new start begins anew. `times` widens every limit. */
export function paceOf(clock: Clock, times = 1): Pace {
	const buckets = new Map<string, { left: number; at: number }>();
	const opened = new Map<string, Map<string, number>>();
	const told = new Map<string, number>();

	/** What is left of a step, with what came back since; and how long until there is one. */
	function bucket(person: string, step: Step, now: number) {
		const { atOnce, anHour } = paces[step];
		const key = `${step} ${person}`;
		const before = buckets.get(key) ?? { left: atOnce * times, at: now };
		const rate = (anHour * times) / hour;
		const left = Math.min(atOnce * times, before.left + Math.max(0, now - before.at) * rate);
		return { key, left, wait: left > 1 - 1e-6 ? 0 : Math.ceil((1 - left) / rate / 1000 - 1e-6) };
	}

	function peopleWait(person: string, about: string, now: number): number {
		const seen = opened.get(person) ?? new Map<string, number>();
		for (const [one, at] of seen) if (now - at >= hour) seen.delete(one);
		opened.set(person, seen);
		if (seen.has(about) || seen.size < peopleAnHour * times) return 0;
		return Math.ceil((Math.min(...seen.values()) + hour - now) / 1000);
	}

	function forget(now: number): void {
		if (buckets.size <= mostKept) return;
		for (const [key, { at }] of buckets) if (now - at > hour) buckets.delete(key);
		for (const [person, at] of told) if (now - at > hour) told.delete(person);
		for (const [person, seen] of opened) if ([...seen.values()].every((at) => now - at > hour)) opened.delete(person);
	}

	return {
		ask({ person, steps, about }) {
			const now = clock.now().getTime();
			const asked = steps.map((step) => bucket(person, step, now));
			const wait = Math.max(0, ...asked.map((one) => one.wait), about ? peopleWait(person, about, now) : 0);
			if (wait > 0) {
				const first = now - (told.get(person) ?? 0) >= hour;
				if (first) told.set(person, now);
				return { wait, first };
			}
			for (const { key, left } of asked) buckets.set(key, { left: left - 1, at: now });
			// The first time within the hour counts: who stays with the same people is not held up by it.
			if (about && !opened.get(person)?.has(about)) opened.get(person)?.set(about, now);
			forget(now);
			return { wait: 0, first: false };
		},
	};
}
