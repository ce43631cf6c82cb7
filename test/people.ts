import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Role } from "../src/law/roles.ts";
import { systemChance } from "../src/platform/clock.ts";
import { type Acting, type Door, openDoor } from "../src/platform/db.server.ts";
import { coversIn } from "../src/platform/keys/covers.ts";
import type { KeyService } from "../src/platform/keys/service.ts";
import { openVault } from "../src/platform/keys/vault.ts";
import { sealer } from "../src/platform/sealing.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

// The same people in every test: two coaches with a candidate each, and the others of a small agency.
const staff = {
	anna: { given: "Anna", family: "de Wit", roles: ["coach"] },
	bram: { given: "Bram", family: "Jansen", roles: ["coach"] },
	carla: { given: "Carla", family: "Smit", roles: ["coordinator"] },
	bea: { given: "Bea", family: "Vos", roles: ["backOffice"] },
	fenna: { given: "Fenna", family: "Dekker", roles: ["dpo"] },
	ada: { given: "Ada", family: "Bos", roles: ["administrator"] },
	finn: { given: "Finn", family: "Mulder", roles: ["finance"] },
} as const satisfies Record<string, { given: string; family: string; roles: readonly Role[] }>;

const candidates = {
	mehmet: { given: "Mehmet", family: "Demir", coach: "anna", type: "secondTrack" },
	sofie: { given: "Sofie", family: "van den Berg", coach: "bram", type: "outplacement" },
} as const;

export type StaffName = keyof typeof staff;
export type CandidateName = keyof typeof candidates;

/** One candidate's world: assignment of an employer, a started trajectory with its coach, a contact person with a verified address. */
export interface World {
	candidate: string;
	trajectory: string;
	assignment: string;
	commissioner: string;
	contact: string;
	contactEmail: string;
}

export interface TestHouse {
	database: FreshDatabase;
	door: Door;
	keys: KeyService;
	/** Folder of the key store, for a process of its own. */
	vault: string;
	clock: { now(): Date; set(to: Date | string): void };
	ids: Record<StaffName, string>;
	worlds: Record<CandidateName, World>;
	/** A member of staff at the door, with the second factor just shown. */
	as(name: StaffName): Acting;
	/** A candidate at the door of the portal. */
	asCandidate(name: CandidateName): Acting;
	/** The worker's door, for jobs. */
	worker(): Acting;
	/** Rows as the owner sees them, for asserting what is (not) there. */
	rows<R extends pg.QueryResultRow = pg.QueryResultRow>(query: string, values?: unknown[]): Promise<R[]>;
	close(): Promise<void>;
}

const email = (name: string) => `${name}@voorbeeld.test`;

/** A database of its own with these people in it, a real key store and a clock that stands where the test sets it. */
export async function testHouse(given?: FreshDatabase): Promise<TestHouse> {
	const database = given ?? (await freshDatabase());
	const folder = mkdtempSync(join(tmpdir(), "spoor-keys-"));
	const covers = coversIn(database.keys);
	const keys = openVault(folder, covers.covers);
	let now: Date | undefined;
	const set = (to: Date | string) => {
		now = new Date(to);
	};
	const clock = { now: () => now ?? new Date(), set };
	const door = openDoor({
		connections: { staff: database.staff, candidate: database.candidate, recipient: database.recipient, worker: database.worker },
		keys,
		clock,
		chance: systemChance,
	});
	const owner = new pg.Client(database.owner);
	owner.on("error", () => {}); // a test may end the server under it
	await owner.connect();
	const { ids, worlds } = await layGround(owner, keys);
	const acting = (kind: "staff" | "candidate", id: string, roles: readonly Role[]) =>
		door.as({ kind, id, roles, secondFactorAt: clock.now() });
	return {
		database,
		door,
		keys,
		vault: folder,
		clock,
		ids,
		worlds,
		as: (name) => acting("staff", ids[name], staff[name].roles),
		asCandidate: (name) => acting("candidate", worlds[name].candidate, []),
		worker: () => door.as({ kind: "worker", id: "00000000-0000-0000-0000-000000000001", roles: [] }),
		rows: async (query, values = []) => (await owner.query(query, values)).rows,
		close: async () => {
			await owner.end();
			await door.close();
			await covers.close();
			keys.close();
			rmSync(folder, { recursive: true, force: true });
			await database.drop();
		},
	};
}

async function layGround(owner: pg.Client, keys: KeyService) {
	const ids = Object.fromEntries(Object.keys(staff).map((name) => [name, crypto.randomUUID()])) as Record<StaffName, string>;
	const worlds = Object.fromEntries(
		Object.keys(candidates).map((name) => {
			const [candidate, trajectory, assignment, commissioner, contact] = Array.from({ length: 5 }, () => crypto.randomUUID()) as [
				string,
				string,
				string,
				string,
				string,
			];
			return [name, { candidate, trajectory, assignment, commissioner, contact, contactEmail: email(`p.${name}`) }];
		}),
	) as Record<CandidateName, World>;
	const everybody = [...Object.values(ids), ...Object.values(worlds).flatMap((world) => [world.candidate, world.contact])];
	await keys.create(everybody);
	const seal = sealer(keys);

	await owner.query("begin");
	await owner.query("select set_config('app.actor', $1, true)", [ids.ada]);
	await owner.query(
		"select set_config('app.entry', audit.append('system', '{}', null, null, $1, '{}', 'create', null, null, 'registration', null, null, 'allowed', null, null)::text, true)",
		[everybody],
	);
	await owner.query(
		"insert into app.agency (name, address, postal_code, city, email, phone, kvk) values ('Bureau Voorbeeld', 'Lindelaan 1', '1234 AB', 'Voorbeeldstad', 'info@voorbeeld.test', '020 000 00 00', '00000000')",
	);
	for (const [name, { given, family, roles }] of Object.entries(staff)) {
		const id = ids[name as StaffName];
		const sealed = await seal("staff_member", id, id, { name: JSON.stringify({ given, family }), email: email(name) });
		await owner.query("insert into app.person (id, kind) values ($1, 'staff')", [id]);
		await owner.query("insert into app.staff_member (id, name, email) values ($1, $2, $3)", [id, sealed.name, sealed.email]);
		for (const role of roles)
			await owner.query("insert into app.staff_role (staff_id, role, granted_by, from_at) values ($1, $2, $3, '2026-01-01')", [
				id,
				role,
				ids.ada,
			]);
	}
	for (const id of Object.values(ids)) {
		const registrar = id === ids.ada ? ids.fenna : ids.ada;
		await owner.query(
			"insert into app.confidentiality_statement (staff_id, signed_on, registered_by) values ($1, '2026-01-05', $2)",
			[id, registrar],
		);
		await owner.query(
			"insert into app.acknowledgement (staff_id, regulation_version) select $1, version from app.regulation_version",
			[id],
		);
	}
	for (const [name, who] of Object.entries(candidates))
		await layWorld(owner, seal, ids[who.coach], who, worlds[name as CandidateName]);
	await owner.query("commit");
	return { ids, worlds };
}

async function layWorld(
	owner: pg.Client,
	seal: ReturnType<typeof sealer>,
	coach: string,
	who: (typeof candidates)[CandidateName],
	world: World,
) {
	const { candidate, trajectory, assignment, commissioner, contact, contactEmail } = world;
	const person = await seal("candidate", candidate, candidate, {
		name: JSON.stringify({ given: who.given, family: who.family }),
	});
	const recipient = await seal("contact_person", contact, contact, {
		name: JSON.stringify({ given: "Petra", family: "Peeters" }),
		email: contactEmail,
	});
	const verification = crypto.randomUUID();
	const verified = await seal("address_verification", verification, contact, { email: contactEmail });
	await owner.query("insert into app.person (id, kind) values ($1, 'candidate'), ($2, 'contact')", [candidate, contact]);
	await owner.query("insert into app.candidate (id, name, registered_by) values ($1, $2, $3)", [candidate, person.name, coach]);
	await owner.query(
		"insert into app.commissioner (id, kind, name, created_by, mail_domains) values ($1, 'employer', 'Bakkerij De Korenaar', $2, '{voorbeeld.test}')",
		[commissioner, coach],
	);
	await owner.query("insert into app.contact_person (id, commissioner_id, name, email) values ($1, $2, $3, $4)", [
		contact,
		commissioner,
		recipient.name,
		recipient.email,
	]);
	await owner.query(
		"insert into app.address_verification (id, contact_id, email, asked_by, expires_at, verified_at, verified_how) values ($1, $2, $3, $4, now(), now(), 'phone')",
		[verification, contact, verified.email, coach],
	);
	await owner.query(
		"insert into app.assignment (id, commissioner_id, type, reference, ordered_on, created_by) values ($1, $2, $3, 'INK-2026-001', '2026-09-01', $4)",
		[assignment, commissioner, who.type, coach],
	);
	await owner.query(
		"insert into app.trajectory (id, subject_id, assignment_id, state, started_on) values ($1, $2, $3, 'started', '2026-09-07')",
		[trajectory, candidate, assignment],
	);
	await owner.query(
		"insert into app.membership (subject_id, trajectory_id, staff_id, assigned_by, from_at) values ($1, $2, $3, $3, '2026-09-07')",
		[candidate, trajectory, coach],
	);
}
