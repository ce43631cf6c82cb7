import { createHash, randomUUID } from "node:crypto";
import { versions } from "../../src/law/regulation/versions.ts";
import { type Place, sealValue, type WriteKey } from "../../src/platform/keys/sealed.ts";
import type { KeyService } from "../../src/platform/keys/service.ts";
import { at, day, Rows, uuid, type Value } from "./copy-rows.ts";
import { nameOf } from "./invented.ts";
import type { Table } from "./tables.ts";

/** A coach of the agency and the session that the load is sent with. */
export interface Coach {
	id: string;
	token: string;
	/** The candidates of the caseload, with what each is searched by. */
	candidates: { id: string; trajectory: string; search: string }[];
}

export const moment = (n: number, daysAgo: number) => new Date(Date.UTC(2026, 10, 20, 8 + (n % 9)) - daysAgo * 86_400_000);
export const dayOf = (date: Date) => day(date.toISOString().slice(0, 10));
export const ids = (count: number) => Array.from({ length: count }, () => randomUUID());
export const sealed = (key: WriteKey, place: Place, value: string) => sealValue(key, place, Buffer.from(value));
const sha256 = (text: string) => createHash("sha256").update(text).digest();

/** The agency itself, row by row: its coaches and commissioners; `take` gives what there is so far. */
export class Ground {
	readonly coaches: Coach[] = [];
	protected readonly keys: KeyService;
	protected readonly organisations: { id: string; contact: string; name: string }[] = [];
	readonly #total: number;
	readonly #rows = new Map<Table, Rows>();

	constructor(keys: KeyService, total: number) {
		this.keys = keys;
		this.#total = total;
	}
	take(): (readonly [Table, Buffer])[] {
		return [...this.#rows].filter(([, rows]) => !rows.empty).map(([table, rows]) => [table, rows.take()] as const);
	}
	protected add(table: Table, ...values: readonly Value[]): void {
		let rows = this.#rows.get(table);
		if (!rows) {
			rows = new Rows();
			this.#rows.set(table, rows);
		}
		rows.add(...values);
	}
	protected person(id: string, kind: "staff" | "candidate" | "contact", made: Date): void {
		this.add("app.person", uuid(id), kind, at(made));
	}

	/** The coaches and the commissioners. */
	async ground(): Promise<void> {
		const coaches = Math.max(4, Math.round(this.#total / 250));
		const organisations = Math.max(10, Math.round(this.#total / 100));
		const [staff, contacts] = [ids(coaches + 1), ids(organisations)];
		await this.keys.create([...staff, ...contacts]);
		const keys = await this.keys.writeKeys([...staff, ...contacts]);
		const since = moment(0, 900);
		const administrator = staff[coaches] as string;
		for (const [n, id] of staff.entries()) {
			const key = keys[n] as WriteKey;
			const name = nameOf(n * 13 + 5);
			const seal = (column: string, value: string) => sealed(key, { table: "staff_member", column, row: id, subject: id }, value);
			this.person(id, "staff", since);
			this.add("app.staff_member", uuid(id), seal("name", JSON.stringify(name)), seal("email", `medewerker${n}@bureau.test`));
			this.add("app.staff_role", uuid(id), n === coaches ? "administrator" : "coach", at(since), uuid(administrator));
			this.add(
				"app.confidentiality_statement",
				uuid(randomUUID()),
				uuid(id),
				dayOf(since),
				uuid(n === coaches ? (staff[0] as string) : administrator),
			);
			for (const version of versions) this.add("app.acknowledgement", uuid(id), version.id);
			this.add("plain.staff", uuid(id), [name.given, name.infix, name.family].filter(Boolean).join(" "));
			if (n === coaches) continue;
			const token = randomUUID();
			this.add("auth.account", uuid(id), "staff", sha256(id).subarray(0, 16), uuid(administrator), at(since));
			this.add("auth.session", uuid(randomUUID()), uuid(id), "staff", sha256(token), at(new Date()));
			this.add("plain.session", sha256(token), uuid(id));
			this.coaches.push({ id, token, candidates: [] });
		}
		for (const [n, contact] of contacts.entries()) {
			const key = keys[staff.length + n] as WriteKey;
			const [id, name] = [randomUUID(), `${nameOf(n).family} ${["Bouw", "Zorg", "Logistiek", "Techniek"][n % 4]} ${n}`];
			const seal = (column: string, value: string) =>
				sealed(key, { table: "contact_person", column, row: contact, subject: contact }, value);
			this.person(contact, "contact", since);
			this.add("app.commissioner", uuid(id), "employer", name, uuid(administrator));
			this.add(
				"app.contact_person",
				uuid(contact),
				uuid(id),
				seal("name", JSON.stringify(nameOf(n * 17 + 3))),
				seal("email", `contact${n}@opdrachtgever.test`),
			);
			this.add("plain.commissioner", uuid(id), name);
			this.organisations.push({ id, contact, name });
		}
	}
}
