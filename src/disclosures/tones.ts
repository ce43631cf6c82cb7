import type { Tone } from "../ui/states.tsx";
import type { State } from "./rules.ts";

/** How a state of a message looks, on every screen alike. */
export const mailTones: Record<State, Tone> = {
	queued: "waiting",
	transmitting: "active",
	accepted: "done",
	recorded: "done",
	undone: "neutral",
	bounced: "refused",
	unknown: "warn",
	blocked: "refused",
};
