import { connect } from "node:net";

/** Asks a virus scanner of the operator's (ClamAV's clamd, over its Unix socket) about files before anybody keeps them (R10.1). */
export interface Scanner {
	/** Whether nothing harmful is in it. Throws when the scanner does not say. */
	clean(bytes: Uint8Array): Promise<boolean>;
	answers(): Promise<boolean>;
}

const piece = 64 * 1024;
const longestAnswer = 4096;

/** The scanner behind this socket, given so many milliseconds for an answer. */
export function scannerAt(path: string, patience = 30_000): Scanner {
	const ask = (parts: readonly Uint8Array[]): Promise<string> =>
		new Promise((resolve, reject) => {
			const socket = connect({ path });
			let said = "";
			const timer = setTimeout(() => socket.destroy(new Error("The virus scanner is silent")), patience);
			socket.setEncoding("latin1");
			socket.on("data", (text) => {
				said = (said + text).slice(0, longestAnswer);
			});
			socket.once("error", reject);
			socket.once("close", () => {
				clearTimeout(timer);
				resolve(said.replaceAll("\0", "").trim());
			});
			socket.once("connect", () => {
				for (const part of parts) socket.write(part);
			});
		});
	return {
		async clean(bytes) {
			const parts: Uint8Array[] = [Buffer.from("zINSTREAM\0")];
			for (let at = 0; at < bytes.length; at += piece) {
				const part = bytes.subarray(at, at + piece);
				const length = Buffer.alloc(4);
				length.writeUInt32BE(part.length);
				parts.push(length, part);
			}
			const said = await ask([...parts, Buffer.alloc(4)]);
			if (said === "stream: OK") return true;
			if (/^stream: .+ FOUND$/.test(said)) return false;
			throw new Error("The virus scanner did not say");
		},
		answers: async () => (await ask([Buffer.from("zPING\0")])) === "PONG",
	};
}
