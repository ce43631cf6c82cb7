/** There is nothing there, or it is another's: the two look the same. */
export class NotFound extends Error {
	constructor() {
		super("not found");
		this.name = "NotFound";
	}
}

/** Kysely's own error for a row that row-level security (or reality) does not have; a malformed id is no row either. */
export const isMissing = (error: unknown): boolean =>
	error instanceof NotFound ||
	(error as Error)?.constructor?.name === "NoResultError" ||
	(error as { code?: string })?.code === "22P02";
