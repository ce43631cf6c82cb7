import { createHash } from "node:crypto";
import { type AddressObject, simpleParser } from "mailparser";

/** What a receiver would find in these bytes: the attachment or text, and everybody named as receiver. */
export interface Contents {
	readonly attachments: readonly Buffer[];
	readonly text: string;
	readonly receivers: readonly string[];
	readonly sha256: Buffer;
}

/** Reads a frozen message back, as its receiver will. */
export async function readBack(bytes: Buffer): Promise<Contents> {
	const mail = await simpleParser(bytes, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true });
	const named = [mail.to, mail.cc, mail.bcc].flat().filter((field): field is AddressObject => field !== undefined);
	return {
		attachments: mail.attachments.map((one) => one.content),
		text: mail.text ?? "",
		receivers: [...new Set(named.flatMap((field) => field.value.map((one) => one.address ?? "")))],
		sha256: createHash("sha256").update(bytes).digest(),
	};
}
