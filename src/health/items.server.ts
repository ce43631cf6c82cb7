import type { CalendarDate } from "../law/deadlines.ts";
import { enforce } from "../law/decision.ts";
import type { HealthArea } from "../law/health-grounds.ts";
import { may } from "../law/roles.ts";
import type { Acting, Tx } from "../platform/db.server.ts";
import type { Marker } from "../platform/sealing.ts";
import { Stale } from "../platform/web/page.ts";
import { nameOf, openArea, type Place, writers } from "./compartment.server.ts";
import { type Aspect, areaObjects, type HealthSource, type IllnessKind, type Level } from "./words.ts";

/** What holds from when until when, and of whom it came. All of it is sealed, also of which kind it is. */
interface Held {
	readonly words: string;
	readonly from: CalendarDate;
	readonly until: CalendarDate | null;
	readonly source: HealthSource;
}
export type CapacityContent = Held & { readonly aspect: Aspect; readonly level: Level };
export type IllnessContent = Held & { readonly kind: IllnessKind };
export type ContentOf<A extends HealthArea> = A extends "capacity" ? CapacityContent : IllnessContent;

// The two are alike in shape, and two in everything else.
const tableOf = (area: HealthArea) => (area === "capacity" ? "app.capacity_item" : "app.illness_item") as "app.capacity_item";
const places = { capacity: "capacity_item", illness: "illness_item" } as const satisfies Record<HealthArea, string>;

/** Records one statement in an area (R8.3). The same form sent twice is one. Throws NotAllowed, NotFound. */
export async function recordItem<A extends HealthArea>(
	by: Acting,
	area: A,
	input: Place & { id: string; content: ContentOf<A> },
): Promise<void> {
	const entry = { action: "create", object: [areaObjects[area], input.id] as const, clause: "R8.3" };
	await by.act(input.candidate, input.purpose, entry, async (tx, seal) => {
		enforce(may(by.actor.roles, writers[area]));
		const work = await openArea(tx, by, area, input);
		const sealed = await seal(places[area], input.id, input.candidate, { content: JSON.stringify(input.content) });
		await tx
			.insertInto(tableOf(area))
			.values({
				...{ id: input.id, subject_id: input.candidate, trajectory_id: work.trajectory, content: sealed.content },
				...{ recorded_at: by.now(), recorded_by: by.actor.id },
			})
			.onConflict((conflict) => conflict.column("id").doNothing())
			.execute();
	});
}

/** Says that a statement no longer holds. It stays, with when it ended and who said so. Throws Stale. */
export async function endItem(by: Acting, area: HealthArea, input: Place & { id: string; rowVersion: number }): Promise<void> {
	const entry = { action: "end", object: [areaObjects[area], input.id] as const, clause: "R8.3" };
	await by.act(input.candidate, input.purpose, entry, async (tx) => {
		enforce(may(by.actor.roles, writers[area]));
		await openArea(tx, by, area, input);
		const { numUpdatedRows } = await tx
			.updateTable(tableOf(area))
			.set({ ended_at: by.now(), ended_by: by.actor.id, row_version: input.rowVersion + 1 })
			.where("id", "=", input.id)
			.where("row_version", "=", input.rowVersion)
			.where("ended_at", "is", null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Stale();
	});
}

/** What stands in one area, newest first: one look, one entry in the log's own category (R8.3). */
export async function itemsOf<A extends HealthArea>(by: Acting, area: A, place: Place) {
	const entry = { action: "view", object: [areaObjects[area], place.candidate] as const, clause: "R8.3" };
	const read = await by.read(place.candidate, place.purpose, entry, async (tx, sealed) => {
		const work = await openArea(tx, by, area, place);
		return {
			work,
			person: await nameOf(tx, sealed, place.candidate),
			items: await rowsOf(tx, sealed, area, place.candidate, work.trajectory),
		};
	});
	return { ...read, items: read.items.map((one) => ({ ...one, content: JSON.parse(one.content) as ContentOf<A> })) };
}

/** The rows of an area, still sealed, with who wrote them; for whoever the database lets see them. */
export async function rowsOf(tx: Tx, sealed: Marker, area: HealthArea, candidate: string, trajectory?: string) {
	const rows = await tx
		.selectFrom(`${tableOf(area)} as i`)
		.leftJoin("app.staff_member as s", "s.id", "i.recorded_by")
		.select(["i.id", "i.trajectory_id", "i.content", "i.recorded_at", "i.ended_at", "i.row_version", "s.id as staff", "s.name"])
		.where("i.subject_id", "=", candidate)
		.$if(trajectory !== undefined, (query) => query.where("i.trajectory_id", "=", trajectory as string))
		.orderBy("i.recorded_at", "desc")
		.execute();
	return rows.map(({ staff, name, content, ...row }) => ({
		...row,
		...sealed(places[area], row.id, candidate, { content }),
		recorder: staff && name ? sealed("staff_member", staff, staff, { name }) : null,
	}));
}
