import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { SMTPServer } from "smtp-server";
import { keepMessage } from "./store.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** A certificate for this one run, so that the conversation is encrypted as it would be with a real mail server. */
async function selfSigned(now: Date): Promise<{ key: string; cert: string }> {
	const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
	const year = 365 * 24 * 3600 * 1000;
	const certificate = await x509.X509CertificateGenerator.createSelfSigned({
		name: "CN=localhost",
		notBefore: new Date(now.getTime() - 60_000),
		notAfter: new Date(now.getTime() + year),
		keys,
		signingAlgorithm: algorithm,
		extensions: [
			new x509.SubjectAlternativeNameExtension([
				{ type: "dns", value: "localhost" },
				{ type: "ip", value: "127.0.0.1" },
			]),
		],
	});
	const key = x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", keys.privateKey), "PRIVATE KEY");
	return { key, cert: certificate.toString("pem") };
}

export interface Catcher {
	port: number;
	close: () => Promise<void>;
}

/** A mail server on the loopback address that delivers to a folder and nowhere else (demonstration and tests only). */
export async function listenForMail(folder: string, port: number, now: () => Date): Promise<Catcher> {
	const server = new SMTPServer({
		...(await selfSigned(now())),
		name: "localhost",
		authOptional: true,
		size: 50_000_000,
		logger: false,
		onData(stream, session, done) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => chunks.push(chunk));
			stream.on("end", () => {
				if (stream.sizeExceeded) return done(Object.assign(new Error("Message too large"), { responseCode: 552 }));
				const { mailFrom, rcptTo } = session.envelope;
				const envelope = {
					from: mailFrom ? mailFrom.address : "",
					to: rcptTo.map((recipient) => recipient.address),
					at: now().toISOString(),
					tls: session.secure,
				};
				keepMessage(folder, envelope, Buffer.concat(chunks)).then(
					(id) => done(null, `kept as ${id}`),
					(error: Error) => done(error),
				);
			});
		},
	});
	server.on("error", () => {}); // a peer that hangs up is no reason to stop
	await new Promise<void>((resolve, reject) => {
		server.server.once("error", reject);
		server.listen(port, "127.0.0.1", () => resolve());
	});
	const address = server.server.address();
	return {
		port: typeof address === "object" && address ? address.port : port,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}
