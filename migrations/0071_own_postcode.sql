-- A colleague may give the postcode of their home, so that a look at a young person at their own address is noticed. Sealed with
-- the installation's key, compared by the program, shown to nobody.
alter table account add column home_postcode bytea;
