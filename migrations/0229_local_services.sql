-- Services and projects near by: what each helps with, for whom, where, how to ask; and what those who know it say of it (rows 207 and 159). No young person stands
-- in it. docs/rules/directory.md

create table local_service (
  partnership_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  -- Whose it is: an organisation of the directory, or a name.
  organisation_id uuid,
  run_by text not null default '' check (length(run_by) <= 120),
  about text not null default '' check (length(about) <= 1000),
  -- Codes of factors of the assessment it helps with.
  needs text[] not null check (cardinality(needs) between 1 and 18),
  min_age smallint not null check (min_age between 11 and 25),
  max_age smallint not null check (max_age between 11 and 25),
  place text not null default '' check (length(place) <= 200),
  cost text not null default '' check (length(cost) <= 200),
  how_to text not null check (length(how_to) between 1 and 1000),
  checked_on date not null,
  closed_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check (min_age <= max_age),
  check ((organisation_id is null) = (run_by <> ''))
);
create unique index local_service_name on local_service (partnership_id, lower(name)) where closed_on is null;
call guard_partnership_table('local_service');

-- What somebody who knows it says: ask for Jo on Tuesdays; the bus stops at the corner.
create table local_tip (
  partnership_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  said_by uuid not null,
  said_on date not null,
  -- When somebody last said that it is still so.
  still_on date not null,
  over_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, service_id) references local_service (partnership_id, id)
);
create index local_tip_of on local_tip (partnership_id, service_id);
call guard_partnership_table('local_tip');
