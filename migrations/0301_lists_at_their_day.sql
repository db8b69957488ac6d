-- A list speaks of the day it was drawn, not of the day it is loaded: it confirms what it says as at that day. Where it says something else than what is on
-- record, somebody is asked. docs/rules/tracking.md#what-lists-do
alter table intake_run add column as_at date;

create table activity_question (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- What stands on record and what the list says, whichever tells of more (K6).
  class integer not null check (class > 0),
  spell_id uuid not null,
  run_id uuid not null,
  organisation_id uuid not null,
  said_code text not null check (said_code ~ '^[0-9]{3}$'),
  detail text not null default '' check (length(detail) <= 200),
  started_on date not null,
  as_at date not null,
  state text not null default 'open' check (state in ('open', 'list', 'record', 'withdrawn')),
  answered_by uuid,
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, spell_id) references activity_spell (partnership_id, id),
  foreign key (partnership_id, run_id) references intake_run (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((state = 'open') = (over_on is null))
);
create index activity_question_person on activity_question (partnership_id, person_id);
create index activity_question_open on activity_question (partnership_id, as_at desc) where over_on is null and sealed_at is null;
create index activity_question_run on activity_question (partnership_id, run_id);
call guard_personal_table('activity_question', 'class');
create policy unsealed on activity_question as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on activity_question for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on activity_question to connexions_grants;
create trigger activity_question_follows after insert on activity_question referencing new table as added for each statement execute function follow_merged('id');

alter table intake_effect drop constraint intake_effect_table_name_check;
alter table intake_effect add constraint intake_effect_table_name_check check (table_name in ('person', 'person_name', 'person_detail', 'person_address',
  'person_contact_detail', 'person_adult', 'person_identifier', 'person_characteristic', 'enrolment', 'activity_spell', 'access_member', 'agreed_start',
  'activity_question')) not valid;
alter table intake_effect validate constraint intake_effect_table_name_check;

call mirror_policies();
