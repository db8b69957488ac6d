-- A concern takes along the page it was raised from, so that whoever reads it may look there: with their own rights, as always.
alter table concern add column raised_from text not null default '' check (length(raised_from) <= 300);
