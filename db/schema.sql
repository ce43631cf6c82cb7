-- Dumped from a migrated database by test/house/schema.test.ts; changed by migrations only.

-- tables

table app.acknowledgement (row-level security forced)
  staff_id uuid not null
  regulation_version text not null
  at timestamp with time zone not null default now()
table app.address_verification (row-level security forced)
  id uuid not null default gen_random_uuid()
  contact_id uuid not null
  email bytea not null
  token_hash bytea
  asked_at timestamp with time zone not null default now()
  asked_by uuid not null
  expires_at timestamp with time zone not null
  verified_at timestamp with time zone
  verified_how text
  ended_at timestamp with time zone
table app.agency (row-level security forced)
  only_one boolean not null default true
  name text not null
  address text not null
  postal_code text not null
  city text not null
  phone text
  email text not null
  website text
  kvk text
  dpo_name text
  dpo_email text
  logo bytea
  logo_type text
  seal_certificate bytea
  seal_chain bytea[] not null default '{}'::bytea[]
  demonstration boolean not null default false
  set_up_at timestamp with time zone not null default now()
  row_version integer not null default 1
  undo_seconds integer not null default 600
  collect_days integer not null default 28
table app.agreement_line (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  agreement_id uuid not null
  place integer not null
  root_id uuid not null
  since date not null
  contact_id uuid not null
  categories text[] not null
  form text not null
  kind text not null
  about text not null
  purpose text not null
  every_months integer
  every_weeks integer
  after_days integer
  at_end boolean not null default false
  first_due date
table app.agreement_question (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  agreement_id uuid not null
  question bytea not null
  asked_at timestamp with time zone not null
  settled_at timestamp with time zone
  settled_by uuid
table app.assignment (row-level security forced)
  id uuid not null default gen_random_uuid()
  commissioner_id uuid not null
  type text not null
  reference text
  ordered_on date not null
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  row_version integer not null default 1
table app.break_glass (row-level security forced)
  id uuid not null
  subject_id uuid not null
  staff_id uuid not null
  as_role text not null
  reason text not null
  explanation bytea not null
  opened_at timestamp with time zone not null
  until_at timestamp with time zone not null
  second_factor_at timestamp with time zone not null
  ended_at timestamp with time zone
  reviewed_at timestamp with time zone
  reviewed_by uuid
  verdict text
  review_note bytea
  row_version integer not null default 1
table app.bsn (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  assignment_id uuid not null
  assignment_type text not null
  commissioner_id uuid not null
  commissioner_kind text not null
  number bytea not null
  token bytea not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  row_version integer not null default 1
table app.bsn_ground (row-level security forced)
  assignment_type text not null
  commissioner_kind text not null
  statute text not null
table app.candidate (row-level security forced)
  id uuid not null
  name bytea not null
  registered_at timestamp with time zone not null default now()
  registered_by uuid not null
  language text not null default 'nl'::text
  row_version integer not null default 1
  restricted_at timestamp with time zone
  restricted_by uuid
table app.candidate_field (row-level security forced)
  id uuid not null default gen_random_uuid()
  subject_id uuid not null
  assignment_type text not null
  field text not null
  value bytea not null
  source text not null default 'candidate'::text
  updated_at timestamp with time zone not null default now()
  updated_by uuid not null
table app.capacity_item (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  content bytea not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  ended_at timestamp with time zone
  ended_by uuid
  row_version integer not null default 1
table app.carer (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  content bytea not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  ended_at timestamp with time zone
  ended_by uuid
  row_version integer not null default 1
table app.collection (row-level security forced)
  disclosure_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  contact_id uuid not null
  verification_id uuid not null
  token_hash bytea not null
  address_token bytea not null
  expires_on date not null
  code_token bytea
  code_until timestamp with time zone
  code_n integer not null default 0
  wrong integer not null default 0
  locked_at timestamp with time zone
  asked_pass bytea
  asked_at timestamp with time zone
  released_at timestamp with time zone
  ended_at timestamp with time zone
  ended_by uuid
  ended_clause text
  created_at timestamp with time zone not null
  row_version integer not null default 1
  released_to text
table app.collection_event (row-level security forced)
  id uuid not null default gen_random_uuid()
  subject_id uuid not null
  trajectory_id uuid not null
  disclosure_id uuid not null
  kind text not null
  at timestamp with time zone not null
  by_id uuid not null
  clause text
  detail bytea
  n bigint not null
table app.collection_pass (row-level security forced)
  hash bytea not null
  subject_id uuid not null
  disclosure_id uuid not null
  until_at timestamp with time zone not null
table app.commissioner (row-level security forced)
  id uuid not null default gen_random_uuid()
  kind text not null
  name text
  kvk text
  address text
  postal_code text
  city text
  candidate_id uuid
  mail_domains text[] not null default '{}'::text[]
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  row_version integer not null default 1
  searched text default translate(lower(name), '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~'::text, ''::text)
table app.confidentiality_statement (row-level security forced)
  id uuid not null default gen_random_uuid()
  staff_id uuid not null
  signed_on date not null
  registered_at timestamp with time zone not null default now()
  registered_by uuid not null
table app.conflict (row-level security forced)
  id uuid not null
  subject_id uuid not null
  staff_id uuid not null
  kind text not null
  source text not null default 'declared'::text
  declared_at timestamp with time zone not null
  declared_by uuid not null
  ended_at timestamp with time zone
  ended_by uuid
  row_version integer not null default 1
table app.consent (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  kind text not null
  recipient_kind text not null
  contact_id uuid
  commissioner_id uuid
  carer_id uuid
  recipient_type text not null
  recipient bytea not null
  purpose text not null
  data_classes text[] not null
  version_id uuid
  document_sha256 bytea
  notice bytea not null
  notice_sha256 bytea not null
  text_version text not null
  number text not null
  expires_on date not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  state text not null default 'asked'::text
  state_at timestamp with time zone not null
  row_version integer not null default 1
  contact_n integer
  asked_classes text[] not null
table app.consent_event (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  consent_id uuid not null
  kind text not null
  at timestamp with time zone not null
  by_id uuid not null
  method text
  language text
  second_factor_at timestamp with time zone
  notice_sha256 bytea
  signed_on date
  scan bytea
  scan_type text
  scan_sha256 bytea
  data_classes text[]
  note bytea
  n bigint not null
table app.contact_person (row-level security forced)
  id uuid not null
  commissioner_id uuid not null
  name bytea not null
  email bytea not null
  phone bytea
  job_title bytea
  kind text not null default 'contact'::text
  left_at timestamp with time zone
  left_by uuid
  replaced_by uuid
  row_version integer not null default 1
  person_n integer not null default 1
  renamed_at timestamp with time zone
table app.declared_field (row-level security forced)
  assignment_type text not null
  field text not null
table app.demand (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  basis text not null
  authority bytea not null
  content bytea not null
  reasoning bytea not null
  categories text[] not null
  received_on date not null
  paper bytea
  paper_type text
  withheld_article text
  withheld_until date
  proposed_at timestamp with time zone not null
  proposed_by uuid not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  ended_at timestamp with time zone
  ended_by uuid
  disclosure_id uuid
  told_at timestamp with time zone
  row_version integer not null default 1
table app.disclosed_document (row-level security forced)
  disclosure_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  filename text not null
  pdf bytea not null
  created_at timestamp with time zone not null
table app.disclosure (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  about text not null
  about_id uuid not null
  form text not null
  contact_id uuid
  commissioner_id uuid
  recipient bytea not null
  categories text[] not null
  purpose text not null
  ground text not null
  clause text not null
  sha256 bytea
  on_day date
  summary bytea
  state text not null
  state_at timestamp with time zone not null
  transmit_after timestamp with time zone
  created_at timestamp with time zone not null
  by_id uuid not null
  row_version integer not null default 1
  contact_n integer
  said_at timestamp with time zone
table app.disclosure_consent (row-level security forced)
  disclosure_id uuid not null
  consent_id uuid not null
  data_class text not null
  subject_id uuid not null
  trajectory_id uuid not null
table app.dispatch (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid
  disclosure_id uuid
  kind text not null
  message_id text not null
  mail bytea not null
  recipient bytea not null
  sha256 bytea not null
  state text not null default 'queued'::text
  state_at timestamp with time zone not null
  transmit_after timestamp with time zone not null
  began_at timestamp with time zone
  attempts integer not null default 0
  clause text
  detail bytea
  created_at timestamp with time zone not null
  made_by uuid not null
  row_version integer not null default 1
table app.dispatch_event (row-level security forced)
  id uuid not null default gen_random_uuid()
  subject_id uuid not null
  trajectory_id uuid
  dispatch_id uuid not null
  state text not null
  at timestamp with time zone not null
  by_id uuid not null
  attempt integer not null
  clause text
  detail bytea
  n bigint not null
table app.earlier_seal (row-level security forced)
  sha256 bytea not null
  certificate bytea not null
  until_at timestamp with time zone not null
table app.guard_word (row-level security forced)
  id uuid not null
  subject_id uuid not null
  word text not null
  class text not null
  added_at timestamp with time zone not null
  ended_at timestamp with time zone
  ended_by uuid
  row_version integer not null default 1
  confirmed_at timestamp with time zone
  confirmed_by uuid
  leaving_at timestamp with time zone
  leaving_by uuid
table app.health_ground (row-level security forced)
  assignment_type text not null
  commissioner_kind text not null
  purpose text not null
  ground text not null
table app.heartbeat (row-level security forced)
  process text not null
  at timestamp with time zone not null
table app.illness_item (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  content bytea not null
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
  ended_at timestamp with time zone
  ended_by uuid
  row_version integer not null default 1
table app.inform_event (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  about text not null
  about_id uuid not null
  how text not null
  on_day date not null
  at timestamp with time zone not null
  by_id uuid not null
  note bytea
table app.information_answer (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  request_id uuid not null
  received_on date not null
  words bytea
  file bytea
  file_type text
  recorded_at timestamp with time zone not null
  recorded_by uuid not null
table app.information_request (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  carer_id uuid not null
  state text not null default 'draft'::text
  state_at timestamp with time zone not null
  state_by uuid not null
  about text[] not null
  question bytea not null
  letter bytea
  sha256 bytea
  document_number text
  consent_id uuid
  disclosure_id uuid
  sent_on date
  created_at timestamp with time zone not null
  created_by uuid not null
  row_version integer not null default 1
table app.information_request_event (row-level security forced)
  id uuid not null
  subject_id uuid not null
  request_id uuid not null
  state text not null
  at timestamp with time zone not null
  by_id uuid not null
table app.look_review (row-level security forced)
  id uuid not null
  month date not null
  subject_id uuid not null
  reviewed_at timestamp with time zone not null
  found integer not null
  note bytea
table app.membership (row-level security forced)
  id uuid not null default gen_random_uuid()
  subject_id uuid not null
  trajectory_id uuid not null
  staff_id uuid not null
  capacity text not null default 'coach'::text
  from_at timestamp with time zone not null default now()
  assigned_by uuid not null
  until_at timestamp with time zone
  ended_by uuid
  reason text
table app.note (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  versions integer not null default 0
  created_at timestamp with time zone not null
  created_by uuid not null
table app.note_draft (row-level security forced)
  note_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  version_id uuid not null
  kind text
  source text
  on_day date
  goal bytea not null
  agreed bytea not null
  next bytea not null
  session uuid not null
  updated_at timestamp with time zone not null
  updated_by uuid not null
  row_version integer not null default 1
table app.note_presence (row-level security forced)
  note_id uuid not null
  staff_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  seen_at timestamp with time zone not null
table app.note_version (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  note_id uuid not null
  n integer not null
  how text not null
  kind text
  source text
  on_day date
  goal bytea not null
  agreed bytea not null
  next bytea not null
  written_at timestamp with time zone not null
  written_by uuid not null
  saved_at timestamp with time zone not null
  saved_by uuid not null
table app.notice_handled (row-level security forced)
  dispatch_id uuid not null
  subject_id uuid not null
  at timestamp with time zone not null
  by_id uuid not null
table app.person (row-level security forced)
  id uuid not null default gen_random_uuid()
  kind text not null
  created_at timestamp with time zone not null default now()
table app.person_token (row-level security forced)
  person_id uuid not null
  person_kind text not null
  kind text not null
  token bytea not null
table app.regulation_version (row-level security forced)
  version text not null
  in_force_from date not null
table app.report (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  line_id uuid not null
  kind text not null
  about text not null
  period_from date
  period_to date
  due_on date
  state text not null default 'draft'::text
  state_at timestamp with time zone not null
  state_by uuid not null
  versions integer not null default 0
  created_at timestamp with time zone not null
  created_by uuid not null
  row_version integer not null default 1
table app.report_answer (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  version_id uuid not null
  answer text not null
  sha256 bytea not null
  recipients_sha256 bytea not null
  remark bytea
  own_view bytea
  method text not null
  answered_on date not null
  at timestamp with time zone not null
  by_id uuid not null
  second_factor_at timestamp with time zone
  confirmed_by uuid
  confirmed_at timestamp with time zone
table app.report_check (row-level security forced)
  on_day date not null
  answer text not null
  n integer not null
table app.report_draft (row-level security forced)
  report_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  title bytea not null
  body bytea not null
  updated_at timestamp with time zone not null
  updated_by uuid not null
  row_version integer not null default 1
table app.report_exception (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  version_id uuid not null
  ground text not null
  reasoning bytea not null
  sha256 bytea not null
  recipients_sha256 bytea not null
  proposed_at timestamp with time zone not null
  proposed_by uuid not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  row_version integer not null default 1
table app.report_presence (row-level security forced)
  report_id uuid not null
  staff_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  seen_at timestamp with time zone not null
table app.report_reminder (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  version_id uuid not null
  at timestamp with time zone not null
  by_id uuid not null
table app.report_settings (row-level security forced)
  id uuid not null
  assignment_id uuid not null
  settings jsonb not null
  reason text not null
  set_at timestamp with time zone not null
  set_by uuid not null
  n bigint not null
table app.report_version (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  report_id uuid not null
  n integer not null
  title bytea not null
  body bytea not null
  pdf bytea not null
  sha256 bytea not null
  document_number text not null
  contact_id uuid not null
  commissioner_id uuid not null
  verification_id uuid not null
  recipients bytea not null
  recipients_sha256 bytea not null
  categories text[] not null
  purpose text not null
  submitted_at timestamp with time zone not null
  submitted_by uuid not null
table app.report_voiding (row-level security forced)
  version_id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  why text not null
  at timestamp with time zone not null
  by_id uuid not null
table app.reporting_agreement (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  version integer not null
  made_at timestamp with time zone not null
  made_by uuid not null
table app.set_aside (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  report_id uuid not null
  contact_id uuid not null
  class text not null
  rule text not null
  sentence bytea not null
  reason bytea not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  refused_at timestamp with time zone
  refused_by uuid
  reviewed_at timestamp with time zone
  reviewed_by uuid
  row_version integer not null default 1
  span bytea
table app.sickness_calendar (row-level security forced)
  id uuid not null
  subject_id uuid not null
  trajectory_id uuid not null
  content bytea not null
  at timestamp with time zone not null
  by_id uuid not null
  n bigint not null
table app.staff_member (row-level security forced)
  id uuid not null
  name bytea not null
  email bytea not null
  phone bytea
  job_title bytea
  started_on date not null default CURRENT_DATE
  left_at timestamp with time zone
  left_by uuid
  row_version integer not null default 1
table app.staff_role (row-level security forced)
  staff_id uuid not null
  role text not null
  from_at timestamp with time zone not null default now()
  granted_by uuid not null
  until_at timestamp with time zone
  withdrawn_by uuid
table app.trajectory (row-level security forced)
  id uuid not null default gen_random_uuid()
  subject_id uuid not null
  assignment_id uuid not null
  state text not null default 'registered'::text
  registered_at timestamp with time zone not null default now()
  started_on date
  closed_on date
  outcome text
  row_version integer not null default 1
table app.trajectory_event (row-level security forced)
  id uuid not null default gen_random_uuid()
  subject_id uuid not null
  trajectory_id uuid not null
  kind text not null
  at timestamp with time zone not null default now()
  by_id uuid not null
  outcome text
  reason bytea
table audit.entry (row-level security forced)
  id uuid not null default gen_random_uuid()
  xid xid8 not null default pg_current_xact_id()
  at timestamp with time zone not null default clock_timestamp()
  actor_kind text not null
  actor_id uuid not null
  roles text[] not null default '{}'::text[]
  on_behalf_of uuid
  session_id uuid
  subjects uuid[] not null
  named uuid[] not null default '{}'::uuid[]
  action text not null
  object_type text
  object_id uuid
  purpose text not null
  ground text
  clause text
  outcome text not null default 'allowed'::text
  break_glass boolean not null default false
  trace_id text
  detail bytea
table auth.account (row-level security forced)
  person_id uuid not null
  realm text not null
  email_token bytea not null
  password_hash text
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  activated_at timestamp with time zone
  ended_at timestamp with time zone
  ended_by uuid
  row_version integer not null default 1
table auth.attempt (row-level security forced)
  id uuid not null
  realm text not null
  about bytea not null
  at timestamp with time zone not null default now()
table auth.challenge (row-level security forced)
  hash bytea not null
  realm text not null
  use text not null
  bound bytea not null
  asked_at timestamp with time zone not null default clock_timestamp()
table auth.invitation (row-level security forced)
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  token_hash bytea not null
  invited_at timestamp with time zone not null default now()
  invited_by uuid not null
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  ended_at timestamp with time zone
table auth.passkey (row-level security forced)
  id uuid not null
  person_id uuid not null
  credential_id bytea not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null
  name bytea not null
  backup_eligible boolean not null
  backed_up boolean not null
  created_at timestamp with time zone not null
  last_used_at timestamp with time zone
  ended_at timestamp with time zone
table auth.recovery_code (row-level security forced)
  person_id uuid not null
  code_hash bytea not null
  created_at timestamp with time zone not null default now()
  used_at timestamp with time zone
  ended_at timestamp with time zone
table auth.session (row-level security forced)
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  realm text not null
  token_hash bytea not null
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  second_factor_at timestamp with time zone
  device bytea
  ended_at timestamp with time zone
  ended_why text
  browser bytea
  network bytea
  network_at timestamp with time zone
  elsewhere_at timestamp with time zone
table auth.totp (row-level security forced)
  id uuid not null default gen_random_uuid()
  person_id uuid not null
  secret bytea not null
  created_at timestamp with time zone not null default now()
  confirmed_at timestamp with time zone
  last_step bigint not null default 0
  ended_at timestamp with time zone
table auth.vouching (row-level security forced)
  id uuid not null
  person_id uuid not null
  reason bytea not null
  how text not null
  asked_at timestamp with time zone not null
  asked_by uuid not null
  expires_at timestamp with time zone not null
  confirmed_at timestamp with time zone
  confirmed_by uuid
  ended_at timestamp with time zone
  ended_by uuid

-- constraints

app.acknowledgement: acknowledgement_pkey PRIMARY KEY (staff_id, regulation_version)
app.acknowledgement: acknowledgement_regulation_version_fkey FOREIGN KEY (regulation_version) REFERENCES app.regulation_version(version)
app.acknowledgement: acknowledgement_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.address_verification: address_verification_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.address_verification: address_verification_pkey PRIMARY KEY (id)
app.address_verification: address_verification_token_hash_key UNIQUE (token_hash)
app.address_verification: address_verification_verified_how_check CHECK ((verified_how = ANY (ARRAY['link'::text, 'phone'::text])))
app.agency: agency_collect_days_check CHECK (((collect_days >= 1) AND (collect_days <= 182)))
app.agency: agency_only_one_check CHECK (only_one)
app.agency: agency_pkey PRIMARY KEY (only_one)
app.agency: agency_undo_seconds_check CHECK (((undo_seconds >= 0) AND (undo_seconds <= 3600)))
app.agreement_line: agreement_line_about_check CHECK ((about = ANY (ARRAY['plan'::text, 'progress'::text, 'final'::text])))
app.agreement_line: agreement_line_after_days_check CHECK (((after_days >= 0) AND (after_days <= 730)))
app.agreement_line: agreement_line_agreement_id_place_key UNIQUE (agreement_id, place)
app.agreement_line: agreement_line_categories_check CHECK ((cardinality(categories) > 0))
app.agreement_line: agreement_line_check CHECK (((num_nonnulls(every_months, every_weeks, after_days) + (at_end)::integer) = 1))
app.agreement_line: agreement_line_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.agreement_line: agreement_line_every_months_check CHECK (((every_months >= 1) AND (every_months <= 24)))
app.agreement_line: agreement_line_every_weeks_check CHECK (((every_weeks >= 1) AND (every_weeks <= 52)))
app.agreement_line: agreement_line_form_check CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text])))
app.agreement_line: agreement_line_kind_check CHECK ((kind = ANY (ARRAY['brief'::text, 'extensive'::text])))
app.agreement_line: agreement_line_pkey PRIMARY KEY (id)
app.agreement_line: agreement_line_subject_id_trajectory_id_agreement_id_fkey FOREIGN KEY (subject_id, trajectory_id, agreement_id) REFERENCES app.reporting_agreement(subject_id, trajectory_id, id)
app.agreement_line: agreement_line_subject_id_trajectory_id_id_key UNIQUE (subject_id, trajectory_id, id)
app.agreement_question: agreement_question_check CHECK (((settled_at IS NULL) = (settled_by IS NULL)))
app.agreement_question: agreement_question_pkey PRIMARY KEY (id)
app.agreement_question: agreement_question_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES app.person(id)
app.agreement_question: agreement_question_subject_id_trajectory_id_agreement_id_fkey FOREIGN KEY (subject_id, trajectory_id, agreement_id) REFERENCES app.reporting_agreement(subject_id, trajectory_id, id)
app.assignment: assignment_commissioner_id_fkey FOREIGN KEY (commissioner_id) REFERENCES app.commissioner(id)
app.assignment: assignment_pkey PRIMARY KEY (id)
app.assignment: assignment_type_key UNIQUE (id, type, commissioner_id)
app.break_glass: break_glass_as_role_check CHECK ((as_role = ANY (ARRAY['coach'::text, 'coordinator'::text, 'dpo'::text])))
app.break_glass: break_glass_check CHECK (((until_at > opened_at) AND (until_at <= (opened_at + '01:00:00'::interval))))
app.break_glass: break_glass_check1 CHECK (((second_factor_at >= (opened_at - '00:10:00'::interval)) AND (second_factor_at <= (opened_at + '00:01:00'::interval))))
app.break_glass: break_glass_check2 CHECK ((num_nonnulls(reviewed_at, reviewed_by, verdict) = ANY (ARRAY[0, 3])))
app.break_glass: break_glass_check3 CHECK ((reviewed_by <> staff_id))
app.break_glass: break_glass_pkey PRIMARY KEY (id)
app.break_glass: break_glass_reason_check CHECK ((reason = ANY (ARRAY['danger'::text, 'absence'::text, 'deadline'::text, 'request'::text, 'incident'::text])))
app.break_glass: break_glass_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES app.person(id)
app.break_glass: break_glass_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.break_glass: break_glass_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.candidate(id)
app.break_glass: break_glass_verdict_check CHECK ((verdict = ANY (ARRAY['justified'::text, 'unjustified'::text])))
app.bsn: bsn_assignment_id_assignment_type_commissioner_id_fkey FOREIGN KEY (assignment_id, assignment_type, commissioner_id) REFERENCES app.assignment(id, type, commissioner_id)
app.bsn: bsn_commissioner_id_commissioner_kind_fkey FOREIGN KEY (commissioner_id, commissioner_kind) REFERENCES app.commissioner(id, kind)
app.bsn: bsn_needs_a_statute FOREIGN KEY (assignment_type, commissioner_kind) REFERENCES app.bsn_ground(assignment_type, commissioner_kind)
app.bsn: bsn_pkey PRIMARY KEY (id)
app.bsn: bsn_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES app.person(id)
app.bsn: bsn_subject_id_trajectory_id_assignment_id_fkey FOREIGN KEY (subject_id, trajectory_id, assignment_id) REFERENCES app.trajectory(subject_id, id, assignment_id)
app.bsn: bsn_trajectory_id_key UNIQUE (trajectory_id)
app.bsn_ground: bsn_ground_pkey PRIMARY KEY (assignment_type, commissioner_kind)
app.candidate: candidate_id_fkey FOREIGN KEY (id) REFERENCES app.person(id)
app.candidate: candidate_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text])))
app.candidate: candidate_pkey PRIMARY KEY (id)
app.candidate: candidate_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES app.person(id)
app.candidate: candidate_restricted_by_fkey FOREIGN KEY (restricted_by) REFERENCES app.person(id)
app.candidate_field: candidate_field_assignment_type_field_fkey FOREIGN KEY (assignment_type, field) REFERENCES app.declared_field(assignment_type, field)
app.candidate_field: candidate_field_pkey PRIMARY KEY (id)
app.candidate_field: candidate_field_source_check CHECK ((source = ANY (ARRAY['candidate'::text, 'commissioner'::text, 'other'::text])))
app.candidate_field: candidate_field_subject_id_assignment_type_field_key UNIQUE (subject_id, assignment_type, field)
app.candidate_field: candidate_field_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.candidate(id)
app.capacity_item: capacity_item_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.capacity_item: capacity_item_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES app.person(id)
app.capacity_item: capacity_item_pkey PRIMARY KEY (id)
app.capacity_item: capacity_item_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES app.person(id)
app.capacity_item: capacity_item_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.carer: carer_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.carer: carer_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES app.person(id)
app.carer: carer_pkey PRIMARY KEY (id)
app.carer: carer_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES app.person(id)
app.carer: carer_subject_id_id_key UNIQUE (subject_id, id)
app.carer: carer_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.collection: collection_check CHECK (((code_token IS NULL) = (code_until IS NULL)))
app.collection: collection_check1 CHECK (((ended_at IS NULL) = (ended_clause IS NULL)))
app.collection: collection_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.collection: collection_pkey PRIMARY KEY (disclosure_id)
app.collection: collection_subject_id_disclosure_id_fkey FOREIGN KEY (subject_id, disclosure_id) REFERENCES app.disclosure(subject_id, id)
app.collection: collection_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.collection: collection_token_hash_check CHECK ((octet_length(token_hash) = 32))
app.collection: collection_token_hash_key UNIQUE (token_hash)
app.collection: collection_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES app.address_verification(id)
app.collection_event: collection_event_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES app.collection(disclosure_id)
app.collection_event: collection_event_kind_check CHECK ((kind = ANY (ARRAY['codeMade'::text, 'wrong'::text, 'locked'::text, 'opened'::text, 'refused'::text, 'collected'::text, 'ended'::text])))
app.collection_event: collection_event_pkey PRIMARY KEY (id)
app.collection_pass: collection_pass_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES app.collection(disclosure_id)
app.collection_pass: collection_pass_hash_check CHECK ((octet_length(hash) = 32))
app.collection_pass: collection_pass_pkey PRIMARY KEY (hash)
app.commissioner: commissioner_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES app.candidate(id)
app.commissioner: commissioner_check CHECK (((kind = 'selfPaying'::text) = (candidate_id IS NOT NULL)))
app.commissioner: commissioner_check1 CHECK (((kind = 'selfPaying'::text) <> (name IS NOT NULL)))
app.commissioner: commissioner_kind_check CHECK ((kind = ANY (ARRAY['employer'::text, 'uwv'::text, 'municipality'::text, 'insurer'::text, 'selfPaying'::text])))
app.commissioner: commissioner_kind_key UNIQUE (id, kind)
app.commissioner: commissioner_pkey PRIMARY KEY (id)
app.confidentiality_statement: confidentiality_statement_check CHECK ((registered_by <> staff_id))
app.confidentiality_statement: confidentiality_statement_pkey PRIMARY KEY (id)
app.confidentiality_statement: confidentiality_statement_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES app.person(id)
app.confidentiality_statement: confidentiality_statement_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.conflict: conflict_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.conflict: conflict_check1 CHECK ((ended_by <> staff_id))
app.conflict: conflict_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES app.person(id)
app.conflict: conflict_kind_check CHECK ((kind = ANY (ARRAY['self'::text, 'relative'::text, 'colleague'::text, 'formerEmployer'::text, 'other'::text])))
app.conflict: conflict_pkey PRIMARY KEY (id)
app.conflict: conflict_source_check CHECK ((source = ANY (ARRAY['declared'::text, 'match'::text])))
app.conflict: conflict_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.conflict: conflict_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.candidate(id)
app.consent: consent_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES app.person(id)
app.consent: consent_check CHECK (((recipient_kind = 'contact'::text) = ((contact_id IS NOT NULL) AND (commissioner_id IS NOT NULL))))
app.consent: consent_check1 CHECK (((recipient_kind = 'carer'::text) = (carer_id IS NOT NULL)))
app.consent: consent_check2 CHECK (((version_id IS NULL) = (document_sha256 IS NULL)))
app.consent: consent_commissioner_id_fkey FOREIGN KEY (commissioner_id) REFERENCES app.commissioner(id)
app.consent: consent_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.consent: consent_data_classes_check CHECK ((cardinality(data_classes) > 0))
app.consent: consent_document_sha256_check CHECK ((octet_length(document_sha256) = 32))
app.consent: consent_kind_check CHECK ((kind = ANY (ARRAY['disclose'::text, 'ask'::text, 'hold'::text, 'noObjection'::text])))
app.consent: consent_notice_sha256_check CHECK ((octet_length(notice_sha256) = 32))
app.consent: consent_number_key UNIQUE (number)
app.consent: consent_of_whom CHECK (((contact_id IS NULL) = (contact_n IS NULL)))
app.consent: consent_pkey PRIMARY KEY (id)
app.consent: consent_recipient_kind_check CHECK ((recipient_kind = ANY (ARRAY['contact'::text, 'carer'::text, 'self'::text])))
app.consent: consent_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'refused'::text, 'registered'::text, 'withdrawn'::text, 'expired'::text, 'lapsed'::text])))
app.consent: consent_subject_id_carer_id_fkey FOREIGN KEY (subject_id, carer_id) REFERENCES app.carer(subject_id, id)
app.consent: consent_subject_id_id_key UNIQUE (subject_id, id)
app.consent: consent_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.consent: consent_subject_id_version_id_fkey FOREIGN KEY (subject_id, version_id) REFERENCES app.report_version(subject_id, id)
app.consent_event: consent_event_check CHECK (((kind <> 'given'::text) OR ((method = 'portal'::text) AND (by_id = subject_id) AND (second_factor_at IS NOT NULL) AND (notice_sha256 IS NOT NULL))))
app.consent_event: consent_event_check1 CHECK (((kind = 'registered'::text) = ((scan IS NOT NULL) AND (scan_type IS NOT NULL) AND (scan_sha256 IS NOT NULL) AND (signed_on IS NOT NULL))))
app.consent_event: consent_event_check2 CHECK (((kind = 'narrowed'::text) = (data_classes IS NOT NULL)))
app.consent_event: consent_event_check3 CHECK (((method IS DISTINCT FROM 'portal'::text) OR (by_id = subject_id)))
app.consent_event: consent_event_kind_check CHECK ((kind = ANY (ARRAY['given'::text, 'refused'::text, 'registered'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text, 'narrowed'::text, 'expired'::text, 'lapsed'::text, 'replaced'::text])))
app.consent_event: consent_event_language_check CHECK ((language = ANY (ARRAY['nl'::text, 'en'::text])))
app.consent_event: consent_event_method_check CHECK ((method = ANY (ARRAY['portal'::text, 'paper'::text, 'word'::text])))
app.consent_event: consent_event_pkey PRIMARY KEY (id)
app.consent_event: consent_event_scan_type_check CHECK ((scan_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])))
app.consent_event: consent_event_subject_id_consent_id_fkey FOREIGN KEY (subject_id, consent_id) REFERENCES app.consent(subject_id, id)
app.contact_person: contact_person_commissioner_id_fkey FOREIGN KEY (commissioner_id) REFERENCES app.commissioner(id)
app.contact_person: contact_person_commissioner_id_id_key UNIQUE (commissioner_id, id)
app.contact_person: contact_person_id_fkey FOREIGN KEY (id) REFERENCES app.person(id)
app.contact_person: contact_person_kind_check CHECK ((kind = ANY (ARRAY['contact'::text, 'companyDoctor'::text, 'labourExpert'::text, 'caseManager'::text])))
app.contact_person: contact_person_pkey PRIMARY KEY (id)
app.contact_person: contact_person_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES app.contact_person(id)
app.declared_field: declared_field_pkey PRIMARY KEY (assignment_type, field)
app.demand: demand_basis_check CHECK ((basis ~ '^[a-zA-Z]+$'::text))
app.demand: demand_categories_check CHECK ((cardinality(categories) > 0))
app.demand: demand_check CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)))
app.demand: demand_check1 CHECK ((confirmed_by <> proposed_by))
app.demand: demand_check2 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.demand: demand_check3 CHECK (((paper IS NULL) = (paper_type IS NULL)))
app.demand: demand_check4 CHECK (((withheld_article IS NULL) = (withheld_until IS NULL)))
app.demand: demand_check5 CHECK (((disclosure_id IS NULL) OR (confirmed_at IS NOT NULL)))
app.demand: demand_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES app.person(id)
app.demand: demand_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES app.person(id)
app.demand: demand_paper_type_check CHECK ((paper_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])))
app.demand: demand_pkey PRIMARY KEY (id)
app.demand: demand_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES app.person(id)
app.demand: demand_subject_id_disclosure_id_fkey FOREIGN KEY (subject_id, disclosure_id) REFERENCES app.disclosure(subject_id, id)
app.demand: demand_subject_id_id_key UNIQUE (subject_id, id)
app.demand: demand_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.disclosed_document: disclosed_document_pkey PRIMARY KEY (disclosure_id)
app.disclosed_document: disclosed_document_subject_id_disclosure_id_fkey FOREIGN KEY (subject_id, disclosure_id) REFERENCES app.disclosure(subject_id, id)
app.disclosed_document: disclosed_document_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.disclosure: disclosure_about_check CHECK ((about ~ '^[a-z][A-Za-z]*$'::text))
app.disclosure: disclosure_by_id_fkey FOREIGN KEY (by_id) REFERENCES app.person(id)
app.disclosure: disclosure_categories_check CHECK ((cardinality(categories) > 0))
app.disclosure: disclosure_commissioner_id_fkey FOREIGN KEY (commissioner_id) REFERENCES app.commissioner(id)
app.disclosure: disclosure_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.disclosure: disclosure_day CHECK (((form = ANY (ARRAY['oral'::text, 'letter'::text])) = (on_day IS NOT NULL)))
app.disclosure: disclosure_form_check CHECK ((form = ANY (ARRAY['written'::text, 'oral'::text, 'letter'::text])))
app.disclosure: disclosure_hash CHECK (((form = ANY (ARRAY['written'::text, 'letter'::text])) = (sha256 IS NOT NULL)))
app.disclosure: disclosure_pkey PRIMARY KEY (id)
app.disclosure: disclosure_recorded CHECK (((form = ANY (ARRAY['oral'::text, 'letter'::text])) = (state = 'recorded'::text)))
app.disclosure: disclosure_said CHECK (((form = 'oral'::text) = (summary IS NOT NULL)))
app.disclosure: disclosure_said_at CHECK (((said_at IS NULL) OR (form = 'oral'::text)))
app.disclosure: disclosure_sha256_check CHECK ((octet_length(sha256) = 32))
app.disclosure: disclosure_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'transmitting'::text, 'accepted'::text, 'bounced'::text, 'blocked'::text, 'unknown'::text, 'undone'::text, 'recorded'::text])))
app.disclosure: disclosure_subject_id_id_key UNIQUE (subject_id, id)
app.disclosure: disclosure_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.disclosure: disclosure_whom CHECK ((((contact_id IS NULL) = (commissioner_id IS NULL)) AND ((form = 'letter'::text) OR (contact_id IS NOT NULL))))
app.disclosure_consent: disclosure_consent_pkey PRIMARY KEY (disclosure_id, consent_id, data_class)
app.disclosure_consent: disclosure_consent_subject_id_consent_id_fkey FOREIGN KEY (subject_id, consent_id) REFERENCES app.consent(subject_id, id)
app.disclosure_consent: disclosure_consent_subject_id_disclosure_id_fkey FOREIGN KEY (subject_id, disclosure_id) REFERENCES app.disclosure(subject_id, id)
app.dispatch: dispatch_check CHECK (((kind = 'disclosure'::text) = (disclosure_id IS NOT NULL)))
app.dispatch: dispatch_check1 CHECK (((kind = 'disclosure'::text) = (trajectory_id IS NOT NULL)))
app.dispatch: dispatch_disclosure_id_key UNIQUE (disclosure_id)
app.dispatch: dispatch_message_id_key UNIQUE (message_id)
app.dispatch: dispatch_pkey PRIMARY KEY (id)
app.dispatch: dispatch_sha256_check CHECK ((octet_length(sha256) = 32))
app.dispatch: dispatch_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'transmitting'::text, 'accepted'::text, 'bounced'::text, 'blocked'::text, 'unknown'::text, 'undone'::text])))
app.dispatch: dispatch_subject_id_disclosure_id_fkey FOREIGN KEY (subject_id, disclosure_id) REFERENCES app.disclosure(subject_id, id)
app.dispatch: dispatch_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.person(id)
app.dispatch: dispatch_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.dispatch_event: dispatch_event_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES app.dispatch(id)
app.dispatch_event: dispatch_event_pkey PRIMARY KEY (id)
app.earlier_seal: earlier_seal_pkey PRIMARY KEY (sha256)
app.earlier_seal: earlier_seal_sha256_check CHECK ((octet_length(sha256) = 32))
app.guard_word: guard_word_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.guard_word: guard_word_check1 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)))
app.guard_word: guard_word_check2 CHECK (((leaving_at IS NULL) = (leaving_by IS NULL)))
app.guard_word: guard_word_check3 CHECK ((confirmed_by <> subject_id))
app.guard_word: guard_word_check4 CHECK (((confirmed_at IS NULL) OR (class = 'leftAlone'::text)))
app.guard_word: guard_word_class_check CHECK ((class = ANY (ARRAY['leftAlone'::text, 'illness'::text, 'treatment'::text, 'practitioner'::text, 'sickLeave'::text, 'capacity'::text, 'criminal'::text, 'special'::text, 'testScores'::text])))
app.guard_word: guard_word_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES app.person(id)
app.guard_word: guard_word_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES app.person(id)
app.guard_word: guard_word_leaving_by_fkey FOREIGN KEY (leaving_by) REFERENCES app.person(id)
app.guard_word: guard_word_pkey PRIMARY KEY (id)
app.guard_word: guard_word_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.person(id)
app.guard_word: guard_word_word_check CHECK ((word ~ '^[^,|<>*#~=.]{3,60}$'::text))
app.health_ground: health_ground_ground_check CHECK ((ground = ANY (ARRAY['statute'::text, 'consent'::text])))
app.health_ground: health_ground_pkey PRIMARY KEY (assignment_type, commissioner_kind, purpose)
app.heartbeat: heartbeat_pkey PRIMARY KEY (process)
app.heartbeat: heartbeat_process_check CHECK ((process = 'worker'::text))
app.illness_item: illness_item_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
app.illness_item: illness_item_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES app.person(id)
app.illness_item: illness_item_pkey PRIMARY KEY (id)
app.illness_item: illness_item_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES app.person(id)
app.illness_item: illness_item_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.inform_event: inform_event_about_check CHECK ((about = ANY (ARRAY['agreement'::text, 'report'::text, 'disclosure'::text, 'oral'::text])))
app.inform_event: inform_event_by_id_fkey FOREIGN KEY (by_id) REFERENCES app.person(id)
app.inform_event: inform_event_how_check CHECK ((how = ANY (ARRAY['portal'::text, 'conversation'::text, 'phone'::text, 'letter'::text])))
app.inform_event: inform_event_pkey PRIMARY KEY (id)
app.inform_event: inform_event_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.information_answer: information_answer_check CHECK ((num_nonnulls(words, file) > 0))
app.information_answer: information_answer_check1 CHECK (((file IS NULL) = (file_type IS NULL)))
app.information_answer: information_answer_file_type_check CHECK ((file_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text])))
app.information_answer: information_answer_pkey PRIMARY KEY (id)
app.information_answer: information_answer_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES app.person(id)
app.information_answer: information_answer_subject_id_request_id_fkey FOREIGN KEY (subject_id, request_id) REFERENCES app.information_request(subject_id, id)
app.information_answer: information_answer_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.information_request: asked_with_consent CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR ((consent_id IS NOT NULL) AND (disclosure_id IS NOT NULL))))
app.information_request: information_request_about_check CHECK ((cardinality(about) > 0))
app.information_request: information_request_check CHECK ((num_nonnulls(letter, sha256, document_number, consent_id) = ANY (ARRAY[0, 4])))
app.information_request: information_request_check1 CHECK ((num_nonnulls(disclosure_id, sent_on) = ANY (ARRAY[0, 2])))
app.information_request: information_request_consent_id_fkey FOREIGN KEY (consent_id) REFERENCES app.consent(id)
app.information_request: information_request_created_by_fkey FOREIGN KEY (created_by) REFERENCES app.person(id)
app.information_request: information_request_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES app.disclosure(id)
app.information_request: information_request_document_number_key UNIQUE (document_number)
app.information_request: information_request_pkey PRIMARY KEY (id)
app.information_request: information_request_sha256_check CHECK ((octet_length(sha256) = 32))
app.information_request: information_request_state_by_fkey FOREIGN KEY (state_by) REFERENCES app.person(id)
app.information_request: information_request_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'answered'::text, 'closed'::text, 'withdrawn'::text])))
app.information_request: information_request_subject_id_carer_id_fkey FOREIGN KEY (subject_id, carer_id) REFERENCES app.carer(subject_id, id)
app.information_request: information_request_subject_id_id_key UNIQUE (subject_id, id)
app.information_request: information_request_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.information_request_event: information_request_event_by_id_fkey FOREIGN KEY (by_id) REFERENCES app.person(id)
app.information_request_event: information_request_event_pkey PRIMARY KEY (id)
app.information_request_event: information_request_event_subject_id_request_id_fkey FOREIGN KEY (subject_id, request_id) REFERENCES app.information_request(subject_id, id)
app.look_review: look_review_found_check CHECK ((found >= 0))
app.look_review: look_review_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
app.look_review: look_review_month_key UNIQUE (month)
app.look_review: look_review_pkey PRIMARY KEY (id)
app.look_review: look_review_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.staff_member(id)
app.membership: membership_capacity_check CHECK ((capacity = ANY (ARRAY['coach'::text, 'deputy'::text])))
app.membership: membership_pkey PRIMARY KEY (id)
app.membership: membership_reason CHECK ((reason = ANY (ARRAY['registration'::text, 'absence'::text, 'leaving'::text, 'load'::text, 'request'::text, 'deputising'::text, 'other'::text])))
app.membership: membership_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.membership: membership_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.membership: membership_term CHECK (((until_at IS NULL) OR (until_at >= from_at)))
app.note: note_created_by_fkey FOREIGN KEY (created_by) REFERENCES app.person(id)
app.note: note_pkey PRIMARY KEY (id)
app.note: note_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.note: note_subject_id_trajectory_id_id_key UNIQUE (subject_id, trajectory_id, id)
app.note_draft: note_draft_kind_check CHECK ((kind = ANY (ARRAY['conversation'::text, 'phone'::text, 'mail'::text, 'oralReport'::text])))
app.note_draft: note_draft_pkey PRIMARY KEY (note_id)
app.note_draft: note_draft_source_check CHECK ((source = ANY (ARRAY['candidate'::text, 'commissioner'::text, 'other'::text])))
app.note_draft: note_draft_subject_id_trajectory_id_note_id_fkey FOREIGN KEY (subject_id, trajectory_id, note_id) REFERENCES app.note(subject_id, trajectory_id, id)
app.note_draft: note_draft_updated_by_fkey FOREIGN KEY (updated_by) REFERENCES app.person(id)
app.note_draft: note_draft_version_id_key UNIQUE (version_id)
app.note_presence: note_presence_pkey PRIMARY KEY (note_id, staff_id)
app.note_presence: note_presence_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.note_presence: note_presence_subject_id_trajectory_id_note_id_fkey FOREIGN KEY (subject_id, trajectory_id, note_id) REFERENCES app.note(subject_id, trajectory_id, id)
app.note_version: note_version_check CHECK (((how = 'setAside'::text) OR (num_nonnulls(kind, source, on_day) = 3)))
app.note_version: note_version_how_check CHECK ((how = ANY (ARRAY['finished'::text, 'setAside'::text])))
app.note_version: note_version_kind_check CHECK ((kind = ANY (ARRAY['conversation'::text, 'phone'::text, 'mail'::text, 'oralReport'::text])))
app.note_version: note_version_n_check CHECK ((n > 0))
app.note_version: note_version_note_id_n_key UNIQUE (note_id, n)
app.note_version: note_version_pkey PRIMARY KEY (id)
app.note_version: note_version_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES app.person(id)
app.note_version: note_version_source_check CHECK ((source = ANY (ARRAY['candidate'::text, 'commissioner'::text, 'other'::text])))
app.note_version: note_version_subject_id_trajectory_id_note_id_fkey FOREIGN KEY (subject_id, trajectory_id, note_id) REFERENCES app.note(subject_id, trajectory_id, id)
app.note_version: note_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES app.person(id)
app.notice_handled: notice_handled_by_id_fkey FOREIGN KEY (by_id) REFERENCES app.person(id)
app.notice_handled: notice_handled_dispatch_id_fkey FOREIGN KEY (dispatch_id) REFERENCES app.dispatch(id)
app.notice_handled: notice_handled_pkey PRIMARY KEY (dispatch_id)
app.notice_handled: notice_handled_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.person(id)
app.person: person_kind_check CHECK ((kind = ANY (ARRAY['candidate'::text, 'contact'::text, 'staff'::text])))
app.person: person_pkey PRIMARY KEY (id)
app.person_token: person_token_kind_check CHECK ((kind = ANY (ARRAY['name'::text, 'email'::text, 'number'::text])))
app.person_token: person_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES app.person(id)
app.person_token: person_token_person_kind_check CHECK ((person_kind = ANY (ARRAY['candidate'::text, 'contact'::text, 'staff'::text])))
app.person_token: person_token_pkey PRIMARY KEY (kind, token, person_id)
app.regulation_version: regulation_version_pkey PRIMARY KEY (version)
app.report: report_about_check CHECK ((about = ANY (ARRAY['plan'::text, 'progress'::text, 'final'::text])))
app.report: report_kind_check CHECK ((kind = ANY (ARRAY['brief'::text, 'extensive'::text])))
app.report: report_pkey PRIMARY KEY (id)
app.report: report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text, 'changeRequested'::text, 'refused'::text, 'sent'::text, 'withdrawn'::text])))
app.report: report_subject_id_id_key UNIQUE (subject_id, id)
app.report: report_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.report: report_subject_id_trajectory_id_line_id_fkey FOREIGN KEY (subject_id, trajectory_id, line_id) REFERENCES app.agreement_line(subject_id, trajectory_id, id)
app.report_answer: report_answer_answer_check CHECK ((answer = ANY (ARRAY['approved'::text, 'approvedWithRemark'::text, 'changeRequested'::text, 'refused'::text])))
app.report_answer: report_answer_check CHECK (((method = 'paper'::text) OR ((by_id = subject_id) AND (second_factor_at IS NOT NULL))))
app.report_answer: report_answer_check1 CHECK (((confirmed_by IS NULL) OR (confirmed_by <> by_id)))
app.report_answer: report_answer_method_check CHECK ((method = ANY (ARRAY['portal'::text, 'paper'::text])))
app.report_answer: report_answer_pkey PRIMARY KEY (id)
app.report_answer: report_answer_subject_id_version_id_fkey FOREIGN KEY (subject_id, version_id) REFERENCES app.report_version(subject_id, id)
app.report_answer: report_answer_version_id_key UNIQUE (version_id)
app.report_check: report_check_answer_check CHECK ((answer = ANY (ARRAY['genuine'::text, 'withdrawn'::text, 'notSent'::text, 'altered'::text, 'unknown'::text])))
app.report_check: report_check_pkey PRIMARY KEY (on_day, answer)
app.report_draft: report_draft_pkey PRIMARY KEY (report_id)
app.report_draft: report_draft_subject_id_report_id_fkey FOREIGN KEY (subject_id, report_id) REFERENCES app.report(subject_id, id)
app.report_exception: report_exception_check CHECK ((confirmed_by <> proposed_by))
app.report_exception: report_exception_check1 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)))
app.report_exception: report_exception_check2 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
app.report_exception: report_exception_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES app.person(id)
app.report_exception: report_exception_ground_check CHECK ((ground = ANY (ARRAY['contract'::text, 'legalDuty'::text, 'vitalInterest'::text, 'legitimateInterest'::text])))
app.report_exception: report_exception_pkey PRIMARY KEY (id)
app.report_exception: report_exception_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES app.person(id)
app.report_exception: report_exception_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.report_exception: report_exception_subject_id_version_id_fkey FOREIGN KEY (subject_id, version_id) REFERENCES app.report_version(subject_id, id)
app.report_exception: report_exception_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES app.person(id)
app.report_presence: report_presence_pkey PRIMARY KEY (report_id, staff_id)
app.report_presence: report_presence_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.report_presence: report_presence_subject_id_report_id_fkey FOREIGN KEY (subject_id, report_id) REFERENCES app.report(subject_id, id)
app.report_reminder: report_reminder_pkey PRIMARY KEY (id)
app.report_reminder: report_reminder_subject_id_version_id_fkey FOREIGN KEY (subject_id, version_id) REFERENCES app.report_version(subject_id, id)
app.report_settings: report_settings_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES app.assignment(id)
app.report_settings: report_settings_pkey PRIMARY KEY (id)
app.report_settings: report_settings_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
app.report_settings: report_settings_set_by_fkey FOREIGN KEY (set_by) REFERENCES app.person(id)
app.report_settings: report_settings_settings_check CHECK ((jsonb_typeof(settings) = 'array'::text))
app.report_version: report_version_commissioner_id_fkey FOREIGN KEY (commissioner_id) REFERENCES app.commissioner(id)
app.report_version: report_version_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.report_version: report_version_document_number_key UNIQUE (document_number)
app.report_version: report_version_pkey PRIMARY KEY (id)
app.report_version: report_version_report_id_n_key UNIQUE (report_id, n)
app.report_version: report_version_subject_id_id_key UNIQUE (subject_id, id)
app.report_version: report_version_subject_id_report_id_fkey FOREIGN KEY (subject_id, report_id) REFERENCES app.report(subject_id, id)
app.report_version: report_version_verification_id_fkey FOREIGN KEY (verification_id) REFERENCES app.address_verification(id)
app.report_voiding: report_voiding_pkey PRIMARY KEY (version_id)
app.report_voiding: report_voiding_subject_id_version_id_fkey FOREIGN KEY (subject_id, version_id) REFERENCES app.report_version(subject_id, id)
app.report_voiding: report_voiding_why_check CHECK ((why = ANY (ARRAY['revised'::text, 'recipientChanged'::text, 'withdrawn'::text])))
app.reporting_agreement: reporting_agreement_made_by_fkey FOREIGN KEY (made_by) REFERENCES app.person(id)
app.reporting_agreement: reporting_agreement_pkey PRIMARY KEY (id)
app.reporting_agreement: reporting_agreement_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.reporting_agreement: reporting_agreement_subject_id_trajectory_id_id_key UNIQUE (subject_id, trajectory_id, id)
app.reporting_agreement: reporting_agreement_trajectory_id_version_key UNIQUE (trajectory_id, version)
app.reporting_agreement: reporting_agreement_version_check CHECK ((version > 0))
app.set_aside: set_aside_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES app.person(id)
app.set_aside: set_aside_check CHECK ((confirmed_by <> asked_by))
app.set_aside: set_aside_check1 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)))
app.set_aside: set_aside_check2 CHECK (((refused_at IS NULL) = (refused_by IS NULL)))
app.set_aside: set_aside_check3 CHECK (((reviewed_at IS NULL) = (reviewed_by IS NULL)))
app.set_aside: set_aside_check4 CHECK (((confirmed_at IS NULL) OR (refused_at IS NULL)))
app.set_aside: set_aside_class_check CHECK ((class = ANY (ARRAY['illness'::text, 'treatment'::text, 'practitioner'::text, 'sickLeave'::text, 'capacity'::text, 'criminal'::text, 'special'::text, 'bsn'::text, 'identifier'::text, 'testScores'::text])))
app.set_aside: set_aside_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES app.person(id)
app.set_aside: set_aside_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES app.contact_person(id)
app.set_aside: set_aside_pkey PRIMARY KEY (id)
app.set_aside: set_aside_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES app.person(id)
app.set_aside: set_aside_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES app.person(id)
app.set_aside: set_aside_rule_check CHECK ((length(rule) <= 60))
app.set_aside: set_aside_subject_id_report_id_fkey FOREIGN KEY (subject_id, report_id) REFERENCES app.report(subject_id, id)
app.set_aside: set_aside_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.sickness_calendar: sickness_calendar_by_id_fkey FOREIGN KEY (by_id) REFERENCES app.person(id)
app.sickness_calendar: sickness_calendar_pkey PRIMARY KEY (id)
app.sickness_calendar: sickness_calendar_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
app.staff_member: staff_member_id_fkey FOREIGN KEY (id) REFERENCES app.person(id)
app.staff_member: staff_member_left_by_fkey FOREIGN KEY (left_by) REFERENCES app.person(id)
app.staff_member: staff_member_pkey PRIMARY KEY (id)
app.staff_role: staff_role_pkey PRIMARY KEY (staff_id, role, from_at)
app.staff_role: staff_role_role_check CHECK ((role = ANY (ARRAY['coach'::text, 'coordinator'::text, 'backOffice'::text, 'finance'::text, 'dpo'::text, 'administrator'::text])))
app.staff_role: staff_role_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES app.staff_member(id)
app.trajectory: trajectory_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES app.assignment(id)
app.trajectory: trajectory_assignment_key UNIQUE (subject_id, id, assignment_id)
app.trajectory: trajectory_closed CHECK (((state = 'closed'::text) = ((outcome IS NOT NULL) AND (closed_on IS NOT NULL))))
app.trajectory: trajectory_outcome CHECK ((outcome = ANY (ARRAY['workResumed'::text, 'placedOwnEmployer'::text, 'placedElsewhere'::text, 'goalReached'::text, 'endedByCandidate'::text, 'endedByCommissioner'::text, 'endedByAgency'::text, 'moved'::text, 'neverStarted'::text, 'other'::text])))
app.trajectory: trajectory_pkey PRIMARY KEY (id)
app.trajectory: trajectory_started CHECK (((state <> 'started'::text) OR (started_on IS NOT NULL)))
app.trajectory: trajectory_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'started'::text, 'closed'::text])))
app.trajectory: trajectory_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES app.candidate(id)
app.trajectory: trajectory_subject_id_id_key UNIQUE (subject_id, id)
app.trajectory_event: trajectory_event_kind_check CHECK ((kind = ANY (ARRAY['registered'::text, 'started'::text, 'closed'::text, 'reopened'::text])))
app.trajectory_event: trajectory_event_pkey PRIMARY KEY (id)
app.trajectory_event: trajectory_event_says CHECK ((((kind = 'closed'::text) = (outcome IS NOT NULL)) AND ((kind <> 'reopened'::text) OR (reason IS NOT NULL))))
app.trajectory_event: trajectory_event_subject_id_trajectory_id_fkey FOREIGN KEY (subject_id, trajectory_id) REFERENCES app.trajectory(subject_id, id)
audit.entry: entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'candidate'::text, 'recipient'::text, 'auditor'::text, 'worker'::text, 'anonymous'::text, 'system'::text])))
audit.entry: entry_outcome_check CHECK ((outcome = ANY (ARRAY['allowed'::text, 'refused'::text, 'failed'::text])))
audit.entry: entry_pkey PRIMARY KEY (id)
auth.account: account_person_id_fkey FOREIGN KEY (person_id) REFERENCES app.person(id)
auth.account: account_pkey PRIMARY KEY (person_id)
auth.account: account_realm_check CHECK ((realm = ANY (ARRAY['staff'::text, 'candidate'::text])))
auth.account: account_realm_email_token_key UNIQUE (realm, email_token)
auth.attempt: attempt_pkey PRIMARY KEY (about, id)
auth.challenge: challenge_pkey PRIMARY KEY (hash)
auth.challenge: challenge_realm_check CHECK ((realm = ANY (ARRAY['staff'::text, 'candidate'::text])))
auth.challenge: challenge_use_check CHECK ((use = ANY (ARRAY['signIn'::text, 'register'::text, 'prove'::text, 'proof'::text])))
auth.invitation: invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.account(person_id)
auth.invitation: invitation_pkey PRIMARY KEY (id)
auth.invitation: invitation_token_hash_key UNIQUE (token_hash)
auth.passkey: passkey_credential_id_key UNIQUE (credential_id)
auth.passkey: passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.account(person_id)
auth.passkey: passkey_pkey PRIMARY KEY (id)
auth.recovery_code: recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.account(person_id)
auth.recovery_code: recovery_code_pkey PRIMARY KEY (person_id, code_hash)
auth.session: session_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.account(person_id)
auth.session: session_pkey PRIMARY KEY (id)
auth.session: session_token_hash_key UNIQUE (token_hash)
auth.totp: totp_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.account(person_id)
auth.totp: totp_pkey PRIMARY KEY (id)
auth.vouching: vouching_check CHECK ((asked_by <> person_id))
auth.vouching: vouching_check1 CHECK (((confirmed_by IS NULL) OR ((confirmed_by <> asked_by) AND (confirmed_by <> person_id))))
auth.vouching: vouching_check2 CHECK (((confirmed_at IS NULL) = (confirmed_by IS NULL)))
auth.vouching: vouching_how_check CHECK ((how = ANY (ARRAY['inPerson'::text, 'videoCall'::text, 'knownNumber'::text])))
auth.vouching: vouching_person_id_fkey FOREIGN KEY (person_id) REFERENCES auth.account(person_id)
auth.vouching: vouching_pkey PRIMARY KEY (id)

-- indexes

CREATE INDEX address_verification_contact ON app.address_verification USING btree (contact_id) WHERE (ended_at IS NULL)
CREATE INDEX agreement_line_root ON app.agreement_line USING btree (root_id)
CREATE INDEX agreement_line_trajectory ON app.agreement_line USING btree (trajectory_id)
CREATE INDEX agreement_question_of ON app.agreement_question USING btree (trajectory_id)
CREATE INDEX assignment_commissioner ON app.assignment USING btree (commissioner_id)
CREATE INDEX attempt_about ON auth.attempt USING btree (about, at)
CREATE INDEX attempt_id ON auth.attempt USING btree (id)
CREATE INDEX break_glass_staff ON app.break_glass USING btree (staff_id, subject_id, until_at)
CREATE INDEX break_glass_to_review ON app.break_glass USING btree (opened_at) WHERE (reviewed_at IS NULL)
CREATE INDEX bsn_token ON app.bsn USING btree (token)
CREATE INDEX capacity_item_trajectory ON app.capacity_item USING btree (trajectory_id)
CREATE INDEX challenge_age ON auth.challenge USING btree (asked_at)
CREATE INDEX collection_contact ON app.collection USING btree (contact_id) WHERE (ended_at IS NULL)
CREATE INDEX collection_event_disclosure ON app.collection_event USING btree (disclosure_id, n)
CREATE INDEX conflict_subject ON app.conflict USING btree (subject_id)
CREATE INDEX consent_ending ON app.consent USING btree (expires_on) WHERE (state = ANY (ARRAY['asked'::text, 'registered'::text, 'given'::text]))
CREATE INDEX consent_event_consent ON app.consent_event USING btree (consent_id, n)
CREATE INDEX consent_subject ON app.consent USING btree (subject_id, state)
CREATE INDEX consent_trajectory ON app.consent USING btree (trajectory_id)
CREATE INDEX contact_person_commissioner ON app.contact_person USING btree (commissioner_id)
CREATE INDEX demand_subject ON app.demand USING btree (subject_id)
CREATE INDEX demand_withheld ON app.demand USING btree (withheld_until) WHERE (told_at IS NULL)
CREATE INDEX disclosure_about ON app.disclosure USING btree (about, about_id)
CREATE INDEX disclosure_consent_consent ON app.disclosure_consent USING btree (consent_id)
CREATE INDEX disclosure_trajectory ON app.disclosure USING btree (trajectory_id, created_at)
CREATE INDEX dispatch_event_dispatch ON app.dispatch_event USING btree (dispatch_id, at)
CREATE INDEX dispatch_state ON app.dispatch USING btree (state) WHERE (state = ANY (ARRAY['queued'::text, 'transmitting'::text, 'unknown'::text, 'blocked'::text]))
CREATE INDEX dispatch_subject ON app.dispatch USING btree (subject_id)
CREATE INDEX entry_actor ON audit.entry USING btree (actor_id, at)
CREATE INDEX entry_at ON audit.entry USING btree (at)
CREATE INDEX entry_subjects ON audit.entry USING gin (subjects)
CREATE INDEX illness_item_trajectory ON app.illness_item USING btree (trajectory_id)
CREATE INDEX inform_event_about ON app.inform_event USING btree (about_id)
CREATE INDEX inform_event_trajectory ON app.inform_event USING btree (trajectory_id)
CREATE INDEX membership_of ON app.membership USING btree (staff_id, subject_id) INCLUDE (trajectory_id, from_at, until_at)
CREATE INDEX membership_trajectory ON app.membership USING btree (trajectory_id)
CREATE INDEX note_trajectory ON app.note USING btree (trajectory_id)
CREATE INDEX passkey_person ON auth.passkey USING btree (person_id) WHERE (ended_at IS NULL)
CREATE INDEX person_token_contact ON app.person_token USING btree (kind, token, person_id) WHERE (person_kind = 'contact'::text)
CREATE INDEX person_token_person ON app.person_token USING btree (person_id)
CREATE INDEX report_exception_open ON app.report_exception USING btree (proposed_at) WHERE ((confirmed_at IS NULL) AND (withdrawn_at IS NULL))
CREATE INDEX report_exception_trajectory ON app.report_exception USING btree (trajectory_id)
CREATE INDEX report_settings_assignment ON app.report_settings USING btree (assignment_id, n DESC)
CREATE INDEX report_trajectory ON app.report USING btree (trajectory_id)
CREATE INDEX report_version_sha256 ON app.report_version USING btree (sha256)
CREATE INDEX session_person ON auth.session USING btree (person_id) WHERE (ended_at IS NULL)
CREATE INDEX set_aside_open ON app.set_aside USING btree (asked_at) WHERE ((confirmed_at IS NULL) AND (refused_at IS NULL))
CREATE INDEX set_aside_report ON app.set_aside USING btree (report_id, contact_id) WHERE (confirmed_at IS NOT NULL)
CREATE INDEX set_aside_to_review ON app.set_aside USING btree (asked_at) WHERE (reviewed_at IS NULL)
CREATE INDEX sickness_calendar_trajectory ON app.sickness_calendar USING btree (trajectory_id, n)
CREATE INDEX trajectory_assignment ON app.trajectory USING btree (assignment_id)
CREATE INDEX trajectory_event_trajectory ON app.trajectory_event USING btree (trajectory_id, at)
CREATE INDEX trajectory_subject ON app.trajectory USING btree (subject_id)
CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (person_id)
CREATE UNIQUE INDEX account_realm_email_token_key ON auth.account USING btree (realm, email_token)
CREATE UNIQUE INDEX acknowledgement_pkey ON app.acknowledgement USING btree (staff_id, regulation_version)
CREATE UNIQUE INDEX address_verification_pkey ON app.address_verification USING btree (id)
CREATE UNIQUE INDEX address_verification_token_hash_key ON app.address_verification USING btree (token_hash)
CREATE UNIQUE INDEX agency_pkey ON app.agency USING btree (only_one)
CREATE UNIQUE INDEX agreement_line_agreement_id_place_key ON app.agreement_line USING btree (agreement_id, place)
CREATE UNIQUE INDEX agreement_line_pkey ON app.agreement_line USING btree (id)
CREATE UNIQUE INDEX agreement_line_subject_id_trajectory_id_id_key ON app.agreement_line USING btree (subject_id, trajectory_id, id)
CREATE UNIQUE INDEX agreement_question_pkey ON app.agreement_question USING btree (id)
CREATE UNIQUE INDEX assignment_pkey ON app.assignment USING btree (id)
CREATE UNIQUE INDEX assignment_type_key ON app.assignment USING btree (id, type, commissioner_id)
CREATE UNIQUE INDEX attempt_pkey ON auth.attempt USING btree (about, id)
CREATE UNIQUE INDEX break_glass_pkey ON app.break_glass USING btree (id)
CREATE UNIQUE INDEX bsn_ground_pkey ON app.bsn_ground USING btree (assignment_type, commissioner_kind)
CREATE UNIQUE INDEX bsn_pkey ON app.bsn USING btree (id)
CREATE UNIQUE INDEX bsn_trajectory_id_key ON app.bsn USING btree (trajectory_id)
CREATE UNIQUE INDEX candidate_field_pkey ON app.candidate_field USING btree (id)
CREATE UNIQUE INDEX candidate_field_subject_id_assignment_type_field_key ON app.candidate_field USING btree (subject_id, assignment_type, field)
CREATE UNIQUE INDEX candidate_pkey ON app.candidate USING btree (id)
CREATE UNIQUE INDEX capacity_item_pkey ON app.capacity_item USING btree (id)
CREATE UNIQUE INDEX carer_pkey ON app.carer USING btree (id)
CREATE UNIQUE INDEX carer_subject_id_id_key ON app.carer USING btree (subject_id, id)
CREATE UNIQUE INDEX challenge_pkey ON auth.challenge USING btree (hash)
CREATE UNIQUE INDEX collection_event_pkey ON app.collection_event USING btree (id)
CREATE UNIQUE INDEX collection_pass_pkey ON app.collection_pass USING btree (hash)
CREATE UNIQUE INDEX collection_pkey ON app.collection USING btree (disclosure_id)
CREATE UNIQUE INDEX collection_token_hash_key ON app.collection USING btree (token_hash)
CREATE UNIQUE INDEX commissioner_candidate ON app.commissioner USING btree (candidate_id)
CREATE UNIQUE INDEX commissioner_kind_key ON app.commissioner USING btree (id, kind)
CREATE UNIQUE INDEX commissioner_pkey ON app.commissioner USING btree (id)
CREATE UNIQUE INDEX confidentiality_statement_pkey ON app.confidentiality_statement USING btree (id)
CREATE UNIQUE INDEX conflict_in_force ON app.conflict USING btree (staff_id, subject_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX conflict_pkey ON app.conflict USING btree (id)
CREATE UNIQUE INDEX consent_event_pkey ON app.consent_event USING btree (id)
CREATE UNIQUE INDEX consent_number_key ON app.consent USING btree (number)
CREATE UNIQUE INDEX consent_pkey ON app.consent USING btree (id)
CREATE UNIQUE INDEX consent_subject_id_id_key ON app.consent USING btree (subject_id, id)
CREATE UNIQUE INDEX contact_person_commissioner_id_id_key ON app.contact_person USING btree (commissioner_id, id)
CREATE UNIQUE INDEX contact_person_pkey ON app.contact_person USING btree (id)
CREATE UNIQUE INDEX declared_field_pkey ON app.declared_field USING btree (assignment_type, field)
CREATE UNIQUE INDEX demand_pkey ON app.demand USING btree (id)
CREATE UNIQUE INDEX demand_subject_id_id_key ON app.demand USING btree (subject_id, id)
CREATE UNIQUE INDEX disclosed_document_pkey ON app.disclosed_document USING btree (disclosure_id)
CREATE UNIQUE INDEX disclosure_consent_pkey ON app.disclosure_consent USING btree (disclosure_id, consent_id, data_class)
CREATE UNIQUE INDEX disclosure_pkey ON app.disclosure USING btree (id)
CREATE UNIQUE INDEX disclosure_subject_id_id_key ON app.disclosure USING btree (subject_id, id)
CREATE UNIQUE INDEX dispatch_disclosure_id_key ON app.dispatch USING btree (disclosure_id)
CREATE UNIQUE INDEX dispatch_event_pkey ON app.dispatch_event USING btree (id)
CREATE UNIQUE INDEX dispatch_message_id_key ON app.dispatch USING btree (message_id)
CREATE UNIQUE INDEX dispatch_pkey ON app.dispatch USING btree (id)
CREATE UNIQUE INDEX earlier_seal_pkey ON app.earlier_seal USING btree (sha256)
CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (id)
CREATE UNIQUE INDEX guard_word_once ON app.guard_word USING btree (lower(word)) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX guard_word_pkey ON app.guard_word USING btree (id)
CREATE UNIQUE INDEX health_ground_pkey ON app.health_ground USING btree (assignment_type, commissioner_kind, purpose)
CREATE UNIQUE INDEX heartbeat_pkey ON app.heartbeat USING btree (process)
CREATE UNIQUE INDEX illness_item_pkey ON app.illness_item USING btree (id)
CREATE UNIQUE INDEX inform_event_pkey ON app.inform_event USING btree (id)
CREATE UNIQUE INDEX information_answer_pkey ON app.information_answer USING btree (id)
CREATE UNIQUE INDEX information_request_document_number_key ON app.information_request USING btree (document_number)
CREATE UNIQUE INDEX information_request_event_pkey ON app.information_request_event USING btree (id)
CREATE UNIQUE INDEX information_request_pkey ON app.information_request USING btree (id)
CREATE UNIQUE INDEX information_request_subject_id_id_key ON app.information_request USING btree (subject_id, id)
CREATE UNIQUE INDEX invitation_pkey ON auth.invitation USING btree (id)
CREATE UNIQUE INDEX invitation_token_hash_key ON auth.invitation USING btree (token_hash)
CREATE UNIQUE INDEX look_review_month_key ON app.look_review USING btree (month)
CREATE UNIQUE INDEX look_review_pkey ON app.look_review USING btree (id)
CREATE UNIQUE INDEX membership_one_coach ON app.membership USING btree (trajectory_id) WHERE ((capacity = 'coach'::text) AND (until_at IS NULL))
CREATE UNIQUE INDEX membership_pkey ON app.membership USING btree (id)
CREATE UNIQUE INDEX note_draft_pkey ON app.note_draft USING btree (note_id)
CREATE UNIQUE INDEX note_draft_version_id_key ON app.note_draft USING btree (version_id)
CREATE UNIQUE INDEX note_pkey ON app.note USING btree (id)
CREATE UNIQUE INDEX note_presence_pkey ON app.note_presence USING btree (note_id, staff_id)
CREATE UNIQUE INDEX note_subject_id_trajectory_id_id_key ON app.note USING btree (subject_id, trajectory_id, id)
CREATE UNIQUE INDEX note_version_note_id_n_key ON app.note_version USING btree (note_id, n)
CREATE UNIQUE INDEX note_version_pkey ON app.note_version USING btree (id)
CREATE UNIQUE INDEX notice_handled_pkey ON app.notice_handled USING btree (dispatch_id)
CREATE UNIQUE INDEX passkey_credential_id_key ON auth.passkey USING btree (credential_id)
CREATE UNIQUE INDEX passkey_pkey ON auth.passkey USING btree (id)
CREATE UNIQUE INDEX person_pkey ON app.person USING btree (id)
CREATE UNIQUE INDEX person_token_pkey ON app.person_token USING btree (kind, token, person_id)
CREATE UNIQUE INDEX recovery_code_pkey ON auth.recovery_code USING btree (person_id, code_hash)
CREATE UNIQUE INDEX regulation_version_pkey ON app.regulation_version USING btree (version)
CREATE UNIQUE INDEX report_answer_pkey ON app.report_answer USING btree (id)
CREATE UNIQUE INDEX report_answer_version_id_key ON app.report_answer USING btree (version_id)
CREATE UNIQUE INDEX report_check_pkey ON app.report_check USING btree (on_day, answer)
CREATE UNIQUE INDEX report_draft_pkey ON app.report_draft USING btree (report_id)
CREATE UNIQUE INDEX report_exception_in_force ON app.report_exception USING btree (version_id) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX report_exception_pkey ON app.report_exception USING btree (id)
CREATE UNIQUE INDEX report_pkey ON app.report USING btree (id)
CREATE UNIQUE INDEX report_presence_pkey ON app.report_presence USING btree (report_id, staff_id)
CREATE UNIQUE INDEX report_reminder_pkey ON app.report_reminder USING btree (id)
CREATE UNIQUE INDEX report_settings_pkey ON app.report_settings USING btree (id)
CREATE UNIQUE INDEX report_subject_id_id_key ON app.report USING btree (subject_id, id)
CREATE UNIQUE INDEX report_version_document_number_key ON app.report_version USING btree (document_number)
CREATE UNIQUE INDEX report_version_pkey ON app.report_version USING btree (id)
CREATE UNIQUE INDEX report_version_report_id_n_key ON app.report_version USING btree (report_id, n)
CREATE UNIQUE INDEX report_version_subject_id_id_key ON app.report_version USING btree (subject_id, id)
CREATE UNIQUE INDEX report_voiding_pkey ON app.report_voiding USING btree (version_id)
CREATE UNIQUE INDEX reporting_agreement_pkey ON app.reporting_agreement USING btree (id)
CREATE UNIQUE INDEX reporting_agreement_subject_id_trajectory_id_id_key ON app.reporting_agreement USING btree (subject_id, trajectory_id, id)
CREATE UNIQUE INDEX reporting_agreement_trajectory_id_version_key ON app.reporting_agreement USING btree (trajectory_id, version)
CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id)
CREATE UNIQUE INDEX session_token_hash_key ON auth.session USING btree (token_hash)
CREATE UNIQUE INDEX set_aside_pkey ON app.set_aside USING btree (id)
CREATE UNIQUE INDEX sickness_calendar_pkey ON app.sickness_calendar USING btree (id)
CREATE UNIQUE INDEX staff_member_pkey ON app.staff_member USING btree (id)
CREATE UNIQUE INDEX staff_role_pkey ON app.staff_role USING btree (staff_id, role, from_at)
CREATE UNIQUE INDEX totp_pkey ON auth.totp USING btree (id)
CREATE UNIQUE INDEX trajectory_assignment_key ON app.trajectory USING btree (subject_id, id, assignment_id)
CREATE UNIQUE INDEX trajectory_event_pkey ON app.trajectory_event USING btree (id)
CREATE UNIQUE INDEX trajectory_pkey ON app.trajectory USING btree (id)
CREATE UNIQUE INDEX trajectory_subject_id_id_key ON app.trajectory USING btree (subject_id, id)
CREATE UNIQUE INDEX vouching_open ON auth.vouching USING btree (person_id) WHERE ((confirmed_at IS NULL) AND (ended_at IS NULL))
CREATE UNIQUE INDEX vouching_pkey ON auth.vouching USING btree (id)

-- policies

app.acknowledgement: owner permissive for all to spoor_owner using (true) with check (true)
app.acknowledgement: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.acknowledgement: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.acknowledgement: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.acknowledgement: spoor_staff_wall restrictive for all to spoor_staff using (true) with check ((staff_id = app.actor()))
app.address_verification: owner permissive for all to spoor_owner using (true) with check (true)
app.address_verification: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.address_verification: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.address_verification: spoor_recipient permissive for all to spoor_recipient using (true) with check (true)
app.address_verification: spoor_recipient_wall restrictive for all to spoor_recipient using ((contact_id = app.actor())) with check ((contact_id = app.actor()))
app.address_verification: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.address_verification: spoor_staff_wall restrictive for all to spoor_staff using (( SELECT app.cleared() AS cleared)) with check (( SELECT app.cleared() AS cleared))
app.address_verification: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.address_verification: spoor_worker_wall restrictive for all to spoor_worker using (true) with check (true)
app.agency: owner permissive for all to spoor_owner using (true) with check (true)
app.agency: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.agency: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.agency: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.agency: spoor_candidate_wall restrictive for all to spoor_candidate using (true) with check (true)
app.agency: spoor_recipient permissive for all to spoor_recipient using (true) with check (true)
app.agency: spoor_recipient_wall restrictive for all to spoor_recipient using (true) with check (true)
app.agency: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.agency: spoor_staff_wall restrictive for all to spoor_staff using (true) with check (( SELECT app.has_role('administrator'::text) AS has_role))
app.agency: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.agency: spoor_worker_wall restrictive for all to spoor_worker using (true) with check (true)
app.agreement_line: owner permissive for all to spoor_owner using (true) with check (true)
app.agreement_line: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.agreement_line: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.agreement_line: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.agreement_line: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.agreement_line: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.agreement_line: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.agreement_line: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.agreement_line: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.agreement_line: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.agreement_question: owner permissive for all to spoor_owner using (true) with check (true)
app.agreement_question: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.agreement_question: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.agreement_question: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.agreement_question: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check (((subject_id = app.actor()) AND (settled_at IS NULL)))
app.agreement_question: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.agreement_question: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.agreement_question: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))) with check (((settled_by = app.actor()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.assignment: owner permissive for all to spoor_owner using (true) with check (true)
app.assignment: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.assignment: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.assignment: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.assignment: spoor_candidate_wall restrictive for all to spoor_candidate using ((id IN ( SELECT t.assignment_id
   FROM app.trajectory t
  WHERE (t.subject_id = app.actor())))) with check ((id IN ( SELECT t.assignment_id
   FROM app.trajectory t
  WHERE (t.subject_id = app.actor()))))
app.assignment: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.assignment: spoor_staff_wall restrictive for all to spoor_staff using (( SELECT app.cleared() AS cleared)) with check (( SELECT app.cleared() AS cleared))
app.assignment: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.assignment: spoor_worker_wall restrictive for all to spoor_worker using (true) with check (true)
app.break_glass: owner permissive for all to spoor_owner using (true) with check (true)
app.break_glass: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.break_glass: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.break_glass: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.break_glass: spoor_staff_insert restrictive for insert to spoor_staff using () with check (((staff_id = app.actor()) AND (subject_id = app.subject()) AND (reviewed_by IS NULL) AND (ended_at IS NULL) AND app.has_role(as_role) AND (NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))))
app.break_glass: spoor_staff_wall restrictive for all to spoor_staff using (((staff_id = app.actor()) OR (( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('dpo'::text) AS has_role) OR (( SELECT app.has_role('coordinator'::text) AS has_role) AND (as_role = 'dpo'::text)))))) with check ((( SELECT app.cleared() AS cleared) AND (((staff_id = app.actor()) AND (reviewed_by IS NULL)) OR ((reviewed_by = app.actor()) AND (staff_id <> app.actor()) AND (( SELECT app.has_role('dpo'::text) AS has_role) OR (( SELECT app.has_role('coordinator'::text) AS has_role) AND (as_role = 'dpo'::text)))))))
app.bsn: owner permissive for all to spoor_owner using (true) with check (true)
app.bsn: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.bsn: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.bsn: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.bsn: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.bsn: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.bsn: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.bsn: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND ((trajectory_id IN ( SELECT app.own_trajectories() AS own_trajectories)) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('backOffice'::text) AS has_role))))) with check (((recorded_by = app.actor()) AND (subject_id = app.subject()) AND ((trajectory_id IN ( SELECT app.own_trajectories() AS own_trajectories)) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('backOffice'::text) AS has_role)))))
app.bsn_ground: owner permissive for all to spoor_owner using (true) with check (true)
app.bsn_ground: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.bsn_ground: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.bsn_ground: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.bsn_ground: spoor_staff_wall restrictive for all to spoor_staff using (true) with check (true)
app.candidate: owner permissive for all to spoor_owner using (true) with check (true)
app.candidate: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.candidate: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.candidate: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.candidate: spoor_candidate_wall restrictive for all to spoor_candidate using ((id = app.actor())) with check ((id = app.actor()))
app.candidate: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.candidate: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.candidate: spoor_staff_wall restrictive for all to spoor_staff using ((((id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (id IN ( SELECT app.my_candidates() AS my_candidates)) OR ( SELECT app.sees_headers() AS sees_headers))) with check ((((id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (id IN ( SELECT app.my_candidates() AS my_candidates)) OR ( SELECT app.has_role('backOffice'::text) AS has_role) OR ( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('coach'::text) AS has_role)))
app.candidate: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.candidate: spoor_worker_wall restrictive for all to spoor_worker using ((id = app.subject())) with check ((id = app.subject()))
app.candidate_field: owner permissive for all to spoor_owner using (true) with check (true)
app.candidate_field: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.candidate_field: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.candidate_field: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.candidate_field: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.candidate_field: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.candidate_field: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.candidate_field: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (subject_id IN ( SELECT app.my_candidates() AS my_candidates)) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('backOffice'::text) AS has_role))))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (subject_id IN ( SELECT app.my_candidates() AS my_candidates)) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('backOffice'::text) AS has_role)))))
app.capacity_item: owner permissive for all to spoor_owner using (true) with check (true)
app.capacity_item: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.capacity_item: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.capacity_item: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.capacity_item: spoor_candidate_delete restrictive for delete to spoor_candidate using ((NOT app.health_kept(trajectory_id, 'capacity'::text))) with check ()
app.capacity_item: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.capacity_item: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.capacity_item: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.capacity_item: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'capacity'::text))) with check (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'capacity'::text)))
app.carer: owner permissive for all to spoor_owner using (true) with check (true)
app.carer: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.carer: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.carer: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.carer: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.carer: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.carer: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.carer: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text))) with check (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text)))
app.collection: owner permissive for all to spoor_owner using (true) with check (true)
app.collection: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.collection: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.collection: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.collection: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.collection: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.collection: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.collection: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.collection_event: owner permissive for all to spoor_owner using (true) with check (true)
app.collection_event: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.collection_event: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.collection_event: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.collection_event: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.collection_event: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.collection_event: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.collection_event: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.collection_pass: owner permissive for all to spoor_owner using (true) with check (true)
app.collection_pass: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.collection_pass: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.commissioner: owner permissive for all to spoor_owner using (true) with check (true)
app.commissioner: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.commissioner: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.commissioner: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.commissioner: spoor_candidate_wall restrictive for all to spoor_candidate using ((id IN ( SELECT app.my_commissioners() AS my_commissioners))) with check ((id IN ( SELECT app.my_commissioners() AS my_commissioners)))
app.commissioner: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.commissioner: spoor_staff_wall restrictive for all to spoor_staff using (( SELECT app.cleared() AS cleared)) with check (( SELECT app.cleared() AS cleared))
app.commissioner: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.commissioner: spoor_worker_wall restrictive for all to spoor_worker using (true) with check (true)
app.confidentiality_statement: owner permissive for all to spoor_owner using (true) with check (true)
app.confidentiality_statement: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.confidentiality_statement: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.confidentiality_statement: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.confidentiality_statement: spoor_staff_wall restrictive for all to spoor_staff using (true) with check ((( SELECT app.has_role('administrator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role)))
app.conflict: owner permissive for all to spoor_owner using (true) with check (true)
app.conflict: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.conflict: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.conflict: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.conflict: spoor_staff_insert restrictive for insert to spoor_staff using () with check (((ended_at IS NULL) AND (source = 'declared'::text)))
app.conflict: spoor_staff_wall restrictive for all to spoor_staff using (((staff_id = app.actor()) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('dpo'::text) AS has_role)))) with check ((( SELECT app.cleared() AS cleared) AND (((ended_at IS NULL) AND (declared_by = app.actor()) AND ((staff_id = app.actor()) OR ( SELECT app.has_role('dpo'::text) AS has_role))) OR ((ended_by = app.actor()) AND (staff_id <> app.actor()) AND ( SELECT app.has_role('dpo'::text) AS has_role)))))
app.consent: owner permissive for all to spoor_owner using (true) with check (true)
app.consent: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.consent: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.consent: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.consent: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.consent: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.consent: spoor_staff_carer restrictive for all to spoor_staff using (((carer_id IS NULL) OR (trajectory_id IN ( SELECT app.own_trajectories() AS own_trajectories)) OR (id IN ( SELECT app.consents_to_confirm() AS consents_to_confirm)))) with check (true)
app.consent: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.consent: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (id IN ( SELECT app.consents_to_confirm() AS consents_to_confirm))))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))) AND (asked_by = app.actor()) AND (state = 'asked'::text)))
app.consent: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.consent: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.consent_event: owner permissive for all to spoor_owner using (true) with check (true)
app.consent_event: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.consent_event: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.consent_event: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.consent_event: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check (((subject_id = app.actor()) AND (by_id = app.actor()) AND (method = 'portal'::text) AND (kind = ANY (ARRAY['given'::text, 'refused'::text, 'withdrawn'::text, 'narrowed'::text]))))
app.consent_event: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.consent_event: spoor_staff_carer restrictive for all to spoor_staff using ((consent_id IN ( SELECT c.id
   FROM app.consent c))) with check (true)
app.consent_event: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.consent_event: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (consent_id IN ( SELECT app.consents_to_confirm() AS consents_to_confirm))))) with check (((subject_id = app.subject()) AND (by_id = app.actor()) AND (method IS DISTINCT FROM 'portal'::text) AND (kind <> ALL (ARRAY['given'::text, 'expired'::text, 'narrowed'::text, 'replaced'::text])) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ((consent_id IN ( SELECT app.consents_to_confirm() AS consents_to_confirm)) AND (kind = ANY (ARRAY['confirmed'::text, 'rejected'::text]))))))
app.consent_event: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.consent_event: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check (((subject_id = app.subject()) AND (kind = ANY (ARRAY['expired'::text, 'replaced'::text]))))
app.contact_person: owner permissive for all to spoor_owner using (true) with check (true)
app.contact_person: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.contact_person: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.contact_person: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.contact_person: spoor_candidate_wall restrictive for all to spoor_candidate using ((id IN ( SELECT app.my_contacts() AS my_contacts))) with check ((id IN ( SELECT app.my_contacts() AS my_contacts)))
app.contact_person: spoor_recipient permissive for all to spoor_recipient using (true) with check (true)
app.contact_person: spoor_recipient_wall restrictive for all to spoor_recipient using ((id = app.actor())) with check ((id = app.actor()))
app.contact_person: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.contact_person: spoor_staff_wall restrictive for all to spoor_staff using (( SELECT app.cleared() AS cleared)) with check (( SELECT app.cleared() AS cleared))
app.contact_person: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.contact_person: spoor_worker_wall restrictive for all to spoor_worker using (true) with check (true)
app.declared_field: owner permissive for all to spoor_owner using (true) with check (true)
app.declared_field: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.declared_field: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.declared_field: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.declared_field: spoor_staff_wall restrictive for all to spoor_staff using (true) with check (true)
app.demand: owner permissive for all to spoor_owner using (true) with check (true)
app.demand: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.demand: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.demand: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.demand: spoor_candidate_wall restrictive for all to spoor_candidate using (((subject_id = app.actor()) AND (disclosure_id IS NOT NULL) AND (NOT (id IN ( SELECT app.withheld() AS withheld))))) with check (((subject_id = app.actor()) AND (disclosure_id IS NOT NULL) AND (NOT (id IN ( SELECT app.withheld() AS withheld)))))
app.demand: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.demand: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.demand: spoor_staff_new restrictive for insert to spoor_staff using () with check (((proposed_by = app.actor()) AND (confirmed_at IS NULL) AND (ended_at IS NULL) AND (disclosure_id IS NULL) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.demand: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (id IN ( SELECT app.demands_to_judge() AS demands_to_judge)) OR (confirmed_by = app.actor()) OR (ended_by = app.actor())))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (confirmed_by = app.actor()) OR (ended_by = app.actor()))))
app.demand: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.demand: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.disclosed_document: owner permissive for all to spoor_owner using (true) with check (true)
app.disclosed_document: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.disclosed_document: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.disclosed_document: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.disclosed_document: spoor_candidate_wall restrictive for all to spoor_candidate using (((subject_id = app.actor()) AND (disclosure_id IN ( SELECT d.id
   FROM app.disclosure d)))) with check (((subject_id = app.actor()) AND (disclosure_id IN ( SELECT d.id
   FROM app.disclosure d))))
app.disclosed_document: spoor_recipient permissive for all to spoor_recipient using (true) with check (true)
app.disclosed_document: spoor_recipient_wall restrictive for all to spoor_recipient using ((disclosure_id = app.collecting())) with check ((disclosure_id = app.collecting()))
app.disclosed_document: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.disclosed_document: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.disclosed_document: spoor_staff_register restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (disclosure_id IN ( SELECT d.id
   FROM app.disclosure d)))) with check (true)
app.disclosed_document: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.disclosed_document: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.disclosed_document: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.disclosure: owner permissive for all to spoor_owner using (true) with check (true)
app.disclosure: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.disclosure: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.disclosure: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.disclosure: spoor_candidate_wall restrictive for all to spoor_candidate using (((subject_id = app.actor()) AND (NOT (id IN ( SELECT app.withheld() AS withheld))))) with check ((subject_id = app.actor()))
app.disclosure: spoor_recipient permissive for all to spoor_recipient using (true) with check (true)
app.disclosure: spoor_recipient_wall restrictive for all to spoor_recipient using ((id = app.collecting())) with check ((id = app.collecting()))
app.disclosure: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.disclosure: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.disclosure: spoor_staff_health restrictive for all to spoor_staff using (((about <> 'informationRequest'::text) OR (trajectory_id IN ( SELECT app.own_trajectories() AS own_trajectories)) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('dpo'::text) AS has_role)))) with check (true)
app.disclosure: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('dpo'::text) AS has_role)))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.disclosure: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.disclosure: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.disclosure_consent: owner permissive for all to spoor_owner using (true) with check (true)
app.disclosure_consent: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.disclosure_consent: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.disclosure_consent: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.disclosure_consent: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.disclosure_consent: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.disclosure_consent: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.disclosure_consent: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.disclosure_consent: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.disclosure_consent: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.dispatch: owner permissive for all to spoor_owner using (true) with check (true)
app.dispatch: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.dispatch: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.dispatch: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.dispatch: spoor_staff_compartment restrictive for all to spoor_staff using (true) with check ((app.compartment() IS NULL))
app.dispatch: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.dispatch: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ((disclosure_id IS NULL) AND (made_by = app.actor()) AND ( SELECT app.cleared() AS cleared)))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.dispatch: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.dispatch: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.dispatch_event: owner permissive for all to spoor_owner using (true) with check (true)
app.dispatch_event: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.dispatch_event: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.dispatch_event: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.dispatch_event: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.dispatch_event: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))) with check ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))
app.earlier_seal: owner permissive for all to spoor_owner using (true) with check (true)
app.earlier_seal: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.earlier_seal: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.guard_word: owner permissive for all to spoor_owner using (true) with check (true)
app.guard_word: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.guard_word: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.guard_word: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.guard_word: spoor_staff_insert restrictive for insert to spoor_staff using () with check ((( SELECT app.has_role('dpo'::text) AS has_role) AND (subject_id = app.actor()) AND (confirmed_by IS NULL) AND (leaving_by IS NULL) AND (ended_by IS NULL)))
app.guard_word: spoor_staff_wall restrictive for all to spoor_staff using (( SELECT app.cleared() AS cleared)) with check ((( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('dpo'::text) AS has_role) OR ( SELECT app.has_role('coordinator'::text) AS has_role))))
app.health_ground: owner permissive for all to spoor_owner using (true) with check (true)
app.health_ground: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.health_ground: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.health_ground: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.health_ground: spoor_staff_wall restrictive for all to spoor_staff using (true) with check (true)
app.heartbeat: owner permissive for all to spoor_owner using (true) with check (true)
app.heartbeat: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.heartbeat: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.illness_item: owner permissive for all to spoor_owner using (true) with check (true)
app.illness_item: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.illness_item: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.illness_item: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.illness_item: spoor_candidate_delete restrictive for delete to spoor_candidate using ((NOT app.health_kept(trajectory_id, 'illness'::text))) with check ()
app.illness_item: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.illness_item: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.illness_item: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.illness_item: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text))) with check (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text)))
app.inform_event: owner permissive for all to spoor_owner using (true) with check (true)
app.inform_event: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.inform_event: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.inform_event: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.inform_event: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check (((subject_id = app.actor()) AND (by_id = app.actor()) AND (how = 'portal'::text) AND (note IS NULL)))
app.inform_event: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.inform_event: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.inform_event: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((subject_id = app.subject()) AND (by_id = app.actor()) AND (how <> 'portal'::text) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.inform_event: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.inform_event: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.information_answer: owner permissive for all to spoor_owner using (true) with check (true)
app.information_answer: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.information_answer: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.information_answer: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.information_answer: spoor_candidate_delete restrictive for delete to spoor_candidate using ((NOT app.health_kept(trajectory_id, 'illness'::text))) with check ()
app.information_answer: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.information_answer: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.information_answer: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.information_answer: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text))) with check (((recorded_by = app.actor()) AND (subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text)))
app.information_request: owner permissive for all to spoor_owner using (true) with check (true)
app.information_request: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.information_request: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.information_request: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.information_request: spoor_candidate_wall restrictive for all to spoor_candidate using (((subject_id = app.actor()) AND (state <> 'draft'::text))) with check (((subject_id = app.actor()) AND (state <> 'draft'::text)))
app.information_request: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.information_request: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.information_request: spoor_staff_delete restrictive for delete to spoor_staff using ((state = 'draft'::text)) with check ()
app.information_request: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text))) with check (((subject_id = app.subject()) AND app.health_open(trajectory_id, 'illness'::text)))
app.information_request_event: owner permissive for all to spoor_owner using (true) with check (true)
app.information_request_event: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.information_request_event: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.information_request_event: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.information_request_event: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.information_request_event: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.information_request_event: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.information_request_event: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (request_id IN ( SELECT r.id
   FROM app.information_request r)))) with check (((by_id = app.actor()) AND (subject_id = app.subject()) AND (request_id IN ( SELECT r.id
   FROM app.information_request r))))
app.look_review: owner permissive for all to spoor_owner using (true) with check (true)
app.look_review: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.look_review: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.look_review: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.look_review: spoor_staff_wall restrictive for all to spoor_staff using ((( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('dpo'::text) AS has_role))) with check ((( SELECT app.cleared() AS cleared) AND ( SELECT app.has_role('dpo'::text) AS has_role) AND (subject_id = app.actor())))
app.membership: owner permissive for all to spoor_owner using (true) with check (true)
app.membership: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.membership: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.membership: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.membership: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.membership: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.membership: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.membership: spoor_staff_wall restrictive for all to spoor_staff using (((staff_id = app.actor()) OR (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))) OR ( SELECT app.sees_headers() AS sees_headers))) with check ((( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('backOffice'::text) AS has_role) OR (( SELECT app.has_role('coach'::text) AS has_role) AND (assigned_by = app.actor()) AND (staff_id = app.actor()) AND (NOT app.is_taken(trajectory_id))))))
app.note: owner permissive for all to spoor_owner using (true) with check (true)
app.note: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.note: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.note: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.note: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.note: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.note_draft: owner permissive for all to spoor_owner using (true) with check (true)
app.note_draft: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.note_draft: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.note_draft: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.note_draft: spoor_staff_compartment restrictive for all to spoor_staff using (true) with check ((app.compartment() IS NULL))
app.note_draft: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.note_draft: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((updated_by = app.actor()) AND (subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.note_presence: owner permissive for all to spoor_owner using (true) with check (true)
app.note_presence: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.note_presence: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.note_presence: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.note_presence: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.note_presence: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((staff_id = app.actor()) AND (subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.note_version: owner permissive for all to spoor_owner using (true) with check (true)
app.note_version: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.note_version: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.note_version: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.note_version: spoor_staff_compartment restrictive for all to spoor_staff using (true) with check ((app.compartment() IS NULL))
app.note_version: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.note_version: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((saved_by = app.actor()) AND (subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.notice_handled: owner permissive for all to spoor_owner using (true) with check (true)
app.notice_handled: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.notice_handled: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.notice_handled: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.notice_handled: spoor_staff_wall restrictive for all to spoor_staff using (false) with check (((subject_id = app.subject()) AND (by_id = app.actor()) AND ((dispatch_id, subject_id) IN ( SELECT n.dispatch_id,
    n.subject_id
   FROM app.notices_back() n(dispatch_id, subject_id, person_kind, kind, state, state_at)))))
app.person: owner permissive for all to spoor_owner using (true) with check (true)
app.person: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.person: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.person: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.person: spoor_candidate_wall restrictive for all to spoor_candidate using ((id = app.actor())) with check ((id = app.actor()))
app.person: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.person: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.person: spoor_staff_wall restrictive for all to spoor_staff using (((kind <> 'candidate'::text) OR (((id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (id IN ( SELECT app.my_candidates() AS my_candidates))) OR ( SELECT app.sees_headers() AS sees_headers))) with check (true)
app.person: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.person: spoor_worker_wall restrictive for all to spoor_worker using ((id = app.subject())) with check ((id = app.subject()))
app.person_token: owner permissive for all to spoor_owner using (true) with check (true)
app.person_token: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.person_token: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.person_token: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.person_token: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (person_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.person_token: spoor_staff_wall restrictive for all to spoor_staff using (((person_kind <> 'candidate'::text) OR (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates))) OR ( SELECT app.sees_headers() AS sees_headers))) with check (true)
app.regulation_version: owner permissive for all to spoor_owner using (true) with check (true)
app.regulation_version: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.regulation_version: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.regulation_version: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.regulation_version: spoor_staff_wall restrictive for all to spoor_staff using (true) with check (true)
app.report: owner permissive for all to spoor_owner using (true) with check (true)
app.report: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.report: spoor_candidate_wall restrictive for all to spoor_candidate using (((subject_id = app.actor()) AND (versions > 0))) with check (((subject_id = app.actor()) AND (state = ANY (ARRAY['approved'::text, 'changeRequested'::text, 'refused'::text]))))
app.report: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ((state = ANY (ARRAY['approved'::text, 'changeRequested'::text, 'refused'::text])) AND app.handles_papers(trajectory_id) AND app.registered_paper(id))))
app.report: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.report: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.report_answer: owner permissive for all to spoor_owner using (true) with check (true)
app.report_answer: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_answer: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_answer: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.report_answer: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check (((subject_id = app.actor()) AND (by_id = app.actor()) AND (method = 'portal'::text)))
app.report_answer: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_answer: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_answer: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((method = 'paper'::text) AND (subject_id = app.subject()) AND (by_id = app.actor()) AND (confirmed_by IS NULL) AND app.handles_papers(trajectory_id)))
app.report_answer: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.report_answer: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.report_check: owner permissive for all to spoor_owner using (true) with check (true)
app.report_check: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_check: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_draft: owner permissive for all to spoor_owner using (true) with check (true)
app.report_draft: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_draft: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_draft: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_draft: spoor_staff_compartment restrictive for all to spoor_staff using (true) with check ((app.compartment() IS NULL))
app.report_draft: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_draft: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.report_exception: owner permissive for all to spoor_owner using (true) with check (true)
app.report_exception: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_exception: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_exception: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.report_exception: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.report_exception: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_exception: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_exception: spoor_staff_insert restrictive for insert to spoor_staff using () with check (((proposed_by = app.actor()) AND (confirmed_by IS NULL) AND (withdrawn_by IS NULL)))
app.report_exception: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role))))) with check (((subject_id = app.subject()) AND ( SELECT app.cleared() AS cleared) AND (((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))) AND (((proposed_by = app.actor()) AND (confirmed_by IS NULL)) OR (withdrawn_by = app.actor()))) OR ((( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role)) AND (proposed_by <> app.actor()) AND ((confirmed_by = app.actor()) OR (withdrawn_by = app.actor()))))))
app.report_exception: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.report_exception: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.report_presence: owner permissive for all to spoor_owner using (true) with check (true)
app.report_presence: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_presence: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_presence: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_presence: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_presence: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))) with check (((staff_id = app.actor()) AND (subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.report_reminder: owner permissive for all to spoor_owner using (true) with check (true)
app.report_reminder: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_reminder: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_reminder: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_reminder: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_reminder: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))
app.report_reminder: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.report_reminder: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.report_settings: owner permissive for all to spoor_owner using (true) with check (true)
app.report_settings: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_settings: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_settings: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_settings: spoor_staff_wall restrictive for all to spoor_staff using ((assignment_id IN ( SELECT a.id
   FROM app.assignment a))) with check (((set_by = app.actor()) AND ( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('backOffice'::text) AS has_role) OR (assignment_id IN ( SELECT a.id
   FROM app.assignment a
  WHERE (a.created_by = app.actor()))) OR (assignment_id IN ( SELECT t.assignment_id
   FROM app.trajectory t
  WHERE (t.id IN ( SELECT app.my_trajectories() AS my_trajectories)))))))
app.report_version: owner permissive for all to spoor_owner using (true) with check (true)
app.report_version: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_version: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_version: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.report_version: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.report_version: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_version: spoor_staff_compartment restrictive for all to spoor_staff using (true) with check ((app.compartment() IS NULL))
app.report_version: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_version: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (id IN ( SELECT app.exceptions_to_judge() AS exceptions_to_judge))))) with check (((subject_id = app.subject()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.report_version: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.report_version: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.report_voiding: owner permissive for all to spoor_owner using (true) with check (true)
app.report_voiding: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.report_voiding: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.report_voiding: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.report_voiding: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.report_voiding: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.report_voiding: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.report_voiding: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories))))
app.report_voiding: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.report_voiding: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.reporting_agreement: owner permissive for all to spoor_owner using (true) with check (true)
app.reporting_agreement: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.reporting_agreement: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.reporting_agreement: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.reporting_agreement: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.reporting_agreement: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.reporting_agreement: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.reporting_agreement: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check (((subject_id = app.subject()) AND (made_by = app.actor()) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.reporting_agreement: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.reporting_agreement: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.set_aside: owner permissive for all to spoor_owner using (true) with check (true)
app.set_aside: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.set_aside: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.set_aside: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.set_aside: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.set_aside: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.set_aside: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.set_aside: spoor_staff_insert restrictive for insert to spoor_staff using () with check (((asked_by = app.actor()) AND (confirmed_by IS NULL) AND (refused_by IS NULL) AND (reviewed_by IS NULL) AND (span IS NOT NULL) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)))))
app.set_aside: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR (( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role))))) with check (((subject_id = app.subject()) AND ( SELECT app.cleared() AS cleared) AND (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role)) AND ((confirmed_by IS NULL) OR (confirmed_by <> asked_by))))
app.set_aside: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.set_aside: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.sickness_calendar: owner permissive for all to spoor_owner using (true) with check (true)
app.sickness_calendar: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.sickness_calendar: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.sickness_calendar: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.sickness_calendar: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.sickness_calendar: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.sickness_calendar: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.sickness_calendar: spoor_staff_wall restrictive for all to spoor_staff using (((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.own_trajectories() AS own_trajectories)))) with check (((subject_id = app.subject()) AND (by_id = app.actor()) AND (trajectory_id IN ( SELECT app.own_trajectories() AS own_trajectories)) AND (trajectory_id IN ( SELECT t.id
   FROM (app.trajectory t
     JOIN app.assignment a ON ((a.id = t.assignment_id)))
  WHERE (a.type = ANY (ARRAY['firstTrack'::text, 'secondTrack'::text]))))))
app.staff_member: owner permissive for all to spoor_owner using (true) with check (true)
app.staff_member: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.staff_member: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.staff_member: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.staff_member: spoor_candidate_wall restrictive for all to spoor_candidate using ((id IN ( SELECT app.my_staff() AS my_staff))) with check ((id IN ( SELECT app.my_staff() AS my_staff)))
app.staff_member: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.staff_member: spoor_staff_wall restrictive for all to spoor_staff using (true) with check ((( SELECT app.has_role('administrator'::text) AS has_role) OR (id = app.actor())))
app.staff_member: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.staff_member: spoor_worker_wall restrictive for all to spoor_worker using (true) with check (true)
app.staff_role: owner permissive for all to spoor_owner using (true) with check (true)
app.staff_role: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.staff_role: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.staff_role: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.staff_role: spoor_staff_wall restrictive for all to spoor_staff using (true) with check (( SELECT app.has_role('administrator'::text) AS has_role))
app.trajectory: owner permissive for all to spoor_owner using (true) with check (true)
app.trajectory: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.trajectory: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.trajectory: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.trajectory: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.trajectory: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.trajectory: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.trajectory: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (id IN ( SELECT app.my_dossier() AS my_dossier))) OR (id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check ((((subject_id = app.subject()) AND (id IN ( SELECT app.my_dossier() AS my_dossier))) OR (id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.has_role('backOffice'::text) AS has_role) OR ( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('coach'::text) AS has_role)))
app.trajectory: spoor_worker permissive for all to spoor_worker using (true) with check (true)
app.trajectory: spoor_worker_wall restrictive for all to spoor_worker using ((subject_id = app.subject())) with check ((subject_id = app.subject()))
app.trajectory_event: owner permissive for all to spoor_owner using (true) with check (true)
app.trajectory_event: spoor_backup permissive for all to spoor_backup using (true) with check (true)
app.trajectory_event: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
app.trajectory_event: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
app.trajectory_event: spoor_candidate_wall restrictive for all to spoor_candidate using ((subject_id = app.actor())) with check ((subject_id = app.actor()))
app.trajectory_event: spoor_staff permissive for all to spoor_staff using (true) with check (true)
app.trajectory_event: spoor_staff_conflict restrictive for all to spoor_staff using ((NOT (subject_id IN ( SELECT app.my_conflicts() AS my_conflicts)))) with check (true)
app.trajectory_event: spoor_staff_wall restrictive for all to spoor_staff using ((((subject_id = app.subject()) AND (trajectory_id IN ( SELECT app.my_dossier() AS my_dossier))) OR (trajectory_id IN ( SELECT app.my_trajectories() AS my_trajectories)) OR ( SELECT app.sees_headers() AS sees_headers))) with check (( SELECT app.cleared() AS cleared))
audit.entry: owner permissive for all to spoor_owner using (true) with check (true)
audit.entry: spoor_backup permissive for all to spoor_backup using (true) with check (true)
audit.entry: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
audit.entry: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
audit.entry: spoor_candidate_wall restrictive for all to spoor_candidate using (((subjects @> ARRAY[app.actor()]) AND
CASE
    WHEN (object_id IS NOT NULL) THEN (NOT (object_id IN ( SELECT app.withheld() AS withheld)))
    ELSE ((purpose IS DISTINCT FROM 'law'::text) OR (at < COALESCE(( SELECT app.withheld_since() AS withheld_since), 'infinity'::timestamp with time zone)))
END)) with check ((subjects @> ARRAY[app.actor()]))
audit.entry: spoor_staff permissive for all to spoor_staff using (true) with check (true)
audit.entry: spoor_staff_wall restrictive for all to spoor_staff using (( SELECT app.has_role('dpo'::text) AS has_role)) with check (( SELECT app.has_role('dpo'::text) AS has_role))
auth.account: owner permissive for all to spoor_owner using (true) with check (true)
auth.account: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.account: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.account: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
auth.account: spoor_candidate_wall restrictive for all to spoor_candidate using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.account: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.account: spoor_staff_wall restrictive for all to spoor_staff using (((person_id = app.actor()) OR ( SELECT app.has_role('administrator'::text) AS has_role) OR (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates))) OR ((realm = 'candidate'::text) AND ( SELECT app.sees_headers() AS sees_headers)))) with check (((person_id = app.actor()) OR ( SELECT app.has_role('administrator'::text) AS has_role) OR (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates))) OR ((realm = 'candidate'::text) AND ( SELECT app.sees_headers() AS sees_headers))))
auth.attempt: owner permissive for all to spoor_owner using (true) with check (true)
auth.attempt: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.attempt: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.challenge: owner permissive for all to spoor_owner using (true) with check (true)
auth.challenge: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.challenge: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.invitation: owner permissive for all to spoor_owner using (true) with check (true)
auth.invitation: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.invitation: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.invitation: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
auth.invitation: spoor_candidate_wall restrictive for all to spoor_candidate using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.invitation: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.invitation: spoor_staff_wall restrictive for all to spoor_staff using (((person_id = app.actor()) OR ( SELECT app.has_role('administrator'::text) AS has_role) OR (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates))) OR ( SELECT app.sees_headers() AS sees_headers))) with check (((person_id = app.actor()) OR ( SELECT app.has_role('administrator'::text) AS has_role) OR (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates))) OR ( SELECT app.sees_headers() AS sees_headers)))
auth.passkey: owner permissive for all to spoor_owner using (true) with check (true)
auth.passkey: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.passkey: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.passkey: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
auth.passkey: spoor_candidate_wall restrictive for all to spoor_candidate using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.passkey: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.passkey: spoor_staff_wall restrictive for all to spoor_staff using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.recovery_code: owner permissive for all to spoor_owner using (true) with check (true)
auth.recovery_code: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.recovery_code: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.recovery_code: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
auth.recovery_code: spoor_candidate_wall restrictive for all to spoor_candidate using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.recovery_code: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.recovery_code: spoor_staff_wall restrictive for all to spoor_staff using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.session: owner permissive for all to spoor_owner using (true) with check (true)
auth.session: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.session: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.session: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
auth.session: spoor_candidate_wall restrictive for all to spoor_candidate using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.session: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.session: spoor_staff_wall restrictive for all to spoor_staff using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.totp: owner permissive for all to spoor_owner using (true) with check (true)
auth.totp: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.totp: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.totp: spoor_candidate permissive for all to spoor_candidate using (true) with check (true)
auth.totp: spoor_candidate_wall restrictive for all to spoor_candidate using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.totp: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.totp: spoor_staff_wall restrictive for all to spoor_staff using ((person_id = app.actor())) with check ((person_id = app.actor()))
auth.vouching: owner permissive for all to spoor_owner using (true) with check (true)
auth.vouching: spoor_backup permissive for all to spoor_backup using (true) with check (true)
auth.vouching: spoor_backup_wall restrictive for all to spoor_backup using (( SELECT app.backing_up() AS backing_up)) with check (( SELECT app.backing_up() AS backing_up))
auth.vouching: spoor_staff permissive for all to spoor_staff using (true) with check (true)
auth.vouching: spoor_staff_wall restrictive for all to spoor_staff using (((person_id <> app.actor()) AND (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates)) OR (( SELECT app.sees_headers() AS sees_headers) AND (EXISTS ( SELECT
   FROM app.candidate c
  WHERE (c.id = vouching.person_id)))) OR (EXISTS ( SELECT
   FROM app.staff_member m
  WHERE ((m.id = vouching.person_id) AND ( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('administrator'::text) AS has_role) OR ( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role)))))))) with check (((person_id <> app.actor()) AND (((person_id = app.subject()) AND (EXISTS ( SELECT
   FROM app.my_dossier() my_dossier(my_dossier)))) OR (person_id IN ( SELECT app.my_candidates() AS my_candidates)) OR (( SELECT app.sees_headers() AS sees_headers) AND (EXISTS ( SELECT
   FROM app.candidate c
  WHERE (c.id = vouching.person_id)))) OR (EXISTS ( SELECT
   FROM app.staff_member m
  WHERE ((m.id = vouching.person_id) AND ( SELECT app.cleared() AS cleared) AND (( SELECT app.has_role('administrator'::text) AS has_role) OR ( SELECT app.has_role('coordinator'::text) AS has_role) OR ( SELECT app.has_role('dpo'::text) AS has_role))))))))

-- triggers

CREATE TRIGGER another_person BEFORE UPDATE ON app.contact_person FOR EACH ROW EXECUTE FUNCTION app.another_person()
CREATE TRIGGER ask_whom BEFORE INSERT ON app.consent FOR EACH ROW EXECUTE FUNCTION app.ask_whom()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE OF token_hash, second_factor_at, ended_at ON auth.session FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.acknowledgement FOR EACH ROW EXECUTE FUNCTION audit.guard('staff_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.address_verification FOR EACH ROW EXECUTE FUNCTION audit.guard('contact_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.agency FOR EACH ROW EXECUTE FUNCTION audit.guard()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.agreement_line FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.agreement_question FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.assignment FOR EACH ROW EXECUTE FUNCTION audit.guard()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.break_glass FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.bsn FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.candidate FOR EACH ROW EXECUTE FUNCTION audit.guard('id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.candidate_field FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.capacity_item FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.carer FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.collection FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.collection_event FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.collection_pass FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.commissioner FOR EACH ROW EXECUTE FUNCTION audit.guard()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.confidentiality_statement FOR EACH ROW EXECUTE FUNCTION audit.guard('staff_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.conflict FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.consent FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.consent_event FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.contact_person FOR EACH ROW EXECUTE FUNCTION audit.guard('id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.demand FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.disclosed_document FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.disclosure FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.disclosure_consent FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.dispatch FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.dispatch_event FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.earlier_seal FOR EACH ROW EXECUTE FUNCTION audit.guard()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.guard_word FOR EACH ROW EXECUTE FUNCTION audit.guard()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.illness_item FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.inform_event FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.information_answer FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.information_request FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.information_request_event FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.look_review FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.membership FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.note FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.note_draft FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.note_presence FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.note_version FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.notice_handled FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.person FOR EACH ROW EXECUTE FUNCTION audit.guard('id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.person_token FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_answer FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_draft FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_exception FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_presence FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_reminder FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_settings FOR EACH ROW EXECUTE FUNCTION audit.guard()
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_version FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.report_voiding FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.reporting_agreement FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.set_aside FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.sickness_calendar FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.staff_member FOR EACH ROW EXECUTE FUNCTION audit.guard('id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.staff_role FOR EACH ROW EXECUTE FUNCTION audit.guard('staff_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.trajectory FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON app.trajectory_event FOR EACH ROW EXECUTE FUNCTION audit.guard('subject_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON auth.account FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON auth.invitation FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON auth.passkey FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON auth.recovery_code FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON auth.totp FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER guard BEFORE INSERT OR DELETE OR UPDATE ON auth.vouching FOR EACH ROW EXECUTE FUNCTION audit.guard('person_id')
CREATE TRIGGER held BEFORE INSERT ON app.disclosure_consent FOR EACH ROW EXECUTE FUNCTION app.held_when_it_went()
CREATE TRIGGER judge BEFORE UPDATE ON app.demand FOR EACH ROW EXECUTE FUNCTION app.judge_demand()
CREATE TRIGGER keep_seal AFTER UPDATE OF seal_certificate ON app.agency FOR EACH ROW WHEN (((old.seal_certificate IS DISTINCT FROM new.seal_certificate) AND (old.seal_certificate IS NOT NULL))) EXECUTE FUNCTION app.keep_seal()
CREATE TRIGGER match AFTER INSERT ON app.person_token FOR EACH ROW WHEN (((new.person_kind = 'candidate'::text) AND (new.kind <> 'name'::text))) EXECUTE FUNCTION app.match_candidate()
CREATE TRIGGER match AFTER INSERT OR UPDATE OF email_token ON auth.account FOR EACH ROW WHEN ((new.realm = 'staff'::text)) EXECUTE FUNCTION app.match_staff()
CREATE TRIGGER move BEFORE INSERT ON app.consent_event FOR EACH ROW EXECUTE FUNCTION app.move_consent()
CREATE TRIGGER note AFTER INSERT OR UPDATE ON app.dispatch FOR EACH ROW EXECUTE FUNCTION app.note_dispatch()
CREATE TRIGGER once BEFORE UPDATE ON app.set_aside FOR EACH ROW EXECUTE FUNCTION app.set_aside_once()
CREATE TRIGGER own_password_only BEFORE INSERT OR UPDATE ON auth.account FOR EACH ROW EXECUTE FUNCTION auth.own_password_only()
CREATE TRIGGER release_to BEFORE UPDATE OF released_at ON app.collection FOR EACH ROW EXECUTE FUNCTION app.release_to()
CREATE TRIGGER to_whom BEFORE INSERT ON app.disclosure FOR EACH ROW EXECUTE FUNCTION app.to_whom()
CREATE TRIGGER twice BEFORE UPDATE ON app.guard_word FOR EACH ROW EXECUTE FUNCTION app.guard_word_twice()

-- functions

CREATE OR REPLACE FUNCTION app.actor()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.actor'::text, true), ''::text))::uuid
CREATE OR REPLACE FUNCTION app.address_taken(token bytea, except_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select app.cleared() and exists (
    select from app.person_token t
    where t.kind = 'email' and t.person_kind = 'candidate' and t.token = $1 and t.person_id is distinct from $2)
$function$
CREATE OR REPLACE FUNCTION app.another_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if new.name is distinct from old.name then
    new.person_n := old.person_n + 1;
    new.renamed_at := case when new.renamed_at is distinct from old.renamed_at then coalesce(new.renamed_at, now()) else now() end;
  else
    new.person_n := old.person_n;
    new.renamed_at := old.renamed_at;
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.ask_release(pass bytea, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  which uuid := app.collecting();
begin
  if which is null then return false; end if;
  update app.collection x set asked_pass = pass, asked_at = moment, released_at = null, row_version = x.row_version + 1 where x.disclosure_id = which;
  perform app.enqueue('releaseCollection', json_build_object('id', which), null, 'release:' || which);
  return true;
end $function$
CREATE OR REPLACE FUNCTION app.ask_whom()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  n int;
begin
  new.asked_classes := new.data_classes;
  if new.contact_id is null then
    new.contact_n := null;
    return new;
  end if;
  select p.person_n into n from app.contact_person p where p.id = new.contact_id for share;
  if coalesce(new.contact_n, n) <> n then
    raise exception 'R8.1: the question names somebody else than who this contact person is' using errcode = 'check_violation';
  end if;
  new.contact_n := n;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.backing_up()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from audit.entry e
    where e.id = app.entry() and e.action = 'backup' and e.outcome = 'allowed' and e.xid = pg_current_xact_id_if_assigned())
$function$
CREATE OR REPLACE FUNCTION app.beat()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into app.heartbeat (process, at) values ('worker', clock_timestamp()) on conflict (process) do update set at = excluded.at
$function$
CREATE OR REPLACE FUNCTION app.cleared()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from app.staff_member s
    join app.confidentiality_statement c on c.staff_id = s.id
    join app.acknowledgement a on a.staff_id = s.id
    where s.id = app.actor() and s.left_at is null
      and a.regulation_version = (select version from app.regulation_version
        where in_force_from <= current_date order by in_force_from desc limit 1))
$function$
CREATE OR REPLACE FUNCTION app.collectable(c app.collection, moment timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case
    when c.ended_at is not null then 'ended'
    when c.expires_on < (moment at time zone 'Europe/Amsterdam')::date then 'expired'
    when not exists (select from app.disclosure d where d.id = c.disclosure_id and d.state in ('transmitting', 'accepted', 'unknown')) then 'ended'
    when exists (select from app.candidate k where k.id = c.subject_id and k.restricted_at is not null) then 'ended'
    when not exists (select from app.contact_person p join app.disclosure d on d.id = c.disclosure_id
      where p.id = c.contact_id and p.left_at is null and p.commissioner_id = d.commissioner_id and p.person_n = d.contact_n) then 'ended'
    when not exists (select from app.address_verification v
      where v.id = c.verification_id and v.verified_at is not null and v.ended_at is null) then 'ended'
    else 'open' end
$function$
CREATE OR REPLACE FUNCTION app.collecting()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select x.disclosure_id from app.passed(decode(nullif(current_setting('app.pass', true), ''), 'hex'),
    coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now())) x
  where x.contact_id = app.actor() and x.subject_id = app.subject()
$function$
CREATE OR REPLACE FUNCTION app.collection_head(wanted uuid)
 RETURNS TABLE(subject_id uuid, contact_id uuid, purpose text, clause text, ground text, made_by uuid, asked boolean, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.subject_id, c.contact_id, d.purpose, d.clause, d.ground, d.by_id, c.asked_pass is not null and c.released_at is null, d.state
  from app.collection c join app.disclosure d on d.id = c.disclosure_id where c.disclosure_id = $1
$function$
CREATE OR REPLACE FUNCTION app.compartment()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.compartment'::text, true), ''::text)
CREATE OR REPLACE FUNCTION app.confidentiality_of(staff uuid)
 RETURNS TABLE(signed_on date, acknowledged text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select (select max(c.signed_on) from app.confidentiality_statement c where c.staff_id = $1),
    coalesce((select array_agg(a.regulation_version order by a.regulation_version) from app.acknowledgement a where a.staff_id = $1), '{}')
  where $1 = app.actor() or app.has_role('administrator') or app.has_role('dpo') or app.has_role('coordinator')
$function$
CREATE OR REPLACE FUNCTION app.confirm_paper(answer uuid, at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  update app.report_answer a set confirmed_by = app.actor(), confirmed_at = $2
  where a.id = $1 and a.subject_id = app.subject() and a.method = 'paper' and a.confirmed_by is null
    and a.by_id <> app.actor() and app.handles_papers(a.trajectory_id)
  returning a.id
$function$
CREATE OR REPLACE FUNCTION app.consent_held(c app.consent, class text, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.expires_on >= (moment at time zone 'Europe/Amsterdam')::date
    and (c.state = 'given' or c.state_at > moment)
    and app.same_person(c.contact_id, c.contact_n)
    and exists (select from app.consent_event e where e.consent_id = c.id and e.kind in ('given', 'confirmed') and e.at <= moment)
    and not exists (select from app.consent_event e where e.consent_id = c.id and e.kind in ('withdrawn', 'lapsed', 'replaced') and e.at <= moment)
    and class = any (coalesce((select e.data_classes from app.consent_event e where e.consent_id = c.id and e.kind = 'narrowed' and e.at <= moment
      order by e.n desc limit 1), c.asked_classes))
$function$
CREATE OR REPLACE FUNCTION app.consent_papers()
 RETURNS TABLE(id uuid, subject_id uuid, trajectory_id uuid, at timestamp with time zone, by_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id, c.subject_id, c.trajectory_id, e.at, e.by_id from app.consent c
  cross join lateral (select x.at, x.by_id from app.consent_event x where x.consent_id = c.id and x.kind = 'registered' order by x.n desc limit 1) e
  where c.state = 'registered' and c.subject_id not in (select app.my_conflicts())
    and ((app.cleared() and app.has_role('dpo'))
      or (c.trajectory_id in (select app.my_trajectories()) and (c.carer_id is null or c.trajectory_id in (select app.own_trajectories()))))
$function$
CREATE OR REPLACE FUNCTION app.consents_given(kind_of text, purpose_of text, contact uuid, carer uuid, class text, day date, hold boolean)
 RETURNS TABLE(id uuid, commissioner_id uuid, recipient_type text, document_sha256 bytea, text_version text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if hold then perform app.hold_consents(contact); end if;
  return query select c.id, c.commissioner_id, c.recipient_type, c.document_sha256, c.text_version from app.consent c
    where c.subject_id = app.subject() and c.state = 'given' and c.expires_on >= day
      and c.kind = kind_of and c.purpose = purpose_of and class = any (c.data_classes)
      and c.contact_id is not distinct from contact and c.carer_id is not distinct from carer
      and app.same_person(c.contact_id, c.contact_n) and app.may_ask_consent(c)
    order by c.state_at desc, c.id;
end $function$
CREATE OR REPLACE FUNCTION app.consents_of_another()
 RETURNS TABLE(subject_id uuid, consent_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.subject_id, c.id from app.consent c
  where c.state in ('asked', 'registered', 'given') and not app.same_person(c.contact_id, c.contact_n)
$function$
CREATE OR REPLACE FUNCTION app.consents_past(day date)
 RETURNS TABLE(subject_id uuid, consent_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.subject_id, c.id from app.consent c where c.state in ('asked', 'registered', 'given') and c.expires_on < $1
$function$
CREATE OR REPLACE FUNCTION app.consents_then(kind_of text, purpose_of text, contact uuid, carer uuid, class text, moment timestamp with time zone, hold boolean)
 RETURNS TABLE(id uuid, commissioner_id uuid, recipient_type text, document_sha256 bytea, text_version text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if hold then perform app.hold_consents(contact); end if;
  return query select c.id, c.commissioner_id, c.recipient_type, c.document_sha256, c.text_version from app.consent c
    where c.subject_id = app.subject() and c.kind = kind_of and c.purpose = purpose_of
      and c.contact_id is not distinct from contact and c.carer_id is not distinct from carer
      and app.consent_held(c, class, moment) and app.may_ask_consent(c)
    order by c.state_at desc, c.id;
end $function$
CREATE OR REPLACE FUNCTION app.consents_to_confirm()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from app.consent c
  where c.subject_id = app.subject() and c.state = 'registered' and app.cleared() and app.has_role('dpo')
    and app.actor() <> (select e.by_id from app.consent_event e where e.consent_id = c.id and e.kind = 'registered' order by e.n desc limit 1)
$function$
CREATE OR REPLACE FUNCTION app.demands_to_judge()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.id from app.demand d
  where d.subject_id = app.subject() and d.confirmed_at is null and d.ended_at is null and d.proposed_by <> app.actor()
    and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo')) and d.subject_id not in (select app.my_conflicts())
$function$
CREATE OR REPLACE FUNCTION app.demands_to_tell(day date)
 RETURNS TABLE(id uuid, subject_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.id, d.subject_id from app.demand d
  where d.disclosure_id is not null and d.told_at is null and (d.withheld_until is null or d.withheld_until <= day)
    and exists (select from auth.account a join app.candidate_field f on f.subject_id = a.person_id and f.field = 'email'
      where a.person_id = d.subject_id and a.realm = 'candidate' and a.ended_at is null)
$function$
CREATE OR REPLACE FUNCTION app.demands_waiting()
 RETURNS TABLE(id uuid, subject_id uuid, basis text, proposed_at timestamp with time zone, proposed_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.id, d.subject_id, d.basis, d.proposed_at, d.proposed_by from app.demand d
  where d.confirmed_at is null and d.ended_at is null and d.proposed_by <> app.actor()
    and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo')) and d.subject_id not in (select app.my_conflicts())
$function$
CREATE OR REPLACE FUNCTION app.dispatch_head(wanted uuid)
 RETURNS TABLE(subject_id uuid, state text, disclosure_id uuid, purpose text, clause text, ground text, made_by uuid, transmit_after timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.subject_id, d.state, d.disclosure_id, coalesce(x.purpose, 'information'), coalesce(x.clause, 'R3.g'), x.ground, d.made_by, d.transmit_after
  from app.dispatch d left join app.disclosure x on x.id = d.disclosure_id where d.id = $1
$function$
CREATE OR REPLACE FUNCTION app.dispatches_under_way()
 RETURNS TABLE(id uuid, subject_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.id, d.subject_id from app.dispatch d where d.state = 'transmitting'
$function$
CREATE OR REPLACE FUNCTION app.emergency_facts(candidate uuid)
 RETURNS TABLE(exists_here boolean, mine boolean, conflict boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.candidate c where c.id = $1),
    exists (select from app.membership m where m.subject_id = $1 and m.staff_id = app.actor() and m.from_at <= now()
      and (m.until_at is null or m.until_at > now())),
    $1 in (select app.my_conflicts())
  where app.cleared()
$function$
CREATE OR REPLACE FUNCTION app.end_collection(wanted uuid, because text, moment timestamp with time zone, why bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.disclosure_id = wanted and x.subject_id = app.subject() and x.ended_at is null
    and (session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and x.subject_id = app.actor())
      or (session_user = 'spoor_staff' and x.trajectory_id in (select app.my_trajectories()))) for update;
  if not found then return false; end if;
  update app.collection x set ended_at = moment, ended_by = app.actor(), ended_clause = because, code_token = null, code_until = null,
    asked_pass = null, released_at = null, row_version = x.row_version + 1 where x.disclosure_id = wanted;
  perform app.note_collection(c, case when why is null then 'ended' else 'refused' end, moment, because, why);
  return true;
end $function$
CREATE OR REPLACE FUNCTION app.enqueue(task text, payload json, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select graphile_worker.add_job(task, payload, run_at => coalesce($3, now()), job_key => $4)
$function$
CREATE OR REPLACE FUNCTION app.entry()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.entry'::text, true), ''::text))::uuid
CREATE OR REPLACE FUNCTION app.exception_left(exception uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.report_exception x
    join app.disclosure d on d.about = 'report' and d.about_id = x.version_id and d.clause = 'R7.3'
    where x.id = $1 and x.subject_id = app.subject() and d.state in ('transmitting', 'accepted', 'unknown'))
$function$
CREATE OR REPLACE FUNCTION app.exception_stands(exception uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.report_exception x
    join app.report_version v on v.id = x.version_id join app.report r on r.id = v.report_id and r.versions = v.n
    where x.id = $1 and x.subject_id = app.subject() and r.state in ('submitted', 'refused')
      and not exists (select from app.report_voiding g where g.version_id = v.id)
      and not exists (select from app.report_answer a where a.version_id = v.id and a.at > x.proposed_at))
$function$
CREATE OR REPLACE FUNCTION app.exceptions_to_judge()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select x.version_id from app.report_exception x
  where x.subject_id = app.subject() and x.confirmed_at is null and x.withdrawn_at is null and x.proposed_by <> app.actor()
    and app.exception_stands(x.id) and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo'))
$function$
CREATE OR REPLACE FUNCTION app.find_address_verification(token_hash bytea, at timestamp with time zone)
 RETURNS TABLE(id uuid, contact_id uuid, verified_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.id, v.contact_id, v.verified_at
  from app.address_verification v join app.contact_person c on c.id = v.contact_id
  where v.token_hash = $1 and v.ended_at is null and v.expires_at > $2 and c.left_at is null
$function$
CREATE OR REPLACE FUNCTION app.find_bsn(token bytea)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select b.subject_id from app.bsn b
  where b.token = $1 and b.subject_id not in (select app.my_conflicts())
    and (b.trajectory_id in (select app.own_trajectories()) or (app.cleared() and app.has_role('backOffice')))
$function$
CREATE OR REPLACE FUNCTION app.find_collection(link bytea, moment timestamp with time zone)
 RETURNS TABLE(disclosure_id uuid, subject_id uuid, contact_id uuid, purpose text, state text, locked boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.disclosure_id, c.subject_id, c.contact_id, d.purpose, app.collectable(c, moment), c.locked_at is not null
  from app.collection c join app.disclosure d on d.id = c.disclosure_id where c.token_hash = link
$function$
CREATE OR REPLACE FUNCTION app.find_for_emergency(what text, token bytea)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct t.person_id from app.person_token t
  where t.kind = $1 and t.token = $2 and t.person_kind = 'candidate' and $1 in ('email', 'number')
    and app.cleared() and (app.has_role('coach') or app.has_role('coordinator') or app.has_role('dpo'))
$function$
CREATE OR REPLACE FUNCTION app.find_paper(number text)
 RETURNS TABLE(subject_id uuid, report_id uuid, version_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.subject_id, v.report_id, v.id from app.report_version v
  where app.plain_number(v.document_number) = app.plain_number($1) and app.handles_papers(v.trajectory_id)
$function$
CREATE OR REPLACE FUNCTION app.glass_broken()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from app.break_glass g
    where g.staff_id = app.actor() and g.subject_id = app.subject()
      and g.until_at > now() and g.ended_at is null)
$function$
CREATE OR REPLACE FUNCTION app.glass_open(candidate uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.break_glass g
    where g.staff_id = app.actor() and g.subject_id = $1 and g.until_at > now() and g.ended_at is null)
$function$
CREATE OR REPLACE FUNCTION app.guard_word_twice()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if old.ended_at is not null
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (new.confirmed_by is distinct from old.confirmed_by
      and (new.confirmed_by is distinct from app.actor() or new.confirmed_by = old.subject_id))
    or (new.leaving_by is distinct from old.leaving_by and new.leaving_by is not null
      and (old.leaving_by is not null or new.leaving_by <> app.actor() or not app.has_role('dpo')))
    or (new.ended_by is distinct from old.ended_by
      and (new.ended_by is distinct from app.actor()
        or (old.class <> 'leftAlone' and (old.leaving_by is null or old.leaving_by = new.ended_by)))) then
    raise exception 'R8.1: what loosens the guard is decided by two people' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.handles_papers(trajectory uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select $1 in (select app.my_trajectories()) or (app.cleared() and app.has_role('backOffice') and not exists (
    select from app.trajectory t where t.id = $1 and t.subject_id in (select app.my_conflicts())))
$function$
CREATE OR REPLACE FUNCTION app.has_role(wanted text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from app.staff_role r join app.staff_member s on s.id = r.staff_id
    where r.staff_id = app.actor() and r.role = wanted and s.left_at is null
      and r.from_at <= now() and (r.until_at is null or r.until_at > now()))
$function$
CREATE OR REPLACE FUNCTION app.health_kept(trajectory uuid, area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from app.trajectory t
    join app.assignment a on a.id = t.assignment_id
    join app.commissioner c on c.id = a.commissioner_id
    join app.health_ground g on g.assignment_type = a.type and g.commissioner_kind = c.kind
    where t.id = $1 and (g.ground = 'statute' or app.hold_consent(t.subject_id, $2, g.purpose)))
$function$
CREATE OR REPLACE FUNCTION app.health_open(trajectory uuid, area text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select coalesce(app.compartment() = $2, false) and $1 in (select app.own_trajectories()) and exists (
    select from app.trajectory t
    join app.assignment a on a.id = t.assignment_id
    join app.commissioner c on c.id = a.commissioner_id
    join app.health_ground g on g.assignment_type = a.type and g.commissioner_kind = c.kind and g.purpose = app.purpose()
    where t.id = $1 and t.subject_id = app.subject()
      and (g.ground = 'statute' or app.hold_consent(t.subject_id, $2, g.purpose)))
$function$
CREATE OR REPLACE FUNCTION app.held_when_it_went()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  d app.disclosure; c app.consent;
begin
  select * into d from app.disclosure x where x.id = new.disclosure_id;
  select * into c from app.consent x where x.id = new.consent_id;
  if c.contact_id is distinct from d.contact_id
    or not coalesce(case when d.form = 'oral' then app.consent_held(c, new.data_class, d.said_at)
      else c.state = 'given' and new.data_class = any (c.data_classes) and app.same_person(c.contact_id, c.contact_n)
        and c.expires_on >= (d.created_at at time zone 'Europe/Amsterdam')::date end, false) then
    raise exception 'R8.1: this consent did not hold when it went' using errcode = 'check_violation';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.hold_consent(person uuid, area text, purpose text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.consent c
    where c.subject_id = $1 and c.kind = 'hold' and c.state = 'given' and $2 = any (c.data_classes) and c.purpose = $3
      and c.expires_on >= (now() at time zone 'Europe/Amsterdam')::date)
$function$
CREATE OR REPLACE FUNCTION app.hold_consents(contact uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform from app.contact_person p where p.id = contact for share;
  perform from app.consent c where c.subject_id = app.subject() order by c.id for share;
end $function$
CREATE OR REPLACE FUNCTION app.in_conflict(staff uuid, candidate uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select (app.sees_headers() or $1 = app.actor()) and exists (
    select from app.conflict x where x.staff_id = $1 and x.subject_id = $2 and x.ended_at is null)
$function$
CREATE OR REPLACE FUNCTION app.informed_of(about uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select min(e.at) from app.inform_event e
  where e.about_id = $1 and (e.subject_id = app.actor()
    or (e.subject_id = app.subject() and e.trajectory_id in (select app.my_dossier()))
    or e.trajectory_id in (select app.my_trajectories()) or (select app.sees_headers())
    or (session_user = 'spoor_worker' and e.subject_id = app.subject()))
$function$
CREATE OR REPLACE FUNCTION app.is_taken(trajectory uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.membership m where m.trajectory_id = $1)
$function$
CREATE OR REPLACE FUNCTION app.judge_demand()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if new.confirmed_at is distinct from old.confirmed_at and not (old.confirmed_at is null and old.ended_at is null
    and new.confirmed_by = app.actor() and (app.has_role('coordinator') or app.has_role('dpo'))) then
    raise exception 'R4.1: a demand is confirmed once, by a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.keep_seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  insert into app.earlier_seal (sha256, certificate, until_at) values (pg_catalog.sha256(old.seal_certificate), old.seal_certificate, pg_catalog.now())
  on conflict (sha256) do update set until_at = excluded.until_at;
  return null;
end $function$
CREATE OR REPLACE FUNCTION app.kinds_of(contact uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select concat_ws(' ', o.kind, p.kind) from app.contact_person p join app.commissioner o on o.id = p.commissioner_id where p.id = $1
$function$
CREATE OR REPLACE FUNCTION app.knows(actor uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from app.membership m where m.staff_id = $1 and m.subject_id = $2 and m.from_at <= now() and (m.until_at is null or m.until_at > now()))
    or exists (select from app.staff_role r where r.staff_id = $1 and r.role in ('coordinator', 'backOffice', 'dpo')
      and r.from_at <= now() and (r.until_at is null or r.until_at > now()))
    or exists (select from app.person p where p.id = $2 and p.kind <> 'candidate')
    or exists (select from app.break_glass g where g.staff_id = $1 and g.subject_id = $2)
$function$
CREATE OR REPLACE FUNCTION app.lock_collection(wanted uuid, moment timestamp with time zone)
 RETURNS TABLE(state text, restricted boolean, contact_commissioner uuid, contact_left boolean, contact_email bytea, verified boolean, verified_email bytea, domains text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.disclosure_id = wanted and x.subject_id = app.subject();
  if not found then return; end if;
  select k.restricted_at is not null into restricted from app.candidate k where k.id = c.subject_id for share;
  select p.commissioner_id, p.left_at is not null, p.email into contact_commissioner, contact_left, contact_email
    from app.contact_person p where p.id = c.contact_id for share;
  select v.verified_at is not null and v.ended_at is null, v.email into verified, verified_email
    from app.address_verification v where v.id = c.verification_id for share;
  select o.mail_domains into domains from app.commissioner o join app.disclosure d on d.commissioner_id = o.id where d.id = wanted for share of o;
  perform from app.consent k where k.subject_id = c.subject_id order by k.id for share;
  perform from app.disclosure d where d.id = wanted for update;
  select * into c from app.collection x where x.disclosure_id = wanted for update;
  state := app.collectable(c, moment);
  return next;
end $function$
CREATE OR REPLACE FUNCTION app.lock_dispatch(wanted uuid, verification uuid)
 RETURNS TABLE(state text, transmit_after timestamp with time zone, restricted boolean, contact_commissioner uuid, contact_left boolean, contact_email bytea, verified boolean, verified_email bytea, domains text[])
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  d app.dispatch; x app.disclosure; who uuid;
begin
  select * into d from app.dispatch where id = wanted and subject_id = app.subject();
  if not found then return; end if;
  select * into x from app.disclosure where id = d.disclosure_id;
  who := coalesce(x.contact_id, d.subject_id);
  select c.restricted_at is not null into restricted from app.candidate c where c.id = d.subject_id for share;
  select c.commissioner_id, c.left_at is not null, c.email into contact_commissioner, contact_left, contact_email
    from app.contact_person c where c.id = who for share;
  select v.verified_at is not null and v.ended_at is null, v.email into verified, verified_email
    from app.address_verification v where v.id = verification and v.contact_id = who for share;
  select c.mail_domains into domains from app.commissioner c where c.id = x.commissioner_id for share;
  perform from app.consent c where c.subject_id = d.subject_id order by c.id for share;
  select e.state, e.transmit_after into state, transmit_after from app.dispatch e where e.id = wanted for update;
  perform from app.disclosure e where e.id = d.disclosure_id for update;
  restricted := coalesce(restricted, false);
  verified := coalesce(verified, false);
  return next;
end $function$
CREATE OR REPLACE FUNCTION app.match_candidate()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare same uuid;
begin
  for same in select a.person_id from auth.account a where new.kind = 'email' and a.realm = 'staff' and a.email_token = new.token
    and a.ended_at is null
    union select t.person_id from app.person_token t where t.person_kind = 'staff' and t.kind = new.kind and t.token = new.token
  loop perform app.note_same(new.person_id, same); end loop;
  return null;
end $function$
CREATE OR REPLACE FUNCTION app.match_staff()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare same uuid;
begin
  for same in select t.person_id from app.person_token t
    where t.person_kind = 'candidate' and t.kind = 'email' and t.token = new.email_token
  loop perform app.note_same(same, new.person_id); end loop;
  return null;
end $function$
CREATE OR REPLACE FUNCTION app.may_ask_consent(c app.consent)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and c.subject_id = app.actor())
    or (session_user = 'spoor_recipient' and app.actor() in (c.contact_id, c.carer_id))
    or (session_user = 'spoor_staff' and (c.trajectory_id in (select app.my_trajectories()) or app.sees_headers()))
$function$
CREATE OR REPLACE FUNCTION app.move_consent()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  c app.consent; registrar uuid; next text; same boolean;
begin
  select * into c from app.consent x where x.id = new.consent_id and x.subject_id = new.subject_id for update;
  select e.by_id into registrar from app.consent_event e where e.consent_id = c.id and e.kind = 'registered' order by e.n desc limit 1;
  same := app.same_person(c.contact_id, c.contact_n);
  next := case
    when new.kind = 'given' and c.state = 'asked' and same and new.notice_sha256 = c.notice_sha256
      and c.expires_on >= (new.at at time zone 'Europe/Amsterdam')::date then 'given'
    when new.kind = 'refused' and c.state = 'asked' then 'refused'
    when new.kind = 'registered' and c.state = 'asked' and same and new.method = 'paper' and new.notice_sha256 = c.notice_sha256 then 'registered'
    when new.kind = 'confirmed' and c.state = 'registered' and same and new.by_id <> registrar and new.by_id <> c.subject_id
      and c.expires_on >= (new.at at time zone 'Europe/Amsterdam')::date then 'given'
    when new.kind = 'rejected' and c.state = 'registered' then 'asked'
    when new.kind = 'withdrawn' and c.state in ('given', 'registered') then 'withdrawn'
    when new.kind = 'narrowed' and c.state = 'given' and new.data_classes <@ c.data_classes
      and cardinality(new.data_classes) between 1 and cardinality(c.data_classes) - 1 then 'given'
    when new.kind = 'expired' and c.state in ('asked', 'registered', 'given')
      and c.expires_on < (new.at at time zone 'Europe/Amsterdam')::date then 'expired'
    when new.kind = 'lapsed' and c.state in ('asked', 'registered') then 'lapsed'
    when new.kind = 'replaced' and c.state in ('asked', 'registered', 'given') and not same then 'lapsed'
  end;
  if next is null then
    raise exception 'R8.1: % does not follow on % for this consent', new.kind, c.state using errcode = 'check_violation';
  end if;
  update app.consent x set state = next, state_at = new.at, data_classes = coalesce(new.data_classes, x.data_classes),
    row_version = x.row_version + 1 where x.id = c.id;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.my_brief_reports()
 RETURNS TABLE(report_id uuid, informed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select r.id, (select min(e.at) from app.inform_event e where e.about = 'report' and e.about_id = v.id)
  from app.report r join app.report_version v on v.report_id = r.id and v.n = r.versions
  where r.kind = 'brief' and r.state = 'submitted' and r.trajectory_id in (select app.my_trajectories())
$function$
CREATE OR REPLACE FUNCTION app.my_candidates()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 60
 SET search_path TO ''
AS $function$
  select m.subject_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null)
  union
  select g.subject_id from app.break_glass g
  where g.staff_id = app.actor() and g.subject_id = app.subject() and g.until_at > now() and g.ended_at is null
    and app.entry() is null and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = g.staff_id and x.subject_id = g.subject_id and x.ended_at is null)
$function$
CREATE OR REPLACE FUNCTION app.my_commissioners()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.commissioner_id from app.assignment a join app.trajectory t on t.assignment_id = a.id where t.subject_id = app.actor()
$function$
CREATE OR REPLACE FUNCTION app.my_conflicts()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO ''
AS $function$
  select x.subject_id from app.conflict x where x.staff_id = app.actor() and x.ended_at is null
$function$
CREATE OR REPLACE FUNCTION app.my_contacts()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.id from app.contact_person c
  join app.assignment a on a.commissioner_id = c.commissioner_id
  join app.trajectory t on t.assignment_id = a.id where t.subject_id = app.actor()
$function$
CREATE OR REPLACE FUNCTION app.my_dossier()
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO ''
AS $function$
begin
  if not app.cleared() then
    return;
  end if;
  return query select m.trajectory_id from app.membership m
    where m.staff_id = app.actor() and m.subject_id = app.subject() and m.from_at <= now() and (m.until_at is null or m.until_at > now())
      and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null);
  if app.entry() is null and exists (select from app.break_glass g
    where g.staff_id = app.actor() and g.subject_id = app.subject() and g.until_at > now() and g.ended_at is null) then
    return query select t.id from app.trajectory t
      where t.subject_id = app.subject()
        and not exists (select from app.conflict x where x.staff_id = app.actor() and x.subject_id = t.subject_id and x.ended_at is null);
  end if;
end $function$
CREATE OR REPLACE FUNCTION app.my_note_drafts()
 RETURNS TABLE(subject_id uuid, trajectory_id uuid, note_id uuid, updated_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.subject_id, d.trajectory_id, d.note_id, d.updated_at from app.note_draft d
  where d.updated_by = app.actor() and d.trajectory_id in (select app.my_trajectories())
$function$
CREATE OR REPLACE FUNCTION app.my_report_mail()
 RETURNS TABLE(report_id uuid, state text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct on (r.id) r.id, d.state from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  join app.disclosure d on d.about = 'report' and d.about_id = v.id
  where r.trajectory_id in (select app.my_trajectories())
  order by r.id, d.created_at desc
$function$
CREATE OR REPLACE FUNCTION app.my_staff()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct m.staff_id from app.membership m where m.subject_id = app.actor()
$function$
CREATE OR REPLACE FUNCTION app.my_trajectories()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 60
 SET search_path TO ''
AS $function$
  select m.trajectory_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null)
  union
  select t.id from app.break_glass g join app.trajectory t on t.subject_id = g.subject_id
  where g.staff_id = app.actor() and g.subject_id = app.subject() and g.until_at > now() and g.ended_at is null
    and app.entry() is null and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = g.staff_id and x.subject_id = g.subject_id and x.ended_at is null)
$function$
CREATE OR REPLACE FUNCTION app.note_collection(c app.collection, what text, moment timestamp with time zone, because text, why bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into app.collection_event (subject_id, trajectory_id, disclosure_id, kind, at, by_id, clause, detail)
  values (c.subject_id, c.trajectory_id, c.disclosure_id, what, moment, app.actor(), because, why)
$function$
CREATE OR REPLACE FUNCTION app.note_dispatch()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  insert into app.dispatch_event (subject_id, trajectory_id, dispatch_id, state, at, by_id, attempt, clause, detail)
  values (new.subject_id, new.trajectory_id, new.id, new.state, new.state_at, app.actor(), new.attempts, new.clause, new.detail);
  if tg_op = 'UPDATE' and new.disclosure_id is not null then
    update app.disclosure set state = new.state, state_at = new.state_at, transmit_after = new.transmit_after,
      row_version = row_version + 1 where id = new.disclosure_id;
  end if;
  return null;
end $function$
CREATE OR REPLACE FUNCTION app.note_same(candidate uuid, staff uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare before text := current_setting('app.entry', true);
begin
  if exists (select from app.conflict x where x.subject_id = candidate and x.staff_id = staff and (x.ended_at is null or x.kind = 'self')) then
    return;
  end if;
  perform set_config('app.entry', audit.write('system', '{}', null, null, array[candidate, staff], '{}', 'declareConflict', 'conflict', null,
    'security', null, 'R1.2', 'allowed', null, null)::text, true);
  insert into app.conflict (id, subject_id, staff_id, kind, source, declared_at, declared_by)
  values (gen_random_uuid(), candidate, staff, 'self', 'match', now(), app.actor());
  perform set_config('app.entry', coalesce(before, ''), true);
end $function$
CREATE OR REPLACE FUNCTION app.notices_back()
 RETURNS TABLE(dispatch_id uuid, subject_id uuid, person_kind text, kind text, state text, state_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.id, d.subject_id, p.kind, d.kind, d.state, d.state_at
  from app.dispatch d join app.person p on p.id = d.subject_id
  where d.disclosure_id is null and d.state in ('bounced', 'blocked', 'unknown')
    and not exists (select from app.notice_handled h where h.dispatch_id = d.id)
    and not exists (select from app.dispatch later where later.subject_id = d.subject_id and later.kind = d.kind and later.disclosure_id is null
      and later.created_at > d.created_at)
    and not exists (select from app.staff_member s where s.id = d.subject_id and s.left_at is not null)
    and d.subject_id not in (select app.my_conflicts())
    and ((d.made_by = app.actor() and (p.kind <> 'candidate' or d.subject_id in (select app.my_candidates()) or app.sees_headers()) and app.cleared())
      or (p.kind = 'candidate' and d.subject_id in (select app.my_candidates()))
      or (p.kind = 'candidate' and app.sees_headers() and not exists (select from app.membership m where m.subject_id = d.subject_id
        and m.from_at <= now() and (m.until_at is null or m.until_at > now())))
      or (p.kind = 'contact' and app.sees_headers())
      or (p.kind = 'staff' and app.has_role('administrator') and d.subject_id <> app.actor()))
$function$
CREATE OR REPLACE FUNCTION app.oral_reports()
 RETURNS TABLE(trajectory_id uuid, root_id uuid, on_day date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select d.trajectory_id, d.about_id, d.on_day from app.disclosure d
  where d.about = 'oral' and (d.trajectory_id in (select app.my_trajectories()) or app.sees_headers())
$function$
CREATE OR REPLACE FUNCTION app.own_trajectories()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.trajectory_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now())
    and app.cleared() and app.has_role('coach') and m.subject_id not in (select app.my_conflicts())
$function$
CREATE OR REPLACE FUNCTION app.paper_of(report uuid)
 RETURNS TABLE(id uuid, document_number text, sha256 bytea, recipients_sha256 bytea, voided text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.id, v.document_number, v.sha256, v.recipients_sha256, x.why
  from app.report r join app.report_version v on v.report_id = r.id and v.n = r.versions
  left join app.report_voiding x on x.version_id = v.id
  where r.id = $1 and r.subject_id = app.subject() and app.handles_papers(r.trajectory_id)
$function$
CREATE OR REPLACE FUNCTION app.papers()
 RETURNS TABLE(answer_id uuid, subject_id uuid, trajectory_id uuid, report_id uuid, kind text, about text, state text, document_number text, hash text, answered_on date, at timestamp with time zone, by_id uuid, confirmed_by uuid, handles boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.id, r.subject_id, r.trajectory_id, r.id, r.kind, r.about, r.state, v.document_number,
    left(encode(v.sha256, 'hex'), 8), a.answered_on, a.at, a.by_id, a.confirmed_by, app.handles_papers(r.trajectory_id)
  from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  join app.report_answer a on a.version_id = v.id
  where (r.state in ('approved', 'changeRequested', 'refused') or (r.state = 'draft' and a.own_view is not null))
    and a.method = 'paper' and (a.confirmed_by is null or a.confirmed_by = app.actor())
    and (app.handles_papers(r.trajectory_id) or (app.cleared() and app.has_role('coordinator')))
$function$
CREATE OR REPLACE FUNCTION app.passed(pass bytea, moment timestamp with time zone)
 RETURNS TABLE(disclosure_id uuid, subject_id uuid, contact_id uuid, purpose text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.disclosure_id, c.subject_id, c.contact_id, d.purpose
  from app.collection_pass p join app.collection c on c.disclosure_id = p.disclosure_id join app.disclosure d on d.id = c.disclosure_id
  where p.hash = $1 and p.until_at > $2 and app.collectable(c, $2) = 'open'
$function$
CREATE OR REPLACE FUNCTION app.plain_number(typed text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO ''
AS $function$
  select regexp_replace(upper($1), '[^0-9A-Z]', '', 'g')
$function$
CREATE OR REPLACE FUNCTION app.purpose()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('app.purpose'::text, true), ''::text)
CREATE OR REPLACE FUNCTION app.queue_notice(notice uuid, person uuid, what text, message text, frozen bytea, address bytea, hash bytea, moment timestamp with time zone, actor_kind text, roles text[], session uuid, trace text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  before text := current_setting('app.entry', true);
begin
  perform set_config('app.entry', audit.append(actor_kind, roles, null, session, array[person], '{}', 'notify', 'dispatch', notice,
    'information', null, 'R3.g', 'allowed', trace, null)::text, true);
  insert into app.dispatch (id, subject_id, kind, message_id, mail, recipient, sha256, state_at, transmit_after, created_at, made_by)
  values (notice, person, what, message, frozen, address, hash, moment, moment, moment, app.actor());
  perform app.enqueue('transmit', json_build_object('id', notice), null, 'transmit:' || notice);
  perform set_config('app.entry', coalesce(before, ''), true);
end $function$
CREATE OR REPLACE FUNCTION app.registered_paper(report uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from app.report r join app.report_version v on v.report_id = r.id and v.n = r.versions
    join app.report_answer a on a.version_id = v.id
    where r.id = $1 and r.subject_id = app.subject() and a.method = 'paper' and a.by_id = app.actor())
$function$
CREATE OR REPLACE FUNCTION app.release_answer(pass bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select case when c.released_at is not null then 'released' when c.ended_at is not null then 'refused' else 'waiting' end
  from app.collection c where c.asked_pass = pass
$function$
CREATE OR REPLACE FUNCTION app.release_to()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.released_to := case when new.released_at is not null then app.kinds_of(new.contact_id) end;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.reminder_address()
 RETURNS TABLE(id uuid, value bytea, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select f.id, f.value, c.language from app.candidate c
  join auth.account a on a.person_id = c.id and a.realm = 'candidate' and a.ended_at is null
  join app.candidate_field f on f.subject_id = c.id and f.field = 'email'
  where c.id = app.subject() order by f.updated_at desc limit 1
$function$
CREATE OR REPLACE FUNCTION app.report_checks_lately()
 RETURNS TABLE(answer text, n integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select c.answer, sum(c.n)::int from app.report_check c where c.on_day > current_date - 30 group by c.answer
$function$
CREATE OR REPLACE FUNCTION app.reports_awaiting_answer(before timestamp with time zone)
 RETURNS TABLE(subject_id uuid, version_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select v.subject_id, v.id from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  where r.kind = 'extensive' and r.state = 'submitted' and v.submitted_at < $1
    and not exists (select from app.report_reminder m where m.version_id = v.id and m.at > $1)
$function$
CREATE OR REPLACE FUNCTION app.same_person(contact uuid, n integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select $1 is null or exists (select from app.contact_person p where p.id = $1 and p.person_n = $2)
$function$
CREATE OR REPLACE FUNCTION app.same_reader(disclosure uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select app.same_person(d.contact_id, d.contact_n) from app.disclosure d where d.id = $1
$function$
CREATE OR REPLACE FUNCTION app.seals()
 RETURNS TABLE(certificate bytea, until_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.seal_certificate, null::timestamptz from app.agency a where a.seal_certificate is not null
  union all
  (select e.certificate, e.until_at from app.earlier_seal e, app.agency a
   where e.certificate is distinct from a.seal_certificate order by e.until_at desc)
$function$
CREATE OR REPLACE FUNCTION app.sees_headers()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select app.cleared() and exists (
    select from app.staff_role r join app.staff_member s on s.id = r.staff_id
    where r.staff_id = app.actor() and r.role in ('coordinator', 'backOffice', 'dpo') and s.left_at is null
      and r.from_at <= now() and (r.until_at is null or r.until_at > now()))
$function$
CREATE OR REPLACE FUNCTION app.sender_stands(disclosure uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with sender as (
    select d.trajectory_id, coalesce(
      (select e.by_id from app.dispatch m join app.dispatch_event e on e.dispatch_id = m.id
        join app.staff_member s on s.id = e.by_id
        where m.disclosure_id = d.id and e.state = 'queued' order by e.n desc limit 1), d.by_id) as id
    from app.disclosure d where d.id = $1
  )
  select exists (
    select from sender x
    join app.staff_member s on s.id = x.id and s.left_at is null
    join app.membership m on m.trajectory_id = x.trajectory_id and m.staff_id = x.id and (m.until_at is null or m.until_at > $2)
    where exists (select from app.staff_role r where r.staff_id = x.id and r.role in ('coach', 'coordinator')
        and (r.until_at is null or r.until_at > $2))
      and not exists (select from auth.account a where a.person_id = x.id and a.ended_at is not null))
$function$
CREATE OR REPLACE FUNCTION app.set_aside_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.refused_at is not null and new.refused_at is distinct from old.refused_at)
    or (new.confirmed_by is distinct from old.confirmed_by and (new.confirmed_by is distinct from app.actor() or new.span is null))
    or (new.refused_by is distinct from old.refused_by and new.refused_by is distinct from app.actor())
    or (new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from app.actor()) then
    raise exception 'R8.1: a false alarm is judged once, by a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.set_up(agency jsonb, certificate bytea, person uuid, name bytea, email bytea, email_token bytea, invitation_hash bytea, started_on date, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare entry uuid;
begin
  lock table app.agency in share row exclusive mode;
  if exists (select from app.agency) then
    raise exception 'R1.2: there is an agency already' using errcode = 'unique_violation';
  end if;
  perform set_config('app.actor', person::text, true);
  entry := audit.append('staff', '{}', null, null, array[person], '{}', 'setUp', 'agency', null, 'registration', null, 'R10.1', 'allowed', null, null);
  perform set_config('app.entry', entry::text, true);
  insert into app.agency (name, address, postal_code, city, phone, email, website, kvk, dpo_name, dpo_email, logo, logo_type,
    seal_certificate, demonstration, set_up_at)
  values (agency->>'name', agency->>'address', agency->>'postalCode', agency->>'city', agency->>'phone', agency->>'email', agency->>'website',
    agency->>'kvk', agency->>'dpoName', agency->>'dpoEmail', decode(agency->>'logo', 'base64'), agency->>'logoType',
    certificate, coalesce((agency->>'demonstration')::boolean, false), at);
  insert into app.person (id, kind, created_at) values (person, 'staff', at);
  insert into app.staff_member (id, name, email, started_on) values (person, name, email, started_on);
  insert into app.staff_role (staff_id, role, from_at, granted_by) values (person, 'administrator', at, person);
  insert into auth.account (person_id, realm, email_token, created_at, created_by) values (person, 'staff', email_token, at, person);
  insert into auth.invitation (person_id, token_hash, invited_at, invited_by, expires_at)
  values (person, invitation_hash, at, person, at + interval '1 day');
end $function$
CREATE OR REPLACE FUNCTION app.stop_consented(consent uuid, classes text[], because text, moment timestamp with time zone)
 RETURNS TABLE(disclosure uuid, state text, began_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one record;
begin
  for one in
    select distinct d.about, d.about_id from app.disclosure_consent x join app.disclosure d on d.id = x.disclosure_id
    where x.consent_id = consent and x.data_class = any (classes) and d.subject_id = app.subject() order by d.about_id
  loop
    return query select s.disclosure, s.state, s.began_at from app.stop_disclosures(one.about, one.about_id, because, moment) s;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION app.stop_disclosures(about_kind text, about_what uuid, because text, moment timestamp with time zone)
 RETURNS TABLE(disclosure uuid, state text, began_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  one record;
begin
  for one in
    select d.id, d.disclosure_id, d.state, d.began_at from app.dispatch d
    where d.subject_id = app.subject()
      and d.disclosure_id in (select x.id from app.disclosure x where x.about = about_kind and x.about_id = about_what)
      and (session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and d.subject_id = app.actor())
        or (session_user = 'spoor_staff' and d.trajectory_id in (select app.my_trajectories())))
    order by d.id for update
  loop
    if one.state = 'queued' then
      update app.dispatch d set state = 'blocked', state_at = moment, clause = because, detail = null,
        row_version = d.row_version + 1 where d.id = one.id;
      one.state := 'blocked';
    end if;
    perform app.end_collection(one.disclosure_id, because, moment, null);
    disclosure := one.disclosure_id; state := one.state; began_at := one.began_at;
    return next;
  end loop;
end $function$
CREATE OR REPLACE FUNCTION app.stranded()
 RETURNS TABLE(subject_id uuid, trajectory_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select m.subject_id, m.trajectory_id from app.membership m join app.trajectory t on t.id = m.trajectory_id and t.state <> 'closed'
  join app.conflict x on x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null
  where m.capacity = 'coach' and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and app.sees_headers()
    and m.subject_id not in (select app.my_conflicts())
$function$
CREATE OR REPLACE FUNCTION app.subject()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.subject'::text, true), ''::text))::uuid
CREATE OR REPLACE FUNCTION app.take_release(pass bytea, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.asked_pass = pass and x.disclosure_id = app.collecting() for update;
  if not found or c.released_at is null or c.released_at < moment - interval '1 minute' or app.collectable(c, moment) <> 'open'
    or c.released_to is distinct from app.kinds_of(c.contact_id) then
    return false;
  end if;
  update app.collection x set released_at = null, asked_pass = null, asked_at = null, row_version = x.row_version + 1 where x.disclosure_id = c.disclosure_id;
  perform app.note_collection(c, 'collected', moment, null, null);
  return true;
end $function$
CREATE OR REPLACE FUNCTION app.to_whom()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  new.contact_n := (select p.person_n from app.contact_person p where p.id = new.contact_id);
  if new.form = 'oral' and not coalesce(new.said_at <= new.created_at and new.on_day = (new.said_at at time zone 'Europe/Amsterdam')::date
    and new.on_day >= (select least(t.started_on, (t.registered_at at time zone 'Europe/Amsterdam')::date) from app.trajectory t
      where t.id = new.trajectory_id), false) then
    raise exception 'R9.2: what was spoken has its moment, after the trajectory began and not in the future' using errcode = 'check_violation';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION app.try_collection(link bytea, address bytea, code bytea, pass bytea, moment timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.token_hash = link and x.contact_id = app.actor() and x.subject_id = app.subject() for update;
  if not found or app.collectable(c, moment) <> 'open' then return 'closed'; end if;
  if c.locked_at is not null then return 'locked'; end if;
  if c.code_token is null or c.code_until <= moment then return 'noCode'; end if;
  if c.code_token <> code or c.address_token <> address then
    update app.collection x set wrong = x.wrong + 1, row_version = x.row_version + 1,
      locked_at = case when x.wrong + 1 >= 5 then moment end, code_token = case when x.wrong + 1 >= 5 then null else x.code_token end,
      code_until = case when x.wrong + 1 >= 5 then null else x.code_until end
      where x.disclosure_id = c.disclosure_id;
    perform app.note_collection(c, 'wrong', moment, null, null);
    if c.wrong + 1 < 5 then return 'wrong'; end if;
    perform app.note_collection(c, 'locked', moment, null, null);
    perform app.enqueue('tellOfCollection', json_build_object('id', c.disclosure_id));
    return 'locked';
  end if;
  update app.collection x set wrong = 0, row_version = x.row_version + 1 where x.disclosure_id = c.disclosure_id;
  delete from app.collection_pass p where p.disclosure_id = c.disclosure_id and p.until_at < moment;
  insert into app.collection_pass (hash, subject_id, disclosure_id, until_at) values (pass, c.subject_id, c.disclosure_id, moment + interval '15 minutes');
  perform app.note_collection(c, 'opened', moment, null, null);
  return 'opened';
end $function$
CREATE OR REPLACE FUNCTION app.verify_report(hash bytea, numbers text[], moment timestamp with time zone, trace text)
 RETURNS TABLE(answer text, version integer, frozen_on date, approved_on date, sent_on date, ended_on date, clause text)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  v app.report_version; x app.disclosure;
  person uuid; what uuid; kind text := 'report_version';
begin
  select * into v from app.report_version r where r.sha256 = hash;
  if found then
    version := v.n;
    frozen_on := (v.submitted_at at time zone 'Europe/Amsterdam')::date;
    select a.answered_on into approved_on from app.report_answer a
      where a.version_id = v.id and a.answer in ('approved', 'approvedWithRemark') and (a.method = 'portal' or a.confirmed_at is not null);
    select (d.state_at at time zone 'Europe/Amsterdam')::date, d.clause into sent_on, clause from app.disclosure d
      where d.about = 'report' and d.about_id = v.id and d.state in ('transmitting', 'accepted', 'unknown') order by d.created_at desc limit 1;
    select (e.at at time zone 'Europe/Amsterdam')::date into ended_on from app.report_voiding e where e.version_id = v.id;
    if ended_on is not null or exists (select from app.report r where r.id = v.report_id and (r.versions > v.n or r.state = 'withdrawn')) then
      answer := 'withdrawn';
    elsif sent_on is not null then
      answer := 'genuine';
    else
      answer := 'notSent';
    end if;
    person := v.subject_id; what := v.id;
  else
    select * into x from app.disclosure d where d.form = 'letter' and d.sha256 = hash limit 1;
    if found then
      answer := 'genuine'; version := 1; frozen_on := x.on_day; sent_on := x.on_day; clause := x.clause;
      person := x.subject_id; what := x.id; kind := 'disclosure';
    else
      select * into v from app.report_version r where r.document_number = any (numbers) limit 1;
      answer := case when found then 'altered' else 'unknown' end;
      person := v.subject_id; what := v.id;
    end if;
  end if;
  insert into app.report_check as c (on_day, answer, n) values ((moment at time zone 'Europe/Amsterdam')::date, verify_report.answer, 1)
    on conflict on constraint report_check_pkey do update set n = c.n + 1;
  if person is not null then
    perform set_config('app.actor', '00000000-0000-0000-0000-000000000000', true);
    perform audit.write('anonymous', '{}', null, null, array[person], '{}', case when answer = 'altered' then 'verifyAltered' else 'verify' end,
      kind, what, 'reporting', null, 'R9.1', 'allowed', trace, null);
  end if;
  return next;
end $function$
CREATE OR REPLACE FUNCTION app.vital_signs()
 RETURNS TABLE(worker_at timestamp with time zone, clock timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select (select h.at from app.heartbeat h where h.process = 'worker'), clock_timestamp()
$function$
CREATE OR REPLACE FUNCTION app.withheld()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select x.id from app.demand d cross join lateral (values (d.id), (d.disclosure_id)) x (id)
  where d.subject_id = app.actor() and d.withheld_until > (now() at time zone 'Europe/Amsterdam')::date and x.id is not null
$function$
CREATE OR REPLACE FUNCTION app.withheld_since()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select min(d.proposed_at) from app.demand d where d.id in (select app.withheld())
$function$
CREATE OR REPLACE FUNCTION audit.append(actor_kind text, roles text[], on_behalf_of uuid, session_id uuid, subjects uuid[], named uuid[], action text, object_type text, object_id uuid, purpose text, ground text, clause text, outcome text, trace_id text, detail bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select audit.write(case session_user
      when 'spoor_staff' then 'staff' when 'spoor_candidate' then 'candidate' when 'spoor_recipient' then 'recipient'
      when 'spoor_auditor' then 'auditor' when 'spoor_worker' then 'worker' when 'spoor_backup' then 'system'
      else $1 end,
    $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
$function$
CREATE OR REPLACE FUNCTION audit.covers(entry uuid, actor uuid, people uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (
    select from audit.entry e
    where e.id = $1 and e.actor_id = $2 and e.outcome = 'allowed'
      and (e.subjects || e.named) @> $3 and e.at > now() - interval '60 seconds')
$function$
CREATE OR REPLACE FUNCTION audit.guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  subject_column text := case when tg_nargs > 0 then tg_argv[0] end;
  row_subject uuid;
  written record;
begin
  if tg_op = 'DELETE' then written := old; else written := new; end if;
  if subject_column = 'subject_id' then
    row_subject := written.subject_id;
  elsif subject_column = 'id' then
    row_subject := written.id;
  elsif subject_column = 'person_id' then
    row_subject := written.person_id;
  elsif subject_column = 'staff_id' then
    row_subject := written.staff_id;
  elsif subject_column = 'contact_id' then
    row_subject := written.contact_id;
  elsif subject_column is not null then
    raise exception 'audit.guard() does not know the column %', subject_column;
  end if;
  if not exists (
    select from audit.entry e
    where e.id = app.entry() and e.actor_id = app.actor() and e.outcome = 'allowed'
      and (e.xid = pg_current_xact_id() or (e.action = 'edit' and e.at > now() - interval '12 hours'))
      and (row_subject is null or row_subject = any (e.subjects))
  ) then
    raise exception 'R1.2: % on %.% without a log entry for its subject', tg_op, tg_table_schema, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return written;
end $function$
CREATE OR REPLACE FUNCTION audit.write(actor_kind text, roles text[], on_behalf_of uuid, session_id uuid, subjects uuid[], named uuid[], action text, object_type text, object_id uuid, purpose text, ground text, clause text, outcome text, trace_id text, detail bytea)
 RETURNS uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  insert into audit.entry (actor_kind, actor_id, roles, on_behalf_of, session_id, subjects, named, action,
    object_type, object_id, purpose, ground, clause, outcome, break_glass, trace_id, detail)
  values ($1, app.actor(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ($7 = 'breakGlass' and $13 = 'allowed') or app.glass_broken(), $14, $15)
  returning id
$function$
CREATE OR REPLACE FUNCTION auth.ask_challenge(hash bytea, realm text, use text, bound bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.challenge c where c.asked_at < clock_timestamp() - interval '5 minutes';
  insert into auth.challenge (hash, realm, use, bound) values ($1, $2, $3, $4);
$function$
CREATE OR REPLACE FUNCTION auth.begin_attempt(attempt uuid, realm text, about bytea[], free integer[], longest integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  wait double precision := 0;
  n int;
  last timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(one, 'hex'), 0)) from (select unnest($3) one order by one) tokens;
  for i in 1 .. coalesce(array_length(about, 1), 0) loop
    delete from auth.attempt a where a.about = $3[i] and a.at < now() - interval '1 day';
    select count(*), max(a.at) into n, last from auth.attempt a where a.about = $3[i] and a.at > now() - interval '1 hour';
    if n >= free[i] then
      wait := greatest(wait, least(longest, 5 * 2 ^ least(n - free[i], 12)) - extract(epoch from clock_timestamp() - last));
    end if;
  end loop;
  if wait > 0 then
    return ceil(wait)::int;
  end if;
  insert into auth.attempt (id, realm, about, at) select $1, $2, one, clock_timestamp() from (select distinct unnest($3) one) tokens;
  return 0;
end $function$
CREATE OR REPLACE FUNCTION auth.end_factors(person uuid, moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  if not exists (select from auth.vouching v
    where v.person_id = person and v.confirmed_by = app.actor() and v.confirmed_at = moment and v.asked_by <> app.actor()) then
    raise exception 'R10.1: nobody else vouched' using errcode = 'insufficient_privilege';
  end if;
  update auth.totp t set ended_at = moment where t.person_id = person and t.ended_at is null;
  update auth.recovery_code c set ended_at = moment where c.person_id = person and c.ended_at is null;
  update auth.passkey p set ended_at = moment where p.person_id = person and p.ended_at is null;
end $function$
CREATE OR REPLACE FUNCTION auth.end_session_of(person uuid, session uuid, moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare n int;
begin
  if not app.has_role('administrator') then
    raise exception 'R1.2: not yours to end' using errcode = 'insufficient_privilege';
  end if;
  update auth.session s set ended_at = $3, ended_why = 'administrator'
  where s.id = $2 and s.person_id = $1 and s.realm = 'staff' and s.ended_at is null;
  get diagnostics n = row_count;
  return n = 1;
end $function$
CREATE OR REPLACE FUNCTION auth.end_sessions(person uuid, why text)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare n int;
begin
  if not (person = app.actor() or app.has_role('administrator') or person in (select app.my_candidates())
    or (app.sees_headers() and exists (select from app.candidate c where c.id = person))) then
    raise exception 'R1.2: not yours to end' using errcode = 'insufficient_privilege';
  end if;
  update auth.session s set ended_at = now(), ended_why = why where s.person_id = person and s.ended_at is null;
  get diagnostics n = row_count;
  return n;
end $function$
CREATE OR REPLACE FUNCTION auth.find(realm text, email_token bytea)
 RETURNS TABLE(person_id uuid, password_hash text, has_second_factor boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.person_id, a.password_hash,
    exists (select from auth.totp t where t.person_id = a.person_id and t.confirmed_at is not null and t.ended_at is null)
  from auth.account a
  where a.realm = $1 and a.email_token = $2 and a.ended_at is null and a.activated_at is not null
    and not exists (select from app.staff_member m where m.id = a.person_id and m.left_at is not null)
$function$
CREATE OR REPLACE FUNCTION auth.find_invitation(token_hash bytea, realm text)
 RETURNS TABLE(invitation_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select i.id, i.person_id from auth.invitation i join auth.account a on a.person_id = i.person_id
  where i.token_hash = $1 and a.realm = $2 and i.used_at is null and i.ended_at is null and i.expires_at > now() and a.ended_at is null
$function$
CREATE OR REPLACE FUNCTION auth.find_passkey(credential bytea, realm text)
 RETURNS TABLE(id uuid, person_id uuid, public_key bytea, counter bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select p.id, p.person_id, p.public_key, p.counter
  from auth.passkey p join auth.account a on a.person_id = p.person_id
  where p.credential_id = $1 and p.ended_at is null and a.realm = $2 and a.ended_at is null and a.activated_at is not null
    and not exists (select from app.staff_member m where m.id = a.person_id and m.left_at is not null)
$function$
CREATE OR REPLACE FUNCTION auth.forgive_attempt(attempt uuid, about bytea[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  delete from auth.attempt a where a.id = $1 or a.about = any ($2)
$function$
CREATE OR REPLACE FUNCTION auth.in_use(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from auth.account a where a.person_id = $1 and a.activated_at is not null and a.ended_at is null)
    and (person in (select app.my_candidates())
      or (app.sees_headers() and exists (select from app.candidate c where c.id = person))
      or (app.cleared() and exists (select from app.staff_member m where m.id = person and m.left_at is null)
        and (app.has_role('administrator') or app.has_role('coordinator') or app.has_role('dpo'))))
$function$
CREATE OR REPLACE FUNCTION auth.odd_sign_ins(moment timestamp with time zone)
 RETURNS TABLE(person_id uuid, realm text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with refused as (
    select p.id as person, count(*) as n, max(e.at) filter (where e.actor_id = p.id) as half
    from audit.entry e cross join lateral unnest(e.subjects) p (id)
    where e.at > $1 - interval '1 hour' and e.at <= $1 and e.action = 'signIn' and e.outcome = 'refused'
    group by p.id
  ), odd as (
    select r.person from refused r
    where r.n >= 5 or (r.half < $1 - interval '10 minutes' and not exists (
      select from auth.session s where s.person_id = r.person and s.second_factor_at is not null and s.created_at > r.half))
    union
    select s.person_id from auth.session s where s.elsewhere_at > $1 - interval '1 hour' and s.elsewhere_at <= $1
  )
  select a.person_id, a.realm from odd join auth.account a on a.person_id = odd.person
  where a.ended_at is null and a.activated_at is not null and not exists (
    select from app.dispatch d where d.subject_id = a.person_id and d.kind = 'oddSignIn' and d.created_at > $1 - interval '1 day')
$function$
CREATE OR REPLACE FUNCTION auth.own_password()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select a.password_hash from auth.account a where a.person_id = app.actor() and a.ended_at is null
$function$
CREATE OR REPLACE FUNCTION auth.own_password_only()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
begin
  if session_user in ('spoor_staff', 'spoor_candidate') and new.password_hash is not null
    and (tg_op = 'INSERT' or new.password_hash is distinct from old.password_hash)
    and (new.person_id is distinct from app.actor() or new.realm <> case session_user when 'spoor_staff' then 'staff' else 'candidate' end) then
    raise exception 'R10.1: a password of somebody else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$
CREATE OR REPLACE FUNCTION auth.owner_address()
 RETURNS TABLE(source text, id uuid, value bytea, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select 'staff_member', m.id, m.email, 'nl' from app.staff_member m where m.id = app.subject() and m.left_at is null
  union all
  (select 'candidate_field', f.id, f.value, c.language from app.candidate c join app.candidate_field f on f.subject_id = c.id and f.field = 'email'
   where c.id = app.subject() order by f.updated_at desc limit 1)
$function$
CREATE OR REPLACE FUNCTION auth.resume(token_hash bytea, realm text, browser bytea, network bytea, moment timestamp with time zone)
 RETURNS TABLE(session_id uuid, person_id uuid, second_factor_at timestamp with time zone, network_at timestamp with time zone, roles text[], language text, elsewhere boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  return query
  with live as (
    select s.id, s.person_id, s.second_factor_at, s.last_seen_at, s.network as before, s.network_at, s.elsewhere_at,
      s.browser is not null and s.browser is distinct from $3 as foreign_browser
    from auth.session s join auth.account a on a.person_id = s.person_id
    where s.token_hash = $1 and s.realm = $2 and s.ended_at is null and a.ended_at is null
      and not exists (select from app.staff_member m where m.id = s.person_id and m.left_at is not null)
      and s.created_at > now() - (case when s.second_factor_at is null then interval '10 minutes' else interval '12 hours' end)
      and s.last_seen_at > now() - (case when s.realm = 'staff' then interval '1 hour' else interval '30 minutes' end)
  ), seen as (
    update auth.session s set last_seen_at = now(), network = $4,
      network_at = case when live.before is not null and live.before <> $4 then $5 else live.network_at end
    from live
    where s.id = live.id and not live.foreign_browser
      and (live.last_seen_at < now() - interval '1 minute' or live.before is distinct from $4)
  ), noted as (
    update auth.session s set elsewhere_at = $5 from live where s.id = live.id and live.foreign_browser and live.elsewhere_at is null
  )
  select live.id, live.person_id, live.second_factor_at,
    case when live.before is not null and live.before <> $4 then $5 else live.network_at end,
    coalesce((select array_agg(r.role order by r.role) from app.staff_role r
      join app.staff_member m on m.id = r.staff_id and m.left_at is null
      where r.staff_id = live.person_id and r.from_at <= now() and (r.until_at is null or r.until_at > now())), '{}'),
    coalesce((select c.language from app.candidate c where c.id = live.person_id), 'nl'),
    live.foreign_browser
  from live where not live.foreign_browser or live.elsewhere_at is null;
end $function$
CREATE OR REPLACE FUNCTION auth.sessions_of(person uuid)
 RETURNS TABLE(id uuid, created_at timestamp with time zone, last_seen_at timestamp with time zone, device bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select s.id, s.created_at, s.last_seen_at, s.device from auth.session s
  where s.person_id = $1 and s.realm = 'staff' and app.has_role('administrator') and s.ended_at is null and s.second_factor_at is not null
    and s.created_at > now() - interval '12 hours' and s.last_seen_at > now() - interval '1 hour'
  order by s.created_at desc
$function$
CREATE OR REPLACE FUNCTION auth.signed_in()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select distinct s.person_id from auth.session s
  where app.has_role('administrator') and s.ended_at is null and s.person_id <> app.actor()
    and s.created_at > now() - interval '12 hours'
$function$
CREATE OR REPLACE FUNCTION auth.take_challenge(hash bytea, realm text, use text, bound bytea)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with taken as (delete from auth.challenge c where c.hash = $1 returning c.realm, c.use, c.bound, c.asked_at)
  select exists (select from taken t
    where t.realm = $2 and t.use = $3 and t.bound = $4 and t.asked_at > clock_timestamp() - interval '5 minutes')
$function$
CREATE OR REPLACE PROCEDURE app.admit(IN audience name, IN commands text, IN tbl regclass, IN seen text, IN written text DEFAULT NULL::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('grant %s on %s to %I', commands, tbl, audience);
  execute format('create policy %I on %s as permissive to %I using (true) with check (true)', audience, tbl, audience);
  execute format('create policy %I on %s as restrictive to %I using (%s) with check (%s)',
    audience || '_wall', tbl, audience, seen, coalesce(written, seen));
end $procedure$
CREATE OR REPLACE PROCEDURE app.admit_backup()
 LANGUAGE plpgsql
AS $procedure$
declare t regclass;
begin
  for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'auth') and c.relkind in ('r', 'p')
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'spoor_backup')
  loop
    call app.admit('spoor_backup', 'select', t, '(select app.backing_up())');
  end loop;
end $procedure$
CREATE OR REPLACE PROCEDURE app.ask_once()
 LANGUAGE plpgsql
AS $procedure$
declare
  one record;
  asked constant text := '(?<!SELECT )app\.(cleared\(\)|sees_headers\(\)|has_role\(''[A-Za-z]+''::text\))';
  caseload constant text := '(id|trajectory_id) IN \( SELECT app\.my_trajectories\(\) AS my_trajectories\)';
  people constant text := '(id|subject_id|person_id) IN \( SELECT app\.my_candidates\(\) AS my_candidates\)';
  walls text[];
begin
  for one in
    select p.polname, p.polrelid::regclass as tbl, array[pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)] as walls,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'subject_id' and not a.attisdropped) as of_subject
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'auth') and pg_get_userbyid(c.relowner) = current_user
  loop
    walls := one.walls;
    for i in 1 .. 2 loop
      walls[i] := regexp_replace(walls[i], asked, '(SELECT app.\1)', 'g');
      continue when walls[i] ~ 'my_dossier';
      if one.of_subject then
        walls[i] := regexp_replace(walls[i], caseload, '(subject_id = app.subject() AND \1 IN (SELECT app.my_dossier())) OR (\1 IN (SELECT app.my_trajectories()))', 'g');
      end if;
      walls[i] := regexp_replace(walls[i], people, '(\1 = app.subject() AND EXISTS (SELECT FROM app.my_dossier())) OR (\1 IN (SELECT app.my_candidates()))', 'g');
    end loop;
    if walls is distinct from one.walls then
      execute format('alter policy %I on %s', one.polname, one.tbl) || coalesce(' using (' || walls[1] || ')', '')
        || coalesce(' with check (' || walls[2] || ')', '');
    end if;
  end loop;
end $procedure$
CREATE OR REPLACE PROCEDURE app.protect(IN tbl regclass, IN subject_column name)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy owner on %s to spoor_owner using (true) with check (true)', tbl);
  execute format('create trigger guard before insert or update or delete on %s for each row execute function audit.guard(%s)',
    tbl, coalesce(quote_literal(subject_column), ''));
end $procedure$

-- grants

delete, insert, select on app.bsn to spoor_staff
delete, insert, select on app.note to spoor_staff
delete, insert, select on app.person_token to spoor_staff
delete, insert, select, update on app.candidate_field to spoor_staff
delete, insert, select, update on app.information_request to spoor_staff
delete, insert, select, update on app.note_draft to spoor_staff
delete, insert, select, update on app.note_presence to spoor_staff
delete, select on app.capacity_item to spoor_candidate
delete, select on app.illness_item to spoor_candidate
delete, select on app.information_answer to spoor_candidate
insert on app.collection to spoor_staff
insert on app.notice_handled to spoor_staff
insert on auth.account to spoor_staff
insert, select on app.acknowledgement to spoor_staff
insert, select on app.agreement_line to spoor_staff
insert, select on app.agreement_question to spoor_candidate
insert, select on app.break_glass to spoor_staff
insert, select on app.capacity_item to spoor_staff
insert, select on app.carer to spoor_staff
insert, select on app.collection_event to spoor_staff
insert, select on app.confidentiality_statement to spoor_staff
insert, select on app.conflict to spoor_staff
insert, select on app.consent to spoor_staff
insert, select on app.consent_event to spoor_candidate
insert, select on app.consent_event to spoor_staff
insert, select on app.consent_event to spoor_worker
insert, select on app.demand to spoor_staff
insert, select on app.disclosed_document to spoor_staff
insert, select on app.disclosure to spoor_staff
insert, select on app.disclosure_consent to spoor_staff
insert, select on app.disclosure_consent to spoor_worker
insert, select on app.dispatch to spoor_staff
insert, select on app.guard_word to spoor_staff
insert, select on app.illness_item to spoor_staff
insert, select on app.inform_event to spoor_candidate
insert, select on app.inform_event to spoor_staff
insert, select on app.information_answer to spoor_staff
insert, select on app.information_request_event to spoor_staff
insert, select on app.look_review to spoor_staff
insert, select on app.note_version to spoor_staff
insert, select on app.person to spoor_staff
insert, select on app.report to spoor_staff
insert, select on app.report_answer to spoor_candidate
insert, select on app.report_answer to spoor_staff
insert, select on app.report_exception to spoor_staff
insert, select on app.report_presence to spoor_staff
insert, select on app.report_reminder to spoor_staff
insert, select on app.report_reminder to spoor_worker
insert, select on app.report_settings to spoor_staff
insert, select on app.report_version to spoor_staff
insert, select on app.report_voiding to spoor_staff
insert, select on app.reporting_agreement to spoor_staff
insert, select on app.set_aside to spoor_staff
insert, select on app.sickness_calendar to spoor_staff
insert, select on app.trajectory_event to spoor_staff
insert, select on auth.passkey to spoor_candidate
insert, select on auth.passkey to spoor_staff
insert, select on auth.vouching to spoor_staff
insert, select, update on app.address_verification to spoor_staff
insert, select, update on app.agency to spoor_staff
insert, select, update on app.assignment to spoor_staff
insert, select, update on app.candidate to spoor_staff
insert, select, update on app.commissioner to spoor_staff
insert, select, update on app.contact_person to spoor_staff
insert, select, update on app.membership to spoor_staff
insert, select, update on app.report_draft to spoor_staff
insert, select, update on app.staff_member to spoor_staff
insert, select, update on app.staff_role to spoor_staff
insert, select, update on app.trajectory to spoor_staff
insert, select, update on auth.invitation to spoor_staff
insert, select, update on auth.recovery_code to spoor_candidate
insert, select, update on auth.recovery_code to spoor_staff
insert, select, update on auth.session to spoor_candidate
insert, select, update on auth.session to spoor_staff
insert, select, update on auth.totp to spoor_candidate
insert, select, update on auth.totp to spoor_staff
select on app.acknowledgement to spoor_backup
select on app.address_verification to spoor_backup
select on app.address_verification to spoor_worker
select on app.agency to spoor_backup
select on app.agency to spoor_candidate
select on app.agency to spoor_recipient
select on app.agency to spoor_worker
select on app.agreement_line to spoor_backup
select on app.agreement_line to spoor_candidate
select on app.agreement_line to spoor_worker
select on app.agreement_question to spoor_backup
select on app.agreement_question to spoor_staff
select on app.assignment to spoor_backup
select on app.assignment to spoor_candidate
select on app.assignment to spoor_worker
select on app.break_glass to spoor_backup
select on app.bsn to spoor_backup
select on app.bsn to spoor_candidate
select on app.bsn_ground to spoor_backup
select on app.bsn_ground to spoor_staff
select on app.candidate to spoor_backup
select on app.candidate to spoor_candidate
select on app.candidate to spoor_worker
select on app.candidate_field to spoor_backup
select on app.candidate_field to spoor_candidate
select on app.capacity_item to spoor_backup
select on app.carer to spoor_backup
select on app.carer to spoor_candidate
select on app.collection to spoor_backup
select on app.collection to spoor_worker
select on app.collection_event to spoor_backup
select on app.collection_event to spoor_candidate
select on app.collection_pass to spoor_backup
select on app.commissioner to spoor_backup
select on app.commissioner to spoor_candidate
select on app.commissioner to spoor_worker
select on app.confidentiality_statement to spoor_backup
select on app.conflict to spoor_backup
select on app.consent to spoor_backup
select on app.consent to spoor_candidate
select on app.consent to spoor_worker
select on app.consent_event to spoor_backup
select on app.contact_person to spoor_backup
select on app.contact_person to spoor_candidate
select on app.contact_person to spoor_recipient
select on app.contact_person to spoor_worker
select on app.declared_field to spoor_backup
select on app.declared_field to spoor_staff
select on app.demand to spoor_backup
select on app.demand to spoor_worker
select on app.disclosed_document to spoor_backup
select on app.disclosed_document to spoor_candidate
select on app.disclosed_document to spoor_recipient
select on app.disclosed_document to spoor_worker
select on app.disclosure to spoor_backup
select on app.disclosure to spoor_candidate
select on app.disclosure to spoor_recipient
select on app.disclosure to spoor_worker
select on app.disclosure_consent to spoor_backup
select on app.disclosure_consent to spoor_candidate
select on app.dispatch to spoor_backup
select on app.dispatch to spoor_worker
select on app.dispatch_event to spoor_backup
select on app.dispatch_event to spoor_staff
select on app.earlier_seal to spoor_backup
select on app.guard_word to spoor_backup
select on app.health_ground to spoor_backup
select on app.health_ground to spoor_staff
select on app.heartbeat to spoor_backup
select on app.illness_item to spoor_backup
select on app.inform_event to spoor_backup
select on app.inform_event to spoor_worker
select on app.information_answer to spoor_backup
select on app.information_request to spoor_backup
select on app.information_request to spoor_candidate
select on app.information_request_event to spoor_backup
select on app.information_request_event to spoor_candidate
select on app.look_review to spoor_backup
select on app.membership to spoor_backup
select on app.note to spoor_backup
select on app.note_draft to spoor_backup
select on app.note_presence to spoor_backup
select on app.note_version to spoor_backup
select on app.notice_handled to spoor_backup
select on app.person to spoor_backup
select on app.person to spoor_candidate
select on app.person to spoor_worker
select on app.person_token to spoor_backup
select on app.regulation_version to spoor_backup
select on app.regulation_version to spoor_staff
select on app.report to spoor_backup
select on app.report to spoor_candidate
select on app.report to spoor_worker
select on app.report_answer to spoor_backup
select on app.report_answer to spoor_worker
select on app.report_check to spoor_backup
select on app.report_draft to spoor_backup
select on app.report_exception to spoor_backup
select on app.report_exception to spoor_candidate
select on app.report_exception to spoor_worker
select on app.report_presence to spoor_backup
select on app.report_reminder to spoor_backup
select on app.report_settings to spoor_backup
select on app.report_version to spoor_backup
select on app.report_version to spoor_candidate
select on app.report_version to spoor_worker
select on app.report_voiding to spoor_backup
select on app.report_voiding to spoor_candidate
select on app.report_voiding to spoor_worker
select on app.reporting_agreement to spoor_backup
select on app.reporting_agreement to spoor_candidate
select on app.reporting_agreement to spoor_worker
select on app.set_aside to spoor_backup
select on app.set_aside to spoor_candidate
select on app.set_aside to spoor_worker
select on app.sickness_calendar to spoor_backup
select on app.sickness_calendar to spoor_candidate
select on app.staff_member to spoor_backup
select on app.staff_member to spoor_candidate
select on app.staff_member to spoor_worker
select on app.staff_role to spoor_backup
select on app.trajectory to spoor_backup
select on app.trajectory to spoor_candidate
select on app.trajectory to spoor_worker
select on app.trajectory_event to spoor_backup
select on app.trajectory_event to spoor_candidate
select on audit.entry to spoor_backup
select on audit.entry to spoor_staff
select on auth.account to spoor_backup
select on auth.attempt to spoor_backup
select on auth.challenge to spoor_backup
select on auth.invitation to spoor_backup
select on auth.passkey to spoor_backup
select on auth.recovery_code to spoor_backup
select on auth.session to spoor_backup
select on auth.totp to spoor_backup
select on auth.vouching to spoor_backup
select, update on app.address_verification to spoor_recipient
select, update on auth.account to spoor_candidate
select, update on auth.invitation to spoor_candidate

-- column grants

select (action, actor_id, actor_kind, at, break_glass, clause, ground, id, object_id, object_type, outcome, purpose, roles) on audit.entry to spoor_candidate
select (activated_at, created_at, ended_at, ended_by, person_id, realm, row_version) on auth.account to spoor_staff
select (basis, categories, disclosure_id, id, subject_id, withheld_article, withheld_until) on app.demand to spoor_candidate
select (capacity, from_at, id, staff_id, subject_id, trajectory_id, until_at) on app.membership to spoor_candidate
select (code_n, code_until, contact_id, created_at, disclosure_id, ended_at, ended_by, ended_clause, expires_on, locked_at, row_version, subject_id, trajectory_id, verification_id, wrong) on app.collection to spoor_staff
update (activated_at, email_token, ended_at, ended_by, password_hash, row_version) on auth.account to spoor_staff
update (attempts, began_at, clause, detail, row_version, state, state_at, transmit_after) on app.dispatch to spoor_worker
update (attempts, clause, detail, row_version, state, state_at, transmit_after) on app.dispatch to spoor_staff
update (backed_up, counter, ended_at, last_used_at, name) on auth.passkey to spoor_candidate
update (backed_up, counter, ended_at, last_used_at, name) on auth.passkey to spoor_staff
update (code_n, code_token, code_until, locked_at, row_version, wrong) on app.collection to spoor_staff
update (confirmed_at, confirmed_by, disclosure_id, ended_at, ended_by, row_version, told_at) on app.demand to spoor_staff
update (confirmed_at, confirmed_by, ended_at, ended_by) on auth.vouching to spoor_staff
update (confirmed_at, confirmed_by, ended_at, ended_by, leaving_at, leaving_by, row_version) on app.guard_word to spoor_staff
update (confirmed_at, confirmed_by, refused_at, refused_by, reviewed_at, reviewed_by, row_version) on app.set_aside to spoor_staff
update (confirmed_at, confirmed_by, row_version, withdrawn_at, withdrawn_by) on app.report_exception to spoor_staff
update (ended_at, ended_by, row_version) on app.capacity_item to spoor_staff
update (ended_at, ended_by, row_version) on app.carer to spoor_staff
update (ended_at, ended_by, row_version) on app.conflict to spoor_staff
update (ended_at, ended_by, row_version) on app.illness_item to spoor_staff
update (ended_at, review_note, reviewed_at, reviewed_by, row_version, verdict) on app.break_glass to spoor_staff
update (number, recorded_at, recorded_by, row_version, token) on app.bsn to spoor_staff
update (released_at, row_version) on app.collection to spoor_worker
update (row_version, state, state_at, state_by) on app.report to spoor_candidate
update (row_version, state, state_at, state_by, versions) on app.report to spoor_staff
update (row_version, told_at) on app.demand to spoor_worker
update (seen_at) on app.report_presence to spoor_staff
update (settled_at, settled_by) on app.agreement_question to spoor_staff
update (versions) on app.note to spoor_staff

-- who may call what

app.actor() to spoor_auditor, spoor_backup, spoor_candidate, spoor_keys, spoor_recipient, spoor_staff, spoor_worker
app.address_taken(bytea,uuid) to spoor_staff
app.admit(name,text,regclass,text,text) to nobody
app.admit_backup() to nobody
app.another_person() to nobody
app.ask_once() to nobody
app.ask_release(bytea,timestamp with time zone) to spoor_recipient
app.ask_whom() to nobody
app.backing_up() to spoor_backup
app.beat() to spoor_worker
app.cleared() to spoor_staff
app.collectable(app.collection,timestamp with time zone) to nobody
app.collecting() to spoor_recipient
app.collection_head(uuid) to spoor_worker
app.compartment() to spoor_candidate, spoor_staff, spoor_worker
app.confidentiality_of(uuid) to spoor_staff
app.confirm_paper(uuid,timestamp with time zone) to spoor_staff
app.consent_held(app.consent,text,timestamp with time zone) to nobody
app.consent_papers() to spoor_staff
app.consents_given(text,text,uuid,uuid,text,date,boolean) to spoor_candidate, spoor_recipient, spoor_staff, spoor_worker
app.consents_of_another() to spoor_worker
app.consents_past(date) to spoor_worker
app.consents_then(text,text,uuid,uuid,text,timestamp with time zone,boolean) to spoor_staff, spoor_worker
app.consents_to_confirm() to spoor_staff
app.demands_to_judge() to spoor_staff
app.demands_to_tell(date) to spoor_worker
app.demands_waiting() to spoor_staff
app.dispatch_head(uuid) to spoor_worker
app.dispatches_under_way() to spoor_worker
app.emergency_facts(uuid) to spoor_staff
app.end_collection(uuid,text,timestamp with time zone,bytea) to spoor_candidate, spoor_staff, spoor_worker
app.enqueue(text,json,timestamp with time zone,text) to spoor_candidate, spoor_recipient, spoor_staff, spoor_worker
app.entry() to spoor_auditor, spoor_backup, spoor_candidate, spoor_keys, spoor_recipient, spoor_staff, spoor_worker
app.exception_left(uuid) to spoor_staff
app.exception_stands(uuid) to spoor_staff
app.exceptions_to_judge() to spoor_staff
app.find_address_verification(bytea,timestamp with time zone) to spoor_recipient
app.find_bsn(bytea) to spoor_staff
app.find_collection(bytea,timestamp with time zone) to spoor_recipient
app.find_for_emergency(text,bytea) to spoor_staff
app.find_paper(text) to spoor_staff
app.glass_broken() to spoor_staff
app.glass_open(uuid) to spoor_staff
app.guard_word_twice() to nobody
app.handles_papers(uuid) to spoor_staff
app.has_role(text) to spoor_staff
app.health_kept(uuid,text) to spoor_candidate, spoor_staff
app.health_open(uuid,text) to spoor_staff
app.held_when_it_went() to nobody
app.hold_consent(uuid,text,text) to nobody
app.hold_consents(uuid) to nobody
app.in_conflict(uuid,uuid) to spoor_staff
app.informed_of(uuid) to spoor_candidate, spoor_staff, spoor_worker
app.is_taken(uuid) to spoor_staff
app.judge_demand() to nobody
app.keep_seal() to nobody
app.kinds_of(uuid) to nobody
app.knows(uuid,uuid) to spoor_staff
app.lock_collection(uuid,timestamp with time zone) to spoor_worker
app.lock_dispatch(uuid,uuid) to spoor_worker
app.match_candidate() to nobody
app.match_staff() to nobody
app.may_ask_consent(app.consent) to nobody
app.move_consent() to nobody
app.my_brief_reports() to spoor_staff
app.my_candidates() to spoor_staff
app.my_commissioners() to spoor_candidate
app.my_conflicts() to spoor_staff
app.my_contacts() to spoor_candidate
app.my_dossier() to spoor_staff
app.my_note_drafts() to spoor_staff
app.my_report_mail() to spoor_staff
app.my_staff() to spoor_candidate
app.my_trajectories() to spoor_staff
app.note_collection(app.collection,text,timestamp with time zone,text,bytea) to nobody
app.note_dispatch() to nobody
app.note_same(uuid,uuid) to nobody
app.notices_back() to spoor_staff
app.oral_reports() to spoor_staff
app.own_trajectories() to spoor_staff
app.paper_of(uuid) to spoor_staff
app.papers() to spoor_staff
app.passed(bytea,timestamp with time zone) to spoor_recipient
app.plain_number(text) to spoor_staff
app.protect(regclass,name) to nobody
app.purpose() to spoor_auditor, spoor_candidate, spoor_keys, spoor_recipient, spoor_staff, spoor_worker
app.queue_notice(uuid,uuid,text,text,bytea,bytea,bytea,timestamp with time zone,text,text[],uuid,text) to spoor_candidate, spoor_recipient, spoor_staff, spoor_worker
app.registered_paper(uuid) to spoor_staff
app.release_answer(bytea) to spoor_recipient
app.release_to() to nobody
app.reminder_address() to spoor_worker
app.report_checks_lately() to spoor_staff
app.reports_awaiting_answer(timestamp with time zone) to spoor_worker
app.same_person(uuid,integer) to spoor_candidate, spoor_staff, spoor_worker
app.same_reader(uuid) to spoor_worker
app.seals() to spoor_recipient, spoor_staff
app.sees_headers() to spoor_staff
app.sender_stands(uuid,timestamp with time zone) to spoor_worker
app.set_aside_once() to nobody
app.set_up(jsonb,bytea,uuid,bytea,bytea,bytea,bytea,date,timestamp with time zone) to spoor_recipient
app.stop_consented(uuid,text[],text,timestamp with time zone) to spoor_candidate, spoor_staff, spoor_worker
app.stop_disclosures(text,uuid,text,timestamp with time zone) to spoor_candidate, spoor_staff, spoor_worker
app.stranded() to spoor_staff
app.subject() to spoor_auditor, spoor_candidate, spoor_keys, spoor_recipient, spoor_staff, spoor_worker
app.take_release(bytea,timestamp with time zone) to spoor_recipient
app.to_whom() to nobody
app.try_collection(bytea,bytea,bytea,bytea,timestamp with time zone) to spoor_recipient
app.verify_report(bytea,text[],timestamp with time zone,text) to spoor_recipient
app.vital_signs() to spoor_recipient, spoor_staff
app.withheld() to spoor_candidate
app.withheld_since() to spoor_candidate
audit.append(text,text[],uuid,uuid,uuid[],uuid[],text,text,uuid,text,text,text,text,text,bytea) to spoor_auditor, spoor_backup, spoor_candidate, spoor_recipient, spoor_staff, spoor_worker
audit.covers(uuid,uuid,uuid[]) to spoor_keys
audit.guard() to nobody
audit.write(text,text[],uuid,uuid,uuid[],uuid[],text,text,uuid,text,text,text,text,text,bytea) to nobody
auth.ask_challenge(bytea,text,text,bytea) to spoor_candidate, spoor_staff
auth.begin_attempt(uuid,text,bytea[],integer[],integer) to spoor_candidate, spoor_recipient, spoor_staff
auth.end_factors(uuid,timestamp with time zone) to spoor_staff
auth.end_session_of(uuid,uuid,timestamp with time zone) to spoor_staff
auth.end_sessions(uuid,text) to spoor_staff
auth.find(text,bytea) to spoor_candidate, spoor_staff
auth.find_invitation(bytea,text) to spoor_candidate, spoor_staff
auth.find_passkey(bytea,text) to spoor_candidate, spoor_staff
auth.forgive_attempt(uuid,bytea[]) to spoor_candidate, spoor_staff
auth.in_use(uuid) to spoor_staff
auth.odd_sign_ins(timestamp with time zone) to spoor_worker
auth.own_password() to spoor_candidate, spoor_staff
auth.own_password_only() to nobody
auth.owner_address() to spoor_worker
auth.resume(bytea,text,bytea,bytea,timestamp with time zone) to spoor_candidate, spoor_staff
auth.sessions_of(uuid) to spoor_staff
auth.signed_in() to spoor_staff
auth.take_challenge(bytea,text,text,bytea) to spoor_candidate, spoor_staff
