-- Triage in stages, where an agency wants it; and agreements that are looked at again from a list. docs/rules/referrals.md

alter table referral_protocol
  -- What the receiver goes through before it answers, in order; none where it answers straight away.
  add column stages text[] not null default '{}' check (cardinality(stages) <= 6),
  -- When those who look after agreements were told that it is to be looked at again.
  add column chased_at timestamptz;
alter table referral
  -- Which of the stages it is at, as it was called then, and since when.
  add column stage text not null default '' check (length(stage) <= 60),
  add column stage_on date;

-- An agreement was looked at, and stands for so long. Never changed.
create table referral_protocol_review (
  partnership_id uuid not null,
  id uuid not null,
  protocol_id uuid not null,
  reviewed_on date not null,
  -- What was looked at and found.
  words text not null check (length(words) between 1 and 2000),
  review_on date not null check (review_on > reviewed_on),
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, protocol_id) references referral_protocol (partnership_id, id)
);
create index referral_protocol_review_of on referral_protocol_review (partnership_id, protocol_id, reviewed_on);
create index referral_protocol_due on referral_protocol (partnership_id, review_on) where ended_on is null and chased_at is null;
call guard_partnership_table('referral_protocol_review');
