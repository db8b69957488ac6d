-- Wrong person (K9), as 0051 and 0070 have it, for where somebody learns and what they do: sealed, neither is there for the
-- program any more. docs/rules/sharing.md

do $body$
declare
  filed text;
begin
  foreach filed in array array['enrolment', 'activity_spell']
  loop
    execute format('alter table %I add column sealed_at timestamptz', filed);
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', filed);
  end loop;
end $body$;
create policy unsealed_for_search on activity_spell as restrictive for select to connexions_search using (sealed_at is null);

-- What was never theirs takes up no days: what they did do may be written down for the same time.
alter table activity_spell drop constraint activity_spell_no_overlap;
alter table activity_spell add constraint activity_spell_no_overlap
  exclude using gist (partnership_id with =, person_id with =, daterange(started_on, finished_on) with &&) where (sealed_at is null)
  deferrable initially deferred;

alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity')) not valid;
alter table breach validate constraint breach_what_check;
