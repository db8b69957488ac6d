-- A support group: run by colleagues of several agencies, with a list of who belongs to it, what it does together and what it does for each. Row 98; decision 0062.
-- docs/rules/sessions.md

-- No young person stands in this row. Whoever runs it reads it, and whoever may see that somebody belongs to it.
create table support_group (
  partnership_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  purpose text not null check (length(purpose) between 1 and 2000),
  meets text not null default '' check (length(meets) <= 300),
  -- What its very name tells of whoever belongs to it (K6); 0 for nothing.
  discloses integer not null default 0 check (discloses in (0, 256, 512, 1024, 65536)),
  ended_on date,
  ended_why text not null default '' check (length(ended_why) <= 300),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  check ((ended_on is null) = (ended_why = ''))
);

create table support_group_version (
  partnership_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  version integer not null,
  content jsonb not null,
  why text not null check (length(why) between 1 and 300),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references support_group (partnership_id, id)
);
create index support_group_version_of on support_group_version (partnership_id, group_id);

-- Who runs it: colleagues of any agency of the partnership, each with what they are there for.
create table support_group_runner (
  partnership_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  account_id uuid not null references account (id),
  there_for text not null check (length(there_for) between 1 and 80),
  started_at timestamptz not null,
  ended_at timestamptz,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references support_group (partnership_id, id)
);
create unique index support_group_runner_of on support_group_runner (partnership_id, group_id, account_id) where ended_at is null;
create index support_group_runner_account on support_group_runner (partnership_id, account_id) where ended_at is null;
call guard_partnership_table('support_group_runner');

-- That somebody belongs to it, of the class its name gives that (K6). Nobody is on it without who asked them and when they agreed.
create table support_group_member (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; what the name of the group tells; 4096 where it is kept close.
  class integer not null check (class in (128, 256, 512, 1024, 4096, 65536)),
  group_id uuid not null,
  joined_on date not null,
  asked_by uuid not null,
  agreed_on date not null,
  -- That everybody who runs the group knows who they are: agreed by itself, and can be taken back by itself.
  known_asked_by uuid,
  known_agreed_on date,
  known_ended_on date,
  left_on date,
  left_reason text check (left_reason in ('they-wanted', 'got-there', 'moved', 'another-way', 'no-longer-comes', 'group-ended', 'other')),
  left_words text not null default '' check (length(left_words) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, group_id) references support_group (partnership_id, id),
  check ((known_asked_by is null) = (known_agreed_on is null)),
  check (known_ended_on is null or known_agreed_on is not null),
  check ((left_on is null) = (left_reason is null)),
  -- What is kept close is not known to everybody who runs it.
  check (class <> 4096 or known_agreed_on is null or known_ended_on is not null)
);
create index support_group_member_person on support_group_member (partnership_id, person_id);
create index support_group_member_group on support_group_member (partnership_id, group_id);
call guard_for_those_who_work('support_group_member');
create policy of_runner on support_group_member for select to connexions_app using (
  class <> 4096
  and exists (select 1 from support_group_runner r where r.partnership_id = (select app_partnership()) and r.partnership_id = support_group_member.partnership_id
    and r.group_id = support_group_member.group_id and r.account_id = any((select app_holders())::uuid[]) and r.ended_at is null)
  and exists (select 1 from person p where p.partnership_id = support_group_member.partnership_id and p.id = support_group_member.person_id offset 0));
call take_filed_kind('group-member');

-- The right each who runs it has by that agreement: that somebody is there, and nothing more. Made and ended with its reason.
create table support_group_right (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- As that they belong to it.
  class integer not null check (class in (128, 256, 512, 1024, 4096, 65536)),
  member_id uuid not null,
  account_id uuid not null,
  grant_id uuid not null,
  ended_at timestamptz,
  recorded_at timestamptz not null,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, member_id) references support_group_member (partnership_id, id)
);
create index support_group_right_person on support_group_right (partnership_id, person_id);
create unique index support_group_right_of on support_group_right (partnership_id, member_id, account_id) where ended_at is null;
call guard_for_those_who_work('support_group_right');

-- What the group does together. No young person stands in it.
create table support_group_step (
  partnership_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  what text not null check (length(what) between 1 and 300),
  account_id uuid not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  went text not null default '' check (length(went) <= 1000),
  over_on date,
  version integer not null default 1,
  written_by uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, group_id) references support_group (partnership_id, id),
  check ((state = 'open') = (over_on is null)),
  check (state <> 'dropped' or went <> '')
);
create index support_group_step_of on support_group_step (partnership_id, group_id);

create table support_group_step_version (
  partnership_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  version integer not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, step_id) references support_group_step (partnership_id, id)
);
create index support_group_step_version_of on support_group_step_version (partnership_id, step_id);

-- What the group does for one who belongs to it, each step with what it tells of.
create table support_step (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 64 plan where it tells of nothing besides; 256 health, 512 offending, 1024 care, 65536 immigration; 4096 where it is kept close.
  class integer not null check (class in (64, 256, 512, 1024, 4096, 65536)),
  group_id uuid not null,
  member_id uuid not null,
  what text not null check (length(what) between 1 and 500),
  account_id uuid not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  went text not null default '' check (length(went) <= 1000),
  over_on date,
  -- Agreed for this very step: that everybody who runs the group reads it. Taken back, it is apart again.
  shared_asked_by uuid,
  shared_agreed_on date,
  shared_ended_on date,
  version integer not null default 1,
  written_by uuid not null,
  changed_by uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, group_id) references support_group (partnership_id, id),
  foreign key (partnership_id, member_id) references support_group_member (partnership_id, id),
  check ((state = 'open') = (over_on is null)),
  check (state <> 'dropped' or went <> ''),
  check ((shared_asked_by is null) = (shared_agreed_on is null)),
  check (shared_ended_on is null or shared_agreed_on is not null),
  check (class not in (64, 4096) or shared_agreed_on is null)
);
create index support_step_person on support_step (partnership_id, person_id);
create index support_step_member on support_step (partnership_id, member_id);
create index support_step_group on support_step (partnership_id, group_id) where state = 'open';
call guard_for_those_who_work('support_step');
-- They were told that whoever runs the group reads what tells of nothing besides. What tells of more is read by whoever has that class, unless they agreed to this step.
create policy of_runner on support_step for select to connexions_app using (
  (class = 64 or (class <> 4096 and shared_agreed_on is not null and shared_ended_on is null))
  and exists (select 1 from support_group_runner r where r.partnership_id = (select app_partnership()) and r.partnership_id = support_step.partnership_id
    and r.group_id = support_step.group_id and r.account_id = any((select app_holders())::uuid[]) and r.ended_at is null)
  and exists (select 1 from support_group_member m where m.partnership_id = support_step.partnership_id and m.id = support_step.member_id offset 0));
-- Whoever wrote it said it themselves, and reads it while they may know that somebody belongs to the group.
create policy of_writer on support_step for select to connexions_app using (
  class <> 4096 and (written_by = any((select app_holders())::uuid[]) or changed_by = any((select app_holders())::uuid[]))
  and exists (select 1 from support_group_member m where m.partnership_id = support_step.partnership_id and m.id = support_step.member_id offset 0));
call take_filed_kind('group-step');

-- What a step said before it was changed: read by whoever reads the step now, and may read what it told of then.
create table support_step_version (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (64, 256, 512, 1024, 4096, 65536)),
  step_id uuid not null,
  version integer not null,
  what text not null,
  account_id uuid not null,
  due_on date not null,
  shared_agreed_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, step_id) references support_step (partnership_id, id)
);
create index support_step_version_person on support_step_version (partnership_id, person_id);
create index support_step_version_of on support_step_version (partnership_id, step_id);
call guard_for_those_who_work('support_step_version');
create policy of_runner on support_step_version for select to connexions_app using (
  class = 64 and exists (select 1 from support_step s join support_group_runner r on r.partnership_id = s.partnership_id and r.group_id = s.group_id
    where s.partnership_id = support_step_version.partnership_id and s.id = support_step_version.step_id
      and r.account_id = any((select app_holders())::uuid[]) and r.ended_at is null offset 0));
create policy of_writer on support_step_version for select to connexions_app using (
  class <> 4096 and recorded_by = any((select app_holders())::uuid[])
  and exists (select 1 from support_step s where s.partnership_id = support_step_version.partnership_id and s.id = support_step_version.step_id offset 0));
create policy with_step on support_step_version as restrictive for select to connexions_app using (
  exists (select 1 from support_step s where s.partnership_id = support_step_version.partnership_id and s.id = support_step_version.step_id offset 0));

alter table support_group enable row level security;
create policy told on support_group for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (exists (select 1 from support_group_runner r where r.partnership_id = support_group.partnership_id and r.group_id = support_group.id
      and r.account_id = any((select app_holders())::uuid[]) and r.ended_at is null)
    or exists (select 1 from support_group_member m where m.partnership_id = support_group.partnership_id and m.group_id = support_group.id)));
create policy changed on support_group for update to connexions_app using (partnership_id = (select app_partnership()));
create policy worked on support_group for all to connexions_worker using (partnership_id = (select app_partnership()));
-- Written down by the house: before anybody is named as running it, nobody sees it.
grant select, update on support_group to connexions_app;
grant select, insert, update on support_group to connexions_worker;

do $body$
declare
  beside record;
begin
  for beside in
    select * from (values ('support_group_version', 'support_group', 'group_id'), ('support_group_step', 'support_group', 'group_id'),
      ('support_group_step_version', 'support_group_step', 'step_id')) t (name, whole, part)
  loop
    execute format('alter table %I enable row level security', beside.name);
    execute format('create policy told on %1$I for select to connexions_app using (partnership_id = (select app_partnership()) and exists (
      select 1 from %2$I g where g.partnership_id = %1$I.partnership_id and g.id = %1$I.%3$I))', beside.name, beside.whole, beside.part);
    execute format('create policy added on %I for insert to connexions_app with check (partnership_id = (select app_partnership()))', beside.name);
    execute format('create policy changed on %I for update to connexions_app using (partnership_id = (select app_partnership()))', beside.name);
    execute format('create policy worked on %I for all to connexions_worker using (partnership_id = (select app_partnership()))', beside.name);
    execute format('grant select, insert, update on %I to connexions_app, connexions_worker', beside.name);
  end loop;
end $body$;

-- A session can be one of its days.
alter table group_session
  add column support_group_id uuid,
  add foreign key (partnership_id, support_group_id) references support_group (partnership_id, id);
create index group_session_of_group on group_session (partnership_id, support_group_id, happened_on) where support_group_id is not null;
