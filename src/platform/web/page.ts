import type { Child } from "hono/jsx";
import type { ZodType } from "zod";
import type { Bilingual } from "../../law/bilingual.ts";
import type { ClauseId } from "../../law/clauses.ts";
import { NotAllowed } from "../../law/decision.ts";
import type { Ability } from "../../law/roles.ts";
import type { Acting, Door } from "../db.server.ts";
import { NotFound } from "../missing.ts";
import type { Services } from "./services.ts";

export type Lang = "nl" | "en";
export type Portal = "staff" | "candidate" | "recipient" | "public";

/** One request to one page, by somebody. */
export interface Visit {
	readonly by: Acting;
	readonly door: Door;
	/** What is passed in to verbs that need more than the database: rendering, the mailer, the agency. */
	readonly services: Services;
	readonly lang: Lang;
	/** Chooses between the two texts of a screen; both stand side by side, so nothing is half translated. */
	readonly t: (nl: string, en: string) => string;
	readonly url: URL;
	readonly params: Readonly<Record<string, string>>;
	/** Posted fields; a repeated field is a list. Empty on GET. */
	readonly form: Readonly<Record<string, string | string[]>>;
	readonly files: Readonly<Record<string, File>>;
	readonly cookies: Readonly<Record<string, string>>;
	/** The network address the request came from, for throttling; never logged in the clear. */
	readonly network: string;
	/** The browser spoke to this process itself: no proxy left a mark, and the address asked for is our own. */
	readonly direct: boolean;
	readonly device: string;
	/** The browser lacks walls that our pages count on: its owner is told before signing in. */
	readonly outdated?: true;
	readonly nonce: string;
	/** Writes down that a form was refused for these fields: a person who mistypes, or somebody who tries what gets past. */
	readonly noteRefused?: (fields: readonly string[]) => void;
	/** Whose password was right but whose second factor is still to be shown: to every page but signing in that is nobody. */
	readonly halfway?: { readonly sessionId: string; readonly personId: string };
}

/** What a page shows, inside its portal's frame. */
export interface View {
	readonly title: string;
	readonly body: Child;
	/** Which menu item is lit. */
	readonly active?: string;
	readonly status?: 200 | 401 | 403 | 404 | 409 | 422 | 429;
	/** A page without the frame's menu: signing in, printing. */
	readonly bare?: boolean;
	/** Cookies to set with it: what is shown once, right after a post, signs in at the same time. */
	readonly cookies?: readonly string[];
}

type Answer = View | Response | Promise<View | Response>;

/** A page: what GET shows and what POST does. `who` is its row in the authorisation matrix; there is no default. */
export interface Page {
	readonly path: string;
	readonly portal: Portal;
	/** An ability of the role table, or "signedIn" (any person of this portal's realm), or "anyone". */
	readonly who: Ability | "signedIn" | "anyone";
	/** What it posts looks for people: fewer of those an hour than of other forms (pace.ts). */
	readonly searches?: true;
	readonly get?: (visit: Visit) => Answer;
	readonly post?: (visit: Visit) => Answer;
}

export { NotFound };

/** The row was changed by somebody else since it was shown (row version differs). */
export class Stale extends Error {
	constructor() {
		super("changed meanwhile");
		this.name = "Stale";
	}
}

export function found<T>(value: T | undefined | null): T {
	if (value === undefined || value === null) throw new NotFound();
	return value;
}

/** Why a form came back: a sentence a field, or one refusal with its clause. What was typed is in `values`. */
export interface Problem {
	readonly errors: Readonly<Record<string, string>>;
	readonly refusal?: { readonly clause: ClauseId; readonly why: Bilingual };
	readonly stale?: true;
	readonly values: Readonly<Record<string, string | string[]>>;
}

/**
 * Checks a posted form, does the deed, and answers with where to go next. When the form is wrong, the deed refused or the
 * row changed meanwhile, `again` shows the same page with everything that was typed.
 */
export async function submit<Input>(
	visit: Visit,
	parts: {
		form: ZodType<Input>;
		act: (input: Input) => Promise<Response | string>;
		again: (problem: Problem) => Answer;
	},
): Promise<View | Response> {
	const parsed = parts.form.safeParse(visit.form);
	if (!parsed.success) {
		const errors: Record<string, string> = {};
		for (const issue of parsed.error.issues) errors[issue.path.join(".")] ??= bilingualMessage(issue.message, visit.lang);
		visit.noteRefused?.(Object.keys(errors));
		return withStatus(await parts.again({ errors, values: visit.form }), 422);
	}
	try {
		const next = await parts.act(parsed.data);
		return typeof next === "string" ? redirect(next) : next;
	} catch (error) {
		if (error instanceof NotAllowed) {
			return withStatus(
				await parts.again({ errors: {}, refusal: { clause: error.clause, why: error.why }, values: visit.form }),
				403,
			);
		}
		if (error instanceof Stale) return withStatus(await parts.again({ errors: {}, stale: true, values: visit.form }), 409);
		if (error instanceof FieldErrors) {
			const errors = Object.fromEntries(Object.entries(error.errors).map(([field, text]) => [field, visit.t(text.nl, text.en)]));
			return withStatus(await parts.again({ errors, values: visit.form }), 422);
		}
		throw error;
	}
}

/** A verb's word on fields that the form alone could not judge (an address that is taken, a wrong code). */
export class FieldErrors extends Error {
	readonly errors: Readonly<Record<string, Bilingual>>;
	constructor(errors: Readonly<Record<string, Bilingual>>) {
		super("fields");
		this.errors = errors;
	}
}

/** A message in both languages, for a zod schema: `z.string().min(1, say("Vul een naam in.", "Enter a name."))`. */
export const say = (nl: string, en: string): string => `${nl}\u001f${en}`;

function bilingualMessage(message: string, lang: Lang): string {
	const [nl, en] = message.split("\u001f");
	if (en === undefined) return lang === "nl" ? "Vul dit veld goed in." : "Please correct this field.";
	return (lang === "nl" ? nl : en) ?? message;
}

const withStatus = (answer: View | Response, status: 403 | 409 | 422): View | Response =>
	answer instanceof Response ? answer : { ...answer, status: answer.status ?? status };

/** Go on to a page of our own, with a GET. */
export const redirect = (to: string, headers: Record<string, string> = {}): Response =>
	new Response(null, { status: 303, headers: { location: to, ...headers } });

/** Go on, and say there what was done. The text may not name anybody: it travels in a cookie. */
export const done = (to: string, text: string): Response =>
	redirect(to, {
		"set-cookie": `__Host-spoor-done=${encodeURIComponent(text)}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=20`,
	});
