import type { Agency } from "../agency.server.ts";
import type { Render } from "../pdf/render.server.ts";
import type { TimeStamp } from "../pdf/time-stamp.ts";
import type { Outcome } from "../self-test.server.ts";

/** What the roots pass to pages and jobs besides the data door (house.md 14). */
export interface Services {
	/** The address people type, for links in mails: configured, never taken from a Host header. */
	readonly publicUrl: string;
	readonly mode: "demo" | "agency" | "test";
	readonly agency: () => Promise<Agency | undefined>;
	/** Typesets a document in the renderer process. */
	readonly render: Render;
	/** Only where a time-stamp authority is configured: then every seal carries its time stamp, or is not made. */
	readonly timeStamp?: TimeStamp;
	/** Tries every part that Spoor stands on. */
	readonly selfTest: () => Promise<Outcome[]>;
	/** Only where a demonstration or test catches its own mail: the folder of the catcher. */
	readonly caughtMail?: string;
	/** Only in a demonstration: the file with its invented people, for signing in with one click. */
	readonly demoPeople?: string;
	/** Only before there is an agency: SHA-256 (hex) of the one-time set-up code. */
	readonly setupCodeSha256?: string;
}
