-- A young person's own link opens the pages that were ticked for it, behind one code; on one of them they read what stays between us. Rows 78 and 79; decision
-- 0058. docs/rules/sharing.md

alter table secure_link add column pages text[] not null default '{}';
update secure_link set pages = array['plan', 'file'] where kind = 'plan';
alter table secure_link add constraint secure_link_pages_check check (pages <@ array['plan', 'file', 'statement'] and (kind = 'plan') = (cardinality(pages) > 0));

-- Read by themselves on their link: what they say stands, and whoever made the link confirms it when they meet.
alter table confidentiality_reading
  add column link_id uuid,
  add column confirmed_understood text,
  add column confirmed_on date,
  add column confirmed_by uuid,
  add foreign key (partnership_id, link_id) references secure_link (partnership_id, id);
alter table confidentiality_reading drop constraint confidentiality_reading_how_check;
alter table confidentiality_reading add constraint confidentiality_reading_how_check check (how in ('aloud', 'themselves', 'interpreter', 'pictures', 'link')) not valid;
alter table confidentiality_reading validate constraint confidentiality_reading_how_check;
alter table confidentiality_reading add constraint confidentiality_reading_confirmed_check check (confirmed_understood in ('yes', 'in-part', 'not-yet'));
alter table confidentiality_reading add constraint confidentiality_reading_link_check check (
  (how = 'link') = (link_id is not null)
  and (confirmed_on is null) = (confirmed_by is null) and (confirmed_on is null) = (confirmed_understood is null)
  and (confirmed_on is null or link_id is not null));
-- A link is answered once.
create unique index confidentiality_reading_link on confidentiality_reading (partnership_id, link_id) where link_id is not null and sealed_at is null;

-- The link they said it by shows it to them again, and nothing else of their sessions.
do $body$
begin
  execute format('create policy by_link on confidentiality_reading for select to connexions_app using (%s and link_id = any((select app_holders())::uuid[]))',
    unbarred_policy('confidentiality_reading', 'person_id'));
end $body$;
