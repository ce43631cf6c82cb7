-- Who vouches for a colleague may know whether there is an account to start anew, and nothing else of it.
create function auth.in_use(person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from auth.account a where a.person_id = $1 and a.activated_at is not null and a.ended_at is null)
    and (person in (select app.my_candidates())
      or (app.sees_headers() and exists (select from app.candidate c where c.id = person))
      or (app.cleared() and exists (select from app.staff_member m where m.id = person and m.left_at is null)
        and (app.has_role('administrator') or app.has_role('coordinator') or app.has_role('dpo'))))
$$;
grant execute on function auth.in_use to spoor_staff;
