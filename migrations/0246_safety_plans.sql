-- A safety plan made with a young person who hurts themselves or is at risk, in their words. Row 183. docs/rules/plans.md
-- Each time it is looked at again a new row takes its place: what they had in hand before is kept.
create table safety_plan (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 256 health; kept close 4096, and health besides: both must be seen (K6).
  class integer not null check (class in (256, 4096)),
  also_class integer check (also_class = 256),
  state text not null default 'in-force' check (state in ('in-force', 'replaced', 'ended')),
  signs text not null check (length(signs) between 1 and 2000),
  helps text not null check (length(helps) between 1 and 2000),
  talk_to text not null check (length(talk_to) between 1 and 2000),
  at_night text not null default '' check (length(at_night) <= 2000),
  safe_place text not null default '' check (length(safe_place) <= 2000),
  others text not null default '' check (length(others) <= 2000),
  agreement text not null check (agreement in ('agreed', 'disagreed')),
  words text not null default '' check (length(words) <= 2000),
  copy_given text not null check (copy_given in ('paper', 'pdf', 'sent', 'read-aloud', 'not-wanted')),
  made_on date not null,
  made_by uuid not null,
  review_on date not null,
  -- The one whose place it took.
  before_id uuid,
  over_on date,
  why text not null default '' check (length(why) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  escalated_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, before_id) references safety_plan (partnership_id, id),
  check ((class = 4096) = (also_class is not null)),
  check ((state = 'in-force') = (over_on is null)),
  check (state <> 'ended' or why <> ''),
  check (agreement = 'agreed' or words <> '')
);
create index safety_plan_person on safety_plan (partnership_id, person_id);
create index safety_plan_due on safety_plan (partnership_id, review_on) where state = 'in-force';
create unique index safety_plan_after on safety_plan (partnership_id, before_id) where before_id is not null and sealed_at is null;
call guard_for_those_who_work('safety_plan');
call take_filed_kind('close-plan');
do $body$
begin
  execute format('create policy seen_besides on safety_plan as restrictive for select to connexions_app using (%s)',
    seen_policy('safety_plan'::regclass, 'coalesce(also_class, class)', 'person_id'));
end $body$;
