-- Secure links: something of a record is opened to somebody without an account, once, for an hour, after a second check. Points A3 and P5; decision
-- 0038. docs/rules/sharing.md

create table secure_link (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- Of what it opens: 64 the plan.
  class integer not null check (class in (64)),
  kind text not null check (kind in ('plan')),
  -- Classes it opens of the record while it is open: never more than whoever made it saw.
  classes integer not null check (classes & 1 = 1 and classes & (512 | 4096 | 8192 | 16384 | 65536 | 131072) = 0),
  token_hash bytea not null,
  code_hash bytea not null,
  -- When to look at a plan again, agreed beforehand.
  review_on date,
  made_by uuid not null,
  made_on date not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  -- The code was given: it works once. What is open then is known by a secret the browser keeps.
  entered_at timestamptz,
  session_hash bytea,
  session_until timestamptz,
  -- What it was made for is done.
  used_at timestamptz,
  ended_at timestamptz,
  grant_id uuid,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((entered_at is null) = (session_until is null))
);
create unique index secure_link_token on secure_link (partnership_id, token_hash);
create index secure_link_person on secure_link (partnership_id, person_id);

call guard_personal_table('secure_link', 'class');
create policy followed on secure_link for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on secure_link to connexions_grants;
create trigger secure_link_follows after insert on secure_link referencing new table as added for each statement execute function follow_merged('id');

alter table access_grant drop constraint access_grant_source_check;
alter table access_grant add constraint access_grant_source_check check (source in ('lead-adviser', 'deployment', 'team', 'tracking-list', 'cover',
  'duty-desk', 'own-roll', 'referral', 'agreement', 'supervision', 'role', 'break-glass', 'inspection-sample', 'safeguarding', 'protection',
  'named-class', 'hand-over', 'secure-link')) not valid;
alter table access_grant validate constraint access_grant_source_check;

-- As in 0183, for what a link opened too. It ends by itself within the hour.
create or replace function take_grant_along() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  update access_grant set person_id = new.person_id
  where partnership_id = new.partnership_id and id = new.grant_id and person_id = old.person_id
    and source in ('referral', 'hand-over', 'secure-link') and (ended_at is null or ended_at > app_at());
  return null;
end $body$;
create trigger secure_link_grant after update of person_id on secure_link for each row
  when (old.person_id is distinct from new.person_id and new.grant_id is not null) execute function take_grant_along();

create or replace function carry_grant(merge uuid, grant_id uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  update access_grant g set person_id = m.origin_person_id
  from person_merge m
  where m.partnership_id = app_partnership() and m.id = merge and m.merged_at = app_at() and m.undone_at is null
    and g.partnership_id = m.partnership_id and g.id = grant_id and g.person_id = m.gone_person_id
    and g.source in ('lead-adviser', 'safeguarding', 'referral', 'hand-over', 'secure-link');
  return found;
end $body$;

-- What they said by a link they said themselves.
alter table plan_agreement add column link_id uuid;
-- A concern raised by whoever opened a link: raised_by is that link, which nobody can write back to.
alter table concern add column by_link boolean not null default false;
