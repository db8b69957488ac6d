-- Two records of one young person become one, and can be taken apart again. Rows change only whose they are; what changed is
-- written down, so that the way back needs no copy of anything. docs/rules/matching.md, decision 0025

alter table person add column merged_into uuid;
alter table person
  add constraint person_merged check ((state = 'merged') = (merged_into is not null)),
  add constraint person_merged_into foreign key (partnership_id, merged_into) references person (partnership_id, id);

-- A record that went is not there for the program, whatever the grants: a barrier set on the one that stays would else leave
-- the name on the other in sight (K4). Only the house follows its pointer.
create policy unmerged on person as restrictive for select to connexions_app using (state <> 'merged');

-- One lead at a time: of what each record had before it was joined both leads stand in the history, for the same days too.
alter table lead_adviser drop constraint lead_adviser_one_at_a_time;
alter table lead_adviser add constraint lead_adviser_one_at_a_time
  exclude using gist (partnership_id with =, person_id with =, daterange(started_on, finished_on) with &&) where (person_id = origin_person_id)
  deferrable initially deferred;
create unique index lead_adviser_open on lead_adviser (partnership_id, person_id) where finished_on is null;
alter table lead_adviser add column ended_why text check (length(ended_why) <= 300);

create table person_merge (
  partnership_id uuid not null,
  id uuid not null,
  -- The record that stays; when that is joined to a third one, the third. origin_person_id is the one it was joined to.
  person_id uuid not null,
  origin_person_id uuid not null,
  gone_person_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  despite text not null default '' check (length(despite) <= 500),
  warnings text[] not null default '{}',
  choices jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text check (length(undo_reason) between 1 and 500),
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, gone_person_id) references person (partnership_id, id),
  check (gone_person_id <> origin_person_id),
  check (cardinality(warnings) = 0 or despite <> ''),
  check ((undone_at is null) = (undo_reason is null))
);
create unique index person_merge_standing on person_merge (partnership_id, gone_person_id) where undone_at is null;
create index person_merge_person on person_merge (partnership_id, person_id);
call guard_personal_table('person_merge', '131072');

-- Which rows were on either record when they were joined, and of those that changed the columns that did: never what a row
-- says. For the house alone: that there is a row of some table tells of itself (K6).
create table person_merge_row (
  partnership_id uuid not null,
  merge_id uuid not null,
  table_name text not null,
  row_key jsonb not null,
  was_on uuid,
  before jsonb,
  after jsonb,
  fingerprint text not null,
  primary key (partnership_id, merge_id, table_name, row_key),
  foreign key (partnership_id, merge_id) references person_merge (partnership_id, id),
  check ((before is null) = (after is null))
);
alter table person_merge_row enable row level security;
create policy worked on person_merge_row for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on person_merge_row to connexions_worker;

-- The stub of a breach goes with its young person; of it nothing else can be changed (0051).
grant update (person_id) on breach to connexions_worker;

-- A right over the record that goes goes on over the one that stays: only for a merge of this very moment, and only where the
-- right rests on something that goes on. What it opens and whose it is never change.
create function carry_grant(merge uuid, grant_id uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  update access_grant g set person_id = m.origin_person_id
  from person_merge m
  where m.partnership_id = app_partnership() and m.id = merge and m.merged_at = app_at() and m.undone_at is null
    and g.partnership_id = m.partnership_id and g.id = grant_id and g.person_id = m.gone_person_id and g.source in ('lead-adviser', 'safeguarding');
  return found;
end $body$;

-- The way back: a right that a merge carried or ended is as it was before, and nothing else is. Only while that merge is being
-- undone; one that has been ended since stays ended.
create function give_back_grant(merge uuid, grant_id uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  update access_grant g set
    person_id = case when r.before ? 'person_id' then (r.before ->> 'person_id')::uuid else g.person_id end,
    ended_at = case when r.before ? 'ended_at' and to_jsonb(g.ended_at) = r.after -> 'ended_at' then (r.before ->> 'ended_at')::timestamptz else g.ended_at end,
    end_reason = case when r.before ? 'ended_at' and to_jsonb(g.ended_at) = r.after -> 'ended_at' then r.before ->> 'end_reason' else g.end_reason end
  from person_merge m join person_merge_row r on r.partnership_id = m.partnership_id and r.merge_id = m.id and r.table_name = 'access_grant'
  where m.partnership_id = app_partnership() and m.id = merge and m.undone_at = app_at()
    and r.row_key = jsonb_build_object('id', grant_id) and r.before is not null
    and g.partnership_id = m.partnership_id and g.id = grant_id;
  return found;
end $body$;

alter function carry_grant owner to connexions_grants;
alter function give_back_grant owner to connexions_grants;
create policy read_by_grants on person_merge for select to connexions_grants using (partnership_id = (select app_partnership()));
create policy read_by_grants on person_merge_row for select to connexions_grants using (partnership_id = (select app_partnership()));
grant select on person_merge, person_merge_row to connexions_grants;
revoke all on function carry_grant, give_back_grant from public;
grant execute on function carry_grant, give_back_grant to connexions_worker;

-- Somebody saves while two records are being joined: their row waits for it (its foreign key does), and then follows to the
-- record that stays. One look for each statement, however many rows it brings. The argument names the columns of the key. It
-- runs as the role that writes grants: whose a row is decides who sees it. That role reads nothing of the rows but their keys.
create function follow_merged() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  if exists (select from added a join person p on p.partnership_id = a.partnership_id and p.id = a.person_id where p.state = 'merged') then
    execute format('
      with recursive way as (
        select p.partnership_id, p.id as gone, p.merged_into as stays from person p
        where p.state = ''merged'' and (p.partnership_id, p.id) in (select a.partnership_id, a.person_id from added a)
        union all
        select w.partnership_id, w.gone, p.merged_into from way w
        join person p on p.partnership_id = w.partnership_id and p.id = w.stays and p.state = ''merged''
      )
      update %1$I t set person_id = w.stays from way w
      join person p on p.partnership_id = w.partnership_id and p.id = w.stays and p.state <> ''merged''
      where t.partnership_id = w.partnership_id and t.person_id = w.gone
        and (t.partnership_id, %2$s) in (select a.partnership_id, %3$s from added a)',
      tg_table_name, 't.' || replace(tg_argv[0], ', ', ', t.'), 'a.' || replace(tg_argv[0], ', ', ', a.'));
  end if;
  return null;
end $body$;
alter function follow_merged owner to connexions_grants;
revoke all on function follow_merged from public;
grant execute on function follow_merged to connexions_app, connexions_worker;

create policy read_by_grants on person for select to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, id, state, merged_into) on person to connexions_grants;

do $body$
declare
  followed record;
begin
  for followed in
    select * from (values
      ('person_name', 'id'), ('person_detail', 'id'), ('person_address', 'id'), ('person_contact_detail', 'id'), ('person_safe_contact', 'id'),
      ('person_adult', 'id'), ('person_identifier', 'id'), ('person_characteristic', 'id'), ('enrolment', 'id'), ('person_alert', 'id'),
      ('activity_spell', 'id'), ('lead_adviser', 'id'), ('contact', 'id'), ('contact_version', 'id'), ('concern', 'id'), ('breach', 'id'),
      ('access_barrier', 'id'), ('source_row', 'organisation_id, list_key, source_key')) t (name, key)
  loop
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', followed.name);
    execute format('grant select (partnership_id, person_id, %s), update (person_id) on %I to connexions_grants', followed.key, followed.name);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      followed.name || '_follows', followed.name, followed.key);
  end loop;
end $body$;
