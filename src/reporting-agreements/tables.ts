import type { At, AtOrNull, Day, DayOrNull, Made } from "../platform/tables.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.reporting_agreement": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			version: number;
			made_at: At;
			made_by: string;
		};
		"app.agreement_line": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			agreement_id: string;
			place: number;
			root_id: string;
			since: Day;
			contact_id: string;
			categories: string[];
			form: "written" | "oral";
			kind: "brief" | "extensive";
			about: "plan" | "progress" | "final";
			purpose: string;
			every_months: number | null;
			every_weeks: number | null;
			after_days: number | null;
			at_end: Made<boolean>;
			first_due: DayOrNull;
		};
		"app.inform_event": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			about: "agreement" | "report" | "disclosure" | "oral";
			about_id: string;
			how: "portal" | "conversation" | "phone" | "letter";
			on_day: Day;
			at: At;
			by_id: string;
			note: Buffer | null;
		};
		"app.agreement_question": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			agreement_id: string;
			question: Buffer;
			asked_at: At;
			settled_at: AtOrNull;
			settled_by: string | null;
		};
	}
}
