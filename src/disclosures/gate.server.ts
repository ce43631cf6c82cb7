import type { CategoryId } from "../law/categories.ts";
import { type Decision, enforce, every, NotAllowed, no } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { enqueue } from "../platform/jobs.server.ts";
import { readBack } from "../platform/outbound/read-back.ts";
import { tokenHash } from "../platform/tokens.ts";
import { linkIn } from "./collection.ts";
import { type Consented, consentedNow, type Going, goesOn } from "./consented.server.ts";
import { entryFor, type Head, lockState, move } from "./dispatch-row.server.ts";
import { hashOf } from "./hash.ts";
import { type DispatchState, mayMove, mayNotify, mayTransmit, type Recipient } from "./rules.ts";
import { stillWaits } from "./waiting.server.ts";
import "./tables.ts";

/** A disclosure as its noun must judge it again. */
export interface ToRecheck {
	readonly id: string;
	readonly subject: string;
	readonly trajectory: string;
	readonly about: { readonly kind: string; readonly id: string };
	readonly contactId: string | null;
	readonly commissionerId: string | null;
	readonly sha256: string;
	readonly categories: readonly CategoryId[];
	readonly purpose: PurposeId;
	readonly clause: string;
	readonly ground: string;
}

/**
 * A noun's own word at the moment of transmission: does the approval, exception or inform event still stand? Asked inside the gate's
 * transaction (`tx`, the worker's role, the candidate as subject), so that what it reads and locks there holds until the state is set.
 */
export type Recheck = (by: Acting, disclosure: ToRecheck, tx: Tx) => Promise<Decision>;

export type Rechecks = Readonly<Record<string, Recheck>>;

/** Opens the frozen bytes, and the addresses to compare: log entry and ciphertext are committed before any key is given. */
export async function open(by: Acting, dispatch: string, head: Head) {
	return by.read(head.subject_id, head.purpose, entryFor("prepare", dispatch, head), async (tx, sealed) => {
		const row = await tx.selectFrom("app.dispatch").selectAll().where("id", "=", dispatch).executeTakeFirstOrThrow();
		const disclosure = head.disclosure_id
			? await tx.selectFrom("app.disclosure").selectAll().where("id", "=", head.disclosure_id).executeTakeFirstOrThrow()
			: undefined;
		const contact = disclosure
			? await tx
					.selectFrom("app.contact_person")
					.select(["id", "email"])
					.where("id", "=", disclosure.contact_id)
					.executeTakeFirst()
			: undefined;
		const verifications = contact
			? await tx
					.selectFrom("app.address_verification")
					.select(["id", "email"])
					.where("contact_id", "=", contact.id)
					.where("verified_at", "is not", null)
					.where("ended_at", "is", null)
					.execute()
			: [];
		const collection = disclosure
			? await tx.selectFrom("app.collection").select("token_hash").where("disclosure_id", "=", disclosure.id).executeTakeFirst()
			: undefined;
		const agency = await tx.selectFrom("app.agency").select("email").executeTakeFirstOrThrow();
		const place = [row.id, row.subject_id] as const;
		return {
			from: agency.email,
			dispatch: {
				...sealed.bytes("dispatch", ...place, { mail: row.mail }),
				to: sealed("dispatch", ...place, { recipient: row.recipient }).recipient,
				sha256: row.sha256.toString("hex"),
				attempts: row.attempts,
			},
			link: collection?.token_hash.toString("hex"),
			disclosure: disclosure && {
				...disclosure,
				...sealed("disclosure", disclosure.id, disclosure.subject_id, { recipient: disclosure.recipient }),
			},
			contact: contact && {
				...sealed("contact_person", contact.id, contact.id, { email: contact.email }),
				was: contact.email.toString("hex"),
			},
			verifications: verifications.map((one) => ({
				id: one.id,
				...sealed("address_verification", one.id, contact?.id ?? "", { email: one.email }),
				was: one.email.toString("hex"),
			})),
		};
	});
}

type OpenedDispatch = Awaited<ReturnType<typeof open>>;

interface Locked {
	state: DispatchState;
	transmit_after: Date;
	restricted: boolean;
	contact_commissioner: string | null;
	contact_left: boolean | null;
	contact_email: Buffer | null;
	verified: boolean;
	verified_email: Buffer | null;
	domains: string[] | null;
}

/** The gate: under locks, all facts as they are now. A yes sets `transmitting`; a no leaves the message blocked, with clause and reason. */
export async function decide(rechecks: Rechecks, by: Acting, dispatch: string, head: Head, opened: OpenedDispatch) {
	const verification = opened.verifications.find((one) => one.email === opened.contact?.email);
	try {
		return await by.act(head.subject_id, head.purpose, entryFor("send", dispatch, head), async (tx) => {
			const { rows } = await sql<Locked>`select * from app.lock_dispatch(${dispatch}, ${verification?.id ?? null}::uuid)`.execute(
				tx,
			);
			const now = rows[0];
			if (now?.state !== "queued") return now?.state;
			if (now.transmit_after > by.now()) {
				await enqueue(tx, "transmit", { id: dispatch }, { runAt: now.transmit_after, key: `transmit:${dispatch}` });
				return "queued" as const;
			}
			if ((now.contact_email?.toString("hex") ?? undefined) !== opened.contact?.was && opened.disclosure)
				return "changed" as const;
			const row = opened.disclosure;
			const given = row?.contact_id ? await consentedNow(by, tx, goingOf(row, row.contact_id)) : undefined;
			const same = row !== undefined && (await sameReader(tx, row.id));
			enforce(await judge(rechecks, by, tx, opened, { ...now, given, same, confirmed: verification?.was }));
			if (row) await goesOn(tx, { disclosure: row.id, subject: row.subject_id, trajectory: row.trajectory_id }, given);
			await move(by, tx, dispatch, {
				state: "transmitting",
				began_at: by.now(),
				attempts: opened.dispatch.attempts + 1,
				clause: null,
				detail: null,
			});
			return "go" as const;
		});
	} catch (error) {
		if (!(error instanceof NotAllowed)) throw error;
		return block(by, dispatch, head, error);
	}
}

async function judge(
	rechecks: Rechecks,
	by: Acting,
	tx: Tx,
	opened: OpenedDispatch,
	now: Locked & { given: Consented | undefined; same: boolean; confirmed: string | undefined },
): Promise<Decision> {
	const found = await readBack(opened.dispatch.mail);
	const asFrozen = found.sha256.toString("hex") === opened.dispatch.sha256;
	const row = opened.disclosure;
	if (!row) return mayNotify({ state: now.state, left: now.contact_left === true, asFrozen });
	const recipient = JSON.parse(row.recipient) as Recipient;
	const sha256 = row.sha256?.toString("hex") ?? "";
	const { given } = now;
	const { rows } = await sql<{ stands: boolean }>`select app.sender_stands(${row.id}, ${by.now()}) as stands`.execute(tx);
	const decision = mayTransmit({
		...{ state: now.state, due: true, restricted: now.restricted, domains: now.domains ?? [] },
		recheck: rows[0]?.stands ? await rechecks[row.about]?.(by, toRecheck(row), tx) : senderGone,
		cleared: { sha256, categories: row.categories as CategoryId[], recipient },
		contact:
			opened.contact && now.contact_commissioner && given
				? {
						...{ commissionerId: now.contact_commissioner, left: now.contact_left === true },
						...{ email: opened.contact.email, type: given.type, same: now.same },
					}
				: undefined,
		consented: [...(given?.consents.keys() ?? [])],
		addressVerified: now.verified && now.verified_email?.toString("hex") === now.confirmed,
		message: {
			...(isLink(found, opened.link) ? { link: true, sha256 } : { link: false, sha256: whatWasSent(found) }),
			...{ asFrozen, to: [...new Set([opened.dispatch.to, ...found.receivers])] },
		},
	});
	return decision.allowed && opened.link !== undefined ? every(await stillWaits(by, tx, row.id), decision) : decision;
}

/** Is the contact person still who it was registered for (R8.1, R7.1)? Asked under the lock of that person. */
export async function sameReader(tx: Tx, disclosure: string): Promise<boolean> {
	const { rows } = await sql<{ same: boolean }>`select app.same_reader(${disclosure}) as same`.execute(tx);
	return rows[0]?.same === true;
}

/** A row of the register, its snapshot of the recipient opened. */
export interface Registered {
	id: string;
	subject_id: string;
	trajectory_id: string;
	about: string;
	about_id: string;
	contact_id: string | null;
	commissioner_id: string | null;
	recipient: string;
	categories: string[];
	purpose: string;
	ground: string;
	clause: string;
	sha256: Buffer | null;
}

/** The same as the question whether consent is in force for it. */
export const goingOf = (row: Registered, contactId: string): Going => ({
	...{ subject: row.subject_id, contactId, purpose: row.purpose },
	...{ categories: row.categories as CategoryId[], sha256: row.sha256?.toString("hex") ?? null },
});

/** The same as its noun judges it again. */
export const toRecheck = (row: Registered): ToRecheck => ({
	...{ id: row.id, subject: row.subject_id, trajectory: row.trajectory_id, about: { kind: row.about, id: row.about_id } },
	...{ contactId: row.contact_id, commissionerId: row.commissioner_id, sha256: row.sha256?.toString("hex") ?? "" },
	...{ categories: row.categories as CategoryId[], purpose: row.purpose as PurposeId, clause: row.clause, ground: row.ground },
});

const senderGone = no("R1.2", {
	nl: "Wie dit klaarzette, begeleidt dit traject niet meer. Wie het nu begeleidt, beslist.",
	en: "Who queued this no longer guides this trajectory. Whoever guides it now decides.",
});

/** Nothing attached, and a link to the very document that waits for this disclosure. */
const isLink = ({ attachments, text }: { attachments: readonly Buffer[]; text: string }, link: string | undefined): boolean =>
	link !== undefined && attachments.length === 0 && tokenHash(linkIn(text) ?? "").toString("hex") === link;

/** One attachment is what was cleared; with none it is the text; more than one is nothing that ever was. */
const whatWasSent = ({ attachments, text }: { attachments: readonly Buffer[]; text: string }): string =>
	attachments.length > 1 ? "" : hashOf(attachments[0] ?? text);

/** After a refusal: the gate's transaction is rolled back and logged; the message is set aside where the coach sees why. */
async function block(by: Acting, dispatch: string, head: Head, { clause, why }: NotAllowed): Promise<DispatchState> {
	await by.act(head.subject_id, head.purpose, { ...entryFor("block", dispatch, head), clause }, async (tx, seal) => {
		const { detail } = await seal("dispatch", dispatch, head.subject_id, { detail: JSON.stringify({ why }) });
		const row = await lockState(tx, dispatch);
		if (mayMove({ from: row.state, to: "blocked", by: "worker" }).allowed)
			await move(by, tx, dispatch, { state: "blocked", clause, detail }, head);
	});
	return "blocked";
}
