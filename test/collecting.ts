import { makeCode } from "../src/disclosures/code.server.ts";
import { tryOpen } from "../src/disclosures/collect.server.ts";
import { linkIn } from "../src/disclosures/collection.ts";
import { release } from "../src/disclosures/release.server.ts";
import { transmit } from "../src/disclosures/transmit.server.ts";
import { type Decision, yes } from "../src/law/decision.ts";
import { readBack } from "../src/platform/outbound/read-back.ts";
import type { Send } from "../src/platform/outbound/send.ts";
import { queueReport, sendingTo } from "./disclosing.ts";
import type { TestHouse } from "./people.ts";

/** A report with health data on its way to who collects it, step by step; `noun.word` is what the noun it is about says when it is asked. */
export function collecting(of: () => TestHouse) {
	const noun: { word: Decision } = { word: yes("R8.1") };
	const address = "p.mehmet@voorbeeld.test";

	/** Its mail sent: the link that the mail carried. */
	async function sent(change: Parameters<typeof queueReport>[1] = {}) {
		const house = of();
		house.clock.set("2026-11-23T09:00:00Z");
		const queued = await queueReport(house, {
			...change,
			cleared: { categories: ["progress", "workCapacity"], ...change.cleared },
		});
		house.clock.set("2026-11-23T09:10:00Z");
		let bytes: Buffer | undefined;
		const sending = sendingTo(house, "smtp://127.0.0.1:9", async () => noun.word);
		const send: Send = async (mail) => {
			bytes = Buffer.from(mail.bytes);
			return { kind: "accepted" as const, answer: "250" };
		};
		const state = await transmit({ ...sending, send }, queued.dispatch);
		await sending.close();
		const mail = bytes && (await readBack(bytes));
		return { ...queued, state, bytes, mail, link: linkIn(mail?.text ?? "") ?? "" };
	}
	const coded = async () => {
		const waiting = await sent();
		return { ...waiting, code: await makeCode(of().as("anna"), waiting) };
	};
	const open = (link: string, code: string, typed = address) =>
		tryOpen(of().door, { link, address: typed, code }, of().clock.now());
	const opened = async () => {
		const waiting = await coded();
		const { pass } = await open(waiting.link, waiting.code);
		return { ...waiting, pass };
	};
	const releaseNow = (disclosure: string) => release({ door: of().door, rechecks: { test: async () => noun.word } }, disclosure);
	const eventsOf = (disclosure: string) =>
		of()
			.rows<{ kind: string }>("select kind from app.collection_event where disclosure_id = $1 order by n", [disclosure])
			.then((rows) => rows.map((row) => row.kind));
	return { noun, address, sent, coded, open, opened, releaseNow, eventsOf };
}
