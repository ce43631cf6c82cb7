-- R6.1: what will be reported about a candidate, to whom, which data, how, why and how often; in versions that only follow one
-- another, and that the candidate was told of it, with who, when and how.

create table app.reporting_agreement (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null, made_by uuid not null references app.person,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  unique (trajectory_id, version),
  unique (subject_id, trajectory_id, id)
);
comment on table app.reporting_agreement is 'the newest version of a trajectory is the one in force; one without lines says that nobody gets a report';
call app.protect('app.reporting_agreement', 'subject_id');

create table app.agreement_line (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, agreement_id uuid not null,
  place int not null,
  root_id uuid not null,
  since date not null,
  contact_id uuid not null references app.contact_person,
  categories text[] not null check (cardinality(categories) > 0),
  form text not null check (form in ('written', 'oral')),
  kind text not null check (kind in ('brief', 'extensive')),
  about text not null check (about in ('plan', 'progress', 'final')),
  purpose text not null,
  every_months int check (every_months between 1 and 24),
  every_weeks int check (every_weeks between 1 and 52),
  after_days int check (after_days between 0 and 730),
  at_end boolean not null default false,
  first_due date,
  check (num_nonnulls(every_months, every_weeks, after_days) + at_end::int = 1),
  foreign key (subject_id, trajectory_id, agreement_id) references app.reporting_agreement (subject_id, trajectory_id, id),
  unique (agreement_id, place),
  unique (subject_id, trajectory_id, id)
);
comment on column app.agreement_line.root_id is 'the line of an earlier version that this one continues (itself when new): what was reported on that counts for this';
create index agreement_line_trajectory on app.agreement_line (trajectory_id);
create index agreement_line_root on app.agreement_line (root_id);
call app.protect('app.agreement_line', 'subject_id');

-- The candidate was told (R6.1, R7.2): of an agreement, a report, a disclosure or an oral report.
create table app.inform_event (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  about text not null check (about in ('agreement', 'report', 'disclosure', 'oral')),
  about_id uuid not null,
  how text not null check (how in ('portal', 'conversation', 'phone', 'letter')),
  on_day date not null,
  at timestamptz not null, by_id uuid not null references app.person,
  note bytea,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
create index inform_event_about on app.inform_event (about_id);
call app.protect('app.inform_event', 'subject_id');

-- What a candidate wants to ask about an agreement before, or instead of, saying that they read it.
create table app.agreement_question (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, agreement_id uuid not null,
  question bytea not null,
  asked_at timestamptz not null,
  settled_at timestamptz, settled_by uuid references app.person,
  check ((settled_at is null) = (settled_by is null)),
  foreign key (subject_id, trajectory_id, agreement_id) references app.reporting_agreement (subject_id, trajectory_id, id)
);
create index agreement_question_trajectory on app.agreement_question (trajectory_id) where settled_at is null;
call app.protect('app.agreement_question', 'subject_id');

-- When the candidate was told of this, for whoever may know the headers; the note of the conversation stays in the dossier.
create function app.informed_of(about uuid) returns timestamptz language sql stable security definer set search_path = '' as $$
  select min(e.at) from app.inform_event e
  where e.about_id = $1 and (e.subject_id = app.actor() or e.trajectory_id in (select app.my_trajectories()) or app.sees_headers()
    or (session_user = 'spoor_worker' and e.subject_id = app.subject()))
$$;
grant execute on function app.informed_of to spoor_staff, spoor_candidate, spoor_worker;

-- Rows are only added: a version once made is what the candidate was told, for good. Nobody has update or delete.
call app.admit('spoor_staff', 'select, insert', 'app.reporting_agreement',
  'trajectory_id in (select app.my_trajectories()) or app.sees_headers()',
  'subject_id = app.subject() and made_by = app.actor() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_candidate', 'select', 'app.reporting_agreement', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.reporting_agreement', 'subject_id = app.subject()');

call app.admit('spoor_staff', 'select, insert', 'app.agreement_line',
  'trajectory_id in (select app.my_trajectories()) or app.sees_headers()',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_candidate', 'select', 'app.agreement_line', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.agreement_line', 'subject_id = app.subject()');

-- Only the candidate, in the portal, can leave the proof that the candidate read it in the portal.
call app.admit('spoor_staff', 'select, insert', 'app.inform_event',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())',
  $$subject_id = app.subject() and by_id = app.actor() and how <> 'portal' and trajectory_id in (select app.my_trajectories())$$);
call app.admit('spoor_candidate', 'select, insert', 'app.inform_event', 'subject_id = app.actor()',
  $$subject_id = app.actor() and by_id = app.actor() and how = 'portal' and note is null$$);
call app.admit('spoor_worker', 'select', 'app.inform_event', 'subject_id = app.subject()');

call app.admit('spoor_staff', 'select, update', 'app.agreement_question',
  'trajectory_id in (select app.my_trajectories())',
  'settled_by = app.actor() and trajectory_id in (select app.my_trajectories())');
revoke update on app.agreement_question from spoor_staff;
grant update (settled_at, settled_by) on app.agreement_question to spoor_staff;
call app.admit('spoor_candidate', 'select, insert', 'app.agreement_question', 'subject_id = app.actor()',
  'subject_id = app.actor() and settled_at is null');
