-- What leaves otherwise than in a mail: a letter handed over or posted, and a document that its reader collects here (R9.1, R8.1).

-- A letter goes to somebody who need not be a contact person: a doctor, an authority. Then the sealed snapshot alone says who.
alter table app.disclosure
  alter contact_id drop not null, alter commissioner_id drop not null,
  drop constraint disclosure_form_check, drop constraint disclosure_check,
  drop constraint disclosure_check1, drop constraint disclosure_check2,
  add constraint disclosure_form_check check (form in ('written', 'oral', 'letter')),
  add constraint disclosure_recorded check ((form in ('oral', 'letter')) = (state = 'recorded')),
  add constraint disclosure_hash check ((form in ('written', 'letter')) = (sha256 is not null)),
  add constraint disclosure_day check ((form in ('oral', 'letter')) = (on_day is not null)),
  add constraint disclosure_said check ((form = 'oral') = (summary is not null)),
  add constraint disclosure_whom check ((contact_id is null) = (commissioner_id is null) and (form = 'letter' or contact_id is not null));

-- The agency's own copy of what went as a letter, and what waits here to be collected.
create table app.disclosed_document (
  disclosure_id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  filename text not null, pdf bytea not null,
  created_at timestamptz not null,
  foreign key (subject_id, disclosure_id) references app.disclosure (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
comment on column app.disclosed_document.filename is 'a document number and no name';
call app.protect('app.disclosed_document', 'subject_id');
call app.admit('spoor_staff', 'select, insert', 'app.disclosed_document',
  'trajectory_id in (select app.my_trajectories())', 'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
-- Where the register shows the disclosure, the candidate may have the document.
call app.admit('spoor_candidate', 'select', 'app.disclosed_document',
  'subject_id = app.actor() and disclosure_id in (select d.id from app.disclosure d)');
call app.admit('spoor_worker', 'select', 'app.disclosed_document', 'subject_id = app.subject()');

-- Channel C (R8.1): the mail carries a link, and the PDF stays here until its reader shows that the address is theirs and has the code
-- that they were told by telephone. How long it waits is the agency's to set: four weeks spans a holiday.
alter table app.agency add collect_days int not null default 28 check (collect_days between 1 and 182);

create table app.collection (
  disclosure_id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  contact_id uuid not null references app.contact_person,
  verification_id uuid not null references app.address_verification,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  address_token bytea not null,
  expires_on date not null,
  code_token bytea, code_until timestamptz, code_n int not null default 0,
  wrong int not null default 0, locked_at timestamptz,
  asked_pass bytea, asked_at timestamptz, released_at timestamptz,
  ended_at timestamptz, ended_by uuid, ended_clause text,
  created_at timestamptz not null,
  row_version int not null default 1,
  foreign key (subject_id, disclosure_id) references app.disclosure (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  check ((code_token is null) = (code_until is null)),
  check ((ended_at is null) = (ended_clause is null))
);
comment on column app.collection.address_token is 'keyed token of the address that was cleared; the reader types it to show that they know it';
comment on column app.collection.code_token is 'keyed token of the code; the code itself is shown once and kept nowhere';
comment on column app.collection.released_at is 'the gate said yes for asked_pass at this moment: good for one collection within a minute';
create index collection_contact on app.collection (contact_id) where ended_at is null;
call app.protect('app.collection', 'subject_id');

-- Everything that happened to it; rows are only added.
create table app.collection_event (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null, trajectory_id uuid not null,
  disclosure_id uuid not null references app.collection,
  kind text not null check (kind in ('codeMade', 'wrong', 'locked', 'opened', 'refused', 'collected', 'ended')),
  at timestamptz not null, by_id uuid not null, clause text, detail bytea,
  n bigint generated always as identity
);
comment on column app.collection_event.detail is 'sealed JSON: why the gate refused';
create index collection_event_disclosure on app.collection_event (disclosure_id, n);
call app.protect('app.collection_event', 'subject_id');

-- Who showed the address and the code may collect for a quarter of an hour: a random cookie, of which this is the hash.
create table app.collection_pass (
  hash bytea primary key check (octet_length(hash) = 32),
  subject_id uuid not null,
  disclosure_id uuid not null references app.collection,
  until_at timestamptz not null
);
call app.protect('app.collection_pass', 'subject_id');

-- The moment that the agency's clock says it is, set by the transaction; a test's clock is the only one that differs from now().
create function app.collectable(c app.collection, moment timestamptz) returns text language sql stable security definer set search_path = '' as $$
  select case
    when c.ended_at is not null then 'ended'
    when c.expires_on < (moment at time zone 'Europe/Amsterdam')::date then 'expired'
    when not exists (select from app.disclosure d where d.id = c.disclosure_id and d.state in ('transmitting', 'accepted', 'unknown')) then 'ended'
    when exists (select from app.candidate k where k.id = c.subject_id and k.restricted_at is not null) then 'ended'
    when not exists (select from app.contact_person p join app.disclosure d on d.id = c.disclosure_id
      where p.id = c.contact_id and p.left_at is null and p.commissioner_id = d.commissioner_id) then 'ended'
    when not exists (select from app.address_verification v
      where v.id = c.verification_id and v.verified_at is not null and v.ended_at is null) then 'ended'
    else 'open' end
$$;

-- Before anybody is known: which document a link leads to, so that the deed can be logged, and whether it still does. No word of what it is.
create function app.find_collection(link bytea, moment timestamptz)
returns table (disclosure_id uuid, subject_id uuid, contact_id uuid, purpose text, state text, locked boolean)
language sql stable security definer set search_path = '' as $$
  select c.disclosure_id, c.subject_id, c.contact_id, d.purpose, app.collectable(c, moment), c.locked_at is not null
  from app.collection c join app.disclosure d on d.id = c.disclosure_id where c.token_hash = link
$$;

create function app.note_collection(c app.collection, what text, moment timestamptz, because text, why bytea) returns void
language sql volatile security definer set search_path = '' as $$
  insert into app.collection_event (subject_id, trajectory_id, disclosure_id, kind, at, by_id, clause, detail)
  values (c.subject_id, c.trajectory_id, c.disclosure_id, what, moment, app.actor(), because, why)
$$;

-- One try. Address and code are judged together, so that neither can be guessed apart; after five wrong ones it locks until the coach
-- makes a new code.
create function app.try_collection(link bytea, address bytea, code bytea, pass bytea, moment timestamptz) returns text
language plpgsql volatile security definer set search_path = '' as $$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.token_hash = link and x.contact_id = app.actor() and x.subject_id = app.subject() for update;
  if not found or app.collectable(c, moment) <> 'open' then return 'closed'; end if;
  if c.locked_at is not null then return 'locked'; end if;
  if c.code_token is null or c.code_until <= moment then return 'noCode'; end if;
  if c.code_token <> code or c.address_token <> address then
    update app.collection x set wrong = x.wrong + 1, row_version = x.row_version + 1,
      locked_at = case when x.wrong + 1 >= 5 then moment end, code_token = case when x.wrong + 1 >= 5 then null else x.code_token end,
      code_until = case when x.wrong + 1 >= 5 then null else x.code_until end
      where x.disclosure_id = c.disclosure_id;
    perform app.note_collection(c, 'wrong', moment, null, null);
    if c.wrong + 1 < 5 then return 'wrong'; end if;
    perform app.note_collection(c, 'locked', moment, null, null);
    perform app.enqueue('tellOfCollection', json_build_object('id', c.disclosure_id));
    return 'locked';
  end if;
  update app.collection x set wrong = 0, row_version = x.row_version + 1 where x.disclosure_id = c.disclosure_id;
  delete from app.collection_pass p where p.disclosure_id = c.disclosure_id and p.until_at < moment;
  insert into app.collection_pass (hash, subject_id, disclosure_id, until_at) values (pass, c.subject_id, c.disclosure_id, moment + interval '15 minutes');
  perform app.note_collection(c, 'opened', moment, null, null);
  return 'opened';
end $$;

-- What the holder of a pass may see: that one document, and only as the contact person it was for.
create function app.passed(pass bytea, moment timestamptz)
returns table (disclosure_id uuid, subject_id uuid, contact_id uuid, purpose text)
language sql stable security definer set search_path = '' as $$
  select c.disclosure_id, c.subject_id, c.contact_id, d.purpose
  from app.collection_pass p join app.collection c on c.disclosure_id = p.disclosure_id join app.disclosure d on d.id = c.disclosure_id
  where p.hash = $1 and p.until_at > $2 and app.collectable(c, $2) = 'open'
$$;
create function app.collecting() returns uuid language sql stable security definer set search_path = '' as $$
  select x.disclosure_id from app.passed(decode(nullif(current_setting('app.pass', true), ''), 'hex'),
    coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now())) x
  where x.contact_id = app.actor() and x.subject_id = app.subject()
$$;

-- Collecting is the transmission of the data, so the gate decides again, in the worker. The question stands until it answered.
create function app.ask_release(pass bytea, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  which uuid := app.collecting();
begin
  if which is null then return false; end if;
  update app.collection x set asked_pass = pass, asked_at = moment, released_at = null, row_version = x.row_version + 1 where x.disclosure_id = which;
  perform app.enqueue('releaseCollection', json_build_object('id', which), null, 'release:' || which);
  return true;
end $$;
create function app.release_answer(pass bytea) returns text language sql stable security definer set search_path = '' as $$
  select case when c.released_at is not null then 'released' when c.ended_at is not null then 'refused' else 'waiting' end
  from app.collection c where c.asked_pass = pass
$$;
-- One collection for one release: what was withdrawn meanwhile holds the same row, and whichever commits first has it.
create function app.take_release(pass bytea, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.asked_pass = pass and x.disclosure_id = app.collecting() for update;
  if not found or c.released_at is null or c.released_at < moment - interval '1 minute' or app.collectable(c, moment) <> 'open' then
    return false;
  end if;
  update app.collection x set released_at = null, asked_pass = null, asked_at = null, row_version = x.row_version + 1 where x.disclosure_id = c.disclosure_id;
  perform app.note_collection(c, 'collected', moment, null, null);
  return true;
end $$;
grant execute on function app.find_collection, app.try_collection, app.passed, app.collecting, app.ask_release, app.release_answer,
  app.take_release to spoor_recipient;

-- The gate's locks for a collection, in the order of all gates; the collection itself comes last.
create function app.lock_collection(wanted uuid, moment timestamptz) returns table (
  state text, restricted boolean, contact_commissioner uuid, contact_left boolean, contact_email bytea,
  verified boolean, verified_email bytea, domains text[]
) language plpgsql volatile security definer set search_path = '' as $$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.disclosure_id = wanted and x.subject_id = app.subject();
  if not found then return; end if;
  select k.restricted_at is not null into restricted from app.candidate k where k.id = c.subject_id for share;
  select p.commissioner_id, p.left_at is not null, p.email into contact_commissioner, contact_left, contact_email
    from app.contact_person p where p.id = c.contact_id for share;
  select v.verified_at is not null and v.ended_at is null, v.email into verified, verified_email
    from app.address_verification v where v.id = c.verification_id for share;
  select o.mail_domains into domains from app.commissioner o join app.disclosure d on d.commissioner_id = o.id where d.id = wanted for share of o;
  perform from app.consent k where k.subject_id = c.subject_id order by k.id for share;
  perform from app.disclosure d where d.id = wanted for update;
  select * into c from app.collection x where x.disclosure_id = wanted for update;
  state := app.collectable(c, moment);
  return next;
end $$;
create function app.collection_head(wanted uuid) returns table (subject_id uuid, contact_id uuid, purpose text, clause text, ground text, made_by uuid, asked boolean, state text)
language sql stable security definer set search_path = '' as $$
  select c.subject_id, c.contact_id, d.purpose, d.clause, d.ground, d.by_id, c.asked_pass is not null and c.released_at is null, d.state
  from app.collection c join app.disclosure d on d.id = c.disclosure_id where c.disclosure_id = $1
$$;
grant execute on function app.lock_collection, app.collection_head to spoor_worker;

-- The coach hears by a notice that a document was locked or refused; a note of the gate's refusal goes with it.
create function app.end_collection(wanted uuid, because text, moment timestamptz, why bytea) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.disclosure_id = wanted and x.subject_id = app.subject() and x.ended_at is null
    and (session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and x.subject_id = app.actor())
      or (session_user = 'spoor_staff' and x.trajectory_id in (select app.my_trajectories()))) for update;
  if not found then return false; end if;
  update app.collection x set ended_at = moment, ended_by = app.actor(), ended_clause = because, code_token = null, code_until = null,
    asked_pass = null, released_at = null, row_version = x.row_version + 1 where x.disclosure_id = wanted;
  perform app.note_collection(c, case when why is null then 'ended' else 'refused' end, moment, because, why);
  return true;
end $$;
grant execute on function app.end_collection to spoor_staff, spoor_candidate, spoor_worker;

-- Whatever withdraws what a disclosure stands on ends its collection in the same transaction, also when the mail has long gone.
create or replace function app.stop_disclosures(about_kind text, about_what uuid, because text, moment timestamptz)
returns table (disclosure uuid, state text, began_at timestamptz)
language plpgsql volatile security definer set search_path = '' as $$
declare
  one record;
begin
  for one in
    select d.id, d.disclosure_id, d.state, d.began_at from app.dispatch d
    where d.subject_id = app.subject()
      and d.disclosure_id in (select x.id from app.disclosure x where x.about = about_kind and x.about_id = about_what)
      and (session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and d.subject_id = app.actor())
        or (session_user = 'spoor_staff' and d.trajectory_id in (select app.my_trajectories())))
    order by d.id for update
  loop
    if one.state = 'queued' then
      update app.dispatch d set state = 'blocked', state_at = moment, clause = because, detail = null,
        row_version = d.row_version + 1 where d.id = one.id;
      one.state := 'blocked';
    end if;
    perform app.end_collection(one.disclosure_id, because, moment, null);
    disclosure := one.disclosure_id; state := one.state; began_at := one.began_at;
    return next;
  end loop;
end $$;

call app.admit('spoor_staff', 'select, insert, update (code_token, code_until, code_n, wrong, locked_at, row_version)', 'app.collection',
  'trajectory_id in (select app.my_trajectories())', 'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
revoke select on app.collection from spoor_staff;
grant select (disclosure_id, subject_id, trajectory_id, contact_id, verification_id, expires_on, code_until, code_n, wrong, locked_at,
  ended_at, ended_by, ended_clause, created_at, row_version) on app.collection to spoor_staff;
call app.admit('spoor_staff', 'select, insert', 'app.collection_event', 'trajectory_id in (select app.my_trajectories())',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_candidate', 'select', 'app.collection_event', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select, update (released_at, row_version)', 'app.collection', 'subject_id = app.subject()');

-- The reader's own role sees, with a pass, that one disclosure and its document, and nothing else of anybody.
call app.admit('spoor_recipient', 'select', 'app.disclosure', 'id = app.collecting()');
call app.admit('spoor_recipient', 'select', 'app.disclosed_document', 'disclosure_id = app.collecting()');

do $$
declare one regclass;
begin
  foreach one in array array['app.collection', 'app.collection_event', 'app.disclosed_document']::regclass[] loop
    execute format('create policy spoor_staff_conflict on %s as restrictive to spoor_staff using (subject_id not in (select app.my_conflicts())) with check (true)', one);
  end loop;
end $$;
