import type { ClientConfig } from "pg";
import { z } from "zod";
import type { DatabaseRole } from "./postgres/roles.ts";
import { proxiesIn } from "./web/network.ts";

// What each process is told. The supervisor hands every process only its own part (processes/environment.ts).

const mode = z.enum(["demo", "agency", "test"]);

const loopback = new Set(["127.0.0.1", "::1", "localhost"]);

const database = z.object({
	DATABASE_HOST: z.string().min(1),
	DATABASE_PORT: z.coerce.number().int().default(5432),
	DATABASE_NAME: z.string().min(1).default("spoor"),
	/** `verify`: TLS with a certificate that holds; `off`: sockets and the loopback. */
	DATABASE_TLS: z.enum(["verify", "off"]).default("off"),
});

const server = z
	.object({
		SPOOR_MODE: mode,
		SPOOR_DATA: z.string().min(1),
		HOST: z.string().default("127.0.0.1"),
		PORT: z.coerce.number().int().default(4700),
		PUBLIC_URL: z.url(),
		KEYS_SOCKET: z.string().min(1),
		RENDERER_SOCKET: z.string().min(1),
		/** Without user and password: only for the self-test's look whether a mail server listens. */
		SMTP_URL: z.url().optional(),
		/** Time-stamp authority (RFC 3161) that vouches for the time of each seal; a name and password may be in it. */
		TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
		/** Addresses of reverse proxies whose X-Forwarded-For is believed; nobody's without it. */
		TRUSTED_PROXY: z
			.string()
			.refine((setting) => {
				try {
					return proxiesIn(setting) !== undefined;
				} catch {
					return false;
				}
			}, "must be IP addresses or networks of proxies, with commas between them")
			.optional(),
		/** The Unix socket of a virus scanner (clamd) that is asked about each file that comes in. */
		SCANNER_SOCKET: z.string().min(1).optional(),
		/** How many times the limits on what one person may ask for in an hour are widened (pace.ts). */
		PACE: z.coerce.number().min(1).default(1),
		/** SHA-256 (hex) of the one-time code that opens the set-up page; only while there is no agency yet. */
		SETUP_CODE_SHA256: z.string().length(64).optional(),
	})
	.refine((env) => env.SPOOR_MODE === "agency" || loopback.has(env.HOST), "a demonstration listens on the loopback address only")
	.refine((env) => env.SPOOR_MODE !== "demo" || !env.TRUSTED_PROXY, "a demonstration stands behind no proxy (TRUSTED_PROXY)");

const worker = z.object({
	SPOOR_MODE: mode,
	SPOOR_DATA: z.string().min(1),
	PUBLIC_URL: z.url(),
	KEYS_SOCKET: z.string().min(1),
	RENDERER_SOCKET: z.string().min(1),
	SMTP_URL: z.url().optional(),
});

/** The seed of a demonstration acts as everybody it tells of, through the same doors as the processes that serve them. */
const seed = worker;
const keys = z.object({ KEYS_SOCKET: z.string().min(1), KEYS_STORE: z.string().min(1) });
const renderer = z.object({ RENDERER_SOCKET: z.string().min(1) });
const catcher = z.object({ CATCHER_PORT: z.coerce.number().int(), CATCHER_STORE: z.string().min(1) });
const schemas = { server, worker, seed, keys, renderer, catcher };

type Env = Readonly<Record<string, string | undefined>>;

/** The settings of one process; throws with the names of what is missing or wrong, never with values. */
export function environmentOf<P extends keyof typeof schemas>(process_: P, env: Env = process.env): z.infer<(typeof schemas)[P]> {
	const parsed = schemas[process_].safeParse(env);
	if (parsed.success) return parsed.data as z.infer<(typeof schemas)[P]>;
	throw new Error(
		`Environment of ${process_}: ${parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`,
	);
}

/** The connection of a database role that this process was given the password of; throws for any other role. */
export function databaseAs(role: DatabaseRole, env: Env = process.env): ClientConfig {
	const place = database.parse(env);
	const password = env[`DATABASE_PASSWORD_${role.toUpperCase()}`];
	if (!password) throw new Error(`This process may not sign in to the database as spoor_${role}`);
	return {
		...{ host: place.DATABASE_HOST, port: place.DATABASE_PORT, database: place.DATABASE_NAME },
		...{ user: `spoor_${role}`, password },
		...(place.DATABASE_TLS === "verify" ? { ssl: { rejectUnauthorized: true } } : {}),
	};
}
