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

call guard_personal_table('plan_date', 'class');
-- Said by those who work with them: a school's roll and a referral open what they brought, and not this (K3).
do $body$
begin
  drop policy seen on plan_date;
  execute format('create policy seen on plan_date for select to connexions_app using (%s)',
    replace(replace(seen_policy('plan_date'::regclass, 'class', 'person_id'),
      'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
      'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
end $body$;
create policy unsealed on plan_date as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on plan_date for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on plan_date to connexions_grants;
create trigger plan_date_follows after insert on plan_date referencing new table as added for each statement
  execute function follow_merged('id');

-- Wrong person (K9). docs/rules/sharing.md
do $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''capacity''::text', '''capacity''::text, ''plan-date''::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position('''plan-date''' in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;
