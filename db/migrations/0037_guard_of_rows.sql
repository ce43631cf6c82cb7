-- The guard is asked for each row that is written. The subject's column is read by its name where the name is known: what is put together
-- anew each time is parsed and planned anew each time. PostgreSQL keeps a plan of a trigger function for each table.

create or replace function audit.guard() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  subject_column text := case when tg_nargs > 0 then tg_argv[0] end;
  row_subject uuid;
  written record;
begin
  if tg_op = 'DELETE' then written := old; else written := new; end if;
  if subject_column = 'subject_id' then
    row_subject := written.subject_id;
  elsif subject_column = 'id' then
    row_subject := written.id;
  elsif subject_column = 'person_id' then
    row_subject := written.person_id;
  elsif subject_column = 'staff_id' then
    row_subject := written.staff_id;
  elsif subject_column = 'contact_id' then
    row_subject := written.contact_id;
  elsif subject_column is not null then
    raise exception 'audit.guard() does not know the column %', subject_column;
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
  return written;
end $$;
