-- R7.1, R7.2: reports. What is approved is bytes: a version is frozen when it is submitted and never changes after.

create table app.report (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  line_id uuid not null,
  kind text not null check (kind in ('brief', 'extensive')),
  about text not null check (about in ('plan', 'progress', 'final')),
  period_from date, period_to date,
  due_on date,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'approved', 'changeRequested', 'refused', 'sent', 'withdrawn')),
  state_at timestamptz not null, state_by uuid not null,
  versions int not null default 0,
  created_at timestamptz not null, created_by uuid not null,
  row_version int not null default 1,
  unique (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, trajectory_id, line_id) references app.agreement_line (subject_id, trajectory_id, id)
);
comment on column app.report.due_on is 'which due date of the agreement line this report answers; null when nobody waited for it';
create index report_trajectory on app.report (trajectory_id);
call app.protect('app.report', 'subject_id');

-- The words being written, apart from the header: a list of reports never touches them.
create table app.report_draft (
  report_id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  title bytea not null, body bytea not null,
  updated_at timestamptz not null, updated_by uuid not null,
  row_version int not null default 1,
  foreign key (subject_id, report_id) references app.report (subject_id, id)
);
call app.protect('app.report_draft', 'subject_id');

-- Who has a draft open now, so that two people who write in it are told of each other.
create table app.report_presence (
  report_id uuid not null,
  staff_id uuid not null references app.staff_member,
  subject_id uuid not null, trajectory_id uuid not null,
  seen_at timestamptz not null,
  primary key (report_id, staff_id),
  foreign key (subject_id, report_id) references app.report (subject_id, id)
);
call app.protect('app.report_presence', 'subject_id');

create table app.report_version (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  report_id uuid not null,
  n int not null,
  title bytea not null, body bytea not null, pdf bytea not null,
  sha256 bytea not null,
  document_number text not null unique,
  contact_id uuid not null references app.contact_person,
  commissioner_id uuid not null references app.commissioner,
  verification_id uuid not null references app.address_verification,
  recipients bytea not null,
  recipients_sha256 bytea not null,
  categories text[] not null, purpose text not null,
  submitted_at timestamptz not null, submitted_by uuid not null,
  unique (report_id, n), unique (subject_id, id),
  foreign key (subject_id, report_id) references app.report (subject_id, id)
);
comment on column app.report_version.recipients is 'person, organisation and address as they were shown with this text (sealed JSON)';
comment on column app.report_version.verification_id is 'the verified address: another address is another verification';
call app.protect('app.report_version', 'subject_id');

-- What ended a version before it was sent: a change, another recipient, withdrawal. Its approval goes with it.
create table app.report_voiding (
  version_id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  why text not null check (why in ('revised', 'recipientChanged', 'withdrawn')),
  at timestamptz not null, by_id uuid not null,
  foreign key (subject_id, version_id) references app.report_version (subject_id, id)
);
call app.protect('app.report_voiding', 'subject_id');

-- The candidate's answer, bound to the bytes and to the recipients. The reason is for staff; their own view goes out with it.
create table app.report_answer (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  version_id uuid not null unique,
  answer text not null check (answer in ('approved', 'approvedWithRemark', 'changeRequested', 'refused')),
  sha256 bytea not null, recipients_sha256 bytea not null,
  remark bytea, own_view bytea,
  method text not null check (method in ('portal', 'paper')),
  answered_on date not null,
  at timestamptz not null, by_id uuid not null,
  second_factor_at timestamptz,
  -- On paper: two members of staff saw the signed page that bears the hash.
  confirmed_by uuid, confirmed_at timestamptz,
  check (method = 'paper' or (by_id = subject_id and second_factor_at is not null)),
  check (confirmed_by is null or confirmed_by <> by_id),
  foreign key (subject_id, version_id) references app.report_version (subject_id, id)
);
call app.protect('app.report_answer', 'subject_id');

create table app.report_reminder (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, version_id uuid not null,
  at timestamptz not null, by_id uuid not null,
  foreign key (subject_id, version_id) references app.report_version (subject_id, id)
);
call app.protect('app.report_reminder', 'subject_id');

-- R7.1 on paper. Back office handles the papers of everybody (src/law/roles.ts), others those of their own caseload; nobody sees more
-- of a report here than what its answer form bears.
create function app.handles_papers(trajectory uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select (app.cleared() and app.has_role('backOffice')) or $1 in (select app.my_trajectories())
$$;
create function app.plain_number(typed text) returns text language sql immutable set search_path = '' as $$
  select regexp_replace(upper($1), '[^0-9A-Z]', '', 'g')
$$;
-- Whose paper this is: who holds it types its number.
create function app.find_paper(number text)
returns table (subject_id uuid, report_id uuid, version_id uuid) language sql stable security definer set search_path = '' as $$
  select v.subject_id, v.report_id, v.id from app.report_version v
  where app.plain_number(v.document_number) = app.plain_number($1) and app.handles_papers(v.trajectory_id)
$$;
-- The newest version of one report of the opened subject, as its answer form bears it: what an answer is bound to.
create function app.paper_of(report uuid)
returns table (id uuid, document_number text, sha256 bytea, recipients_sha256 bytea, voided text)
language sql stable security definer set search_path = '' as $$
  select v.id, v.document_number, v.sha256, v.recipients_sha256, x.why
  from app.report r join app.report_version v on v.report_id = r.id and v.n = r.versions
  left join app.report_voiding x on x.version_id = v.id
  where r.id = $1 and r.subject_id = app.subject() and app.handles_papers(r.trajectory_id)
$$;
-- Approvals on paper that wait for a second pair of eyes, and those that one confirmed oneself (a repeat changes nothing). A
-- coordinator sees everywhere that they wait; handles says who may confirm.
create function app.papers()
returns table (answer_id uuid, subject_id uuid, trajectory_id uuid, report_id uuid, kind text, about text, state text,
  document_number text, hash text, answered_on date, at timestamptz, by_id uuid, confirmed_by uuid, handles boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, r.subject_id, r.trajectory_id, r.id, r.kind, r.about, r.state, v.document_number,
    left(encode(v.sha256, 'hex'), 8), a.answered_on, a.at, a.by_id, a.confirmed_by, app.handles_papers(r.trajectory_id)
  from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  join app.report_answer a on a.version_id = v.id
  where r.state = 'approved' and a.method = 'paper' and (a.confirmed_by is null or a.confirmed_by = app.actor())
    and (app.handles_papers(r.trajectory_id) or (app.cleared() and app.has_role('coordinator')))
$$;
-- The one thing about an answer that ever changes: once, and by nobody who registered it.
create function app.confirm_paper(answer uuid, at timestamptz) returns setof uuid
language sql volatile security definer set search_path = '' as $$
  update app.report_answer a set confirmed_by = app.actor(), confirmed_at = $2
  where a.id = $1 and a.subject_id = app.subject() and a.method = 'paper' and a.confirmed_by is null
    and a.by_id <> app.actor() and app.handles_papers(a.trajectory_id)
  returning a.id
$$;
-- Did this member of staff register the answer on paper that moves this report on?
create function app.registered_paper(report uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from app.report r join app.report_version v on v.report_id = r.id and v.n = r.versions
    join app.report_answer a on a.version_id = v.id
    where r.id = $1 and r.subject_id = app.subject() and a.method = 'paper' and a.by_id = app.actor())
$$;
grant execute on function app.handles_papers, app.plain_number, app.find_paper, app.paper_of, app.papers, app.confirm_paper,
  app.registered_paper to spoor_staff;

-- Headers: one's caseload, and who watches everybody's deadlines. Contents: within one opened dossier only.
-- What a report is (kind, line, period) stays as it was begun: an extensive one cannot become brief.
call app.admit('spoor_staff', 'select, insert, update (state, state_at, state_by, versions, row_version)', 'app.report',
  'trajectory_id in (select app.my_trajectories()) or app.sees_headers()',
  $$trajectory_id in (select app.my_trajectories())
    or (state in ('approved', 'changeRequested', 'refused') and app.handles_papers(trajectory_id) and app.registered_paper(id))$$);
call app.admit('spoor_staff', 'select, insert, update', 'app.report_draft',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_staff', 'select, insert, update (seen_at)', 'app.report_presence',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())',
  'staff_id = app.actor() and subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_staff', 'select, insert', 'app.report_version',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_staff', 'select, insert', 'app.report_voiding',
  'trajectory_id in (select app.my_trajectories()) or app.sees_headers()', 'trajectory_id in (select app.my_trajectories())');
-- An answer stays as it was given; the second look at a signed paper is added by app.confirm_paper. Back office writes the answer on a
-- paper and reads none: the candidate's words are for the dossier.
call app.admit('spoor_staff', 'select, insert', 'app.report_answer',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())',
  $$method = 'paper' and subject_id = app.subject() and by_id = app.actor() and confirmed_by is null
    and app.handles_papers(trajectory_id)$$);
call app.admit('spoor_staff', 'select, insert', 'app.report_reminder',
  'trajectory_id in (select app.my_trajectories()) or app.sees_headers()', 'trajectory_id in (select app.my_trajectories())');

-- The candidate sees what was submitted to them, never a draft; and answers in their own name only.
call app.admit('spoor_candidate', 'select, update', 'app.report',
  $$subject_id = app.actor() and versions > 0$$, $$subject_id = app.actor() and state in ('approved', 'changeRequested', 'refused')$$);
revoke update on app.report from spoor_candidate;
grant update (state, state_at, state_by, row_version) on app.report to spoor_candidate;
call app.admit('spoor_candidate', 'select', 'app.report_version', 'subject_id = app.actor()');
call app.admit('spoor_candidate', 'select', 'app.report_voiding', 'subject_id = app.actor()');
call app.admit('spoor_candidate', 'select, insert', 'app.report_answer', 'subject_id = app.actor()',
  $$subject_id = app.actor() and by_id = app.actor() and method = 'portal'$$);

-- The worker rechecks at transmission, and reminds.
call app.admit('spoor_worker', 'select', 'app.report', 'subject_id = app.subject()');
call app.admit('spoor_worker', 'select', 'app.report_version', 'subject_id = app.subject()');
call app.admit('spoor_worker', 'select', 'app.report_voiding', 'subject_id = app.subject()');
call app.admit('spoor_worker', 'select', 'app.report_answer', 'subject_id = app.subject()');
call app.admit('spoor_worker', 'select, insert', 'app.report_reminder', 'subject_id = app.subject()');

-- Whom to remind is asked without opening a dossier: ids and times only.
create function app.reports_awaiting_answer(before timestamptz)
returns table (subject_id uuid, version_id uuid) language sql stable security definer set search_path = '' as $$
  select v.subject_id, v.id from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  where r.kind = 'extensive' and r.state = 'submitted' and v.submitted_at < $1
    and not exists (select from app.report_reminder m where m.version_id = v.id and m.at > $1)
$$;
grant execute on function app.reports_awaiting_answer to spoor_worker;

-- Where the one candidate whom the worker works for reads their mail, when they have an account to answer in; still sealed.
create function app.reminder_address()
returns table (id uuid, value bytea, language text) language sql stable security definer set search_path = '' as $$
  select f.id, f.value, c.language from app.candidate c
  join auth.account a on a.person_id = c.id and a.realm = 'candidate' and a.ended_at is null
  join app.candidate_field f on f.subject_id = c.id and f.field = 'email'
  where c.id = app.subject() order by f.updated_at desc limit 1
$$;
grant execute on function app.reminder_address to spoor_worker;
