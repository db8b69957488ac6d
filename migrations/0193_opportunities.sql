-- Live opportunities: places with an employer, a provider or a college, and young people put forward for them, step by step, until they start.
-- Rows 175, 185, 186, 187 and 308; points A3 and A4. docs/rules/guidance.md

create table opportunity (
  partnership_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  kind text not null check (kind in ('apprenticeship', 'supported', 'job-with-training', 'course', 'volunteering', 'taster')),
  -- Who offers it: one of the directory, or one named here who is in no directory.
  organisation_id uuid,
  employer text not null default '' check (length(employer) <= 120),
  -- What its very name tells of somebody who is put forward for it (K6); 0 for nothing.
  discloses integer not null default 0 check (discloses in (0, 256, 512, 1024, 65536)),
  -- Empty: it rolls on, and one can start when one is ready.
  starts_on date,
  places smallint check (places between 1 and 500),
  apply_by date,
  town text not null default '' check (length(town) <= 80),
  address text not null default '' check (length(address) <= 300),
  travel text not null default '' check (length(travel) <= 500),
  -- What they ask for, in plain words.
  entry text not null default '' check (length(entry) <= 1000),
  pay text not null default '' check (length(pay) <= 200),
  hours text not null default '' check (length(hours) <= 300),
  -- What it fits round.
  fits text[] not null default '{}'
    check (fits <@ array['school-hours', 'part-time', 'set-hours', 'own-pace', 'from-home', 'step-free', 'no-qualifications']),
  min_age smallint not null check (min_age between 13 and 25),
  max_age smallint not null check (max_age between 13 and 25),
  -- What help there is for those who need more.
  support text not null default '' check (length(support) <= 500),
  -- Whom to ring.
  ring text not null default '' check (length(ring) <= 200),
  state text not null default 'open' check (state in ('open', 'filled', 'closed', 'withdrawn')),
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((organisation_id is null) <> (employer = '')),
  check (min_age <= max_age),
  check ((state = 'open') = (over_on is null))
);
create index opportunity_open on opportunity (partnership_id, coalesce(apply_by, starts_on)) where state = 'open';
create index opportunity_over on opportunity (partnership_id, over_on) where state <> 'open';
call guard_partnership_table('opportunity');

create table application (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 16 guidance; the class an opportunity whose very name tells more gives it (K6).
  class integer not null check (class in (16, 256, 512, 1024, 65536)),
  opportunity_id uuid not null,
  state text not null default 'suggested' check (state in ('suggested', 'wanted', 'not-wanted', 'put-forward', 'interview', 'offered', 'not-offered',
    'accepted', 'started', 'not-started', 'withdrawn')),
  -- Whoever suggested it to them; where nobody leads for them the next step is theirs.
  put_by uuid not null,
  suggested_on date not null,
  -- Why it may suit them, as it was said to them.
  why text not null check (length(why) between 1 and 1000),
  -- What it must fit round; never why.
  needs text[] not null default '{}'
    check (needs <@ array['school-hours', 'part-time', 'set-hours', 'own-pace', 'from-home', 'step-free', 'no-qualifications']),
  -- What they said to it, in their own words.
  own_words text not null default '' check (length(own_words) <= 1000),
  -- What was agreed that the provider is told: the least that is needed.
  tells text[] not null default '{}'
    check (tells <@ array['name', 'phone', 'age', 'learning', 'qualifications', 'hours', 'help', 'other']),
  tells_words text not null default '' check (length(tells_words) <= 1000),
  put_on date,
  -- What adviser and provider prepared together.
  prepared text[] not null default '{}'
    check (prepared <@ array['told-agreed', 'first-day', 'named-person', 'hours-and-pay', 'clothes-and-tools', 'travel', 'if-it-goes-wrong']),
  prepared_words text not null default '' check (length(prepared_words) <= 1000),
  interview_on date,
  interview_at text check (interview_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  with_them text check (with_them in ('adviser', 'somebody-else', 'alone', 'not-yet-agreed')),
  -- How they get there and back safely.
  journey text not null default '' check (length(journey) <= 500),
  -- What came of it and what is learnt from it.
  result_words text not null default '' check (length(result_words) <= 1000),
  starts_on date,
  reason text check (reason in ('no-longer-wants', 'another-place', 'place-gone', 'not-right', 'could-not-reach', 'something-else')),
  over_on date,
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, opportunity_id) references opportunity (partnership_id, id),
  check ((state in ('not-wanted', 'not-offered', 'started', 'not-started', 'withdrawn')) = (over_on is not null)),
  -- Nobody is put forward before it was agreed what is told of them.
  check (state not in ('put-forward', 'interview', 'offered', 'not-offered', 'accepted', 'started', 'not-started')
    or (put_on is not null and cardinality(tells) > 0)),
  check (state <> 'interview' or interview_on is not null),
  check (state not in ('accepted', 'started', 'not-started') or starts_on is not null),
  check ((state = 'withdrawn') = (reason is not null))
);
create index application_person on application (partnership_id, person_id);
create index application_opportunity on application (partnership_id, opportunity_id);
create index application_put_by on application (partnership_id, put_by, over_on);
create index application_due on application (partnership_id, due_on) where due_on is not null;

-- What was done about it, step by step. Never changed.
create table application_step (
  partnership_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (16, 256, 512, 1024, 65536)),
  step text not null check (step in ('suggested', 'wanted', 'not-wanted', 'put-forward', 'prepared', 'interview', 'offered', 'not-offered', 'accepted',
    'started', 'not-started', 'withdrawn')),
  words text not null default '' check (length(words) <= 1000),
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, application_id) references application (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index application_step_person on application_step (partnership_id, person_id);
create index application_step_of on application_step (partnership_id, application_id);

-- What is suggested to somebody is between them and who works with them: no roll and no referral opens it (K3).
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['application', 'application_step'] loop
    execute format('call guard_personal_table(%L, %L)', guarded, 'class');
    execute format('drop policy seen on %I', guarded);
    execute format('create policy seen on %I for select to connexions_app using (%s)', guarded,
      replace(replace(seen_policy(guarded::regclass, 'class', 'person_id'),
        'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
        'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', guarded);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', guarded);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', guarded);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(''id'')',
      guarded || '_follows', guarded);
  end loop;
end $body$;

-- An organisation whose name begins to tell something gives what it offers that class from then on, whoever says so, and with it everybody who was
-- put forward there (K6). What tells no more stays as close as it was until the opportunity is saved again.
create policy followed on opportunity for select to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, id, organisation_id, discloses) on opportunity to connexions_grants;
grant select (opportunity_id, class), update (class) on application to connexions_grants;
grant select (application_id, class), update (class) on application_step to connexions_grants;
create function follow_organisation() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  with changed as (
    update application a set class = new.discloses from opportunity o
    where o.partnership_id = new.partnership_id and o.organisation_id = new.id and o.discloses = 0
      and a.partnership_id = o.partnership_id and a.opportunity_id = o.id and a.class <> new.discloses
    returning a.id)
  update application_step s set class = new.discloses from changed c where s.partnership_id = new.partnership_id and s.application_id = c.id;
  return null;
end $body$;
alter function follow_organisation owner to connexions_grants;
revoke all on function follow_organisation from public;
grant execute on function follow_organisation to connexions_app, connexions_worker;
create trigger organisation_followed after update of discloses on organisation for each row
  when (new.discloses <> 0 and new.discloses <> old.discloses) execute function follow_organisation();

-- Wrong person (K9): one kind more than there are, whichever those are. docs/rules/sharing.md
do $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''absence''::text', '''absence''::text, ''application''::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position('''application''' in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;
