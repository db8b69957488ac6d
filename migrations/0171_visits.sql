-- Going out alone: what was looked at before, who waits to hear, when one is to be back, and what is done when nothing is heard. Row 180; decision 0035.
-- No young person stands in these rows: a buddy reads them, whoever it is with. Who they are with stands on the appointment.
create table lone_visit (
  partnership_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  account_id uuid not null references account (id),
  buddy_id uuid not null references account (id),
  looked_at text[] not null check (cardinality(looked_at) > 0 and looked_at <@ array['record', 'alerts', 'others', 'colleague']),
  goes text not null check (goes in ('alone', 'in-pairs')),
  companion text not null default '' check (length(companion) <= 200),
  whereabouts text not null check (length(whereabouts) between 1 and 200),
  reach text not null check (length(reach) between 1 and 100),
  phrase text not null check (length(phrase) between 1 and 100),
  back_by timestamptz not null,
  alarm_minutes integer not null check (alarm_minutes between 5 and 120),
  made_at timestamptz not null,
  made_by uuid,
  out_at timestamptz,
  ended_at timestamptz,
  ended_how text check (ended_how in ('back', 'found-safe', 'called-off')),
  ended_by uuid,
  ended_words text not null default '' check (length(ended_words) <= 1000),
  buddy_told_at timestamptz,
  leader_told_at timestamptz,
  version integer not null default 1,
  primary key (partnership_id, id),
  check (goes <> 'in-pairs' or companion <> ''),
  check ((ended_at is null) = (ended_how is null)),
  check (buddy_id <> account_id)
);
create unique index lone_visit_open on lone_visit (partnership_id, appointment_id, account_id) where ended_at is null;
create index lone_visit_due on lone_visit (partnership_id, back_by) where ended_at is null;
create index lone_visit_account on lone_visit (partnership_id, account_id, back_by);
create index lone_visit_buddy on lone_visit (partnership_id, buddy_id, back_by);

-- What nearly went wrong, so that it goes wrong for nobody else. Without names of young people.
create table near_miss (
  partnership_id uuid not null,
  id uuid not null,
  happened_on date not null,
  what text not null check (length(what) between 1 and 2000),
  learned text not null default '' check (length(learned) <= 2000),
  recorded_at timestamptz not null,
  recorded_by uuid not null references account (id),
  primary key (partnership_id, id)
);

call guard_partnership_table('lone_visit');
call guard_partnership_table('near_miss');

-- What was not answered yet, and which appointment a contact came of.
create index appointment_open on appointment (partnership_id, account_id, on_day) where state = 'set';
create index appointment_contact on appointment (partnership_id, contact_id) where contact_id is not null;
