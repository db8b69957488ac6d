-- What the ground needs for itself: which migrations were applied, what kind of installation this is, and how far jobs are.

create table app.migration (
  number integer primary key,
  name text not null unique,
  sha256 text not null,
  applied_at timestamptz not null
);
comment on table app.migration is 'Reference: the forward-only migrations that made this database, in order.';
comment on column app.migration.number is 'The number the migration''s file name begins with.';
comment on column app.migration.name is 'The migration''s file name.';
comment on column app.migration.sha256 is 'SHA-256 of the file as it was applied: a file edited afterwards is refused.';
comment on column app.migration.applied_at is 'When it was applied.';

create table app.repeated_script (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null
);
comment on table app.repeated_script is 'Reference: scripts that run again whenever they change, such as the data dictionary.';
comment on column app.repeated_script.name is 'The script''s file name.';
comment on column app.repeated_script.sha256 is 'SHA-256 of the file as it last ran.';
comment on column app.repeated_script.applied_at is 'When it last ran.';

create table app.installation (
  only_one boolean primary key default true constraint installation_only_one check (only_one),
  kind text not null constraint installation_kind check (kind in ('live', 'demo')),
  made_at timestamptz not null
);
comment on table app.installation is 'Reference: one row that says what kind of database this is. Written once, when it is made.';
comment on column app.installation.only_one is 'Always true: there is only one row.';
comment on column app.installation.kind is 'live: real people. demo: invented people, anyone may choose whom to be.';
comment on column app.installation.made_at is 'When the database was made.';
grant select on app.installation, app.migration to connexions_app, connexions_worker;

create table app.job_progress (
  partnership_id uuid not null,
  job_id uuid not null,
  name text not null,
  ids jsonb not null,
  state text not null constraint job_progress_state
    check (state in ('waiting', 'running', 'stopping', 'done', 'failed', 'cancelled')),
  step text,
  done integer not null default 0,
  total integer,
  position jsonb,
  attempt integer not null default 0,
  runner text,
  failure text,
  asked_by text not null,
  asked_for uuid,
  basis text,
  asked_at timestamptz not null,
  started_at timestamptz,
  updated_at timestamptz not null,
  finished_at timestamptz,
  primary key (partnership_id, job_id)
);
comment on table app.job_progress is 'How far each long piece of work is: shown as a progress bar, and where it goes on after an interruption.';
comment on column app.job_progress.partnership_id is 'The partnership it is done for.';
comment on column app.job_progress.job_id is 'The job; the same id as in the queue.';
comment on column app.job_progress.name is 'The kind of job.';
comment on column app.job_progress.ids is 'What it is about: ids and codes by name, never anything about a person.';
comment on column app.job_progress.state is 'waiting, running, stopping (asked to stop, not yet stopped), done, failed or cancelled.';
comment on column app.job_progress.step is 'The step it is in: a word of the job''s own.';
comment on column app.job_progress.done is 'How many things of this step are done.';
comment on column app.job_progress.total is 'How many things there are in this step, where that is known.';
comment on column app.job_progress.position is 'Where to go on after an interruption, in the job''s own terms: ids and counts only.';
comment on column app.job_progress.attempt is 'How many times it was begun.';
comment on column app.job_progress.runner is 'The process that has it in hand; another may not write its progress.';
comment on column app.job_progress.failure is 'A code for why it failed; never a message with data in it.';
comment on column app.job_progress.asked_by is 'Who asked for it: the kind of actor and its id.';
comment on column app.job_progress.asked_for is 'The organisation the asker acted for.';
comment on column app.job_progress.basis is 'On what basis it was asked for; rights are checked again when it runs.';
comment on column app.job_progress.asked_at is 'When it was asked for.';
comment on column app.job_progress.started_at is 'When it was last begun.';
comment on column app.job_progress.updated_at is 'When its progress was last written.';
comment on column app.job_progress.finished_at is 'When it ended: done, failed or cancelled.';
create index job_progress_recent on app.job_progress (partnership_id, asked_at desc);

alter table app.job_progress enable row level security;
create policy job_progress_of_partnership on app.job_progress to connexions_app, connexions_worker
  using (partnership_id = (select nullif(current_setting('app.partnership_id', true), '')::uuid))
  with check (partnership_id = (select nullif(current_setting('app.partnership_id', true), '')::uuid));
grant select, insert, update on app.job_progress to connexions_app, connexions_worker;
