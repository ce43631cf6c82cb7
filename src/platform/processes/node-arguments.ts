/** The ciphers that Spoor speaks and that its proxy should (docs/RUNNING.md): with forward secrecy, authenticated, the strongest first. */
export const ciphers = {
	tls13: ["TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256"],
	tls12: [
		"ECDHE-ECDSA-AES256-GCM-SHA384",
		"ECDHE-RSA-AES256-GCM-SHA384",
		"ECDHE-ECDSA-CHACHA20-POLY1305",
		"ECDHE-RSA-CHACHA20-POLY1305",
		"ECDHE-ECDSA-AES128-GCM-SHA256",
		"ECDHE-RSA-AES128-GCM-SHA256",
	],
} as const;

export const tlsCiphers = [...ciphers.tls13, ...ciphers.tls12].join(":");

/** How Node is started for each process: whatever speaks TLS (mail, PostgreSQL elsewhere, time stamps) has these ciphers and no others. */
export const nodeArguments: readonly string[] = ["--enable-source-maps", "--tls-min-v1.2", `--tls-cipher-list=${tlsCiphers}`];
