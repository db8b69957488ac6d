-- A planned meeting says how one works and what is brought along; what came of it says whether the aim was reached. Rows 156 and 174.
-- docs/rules/sessions.md
alter table appointment
  add column method text not null default '' check (length(method) <= 200),
  add column bring text not null default '' check (length(bring) <= 300);

alter table contact
  -- Of an aim: reached, in part, or not, and why. Nobody has to say.
  add column aim_result text check (aim_result in ('reached', 'in-part', 'not')),
  add column aim_why text not null default '' check (length(aim_why) <= 300),
  add constraint contact_aim_result check (aim_result is null or aim <> '');

-- What kind of work it is besides: help with something practical, another way to decide or act, going somewhere together.
alter table contact drop constraint contact_purpose_check;
alter table contact add constraint contact_purpose_check check (purpose in ('getting-to-know', 'guidance', 'support', 'practical', 'change', 'outing', 'review',
  'tracking', 'advocacy', 'crisis', 'other')) not valid;
alter table contact validate constraint contact_purpose_check;

-- The last aim that was written, and how it went.
create index contact_aim on contact (partnership_id, person_id, happened_on desc, id desc) where aim <> '' and state = 'kept';
