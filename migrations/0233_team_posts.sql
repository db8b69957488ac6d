-- How many advisers' posts a team has, from a day (row 158). What is there beside it, who waits and since when, is counted. docs/rules/deployment.md
create table team_posts (
  partnership_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  posts smallint not null check (posts between 0 and 200),
  from_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  primary key (partnership_id, id),
  unique (partnership_id, team_id, from_on),
  foreign key (partnership_id, team_id) references team (partnership_id, id)
);
call guard_partnership_table('team_posts');
