-- R4.1: what is withheld is not told by the log in another way either. A look at the demands that wait names their candidates and is about
-- no one demand; from the day that one about them was filed until its telling they do not see it. After that they do.
create function app.withheld_since() returns timestamptz language sql stable security definer set search_path = '' as $$
  select min(d.proposed_at) from app.demand d where d.id in (select app.withheld())
$$;
grant execute on function app.withheld_since to spoor_candidate;
alter policy spoor_candidate_wall on audit.entry using (subjects @> array[app.actor()] and case
  when object_id is not null then object_id not in (select app.withheld())
  else purpose is distinct from 'law' or at < coalesce((select app.withheld_since()), 'infinity') end);

-- Who has an address is told by a message. Who has none is told by a person, and until that is recorded nobody says that they were.
create or replace function app.demands_to_tell(day date) returns table (id uuid, subject_id uuid) language sql stable security definer set search_path = '' as $$
  select d.id, d.subject_id from app.demand d
  where d.disclosure_id is not null and d.told_at is null and (d.withheld_until is null or d.withheld_until <= day)
    and exists (select from auth.account a join app.candidate_field f on f.subject_id = a.person_id and f.field = 'email'
      where a.person_id = d.subject_id and a.realm = 'candidate' and a.ended_at is null)
$$;
