import { chmodSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { renderRequest } from "./platform/pdf/documents.ts";
import { makeTypesetter, NotTypeset } from "./platform/pdf/typeset.ts";
import { ASK, frame, PDF, REFUSED, readFrame, TooLarge } from "./platform/pdf/wire.ts";

// The renderer: takes a document's data on a unix socket, answers its PDF. It has no network, no database and no
// keys (house.md 17); the supervisor starts it as its own system user and starts it again whenever it dies.

const LARGEST_REQUEST = 12_000_000; // a signed form, scanned, is up to eight megabytes
const limit = Number(process.env.RENDER_LIMIT_MS ?? 15_000);
const path = process.env.RENDERER_SOCKET;
if (!path) throw new Error("RENDERER_SOCKET says where to listen; it is not set");

// Both src/ and dist/ are one step below the project.
const root = join(import.meta.dirname, "..");
const typeset = makeTypesetter(
	{
		report: join(root, "src/reports/report.typ"),
		regulation: join(root, "src/regulation/regulation.typ"),
		informationRequest: join(root, "src/health/information-request.typ"),
		consent: join(root, "src/consents/consent.typ"),
	},
	join(root, "src/platform/pdf/sheet.typ"),
);

// Typesetting blocks this thread, so a document that takes too long can only be ended from another one.
const busy = new Int32Array(new SharedArrayBuffer(4));
new Worker(
	`const { workerData: { busy, limit } } = require("node:worker_threads");
	for (;;) {
		Atomics.wait(busy, 0, 0);
		const job = Atomics.load(busy, 0);
		if (job !== 0 && Atomics.wait(busy, 0, job, limit) === "timed-out") process.kill(process.pid, "SIGKILL");
	}`,
	{ eval: true, workerData: { busy, limit } },
).unref();
let jobs = 0;

function watched<T>(work: () => T): T {
	jobs = (jobs % 1_000_000) + 1;
	Atomics.store(busy, 0, jobs);
	Atomics.notify(busy, 0);
	try {
		return work();
	} finally {
		Atomics.store(busy, 0, 0);
		Atomics.notify(busy, 0);
	}
}

function answer(body: Buffer): Buffer {
	try {
		const request = renderRequest.parse(JSON.parse(body.toString("utf8")));
		return frame(
			PDF,
			watched(() => typeset(request)),
		);
	} catch (error) {
		return frame(REFUSED, Buffer.from(reason(error)));
	}
}

// Says where the data is wrong, never what it says.
function reason(error: unknown): string {
	if (error instanceof NotTypeset) return error.message;
	if (error instanceof Error && "issues" in error) {
		const issues = error.issues as { path: PropertyKey[]; code: string }[];
		return `The data does not fit the template: ${issues.map((issue) => `${issue.path.join(".")} (${issue.code})`).join(", ")}`.slice(
			0,
			500,
		);
	}
	return error instanceof SyntaxError ? "The request is not JSON" : "The document could not be made";
}

async function serve(socket: Socket): Promise<void> {
	try {
		const { kind, body } = await readFrame(socket, LARGEST_REQUEST);
		socket.end(kind === ASK ? answer(body) : frame(REFUSED, Buffer.from("Unknown request")));
	} catch (error) {
		if (error instanceof TooLarge) socket.end(frame(REFUSED, Buffer.from("The document is too large")));
		else socket.destroy();
	}
}

rmSync(path, { force: true });
const server = createServer((socket) => void serve(socket));
server.listen(path, () => {
	// Who may speak is decided by the folder the socket is in.
	chmodSync(path, 0o666);
	process.stdout.write('{"ready":true}\n');
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
