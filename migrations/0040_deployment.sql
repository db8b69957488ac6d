-- Deployment opened properly: teams that change, institutions, cover, the duty desk; and tracking lists (room tracking).
-- See docs/rules/deployment.md and docs/rules/tracking.md.

-- A grant that begins later. Like open_grant, and it never begins before the moment of asking: nothing is opened backwards.
create function open_grant_from(
  grant_id uuid, grant_scope text, about_person uuid, about_group uuid, for_holder uuid, record_classes integer,
  on_basis text, from_source text, because text, by_account uuid, since timestamptz, until timestamptz
) returns uuid language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  if app_partnership() is null or app_at() is null then raise exception 'no acting partnership or time'; end if;
  if coalesce(from_source, '') = '' then raise exception 'a grant needs a source'; end if;
  if until is not null and until <= greatest(coalesce(since, app_at()), app_at()) then raise exception 'a grant ends after it begins'; end if;
  insert into access_grant (partnership_id, id, scope, person_id, group_id, holder_id, classes, basis, source, reason, made_by, started_at, ended_at)
  values (app_partnership(), grant_id, grant_scope, about_person, about_group, for_holder, record_classes, on_basis, from_source,
    coalesce(because, ''), by_account, greatest(coalesce(since, app_at()), app_at()), until);
  return grant_id;
end $body$;
alter function open_grant_from owner to connexions_grants;
revoke all on function open_grant_from from public;
grant execute on function open_grant_from to connexions_app, connexions_worker;

-- A grant that has not begun can be ended too: it ends where it would have begun, and is never in force.
create or replace function end_grant(grant_id uuid, because text) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  if coalesce(because, '') = '' then raise exception 'ending a grant needs a reason'; end if;
  update access_grant set ended_at = greatest(app_at(), started_at), end_reason = because
  where partnership_id = app_partnership() and id = grant_id and (ended_at is null or ended_at > greatest(app_at(), started_at));
  return found;
end $body$;

-- Teams: one at a time for each adviser, and a team that nobody is in can end.
alter table team add column ended_on date;
alter table team_place drop constraint team_place_check;
-- A place may end the day it began: somebody was put into the wrong team.
alter table team_place add constraint team_place_check check (finished_on is null or finished_on >= started_on);
-- Until now somebody could be put into a second team: the earlier place ends where the next one begins.
update team_place p set finished_on = greatest(p.started_on, q.started_on)
from (select partnership_id, id, lead(started_on) over (partition by partnership_id, account_id order by started_on, id) as started_on
  from team_place where finished_on is null) q
where q.partnership_id = p.partnership_id and q.id = p.id and q.started_on is not null;
alter table team_place add constraint team_place_one_at_a_time exclude using gist
  (partnership_id with =, account_id with =, daterange(started_on, finished_on) with &&) deferrable initially deferred;
create index team_place_team on team_place (partnership_id, team_id);

create table deployment (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null references account (id),
  organisation_id uuid not null,
  hours text not null default '' check (length(hours) <= 200),
  started_on date not null,
  finished_on date,
  grant_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check (finished_on is null or finished_on >= started_on),
  constraint deployment_once exclude using gist
    (partnership_id with =, account_id with =, organisation_id with =, daterange(started_on, finished_on) with &&) deferrable initially deferred
);
create index deployment_account on deployment (partnership_id, account_id);

create table cover (
  partnership_id uuid not null,
  id uuid not null,
  away_id uuid not null references account (id),
  account_id uuid not null references account (id),
  reason text not null check (length(reason) between 1 and 300),
  started_on date not null,
  finished_on date not null,
  grant_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (partnership_id, id),
  check (away_id <> account_id),
  -- At most 90 days; one that is ended before it begins is empty.
  check (finished_on >= started_on and finished_on <= started_on + 90),
  constraint cover_once exclude using gist
    (partnership_id with =, away_id with =, account_id with =, daterange(started_on, finished_on) with &&) deferrable initially deferred
);
create index cover_account on cover (partnership_id, account_id);

create table duty_day (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null references account (id),
  on_day date not null,
  grant_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  primary key (partnership_id, id)
);
create unique index duty_day_once on duty_day (partnership_id, on_day, account_id) where ended_at is null;

-- A tracking list: its id is the group its members are in and its officers hold their grants on.
create table tracking_list (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  activity text not null check (activity in ('any', 'not-known', 'neet')),
  organisation_id uuid,
  school_year integer check (school_year between 7 and 15),
  lead text not null check (lead in ('any', 'none', 'some')),
  made_at timestamptz not null,
  made_by uuid,
  refreshed_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id)
);

create table tracking_assignment (
  partnership_id uuid not null,
  id uuid not null,
  list_id uuid not null,
  account_id uuid not null references account (id),
  started_on date not null,
  finished_on date,
  grant_id uuid not null,
  made_at timestamptz not null,
  made_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, list_id) references tracking_list (partnership_id, id),
  check (finished_on is null or finished_on >= started_on),
  constraint tracking_assignment_once exclude using gist
    (partnership_id with =, list_id with =, account_id with =, daterange(started_on, finished_on) with &&) deferrable initially deferred
);
create index tracking_assignment_account on tracking_assignment (partnership_id, account_id);

call guard_partnership_table('deployment');
call guard_partnership_table('cover');
call guard_partnership_table('duty_day');
call guard_partnership_table('tracking_list');
call guard_partnership_table('tracking_assignment');

-- A caseload is a group under the adviser's own account id: what somebody who covers holds their grant on. Kept from now on
-- by assignLead; here for the leads there are.
insert into access_member (partnership_id, id, group_id, person_id, started_at)
select partnership_id, gen_random_uuid(), account_id, person_id, recorded_at from lead_adviser where finished_on is null;
