import type { Sending } from "../../src/disclosures/transmit.server.ts";
import { recheckReport } from "../../src/reports/send.server.ts";
import type { MailSink } from "../mail-sink.ts";
import type { TestHouse } from "../people.ts";
import type { pressFor } from "../press.ts";
import type { Step } from "./steps.ts";
import type { Witness } from "./witness.ts";

/** Somebody stopped in the middle. */
export class Crash extends Error {}

export interface Arrival {
	/** Of the document in it, or that its link leads to. */
	sha256: string;
	disclosure: string;
	to: string[];
	/** Whether the server may have kept it: it said yes, or nothing. What it refused after the body it has not. */
	kept: boolean;
	/** How many times a person had decided to send again before it arrived. */
	decisions: number;
}

/** A report that somebody sent, and what its reader has of it by now. */
export interface Sent {
	id: string;
	sha256: string;
	link?: string;
	pass?: string;
}

/** What every deed of a history stands on. */
export interface Ground {
	readonly house: TestHouse;
	readonly press: Awaited<ReturnType<typeof pressFor>>;
	readonly sink: MailSink;
	readonly sending: Sending;
	readonly witness: Witness;
	readonly report: string;
	/** The line of the agreement on which the same is told by mouth. */
	readonly spoken: string;
	readonly sent: Sent[];
	readonly arrivals: Arrival[];
	readonly decisions: number;
	take(step: Step): Promise<void>;
}

/** As the worker has them (src/worker.ts). */
export const rechecks: Sending["rechecks"] = {
	report: (by, { subject, about, sha256 }, tx) =>
		recheckReport(tx, { subject_id: subject, about_id: about.id, sha256: Buffer.from(sha256, "hex") }, by.now()),
};
