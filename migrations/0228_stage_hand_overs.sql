-- A stage of a programme somebody else works with asks for a hand-over: whoever leads is told once for each stage. docs/rules/tracking.md#programmes
alter table programme_place add column handed_told smallint;
