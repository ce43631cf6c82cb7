import { choosePassword, confirmFactor, invitedBy, secretToConfirm } from "../src/accounts/accept.server.ts";
import { invite } from "../src/accounts/invite.server.ts";
import type { Realm } from "../src/accounts/rules.ts";
import { totpNow } from "../src/accounts/secrets.ts";
import { nobody } from "../src/platform/actor.ts";
import type { Acting } from "../src/platform/db.server.ts";
import type { TestHouse } from "./people.ts";

export interface TestAccount {
	person: string;
	realm: Realm;
	email: string;
	password: string;
	secret: string;
	recoveryCodes: string[];
	/** A code no earlier call gave: the clock moves on to the next step when it must. */
	code(): string;
}

/** Nobody in particular, at the sign-in page of this portal. */
export const stranger = (house: TestHouse, realm: Realm): Acting => house.door.as({ kind: realm, id: nobody, roles: [] });

/** The code in an invitation's link. */
export const codeIn = (link: string): string => new URL(link, "http://spoor.test").searchParams.get("code") ?? "";

/** Invites this person and answers the link. */
export const inviteTo = (by: Acting, person: string, realm: Realm, email: string): Promise<string> =>
	by.act(person, realm === "staff" ? "staffing" : "portal", { action: "invite" }, (tx, seal) =>
		invite(by, tx, seal, { person, realm, email }),
	);

/** An account in use, made the way people make it: invited, password chosen, app confirmed. */
export async function accountOf(house: TestHouse, by: Acting, person: string, realm: Realm, email: string): Promise<TestAccount> {
	const password = "een goed paard struikelt weleens";
	const link = await inviteTo(by, person, realm, email);
	const invited = await invitedBy(house.door, stranger(house, realm), realm, codeIn(link));
	if (!invited) throw new Error("The invitation is not good");
	await choosePassword(invited, password);
	const waiting = await secretToConfirm(invited);
	if (!waiting) throw new Error("There is no secret to confirm");
	let last = "";
	const code = () => {
		if (totpNow(waiting.secret, house.clock.now()) === last) house.clock.set(new Date(house.clock.now().getTime() + 30_000));
		last = totpNow(waiting.secret, house.clock.now());
		return last;
	};
	const { codes } = await confirmFactor(invited, { code: code(), device: "" });
	return { person, realm, email, password, secret: waiting.secret, recoveryCodes: codes, code };
}
