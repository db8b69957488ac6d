-- What stands beside a plan because others hold it by law: an EHC plan (row 305), and care and leaving care (row 306). And who was asked to come to a review.
-- docs/rules/plans.md

create table held_plan (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning: an EHC plan; 1024 care (K6). Whoever does not see the plan sees neither.
  class integer not null check (class in (4, 1024)),
  kind text not null check (kind in ('ehc', 'care')),
  -- Of care alone: by what law they are, or were, in care.
  status text check (status in ('accommodated', 'interim-order', 'care-order', 'remanded', 'eligible', 'relevant', 'former-relevant', 'qualifying')),
  council text not null check (length(council) between 1 and 120),
  -- Who holds it there: the coordinator, or the social worker.
  worker text not null default '' check (length(worker) <= 120),
  worker_ways text not null default '' check (length(worker_ways) <= 200),
  -- Of care: the personal adviser, who reviews it, and the virtual school.
  adviser text not null default '' check (length(adviser) <= 120),
  adviser_ways text not null default '' check (length(adviser_ways) <= 200),
  reviewer text not null default '' check (length(reviewer) <= 120),
  virtual_school text not null default '' check (length(virtual_school) <= 200),
  -- Of care: whether they live in the area of the council that answers for them; never where.
  lives text check (lives in ('inside', 'outside', 'not-known')),
  tell text not null default '' check (length(tell) <= 1000),
  -- Of an EHC plan: the place it names.
  place text not null default '' check (length(place) <= 200),
  place_from date,
  issued_on date,
  -- What they want of adult life, in their words.
  wants text not null default '' check (length(wants) <= 2000),
  -- The day of which all this is so, and who said it.
  as_of date not null,
  source text not null check (source in ('young-person', 'family', 'council', 'place', 'document')),
  made_by uuid not null,
  over_on date,
  over_reason text check (over_reason in ('reached', 'work', 'higher-education', 'not-needed', 'age', 'moved-council', 'home', 'guardian', 'help-ended', 'other')),
  over_words text not null default '' check (length(over_words) <= 1000),
  -- By when somebody asks again whether it goes on.
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  replaced_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((kind = 'care') = (class = 1024)),
  check ((kind = 'care') = (status is not null)),
  check ((kind = 'care') = (lives is not null)),
  check ((over_on is null) = (over_reason is null)),
  check (over_reason is distinct from 'other' or over_words <> '')
);
create index held_plan_person on held_plan (partnership_id, person_id);
create index held_plan_due on held_plan (partnership_id, due_on) where replaced_at is null and over_on is null;
call guard_for_those_who_work('held_plan');
call take_filed_kind('held-plan');

-- Somebody who is asked to a review: what they are or their name, and whether they come.
create table plan_date_guest (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 1024)),
  date_id uuid not null,
  who text not null check (length(who) between 1 and 200),
  state text not null default 'asked' check (state in ('asked', 'comes', 'sends-word', 'cannot', 'came', 'not-there')),
  asked_on date not null,
  made_by uuid not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, date_id) references plan_date (partnership_id, id)
);
create index plan_date_guest_of on plan_date_guest (partnership_id, date_id);
create index plan_date_guest_person on plan_date_guest (partnership_id, person_id);
call guard_for_those_who_work('plan_date_guest');

-- Before a review the young person is asked what they want said, and how they were.
alter table plan_date add column asked_them text not null default '' check (length(asked_them) <= 1000);

do $body$
begin
  execute format('create policy seen_besides on held_plan as restrictive for select to connexions_app using (%s)',
    seen_policy('held_plan'::regclass, '64', 'person_id'));
end $body$;
