-- What somebody is to begin on a day that lies ahead; on that day it is asked whether they started. docs/rules/tracking.md#did-they-start
create table agreed_start (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 8 tracking; the class of what the activity tells besides (K6).
  class integer not null check (class > 0),
  code text not null check (code ~ '^[0-9]{3}$'),
  organisation_id uuid,
  detail text not null default '' check (length(detail) <= 200),
  starts_on date not null,
  said_by text check (said_by in ('young-person', 'adult', 'provider', 'employer', 'council')),
  state text not null default 'awaited' check (state in ('awaited', 'started', 'not-started', 'withdrawn')),
  -- The day it was agreed for at first, where it was put off.
  first_day date not null,
  times_moved integer not null default 0,
  answered_by text check (answered_by in ('young-person', 'adult', 'provider', 'employer', 'council')),
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((state = 'awaited') = (over_on is null))
);
create index agreed_start_person on agreed_start (partnership_id, person_id);
create index agreed_start_due on agreed_start (partnership_id, starts_on) where over_on is null and sealed_at is null;
call guard_personal_table('agreed_start', 'class');
create policy unsealed on agreed_start as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on agreed_start for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on agreed_start to connexions_grants;
create trigger agreed_start_follows after insert on agreed_start referencing new table as added for each statement execute function follow_merged('id');

-- Codes for an agreed start are looked at on the day that was said, and again where none was.
create index activity_spell_start_agreed on activity_spell (partnership_id, review_on)
  where code in ('615', '616') and finished_on is null and is_primary and sealed_at is null;

call take_filed_kind('start');
call mirror_policies();
