-- A run of meetings: every week or two until a day, in parts each with its own aim. Every meeting of it is an appointment of its own, and a visit at home has its own
-- check of lone working. Rows 176 and 180. docs/rules/sessions.md
create table meeting_run (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; 4096 when it is kept close.
  class integer not null check (class in (128, 4096)),
  -- In whose diary it stands.
  account_id uuid not null,
  title text not null check (length(title) between 1 and 120),
  every_weeks integer not null check (every_weeks in (1, 2)),
  state text not null default 'on' check (state in ('on', 'done', 'ended-early', 'called-off')),
  ended_on date,
  ended_reason text check (ended_reason in ('reached', 'they-asked', 'we-cannot', 'no-longer-needed', 'another-way', 'set-by-mistake')),
  ended_words text not null default '' check (length(ended_words) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((state = 'on') = (ended_on is null)),
  check ((state = 'on') = (ended_reason is null))
);
create index meeting_run_person on meeting_run (partnership_id, person_id);

create table meeting_run_part (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (128, 4096)),
  run_id uuid not null,
  position integer not null check (position between 1 and 6),
  name text not null check (length(name) between 1 and 80),
  aim text not null default '' check (length(aim) <= 500),
  meetings integer not null check (meetings between 1 and 60),
  recorded_at timestamptz not null,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, run_id) references meeting_run (partnership_id, id)
);
create index meeting_run_part_person on meeting_run_part (partnership_id, person_id);
create index meeting_run_part_of on meeting_run_part (partnership_id, run_id);

alter table appointment
  add column run_id uuid,
  add column run_part_id uuid,
  add constraint appointment_run foreign key (partnership_id, run_id) references meeting_run (partnership_id, id),
  add constraint appointment_run_part foreign key (partnership_id, run_part_id) references meeting_run_part (partnership_id, id);
create index appointment_of_run on appointment (partnership_id, run_id) where run_id is not null;

call guard_personal_table('meeting_run', 'class');
call guard_personal_table('meeting_run_part', 'class');

do $body$
declare
  added text;
begin
  foreach added in array array['meeting_run', 'meeting_run_part'] loop
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', added);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', added);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', added);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      added || '_follows', added, 'id');
  end loop;
end $body$;

call take_filed_kind('run');
