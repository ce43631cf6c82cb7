import { sendAgain } from "../../src/disclosures/decide.server.ts";
import { type Sending, sweep } from "../../src/disclosures/transmit.server.ts";
import { NotAllowed } from "../../src/law/decision.ts";
import type { Render } from "../../src/platform/pdf/render.server.ts";
import { FieldErrors, NotFound, Stale } from "../../src/platform/web/page.ts";
import { answerReport } from "../../src/reports/answer.server.ts";
import { reviseReport, saveDraft, startReport, withdrawReport } from "../../src/reports/draft.server.ts";
import { sendReport, unsendReport } from "../../src/reports/send.server.ts";
import { submitReport } from "../../src/reports/submit.server.ts";
import { layAgreement } from "../agreement.ts";
import type { MailSink } from "../mail-sink.ts";
import type { TestHouse } from "../people.ts";
import type { pressFor } from "../press.ts";
import { answers, asks, becomes, isReplaced, narrows, night, seesQuestions, signs, takesBack } from "./consent-deeds.ts";
import { type Arrival, Crash, type Ground, type Sent } from "./ground.ts";
import type { Step } from "./steps.ts";
import { closesLink, collects, deliver, says, takesLate, takeUp } from "./ways-out.ts";
import { type Kind, type Topic, Witness } from "./witness.ts";

/** One report's history against the real verbs, gate, keys, database and mail server; remembers what was acknowledged. */
export class World implements Ground {
	readonly arrivals: Arrival[] = [];
	readonly versions: string[] = [];
	/** What a verb answered yes to, and what the database must therefore hold: the report's state and the text's version. */
	acknowledged = { state: "draft", draftVersion: 1 };
	decisions = 0;
	readonly report = crypto.randomUUID();
	readonly spoken = crypto.randomUUID();
	readonly sent: Sent[] = [];
	readonly witness: Witness;
	readonly house: TestHouse;
	readonly press: Awaited<ReturnType<typeof pressFor>>;
	readonly sink: MailSink;
	readonly sending: Sending;
	private readonly topics: readonly Topic[];
	private rowVersion = 1;
	private line = "";
	private printed = 0;
	private readonly papers: readonly Uint8Array[];

	constructor(
		house: TestHouse,
		press: Awaited<ReturnType<typeof pressFor>>,
		sink: MailSink,
		papers: readonly Uint8Array[],
		sending: Sending,
		topics: readonly Topic[] = ["attendance", "progress"],
	) {
		this.sending = sending;
		this.house = house;
		this.press = press;
		this.sink = sink;
		this.papers = papers;
		this.topics = topics;
		this.witness = new Witness(topics, () => house.clock.now());
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
	get disclosures(): string[] {
		return this.sent.map((one) => one.id);
	}

	/** The recipient is somebody new, of this kind, to whom nothing was consented; a report begins on this version of the agreement. */
	async begin(agreementVersion: number, kind: Kind = "employer"): Promise<void> {
		const { house, topics, spoken } = this;
		await isReplaced(house, this.witness);
		await this.moveAddress();
		await becomes(house, this.witness, kind);
		const told = { line: spoken, categories: topics };
		this.line = await layAgreement(house, "mehmet", "extensive", { version: agreementVersion, categories: [...topics], told });
		await startReport(this.coach, {
			...{ id: this.report, candidate: this.candidate, trajectory: house.worlds.mehmet.trajectory, line: this.line },
			...{ dueOn: null, periodFrom: null, periodTo: null },
		});
	}

	/** Does one step; a refusal is an answer like any other, anything else that goes wrong is a defect. */
	async take(step: Step): Promise<void> {
		try {
			await this.tryStep(step);
		} catch (error) {
			if (error instanceof NotAllowed) this.witness.went.refused += 1;
			else if (!(error instanceof Stale || error instanceof NotFound || error instanceof FieldErrors || error instanceof Crash))
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
		switch (step.do) {
			case "edit":
				return this.edit();
			case "submit":
				return this.submit();
			case "answer":
				return this.answer(step);
			case "revise":
			case "withdraw":
				return this.end(step.do);
			case "send":
				return this.send();
			case "undo":
				await unsendReport(this.coach, { ...this.where, disclosure: this.disclosures.at(-1) ?? crypto.randomUUID() });
				this.acknowledged.state = "approved";
				return;
			case "wait":
				return this.house.clock.set(new Date(this.house.clock.now().getTime() + step.minutes * 60_000));
			case "deliver":
				return deliver(this, step);
			case "sweep":
				return void (await sweep(this.sending));
			case "sendAgain":
				return this.again();
			case "moveAddress":
				return this.moveAddress();
			case "changeAgreement":
				return this.changeAgreement();
			default:
				return this.tryConsent(step);
		}
	}

	private async tryConsent(step: Step): Promise<void> {
		switch (step.do) {
			case "ask":
				return asks(this, this.topics, step);
			case "give":
			case "refuse":
				return answers(this, step.do);
			case "paper":
				return signs(this);
			case "takeBack":
			case "takeBackByPhone":
				return takesBack(this, step.do === "takeBackByPhone");
			case "narrow":
				return narrows(this);
			case "night":
				return night(this);
			case "become":
				return becomes(this.house, this.witness, step.kind);
			case "replace":
				return isReplaced(this.house, this.witness);
			case "say":
				return says(this, step.ago);
			case "collect":
				return collects(this, step);
			case "takeLate":
				return takesLate(this);
			case "closeLink":
				return closesLink(this);
		}
	}

	private async edit(): Promise<void> {
		const n = this.acknowledged.draftVersion;
		const text = { title: "Voortgang", body: `Stand ${n}.` };
		const { rowVersion } = await saveDraft(this.coach, { ...this.where, rowVersion: n, ...text });
		this.acknowledged.draftVersion = rowVersion;
	}

	/** Typesetting has its own tests: here the paper comes ready from a pile, each sheet different; sealing and checking are real. */
	private readonly paper: Render = async () => this.papers[this.printed++ % this.papers.length] as Uint8Array;

	private async submit(): Promise<void> {
		const version = crypto.randomUUID();
		const { draftVersion } = this.acknowledged;
		await submitReport(this.coach, { ...this.press, render: this.paper }, { ...this.where, draftVersion, version });
		await this.submitted(version);
	}

	/** A version is there now, and the candidate sees it. */
	async submitted(version: string): Promise<void> {
		this.versions.push(version);
		this.acknowledged.state = "submitted";
		this.witness.show(version, (await this.shown(version)).sha256);
		await seesQuestions(this.house, this.witness, version);
	}

	/** What the candidate has on the screen of a version. */
	private async shown(version: string): Promise<{ sha256: string; recipientsSha256: string }> {
		const [row] = await this.house.rows<{ sha256: string; recipientsSha256: string }>(
			`select encode(sha256, 'hex') sha256, encode(recipients_sha256, 'hex') "recipientsSha256" from app.report_version where id = $1`,
			[version],
		);
		return row ?? { sha256: "", recipientsSha256: "" };
	}

	private async answer({ answer, seen }: Step & { do: "answer" }): Promise<void> {
		const version = seen === "older" ? this.versions.at(-2) : this.versions.at(-1);
		if (!version) return;
		await answerReport(this.house.asCandidate("mehmet"), {
			...{ id: crypto.randomUUID(), ...this.where, version },
			...(await this.shown(version)),
			...(seen === "otherRecipients" && { recipientsSha256: "ab".repeat(32) }),
			...{ answer, remark: answer === "approved" ? null : "Zo niet", ownView: null },
		});
		if (answer.startsWith("approved")) this.approved(version);
		else this.acknowledged.state = answer;
	}

	approved(version: string): void {
		this.acknowledged.state = "approved";
		this.witness.approve(version);
	}

	private async end(how: "revise" | "withdraw"): Promise<void> {
		const its = { ...this.where, rowVersion: this.rowVersion };
		await (how === "revise" ? reviseReport(this.coach, its) : withdrawReport(this.coach, its));
		this.acknowledged.state = how === "revise" ? "draft" : "withdrawn";
		this.witness.void();
	}

	private async send(): Promise<void> {
		const disclosure = crypto.randomUUID();
		const its = { ...this.where, rowVersion: this.rowVersion, disclosure };
		await sendReport(this.coach, this.press.agency, this.press.publicUrl, its);
		this.queued(disclosure);
	}

	queued(disclosure: string): void {
		this.sent.push({ id: disclosure, sha256: this.witness.shown.at(-1)?.sha256 ?? "" });
		this.acknowledged.state = "sent";
	}

	/** Takes up what has come in at the mail server since it was last emptied. */
	takeUp = (): Promise<void> => takeUp(this, this.disclosures.at(-1) ?? "");

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
					...{ id, contact_id: contact, ...sealed, token_hash: null, asked_at: by.now(), asked_by: by.actor.id },
					...{ expires_at: by.now(), verified_at: by.now(), verified_how: "phone" },
				})
				.execute();
		});
		this.witness.address += 1;
	}

	/** A new version of the agreement without this line: what was begun on it is no longer agreed. */
	private async changeAgreement(): Promise<void> {
		const [row] = await this.house.rows<{ n: number }>(
			"select max(version) n from app.reporting_agreement where subject_id = $1",
			[this.candidate],
		);
		await layAgreement(this.house, "mehmet", "extensive", { version: (row?.n ?? 0) + 1, form: "oral" });
		this.witness.agreed = false;
	}
}
