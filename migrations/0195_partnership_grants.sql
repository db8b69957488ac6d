-- The few rights that reach the whole partnership stood in one index with those of every team, caseload and roll, so that opening a record read each
-- of them: 3,851 among a million young people. docs/performance.md
create index access_grant_partnership on access_grant (partnership_id, holder_id) include (person_id, classes, started_at, ended_at)
  where scope = 'partnership';
