-- Audit, floor 0: who did or saw what. Ids, not nouns. Appended by the program, sealed by the worker, changed by nobody.

create table audit_event (
  partnership_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'feed', 'clock', 'link', 'young-person', 'command', 'nobody')),
  actor_id uuid,
  organisation_id uuid,
  action text not null check (action ~ '^[a-z][a-z-]*(\.[a-z][a-z-]*)+$'),
  outcome text not null check (outcome in ('done', 'refused', 'invalid', 'failed')),
  person_ids uuid[] not null default '{}',
  target_id uuid,
  request_id text not null,
  payload_hash bytea not null check (length(payload_hash) = 32),
  primary key (partnership_id, id)
);
create index audit_event_person on audit_event using gin (person_ids);
create index audit_event_actor on audit_event (partnership_id, actor_id, at);

create table audit_payload (
  partnership_id uuid not null,
  event_id uuid not null,
  salt bytea not null check (length(salt) = 32),
  payload text not null,
  primary key (partnership_id, event_id),
  foreign key (partnership_id, event_id) references audit_event (partnership_id, id)
);

create table audit_pending (
  partnership_id uuid not null,
  event_id uuid not null,
  primary key (partnership_id, event_id),
  foreign key (partnership_id, event_id) references audit_event (partnership_id, id)
);

create table audit_leaf (
  partnership_id uuid not null,
  epoch integer not null check (epoch >= 1),
  position bigint not null check (position >= 0),
  event_id uuid not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  primary key (partnership_id, epoch, position),
  unique (partnership_id, event_id)
);

create table audit_root (
  partnership_id uuid not null,
  epoch integer not null check (epoch >= 1),
  size bigint not null check (size >= 0),
  root_hash bytea not null check (length(root_hash) = 32),
  frontier bytea not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  made_at timestamptz not null,
  key_id text not null,
  signature bytea not null,
  reason text,
  primary key (partnership_id, epoch, size)
);
