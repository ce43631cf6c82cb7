import type { Problem } from "../../platform/web/page.ts";

/** A form's errors; having to wait concerns the whole form and no field. */
export function errorsOf(problem: Problem | undefined): Record<string, string | undefined> {
	const { wait, ...errors }: Record<string, string | undefined> = { ...problem?.errors };
	return wait ? { ...errors, "": wait } : errors;
}

/** Too many tries is said to programs as well. */
export const statusOf = (problem: Problem | undefined): { status?: 429 } => (problem?.errors.wait ? { status: 429 } : {});
