-- The one door out (R4.1): what went to whom, on which ground, under which clause; and each message as it will go over the wire.
-- Whoever locks several of these rows takes them in this order, so that nobody waits in a circle:
-- candidate, contact person, address verification, dispatch, disclosure.

-- Ten minutes to take a message back, from the agency's own clock. The one place where it is set.
alter table app.agency add undo_seconds int not null default 600 check (undo_seconds between 0 and 3600);

-- R11.2: while a candidate's data is restricted (AVG 18) nothing leaves.
alter table app.candidate add restricted_at timestamptz, add restricted_by uuid references app.person;

-- The register. A row stays as it was cleared; only its state moves, and that follows the dispatch.
create table app.disclosure (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  about text not null check (about ~ '^[a-z][A-Za-z]*$'), about_id uuid not null,
  form text not null check (form in ('written', 'oral')),
  contact_id uuid not null references app.contact_person,
  commissioner_id uuid not null references app.commissioner,
  recipient bytea not null,
  categories text[] not null check (cardinality(categories) > 0),
  purpose text not null, ground text not null, clause text not null,
  sha256 bytea check (octet_length(sha256) = 32),
  on_day date, summary bytea,
  state text not null check (state in ('queued', 'transmitting', 'accepted', 'bounced', 'blocked', 'unknown', 'undone', 'recorded')),
  state_at timestamptz not null, transmit_after timestamptz,
  created_at timestamptz not null, by_id uuid not null references app.person,
  row_version int not null default 1,
  unique (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  check ((form = 'oral') = (state = 'recorded')),
  check ((form = 'written') = (sha256 is not null)),
  check ((form = 'oral') = (on_day is not null and summary is not null))
);
comment on column app.disclosure.recipient is 'sealed JSON: the person, organisation and address that were cleared';
comment on column app.disclosure.sha256 is 'of the attachment that was cleared, or of the text when there is none';
create index disclosure_trajectory on app.disclosure (trajectory_id, created_at);
create index disclosure_about on app.disclosure (about, about_id);
call app.protect('app.disclosure', 'subject_id');

-- One message: frozen bytes, made once, sealed under the person whose data it is (a notice: the person it is for).
create table app.dispatch (
  id uuid primary key,
  subject_id uuid not null references app.person, trajectory_id uuid, disclosure_id uuid unique,
  kind text not null,
  message_id text not null unique,
  mail bytea not null, recipient bytea not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  state text not null default 'queued' check (state in ('queued', 'transmitting', 'accepted', 'bounced', 'blocked', 'unknown', 'undone')),
  state_at timestamptz not null, transmit_after timestamptz not null,
  began_at timestamptz, attempts int not null default 0,
  clause text, detail bytea,
  created_at timestamptz not null, made_by uuid not null,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id),
  foreign key (subject_id, disclosure_id) references app.disclosure (subject_id, id),
  check ((kind = 'disclosure') = (disclosure_id is not null)),
  check ((kind = 'disclosure') = (trajectory_id is not null))
);
comment on column app.dispatch.mail is 'sealed: the exact bytes of the message (RFC 5322)';
comment on column app.dispatch.recipient is 'sealed: the one address of the envelope';
comment on column app.dispatch.sha256 is 'of the frozen bytes';
comment on column app.dispatch.detail is 'sealed JSON: why it was blocked, what the mail server answered, what a person noted';
create index dispatch_state on app.dispatch (state) where state in ('queued', 'transmitting', 'unknown', 'blocked');
create index dispatch_subject on app.dispatch (subject_id);
call app.protect('app.dispatch', 'subject_id');

-- Every state a dispatch was in, with who and when; rows are only added, and only by the trigger below.
create table app.dispatch_event (
  id uuid primary key default gen_random_uuid(),
  subject_id uuid not null, trajectory_id uuid,
  dispatch_id uuid not null references app.dispatch,
  state text not null, at timestamptz not null, by_id uuid not null,
  attempt int not null, clause text, detail bytea,
  n bigint generated always as identity
);
comment on column app.dispatch_event.n is 'orders what happened at the same moment; means nothing else';
comment on column app.dispatch_event.detail is 'as sealed in app.dispatch.detail at that moment: it opens at that place';
create index dispatch_event_dispatch on app.dispatch_event (dispatch_id, at);
call app.protect('app.dispatch_event', 'subject_id');

create function app.note_dispatch() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.state = old.state then return null; end if;
  insert into app.dispatch_event (subject_id, trajectory_id, dispatch_id, state, at, by_id, attempt, clause, detail)
  values (new.subject_id, new.trajectory_id, new.id, new.state, new.state_at, app.actor(), new.attempts, new.clause, new.detail);
  if tg_op = 'UPDATE' and new.disclosure_id is not null then
    update app.disclosure set state = new.state, state_at = new.state_at, transmit_after = new.transmit_after,
      row_version = row_version + 1 where id = new.disclosure_id;
  end if;
  return null;
end $$;
create trigger note after insert or update on app.dispatch for each row execute function app.note_dispatch();

-- What the gate looks at, locked until the state is changed and committed. Of the contact person and the address the sealed
-- bytes come back: the worker opened them before, and a difference means that they changed meanwhile.
create function app.lock_dispatch(wanted uuid, verification uuid) returns table (
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
  select e.state, e.transmit_after into state, transmit_after from app.dispatch e where e.id = wanted for update;
  perform from app.disclosure e where e.id = d.disclosure_id for update;
  restricted := coalesce(restricted, false);
  verified := coalesce(verified, false);
  return next;
end $$;
grant execute on function app.lock_dispatch to spoor_worker;

-- Whose message it is, so that the worker can act for that one person; and which were under way when a worker died.
create function app.dispatch_head(wanted uuid)
returns table (subject_id uuid, state text, disclosure_id uuid, purpose text, clause text, ground text, made_by uuid, transmit_after timestamptz)
language sql stable security definer set search_path = '' as $$
  select d.subject_id, d.state, d.disclosure_id, coalesce(x.purpose, 'information'), coalesce(x.clause, 'R3.g'), x.ground, d.made_by, d.transmit_after
  from app.dispatch d left join app.disclosure x on x.id = d.disclosure_id where d.id = $1
$$;
create function app.dispatches_under_way() returns table (id uuid, subject_id uuid)
language sql stable security definer set search_path = '' as $$
  select d.id, d.subject_id from app.dispatch d where d.state = 'transmitting'
$$;
grant execute on function app.dispatch_head, app.dispatches_under_way to spoor_worker;

-- Withdrawing what a disclosure stands on takes the same locks: what is queued stops, and what had begun says since when.
create function app.stop_disclosures(about_kind text, about_what uuid, because text, moment timestamptz)
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
    disclosure := one.disclosure_id; state := one.state; began_at := one.began_at;
    return next;
  end loop;
end $$;
grant execute on function app.stop_disclosures to spoor_staff, spoor_candidate, spoor_worker;

-- A notice has no personal content, but its address is somebody's: it gets a log entry of its own that names that person,
-- whoever the transaction around it is about.
create function app.queue_notice(
  notice uuid, person uuid, what text, message text, frozen bytea, address bytea, hash bytea, moment timestamptz,
  actor_kind text, roles text[], session uuid, trace text
) returns void language plpgsql volatile security definer set search_path = '' as $$
declare
  before text := current_setting('app.entry', true);
begin
  perform set_config('app.entry', audit.append(actor_kind, roles, null, session, array[person], '{}', 'notify', 'dispatch', notice,
    'information', null, 'R3.g', 'allowed', trace, null)::text, true);
  insert into app.dispatch (id, subject_id, kind, message_id, mail, recipient, sha256, state_at, transmit_after, created_at, made_by)
  values (notice, person, what, message, frozen, address, hash, moment, moment, moment, app.actor());
  perform app.enqueue('transmit', json_build_object('id', notice), null, 'transmit:' || notice);
  perform set_config('app.entry', coalesce(before, ''), true);
end $$;
grant execute on function app.queue_notice to spoor_staff, spoor_candidate, spoor_recipient, spoor_worker;

call app.admit('spoor_staff', 'select, insert', 'app.disclosure',
  $$trajectory_id in (select app.my_trajectories()) or (app.cleared() and app.has_role('dpo'))$$,
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_candidate', 'select', 'app.disclosure', 'subject_id = app.actor()');
call app.admit('spoor_worker', 'select', 'app.disclosure', 'subject_id = app.subject()');

call app.admit('spoor_staff', 'select, insert, update (state, state_at, transmit_after, attempts, clause, detail, row_version)', 'app.dispatch',
  'trajectory_id in (select app.my_trajectories()) or (disclosure_id is null and made_by = app.actor() and app.cleared())',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_worker', 'select, update (state, state_at, transmit_after, began_at, attempts, clause, detail, row_version)',
  'app.dispatch', 'subject_id = app.subject()');

call app.admit('spoor_staff', 'select', 'app.dispatch_event', 'trajectory_id in (select app.my_trajectories())');

-- The list of reports says where the mail stands, over many dossiers without opening one: of one's own caseload.
create function app.my_report_mail()
returns table (report_id uuid, state text) language sql stable security definer set search_path = '' as $$
  select distinct on (r.id) r.id, d.state from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  join app.disclosure d on d.about = 'report' and d.about_id = v.id
  where r.trajectory_id in (select app.my_trajectories())
  order by r.id, d.created_at desc
$$;
grant execute on function app.my_report_mail to spoor_staff;
