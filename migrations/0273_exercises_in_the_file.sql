-- What a young person said to an exercise may stand in their Progress File, with their yes, and is taken out of it with the exercise. Row 274.
-- docs/rules/guidance.md
alter table exercise_done
  add column entry_id uuid,
  add constraint exercise_done_entry foreign key (partnership_id, entry_id) references progress_entry (partnership_id, id),
  add constraint exercise_done_entry_kept check (entry_id is null or state = 'kept');

-- What was written down with them is taken out as they want, too: its words are gone then.
do $body$
declare
  found name;
begin
  select conname into strict found from pg_constraint
  where conrelid = 'progress_entry'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%written_by IS NULL) OR (state = ''shared''%';
  execute format('alter table progress_entry drop constraint %I', found);
end $body$;
alter table progress_entry add constraint progress_entry_written_down check (written_by is null or state in ('shared', 'out'));
