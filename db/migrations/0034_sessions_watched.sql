-- A session answers only to the kind of browser that it began in, and a factor that was just shown counts only where it was shown. Both are
-- hashes with the session's own token: to who reads this table they say nothing, and two sessions of one browser look unlike.
alter table auth.session add column browser bytea, add column network bytea, add column network_at timestamptz, add column elsewhere_at timestamptz;
comment on column auth.session.browser is 'of the browser it began in; null where that said nothing of itself';
comment on column auth.session.network_at is 'since when it is used from this network; a factor shown before that is no longer fresh';
comment on column auth.session.elsewhere_at is 'when another kind of browser first came with its token';

-- As before, and: from another kind of browser there is no session. `elsewhere` says so, the first time, so that it is written down.
drop function auth.resume(bytea, text);
create function auth.resume(token_hash bytea, realm text, browser bytea, network bytea, moment timestamptz)
returns table (session_id uuid, person_id uuid, second_factor_at timestamptz, network_at timestamptz, roles text[], language text, elsewhere boolean)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  with live as (
    select s.id, s.person_id, s.second_factor_at, s.last_seen_at, s.network as before, s.network_at, s.elsewhere_at,
      s.browser is not null and s.browser is distinct from $3 as foreign_browser
    from auth.session s join auth.account a on a.person_id = s.person_id
    where s.token_hash = $1 and s.realm = $2 and s.ended_at is null and a.ended_at is null
      and not exists (select from app.staff_member m where m.id = s.person_id and m.left_at is not null)
      and s.created_at > now() - (case when s.second_factor_at is null then interval '10 minutes' else interval '12 hours' end)
      and s.last_seen_at > now() - (case when s.realm = 'staff' then interval '1 hour' else interval '30 minutes' end)
  ), seen as (
    update auth.session s set last_seen_at = now(), network = $4,
      network_at = case when live.before is not null and live.before <> $4 then $5 else live.network_at end
    from live
    where s.id = live.id and not live.foreign_browser
      and (live.last_seen_at < now() - interval '1 minute' or live.before is distinct from $4)
  ), noted as (
    update auth.session s set elsewhere_at = $5 from live where s.id = live.id and live.foreign_browser and live.elsewhere_at is null
  )
  select live.id, live.person_id, live.second_factor_at,
    case when live.before is not null and live.before <> $4 then $5 else live.network_at end,
    coalesce((select array_agg(r.role order by r.role) from app.staff_role r
      join app.staff_member m on m.id = r.staff_id and m.left_at is null
      where r.staff_id = live.person_id and r.from_at <= now() and (r.until_at is null or r.until_at > now())), '{}'),
    coalesce((select c.language from app.candidate c where c.id = live.person_id), 'nl'),
    live.foreign_browser
  from live where not live.foreign_browser or live.elsewhere_at is null;
end $$;
grant execute on function auth.resume to spoor_staff, spoor_candidate;

-- Where a member of staff is signed in, for whoever may end it: an administrator. What the browser said of itself stays sealed.
create function auth.sessions_of(person uuid)
returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, device bytea) language sql stable security definer set search_path = '' as $$
  select s.id, s.created_at, s.last_seen_at, s.device from auth.session s
  where s.person_id = $1 and s.realm = 'staff' and app.has_role('administrator') and s.ended_at is null and s.second_factor_at is not null
    and s.created_at > now() - interval '12 hours' and s.last_seen_at > now() - interval '1 hour'
  order by s.created_at desc
$$;
create function auth.end_session_of(person uuid, session uuid, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare n int;
begin
  if not app.has_role('administrator') then
    raise exception 'R1.2: not yours to end' using errcode = 'insufficient_privilege';
  end if;
  update auth.session s set ended_at = $3, ended_why = 'administrator'
  where s.id = $2 and s.person_id = $1 and s.realm = 'staff' and s.ended_at is null;
  get diagnostics n = row_count;
  return n = 1;
end $$;
-- Everybody who is signed in anywhere, but who asks: whom an administrator signs out when something is very wrong.
create function auth.signed_in() returns setof uuid language sql stable security definer set search_path = '' as $$
  select distinct s.person_id from auth.session s
  where app.has_role('administrator') and s.ended_at is null and s.person_id <> app.actor()
    and s.created_at > now() - interval '12 hours'
$$;
grant execute on function auth.sessions_of, auth.end_session_of, auth.signed_in to spoor_staff;

-- Whose account somebody else may have been trying: five refusals within an hour, a right password without a right code that nobody
-- followed up for ten minutes, or a session that came from another kind of browser. Asked beside the requests, so that signing in takes as
-- long with an account as without; whoever was told within a day is not told again, however hard somebody tries.
create function auth.odd_sign_ins(moment timestamptz) returns table (person_id uuid, realm text)
language sql stable security definer set search_path = '' as $$
  with refused as (
    select p.id as person, count(*) as n, max(e.at) filter (where e.actor_id = p.id) as half
    from audit.entry e cross join lateral unnest(e.subjects) p (id)
    where e.at > $1 - interval '1 hour' and e.at <= $1 and e.action = 'signIn' and e.outcome = 'refused'
    group by p.id
  ), odd as (
    select r.person from refused r
    where r.n >= 5 or (r.half < $1 - interval '10 minutes' and not exists (
      select from auth.session s where s.person_id = r.person and s.second_factor_at is not null and s.created_at > r.half))
    union
    select s.person_id from auth.session s where s.elsewhere_at > $1 - interval '1 hour' and s.elsewhere_at <= $1
  )
  select a.person_id, a.realm from odd join auth.account a on a.person_id = odd.person
  where a.ended_at is null and a.activated_at is not null and not exists (
    select from app.dispatch d where d.subject_id = a.person_id and d.kind = 'oddSignIn' and d.created_at > $1 - interval '1 day')
$$;
-- Where that person's own mail goes; of the one the worker acts for.
create function auth.owner_address() returns table (source text, id uuid, value bytea, language text)
language sql stable security definer set search_path = '' as $$
  select 'staff_member', m.id, m.email, 'nl' from app.staff_member m where m.id = app.subject() and m.left_at is null
  union all
  (select 'candidate_field', f.id, f.value, c.language from app.candidate c join app.candidate_field f on f.subject_id = c.id and f.field = 'email'
   where c.id = app.subject() order by f.updated_at desc limit 1)
$$;
grant execute on function auth.odd_sign_ins, auth.owner_address to spoor_worker;
grant usage on schema auth to spoor_worker;
