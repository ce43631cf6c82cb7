import type { At, AtOrNull, Day, Made } from "../platform/tables.ts";
import type { ConflictKind, EmergencyReason } from "./rules.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.conflict": {
			id: string;
			subject_id: string;
			staff_id: string;
			kind: ConflictKind;
			source: Made<"declared" | "match">;
			declared_at: At;
			declared_by: string;
			ended_at: AtOrNull;
			ended_by: string | null;
			row_version: Made<number>;
		};
		"app.break_glass": {
			id: string;
			subject_id: string;
			staff_id: string;
			as_role: "coach" | "coordinator" | "dpo";
			reason: EmergencyReason;
			explanation: Buffer;
			opened_at: At;
			until_at: At;
			second_factor_at: At;
			ended_at: AtOrNull;
			reviewed_at: AtOrNull;
			reviewed_by: string | null;
			verdict: "justified" | "unjustified" | null;
			review_note: Buffer | null;
			row_version: Made<number>;
		};
		"app.look_review": {
			id: string;
			month: Day;
			subject_id: string;
			reviewed_at: At;
			found: number;
			note: Buffer | null;
		};
	}
}
