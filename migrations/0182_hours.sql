-- Hours of a colleague over a month are counted from that colleague's contacts. Point A6 in part.
create index contact_account_day on contact (partnership_id, account_id, happened_on);
