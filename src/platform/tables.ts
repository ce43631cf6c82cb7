import type { ColumnType, Generated } from "kysely";

/** A point in time; a legal date is `Day`, a calendar date as text "2026-11-23". */
type At = ColumnType<Date, Date | string | undefined, Date | string>;
type AtOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Day = ColumnType<string, string | undefined, string>;
type DayOrNull = ColumnType<string | null, string | null | undefined, string | null>;
type Made<T> = Generated<T>;

export type { At, AtOrNull, Day, DayOrNull, Made };

/** The database's tables. A noun adds its own by declaring the interface again in its tables.ts. */
export interface Tables {
	"app.agency": {
		only_one: Made<boolean>;
		name: string;
		address: string;
		postal_code: string;
		city: string;
		phone: string | null;
		email: string;
		website: string | null;
		kvk: string | null;
		dpo_name: string | null;
		dpo_email: string | null;
		logo: Buffer | null;
		logo_type: string | null;
		seal_certificate: Buffer | null;
		seal_chain: Made<Buffer[]>;
		demonstration: Made<boolean>;
		undo_seconds: Made<number>;
		collect_days: Made<number>;
		set_up_at: At;
		row_version: Made<number>;
	};
	"app.person": { id: string; kind: "candidate" | "contact" | "staff"; created_at: At };
	"app.person_token": {
		person_id: string;
		person_kind: "candidate" | "contact" | "staff";
		kind: "name" | "email" | "number";
		token: Buffer;
	};
	"app.staff_member": {
		id: string;
		name: Buffer;
		email: Buffer;
		phone: Buffer | null;
		job_title: Buffer | null;
		started_on: Day;
		left_at: AtOrNull;
		left_by: string | null;
		row_version: Made<number>;
	};
	"app.staff_role": {
		staff_id: string;
		role: string;
		from_at: At;
		granted_by: string;
		until_at: AtOrNull;
		withdrawn_by: string | null;
	};
	"app.confidentiality_statement": { id: string; staff_id: string; signed_on: Day; registered_at: At; registered_by: string };
	"app.regulation_version": { version: string; in_force_from: Day };
	"app.acknowledgement": { staff_id: string; regulation_version: string; at: At };
	"app.candidate": {
		id: string;
		name: Buffer;
		registered_at: At;
		registered_by: string;
		language: Made<"nl" | "en">;
		row_version: Made<number>;
	};
	"app.declared_field": { assignment_type: string; field: string };
	"app.candidate_field": {
		id: string;
		subject_id: string;
		assignment_type: string;
		field: string;
		value: Buffer;
		source: Made<"candidate" | "commissioner" | "other">;
		updated_at: At;
		updated_by: string;
	};
	"app.commissioner": {
		id: string;
		kind: string;
		name: string | null;
		kvk: string | null;
		address: string | null;
		postal_code: string | null;
		city: string | null;
		candidate_id: string | null;
		mail_domains: Made<string[]>;
		created_at: At;
		created_by: string;
		row_version: Made<number>;
	};
	"app.contact_person": {
		id: string;
		commissioner_id: string;
		name: Buffer;
		email: Buffer;
		phone: Buffer | null;
		job_title: Buffer | null;
		kind: Made<string>;
		left_at: AtOrNull;
		left_by: string | null;
		replaced_by: string | null;
		person_n: Made<number>;
		renamed_at: AtOrNull;
		row_version: Made<number>;
	};
	"app.address_verification": {
		id: string;
		contact_id: string;
		email: Buffer;
		token_hash: Buffer | null;
		asked_at: At;
		asked_by: string;
		expires_at: At;
		verified_at: AtOrNull;
		verified_how: "link" | "phone" | null;
		ended_at: AtOrNull;
	};
	"app.assignment": {
		id: string;
		commissioner_id: string;
		type: string;
		reference: string | null;
		ordered_on: Day;
		created_at: At;
		created_by: string;
		row_version: Made<number>;
	};
	"app.trajectory": {
		id: string;
		subject_id: string;
		assignment_id: string;
		state: Made<"registered" | "started" | "closed">;
		registered_at: At;
		started_on: DayOrNull;
		closed_on: DayOrNull;
		outcome: string | null;
		row_version: Made<number>;
	};
	"app.trajectory_event": {
		id: string;
		subject_id: string;
		trajectory_id: string;
		kind: "registered" | "started" | "closed" | "reopened";
		at: At;
		by_id: string;
		outcome: string | null;
		reason: Buffer | null;
	};
	"app.membership": {
		id: string;
		subject_id: string;
		trajectory_id: string;
		staff_id: string;
		capacity: Made<"coach" | "deputy">;
		from_at: At;
		assigned_by: string;
		until_at: AtOrNull;
		ended_by: string | null;
		reason: string | null;
	};
	"auth.account": {
		person_id: string;
		realm: "staff" | "candidate";
		email_token: Buffer;
		password_hash: string | null;
		created_at: At;
		created_by: string;
		activated_at: AtOrNull;
		ended_at: AtOrNull;
		ended_by: string | null;
		row_version: Made<number>;
	};
	"auth.totp": {
		id: string;
		person_id: string;
		secret: Buffer;
		created_at: At;
		confirmed_at: AtOrNull;
		last_step: Made<string>;
		ended_at: AtOrNull;
	};
	"auth.recovery_code": { person_id: string; code_hash: Buffer; created_at: At; used_at: AtOrNull; ended_at: AtOrNull };
	"auth.invitation": {
		id: string;
		person_id: string;
		token_hash: Buffer;
		invited_at: At;
		invited_by: string;
		expires_at: At;
		used_at: AtOrNull;
		ended_at: AtOrNull;
	};
	"auth.session": {
		id: string;
		person_id: string;
		realm: "staff" | "candidate";
		token_hash: Buffer;
		created_at: At;
		last_seen_at: At;
		second_factor_at: AtOrNull;
		device: Buffer | null;
		browser: Buffer | null;
		network: Buffer | null;
		ended_at: AtOrNull;
		ended_why: string | null;
	};
	"audit.entry": {
		id: string;
		xid: string;
		at: Date;
		actor_kind: string;
		actor_id: string;
		roles: string[];
		on_behalf_of: string | null;
		session_id: string | null;
		subjects: string[];
		named: string[];
		action: string;
		object_type: string | null;
		object_id: string | null;
		purpose: string;
		ground: string | null;
		clause: string | null;
		outcome: string;
		break_glass: boolean;
		trace_id: string | null;
		detail: Buffer | null;
	};
}
