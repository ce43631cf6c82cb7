import { expect, test } from "vitest";
import { databaseAs, environmentOf } from "./env.ts";

const server = {
	SPOOR_MODE: "demo",
	SPOOR_DATA: "/data",
	PUBLIC_URL: "http://127.0.0.1:4700",
	KEYS_SOCKET: "/data/run/keys/socket",
	RENDERER_SOCKET: "/data/run/renderer/socket",
};
const database = { DATABASE_HOST: "/data/run/postgres", DATABASE_PASSWORD_STAFF: "hush" };

test("R10.1 — the web process listens on the loopback address unless told otherwise", () => {
	expect(environmentOf("server", server)).toMatchObject({ HOST: "127.0.0.1", PORT: 4700 });
	expect(environmentOf("server", { ...server, SPOOR_MODE: "agency", HOST: "0.0.0.0" }).HOST).toBe("0.0.0.0");
});

test.each(["demo", "test"])("R10.1 — a %s refuses any other address than the loopback", (mode) => {
	expect(() => environmentOf("server", { ...server, SPOOR_MODE: mode, HOST: "0.0.0.0" })).toThrow(/loopback/);
});

test("R10.1 — a trusted proxy is named by its address, and never in a demonstration", () => {
	const agency = { ...server, SPOOR_MODE: "agency" };
	expect(environmentOf("server", agency).TRUSTED_PROXY).toBeUndefined();
	expect(environmentOf("server", { ...agency, TRUSTED_PROXY: "127.0.0.1, 10.0.0.0/28" }).TRUSTED_PROXY).toBeDefined();
	for (const wrong of ["", "all", "0.0.0.0/0", "nginx.intern"])
		expect(() => environmentOf("server", { ...agency, TRUSTED_PROXY: wrong }), wrong).toThrow(/TRUSTED_PROXY/);
	expect(() => environmentOf("server", { ...server, TRUSTED_PROXY: "127.0.0.1" })).toThrow(/TRUSTED_PROXY/);
});

test("R10.1 — what is missing or wrong is named, its value is not", () => {
	const wrong = { ...server, PUBLIC_URL: "s3cret", KEYS_SOCKET: undefined };
	expect(() => environmentOf("server", wrong)).toThrow(/PUBLIC_URL.*KEYS_SOCKET/);
	expect(() => environmentOf("server", wrong)).not.toThrow(/s3cret/);
});

test("R10.1 — a process signs in to the database only as a role it was given", () => {
	expect(databaseAs("staff", database)).toEqual({
		...{ host: "/data/run/postgres", port: 5432, database: "spoor" },
		...{ user: "spoor_staff", password: "hush" },
	});
	for (const role of ["owner", "candidate", "keys"] as const) expect(() => databaseAs(role, database)).toThrow(`spoor_${role}`);
});

test("R10.1 — a database elsewhere is reached over TLS with a certificate that holds", () => {
	expect(databaseAs("staff", { ...database, DATABASE_TLS: "verify" }).ssl).toEqual({ rejectUnauthorized: true });
	expect(() => databaseAs("staff", { ...database, DATABASE_TLS: "prefer" })).toThrow();
});
