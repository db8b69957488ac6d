-- Directory opened properly: organisations that change, close and are succeeded; sites with what private talk needs;
-- committee areas an organisation may share; and who answers for what in the partnership. See docs/rules/directory.md.

alter table organisation
  add column phone text not null default '' check (length(phone) <= 40),
  add column closed_on date,
  add column successor_id uuid,
  add constraint organisation_successor foreign key (partnership_id, successor_id) references organisation (partnership_id, id),
  add constraint organisation_not_its_own_successor check (successor_id is distinct from id),
  add constraint organisation_closed check (state = 'closed' or (closed_on is null and successor_id is null));
create index organisation_successors on organisation (partnership_id, successor_id) where successor_id is not null;

alter table site
  add column phone text not null default '' check (length(phone) <= 40),
  add column opening_hours text not null default '' check (length(opening_hours) <= 500),
  add column has_private_room text not null default 'not-known' check (has_private_room in ('yes', 'no', 'not-known')),
  add column is_accessible text not null default 'not-known' check (is_accessible in ('yes', 'no', 'not-known')),
  add column closed_on date,
  add column version integer not null default 1;
create index site_organisation on site (partnership_id, organisation_id);

alter table committee_area drop constraint committee_area_check;
-- An area may end the day it was made: it was made by mistake.
alter table committee_area add constraint committee_area_check check (finished_on is null or finished_on >= started_on);

-- What lies in an area. An organisation may be in several, so its one column gives way to this.
create table committee_area_member (
  partnership_id uuid not null,
  id uuid not null,
  committee_area_id uuid not null,
  organisation_id uuid,
  site_id uuid,
  started_on date not null,
  finished_on date,
  primary key (partnership_id, id),
  foreign key (partnership_id, committee_area_id) references committee_area (partnership_id, id),
  foreign key (partnership_id, organisation_id) references organisation (partnership_id, id),
  foreign key (partnership_id, site_id) references site (partnership_id, id),
  check (num_nonnulls(organisation_id, site_id) = 1),
  check (finished_on is null or finished_on >= started_on)
);
create unique index committee_area_member_organisation on committee_area_member (partnership_id, committee_area_id, organisation_id)
  where finished_on is null and organisation_id is not null;
create unique index committee_area_member_site on committee_area_member (partnership_id, committee_area_id, site_id)
  where finished_on is null and site_id is not null;
create index committee_area_member_of on committee_area_member (partnership_id, organisation_id);
call guard_partnership_table('committee_area_member');

insert into committee_area_member (partnership_id, id, committee_area_id, organisation_id, started_on)
select o.partnership_id, gen_random_uuid(), o.committee_area_id, o.id, a.started_on
from organisation o join committee_area a on a.partnership_id = o.partnership_id and a.id = o.committee_area_id;
alter table organisation drop column committee_area_id;

-- Who stands behind the operating model, in words: the lead body, or those who employ under contract.
alter table partnership
  add column lead_body text not null default '' check (length(lead_body) <= 300),
  add column contractors text not null default '' check (length(contractors) <= 1000);
