-- R9.1: anyone may ask whether a PDF is a report of ours. What comes back is a state, dates and a version: no name, no organisation.

create index report_version_sha256 on app.report_version (sha256);

-- How often was asked, by day and answer: no file, no network, nobody.
create table app.report_check (
  on_day date not null,
  answer text not null check (answer in ('genuine', 'withdrawn', 'notSent', 'altered', 'unknown')),
  n int not null,
  primary key (on_day, answer)
);
alter table app.report_check enable row level security;
alter table app.report_check force row level security;
create policy owner on app.report_check to spoor_owner using (true) with check (true);

-- The file's hash says which version it is; a document number found in a file with another hash says that it was altered. Both are
-- random to whoever does not have the report. Whose report it is learns of it from the log; an unknown file is only counted.
create function app.verify_report(hash bytea, numbers text[], moment timestamptz, trace text)
returns table (answer text, version int, frozen_on date, approved_on date, sent_on date, ended_on date, clause text)
language plpgsql volatile security definer set search_path = '' as $$
declare
  v app.report_version;
  person uuid;
begin
  select * into v from app.report_version r where r.sha256 = hash;
  if found then
    version := v.n;
    frozen_on := (v.submitted_at at time zone 'Europe/Amsterdam')::date;
    select a.answered_on into approved_on from app.report_answer a
      where a.version_id = v.id and a.answer in ('approved', 'approvedWithRemark') and (a.method = 'portal' or a.confirmed_at is not null);
    select (x.state_at at time zone 'Europe/Amsterdam')::date, x.clause into sent_on, clause from app.disclosure x
      where x.about = 'report' and x.about_id = v.id and x.state in ('transmitting', 'accepted', 'unknown') order by x.created_at desc limit 1;
    select (x.at at time zone 'Europe/Amsterdam')::date into ended_on from app.report_voiding x where x.version_id = v.id;
    if ended_on is not null or exists (select from app.report r where r.id = v.report_id and (r.versions > v.n or r.state = 'withdrawn')) then
      answer := 'withdrawn';
    elsif sent_on is not null then
      answer := 'genuine';
    else
      answer := 'notSent';
    end if;
  else
    select * into v from app.report_version r where r.document_number = any (numbers) limit 1;
    answer := case when found then 'altered' else 'unknown' end;
  end if;
  insert into app.report_check as c (on_day, answer, n) values ((moment at time zone 'Europe/Amsterdam')::date, verify_report.answer, 1)
    on conflict on constraint report_check_pkey do update set n = c.n + 1;
  person := v.subject_id;
  if person is not null then
    perform set_config('app.actor', '00000000-0000-0000-0000-000000000000', true);
    if answer = 'altered' then
      perform audit.append('anonymous', '{}', null, null, array[person], '{}', 'verifyAltered', 'report_version', v.id, 'reporting', null, 'R9.1', 'allowed', trace, null);
    else
      perform audit.append('anonymous', '{}', null, null, array[person], '{}', 'verify', 'report_version', v.id, 'reporting', null, 'R9.1', 'allowed', trace, null);
    end if;
  end if;
  return next;
end $$;
grant execute on function app.verify_report to spoor_recipient;
grant execute on function auth.begin_attempt to spoor_recipient;

-- The last thirty days, for the administrator.
create function app.report_checks_lately() returns table (answer text, n int) language sql stable security definer set search_path = '' as $$
  select c.answer, sum(c.n)::int from app.report_check c where c.on_day > current_date - 30 group by c.answer
$$;

-- A report keeps the seal it was given, also when the agency has another certificate by now.
create table app.earlier_seal (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  certificate bytea not null,
  until_at timestamptz not null
);
call app.protect('app.earlier_seal', null);
create function app.keep_seal() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into app.earlier_seal (sha256, certificate, until_at) values (pg_catalog.sha256(old.seal_certificate), old.seal_certificate, pg_catalog.now())
  on conflict (sha256) do update set until_at = excluded.until_at;
  return null;
end $$;
create trigger keep_seal after update of seal_certificate on app.agency for each row
  when (old.seal_certificate is distinct from new.seal_certificate and old.seal_certificate is not null) execute function app.keep_seal();

-- Every certificate that a report of ours can bear, the newest first. They are public: they are in the reports themselves.
create function app.seals() returns table (certificate bytea, until_at timestamptz) language sql stable security definer set search_path = '' as $$
  select a.seal_certificate, null::timestamptz from app.agency a where a.seal_certificate is not null
  union all
  (select e.certificate, e.until_at from app.earlier_seal e, app.agency a
   where e.certificate is distinct from a.seal_certificate order by e.until_at desc)
$$;
grant execute on function app.seals to spoor_staff, spoor_recipient;
grant execute on function app.report_checks_lately to spoor_staff;
