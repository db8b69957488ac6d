-- A referral to an agency without accounts: read and answered by a one-time link. Decision 0043; docs/rules/referrals.md

alter table secure_link
  -- For whom at the other agency it was made, as the sender named them.
  add column for_name text not null default '' check (length(for_name) <= 120),
  -- When whoever opened it asked for another, and when the sender was told that nobody had opened it.
  add column asked_at timestamptz,
  add column unopened_told_at timestamptz;
alter table secure_link drop constraint secure_link_kind_check;
alter table secure_link add constraint secure_link_kind_check check (kind in ('plan', 'letter', 'agency')) not valid;
alter table secure_link validate constraint secure_link_kind_check;
alter table secure_link add constraint secure_link_for_check check ((kind = 'agency') = (for_name <> '')) not valid;
alter table secure_link validate constraint secure_link_for_check;
create index secure_link_unopened on secure_link (partnership_id, made_on)
  where kind = 'agency' and entered_at is null and ended_at is null and unopened_told_at is null;

-- Who works with the young person at an agency without accounts: named by the sender, with no right over the record.
alter table referral add column worker_name text not null default '' check (length(worker_name) <= 120);
-- Who did a step that was done by a link.
alter table referral_step add column by_name text not null default '' check (length(by_name) <= 120);
-- Who raised a concern by a link that was made for somebody named; empty where it was the young person.
alter table concern add column by_name text not null default '' check (length(by_name) <= 120);

do $body$
begin
  -- An agency that is shut out of the young person (K4) reads nothing by a link either, though the link is a holder of its own.
  drop policy by_link on referral;
  execute format('create policy by_link on referral for select to connexions_app using (%s and state <> ''withdrawn'' and id = %s
    and not exists (select 1 from access_barrier o
      where o.partnership_id = referral.partnership_id and o.person_id = referral.person_id and o.kind = ''shut-out'' and o.holder_id = referral.to_id
        and o.started_at <= (select app_at()) and (o.ended_at is null or o.ended_at > (select app_at())) offset 0))',
    unbarred_policy('referral', 'person_id'), linked_referral());
  -- What was done and said is the two agencies'.
  execute format('create policy by_link on referral_step for select to connexions_app using (%s and referral_id = %s and exists (
    select 1 from referral r where r.partnership_id = referral_step.partnership_id and r.id = referral_step.referral_id and r.over_on is null offset 0))',
    unbarred_policy('referral_step', 'person_id'), replace(linked_referral(), 'limit 1', 'and l.kind = ''agency'' limit 1'));
end $body$;
