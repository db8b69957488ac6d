-- Some services help on the same day: with food, a bed for tonight, a way home (row 182). docs/rules/directory.md
alter table local_service
  add column same_day text[] not null default '{}'
    check (same_day <@ array['food', 'bed', 'money', 'heat', 'phone', 'travel', 'clothes', 'baby', 'talk']),
  add column open_when text not null default '' check (length(open_when) <= 300);
