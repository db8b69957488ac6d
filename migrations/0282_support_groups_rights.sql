-- What an agreement opens goes where it goes, and a young person reads what a group does for them on their own pages. Row 98; decisions 0058 and 0062.

-- As in 0184, for what was opened by an agreement too.
create or replace function take_grant_along() returns trigger language plpgsql security definer set search_path = app, pg_temp set row_security = on as $body$
begin
  update access_grant set person_id = new.person_id
  where partnership_id = new.partnership_id and id = new.grant_id and person_id = old.person_id
    and source in ('referral', 'hand-over', 'secure-link', 'agreement') and (ended_at is null or ended_at > app_at());
  return null;
end $body$;
create trigger support_group_right_grant after update of person_id on support_group_right for each row
  when (old.person_id is distinct from new.person_id) execute function take_grant_along();

create or replace function carry_grant(merge uuid, grant_id uuid) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  update access_grant g set person_id = m.origin_person_id
  from person_merge m
  where m.partnership_id = app_partnership() and m.id = merge and m.merged_at = app_at() and m.undone_at is null
    and g.partnership_id = m.partnership_id and g.id = grant_id and g.person_id = m.gone_person_id
    and g.source in ('lead-adviser', 'safeguarding', 'referral', 'hand-over', 'secure-link', 'agreement');
  return found;
end $body$;

-- By an agreement nobody sees more than that somebody is there: over one person, held by one account.
alter table access_grant add constraint access_grant_agreement_check check (
  source <> 'agreement' or (scope = 'person' and classes = 1 and basis = 'consent')) not valid;
alter table access_grant validate constraint access_grant_agreement_check;

alter table secure_link drop constraint secure_link_pages_check;
alter table secure_link add constraint secure_link_pages_check check (
  pages <@ array['plan', 'file', 'statement', 'pathway', 'group'] and (kind = 'plan') = (cardinality(pages) > 0)) not valid;
alter table secure_link validate constraint secure_link_pages_check;

-- Their own link shows them what is theirs, whatever it tells of, unless it is kept close.
do $body$
declare
  theirs text;
begin
  foreach theirs in array array['support_group_member', 'support_step'] loop
    execute format('create policy by_link on %1$I for select to connexions_app using (%2$s and class <> 4096 and exists (
      select 1 from secure_link l where l.partnership_id = %1$I.partnership_id and l.person_id = %1$I.person_id
        and l.id = any((select app_holders())::uuid[]) and ''group'' = any(l.pages) offset 0))', theirs, unbarred_policy(theirs::regclass, 'person_id'));
  end loop;
end $body$;
