-- R8.1: a yes at the door of a collection holds for a minute, and for what its reader was then: employer or company doctor is the whole
-- difference. Who became another kind meanwhile waits for another yes.
create function app.kinds_of(contact uuid) returns text language sql stable security definer set search_path = '' as $$
  select concat_ws(' ', o.kind, p.kind) from app.contact_person p join app.commissioner o on o.id = p.commissioner_id where p.id = $1
$$;
alter table app.collection add released_to text;
comment on column app.collection.released_to is 'the kind of commissioner and contact person at the moment of released_at';
create function app.release_to() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.released_to := case when new.released_at is not null then app.kinds_of(new.contact_id) end;
  return new;
end $$;
create trigger release_to before update of released_at on app.collection for each row execute function app.release_to();

create or replace function app.take_release(pass bytea, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  c app.collection;
begin
  select * into c from app.collection x where x.asked_pass = pass and x.disclosure_id = app.collecting() for update;
  if not found or c.released_at is null or c.released_at < moment - interval '1 minute' or app.collectable(c, moment) <> 'open'
    or c.released_to is distinct from app.kinds_of(c.contact_id) then
    return false;
  end if;
  update app.collection x set released_at = null, asked_pass = null, asked_at = null, row_version = x.row_version + 1 where x.disclosure_id = c.disclosure_id;
  perform app.note_collection(c, 'collected', moment, null, null);
  return true;
end $$;
