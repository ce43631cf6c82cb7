-- What an assignment reports, the calendar of an illness, and what authorities demand.

-- What an assignment reports, when, and with which template (R6.1): settings of that assignment, each change with a reason. Rows are only
-- added; the newest set holds. No row: the starting values of its type, in src/law.
create table app.report_settings (
  id uuid primary key,
  assignment_id uuid not null references app.assignment,
  settings jsonb not null check (jsonb_typeof(settings) = 'array'),
  reason text not null check (length(reason) between 3 and 500),
  set_at timestamptz not null, set_by uuid not null references app.person,
  n bigint generated always as identity
);
create index report_settings_assignment on app.report_settings (assignment_id, n desc);
call app.protect('app.report_settings', null);
call app.admit('spoor_staff', 'select, insert', 'app.report_settings', 'assignment_id in (select a.id from app.assignment a)',
  $$set_by = app.actor() and app.cleared() and (app.has_role('coordinator') or app.has_role('backOffice')
    or assignment_id in (select a.id from app.assignment a where a.created_by = app.actor())
    or assignment_id in (select t.assignment_id from app.trajectory t where t.id in (select app.my_trajectories())))$$);

-- The first sick day and what was moved in the calendar that follows from it (Wet verbetering poortwachter). That somebody is ill since a day
-- is health data: sealed, for one's own caseload without emergencies, and only where an illness is what the work is about. Rows are only added.
create table app.sickness_calendar (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  content bytea not null,
  at timestamptz not null, by_id uuid not null references app.person,
  n bigint generated always as identity,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
comment on column app.sickness_calendar.content is 'sealed JSON: the first sick day, or a moment with its day, and why';
create index sickness_calendar_trajectory on app.sickness_calendar (trajectory_id, n);
call app.protect('app.sickness_calendar', 'subject_id');
call app.admit('spoor_staff', 'select, insert', 'app.sickness_calendar',
  'subject_id = app.subject() and trajectory_id in (select app.own_trajectories())',
  $$subject_id = app.subject() and by_id = app.actor() and trajectory_id in (select app.own_trajectories())
    and trajectory_id in (select t.id from app.trajectory t join app.assignment a on a.id = t.assignment_id
      where a.type in ('firstTrack', 'secondTrack'))$$);
call app.admit('spoor_candidate', 'select', 'app.sickness_calendar', 'subject_id = app.actor()');

-- R4.1: what an authority demands, or the agency's own rights need. Filed with its paper, weighed category by category, confirmed by a second
-- person, sent as a letter. Where the law forbids telling the candidate, that is written down with its article and the day it ends.
create table app.demand (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  basis text not null check (basis ~ '^[a-zA-Z]+$'),
  authority bytea not null, content bytea not null, reasoning bytea not null,
  categories text[] not null check (cardinality(categories) > 0),
  received_on date not null,
  paper bytea, paper_type text check (paper_type in ('application/pdf', 'image/jpeg', 'image/png')),
  withheld_article text, withheld_until date,
  proposed_at timestamptz not null, proposed_by uuid not null references app.person,
  confirmed_at timestamptz, confirmed_by uuid references app.person,
  ended_at timestamptz, ended_by uuid references app.person,
  disclosure_id uuid, told_at timestamptz,
  row_version int not null default 1,
  unique (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, disclosure_id) references app.disclosure (subject_id, id),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (confirmed_by <> proposed_by),
  check ((ended_at is null) = (ended_by is null)),
  check ((paper is null) = (paper_type is null)),
  check ((withheld_article is null) = (withheld_until is null)),
  check (disclosure_id is null or confirmed_at is not null)
);
comment on column app.demand.authority is 'sealed JSON: who asks, where a letter goes, their reference';
comment on column app.demand.reasoning is 'sealed JSON: why each category is needed';
comment on column app.demand.content is 'sealed: the words that would go, and no others';
comment on column app.demand.paper is 'sealed: the demand as it came';
create index demand_subject on app.demand (subject_id);
create index demand_withheld on app.demand (withheld_until) where told_at is null;
call app.protect('app.demand', 'subject_id');

-- The question lies with a second person: coordinator or privacy officer, never who proposed it.
create function app.demands_to_judge() returns setof uuid language sql stable security definer set search_path = '' as $$
  select d.id from app.demand d
  where d.subject_id = app.subject() and d.confirmed_at is null and d.ended_at is null and d.proposed_by <> app.actor()
    and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo')) and d.subject_id not in (select app.my_conflicts())
$$;
create function app.demands_waiting() returns table (id uuid, subject_id uuid, basis text, proposed_at timestamptz, proposed_by uuid)
language sql stable security definer set search_path = '' as $$
  select d.id, d.subject_id, d.basis, d.proposed_at, d.proposed_by from app.demand d
  where d.confirmed_at is null and d.ended_at is null and d.proposed_by <> app.actor()
    and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo')) and d.subject_id not in (select app.my_conflicts())
$$;
-- What the candidate may not learn of yet, also not from the log: it ends by itself on its day.
create function app.withheld() returns setof uuid language sql stable security definer set search_path = '' as $$
  select x.id from app.demand d cross join lateral (values (d.id), (d.disclosure_id)) x (id)
  where d.subject_id = app.actor() and d.withheld_until > (now() at time zone 'Europe/Amsterdam')::date and x.id is not null
$$;
create function app.demands_to_tell(day date) returns table (id uuid, subject_id uuid) language sql stable security definer set search_path = '' as $$
  select d.id, d.subject_id from app.demand d
  where d.disclosure_id is not null and d.told_at is null and (d.withheld_until is null or d.withheld_until <= day)
$$;
grant execute on function app.demands_to_judge, app.demands_waiting to spoor_staff;
grant execute on function app.withheld to spoor_candidate;
grant execute on function app.demands_to_tell to spoor_worker;

-- A second person is somebody else, with the role for it, and decides once.
create function app.judge_demand() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.confirmed_at is distinct from old.confirmed_at and not (old.confirmed_at is null and old.ended_at is null
    and new.confirmed_by = app.actor() and (app.has_role('coordinator') or app.has_role('dpo'))) then
    raise exception 'R4.1: a demand is confirmed once, by a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger judge before update on app.demand for each row execute function app.judge_demand();

call app.admit('spoor_staff', 'select, insert, update (confirmed_at, confirmed_by, ended_at, ended_by, disclosure_id, told_at, row_version)', 'app.demand',
  'subject_id = app.subject() and (trajectory_id in (select app.my_trajectories()) or id in (select app.demands_to_judge()) or confirmed_by = app.actor() or ended_by = app.actor())',
  $$subject_id = app.subject() and (trajectory_id in (select app.my_trajectories()) or confirmed_by = app.actor() or ended_by = app.actor())$$);
-- What is new stands unjudged in the name of who brought it.
create policy spoor_staff_new on app.demand as restrictive for insert to spoor_staff
  with check (proposed_by = app.actor() and confirmed_at is null and ended_at is null and disclosure_id is null
    and trajectory_id in (select app.my_trajectories()));
call app.admit('spoor_worker', 'select, update (told_at, row_version)', 'app.demand', 'subject_id = app.subject()');
call app.admit('spoor_candidate', 'select', 'app.demand',
  'subject_id = app.actor() and disclosure_id is not null and id not in (select app.withheld())');
revoke select on app.demand from spoor_candidate;
grant select (id, subject_id, basis, categories, withheld_article, withheld_until, disclosure_id) on app.demand to spoor_candidate;

-- The register and the log show it when its day has come.
alter policy spoor_candidate_wall on app.disclosure using (subject_id = app.actor() and id not in (select app.withheld()));
alter policy spoor_candidate_wall on audit.entry using (subjects @> array[app.actor()] and (object_id is null or object_id not in (select app.withheld())));

do $$
declare one regclass;
begin
  foreach one in array array['app.demand', 'app.sickness_calendar']::regclass[] loop
    execute format('create policy spoor_staff_conflict on %s as restrictive to spoor_staff using (subject_id not in (select app.my_conflicts())) with check (true)', one);
  end loop;
end $$;

-- R9.1: a letter bears the same seal as a report, so the same question can be asked of it. Who asks learns that it is genuine and when it went.
create or replace function app.verify_report(hash bytea, numbers text[], moment timestamptz, trace text)
returns table (answer text, version int, frozen_on date, approved_on date, sent_on date, ended_on date, clause text)
language plpgsql volatile security definer set search_path = '' as $$
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
end $$;
