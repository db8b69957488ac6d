-- What a panel agreed that somebody does, by when: on the list of whoever owes it until it is done, or it is said why not. Row 310; decision 0042.
-- docs/rules/panels.md

create table panel_action (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  origin_person_id uuid not null,
  -- That of the item.
  class integer not null check (class in (128, 256, 512, 1024, 65536)),
  panel_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  -- Who answers for it; where a partner without an account does it, who that is.
  owner_id uuid not null,
  partner text not null default '' check (length(partner) <= 120),
  what text not null check (length(what) between 1 and 500),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'done', 'not-done')),
  over_on date,
  over_words text not null default '' check (length(over_words) <= 1000),
  chased_at timestamptz,
  escalated_at timestamptz,
  version integer not null default 1,
  recorded_at timestamptz not null,
  recorded_by uuid,
  sealed_at timestamptz,
  primary key (partnership_id, id),
  foreign key (partnership_id, person_id) references person (partnership_id, id),
  foreign key (partnership_id, item_id) references panel_item (partnership_id, id),
  check ((state = 'open') = (over_on is null)),
  check (state <> 'not-done' or over_words <> '')
);
create index panel_action_person on panel_action (partnership_id, person_id);
create index panel_action_item on panel_action (partnership_id, item_id);
create index panel_action_open on panel_action (partnership_id, owner_id, due_on) where over_on is null;
create index panel_action_due on panel_action (partnership_id, due_on) where over_on is null;
create index panel_action_panel on panel_action (partnership_id, panel_id) where over_on is null;

call guard_personal_table('panel_action', 'class');
do $body$
begin
  drop policy seen on panel_action;
  execute format('create policy seen on panel_action for select to connexions_app using (%s)',
    replace(replace(seen_policy('panel_action'::regclass, 'class', 'person_id'),
      'and g.started_at', 'and g.source not in (''own-roll'', ''referral'') and g.started_at'),
      'and h.started_at', 'and h.source <> ''own-roll'' and h.started_at'));
  -- Whoever owes it, by the action itself; whoever has a seat where it was agreed, for as long as that shows what came of it; and whoever has one at a meeting of the
  -- same panel now, for those that are open.
  execute format('create policy of_owner on panel_action for select to connexions_app using (%s and owner_id = any((select app_holders())::uuid[]))',
    unbarred_policy('panel_action', 'person_id'));
  execute format('create policy of_seat on panel_action for select to connexions_app using (%s and exists (select 1 from panel_seat s
      join panel_meeting m on m.partnership_id = s.partnership_id and m.id = s.meeting_id
      where s.partnership_id = (select app_partnership()) and s.partnership_id = panel_action.partnership_id and m.panel_id = panel_action.panel_id
        and s.ended_at is null and s.account_id = any((select app_holders())::uuid[]) and s.organisation_id = any((select app_holders())::uuid[])
        and ((m.state in (''sent'', ''preparing'') and panel_action.over_on is null and (m.state = ''sent'' or exists (select 1 from panel p
            where p.partnership_id = m.partnership_id and p.id = m.panel_id and p.chair_id = s.account_id)))
          or (m.id = panel_action.meeting_id and (m.state = ''sent'' or m.closed_at > (select app_at()) - interval ''90 days''))) offset 0))',
    unbarred_policy('panel_action', 'person_id'));
end $body$;
create policy unsealed on panel_action as restrictive for select to connexions_app using (sealed_at is null);
create policy followed on panel_action for all to connexions_grants using (partnership_id = (select app_partnership()));
grant select (partnership_id, person_id, id), update (person_id) on panel_action to connexions_grants;
create trigger panel_action_follows after insert on panel_action referencing new table as added for each statement execute function follow_merged('id');

-- Wrong person (K9), as 0194 has it. docs/rules/sharing.md
do $body$
declare
  kinds text;
begin
  select replace(pg_get_constraintdef(oid), '''absence''::text', '''absence''::text, ''panel''::text, ''panel-action''::text') into strict kinds
  from pg_constraint where conrelid = 'breach'::regclass and conname = 'breach_what_check';
  if position('''panel-action''' in kinds) = 0 then raise exception 'breach_what_check is not as it was: %', kinds; end if;
  alter table breach drop constraint breach_what_check;
  execute 'alter table breach add constraint breach_what_check ' || replace(kinds, ' NOT VALID', '') || ' not valid';
  alter table breach validate constraint breach_what_check;
end $body$;
