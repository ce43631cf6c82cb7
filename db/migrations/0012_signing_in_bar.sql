-- Passkeys beside password and code, the questions that browsers answer with them, and getting back in after losing them all.
-- A passkey's public half is no secret; what its owner calls it ("telefoon van Anna") is sealed.

create table auth.passkey (
  id uuid primary key,
  person_id uuid not null references auth.account,
  credential_id bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name bytea not null,
  backup_eligible boolean not null, backed_up boolean not null,
  created_at timestamptz not null, last_used_at timestamptz, ended_at timestamptz
);
comment on column auth.passkey.counter is 'grows with each use; one that does not grow was copied. 0 where the device does not count';
create index passkey_person on auth.passkey (person_id) where ended_at is null;
call app.protect('auth.passkey', 'person_id');

-- What was asked of one browser: a hash of the question (or of the proof that answered it), for which use, bound to the session or
-- the sign-in page that asked. Names nobody; good for five minutes by the database's own clock, and once.
create table auth.challenge (
  hash bytea primary key,
  realm text not null check (realm in ('staff', 'candidate')),
  use text not null check (use in ('signIn', 'register', 'prove', 'proof')),
  bound bytea not null,
  asked_at timestamptz not null default clock_timestamp()
);
create index challenge_age on auth.challenge (asked_at);
alter table auth.challenge enable row level security;
alter table auth.challenge force row level security;
create policy owner on auth.challenge to spoor_owner using (true) with check (true);

create function auth.ask_challenge(hash bytea, realm text, use text, bound bytea) returns void
language sql volatile security definer set search_path = '' as $$
  delete from auth.challenge c where c.asked_at < clock_timestamp() - interval '5 minutes';
  insert into auth.challenge (hash, realm, use, bound) values ($1, $2, $3, $4);
$$;
-- Was this asked, here, for this, of this browser? Whatever the answer, it cannot be taken again.
create function auth.take_challenge(hash bytea, realm text, use text, bound bytea) returns boolean
language sql volatile security definer set search_path = '' as $$
  with taken as (delete from auth.challenge c where c.hash = $1 returning c.realm, c.use, c.bound, c.asked_at)
  select exists (select from taken t
    where t.realm = $2 and t.use = $3 and t.bound = $4 and t.asked_at > clock_timestamp() - interval '5 minutes')
$$;

-- Before anybody is known: whose passkey is this, on the terms of auth.find?
create function auth.find_passkey(credential bytea, realm text)
returns table (id uuid, person_id uuid, public_key bytea, counter bigint) language sql stable security definer set search_path = '' as $$
  select p.id, p.person_id, p.public_key, p.counter
  from auth.passkey p join auth.account a on a.person_id = p.person_id
  where p.credential_id = $1 and p.ended_at is null and a.realm = $2 and a.ended_at is null and a.activated_at is not null
    and not exists (select from app.staff_member m where m.id = a.person_id and m.left_at is not null)
$$;
grant execute on function auth.ask_challenge, auth.take_challenge, auth.find_passkey to spoor_staff, spoor_candidate;

call app.admit('spoor_staff', 'select, insert, update (counter, backed_up, name, last_used_at, ended_at)', 'auth.passkey', 'person_id = app.actor()');
call app.admit('spoor_candidate', 'select, insert, update (counter, backed_up, name, last_used_at, ended_at)', 'auth.passkey',
  'person_id = app.actor()');

-- Every factor lost: one member of staff vouches for who it is, another confirms, and only then the account ends and is invited anew.
create table auth.vouching (
  id uuid primary key,
  person_id uuid not null references auth.account,
  reason bytea not null,
  how text not null check (how in ('inPerson', 'videoCall', 'knownNumber')),
  asked_at timestamptz not null, asked_by uuid not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz, confirmed_by uuid,
  ended_at timestamptz, ended_by uuid,
  check (asked_by <> person_id),
  check (confirmed_by is null or confirmed_by not in (asked_by, person_id)),
  check ((confirmed_at is null) = (confirmed_by is null))
);
create unique index vouching_open on auth.vouching (person_id) where confirmed_at is null and ended_at is null;
call app.protect('auth.vouching', 'person_id');
-- For staff an administrator must be one of the two; a coach vouches for their own candidates, back office and coordinator for all.
call app.admit('spoor_staff', 'select, insert, update (confirmed_at, confirmed_by, ended_at, ended_by)', 'auth.vouching',
  $$person_id <> app.actor() and (person_id in (select app.my_candidates())
    or (app.sees_headers() and exists (select from app.candidate c where c.id = person_id))
    or exists (select from app.staff_member m where m.id = person_id and app.cleared()
      and (app.has_role('administrator') or app.has_role('coordinator') or app.has_role('dpo'))))$$);

-- Ends every way in that a person had. Only for who confirms a vouching of somebody else, in that same transaction.
create function auth.end_factors(person uuid, moment timestamptz) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  if not exists (select from auth.vouching v
    where v.person_id = person and v.confirmed_by = app.actor() and v.confirmed_at = moment and v.asked_by <> app.actor()) then
    raise exception 'R10.1: nobody else vouched' using errcode = 'insufficient_privilege';
  end if;
  update auth.totp t set ended_at = moment where t.person_id = person and t.ended_at is null;
  update auth.recovery_code c set ended_at = moment where c.person_id = person and c.ended_at is null;
  update auth.passkey p set ended_at = moment where p.person_id = person and p.ended_at is null;
end $$;
grant execute on function auth.end_factors to spoor_staff;
