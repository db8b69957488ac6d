-- Contacts somebody came along to are counted from the index alone: a month of a partnership has thousands, and a colleague was at few of them.
-- docs/rules/sessions.md
drop index contact_joined;
create index contact_joined on contact (partnership_id, happened_on) include (colleagues, account_id, kind, minutes)
  where colleagues <> '{}' and state = 'kept';
