-- A pathway of support is part of the plan, whatever else it tells: whoever does not see plans sees none of it, in the database too (0221 left that to the pages).
-- docs/rules/plans.md, decision 0050
do $body$
declare
  guarded text;
begin
  foreach guarded in array array['pathway', 'pathway_step', 'pathway_log', 'pathway_week'] loop
    execute format('create policy seen_besides on %I as restrictive for select to connexions_app using (%s)', guarded,
      seen_policy(guarded::regclass, '64', 'person_id'));
  end loop;
end $body$;
