import type { At, Made } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.sickness_calendar": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			content: Buffer;
			at: At;
			by_id: string;
			n: Made<string>;
		};
	}
}
