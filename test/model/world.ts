import { createHash } from "node:crypto";
import { simpleParser } from "mailparser";
import { sendAgain } from "../../src/disclosures/decide.server.ts";
import { type Sending, sweep, transmit } from "../../src/disclosures/transmit.server.ts";
import { NotAllowed } from "../../src/law/decision.ts";
import type { Render } from "../../src/platform/pdf/render.server.ts";
import { NotFound, Stale } from "../../src/platform/web/page.ts";
import { answerReport } from "../../src/reports/answer.server.ts";
import { reviseReport, saveDraft, startReport, withdrawReport } from "../../src/reports/draft.server.ts";
import { recheckReport, sendReport, unsendReport } from "../../src/reports/send.server.ts";
import { submitReport } from "../../src/reports/submit.server.ts";
import { layAgreement } from "../agreement.ts";
import type { MailSink, Manner } from "../mail-sink.ts";
import type { TestHouse } from "../people.ts";
import type { pressFor } from "../press.ts";

/** One thing that somebody, the worker or the world does. */
export type Step =
	| {
			do: "edit" | "submit" | "send" | "undo" | "revise" | "withdraw" | "sweep" | "sendAgain" | "moveAddress" | "changeAgreement";
	  }
	| {
			do: "answer";
			answer: "approved" | "approvedWithRemark" | "refused" | "changeRequested";
			seen: "newest" | "older" | "otherRecipients";
	  }
	| { do: "wait"; minutes: number }
	| { do: "deliver"; manner: Manner; crash?: "claimed" | "opened" | "transmitting" | "answered" | "settled" };

class Crash extends Error {}

interface Arrival {
	sha256: string;
	to: string[];
	/** Whether the server may have kept it: it said yes, or nothing. What it refused after the body it has not. */
	kept: boolean;
	/** How many times a person had decided to send again before it arrived. */
	decisions: number;
}

/** One report's history against the real verbs, gate, keys, database and mail server; remembers what was acknowledged. */
export class World {
	readonly arrivals: Arrival[] = [];
	readonly versions: string[] = [];
	/** What a verb answered yes to, and what the database must therefore hold: the report's state and the text's version. */
	acknowledged = { state: "draft", draftVersion: 1 };
	decisions = 0;
	readonly report = crypto.randomUUID();
	private rowVersion = 1;
	readonly disclosures: string[] = [];
	private line = "";
	private printed = 0;
	readonly house: TestHouse;
	private readonly press: Awaited<ReturnType<typeof pressFor>>;
	private readonly sink: MailSink;
	private readonly papers: readonly Uint8Array[];
	private readonly sending: Sending;

	constructor(
		house: TestHouse,
		press: Awaited<ReturnType<typeof pressFor>>,
		sink: MailSink,
		papers: readonly Uint8Array[],
		sending: Sending,
	) {
		this.sending = sending;
		this.house = house;
		this.press = press;
		this.sink = sink;
		this.papers = papers;
	}

	private get candidate() {
		return this.house.worlds.mehmet.candidate;
	}
	private get coach() {
		return this.house.as("anna");
	}
	private get where() {
		return { candidate: this.candidate, report: this.report };
	}

	async begin(agreementVersion: number): Promise<void> {
		this.line = await layAgreement(this.house, "mehmet", "extensive", { version: agreementVersion });
		await startReport(this.coach, {
			id: this.report,
			candidate: this.candidate,
			trajectory: this.house.worlds.mehmet.trajectory,
			line: this.line,
			dueOn: null,
			periodFrom: null,
			periodTo: null,
		});
	}

	/** Does one step; a refusal is an answer like any other, anything else that goes wrong is a defect. */
	async take(step: Step): Promise<void> {
		try {
			await this.tryStep(step);
		} catch (error) {
			if (!(error instanceof NotAllowed || error instanceof Stale || error instanceof NotFound || error instanceof Crash))
				throw error;
		}
		await this.look();
	}

	/** Sees which version of the report there is now, as somebody does who opens its page. */
	async look(): Promise<void> {
		const [row] = await this.house.rows<{ row_version: number }>("select row_version from app.report where id = $1", [
			this.report,
		]);
		this.rowVersion = row?.row_version ?? 0;
	}

	private async tryStep(step: Step): Promise<void> {
		const { coach, where, rowVersion } = this;
		switch (step.do) {
			case "edit": {
				const { rowVersion: now } = await saveDraft(coach, {
					...where,
					rowVersion: this.acknowledged.draftVersion,
					title: "Voortgang",
					body: `Stand ${this.acknowledged.draftVersion}.`,
				});
				this.acknowledged.draftVersion = now;
				return;
			}
			case "submit": {
				const version = crypto.randomUUID();
				await submitReport(
					coach,
					{ ...this.press, render: this.paper },
					{ ...where, draftVersion: this.acknowledged.draftVersion, version },
				);
				this.versions.push(version);
				this.acknowledged.state = "submitted";
				return;
			}
			case "answer":
				return this.answer(step);
			case "revise":
				await reviseReport(coach, { ...where, rowVersion });
				this.acknowledged.state = "draft";
				return;
			case "withdraw":
				await withdrawReport(coach, { ...where, rowVersion });
				this.acknowledged.state = "withdrawn";
				return;
			case "send": {
				const disclosure = crypto.randomUUID();
				await sendReport(coach, this.press.agency, this.press.publicUrl, { ...where, rowVersion, disclosure });
				this.disclosures.push(disclosure);
				this.acknowledged.state = "sent";
				return;
			}
			case "undo":
				await unsendReport(coach, { ...where, disclosure: this.disclosures.at(-1) ?? crypto.randomUUID() });
				this.acknowledged.state = "approved";
				return;
			case "wait":
				this.house.clock.set(new Date(this.house.clock.now().getTime() + step.minutes * 60_000));
				return;
			case "deliver":
				return this.deliver(step);
			case "sweep":
				await sweep(this.sending);
				return;
			case "sendAgain":
				return this.again();
			case "moveAddress":
				return this.moveAddress();
			case "changeAgreement":
				return this.changeAgreement();
		}
	}

	/** Typesetting has its own tests: here the paper comes ready from a pile, each sheet different; sealing and checking are real. */
	private readonly paper: Render = async () => this.papers[this.printed++ % this.papers.length] as Uint8Array;

	private async answer({ answer, seen }: Step & { do: "answer" }): Promise<void> {
		const version = seen === "older" ? this.versions.at(-2) : this.versions.at(-1);
		if (!version) return;
		const [row] = await this.house.rows<{ sha256: Buffer; recipients_sha256: Buffer }>(
			"select sha256, recipients_sha256 from app.report_version where id = $1",
			[version],
		);
		const recipients = seen === "otherRecipients" ? "ab".repeat(32) : row?.recipients_sha256.toString("hex");
		await answerReport(this.house.asCandidate("mehmet"), {
			id: crypto.randomUUID(),
			...this.where,
			version,
			sha256: row?.sha256.toString("hex") ?? "",
			recipientsSha256: recipients ?? "",
			answer,
			remark: answer === "approved" ? null : "Zo niet",
			ownView: null,
		});
		this.acknowledged.state = answer === "refused" ? "refused" : answer === "changeRequested" ? "changeRequested" : "approved";
	}

	private async deliver({ manner, crash }: Step & { do: "deliver" }): Promise<void> {
		this.sink.manner = manner;
		this.sink.received.length = 0;
		const sending: Sending = {
			...this.sending,
			rechecks: {
				report: (_by, { subject, about, sha256 }, tx) =>
					recheckReport(tx, { subject_id: subject, about_id: about.id, sha256: Buffer.from(sha256, "hex") }),
			},
			step: (name) => {
				if (name === crash) throw new Crash();
			},
		};
		const due = await this.house.rows<{ id: string }>(
			"select m.id from app.dispatch m where m.disclosure_id = any($1) and m.state = 'queued'",
			[this.disclosures],
		);
		try {
			for (const { id } of due) await transmit(sending, id);
		} finally {
			await this.collect();
		}
	}

	/** Takes up what has come in at the mail server since it was last emptied. */
	async collect(): Promise<void> {
		for (const { raw, to } of this.sink.received.splice(0)) {
			const [pdf] = (await simpleParser(raw)).attachments;
			const sha256 = createHash("sha256")
				.update(pdf?.content ?? "")
				.digest("hex");
			this.arrivals.push({ sha256, to, kept: typeof this.sink.manner === "string", decisions: this.decisions });
		}
	}

	private async again(): Promise<void> {
		const disclosure = this.disclosures.at(-1);
		if (!disclosure) return;
		const [row] = await this.house.rows<{ row_version: number }>(
			"select row_version from app.dispatch where disclosure_id = $1",
			[disclosure],
		);
		await sendAgain(this.coach, { candidate: this.candidate, disclosure, rowVersion: row?.row_version ?? 0, lookedAgain: true });
		this.decisions += 1;
	}

	/** The contact person's address is confirmed anew: what was approved for the earlier one must not go any more. */
	private async moveAddress(): Promise<void> {
		const { contact, contactEmail } = this.house.worlds.mehmet;
		const by = this.house.as("bea");
		const id = crypto.randomUUID();
		await by.act(contact, "assignments", { action: "update" }, async (tx, seal) => {
			await tx
				.updateTable("app.address_verification")
				.set({ ended_at: by.now() })
				.where("contact_id", "=", contact)
				.where("ended_at", "is", null)
				.execute();
			const sealed = await seal("address_verification", id, contact, { email: contactEmail });
			await tx
				.insertInto("app.address_verification")
				.values({
					id,
					contact_id: contact,
					...sealed,
					token_hash: null,
					asked_at: by.now(),
					asked_by: by.actor.id,
					expires_at: by.now(),
					verified_at: by.now(),
					verified_how: "phone",
				})
				.execute();
		});
	}

	/** A new version of the agreement without this line: what was begun on it is no longer agreed. */
	private async changeAgreement(): Promise<void> {
		const [row] = await this.house.rows<{ n: number }>(
			"select max(version) n from app.reporting_agreement where subject_id = $1",
			[this.candidate],
		);
		await layAgreement(this.house, "mehmet", "extensive", { version: (row?.n ?? 0) + 1, form: "oral" });
	}
}
