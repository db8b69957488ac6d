-- A number a school says somebody had before: it finds them, and stands beside the one they have now.
alter table person_identifier drop constraint person_identifier_kind_check;
alter table person_identifier add constraint person_identifier_kind_check check (kind in ('upn', 'uln', 'nhs', 'former-upn'));
