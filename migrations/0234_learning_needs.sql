-- A letter more: what a provider should know of how somebody learns, before they start (row 196). It is taken from the assessment, and is of that part.
-- docs/rules/guidance.md
alter table letter drop constraint letter_kind_check;
alter table letter add constraint letter_kind_check check (kind in ('bursary', 'care-to-learn', 'estrangement', 'travel', 'learning-needs')) not valid;
alter table letter validate constraint letter_kind_check;
alter table letter drop constraint letter_class_check;
alter table letter add constraint letter_class_check check (class in (16, 32, 1024, 2048)) not valid;
alter table letter validate constraint letter_class_check;
alter table letter add constraint letter_needs_class_check check (kind <> 'learning-needs' or class = 32) not valid;
alter table letter validate constraint letter_needs_class_check;
