-- The first minutes of a real agency. Nobody is known yet, so no role could let anybody in: one function makes the agency, its
-- first administrator and their invitation, once. Who may call it is asked for a one-time code from the terminal first.
create function app.set_up(
  agency jsonb, certificate bytea, person uuid, name bytea, email bytea, email_token bytea, invitation_hash bytea,
  started_on date, at timestamptz
) returns void language plpgsql volatile security definer set search_path = '' as $$
declare entry uuid;
begin
  lock table app.agency in share row exclusive mode;
  if exists (select from app.agency) then
    raise exception 'R1.2: there is an agency already' using errcode = 'unique_violation';
  end if;
  perform set_config('app.actor', person::text, true);
  entry := audit.append('staff', '{}', null, null, array[person], '{}', 'setUp', 'agency', null, 'registration', null, 'R10.1', 'allowed', null, null);
  perform set_config('app.entry', entry::text, true);
  insert into app.agency (name, address, postal_code, city, phone, email, website, kvk, dpo_name, dpo_email, seal_certificate, demonstration, set_up_at)
  values (agency->>'name', agency->>'address', agency->>'postalCode', agency->>'city', agency->>'phone', agency->>'email', agency->>'website',
    agency->>'kvk', agency->>'dpoName', agency->>'dpoEmail', certificate, coalesce((agency->>'demonstration')::boolean, false), at);
  insert into app.person (id, kind, created_at) values (person, 'staff', at);
  insert into app.staff_member (id, name, email, started_on) values (person, name, email, started_on);
  insert into app.staff_role (staff_id, role, from_at, granted_by) values (person, 'administrator', at, person);
  insert into auth.account (person_id, realm, email_token, created_at, created_by) values (person, 'staff', email_token, at, person);
  insert into auth.invitation (person_id, token_hash, invited_at, invited_by, expires_at)
  values (person, invitation_hash, at, person, at + interval '1 day');
end $$;
grant execute on function app.set_up to spoor_recipient;

-- R1.3: what an administrator or privacy officer sees of who signed and who acknowledged; staff see their own.
create function app.confidentiality_of(staff uuid) returns table (signed_on date, acknowledged text[])
language sql stable security definer set search_path = '' as $$
  select (select max(c.signed_on) from app.confidentiality_statement c where c.staff_id = $1),
    coalesce((select array_agg(a.regulation_version order by a.regulation_version) from app.acknowledgement a where a.staff_id = $1), '{}')
  where $1 = app.actor() or app.has_role('administrator') or app.has_role('dpo') or app.has_role('coordinator')
$$;
grant execute on function app.confidentiality_of to spoor_staff;

-- Whether the worker lives: it says so itself, and the self-test reads when it last did.
create table app.heartbeat (process text primary key check (process = 'worker'), at timestamptz not null);
alter table app.heartbeat enable row level security;
alter table app.heartbeat force row level security;
create policy owner on app.heartbeat to spoor_owner using (true) with check (true);
create function app.beat() returns void language sql volatile security definer set search_path = '' as $$
  insert into app.heartbeat (process, at) values ('worker', clock_timestamp()) on conflict (process) do update set at = excluded.at
$$;
create function app.vital_signs() returns table (worker_at timestamptz, clock timestamptz)
language sql stable security definer set search_path = '' as $$
  select (select h.at from app.heartbeat h where h.process = 'worker'), clock_timestamp()
$$;
grant execute on function app.beat to spoor_worker;
grant execute on function app.vital_signs to spoor_recipient, spoor_staff;
