-- The role that reads everything for a backup, and its wall: it sees no row before a log entry says, in this same transaction, that
-- a backup is made. What it reads of people is sealed; the keys are backed up elsewhere (R10.1).
grant usage on schema app, audit, auth, migrations to spoor_backup;
grant select on migrations.applied to spoor_backup;
grant execute on function audit.append, app.actor, app.entry to spoor_backup;

create function app.backing_up() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (
    select from audit.entry e
    where e.id = app.entry() and e.action = 'backup' and e.outcome = 'allowed' and e.xid = pg_current_xact_id_if_assigned())
$$;
grant execute on function app.backing_up to spoor_backup;

-- The migrator calls this after every migration, so that no later table is left out of the backups.
create procedure app.admit_backup() language plpgsql as $$
declare t regclass;
begin
  for t in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'audit', 'auth') and c.relkind in ('r', 'p')
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'spoor_backup')
  loop
    call app.admit('spoor_backup', 'select', t, '(select app.backing_up())');
  end loop;
end $$;
