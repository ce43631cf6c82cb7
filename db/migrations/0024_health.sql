-- What is special: the citizen service number, where a law gives a ground (R2.1); and the health compartment, with what is asked of
-- doctors (R8.2, R8.3). Nothing of it is in search, in the timeline, or with the worker and the recipients: they have no grant here.

-- Copied from src/law at every start: which work, by whose order, stands on a law or on consent, and for which purpose.
create table app.bsn_ground (
  assignment_type text not null, commissioner_kind text not null, statute text not null,
  primary key (assignment_type, commissioner_kind)
);
create table app.health_ground (
  assignment_type text not null, commissioner_kind text not null, purpose text not null,
  ground text not null check (ground in ('statute', 'consent')),
  primary key (assignment_type, commissioner_kind, purpose)
);
call app.protect('app.bsn_ground', null);
call app.protect('app.health_ground', null);
drop trigger guard on app.bsn_ground;
drop trigger guard on app.health_ground;

-- One's own caseload, whether or not some glass is broken: an emergency opens a dossier, not this.
create function app.own_trajectories() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.trajectory_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now())
    and app.cleared() and app.has_role('coach') and m.subject_id not in (select app.my_conflicts())
$$;
grant execute on function app.own_trajectories to spoor_staff;

-- The chain of keys makes the database refuse a number for any work without a ground: the row says for which assignment, of which type,
-- of which commissioner, of which kind, and each step must be as it is.
alter table app.trajectory add constraint trajectory_assignment_key unique (subject_id, id, assignment_id);
alter table app.assignment add constraint assignment_type_key unique (id, type, commissioner_id);
alter table app.commissioner add constraint commissioner_kind_key unique (id, kind);
create table app.bsn (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null unique,
  assignment_id uuid not null, assignment_type text not null,
  commissioner_id uuid not null, commissioner_kind text not null,
  number bytea not null, token bytea not null,
  recorded_at timestamptz not null, recorded_by uuid not null references app.person,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id, assignment_id) references app.trajectory (subject_id, id, assignment_id),
  foreign key (assignment_id, assignment_type, commissioner_id) references app.assignment (id, type, commissioner_id),
  foreign key (commissioner_id, commissioner_kind) references app.commissioner (id, kind),
  constraint bsn_needs_a_statute foreign key (assignment_type, commissioner_kind) references app.bsn_ground
);
comment on column app.bsn.token is 'keyed, of the whole number: found exactly or not at all';
create index bsn_token on app.bsn (token);
call app.protect('app.bsn', 'subject_id');

create function app.find_bsn(token bytea) returns setof uuid language sql stable security definer set search_path = '' as $$
  select b.subject_id from app.bsn b
  where b.token = $1 and b.subject_id not in (select app.my_conflicts())
    and (b.trajectory_id in (select app.own_trajectories()) or (app.cleared() and app.has_role('backOffice')))
$$;
grant execute on function app.find_bsn to spoor_staff;

-- Which area of the compartment this transaction has open. Saying so is a deed of its own, and whoever has it open writes no report,
-- note or mail in the same transaction: what is in there gets out in a person's own words only (R8.3).
create function app.compartment() returns text language sql stable parallel safe
  return nullif(current_setting('app.compartment', true), '');
grant execute on function app.compartment to spoor_staff, spoor_candidate, spoor_worker;

-- A consent to keep this, in force today (UAVG 22(2)(a)); withdrawn, it is not there any more, and the area is shut.
create function app.hold_consent(person uuid, area text, purpose text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from app.consent c
    where c.subject_id = $1 and c.kind = 'hold' and c.state = 'given' and $2 = any (c.data_classes) and c.purpose = $3
      and c.expires_on >= (now() at time zone 'Europe/Amsterdam')::date)
$$;

-- R2.1: open for this purpose, on a law, or on the candidate's consent for as long as it is in force.
create function app.health_open(trajectory uuid, area text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(app.compartment() = $2, false) and $1 in (select app.own_trajectories()) and exists (
    select from app.trajectory t
    join app.assignment a on a.id = t.assignment_id
    join app.commissioner c on c.id = a.commissioner_id
    join app.health_ground g on g.assignment_type = a.type and g.commissioner_kind = c.kind and g.purpose = app.purpose()
    where t.id = $1 and t.subject_id = app.subject()
      and (g.ground = 'statute' or app.hold_consent(t.subject_id, $2, g.purpose)))
$$;
-- For the candidate: does a law or a consent of theirs still carry this area, for whatever purpose?
create function app.health_kept(trajectory uuid, area text) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from app.trajectory t
    join app.assignment a on a.id = t.assignment_id
    join app.commissioner c on c.id = a.commissioner_id
    join app.health_ground g on g.assignment_type = a.type and g.commissioner_kind = c.kind
    where t.id = $1 and (g.ground = 'statute' or app.hold_consent(t.subject_id, $2, g.purpose)))
$$;
grant execute on function app.health_open to spoor_staff;
grant execute on function app.health_kept to spoor_staff, spoor_candidate;

-- What somebody can and cannot do. Even of which kind a limitation is, and from when until when, is inside what is sealed.
create table app.capacity_item (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  content bytea not null,
  recorded_at timestamptz not null, recorded_by uuid not null references app.person,
  ended_at timestamptz, ended_by uuid references app.person,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index capacity_item_trajectory on app.capacity_item (trajectory_id);
call app.protect('app.capacity_item', 'subject_id');

-- Nature, cause and treatment: another area, with another ability.
create table app.illness_item (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  content bytea not null,
  recorded_at timestamptz not null, recorded_by uuid not null references app.person,
  ended_at timestamptz, ended_by uuid references app.person,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create index illness_item_trajectory on app.illness_item (trajectory_id);
call app.protect('app.illness_item', 'subject_id');

-- Who treats or examines somebody says what they have: also the role is sealed.
create table app.carer (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  content bytea not null,
  recorded_at timestamptz not null, recorded_by uuid not null references app.person,
  ended_at timestamptz, ended_by uuid references app.person,
  row_version int not null default 1,
  unique (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  check ((ended_at is null) = (ended_by is null))
);
call app.protect('app.carer', 'subject_id');

-- R8.2: asked in a letter that was fixed with the candidate's consent attached, and of which the register says that it went.
create table app.information_request (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, carer_id uuid not null,
  state text not null default 'draft' check (state in ('draft', 'sent', 'answered', 'closed', 'withdrawn')),
  state_at timestamptz not null, state_by uuid not null references app.person,
  about text[] not null check (cardinality(about) > 0),
  question bytea not null,
  letter bytea, sha256 bytea check (octet_length(sha256) = 32), document_number text unique,
  consent_id uuid references app.consent,
  disclosure_id uuid references app.disclosure, sent_on date,
  created_at timestamptz not null, created_by uuid not null references app.person,
  row_version int not null default 1,
  unique (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, carer_id) references app.carer (subject_id, id),
  check (num_nonnulls(letter, sha256, document_number, consent_id) in (0, 4)),
  check (num_nonnulls(disclosure_id, sent_on) in (0, 2)),
  constraint asked_with_consent check (state in ('draft', 'withdrawn') or (consent_id is not null and disclosure_id is not null))
);
comment on column app.information_request.question is 'sealed: what is asked';
comment on column app.information_request.letter is 'sealed: the PDF as fixed, with the consent in it';
call app.protect('app.information_request', 'subject_id');

create table app.information_request_event (
  id uuid primary key,
  subject_id uuid not null, request_id uuid not null,
  state text not null, at timestamptz not null, by_id uuid not null references app.person,
  foreign key (subject_id, request_id) references app.information_request (subject_id, id)
);
call app.protect('app.information_request_event', 'subject_id');

create table app.information_answer (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, request_id uuid not null,
  received_on date not null,
  words bytea, file bytea, file_type text check (file_type in ('application/pdf', 'image/png', 'image/jpeg')),
  recorded_at timestamptz not null, recorded_by uuid not null references app.person,
  check (num_nonnulls(words, file) > 0),
  check ((file is null) = (file_type is null)),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, request_id) references app.information_request (subject_id, id)
);
call app.protect('app.information_answer', 'subject_id');

-- A consent to ask, or to give, names a carer of this same person.
alter table app.consent add foreign key (subject_id, carer_id) references app.carer (subject_id, id);

call app.admit('spoor_staff', 'select', 'app.bsn_ground', 'true');
call app.admit('spoor_staff', 'select', 'app.health_ground', 'true');

call app.admit('spoor_staff', 'select, insert, update (number, token, recorded_at, recorded_by, row_version), delete', 'app.bsn',
  $$subject_id = app.subject() and (trajectory_id in (select app.own_trajectories()) or (app.cleared() and app.has_role('backOffice')))$$,
  $$recorded_by = app.actor() and subject_id = app.subject()
    and (trajectory_id in (select app.own_trajectories()) or (app.cleared() and app.has_role('backOffice')))$$);
call app.admit('spoor_candidate', 'select', 'app.bsn', 'subject_id = app.actor()');

-- Staff add and end, and change nothing that was written. A candidate has what is theirs, and ends for good what nothing carries any more.
call app.admit('spoor_staff', 'select, insert, update (ended_at, ended_by, row_version)', 'app.capacity_item',
  $$subject_id = app.subject() and app.health_open(trajectory_id, 'capacity')$$);
call app.admit('spoor_staff', 'select, insert, update (ended_at, ended_by, row_version)', 'app.illness_item',
  $$subject_id = app.subject() and app.health_open(trajectory_id, 'illness')$$);
call app.admit('spoor_candidate', 'select, delete', 'app.capacity_item', 'subject_id = app.actor()');
call app.admit('spoor_candidate', 'select, delete', 'app.illness_item', 'subject_id = app.actor()');
create policy spoor_candidate_delete on app.capacity_item as restrictive for delete to spoor_candidate
  using (not app.health_kept(trajectory_id, 'capacity'));
create policy spoor_candidate_delete on app.illness_item as restrictive for delete to spoor_candidate
  using (not app.health_kept(trajectory_id, 'illness'));

-- What is asked of doctors, and what they answer, is of the second area.
call app.admit('spoor_staff', 'select, insert, update (ended_at, ended_by, row_version)', 'app.carer',
  $$subject_id = app.subject() and app.health_open(trajectory_id, 'illness')$$);
call app.admit('spoor_staff', 'select, insert, update, delete', 'app.information_request',
  $$subject_id = app.subject() and app.health_open(trajectory_id, 'illness')$$);
create policy spoor_staff_delete on app.information_request as restrictive for delete to spoor_staff using (state = 'draft');
call app.admit('spoor_staff', 'select, insert', 'app.information_request_event',
  $$subject_id = app.subject() and request_id in (select r.id from app.information_request r)$$,
  $$by_id = app.actor() and subject_id = app.subject() and request_id in (select r.id from app.information_request r)$$);
call app.admit('spoor_staff', 'select, insert', 'app.information_answer',
  $$subject_id = app.subject() and app.health_open(trajectory_id, 'illness')$$,
  $$recorded_by = app.actor() and subject_id = app.subject() and app.health_open(trajectory_id, 'illness')$$);
call app.admit('spoor_candidate', 'select', 'app.carer', 'subject_id = app.actor()');
call app.admit('spoor_candidate', 'select', 'app.information_request', $$subject_id = app.actor() and state <> 'draft'$$);
call app.admit('spoor_candidate', 'select', 'app.information_request_event', 'subject_id = app.actor()');
call app.admit('spoor_candidate', 'select, delete', 'app.information_answer', 'subject_id = app.actor()');
create policy spoor_candidate_delete on app.information_answer as restrictive for delete to spoor_candidate
  using (not app.health_kept(trajectory_id, 'illness'));

-- Who has an area open writes no report, note or mail meanwhile (R8.3).
do $$
declare one regclass;
begin
  foreach one in array array['app.report_draft', 'app.report_version', 'app.note_draft', 'app.note_version', 'app.dispatch']::regclass[] loop
    execute format('create policy spoor_staff_compartment on %s as restrictive to spoor_staff using (true) with check (app.compartment() is null)', one);
  end loop;
  foreach one in array array['app.bsn', 'app.capacity_item', 'app.illness_item', 'app.carer', 'app.information_request',
    'app.information_request_event', 'app.information_answer']::regclass[] loop
    execute format('create policy spoor_staff_conflict on %s as restrictive to spoor_staff using (subject_id not in (select app.my_conflicts())) with check (true)', one);
  end loop;
end $$;

-- To whom a request went says who treats somebody: in the register it is for those who may open the compartment.
create policy spoor_staff_health on app.disclosure as restrictive to spoor_staff
  using (about <> 'informationRequest' or trajectory_id in (select app.own_trajectories()) or (app.cleared() and app.has_role('dpo')))
  with check (true);
