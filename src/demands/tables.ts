import type { DemandBasis } from "../law/demands.ts";
import type { At, AtOrNull, Day, DayOrNull, Made } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.demand": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			basis: DemandBasis;
			authority: Buffer;
			content: Buffer;
			reasoning: Buffer;
			categories: string[];
			received_on: Day;
			paper: Buffer | null;
			paper_type: "application/pdf" | "image/jpeg" | "image/png" | null;
			withheld_article: string | null;
			withheld_until: DayOrNull;
			proposed_at: At;
			proposed_by: string;
			confirmed_at: AtOrNull;
			confirmed_by: string | null;
			ended_at: AtOrNull;
			ended_by: string | null;
			disclosure_id: string | null;
			told_at: AtOrNull;
			row_version: Made<number>;
		};
	}
}
