-- How big a step each target is, as the young person sees it and as the adviser does; and whether it works towards what they aim for. Rows 184 and 202.
alter table plan_target
  add column own_step text not null default 'not-asked' check (own_step in ('not-asked', 'easy', 'right', 'stretch', 'too-far')),
  add column adviser_step text not null default 'not-asked' check (adviser_step in ('not-asked', 'easy', 'right', 'stretch', 'too-far')),
  -- The talk in which they named the aim it works towards.
  add column aim_id uuid,
  -- The version in which what was agreed of it last changed: how big a step it is seen as is no part of that. Empty before, where it is the version itself.
  add column said_version integer,
  add foreign key (partnership_id, aim_id) references talk (partnership_id, id);
