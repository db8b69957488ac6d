-- Referrals: asking another agency to help a young person, with what goes along, a clock for each step, and what comes back. Rows 205
-- and 211; point A4; decision 0036.

-- What two agencies agreed: for what young people are referred from one to the other, on what ground, what may go along and how long each step takes.
create table referral_protocol (
  partnership_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  -- Which team takes in what comes to the partnership's own service.
  team_id uuid,
  purpose text not null check (length(purpose) between 1 and 200),
  basis text not null check (basis in ('public-task', 'legal-duty', 'vital-interests', 'consent', 'contract')),
  law text not null check (length(law) between 1 and 300),
  condition text not null default '' check (length(condition) <= 300),
  classes integer not null check (classes & 1 = 1),
  answer_days integer not null check (answer_days between 1 and 60),
  start_days integer not null check (start_days between 1 and 120),
  report_days integer not null check (report_days between 1 and 260),
  started_on date not null,
  review_on date not null,
  ended_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, from_id) references organisation (partnership_id, id),
  foreign key (partnership_id, to_id) references organisation (partnership_id, id),
  check (from_id <> to_id)
);
create unique index referral_protocol_pair on referral_protocol (partnership_id, from_id, to_id, lower(purpose)) where ended_on is null;

create table referral (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; the class that being in touch with the other agency tells of (K6).
  class integer not null check (class in (128, 256, 512, 1024, 65536)),
  protocol_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  team_id uuid,
  -- In whose list it stands as sent: an account of the partnership's own service, or an organisation.
  sent_for uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'sent', 'more-asked', 'accepted', 'started', 'ended', 'declined', 'withdrawn')),
  view text check (view in ('agrees', 'objects', 'no-word', 'not-asked')),
  view_words text not null default '' check (length(view_words) <= 1000),
  -- What was decided about an objection, and why.
  view_answer text not null default '' check (length(view_answer) <= 1000),
  shown_on date,
  withheld_by uuid,
  withheld_why text not null default '' check (length(withheld_why) <= 500),
  withheld_review_on date,
  made_by uuid not null,
  sent_by uuid,
  sent_on date,
  received_on date,
  -- By when the next step is due from whoever owes it, and how many working days were left of it as more was asked.
  due_on date,
  days_left integer,
  chased_at timestamptz,
  escalated_at timestamptz,
  -- Who works with the young person at the other end.
  worker_id uuid,
  grant_id uuid,
  reason text check (reason ~ '^[a-z][a-z-]{1,39}$'),
  outcome text check (outcome ~ '^[a-z][a-z-]{1,39}$'),
  over_on date,
  -- When the sender read what came back.
  read_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, protocol_id) references referral_protocol (partnership_id, id),
  check ((state = 'draft') = (sent_on is null) or state = 'withdrawn'),
  -- Shown first, unless somebody named keeps it back with a reason and a day to look again (K2).
  check (sent_on is null or shown_on is not null or (withheld_by is not null and withheld_why <> '' and withheld_review_on is not null)),
  check ((state in ('ended', 'declined', 'withdrawn')) = (over_on is not null))
);
create index referral_person on referral (partnership_id, person_id);
create index referral_sent_for on referral (partnership_id, sent_for);
create index referral_to on referral (partnership_id, to_id);
create index referral_under_way on referral (partnership_id, to_id) where over_on is null and sent_on is not null;
create index referral_team on referral (partnership_id, team_id) where team_id is not null;
create index referral_worker on referral (partnership_id, worker_id) where worker_id is not null;
create index referral_due on referral (partnership_id, due_on) where due_on is not null;

-- The letter, part by part: what goes along, as it stood when it was taken from the record. A part that was changed keeps what it said.
create table referral_part (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null,
  referral_id uuid not null,
  part text not null check (part ~ '^[a-z][a-z-]{1,39}$'),
  lines jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, referral_id) references referral (partnership_id, id)
);
create index referral_part_referral on referral_part (partnership_id, referral_id) where replaced_at is null;
create index referral_part_person on referral_part (partnership_id, person_id);

-- What was done and said, step by step. Never changed.
create table referral_step (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null,
  referral_id uuid not null,
  on_day date not null,
  step text not null check (step ~ '^[a-z][a-z-]{1,39}$'),
  words text not null default '' check (length(words) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, referral_id) references referral (partnership_id, id)
);
create index referral_step_referral on referral_step (partnership_id, referral_id, recorded_at);
create index referral_step_person on referral_step (partnership_id, person_id);

call guard_partnership_table('referral_protocol');
call guard_personal_table('referral', 'class');
call guard_personal_table('referral_part', 'class');
call guard_personal_table('referral_step', 'class');

-- No barrier shuts the asker out of this young person: the first half of 0032's policy.
create function unbarred_policy(target regclass, person_column text) returns text language sql immutable as $body$
  select format($policy$
    partnership_id = (select app_partnership())
    and not exists (
      select 1 from access_barrier b
      where b.partnership_id = %1$s.partnership_id and b.person_id = %1$s.%2$I
        and b.started_at <= (select app_at()) and (b.ended_at is null or b.ended_at > (select app_at()))
        and ((b.kind = 'shut-out' and b.holder_id = any((select app_holders())::uuid[]))
          or (b.kind = 'restricted' and not exists (
            select 1 from access_grant r
            where r.partnership_id = b.partnership_id and r.person_id = b.person_id
              and r.holder_id = any((select app_holders())::uuid[]) and r.classes & 4096 <> 0
              and r.started_at <= (select app_at()) and (r.ended_at is null or r.ended_at > (select app_at())) offset 0)))
      offset 0)
  $policy$, target::text, person_column)
$body$;

-- Whoever sent it and still may know the young person, and whoever it was sent to: by the referral itself, with no right over the record.
-- Taken back, it is the sender's alone.
create function referral_senders(r text) returns text language sql immutable as $body$
  select format($policy$
    (%1$s.sent_for = any((select app_holders())::uuid[])
      and exists (select 1 from person p where p.partnership_id = %1$s.partnership_id and p.id = %1$s.person_id offset 0))
  $policy$, r)
$body$;
create function referral_receivers(r text) returns text language sql immutable as $body$
  select format($policy$
    (%1$s.sent_on is not null and %1$s.state <> 'withdrawn' and (
      (%1$s.team_id is null and %1$s.to_id = any((select app_holders())::uuid[]))
      or exists (select 1 from team t
        where t.partnership_id = %1$s.partnership_id and t.id = %1$s.team_id and t.ended_on is null
          and t.leader_id = any((select app_holders())::uuid[]) offset 0)
      -- Taken in by the own service it is the lead adviser's, whoever that is by now.
      or (%1$s.team_id is not null and %1$s.worker_id is not null and exists (select 1 from lead_adviser l
        where l.partnership_id = %1$s.partnership_id and l.person_id = %1$s.person_id and l.finished_on is null
          and l.account_id = any((select app_holders())::uuid[]) offset 0))))
  $policy$, r)
$body$;

do $body$
declare
  added text;
begin
  -- What one referral opened of the record shows no other: the right counts for everything but referrals.
  foreach added in array array['referral', 'referral_part', 'referral_step'] loop
    execute format('drop policy seen on %I', added);
    execute format('create policy seen on %I for select to connexions_app using (%s)', added,
      replace(seen_policy(added::regclass, 'class', 'person_id'), 'and g.started_at', 'and g.source <> ''referral'' and g.started_at'));
  end loop;
  execute format('create policy on_side on referral for select to connexions_app using (%s and (%s or %s))',
    unbarred_policy('referral', 'person_id'), referral_senders('referral'), referral_receivers('referral'));
  foreach added in array array['referral_part', 'referral_step'] loop
    -- Of what is over, whoever it was sent to keeps that it was, and nothing of what it said.
    execute format('create policy on_side on %1$I for select to connexions_app using (%2$s and exists (
      select 1 from referral r where r.partnership_id = %1$I.partnership_id and r.id = %1$I.referral_id
        and (%3$s or (r.state in (''sent'', ''more-asked'', ''accepted'', ''started'') and %4$s)) offset 0))',
      added, unbarred_policy(added::regclass, 'person_id'), referral_senders('r'), referral_receivers('r'));
    -- That somebody was referred is told by nothing of the letter to whom the referral itself does not show (K6).
    execute format('create policy of_referral on %1$I as restrictive for select to connexions_app using (exists (
      select 1 from referral r where r.partnership_id = %1$I.partnership_id and r.id = %1$I.referral_id offset 0))', added);
  end loop;
  foreach added in array array['referral', 'referral_part', 'referral_step'] loop
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', added);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', added);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', added);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      added || '_follows', added, 'id');
  end loop;
end $body$;

-- Protected means everywhere (K4): how to reach somebody whose whereabouts are protected now shows in no letter, whenever it was written.
create policy whereabouts on referral_part as restrictive for select to connexions_app using (
  class & 2 = 0
  or not exists (select 1 from access_barrier b
    where b.partnership_id = referral_part.partnership_id and b.person_id = referral_part.person_id and b.kind = 'whereabouts'
      and b.started_at <= (select app_at()) and (b.ended_at is null or b.ended_at > (select app_at())) offset 0));

-- Wrong person (K9), as 0170 has it. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment', 'goal',
    'target', 'agreement', 'appointment', 'referral')) not valid;
alter table breach validate constraint breach_what_check;

-- The right a referral opened goes where the referral goes, joined or taken apart again: never one without the other.
create function take_grant_along() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  update access_grant set person_id = new.person_id
  where partnership_id = new.partnership_id and id = new.grant_id and person_id = old.person_id and source = 'referral' and ended_at is null;
  return null;
end $body$;
alter function take_grant_along owner to connexions_grants;
revoke all on function take_grant_along from public;
create trigger referral_grant after update of person_id on referral for each row
  when (old.person_id is distinct from new.person_id and new.grant_id is not null) execute function take_grant_along();

-- As in 0100, for a referral too: it is about the same young person, and opens the kinds of things its agreement lets go (decision 0036).
create or replace function carry_grant(merge uuid, grant_id uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  update access_grant g set person_id = m.origin_person_id
  from person_merge m
  where m.partnership_id = app_partnership() and m.id = merge and m.merged_at = app_at() and m.undone_at is null
    and g.partnership_id = m.partnership_id and g.id = grant_id and g.person_id = m.gone_person_id
    and g.source in ('lead-adviser', 'safeguarding', 'referral');
  return found;
end $body$;
