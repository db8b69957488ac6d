-- Wrong person (K9), as 0051 has it, for an assessment with all that is in it. docs/rules/sharing.md
do $body$
declare
  filed text;
begin
  foreach filed in array array['assessment', 'assessment_rating', 'assessment_answer']
  loop
    execute format('alter table %I add column sealed_at timestamptz', filed);
    execute format('create policy unsealed on %I as restrictive for select to connexions_app using (sealed_at is null)', filed);
  end loop;
end $body$;

alter table breach drop constraint breach_what_check;
alter table breach add constraint breach_what_check
  check (what in ('contact', 'alert', 'adult', 'contact-detail', 'identifier', 'address', 'characteristic', 'place', 'activity', 'assessment')) not valid;
alter table breach validate constraint breach_what_check;
