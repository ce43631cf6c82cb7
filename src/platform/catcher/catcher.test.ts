import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import nodemailer from "nodemailer";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Catcher, listenForMail } from "./listen.ts";
import { listMessages, openMessage } from "./store.ts";

let folder: string;
let catcher: Catcher;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), "spoor-mail-"));
	catcher = await listenForMail(folder, 0, () => new Date());
});

afterEach(async () => {
	await catcher.close();
	rmSync(folder, { recursive: true });
});

const send = (to: string, subject: string) =>
	nodemailer
		.createTransport({ host: "127.0.0.1", port: catcher.port, requireTLS: true, tls: { rejectUnauthorized: false } })
		.sendMail({
			envelope: { from: "bureau@example.test", to: [to] },
			from: { name: "Bureau", address: "bureau@example.test" },
			to: { name: "", address: to },
			subject,
			text: "Goedemorgen, zie de bijlage.",
			attachments: [{ filename: "rapport.pdf", content: Buffer.from("%PDF-1.7 één") }],
		});

test("R9.1 — a mail sent over a real conversation with STARTTLS can be read back whole", async () => {
	await send("contact@example.test", "Voortgang — één");
	const [caught, ...others] = await listMessages(folder);
	expect(others).toEqual([]);
	expect(caught).toMatchObject({
		from: "bureau@example.test",
		to: ["contact@example.test"],
		subject: "Voortgang — één",
		attachments: 1,
		tls: true,
	});
	const opened = await openMessage(folder, caught?.id ?? "");
	expect(opened?.mail.text?.trim()).toBe("Goedemorgen, zie de bijlage.");
	expect(opened?.mail.attachments[0]?.content.toString()).toBe("%PDF-1.7 één");
	expect(opened?.raw.toString()).toContain("Message-ID:");
});

test("R9.1 — the catcher listens on the loopback address and presents a certificate only there made", async () => {
	const strict = nodemailer.createTransport({ host: "127.0.0.1", port: catcher.port, requireTLS: true });
	await expect(strict.verify()).rejects.toThrow(/self-signed/);
});

test("R9.1 — no message is opened by an id that is not one", async () => {
	expect(await openMessage(folder, "../secrets/owner")).toBeUndefined();
	expect(await openMessage(folder, "20261123-00000000-0000-0000-0000-000000000000")).toBeUndefined();
	expect(await listMessages(folder)).toEqual([]);
});
