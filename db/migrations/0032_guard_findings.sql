-- A false alarm frees one finding: the marked words at their place in that sentence, in that report, and nothing beside them (R8.1).
-- What was asked before names no place: it frees nothing any more, and is asked anew.
alter table app.set_aside add column span bytea;
comment on column app.set_aside.span is 'sealed: where in the sentence the marked words begin, and the words';
drop index app.set_aside_contact;
create index set_aside_report on app.set_aside (report_id, contact_id) where confirmed_at is not null;
drop policy spoor_staff_insert on app.set_aside;
create policy spoor_staff_insert on app.set_aside as restrictive for insert to spoor_staff
  with check (asked_by = app.actor() and confirmed_by is null and refused_by is null and reviewed_by is null and span is not null
    and trajectory_id in (select app.my_trajectories()));

create or replace function app.set_aside_once() returns trigger language plpgsql set search_path = '' as $$
begin
  if (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.refused_at is not null and new.refused_at is distinct from old.refused_at)
    or (new.confirmed_by is distinct from old.confirmed_by and (new.confirmed_by is distinct from app.actor() or new.span is null))
    or (new.refused_by is distinct from old.refused_by and new.refused_by is distinct from app.actor())
    or (new.reviewed_by is distinct from old.reviewed_by and new.reviewed_by is distinct from app.actor()) then
    raise exception 'R8.1: a false alarm is judged once, by a second person' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

-- A word that loosens the guard counts when a second person agrees: one that is left alone, and taking a word out that is found. What makes it
-- stricter counts at once.
alter table app.guard_word
  add column confirmed_at timestamptz, add column confirmed_by uuid references app.person,
  add column leaving_at timestamptz, add column leaving_by uuid references app.person,
  add check ((confirmed_at is null) = (confirmed_by is null)),
  add check ((leaving_at is null) = (leaving_by is null)),
  add check (confirmed_by <> subject_id),
  add check (confirmed_at is null or class = 'leftAlone');
comment on column app.guard_word.confirmed_at is 'of a word that is left alone: until then it does not count';
comment on column app.guard_word.leaving_at is 'of a word that is found: somebody wants it out, and it counts until a second person agrees';
grant update (confirmed_at, confirmed_by, leaving_at, leaving_by) on app.guard_word to spoor_staff;
drop policy spoor_staff_wall on app.guard_word;
create policy spoor_staff_wall on app.guard_word as restrictive to spoor_staff using (app.cleared())
  with check (app.cleared() and (app.has_role('dpo') or app.has_role('coordinator')));
create policy spoor_staff_insert on app.guard_word as restrictive for insert to spoor_staff
  with check (app.has_role('dpo') and subject_id = app.actor() and confirmed_by is null and leaving_by is null and ended_by is null);

create function app.guard_word_twice() returns trigger language plpgsql set search_path = '' as $$
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
end $$;
create trigger twice before update on app.guard_word for each row execute function app.guard_word_twice();
