-- Matching, floor 3: the model that was learned, and the index by which somebody is found who may be somebody else. Both
-- are made anew beside those in use (a generation), so that a list is never matched against half an index.

create table match_model (
  partnership_id uuid not null references partnership (id),
  id uuid not null,
  generation integer not null check (generation > 0),
  state text not null check (state in ('building', 'live', 'past', 'failed')),
  document jsonb not null,
  why text not null check (why in ('list', 'night', 'asked', 'back')),
  made_at timestamptz not null,
  made_by uuid,
  live_at timestamptz,
  ended_at timestamptz,
  primary key (partnership_id, id),
  unique (partnership_id, generation)
);
create unique index match_model_live on match_model (partnership_id) where state = 'live';

create table match_setting (
  partnership_id uuid not null references partnership (id),
  frozen_at timestamptz,
  frozen_by uuid,
  link_bits real,
  changed_at timestamptz not null,
  changed_by uuid,
  version integer not null default 1,
  primary key (partnership_id)
);

-- Keys only: what is known of somebody stays where its class guards it.
create table match_entry (
  partnership_id uuid not null,
  generation integer not null,
  person_id uuid not null,
  keys bigint[] not null,
  primary key (partnership_id, generation, person_id)
);

create table match_key (
  partnership_id uuid not null,
  generation integer not null,
  key bigint not null,
  person_id uuid not null,
  primary key (partnership_id, generation, key, person_id)
);

create table match_term (
  partnership_id uuid not null,
  generation integer not null,
  line smallint not null,
  hash bigint not null,
  bearers integer not null check (bearers > 0),
  primary key (partnership_id, generation, line, hash)
);

-- Whoever changed since their keys were made. Not unique: two who change one record at a time do not wait for each other.
create table match_stale (
  partnership_id uuid not null,
  n bigint generated always as identity,
  person_id uuid not null,
  primary key (partnership_id, n)
);

create function note_stale() returns trigger language plpgsql as $body$
declare
  gone uuid;
  come uuid;
begin
  if tg_table_name = 'person' then
    come := new.id;
  else
    come := new.person_id;
    if tg_op = 'UPDATE' then gone := old.person_id; end if;
  end if;
  insert into match_stale (partnership_id, person_id) values (new.partnership_id, come);
  if gone is distinct from come and gone is not null then
    insert into match_stale (partnership_id, person_id) values (new.partnership_id, gone);
  end if;
  return null;
end $body$;

create trigger stale_for_matching after insert or update on person_name for each row execute function note_stale();
create trigger stale_for_matching after insert or update on person_address for each row execute function note_stale();
create trigger stale_for_matching after insert or update on person_identifier for each row execute function note_stale();
create trigger stale_for_matching after insert or update on person_contact_detail for each row execute function note_stale();
create trigger stale_for_matching after insert or update of state, born_on, died_on on person for each row execute function note_stale();

do $body$
declare
  own text;
begin
  call guard_partnership_table('match_model');
  call guard_partnership_table('match_setting');
  -- The index is the house's: nobody else asks it.
  foreach own in array array['match_entry', 'match_key', 'match_term', 'match_stale']
  loop
    execute format('alter table %I enable row level security', own);
    execute format('create policy worked on %I for all to connexions_worker using (partnership_id = (select app_partnership()))', own);
    execute format('grant select, insert, update, delete on %I to connexions_worker', own);
  end loop;
  -- Whoever changes a record says so; nobody but the house reads it.
  create policy noted on match_stale for insert to connexions_app with check (partnership_id = (select app_partnership()));
  grant insert on match_stale to connexions_app;
end $body$;

-- Why a row was judged so, line by line: what spoke for it and what against, in bits, without the values themselves.
alter table intake_row add column weighed jsonb;
alter table source_row add column weighed jsonb;

-- Everybody there is before the index: the first list builds it.
insert into match_stale (partnership_id, person_id) select partnership_id, id from person where state = 'active';
