-- Support that follows a path: custody, a move to a new place of learning, coming back into learning, work with the family, mentoring. Rows 178, 179, 216, 222
-- and 223; decision 0050. docs/rules/plans.md

create table pathway (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- What its kind tells of, by its very existence (K6): 4 learning, 64 plan, 512 offending, 2048 family.
  class integer not null check (class in (4, 64, 512, 2048)),
  kind text not null check (kind in ('custody', 'transition', 'reintegration', 'family', 'mentoring')),
  -- Of which day the stages and suggested steps are that it began with.
  edition date not null,
  stage text not null check (stage ~ '^[a-z][a-z-]{1,39}$'),
  anchor_on date,
  with_name text not null default '' check (length(with_name) <= 200),
  with_account uuid,
  adult_id uuid,
  seen_on date,
  goal_id uuid,
  answers jsonb not null default '{}',
  -- Of work with the family alone: what the young person said to it, or why it began without that.
  said text check (said in ('yes', 'without')),
  said_on date,
  said_words text not null default '' check (length(said_words) <= 1000),
  without_why text not null default '' check (length(without_why) <= 1000),
  state text not null default 'open' check (state in ('open', 'paused', 'ended')),
  opened_on date not null,
  opened_by uuid not null,
  review_on date,
  paused_on date,
  paused_why text not null default '' check (length(paused_why) <= 500),
  over_on date,
  outcome text check (outcome in ('settled', 'back-inside', 'other-place', 'full-time', 'aims-met', 'part', 'withdrawn', 'not-settled', 'something-else')),
  over_words text not null default '' check (length(over_words) <= 2000),
  -- The first day on which something of it is to be done, said or looked at.
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, goal_id) references plan_goal (partnership_id, id),
  check ((kind = 'family') = (said is not null)),
  check (said is distinct from 'without' or without_why <> ''),
  check ((state = 'paused') = (paused_on is not null)),
  check ((state = 'ended') = (over_on is not null)),
  check ((state = 'ended') = (outcome is not null)),
  check (state = 'open' or due_on is null)
);
create index pathway_person on pathway (partnership_id, person_id);
create index pathway_due on pathway (partnership_id, due_on) where due_on is not null;

create table pathway_step (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 64, 512, 2048)),
  pathway_id uuid not null,
  stage text not null check (stage ~ '^[a-z][a-z-]{1,39}$'),
  what text not null check (length(what) between 1 and 500),
  -- Days from the anchor, where its day goes with that.
  days smallint check (days between -2000 and 2000),
  due_on date,
  owner text not null check (owner in ('young-person', 'adviser', 'other')),
  owner_name text not null default '' check (length(owner_name) <= 200),
  state text not null default 'to-do' check (state in ('to-do', 'done', 'not-needed')),
  over_on date,
  over_words text not null default '' check (length(over_words) <= 1000),
  made_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, pathway_id) references pathway (partnership_id, id),
  check (owner <> 'other' or owner_name <> ''),
  check ((state = 'to-do') = (over_on is null)),
  check (state <> 'not-needed' or over_words <> '')
);
create index pathway_step_person on pathway_step (partnership_id, person_id);
create index pathway_step_of on pathway_step (partnership_id, pathway_id);

create table pathway_log (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 64, 512, 2048)),
  pathway_id uuid not null,
  on_day date not null,
  came text not null check (came in ('met', 'not-met')),
  minutes smallint check (minutes between 1 and 1440),
  words text not null check (length(words) between 1 and 2000),
  own_words text not null default '' check (length(own_words) <= 1000),
  made_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, pathway_id) references pathway (partnership_id, id)
);
create index pathway_log_person on pathway_log (partnership_id, person_id);
create index pathway_log_of on pathway_log (partnership_id, pathway_id, on_day);

-- A week of a timetable that grows: minutes planned from Monday to Friday, and minutes they came.
create table pathway_week (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 64, 512, 2048)),
  pathway_id uuid not null,
  week_of date not null check (extract(isodow from week_of) = 1),
  planned smallint[] not null check (array_length(planned, 1) = 5 and 0 <= all(planned) and 600 >= all(planned)),
  came smallint[] check (array_length(came, 1) = 5 and 0 <= all(came) and 600 >= all(came)),
  words text not null default '' check (length(words) <= 1000),
  made_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, pathway_id) references pathway (partnership_id, id)
);
create index pathway_week_person on pathway_week (partnership_id, person_id);
create unique index pathway_week_once on pathway_week (partnership_id, pathway_id, week_of) where sealed_at is null;

call guard_for_those_who_work('pathway');
call guard_for_those_who_work('pathway_step');
call guard_for_those_who_work('pathway_log');
call guard_for_those_who_work('pathway_week');
call take_filed_kind('pathway');
call take_filed_kind('pathway-step');
call take_filed_kind('pathway-log');
