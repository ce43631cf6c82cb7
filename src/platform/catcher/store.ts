import { randomUUID } from "node:crypto";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParsedMail, simpleParser } from "mailparser";

// What the catcher of a demonstration received: each message as it came over the wire, beside its envelope.

export interface Envelope {
	from: string;
	to: string[];
	at: string;
	tls: boolean;
}

export interface CaughtMessage extends Envelope {
	id: string;
	subject: string;
	attachments: number;
}

export interface OpenedMessage extends Envelope {
	id: string;
	mail: ParsedMail;
	raw: Buffer;
}

/** Keeps one message; both files are whole or not there. Returns its id. */
export async function keepMessage(folder: string, envelope: Envelope, raw: Buffer): Promise<string> {
	const id = `${envelope.at.replace(/\D/g, "")}-${randomUUID()}`;
	const path = join(folder, id);
	await writeFile(`${path}.eml`, raw, { mode: 0o600, flush: true });
	await writeFile(`${path}.new`, JSON.stringify(envelope), { mode: 0o600, flush: true });
	await rename(`${path}.new`, `${path}.json`);
	return id;
}

/** One message with its parts, or undefined when there is none with that id. */
export async function openMessage(folder: string, id: string): Promise<OpenedMessage | undefined> {
	if (!/^\d+-[0-9a-f-]{36}$/.test(id)) return undefined;
	try {
		const envelope = JSON.parse(await readFile(join(folder, `${id}.json`), "utf8")) as Envelope;
		const raw = await readFile(join(folder, `${id}.eml`));
		return { ...envelope, id, raw, mail: await simpleParser(raw) };
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}

/** The newest messages first. */
export async function listMessages(folder: string, limit = 200): Promise<CaughtMessage[]> {
	const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
	const newest = files.sort().reverse().slice(0, limit);
	const opened = await Promise.all(newest.map((file) => openMessage(folder, file.slice(0, -".json".length))));
	return opened
		.filter((message) => message !== undefined)
		.map(({ id, from, to, at, tls, mail }) => ({
			...{ id, from, to, at, tls },
			subject: mail.subject ?? "",
			attachments: mail.attachments.length,
		}));
}
