-- The walls cost what they must and no more. What they ask is the same; it is asked once a statement instead of once a row, and finds
-- its rows by an index. At ten thousand candidates a caseload of fifty took three seconds of one core, and a dossier a tenth.

-- A caseload is found by who, and in a dossier of whom, from the index alone. What has ended is a part of the question
-- (until_at > now()), so the partial index did not serve.
create index membership_of on app.membership (staff_id, subject_id) include (trajectory_id, from_at, until_at);
drop index app.membership_staff;
-- A timeline is of one trajectory, whatever was settled since.
create index inform_event_trajectory on app.inform_event (trajectory_id);
create index agreement_question_of on app.agreement_question (trajectory_id);
drop index app.agreement_question_trajectory;

create or replace function app.sees_headers() returns boolean language sql stable security definer set search_path = '' as $$
  select app.cleared() and exists (
    select from app.staff_role r join app.staff_member s on s.id = r.staff_id
    where r.staff_id = app.actor() and r.role in ('coordinator', 'backOffice', 'dpo') and s.left_at is null
      and r.from_at <= now() and (r.until_at is null or r.until_at > now()))
$$;

-- As before (0013), in statements of their own tables: a function called in a function costs more than what it looks up. The number of rows is
-- what a planner should reckon with: a caseload.
create or replace function app.my_trajectories() returns setof uuid language sql stable security definer rows 60 set search_path = '' as $$
  select m.trajectory_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null)
  union
  select t.id from app.break_glass g join app.trajectory t on t.subject_id = g.subject_id
  where g.staff_id = app.actor() and g.subject_id = app.subject() and g.until_at > now() and g.ended_at is null
    and app.entry() is null and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = g.staff_id and x.subject_id = g.subject_id and x.ended_at is null)
$$;
create or replace function app.my_candidates() returns setof uuid language sql stable security definer rows 60 set search_path = '' as $$
  select m.subject_id from app.membership m
  where m.staff_id = app.actor() and m.from_at <= now() and (m.until_at is null or m.until_at > now()) and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = m.staff_id and x.subject_id = m.subject_id and x.ended_at is null)
  union
  select g.subject_id from app.break_glass g
  where g.staff_id = app.actor() and g.subject_id = app.subject() and g.until_at > now() and g.ended_at is null
    and app.entry() is null and (select app.cleared())
    and not exists (select from app.conflict x where x.staff_id = g.staff_id and x.subject_id = g.subject_id and x.ended_at is null)
$$;
alter function app.my_conflicts() rows 2;

-- Of the one person whose dossier is open, the trajectories that are one's own: what my_trajectories() holds of app.subject().
-- Asked some twenty times for one dossier, so in steps whose plans are kept, and the broken glass is looked for only when it was broken.
create function app.my_dossier() returns setof uuid language plpgsql stable security definer rows 1 set search_path = '' as $$
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
end $$;
grant execute on function app.my_dossier to spoor_staff;

-- When somebody was told of this; within an opened dossier that is asked of that dossier first.
create or replace function app.informed_of(about uuid) returns timestamptz language sql stable security definer set search_path = '' as $$
  select min(e.at) from app.inform_event e
  where e.about_id = $1 and (e.subject_id = app.actor()
    or (e.subject_id = app.subject() and e.trajectory_id in (select app.my_dossier()))
    or e.trajectory_id in (select app.my_trajectories()) or (select app.sees_headers())
    or (session_user = 'spoor_worker' and e.subject_id = app.subject()))
$$;

-- Every wall, those of later migrations too (the migrator calls this at each start). What is the same for all rows of a statement is
-- written as a subquery, which is asked once and only when it is needed; and rows of the one opened person are first held against that
-- person's trajectories and only then against the whole caseload. Neither lets in or keeps out anything else than before.
create procedure app.ask_once() language plpgsql as $$
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
end $$;
revoke execute on procedure app.ask_once from public;
call app.ask_once();
