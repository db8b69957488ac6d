-- Who is gone from a list is asked of each row of the last one by its key: without this a list is gone through once for each of its rows.
create index intake_row_source on intake_row (partnership_id, run_id, source_key);
