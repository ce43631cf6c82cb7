-- At the moment of transmission: does whoever put this message in the queue last still work here, guide this trajectory and hold a role
-- that sends? Work that waits ends with the account, the role and the caseload of who set it going.
create function app.sender_stands(disclosure uuid, moment timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  with sender as (
    select d.trajectory_id, coalesce(
      (select e.by_id from app.dispatch m join app.dispatch_event e on e.dispatch_id = m.id
        join app.staff_member s on s.id = e.by_id
        where m.disclosure_id = d.id and e.state = 'queued' order by e.n desc limit 1), d.by_id) as id
    from app.disclosure d where d.id = $1
  )
  select exists (
    select from sender x
    join app.staff_member s on s.id = x.id and s.left_at is null
    join app.membership m on m.trajectory_id = x.trajectory_id and m.staff_id = x.id and (m.until_at is null or m.until_at > $2)
    where exists (select from app.staff_role r where r.staff_id = x.id and r.role in ('coach', 'coordinator')
        and (r.until_at is null or r.until_at > $2))
      and not exists (select from auth.account a where a.person_id = x.id and a.ended_at is not null))
$$;
grant execute on function app.sender_stands to spoor_worker;
