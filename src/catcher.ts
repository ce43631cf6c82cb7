import { listenForMail } from "./platform/catcher/listen.ts";
import { environmentOf } from "./platform/env.ts";

// The mail catcher: what Spoor mails in a demonstration arrives here, over a real conversation, and stays in a folder.

const env = environmentOf("catcher");
const catcher = await listenForMail(env.CATCHER_STORE, env.CATCHER_PORT, () => new Date());
process.on("SIGTERM", () => void catcher.close().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ ready: true, port: catcher.port })}\n`);
