-- Hand-over: the next lead adviser is named, says yes, and has met the young person before the first may close. Rows 163, 206, 208, 209 and 261;
-- point A4; decision 0037. docs/rules/deployment.md

create table hand_over (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions: whoever sees what was done with them sees who takes over, and why.
  class integer not null default 128 check (class = 128),
  kind text not null check (kind in ('step-up', 'step-down', 'new-place', 'programme', 'circumstances', 'adviser-leaves', 'they-asked', 'shared-out', 'at-once')),
  why text not null check (length(why) between 1 and 300),
  -- What the next adviser should know.
  brief text not null default '' check (length(brief) <= 4000),
  -- What the young person says to it: asked by whoever hands over or whoever takes over, before it is complete.
  wish text not null default 'not-asked' check (wish in ('agrees', 'known-adviser', 'other', 'not-asked')),
  wish_words text not null default '' check (length(wish_words) <= 1000),
  wish_answer text not null default '' check (length(wish_answer) <= 1000),
  from_id uuid not null,
  to_id uuid not null,
  begun_by uuid,
  begun_on date not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'met', 'complete', 'declined', 'withdrawn')),
  accepted_on date,
  met_on date,
  -- The contact in which whoever takes over met them.
  contact_id uuid,
  -- When the lead went over: at the end, or before where the first adviser was gone or it could not wait.
  moved_on date,
  over_on date,
  reason text check (reason ~ '^[a-z][a-z-]{1,39}$'),
  words text not null default '' check (length(words) <= 1000),
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  -- What it opens to whoever is asked: who it is until they say yes, then what a lead adviser sees until they are one.
  grant_id uuid,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (from_id <> to_id),
  check ((state in ('complete', 'declined', 'withdrawn')) = (over_on is not null)),
  -- Nobody is let go before the next one has met them.
  check (state <> 'complete' or (met_on is not null and moved_on is not null)),
  check (over_on is null or grant_id is null)
);
create index hand_over_person on hand_over (partnership_id, person_id);
create index hand_over_from on hand_over (partnership_id, from_id, over_on);
create index hand_over_to on hand_over (partnership_id, to_id, over_on);
create index hand_over_due on hand_over (partnership_id, due_on) where due_on is not null;
create index hand_over_open on hand_over (partnership_id, id) where over_on is null;

call guard_personal_table('hand_over', 'class');

-- Whoever hands over and whoever is asked read it while it is open, by the hand-over itself: whoever said no keeps nothing of it.
create policy on_side on hand_over for select to connexions_app using (
  over_on is null and (from_id = any((select app_holders())::uuid[]) or to_id = any((select app_holders())::uuid[]))
  and exists (select 1 from person p where p.partnership_id = hand_over.partnership_id and p.id = hand_over.person_id offset 0));
create policy unsealed on hand_over as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on hand_over for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on hand_over to connexions_grants;
create trigger hand_over_follows after insert on hand_over referencing new table as added for each statement execute function follow_merged('id');

alter table access_grant drop constraint access_grant_source_check;
alter table access_grant add constraint access_grant_source_check check (source in ('lead-adviser', 'deployment', 'team', 'tracking-list', 'cover',
  'duty-desk', 'own-roll', 'referral', 'agreement', 'supervision', 'role', 'break-glass', 'inspection-sample', 'safeguarding', 'protection',
  'named-class', 'hand-over')) not valid;
alter table access_grant validate constraint access_grant_source_check;

-- As in 0180, for a hand-over too: its right goes where it goes, joined or taken apart again.
create or replace function take_grant_along() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  update access_grant set person_id = new.person_id
  where partnership_id = new.partnership_id and id = new.grant_id and person_id = old.person_id and source in ('referral', 'hand-over') and ended_at is null;
  return null;
end $body$;
create trigger hand_over_grant after update of person_id on hand_over for each row
  when (old.person_id is distinct from new.person_id and new.grant_id is not null) execute function take_grant_along();

create or replace function carry_grant(merge uuid, grant_id uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  update access_grant g set person_id = m.origin_person_id
  from person_merge m
  where m.partnership_id = app_partnership() and m.id = merge and m.merged_at = app_at() and m.undone_at is null
    and g.partnership_id = m.partnership_id and g.id = grant_id and g.person_id = m.gone_person_id
    and g.source in ('lead-adviser', 'safeguarding', 'referral', 'hand-over');
  return found;
end $body$;

-- Wrong person (K9), as 0180 has it. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment', 'goal',
    'target', 'agreement', 'appointment', 'referral', 'hand-over')) not valid;
alter table breach validate constraint breach_what_check;
