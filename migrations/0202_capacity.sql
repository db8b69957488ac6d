-- Capacity (K11): whether somebody could decide something for themselves, judged for that one decision. docs/rules/sharing.md#capacity

-- For a table of what is between a young person and those who work with them: guarded by its class, opened by no roll and no referral (K3), off view once sealed
-- (K9), and following its record when two are joined.
create procedure guard_for_those_who_work(target name) language plpgsql as $body$
begin
  execute format('call guard_personal_table(%L, %L)', target, 'class');
  execute format('drop policy seen on %I', target);
  execute format('create policy seen on %I for select to connexions_app using (%s)', target,
    replace(replace(seen_policy(target::text::regclass, 'class', 'person_id'),
      'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
      'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
  execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', target);
  execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', target);
  execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', target);
  execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(''id'')',
    target || '_follows', target);
end $body$;

-- What can be found on the wrong young person (K9) is one kind more. docs/rules/sharing.md
create procedure take_filed_kind(kind text) language plpgsql as $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''letter''::text', '''letter''::text, ' || quote_literal(kind) || '::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position(quote_literal(kind) in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;

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

call guard_for_those_who_work('capacity_decision');
call take_filed_kind('capacity');
