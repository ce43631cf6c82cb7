-- The start page lists what waits for somebody over many dossiers without opening one: ids and times only, of their own caseload.

-- What this coach began to write and did not finish.
create function app.my_note_drafts()
returns table (subject_id uuid, trajectory_id uuid, note_id uuid, updated_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select d.subject_id, d.trajectory_id, d.note_id, d.updated_at from app.note_draft d
  where d.updated_by = app.actor() and d.trajectory_id in (select app.my_trajectories())
$$;

-- Brief reports that are ready, and whether the candidate was told of that version (R7.2).
create function app.my_brief_reports()
returns table (report_id uuid, informed_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select r.id, (select min(e.at) from app.inform_event e where e.about = 'report' and e.about_id = v.id)
  from app.report r join app.report_version v on v.report_id = r.id and v.n = r.versions
  where r.kind = 'brief' and r.state = 'submitted' and r.trajectory_id in (select app.my_trajectories())
$$;
-- On which day something was told orally on which agreement line, for whoever watches the deadlines; the register itself stays closed.
create function app.oral_reports()
returns table (trajectory_id uuid, root_id uuid, on_day date) language sql stable security definer set search_path = '' as $$
  select d.trajectory_id, d.about_id, d.on_day from app.disclosure d
  where d.about = 'oral' and (d.trajectory_id in (select app.my_trajectories()) or app.sees_headers())
$$;
grant execute on function app.my_note_drafts, app.my_brief_reports, app.oral_reports to spoor_staff;
