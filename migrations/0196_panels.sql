-- Panels: a standing group of several agencies, its meetings, and who is brought to one. What an attender reads is a row of its own, shown by their seat at that
-- meeting; no right over any record is opened. Rows 310, 231, 219 and 220; decision 0042. docs/rules/panels.md

-- No young person stands in a panel, its members, its meetings or their seats.
create table panel (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('not-in-learning', 'vulnerable', 'transition', 'other')),
  title text not null check (length(title) between 1 and 120),
  -- What its very name tells of whoever is brought (K6); 0 for nothing.
  discloses integer not null default 0 check (discloses in (0, 256, 512, 1024, 65536)),
  purpose text not null check (length(purpose) between 1 and 1000),
  -- The ground in law (K1), and for health, offending, care and family the condition.
  basis text not null check (basis in ('public-task', 'legal-duty', 'vital-interests')),
  law text not null check (length(law) between 1 and 300),
  condition text not null default '' check (length(condition) <= 300),
  -- Classes its purpose needs: nothing of any other is put before it.
  allows integer not null check (allows & ~4092 = 0),
  chair_id uuid,
  ended_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  check (allows & 3840 = 0 or condition <> '')
);
create index panel_chair on panel (partnership_id, chair_id);

-- Who stands in it, for which organisation, with the classes they may read there.
create table panel_member (
  partnership_id uuid not null,
  panel_id uuid not null,
  account_id uuid not null references account (id),
  organisation_id uuid not null,
  classes integer not null check (classes & ~4092 = 0),
  ended_at timestamptz,
  primary key (partnership_id, panel_id, account_id),
  foreign key (partnership_id, panel_id) references panel (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id)
);
create index panel_member_account on panel_member (partnership_id, account_id) where ended_at is null;

create table panel_meeting (
  partnership_id uuid not null,
  id uuid not null,
  panel_id uuid not null,
  on_day date not null,
  at_time text not null check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null check (length(place) between 1 and 200),
  state text not null default 'preparing' check (state in ('preparing', 'sent', 'closed', 'called-off')),
  sent_on date,
  closed_at timestamptz,
  -- Who was there besides those with a seat, and what was said of nobody in particular.
  also_there text not null default '' check (length(also_there) <= 300),
  notes text not null default '' check (length(notes) <= 4000),
  off_why text not null default '' check (length(off_why) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, panel_id) references panel (partnership_id, id),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'called-off') = (off_why <> ''))
);
create index panel_meeting_panel on panel_meeting (partnership_id, panel_id, on_day);

-- A place at one meeting: from it an attender reads the agenda.
create table panel_seat (
  partnership_id uuid not null,
  meeting_id uuid not null,
  account_id uuid not null references account (id),
  organisation_id uuid not null,
  classes integer not null check (classes & ~4092 = 0),
  came text check (came in ('came', 'apologies', 'absent')),
  ended_at timestamptz,
  primary key (partnership_id, meeting_id, account_id),
  foreign key (partnership_id, meeting_id) references panel_meeting (partnership_id, id)
);
create index panel_seat_account on panel_seat (partnership_id, account_id) where ended_at is null;

call guard_partnership_table('panel');
call guard_partnership_table('panel_member');
call guard_partnership_table('panel_meeting');
call guard_partnership_table('panel_seat');

-- One young person at one meeting: what the panel is asked, what they say to it, and what came of it.
create table panel_item (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 128 sessions; the class a panel whose very name tells more gives it (K6).
  class integer not null check (class in (128, 256, 512, 1024, 65536)),
  panel_id uuid not null,
  meeting_id uuid not null,
  from_item_id uuid,
  reason text not null check (reason in ('nobody-leads', 'not-known', 'not-in-learning', 'missed', 'absence', 'review-late', 'referral-declined', 'other')),
  question text not null default '' check (length(question) <= 500),
  -- Why attenders who do not know them read their name; empty: initials.
  named_why text not null default '' check (length(named_why) <= 300),
  -- Asked or told first (K2), or kept back from them by somebody named; empty: not yet, and nobody but those who prepare it reads it.
  known text check (known in ('told', 'withheld')),
  view text check (view in ('agrees', 'objects', 'no-word')),
  view_words text not null default '' check (length(view_words) <= 1000),
  view_answer text not null default '' check (length(view_answer) <= 1000),
  asked_by uuid,
  asked_on date,
  withheld_why text not null default '' check (length(withheld_why) <= 500),
  withheld_review_on date,
  brought_by uuid not null,
  state text not null default 'on' check (state in ('on', 'decided', 'nothing', 'put-off', 'not-discussed', 'off')),
  -- What was said and decided.
  outcome_words text not null default '' check (length(outcome_words) <= 2000),
  off_why text not null default '' check (length(off_why) <= 500),
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, meeting_id) references panel_meeting (partnership_id, id),
  check ((known is null) = (asked_by is null) and (known is null) = (asked_on is null)),
  check ((known is not distinct from 'told') = (view is not null)),
  check ((known is not distinct from 'withheld') = (withheld_why <> '' and withheld_review_on is not null)),
  check (view is distinct from 'objects' or view_answer <> ''),
  check (state <> 'decided' or outcome_words <> ''),
  check ((state = 'off') = (off_why <> ''))
);
create index panel_item_person on panel_item (partnership_id, person_id);
create index panel_item_meeting on panel_item (partnership_id, meeting_id);

-- A few words for this panel, of one class each. What is written anew takes the place of what stood, which is kept.
create table panel_line (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048)),
  item_id uuid not null,
  words text not null check (length(words) between 1 and 600),
  replaced_at timestamptz,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, item_id) references panel_item (partnership_id, id)
);
create index panel_line_person on panel_line (partnership_id, person_id);
create index panel_line_item on panel_line (partnership_id, item_id);

-- A seat is good for the organisation it was given for, and for nobody a barrier keeps out (K4). The chair reads from when it is prepared, others once the agenda
-- is sent; of what is over, so many days what came of it, and no longer what was put before the panel.
create function panel_seated(item text, classes text) returns text language sql immutable as $body$
  select format($policy$
    exists (select 1 from panel_seat s
      join panel_meeting m on m.partnership_id = s.partnership_id and m.id = s.meeting_id
      join panel p on p.partnership_id = m.partnership_id and p.id = m.panel_id
      where s.partnership_id = (select app_partnership()) and s.partnership_id = %1$s.partnership_id and s.meeting_id = %1$s.meeting_id and s.ended_at is null
        and s.account_id = any((select app_holders())::uuid[]) and s.organisation_id = any((select app_holders())::uuid[]) and %2$s offset 0)
  $policy$, item, classes)
$body$;

do $body$
declare
  guarded text;
begin
  foreach guarded in array array['panel_item', 'panel_line'] loop
    execute format('call guard_personal_table(%L, %L)', guarded, 'class');
    -- No roll and no referral opens it (K3).
    execute format('drop policy seen on %I', guarded);
    execute format('create policy seen on %I for select to connexions_app using (%s)', guarded,
      replace(replace(seen_policy(guarded::regclass, 'class', 'person_id'),
        'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
        'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', guarded);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', guarded);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', guarded);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(''id'')',
      guarded || '_follows', guarded);
  end loop;
  execute format('create policy of_seat on panel_item for select to connexions_app using (%s and %s)', unbarred_policy('panel_item', 'person_id'),
    panel_seated('panel_item', $seat$(
      (p.chair_id = s.account_id and (m.state in ('preparing', 'sent') or m.closed_at > (select app_at()) - interval '90 days'
        or (m.state = 'called-off' and m.on_day > (select app_at())::date - 90)))
      or (panel_item.known is not null and panel_item.state <> 'off' and (m.state = 'sent' or m.closed_at > (select app_at()) - interval '90 days')))$seat$));
  execute format('create policy of_seat on panel_line for select to connexions_app using (replaced_at is null and %s and exists (
      select 1 from panel_item i where i.partnership_id = panel_line.partnership_id and i.id = panel_line.item_id and %s offset 0))',
    unbarred_policy('panel_line', 'person_id'),
    panel_seated('i', $seat$s.classes & p.allows & panel_line.class <> 0 and (m.state = 'sent' or (m.state = 'preparing' and p.chair_id = s.account_id))$seat$));
  -- That they were brought is told by nothing of it to whom the item itself does not show (K6).
  create policy of_item on panel_line as restrictive for select to connexions_app using (exists (
    select 1 from panel_item i where i.partnership_id = panel_line.partnership_id and i.id = panel_line.item_id offset 0));
end $body$;
