-- A colleague's diary in another calendar: when they are busy and how they meet, never with whom or where. docs/rules/sessions.md#in-another-calendar

create table calendar_feed (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null references account (id),
  -- A digest of its address.
  token_hash bytea not null check (length(token_hash) = 32),
  made_on date not null,
  last_read_on date,
  ended_at timestamptz,
  recorded_at timestamptz not null,
  primary key (partnership_id, id)
);
create unique index calendar_feed_token on calendar_feed (partnership_id, token_hash);
-- One at a time.
create unique index calendar_feed_account on calendar_feed (partnership_id, account_id) where ended_at is null;
call guard_partnership_table('calendar_feed');
