-- A meeting of several colleagues with one young person, in the diary of each. Row 209; decision 0063. docs/rules/sessions.md

-- A colleague who is asked to come along to a meeting, and what they answer. It opens no right: it is read by whoever reads the meeting.
create table appointment_companion (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- As the meeting's: 128 sessions, 4096 when it is kept close.
  class integer not null check (class in (128, 4096)),
  appointment_id uuid not null,
  account_id uuid not null,
  -- As the meeting's, so that a diary of some days is found by its index.
  on_day date not null,
  state text not null default 'asked' check (state in ('asked', 'coming', 'cannot', 'off')),
  words text not null default '' check (length(words) <= 300),
  answered_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, appointment_id) references appointment (partnership_id, id),
  check ((state in ('coming', 'cannot')) = (answered_at is not null))
);
create unique index appointment_companion_once on appointment_companion (partnership_id, appointment_id, account_id);
create index appointment_companion_diary on appointment_companion (partnership_id, account_id, on_day);
create index appointment_companion_person on appointment_companion (partnership_id, person_id);
call guard_personal_table('appointment_companion', 'class');
create policy unsealed on appointment_companion as restrictive for select to connexions_app using (sealed_at is null);

-- It is of one meeting and follows it: to another day, to another class, to another record, off view. So whoever reads the one reads the other, without a
-- policy of its own that would ask for the meeting of each row (decision 0019).
create function companion_follows() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  update appointment_companion set person_id = new.person_id, class = new.class, on_day = new.on_day, sealed_at = new.sealed_at
  where partnership_id = new.partnership_id and appointment_id = new.id;
  return null;
end $body$;
create trigger appointment_companions after update of person_id, class, on_day, sealed_at on appointment for each row
  when ((old.person_id, old.class, old.on_day, old.sealed_at) is distinct from (new.person_id, new.class, new.on_day, new.sealed_at))
  execute function companion_follows();
create policy followed on appointment_companion for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, appointment_id, person_id), update (person_id, class, on_day, sealed_at) on appointment_companion to connexions_grants;

-- Colleagues who were there besides whoever wrote it down: the hour is theirs too, and the young person is counted once.
alter table contact add column colleagues uuid[] not null default '{}' check (cardinality(colleagues) <= 10);
create index contact_joint on contact (partnership_id, happened_on) where colleagues <> '{}';
