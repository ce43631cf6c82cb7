-- Three things that were the caller's to say, or nobody's: what kind of actor wrote an entry, who may ask for a person, whose password it is.

-- Who wrote it follows from the role that signed in to the database; the caller's word counts only for who owns the schema. Functions that write
-- for nobody in particular (a passer-by, the system itself) use audit.write, which no runtime role may call.
create function audit.write(
  actor_kind text, roles text[], on_behalf_of uuid, session_id uuid, subjects uuid[], named uuid[], action text,
  object_type text, object_id uuid, purpose text, ground text, clause text, outcome text, trace_id text, detail bytea
) returns uuid language sql volatile security definer set search_path = '' as $$
  insert into audit.entry (actor_kind, actor_id, roles, on_behalf_of, session_id, subjects, named, action,
    object_type, object_id, purpose, ground, clause, outcome, break_glass, trace_id, detail)
  values ($1, app.actor(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ($7 = 'breakGlass' and $13 = 'allowed') or app.glass_broken(), $14, $15)
  returning id
$$;
create or replace function audit.append(
  actor_kind text, roles text[], on_behalf_of uuid, session_id uuid, subjects uuid[], named uuid[], action text,
  object_type text, object_id uuid, purpose text, ground text, clause text, outcome text, trace_id text, detail bytea
) returns uuid language sql volatile security definer set search_path = '' as $$
  select audit.write(case session_user
      when 'spoor_staff' then 'staff' when 'spoor_candidate' then 'candidate' when 'spoor_recipient' then 'recipient'
      when 'spoor_auditor' then 'auditor' when 'spoor_worker' then 'worker' when 'spoor_backup' then 'system'
      else $1 end,
    $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
$$;

create or replace function app.note_same(candidate uuid, staff uuid) returns void language plpgsql volatile security definer set search_path = '' as $$
declare before text := current_setting('app.entry', true);
begin
  if exists (select from app.conflict x where x.subject_id = candidate and x.staff_id = staff and (x.ended_at is null or x.kind = 'self')) then
    return;
  end if;
  perform set_config('app.entry', audit.write('system', '{}', null, null, array[candidate, staff], '{}', 'declareConflict', 'conflict', null,
    'security', null, 'R1.2', 'allowed', null, null)::text, true);
  insert into app.conflict (id, subject_id, staff_id, kind, source, declared_at, declared_by)
  values (gen_random_uuid(), candidate, staff, 'self', 'match', now(), app.actor());
  perform set_config('app.entry', coalesce(before, ''), true);
end $$;

-- As before, but for who writes: somebody who passed by.
create or replace function app.verify_report(hash bytea, numbers text[], moment timestamptz, trace text)
returns table (answer text, version int, frozen_on date, approved_on date, sent_on date, ended_on date, clause text)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v app.report_version;
  person uuid;
begin
  select * into v from app.report_version r where r.sha256 = hash;
  if found then
    version := v.n;
    frozen_on := (v.submitted_at at time zone 'Europe/Amsterdam')::date;
    select a.answered_on into approved_on from app.report_answer a
      where a.version_id = v.id and a.answer in ('approved', 'approvedWithRemark') and (a.method = 'portal' or a.confirmed_at is not null);
    select (x.state_at at time zone 'Europe/Amsterdam')::date, x.clause into sent_on, clause from app.disclosure x
      where x.about = 'report' and x.about_id = v.id and x.state in ('transmitting', 'accepted', 'unknown') order by x.created_at desc limit 1;
    select (x.at at time zone 'Europe/Amsterdam')::date into ended_on from app.report_voiding x where x.version_id = v.id;
    if ended_on is not null or exists (select from app.report r where r.id = v.report_id and (r.versions > v.n or r.state = 'withdrawn')) then
      answer := 'withdrawn';
    elsif sent_on is not null then
      answer := 'genuine';
    else
      answer := 'notSent';
    end if;
  else
    select * into v from app.report_version r where r.document_number = any (numbers) limit 1;
    answer := case when found then 'altered' else 'unknown' end;
  end if;
  insert into app.report_check as c (on_day, answer, n) values ((moment at time zone 'Europe/Amsterdam')::date, verify_report.answer, 1)
    on conflict on constraint report_check_pkey do update set n = c.n + 1;
  person := v.subject_id;
  if person is not null then
    perform set_config('app.actor', '00000000-0000-0000-0000-000000000000', true);
    if answer = 'altered' then
      perform audit.write('anonymous', '{}', null, null, array[person], '{}', 'verifyAltered', 'report_version', v.id, 'reporting', null, 'R9.1', 'allowed', trace, null);
    else
      perform audit.write('anonymous', '{}', null, null, array[person], '{}', 'verify', 'report_version', v.id, 'reporting', null, 'R9.1', 'allowed', trace, null);
    end if;
  end if;
  return next;
end $$;

-- May this member of staff know that there is such a person at all? Colleagues and contact persons: yes. A candidate: on one's caseload, under a
-- broken glass of one's own, or with a role that sees the headers of all. Nobody's id and another's give the same answer.
create function app.knows(actor uuid, person uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from app.membership m where m.staff_id = $1 and m.subject_id = $2 and m.from_at <= now() and (m.until_at is null or m.until_at > now()))
    or exists (select from app.staff_role r where r.staff_id = $1 and r.role in ('coordinator', 'backOffice', 'dpo')
      and r.from_at <= now() and (r.until_at is null or r.until_at > now()))
    or exists (select from app.person p where p.id = $2 and p.kind <> 'candidate')
    or exists (select from app.break_glass g where g.staff_id = $1 and g.subject_id = $2)
$$;
grant execute on function app.knows to spoor_staff;

-- A password is its owner's to write, in their own portal. Staff make and end accounts of others, and may take a password away, never give one.
create function auth.own_password_only() returns trigger language plpgsql set search_path = '' as $$
begin
  if session_user in ('spoor_staff', 'spoor_candidate') and new.password_hash is not null
    and (tg_op = 'INSERT' or new.password_hash is distinct from old.password_hash)
    and (new.person_id is distinct from app.actor() or new.realm <> case session_user when 'spoor_staff' then 'staff' else 'candidate' end) then
    raise exception 'R10.1: a password of somebody else' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own_password_only before insert or update on auth.account for each row execute function auth.own_password_only();
