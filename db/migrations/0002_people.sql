-- The people: candidates, contact persons and staff. Each has a key from the first row on; what is personal is sealed.

-- The agency is one database; its own particulars are public and stand on every letter.
create table app.agency (
  only_one boolean primary key default true check (only_one),
  name text not null,
  address text not null, postal_code text not null, city text not null,
  phone text, email text not null, website text, kvk text,
  dpo_name text, dpo_email text,
  logo bytea, logo_type text, seal_certificate bytea, seal_chain bytea[] not null default '{}',
  demonstration boolean not null default false,
  set_up_at timestamptz not null default now(),
  row_version int not null default 1
);
call app.protect('app.agency', null);

create table app.person (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('candidate', 'contact', 'staff')),
  created_at timestamptz not null default now()
);
call app.protect('app.person', 'id');

-- Keyed tokens of the folded name parts' beginnings, of addresses and numbers: nothing plain to search in.
create table app.person_token (
  person_id uuid not null references app.person,
  person_kind text not null check (person_kind in ('candidate', 'contact', 'staff')),
  kind text not null check (kind in ('name', 'email', 'number')),
  token bytea not null,
  primary key (kind, token, person_id)
);
create index person_token_person on app.person_token (person_id);
call app.protect('app.person_token', 'person_id');

create table app.staff_member (
  id uuid primary key references app.person,
  name bytea not null, email bytea not null, phone bytea, job_title bytea,
  started_on date not null default current_date,
  left_at timestamptz, left_by uuid references app.person,
  row_version int not null default 1
);
call app.protect('app.staff_member', 'id');

create table app.staff_role (
  staff_id uuid not null references app.staff_member,
  role text not null check (role in ('coach', 'coordinator', 'backOffice', 'finance', 'dpo', 'administrator')),
  from_at timestamptz not null default now(), granted_by uuid not null,
  until_at timestamptz, withdrawn_by uuid,
  primary key (staff_id, role, from_at)
);
call app.protect('app.staff_role', 'staff_id');

-- R1.3: signed, and registered by somebody else than the one who signed.
create table app.confidentiality_statement (
  id uuid primary key default gen_random_uuid(),
  staff_id uuid not null references app.staff_member,
  signed_on date not null,
  registered_at timestamptz not null default now(), registered_by uuid not null references app.person,
  check (registered_by <> staff_id)
);
call app.protect('app.confidentiality_statement', 'staff_id');

-- Which version of the regulation is in force from when; written at start-up from the catalogue in src/law.
create table app.regulation_version (version text primary key, in_force_from date not null);
call app.protect('app.regulation_version', null);
drop trigger guard on app.regulation_version; -- the migrator writes it, not a person

create table app.acknowledgement (
  staff_id uuid not null references app.staff_member,
  regulation_version text not null references app.regulation_version,
  at timestamptz not null default now(),
  primary key (staff_id, regulation_version)
);
call app.protect('app.acknowledgement', 'staff_id');

create function app.has_role(wanted text) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from app.staff_role r join app.staff_member s on s.id = r.staff_id
    where r.staff_id = app.actor() and r.role = wanted and s.left_at is null
      and r.from_at <= now() and (r.until_at is null or r.until_at > now()))
$$;

-- R1.3: no statement registered, or the regulation in force not acknowledged, and no dossier opens.
create function app.cleared() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from app.staff_member s
    join app.confidentiality_statement c on c.staff_id = s.id
    join app.acknowledgement a on a.staff_id = s.id
    where s.id = app.actor() and s.left_at is null
      and a.regulation_version = (select version from app.regulation_version
        where in_force_from <= current_date order by in_force_from desc limit 1))
$$;
grant execute on function app.has_role, app.cleared to spoor_staff;

create table app.candidate (
  id uuid primary key references app.person,
  name bytea not null,
  registered_at timestamptz not null default now(), registered_by uuid not null references app.person,
  language text not null default 'nl' check (language in ('nl', 'en')),
  row_version int not null default 1
);
call app.protect('app.candidate', 'id');

-- R2.1: which fields a type of assignment asks for; filled at start-up from src/law/assignment-types.ts.
-- The foreign key below makes the database itself refuse what is not declared.
create table app.declared_field (assignment_type text not null, field text not null, primary key (assignment_type, field));
call app.protect('app.declared_field', null);
drop trigger guard on app.declared_field;

create table app.candidate_field (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null references app.candidate,
  assignment_type text not null, field text not null,
  value bytea not null,
  source text not null default 'candidate' check (source in ('candidate', 'commissioner', 'other')),
  updated_at timestamptz not null default now(), updated_by uuid not null,
  unique (subject_id, assignment_type, field),
  foreign key (assignment_type, field) references app.declared_field
);
call app.protect('app.candidate_field', 'subject_id');

-- R4.2. An organisation is no person: its name is plain. A candidate who pays is no organisation: then the name is theirs.
create table app.commissioner (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('employer', 'uwv', 'municipality', 'insurer', 'selfPaying')),
  name text, kvk text, address text, postal_code text, city text,
  candidate_id uuid references app.candidate,
  mail_domains text[] not null default '{}',
  created_at timestamptz not null default now(), created_by uuid not null, row_version int not null default 1,
  check ((kind = 'selfPaying') = (candidate_id is not null)),
  check ((kind = 'selfPaying') <> (name is not null))
);
call app.protect('app.commissioner', null);

create table app.contact_person (
  id uuid primary key references app.person,
  commissioner_id uuid not null references app.commissioner,
  name bytea not null, email bytea not null, phone bytea, job_title bytea,
  kind text not null default 'contact' check (kind in ('contact', 'companyDoctor', 'labourExpert', 'caseManager')),
  left_at timestamptz, left_by uuid, replaced_by uuid references app.contact_person,
  row_version int not null default 1,
  unique (commissioner_id, id)
);
call app.protect('app.contact_person', 'id');

-- An address is used for reports only after its owner showed to have it: a message without content, answered.
create table app.address_verification (
  id uuid primary key default gen_random_uuid(),
  contact_id uuid not null references app.contact_person,
  email bytea not null,
  token_hash bytea unique,
  asked_at timestamptz not null default now(), asked_by uuid not null,
  expires_at timestamptz not null,
  verified_at timestamptz, verified_how text check (verified_how in ('link', 'phone')),
  ended_at timestamptz
);
call app.protect('app.address_verification', 'contact_id');

create table app.assignment (
  id uuid primary key default gen_random_uuid(),
  commissioner_id uuid not null references app.commissioner,
  type text not null,
  reference text,
  ordered_on date not null,
  created_at timestamptz not null default now(), created_by uuid not null, row_version int not null default 1
);
call app.protect('app.assignment', null);

create table app.trajectory (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null references app.candidate,
  assignment_id uuid not null references app.assignment,
  state text not null default 'registered' check (state in ('registered', 'started', 'closed')),
  registered_at timestamptz not null default now(),
  started_on date, closed_on date, outcome text,
  row_version int not null default 1,
  unique (subject_id, id)
);
create index trajectory_subject on app.trajectory (subject_id);
call app.protect('app.trajectory', 'subject_id');

-- What happened to it: who, when, why. The state above is the last of these.
create table app.trajectory_event (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null, trajectory_id uuid not null,
  kind text not null check (kind in ('registered', 'started', 'closed', 'reopened')),
  at timestamptz not null default now(), by_id uuid not null,
  outcome text, reason bytea,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
call app.protect('app.trajectory_event', 'subject_id');

-- The caseload: who works on which trajectory, from when until when.
create table app.membership (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null, trajectory_id uuid not null,
  staff_id uuid not null references app.staff_member,
  capacity text not null default 'coach' check (capacity in ('coach', 'deputy')),
  from_at timestamptz not null default now(), assigned_by uuid not null,
  until_at timestamptz, ended_by uuid, reason text,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
create index membership_staff on app.membership (staff_id) where until_at is null;
create index membership_trajectory on app.membership (trajectory_id);
call app.protect('app.membership', 'subject_id');

create function app.my_trajectories() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.trajectory_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and app.cleared()
$$;
create function app.my_candidates() returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct m.subject_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and app.cleared()
$$;
-- Who sees the headers (name, trajectory, deadlines) of everybody: they plan, register and guard; no dossier comes with it.
create function app.sees_headers() returns boolean language sql stable security definer set search_path = '' as $$
  select app.cleared() and (app.has_role('coordinator') or app.has_role('backOffice') or app.has_role('dpo'))
$$;
-- The contact persons a candidate may know of: those of the commissioners of their own trajectories.
create function app.my_contacts() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from app.contact_person c
  join app.assignment a on a.commissioner_id = c.commissioner_id
  join app.trajectory t on t.assignment_id = a.id where t.subject_id = app.actor()
$$;
create function app.my_staff() returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct m.staff_id from app.membership m where m.subject_id = app.actor()
$$;
create function app.my_commissioners() returns setof uuid language sql stable security definer set search_path = '' as $$
  select a.commissioner_id from app.assignment a join app.trajectory t on t.assignment_id = a.id where t.subject_id = app.actor()
$$;
create function app.is_taken(trajectory uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.membership m where m.trajectory_id = $1)
$$;
grant execute on function app.my_trajectories, app.my_candidates, app.sees_headers, app.is_taken to spoor_staff;
grant execute on function app.my_contacts, app.my_staff, app.my_commissioners to spoor_candidate;

-- Who may see what. Staff: own caseload or a role's need; a candidate: themself; the worker: the one person it works for.
call app.admit('spoor_staff', 'select, insert, update', 'app.agency', 'true', $$app.has_role('administrator')$$);
call app.admit('spoor_candidate', 'select', 'app.agency', 'true');
call app.admit('spoor_recipient', 'select', 'app.agency', 'true');
call app.admit('spoor_worker', 'select', 'app.agency', 'true');

call app.admit('spoor_staff', 'select, insert', 'app.person',
  $$kind <> 'candidate' or id in (select app.my_candidates()) or app.sees_headers()$$, 'true');
call app.admit('spoor_candidate', 'select', 'app.person', 'id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.person', 'id = app.subject()');

call app.admit('spoor_staff', 'select, insert, delete', 'app.person_token',
  $$person_kind <> 'candidate' or person_id in (select app.my_candidates()) or app.sees_headers()$$, 'true');

call app.admit('spoor_staff', 'select, insert, update', 'app.staff_member', 'true', $$app.has_role('administrator') or id = app.actor()$$);
call app.admit('spoor_candidate', 'select', 'app.staff_member', 'id in (select app.my_staff())');
call app.admit('spoor_worker', 'select', 'app.staff_member', 'true');
call app.admit('spoor_staff', 'select, insert, update', 'app.staff_role', 'true', $$app.has_role('administrator')$$);
call app.admit('spoor_staff', 'select, insert', 'app.confidentiality_statement', 'true',
  $$app.has_role('administrator') or app.has_role('dpo')$$);
call app.admit('spoor_staff', 'select', 'app.regulation_version', 'true');
call app.admit('spoor_staff', 'select, insert', 'app.acknowledgement', 'true', 'staff_id = app.actor()');

call app.admit('spoor_staff', 'select, insert, update', 'app.candidate',
  'id in (select app.my_candidates()) or app.sees_headers()',
  $$id in (select app.my_candidates()) or app.has_role('backOffice') or app.has_role('coordinator') or app.has_role('coach')$$);
call app.admit('spoor_candidate', 'select', 'app.candidate', 'id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.candidate', 'id = app.subject()');

call app.admit('spoor_staff', 'select', 'app.declared_field', 'true');
call app.admit('spoor_staff', 'select, insert, update, delete', 'app.candidate_field',
  $$subject_id = app.subject() and (subject_id in (select app.my_candidates()) or (app.cleared() and app.has_role('backOffice')))$$);
call app.admit('spoor_candidate', 'select', 'app.candidate_field', 'subject_id = app.actor()');

call app.admit('spoor_staff', 'select, insert, update', 'app.commissioner', 'app.cleared()');
call app.admit('spoor_candidate', 'select', 'app.commissioner', 'id in (select app.my_commissioners())');
call app.admit('spoor_worker', 'select', 'app.commissioner', 'true');
call app.admit('spoor_staff', 'select, insert, update', 'app.contact_person', 'app.cleared()');
call app.admit('spoor_candidate', 'select', 'app.contact_person', 'id in (select app.my_contacts())');
call app.admit('spoor_worker', 'select', 'app.contact_person', 'true');
call app.admit('spoor_recipient', 'select', 'app.contact_person', 'id = app.actor()');
call app.admit('spoor_staff', 'select, insert, update', 'app.address_verification', 'app.cleared()');
call app.admit('spoor_recipient', 'select, update', 'app.address_verification', 'contact_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.address_verification', 'true');

call app.admit('spoor_staff', 'select, insert, update', 'app.assignment', 'app.cleared()');
call app.admit('spoor_candidate', 'select', 'app.assignment',
  'id in (select t.assignment_id from app.trajectory t where t.subject_id = app.actor())');
call app.admit('spoor_worker', 'select', 'app.assignment', 'true');

call app.admit('spoor_staff', 'select, insert, update', 'app.trajectory',
  'id in (select app.my_trajectories()) or app.sees_headers()',
  $$id in (select app.my_trajectories()) or app.has_role('backOffice') or app.has_role('coordinator') or app.has_role('coach')$$);
call app.admit('spoor_candidate', 'select', 'app.trajectory', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.trajectory', 'subject_id = app.subject()');
call app.admit('spoor_staff', 'select, insert', 'app.trajectory_event',
  'trajectory_id in (select app.my_trajectories()) or app.sees_headers()', 'app.cleared()');
call app.admit('spoor_candidate', 'select', 'app.trajectory_event', 'subject_id = app.actor()');
-- A coach who registers a candidate becomes its coach; giving it to another is the coordinator's (or back office's) to do.
call app.admit('spoor_staff', 'select, insert, update', 'app.membership',
  'staff_id = app.actor() or trajectory_id in (select app.my_trajectories()) or app.sees_headers()',
  $$app.cleared() and (app.has_role('coordinator') or app.has_role('backOffice')
    or (app.has_role('coach') and assigned_by = app.actor() and staff_id = app.actor()
      and not app.is_taken(trajectory_id)))$$);
