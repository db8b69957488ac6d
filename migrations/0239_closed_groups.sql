-- Closed groups: a session to which only those come who were invited or signed up. It is planned ahead with who is expected; who came is ticked from that, and
-- who did not come has it on their record without an alarm. Row 156. docs/rules/sessions.md
alter table group_session
  add column access text not null default 'open' check (access in ('open', 'closed')),
  add column state text not null default 'held' check (state in ('planned', 'held', 'called-off')),
  add column called_off_why text not null default '' check (length(called_off_why) <= 300),
  add constraint group_session_planned check (state = 'held' or access = 'closed'),
  add constraint group_session_called_off check ((state = 'called-off') = (called_off_why <> ''));

-- Somebody who was to come and did not has a contact of its own kind, as after a meeting; which session it was is told as of those who came.
alter table group_attendance drop constraint group_attendance_arrival_check;
alter table group_attendance add constraint group_attendance_arrival_check check (arrival in ('in-time', 'late', 'left-early', 'missed'));

create table group_expected (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- As of those who came: 128 sessions, or what the name of the session tells (K6).
  class integer not null check (class in (128, 256, 512, 1024, 65536)),
  session_id uuid not null,
  how text not null check (how in ('invited', 'signed-up')),
  state text not null default 'expected' check (state in ('expected', 'came', 'missed')),
  recorded_at timestamptz not null,
  recorded_by uuid,
  -- Off the list again, or filed on the wrong person.
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, session_id) references group_session (partnership_id, id)
);
create index group_expected_person on group_expected (partnership_id, person_id);
create index group_expected_session on group_expected (partnership_id, session_id);
call guard_personal_table('group_expected', 'class');
-- Whoever runs it has to know who comes, of those they may know at all.
create policy of_runner on group_expected for select to connexions_app using (
  exists (select 1 from group_session_staff s where s.partnership_id = (select app_partnership()) and s.partnership_id = group_expected.partnership_id
    and s.session_id = group_expected.session_id and s.account_id = any((select app_holders())::uuid[]) and s.ended_at is null)
  and exists (select 1 from person p where p.partnership_id = group_expected.partnership_id and p.id = group_expected.person_id offset 0));
create policy unsealed on group_expected as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on group_expected for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on group_expected to connexions_grants;
create trigger group_expected_follows after insert on group_expected referencing new table as added for each statement execute function follow_merged('id');

drop policy told on group_session;
create policy told on group_session for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (exists (select 1 from group_session_staff s where s.partnership_id = group_session.partnership_id and s.session_id = group_session.id
      and s.account_id = any((select app_holders())::uuid[]) and s.ended_at is null)
    or exists (select 1 from group_attendance a where a.partnership_id = group_session.partnership_id and a.session_id = group_session.id)
    or exists (select 1 from group_expected e where e.partnership_id = group_session.partnership_id and e.session_id = group_session.id)));
