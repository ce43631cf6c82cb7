import type { DatabaseRole } from "../postgres/roles.ts";
import type { DatabasePlace } from "./database.ts";
import type { Places } from "./place.ts";

/** What the person who starts Spoor chose. */
export interface Choices {
	mode: "demo" | "agency" | "test";
	host: string;
	port: number;
	publicUrl: string;
	smtpUrl: string | undefined;
	tsaUrl: string | undefined;
	trustedProxy: string | undefined;
	/** How many times the limits on what one person may ask for are widened. */
	pace?: string | undefined;
	/** The Unix socket of the operator's virus scanner. */
	scannerSocket?: string | undefined;
	catcherPort: number | undefined;
	setupCodeSha256: string | undefined;
}

export type ProgramName = "keys" | "renderer" | "catcher" | "worker" | "server" | "seed";

/** Which database roles each process may sign in as. No process has them all, and the renderer has none. */
const rolesOf: Record<ProgramName, readonly DatabaseRole[]> = {
	keys: ["keys"],
	renderer: [],
	catcher: [],
	worker: ["worker", "jobs"],
	server: ["staff", "candidate", "recipient", "auditor"],
	seed: ["owner", "staff", "candidate", "recipient", "auditor", "worker"],
};

const withoutLogin = (url: string) => Object.assign(new URL(url), { username: "", password: "" }).href;

function databaseFor(name: ProgramName, place: DatabasePlace): Record<string, string> {
	const roles = rolesOf[name];
	if (roles.length === 0) return {};
	return {
		DATABASE_HOST: place.host,
		DATABASE_PORT: String(place.port),
		DATABASE_NAME: place.database,
		DATABASE_TLS: place.tls ? "verify" : "off",
		...Object.fromEntries(roles.map((role) => [`DATABASE_PASSWORD_${role.toUpperCase()}`, place.passwords[role]])),
	};
}

/** The environment of one process: what it needs and nothing else. Only this hands out passwords. */
export function environmentFor(
	name: ProgramName,
	places: Places,
	choices: Choices,
	place: DatabasePlace,
): Record<string, string> {
	const general = { PATH: "/usr/local/bin:/usr/bin:/bin", LANG: "C.UTF-8", TZ: "UTC", NODE_ENV: "production" };
	const web = {
		SPOOR_MODE: choices.mode,
		SPOOR_DATA: places.data,
		PUBLIC_URL: choices.publicUrl,
		KEYS_SOCKET: places.keysSocket,
		RENDERER_SOCKET: places.rendererSocket,
	};
	const own: Record<ProgramName, Record<string, string | undefined>> = {
		keys: { KEYS_SOCKET: places.keysSocket, KEYS_STORE: places.keyStore },
		renderer: { RENDERER_SOCKET: places.rendererSocket },
		catcher: { CATCHER_PORT: String(choices.catcherPort), CATCHER_STORE: places.mail },
		worker: { ...web, SMTP_URL: choices.smtpUrl },
		server: {
			...{ ...web, HOST: choices.host, PORT: String(choices.port), SETUP_CODE_SHA256: choices.setupCodeSha256 },
			SMTP_URL: choices.smtpUrl && withoutLogin(choices.smtpUrl),
			TSA_URL: choices.tsaUrl,
			TRUSTED_PROXY: choices.trustedProxy,
			PACE: choices.pace,
			SCANNER_SOCKET: choices.scannerSocket,
		},
		// Its mail goes to the catcher of the demonstration, so that there is something to read; to a real server it sends nothing.
		seed: { ...web, SMTP_URL: choices.catcherPort ? choices.smtpUrl : undefined },
	};
	const given = Object.entries({ ...general, ...own[name], ...databaseFor(name, place) });
	return Object.fromEntries(given.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
