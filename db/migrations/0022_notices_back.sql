-- R3.g: an invitation, a reminder or another notice that did not arrive is on the screen of somebody who can do something about it, until
-- a later one of its kind went or that person says that it is dealt with.

create table app.notice_handled (
  dispatch_id uuid primary key references app.dispatch,
  subject_id uuid not null references app.person,
  at timestamptz not null,
  by_id uuid not null references app.person
);
call app.protect('app.notice_handled', 'subject_id');

-- Whose it is to act: of a candidate the coach, or while there is none whoever registers and plans; of a colleague an administrator; of a contact
-- person back office and coordinator; and always who sent it. Nothing of the message itself.
create function app.notices_back() returns table (dispatch_id uuid, subject_id uuid, person_kind text, kind text, state text, state_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select d.id, d.subject_id, p.kind, d.kind, d.state, d.state_at
  from app.dispatch d join app.person p on p.id = d.subject_id
  where d.disclosure_id is null and d.state in ('bounced', 'blocked', 'unknown')
    and not exists (select from app.notice_handled h where h.dispatch_id = d.id)
    and not exists (select from app.dispatch later where later.subject_id = d.subject_id and later.kind = d.kind and later.disclosure_id is null
      and later.created_at > d.created_at)
    and not exists (select from app.staff_member s where s.id = d.subject_id and s.left_at is not null)
    and d.subject_id not in (select app.my_conflicts())
    and ((d.made_by = app.actor() and (p.kind <> 'candidate' or d.subject_id in (select app.my_candidates()) or app.sees_headers()) and app.cleared())
      or (p.kind = 'candidate' and d.subject_id in (select app.my_candidates()))
      or (p.kind = 'candidate' and app.sees_headers() and not exists (select from app.membership m where m.subject_id = d.subject_id
        and m.from_at <= now() and (m.until_at is null or m.until_at > now())))
      or (p.kind = 'contact' and app.sees_headers())
      or (p.kind = 'staff' and app.has_role('administrator') and d.subject_id <> app.actor()))
$$;
grant execute on function app.notices_back to spoor_staff;

call app.admit('spoor_staff', 'insert', 'app.notice_handled', 'false',
  $$subject_id = app.subject() and by_id = app.actor() and (dispatch_id, subject_id) in (select n.dispatch_id, n.subject_id from app.notices_back() n)$$);
