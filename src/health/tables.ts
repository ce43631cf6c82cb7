import type { ScanType } from "../consents/rules.ts";
import type { At, AtOrNull, DayOrNull, Made } from "../platform/tables.ts";
import type { RequestState } from "./rules.ts";

interface Item {
	id: string;
	subject_id: string;
	trajectory_id: string;
	content: Buffer;
	recorded_at: At;
	recorded_by: string;
	ended_at: AtOrNull;
	ended_by: string | null;
	row_version: Made<number>;
}

declare module "../platform/tables.ts" {
	interface Tables {
		"app.capacity_item": Item;
		"app.illness_item": Item;
		"app.carer": Item;
		"app.information_request": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			carer_id: string;
			state: Made<RequestState>;
			state_at: At;
			state_by: string;
			about: string[];
			question: Buffer;
			letter: Buffer | null;
			sha256: Buffer | null;
			document_number: string | null;
			consent_id: string | null;
			disclosure_id: string | null;
			sent_on: DayOrNull;
			created_at: At;
			created_by: string;
			row_version: Made<number>;
		};
		"app.information_request_event": {
			id: string;
			subject_id: string;
			request_id: string;
			state: RequestState;
			at: At;
			by_id: string;
		};
		"app.information_answer": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			request_id: string;
			received_on: string;
			words: Buffer | null;
			file: Buffer | null;
			file_type: ScanType | null;
			recorded_at: At;
			recorded_by: string;
		};
	}
}
