import { type Acting, type RawBuilder, sql, type Tx } from "../platform/db.server.ts";
import { networkOf } from "../platform/web/network.ts";
import { FieldErrors } from "../platform/web/page.ts";
import { type Realm, throttle } from "./rules.ts";

/** What one try is held against; the first is the one's own count, and a success clears it. */
type Held = readonly [{ value: string; free: number }, ...{ value: string; free: number }[]];
type Ask = <T>(call: RawBuilder<T>) => Promise<T[]>;

export interface Attempt {
	/** Seconds to wait; 0 when this try may be judged. It is counted already, and stays so unless it succeeds. */
	readonly wait: number;
	/** It was right: it and its own count are forgotten. */
	succeeded(ask: Ask): Promise<void>;
}

export const inside =
	(tx: Tx): Ask =>
	async (call) =>
		(await call.execute(tx)).rows;

/** Counts a try before it is judged (R10.1): slows down whoever guesses and shuts nobody out for good. */
async function begin(by: Acting, ask: Ask, realm: Realm | "public", held: Held): Promise<Attempt> {
	const tokens = await by.keys.tokens(held.map(({ value }) => ({ kind: "attempt", value })));
	const free = held.map((one) => one.free);
	const id = by.chance.uuid();
	const [answer] = await ask(
		sql<{
			wait: number;
		}>`select auth.begin_attempt(${id}, ${realm}, ${tokens}::bytea[], ${free}::int[], ${throttle.longest}) as wait`,
	);
	return {
		wait: answer?.wait ?? throttle.longest,
		succeeded: async (again) => void (await again(sql`select auth.forgive_attempt(${id}, ${tokens.slice(0, 1)}::bytea[])`)),
	};
}

/**
 * A try at a password. A browser that signed in to this account before has a count of its own, so that strangers who try
 * the account, or share its network, do not slow its owner down.
 */
export const tryPassword = (
	by: Acting,
	ask: Ask,
	realm: Realm,
	who: { email: string; network: string; device: string | undefined },
) =>
	begin(by, ask, realm, [
		{ value: `account/${realm}/${who.email}/${who.device ?? ""}`, free: throttle.account },
		...(who.device ? [] : [{ value: `network/${networkOf(who.network)}`, free: throttle.network }]),
	]);

/** A try with a passkey, which cannot be guessed: slows down only who keeps a network busy with it. */
export const tryPasskey = (by: Acting, ask: Ask, realm: Realm, network: string) =>
	begin(by, ask, realm, [{ value: `passkey/${networkOf(network)}`, free: throttle.network }]);

/** A try at a person's second factor, whatever the session; `own`: a session or browser of theirs that showed it before, with a count of its own. */
export const tryFactor = (by: Acting, tx: Tx, person: string, own?: string) =>
	begin(by, inside(tx), by.actor.kind as Realm, [{ value: `factor/${person}/${own ?? ""}`, free: throttle.factor }]);

/** A look whether a report is genuine. There is nothing to guess right, so nothing is forgiven; who asks is a network and no more. */
export const tryCheck = (by: Acting, ask: Ask, network: string) =>
	begin(by, ask, "public", [{ value: `check/${networkOf(network)}`, free: throttle.check }]);

/** A try at a document that waits for its reader: three of a link are free, and a network is slowed down as well (R8.1). */
export const tryCollect = async (by: Acting, ask: Ask, { link, network }: { link: string; network: string }): Promise<number> =>
	(
		await begin(by, ask, "public", [
			{ value: `collect/${link}`, free: throttle.collect },
			{ value: `collect-network/${networkOf(network)}`, free: throttle.network },
		])
	).wait;

/** The form's answer to who must wait. */
export function mustWait(seconds: number): FieldErrors {
	const minutes = Math.ceil(seconds / 60);
	const [nl, en] = seconds <= 60 ? [`${seconds} seconden`, `${seconds} seconds`] : [`${minutes} minuten`, `${minutes} minutes`];
	return new FieldErrors({
		wait: {
			nl: `Er waren te veel pogingen achter elkaar. Over ${nl} kan het weer.`,
			en: `There were too many attempts in a row. Try again in ${en}.`,
		},
	});
}
