-- An alert says what to do; somebody looks at it again by a day, and it is written down whether the young person knows of it. Rows 180 and 258 in part.
-- One that a concern raised is safeguarding's to end, and has no day.
alter table person_alert
  add column review_on date,
  add column reviewer_id uuid,
  add column told text check (told in ('yes', 'not-yet', 'withheld')),
  add column told_why text not null default '' check (length(told_why) <= 300),
  add constraint person_alert_withheld check (told is distinct from 'withheld' or told_why <> '');
create index person_alert_review on person_alert (partnership_id, reviewer_id, review_on) where review_on is not null and sealed_at is null;
