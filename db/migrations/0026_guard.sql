-- A false alarm of the guard, set aside by a second person: this class, in exactly this sentence, for this recipient (R8.1, R4.1).
create table app.set_aside (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, report_id uuid not null,
  contact_id uuid not null references app.contact_person,
  class text not null check (class in
    ('illness', 'treatment', 'practitioner', 'sickLeave', 'capacity', 'criminal', 'special', 'bsn', 'identifier', 'testScores')),
  rule text not null check (length(rule) <= 60),
  sentence bytea not null,
  reason bytea not null,
  asked_at timestamptz not null, asked_by uuid not null references app.person,
  confirmed_at timestamptz, confirmed_by uuid references app.person,
  refused_at timestamptz, refused_by uuid references app.person,
  reviewed_at timestamptz, reviewed_by uuid references app.person,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, report_id) references app.report (subject_id, id),
  check (confirmed_by <> asked_by),
  check ((confirmed_at is null) = (confirmed_by is null)),
  check ((refused_at is null) = (refused_by is null)),
  check ((reviewed_at is null) = (reviewed_by is null)),
  check (confirmed_at is null or refused_at is null)
);
create index set_aside_contact on app.set_aside (subject_id, contact_id) where confirmed_at is not null;
create index set_aside_open on app.set_aside (asked_at) where confirmed_at is null and refused_at is null;
create index set_aside_to_review on app.set_aside (asked_at) where reviewed_at is null;
call app.protect('app.set_aside', 'subject_id');
call app.admit('spoor_staff',
  'select, insert, update (confirmed_at, confirmed_by, refused_at, refused_by, reviewed_at, reviewed_by, row_version)', 'app.set_aside',
  $$trajectory_id in (select app.my_trajectories()) or (app.cleared() and (app.has_role('coordinator') or app.has_role('dpo')))$$,
  $$subject_id = app.subject() and app.cleared()
    and (trajectory_id in (select app.my_trajectories()) or app.has_role('coordinator') or app.has_role('dpo'))
    and (confirmed_by is null or confirmed_by <> asked_by)$$);
create policy spoor_staff_insert on app.set_aside as restrictive for insert to spoor_staff
  with check (asked_by = app.actor() and confirmed_by is null and refused_by is null and reviewed_by is null
    and trajectory_id in (select app.my_trajectories()));
create policy spoor_staff_conflict on app.set_aside as restrictive to spoor_staff
  using (subject_id not in (select app.my_conflicts())) with check (true);
call app.admit('spoor_candidate', 'select', 'app.set_aside', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.set_aside', 'subject_id = app.subject()');

-- Who decides may not be who asked, and what was decided stays: the policies cannot compare with the row before, a trigger can.
create function app.set_aside_once() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.refused_at is not null and new.refused_at is distinct from old.refused_at)
    or (new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by is distinct from app.actor())
    or (new.refused_by is distinct from old.refused_by and new.refused_by is distinct from app.actor())
    or (new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from app.actor()) then
    raise exception 'R8.1: a false alarm is judged once, by a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger once before update on app.set_aside for each row execute function app.set_aside_once();

-- The agency's own words for the guard: what it finds or leaves alone besides what comes with it. The subject is who added it.
create table app.guard_word (
  id uuid primary key,
  subject_id uuid not null references app.person,
  word text not null check (word ~ '^[^,|<>*#~=.]{3,60}$'),
  class text not null check (class in
    ('leftAlone', 'illness', 'treatment', 'practitioner', 'sickLeave', 'capacity', 'criminal', 'special', 'testScores')),
  added_at timestamptz not null,
  ended_at timestamptz, ended_by uuid references app.person,
  row_version int not null default 1,
  check ((ended_at is null) = (ended_by is null))
);
create unique index guard_word_once on app.guard_word (lower(word)) where ended_at is null;
call app.protect('app.guard_word', null);
call app.admit('spoor_staff', 'select, insert, update (ended_at, ended_by, row_version)', 'app.guard_word', 'app.cleared()',
  $$app.cleared() and app.has_role('dpo') and (ended_by is null or ended_by = app.actor())$$);
