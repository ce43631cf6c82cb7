/** Time and chance are passed in, so that a seeded run can drive the real code (house.md 14). */
export interface Clock {
	now(): Date;
}

export interface Chance {
	/** A random UUID: names a row, is never a bearer token. */
	uuid(): string;
	bytes(length: number): Uint8Array;
}

export const systemClock: Clock = { now: () => new Date() };

export const systemChance: Chance = {
	uuid: () => crypto.randomUUID(),
	bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};
