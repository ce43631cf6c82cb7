import { chmodSync, rmSync } from "node:fs";
import { coversIn } from "../../src/platform/keys/covers.ts";
import { openVault } from "../../src/platform/keys/vault.ts";
import { serveKeys } from "../../src/platform/keys/wire.ts";

// The key process as src/keys.ts runs it, that dies where it is told: on either side of the work on a question, or at a step of a
// rotation that goes on meanwhile.

export interface KeyOrder {
	/** Which side of which question, counted from now. */
	question?: { number: number; side: "before" | "after" };
	/** Rotates the master key now, and dies at this step. */
	rotation?: "made" | "batch" | "rewrapped" | "forgotten";
}

const { store, socket, database } = JSON.parse(process.argv[2] ?? "{}") as { store: string; socket: string; database: object };
const { covers } = coversIn(database);
const vault = openVault(store, covers);
const die = () => process.kill(process.pid, "SIGKILL");
let order: KeyOrder = {};
let asked = 0;
const served = Object.fromEntries(
	(["create", "writeKeys", "open", "tokens", "sealingKey", "sign", "destroy"] as const).map((verb) => [
		verb,
		async (...given: unknown[]) => {
			const mine = ++asked === order.question?.number;
			if (mine && order.question?.side === "before") die();
			const answer = await (vault[verb] as (...all: unknown[]) => Promise<unknown>)(...given);
			if (mine) die();
			return answer;
		},
	]),
) as unknown as typeof vault;
rmSync(socket, { force: true });
await serveKeys(served, socket);
chmodSync(socket, 0o660);
process.on("message", async (given) => {
	order = given as KeyOrder;
	asked = 0;
	process.send?.("ordered");
	const { rotation } = order;
	if (rotation) await vault.rotate((step) => step === rotation && die());
});
process.on("disconnect", () => process.exit()); // nobody is left to serve
if (vault.rotating()) await vault.rotate();
process.send?.("warm");
