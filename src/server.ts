import { serve as listen } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { join } from "node:path";
import { agencyFrom } from "./platform/agency.server.ts";
import { systemChance, systemClock } from "./platform/clock.ts";
import { openDoor } from "./platform/db.server.ts";
import { databaseAs, environmentOf } from "./platform/env.ts";
import { keysOver } from "./platform/keys/wire.ts";
import { rendererAt } from "./platform/pdf/render.server.ts";
import { technicalLog } from "./platform/technical-log.ts";
import { serve } from "./platform/web/serve.server.tsx";
import { frames } from "./portals/frames.tsx";
import { wrong } from "./portals/wrong.tsx";
import { pages } from "./routes.ts";
import { assetsFolder } from "./ui/assets.ts";

// The web process: signs in to the database as each audience it serves, holds no master key and no queue.

const env = environmentOf("server");
const log = technicalLog("server");
const door = openDoor({
	connections: { staff: databaseAs("staff"), candidate: databaseAs("candidate"), recipient: databaseAs("recipient") },
	keys: keysOver(env.KEYS_SOCKET),
	clock: systemClock,
	chance: systemChance,
	onLost: (error) => log.warn({ err: error.message }, "database connection lost"),
});
const services = {
	publicUrl: env.PUBLIC_URL,
	mode: env.SPOOR_MODE,
	agency: agencyFrom(door),
	render: rendererAt(env.RENDERER_SOCKET),
	...(env.SPOOR_MODE !== "agency" && { caughtMail: join(env.SPOOR_DATA, "mail") }),
	...(env.SPOOR_MODE === "demo" && { demoPeople: join(env.SPOOR_DATA, "demo-people.json") }),
	...(env.SETUP_CODE_SHA256 && { setupCodeSha256: env.SETUP_CODE_SHA256 }),
};
const app = serve({ door, pages, frames, wrong, services, chance: systemChance, log });
const assets = assetsFolder();
app.get("/assets/*", serveStatic({ root: assets, rewriteRequestPath: (path) => path.slice("/assets".length), onFound: (_path, context) => context.header("cache-control", "public, max-age=31536000, immutable") }));

const server = listen({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, () => process.stdout.write('{"ready":true}\n'));

process.on("SIGTERM", () => {
	server.close(async () => {
		await door.close();
		process.exit(0);
	});
});
