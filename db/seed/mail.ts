import type { Recheck } from "../../src/disclosures/gate.server.ts";
import { transmit } from "../../src/disclosures/transmit.server.ts";
import type { Living } from "../../src/platform/jobs.server.ts";
import type { Send } from "../../src/platform/outbound/send.ts";
import { recheckReport } from "../../src/reports/send.server.ts";
import { doorAt, type Scene } from "./scene.ts";
import { inLanes } from "./timeline.ts";

// The seed is alone: nobody else can be at work on a message.
const living: Living = { hold: async () => async () => {}, close: async () => {} };

const rechecks: Readonly<Record<string, Recheck>> = {
	report: (_by, { subject, about, sha256 }, tx) =>
		recheckReport(tx, { subject_id: subject, about_id: about.id, sha256: Buffer.from(sha256, "hex") }),
};

/** What a mail server says of addresses that do not work any more. */
export const answers = {
	bounced: async () => ({ kind: "refused", answer: "550 5.1.1 Mailbox unavailable" }),
	unknown: async () => ({ kind: "unknown", answer: "The connection was lost after the message had been sent" }),
} as const satisfies Record<string, Send>;

/** The worker transmits what a disclosure queued, at that moment, through the same gate as always. */
export async function transmitAt(scene: Scene, disclosure: string, moment: Date, send: Send = scene.send): Promise<void> {
	const { rows } = await scene.owner.query<{ id: string }>("select id from app.dispatch where disclosure_id = $1", [disclosure]);
	await transmit({ door: doorAt(scene, moment), send, living, rechecks }, rows[0]?.id ?? "");
}

/** The messages without content (invitations, "something waits for you"): each is transmitted when it was made. */
export async function transmitNotices(scene: Scene): Promise<void> {
	const { rows } = await scene.owner.query<{ id: string; created_at: Date }>(
		"select id, created_at from app.dispatch where disclosure_id is null and state = 'queued' order by created_at",
	);
	await inLanes(rows, async ({ id, created_at }) => {
		await transmit({ door: doorAt(scene, created_at), send: scene.send, living, rechecks }, id);
	});
	scene.say(`${rows.length} notices went to the mail server`);
}
