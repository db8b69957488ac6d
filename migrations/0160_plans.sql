-- The plan: goals in the young person's words, targets under them, what was agreed and each review. Rows 199 to 204; decision 0033.
create table plan_goal (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  words text not null check (length(words) between 1 and 1000),
  state text not null default 'open' check (state in ('open', 'reached', 'dropped')),
  set_on date not null,
  set_by uuid not null,
  ended_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((state = 'open') = (ended_on is null))
);
create index plan_goal_person on plan_goal (partnership_id, person_id);

create table plan_target (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 64 plan; the class of what its factor tells of (family, health, offending: K6); 4096 when it is kept close.
  class integer not null check (class in (64, 256, 512, 2048, 4096)),
  also_class integer check (also_class in (64, 256, 512, 2048)),
  goal_id uuid not null,
  what text not null check (length(what) between 1 and 500),
  due_on date,
  factor text check (factor ~ '^[a-z][a-z-]{1,39}$'),
  owner text not null check (owner in ('young-person', 'adviser', 'partner')),
  owner_name text not null default '' check (length(owner_name) <= 200),
  support text not null default '' check (length(support) <= 1000),
  how_known text not null default '' check (length(how_known) <= 500),
  state text not null default 'open' check (state in ('open', 'met', 'part', 'not-met', 'dropped')),
  set_on date not null,
  set_by uuid not null,
  answered_on date,
  answer_words text not null default '' check (length(answer_words) <= 1000),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, goal_id) references plan_goal (partnership_id, id),
  check ((state = 'open') = (answered_on is null)),
  check (owner <> 'partner' or owner_name <> '')
);
create index plan_target_goal on plan_target (partnership_id, goal_id);
create index plan_target_person on plan_target (partnership_id, person_id);

-- What a goal or target said before it was changed, or was answered at a review.
create table plan_version (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (64, 256, 512, 2048, 4096)),
  also_class integer check (also_class in (64, 256, 512, 2048)),
  row_id uuid not null,
  version integer not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index plan_version_row on plan_version (partnership_id, row_id);
create index plan_version_person on plan_version (partnership_id, person_id);

-- What was agreed about the whole of it, at first and at every review. Never changed.
create table plan_agreement (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  kind text not null check (kind in ('plan', 'review')),
  agreed_on date not null,
  agreed_by uuid not null,
  agreement text not null check (agreement in ('agreed', 'disagreed')),
  words text not null default '' check (length(words) <= 2000),
  view_of_help text not null default '' check (length(view_of_help) <= 2000),
  copy_given text not null check (copy_given in ('paper', 'sent', 'read-aloud', 'not-wanted')),
  review_on date,
  -- What stood in it as they agreed: each goal and target with its version. A later one is not agreed to.
  shown text[] not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index plan_agreement_person on plan_agreement (partnership_id, person_id, agreed_on desc, id desc);

call guard_personal_table('plan_goal', '64');
call guard_personal_table('plan_target', 'class');
call guard_personal_table('plan_version', 'class');
call guard_personal_table('plan_agreement', '64');

-- Wrong person (K9), as 0150 has it, for a goal with all that hangs on it and for what was agreed. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment', 'goal',
    'target', 'agreement')) not valid;
alter table breach validate constraint breach_what_check;

-- Kept close, what tells of health still tells of health (0150).
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['plan_target', 'plan_version'] loop
    execute format('create policy seen_besides on %I as restrictive for select to connexions_app using (%s)', guarded,
      seen_policy(guarded::regclass, 'coalesce(also_class, class)', 'person_id'));
  end loop;
end $body$;

do $body$
declare
  added text;
begin
  foreach added in array array['plan_goal', 'plan_target', 'plan_version', 'plan_agreement'] loop
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', added);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', added);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', added);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      added || '_follows', added, 'id');
  end loop;
end $body$;
