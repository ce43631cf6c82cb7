-- Who may look (R1.2): nobody at their own dossier or at that of somebody they are close to; from outside the caseload only by breaking
-- the glass, for an hour, to read; and afterwards somebody else looks at who looked. And R7.3: what goes without approval.

-- A colleague, relative or former employer's contact, declared; or the candidate themself, when an address or number is the same.
create table app.conflict (
  id uuid primary key,
  subject_id uuid not null references app.candidate,
  staff_id uuid not null references app.staff_member,
  kind text not null check (kind in ('self', 'relative', 'colleague', 'formerEmployer', 'other')),
  source text not null default 'declared' check (source in ('declared', 'match')),
  declared_at timestamptz not null, declared_by uuid not null,
  ended_at timestamptz, ended_by uuid references app.person,
  row_version int not null default 1,
  check ((ended_at is null) = (ended_by is null)),
  check (ended_by <> staff_id)
);
comment on column app.conflict.source is 'match: made by the database, because this candidate has the e-mail address or number of this member of staff';
create unique index conflict_in_force on app.conflict (staff_id, subject_id) where ended_at is null;
create index conflict_subject on app.conflict (subject_id);
call app.protect('app.conflict', 'subject_id');

create function app.my_conflicts() returns setof uuid language sql stable security definer set search_path = '' as $$
  select x.subject_id from app.conflict x where x.staff_id = app.actor() and x.ended_at is null
$$;
-- For who divides the work: may this person be given this candidate? Says no more than that.
create function app.in_conflict(staff uuid, candidate uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select (app.sees_headers() or $1 = app.actor()) and exists (
    select from app.conflict x where x.staff_id = $1 and x.subject_id = $2 and x.ended_at is null)
$$;
grant execute on function app.my_conflicts, app.in_conflict to spoor_staff;

call app.admit('spoor_staff', 'select, insert, update (ended_at, ended_by, row_version)', 'app.conflict',
  $$staff_id = app.actor() or (app.cleared() and app.has_role('dpo'))$$,
  $$app.cleared() and ((ended_at is null and declared_by = app.actor() and (staff_id = app.actor() or app.has_role('dpo')))
    or (ended_by = app.actor() and staff_id <> app.actor() and app.has_role('dpo')))$$);
create policy spoor_staff_insert on app.conflict as restrictive for insert to spoor_staff with check (ended_at is null and source = 'declared');

-- The glass: one candidate, one person, an hour at most, a second factor of the last ten minutes; looked at afterwards by another.
create table app.break_glass (
  id uuid primary key,
  subject_id uuid not null references app.candidate,
  staff_id uuid not null references app.staff_member,
  as_role text not null check (as_role in ('coach', 'coordinator', 'dpo')),
  reason text not null check (reason in ('danger', 'absence', 'deadline', 'request', 'incident')),
  explanation bytea not null,
  opened_at timestamptz not null, until_at timestamptz not null,
  second_factor_at timestamptz not null,
  ended_at timestamptz,
  reviewed_at timestamptz, reviewed_by uuid references app.person,
  verdict text check (verdict in ('justified', 'unjustified')), review_note bytea,
  row_version int not null default 1,
  check (until_at > opened_at and until_at <= opened_at + interval '1 hour'),
  check (second_factor_at between opened_at - interval '10 minutes' and opened_at + interval '1 minute'),
  check (num_nonnulls(reviewed_at, reviewed_by, verdict) in (0, 3)),
  check (reviewed_by <> staff_id)
);
create index break_glass_staff on app.break_glass (staff_id, subject_id, until_at);
create index break_glass_to_review on app.break_glass (opened_at) where reviewed_at is null;
call app.protect('app.break_glass', 'subject_id');

create function app.glass_broken() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from app.break_glass g
    where g.staff_id = app.actor() and g.subject_id = app.subject()
      and g.until_at > now() and g.ended_at is null)
$$;
-- Asked before a page is: has this person broken the glass for that candidate?
create function app.glass_open(candidate uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.break_glass g
    where g.staff_id = app.actor() and g.subject_id = $1 and g.until_at > now() and g.ended_at is null)
$$;
grant execute on function app.glass_broken, app.glass_open to spoor_staff;

call app.admit('spoor_staff', 'select, insert, update (ended_at, reviewed_at, reviewed_by, verdict, review_note, row_version)', 'app.break_glass',
  $$staff_id = app.actor() or (app.cleared() and (app.has_role('dpo') or (app.has_role('coordinator') and as_role = 'dpo')))$$,
  $$app.cleared() and ((staff_id = app.actor() and reviewed_by is null)
    or (reviewed_by = app.actor() and staff_id <> app.actor() and (app.has_role('dpo') or (app.has_role('coordinator') and as_role = 'dpo'))))$$);
create policy spoor_staff_insert on app.break_glass as restrictive for insert to spoor_staff
  with check (staff_id = app.actor() and subject_id = app.subject() and reviewed_by is null and ended_at is null
    and app.has_role(as_role) and subject_id not in (select app.my_conflicts()));

-- From outside the caseload nobody knows an id: whoever breaks the glass types an address or number whole.
create function app.find_for_emergency(what text, token bytea) returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct t.person_id from app.person_token t
  where t.kind = $1 and t.token = $2 and t.person_kind = 'candidate' and $1 in ('email', 'number')
    and app.cleared() and (app.has_role('coach') or app.has_role('coordinator') or app.has_role('dpo'))
$$;
-- Is there such a candidate, and do they have one's own coach already? Asked before the glass is broken.
create function app.emergency_facts(candidate uuid) returns table (exists_here boolean, mine boolean, conflict boolean)
language sql stable security definer set search_path = '' as $$
  select exists (select from app.candidate c where c.id = $1),
    exists (select from app.membership m where m.subject_id = $1 and m.staff_id = app.actor() and m.from_at <= now()
      and (m.until_at is null or m.until_at > now())),
    $1 in (select app.my_conflicts())
  where app.cleared()
$$;
grant execute on function app.find_for_emergency, app.emergency_facts to spoor_staff;

-- One's own caseload without who one is close to; and while the glass is broken that one dossier, to read: within a deed (which has
-- its log entry before it begins) it is not there.
create or replace function app.my_trajectories() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.trajectory_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and app.cleared()
    and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null)
  union
  select t.id from app.trajectory t
  where t.subject_id = app.subject() and app.entry() is null and app.glass_broken() and app.cleared()
    and t.subject_id not in (select app.my_conflicts())
$$;
create or replace function app.my_candidates() returns setof uuid language sql stable security definer set search_path = '' as $$
  select m.subject_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and app.cleared()
    and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null)
  union
  select app.subject()
  where app.subject() is not null and app.entry() is null and app.glass_broken() and app.cleared()
    and app.subject() not in (select app.my_conflicts())
$$;

-- Who may not see a candidate handles no paper of theirs either, whatever their role.
create or replace function app.handles_papers(trajectory uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select $1 in (select app.my_trajectories()) or (app.cleared() and app.has_role('backOffice') and not exists (
    select from app.trajectory t where t.id = $1 and t.subject_id in (select app.my_conflicts())))
$$;

-- Whether the glass was broken is not the writer's to say: the log looks itself.
create or replace function audit.append(
  actor_kind text, roles text[], on_behalf_of uuid, session_id uuid, subjects uuid[], named uuid[], action text,
  object_type text, object_id uuid, purpose text, ground text, clause text, outcome text, trace_id text, detail bytea
) returns uuid language sql volatile security definer set search_path = '' as $$
  insert into audit.entry (actor_kind, actor_id, roles, on_behalf_of, session_id, subjects, named, action,
    object_type, object_id, purpose, ground, clause, outcome, break_glass, trace_id, detail)
  values ($1, app.actor(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ($7 = 'breakGlass' and $13 = 'allowed') or app.glass_broken(), $14, $15)
  returning id
$$;

-- Trajectories whose coach may not see them any more: somebody must take them over.
create function app.stranded() returns table (subject_id uuid, trajectory_id uuid) language sql stable security definer set search_path = '' as $$
  select m.subject_id, m.trajectory_id from app.membership m join app.trajectory t on t.id = m.trajectory_id and t.state <> 'closed'
  join app.conflict x on x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null
  where m.capacity = 'coach' and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and app.sees_headers()
    and m.subject_id not in (select app.my_conflicts())
$$;
grant execute on function app.stranded to spoor_staff;

-- The same address or number makes the link by itself, with a log entry of its own; the privacy officer ends it when it is no match.
create function app.note_same(candidate uuid, staff uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare before text := current_setting('app.entry', true);
begin
  if exists (select from app.conflict x where x.subject_id = candidate and x.staff_id = staff and (x.ended_at is null or x.kind = 'self')) then
    return;
  end if;
  perform set_config('app.entry', audit.append('system', '{}', null, null, array[candidate, staff], '{}', 'declareConflict', 'conflict', null,
    'security', null, 'R1.2', 'allowed', null, null)::text, true);
  insert into app.conflict (id, subject_id, staff_id, kind, source, declared_at, declared_by)
  values (gen_random_uuid(), candidate, staff, 'self', 'match', now(), app.actor());
  perform set_config('app.entry', coalesce(before, ''), true);
end $$;
create function app.match_candidate() returns trigger language plpgsql security definer set search_path = '' as $$
declare same uuid;
begin
  for same in select a.person_id from auth.account a where new.kind = 'email' and a.realm = 'staff' and a.email_token = new.token
    and a.ended_at is null
    union select t.person_id from app.person_token t where t.person_kind = 'staff' and t.kind = new.kind and t.token = new.token
  loop perform app.note_same(new.person_id, same); end loop;
  return null;
end $$;
create trigger match after insert on app.person_token for each row
  when (new.person_kind = 'candidate' and new.kind <> 'name') execute function app.match_candidate();
create function app.match_staff() returns trigger language plpgsql security definer set search_path = '' as $$
declare same uuid;
begin
  for same in select t.person_id from app.person_token t
    where t.person_kind = 'candidate' and t.kind = 'email' and t.token = new.email_token
  loop perform app.note_same(same, new.person_id); end loop;
  return null;
end $$;
create trigger match after insert or update of email_token on auth.account for each row
  when (new.realm = 'staff') execute function app.match_staff();
do $$
declare one record;
begin
  perform set_config('app.actor', '00000000-0000-0000-0000-000000000001', true);
  for one in select t.person_id, a.person_id as staff from app.person_token t join auth.account a on a.email_token = t.token
    where t.person_kind = 'candidate' and t.kind = 'email' and a.realm = 'staff' and a.ended_at is null
  loop perform app.note_same(one.person_id, one.staff); end loop;
end $$;

-- Once a month somebody looks at who looked outside the caseload (requirement 84); the note is under the reviewer's own key.
create table app.look_review (
  id uuid primary key,
  month date not null unique check (extract(day from month) = 1),
  subject_id uuid not null references app.staff_member,
  reviewed_at timestamptz not null,
  found int not null check (found >= 0),
  note bytea
);
comment on column app.look_review.subject_id is 'who reviewed; the note is sealed under their key';
call app.protect('app.look_review', 'subject_id');
call app.admit('spoor_staff', 'select, insert', 'app.look_review', $$app.cleared() and app.has_role('dpo')$$,
  $$app.cleared() and app.has_role('dpo') and subject_id = app.actor()$$);

-- R7.3: a version goes without approval on a ground of the closed list, reasoned by one and confirmed by another.
create table app.report_exception (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, version_id uuid not null,
  ground text not null check (ground in ('contract', 'legalDuty', 'vitalInterest', 'legitimateInterest')),
  reasoning bytea not null,
  sha256 bytea not null, recipients_sha256 bytea not null,
  proposed_at timestamptz not null, proposed_by uuid not null references app.person,
  confirmed_at timestamptz, confirmed_by uuid references app.person,
  withdrawn_at timestamptz, withdrawn_by uuid references app.person,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, version_id) references app.report_version (subject_id, id),
  check (confirmed_by <> proposed_by),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on column app.report_exception.sha256 is 'of the PDF that it was proposed for; another version is another exception';
create unique index report_exception_in_force on app.report_exception (version_id) where withdrawn_at is null;
create index report_exception_trajectory on app.report_exception (trajectory_id);
create index report_exception_open on app.report_exception (proposed_at) where confirmed_at is null and withdrawn_at is null;
call app.protect('app.report_exception', 'subject_id');

call app.admit('spoor_staff', 'select, insert, update (confirmed_at, confirmed_by, withdrawn_at, withdrawn_by, row_version)', 'app.report_exception',
  $$trajectory_id in (select app.my_trajectories()) or (app.cleared() and (app.has_role('coordinator') or app.has_role('dpo')))$$,
  $$subject_id = app.subject() and app.cleared() and (
    (trajectory_id in (select app.my_trajectories()) and ((proposed_by = app.actor() and confirmed_by is null) or withdrawn_by = app.actor()))
    or ((app.has_role('coordinator') or app.has_role('dpo')) and proposed_by <> app.actor()
      and (confirmed_by = app.actor() or withdrawn_by = app.actor())))$$);
create policy spoor_staff_insert on app.report_exception as restrictive for insert to spoor_staff
  with check (proposed_by = app.actor() and confirmed_by is null and withdrawn_by is null);
call app.admit('spoor_candidate', 'select', 'app.report_exception', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.report_exception', 'subject_id = app.subject()');

-- The second person reads what they answer for: that one version, while the question lies with them, and nothing else of the dossier.
create function app.exceptions_to_judge() returns setof uuid language sql stable security definer set search_path = '' as $$
  select x.version_id from app.report_exception x
  where x.subject_id = app.subject() and x.confirmed_at is null and x.withdrawn_at is null and x.proposed_by <> app.actor()
    and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo'))
$$;
-- Is it still the question that was put: the newest version, not void, unanswered since? And did anything leave on it?
create function app.exception_stands(exception uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.report_exception x
    join app.report_version v on v.id = x.version_id join app.report r on r.id = v.report_id and r.versions = v.n
    where x.id = $1 and x.subject_id = app.subject() and r.state in ('submitted', 'refused')
      and not exists (select from app.report_voiding g where g.version_id = v.id)
      and not exists (select from app.report_answer a where a.version_id = v.id and a.at > x.proposed_at))
$$;
create function app.exception_left(exception uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.report_exception x
    join app.disclosure d on d.about = 'report' and d.about_id = x.version_id and d.clause = 'R7.3'
    where x.id = $1 and x.subject_id = app.subject() and d.state in ('transmitting', 'accepted', 'unknown'))
$$;
grant execute on function app.exceptions_to_judge, app.exception_stands, app.exception_left to spoor_staff;
alter policy spoor_staff_wall on app.report_version
  using (subject_id = app.subject() and (trajectory_id in (select app.my_trajectories()) or id in (select app.exceptions_to_judge())))
  with check (subject_id = app.subject() and trajectory_id in (select app.my_trajectories()));

-- The last word: whatever else lets a member of staff in, rows of somebody they are close to are not there. Adding is not looking.
do $$
declare one record;
begin
  for one in
    select c.oid::regclass as tbl, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      and a.attname = case c.relname when 'candidate' then 'id' when 'person' then 'id' when 'person_token' then 'person_id' else 'subject_id' end
    where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('conflict', 'break_glass', 'look_review')
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'spoor_staff_wall')
  loop
    execute format('create policy spoor_staff_conflict on %s as restrictive to spoor_staff using (%I not in (select app.my_conflicts())) with check (true)',
      one.tbl, one.attname);
  end loop;
end $$;
