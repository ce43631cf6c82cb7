/** So many requests of one person (or, of who is not signed in, one network) are served at a time, and so many wait their turn. */
export const turnsEach = { atOnce: 4, waiting: 40 } as const;

export interface Turns {
	/** Waits for a turn, in the order of asking; answers how to give it back, or nothing when too many wait already. */
	take(who: string): Promise<(() => void) | undefined>;
}

/** So that nobody, however busy, takes all places at the database from the others (ten for each audience). */
export function turnsOf(times = 1): Turns {
	const lines = new Map<string, { busy: number; readonly waiting: (() => void)[] }>();
	return {
		async take(who) {
			const line = lines.get(who) ?? { busy: 0, waiting: [] };
			lines.set(who, line);
			if (line.busy >= turnsEach.atOnce * times) {
				if (line.waiting.length >= turnsEach.waiting * times) return undefined;
				// Whoever gives a turn back hands it on, so that `busy` stays as it is.
				await new Promise<void>((resolve) => line.waiting.push(resolve));
			} else line.busy++;
			let given = false;
			return () => {
				if (given) return;
				given = true;
				const next = line.waiting.shift();
				if (next) next();
				else if (--line.busy === 0) lines.delete(who);
			};
		},
	};
}
