-- R7.1: whatever a paper answers, a second person looks at it: a no and a wish for a change can bring the candidate's own view with them,
-- and that stands behind the next version. Until then the report waits where it is, or is being written anew.
create or replace function app.papers()
returns table (answer_id uuid, subject_id uuid, trajectory_id uuid, report_id uuid, kind text, about text, state text,
  document_number text, hash text, answered_on date, at timestamptz, by_id uuid, confirmed_by uuid, handles boolean)
language sql stable security definer set search_path = '' as $$
  select a.id, r.subject_id, r.trajectory_id, r.id, r.kind, r.about, r.state, v.document_number,
    left(encode(v.sha256, 'hex'), 8), a.answered_on, a.at, a.by_id, a.confirmed_by, app.handles_papers(r.trajectory_id)
  from app.report r
  join app.report_version v on v.report_id = r.id and v.n = r.versions
  join app.report_answer a on a.version_id = v.id
  where (r.state in ('approved', 'changeRequested', 'refused') or (r.state = 'draft' and a.own_view is not null))
    and a.method = 'paper' and (a.confirmed_by is null or a.confirmed_by = app.actor())
    and (app.handles_papers(r.trajectory_id) or (app.cleared() and app.has_role('coordinator')))
$$;

-- R8.3: that a paper about a doctor waits is for who guides the candidate themselves and for who judges it, as 0029 has it for the
-- question itself. Other papers as before.
create or replace function app.consent_papers()
returns table (id uuid, subject_id uuid, trajectory_id uuid, at timestamptz, by_id uuid)
language sql stable security definer set search_path = '' as $$
  select c.id, c.subject_id, c.trajectory_id, e.at, e.by_id from app.consent c
  cross join lateral (select x.at, x.by_id from app.consent_event x where x.consent_id = c.id and x.kind = 'registered' order by x.n desc limit 1) e
  where c.state = 'registered' and c.subject_id not in (select app.my_conflicts())
    and ((app.cleared() and app.has_role('dpo'))
      or (c.trajectory_id in (select app.my_trajectories()) and (c.carer_id is null or c.trajectory_id in (select app.own_trajectories()))))
$$;
