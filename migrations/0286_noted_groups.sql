-- That a record ever belonged to a support group is noted as its other parts are. Decision 0065.
call note_parts_of('support_group_member');
