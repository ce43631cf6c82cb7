-- R8.1, R8.2: consent (toestemming) as a thing of its own, in the shape of ISO/IEC TS 27560. What was asked stays as it was asked; what
-- happened to it since is a row each, and the state follows those rows, in the database itself.
-- Whoever locks several of these rows takes them in this order, so that nobody waits in a circle:
-- candidate, contact person, address verification, consent, dispatch, disclosure.

create table app.consent (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  kind text not null check (kind in ('disclose', 'ask', 'hold', 'noObjection')),
  recipient_kind text not null check (recipient_kind in ('contact', 'carer', 'self')),
  contact_id uuid references app.contact_person,
  commissioner_id uuid references app.commissioner,
  carer_id uuid,
  recipient_type text not null,
  recipient bytea not null,
  purpose text not null,
  data_classes text[] not null check (cardinality(data_classes) > 0),
  version_id uuid,
  document_sha256 bytea check (octet_length(document_sha256) = 32),
  notice bytea not null,
  notice_sha256 bytea not null check (octet_length(notice_sha256) = 32),
  text_version text not null,
  number text not null unique,
  expires_on date not null,
  asked_at timestamptz not null, asked_by uuid not null references app.person,
  state text not null default 'asked'
    check (state in ('asked', 'given', 'refused', 'registered', 'withdrawn', 'expired', 'lapsed')),
  state_at timestamptz not null,
  row_version int not null default 1,
  unique (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, version_id) references app.report_version (subject_id, id),
  check ((recipient_kind = 'contact') = (contact_id is not null and commissioner_id is not null)),
  check ((recipient_kind = 'carer') = (carer_id is not null)),
  check ((version_id is null) = (document_sha256 is null))
);
comment on column app.consent.recipient is 'sealed JSON: person and organisation as they were shown';
comment on column app.consent.recipient_type is 'what the law called this recipient when it was asked; another kind of recipient is another question';
comment on column app.consent.data_classes is 'what it covers now; narrowing takes away and nothing adds';
comment on column app.consent.document_sha256 is 'of the one document that it is for; null: for the values that stand in the notice';
comment on column app.consent.notice is 'sealed JSON: every word that was shown, in both languages, with the data itself';
comment on column app.consent.number is 'stands on the paper form; tells nothing';
create index consent_subject on app.consent (subject_id, state);
create index consent_trajectory on app.consent (trajectory_id);
create index consent_ending on app.consent (expires_on) where state in ('asked', 'registered', 'given');
call app.protect('app.consent', 'subject_id');

create table app.consent_event (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, consent_id uuid not null,
  kind text not null check (kind in ('given', 'refused', 'registered', 'confirmed', 'rejected', 'withdrawn', 'narrowed', 'expired', 'lapsed')),
  at timestamptz not null, by_id uuid not null,
  method text check (method in ('portal', 'paper', 'word')),
  language text check (language in ('nl', 'en')),
  second_factor_at timestamptz,
  notice_sha256 bytea,
  signed_on date,
  scan bytea, scan_type text check (scan_type in ('application/pdf', 'image/jpeg', 'image/png')), scan_sha256 bytea,
  data_classes text[],
  note bytea,
  n bigint generated always as identity,
  foreign key (subject_id, consent_id) references app.consent (subject_id, id),
  check (kind <> 'given' or (method = 'portal' and by_id = subject_id and second_factor_at is not null and notice_sha256 is not null)),
  check ((kind = 'registered') = (scan is not null and scan_type is not null and scan_sha256 is not null and signed_on is not null)),
  check ((kind = 'narrowed') = (data_classes is not null)),
  check (method is distinct from 'portal' or by_id = subject_id)
);
comment on column app.consent_event.method is 'portal: the candidate; paper: a signed form; word: said or written to a member of staff, who records it';
comment on column app.consent_event.data_classes is 'what remains after narrowing';
comment on column app.consent_event.n is 'orders what happened at the same moment; means nothing else';
create index consent_event_consent on app.consent_event (consent_id, n);
call app.protect('app.consent_event', 'subject_id');

-- What may follow what. Who writes an event cannot write the state: it follows from here, under the lock that the gate takes too.
create function app.move_consent() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  c app.consent; registrar uuid; next text;
begin
  select * into c from app.consent x where x.id = new.consent_id and x.subject_id = new.subject_id for update;
  select e.by_id into registrar from app.consent_event e where e.consent_id = c.id and e.kind = 'registered' order by e.n desc limit 1;
  next := case
    when new.kind = 'given' and c.state = 'asked' and new.notice_sha256 = c.notice_sha256
      and c.expires_on >= (new.at at time zone 'Europe/Amsterdam')::date then 'given'
    when new.kind = 'refused' and c.state = 'asked' then 'refused'
    when new.kind = 'registered' and c.state = 'asked' and new.method = 'paper' and new.notice_sha256 = c.notice_sha256 then 'registered'
    when new.kind = 'confirmed' and c.state = 'registered' and new.by_id <> registrar and new.by_id <> c.subject_id then 'given'
    when new.kind = 'rejected' and c.state = 'registered' then 'asked'
    when new.kind = 'withdrawn' and c.state in ('given', 'registered') then 'withdrawn'
    when new.kind = 'narrowed' and c.state = 'given' and new.data_classes <@ c.data_classes
      and cardinality(new.data_classes) between 1 and cardinality(c.data_classes) - 1 then 'given'
    when new.kind = 'expired' and c.state in ('asked', 'registered', 'given')
      and c.expires_on < (new.at at time zone 'Europe/Amsterdam')::date then 'expired'
    when new.kind = 'lapsed' and c.state in ('asked', 'registered') then 'lapsed'
  end;
  if next is null then
    raise exception 'R8.1: % does not follow on % for this consent', new.kind, c.state using errcode = 'check_violation';
  end if;
  update app.consent x set state = next, state_at = new.at, data_classes = coalesce(new.data_classes, x.data_classes),
    row_version = x.row_version + 1 where x.id = c.id;
  return new;
end $$;
create trigger move before insert on app.consent_event for each row execute function app.move_consent();

-- What went, or waits to go, on which consent; for each class of data that needed one.
create table app.disclosure_consent (
  disclosure_id uuid not null, consent_id uuid not null, data_class text not null,
  subject_id uuid not null, trajectory_id uuid not null,
  primary key (disclosure_id, consent_id, data_class),
  foreign key (subject_id, disclosure_id) references app.disclosure (subject_id, id),
  foreign key (subject_id, consent_id) references app.consent (subject_id, id)
);
create index disclosure_consent_consent on app.disclosure_consent (consent_id);
call app.protect('app.disclosure_consent', 'subject_id');

-- Whose question lies with a second person: the paper was registered by somebody else, and nobody has judged it yet.
create function app.consents_to_confirm() returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from app.consent c
  where c.subject_id = app.subject() and c.state = 'registered' and app.cleared() and app.has_role('dpo')
    and app.actor() <> (select e.by_id from app.consent_event e where e.consent_id = c.id and e.kind = 'registered' order by e.n desc limit 1)
$$;
create function app.consent_papers()
returns table (id uuid, subject_id uuid, trajectory_id uuid, at timestamptz, by_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.id, c.subject_id, c.trajectory_id, e.at, e.by_id from app.consent c
  cross join lateral (select x.at, x.by_id from app.consent_event x where x.consent_id = c.id and x.kind = 'registered' order by x.n desc limit 1) e
  where c.state = 'registered' and c.subject_id not in (select app.my_conflicts())
    and (c.trajectory_id in (select app.my_trajectories()) or (app.cleared() and app.has_role('dpo')))
$$;
grant execute on function app.consents_to_confirm, app.consent_papers to spoor_staff;

call app.admit('spoor_staff', 'select, insert', 'app.consent',
  $$subject_id = app.subject() and (trajectory_id in (select app.my_trajectories()) or id in (select app.consents_to_confirm()))$$,
  $$subject_id = app.subject() and trajectory_id in (select app.my_trajectories()) and asked_by = app.actor() and state = 'asked'$$);
call app.admit('spoor_candidate', 'select', 'app.consent', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.consent', 'subject_id = app.subject()');

call app.admit('spoor_staff', 'select, insert', 'app.consent_event',
  $$subject_id = app.subject() and (trajectory_id in (select app.my_trajectories()) or consent_id in (select app.consents_to_confirm()))$$,
  $$subject_id = app.subject() and by_id = app.actor() and method is distinct from 'portal' and kind not in ('given', 'expired', 'narrowed')
    and (trajectory_id in (select app.my_trajectories())
      or (consent_id in (select app.consents_to_confirm()) and kind in ('confirmed', 'rejected')))$$);
call app.admit('spoor_candidate', 'select, insert', 'app.consent_event', 'subject_id = app.actor()',
  $$subject_id = app.actor() and by_id = app.actor() and method = 'portal' and kind in ('given', 'refused', 'withdrawn', 'narrowed')$$);
call app.admit('spoor_worker', 'select, insert', 'app.consent_event', 'subject_id = app.subject()',
  $$subject_id = app.subject() and kind = 'expired'$$);

call app.admit('spoor_staff', 'select, insert', 'app.disclosure_consent',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_candidate', 'select', 'app.disclosure_consent', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.disclosure_consent', 'subject_id = app.subject()');

-- Is there a consent for this? Ids and bindings only, nothing sealed: whoever decides about a disclosure asks it, in every role that does.
-- `hold` keeps the answer true until the asking transaction ends.
create function app.consents_given(kind_of text, purpose_of text, contact uuid, carer uuid, class text, day date, hold boolean)
returns table (id uuid, commissioner_id uuid, recipient_type text, document_sha256 bytea, text_version text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  if hold then
    perform from app.consent c where c.subject_id = app.subject() order by c.id for share;
  end if;
  return query select c.id, c.commissioner_id, c.recipient_type, c.document_sha256, c.text_version from app.consent c
    where c.subject_id = app.subject() and c.state = 'given' and c.expires_on >= day
      and c.kind = kind_of and c.purpose = purpose_of and class = any (c.data_classes)
      and c.contact_id is not distinct from contact and c.carer_id is not distinct from carer
      and (session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and c.subject_id = app.actor())
        or (session_user = 'spoor_recipient' and app.actor() in (c.contact_id, c.carer_id))
        or (session_user = 'spoor_staff' and (c.trajectory_id in (select app.my_trajectories()) or app.sees_headers())))
    order by c.state_at desc, c.id;
end $$;
grant execute on function app.consents_given to spoor_staff, spoor_candidate, spoor_recipient, spoor_worker;

-- Withdrawing or narrowing stops what waits on it, and says of the rest since when it was under way.
create function app.stop_consented(consent uuid, classes text[], because text, moment timestamptz)
returns table (disclosure uuid, state text, began_at timestamptz)
language plpgsql volatile security definer set search_path = '' as $$
declare
  one record;
begin
  for one in
    select distinct d.about, d.about_id from app.disclosure_consent x join app.disclosure d on d.id = x.disclosure_id
    where x.consent_id = consent and x.data_class = any (classes) and d.subject_id = app.subject() order by d.about_id
  loop
    return query select s.disclosure, s.state, s.began_at from app.stop_disclosures(one.about, one.about_id, because, moment) s;
  end loop;
end $$;
grant execute on function app.stop_consented to spoor_staff, spoor_candidate, spoor_worker;

-- Whose day has passed: ids only, for the worker that writes it down. The rules look at the date and wait for nobody.
create function app.consents_past(day date) returns table (subject_id uuid, consent_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.subject_id, c.id from app.consent c where c.state in ('asked', 'registered', 'given') and c.expires_on < $1
$$;
grant execute on function app.consents_past to spoor_worker;

-- The gate locks the consents as well (as in 0009 for the rest).
create or replace function app.lock_dispatch(wanted uuid, verification uuid) returns table (
  state text, transmit_after timestamptz, restricted boolean,
  contact_commissioner uuid, contact_left boolean, contact_email bytea,
  verified boolean, verified_email bytea, domains text[]
) language plpgsql volatile security definer set search_path = '' as $$
declare
  d app.dispatch; x app.disclosure; who uuid;
begin
  select * into d from app.dispatch where id = wanted and subject_id = app.subject();
  if not found then return; end if;
  select * into x from app.disclosure where id = d.disclosure_id;
  who := coalesce(x.contact_id, d.subject_id);
  select c.restricted_at is not null into restricted from app.candidate c where c.id = d.subject_id for share;
  select c.commissioner_id, c.left_at is not null, c.email into contact_commissioner, contact_left, contact_email
    from app.contact_person c where c.id = who for share;
  select v.verified_at is not null and v.ended_at is null, v.email into verified, verified_email
    from app.address_verification v where v.id = verification and v.contact_id = who for share;
  select c.mail_domains into domains from app.commissioner c where c.id = x.commissioner_id for share;
  perform from app.consent c where c.subject_id = d.subject_id order by c.id for share;
  select e.state, e.transmit_after into state, transmit_after from app.dispatch e where e.id = wanted for update;
  perform from app.disclosure e where e.id = d.disclosure_id for update;
  restricted := coalesce(restricted, false);
  verified := coalesce(verified, false);
  return next;
end $$;
grant execute on function app.lock_dispatch to spoor_worker;

-- Rows of somebody they are close to are not there for a member of staff (R1.2), as everywhere else.
do $$
declare one regclass;
begin
  foreach one in array array['app.consent', 'app.consent_event', 'app.disclosure_consent']::regclass[] loop
    execute format('create policy spoor_staff_conflict on %s as restrictive to spoor_staff using (subject_id not in (select app.my_conflicts())) with check (true)', one);
  end loop;
end $$;
