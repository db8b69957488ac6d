-- Capacity (K11): whether somebody could decide something for themselves, judged for that one decision. docs/rules/sharing.md#capacity

create table capacity_decision (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; 256 health, 1024 care, 2048 family where what was to be decided, or that they could not, tells of that (K6).
  class integer not null check (class in (128, 256, 1024, 2048)),
  about text not null check (about in ('sharing', 'plan', 'referral', 'programme', 'education', 'health', 'care', 'family', 'other')),
  question text not null check (length(question) between 1 and 300),
  help text not null check (length(help) between 1 and 1500),
  -- What of deciding they could do.
  could text[] not null default '{}' check (could <@ array['understands', 'keeps', 'weighs', 'free', 'says']),
  how text not null check (length(how) between 1 and 1500),
  wishes text not null check (length(wishes) between 1 and 1500),
  outcome text not null check (outcome in ('can', 'with-help', 'not-now')),
  -- Whether they were 16 that day; null where their birth date is not on record.
  was_sixteen boolean,
  -- Of 'not-now' alone: who decides instead. An adult is a row of the record, so that parental responsibility is recorded and never assumed.
  decider text check (decider in ('adult', 'representative', 'nobody-yet')),
  adult_id uuid,
  representative text not null default '' check (length(representative) <= 200),
  judged_by uuid not null,
  judged_on date not null,
  review_on date,
  -- The one that was looked at again.
  again_of uuid,
  again_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  chased_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, again_of) references capacity_decision (partnership_id, id),
  check ((outcome = 'not-now') = (decider is not null)),
  check (outcome <> 'not-now' or review_on is not null),
  check ((decider is not distinct from 'adult') = (adult_id is not null)),
  check ((decider is not distinct from 'representative') = (representative <> '')),
  -- They can where they could do all of it, and cannot where they could not do some of it.
  check ((outcome = 'not-now') = (cardinality(could) < 5))
);
create index capacity_decision_person on capacity_decision (partnership_id, person_id);
create index capacity_decision_due on capacity_decision (partnership_id, review_on) where review_on is not null and again_on is null;
create unique index capacity_decision_again on capacity_decision (partnership_id, again_of) where again_of is not null and sealed_at is null;

call guard_personal_table('capacity_decision', 'class');
-- What they can decide is between them and who works with them: no roll and no referral opens it (K3).
do $body$
begin
  drop policy seen on capacity_decision;
  execute format('create policy seen on capacity_decision for select to connexions_app using (%s)',
    replace(replace(seen_policy('capacity_decision'::regclass, 'class', 'person_id'),
      'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
      'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
end $body$;
create policy unsealed on capacity_decision as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on capacity_decision for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on capacity_decision to connexions_grants;
create trigger capacity_decision_follows after insert on capacity_decision referencing new table as added for each statement
  execute function follow_merged('id');

-- Wrong person (K9). docs/rules/sharing.md
do $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''letter''::text', '''letter''::text, ''capacity''::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position('''capacity''' in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;
