import pg from "pg";
import { askConsent } from "../src/consents/ask.server.ts";
import { registerPaperConsent, rejectPaperConsent } from "../src/consents/paper.server.ts";
import { confirmDemand, proposeDemand, sendDemand } from "../src/demands/demand.server.ts";
import { beginNote } from "../src/dossiers/write-note.server.ts";
import { proposeException } from "../src/exceptions/exception.server.ts";
import { lexiconWith } from "../src/guard/lexicon/base.ts";
import { markedIn } from "../src/guard/read.ts";
import type { Marked } from "../src/guard/rules.ts";
import { askSetAside } from "../src/guard/set-aside.server.ts";
import { addDays, today } from "../src/law/deadlines.ts";
import { breakGlass, endGlass } from "../src/looks/break-glass.server.ts";
import { answerReport } from "../src/reports/answer.server.ts";
import { saveDraft, startReport } from "../src/reports/draft.server.ts";
import { submitReport } from "../src/reports/submit.server.ts";
import { layAgreement } from "./agreement.ts";
import { queueReport } from "./disclosing.ts";
import { layHealth } from "./health.ts";
import type { CandidateName, TestHouse } from "./people.ts";
import { type pressFor, sealAs } from "./press.ts";

/** What stands behind each parameter of a path, for one candidate: a whole dossier with one of everything. */
export type Things = Readonly<Record<string, string>>;

/** Lays one of everything for a candidate, by the verbs of their coach. */
export async function layThings(
	house: TestHouse,
	press: Awaited<ReturnType<typeof pressFor>>,
	name: CandidateName,
): Promise<Things> {
	const world = house.worlds[name];
	const coachName = name === "mehmet" ? "anna" : "bram";
	const coach = house.as(coachName);
	const line = await layAgreement(house, name);
	const [report, version, note] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
	const whose = { candidate: world.candidate, trajectory: world.trajectory };
	await startReport(coach, { id: report, ...whose, line, dueOn: null, periodFrom: null, periodTo: null });
	const setAside = crypto.randomUUID();
	const sentence = "De kanker van dat bedrijf is de bureaucratie.";
	await saveDraft(coach, { candidate: world.candidate, report, rowVersion: 1, title: "Voortgang", body: sentence });
	const [finding] = markedIn(sentence, lexiconWith()) as [Marked];
	const reason = "Beeldspraak van zijn chef.";
	await askSetAside(coach, { ...finding, id: setAside, candidate: world.candidate, report, reason });
	await saveDraft(coach, { candidate: world.candidate, report, rowVersion: 2, title: "Voortgang", body: "Het gaat goed." });
	await submitReport(coach, press, { candidate: world.candidate, report, draftVersion: 3, version });
	const [exception, glass] = [crypto.randomUUID(), crypto.randomUUID()];
	const reasoning = "De wet verplicht ons dit verslag te geven; uitstel kan niet.";
	await proposeException(coach, { id: exception, candidate: world.candidate, report, version, ground: "legalDuty", reasoning });
	await layGlass(house, world.candidate, glass);
	const [frozen] = await house.rows<{ sha256: Buffer; recipients_sha256: Buffer }>(
		"select sha256, recipients_sha256 from app.report_version where id = $1",
		[version],
	);
	await answerReport(house.asCandidate(name), {
		id: crypto.randomUUID(),
		candidate: world.candidate,
		report,
		version,
		sha256: frozen?.sha256.toString("hex") ?? "",
		recipientsSha256: frozen?.recipients_sha256.toString("hex") ?? "",
		answer: "approved",
		remark: null,
		ownView: null,
	});
	await beginNote(coach, { ...whose, note });
	const { disclosure } = await queueReport(house, { who: coachName, candidate: name });
	await sealAs(house, press.certificate); // that report came with a seal of its own
	const demand = await layDemand(house, press, coachName, whose);
	const [agreement] = await house.rows<{ id: string }>("select id from app.reporting_agreement where subject_id = $1", [
		world.candidate,
	]);
	const [membership] = await house.rows<{ id: string }>("select id from app.membership where subject_id = $1", [world.candidate]);
	return {
		candidate: world.candidate,
		trajectory: world.trajectory,
		commissioner: world.commissioner,
		assignment: world.assignment,
		contact: world.contact,
		report,
		version,
		note,
		disclosure,
		id: agreement?.id ?? "",
		membership: membership?.id ?? "",
		staff: house.ids[coachName],
		exception,
		demand,
		setAside,
		glass,
		...(await layQuestion(house, name)),
		...(await layHealth(house, press, name, coachName)),
	};
}

/** A dossier that was opened in an emergency, and closed. */
async function layGlass(house: TestHouse, candidate: string, glass: string): Promise<void> {
	const emergency = { id: glass, candidate, reason: "danger", explanation: "Er belde iemand in paniek." } as const;
	await breakGlass(house.as("carla"), "http://spoor.test", emergency);
	await endGlass(house.as("carla"), { candidate, glass });
}

/** A question for consent that was answered on a paper which a colleague rejected: open again, with a scan and a history. */
async function layQuestion(house: TestHouse, name: CandidateName): Promise<{ consent: string; event: string }> {
	const { candidate, trajectory, contact } = house.worlds[name];
	const coach = house.as(name === "mehmet" ? "anna" : "bram");
	const [consent, event] = [crypto.randomUUID(), crypto.randomUUID()];
	await askConsent(coach, "http://spoor.test", {
		...{ id: consent, candidate, trajectory, kind: "disclose", recipient: { kind: "contact", contactId: contact } },
		...{ purpose: "assignments", dataClasses: ["capacity"], lines: ["Kan vier uur per dag zittend werk doen."] },
		until: addDays(today(coach), 90),
	});
	const [asked] = await house.rows<{ number: string; notice_sha256: Buffer }>(
		"select number, notice_sha256 from app.consent where id = $1",
		[consent],
	);
	await registerPaperConsent(coach, {
		...{ id: event, candidate, consent, signedOn: today(coach), scan: new TextEncoder().encode("%PDF-1.7\nnaam\n%%EOF\n") },
		typed: { number: asked?.number ?? "", hash: asked?.notice_sha256.toString("hex").slice(0, 8) ?? "" },
	});
	await rejectPaperConsent(house.as("fenna"), { id: crypto.randomUUID(), candidate, consent, note: "Niet getekend." });
	return { consent, event };
}

/** A demand that was filed, confirmed and given as a letter. */
async function layDemand(
	house: TestHouse,
	press: Awaited<ReturnType<typeof pressFor>>,
	coach: "anna" | "bram",
	whose: { candidate: string; trajectory: string },
): Promise<string> {
	const id = crypto.randomUUID();
	const on = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
	await proposeDemand(house.as(coach), {
		...{ id, ...whose, basis: "uwv", categories: ["attendance"], reasons: { attendance: "Het verzoek noemt twee dagen." } },
		authority: { organisation: "UWV", name: "T. de Raad", postal: "Postbus 1", reference: "" },
		...{ content: "Aanwezig.", receivedOn: on, paper: Buffer.from("%PDF-1.7\n%%EOF\n"), withheld: undefined },
	});
	await confirmDemand(house.as("carla"), { candidate: whose.candidate, demand: id, rowVersion: 1 });
	const sent = { candidate: whose.candidate, demand: id, rowVersion: 2, disclosure: crypto.randomUUID(), on };
	await sendDemand(house.as(coach), press, sent);
	return id;
}

/** The same shape, with ids that nothing has. */
export const nothing = (things: Things): Things =>
	Object.fromEntries(Object.keys(things).map((name) => [name, crypto.randomUUID()]));

/** A path with its parameters filled in. */
export function at(path: string, things: Things): string {
	const filled = path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_all, name: string, pattern: string | undefined) => {
		const value = things[name] ?? "x";
		return pattern?.includes("pdf") ? `${value}.pdf` : value;
	});
	// Nobody comes into the health compartment without saying what for.
	return path.includes(":candidate/gezondheid/") ? `${filled}?doel=guidance` : filled;
}

/** What is different in two answers only because they are two answers: nonces, request ids, the address itself. */
export function plain(html: string, things: Things): string {
	let text = html;
	for (const value of Object.values(things)) text = text.replaceAll(value, "ID");
	return text
		.replaceAll(/nonce="[^"]*"|content="[^"]{20,}"|value="[0-9a-f-]{36}"/g, "")
		.replaceAll(/name="back" value="[^"]*"/g, "")
		.replaceAll(/id="why-\d+"|describedby="why-\d+"/g, "");
}

/** The headers of an answer, without what differs only because they are two answers. */
export function plainHeaders(headers: Headers, things: Things): Record<string, string> {
	const hide = (value: string) => Object.values(things).reduce((text, id) => text.replaceAll(id, "ID"), value);
	return Object.fromEntries(
		[...headers].map(([name, value]) => [
			name,
			hide(value)
				.replaceAll(/'nonce-[^']*'/g, "'nonce'")
				.replaceAll(/[0-9a-f-]{36}/g, "ID"),
		]),
	);
}

/**
 * What answering costs beyond its own process: each statement to the database and each call of the key process, in order. The same list is the
 * same work, whatever the clock says: a busy machine cannot make it fail, and a quick one cannot hide a difference.
 */
export function countWork(house: TestHouse): {
	during<T>(work: () => Promise<T>): Promise<{ answer: T; work: string[] }>;
	stop(): void;
} {
	const real = pg.Client.prototype.query;
	let done: string[] = [];
	pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
		const [first] = given;
		const text = (typeof first === "string" ? first : (first as { text?: string })?.text) ?? "";
		// The agency's particulars are asked again each so many seconds, whoever asks for what.
		if (text !== "select * from app.agency") done.push(text);
		return (real as (...all: unknown[]) => unknown).apply(this, given);
	} as typeof real;
	const keys = house.keys as unknown as Record<string, (...given: unknown[]) => unknown>;
	const calls = new Map(Object.entries(keys).filter(([name]) => name !== "close"));
	for (const [name, call] of calls)
		keys[name] = (...given) => {
			done.push(`keys.${name}`);
			return call.apply(keys, given);
		};
	return {
		async during(work) {
			done = [];
			const answer = await work();
			return { answer, work: done };
		},
		stop() {
			pg.Client.prototype.query = real;
			Object.assign(keys, Object.fromEntries(calls));
		},
	};
}
