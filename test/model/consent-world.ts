import { answerConsent } from "../../src/consents/answer.server.ts";
import { askConsent } from "../../src/consents/ask.server.ts";
import { expireConsents } from "../../src/consents/jobs.server.ts";
import { confirmPaperConsent, registerPaperConsent } from "../../src/consents/paper.server.ts";
import { narrowConsent, recordWithdrawal, withdrawConsent } from "../../src/consents/withdraw.server.ts";
import { endCollection, makeCode } from "../../src/disclosures/code.server.ts";
import { askRelease, collect, tryOpen } from "../../src/disclosures/collect.server.ts";
import { linkIn } from "../../src/disclosures/collection.ts";
import { recordOral } from "../../src/disclosures/disclose.server.ts";
import { release } from "../../src/disclosures/release.server.ts";
import { clear } from "../../src/disclosures/rules.ts";
import { type Sending, transmit } from "../../src/disclosures/transmit.server.ts";
import { type CategoryId, categories } from "../../src/law/categories.ts";
import { type DataClass, dataClasses, type RecipientType } from "../../src/law/data-classes.ts";
import { addDays, dateOf } from "../../src/law/deadlines.ts";
import { NotAllowed, yes } from "../../src/law/decision.ts";
import { readBack } from "../../src/platform/outbound/read-back.ts";
import { FieldErrors, NotFound, Stale } from "../../src/platform/web/page.ts";
import { queueReport } from "../disclosing.ts";
import type { TestHouse } from "../people.ts";

/** What the recipient is by now: who is company doctor is a doctor; otherwise what their commissioner is. */
export type Kind = "employer" | "insurer" | "uwv" | "companyDoctor";
export type ConsentStep =
	| { do: "ask"; classes: DataClass[]; days: number }
	| { do: "give" | "refuse" | "paper" | "withdraw" | "withdrawByPhone" | "narrow" | "expire" | "deliver" | "closeLink" }
	| { do: "wait"; days: number }
	| { do: "become"; kind: Kind }
	| { do: "queue" | "say"; about: CategoryId[] }
	| { do: "collect"; between?: "withdraw" };

/** A consent as somebody who only listens would remember it, apart from everything that the house keeps. */
interface Remembered {
	id: string;
	classes: DataClass[];
	until: string;
	type: RecipientType;
	state: "asked" | "given" | "over";
}

/** One candidate, one recipient, a noun that says yes to everything: what stands between health data and the outside is the door alone. */
export class ConsentWorld {
	/** What went out that must not have, in words. */
	readonly breaches: string[] = [];
	/** How often something went on a consent, and how often the door refused. */
	readonly went = { withConsent: 0, refused: 0 };
	private readonly consents: Remembered[] = [];
	private readonly mails: { disclosure: string; dispatch: string; about: CategoryId[]; link?: string }[] = [];
	private kind: Kind = "employer";
	private readonly house: TestHouse;
	private readonly sending: Sending;

	constructor(house: TestHouse, sending: Sending) {
		this.house = house;
		this.sending = sending;
	}

	async begin(): Promise<void> {
		this.house.clock.set("2026-11-23T09:00:00Z");
		// What an earlier history left is over, also for who asks what held at a moment: the clock is turned back with each of them.
		await this.house.rows("update app.consent set state = 'lapsed', state_at = '2026-01-01'");
		await this.become("employer");
	}

	/** Does one step; a refusal is an answer like any other, anything else that goes wrong is a defect. */
	async take(step: ConsentStep): Promise<void> {
		try {
			await this.tryStep(step);
		} catch (error) {
			if (error instanceof NotAllowed) this.went.refused++;
			else if (!(error instanceof Stale || error instanceof NotFound || error instanceof FieldErrors)) throw error;
		}
	}

	private async tryStep(step: ConsentStep): Promise<void> {
		switch (step.do) {
			case "ask":
				return this.ask(step.classes, step.days);
			case "give":
			case "refuse":
				return this.answer(step.do === "give");
			case "paper":
				return this.paper();
			case "withdraw":
			case "withdrawByPhone":
				return this.withdraw(step.do === "withdrawByPhone");
			case "narrow":
				return this.narrow();
			case "expire":
				return void (await expireConsents(this.house.door));
			case "wait":
				return this.house.clock.set(new Date(this.house.clock.now().getTime() + step.days * 86_400_000 + 11 * 60_000));
			case "become":
				return this.become(step.kind);
			case "queue":
				return this.queue(step.about);
			case "say":
				return this.say(step.about);
			case "deliver":
				return this.deliver();
			case "collect":
				return this.collect(step.between);
			case "closeLink": {
				const mail = this.mails.at(-1);
				if (mail?.link) await endCollection(this.coach, { candidate: this.its.candidate, disclosure: mail.disclosure });
			}
		}
	}

	private get its() {
		return this.house.worlds.mehmet;
	}
	private get coach() {
		return this.house.as("anna");
	}
	private get candidate() {
		return this.house.asCandidate("mehmet");
	}
	private get type(): RecipientType {
		return this.kind === "companyDoctor" ? "carer" : this.kind;
	}
	private get last() {
		return this.consents.findLast((one) => one.state !== "over");
	}

	private async ask(classes: DataClass[], days: number): Promise<void> {
		const { candidate, trajectory, contact } = this.its;
		const [id, until] = [crypto.randomUUID(), addDays(dateOf(this.house.clock.now()), days)];
		await askConsent(this.coach, "http://spoor.test", {
			...{ id, candidate, trajectory, kind: "disclose", recipient: { kind: "contact", contactId: contact } },
			...{ purpose: "reporting", dataClasses: classes, lines: ["Wat er staat."], until },
		});
		this.consents.push({ id, classes, until, type: this.type, state: "asked" });
	}

	private async answer(given: boolean): Promise<void> {
		const { id } = this.last ?? { id: crypto.randomUUID() };
		const { hash } = await this.row(id);
		await answerConsent(this.candidate, "http://spoor.test", {
			...{ id: crypto.randomUUID(), consent: id, answer: given ? "yes" : "no", noticeSha256: hash, language: "nl" },
		});
		this.is(id, given ? "given" : "over");
	}

	private async paper(): Promise<void> {
		const { id } = this.last ?? { id: crypto.randomUUID() };
		const { hash, number } = await this.row(id);
		const typed = { number, hash: hash.slice(0, 8) };
		const { candidate } = this.its;
		const signedOn = dateOf(this.house.clock.now());
		const scan = new TextEncoder().encode("%PDF-1.7\n%%EOF\n");
		await registerPaperConsent(this.coach, { id: crypto.randomUUID(), candidate, consent: id, typed, signedOn, scan });
		await confirmPaperConsent(this.house.as("fenna"), { id: crypto.randomUUID(), candidate, consent: id, typed });
		this.is(id, "given");
	}

	private async withdraw(byPhone: boolean): Promise<void> {
		const { id } = this.last ?? { id: crypto.randomUUID() };
		const event = { id: crypto.randomUUID(), consent: id };
		if (byPhone) await recordWithdrawal(this.coach, { ...event, candidate: this.its.candidate, note: "Belde." });
		else await withdrawConsent(this.candidate, event);
		this.is(id, "over");
	}

	private async narrow(): Promise<void> {
		const one = this.last;
		if (!one) return;
		const remaining = one.classes.slice(1);
		await narrowConsent(this.candidate, { id: crypto.randomUUID(), consent: one.id, remaining });
		one.classes = remaining;
	}

	private async become(kind: Kind): Promise<void> {
		this.kind = kind;
		const { contact, commissioner } = this.its;
		const contactKind = kind === "companyDoctor" ? "companyDoctor" : "contact";
		const commissionerKind = kind === "companyDoctor" ? "employer" : kind;
		await this.house.rows("update app.contact_person set kind = $1 where id = $2", [contactKind, contact]);
		await this.house.rows("update app.commissioner set kind = $1 where id = $2", [commissionerKind, commissioner]);
	}

	private recipient() {
		const { contact, commissioner, contactEmail } = this.its;
		return {
			...{ contactId: contact, commissionerId: commissioner, commissionerName: "Bakkerij De Korenaar" },
			...{ name: "Petra Peeters", email: contactEmail, type: this.type },
		};
	}

	private async queue(about: CategoryId[]): Promise<void> {
		const queued = await queueReport(this.house, { cleared: { categories: about, recipient: this.recipient() }, consent: false });
		this.mails.push({ ...queued, about });
	}

	private async say(about: CategoryId[]): Promise<void> {
		const { candidate, trajectory } = this.its;
		await this.coach.act(candidate, "reporting", { action: "record" }, (tx, seal) => {
			const clearance = clear(yes("R9.2"), {
				...{ subject: candidate, trajectory, about: { kind: "test", id: crypto.randomUUID() }, recipient: this.recipient() },
				...{ form: "oral", sha256: null, categories: about, purpose: "reporting", ground: "avg.6.1.f" },
			});
			return recordOral(this.coach, tx, seal, clearance, { at: this.house.clock.now(), summary: "Gezegd." });
		});
		this.left(about, "said");
	}

	/** The worker sends what is due. What a mail itself carries has left; a link carries nothing. */
	private async deliver(): Promise<void> {
		for (const mail of this.mails) {
			const send: Sending["send"] = async ({ bytes }) => {
				const { attachments, text } = await readBack(Buffer.from(bytes));
				const link = linkIn(text);
				if (attachments.length === 0 && link) mail.link = link;
				else this.left(mail.about, "mailed");
				return { kind: "accepted", answer: "250" };
			};
			await transmit({ ...this.sending, send }, mail.dispatch);
		}
	}

	/** The recipient collects what waits for them; somebody may withdraw between the gate's yes and the document. */
	private async collect(between: "withdraw" | undefined): Promise<void> {
		const mail = this.mails.findLast((one) => one.link);
		if (!mail?.link) return;
		const { door, clock } = this.house;
		const code = await makeCode(this.coach, { candidate: this.its.candidate, disclosure: mail.disclosure });
		const { pass } = await tryOpen(door, { link: mail.link, address: this.its.contactEmail, code }, clock.now());
		if (!pass) return;
		await askRelease(door, pass);
		await release({ door, rechecks: this.sending.rechecks }, mail.disclosure);
		if (between) await this.take({ do: between });
		await collect(door, pass);
		this.left(mail.about, "collected");
	}

	/** Something left at this moment: may it, as far as anybody could know who remembers every yes and no? */
	private left(about: readonly CategoryId[], how: string): void {
		for (const category of about) {
			const { dataClass } = categories[category];
			const needs: string = dataClasses[dataClass].to[this.type];
			if (needs === "no") this.breaches.push(`${category} ${how} to ${this.type}, which nothing opens`);
			if (!needs.toLowerCase().includes("consent")) continue;
			const today = dateOf(this.house.clock.now());
			const holds = this.consents.some(
				(one) => one.state === "given" && one.classes.includes(dataClass) && one.type === this.type && one.until >= today,
			);
			if (holds) this.went.withConsent++;
			else this.breaches.push(`${category} ${how} to ${this.type} without a consent in force`);
		}
	}

	private is(id: string, state: Remembered["state"]): void {
		const one = this.consents.find((each) => each.id === id);
		if (one) one.state = state;
	}

	private async row(id: string): Promise<{ hash: string; number: string }> {
		const [row] = await this.house.rows<{ hash: string; number: string }>(
			"select encode(notice_sha256, 'hex') as hash, number from app.consent where id = $1",
			[id],
		);
		return row ?? { hash: "", number: "" };
	}
}
