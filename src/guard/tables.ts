import type { At, AtOrNull, Made } from "../platform/tables.ts";
import type { FindingClass } from "./rules.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.set_aside": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			report_id: string;
			contact_id: string;
			class: FindingClass;
			rule: string;
			sentence: Buffer;
			span: Buffer | null;
			reason: Buffer;
			asked_at: At;
			asked_by: string;
			confirmed_at: AtOrNull;
			confirmed_by: string | null;
			refused_at: AtOrNull;
			refused_by: string | null;
			reviewed_at: AtOrNull;
			reviewed_by: string | null;
			row_version: Made<number>;
		};
		"app.guard_word": {
			id: string;
			subject_id: string;
			word: string;
			class: FindingClass | "leftAlone";
			added_at: At;
			confirmed_at: AtOrNull;
			confirmed_by: string | null;
			leaving_at: AtOrNull;
			leaving_by: string | null;
			ended_at: AtOrNull;
			ended_by: string | null;
			row_version: Made<number>;
		};
	}
}
