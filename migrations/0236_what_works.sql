-- What works here: good practice in short words, kept so that it outlasts who found it (row 160). No young person stands in it. docs/rules/directory.md
create table good_practice (
  partnership_id uuid not null,
  id uuid not null,
  title text not null check (length(title) between 1 and 120),
  what text not null check (length(what) between 1 and 2000),
  -- When it fits, and when it does not.
  fits text not null default '' check (length(fits) <= 1000),
  -- Codes of factors of the assessment it helps with; none where it helps with the work as such.
  needs text[] not null default '{}' check (cardinality(needs) <= 18),
  written_by uuid not null,
  written_on date not null,
  checked_on date not null,
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id)
);
call guard_partnership_table('good_practice');

-- What each agreement was used for is counted by agreement and day (row 230).
create index referral_protocol_sent on referral (partnership_id, protocol_id, sent_on) where sent_on is not null;
