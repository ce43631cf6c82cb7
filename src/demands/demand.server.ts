import { enforceFresh } from "../accounts/factor.server.ts";
import { portalAddress } from "../candidates/reach.server.ts";
import { largestScan, scanTypeOf } from "../consents/rules.ts";
import { recordLetter } from "../disclosures/disclose.server.ts";
import { notify } from "../disclosures/notify.server.ts";
import { clear } from "../disclosures/rules.ts";
import { enforceCleared } from "../dossiers/cleared.server.ts";
import { ownWords } from "../guard/check.server.ts";
import { lexiconWith } from "../guard/lexicon/base.ts";
import { markedIn } from "../guard/read.ts";
import type { CategoryId } from "../law/categories.ts";
import { type CalendarDate, dateOf, today } from "../law/deadlines.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import { type DemandBasis, demandBases, type WithholdGround, withholdGrounds } from "../law/demands.ts";
import { may } from "../law/roles.ts";
import { type Acting, sql, type Tx } from "../platform/db.server.ts";
import { fullName } from "../platform/name.ts";
import { found, Stale } from "../platform/web/page.ts";
import { documentNumber, freeze, type Press } from "../reports/freeze.server.ts";
import { mayBeWorded, mayConfirmDemand, mayProposeDemand, maySendDemand, stateOf } from "./rules.ts";
import "./tables.ts";

/** Who asks, and where the letter goes. */
export interface Authority {
	readonly organisation: string;
	readonly name: string;
	readonly postal: string;
	readonly reference: string;
}

export interface NewDemand {
	readonly id: string;
	readonly candidate: string;
	readonly trajectory: string;
	readonly basis: DemandBasis;
	readonly authority: Authority;
	readonly categories: readonly CategoryId[];
	readonly reasons: Readonly<Partial<Record<CategoryId, string>>>;
	/** The very words that would go. */
	readonly content: string;
	readonly receivedOn: CalendarDate;
	readonly paper: Uint8Array | null;
	readonly withheld: { readonly ground: WithholdGround; readonly until: CalendarDate } | undefined;
}

const entryOf = (action: string, id: string) => ({ action, object: ["demand", id] as const, clause: "R4.1" });

/** Files a demand with its paper and proposes what would go: category by category, with why (R4.1). Nothing goes until somebody else confirms. */
export async function proposeDemand(by: Acting, input: NewDemand): Promise<void> {
	if (input.paper && input.paper.length > largestScan) throw tooLarge;
	const type = input.paper ? scanTypeOf(input.paper) : undefined;
	if (input.paper && !type) throw wrongPaper;
	enforce(
		mayProposeDemand({
			...{ roles: by.actor.roles, basis: input.basis, categories: input.categories, reasons: input.reasons },
			...{ paper: type !== undefined, receivedOn: input.receivedOn, today: today(by), withheld: input.withheld },
		}),
	);
	// Before anything is about the candidate: a refusal is nothing that their log could tell of a demand which has to stay unseen.
	const { own } = await by.list("law", { action: "check", clause: "R4.1" }, async (tx) => {
		await enforceCleared(tx);
		return { own: await ownWords(tx) };
	});
	enforce(mayBeWorded(markedIn(input.content, lexiconWith(own)), input.categories));
	await by.act(input.candidate, "law", entryOf("proposeDemand", input.id), async (tx, seal) => {
		await enforceCleared(tx);
		found(
			await tx
				.selectFrom("app.trajectory")
				.select("id")
				.where("id", "=", input.trajectory)
				.where("subject_id", "=", input.candidate)
				.where("id", "in", sql<string>`(select app.my_trajectories())`)
				.executeTakeFirst(),
		);
		const before = await tx.selectFrom("app.demand").select("id").where("id", "=", input.id).executeTakeFirst();
		if (before) return; // the same form sent twice
		await tx
			.insertInto("app.demand")
			.values({
				...{ id: input.id, subject_id: input.candidate, trajectory_id: input.trajectory, basis: input.basis },
				...(await seal("demand", input.id, input.candidate, {
					authority: JSON.stringify(input.authority),
					content: input.content,
					reasoning: JSON.stringify(input.reasons),
					paper: input.paper,
				})),
				...{ categories: [...input.categories], received_on: input.receivedOn, paper_type: type ?? null },
				withheld_article: input.withheld ? withholdGrounds[input.withheld.ground].article : null,
				withheld_until: input.withheld?.until ?? null,
				...{ proposed_at: by.now(), proposed_by: by.actor.id },
			})
			.execute();
	});
}
const wrongPaper = new NotAllowed("R4.1", {
	nl: "Voeg de vordering toe als pdf, PNG of JPEG.",
	en: "Attach the demand as a PDF, PNG or JPEG.",
});
const tooLarge = new NotAllowed("R4.1", {
	nl: "De vordering is groter dan 8 MB. Scan met minder detail.",
	en: "The demand is larger than 8 MB. Scan with less detail.",
});

export interface OfDemand {
	readonly candidate: string;
	readonly demand: string;
	readonly rowVersion: number;
}

/** The second person says that it goes (R4.1): coordinator or privacy officer, never who proposed it, with a second factor just shown. */
export async function confirmDemand(by: Acting, of: OfDemand): Promise<void> {
	if (may(by.actor.roles, "demand.confirm").allowed) enforceFresh(by);
	await by.act(of.candidate, "law", entryOf("confirmDemand", of.demand), async (tx) => {
		const row = await demandRow(tx, of);
		enforce(mayConfirmDemand({ roles: by.actor.roles, own: row.proposed_by === by.actor.id, state: stateOf(row) }));
		await change(tx, of, { confirmed_at: by.now(), confirmed_by: by.actor.id });
	});
}

/** It does not go ahead: the second person turns it down, or who proposed it takes it back. What was filed stays. */
export async function endDemand(by: Acting, of: OfDemand): Promise<void> {
	await by.act(of.candidate, "law", entryOf("endDemand", of.demand), async (tx) => {
		const row = await demandRow(tx, of);
		const own = row.proposed_by === by.actor.id;
		enforce(may(by.actor.roles, own ? "demand.propose" : "demand.confirm"));
		const state = stateOf(row);
		if (state === "sent" || state === "ended")
			throw new NotAllowed("R4.1", { nl: "Hierover is al besloten.", en: "This was decided on already." });
		await change(tx, of, { ended_at: by.now(), ended_by: by.actor.id });
	});
}

/**
 * Gives what was confirmed, as a letter through the one door (R4.1): the words that the second person read, sealed, registered with its ground,
 * and the candidate told in the portal, unless that has to wait; who has no address is told by a person. Throws NotAllowed, NotFound, Stale.
 */
export async function sendDemand(
	by: Acting,
	press: Press,
	of: OfDemand & { disclosure: string; on: CalendarDate },
): Promise<void> {
	enforceFresh(by);
	const opened = await by.read(of.candidate, "law", entryOf("prepare", of.demand), async (tx, sealed) => {
		const row = await demandRow(tx, of);
		enforce(decisionOf(by, row));
		const person = found(await tx.selectFrom("app.candidate").select("name").where("id", "=", of.candidate).executeTakeFirst());
		const author = found(await tx.selectFrom("app.staff_member").select("name").where("id", "=", by.actor.id).executeTakeFirst());
		return {
			row: {
				version: row.row_version,
				confirmedOn: row.confirmed_at && dateOf(row.confirmed_at),
				basis: row.basis,
				categories: row.categories as CategoryId[],
				trajectory: row.trajectory_id,
			},
			...sealed("demand", of.demand, of.candidate, { authority: row.authority, content: row.content }),
			person: sealed("candidate", of.candidate, of.candidate, { name: person.name }),
			author: sealed("staff_member", by.actor.id, by.actor.id, { name: author.name }),
			address: await portalAddress(tx, sealed, of.candidate),
		};
	});
	if (opened.row.version !== of.rowVersion) throw new Stale();
	if (of.on > today(by)) throw new NotAllowed("R4.1", { nl: "Deze dag moet nog komen.", en: "This day is yet to come." });
	if (!opened.row.confirmedOn || of.on < opened.row.confirmedOn)
		throw new NotAllowed("R4.1", { nl: "Toen was dit nog niet bevestigd.", en: "This was not confirmed by then." });
	const authority = JSON.parse(opened.authority) as Authority;
	const basis = demandBases[opened.row.basis];
	const { pdf, sha256, number } = await letterOf(by, press, { ...opened, authority, basis, on: of.on });
	await by.act(of.candidate, "law", entryOf("sendDemand", of.demand), async (tx, seal) => {
		const row = await demandRow(tx, of);
		const decision = decisionOf(by, row);
		const clearance = clear(decision, {
			...{ subject: of.candidate, trajectory: row.trajectory_id, about: { kind: "demand", id: of.demand } },
			recipient: {
				...{ contactId: null, commissionerId: null, commissionerName: authority.organisation, name: authority.name },
				...{ email: "", postal: authority.postal, type: "authority" },
			},
			...{
				form: "letter",
				sha256: sha256.toString("hex"),
				categories: row.categories as CategoryId[],
				purpose: "law",
				ground: basis.article,
			},
		});
		await change(tx, of, {});
		await recordLetter(by, tx, seal, clearance, { id: of.disclosure, on: of.on, bytes: pdf, filename: `brief-${number}.pdf` });
		const address = row.withheld_until === null ? opened.address : null;
		await change(
			tx,
			{ ...of, rowVersion: of.rowVersion + 1 },
			{ disclosure_id: of.disclosure, ...(address && { told_at: by.now() }) },
		);
		if (address)
			await notify(by, tx, seal, {
				to: of.candidate,
				...address,
				kind: "messageToRead",
				link: `${press.publicUrl}/mijn/verstrekkingen`,
			});
	});
}

/** The letter, sealed like a report: who asked, on which ground, and the words that were confirmed. */
async function letterOf(
	by: Acting,
	press: Press,
	about: {
		person: { name: string };
		author: { name: string };
		content: string;
		authority: Authority;
		basis: { nl: string; article: string };
		on: CalendarDate;
	},
) {
	const { authority, basis, content, on } = about;
	const number = documentNumber(by.chance.bytes(16));
	const frozen = await freeze(by, press, {
		...{ title: "Verstrekking van gegevens", reportKind: "Brief", candidate: fullName(about.person.name) },
		...{ assignment: `${basis.nl} (${basis.article})`, commissioner: authority.organisation },
		recipients: [{ name: authority.name, role: "", organisation: authority.organisation }],
		author: { name: fullName(about.author.name) },
		...{ date: on, version: 1, documentNumber: number, verifyUrl: `${press.publicUrl}/controleer` },
		body: `${authority.reference ? `Uw kenmerk: ${authority.reference}\n\n` : ""}${content}`,
	});
	return { ...frozen, number };
}

type Row = Awaited<ReturnType<typeof demandRow>>;
const decisionOf = (by: Acting, row: Row) =>
	maySendDemand({
		roles: by.actor.roles,
		state: stateOf(row),
		basis: row.basis,
		categories: row.categories as CategoryId[],
	});

async function demandRow(tx: Tx, { candidate, demand }: Pick<OfDemand, "candidate" | "demand">) {
	await enforceCleared(tx);
	return found(
		await tx.selectFrom("app.demand").selectAll().where("id", "=", demand).where("subject_id", "=", candidate).executeTakeFirst(),
	);
}

type Changes = Partial<Pick<Row, "confirmed_at" | "confirmed_by" | "ended_at" | "ended_by" | "disclosure_id" | "told_at">>;
async function change(tx: Tx, { demand, rowVersion }: OfDemand, changes: Changes): Promise<void> {
	const { numUpdatedRows } = await tx
		.updateTable("app.demand")
		.set({ ...changes, row_version: rowVersion + 1 })
		.where("id", "=", demand)
		.where("row_version", "=", rowVersion)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Stale();
}
