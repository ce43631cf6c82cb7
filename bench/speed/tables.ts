/** The columns that are filled, in the order in which the rows give them. */
export const columns = {
	"app.person": "id, kind, created_at",
	"app.person_token": "person_id, person_kind, kind, token",
	"app.staff_member": "id, name, email",
	"app.staff_role": "staff_id, role, from_at, granted_by",
	"app.confidentiality_statement": "id, staff_id, signed_on, registered_by",
	"app.acknowledgement": "staff_id, regulation_version",
	"app.candidate": "id, name, registered_at, registered_by",
	"app.commissioner": "id, kind, name, created_by",
	"app.contact_person": "id, commissioner_id, name, email",
	"app.assignment": "id, commissioner_id, type, reference, ordered_on, created_by",
	"app.trajectory": "id, subject_id, assignment_id, state, registered_at, started_on, closed_on, outcome",
	"app.trajectory_event": "id, subject_id, trajectory_id, kind, at, by_id, outcome",
	"app.membership": "id, subject_id, trajectory_id, staff_id, from_at, assigned_by, until_at",
	"app.reporting_agreement": "id, subject_id, trajectory_id, version, made_at, made_by",
	"app.agreement_line":
		"id, subject_id, trajectory_id, agreement_id, place, root_id, since, contact_id, categories, form, kind, about, purpose, every_months",
	"app.inform_event": "id, subject_id, trajectory_id, about, about_id, how, on_day, at, by_id",
	"app.disclosure":
		"id, subject_id, trajectory_id, about, about_id, form, contact_id, commissioner_id, recipient, categories, purpose, ground, clause, on_day, summary, state, state_at, created_at, by_id",
	"app.note": "id, subject_id, trajectory_id, versions, created_at, created_by",
	"app.note_version":
		"id, subject_id, trajectory_id, note_id, n, how, kind, source, on_day, goal, agreed, next, written_at, written_by, saved_at, saved_by",
	"audit.entry": "id, at, actor_kind, actor_id, roles, subjects, action, object_type, object_id, purpose, clause",
	"auth.account": "person_id, realm, email_token, created_by, activated_at",
	"auth.session": "id, person_id, realm, token_hash, second_factor_at",
	"plain.staff": "id, name",
	"plain.session": "token_hash, staff_id",
	"plain.commissioner": "id, name",
	"plain.candidate": "id, given, infix, family",
	"plain.trajectory": "id, candidate_id, commissioner_id, type, state, registered_at, started_on",
	"plain.membership": "trajectory_id, candidate_id, staff_id, until_at",
	"plain.entry": "id, trajectory_id, kind, at, by_id, source, goal, agreed, next",
	"plain.log": "id, at, actor, subjects, action",
} as const;
export type Table = keyof typeof columns;
