import { connect } from "node:net";
import { join } from "node:path";
import { serve as listen } from "@hono/node-server";
import { tellOfHurry } from "./looks/hurry.server.ts";
import { agencyFrom } from "./platform/agency.server.ts";
import { systemChance, systemClock } from "./platform/clock.ts";
import { openDoor } from "./platform/db.server.ts";
import { databaseAs, environmentOf } from "./platform/env.ts";
import { sparingly } from "./platform/health.ts";
import { keysOver } from "./platform/keys/wire.ts";
import type { Outage } from "./platform/outage.ts";
import { timeStampFrom } from "./platform/outbound/time-stamp.ts";
import { rendererAt } from "./platform/pdf/render.server.ts";
import { roomIn } from "./platform/room.ts";
import { scannerAt } from "./platform/scanning/clamd.ts";
import { selfTest } from "./platform/self-test.server.ts";
import { technicalLog } from "./platform/technical-log.ts";
import { besides } from "./platform/web/besides.ts";
import { takePolicyReports } from "./platform/web/headers.ts";
import { cameFrom, proxiesIn } from "./platform/web/network.ts";
import { paceOf } from "./platform/web/pace.ts";
import { serve } from "./platform/web/serve.server.tsx";
import { turnsOf } from "./platform/web/turns.ts";
import { frames } from "./portals/frames.tsx";
import { wrong } from "./portals/wrong.tsx";
import { pages } from "./routes.ts";
import { assetsFolder, assetUrl } from "./ui/assets.ts";

// The web process: signs in to the database as each audience it serves, holds no master key and no queue.

const env = environmentOf("server");
const log = technicalLog("server");
const keys = keysOver(env.KEYS_SOCKET);
const door = openDoor({
	connections: { staff: databaseAs("staff"), candidate: databaseAs("candidate"), recipient: databaseAs("recipient") },
	keys,
	clock: systemClock,
	chance: systemChance,
	onLost: (error) => log.warn({ err: error.message }, "database connection lost"),
});
const agency = agencyFrom(door);
const render = rendererAt(env.RENDERER_SOCKET);
const { SMTP_URL } = env;
const scanner = env.SCANNER_SOCKET ? scannerAt(env.SCANNER_SOCKET) : undefined;
const room = roomIn(env.SPOOR_DATA, systemClock);
const tested = {
	door,
	keys,
	render,
	agency,
	clock: systemClock,
	roomLeft: room.left,
	mailAnswers: SMTP_URL ? () => answersAt(SMTP_URL) : undefined,
	scannerAnswers: scanner?.answers,
};
const services = {
	publicUrl: env.PUBLIC_URL,
	mode: env.SPOOR_MODE,
	agency,
	render,
	selfTest: () => selfTest(tested),
	...(env.TSA_URL && { timeStamp: timeStampFrom(env.TSA_URL, systemChance) }),
	...(env.SPOOR_MODE !== "agency" && { caughtMail: join(env.SPOOR_DATA, "mail") }),
	...(env.SPOOR_MODE === "demo" && { demoPeople: join(env.SPOOR_DATA, "files", "demo-people.json") }),
	...(env.SETUP_CODE_SHA256 && { setupCodeSha256: env.SETUP_CODE_SHA256 }),
};
const trusted = env.TRUSTED_PROXY ? proxiesIn(env.TRUSTED_PROXY) : undefined;
const networkOf = (socket: string, forwardedFor: string | undefined) => cameFrom({ socket, forwardedFor }, trusted);
const onAway = (outage: Outage) => {
	if (outage === "disk") room.refused();
};
const scan = scanner?.clean;
const crowd = { pace: paceOf(systemClock, env.PACE), turns: turnsOf(env.PACE), onHurry: tellOfHurry, scan };
const app = serve({ door, pages, frames, wrong, services, chance: systemChance, log, networkOf, onAway, crowd });
takePolicyReports(app, log, systemClock);
besides(app, {
	health: sparingly(services.selfTest, 15, systemClock),
	assets: assetsFolder(),
	mark: () => assetUrl("src/ui/styles/mark.svg"),
});

const server = listen({ fetch: app.fetch, hostname: env.HOST, port: env.PORT }, () => process.stdout.write('{"ready":true}\n'));

process.on("SIGTERM", () => {
	server.close(async () => {
		await door.close();
		process.exit(0);
	});
	if ("closeIdleConnections" in server) server.closeIdleConnections(); // browsers keep theirs open
});

/** Does anything listen at the host and port of this address? Opens a connection, says nothing and closes it. */
function answersAt(address: string): Promise<boolean> {
	const { hostname, port, protocol } = new URL(address);
	return new Promise((resolve) => {
		const socket = connect({
			host: hostname.replace(/^\[|\]$/g, ""),
			port: Number(port) || (protocol === "smtps:" ? 465 : 587),
			timeout: 3000,
		});
		const answer = (yes: boolean) => {
			socket.destroy();
			resolve(yes);
		};
		socket
			.once("connect", () => answer(true))
			.once("error", () => answer(false))
			.once("timeout", () => answer(false));
	});
}
