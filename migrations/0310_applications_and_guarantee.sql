-- Applications and offers, the September Guarantee and intended destinations. Rows 303 and 304; decision 0070. docs/rules/tracking.md

-- A young person applies for a place to learn, train or work. `application` is what an adviser puts them forward for from the opportunities on record.
create table place_application (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 4 learning; the class a place whose very name tells more gives it (K6).
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  -- A place of the directory, or else one named in words.
  organisation_id uuid,
  place_words text not null default '' check (length(place_words) <= 200),
  course text not null default '' check (length(course) <= 200),
  level text check (level in ('entry', '1', '2', '3', '4')),
  way text not null check (way in ('sixth-form', 'college', 'apprenticeship', 'training', 'other')),
  -- The year whose autumn they would start in.
  autumn smallint not null check (autumn between 2001 and 2100),
  -- Where it stands: its last step that was not taken back.
  state text not null check (state in ('applied', 'interview', 'offer-conditional', 'offer', 'accepted', 'declined', 'turned-down', 'withdrawn', 'enrolled', 'not-started')),
  state_on date not null,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((organisation_id is null) = (place_words <> ''))
);
create index place_application_person on place_application (partnership_id, person_id);
create index place_application_offered on place_application (partnership_id, autumn, state_on, id) where state in ('offer-conditional', 'offer', 'accepted') and sealed_at is null;
create index place_application_organisation on place_application (partnership_id, organisation_id) where organisation_id is not null;

-- What happened to it, each with its own day and whose word it is. Never changed; one written by mistake is taken back and stays to be read.
create table place_application_step (
  partnership_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 256, 512, 1024, 65536)),
  step text not null check (step in ('applied', 'interview', 'offer-conditional', 'offer', 'accepted', 'declined', 'turned-down', 'withdrawn', 'enrolled', 'not-started',
    'changed')),
  on_day date not null,
  said_by text check (said_by in ('young-person', 'adult', 'provider', 'employer', 'council')),
  words text not null default '' check (length(words) <= 1000),
  taken_back_at timestamptz,
  taken_back_by uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, application_id) references place_application (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index place_application_step_of on place_application_step (partnership_id, application_id);
create index place_application_step_person on place_application_step (partnership_id, person_id);

-- Where somebody stands with the September Guarantee of a year: the row written last stands, those before are its history.
create table guarantee_status (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 8 check (class = 8),
  -- The year in whose September the offer is due.
  year smallint not null check (year between 2008 and 2100),
  -- A code of the national list of that year; what each means is data of the program.
  code text not null check (code ~ '^[0-9]{3}$'),
  -- Whose word it is; `application` where it follows from applications.
  said_by text not null check (said_by in ('application', 'young-person', 'adult', 'provider', 'employer', 'council')),
  said_on date not null,
  words text not null default '' check (length(words) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index guarantee_status_latest on guarantee_status (partnership_id, person_id, year, recorded_at desc, id desc) where sealed_at is null;

-- What somebody in Year 11 wants to do next, in the same shape.
create table intended_destination (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 8 check (class = 8),
  -- The year in whose summer they leave Year 11.
  year smallint not null check (year between 2008 and 2100),
  code text not null check (code ~ '^[0-9]{3}$'),
  said_by text not null check (said_by in ('young-person', 'adult', 'provider', 'employer', 'council')),
  said_on date not null,
  words text not null default '' check (length(words) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index intended_destination_latest on intended_destination (partnership_id, person_id, year, recorded_at desc, id desc) where sealed_at is null;

-- No roll and no referral opens them (K3): a place sees what it told itself by other ways.
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['place_application', 'place_application_step', 'guarantee_status', 'intended_destination'] loop
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

-- A place whose name begins to tell something gives every application to it that class from then on (K6).
grant select (partnership_id, id, organisation_id, class), update (class) on place_application to connexions_grants;
grant select (partnership_id, application_id, class), update (class) on place_application_step to connexions_grants;
create function follow_place_applied_to() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  with changed as (
    update place_application a set class = new.discloses
    where a.partnership_id = new.partnership_id and a.organisation_id = new.id and a.class <> new.discloses
    returning a.id)
  update place_application_step s set class = new.discloses from changed c where s.partnership_id = new.partnership_id and s.application_id = c.id;
  return null;
end $body$;
alter function follow_place_applied_to owner to connexions_grants;
revoke all on function follow_place_applied_to from public;
grant execute on function follow_place_applied_to to connexions_app, connexions_worker;
create trigger organisation_applied_to after update of discloses on organisation for each row
  when (new.discloses <> 0 and new.discloses <> old.discloses) execute function follow_place_applied_to();

-- Who was at a place on a day that is past: the grid of a guarantee goes on after the summer they left in.
create index enrolment_place_since on enrolment (partnership_id, organisation_id, started_on);

-- Wrong person (K9): three kinds more than there are, whichever those are. docs/rules/sharing.md
do $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''absence''::text', '''absence''::text, ''place-application''::text, ''guarantee''::text, ''destination''::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position('''place-application''' in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;

call note_parts_of('place_application');
call mirror_policies();
