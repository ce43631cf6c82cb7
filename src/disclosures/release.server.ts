import type { CategoryId } from "../law/categories.ts";
import type { ClauseId } from "../law/clauses.ts";
import { enforce, NotAllowed } from "../law/decision.ts";
import type { PurposeId } from "../law/purposes.ts";
import { type Acting, type Door, type Entry, sql, type Tx } from "../platform/db.server.ts";
import { enqueue } from "../platform/jobs.server.ts";
import { consentedNow, goesOn } from "./consented.server.ts";
import { worker } from "./dispatch-row.server.ts";
import { goingOf, type Rechecks, sameReader, toRecheck } from "./gate.server.ts";
import { hashOf } from "./hash.ts";
import { notify } from "./notify.server.ts";
import { mayCollect, type Recipient } from "./rules.ts";
import "./tables.ts";

interface Head {
	subject_id: string;
	contact_id: string;
	purpose: PurposeId;
	clause: ClauseId;
	ground: string;
	made_by: string;
	/** Its reader is at the door and waits for a yes. */
	asked: boolean;
	state: string;
}

async function headOf(door: Door, disclosure: string): Promise<Head | undefined> {
	const [head] = await door.ask("worker", sql<Head>`select * from app.collection_head(${disclosure})`);
	return head;
}

const entryFor = (action: string, disclosure: string, { clause, ground }: Head): Entry => ({
	...{ action, object: ["disclosure", disclosure], clause, ground },
});

/**
 * The gate for channel C: its reader showed address and code and asks for the document. Everything is asked again under locks, as at
 * the moment of a mail's transmission, for this is the transmission of the data. A yes holds for a minute and one collection; a no closes
 * the link, and whoever sent it hears why. Answers what it came to.
 */
export async function release(
	{ door, rechecks }: { door: Door; rechecks: Rechecks },
	disclosure: string,
): Promise<"released" | "refused" | undefined> {
	const head = await headOf(door, disclosure);
	if (!head?.asked) return undefined;
	const by = worker(door);
	for (let round = 0; round < 3; round++) {
		const opened = await open(by, disclosure, head);
		try {
			const word = await by.act(head.subject_id, head.purpose, entryFor("release", disclosure, head), (tx) =>
				decide(by, tx, rechecks, disclosure, opened),
			);
			if (word === "released") return word;
		} catch (error) {
			if (!(error instanceof NotAllowed)) throw error;
			await refuse(by, disclosure, head, error);
			return "refused";
		}
	}
	throw new Error("The recipient keeps changing");
}

interface Locked {
	state: string;
	restricted: boolean | null;
	contact_commissioner: string | null;
	contact_left: boolean | null;
	contact_email: Buffer | null;
	verified: boolean | null;
	verified_email: Buffer | null;
	domains: string[] | null;
}

type Opened = Awaited<ReturnType<typeof open>>;

async function decide(by: Acting, tx: Tx, rechecks: Rechecks, id: string, opened: Opened): Promise<"released" | "changed"> {
	const { rows } = await sql<Locked>`select * from app.lock_collection(${id}, ${by.now()})`.execute(tx);
	const now = rows[0];
	const { row, contact, verification } = opened;
	if (now?.contact_email?.toString("hex") !== contact?.was) return "changed"; // between opening and locking: look again
	const given = row.contact_id ? await consentedNow(by, tx, goingOf(row, row.contact_id)) : undefined;
	enforce(
		mayCollect({
			open: now?.state === "open",
			sha256: hashOf(opened.pdf),
			...{ restricted: now?.restricted === true, domains: now?.domains ?? [] },
			recheck: await rechecks[row.about]?.(by, toRecheck(row), tx),
			cleared: {
				sha256: row.sha256?.toString("hex") ?? null,
				categories: row.categories as CategoryId[],
				recipient: JSON.parse(row.recipient) as Recipient,
			},
			contact:
				contact && now?.contact_commissioner && given
					? {
							...{ commissionerId: now.contact_commissioner, left: now.contact_left === true },
							...{ email: contact.email, type: given.type, same: await sameReader(tx, id) },
						}
					: undefined,
			consented: [...(given?.consents.keys() ?? [])],
			addressVerified:
				now?.verified === true &&
				now.verified_email?.toString("hex") === verification?.was &&
				verification?.email === contact?.email,
		}),
	);
	await goesOn(tx, { disclosure: id, subject: row.subject_id, trajectory: row.trajectory_id }, given);
	await tx
		.updateTable("app.collection")
		.set((e) => ({ released_at: by.now(), row_version: e("row_version", "+", 1) }))
		.where("disclosure_id", "=", id)
		.execute();
	return "released";
}

/** Everything that is compared, opened before the locks: the document's own bytes, the snapshot, the person and address of now. */
async function open(by: Acting, disclosure: string, head: Head) {
	return by.read(head.subject_id, head.purpose, entryFor("prepare", disclosure, head), async (tx, sealed) => {
		const row = await tx.selectFrom("app.disclosure").selectAll().where("id", "=", disclosure).executeTakeFirstOrThrow();
		const kept = await tx
			.selectFrom("app.disclosed_document")
			.select("pdf")
			.where("disclosure_id", "=", disclosure)
			.executeTakeFirstOrThrow();
		const contact = await tx
			.selectFrom("app.contact_person")
			.select(["id", "email"])
			.where("id", "=", head.contact_id)
			.executeTakeFirst();
		const verification = await tx
			.selectFrom("app.address_verification as v")
			.innerJoin("app.collection as c", "c.verification_id", "v.id")
			.select(["v.id", "v.email"])
			.where("c.disclosure_id", "=", disclosure)
			.executeTakeFirst();
		return {
			row: { ...row, ...sealed("disclosure", row.id, row.subject_id, { recipient: row.recipient }), summary: null },
			...sealed.bytes("disclosed_document", disclosure, row.subject_id, { pdf: kept.pdf }),
			contact: contact && {
				...sealed("contact_person", contact.id, contact.id, { email: contact.email }),
				was: contact.email.toString("hex"),
			},
			verification: verification && {
				...sealed("address_verification", verification.id, head.contact_id, { email: verification.email }),
				was: verification.email.toString("hex"),
			},
		};
	});
}

async function refuse(by: Acting, disclosure: string, head: Head, { clause, why }: NotAllowed): Promise<void> {
	await by.act(head.subject_id, head.purpose, { ...entryFor("block", disclosure, head), clause }, async (tx, seal) => {
		const { detail } = await seal("collection_event", disclosure, head.subject_id, { detail: JSON.stringify({ why }) });
		await sql`select app.end_collection(${disclosure}, ${clause}, ${by.now()}, ${detail})`.execute(tx);
		await enqueue(tx, "tellOfCollection", { id: disclosure });
	});
}

/** Tells who sent it that a document was locked or refused: that it is so, not which. `outbox` is the page that says more. */
export async function tellOfCollection(door: Door, outbox: string, disclosure: string): Promise<void> {
	const head = await headOf(door, disclosure);
	if (!head) return;
	const by = worker(door);
	const entry = { action: "prepare", object: ["disclosure", disclosure] as const, clause: "R3.g" };
	const found = await by.read(head.made_by, "information", entry, async (tx, sealed) => {
		const row = await tx
			.selectFrom("app.staff_member")
			.select("email")
			.where("id", "=", head.made_by)
			.where("left_at", "is", null)
			.executeTakeFirst();
		return row && sealed("staff_member", head.made_by, head.made_by, { email: row.email });
	});
	if (!found) return;
	await by.act(head.made_by, "information", { ...entry, action: "notify" }, (tx, seal) =>
		notify(by, tx, seal, {
			to: head.made_by,
			email: found.email,
			kind: "collectingStopped",
			link: outbox,
			lang: "nl",
			staff: true,
		}),
	);
}
