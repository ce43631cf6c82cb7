import { disclose } from "../src/disclosures/disclose.server.ts";
import type { Recheck } from "../src/disclosures/gate.server.ts";
import { hashOf } from "../src/disclosures/hash.ts";
import { type Cleared, clear } from "../src/disclosures/rules.ts";
import type { Sending } from "../src/disclosures/transmit.server.ts";
import { consentsNeeded } from "../src/law/categories.ts";
import { type Decision, yes } from "../src/law/decision.ts";
import { livingIn } from "../src/platform/jobs.server.ts";
import { type Patience, sendOver } from "../src/platform/outbound/send.ts";
import { sealPdf } from "../src/platform/pdf/seal.ts";
import { layConsent } from "./consenting.ts";
import { aReport, aSealingKey, sealWords } from "./documents.ts";
import type { CandidateName, StaffName, TestHouse } from "./people.ts";
import { sealAs, typesetter } from "./press.ts";

const sealing = await aSealingKey("ec");
/** A report as the agency seals them: typeset, sealed and whole. */
export const pdf = Buffer.from(await sealPdf(await typesetter()("report", aReport), { ...sealing, ...sealWords }));
export const minutes = (count: number) => count * 60_000;

const sealed = new WeakMap<TestHouse, Promise<void>>();
function sealedBy(house: TestHouse): Promise<void> {
	const done = sealed.get(house) ?? sealAs(house, sealing.certificate);
	sealed.set(house, done);
	return done;
}

/** A report of a candidate goes to their contact person: cleared by a yes, registered, frozen and queued. */
export async function queueReport(
	house: TestHouse,
	change: {
		about?: string;
		cleared?: Partial<Cleared>;
		attachment?: Uint8Array;
		who?: StaffName;
		candidate?: CandidateName;
		decision?: Decision;
		/** False: no consent is laid for what needs one. */
		consent?: false;
	} = {},
): Promise<{ disclosure: string; dispatch: string; candidate: string; contact: string }> {
	await sealedBy(house);
	const world = house.worlds[change.candidate ?? "mehmet"];
	const by = house.as(change.who ?? "anna");
	const disclosure = crypto.randomUUID();
	const { categories = [], recipient = { type: "employer" as const } } = change.cleared ?? {};
	const needed = change.consent === false ? [] : consentsNeeded(recipient.type, categories);
	if (needed.length > 0)
		await layConsent(house, {
			candidate: change.candidate ?? "mehmet",
			dataClasses: needed,
			purpose: change.cleared?.purpose ?? "reporting",
		});
	await by.act(world.candidate, "reporting", { action: "send", clause: "R7.1" }, async (tx, seal) => {
		const clearance = clear(change.decision ?? yes("R7.1"), {
			...{
				subject: world.candidate,
				trajectory: world.trajectory,
				about: { kind: "test", id: change.about ?? crypto.randomUUID() },
			},
			recipient: {
				...{ contactId: world.contact, commissionerId: world.commissioner, commissionerName: "Bakkerij De Korenaar" },
				...{ name: "Petra Peeters", email: world.contactEmail, type: "employer" as const },
			},
			...{
				form: "written",
				sha256: hashOf(pdf),
				categories: ["progress"],
				purpose: "reporting",
				ground: "avg.6.1.f",
				...change.cleared,
			},
		});
		const mail = {
			id: disclosure,
			subjectLine: "Rapportage, documentnummer 7K3M",
			text: "Goedendag,\n\nBijgaand een rapportage.\n",
			collectAt: "https://spoor.test/ophalen",
		};
		return disclose(by, tx, seal, clearance, {
			...mail,
			attachment: { filename: "rapportage-7K3M.pdf", bytes: change.attachment ?? pdf },
		});
	});
	const [row] = await house.rows<{ id: string }>("select id from app.dispatch where disclosure_id = $1", [disclosure]);
	return { disclosure, dispatch: row?.id ?? "", candidate: world.candidate, contact: world.contact };
}

/** What the worker needs to send through a test's own mail server. */
export function sendingTo(
	house: TestHouse,
	url: string,
	recheck: Recheck = async () => yes("R7.1"),
	patience: Patience = { connecting: 2, silence: 1 },
): Sending & { close(): Promise<void> } {
	const living = livingIn(house.database.jobs);
	return { door: house.door, send: sendOver(url, patience), living, rechecks: { test: recheck }, close: () => living.close() };
}
