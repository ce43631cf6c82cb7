import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How the authority behaves: as it should, or in one of the ways that it should not. */
export type Manner = "well" | "hangs" | "down" | "nonsense" | "endless" | "refuses" | "another question" | "redirects" | "half";

/** A time-stamp authority on the loopback: its certificates and its answers are made by openssl. */
export async function timeStampAuthority() {
	const folder = mkdtempSync(join(tmpdir(), "spoor-tsa-"));
	const openssl = (...args: string[]) => execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
	writeFileSync(join(folder, "ext"), "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n");
	writeFileSync(
		join(folder, "tsa.cnf"),
		"[tsa]\ndefault_tsa=own\n[own]\nserial=serial\nsigner_cert=tsa.pem\ncerts=ca.pem\nsigner_key=tsa.key\nsigner_digest=sha256\n" +
			"default_policy=1.2.3.4.1\ndigests=sha256\naccuracy=secs:1\ntsa_name=yes\ness_cert_id_alg=sha256\n",
	);
	writeFileSync(join(folder, "serial"), "01\n");
	const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
	openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=Proeftijd CA");
	openssl("req", "-new", ...key, "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Proeftijd");
	openssl(
		...["x509", "-req", "-in", "tsa.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "30"],
		...["-extfile", "ext", "-out", "tsa.pem"],
	);
	let manner: Manner = "well";
	const asked: { length: number; authorization: string | undefined }[] = [];
	const answer = (question: Buffer): Buffer => {
		writeFileSync(join(folder, "question"), question);
		openssl("ts", "-reply", "-config", "tsa.cnf", "-queryfile", "question", "-out", "answer");
		return readFileSync(join(folder, "answer"));
	};
	const server = createServer(async (request, response) => {
		const question = await whole(request);
		asked.push({ length: question.length, authorization: request.headers.authorization });
		if (manner === "hangs") return;
		if (manner === "down") return response.writeHead(503).end();
		if (manner === "redirects") return response.writeHead(307, { location: "/elsewhere" }).end();
		response.writeHead(200, { "content-type": "application/timestamp-reply" });
		if (manner === "nonsense") return response.end("geen tijdstempel");
		if (manner === "endless") return response.end(Buffer.alloc(2_000_000));
		// A hash that the authority does not take: a proper answer that says no.
		if (manner === "refuses") return response.end(answer(Buffer.from(openssl("ts", "-query", "-data", "ext", "-sha1"))));
		if (manner === "another question")
			return response.end(answer(Buffer.from(openssl("ts", "-query", "-data", "ext", "-sha256", "-cert"))));
		const given = answer(question);
		return response.end(manner === "half" ? given.subarray(0, given.length / 2) : given);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
		authority: join(folder, "ca.pem"),
		asked,
		behaves: (how: Manner) => {
			manner = how;
		},
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

export type TimeStampAuthority = Awaited<ReturnType<typeof timeStampAuthority>>;

async function whole(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}
