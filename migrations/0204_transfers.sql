-- A transfer summary: what the agency that worked with a young person before knows, asked for when they arrive, and chased. docs/rules/assessment.md

create table transfer_request (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 32 assessment; 256 health, 512 offending, 1024 care, 2048 family where whom was asked, or what came, tells of that (K6).
  class integer not null check (class in (32, 256, 512, 1024, 2048)),
  -- One on record, or another by name.
  organisation_id uuid,
  from_name text not null default '' check (length(from_name) <= 200),
  -- Who was asked there, and how they are reached.
  whom text not null default '' check (length(whom) <= 200),
  asks text not null check (length(asks) between 1 and 1500),
  -- Whether the young person knows that it is asked for.
  told text not null check (told in ('yes', 'not-yet')),
  state text not null default 'asked' check (state in ('asked', 'received', 'nothing', 'refused', 'withdrawn')),
  asked_by uuid not null,
  asked_on date not null,
  due_on date,
  -- How often it was asked for again, and when last.
  again integer not null default 0,
  again_on date,
  over_on date,
  -- What came, and who said it; or why nothing did.
  words text not null default '' check (length(words) <= 10000),
  said_by text not null default '' check (length(said_by) <= 200),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  escalated_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((organisation_id is null) = (from_name <> '')),
  check ((state = 'asked') = (due_on is not null)),
  check ((state = 'asked') = (over_on is null)),
  check (state <> 'received' or words <> '')
);
create index transfer_request_person on transfer_request (partnership_id, person_id);
create index transfer_request_due on transfer_request (partnership_id, due_on) where due_on is not null;
create index transfer_request_asker on transfer_request (partnership_id, asked_by) where state = 'asked';

call guard_for_those_who_work('transfer_request');
call take_filed_kind('transfer');
