-- The diary: what is arranged with a young person, whether they came, and what follows when they did not. Rows 174, 181, 201 and 309; decision 0034.
create table appointment (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; 4096 when it is kept close.
  class integer not null check (class in (128, 4096)),
  -- Whose diary it stands in.
  account_id uuid not null,
  on_day date not null,
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer not null check (minutes between 5 and 480),
  kind text not null check (kind in ('meeting', 'phone', 'video', 'home-visit')),
  place text not null default '' check (length(place) <= 200),
  room text check (room in ('private', 'open', 'not-checked')),
  needs text not null default '' check (length(needs) <= 300),
  purpose text not null,
  aim text not null default '' check (length(aim) <= 500),
  others text not null default '' check (length(others) <= 300),
  told_how text check (told_how in ('in-person', 'phone', 'text', 'email', 'letter')),
  told_on date,
  state text not null default 'set' check (state in ('set', 'came', 'late', 'missed', 'cancelled')),
  reason text check (reason ~ '^[a-z][a-z-]{1,39}$'),
  reason_words text not null default '' check (length(reason_words) <= 500),
  -- The contact that came of it: what was done, or that they did not come.
  contact_id uuid,
  -- The one it was arranged in place of.
  instead_of uuid,
  -- When the team leader was told that they cannot be reached.
  leader_told_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((told_how is null) = (told_on is null)),
  check (kind <> 'home-visit' or place = ''),
  check ((state in ('missed', 'cancelled')) = (reason is not null))
);
create index appointment_diary on appointment (partnership_id, account_id, on_day);
create index appointment_person on appointment (partnership_id, person_id, on_day desc);

-- What an appointment said before it was moved, cancelled or changed otherwise.
create table appointment_version (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (128, 4096)),
  appointment_id uuid not null,
  version integer not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id)
);
create index appointment_version_row on appointment_version (partnership_id, appointment_id);
create index appointment_version_person on appointment_version (partnership_id, person_id);

-- Of a meeting: what it was for, whether they were offered time alone, whether they agree with what was written down, and the target of the
-- plan its next step became.
alter table contact
  add column aim text not null default '' check (length(aim) <= 500),
  add column alone_offered text check (alone_offered in ('yes', 'no', 'nobody-else')),
  add column agreed text check (agreed in ('yes', 'no', 'not-asked')),
  add column next_target_id uuid;

call guard_personal_table('appointment', 'class');
call guard_personal_table('appointment_version', 'class');

-- Wrong person (K9), as 0160 has it. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment', 'goal',
    'target', 'agreement', 'appointment')) not valid;
alter table breach validate constraint breach_what_check;

do $body$
declare
  added text;
begin
  foreach added in array array['appointment', 'appointment_version'] loop
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', added);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', added);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', added);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      added || '_follows', added, 'id');
  end loop;
end $body$;
