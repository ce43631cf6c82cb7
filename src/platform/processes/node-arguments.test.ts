import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ciphers, nodeArguments } from "./node-arguments.ts";

const running = readFileSync(join(import.meta.dirname, "../../../docs/RUNNING.md"), "utf8");
const setting = (name: string) => new RegExp(`^\\s*${name} (.+?);`, "m").exec(running)?.[1];

/** What Node offers by itself when it is started as our processes are. */
function offered(): string[] {
	const ask = 'const s = require("tls"); console.log(JSON.stringify([s.DEFAULT_CIPHERS, s.DEFAULT_MIN_VERSION]))';
	return JSON.parse(execFileSync(process.execPath, [...nodeArguments, "--eval", ask], { encoding: "utf8" })) as string[];
}

it("R10.1 — every process speaks TLS 1.2 or 1.3 with ciphers that keep what was said secret later too, and with no others", () => {
	expect(offered()).toEqual([[...ciphers.tls13, ...ciphers.tls12].join(":"), "TLSv1.2"]);
	for (const one of ciphers.tls12) expect(one).toMatch(/^ECDHE-(ECDSA|RSA)-(AES(256|128)-GCM|CHACHA20-POLY1305)/);
	expect(execFileSync("openssl", ["ciphers", ciphers.tls12.join(":")], { encoding: "utf8" })).not.toMatch(
		/CBC|RC4|3DES|NULL|MD5|SHA:/,
	);
});

it("R10.1 — the proxy's settings that we write down have the same ciphers, in our order, and staple", () => {
	expect(setting("ssl_protocols")).toBe("TLSv1.2 TLSv1.3");
	expect(setting("ssl_ciphers")).toBe(ciphers.tls12.join(":"));
	expect(setting("ssl_conf_command Ciphersuites")).toBe(ciphers.tls13.join(":"));
	expect(setting("ssl_prefer_server_ciphers")).toBe("on");
	expect([setting("ssl_stapling"), setting("ssl_stapling_verify")]).toEqual(["on", "on"]);
	const caddy = /^\s*ciphers (.+)$/m.exec(running)?.[1]?.split(" ") ?? [];
	const plain = caddy.map((name) =>
		name
			.replace(/^TLS_/, "")
			.replace("_WITH_", "_")
			.replace(/_(SHA256|SHA384)$/, "_$1")
			.replaceAll("_", "-"),
	);
	const ours = ciphers.tls12.map((name) => name.replace("AES256", "AES-256").replace("AES128", "AES-128"));
	expect(plain.map((name) => name.replace("CHACHA20-POLY1305-SHA256", "CHACHA20-POLY1305"))).toEqual(ours);
	expect(running).toMatch(/^\s*protocols tls1\.2 tls1\.3$/m);
});
