import { connect, type Socket } from "node:net";
import { Away } from "../outage.ts";
import type { DocumentOf, Template } from "./documents.ts";
import { ASK, frame, PDF, readFrame } from "./wire.ts";

const LARGEST_PDF = 50_000_000;
const RESTART_MS = 8_000;
const LIMIT_MS = 30_000;

export type Standard = "a-2a" | "a-1b";
export type Render = <T extends Template>(template: T, data: DocumentOf<T>, standard?: Standard) => Promise<Uint8Array>;

/** The renderer said no (the message tells why, without the document's text), took too long or died. */
export class RenderFailed extends Error {}

/**
 * The renderer behind this socket: takes a template's name and data, answers the bytes of the PDF, the same bytes for
 * the same data. While the renderer is being restarted it waits a few seconds. Rejects with RenderFailed; when nobody was there, caused by Away.
 */
export function rendererAt(path: string, limit: number = LIMIT_MS): Render {
	return async (template, data, standard = "a-2a") => {
		const socket = await connected(path);
		const timer = setTimeout(() => socket.destroy(new RenderFailed("The document took too long to make")), limit);
		try {
			socket.write(frame(ASK, Buffer.from(JSON.stringify({ template, standard, data }))));
			const { kind, body } = await readFrame(socket, LARGEST_PDF);
			if (kind !== PDF) throw new RenderFailed(body.toString("utf8"));
			return new Uint8Array(body);
		} catch (error) {
			throw error instanceof RenderFailed
				? error
				: new RenderFailed("The renderer stopped before the document was made", {
						cause: new Away("renderer", "It stopped", { cause: error }),
					});
		} finally {
			clearTimeout(timer);
			socket.destroy();
		}
	};
}

async function connected(path: string): Promise<Socket> {
	const until = performance.now() + RESTART_MS;
	for (;;) {
		try {
			return await once(path);
		} catch (error) {
			if (performance.now() > until) {
				const away = new Away("renderer", "Nothing listens", { cause: error });
				throw new RenderFailed("The renderer does not answer", { cause: away });
			}
			await new Promise((resolve) => setTimeout(resolve, 150));
		}
	}
}

function once(path: string): Promise<Socket> {
	return new Promise((resolve, reject) => {
		const socket = connect(path);
		socket.once("error", reject);
		socket.once("connect", () => {
			socket.off("error", reject);
			// Errors after this are read by whoever reads the frame; one that comes later is nobody's.
			socket.on("error", () => {});
			resolve(socket);
		});
	});
}
