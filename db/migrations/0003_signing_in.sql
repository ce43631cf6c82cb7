-- Accounts, factors and sessions. Two realms that never mix: a staff session is nothing in the portal and the other way round.
-- What is secret is hashed (password, tokens, recovery codes) or sealed under the person's own key (TOTP secret, device).

create table auth.account (
  person_id uuid primary key references app.person,
  realm text not null check (realm in ('staff', 'candidate')),
  email_token bytea not null,
  password_hash text,
  created_at timestamptz not null default now(), created_by uuid not null,
  activated_at timestamptz,
  ended_at timestamptz, ended_by uuid,
  row_version int not null default 1,
  unique (realm, email_token)
);
call app.protect('auth.account', 'person_id');

create table auth.totp (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references auth.account,
  secret bytea not null,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  ended_at timestamptz
);
comment on column auth.totp.last_step is 'the newest 30-second step that was accepted: a code works once';
call app.protect('auth.totp', 'person_id');

create table auth.recovery_code (
  person_id uuid not null references auth.account,
  code_hash bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  ended_at timestamptz,
  primary key (person_id, code_hash)
);
call app.protect('auth.recovery_code', 'person_id');

create table auth.invitation (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references auth.account,
  token_hash bytea not null unique,
  invited_at timestamptz not null default now(), invited_by uuid not null,
  expires_at timestamptz not null,
  used_at timestamptz, ended_at timestamptz
);
call app.protect('auth.invitation', 'person_id');

create table auth.session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references auth.account,
  realm text not null,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  second_factor_at timestamptz,
  device bytea,
  ended_at timestamptz, ended_why text
);
create index session_person on auth.session (person_id) where ended_at is null;
call app.protect('auth.session', 'person_id');
-- Being seen is no change to the record, only to a clock; everything else about a session stays guarded.
drop trigger guard on auth.session;
create trigger guard before insert or delete or update of token_hash, second_factor_at, ended_at on auth.session
  for each row execute function audit.guard('person_id');

-- Attempts, by keyed token of what was tried and of the network it came from: throttles, names nobody. An attempt counts
-- before it is judged, so that a thousand at once are still a thousand; a success takes its own rows away again.
create table auth.attempt (
  id uuid not null, realm text not null, about bytea not null, at timestamptz not null default now(),
  primary key (about, id)
);
create index attempt_about on auth.attempt (about, at);
create index attempt_id on auth.attempt (id);
alter table auth.attempt enable row level security;
alter table auth.attempt force row level security;
create policy owner on auth.attempt to spoor_owner using (true) with check (true);

-- Seconds to wait, or 0 and the attempt is counted. `free` tries are without delay; then each doubles it, up to `longest`:
-- slower, never shut for good. What is told to wait does not count, so nobody can keep another out by hammering.
create function auth.begin_attempt(attempt uuid, realm text, about bytea[], free int[], longest int) returns int
language plpgsql volatile security definer set search_path = '' as $$
declare
  wait double precision := 0;
  n int;
  last timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended(encode(one, 'hex'), 0)) from (select unnest($3) one order by one) tokens;
  for i in 1 .. coalesce(array_length(about, 1), 0) loop
    delete from auth.attempt a where a.about = $3[i] and a.at < now() - interval '1 day';
    select count(*), max(a.at) into n, last from auth.attempt a where a.about = $3[i] and a.at > now() - interval '1 hour';
    if n >= free[i] then
      wait := greatest(wait, least(longest, 5 * 2 ^ least(n - free[i], 12)) - extract(epoch from clock_timestamp() - last));
    end if;
  end loop;
  if wait > 0 then
    return ceil(wait)::int;
  end if;
  insert into auth.attempt (id, realm, about, at) select $1, $2, one, clock_timestamp() from (select distinct unnest($3) one) tokens;
  return 0;
end $$;
create function auth.forgive_attempt(attempt uuid, about bytea[]) returns void language sql volatile security definer set search_path = '' as $$
  delete from auth.attempt a where a.id = $1 or a.about = any ($2)
$$;

-- Before anybody is known. Answers the same shape whether or not the account exists.
create function auth.find(realm text, email_token bytea)
returns table (person_id uuid, password_hash text, has_second_factor boolean)
language sql stable security definer set search_path = '' as $$
  select a.person_id, a.password_hash,
    exists (select from auth.totp t where t.person_id = a.person_id and t.confirmed_at is not null and t.ended_at is null)
  from auth.account a
  where a.realm = $1 and a.email_token = $2 and a.ended_at is null and a.activated_at is not null
    and not exists (select from app.staff_member m where m.id = a.person_id and m.left_at is not null)
$$;

create function auth.find_invitation(token_hash bytea, realm text)
returns table (invitation_id uuid, person_id uuid) language sql stable security definer set search_path = '' as $$
  select i.id, i.person_id from auth.invitation i join auth.account a on a.person_id = i.person_id
  where i.token_hash = $1 and a.realm = $2 and i.used_at is null and i.ended_at is null and i.expires_at > now() and a.ended_at is null
$$;

-- One call per request: who is this, with which roles, how recently proven? Ends by inactivity (staff 1 h, portal 30 min)
-- and absolutely (12 h; 10 minutes while the second factor is still to be shown); an ended account or a staff member who
-- left has no session from the same moment on.
create function auth.resume(token_hash bytea, realm text)
returns table (session_id uuid, person_id uuid, second_factor_at timestamptz, roles text[], language text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  return query
  with live as (
    select s.id, s.person_id, s.second_factor_at, s.last_seen_at
    from auth.session s join auth.account a on a.person_id = s.person_id
    where s.token_hash = $1 and s.realm = $2 and s.ended_at is null and a.ended_at is null
      and not exists (select from app.staff_member m where m.id = s.person_id and m.left_at is not null)
      and s.created_at > now() - (case when s.second_factor_at is null then interval '10 minutes' else interval '12 hours' end)
      and s.last_seen_at > now() - (case when s.realm = 'staff' then interval '1 hour' else interval '30 minutes' end)
  ), seen as (
    update auth.session s set last_seen_at = now() from live
    where s.id = live.id and live.last_seen_at < now() - interval '1 minute'
  )
  select live.id, live.person_id, live.second_factor_at,
    coalesce((select array_agg(r.role order by r.role) from app.staff_role r
      join app.staff_member m on m.id = r.staff_id and m.left_at is null
      where r.staff_id = live.person_id and r.from_at <= now() and (r.until_at is null or r.until_at > now())), '{}'),
    coalesce((select c.language from app.candidate c where c.id = live.person_id), 'nl')
  from live;
end $$;
-- One's own password's hash, to ask the old one when it is changed; the column itself is closed to staff.
create function auth.own_password() returns text language sql stable security definer set search_path = '' as $$
  select a.password_hash from auth.account a where a.person_id = app.actor() and a.ended_at is null
$$;
grant execute on function auth.begin_attempt, auth.forgive_attempt, auth.find, auth.find_invitation, auth.resume, auth.own_password
  to spoor_staff, spoor_candidate;

-- Everybody manages their own factors and sessions; an administrator makes and ends staff accounts, whoever registers a
-- candidate invites them. Nobody reads another's secrets: those columns are not even selectable through this wall.
call app.admit('spoor_staff', 'insert, update', 'auth.account',
  $$person_id = app.actor() or app.has_role('administrator') or person_id in (select app.my_candidates())
    or (realm = 'candidate' and app.sees_headers())$$);
revoke update on auth.account from spoor_staff;
grant select (person_id, realm, created_at, activated_at, ended_at, ended_by, row_version) on auth.account to spoor_staff;
grant update (email_token, password_hash, activated_at, ended_at, ended_by, row_version) on auth.account to spoor_staff;
call app.admit('spoor_staff', 'select, insert, update', 'auth.totp', 'person_id = app.actor()');
call app.admit('spoor_staff', 'select, insert, update', 'auth.recovery_code', 'person_id = app.actor()');
call app.admit('spoor_staff', 'select, insert, update', 'auth.invitation',
  $$person_id = app.actor() or app.has_role('administrator') or person_id in (select app.my_candidates()) or app.sees_headers()$$);
call app.admit('spoor_staff', 'select, insert, update', 'auth.session', 'person_id = app.actor()');

call app.admit('spoor_candidate', 'select, update', 'auth.account', 'person_id = app.actor()');
call app.admit('spoor_candidate', 'select, insert, update', 'auth.totp', 'person_id = app.actor()');
call app.admit('spoor_candidate', 'select, insert, update', 'auth.recovery_code', 'person_id = app.actor()');
call app.admit('spoor_candidate', 'select, update', 'auth.invitation', 'person_id = app.actor()');
call app.admit('spoor_candidate', 'select, insert, update', 'auth.session', 'person_id = app.actor()');

-- The log, as its readers see it: a candidate what concerns them, the privacy officer everything.
call app.admit('spoor_candidate', 'select', 'audit.entry', 'subjects @> array[app.actor()]');
call app.admit('spoor_staff', 'select', 'audit.entry', $$app.has_role('dpo')$$);

-- A refusal by the database of an account's end must reach its sessions in the same moment, whoever ended it.
create function auth.end_sessions(person uuid, why text) returns int language plpgsql volatile security definer set search_path = '' as $$
declare n int;
begin
  if not (person = app.actor() or app.has_role('administrator') or person in (select app.my_candidates())
    or (app.sees_headers() and exists (select from app.candidate c where c.id = person))) then
    raise exception 'R1.2: not yours to end' using errcode = 'insufficient_privilege';
  end if;
  update auth.session s set ended_at = now(), ended_why = why where s.person_id = person and s.ended_at is null;
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function auth.end_sessions to spoor_staff;
