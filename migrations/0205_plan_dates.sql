-- Dates that stand beside a plan because the law sets them for others: reviews of an EHC plan from Year 9 (row 305), and of care and of leaving care (row
-- 306). docs/rules/plans.md

create table plan_date (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning: of an EHC plan; 1024 care: of care and of leaving care (K6).
  class integer not null check (class in (4, 1024)),
  kind text not null check (kind in ('ehc-review', 'ehc-transfer', 'pep', 'care-review', 'pathway-review')),
  on_day date not null,
  -- Who holds it, and who is asked to come.
  who text not null default '' check (length(who) <= 300),
  state text not null default 'ahead' check (state in ('ahead', 'held', 'called-off')),
  over_on date,
  -- What came of it, or why it is called off.
  words text not null default '' check (length(words) <= 2000),
  -- What the young person said or wanted said.
  wishes text not null default '' check (length(wishes) <= 2000),
  made_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  escalated_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((state = 'ahead') = (over_on is null))
);
create index plan_date_person on plan_date (partnership_id, person_id);
create index plan_date_due on plan_date (partnership_id, on_day) where state = 'ahead';

call guard_for_those_who_work('plan_date');
call take_filed_kind('plan-date');
