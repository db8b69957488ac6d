-- What is needed for an interview, and who sees to each. Row 175. docs/rules/guidance.md
alter table application add column kit jsonb not null default '{}' check (jsonb_typeof(kit) = 'object' and length(kit::text) <= 300);
