import { NotAllowed } from "../../law/decision.ts";
import { plainError, type TechnicalLog } from "../technical-log.ts";
import { networkOf } from "./network.ts";
import type { Pace, Step } from "./pace.ts";
import type { Page, Visit } from "./page.ts";
import type { Turns } from "./turns.ts";

/** What keeps one person, or a program in their name, from having everything at once (R10.1). */
export interface Crowd {
	readonly pace: Pace;
	readonly turns: Turns;
	/** Told the first time in an hour that somebody who is signed in has to wait: it is written down, and who keeps the log hears of it. */
	readonly onHurry: (visit: Visit) => Promise<void>;
	/** Where the operator has a virus scanner: whether nothing harmful is in a file. */
	readonly scan?: ((bytes: Uint8Array) => Promise<boolean>) | undefined;
}

/** Too much at a time: nothing was done, and it goes on after so many seconds. */
export class TooFast extends Error {
	readonly wait: number;
	constructor(wait: number) {
		super("too fast");
		this.name = "TooFast";
		this.wait = wait;
	}
}

function stepsOf(page: Page, visit: Visit, method: "get" | "post"): Step[] {
	if (method === "get") return ["page"];
	const brings = Object.values(visit.files).some((file) => file.size > 0);
	return ["page", "form", ...(page.searches ? (["search"] as const) : []), ...(brings ? (["file"] as const) : [])];
}

/** Seconds until somebody whose requests are all being served, with many waiting, may ask again. */
const whenBusy = 5;

/** Counts a request of who is signed in, and waits for its turn. Answers how to give that back; throws TooFast. */
export async function takeTurn(
	crowd: Crowd | undefined,
	page: Page,
	visit: Visit,
	method: "get" | "post",
	log: TechnicalLog,
): Promise<(() => void) | undefined> {
	if (!crowd) return undefined;
	const { actor } = visit.by;
	const person = actor.secondFactorAt && actor.id;
	if (person) {
		const about = page.portal === "staff" ? visit.params.candidate : undefined;
		const { wait, first } = crowd.pace.ask({ person, steps: stepsOf(page, visit, method), about });
		if (first) await crowd.onHurry(visit).catch((error: unknown) => log.error(plainError(error), "nobody was told of a hurry"));
		if (wait > 0) throw new TooFast(wait);
	}
	const turn = await crowd.turns.take(person ?? `network ${networkOf(visit.network)}`);
	if (!turn) throw new TooFast(whenBusy);
	try {
		// What anybody may have checked is hashed and not kept.
		if (crowd.scan && page.portal !== "public") await refuseHarmful(crowd.scan, visit, log);
	} catch (error) {
		turn();
		throw error;
	}
	return turn;
}

/** A file that holds a virus, or of which nobody can say that it holds none, reaches no page. */
async function refuseHarmful(scan: NonNullable<Crowd["scan"]>, { files, by }: Visit, log: TechnicalLog): Promise<void> {
	for (const file of Object.values(files).filter((one) => one.size > 0)) {
		const clean = await scan(new Uint8Array(await file.arrayBuffer())).catch((error: unknown) => {
			log.error(plainError(error), "a file could not be scanned");
			return undefined;
		});
		if (clean) continue;
		log.warn({ by: by.actor.id, harmful: clean === false }, "a file was refused");
		throw new NotAllowed("R10.1", clean === false ? harmful : unscanned);
	}
}

const harmful = {
	nl: "In dit bestand zit een virus. Het is niet bewaard. Vraag de beheerder om je computer na te kijken.",
	en: "There is a virus in this file. It was not kept. Ask the administrator to check your computer.",
};
const unscanned = {
	nl: "Dit bestand kan nu niet op virussen worden nagekeken, en is niet bewaard. Probeer het later opnieuw.",
	en: "This file cannot be checked for viruses now, and was not kept. Try again later.",
};
