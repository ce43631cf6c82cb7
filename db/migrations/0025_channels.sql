-- What leaves otherwise than in a mail: a letter handed over or posted, and a document that its reader collects here (R9.1, R8.1).

-- A letter goes to somebody who need not be a contact person: a doctor, an authority. Then the sealed snapshot alone says who.
alter table app.disclosure
  alter contact_id drop not null, alter commissioner_id drop not null,
  drop constraint disclosure_form_check, drop constraint disclosure_check,
  drop constraint disclosure_check1, drop constraint disclosure_check2,
  add constraint disclosure_form_check check (form in ('written', 'oral', 'letter')),
  add constraint disclosure_recorded check ((form in ('oral', 'letter')) = (state = 'recorded')),
  add constraint disclosure_hash check ((form in ('written', 'letter')) = (sha256 is not null)),
  add constraint disclosure_day check ((form in ('oral', 'letter')) = (on_day is not null)),
  add constraint disclosure_said check ((form = 'oral') = (summary is not null)),
  add constraint disclosure_whom check ((contact_id is null) = (commissioner_id is null) and (form = 'letter' or contact_id is not null));

-- The agency's own copy of what went as a letter, and what waits here to be collected.
create table app.disclosed_document (
  disclosure_id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  filename text not null, pdf bytea not null,
  created_at timestamptz not null,
  foreign key (subject_id, disclosure_id) references app.disclosure (subject_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
comment on column app.disclosed_document.filename is 'a document number and no name';
call app.protect('app.disclosed_document', 'subject_id');
call app.admit('spoor_staff', 'select, insert', 'app.disclosed_document',
  'trajectory_id in (select app.my_trajectories())', 'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
-- Where the register shows the disclosure, the candidate may have the document.
call app.admit('spoor_candidate', 'select', 'app.disclosed_document',
  'subject_id = app.actor() and disclosure_id in (select d.id from app.disclosure d)');
call app.admit('spoor_worker', 'select', 'app.disclosed_document', 'subject_id = app.subject()');
