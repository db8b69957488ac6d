-- Intake, floor 4: partners' lists on their way in. Rows on their way are personal and lie here only until they are applied.

create table partner_agreement (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  purpose text not null check (length(purpose) between 1 and 500),
  power text not null check (length(power) between 1 and 500),
  fields text[] not null,
  youngest integer not null default 13 check (youngest between 10 and 19),
  oldest integer not null default 25 check (oldest between 16 and 25),
  assessment_reference text not null check (length(assessment_reference) between 1 and 200),
  review_on date not null,
  missing_officer_id uuid references account (id),
  started_on date not null,
  finished_on date,
  made_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);
create index partner_agreement_organisation on partner_agreement (partnership_id, organisation_id);

create table list_mapping (
  partnership_id uuid not null,
  organisation_id uuid not null,
  header_hash bytea not null check (length(header_hash) = 32),
  mapping jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (partnership_id, organisation_id, header_hash)
);

create table intake_run (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  agreement_id uuid not null,
  file_name text not null check (length(file_name) between 1 and 255),
  file_sha256 bytea not null check (length(file_sha256) = 32),
  file_bytes bigint not null,
  state text not null check (state in ('mapping', 'reading', 'ready', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'refused', 'failed')),
  columns text[] not null default '{}',
  mapping jsonb,
  encoding text not null default '',
  left_out text[] not null default '{}',
  rows_read integer not null default 0,
  count_new integer not null default 0,
  count_changed integer not null default 0,
  count_same integer not null default 0,
  count_missing integer not null default 0,
  count_question integer not null default 0,
  count_fault integer not null default 0,
  count_not_kept integer not null default 0,
  refusal text not null default '',
  job_id uuid,
  asked_by uuid,
  made_at timestamptz not null,
  applied_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  foreign key (partnership_id, agreement_id) references partner_agreement (partnership_id, id)
);
create index intake_run_recent on intake_run (partnership_id, made_at desc);

create table intake_row (
  partnership_id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  verdict text not null check (verdict in ('new', 'changed', 'same', 'question', 'fault', 'not-kept')),
  source_key text not null default '',
  person_id uuid,
  origin_person_id uuid,
  shown_name text not null default '',
  content jsonb,
  cells jsonb,
  faults jsonb not null default '[]',
  changes jsonb not null default '[]',
  why text not null default '',
  applied_at timestamptz,
  primary key (partnership_id, run_id, row_number),
  foreign key (partnership_id, run_id) references intake_run (partnership_id, id)
);
create index intake_row_verdict on intake_row (partnership_id, run_id, verdict, row_number);
create index intake_row_person on intake_row (partnership_id, person_id) where person_id is not null;

create table source_row (
  partnership_id uuid not null,
  organisation_id uuid not null,
  list_key text not null check (length(list_key) = 64),
  source_key text not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  content jsonb not null,
  why text not null,
  first_run_id uuid not null,
  last_run_id uuid not null,
  state text not null default 'on' check (state in ('on', 'gone', 'withdrawn')),
  primary key (partnership_id, organisation_id, list_key, source_key),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index source_row_person on source_row (partnership_id, person_id);
create index source_row_key on source_row (partnership_id, organisation_id, source_key);

create table intake_effect (
  partnership_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  kind text not null check (kind in ('added', 'replaced')),
  table_name text not null check (table_name in ('person', 'person_name', 'person_detail', 'person_address', 'person_contact_detail', 'person_adult',
    'person_identifier', 'enrolment', 'activity_spell', 'source_row')),
  row_ids uuid[] not null,
  made_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, run_id) references intake_run (partnership_id, id)
);
create index intake_effect_run on intake_effect (partnership_id, run_id);

create table intake_question (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  run_id uuid not null,
  kind text not null check (kind in ('who', 'gone')),
  row_number integer,
  source_key text not null,
  person_ids uuid[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  answer text check (answer in ('this-person', 'new-person', 'left', 'still-here', 'do-not-know')),
  answer_person_id uuid,
  answered_by uuid,
  answered_at timestamptz,
  made_at timestamptz not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, run_id) references intake_run (partnership_id, id)
);
create index intake_question_open on intake_question (partnership_id, state, made_at);
create index intake_question_run on intake_question (partnership_id, run_id);

-- Rows on their way in and questions about them: for those who see identities across the partnership (data officers), and the worker.
create procedure guard_intake_table(target regclass) language plpgsql as $body$
declare
  seen constant text := $policy$
    partnership_id = (select app_partnership())
    and (select coalesce(bit_or(p.classes), 0) from access_grant p
      where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
        and p.person_id is null
        and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 131072 <> 0
  $policy$;
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy seen on %s for select to connexions_app using (%s)', target, seen);
  execute format('create policy added on %s for insert to connexions_app with check (partnership_id = (select app_partnership()))', target);
  execute format('create policy changed on %s for update to connexions_app using (partnership_id = (select app_partnership()))', target);
  execute format('create policy worked on %s for all to connexions_worker using (partnership_id = (select app_partnership()))', target);
  execute format('grant select, insert, update on %s to connexions_app, connexions_worker', target);
end $body$;

call guard_partnership_table('partner_agreement');
call guard_partnership_table('list_mapping');
call guard_partnership_table('intake_run');
call guard_intake_table('intake_row');
call guard_intake_table('source_row');
call guard_partnership_table('intake_effect');
call guard_intake_table('intake_question');
grant delete on intake_row to connexions_worker;
-- A run that is undone or read again takes its rows on their way with it.
