-- A tracking list can be of those without an offer, or of whom it is not recorded, and of those in Year 11 who have not said what they want to do. docs/rules/tracking.md
alter table tracking_list add column offers text not null default 'any' check (offers in ('any', 'no-offer', 'no-destination'));
