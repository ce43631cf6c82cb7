import { passwordDays } from "../postgres/roles.ts";

const day = 24 * 60 * 60 * 1000;

/** Passwords of the database are new at each start. A Spoor that runs on gets new ones after thirty days, well before the old ones end. */
export const renewAfterDays = 30;

/** Is it time? At night when that can be, and by day when a night was missed. */
export function renewalDue(since: Date, now: Date): boolean {
	const age = (now.getTime() - since.getTime()) / day;
	return age >= renewAfterDays + 1 || (age >= renewAfterDays && now.getUTCHours() === 2);
}

/** Asks every hour whether it is time, and renews. One that fails is said, and tried again within the hour. Answers how to stop asking. */
export function renewing(parts: { renew: () => Promise<void>; say: (line: string) => void }): () => void {
	let since = new Date();
	let busy = false;
	const look = async () => {
		if (busy || !renewalDue(since, new Date())) return;
		busy = true;
		try {
			await parts.renew();
			since = new Date();
			parts.say("The passwords of the database were renewed");
		} catch (error) {
			const left = Math.floor(passwordDays - (Date.now() - since.getTime()) / day);
			parts.say(`The passwords of the database could not be renewed, and end in ${left} days: ${(error as Error).message}`);
		}
		busy = false;
	};
	const timer = setInterval(() => void look(), 60 * 60 * 1000).unref();
	return () => clearInterval(timer);
}
