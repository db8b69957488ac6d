-- What stays between a young person and those who help them, and what does not: the partnership's own words in versions, and who read which of them with whom
-- (row 79). docs/rules/sharing.md#confidentiality

-- No young person stands in it. Never changed: other words are another version.
create table confidentiality_statement (
  partnership_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  stays text not null check (length(stays) between 1 and 2000),
  told text not null check (length(told) between 1 and 2000),
  rights text not null check (length(rights) between 1 and 2000),
  from_day date not null,
  made_by uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  unique (partnership_id, number)
);
call guard_partnership_table('confidentiality_statement');
revoke update on confidentiality_statement from connexions_app, connexions_worker;

-- Read with somebody on a day: which version, how, and what they say it means.
create table confidentiality_reading (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 128 check (class = 128),
  statement_id uuid not null,
  how text not null check (how in ('aloud', 'themselves', 'interpreter', 'pictures')),
  understood text not null check (understood in ('yes', 'in-part', 'not-yet')),
  -- What they say it means, in their words; who must not hear of what, and how they want to be told.
  said text not null default '' check (length(said) <= 1000),
  wishes text not null default '' check (length(wishes) <= 1000),
  read_on date not null,
  read_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, statement_id) references confidentiality_statement (partnership_id, id),
  -- That they understood is shown by what they say it means.
  check (understood <> 'yes' or said <> '')
);
create index confidentiality_reading_person on confidentiality_reading (partnership_id, person_id, read_on desc);

call guard_for_those_who_work('confidentiality_reading');
call take_filed_kind('reading');
