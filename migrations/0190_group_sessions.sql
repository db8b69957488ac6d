-- Groups, drop-ins and outreach: one note of the session, and of each who came their own part on their own record. Who is not on record is written down as
-- little as can be, for a while. Rows 98, 154 and 156; decision 0040. docs/rules/sessions.md

-- No young person stands in this row. Whoever ran it reads it, and whoever sees that somebody came.
create table group_session (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('group', 'drop-in', 'outreach')),
  title text not null check (length(title) between 1 and 120),
  -- What its very name tells of whoever comes (K6); 0 for nothing.
  discloses integer not null default 0 check (discloses in (0, 256, 512, 1024, 65536)),
  happened_on date not null,
  at_time text check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  minutes integer check (minutes between 1 and 1440),
  place text not null default '' check (length(place) <= 200),
  notes text not null default '' check (length(notes) <= 10000),
  -- Of those who came and are not on record: how many, and nothing by which one is known.
  newcomers integer not null default 0 check (newcomers between 0 and 500),
  newcomer_words text not null default '' check (length(newcomer_words) <= 200),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id)
);

create table group_session_version (
  partnership_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  version integer not null,
  content jsonb not null,
  why text not null check (length(why) between 1 and 300),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, session_id) references group_session (partnership_id, id)
);
create index group_session_version_of on group_session_version (partnership_id, session_id);

-- Who ran it: colleagues of any agency of the partnership.
create table group_session_staff (
  partnership_id uuid not null,
  session_id uuid not null,
  account_id uuid not null references account (id),
  -- Taken off again: they did not run it.
  ended_at timestamptz,
  primary key (partnership_id, session_id, account_id),
  foreign key (partnership_id, session_id) references group_session (partnership_id, id)
);
create index group_session_staff_account on group_session_staff (partnership_id, account_id) where ended_at is null;
call guard_partnership_table('group_session_staff');

-- That somebody came. Their own part is a contact on their record; which session it was has the class its name gives it, so that a contact of somebody who
-- came to one and of somebody who came to another read the same to whoever may not know (K6).
create table group_attendance (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; what the name of the session tells; 4096 where their part is kept close.
  class integer not null check (class in (128, 256, 512, 1024, 4096, 65536)),
  session_id uuid not null,
  contact_id uuid not null,
  arrival text not null default 'in-time' check (arrival in ('in-time', 'late', 'left-early')),
  -- Of somebody who was not on record then: who asked whether it may stand on their record, and when they said yes.
  asked_by uuid,
  agreed_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, session_id) references group_session (partnership_id, id),
  foreign key (partnership_id, contact_id) references contact (partnership_id, id),
  check ((asked_by is null) = (agreed_on is null))
);
create unique index group_attendance_contact on group_attendance (partnership_id, contact_id);
create index group_attendance_person on group_attendance (partnership_id, person_id);
create index group_attendance_session on group_attendance (partnership_id, session_id);
call guard_personal_table('group_attendance', 'class');
-- Whoever ran it was there: of those they may know at all they see that they came, and nothing of what is kept close.
create policy of_runner on group_attendance for select to connexions_app using (
  class <> 4096
  and exists (select 1 from group_session_staff s where s.partnership_id = (select app_partnership()) and s.partnership_id = group_attendance.partnership_id
    and s.session_id = group_attendance.session_id and s.account_id = any((select app_holders())::uuid[]) and s.ended_at is null)
  and exists (select 1 from person p where p.partnership_id = group_attendance.partnership_id and p.id = group_attendance.person_id offset 0));
create policy unsealed on group_attendance as restrictive for select to connexions_app using (sealed_at is null);

-- It goes where its contact goes when two records are joined or taken apart, and when one is written while they are.
create function attendance_follows() returns trigger language plpgsql set search_path = app, pg_temp as $body$
begin
  update group_attendance set person_id = new.person_id where partnership_id = new.partnership_id and contact_id = new.id;
  return null;
end $body$;
create trigger contact_attendance after update of person_id on contact for each row
  when (old.person_id is distinct from new.person_id) execute function attendance_follows();
create policy followed on group_attendance for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, contact_id, person_id), update (person_id) on group_attendance to connexions_grants;

-- Somebody who came and is not on record: what they want to be called and what they wanted, for so many days and no longer. Read by whoever wrote it and
-- whoever ran the session; deleted once it stands on a record, or when the days are over.
create table group_newcomer (
  partnership_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  called text not null check (length(called) between 1 and 60),
  wanted text not null default '' check (length(wanted) <= 500),
  ends_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (partnership_id, id),
  foreign key (partnership_id, session_id) references group_session (partnership_id, id)
);
create index group_newcomer_session on group_newcomer (partnership_id, session_id);
create index group_newcomer_ends on group_newcomer (partnership_id, ends_on);
alter table group_newcomer enable row level security;
create policy told on group_newcomer for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (recorded_by = any((select app_holders())::uuid[])
    or exists (select 1 from group_session_staff s where s.partnership_id = group_newcomer.partnership_id and s.session_id = group_newcomer.session_id
      and s.account_id = any((select app_holders())::uuid[]) and s.ended_at is null)));
create policy added on group_newcomer for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy worked on group_newcomer for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on group_newcomer to connexions_app;
grant select, delete on group_newcomer to connexions_worker;

alter table group_session enable row level security;
create policy told on group_session for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (exists (select 1 from group_session_staff s where s.partnership_id = group_session.partnership_id and s.session_id = group_session.id
      and s.account_id = any((select app_holders())::uuid[]) and s.ended_at is null)
    or exists (select 1 from group_attendance a where a.partnership_id = group_session.partnership_id and a.session_id = group_session.id)));
create policy changed on group_session for update to connexions_app using (partnership_id = (select app_partnership()));
create policy worked on group_session for all to connexions_worker using (partnership_id = (select app_partnership()));
-- Written down by the house: before anybody is named as having run it, nobody sees it.
grant select, update on group_session to connexions_app;
grant select, insert, update on group_session to connexions_worker;

alter table group_session_version enable row level security;
create policy told on group_session_version for select to connexions_app using (
  partnership_id = (select app_partnership())
  and exists (select 1 from group_session g where g.partnership_id = group_session_version.partnership_id and g.id = group_session_version.session_id));
create policy added on group_session_version for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy worked on group_session_version for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on group_session_version to connexions_app, connexions_worker;

-- A part in one of them is a contact of its kind.
alter table contact drop constraint contact_kind_check;
alter table contact add constraint contact_kind_check check (kind in ('meeting', 'home-visit', 'phone', 'text', 'email', 'letter', 'video', 'tried', 'missed',
  'with-others', 'group', 'drop-in', 'outreach')) not valid;
alter table contact validate constraint contact_kind_check;
