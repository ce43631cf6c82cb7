import {
	createHmac,
	createPrivateKey,
	createPublicKey,
	createSecretKey,
	generateKeyPairSync,
	type KeyObject,
	randomBytes,
	sign,
} from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { careOf, type VaultCare, whole } from "./care.ts";
import { type Masters, mastersIn } from "./master.ts";
import { deriveWriteKey, type SubjectKey } from "./sealed.ts";
import { KeyRefused, type KeyService } from "./service.ts";

/** Asks the database: is there a committed, allowed, fresh log entry of this actor that names all these people? */
export type Covers = (entry: string, actor: string, subjects: readonly string[]) => Promise<boolean>;

/**
 * The key store itself, as the key process runs it: one file with each person's key, wrapped by the master key.
 * `folder` must be reachable by this process only and is backed up apart from the data (bar: other place, shorter life).
 */
export function openVault(folder: string, covers: Covers): KeyService & VaultCare & { close(): void } {
	const masters = mastersIn(folder);
	const store = new DatabaseSync(join(folder, "keys.sqlite"));
	// secure_delete overwrites a destroyed key in the file; full sync keeps what was acknowledged.
	store.exec(`pragma journal_mode = truncate; pragma synchronous = full; pragma secure_delete = on;
		create table if not exists subject_key (subject text not null, version integer not null, wrapped blob not null, primary key (subject, version)) without rowid;
		create table if not exists agency_key (name text primary key, wrapped blob not null) without rowid;
		create table if not exists destroyed (subject text primary key, at text not null) without rowid`);
	const newest = store.prepare("select version, wrapped from subject_key where subject = ? order by version desc limit 1");
	const all = store.prepare("select version, wrapped from subject_key where subject = ?");
	const gone = store.prepare("select 1 from destroyed where subject = ?");

	const unwrapSubject = (subject: string, row: { version: number; wrapped: Uint8Array }) =>
		masters.unwrap(`${subject}/${row.version}`, row.wrapped);

	return {
		...careOf(folder, store, masters),
		...agencyKeys(store, masters),
		async create(subjects) {
			const insert = store.prepare("insert into subject_key (subject, version, wrapped) values (?, 1, ?) on conflict do nothing");
			whole(store, () => {
				for (const subject of subjects) {
					if (gone.get(subject)) throw new KeyRefused("this person's key was destroyed");
					insert.run(subject, masters.wrap(`${subject}/1`, randomBytes(32)));
				}
			});
		},
		async writeKeys(subjects) {
			return subjects.map((subject) => {
				const row = newest.get(subject) as { version: number; wrapped: Uint8Array } | undefined;
				if (!row) throw new KeyRefused("this person has no key");
				const salt = randomBytes(16);
				return { subject, version: row.version, salt, key: deriveWriteKey(unwrapSubject(subject, row), salt) };
			});
		},
		async open({ entry, actor, subjects }) {
			if (!(await covers(entry, actor, subjects))) throw new KeyRefused("no committed log entry covers this");
			return new Map(
				subjects.map((subject): [string, SubjectKey] => {
					const rows = all.all(subject) as { version: number; wrapped: Uint8Array }[];
					return [subject, new Map(rows.map((row) => [row.version, unwrapSubject(subject, row)]))];
				}),
			);
		},
		async destroy(subject) {
			whole(store, () => {
				store.prepare("delete from subject_key where subject = ?").run(subject);
				store.prepare("insert or ignore into destroyed (subject, at) values (?, ?)").run(subject, new Date().toISOString());
			});
		},
		close: () => store.close(),
	};
}

/** What is done with the agency's own keys: they never leave the process. */
function agencyKeys(store: DatabaseSync, masters: Masters): Pick<KeyService, "tokens" | "sealingKey" | "sign"> {
	const agencyKey = (name: string, make: () => Buffer): Buffer => {
		const row = store.prepare("select wrapped from agency_key where name = ?").get(name) as { wrapped: Uint8Array } | undefined;
		if (row) return masters.unwrap(name, row.wrapped);
		const made = make();
		store.prepare("insert into agency_key (name, wrapped) values (?, ?)").run(name, masters.wrap(name, made));
		return made;
	};
	return {
		async tokens(values) {
			// Each kind its own key: a token of a name tells nothing of an address.
			const known = new Map<string, KeyObject>();
			const keyOf = (kind: string) => {
				const key = known.get(kind) ?? createSecretKey(agencyKey(`tokens/${kind}`, () => randomBytes(32)));
				known.set(kind, key);
				return key;
			};
			return values.map(({ kind, value }) => createHmac("sha256", keyOf(kind)).update(value).digest().subarray(0, 16));
		},
		async sealingKey(own) {
			if (own) {
				createPrivateKey({ key: own, format: "der", type: "pkcs8" }); // refuses what is no key
				store.prepare("insert or replace into agency_key (name, wrapped) values (?, ?)").run("seal", masters.wrap("seal", own));
			}
			const pkcs8 = agencyKey("seal", () =>
				generateKeyPairSync("rsa", { modulusLength: 3072 }).privateKey.export({ format: "der", type: "pkcs8" }),
			);
			return createPublicKey(createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" })).export({
				format: "der",
				type: "spki",
			});
		},
		async sign(bytes) {
			const pkcs8 = agencyKey("seal", () => {
				throw new KeyRefused("there is no sealing key yet");
			});
			return sign("sha256", bytes, createPrivateKey({ key: pkcs8, format: "der", type: "pkcs8" }));
		},
	};
}
