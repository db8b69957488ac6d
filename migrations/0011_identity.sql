-- Identity, floor 1: accounts, their second step, sessions and what they act as. Accounts are global: one person may work
-- for several partnerships. The tables without partnership_id are on the list of reference tables (docs/rules/identity.md).

create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null check (length(name) between 1 and 200),
  password_hash text,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint not null default 0,
  single_keys boolean not null default true,
  state text not null default 'active' check (state in ('active', 'disabled')),
  created_at timestamptz not null,
  version integer not null default 1
);

create table account_recovery_code (
  account_id uuid not null references account (id),
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table account_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  account_id uuid not null references account (id),
  purpose text not null check (purpose in ('set-up', 'reset')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table account_device (
  account_id uuid not null references account (id),
  token_hash bytea not null check (length(token_hash) = 32),
  made_at timestamptz not null,
  primary key (account_id, token_hash)
);

create table sign_in_count (
  subject_hash bytea primary key check (length(subject_hash) = 32),
  failures integer not null check (failures >= 0),
  first_at timestamptz not null,
  blocked_until timestamptz
);

create table session (
  token_hash bytea primary key check (length(token_hash) = 32),
  id uuid not null unique,
  account_id uuid not null references account (id),
  stage text not null check (stage in ('password-given', 'set-up', 'signed-in')),
  partnership_id uuid,
  membership_id uuid,
  csrf_secret text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;

create table partnership (
  id uuid primary key,
  name text not null unique check (length(name) between 1 and 120),
  model text not null check (model in ('direct-delivery', 'subcontracting', 'lead-body')),
  controllers text not null,
  processors text not null default '',
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  version integer not null default 1
);

create table membership (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  account_id uuid not null references account (id),
  organisation_id uuid not null,
  role text not null check (role in ('administrator', 'data-officer', 'tracking-officer', 'universal-adviser', 'intensive-adviser',
    'team-leader', 'front-desk', 'manager', 'information-governance', 'safeguarding-lead', 'safeguarding-deputy', 'partner-practitioner')),
  job_title text not null default '',
  started_on date not null,
  finished_on date,
  primary key (partnership_id, id),
  check (finished_on is null or finished_on > started_on)
);
create index membership_account on membership (account_id);
