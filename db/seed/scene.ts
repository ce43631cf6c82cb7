import type pg from "pg";
import { addDays, type CalendarDate, isWorkingDay } from "../../src/law/deadlines.ts";
import type { Role } from "../../src/law/roles.ts";
import { system } from "../../src/platform/actor.ts";
import { type Agency, agencyFrom } from "../../src/platform/agency.server.ts";
import type { Acting, Door } from "../../src/platform/db.server.ts";
import type { KeyService } from "../../src/platform/keys/service.ts";
import type { Send } from "../../src/platform/outbound/send.ts";
import type { Render } from "../../src/platform/pdf/render.server.ts";
import { type StaffKey, staff } from "./people.ts";

/** Everything the seed plays with: the real doors, and one moment that counts as now. */
export interface Scene {
	readonly door: Door;
	readonly keys: KeyService;
	/** For what no verb does: looking whether all is there, and putting the log's clock right. */
	readonly owner: pg.Pool;
	readonly render: Render;
	readonly send: Send;
	readonly publicUrl: string;
	readonly now: Date;
	readonly today: CalendarDate;
	readonly say: (line: string) => void;
	readonly agency: () => Promise<Agency | undefined>;
	/** Filled as people join. */
	readonly ids: Map<string, string>;
}

export const sceneOf = (parts: Omit<Scene, "agency" | "ids">): Scene => ({
	...parts,
	agency: agencyFrom(parts.door),
	ids: new Map(),
});

/** The id of somebody or something that an earlier step made. */
export function idOf(scene: Scene, key: string): string {
	const id = scene.ids.get(key);
	if (!id) throw new Error(`The story speaks of ${key}, whom nobody made`);
	return id;
}

/** What `age` reads from the log to know when a deed was done. */
export const traceOf = (moment: Date): string => `seed ${moment.toISOString()}`;

/**
 * The door as it was at a moment: everybody's clock stands there. The database's own clock, which stamps the log, cannot be set;
 * the trace says the moment, and `age` puts it in the log afterwards.
 */
export function doorAt(scene: Scene, moment: Date): Door {
	return {
		...scene.door,
		as: (actor) => ({ ...scene.door.as({ ...actor, traceId: traceOf(moment) }), now: () => moment }),
	};
}

/** A member of staff at that moment, both factors just shown. */
export const staffAt = (scene: Scene, who: StaffKey, moment: Date): Acting => {
	const roles: readonly Role[] = staff[who].roles;
	return doorAt(scene, moment).as({ kind: "staff", id: idOf(scene, who), roles, secondFactorAt: moment });
};

export const candidateAt = (scene: Scene, candidate: string, moment: Date): Acting =>
	doorAt(scene, moment).as({ kind: "candidate", id: candidate, roles: [], secondFactorAt: moment });

export const systemAt = (scene: Scene, moment: Date): Acting =>
	doorAt(scene, moment).as({ kind: "staff", id: system, roles: [] });

/** The day that many days ago, or the last working day before it. */
export function dayAgo(scene: Pick<Scene, "today">, days: number): CalendarDate {
	let day = addDays(scene.today, -days);
	if (days > 0) while (!isWorkingDay(day)) day = addDays(day, -1);
	return day;
}

/** A moment of that day in office hours; today's are never later than now. */
export function momentAgo(scene: Pick<Scene, "today" | "now">, days: number, clock = "10:15"): Date {
	const moment = new Date(`${dayAgo(scene, days)}T${clock}:00Z`);
	return moment > scene.now ? scene.now : moment;
}
