-- Who was expected of a closed group is kept as close as their part in it is: where that is kept close, no name of the session tells of it (K6).
-- docs/rules/sessions.md
alter table group_expected drop constraint group_expected_class_check;
alter table group_expected add constraint group_expected_class_check check (class in (128, 256, 512, 1024, 4096, 65536));
update group_expected e set class = 4096 from group_attendance a
  where a.partnership_id = e.partnership_id and a.session_id = e.session_id and a.person_id = e.person_id and a.class = 4096 and a.sealed_at is null;
drop policy of_runner on group_expected;
create policy of_runner on group_expected for select to connexions_app using (
  class <> 4096
  and exists (select 1 from group_session_staff s where s.partnership_id = (select app_partnership()) and s.partnership_id = group_expected.partnership_id
    and s.session_id = group_expected.session_id and s.account_id = any((select app_holders())::uuid[]) and s.ended_at is null)
  and exists (select 1 from person p where p.partnership_id = group_expected.partnership_id and p.id = group_expected.person_id offset 0));
