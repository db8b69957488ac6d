-- The Progress File: a young person's own portfolio. What they write is theirs alone until they share it. Row 277; decision 0047. docs/rules/plans.md

-- A word only they know. Whoever made a link has its code too: without the word it opens nothing of this.
create table progress_lock (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 64 check (class = 64),
  word_hash text not null,
  -- The link on whose page the word was given: while that is open, so is what is theirs alone.
  opened_by uuid,
  tries integer not null default 0,
  tried_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, opened_by) references secure_link (partnership_id, id)
);
create index progress_lock_person on progress_lock (partnership_id, person_id);
call guard_personal_table('progress_lock', 'class');
-- What the word is held against is for the house alone.
revoke select on progress_lock from connexions_app;
grant select (partnership_id, id, person_id, origin_person_id, class, opened_by, tries, tried_on, recorded_at, recorded_by) on progress_lock to connexions_app;
create policy followed on progress_lock for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on progress_lock to connexions_grants;
create trigger progress_lock_follows after insert on progress_lock referencing new table as added for each statement execute function follow_merged('id');

create table progress_entry (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null default 64 check (class = 64),
  kind text not null check (kind in ('achievement', 'strength', 'qualification', 'experience', 'reflection')),
  did text not null check (length(did) between 1 and 2000),
  shows text not null default '' check (length(shows) <= 2000),
  happened_on date,
  state text not null check (state in ('private', 'shared', 'out')),
  -- Whose word it is under; null for what was written down with them, which is shared by nature.
  lock_id uuid,
  written_by uuid,
  link_id uuid,
  written_on date not null,
  shared_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, lock_id) references progress_lock (partnership_id, id),
  foreign key (partnership_id, link_id) references secure_link (partnership_id, id),
  check ((written_by is null) = (link_id is not null)),
  check ((written_by is null) = (lock_id is not null)),
  check (written_by is null or state = 'shared'),
  check ((state = 'shared') = (shared_on is not null))
);
create index progress_entry_person on progress_entry (partnership_id, person_id);
call guard_for_those_who_work('progress_entry');
-- Theirs alone: no account is ever a link by which the word was given.
create policy theirs_alone on progress_entry as restrictive for select to connexions_app using (
  state = 'shared' or exists (
    select 1 from progress_lock l
    where l.partnership_id = progress_entry.partnership_id and l.id = progress_entry.lock_id
      and l.opened_by = any((select app_holders())::uuid[])));
call take_filed_kind('progress-entry');

-- What of it shows that a target was worked on. Of the class of the target (K6).
create table progress_evidence (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (64, 256, 512, 2048)),
  entry_id uuid not null,
  target_id uuid not null,
  chosen_by text not null check (chosen_by in ('young-person', 'adviser')),
  chosen_on date not null,
  -- They took back what it was: that there was some stays, and its words do not (K2).
  taken_back_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  version integer not null default 1,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, entry_id) references progress_entry (partnership_id, id),
  foreign key (partnership_id, target_id) references plan_target (partnership_id, id)
);
create unique index progress_evidence_once on progress_evidence (partnership_id, entry_id, target_id) where taken_back_on is null and sealed_at is null;
create index progress_evidence_person on progress_evidence (partnership_id, person_id);
call guard_for_those_who_work('progress_evidence');
