-- A partner who owns a target of a plan says that they take it on: asked here where they may read the plan, or told to somebody who writes it down (row 275).
-- It opens nothing: whoever is asked may read the target already. docs/rules/plans.md

create table plan_ask (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- As the target is.
  class integer not null check (class in (64, 256, 512, 2048, 4096)),
  also_class integer check (also_class in (64, 256, 512, 2048)),
  target_id uuid not null,
  -- What they were asked for, as the target stood: another day or other words are asked anew.
  what text not null check (length(what) between 1 and 500),
  due_on date,
  owner_name text not null check (length(owner_name) between 1 and 200),
  state text not null check (state in ('asked', 'yes', 'no', 'withdrawn')),
  -- The colleague who is asked; without one somebody was told, and `who` said it.
  asked_account uuid,
  who text not null default '' check (length(who) <= 200),
  asked_on date not null,
  asked_by uuid not null,
  answer_by date not null,
  answered_on date,
  answered_by uuid,
  words text not null default '' check (length(words) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  escalated_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, target_id) references plan_target (partnership_id, id),
  check ((state in ('yes', 'no')) = (answered_on is not null)),
  check (asked_account is not null or who <> ''),
  check (state <> 'no' or words <> '')
);
create index plan_ask_person on plan_ask (partnership_id, person_id);
create index plan_ask_target on plan_ask (partnership_id, target_id);
create index plan_ask_due on plan_ask (partnership_id, answer_by) where state = 'asked';

call guard_personal_table('plan_ask', 'class');

-- Kept close, what tells of health still tells of health (0150); off view once sealed (K9); and it follows its record when two are joined.
do $body$
begin
  execute format('create policy seen_besides on plan_ask as restrictive for select to connexions_app using (%s)',
    seen_policy('plan_ask'::regclass, 'coalesce(also_class, class)', 'person_id'));
end $body$;
create policy unsealed on plan_ask as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on plan_ask for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on plan_ask to connexions_grants;
create trigger plan_ask_follows after insert on plan_ask referencing new table as added for each statement execute function follow_merged('id');
