-- Access, floor 1: one table answers who may see what and why. See docs/rules/access.md.
-- A scope is a person, a group (a team's caseload, an institution's roll, a work list) or the whole partnership.

create table access_grant (
  partnership_id uuid not null,
  id uuid not null,
  scope text not null check (scope in ('person', 'group', 'partnership')),
  person_id uuid,
  group_id uuid,
  holder_id uuid not null,
  classes integer not null check (classes > 0),
  basis text not null check (basis in ('public-task', 'legal-duty', 'vital-interests', 'consent', 'contract')),
  source text not null check (source in ('lead-adviser', 'deployment', 'team', 'tracking-list', 'cover', 'duty-desk', 'own-roll', 'referral',
    'agreement', 'supervision', 'role', 'break-glass', 'inspection-sample', 'safeguarding')),
  reason text not null default '',
  made_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (partnership_id, id),
  check ((scope = 'person') = (person_id is not null)),
  check ((scope = 'group') = (group_id is not null)),
  check (ended_at is null or ended_at >= started_at)
);
create index access_grant_holder on access_grant (partnership_id, holder_id, person_id) include (classes, started_at, ended_at);
create index access_grant_person on access_grant (partnership_id, person_id, holder_id) include (classes, started_at, ended_at);
create index access_grant_group on access_grant (partnership_id, group_id, holder_id) where group_id is not null;

create table access_member (
  partnership_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (partnership_id, id),
  check (ended_at is null or ended_at >= started_at)
);
create index access_member_person on access_member (partnership_id, person_id, group_id) include (started_at, ended_at);
create index access_member_group on access_member (partnership_id, group_id, person_id) include (started_at, ended_at);
create unique index access_member_once on access_member (partnership_id, group_id, person_id) where ended_at is null;

create table access_barrier (
  partnership_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('restricted', 'shut-out')),
  person_id uuid not null,
  holder_id uuid,
  reason text not null,
  made_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (partnership_id, id),
  check ((kind = 'shut-out') = (holder_id is not null)),
  check (ended_at is null or ended_at >= started_at)
);
create index access_barrier_person on access_barrier (partnership_id, person_id);

-- What the transaction says of itself. Each is a scalar subquery in the policies, so it is asked once a statement.
create function app_partnership() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.partnership_id', true), '')::uuid $$;
create function app_holders() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('app.holders', true), '')::uuid[], '{}') $$;
create function app_at() returns timestamptz language sql stable parallel safe
  as $$ select nullif(current_setting('app.at', true), '')::timestamptz $$;

grant execute on function app_partnership(), app_holders(), app_at() to connexions_app, connexions_worker, connexions_search, connexions_grants;

-- Guards a table of personal rows: class_expr is a bit or a column holding one. Called by every migration that makes one.
-- SELECT needs a live grant of the row's class; INSERT and UPDATE need the partnership (what may be written is the
-- action's decision, and every update asserts its row count). The worker sees its whole partnership.
create procedure guard_personal_table(target regclass, class_expr text, person_column text default 'person_id') language plpgsql as $body$
declare
  seen constant text := format($policy$
    partnership_id = (select app_partnership())
    and not exists (
      select 1 from access_barrier b
      where b.partnership_id = (select app_partnership()) and b.person_id = %1$s.%2$I
        and b.started_at <= (select app_at()) and (b.ended_at is null or b.ended_at > (select app_at()))
        and ((b.kind = 'shut-out' and b.holder_id = any((select app_holders())::uuid[]))
          or (b.kind = 'restricted' and not exists (
            select 1 from access_grant r
            where r.partnership_id = (select app_partnership()) and r.person_id = b.person_id
              and r.holder_id = any((select app_holders())::uuid[]) and r.classes & 4096 <> 0
              and r.started_at <= (select app_at()) and (r.ended_at is null or r.ended_at > (select app_at()))))))
    and (
      (select coalesce(bit_or(p.classes), 0) from access_grant p
        where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
          and p.person_id is null
          and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & (%3$s) <> 0
      or exists (
        select 1 from access_grant g
        where g.partnership_id = (select app_partnership()) and g.person_id = %1$s.%2$I
          and g.holder_id = any((select app_holders())::uuid[]) and g.classes & (%3$s) <> 0
          and g.started_at <= (select app_at()) and (g.ended_at is null or g.ended_at > (select app_at())))
      or ((select exists (
            select 1 from access_grant q
            where q.partnership_id = (select app_partnership()) and q.scope = 'group' and q.holder_id = any((select app_holders())::uuid[])
              and q.person_id is null))
        and exists (
          select 1 from access_member m
          join access_grant h on h.partnership_id = m.partnership_id and h.group_id = m.group_id
          where m.partnership_id = (select app_partnership()) and m.person_id = %1$s.%2$I
            and m.started_at <= (select app_at()) and (m.ended_at is null or m.ended_at > (select app_at()))
            and h.holder_id = any((select app_holders())::uuid[]) and h.classes & (%3$s) <> 0
            and h.started_at <= (select app_at()) and (h.ended_at is null or h.ended_at > (select app_at())))))
  $policy$, target::text, person_column, class_expr);
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy seen on %s for select to connexions_app using (%s)', target, seen);
  execute format('create policy added on %s for insert to connexions_app with check (partnership_id = (select app_partnership()))', target);
  execute format('create policy changed on %s for update to connexions_app using (partnership_id = (select app_partnership()))', target);
  execute format('create policy worked on %s for all to connexions_worker using (partnership_id = (select app_partnership()))', target);
  execute format('grant select, insert, update on %s to connexions_app, connexions_worker', target);
end $body$;

-- Guards a table without people in it: the partnership is the only wall.
create procedure guard_partnership_table(target regclass) language plpgsql as $body$
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy own on %s for all to connexions_app, connexions_worker using (partnership_id = (select app_partnership()))', target);
  execute format('grant select, insert, update on %s to connexions_app, connexions_worker', target);
end $body$;

-- Grants are written by two functions only; each demands where the right came from.
create function open_grant(
  grant_id uuid, grant_scope text, about_person uuid, about_group uuid, for_holder uuid, record_classes integer,
  on_basis text, from_source text, because text, by_account uuid, until timestamptz
) returns uuid language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  if app_partnership() is null or app_at() is null then raise exception 'no acting partnership or time'; end if;
  if coalesce(from_source, '') = '' then raise exception 'a grant needs a source'; end if;
  insert into access_grant (partnership_id, id, scope, person_id, group_id, holder_id, classes, basis, source, reason, made_by, started_at, ended_at)
  values (app_partnership(), grant_id, grant_scope, about_person, about_group, for_holder, record_classes, on_basis, from_source,
    coalesce(because, ''), by_account, app_at(), until);
  return grant_id;
end $body$;

create function end_grant(grant_id uuid, because text) returns boolean language plpgsql security definer set search_path = app, pg_temp as $body$
begin
  if coalesce(because, '') = '' then raise exception 'ending a grant needs a reason'; end if;
  update access_grant set ended_at = app_at(), end_reason = because
  where partnership_id = app_partnership() and id = grant_id and (ended_at is null or ended_at > app_at());
  return found;
end $body$;

alter function open_grant owner to connexions_grants;
alter function end_grant owner to connexions_grants;
revoke all on function open_grant, end_grant from public;
grant execute on function open_grant, end_grant to connexions_app, connexions_worker;

alter table access_grant enable row level security;
create policy known on access_grant for select to connexions_app, connexions_worker using (partnership_id = (select app_partnership()));
create policy written on access_grant for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select on access_grant to connexions_app, connexions_worker;
grant select, insert, update on access_grant to connexions_grants;

call guard_partnership_table('access_member');
call guard_partnership_table('access_barrier');

-- Audit: added by anyone acting, read where a grant of the whole partnership carries the audit class (bit 16384), never changed.
alter table audit_event enable row level security;
create policy added on audit_event for insert to connexions_app, connexions_worker with check (partnership_id = (select app_partnership()));
create policy seen on audit_event for select to connexions_app using (
  partnership_id = (select app_partnership())
  and (select coalesce(bit_or(p.classes), 0) from access_grant p
    where p.partnership_id = (select app_partnership()) and p.scope = 'partnership' and p.holder_id = any((select app_holders())::uuid[])
      and p.person_id is null
      and p.started_at <= (select app_at()) and (p.ended_at is null or p.ended_at > (select app_at()))) & 16384 <> 0);
create policy worked on audit_event for select to connexions_worker using (partnership_id = (select app_partnership()));
grant insert, select on audit_event to connexions_app, connexions_worker;

alter table audit_payload enable row level security;
create policy added on audit_payload for insert to connexions_app, connexions_worker with check (partnership_id = (select app_partnership()));
create policy worked on audit_payload for select to connexions_worker using (partnership_id = (select app_partnership()));
grant insert on audit_payload to connexions_app, connexions_worker;
grant select on audit_payload to connexions_worker;

alter table audit_pending enable row level security;
create policy added on audit_pending for insert to connexions_app, connexions_worker with check (partnership_id = (select app_partnership()));
create policy worked on audit_pending for all to connexions_worker using (partnership_id = (select app_partnership()));
grant insert on audit_pending to connexions_app, connexions_worker;
grant select, delete on audit_pending to connexions_worker;

alter table audit_leaf enable row level security;
create policy worked on audit_leaf for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on audit_leaf to connexions_worker;
alter table audit_root enable row level security;
create policy worked on audit_root for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on audit_root to connexions_worker;

-- Identity. Accounts and sessions are global; memberships belong to a partnership but are asked for before one is chosen.
grant select, insert on account_device to connexions_app;
grant select, insert, update on account, account_recovery_code, account_link, sign_in_count, session, membership to connexions_app;
grant select, insert, update on partnership to connexions_app;
grant select on account, membership, partnership, session to connexions_worker;
