-- A copy of a plan may be given as a PDF.
alter table plan_agreement drop constraint plan_agreement_copy_given_check;
alter table plan_agreement add constraint plan_agreement_copy_given_check
  check (copy_given in ('paper', 'pdf', 'sent', 'read-aloud', 'not-wanted')) not valid;
alter table plan_agreement validate constraint plan_agreement_copy_given_check;
