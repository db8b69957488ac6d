-- A draft of an assessment that was begun by mistake, or is not gone on with: left, with why. Nothing in it is deleted; it can be taken up again. And a signal nobody
-- who agreed could see, told to somebody who can. docs/rules/assessment.md

alter table assessment drop constraint assessment_state_check;
alter table assessment add constraint assessment_state_check check (state in ('draft', 'agreed', 'left')) not valid;
alter table assessment validate constraint assessment_state_check;
alter table assessment
  add column left_on date,
  add column left_by uuid,
  add column left_why text not null default '' check (length(left_why) <= 500),
  add column signals_looked_at timestamptz;
alter table assessment add constraint assessment_left_check check ((state = 'left') = (left_on is not null)) not valid;
alter table assessment validate constraint assessment_left_check;
create index assessment_signals on assessment (partnership_id, agreed_on) where state = 'agreed' and signals_looked_at is null;
