-- What a candidate sees of their own trajectory and of the log in the portal.

-- Who guided them, since when and until when. Why a coach handed over is the staff's affair.
call app.admit('spoor_candidate', 'select (id, subject_id, trajectory_id, staff_id, capacity, from_at, until_at)', 'app.membership',
  'subject_id = app.actor()');

-- R1.2: the log as a candidate reads it. A list or search is one entry that names everybody in it: those columns, and the
-- device's session, never reach the portal.
revoke select on audit.entry from spoor_candidate;
grant select (id, at, actor_kind, actor_id, roles, action, object_type, object_id, purpose, ground, clause, outcome, break_glass)
  on audit.entry to spoor_candidate;
