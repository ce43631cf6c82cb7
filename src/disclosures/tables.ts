import type { At, AtOrNull, Day, DayOrNull, Made } from "../platform/tables.ts";
import type { CollectionEventKind } from "./collection.ts";
import type { DispatchState, Form, State } from "./rules.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.disclosure": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			about: string;
			about_id: string;
			form: Form;
			contact_id: string | null;
			commissioner_id: string | null;
			recipient: Buffer;
			categories: string[];
			purpose: string;
			ground: string;
			clause: string;
			sha256: Buffer | null;
			on_day: DayOrNull;
			said_at: AtOrNull;
			contact_n: Made<number | null>;
			summary: Buffer | null;
			state: State;
			state_at: At;
			transmit_after: AtOrNull;
			created_at: At;
			by_id: string;
			row_version: Made<number>;
		};
		"app.notice_handled": { dispatch_id: string; subject_id: string; at: At; by_id: string };
		"app.disclosed_document": {
			disclosure_id: string;
			subject_id: string;
			trajectory_id: string;
			filename: string;
			pdf: Buffer;
			created_at: At;
		};
		"app.collection": {
			disclosure_id: string;
			subject_id: string;
			trajectory_id: string;
			contact_id: string;
			verification_id: string;
			token_hash: Buffer;
			address_token: Buffer;
			expires_on: Day;
			code_token: Buffer | null;
			code_until: AtOrNull;
			code_n: Made<number>;
			wrong: Made<number>;
			locked_at: AtOrNull;
			asked_pass: Buffer | null;
			asked_at: AtOrNull;
			released_at: AtOrNull;
			ended_at: AtOrNull;
			ended_by: string | null;
			ended_clause: string | null;
			created_at: At;
			row_version: Made<number>;
		};
		"app.collection_event": {
			id: Made<string>;
			subject_id: string;
			trajectory_id: string;
			disclosure_id: string;
			kind: CollectionEventKind;
			at: At;
			by_id: string;
			clause: string | null;
			detail: Buffer | null;
			n: Made<string>;
		};
		"app.dispatch": {
			id: string;
			subject_id: string;
			trajectory_id: string | null;
			disclosure_id: string | null;
			kind: string;
			message_id: string;
			mail: Buffer;
			recipient: Buffer;
			sha256: Buffer;
			state: Made<DispatchState>;
			state_at: At;
			transmit_after: At;
			began_at: AtOrNull;
			attempts: Made<number>;
			clause: string | null;
			detail: Buffer | null;
			created_at: At;
			made_by: string;
			row_version: Made<number>;
		};
		"app.dispatch_event": {
			id: string;
			subject_id: string;
			trajectory_id: string | null;
			dispatch_id: string;
			state: DispatchState;
			at: At;
			by_id: string;
			attempt: number;
			clause: string | null;
			detail: Buffer | null;
			n: Made<string>;
		};
	}
}
