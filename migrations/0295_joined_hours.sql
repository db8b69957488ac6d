-- Contacts somebody came along to, by day: few, and looked for among all of a month. docs/rules/sessions.md
create index contact_joined on contact (partnership_id, happened_on) where colleagues <> '{}' and state = 'kept';
