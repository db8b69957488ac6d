-- A next step may be practical help, and is done, or is not going to be and why. Row 175. docs/rules/sessions.md
alter table contact
  add column next_kind text check (next_kind in ('interview-kit', 'go-along', 'travel', 'form', 'phone-call', 'outing')),
  -- Why it is not going to be done; then next_done_on is the day that was said, so that it stands nowhere as open.
  add column next_not_done text not null default '' check (length(next_not_done) <= 300),
  add constraint contact_next_kind check (next_kind is null or next_step <> ''),
  add constraint contact_next_not_done check (next_not_done = '' or next_done_on is not null);
