-- Letters that unlock money: what is on record and true, as agreed with the young person, signed by a named colleague and kept as it was. Row 311; point A3.
-- docs/rules/guidance.md

create table letter (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 16 guidance; 1024 care or 2048 family where what it is for, or its reason, tells of that (K6).
  class integer not null check (class in (16, 1024, 2048)),
  kind text not null check (kind in ('bursary', 'care-to-learn', 'estrangement', 'travel')),
  to_whom text not null check (length(to_whom) between 1 and 200),
  -- What of the record it tells besides the name: as little as is needed.
  tells text[] not null default '{}' check (tells <@ array['born', 'address', 'learns']),
  reason text check (reason in ('in-care', 'care-leaver', 'own-benefits', 'parent', 'estranged')),
  -- How that is known; stays here.
  known_how text not null default '' check (length(known_how) <= 500),
  words text not null default '' check (length(words) <= 1500),
  state text not null default 'draft' check (state in ('draft', 'signed', 'withdrawn')),
  written_by uuid not null,
  written_on date not null,
  -- What it says, line by line, each with the part of the record it tells; set when it is signed and never changed.
  lines jsonb,
  signed_by uuid,
  signed_name text,
  signed_title text,
  signed_for text,
  signed_on date,
  -- Signed while their whereabouts were protected: it was read with that in mind, and may be shown and printed while they are (K4).
  signed_protected boolean not null default false,
  why text not null default '' check (length(why) <= 500),
  over_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check (state <> 'signed' or lines is not null),
  check (state <> 'draft' or lines is null),
  check ((lines is null) = (signed_by is null) and (lines is null) = (signed_on is null) and (lines is null) = (signed_name is null)),
  check ((state = 'withdrawn') = (over_on is not null)),
  check (reason is null or known_how <> '')
);
create index letter_person on letter (partnership_id, person_id);

call guard_personal_table('letter', 'class');
-- What was written for them is between them and who works with them: no roll and no referral opens it (K3).
do $body$
begin
  drop policy seen on letter;
  execute format('create policy seen on letter for select to connexions_app using (%s)',
    replace(replace(seen_policy('letter'::regclass, 'class', 'person_id'),
      'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
      'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
end $body$;
create policy unsealed on letter as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on letter for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on letter to connexions_grants;
create trigger letter_follows after insert on letter referencing new table as added for each statement execute function follow_merged('id');

-- What was signed stays word for word, whoever asks.
create function keep_signed() returns trigger language plpgsql as $body$
begin
  if (new.class, new.kind, new.to_whom, new.tells, new.reason, new.known_how, new.words, new.lines, new.signed_by, new.signed_name, new.signed_title, new.signed_for,
      new.signed_on, new.signed_protected, new.written_by, new.written_on)
    is distinct from (old.class, old.kind, old.to_whom, old.tells, old.reason, old.known_how, old.words, old.lines, old.signed_by, old.signed_name,
      old.signed_title, old.signed_for, old.signed_on, old.signed_protected, old.written_by, old.written_on)
    or new.state = 'draft'
  then
    raise exception 'a signed letter is kept as it was';
  end if;
  return new;
end $body$;
create trigger letter_kept before update on letter for each row when (old.lines is not null) execute function keep_signed();

-- Wrong person (K9), as 0193 has it. docs/rules/sharing.md
do $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''application''::text', '''application''::text, ''letter''::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position('''letter''' in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;
