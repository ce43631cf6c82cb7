import type { Bilingual } from "../law/bilingual.ts";
import { type Decision, no, yes } from "../law/decision.ts";

/** Staff and candidates sign in apart; a session of the one is nothing in the other. */
export type Realm = "staff" | "candidate";

/** How long a second factor counts as just shown, for what weighs more than reading. */
export const freshMinutes = 10;

/** Was a second factor shown in the last ten minutes?  */
export const isFresh = (shown: Date | undefined, now: Date): boolean =>
	shown !== undefined && now.getTime() - shown.getTime() <= freshMinutes * 60_000;

/** Roles that reach further than one caseload are asked for a factor that cannot be phished. */
export const asksPasskeyFirst = (roles: readonly string[]): boolean => roles.includes("administrator") || roles.includes("dpo");

/** Hours within which a second member of staff confirms what a first vouched for. */
export const vouchingHours = 24;

/** May somebody vouch for this person, who lost every way in? */
export function mayVouch(facts: { own: boolean; inUse: boolean; waiting: boolean }): Decision {
	if (facts.own) return no("R10.1", { nl: "Voor jezelf kun je niet instaan.", en: "You cannot vouch for yourself." });
	if (!facts.inUse) {
		return no("R10.1", {
			nl: "Er is geen account in gebruik. Stuur een uitnodiging.",
			en: "There is no account in use. Send an invitation.",
		});
	}
	if (facts.waiting) {
		return no("R10.1", {
			nl: "Iemand staat al in voor deze persoon. Bevestig dat, of trek het in.",
			en: "Somebody vouched for this person already. Confirm that, or withdraw it.",
		});
	}
	return yes("R10.1");
}

/** May this second person confirm it? As strong as the first time: for staff an administrator, for a candidate one of the two is their coach. */
export function mayRestore(facts: {
	own: boolean;
	same: boolean;
	realm: Realm;
	administrator: boolean;
	guided: boolean;
}): Decision {
	if (facts.own) return no("R10.1", { nl: "Voor jezelf kun je niet instaan.", en: "You cannot vouch for yourself." });
	if (facts.same) {
		return no("R10.1", {
			nl: "Een ander dan wie ervoor instaat, bevestigt het.",
			en: "Somebody else than who vouched confirms it.",
		});
	}
	if (facts.realm === "staff" && !facts.administrator)
		return no("R10.1", { nl: "Een beheerder bevestigt dit.", en: "An administrator confirms this." });
	if (facts.realm === "candidate" && !facts.guided) {
		return no("R10.1", {
			nl: "Een van de twee is de begeleider van deze kandidaat.",
			en: "One of the two is this candidate's coach.",
		});
	}
	return yes("R10.1");
}

/** Days that an invitation is good for. */
export const invitationDays = 7;
export const recoveryCodes = 10;
export const shortestPassword = 8;
/** Longer than any sentence; a limit only because hashing costs time. */
export const longestPassword = 256;

/** Tries within an hour that cost no waiting; after those each doubles it, from five seconds to `longest`. A whole office shares one network. */
export const throttle = { account: 5, network: 50, factor: 5, check: 60, collect: 3, longest: 300 } as const;

/** Why this password will not do, or nothing. Eight characters with a second factor beside it; no rules on which, but none that is known from leaks. */
export function passwordProblem(password: string, isKnown: (password: string) => boolean): Bilingual | undefined {
	const length = [...password].length;
	if (length < shortestPassword) {
		return {
			nl: `Een wachtwoord heeft minstens ${shortestPassword} tekens. Een zin mag ook.`,
			en: `A password has at least ${shortestPassword} characters. A sentence is fine too.`,
		};
	}
	if (length > longestPassword)
		return { nl: `Gebruik hoogstens ${longestPassword} tekens.`, en: `Use at most ${longestPassword} characters.` };
	if (isKnown(password)) {
		return {
			nl: "Dit wachtwoord staat op lijsten van veelgebruikte wachtwoorden. Kies een ander. Een zin van een paar woorden is goed.",
			en: "This password is on lists of common passwords. Choose another. A sentence of a few words is good.",
		};
	}
	return undefined;
}

/** An address as it is compared: without stray spaces, in lower case. */
export const foldEmail = (email: string): string => email.normalize("NFKC").trim().toLowerCase();

/** Where to go after signing in: a page of one's own realm on this site, or its front page. */
export function wayBack(asked: string | undefined, realm: Realm): string {
	const home = realm === "candidate" ? "/mijn" : "/";
	// A second slash or backslash makes a browser read the rest as another site.
	if (!asked || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return home;
	const { origin, pathname, search } = new URL(asked, "https://own.invalid");
	const portal = pathname === "/mijn" || pathname.startsWith("/mijn/");
	if (origin !== "https://own.invalid" || pathname.startsWith("//") || portal !== (realm === "candidate")) return home;
	return /^\/(mijn\/)?(aanmelden|afmelden|uitnodiging)/.test(pathname) ? home : pathname + search;
}
