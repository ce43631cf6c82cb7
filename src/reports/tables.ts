import type { At, AtOrNull, Day, DayOrNull, Made } from "../platform/tables.ts";
import type { Answer, ReportAbout, ReportKind, ReportState } from "./rules.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.report": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			line_id: string;
			kind: ReportKind;
			about: ReportAbout;
			period_from: DayOrNull;
			period_to: DayOrNull;
			due_on: DayOrNull;
			state: Made<ReportState>;
			state_at: At;
			state_by: string;
			versions: Made<number>;
			created_at: At;
			created_by: string;
			row_version: Made<number>;
		};
		"app.report_draft": {
			report_id: string;
			subject_id: string;
			trajectory_id: string;
			title: Buffer;
			body: Buffer;
			updated_at: At;
			updated_by: string;
			row_version: Made<number>;
		};
		"app.report_presence": { report_id: string; staff_id: string; subject_id: string; trajectory_id: string; seen_at: At };
		"app.report_version": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			report_id: string;
			n: number;
			title: Buffer;
			body: Buffer;
			pdf: Buffer;
			sha256: Buffer;
			document_number: string;
			contact_id: string;
			commissioner_id: string;
			verification_id: string;
			recipients: Buffer;
			recipients_sha256: Buffer;
			categories: string[];
			purpose: string;
			submitted_at: At;
			submitted_by: string;
		};
		"app.report_voiding": {
			version_id: string;
			subject_id: string;
			trajectory_id: string;
			why: "revised" | "recipientChanged" | "withdrawn";
			at: At;
			by_id: string;
		};
		"app.report_answer": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			version_id: string;
			answer: Answer;
			sha256: Buffer;
			recipients_sha256: Buffer;
			remark: Buffer | null;
			own_view: Buffer | null;
			method: "portal" | "paper";
			answered_on: Day;
			at: At;
			by_id: string;
			second_factor_at: AtOrNull;
			confirmed_by: string | null;
			confirmed_at: AtOrNull;
		};
		"app.report_reminder": { id: string; subject_id: string; trajectory_id: string; version_id: string; at: At; by_id: string };
	}
}
