import type { Clock } from "./clock.ts";
import type { Outcome } from "./self-test.server.ts";

/** Work that many may ask for and that is done at most once in so many seconds: who asks meanwhile gets the last answer, or waits for the one under way. */
export function sparingly<T>(work: () => Promise<T>, seconds: number, clock: Clock): () => Promise<T> {
	let last: { at: number; answer: Promise<T> } | undefined;
	return () => {
		const now = clock.now().getTime();
		// A clock that was set back does not make an old answer last.
		if (last && now >= last.at && now - last.at < seconds * 1000) return last.answer;
		const answer = work();
		last = { at: now, answer };
		answer.catch(() => {
			if (last?.answer === answer) last = undefined;
		});
		return answer;
	};
}

/** What anybody may know: which parts work. Why one does not is for the administrator's self-test. */
export function healthOf(outcomes: readonly Outcome[]): {
	status: 200 | 503;
	body: { ok: boolean; parts: Record<string, boolean> };
} {
	const ok = outcomes.every((one) => one.ok || ["mail", "scanner", "certificate"].includes(one.part));
	// Whether files are scanned is nobody else's to know.
	const told = outcomes.filter((one) => one.part !== "scanner");
	return { status: ok ? 200 : 503, body: { ok, parts: Object.fromEntries(told.map((one) => [one.part, one.ok])) } };
}
