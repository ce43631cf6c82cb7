import type { Visit } from "../platform/web/page.ts";
import type { Realm } from "./rules.ts";

/** Chooses a text for this portal: u-form for candidates, je-form for staff, one English. */
export const wordsFor =
	({ t }: Pick<Visit, "t">, realm: Realm) =>
	(u: string, je: string, en: string): string =>
		t(realm === "candidate" ? u : je, en);

/** The portal's own paths. */
export const pathsOf = (realm: Realm) => {
	const root = realm === "candidate" ? "/mijn" : "";
	return {
		home: realm === "candidate" ? "/mijn" : "/",
		signIn: `${root}/aanmelden`,
		code: `${root}/aanmelden/code`,
		demonstration: `${root}/aanmelden/demonstratie`,
		signOut: `${root}/afmelden`,
		invitation: `${root}/uitnodiging`,
		setUpFactor: `${root}/uitnodiging/code`,
		account: `${root}/account`,
		sessions: `${root}/account/sessies`,
		password: `${root}/account/wachtwoord`,
		recovery: `${root}/account/herstelcodes`,
		prove: `${root}/account/bewijs`,
		passkeys: `${root}/account/passkeys`,
		passkeySignIn: `${root}/aanmelden/passkey`,
	} as const;
};
