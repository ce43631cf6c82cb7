/**
 * Does this with each, one after another; one that fails keeps no other waiting. Answers what each came to. Throws AggregateError with
 * all that went wrong, after the last: "2 of 5 reminders failed".
 */
export async function oneByOne<T, R>(all: readonly T[], failed: string, work: (one: T) => Promise<R>): Promise<R[]> {
	const done: R[] = [];
	const failures: unknown[] = [];
	for (const one of all)
		try {
			done.push(await work(one));
		} catch (error) {
			failures.push(error);
		}
	if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${all.length} ${failed}`);
	return done;
}
