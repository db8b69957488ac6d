-- A team that takes on the adviser's task together, with one specialist, and asking the specialist for advice (row 217). No young person stands in it.
-- docs/rules/deployment.md
create table team_task (
  partnership_id uuid not null,
  team_id uuid not null,
  specialist_id uuid not null,
  -- What the specialist can be asked about.
  about text not null check (length(about) between 1 and 500),
  started_on date not null,
  ended_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, team_id),
  foreign key (partnership_id, team_id) references team (partnership_id, id)
);
call guard_partnership_table('team_task');

create table advice (
  partnership_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  asked_by uuid not null,
  -- Whom it was asked of: the specialist of that day.
  asked_of uuid not null,
  asked_on date not null,
  question text not null check (length(question) between 1 and 1000),
  state text not null default 'asked' check (state in ('asked', 'answered', 'withdrawn')),
  answer text not null default '' check (length(answer) <= 2000),
  answered_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, team_id) references team (partnership_id, id),
  check ((state = 'answered') = (answered_on is not null and answer <> ''))
);
create index advice_asked_by on advice (partnership_id, asked_by);
create index advice_asked_of on advice (partnership_id, asked_of);
call guard_partnership_table('advice');
