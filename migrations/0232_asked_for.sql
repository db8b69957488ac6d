-- What advisers are asked for, and what partners say of working with them once a year (rows 230 and 212). docs/rules/referrals.md, docs/rules/directory.md

-- Why what is referred under an agreement is no adviser's task, in the words of whoever keeps agreements; empty where it is one.
alter table referral_protocol add column not_task text not null default '' check (length(not_task) <= 300);

-- What somebody at a partner says once a school year: about the work, never about a young person.
create table partner_feedback (
  partnership_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null references account (id),
  year_from date not null,
  state text not null check (state in ('answered', 'put-off')),
  ask_again_on date,
  reach text check (reach in ('agree', 'disagree', 'cannot-say')),
  helps text check (helps in ('agree', 'disagree', 'cannot-say')),
  told text check (told in ('agree', 'disagree', 'cannot-say')),
  clear text check (clear in ('agree', 'disagree', 'cannot-say')),
  together text check (together in ('agree', 'disagree', 'cannot-say')),
  what_helps text not null default '' check (length(what_helps) <= 1000),
  what_to_change text not null default '' check (length(what_to_change) <= 1000),
  said_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  unique (partnership_id, account_id, organisation_id, year_from),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  check ((state = 'put-off') = (ask_again_on is not null)),
  check ((state = 'answered') = (said_on is not null)),
  check ((state = 'answered') = (reach is not null and helps is not null and told is not null and clear is not null and together is not null))
);
create index partner_feedback_year on partner_feedback (partnership_id, year_from) where state = 'answered';
call guard_partnership_table('partner_feedback');
