-- A grant is opened by one function. open_grant_from does all that open_grant did when it is given no beginning, and refuses
-- besides an end that is not after the beginning: a second way in would only be a second one to guard.
drop function open_grant(uuid, text, uuid, uuid, uuid, integer, text, text, text, uuid, timestamptz);
