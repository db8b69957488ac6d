-- A partner's practitioner corrects by question: what they say is wrong on a record of their own roll waits for a data officer.
alter table intake_question drop constraint intake_question_kind_check;
alter table intake_question add constraint intake_question_kind_check check (kind in ('who', 'gone', 'objection', 'alike', 'correction'));
alter table intake_question drop constraint intake_question_answer_check;
alter table intake_question add constraint intake_question_answer_check check (answer in ('this-person', 'new-person', 'left', 'still-here', 'do-not-know',
  'own-objection', 'objection-withdrawn', 'two-people', 'for-joining', 'corrected', 'not-corrected'));
alter table intake_question
  add column asked_by uuid references account (id),
  add column asked_for uuid,
  add column asked_text text check (length(asked_text) between 1 and 1000),
  add column answer_text text check (length(answer_text) <= 1000),
  add constraint intake_question_correction check ((kind = 'correction') = (asked_by is not null and asked_for is not null and asked_text is not null)),
  add constraint intake_question_asked_for foreign key (partnership_id, asked_for) references organisation (partnership_id, id);
