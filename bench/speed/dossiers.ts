import { randomUUID } from "node:crypto";
import { setImmediate as breathe } from "node:timers/promises";
import { searchValues } from "../../src/candidates/folding.ts";
import type { WriteKey } from "../../src/platform/keys/sealed.ts";
import { at, int, uuid } from "./copy-rows.ts";
import { type Coach, dayOf, Ground, ids, moment, sealed } from "./ground.ts";
import { nameOf, wordsOf } from "./invented.ts";

/** A coach has this many trajectories that run; the rest of the agency's candidates were here before. */
const caseload = 50;
const notesEach = 10;

/** The candidates, a stretch at a time, each with ten notes and ten other things on the timeline. */
export class Dossiers extends Ground {
	readonly #tokens = new Map<string, Buffer>();

	/** A stretch of candidates: their keys in one go, then everything that is known of each. */
	async candidates(first: number, end: number): Promise<void> {
		const people = ids(end - first);
		await this.keys.create(people);
		// A write key for each note, as when each was written in a transaction of its own; one more for everything else.
		const keys = await this.keys.writeKeys(people.flatMap((id) => Array.from({ length: notesEach + 1 }, () => id)));
		await this.#prepareTokens(first, end);
		for (const [index, id] of people.entries()) {
			this.#candidate(first + index, id, keys.slice(index * (notesEach + 1), (index + 1) * (notesEach + 1)));
			if (index % 10 === 9) await breathe();
		}
	}

	async #prepareTokens(first: number, end: number): Promise<void> {
		const wanted = new Set<string>();
		for (let n = first; n < end; n++)
			for (const value of searchValues(nameOf(n))) if (!this.#tokens.has(value)) wanted.add(value);
		const values = [...wanted];
		const made = await this.keys.tokens(values.map((value) => ({ kind: "name" as const, value })));
		for (const [index, value] of values.entries()) this.#tokens.set(value, made[index] as Buffer);
	}

	#candidate(n: number, id: string, keys: readonly WriteKey[]): void {
		const coach = this.coaches[n % this.coaches.length] as Coach;
		const running = n < this.coaches.length * caseload;
		const { id: organisation, contact } = this.organisations[n % this.organisations.length] as { id: string; contact: string };
		const [trajectory, assignment] = [randomUUID(), randomUUID()];
		const [registered, started] = [moment(n, 200), moment(n, 195)];
		const closed = running ? null : at(moment(n, 1));
		const [person] = keys as [WriteKey];
		const name = nameOf(n);
		const own = [uuid(id), uuid(trajectory)] as const;
		this.person(id, "candidate", registered);
		this.add(
			"app.candidate",
			uuid(id),
			sealed(person, { table: "candidate", column: "name", row: id, subject: id }, JSON.stringify(name)),
			at(registered),
			uuid(coach.id),
		);
		for (const value of new Set(searchValues(name)))
			this.add("app.person_token", uuid(id), "candidate", "name", this.#tokens.get(value) as Buffer);
		this.add(
			"app.assignment",
			uuid(assignment),
			uuid(organisation),
			"outplacement",
			`INK-${n}`,
			dayOf(registered),
			uuid(coach.id),
		);
		const state = running ? "started" : "closed";
		this.add(
			"app.trajectory",
			uuid(trajectory),
			uuid(id),
			uuid(assignment),
			state,
			at(registered),
			dayOf(started),
			running ? null : dayOf(moment(n, 1)),
			running ? null : "goalReached",
		);
		this.add("app.membership", uuid(randomUUID()), ...own, uuid(coach.id), at(registered), uuid(coach.id), closed);
		this.add("plain.candidate", uuid(id), name.given, name.infix ?? null, name.family);
		this.add(
			"plain.trajectory",
			uuid(trajectory),
			uuid(id),
			uuid(organisation),
			"outplacement",
			state,
			at(registered),
			dayOf(started),
		);
		this.add("plain.membership", uuid(trajectory), uuid(id), uuid(coach.id), closed);
		this.#logged(coach.id, id, registered, "create");
		this.#events(n, id, trajectory, coach.id, organisation, contact, person);
		for (let k = 0; k < notesEach; k++) this.#note(n, k, id, trajectory, coach.id, keys[k + 1] as WriteKey);
		if (running) coach.candidates.push({ id, trajectory, search: `${name.given.slice(0, 3)} ${name.family.slice(0, 4)}` });
	}

	/** Ten things on the timeline beside the notes: registered, started, coach, two agreements of which was told, three oral reports. */
	#events(n: number, id: string, trajectory: string, coach: string, organisation: string, contact: string, key: WriteKey): void {
		const own = [uuid(id), uuid(trajectory)] as const;
		for (const [kind, when] of [
			["registered", moment(n, 200)],
			["started", moment(n, 195)],
		] as const) {
			this.add("app.trajectory_event", uuid(randomUUID()), ...own, kind, at(when), uuid(coach), null);
			this.#plainEntry(randomUUID(), trajectory, kind, when, coach, null, null, null);
		}
		this.#plainEntry(randomUUID(), trajectory, "membership", moment(n, 199), coach, null, null, null);
		const root = randomUUID();
		for (const version of [1, 2]) {
			const [agreement, made] = [randomUUID(), moment(n, 198 - 10 * version)];
			this.add("app.reporting_agreement", uuid(agreement), ...own, int(version), at(made), uuid(coach));
			this.add(
				"app.agreement_line",
				uuid(version === 1 ? root : randomUUID()),
				...own,
				uuid(agreement),
				int(1),
				uuid(root),
				dayOf(made),
				uuid(contact),
				{ array: "text", of: ["attendance", "progress"] },
				"written",
				"extensive",
				"progress",
				"assignments",
				int(3),
			);
			this.add(
				"app.inform_event",
				uuid(randomUUID()),
				...own,
				"agreement",
				uuid(agreement),
				"conversation",
				dayOf(made),
				at(made),
				uuid(coach),
			);
			for (const kind of ["agreement", "informed"])
				this.#plainEntry(randomUUID(), trajectory, kind, made, coach, null, null, null);
		}
		for (const k of [0, 1, 2]) {
			const [disclosure, when] = [randomUUID(), moment(n, 30 + 20 * k)];
			const place = (column: string) => ({ table: "disclosure", column, row: disclosure, subject: id });
			const { agreed } = wordsOf(n, k);
			const recipient = {
				contactId: contact,
				commissionerId: organisation,
				commissionerName: "Opdrachtgever",
				name: "Contact Persoon",
				email: "contact@opdrachtgever.test",
				type: "employer",
			};
			this.add(
				"app.disclosure",
				uuid(disclosure),
				...own,
				"oral",
				uuid(randomUUID()),
				"oral",
				uuid(contact),
				uuid(organisation),
				sealed(key, place("recipient"), JSON.stringify(recipient)),
				{ array: "text", of: ["progress"] },
				"assignments",
				"agreement",
				"R9.2",
				dayOf(when),
				sealed(key, place("summary"), agreed),
				"recorded",
				at(when),
				at(when),
				uuid(coach),
			);
			this.#plainEntry(disclosure, trajectory, "disclosure", when, coach, JSON.stringify(recipient), agreed, null);
		}
	}

	#note(n: number, k: number, id: string, trajectory: string, coach: string, key: WriteKey): void {
		const [note, version, when] = [randomUUID(), randomUUID(), moment(n, 180 - 14 * k)];
		const own = [uuid(id), uuid(trajectory)] as const;
		const words = wordsOf(n, k);
		const seal = (column: keyof typeof words) =>
			sealed(key, { table: "note_version", column, row: version, subject: id }, words[column]);
		this.add("app.note", uuid(note), ...own, int(1), at(when), uuid(coach));
		this.add(
			"app.note_version",
			uuid(version),
			...own,
			uuid(note),
			int(1),
			"finished",
			"conversation",
			"candidate",
			dayOf(when),
			seal("goal"),
			seal("agreed"),
			seal("next"),
			at(when),
			uuid(coach),
			at(when),
			uuid(coach),
		);
		this.#plainEntry(note, trajectory, "note", when, coach, words.goal, words.agreed, words.next);
		this.#logged(coach, id, when, "edit", note);
	}

	#plainEntry(
		id: string,
		trajectory: string,
		kind: string,
		when: Date,
		by: string,
		goal: string | null,
		agreed: string | null,
		next: string | null,
	): void {
		this.add("plain.entry", uuid(id), uuid(trajectory), kind, at(when), uuid(by), "candidate", goal, agreed, next);
	}

	#logged(actor: string, subject: string, when: Date, action: string, note?: string): void {
		this.add(
			"audit.entry",
			uuid(randomUUID()),
			at(when),
			"staff",
			uuid(actor),
			{ array: "text", of: ["coach"] },
			{ array: "uuid", of: [subject] },
			action,
			note ? "note" : "candidate",
			uuid(note ?? subject),
			"guidance",
			"R5.1",
		);
		this.add("plain.log", uuid(randomUUID()), at(when), uuid(actor), { array: "uuid", of: [subject] }, action);
	}
}
