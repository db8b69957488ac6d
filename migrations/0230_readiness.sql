-- What colleagues know and can be asked about, what they were trained in, and whether an adviser is ready to take cases (rows 157, 192, 229). No young person stands in
-- it. docs/rules/deployment.md#ready-to-take-cases

-- What a colleague says of themselves. Each writes their own.
create table colleague_profile (
  partnership_id uuid not null,
  account_id uuid not null,
  background text not null check (background in ('careers', 'youth-work', 'social-work', 'teaching', 'health', 'youth-justice', 'housing', 'voluntary', 'other')),
  ask_about text not null default '' check (length(ask_about) <= 500),
  languages text not null default '' check (length(languages) <= 200),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, account_id)
);
call guard_partnership_table('colleague_profile');

-- Something done before cases are taken, or again. Never changed: said wrongly it is taken off.
create table readiness_item (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
  done_on date not null,
  evidence text not null check (length(evidence) between 1 and 300),
  noted_by uuid not null,
  over_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id)
);
create index readiness_item_account on readiness_item (partnership_id, account_id);
call guard_partnership_table('readiness_item');
