import type { Task } from "../platform/jobs.server.ts";
import { release, tellOfCollection } from "./release.server.ts";
import { tellSender } from "./tell-sender.server.ts";
import { type Sending, sweep, transmit } from "./transmit.server.ts";

/** Sending what is queued, telling who sent it when that needs a person, and finding what a lost worker left half sent. */
export const disclosureTasks = (sending: Sending, publicUrl: string): readonly Task[] => [
	{
		name: "transmit",
		run: async (id) => {
			if (id) await transmit(sending, id);
		},
	},
	{
		name: "tellSender",
		run: async (id) => {
			if (id) await tellSender(sending.door, `${publicUrl}/rapportages/verzending`, id);
		},
	},
	{
		name: "releaseCollection",
		run: async (id) => {
			if (id) await release(sending, id);
		},
	},
	{
		name: "tellOfCollection",
		run: async (id) => {
			if (id) await tellOfCollection(sending.door, `${publicUrl}/rapportages/verzending`, id);
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
