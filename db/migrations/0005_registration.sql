-- Registration: what candidates, contact persons, assignments and trajectories need beside their tables.

-- One contact person's address waits at most once; what ended stays, for who asks later which address was good when.
create index address_verification_contact on app.address_verification (contact_id) where ended_at is null;
create index assignment_commissioner on app.assignment (commissioner_id);
create index trajectory_assignment on app.trajectory (assignment_id);
create index contact_person_commissioner on app.contact_person (commissioner_id);
create unique index commissioner_candidate on app.commissioner (candidate_id);
create index trajectory_event_trajectory on app.trajectory_event (trajectory_id, at);

-- A trajectory closes with an outcome of the list (src/trajectories/rules.ts) and a date, and only then has them.
alter table app.trajectory
  add constraint trajectory_outcome check (outcome in ('workResumed', 'placedOwnEmployer', 'placedElsewhere', 'goalReached',
    'endedByCandidate', 'endedByCommissioner', 'endedByAgency', 'moved', 'neverStarted', 'other')),
  add constraint trajectory_closed check ((state = 'closed') = (outcome is not null and closed_on is not null)),
  add constraint trajectory_started check (state <> 'started' or started_on is not null);
alter table app.trajectory_event
  add constraint trajectory_event_says check ((kind = 'closed') = (outcome is not null) and (kind <> 'reopened' or reason is not null));

-- Why somebody came or went is a choice from a list: a free text would hold why a colleague is ill.
alter table app.membership
  add constraint membership_reason check (reason in ('registration', 'absence', 'leaving', 'load', 'request', 'deputising', 'other')),
  add constraint membership_term check (until_at is null or until_at >= from_at);
-- One coach at a time has a trajectory; deputies may stand beside them for a term.
create unique index membership_one_coach on app.membership (trajectory_id) where capacity = 'coach' and until_at is null;

-- Says that somebody has this address, and not who: whoever registers may not see another coach's candidate.
create function app.address_taken(token bytea, except_person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select app.cleared() and exists (
    select from app.person_token t
    where t.kind = 'email' and t.person_kind = 'candidate' and t.token = $1 and t.person_id is distinct from $2)
$$;
grant execute on function app.address_taken to spoor_staff;

-- Whoever holds the code of a message may confirm that address, and learns nothing else.
create function app.find_address_verification(token_hash bytea, at timestamptz)
returns table (id uuid, contact_id uuid, verified_at timestamptz) language sql stable security definer set search_path = '' as $$
  select v.id, v.contact_id, v.verified_at
  from app.address_verification v join app.contact_person c on c.id = v.contact_id
  where v.token_hash = $1 and v.ended_at is null and v.expires_at > $2 and c.left_at is null
$$;
grant execute on function app.find_address_verification to spoor_recipient;
