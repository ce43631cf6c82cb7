import { passwordDays } from "../postgres/roles.ts";

const day = 24 * 60 * 60 * 1000;

/** Passwords of the database are new at each start. A Spoor that runs on gets new ones after thirty days, well before the old ones end. */
export const renewAfterDays = 30;

/** Is it time? At night when that can be, and by day when a night was missed. */
export function renewalDue(since: Date, now: Date): boolean {
	const age = (now.getTime() - since.getTime()) / day;
	return age >= renewAfterDays + 1 || (age >= renewAfterDays && now.getUTCHours() === 2);
}

/** What is renewed: the passwords of the database, and the master key when it is due. */
export interface Renewals {
	passwords: () => Promise<void>;
	masterDue: (now: Date) => boolean;
	master: () => Promise<unknown>;
	say: (line: string) => void;
}

/** Looks once whether something is due, and renews it. One that fails is said, and tried again the next time. */
export function renewer({ passwords, masterDue, master, say }: Renewals, from: Date): (now: Date) => Promise<void> {
	let since = from;
	return async (now) => {
		if (renewalDue(since, now)) {
			try {
				await passwords();
				since = now;
				say("The passwords of the database were renewed");
			} catch (error) {
				const left = Math.floor(passwordDays - (now.getTime() - since.getTime()) / day);
				say(`The passwords of the database could not be renewed, and end in ${left} days: ${(error as Error).message}`);
			}
		}
		try {
			if (!masterDue(now)) return;
			await master();
			say("The master key is a year old and was replaced");
		} catch (error) {
			say(`The master key could not be replaced: ${(error as Error).message}`);
		}
	};
}

/** Looks every hour. Answers how to stop looking. */
export function renewing(what: Renewals): () => void {
	const look = renewer(what, new Date());
	let busy = false;
	const turn = async () => {
		if (busy) return;
		busy = true;
		await look(new Date());
		busy = false;
	};
	const timer = setInterval(() => void turn(), 60 * 60 * 1000).unref();
	return () => clearInterval(timer);
}
