-- What was agreed with a place of learning about an adviser who works there (row 155). Each version is kept. No young person stands in it.
-- docs/rules/deployment.md
create table host_terms (
  partnership_id uuid not null,
  id uuid not null,
  deployment_id uuid not null,
  version integer not null check (version > 0),
  base text not null check (length(base) between 1 and 200),
  phone text not null default '' check (length(phone) <= 60),
  directs text not null check (length(directs) between 1 and 120),
  manager_id uuid not null references account (id),
  may_tell text not null check (length(may_tell) between 1 and 1000),
  may_not_tell text not null check (length(may_not_tell) between 1 and 1000),
  hours text not null check (length(hours) between 1 and 300),
  notice text not null default '' check (length(notice) <= 300),
  inducted_on date,
  agreed_on date not null,
  agreed_with text not null check (length(agreed_with) between 1 and 120),
  look_on date not null,
  -- When the day to look again was past and it was told.
  told_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  unique (partnership_id, deployment_id, version),
  foreign key (partnership_id, deployment_id) references deployment (partnership_id, id),
  check (look_on > agreed_on)
);
create index host_terms_due on host_terms (partnership_id, look_on) where told_at is null;
call guard_partnership_table('host_terms');
