import MailComposer from "nodemailer/lib/mail-composer";
import { strictAddress } from "../address.ts";

/** One message to one address. Names are words shown beside an address, never parsed. */
export interface Letter {
	readonly from: { readonly name: string; readonly address: string };
	readonly to: { readonly name: string; readonly address: string };
	readonly subject: string;
	readonly text: string;
	readonly attachment?: { readonly filename: string; readonly bytes: Uint8Array };
	readonly messageId: string;
	readonly date: Date;
}

export class BadAddress extends Error {
	override readonly name = "BadAddress";
}

/** The exact bytes of a message (RFC 5322), made once. Throws BadAddress when an address is not one plain address, or a header has a line break. */
export async function compose(letter: Letter): Promise<Buffer> {
	for (const { address } of [letter.from, letter.to])
		if (strictAddress(address) === undefined) throw new BadAddress("Not one plain address");
	for (const line of [letter.subject, letter.messageId, letter.from.name, letter.to.name, letter.attachment?.filename ?? ""]) {
		if (hasControl(line)) throw new BadAddress("A header holds a line break");
	}
	const { attachment } = letter;
	const composer = new MailComposer({
		// Address objects only: a string would be parsed, and could hold more than one recipient.
		...{ from: { ...letter.from }, to: { ...letter.to } },
		...{ subject: letter.subject, text: letter.text.replace(/\r?\n/g, "\r\n"), messageId: letter.messageId, date: letter.date },
		headers: { "Auto-Submitted": "auto-generated" },
		...(attachment && {
			attachments: [{ filename: attachment.filename, content: Buffer.from(attachment.bytes), contentType: "application/pdf" }],
		}),
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	return composer.compile().build();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f\u2028\u2029]/.test(text);
