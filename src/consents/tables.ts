import type { ConsentKind } from "../law/consents.ts";
import type { At, AtOrNull, Day, DayOrNull, Made } from "../platform/tables.ts";
import type { ConsentEventKind, ConsentState, Method } from "./rules.ts";

declare module "../platform/tables.ts" {
	interface Tables {
		"app.consent": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			kind: ConsentKind;
			recipient_kind: "contact" | "carer" | "self";
			contact_id: string | null;
			contact_n: Made<number | null>;
			commissioner_id: string | null;
			carer_id: string | null;
			recipient_type: string;
			recipient: Buffer;
			purpose: string;
			data_classes: string[];
			asked_classes: Made<string[]>;
			version_id: string | null;
			document_sha256: Buffer | null;
			notice: Buffer;
			notice_sha256: Buffer;
			text_version: string;
			number: string;
			expires_on: Day;
			asked_at: At;
			asked_by: string;
			state: Made<ConsentState>;
			state_at: At;
			row_version: Made<number>;
		};
		"app.consent_event": {
			id: string;
			subject_id: string;
			trajectory_id: string;
			consent_id: string;
			kind: ConsentEventKind;
			at: At;
			by_id: string;
			method: Method | null;
			language: "nl" | "en" | null;
			second_factor_at: AtOrNull;
			notice_sha256: Buffer | null;
			signed_on: DayOrNull;
			scan: Buffer | null;
			scan_type: string | null;
			scan_sha256: Buffer | null;
			data_classes: string[] | null;
			note: Buffer | null;
			n: Made<string>;
		};
		"app.disclosure_consent": {
			disclosure_id: string;
			consent_id: string;
			data_class: string;
			subject_id: string;
			trajectory_id: string;
		};
	}
}
