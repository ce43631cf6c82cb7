import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { databaseAs, environmentOf } from "./platform/env.ts";
import { coversIn } from "./platform/keys/covers.ts";
import { openVault } from "./platform/keys/vault.ts";
import { careSocket, serveCare, serveKeys } from "./platform/keys/wire.ts";

// The key process: its own system user, its own store, and one question it may ask the database.

const env = environmentOf("keys");
mkdirSync(env.KEYS_STORE, { recursive: true, mode: 0o700 });
const { covers, close } = coversIn(databaseAs("keys"));
const vault = openVault(env.KEYS_STORE, covers);
rmSync(env.KEYS_SOCKET, { force: true });
const server = await serveKeys(vault, env.KEYS_SOCKET);
chmodSync(env.KEYS_SOCKET, 0o660);
const control = careSocket(env.KEYS_STORE);
rmSync(control, { force: true });
const care = await serveCare(vault, control);
process.stdout.write('{"ready":true}\n');
process.on("SIGTERM", async () => {
	server.close();
	care.close();
	await close();
	vault.close();
	process.exit(0);
});
// A rotation that was cut off goes on by itself.
if (vault.rotating()) await vault.rotate();
