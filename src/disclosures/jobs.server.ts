import type { Task } from "../platform/jobs.server.ts";
import { type Sending, sweep, transmit } from "./transmit.server.ts";

/** Sending what is queued, and finding what a lost worker left half sent. */
export const disclosureTasks = (sending: Sending): readonly Task[] => [
	{
		name: "transmit",
		run: async (id) => {
			if (id) await transmit(sending, id);
		},
	},
	{
		name: "sweepDispatches",
		every: "* * * * *",
		run: async () => {
			await sweep(sending);
		},
	},
];
