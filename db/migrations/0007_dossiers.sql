-- R5.1: the candidate's dossier holds short conversation notes. Every version that somebody saved stays; a draft is written in place.

create table app.note (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  versions int not null default 0,
  created_at timestamptz not null, created_by uuid not null references app.person,
  unique (subject_id, trajectory_id, id),
  foreign key (subject_id, trajectory_id) references app.trajectory (subject_id, id)
);
create index note_trajectory on app.note (trajectory_id);
call app.protect('app.note', 'subject_id');

-- What is being written. Its words are sealed at the place of the version they will become (note_version, version_id), so that
-- they are kept as a version without anybody opening them.
create table app.note_draft (
  note_id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null,
  version_id uuid not null unique,
  kind text check (kind in ('conversation', 'phone', 'mail', 'oralReport')),
  source text check (source in ('candidate', 'commissioner', 'other')),
  on_day date,
  goal bytea not null, agreed bytea not null, next bytea not null,
  session uuid not null,
  updated_at timestamptz not null, updated_by uuid not null references app.person,
  row_version int not null default 1,
  foreign key (subject_id, trajectory_id, note_id) references app.note (subject_id, trajectory_id, id)
);
comment on column app.note_draft.session is 'the log entry of the editing session that wrote this: another session keeps this text as a version before it writes its own';
comment on column app.note_draft.goal is 'sealed as note_version.goal of version_id; so are agreed and next';
call app.protect('app.note_draft', 'subject_id');

create table app.note_version (
  id uuid primary key,
  subject_id uuid not null, trajectory_id uuid not null, note_id uuid not null,
  n int not null check (n > 0),
  how text not null check (how in ('finished', 'setAside')),
  kind text check (kind in ('conversation', 'phone', 'mail', 'oralReport')),
  source text check (source in ('candidate', 'commissioner', 'other')),
  on_day date,
  goal bytea not null, agreed bytea not null, next bytea not null,
  written_at timestamptz not null, written_by uuid not null references app.person,
  saved_at timestamptz not null, saved_by uuid not null references app.person,
  unique (note_id, n),
  -- R5.1, AVG 15(1)(g): whatever is finished says what it is, of whom it came and when.
  check (how = 'setAside' or num_nonnulls(kind, source, on_day) = 3),
  foreign key (subject_id, trajectory_id, note_id) references app.note (subject_id, trajectory_id, id)
);
comment on column app.note_version.how is 'finished by its author, or set aside because another editing session went on with the draft';
call app.protect('app.note_version', 'subject_id');

-- Who has a note open now, so that two people who write in it are told of each other.
create table app.note_presence (
  note_id uuid not null,
  staff_id uuid not null references app.staff_member,
  subject_id uuid not null, trajectory_id uuid not null,
  seen_at timestamptz not null,
  primary key (note_id, staff_id),
  foreign key (subject_id, trajectory_id, note_id) references app.note (subject_id, trajectory_id, id)
);
call app.protect('app.note_presence', 'subject_id');

-- Within one opened dossier of one's own trajectories, and nobody else: no headers for others, no portal, no worker.
call app.admit('spoor_staff', 'select, insert, delete', 'app.note',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
grant update (versions) on app.note to spoor_staff;
call app.admit('spoor_staff', 'select, insert, update, delete', 'app.note_draft',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())',
  'updated_by = app.actor() and subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_staff', 'select, insert', 'app.note_version',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())',
  'saved_by = app.actor() and subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
call app.admit('spoor_staff', 'select, insert, update, delete', 'app.note_presence',
  'subject_id = app.subject() and trajectory_id in (select app.my_trajectories())',
  'staff_id = app.actor() and subject_id = app.subject() and trajectory_id in (select app.my_trajectories())');
