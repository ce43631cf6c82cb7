-- The letterhead belongs to an agency from its first minute: its logo comes along when it is set up.
create or replace function app.set_up(
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
  insert into app.agency (name, address, postal_code, city, phone, email, website, kvk, dpo_name, dpo_email, logo, logo_type,
    seal_certificate, demonstration, set_up_at)
  values (agency->>'name', agency->>'address', agency->>'postalCode', agency->>'city', agency->>'phone', agency->>'email', agency->>'website',
    agency->>'kvk', agency->>'dpoName', agency->>'dpoEmail', decode(agency->>'logo', 'base64'), agency->>'logoType',
    certificate, coalesce((agency->>'demonstration')::boolean, false), at);
  insert into app.person (id, kind, created_at) values (person, 'staff', at);
  insert into app.staff_member (id, name, email, started_on) values (person, name, email, started_on);
  insert into app.staff_role (staff_id, role, from_at, granted_by) values (person, 'administrator', at, person);
  insert into auth.account (person_id, realm, email_token, created_at, created_by) values (person, 'staff', email_token, at, person);
  insert into auth.invitation (person_id, token_hash, invited_at, invited_by, expires_at)
  values (person, invitation_hash, at, person, at + interval '1 day');
end $$;
