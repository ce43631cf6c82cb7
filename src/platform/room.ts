import { statfs } from "node:fs/promises";
import type { Clock } from "./clock.ts";

/** Less than this, and a database that grows by files of sixteen megabytes may stop. */
const least = 64 * 1024 * 1024;
const remembered = 60_000;

export interface Room {
	/** Something was refused just now for want of room, here or on the disk of a database elsewhere. */
	refused(): void;
	/** Whether there is room: on the disk of the data folder, and nothing was refused in the last minute. */
	left(): Promise<boolean>;
}

/** Watches the room there is for data. */
export function roomIn(folder: string, clock: Clock): Room {
	let last = Number.NEGATIVE_INFINITY;
	return {
		refused: () => {
			last = clock.now().getTime();
		},
		left: async () => {
			if (Math.abs(clock.now().getTime() - last) < remembered) return false;
			const { bavail, bsize } = await statfs(folder);
			return bavail * bsize > least;
		},
	};
}
