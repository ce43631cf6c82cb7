import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** What became of one attempt. Only `unknown` may have arrived without us knowing it. */
export interface Outcome {
	readonly kind: "accepted" | "temporary" | "refused" | "insecure" | "unknown";
	/** What the server said, or what went wrong; may hold an address, so it is sealed where it is kept. */
	readonly answer: string;
}

export interface Parcel {
	readonly from: string;
	readonly to: string;
	readonly bytes: Uint8Array;
}

/** Sends one message to one address and says what became of it; never throws. */
export type Send = (parcel: Parcel) => Promise<Outcome>;

/** Seconds. RFC 5321 gives the final answer ten minutes; whoever hangs up earlier does not know whether it arrived. */
export interface Patience {
	readonly connecting: number;
	readonly silence: number;
}
const patient: Patience = { connecting: 60, silence: 600 };

type Conversation = SMTPConnection.Options & { auth?: { user: string; pass: string } };

export const onLoopback = (host: string): boolean => ["localhost", "127.0.0.1", "::1", "[::1]"].includes(host);

/** How to speak to this server: outside the loopback always TLS with a certificate that holds, and never anything less. */
export function connectionFor(
	url: string,
	patience: Patience = patient,
	local: (host: string) => boolean = onLoopback,
): Conversation {
	const { protocol, hostname, port, username, password } = new URL(url);
	if (protocol !== "smtp:" && protocol !== "smtps:") throw new Error("SMTP_URL begins with smtp:// or smtps://");
	const secure = protocol === "smtps:";
	const near = local(hostname);
	return {
		...{ host: hostname.replace(/^\[|\]$/g, ""), port: port ? Number(port) : secure ? 465 : 587, secure, logger: false },
		...{ requireTLS: !near && !secure, tls: { rejectUnauthorized: !near, minVersion: "TLSv1.2" as const } },
		...{
			connectionTimeout: patience.connecting * 1000,
			greetingTimeout: patience.connecting * 1000,
			socketTimeout: patience.silence * 1000,
		},
		...(username && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
	};
}

/** A sender over one server: a fresh conversation for each message. Without an address everything waits. */
export function sendOver(url: string | undefined, patience?: Patience, local?: (host: string) => boolean): Send {
	if (!url) return async () => ({ kind: "temporary", answer: "no mail server is set" });
	const options = connectionFor(url, patience, local);
	return (parcel) => converse(options, parcel);
}

async function converse(options: Conversation, { from, to, bytes }: Parcel): Promise<Outcome> {
	const connection = new SMTPConnection(options);
	let began = false;
	const failed = new Promise<never>((_, reject) => connection.once("error", reject));
	failed.catch(() => {});
	connection.on("error", () => {}); // a second complaint about the same conversation changes nothing
	// The body is pulled only after the server asked for it: from the first byte on the outcome can be unknown.
	const body = new Readable({
		read() {
			began = true;
			this.push(bytes);
			this.push(null);
		},
	});
	const talk = async (): Promise<Outcome> => {
		await called((done) => connection.connect(done));
		if (options.auth) await called<boolean | undefined>((done) => connection.login(options.auth, done));
		const info = await called<SMTPConnection.SentMessageInfo>((done) => connection.send({ from, to: [to] }, body, done));
		return { kind: "accepted", answer: info.response };
	};
	try {
		return await Promise.race([talk(), failed]);
	} catch (error) {
		return outcomeOf(error as SMTPConnection.SMTPError, began);
	} finally {
		body.destroy();
		connection.close();
	}
}

/** What an error of the conversation means, given whether the body had begun to go. */
export function outcomeOf(error: SMTPConnection.SMTPError & { originalCode?: string }, began: boolean): Outcome {
	const answer = error.response ?? error.message;
	const about = error.command ?? "";
	if (error.responseCode) {
		const final = error.responseCode >= 500 && ["MAIL FROM", "RCPT TO", "DATA"].includes(about);
		return { kind: final ? "refused" : insecure(error) ? "insecure" : "temporary", answer };
	}
	if (began) return { kind: "unknown", answer };
	return { kind: insecure(error) ? "insecure" : "temporary", answer };
}

const insecure = ({ code, originalCode, message }: SMTPConnection.SMTPError & { originalCode?: string }): boolean =>
	code === "ETLS" ||
	/CERT|SELF_SIGNED|ALTNAME|TLS|SSL/.test(`${originalCode ?? ""} ${code ?? ""}`) ||
	/STARTTLS|certificate/i.test(message);

const called = <T = void>(start: (done: (error: Error | null | undefined, value?: T) => void) => void): Promise<T> =>
	new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value as T))));
