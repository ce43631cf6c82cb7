import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { sha256 } from "../platform/hash.ts";
import { compose } from "../platform/outbound/compose.ts";
import type { Sealer } from "../platform/sealing.ts";
import { messageIdFor, sender } from "./disclose.server.ts";
import { type NoticeKind, wordsOf } from "./notices.ts";
import "./tables.ts";

/** To whom, where, what; `link` opens a page where that person then acts (house.md 13). `lang` is the language they chose. */
export interface Notify {
	readonly to: string;
	readonly email: string;
	readonly kind: NoticeKind;
	readonly link: string;
	readonly lang: "nl" | "en";
	/** To a colleague, in the words for colleagues. */
	readonly staff?: boolean;
}

/**
 * Queues a message without personal content to a candidate, contact person or member of staff, in the caller's transaction, whoever that is
 * about: the notice gets a log entry of its own. It is sent at once and frozen under the key of who gets it (R3.g). Throws BadAddress.
 */
export async function notify(
	by: Acting,
	tx: Tx,
	seal: Sealer,
	{ to, email, kind, link, lang, staff = false }: Notify,
): Promise<void> {
	if (!/^https?:\/\/[^\s<>"]+$/.test(link)) throw new Error("A notice links to a page of our own");
	const agency = await sender(tx);
	const id = by.chance.uuid();
	const messageId = messageIdFor(id, agency.email);
	const { subject, text } = wordsOf(kind, lang, staff);
	const bytes = await compose({
		from: { name: agency.name, address: agency.email },
		to: { name: "", address: email },
		...{
			subject: `${subject} (${agency.name})`,
			text: `${greeting[lang]}\n\n${text}\n\n${link}\n\n${staff ? closingToStaff[lang] : closing[lang]}\n${agency.name}\n`,
			messageId,
			date: by.now(),
		},
	});
	const sealed = await seal("dispatch", id, to, { mail: bytes, recipient: email });
	const { kind: audience, roles, sessionId, traceId } = by.actor;
	await sql`select app.queue_notice(${id}, ${to}, ${kind}, ${messageId}, ${sealed.mail}, ${sealed.recipient},
		${sha256(bytes)}, ${by.now()}, ${audience}, ${[...roles]}::text[], ${sessionId ?? null}::uuid, ${traceId ?? null})`.execute(
		tx,
	);
}

const greeting = { nl: "Goedendag,", en: "Hello," };
const closing = {
	nl: "In deze e-mail staat met opzet niets over u. Twijfelt u of hij echt is, bel ons dan.\n\nMet vriendelijke groet,",
	en: "On purpose this e-mail says nothing about you. If you doubt that it is genuine, call us.\n\nKind regards,",
};
const closingToStaff = {
	nl: "In deze e-mail staat met opzet niets over iemand. Twijfel je of hij echt is, bel dan de beheerder.\n\nMet vriendelijke groet,",
	en: "On purpose this e-mail says nothing about anybody. If you doubt that it is genuine, call the administrator.\n\nKind regards,",
};
