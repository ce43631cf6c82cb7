import { simpleParser } from "mailparser";
import { expect, it } from "vitest";
import { strictAddress } from "../address.ts";
import { BadAddress, compose, type Letter } from "./compose.ts";
import { readBack } from "./read-back.ts";

const letter: Letter = {
	from: { name: "Bureau Voorbeeld", address: "info@voorbeeld.test" },
	to: { name: "Petra Peeters", address: "p@korenaar.test" },
	subject: "Rapportage, documentnummer 7K3M-22",
	text: "Goedendag,\n\nBijgaand één rapportage.\n",
	attachment: { filename: "rapportage.pdf", bytes: Buffer.from("%PDF-1.7 één") },
	messageId: "<1@voorbeeld.test>",
	date: new Date("2026-11-23T09:00:00Z"),
};

it("R9.1 — a message reads back as it was written, and has CRLF line ends only", async () => {
	const bytes = await compose(letter);
	const mail = await simpleParser(bytes);
	expect(mail.subject).toBe(letter.subject);
	expect(mail.messageId).toBe(letter.messageId);
	expect(mail.text?.trim()).toBe(letter.text.trim());
	expect(mail.attachments.map((one) => [one.filename, one.contentType, one.content.toString()])).toEqual([
		["rapportage.pdf", "application/pdf", "%PDF-1.7 één"],
	]);
	expect((await readBack(bytes)).receivers).toEqual(["p@korenaar.test"]);
	expect(bytes.toString("latin1").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

const bad = [
	"hr@klant.test, evil@x.test",
	"hr@klant.test\r\nBcc: evil@x.test",
	"hr@klant.test\nevil@x.test",
	"iedereen: hr@klant.test, evil@x.test;",
	'"hr@klant.test, evil"@x.test',
	'"xclow3n@gmail.com x"@internal.test',
	"Hr <hr@klant.test>",
	"hr@klаnt.test",
	"hr@xn--klnt-63d.test",
	"hr@[127.0.0.1]",
	"hr@localhost",
	"hr@klant..test",
	"hr@-klant.test",
	".hr@klant.test",
	"hr.@klant.test",
	"hr@klant.test ",
	"hr(comment)@klant.test",
	"@klant.test",
	"hr@",
	"",
	`${"a".repeat(65)}@klant.test`,
];
for (const address of bad) {
	it(`R9.1 — ${JSON.stringify(address)} is not one plain address and nothing is composed`, async () => {
		expect(strictAddress(address)).toBeUndefined();
		await expect(compose({ ...letter, to: { name: "", address } })).rejects.toThrow(BadAddress);
	});
}

it("R9.1 — plain addresses are taken as they are, their domain in lower case", () => {
	expect(strictAddress("P.Peeters+hr@Korenaar.TEST")).toBe("P.Peeters+hr@korenaar.test");
	expect(strictAddress("o'brien_1@sub.korenaar.co.test")).toBe("o'brien_1@sub.korenaar.co.test");
});

for (const field of ["subject", "name", "filename", "messageId"] as const) {
	it(`R9.1 — a line break in the ${field} adds no header: nothing is composed`, async () => {
		const evil = "x\r\nBcc: evil@x.test";
		const made = {
			subject: { ...letter, subject: evil },
			name: { ...letter, to: { ...letter.to, name: evil } },
			filename: { ...letter, attachment: { filename: evil, bytes: Buffer.from("%PDF-") } },
			messageId: { ...letter, messageId: evil },
		}[field];
		await expect(compose(made)).rejects.toThrow(BadAddress);
	});
}

it("R9.1 — a name that looks like an address stays a name", async () => {
	const bytes = await compose({ ...letter, to: { name: 'evil@x.test>, "x" <y@x.test', address: "p@korenaar.test" } });
	expect((await readBack(bytes)).receivers).toEqual(["p@korenaar.test"]);
});

it("R9.1 — a text with a lone dot or a line that looks like a header stays text", async () => {
	const mail = await simpleParser(await compose({ ...letter, text: "een\n.\nBcc: evil@x.test\n" }));
	expect(mail.bcc).toBeUndefined();
	expect(mail.text).toContain("Bcc: evil@x.test");
});
