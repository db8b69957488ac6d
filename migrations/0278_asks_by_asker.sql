-- What somebody asked of places of learning and waits for: found by who asked.
create index school_ask_asker on school_ask (partnership_id, asked_by) where state = 'asked';
