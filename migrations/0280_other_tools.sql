-- What another agency's assessment tool said of a young person, beside our factors and never one of our ratings. Row 193; decision 0061. docs/rules/assessment.md

-- A tool that the partnership meets. No young person stands in it.
create table other_tool (
  partnership_id uuid not null,
  id uuid not null,
  ended_on date,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id)
);
call guard_partnership_table('other_tool');

-- As it was described from a day on. Changed, a new one is made: what was said stays under the one it was said under.
create table other_tool_edition (
  partnership_id uuid not null,
  id uuid not null,
  tool_id uuid not null,
  number integer not null check (number between 1 and 999),
  name text not null check (length(name) between 1 and 120),
  kind text not null check (kind in ('early-help', 'social-care', 'youth-justice', 'substance-use', 'health', 'send', 'school', 'housing', 'other')),
  -- 32 assessment; 256 health, 512 offending, 1024 care, 2048 family where what it says, or that it was used at all, tells of that (K6).
  class integer not null check (class in (32, 256, 512, 1024, 2048)),
  -- The words of its scale in their order, each a line; none where it says words only.
  steps text[] not null default '{}' check (cardinality(steps) = 0 or cardinality(steps) between 2 and 7),
  hard_end text check (hard_end in ('first', 'last')),
  written_by uuid not null,
  written_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  foreign key (partnership_id, tool_id) references other_tool (partnership_id, id),
  check ((hard_end is null) = (cardinality(steps) = 0)),
  -- Who uses such a tool tells of it by itself.
  check (class = case kind when 'youth-justice' then 512 when 'social-care' then 1024 when 'substance-use' then 256 when 'health' then 256 else class end)
);
create unique index other_tool_edition_number on other_tool_edition (partnership_id, tool_id, number);
call guard_partnership_table('other_tool_edition');

-- A heading of it, beside one of our factors or none, as the partnership maps it.
create table other_tool_heading (
  partnership_id uuid not null,
  edition_id uuid not null,
  -- The same through the editions of a tool while its name is.
  code integer not null check (code between 1 and 9999),
  place integer not null check (place between 1 and 24),
  name text not null check (length(name) between 1 and 120),
  factor text check (factor ~ '^[a-z][a-z-]{1,39}$'),
  class integer not null check (class in (32, 256, 512, 1024, 2048)),
  primary key (partnership_id, edition_id, code),
  foreign key (partnership_id, edition_id) references other_tool_edition (partnership_id, id)
);
call guard_partnership_table('other_tool_heading');

-- That a tool was used with a young person, and what it said in all. Corrected, a new row of the same entry takes its place.
create table tool_saying (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (32, 256, 512, 1024, 2048)),
  entry_id uuid not null,
  edition_id uuid not null,
  said_on date not null,
  said_by text not null check (length(said_by) between 1 and 200),
  words text not null default '' check (length(words) <= 4000),
  written_by uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, edition_id) references other_tool_edition (partnership_id, id),
  foreign key (partnership_id, entry_id) references tool_saying (partnership_id, id)
);
create unique index tool_saying_stands on tool_saying (partnership_id, entry_id) where replaced_at is null;
create index tool_saying_person on tool_saying (partnership_id, person_id);
create index tool_saying_edition on tool_saying (partnership_id, edition_id);
call guard_for_those_who_work('tool_saying');
call take_filed_kind('tool-said');

-- What it said under one heading, of the class that heading tells of (K6).
create table tool_finding (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (32, 256, 512, 1024, 2048)),
  entry_id uuid not null,
  code integer not null check (code between 1 and 9999),
  step integer check (step between 1 and 7),
  words text not null default '' check (length(words) <= 2000),
  written_by uuid not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, entry_id) references tool_saying (partnership_id, id),
  check (step is not null or words <> '')
);
create unique index tool_finding_stands on tool_finding (partnership_id, entry_id, code) where replaced_at is null;
create index tool_finding_person on tool_finding (partnership_id, person_id);
call guard_for_those_who_work('tool_finding');
-- Seen only with what it is of: the tool's class and the heading's, both.
create policy with_saying on tool_finding as restrictive for select to connexions_app using (
  exists (select 1 from tool_saying s where s.partnership_id = tool_finding.partnership_id and s.id = tool_finding.entry_id offset 0));
