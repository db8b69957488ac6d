-- Directory, floor 2: what was read of the establishment register, kept so that it is looked at before anything changes.
-- Establishments alone: no personal data.

create table register_reading (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  file_name text not null check (length(file_name) <= 200),
  made_at timestamptz not null,
  made_by uuid,
  row_count integer not null,
  authorities text[] not null,
  phases text[] not null,
  establishments jsonb not null,
  fault_count integer not null,
  faults jsonb not null,
  applied jsonb,
  applied_at timestamptz,
  primary key (partnership_id, id)
);
call guard_partnership_table('register_reading');
