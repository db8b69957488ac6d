-- An objection to a referral that is under way: answered by somebody named, within days. Decision 0043; docs/rules/referrals.md

create table referral_objection (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (128, 256, 512, 1024, 65536)),
  referral_id uuid not null,
  -- The link by which they said it themselves.
  link_id uuid,
  raised_on date not null,
  words text not null default '' check (length(words) <= 2000),
  state text not null default 'open' check (state in ('open', 'stop', 'go-on', 'less', 'over')),
  due_on date,
  chased_at timestamptz,
  escalated_at timestamptz,
  answer_words text not null default '' check (length(answer_words) <= 2000),
  answered_by uuid,
  answered_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, referral_id) references referral (partnership_id, id),
  check ((state = 'open') = (due_on is not null)),
  check (state in ('open', 'over') or (answered_by is not null and answered_on is not null))
);
create unique index referral_objection_open on referral_objection (partnership_id, referral_id) where state = 'open';
create index referral_objection_referral on referral_objection (partnership_id, referral_id, recorded_at);
create index referral_objection_person on referral_objection (partnership_id, person_id);
create index referral_objection_due on referral_objection (partnership_id, due_on) where due_on is not null;

-- Since when a question is to be answered: that there is one is all the other agency reads of an objection. And what they were told as it was stopped.
alter table referral
  add column question_on date,
  add column stop_words text not null default '' check (length(stop_words) <= 500);

call guard_personal_table('referral_objection', 'class');

do $body$
declare
  added constant text := 'referral_objection';
begin
  drop policy seen on referral_objection;
  execute format('create policy seen on referral_objection for select to connexions_app using (%s)',
    replace(seen_policy('referral_objection'::regclass, 'class', 'person_id'), 'and g.started_at', 'and g.source <> ''referral'' and g.started_at'));
  execute format('create policy on_side on referral_objection for select to connexions_app using (%s and exists (
    select 1 from referral r where r.partnership_id = referral_objection.partnership_id and r.id = referral_objection.referral_id and %s offset 0))',
    unbarred_policy('referral_objection', 'person_id'), referral_senders('r'));
  -- Who objects, and to what, is the sender's side's.
  create policy of_sender on referral_objection as restrictive for select to connexions_app using (exists (
    select 1 from referral r where r.partnership_id = referral_objection.partnership_id and r.id = referral_objection.referral_id
      and (r.sent_for = any((select app_holders())::uuid[]) or r.from_id = any((select app_holders())::uuid[])) offset 0));
  execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', added);
  execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', added);
  execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', added);
  execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
    added || '_follows', added, 'id');

  -- Stopped, the receiving side reads that it was, in the words that were agreed, and nothing else.
  execute format('create policy stopped on referral for select to connexions_app using (%s and state = ''withdrawn'' and stop_words <> ''''
    and team_id is null and to_id = any((select app_holders())::uuid[]))', unbarred_policy('referral', 'person_id'));
end $body$;
