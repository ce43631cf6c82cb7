import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** How the receiving server behaves: takes it, refuses at a step with this code, never answers, or hangs up after the body. */
export type Manner = "accept" | "hang" | "hangUp" | { at: "MAIL" | "RCPT" | "DATA"; code: number };

export interface Received {
	from: string;
	to: string[];
	raw: Buffer;
	tls: boolean;
}

export interface MailSink {
	url: string;
	/** Every body that came in, also where no good answer went back. */
	received: Received[];
	manner: Manner;
	/** Called when a body has come in, before it is answered. */
	onBody: () => void;
	close(): Promise<void>;
}

/** A real mail server on the loopback address that records envelopes and bodies, and can misbehave. */
export async function mailSink(options: SMTPServerOptions = {}, port = 0): Promise<MailSink> {
	const refusal = (code: number) => Object.assign(new Error(`no, ${code}`), { responseCode: code });
	const sink: MailSink = { url: "", received: [], manner: "accept", onBody: () => {}, close: async () => {} };
	const refusesAt = (at: "MAIL" | "RCPT" | "DATA") =>
		typeof sink.manner === "object" && sink.manner.at === at ? refusal(sink.manner.code) : null;
	const server = new SMTPServer({
		disabledCommands: ["AUTH", "STARTTLS"],
		logger: false,
		onMailFrom: (_address, _session, done) => done(refusesAt("MAIL")),
		onRcptTo: (_address, _session, done) => done(refusesAt("RCPT")),
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				const { mailFrom, rcptTo } = session.envelope;
				sink.received.push({
					from: mailFrom ? mailFrom.address : "",
					to: rcptTo.map((one) => one.address),
					raw: Buffer.concat(chunks),
					tls: session.secure,
				});
				sink.onBody();
				if (sink.manner === "hang") return;
				if (sink.manner === "hangUp") return hangUp();
				const refused = refusesAt("DATA");
				if (refused) done(refused);
				else done(null, "2.0.0 queued as SINK1");
			});
		},
		...options,
	});
	const hangUp = () => {
		for (const connection of (server as unknown as { connections: Set<{ _socket: { destroy(): void } }> }).connections)
			connection._socket.destroy();
	};
	server.on("error", () => {});
	await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
	const address = server.server.address();
	sink.url = `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
	sink.close = () =>
		new Promise((resolve) => {
			hangUp();
			server.close(() => resolve());
		});
	return sink;
}
