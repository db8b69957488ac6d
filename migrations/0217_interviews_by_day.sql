-- Interviews and first days stand in the diary of whoever leads for the young person: found by their day.
create index application_interview on application (partnership_id, interview_on) where state = 'interview';
create index application_first_day on application (partnership_id, starts_on) where state = 'accepted';
