-- The offline notebook: that somebody took their caseload along, and notes that came back from it. docs/rules/sessions.md#the-offline-notebook, decision 0046

create table notebook_pack (
  partnership_id uuid not null,
  id uuid not null,
  account_id uuid not null references account (id),
  -- Whoever ends that session, here or from elsewhere, ends what was taken along in it.
  session_id uuid not null,
  -- A digest of what the device knows it by.
  token_hash bytea not null check (length(token_hash) = 32),
  -- Opens notes that were not sent, for the same account signed in: it was never kept on the device, and opens nothing by itself.
  half bytea not null check (length(half) = 32),
  taken_at timestamptz not null,
  -- The last day it can be read on the device.
  until_day date not null,
  people integer not null check (people >= 0),
  ended_at timestamptz,
  recorded_at timestamptz not null,
  primary key (partnership_id, id)
);
create unique index notebook_pack_token on notebook_pack (partnership_id, token_hash);
create index notebook_pack_account on notebook_pack (partnership_id, account_id) where ended_at is null;
alter table notebook_pack enable row level security;
-- One's own: nobody else reads half of a key. Whether one is over is asked by a device where nobody is signed in, as the house.
create policy own on notebook_pack for all to connexions_app using (
  partnership_id = (select app_partnership()) and account_id = any((select app_holders())::uuid[]));
create policy house on notebook_pack for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert, update on notebook_pack to connexions_app, connexions_worker;

-- A note that came, by the key its device gave it: sent twice, it is one contact. Whom it is about stands on the contact alone, and moves with it.
create table notebook_note (
  partnership_id uuid not null,
  account_id uuid not null references account (id),
  -- Made on the device.
  note_key uuid not null,
  pack_id uuid not null,
  contact_id uuid not null,
  -- Of what was sent: another text under the same key is no second sending.
  digest bytea not null check (length(digest) = 32),
  -- By the device's clock.
  written_at timestamptz not null,
  clock text not null check (clock in ('fits', 'asked')),
  recorded_at timestamptz not null,
  primary key (partnership_id, account_id, note_key),
  foreign key (partnership_id, pack_id) references notebook_pack (partnership_id, id)
);
create unique index notebook_note_contact on notebook_note (partnership_id, contact_id);
alter table notebook_note enable row level security;
-- As a contact is: whoever sees it sees when it was written. Whoever sent it also sees that it came, wherever the contact is by now.
create policy with_contact on notebook_note for select to connexions_app using (
  partnership_id = (select app_partnership()) and exists (
    select 1 from contact c where c.partnership_id = notebook_note.partnership_id and c.id = notebook_note.contact_id));
create policy kept on notebook_note for insert to connexions_app with check (partnership_id = (select app_partnership()));
create policy house on notebook_note for all to connexions_worker using (partnership_id = (select app_partnership()));
grant select, insert on notebook_note to connexions_app, connexions_worker;
