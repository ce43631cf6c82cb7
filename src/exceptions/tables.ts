import type { ExceptionGround } from "../law/exceptions.ts";
import type { At, AtOrNull, Made } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.report_exception": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			version_id: string;
			ground: ExceptionGround;
			reasoning: Buffer;
			sha256: Buffer;
			recipients_sha256: Buffer;
			proposed_at: At;
			proposed_by: string;
			confirmed_at: AtOrNull;
			confirmed_by: string | null;
			withdrawn_at: AtOrNull;
			withdrawn_by: string | null;
			row_version: Made<number>;
		};
	}
}
