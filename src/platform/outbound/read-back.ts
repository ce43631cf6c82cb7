import { type AddressObject, simpleParser } from "mailparser";
import { sha256 } from "../hash.ts";

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
		sha256: sha256(bytes),
	};
}
