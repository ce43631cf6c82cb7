/** The value below which this share (0–1) of the measurements lies; nearest rank. Not a number when there are none. */
export function percentile(values: readonly number[], share: number): number {
	if (values.length === 0) return Number.NaN;
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	if (values.length === 0) return Number.NaN;
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	const upper = sorted[half] as number;
	return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] as number)) / 2;
}

/** What one round of one side cost. CPU in milliseconds of the whole round. */
export interface Round {
	/** Each operation's time in milliseconds. */
	times: number[];
	seconds: number;
	app: number;
	keys: number;
	db: number;
}

/** CPU milliseconds for one operation, by part. */
export function perOperation({ times, app, keys, db }: Round) {
	const share = (cpu: number) => cpu / times.length;
	return { app: share(app), keys: share(keys), db: share(db), all: share(app + keys + db) };
}

/**
 * How many times the baseline's CPU: the median over pairs of neighbouring rounds, so that what else the machine does at that
 * moment weighs on both.
 */
export function ratio(subject: readonly Round[], baseline: readonly Round[]): number {
	return median(subject.map((round, index) => perOperation(round).all / perOperation(baseline[index] as Round).all));
}
