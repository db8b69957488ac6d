-- The same question as in 0012, asked with far fewer subqueries. There, each policy brought some forty of them along (the
-- partnership was asked for in each "exists", each "exists" was planned twice, and the tables asked have policies of their
-- own), so that planning a question to one guarded table took 4 ms and the caseload's 40. Here the partnership and the person
-- are taken from the row, and "offset 0" keeps each "exists" to one plan, by the key of the person: the other one reads every
-- grant of the holder and every barrier of the partnership. Decision 0019.

-- Grants on groups and partnerships, without those on single people beside them.
create index access_grant_wide on access_grant (partnership_id, holder_id) include (scope, group_id, classes, started_at, ended_at) where person_id is null;

-- Who may see a row: the text of the policy, for a table and its class.
create function seen_policy(target regclass, class_expr text, person_column text) returns text language sql immutable as $body$
  select format($policy$
    partnership_id = (select app_partnership())
    and not exists (
      select 1 from access_barrier b
      where b.partnership_id = %1$s.partnership_id and b.person_id = %1$s.%2$I
        and b.started_at <= (select app_at()) and (b.ended_at is null or b.ended_at > (select app_at()))
        and ((b.kind = 'shut-out' and b.holder_id = any((select app_holders())::uuid[]))
          or (b.kind = 'restricted' and not exists (
            select 1 from access_grant r
            where r.partnership_id = b.partnership_id and r.person_id = b.person_id
              and r.holder_id = any((select app_holders())::uuid[]) and r.classes & 4096 <> 0
              and r.started_at <= (select app_at()) and (r.ended_at is null or r.ended_at > (select app_at())) offset 0)))
      offset 0)
    and (
      (select coalesce(bit_or(p.classes), 0) from access_grant p
        where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[]) and p.person_id is null
          and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & (%3$s) <> 0
      or exists (
        select 1 from access_grant g
        where g.partnership_id = %1$s.partnership_id and g.person_id = %1$s.%2$I
          and g.holder_id = any((select app_holders())::uuid[]) and g.classes & (%3$s) <> 0
          and g.started_at <= (select app_at()) and (g.ended_at is null or g.ended_at > (select app_at())) offset 0)
      or ((select exists (
            select 1 from access_grant q
            where q.partnership_id = (select app_partnership()) and q.scope = 'group' and q.holder_id = any((select app_holders())::uuid[]) and q.person_id is null offset 0))
        and exists (
          select 1 from access_member m
          join access_grant h on h.partnership_id = m.partnership_id and h.group_id = m.group_id
          where m.partnership_id = %1$s.partnership_id and m.person_id = %1$s.%2$I
            and m.started_at <= (select app_at()) and (m.ended_at is null or m.ended_at > (select app_at()))
            and h.holder_id = any((select app_holders())::uuid[]) and h.person_id is null and h.classes & (%3$s) <> 0
            and h.started_at <= (select app_at()) and (h.ended_at is null or h.ended_at > (select app_at())) offset 0)))
  $policy$, target::text, person_column, class_expr)
$body$;

-- As in 0012, with the policy above.
create or replace procedure guard_personal_table(target regclass, class_expr text, person_column text default 'person_id') language plpgsql as $body$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy seen on %s for select to connexions_app using (%s)', target, seen_policy(target, class_expr, person_column));
  execute format('create policy added on %s for insert to connexions_app with check (partnership_id = (select app_partnership()))', target);
  execute format('create policy changed on %s for update to connexions_app using (partnership_id = (select app_partnership()))', target);
  execute format('create policy worked on %s for all to connexions_worker using (partnership_id = (select app_partnership()))', target);
  execute format('grant select, insert, update on %s to connexions_app, connexions_worker', target);
end $body$;

do $body$
declare
  guarded record;
begin
  for guarded in
    select * from (values
      ('person', '1', 'id'), ('person_name', '1', 'person_id'), ('person_detail', 'class', 'person_id'), ('person_address', 'class', 'person_id'),
      ('person_contact_detail', 'class', 'person_id'), ('person_safe_contact', '32768', 'person_id'), ('person_adult', '2048', 'person_id'),
      ('person_identifier', '131072', 'person_id'), ('person_characteristic', 'class', 'person_id'), ('enrolment', 'class', 'person_id'),
      ('person_alert', 'class', 'person_id'), ('activity_spell', 'class', 'person_id'), ('lead_adviser', '1', 'person_id'),
      ('contact', 'class', 'person_id'), ('contact_version', 'class', 'person_id')) t (name, class_expr, person_column)
  loop
    execute format('drop policy seen on %I', guarded.name);
    execute format('create policy seen on %I for select to connexions_app using (%s)', guarded.name,
      seen_policy(guarded.name::regclass, guarded.class_expr, guarded.person_column));
  end loop;
end $body$;

-- What a list asks of each of its people: the next step, and what they do now (an exclusion constraint's index took five times as long).
create index activity_spell_open on activity_spell (partnership_id, person_id) where finished_on is null;
create index contact_next_of_person on contact (partnership_id, person_id, next_on) where next_on is not null and next_done_on is null;
