-- A pair that is no longer alike enough to ask about is put away by whoever looks for pairs, and comes back when it is found again.
alter table match_pair drop constraint match_pair_state_check;
alter table match_pair add constraint match_pair_state_check check (state in ('open', 'later', 'asked', 'two-people', 'apart', 'unlike'));
