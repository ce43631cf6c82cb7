import type { At, DayOrNull, Made } from "../platform/tables.ts";
import type { NoteKind, NoteSource } from "./rules.ts";

type Words = { goal: Buffer; agreed: Buffer; next: Buffer };
type Particulars = { kind: NoteKind | null; source: NoteSource | null; on_day: DayOrNull };

declare module "../platform/tables.ts" {
	interface Tables {
		"app.note": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			versions: Made<number>;
			created_at: At;
			created_by: string;
		};
		"app.note_draft": Words &
			Particulars & {
				note_id: string;
				subject_id: string;
				trajectory_id: string;
				version_id: string;
				session: string;
				updated_at: At;
				updated_by: string;
				row_version: Made<number>;
			};
		"app.note_version": Words &
			Particulars & {
				id: string;
				subject_id: string;
				trajectory_id: string;
				note_id: string;
				n: number;
				how: "finished" | "setAside";
				written_at: At;
				written_by: string;
				saved_at: At;
				saved_by: string;
			};
		"app.note_presence": { note_id: string; staff_id: string; subject_id: string; trajectory_id: string; seen_at: At };
	}
}
