-- Two classes no role brings: immigration and offending. A grant of them is given by name, over one young person, with a reason and
-- an end; the functions that write grants know no other. docs/rules/access.md, decision 0021

alter table access_grant drop constraint access_grant_source_check;
alter table access_grant add constraint access_grant_source_check check (source in ('lead-adviser', 'deployment', 'team', 'tracking-list', 'cover',
  'duty-desk', 'own-roll', 'referral', 'agreement', 'supervision', 'role', 'break-glass', 'inspection-sample', 'safeguarding', 'protection',
  'named-class')) not valid;
alter table access_grant validate constraint access_grant_source_check;

-- 512 offending, 65536 immigration. 181 days: 180, and the hour a summer brings.
create function check_named_classes(record_classes integer, grant_scope text, from_source text, because text, until timestamptz)
returns void language plpgsql stable set search_path = app, pg_temp as $body$
begin
  if record_classes & (512 | 65536) = 0 then return; end if;
  if from_source <> 'named-class' or grant_scope <> 'person' or coalesce(because, '') = '' or until is null or until > app_at() + interval '181 days' then
    raise exception 'immigration and offending are given by name only, over one person, with a reason, for 180 days at most';
  end if;
end $body$;
revoke all on function check_named_classes from public;
grant execute on function check_named_classes to connexions_grants;

-- As in 0012 and 0040, with the question above.
create or replace function open_grant(
  grant_id uuid, grant_scope text, about_person uuid, about_group uuid, for_holder uuid, record_classes integer,
  on_basis text, from_source text, because text, by_account uuid, until timestamptz
) returns uuid language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  if app_partnership() is null or app_at() is null then raise exception 'no acting partnership or time'; end if;
  if coalesce(from_source, '') = '' then raise exception 'a grant needs a source'; end if;
  perform check_named_classes(record_classes, grant_scope, from_source, because, until);
  insert into access_grant (partnership_id, id, scope, person_id, group_id, holder_id, classes, basis, source, reason, made_by, started_at, ended_at)
  values (app_partnership(), grant_id, grant_scope, about_person, about_group, for_holder, record_classes, on_basis, from_source,
    coalesce(because, ''), by_account, app_at(), until);
  return grant_id;
end $body$;

create or replace function open_grant_from(
  grant_id uuid, grant_scope text, about_person uuid, about_group uuid, for_holder uuid, record_classes integer,
  on_basis text, from_source text, because text, by_account uuid, since timestamptz, until timestamptz
) returns uuid language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  if app_partnership() is null or app_at() is null then raise exception 'no acting partnership or time'; end if;
  if coalesce(from_source, '') = '' then raise exception 'a grant needs a source'; end if;
  if until is not null and until <= greatest(coalesce(since, app_at()), app_at()) then raise exception 'a grant ends after it begins'; end if;
  perform check_named_classes(record_classes, grant_scope, from_source, because, until);
  insert into access_grant (partnership_id, id, scope, person_id, group_id, holder_id, classes, basis, source, reason, made_by, started_at, ended_at)
  values (app_partnership(), grant_id, grant_scope, about_person, about_group, for_holder, record_classes, on_basis, from_source,
    coalesce(because, ''), by_account, greatest(coalesce(since, app_at()), app_at()), until);
  return grant_id;
end $body$;
