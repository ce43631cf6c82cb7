import type { At, Made } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.bsn": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			assignment_id: string;
			assignment_type: string;
			commissioner_id: string;
			commissioner_kind: string;
			number: Buffer;
			token: Buffer;
			recorded_at: At;
			recorded_by: string;
			row_version: Made<number>;
		};
	}
}
