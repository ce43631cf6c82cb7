import { sql } from "kysely";
import type { Agency } from "./agency.server.ts";
import type { Clock } from "./clock.ts";
import type { Door } from "./db.server.ts";
import type { KeyService } from "./keys/service.ts";
import { certificateFacts } from "./pdf/certificate.ts";
import type { Render } from "./pdf/render.server.ts";

export type Part = "database" | "disk" | "keys" | "renderer" | "certificate" | "mail" | "scanner" | "clock" | "worker";
export type Outcome = { part: Part; ok: boolean; note?: "absent" | "expires" | "silent" | "off" | "full" };

export interface SelfTestParts {
	door: Door;
	keys: KeyService;
	render: Render;
	agency: () => Promise<Agency | undefined>;
	clock: Clock;
	/** Is there room to write? What the last refusal for want of room says, and how much is free where the data is. */
	roomLeft: () => Promise<boolean>;
	/** Does a mail server answer? Undefined: none is configured. */
	mailAnswers: (() => Promise<boolean>) | undefined;
	/** Does the virus scanner answer? Undefined: none is configured. */
	scannerAnswers?: (() => Promise<boolean>) | undefined;
}

const month = 30 * 24 * 60 * 60 * 1000;

/** Tries every part that Spoor stands on. Tells which part fails, never why in words that could hold data. */
export async function selfTest(parts: SelfTestParts): Promise<Outcome[]> {
	const tried = async (part: Part, work: () => Promise<Omit<Outcome, "part">>): Promise<Outcome> => {
		try {
			return { part, ...(await within(work(), 5000)) };
		} catch {
			return { part, ok: false, note: "silent" };
		}
	};
	const vital = async () =>
		(await parts.door.ask("recipient", sql<{ worker_at: Date | null; clock: Date }>`select * from app.vital_signs()`))[0];
	return Promise.all([
		tried("database", async () => ({ ok: (await vital()) !== undefined })),
		tried("disk", async () => ((await parts.roomLeft()) ? { ok: true } : { ok: false, note: "full" as const })),
		tried("keys", async () => ({ ok: (await parts.keys.tokens([{ kind: "network", value: "self-test" }])).length === 1 })),
		tried("renderer", async () => ({ ok: (await parts.render("regulation", probe)).length > 0 })),
		tried("certificate", async () => certificate(await parts.agency(), parts.clock.now())),
		tried("mail", async () => (parts.mailAnswers ? { ok: await parts.mailAnswers() } : { ok: false, note: "absent" as const })),
		tried("scanner", async () =>
			parts.scannerAnswers ? { ok: await parts.scannerAnswers() } : { ok: false, note: "absent" as const },
		),
		tried("clock", async () => {
			const apart = Math.abs(((await vital())?.clock.getTime() ?? 0) - parts.clock.now().getTime());
			return apart < 5000 ? { ok: true } : { ok: false, note: "off" };
		}),
		tried("worker", async () => {
			const seen = (await vital())?.worker_at;
			return seen && parts.clock.now().getTime() - seen.getTime() < 90_000 ? { ok: true } : { ok: false, note: "silent" };
		}),
	]);
}

const probe = { agency: { name: "Spoor" }, title: "Zelftest", version: "-", inForce: "2026-01-01", chapters: [] };

function certificate(agency: Agency | undefined, now: Date): Omit<Outcome, "part"> {
	if (!agency?.seal_certificate) return { ok: false, note: "absent" };
	const { from, until } = certificateFacts(agency.seal_certificate);
	if (now < from || now > until) return { ok: false, note: "expires" };
	return until.getTime() - now.getTime() < month ? { ok: true, note: "expires" } : { ok: true };
}

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	try {
		return await Promise.race([
			work,
			new Promise<never>((_resolve, reject) => {
				timer = setTimeout(() => reject(new Error("too slow")), milliseconds);
			}),
		]);
	} finally {
		clearTimeout(timer);
	}
}
