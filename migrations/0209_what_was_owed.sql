-- What somebody owed a panel stays readable to them for ninety days after it is over, as what a seat shows does. docs/rules/panels.md
drop policy of_owner on panel_action;
do $body$
begin
  execute format('create policy of_owner on panel_action for select to connexions_app using (%s and owner_id = any((select app_holders())::uuid[])
      and (over_on is null or over_on > ((select app_at()) - interval ''90 days'')::date))',
    unbarred_policy('panel_action', 'person_id'));
end $body$;
