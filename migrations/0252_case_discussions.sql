-- A team speaks of cases together, advisers for everybody and for those who need most round one table: a further kind of panel (rows 209, 219 and 231).
-- docs/rules/panels.md
alter table panel drop constraint panel_kind_check;
alter table panel add constraint panel_kind_check check (kind in ('not-in-learning', 'vulnerable', 'transition', 'cases', 'other'));
