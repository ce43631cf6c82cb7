-- R7.3: the second person reads the version for as long as the question stands: not after the candidate answered, nor when it is void.
create or replace function app.exceptions_to_judge() returns setof uuid language sql stable security definer set search_path = '' as $$
  select x.version_id from app.report_exception x
  where x.subject_id = app.subject() and x.confirmed_at is null and x.withdrawn_at is null and x.proposed_by <> app.actor()
    and app.exception_stands(x.id) and app.cleared() and (app.has_role('coordinator') or app.has_role('dpo'))
$$;
