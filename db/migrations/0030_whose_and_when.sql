-- R8.1: a consent is for one human being, and counts at the moment at which something goes.

-- Who a contact person is. Nobody can tell a corrected spelling from a successor by sealed bytes, and nobody has to: a name that is written
-- anew is another person. What was asked, given, confirmed or queued for the one before is not for the next.
alter table app.contact_person add person_n int not null default 1, add renamed_at timestamptz;
comment on column app.contact_person.person_n is 'counts who this row has been; a new name is the next';
create function app.another_person() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.name is distinct from old.name then
    new.person_n := old.person_n + 1;
    new.renamed_at := case when new.renamed_at is distinct from old.renamed_at then coalesce(new.renamed_at, now()) else now() end;
  else
    new.person_n := old.person_n;
    new.renamed_at := old.renamed_at;
  end if;
  return new;
end $$;
create trigger another_person before update on app.contact_person for each row execute function app.another_person();

create function app.same_person(contact uuid, n int) returns boolean language sql stable security definer set search_path = '' as $$
  select $1 is null or exists (select from app.contact_person p where p.id = $1 and p.person_n = $2)
$$;
grant execute on function app.same_person to spoor_staff, spoor_candidate, spoor_worker;

-- A question names who the contact person is when it is asked, and remembers what it was asked for, whatever is narrowed later.
alter table app.consent add contact_n int, add asked_classes text[];
comment on column app.consent.contact_n is 'who the contact person was when it was asked';
comment on column app.consent.asked_classes is 'what it was asked for; data_classes is what it covers now';
alter table app.consent disable trigger guard;
update app.consent set contact_n = case when contact_id is not null then 1 end, asked_classes = data_classes;
alter table app.consent enable trigger guard;
alter table app.consent alter asked_classes set not null,
  add constraint consent_of_whom check ((contact_id is null) = (contact_n is null));
create function app.ask_whom() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  n int;
begin
  new.asked_classes := new.data_classes;
  if new.contact_id is null then
    new.contact_n := null;
    return new;
  end if;
  select p.person_n into n from app.contact_person p where p.id = new.contact_id for share;
  if coalesce(new.contact_n, n) <> n then
    raise exception 'R8.1: the question names somebody else than who this contact person is' using errcode = 'check_violation';
  end if;
  new.contact_n := n;
  return new;
end $$;
create trigger ask_whom before insert on app.consent for each row execute function app.ask_whom();

-- What may follow what, as in 0023. To somebody who is another by now nothing can be given; what was, lapses, and the worker writes it down.
alter table app.consent_event drop constraint consent_event_kind_check,
  add constraint consent_event_kind_check check (kind in ('given', 'refused', 'registered', 'confirmed', 'rejected', 'withdrawn',
    'narrowed', 'expired', 'lapsed', 'replaced'));
alter policy spoor_staff_wall on app.consent_event
  with check (subject_id = app.subject() and by_id = app.actor() and method is distinct from 'portal'
    and kind not in ('given', 'expired', 'narrowed', 'replaced')
    and (trajectory_id in (select app.my_trajectories())
      or (consent_id in (select app.consents_to_confirm()) and kind in ('confirmed', 'rejected'))));
alter policy spoor_worker_wall on app.consent_event with check (subject_id = app.subject() and kind in ('expired', 'replaced'));
create or replace function app.move_consent() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  c app.consent; registrar uuid; next text; same boolean;
begin
  select * into c from app.consent x where x.id = new.consent_id and x.subject_id = new.subject_id for update;
  select e.by_id into registrar from app.consent_event e where e.consent_id = c.id and e.kind = 'registered' order by e.n desc limit 1;
  same := app.same_person(c.contact_id, c.contact_n);
  next := case
    when new.kind = 'given' and c.state = 'asked' and same and new.notice_sha256 = c.notice_sha256
      and c.expires_on >= (new.at at time zone 'Europe/Amsterdam')::date then 'given'
    when new.kind = 'refused' and c.state = 'asked' then 'refused'
    when new.kind = 'registered' and c.state = 'asked' and same and new.method = 'paper' and new.notice_sha256 = c.notice_sha256 then 'registered'
    when new.kind = 'confirmed' and c.state = 'registered' and same and new.by_id <> registrar and new.by_id <> c.subject_id
      and c.expires_on >= (new.at at time zone 'Europe/Amsterdam')::date then 'given'
    when new.kind = 'rejected' and c.state = 'registered' then 'asked'
    when new.kind = 'withdrawn' and c.state in ('given', 'registered') then 'withdrawn'
    when new.kind = 'narrowed' and c.state = 'given' and new.data_classes <@ c.data_classes
      and cardinality(new.data_classes) between 1 and cardinality(c.data_classes) - 1 then 'given'
    when new.kind = 'expired' and c.state in ('asked', 'registered', 'given')
      and c.expires_on < (new.at at time zone 'Europe/Amsterdam')::date then 'expired'
    when new.kind = 'lapsed' and c.state in ('asked', 'registered') then 'lapsed'
    when new.kind = 'replaced' and c.state in ('asked', 'registered', 'given') and not same then 'lapsed'
  end;
  if next is null then
    raise exception 'R8.1: % does not follow on % for this consent', new.kind, c.state using errcode = 'check_violation';
  end if;
  update app.consent x set state = next, state_at = new.at, data_classes = coalesce(new.data_classes, x.data_classes),
    row_version = x.row_version + 1 where x.id = c.id;
  return new;
end $$;
create function app.consents_of_another() returns table (subject_id uuid, consent_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.subject_id, c.id from app.consent c
  where c.state in ('asked', 'registered', 'given') and not app.same_person(c.contact_id, c.contact_n)
$$;
grant execute on function app.consents_of_another to spoor_worker;

-- Who decides about a disclosure may ask, as in 0023; and only what was given for who the recipient is now comes back.
create function app.may_ask_consent(c app.consent) returns boolean language sql stable security definer set search_path = '' as $$
  select session_user = 'spoor_worker' or (session_user = 'spoor_candidate' and c.subject_id = app.actor())
    or (session_user = 'spoor_recipient' and app.actor() in (c.contact_id, c.carer_id))
    or (session_user = 'spoor_staff' and (c.trajectory_id in (select app.my_trajectories()) or app.sees_headers()))
$$;
create function app.hold_consents(contact uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
begin
  perform from app.contact_person p where p.id = contact for share;
  perform from app.consent c where c.subject_id = app.subject() order by c.id for share;
end $$;
create or replace function app.consents_given(kind_of text, purpose_of text, contact uuid, carer uuid, class text, day date, hold boolean)
returns table (id uuid, commissioner_id uuid, recipient_type text, document_sha256 bytea, text_version text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  if hold then perform app.hold_consents(contact); end if;
  return query select c.id, c.commissioner_id, c.recipient_type, c.document_sha256, c.text_version from app.consent c
    where c.subject_id = app.subject() and c.state = 'given' and c.expires_on >= day
      and c.kind = kind_of and c.purpose = purpose_of and class = any (c.data_classes)
      and c.contact_id is not distinct from contact and c.carer_id is not distinct from carer
      and app.same_person(c.contact_id, c.contact_n) and app.may_ask_consent(c)
    order by c.state_at desc, c.id;
end $$;

-- What is spoken went when it was spoken: given by then, and not withdrawn, narrowed, past its day or lapsed by then. Read from what
-- happened, so that what came after changes nothing of it; and what ended without an event did not hold either.
create function app.consent_held(c app.consent, class text, moment timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
  select c.expires_on >= (moment at time zone 'Europe/Amsterdam')::date
    and (c.state = 'given' or c.state_at > moment)
    and app.same_person(c.contact_id, c.contact_n)
    and exists (select from app.consent_event e where e.consent_id = c.id and e.kind in ('given', 'confirmed') and e.at <= moment)
    and not exists (select from app.consent_event e where e.consent_id = c.id and e.kind in ('withdrawn', 'lapsed', 'replaced') and e.at <= moment)
    and class = any (coalesce((select e.data_classes from app.consent_event e where e.consent_id = c.id and e.kind = 'narrowed' and e.at <= moment
      order by e.n desc limit 1), c.asked_classes))
$$;
create function app.consents_then(kind_of text, purpose_of text, contact uuid, carer uuid, class text, moment timestamptz, hold boolean)
returns table (id uuid, commissioner_id uuid, recipient_type text, document_sha256 bytea, text_version text)
language plpgsql volatile security definer set search_path = '' as $$
begin
  if hold then perform app.hold_consents(contact); end if;
  return query select c.id, c.commissioner_id, c.recipient_type, c.document_sha256, c.text_version from app.consent c
    where c.subject_id = app.subject() and c.kind = kind_of and c.purpose = purpose_of
      and c.contact_id is not distinct from contact and c.carer_id is not distinct from carer
      and app.consent_held(c, class, moment) and app.may_ask_consent(c)
    order by c.state_at desc, c.id;
end $$;
grant execute on function app.consents_then to spoor_staff, spoor_worker;

-- The register says to whom it went, and when it was spoken: not before the trajectory was there, and not later than it is written down.
alter table app.disclosure add contact_n int, add said_at timestamptz,
  add constraint disclosure_said_at check (said_at is null or form = 'oral');
comment on column app.disclosure.contact_n is 'who the contact person was';
alter table app.disclosure disable trigger guard;
update app.disclosure set contact_n = 1 where contact_id is not null;
alter table app.disclosure enable trigger guard;
create function app.to_whom() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.contact_n := (select p.person_n from app.contact_person p where p.id = new.contact_id);
  if new.form = 'oral' and not coalesce(new.said_at <= new.created_at and new.on_day = (new.said_at at time zone 'Europe/Amsterdam')::date
    and new.on_day >= (select least(t.started_on, (t.registered_at at time zone 'Europe/Amsterdam')::date) from app.trajectory t
      where t.id = new.trajectory_id), false) then
    raise exception 'R9.2: what was spoken has its moment, after the trajectory began and not in the future' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger to_whom before insert on app.disclosure for each row execute function app.to_whom();
create function app.same_reader(disclosure uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select app.same_person(d.contact_id, d.contact_n) from app.disclosure d where d.id = $1
$$;
grant execute on function app.same_reader to spoor_worker;

-- Nothing is written down as gone on a consent that did not hold for it: for that recipient and class, at that moment.
create function app.held_when_it_went() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  d app.disclosure; c app.consent;
begin
  select * into d from app.disclosure x where x.id = new.disclosure_id;
  select * into c from app.consent x where x.id = new.consent_id;
  if c.contact_id is distinct from d.contact_id
    or not coalesce(case when d.form = 'oral' then app.consent_held(c, new.data_class, d.said_at)
      else c.state = 'given' and new.data_class = any (c.data_classes) and app.same_person(c.contact_id, c.contact_n)
        and c.expires_on >= (d.created_at at time zone 'Europe/Amsterdam')::date end, false) then
    raise exception 'R8.1: this consent did not hold when it went' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger held before insert on app.disclosure_consent for each row execute function app.held_when_it_went();

-- As in 0025; and its reader is who it was laid for.
create or replace function app.collectable(c app.collection, moment timestamptz) returns text language sql stable security definer set search_path = '' as $$
  select case
    when c.ended_at is not null then 'ended'
    when c.expires_on < (moment at time zone 'Europe/Amsterdam')::date then 'expired'
    when not exists (select from app.disclosure d where d.id = c.disclosure_id and d.state in ('transmitting', 'accepted', 'unknown')) then 'ended'
    when exists (select from app.candidate k where k.id = c.subject_id and k.restricted_at is not null) then 'ended'
    when not exists (select from app.contact_person p join app.disclosure d on d.id = c.disclosure_id
      where p.id = c.contact_id and p.left_at is null and p.commissioner_id = d.commissioner_id and p.person_n = d.contact_n) then 'ended'
    when not exists (select from app.address_verification v
      where v.id = c.verification_id and v.verified_at is not null and v.ended_at is null) then 'ended'
    else 'open' end
$$;
