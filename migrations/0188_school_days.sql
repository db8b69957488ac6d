-- A day in school: slots, invitations, who came, the plan handed over the same day, and what the school hears only if it was agreed. Rows 273 and
-- 309; point C2. docs/rules/sessions.md

create table school_day (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  -- Whose day it is.
  account_id uuid not null,
  on_day date not null,
  from_time text not null check (from_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  to_time text not null check (to_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes smallint not null check (minutes between 5 and 120),
  break_from text check (break_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  break_to text check (break_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null check (length(place) between 1 and 200),
  room text not null check (room in ('private', 'open', 'not-checked')),
  -- What stands on every invitation: what it is, and what to bring.
  invitation text not null default '' check (length(invitation) <= 1000),
  called_off_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check (from_time < to_time),
  check ((break_from is null) = (break_to is null)),
  check (break_from < break_to)
);
create index school_day_of on school_day (partnership_id, account_id, on_day);
create index school_day_at on school_day (partnership_id, organisation_id, on_day);
call guard_partnership_table('school_day');

-- What the school may see of a meeting of that day. The meeting itself is an appointment, and the slot follows it.
create table school_slot (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 128 check (class = 128),
  school_day_id uuid not null,
  organisation_id uuid not null,
  appointment_id uuid not null,
  on_day date not null,
  at_time text not null,
  state text not null default 'invited' check (state in ('invited', 'came', 'missed', 'called-off', 'moved')),
  copy text check (copy in ('agreed', 'not-agreed')),
  -- What the school hears; nothing unless it was agreed.
  copy_words text not null default '' check (length(copy_words) <= 2000),
  copy_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, school_day_id) references school_day (partnership_id, id),
  foreign key (partnership_id, appointment_id) references appointment (partnership_id, id),
  check (copy = 'agreed' or copy_words = '')
);
create index school_slot_person on school_slot (partnership_id, person_id);
create index school_slot_day on school_slot (partnership_id, school_day_id);
create unique index school_slot_appointment on school_slot (partnership_id, appointment_id);

call guard_personal_table('school_slot', 'class');
create policy of_place on school_slot for select to connexions_app using (
  organisation_id = any((select app_holders())::uuid[])
  and exists (select 1 from person p where p.partnership_id = school_slot.partnership_id and p.id = school_slot.person_id offset 0));
create policy unsealed on school_slot as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on school_slot for all to connexions_grants using (partnership_id = (select app_partnership()));
create policy followed on school_day for select to connexions_grants using (partnership_id = (select app_partnership()));
grant select on school_day to connexions_grants;
grant select (partnership_id, person_id, id, appointment_id, school_day_id, at_time, copy, copy_words, copy_on, sealed_at),
  update (person_id, state, at_time, copy, copy_words, copy_on, sealed_at) on school_slot to connexions_grants;
create trigger school_slot_follows after insert on school_slot referencing new table as added for each statement execute function follow_merged('id');

-- What the school sees says what stands: moved, called off, answered; gone where the meeting is kept close or was somebody else's (K4, K9). A meeting that is no
-- longer on this day, there, with this adviser, is moved: its new hour is not the school's. What it heard goes with a "came" that is put right (K1).
create function follow_appointment() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
declare
  is_moved boolean;
  now_state text;
begin
  select new.on_day <> d.on_day or new.account_id <> d.account_id or new.place <> d.place or new.kind <> 'meeting' into is_moved
    from school_slot s join school_day d on d.partnership_id = s.partnership_id and d.id = s.school_day_id
    where s.partnership_id = new.partnership_id and s.appointment_id = new.id;
  if not found then return null; end if;
  now_state := case when new.state = 'cancelled' then 'called-off' when is_moved then 'moved' when new.state = 'set' then 'invited'
    when new.state = 'missed' then 'missed' else 'came' end;
  update school_slot set state = now_state,
    at_time = case when is_moved then at_time else new.at_time end,
    copy = case when now_state = 'came' then copy end,
    copy_words = case when now_state = 'came' then copy_words else '' end,
    copy_on = case when now_state = 'came' then copy_on end,
    sealed_at = case when new.sealed_at is not null or new.class <> 128 then coalesce(new.sealed_at, (select app_at())) end
  where partnership_id = new.partnership_id and appointment_id = new.id;
  return null;
end $body$;
alter function follow_appointment owner to connexions_grants;
revoke all on function follow_appointment from public;
grant execute on function follow_appointment to connexions_app, connexions_worker;
create trigger appointment_followed after update of state, on_day, at_time, account_id, place, kind, class, sealed_at on appointment
  for each row execute function follow_appointment();
