-- The ground everything stands on: who acts, on whom, for what; the log; and the guard that ties every write to a log entry.
-- Runs as spoor_owner, who owns everything and serves nobody: the runtime roles below are neither owner nor superuser.

create schema app;
create schema audit;
create schema auth;
revoke all on schema public from public;
grant usage on schema app to spoor_staff, spoor_candidate, spoor_recipient, spoor_auditor, spoor_worker;
grant usage on schema audit to spoor_staff, spoor_candidate, spoor_recipient, spoor_auditor, spoor_worker, spoor_keys;
grant usage on schema auth to spoor_staff, spoor_candidate, spoor_recipient, spoor_auditor;
alter default privileges revoke execute on functions from public;

-- The context is transaction-local. After a commit current_setting gives '' and not null, hence nullif:
-- an empty context matches nothing.
create function app.actor() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.actor', true), '')::uuid;
create function app.subject() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.subject', true), '')::uuid;
create function app.purpose() returns text language sql stable parallel safe
  return nullif(current_setting('app.purpose', true), '');
create function app.entry() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.entry', true), '')::uuid;
grant execute on function app.actor, app.subject, app.purpose, app.entry
  to spoor_staff, spoor_candidate, spoor_recipient, spoor_auditor, spoor_worker, spoor_keys;

-- The log (fields of NEN 7513). It names nobody: ids are random, detail is sealed. Rows are only ever added.
-- xid is the writing transaction: the sequencer that will make leaves of committed rows orders by it.
create table audit.entry (
  id uuid primary key default gen_random_uuid(),
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('staff', 'candidate', 'recipient', 'auditor', 'worker', 'anonymous', 'system')),
  actor_id uuid not null,
  roles text[] not null default '{}',
  on_behalf_of uuid,
  session_id uuid,
  subjects uuid[] not null,
  named uuid[] not null default '{}',
  action text not null,
  object_type text,
  object_id uuid,
  purpose text not null,
  ground text,
  clause text,
  outcome text not null default 'allowed' check (outcome in ('allowed', 'refused', 'failed')),
  break_glass boolean not null default false,
  trace_id text,
  detail bytea
);
comment on column audit.entry.subjects is 'whose data was touched: one row a request, whatever the number of people';
comment on column audit.entry.named is 'whose name was shown beside it (authors, colleagues, contact persons)';
create index entry_subjects on audit.entry using gin (subjects);
create index entry_at on audit.entry (at);
create index entry_actor on audit.entry (actor_id, at);
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy owner on audit.entry to spoor_owner using (true) with check (true);

-- The only way to write the log. What it writes about is what the transaction's own context says.
create function audit.append(
  actor_kind text, roles text[], on_behalf_of uuid, session_id uuid, subjects uuid[], named uuid[], action text,
  object_type text, object_id uuid, purpose text, ground text, clause text, outcome text, trace_id text, detail bytea
) returns uuid language sql volatile security definer set search_path = '' as $$
  insert into audit.entry (actor_kind, actor_id, roles, on_behalf_of, session_id, subjects, named, action,
    object_type, object_id, purpose, ground, clause, outcome, trace_id, detail)
  values ($1, app.actor(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
  returning id
$$;
grant execute on function audit.append to spoor_staff, spoor_candidate, spoor_recipient, spoor_auditor, spoor_worker;

-- What the key process asks before it gives a key: is there a committed entry of this actor for all these people,
-- not a refusal and not older than a minute?
create function audit.covers(entry uuid, actor uuid, people uuid[]) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (
    select from audit.entry e
    where e.id = $1 and e.actor_id = $2 and e.outcome = 'allowed'
      and (e.subjects || e.named) @> $3 and e.at > now() - interval '60 seconds')
$$;
grant execute on function audit.covers to spoor_keys;

-- No write without a log entry that names the person: the entry was made in this same transaction, or it opened the
-- editing session that this write continues (an autosaved note is one row per session, not one per keystroke).
create function audit.guard() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  row_subject uuid;
begin
  if tg_nargs > 0 then
    if tg_op = 'DELETE' then
      execute format('select ($1).%I', tg_argv[0]) using old into row_subject;
    else
      execute format('select ($1).%I', tg_argv[0]) using new into row_subject;
    end if;
  end if;
  if not exists (
    select from audit.entry e
    where e.id = app.entry() and e.actor_id = app.actor() and e.outcome = 'allowed'
      and (e.xid = pg_current_xact_id() or (e.action = 'edit' and e.at > now() - interval '12 hours'))
      and (row_subject is null or row_subject = any (e.subjects))
  ) then
    raise exception 'R1.2: % on %.% without a log entry for its subject', tg_op, tg_table_schema, tg_table_name
      using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

-- One line per table in the migrations: forced row-level security, the owner's own policy, the guard.
-- subject_column is null for tables that hold no personal data but whose changes are logged all the same.
create procedure app.protect(tbl regclass, subject_column name) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy owner on %s to spoor_owner using (true) with check (true)', tbl);
  execute format('create trigger guard before insert or update or delete on %s for each row execute function audit.guard(%s)',
    tbl, coalesce(quote_literal(subject_column), ''));
end $$;

-- One line per audience and table: the grant, a permissive policy for exactly that role and, as the wall, a restrictive
-- policy (permissive ones are ORed, so a harmless extra one would open the table).
create procedure app.admit(audience name, commands text, tbl regclass, seen text, written text default null)
language plpgsql as $$
begin
  execute format('grant %s on %s to %I', commands, tbl, audience);
  execute format('create policy %I on %s as permissive to %I using (true) with check (true)', audience, tbl, audience);
  execute format('create policy %I on %s as restrictive to %I using (%s) with check (%s)',
    audience || '_wall', tbl, audience, seen, coalesce(written, seen));
end $$;

-- Jobs are added in the transaction that decides them. The queue's own tables admit nobody, so this is the one slot.
create function app.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null) returns void
language sql volatile security definer set search_path = '' as $$
  select graphile_worker.add_job(task, payload, run_at => coalesce($3, now()), job_key => $4)
$$;
grant execute on function app.enqueue to spoor_staff, spoor_candidate, spoor_recipient, spoor_worker;
