-- A young person reads their own steps of a pathway of support by their link, and says of each how it stands with them. Rows 178, 179 and 222; decision 0058.
-- docs/rules/plans.md

alter table secure_link drop constraint secure_link_pages_check;
alter table secure_link add constraint secure_link_pages_check check (
  pages <@ array['plan', 'file', 'statement', 'pathway'] and (kind = 'plan') = (cardinality(pages) > 0)) not valid;
alter table secure_link validate constraint secure_link_pages_check;

alter table pathway_step
  add column own_say text,
  add column own_words text not null default '' check (length(own_words) <= 1000),
  add column own_on date,
  add column own_link uuid,
  add foreign key (partnership_id, own_link) references secure_link (partnership_id, id);
alter table pathway_step add constraint pathway_step_own_say_check check (own_say in ('done', 'help', 'not-any-more'));
-- What is theirs to do is theirs to say.
alter table pathway_step add constraint pathway_step_own_check check (
  (own_say is null) = (own_on is null) and (own_say is null) = (own_link is null) and (own_say is not null or own_words = ''));
