-- The assessment: every factor with the adviser's view and the young person's own beside it, never averaged. Rows 79, 80, 174 to
-- 181 of the inventory; decision 0032. A baseline is the first that was agreed; what is agreed is never changed, a review says anew.
create table assessment (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  depth text not null check (depth in ('initial', 'in-depth', 'review')),
  state text not null default 'draft' check (state in ('draft', 'agreed')),
  started_on date not null,
  started_by uuid not null,
  agreed_on date,
  agreed_by uuid,
  agreement text check (agreement in ('agreed', 'disagreed')),
  agreement_words text not null default '' check (length(agreement_words) <= 2000),
  review_on date,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  check ((state = 'agreed') = (agreed_on is not null and agreed_by is not null and agreement is not null))
);
create index assessment_person on assessment (partnership_id, person_id, started_on desc);

create table assessment_rating (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- 32 assessment; the class of what the factor itself tells of (family, health, offending: K6); 4096 when it is kept close.
  class integer not null check (class in (32, 256, 512, 2048, 4096)),
  -- Of what is kept close, the class it has besides: whoever reads it sees both.
  also_class integer check (also_class in (32, 256, 512, 2048)),
  assessment_id uuid not null,
  factor text not null check (factor ~ '^[a-z][a-z-]{1,39}$'),
  staff_level smallint check (staff_level between 1 and 5),
  own_level smallint check (own_level between 1 and 5),
  evidence text not null default '' check (length(evidence) <= 10000),
  own_words text not null default '' check (length(own_words) <= 2000),
  source text not null check (source in ('told-me', 'seen', 'document', 'partner')),
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  replaced_at timestamptz,
  replaced_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, assessment_id) references assessment (partnership_id, id),
  check (staff_level is not null or own_level is not null or evidence <> '' or own_words <> '')
);
create index assessment_rating_of on assessment_rating (partnership_id, assessment_id);
create index assessment_rating_person on assessment_rating (partnership_id, person_id);

-- What was done about an answer that calls for somebody else: agreed upon before the assessment can be.
create table assessment_answer (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  class integer not null check (class in (32, 256, 512, 2048, 4096)),
  -- Of what is kept close, the class it has besides: whoever reads it sees both.
  also_class integer check (also_class in (32, 256, 512, 2048)),
  assessment_id uuid not null,
  factor text not null check (factor ~ '^[a-z][a-z-]{1,39}$'),
  level smallint not null check (level between 1 and 5),
  answer text not null check (answer in ('concern-raised', 'specialist-asked', 'acted', 'not-needed')),
  words text not null check (length(words) between 1 and 1000),
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, assessment_id) references assessment (partnership_id, id)
);
create index assessment_answer_of on assessment_answer (partnership_id, assessment_id);
create index assessment_answer_person on assessment_answer (partnership_id, person_id);

call guard_personal_table('assessment', '32');
call guard_personal_table('assessment_rating', 'class');
call guard_personal_table('assessment_answer', 'class');

-- Kept close, what tells of health still tells of health: a reader of restricted records alone sees nothing of it.
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['assessment_rating', 'assessment_answer'] loop
    execute format('create policy seen_besides on %I as restrictive for select to connexions_app using (%s)', guarded,
      seen_policy(guarded::regclass, 'coalesce(also_class, class)', 'person_id'));
  end loop;
end $body$;

-- What was filed on the wrong person is not there (0051); what comes late for a record that was joined follows it (0100).
do $body$
declare
  followed text;
begin
  foreach followed in array array['assessment', 'assessment_rating', 'assessment_answer'] loop
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', followed);
    execute format('create policy followed on %I for all to connexions_grants using (partnership_id = (select app_partnership()))', followed);
    execute format('grant select (partnership_id, person_id, id), update (person_id) on %I to connexions_grants', followed);
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function follow_merged(%L)',
      followed || '_follows', followed, 'id');
  end loop;
end $body$;

-- Wrong person (K9), as 0051 has it, for an assessment with all that is in it. docs/rules/sharing.md
alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment')) not valid;
alter table breach validate constraint breach_what_check;
