import type { Bilingual } from "../law/bilingual.ts";
import { type CategoryId, categories, channelFor, mayCarry } from "../law/categories.ts";
import type { ClauseId } from "../law/clauses.ts";
import { type ChannelClass, type DataClass, dataClasses, type RecipientType } from "../law/data-classes.ts";
import { type Decision, enforce, every, NotAllowed, no, yes } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";

/** To whom: as it was when it was cleared. A later change of person, organisation or address is another recipient. */
export interface Recipient {
	/** Both null for who is no contact person (a doctor, an authority): they get a letter. */
	readonly contactId: string | null;
	readonly commissionerId: string | null;
	/** The organisation. */
	readonly commissionerName: string;
	readonly name: string;
	/** Empty where there is none: then only a letter goes. */
	readonly email: string;
	/** Where a letter was posted. */
	readonly postal?: string;
	readonly type: RecipientType;
}

/** By mail (or collected here), spoken, or on paper. */
export type Form = "written" | "oral" | "letter";

/** What a clearance is for. `sha256` (hex) is of the attachment, or of the text when nothing is attached; null when spoken. */
export interface Cleared {
	readonly subject: string;
	readonly trajectory: string;
	readonly about: { readonly kind: string; readonly id: string };
	readonly recipient: Recipient;
	readonly form: Form;
	readonly sha256: string | null;
	readonly categories: readonly CategoryId[];
	readonly purpose: PurposeId;
	/** A ground of law/grounds.ts, or that of an exception (R7.3). */
	readonly ground: string;
}

declare const cleared: unique symbol;
/** A yes, bound to what was asked. Only `clear` makes one; the door takes nothing else (house.md 9). */
export type Clearance = Cleared & { readonly clause: ClauseId; readonly channel: ChannelClass; readonly [cleared]: true };

const issued = new WeakSet<object>();

/** Turns a yes into a clearance for exactly these facts, with the channel that they ask. Throws NotAllowed on a no. */
export function clear(decision: Decision, facts: Cleared): Clearance {
	const clause = enforce(decision);
	if (facts.categories.length === 0) throw new NotAllowed("R4.1", words.noCategories);
	if ((facts.form !== "oral") !== /^[0-9a-f]{64}$/.test(facts.sha256 ?? ""))
		throw new Error("A written disclosure is bound to a hash, a spoken one to none");
	if (facts.form !== "letter" && facts.recipient.contactId === null) throw new NotAllowed("R9.1", words.letterOnly);
	const made = structuredClone({ ...facts, clause, channel: channelFor(facts.categories) });
	Object.freeze(made.recipient);
	Object.freeze(made.about);
	Object.freeze(made.categories);
	Object.freeze(made);
	issued.add(made);
	return made as unknown as Clearance;
}

/** Whether this very object came from `clear`; a copy or an imitation did not. */
export const isClearance = (value: object): value is Clearance => issued.has(value);

/** The states of a disclosure. `recorded` is one that was spoken or went on paper. */
export type State = "queued" | "transmitting" | "accepted" | "bounced" | "blocked" | "unknown" | "undone" | "recorded";
export type DispatchState = Exclude<State, "recorded">;

export const stateNames = {
	queued: { nl: "Klaargezet", en: "Ready to send" },
	transmitting: { nl: "Wordt verzonden", en: "Being sent" },
	accepted: { nl: "Verzonden", en: "Sent" },
	bounced: { nl: "Geweigerd", en: "Refused" },
	blocked: { nl: "Tegengehouden", en: "Stopped" },
	unknown: { nl: "Aankomst onbekend", en: "Arrival unknown" },
	undone: { nl: "Teruggehaald", en: "Taken back" },
	recorded: { nl: "Gegeven", en: "Given" },
} as const satisfies Record<State, Bilingual>;
export const states = Object.keys(stateNames) as readonly State[];

/** States in which nothing happens until a person decides. */
export const stuck: readonly State[] = ["blocked", "bounced", "unknown"];

type Who = "worker" | "staff";
/** From which state to which, and who may move it. An unknown outcome is never sent again by the machine itself. */
export const moves: Readonly<Record<DispatchState, Partial<Record<DispatchState, readonly Who[]>>>> = {
	queued: { transmitting: ["worker"], blocked: ["worker", "staff"], undone: ["staff"] },
	transmitting: { accepted: ["worker"], queued: ["worker"], bounced: ["worker"], blocked: ["worker"], unknown: ["worker"] },
	unknown: { queued: ["staff"], accepted: ["staff", "worker"] },
	blocked: { queued: ["staff"] },
	bounced: { queued: ["staff"] },
	accepted: {},
	undone: {},
};

export interface Move {
	readonly from: DispatchState;
	readonly to: DispatchState;
	readonly by: Who;
	/** When transmission began, where it did; shown in Amsterdam time. */
	readonly began?: string;
}

/** May a dispatch in this state be moved there by this actor? Too late says since when (R4.1). */
export function mayMove({ from, to, by, began }: Move): Decision {
	if (moves[from][to]?.includes(by)) return yes("R4.1");
	if (to === "undone" && began !== undefined && from !== "queued") {
		return no("R4.1", { nl: `De verzending was al begonnen om ${began}.`, en: `Sending had already begun at ${began}.` });
	}
	return no("R4.1", {
		nl: `Dat kan niet meer: de stand is “${stateNames[from].nl.toLowerCase()}”.`,
		en: `That is no longer possible: it is “${stateNames[from].en.toLowerCase()}”.`,
	});
}

/**
 * Ordinary mail carries no health data and nothing that weighs as much: of that it carries a link, and the document waits here (R8.1,
 * R9.1). There is no way from a heavier channel to a lighter one.
 */
export function mayMail(about: readonly CategoryId[], carries: "content" | "link"): Decision {
	const heavy = about.map((id) => dataClasses[categories[id].dataClass]).find((dataClass) => dataClass.channel === "C");
	return heavy && carries === "content" ? no(heavy.consentClause, words.tooHeavy) : yes("R9.1");
}

/** Everything the gate knows at the moment of transmission, read under locks (house.md 8). */
export interface TransmissionFacts {
	readonly state: DispatchState;
	/** The ten minutes are over. */
	readonly due: boolean;
	/** The word of the noun that asked: approval, exception or inform event still stand. Undefined: it has no recheck. */
	readonly recheck: Decision | undefined;
	readonly cleared: Pick<Cleared, "sha256" | "categories"> & {
		readonly recipient: Pick<Recipient, "commissionerId" | "email" | "type">;
	};
	/** The contact person as they are now; undefined when there is no such person any more. */
	readonly contact:
		| {
				readonly commissionerId: string;
				readonly left: boolean;
				readonly email: string;
				readonly type: RecipientType;
				/** Still who it was cleared for: their name was not written anew. */
				readonly same: boolean;
		  }
		| undefined;
	/** The classes of data for which a consent is in force now, for this recipient, purpose and document (R8.1). */
	readonly consented: readonly DataClass[];
	readonly addressVerified: boolean;
	/** The domains this commissioner's mail may go to; none means any. */
	readonly domains: readonly string[];
	readonly restricted: boolean;
	/**
	 * What is in the message that would go: hash of its attachment (or text), whether all its bytes are still as frozen, its one recipient.
	 * `link`: it holds no more than the way to a document that waits here, whose hash this then is.
	 */
	readonly message: {
		readonly sha256: string;
		readonly asFrozen: boolean;
		readonly to: readonly string[];
		readonly link: boolean;
	};
}

/** What is asked of the recipient each time the data goes to them: by mail, and when they collect it here. */
export type RecipientNow = Pick<
	TransmissionFacts,
	"cleared" | "contact" | "consented" | "addressVerified" | "domains" | "restricted" | "recheck"
>;

/** The gate: may these bytes go to this person now? Pure over all the facts; the first no answers. */
export function mayTransmit(facts: TransmissionFacts): Decision {
	const { cleared: was, message } = facts;
	return every(
		check(facts.state === "queued", "R4.1", words.notQueued),
		check(facts.due, "R4.1", words.notDue),
		mayMail(was.categories, message.link ? "link" : "content"),
		check(message.asFrozen && message.sha256 === was.sha256, "R9.1", words.bytes),
		check(message.to.length === 1 && message.to[0] === was.recipient.email, "R9.1", words.envelope),
		stillGoes(facts),
	);
}

/** The gate once more, when the recipient is at the door with the right code: collecting is the transmission of the data (R8.1). */
export function mayCollect(facts: RecipientNow & { readonly open: boolean; readonly sha256: string }): Decision {
	return every(
		check(facts.open, "R9.1", words.notWaiting),
		check(facts.sha256 === facts.cleared.sha256, "R9.1", words.bytes),
		stillGoes(facts),
	);
}

/** May a mail be sent that only carries the way to a document? Not when nothing waits there any more (R9.1). */
export const mayMailLink = (waits: boolean): Decision => check(waits, "R9.1", words.notWaiting);

const check = (holds: boolean, clause: ClauseId, why: Bilingual): Decision => (holds ? yes(clause) : no(clause, why));

function stillGoes({ cleared: was, contact, ...facts }: RecipientNow): Decision {
	return every(
		check(!facts.restricted, "R11.2", words.restricted),
		check(contact !== undefined && !contact.left, "R6.1", words.left),
		check(contact?.commissionerId === was.recipient.commissionerId, "R6.1", words.moved),
		check(contact?.same === true, "R7.1", words.another),
		check(contact?.type === was.recipient.type, "R6.1", words.kind),
		mayBeSaid(was.recipient.type, was.categories, facts.consented),
		check(contact?.email === was.recipient.email, "R7.1", words.address),
		check(facts.addressVerified, "R9.1", words.unverified),
		check(inDomains(was.recipient.email, facts.domains), "R9.1", words.domain),
		facts.recheck ?? no("R4.1", words.noRecheck),
	);
}

/**
 * What the door itself asks of the data, whatever a noun decided: what never goes to this kind of recipient does not go, and what needs
 * consent goes with one in force (R8.1). Of agreement, statute and demand the noun's own decision answers.
 */
export const mayBeSaid = (to: RecipientType, about: readonly CategoryId[], consented: readonly DataClass[]): Decision =>
	mayCarry(to, about, (dataClass) => ({
		...{ agreement: true, statute: true, demand: true },
		consent: consented.includes(dataClass),
	}));

/** A notice carries nothing personal: it goes to the address it was made for, unless that person has left. */
export function mayNotify(facts: { state: DispatchState; left: boolean; asFrozen: boolean }): Decision {
	return every(
		facts.state === "queued" ? yes("R3.g") : no("R3.g", words.notQueued),
		facts.left ? no("R3.g", words.left) : yes("R3.g"),
		facts.asFrozen ? yes("R3.g") : no("R3.g", words.bytes),
	);
}

function inDomains(email: string, domains: readonly string[]): boolean {
	const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
	return domains.length === 0 || domains.some((one) => one.toLowerCase() === domain);
}

const words = {
	letterOnly: {
		nl: "Wie geen contactpersoon van een opdrachtgever is, krijgt een brief en geen e-mail.",
		en: "Who is no contact person of a commissioner gets a letter and no e-mail.",
	},
	noCategories: {
		nl: "Er staat niet bij welke soorten gegevens dit zijn.",
		en: "It does not say which categories of data these are.",
	},
	tooHeavy: {
		nl: "Gegevens over gezondheid, of wat even zwaar weegt, gaan niet per gewone e-mail. De ontvanger haalt ze hier op met een code.",
		en: "Health data, or what weighs as much, does not go by ordinary e-mail. The recipient collects it here with a code.",
	},
	notWaiting: { nl: "Dit document is niet meer op te halen.", en: "This document can no longer be collected." },
	notQueued: { nl: "Dit bericht staat niet klaar om te verzenden.", en: "This message is not ready to send." },
	notDue: {
		nl: "De tijd om het bericht terug te halen is nog niet om.",
		en: "The time to take the message back is not over yet.",
	},
	restricted: {
		nl: "De gegevens van deze kandidaat mogen nu niet worden gebruikt (beperking).",
		en: "This candidate's data may not be used now (restriction).",
	},
	left: { nl: "De ontvanger werkt daar niet meer.", en: "The recipient no longer works there." },
	moved: { nl: "De ontvanger hoort nu bij een andere organisatie.", en: "The recipient now belongs to another organisation." },
	another: {
		nl: "De ontvanger heet nu anders dan toen dit werd goedgekeurd, of is iemand anders.",
		en: "The recipient has another name than when this was approved, or is somebody else.",
	},
	kind: {
		nl: "De ontvanger is nu van een andere soort dan toen dit werd goedgekeurd.",
		en: "The recipient is now of another kind than when this was approved.",
	},
	address: {
		nl: "Het adres van de ontvanger is veranderd sinds dit werd goedgekeurd.",
		en: "The recipient's address changed since this was approved.",
	},
	unverified: { nl: "Het adres van de ontvanger is niet bevestigd.", en: "The recipient's address is not verified." },
	domain: {
		nl: "Het adres hoort niet bij de maildomeinen van deze opdrachtgever.",
		en: "The address is not in this commissioner's mail domains.",
	},
	bytes: {
		nl: "Het bericht is niet meer precies wat is goedgekeurd.",
		en: "The message is no longer exactly what was approved.",
	},
	envelope: { nl: "Het bericht gaat niet naar precies één ontvanger.", en: "The message does not go to exactly one recipient." },
	noRecheck: {
		nl: "Niemand kan nagaan of dit nog mag; dan gaat het niet.",
		en: "Nobody can check that this is still allowed; then it does not go.",
	},
} as const satisfies Record<string, Bilingual>;

/** Minutes until the next attempt after so many; undefined when it is given up (the receiver's server would have, too). */
export function nextAttempt(attempts: number): number | undefined {
	return ([1, 5, 15, 30, 60, 120, 240, 480, 720, 1440, 1440] as const)[attempts - 1];
}
