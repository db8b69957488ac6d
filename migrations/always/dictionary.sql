-- The data dictionary: what every table and column holds. Run again whenever this file changes.
-- Columns that mean the same everywhere are described once, here at the top.
do $body$
declare
  shared constant jsonb := $shared${
    "partnership_id": "The partnership it belongs to; zero is the installation itself.",
    "id": "Its own id, a UUIDv7 made by the program.",
    "person_id": "The young person it is about; a merge changes it.",
    "origin_person_id": "The young person it was first filed on; never changes, so that a merge can be undone.",
    "class": "The class of record as a bit (docs/rules/access.md#classes): who may see the row.",
    "source_kind": "Who said it: staff, the young person, a partners list, a partner, an adult, or the system.",
    "source_organisation_id": "For which organisation it was said.",
    "said_on": "As of which day it was said.",
    "recorded_at": "When it was written down.",
    "recorded_by": "The account that wrote it down; empty for a feed.",
    "replaced_at": "When a newer row took its place; empty while it is current.",
    "replaced_by": "The account that replaced it.",
    "version": "Counts changes: a save that names an older one is refused.",
    "created_at": "When it was made.",
    "created_by": "The account that made it; empty for a feed.",
    "started_on": "First day it is true.",
    "finished_on": "First day it is no longer true; empty while it goes on.",
    "account_id": "The account.",
    "organisation_id": "The organisation.",
    "made_at": "When it was made.",
    "made_by": "The account that made it.",
    "started_at": "From when.",
    "ended_at": "Until when; empty while it goes on.",
    "sealed_at": "When it was taken off as filed on the wrong young person: from then on the program does not see it."
  }$shared$;
  found record;
begin
  for found in
    select c.oid::regclass as tab, a.attname, shared ->> a.attname as words from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and shared ? a.attname and c.relname not in ('migration', 'repeated_script', 'installation', 'job_progress')
  loop
    execute format('comment on column %s.%I is %L', found.tab, found.attname, found.words);
  end loop;
end $body$;

comment on table audit_event is 'Who did or saw what: the header of one event. Append-only by privilege.';
comment on column audit_event.at is 'When, by the programs clock, to the millisecond.';
comment on column audit_event.actor_kind is 'What kind of actor.';
comment on column audit_event.actor_id is 'Which account, feed or link; empty for nobody.';
comment on column audit_event.organisation_id is 'For which organisation they acted.';
comment on column audit_event.action is 'noun.verb in the past tense.';
comment on column audit_event.outcome is 'done, refused, invalid or failed.';
comment on column audit_event.person_ids is 'Everyone shown or changed.';
comment on column audit_event.target_id is 'The thing it was done to, where it is not a person.';
comment on column audit_event.request_id is 'The request, as the log and the page name it.';
comment on column audit_event.payload_hash is 'SHA-256 of salt and payload.';

comment on table audit_payload is 'What was typed or changed in an event, with the salt of its hash. May be erased: the events proof stands.';
comment on column audit_payload.event_id is 'The event.';
comment on column audit_payload.salt is '32 random bytes.';
comment on column audit_payload.payload is 'JSON text, hashed as it stands.';

comment on table audit_pending is 'Events waiting for the sealer.';
comment on column audit_pending.event_id is 'The event.';

comment on table audit_leaf is 'The position of each sealed event in its Merkle tree.';
comment on column audit_leaf.epoch is 'A restore begins a new one.';
comment on column audit_leaf.position is 'From 0, without gaps.';
comment on column audit_leaf.event_id is 'The event.';
comment on column audit_leaf.leaf_hash is 'SHA-256(00 || header).';

comment on table audit_root is 'Signed, chained roots of the tree.';
comment on column audit_root.epoch is 'A restore begins a new one.';
comment on column audit_root.size is 'How many leaves it stands over.';
comment on column audit_root.root_hash is 'Merkle root over them.';
comment on column audit_root.frontier is 'Roots of the perfect subtrees, so that the tree can grow.';
comment on column audit_root.previous_hash is 'SHA-256 of the root before: the chain.';
comment on column audit_root.made_at is 'When it was sealed.';
comment on column audit_root.key_id is 'Which key signed.';
comment on column audit_root.signature is 'Ed25519 signature.';
comment on column audit_root.reason is 'Why an epoch began; empty otherwise.';

comment on table account is 'Reference: somebody who may sign in. Global: one person may work for several partnerships.';
comment on column account.email is 'Work email, small letters.';
comment on column account.name is 'Their name as colleagues know it.';
comment on column account.password_hash is 'argon2id; empty until set by a link.';
comment on column account.totp_secret is 'Second-step secret, sealed with the key of the data folder.';
comment on column account.totp_confirmed_at is 'When the second step was first used; empty while it is being set up.';
comment on column account.totp_last_step is 'The last 30-second step used: a code works once.';
comment on column account.single_keys is 'Single-letter keys are on.';
comment on column account.language is 'The language chosen for their pages, en or cy; empty when none was: then it is the browser''s.';
comment on column account.state is 'active or disabled.';

comment on table account_recovery_code is 'Reference: recovery codes, each works once.';
comment on column account_recovery_code.code_hash is 'SHA-256 of the code.';
comment on column account_recovery_code.used_at is 'When it was used or replaced.';

comment on table account_link is 'Reference: one-time links to set a password.';
comment on column account_link.token_hash is 'SHA-256 of the links secret.';
comment on column account_link.purpose is 'set-up or reset.';
comment on column account_link.expires_at is 'When it stops working.';
comment on column account_link.used_at is 'When it was used or replaced.';

comment on table account_device is 'Reference: devices an account has signed in from: strangers cannot lock these out.';
comment on column account_device.token_hash is 'SHA-256 of the devices cookie.';

comment on table sign_in_count is 'Reference: failed sign-ins by address, account and device.';
comment on column sign_in_count.subject_hash is 'SHA-256 of what is counted.';
comment on column sign_in_count.failures is 'How many in the window.';
comment on column sign_in_count.first_at is 'When the window began.';
comment on column sign_in_count.blocked_until is 'Until when tries are refused.';

comment on table session is 'Reference: browser sessions. Revocable: ended here, over everywhere.';
comment on column session.token_hash is 'SHA-256 of the cookie.';
comment on column session.stage is 'password-given, set-up or signed-in.';
comment on column session.partnership_id is 'What it acts for, once chosen.';
comment on column session.membership_id is 'What it acts as, once chosen.';
comment on column session.csrf_secret is 'Secret of its form tokens.';
comment on column session.seen_at is 'Last use, to the minute.';

comment on table partnership is 'Reference: a Connexions partnership.';
comment on column partnership.name is 'Its name.';
comment on column partnership.model is 'Operating model (HMI 521 paragraph 7).';
comment on column partnership.controllers is 'Named controllers: a lead-body partnership is no legal entity.';
comment on column partnership.processors is 'Named processors.';
comment on column partnership.lead_body is 'The body that holds the grant and employs, in a lead-body partnership.';
comment on column partnership.contractors is 'Who employs advisers under contract, in a subcontracting partnership.';
comment on column partnership.is_demo is 'Made up.';
comment on column partnership.settings is 'Settings of the partnership.';

comment on table membership is 'What an account may act as: a role, for an organisation.';
comment on column membership.role is 'Decides permissions.';
comment on column membership.job_title is 'What they are called: data, decides nothing.';

comment on table access_grant is 'Who may see which classes of whose record, on what ground, and what made it so. Written by open_grant_from and end_grant only.';
comment on column access_grant.scope is 'person, group or partnership.';
comment on column access_grant.person_id is 'Whose record, when the scope is a person.';
comment on column access_grant.group_id is 'Which group, when the scope is a group.';
comment on column access_grant.holder_id is 'An account or an organisation.';
comment on column access_grant.classes is 'Bits of the classes; never changed.';
comment on column access_grant.basis is 'The ground in law or practice.';
comment on column access_grant.source is 'What made the grant.';
comment on column access_grant.reason is 'The reason all can read.';
comment on column access_grant.end_reason is 'Why it ended.';

comment on table access_member is 'Who is in a group: a teams caseload, an advisers caseload, an institutions roll, a work list.';
comment on column access_member.group_id is 'The group.';
comment on column access_member.person_id is 'The young person.';

comment on table access_barrier is 'Barriers: a restricted record, or one holder shut out of it.';
comment on column access_barrier.kind is 'restricted, shut-out, or whereabouts (a protected address).';
comment on column access_barrier.ground is 'What it is about: domestic abuse, adoption, protection, staffs own family, or other.';
comment on column access_barrier.ended_by is 'The account that lifted it.';
comment on column access_barrier.end_reason is 'Why it was lifted.';
comment on column access_barrier.person_id is 'Whose record.';
comment on column access_barrier.holder_id is 'Who is shut out.';
comment on column access_barrier.reason is 'Why; shown to nobody it shuts out.';

comment on table committee_area is 'A local management committees area.';
comment on column committee_area.name is 'Its name.';

comment on table committee_area_member is 'What lies in a committee area: an organisation or one of its sites, from a day until a day.';
comment on column committee_area_member.committee_area_id is 'The area.';
comment on column committee_area_member.organisation_id is 'The organisation, when all of it lies there.';
comment on column committee_area_member.site_id is 'The site, when one place lies there.';

comment on table organisation is 'An agency of the partnership.';
comment on column organisation.name is 'Its name.';
comment on column organisation.sort_key is 'Folded name for lists.';
comment on column organisation.kind is 'What kind of agency.';
comment on column organisation.discloses is 'Class that its very name tells of; 0 when it tells nothing.';
comment on column organisation.urn is 'Unique reference number of a school.';
comment on column organisation.laestab is 'Authority and establishment number.';
comment on column organisation.ukprn is 'UK provider reference number.';
comment on column organisation.state is 'open or closed.';
comment on column organisation.phone is 'The number its front desk answers.';
comment on column organisation.closed_on is 'Since when it is closed.';
comment on column organisation.successor_id is 'Which organisation took its place when it closed.';

comment on table register_reading is 'A register of establishments that was read, and what was kept of it to be looked at.';
comment on column register_reading.file_name is 'The name of the file.';
comment on column register_reading.row_count is 'Rows of the file.';
comment on column register_reading.authorities is 'Codes of the local authorities that were chosen.';
comment on column register_reading.phases is 'Phases of education that were chosen.';
comment on column register_reading.establishments is 'Establishments that were chosen, or that an organisation may be.';
comment on column register_reading.fault_count is 'Rows that were not taken.';
comment on column register_reading.faults is 'The first of them, with what is wrong.';
comment on column register_reading.applied is 'What came of what was ticked: how many of each, and what was left.';
comment on column register_reading.applied_at is 'When that was.';

comment on table site is 'A place an organisation works at.';
comment on column site.name is 'Its name.';
comment on column site.address is 'Its address.';
comment on column site.postcode is 'Its postcode.';
comment on column site.phone is 'Its own number, where it has one.';
comment on column site.opening_hours is 'When it is open, in words.';
comment on column site.has_private_room is 'Whether there is a room to talk in private: yes, no or not-known.';
comment on column site.is_accessible is 'Whether a wheelchair user gets in and to that room: yes, no or not-known.';
comment on column site.closed_on is 'Since when it is no longer used.';

comment on table person is 'A young person: what lists and the identity bar read. The rows behind it keep the history.';
comment on column person.state is 'active, withdrawn, merged or sealed.';
comment on column person.known_given is 'The given name they go by.';
comment on column person.known_family is 'The family name they go by.';
comment on column person.sort_key is 'Folded, family name first.';
comment on column person.born_on is 'Birth date.';
comment on column person.died_on is 'Date of death: stops every letter and task.';

comment on table person_name is 'Names: legal, preferred, former.';
comment on column person_name.kind is 'Which.';
comment on column person_name.given is 'Given name.';
comment on column person_name.middle is 'Middle names.';
comment on column person_name.family is 'Family name.';
comment on column person_name.search_key is 'All of it, folded.';
comment on column person_name.given_key is 'Given name, folded.';
comment on column person_name.family_key is 'Family name, folded.';
comment on column person_name.sounds is 'How its words sound.';

comment on table person_detail is 'Single facts with one value at a time and a history.';
comment on column person_detail.field is 'Which fact.';
comment on column person_detail.value is 'Its value or code.';

comment on table person_address is 'Addresses with periods.';
comment on column person_address.line1 is 'First line.';
comment on column person_address.line2 is 'Second line.';
comment on column person_address.town is 'Town.';
comment on column person_address.postcode is 'In its usual form.';

comment on table person_contact_detail is 'Phones and emails.';
comment on column person_contact_detail.kind is 'mobile, phone or email.';
comment on column person_contact_detail.value is 'The number or address.';
comment on column person_contact_detail.note is 'Whose it is, when to use it.';

comment on table person_safe_contact is 'How it is safe to reach a young person.';
comment on column person_safe_contact.rule is 'In a sentence.';
comment on column person_safe_contact.no_post is 'Nothing by post.';
comment on column person_safe_contact.no_voicemail is 'No voicemail.';
comment on column person_safe_contact.no_home_visit is 'No visits at home.';

comment on table person_adult is 'Adults round a young person. Parental responsibility is recorded, never assumed.';
comment on column person_adult.name is 'Their name.';
comment on column person_adult.relationship is 'What they are to the young person.';
comment on column person_adult.responsibility is 'Parental responsibility.';
comment on column person_adult.responsibility_evidence is 'How it is known.';
comment on column person_adult.court_order is 'Court orders in force.';
comment on column person_adult.may_be_told is 'Whether they may be told anything.';
comment on column person_adult.phone is 'Their number.';

comment on table person_identifier is 'UPN, ULN, NHS number. Not unique across people: matching asks.';
comment on column person_identifier.kind is 'Which.';
comment on column person_identifier.value is 'In its bare form, check digit right.';

comment on table person_characteristic is 'Characteristics with periods; each carries the class of what it tells.';
comment on column person_characteristic.code is 'Code of the list of the day.';

comment on table enrolment is 'Where somebody learns.';
comment on column enrolment.year_group is 'National Curriculum year.';
comment on column enrolment.course is 'Course or tutor group.';
comment on column enrolment.left_reason is 'Why it ended, as told.';

comment on table person_alert is 'What to know before acting: at most three are shown.';
comment on column person_alert.kind is 'stop, care or note.';
comment on column person_alert.first_words is 'What to do.';
comment on column person_alert.words is 'More, never why.';
comment on column person_alert.made_from is 'What made it: staff, or a concern.';

comment on table activity_spell is 'Current activity and its history, by the codes of the national return.';
comment on column activity_spell.code is 'Activity code.';
comment on column activity_spell.detail is 'Course, employer.';
comment on column activity_spell.ascertained_on is 'When it was found out.';
comment on column activity_spell.verified_on is 'When it was last confirmed.';

comment on table team is 'A team of advisers. Its id is also the group its leaders grant is held on.';
comment on column team.name is 'Its name.';
comment on column team.leader_id is 'Who leads it.';

comment on column team.ended_on is 'The day it ended; empty while it works. Only a team that nobody is in can end.';

comment on table team_place is 'Who works in a team, one team at a time.';
comment on column team_place.team_id is 'The team.';

comment on table lead_adviser is 'Who leads for a young person: one at a time.';
comment on column lead_adviser.team_id is 'The advisers team.';
comment on column lead_adviser.reason is 'Why, for all to read.';

comment on table contact is 'An interaction with or about a young person.';
comment on column contact.happened_on is 'The day.';
comment on column contact.at_time is 'The time, in London.';
comment on column contact.minutes is 'How long.';
comment on column contact.kind is 'How.';
comment on column contact.place is 'Where.';
comment on column contact.purpose is 'What for.';
comment on column contact.outcome is 'What came of it.';
comment on column contact.present is 'Who else was there.';
comment on column contact.notes is 'What happened.';
comment on column contact.own_words is 'The young persons own words.';
comment on column contact.next_step is 'What is to happen next.';
comment on column contact.next_on is 'By when.';
comment on column contact.next_done_on is 'When it was done.';
comment on column contact.state is 'kept, or taken off as filed on the wrong person.';
comment on column contact.account_id is 'Who had the contact.';

comment on column contact.aim is 'What it was to bring.';
comment on column contact.alone_offered is 'Whether they were offered to talk without the others who were there; empty when nobody said.';
comment on column contact.agreed is 'Whether they agree with what is written; empty when nobody said.';
comment on column contact.next_target_id is 'The target of the plan its next step became.';

comment on table contact_version is 'Earlier versions of a contact.';
comment on column contact_version.contact_id is 'The contact.';
comment on column contact_version.content is 'What it said then.';
comment on column contact_version.why is 'Why it was changed.';

comment on table appointment is 'What is arranged with a young person, and whether they came.';
comment on column appointment.account_id is 'Whose diary it stands in.';
comment on column appointment.on_day is 'The day.';
comment on column appointment.at_time is 'The time, in London.';
comment on column appointment.minutes is 'How long.';
comment on column appointment.kind is 'How one meets.';
comment on column appointment.place is 'Where; never the home, which stands on the record.';
comment on column appointment.room is 'Whether one can be heard there.';
comment on column appointment.needs is 'What they need there.';
comment on column appointment.purpose is 'What for.';
comment on column appointment.aim is 'What it is to bring.';
comment on column appointment.others is 'Who else comes.';
comment on column appointment.told_how is 'How they were told; empty when they were not yet.';
comment on column appointment.told_on is 'When they were told.';
comment on column appointment.state is 'Set, came, came late, missed, or cancelled.';
comment on column appointment.reason is 'Why it was missed or cancelled.';
comment on column appointment.reason_words is 'What is known of it.';
comment on column appointment.contact_id is 'The contact that came of it.';
comment on column appointment.instead_of is 'The missed one it was arranged in place of.';
comment on column appointment.leader_told_at is 'When the team leader was told that they cannot be reached.';

comment on table appointment_version is 'What an appointment said before it was moved, changed, answered or called off.';
comment on column appointment_version.appointment_id is 'The appointment.';
comment on column appointment_version.content is 'What it said then.';

comment on table lone_visit is 'Somebody who goes out alone, and who waits to hear that they are safe. No young person stands in it.';
comment on column lone_visit.appointment_id is 'The meeting they go to: whom with stands there.';
comment on column lone_visit.account_id is 'Who goes.';
comment on column lone_visit.buddy_id is 'Who waits to hear.';
comment on column lone_visit.looked_at is 'What was looked at before.';
comment on column lone_visit.goes is 'Alone, or two of them.';
comment on column lone_visit.companion is 'Who goes along.';
comment on column lone_visit.whereabouts is 'Where about, without a name or a house number.';
comment on column lone_visit.reach is 'How the one who goes is reached.';
comment on column lone_visit.phrase is 'What they say when they are in danger.';
comment on column lone_visit.back_by is 'When they are to be back.';
comment on column lone_visit.alarm_minutes is 'So many minutes later the buddy is told, and after as many again the leader and managers.';
comment on column lone_visit.out_at is 'When they said that they go in.';
comment on column lone_visit.ended_how is 'Back, found safe, or called off.';
comment on column lone_visit.ended_by is 'Who said so.';
comment on column lone_visit.ended_words is 'How it is known.';
comment on column lone_visit.buddy_told_at is 'When the buddy was told that nothing was heard.';
comment on column lone_visit.leader_told_at is 'When leader and managers were told.';

comment on table near_miss is 'What nearly went wrong, for all colleagues to learn from.';
comment on column near_miss.happened_on is 'The day.';
comment on column near_miss.what is 'What happened.';
comment on column near_miss.learned is 'What is done differently since.';

comment on table group_session is 'A group, a drop-in or outreach. No young person stands in it.';
comment on column group_session.kind is 'group, drop-in or outreach.';
comment on column group_session.title is 'What it is called, or was about.';
comment on column group_session.discloses is 'The class its very name gives that somebody came (K6); 0 for none.';
comment on column group_session.happened_on is 'The day.';
comment on column group_session.at_time is 'The time, in London.';
comment on column group_session.minutes is 'How long.';
comment on column group_session.place is 'Where.';
comment on column group_session.notes is 'What happened, without names: it is read on the record of each who came.';
comment on column group_session.newcomers is 'How many came who are not on record.';
comment on column group_session.newcomer_words is 'Who they were, coarsely: nothing by which one is known.';

comment on table group_session_version is 'What a session said before it was corrected.';
comment on column group_session_version.session_id is 'The session.';
comment on column group_session_version.content is 'What it said then.';
comment on column group_session_version.why is 'Why it was corrected.';

comment on table group_session_staff is 'Who ran a session, of any agency.';
comment on column group_session_staff.session_id is 'The session.';
comment on column group_session_staff.account_id is 'Who.';
comment on column group_session_staff.ended_at is 'When they were taken off: they did not run it.';

comment on table school_day is 'A day of interviews an adviser holds in a place of learning.';
comment on column school_day.organisation_id is 'Where.';
comment on column school_day.account_id is 'Whose day it is.';
comment on column school_day.on_day is 'The day.';
comment on column school_day.from_time is 'London time of the first interview.';
comment on column school_day.to_time is 'London time by which the last is over.';
comment on column school_day.minutes is 'How long each is.';
comment on column school_day.break_from is 'London time from which nobody has a time; null for no break.';
comment on column school_day.break_to is 'London time of the end of the break.';
comment on column school_day.place is 'Where in the school.';
comment on column school_day.room is 'Whether others can hear: private, open or not-checked.';
comment on column school_day.invitation is 'What stands on every invitation besides name, day, time and place.';
comment on column school_day.called_off_on is 'The day it was called off; null if it was not.';
comment on column school_day.version is 'Goes up with each change.';
comment on table school_slot is 'The time of one young person on a day in school: what the place may see of it. The meeting itself is the appointment.';
comment on column school_slot.school_day_id is 'The day.';
comment on column school_slot.organisation_id is 'The place, which reads this row.';
comment on column school_slot.appointment_id is 'The meeting; this row follows it.';
comment on column school_slot.on_day is 'The day.';
comment on column school_slot.at_time is 'London time, as the meeting has it now.';
comment on column school_slot.state is 'invited, came, missed, called-off or moved.';
comment on column school_slot.copy is 'Whether the young person agreed that the school hears of it: agreed or not-agreed; null for not asked.';
comment on column school_slot.copy_words is 'What the school reads, and nothing else of the interview.';
comment on column school_slot.copy_on is 'The day that was said.';
comment on column school_slot.version is 'Goes up with each change of what the school hears.';
comment on column school_slot.sealed_at is 'When it was taken away: the meeting is kept close, or was about somebody else.';
comment on table group_attendance is 'That a young person came to a session. What is said of them is the contact.';
comment on column group_attendance.session_id is 'The session.';
comment on column group_attendance.contact_id is 'Their own part; the attendance follows it.';
comment on column group_attendance.arrival is 'in-time, late or left-early.';
comment on column group_attendance.asked_by is 'Of a newcomer put on record: who asked them.';
comment on column group_attendance.agreed_on is 'The day they agreed to it.';

comment on table group_newcomer is 'Somebody who came and is not on record; deleted when put on a record or when the days are over.';
comment on column group_newcomer.session_id is 'The session.';
comment on column group_newcomer.called is 'What they want to be called.';
comment on column group_newcomer.wanted is 'What they wanted.';
comment on column group_newcomer.ends_on is 'The day it is deleted.';

comment on table concern is 'Safeguarding concerns. Content for the lead and deputy alone.';
comment on column concern.person_id is 'Whom it is about, when they have a record.';
comment on column concern.about_name is 'Whom it is about, when not.';
comment on column concern.what is 'What was seen or said.';
comment on column concern.danger_now is 'Whether somebody is in danger now.';
comment on column concern.done_so_far is 'What was done already.';
comment on column concern.raised_by is 'Who raised it.';
comment on column concern.raised_at is 'When.';
comment on column concern.state is 'raised, read or decided.';
comment on column concern.read_by is 'Who read it first.';
comment on column concern.read_at is 'When.';
comment on column concern.escalated_at is 'When it went further because nobody had read it.';
comment on column concern.decision is 'What was decided.';
comment on column concern.decision_why is 'Why.';
comment on column concern.decided_by is 'Who decided.';
comment on column concern.decided_at is 'When.';

comment on table notice is 'In-app notices: a kind and ids, words are made when shown.';
comment on column notice.kind is 'What it tells.';
comment on column notice.person_id is 'About whom.';
comment on column notice.target_id is 'About what.';
comment on column notice.read_at is 'When it was read.';

comment on table outbox_message is 'Messages to be sent outside: a kind and ids, no names.';
comment on column outbox_message.kind is 'What it tells.';
comment on column outbox_message.target_id is 'About what.';
comment on column outbox_message.sent_at is 'When it was handed over.';
comment on column outbox_message.failed_times is 'How often that failed.';

comment on table break_glass is 'Records opened without a standing right, each reviewed the next working day.';
comment on column break_glass.grant_id is 'The grant it made.';
comment on column break_glass.reason is 'The reason typed.';
comment on column break_glass.opened_at is 'When.';
comment on column break_glass.ends_at is 'When it ends by itself.';
comment on column break_glass.review_due_on is 'By when it is reviewed.';
comment on column break_glass.reviewed_by is 'Who reviewed it.';
comment on column break_glass.reviewed_at is 'When.';
comment on column break_glass.verdict is 'What the review found.';
comment on column break_glass.verdict_why is 'Why.';

comment on table partner_agreement is 'The agreement under which a partners list comes in: no agreement, no list.';
comment on column partner_agreement.purpose is 'What for.';
comment on column partner_agreement.power is 'Statutory power.';
comment on column partner_agreement.fields is 'Fields the list may bring; the rest is dropped at the door.';
comment on column partner_agreement.youngest is 'Rows of people younger are not kept.';
comment on column partner_agreement.oldest is 'Rows of people older are not kept.';
comment on column partner_agreement.assessment_reference is 'Reference of the impact assessment.';
comment on column partner_agreement.review_on is 'When the agreement is looked at again.';
comment on column partner_agreement.instead_of is 'The agreement this one took the place of when it was looked at again.';
comment on column partner_agreement.missing_officer_id is 'Who is told the same day when somebody of compulsory age is no longer on the list.';

comment on table list_mapping is 'Which column is which field: confirmed once per partner and header, then remembered.';
comment on column list_mapping.header_hash is 'SHA-256 of the columns.';
comment on column list_mapping.mapping is 'Column to field.';
comment on column list_mapping.saved_at is 'When it was confirmed.';
comment on column list_mapping.saved_by is 'Who confirmed it.';

comment on table intake_run is 'One list on its way in: read, checked, matched, shown, applied, or undone.';
comment on column intake_run.agreement_id is 'Under which agreement.';
comment on column intake_run.file_name is 'The files name.';
comment on column intake_run.file_sha256 is 'Its fingerprint.';
comment on column intake_run.file_bytes is 'Its size.';
comment on column intake_run.state is 'How far it is.';
comment on column intake_run.columns is 'Its columns.';
comment on column intake_run.mapping is 'Column to field.';
comment on column intake_run.encoding is 'How its text was written.';
comment on column intake_run.left_out is 'Columns dropped at the door.';
comment on column intake_run.rows_read is 'Rows read so far.';
comment on column intake_run.count_new is 'New people.';
comment on column intake_run.count_changed is 'People with changes.';
comment on column intake_run.count_same is 'Rows that change nothing.';
comment on column intake_run.count_missing is 'People no longer on the list.';
comment on column intake_run.count_question is 'Rows a person must decide.';
comment on column intake_run.count_fault is 'Rows to mend and send again.';
comment on column intake_run.count_not_kept is 'Rows outside the age range.';
comment on column intake_run.refusal is 'Why the whole list was turned away.';
comment on column intake_run.job_id is 'The job at work.';
comment on column intake_run.asked_by is 'Who sent it in.';
comment on column intake_run.applied_at is 'When it was applied.';
comment on column intake_run.ended_at is 'When it was cancelled or undone.';

comment on table intake_row is 'One row of a list, with what it would do. Only allowed fields are kept.';
comment on column intake_row.run_id is 'The run.';
comment on column intake_row.row_number is 'As a spreadsheet counts, the header being 1.';
comment on column intake_row.verdict is 'What it would do.';
comment on column intake_row.source_key is 'How the partner knows the person.';
comment on column intake_row.shown_name is 'The name on the row.';
comment on column intake_row.content is 'The allowed fields as read.';
comment on column intake_row.cells is 'Of a row to mend: the allowed cells as they stood, so that it can be sent back.';
comment on column intake_row.faults is 'What is wrong, cell by cell.';
comment on column intake_row.changes is 'What it would change.';
comment on column intake_row.why is 'Why it was judged so.';
comment on column intake_row.applied_at is 'When it was applied.';

comment on table source_row is 'Which person a partners row is, why, and what it said last.';
comment on column source_row.list_key is 'Which of the partners lists: the fingerprint of its columns.';
comment on column source_row.source_key is 'How the partner knows the person.';
comment on column source_row.content is 'What the partner said last.';
comment on column source_row.why is 'Why it is this person.';
comment on column source_row.first_run_id is 'The run that brought it.';
comment on column source_row.last_run_id is 'The run it was last on.';
comment on column source_row.state is 'on the list, gone from it, or withdrawn with an undone run.';
comment on column source_row.before_content is 'What the partner said before the last run: what stands again when that run is undone.';
comment on column source_row.before_run_id is 'The run before the last one.';
comment on column source_row.before_state is 'How it was before the last run.';

comment on table intake_effect is 'What a run added and replaced, so that it can be undone.';
comment on column intake_effect.run_id is 'The run.';
comment on column intake_effect.kind is 'added, replaced or changed.';
comment on column intake_effect.table_name is 'In which table.';
comment on column intake_effect.row_ids is 'Which rows.';
comment on column intake_effect.before is 'Of rows that were changed in place: what they said before, and after.';

comment on table intake_held is 'What a row on its way says of characteristics whose class those who bring lists in do not see: for the house alone.';
comment on column intake_held.run_id is 'The list.';
comment on column intake_held.row_number is 'The line as a spreadsheet counts it.';
comment on column intake_held.code is 'Code of the characteristic.';
comment on column intake_held.said is 'Whether it is said to be true; empty once it is on the record.';

comment on table intake_question is 'What only a person can decide: who a row is, why somebody is gone from a list, whether an objection stands, whether two records are one.';
comment on column intake_question.run_id is 'The run that asked; empty where no list did.';
comment on column intake_question.kind is 'who or gone: asked by a list. objection: to be asked again at 16. alike: two records may be one person.';
comment on column intake_question.row_number is 'The row.';
comment on column intake_question.source_key is 'How the partner knows the person.';
comment on column intake_question.person_ids is 'Whom it may be.';
comment on column intake_question.state is 'open, kept (two records that wait to be joined), answered or withdrawn.';
comment on column intake_question.answer is 'What was answered.';
comment on column intake_question.answer_person_id is 'Which person.';
comment on column intake_question.answered_by is 'Who answered.';
comment on column intake_question.answered_at is 'When.';
comment on column intake_question.said_on is 'Of an objection: the day the young person said so.';
comment on column intake_question.said_by is 'Of an objection: who said it, in words.';
comment on column intake_question.asked_by is 'Of a correction: the practitioner who asked.';
comment on column intake_question.asked_for is 'Of a correction: the organisation they asked for; its practitioners read the answer.';
comment on column intake_question.asked_text is 'Of a correction: what they say is wrong, and what would be right.';
comment on column intake_question.answer_text is 'Of a correction: what the data officer answered.';

comment on table known_name is 'Every given name and every family name on record once, for finding what is like it. It names no person; read and written by the functions of the search role only.';
comment on column known_name.partnership_id is 'Whose records carry the name.';
comment on column known_name.part is 'Whether it is borne as a given name or as a family name.';
comment on column known_name.name_key is 'The folded name.';
comment on column known_name.id is 'Tells apart two rows made at the same moment; a name may stand here twice.';

comment on table known_name_slip is 'The same names under each of their slips (one letter left out), for finding a mistyped one. Read and written by the functions of the search role only.';
comment on column known_name_slip.partnership_id is 'Whose records carry the name.';
comment on column known_name_slip.part is 'Whether it is borne as a given name or as a family name.';
comment on column known_name_slip.slip is 'The folded name, or one of its words, as it is or with one letter left out.';
comment on column known_name_slip.id is 'Tells apart two rows made at the same moment; a name may stand here twice.';
comment on column known_name_slip.name_key is 'The folded name.';

comment on table deployment is 'An adviser who works at an institution: opens who is on its roll while it lasts.';
comment on column deployment.hours is 'When they are there, in words.';
comment on column deployment.grant_id is 'The grant it opened, on the organisations roll as a group.';

comment on table cover is 'One adviser who covers for another who is away, for at most 90 days: opens the other ones caseload.';
comment on column cover.away_id is 'The account of the adviser who is away. Their account id is the group of their caseload.';
comment on column cover.account_id is 'The account of the one who covers.';
comment on column cover.reason is 'Why cover is needed; read by those who arrange cover and the one who covers.';
comment on column cover.grant_id is 'The grant it opened.';

comment on table duty_day is 'An adviser on the duty desk for one day of Europe/London: opens the partnership for that day.';
comment on column duty_day.on_day is 'The day.';
comment on column duty_day.grant_id is 'The grant it opened, for that day only.';

comment on table tracking_list is 'A named list of young people for tracking officers. Its id is the group its members are in.';
comment on column tracking_list.name is 'Its name.';
comment on column tracking_list.activity is 'Who fits: any current activity, not known or lapsed, or NEET.';
comment on column tracking_list.organisation_id is 'Who fits: only those who learn there; empty for anywhere.';
comment on column tracking_list.school_year is 'Who fits: only those of this National Curriculum year; empty for any.';
comment on column tracking_list.lead is 'Who fits: with any lead adviser or none, only without one, or only with one.';
comment on column tracking_list.refreshed_at is 'When its members were last brought up to date.';
comment on column tracking_list.closed_at is 'When it was closed; empty while it is worked on.';

comment on table tracking_assignment is 'A tracking officer who works on a list: opens its members while it lasts.';
comment on column tracking_assignment.list_id is 'The list.';
comment on column tracking_assignment.grant_id is 'The grant it opened, on the list as a group.';

comment on column app.installation.furnished_at is 'Of a demo: when all of it was there. Empty while it is being made, and for a live installation.';

comment on table breach is 'The breach log (UK GDPR articles 33 and 34): what was filed on the wrong young person, never its content.';
comment on column breach.what is 'What kind of thing it was.';
comment on column breach.row_id is 'The sealed row.';
comment on column breach.filed_by is 'The account that had filed it; empty for a list.';
comment on column breach.filed_at is 'When it had been filed.';
comment on column breach.found_by is 'The account that found it and took it off.';
comment on column breach.found_at is 'When it was found: the 72 hours run from here.';
comment on column breach.why is 'What happened, in the finders words.';
comment on column breach.read_by_link is 'The kinds of secure links by which it was read while it stood there: whoever made them tells those it was for.';
comment on column breach.seen_by is 'Accounts that had seen it, by the audit.';
comment on column breach.moved is 'Whether it was filed on the right young person instead.';
comment on column breach.consequence is 'Its likely consequence.';
comment on column breach.told_person is 'Whether the young person was told: yes or no.';
comment on column breach.told_person_why is 'When and how, or why not.';
comment on column breach.told_regulator is 'Whether the regulator was told: yes or no.';
comment on column breach.told_regulator_why is 'When and how, or why not.';
comment on column breach.closed_at is 'When the entry was closed.';
comment on column breach.closed_by is 'The account that closed it.';

comment on column account.home_postcode is 'The postcode of their home, if they gave it, sealed: only compared, so that a look at their own address is noticed.';

comment on table match_model is 'A model of matching: what each likeness is worth, learned without labels; one is live.';
comment on column match_model.generation is 'Counts the models of a partnership; its index has the same number.';
comment on column match_model.state is 'building (its index is being made), live, past, or failed.';
comment on column match_model.document is 'The model as an exportable document: lines, weights, keys, threshold, trade-off. No personal data.';
comment on column match_model.why is 'What made it: a list, the night, somebody who asked, or going back to an earlier one.';
comment on column match_model.live_at is 'When it was first used.';

comment on table match_setting is 'What a partnership decided about matching.';
comment on column match_setting.frozen_at is 'Since when no new model takes the place of the live one; empty when it may.';
comment on column match_setting.frozen_by is 'The account that froze it.';
comment on column match_setting.link_bits is 'The weight from which on a row is linked without asking, where a data officer moved it; empty for the models own.';
comment on column match_setting.link_at is 'When the threshold was moved last.';
comment on column match_setting.link_by is 'The account that moved it.';
comment on column match_setting.changed_at is 'When it was changed last.';
comment on column match_setting.changed_by is 'The account that changed it last.';

comment on table match_key is 'The index of matching: who is found by a key.';
comment on column match_key.generation is 'The model it was made for.';
comment on column match_key.key is 'A hash of names, birth date, postcode, numbers or parts of them; never of a protected address.';

comment on table match_entry is 'By which keys of the index a young person is found: what goes when they change.';
comment on column match_entry.generation is 'The model it was made for.';
comment on column match_entry.keys is 'Hashes of names, birth date, postcode, numbers and parts of them; never of protected addresses.';

comment on table match_term is 'How many bear a value, where three or more do: something rare in common says more.';
comment on column match_term.generation is 'The model it was counted for.';
comment on column match_term.line is 'Which line of the model.';
comment on column match_term.hash is 'A hash of the value.';
comment on column match_term.bearers is 'How many records carry it.';

comment on table match_stale is 'Whose keys are to be made anew, because what is known of them changed.';
comment on column match_stale.n is 'Counts up.';

comment on column intake_row.weighed is 'Why it was judged so, line by line, in bits and without the values.';
comment on column source_row.weighed is 'Why it was judged so, line by line, in bits and without the values.';

comment on table match_pair is 'Two records that may be one person, and what was decided about them.';
comment on column match_pair.low_person_id is 'The one of the two whose id is the lower.';
comment on column match_pair.high_person_id is 'The other.';
comment on column match_pair.bits is 'The log (base 2) of the odds that they are one person, when they were weighed last.';
comment on column match_pair.lines is 'What they were weighed by, line by line, in bits and without the values.';
comment on column match_pair.against is 'What stands against it: dead, number, given, birth.';
comment on column match_pair.fingerprint is 'A hash of what was known of both: while it is the same, what was decided is not asked again.';
comment on column match_pair.state is 'open, later (nobody could tell), asked (a partner was asked), two-people, or apart (set apart since: shown to nobody).';
comment on column match_pair.found_by is 'finder, new-record or list.';
comment on column match_pair.found_at is 'When it was found.';
comment on column match_pair.taken_by is 'Who looks at it just now.';
comment on column match_pair.taken_until is 'Until when it is theirs.';
comment on column match_pair.decided_by is 'Who decided.';
comment on column match_pair.decided_at is 'When.';
comment on column match_pair.note is 'What they wrote, or what a partner was asked.';
comment on column match_pair.asked_organisation_id is 'Which partner was asked.';

comment on table match_barrier is 'Two records that are never compared, whatever speaks for it (adoption, a protected identity).';
comment on column match_barrier.low_person_id is 'The one of the two whose id is the lower.';
comment on column match_barrier.high_person_id is 'The other.';
comment on column match_barrier.why is 'Why, for information governance alone.';
comment on column match_barrier.set_at is 'When it was set.';
comment on column match_barrier.set_by is 'Who set it.';
comment on column match_barrier.lifted_at is 'When it was lifted; empty while it stands.';
comment on column match_barrier.lifted_by is 'Who lifted it.';
comment on column match_barrier.lifted_why is 'Why it was lifted.';
comment on column person.merged_into is 'The record this one was joined to: it goes on there. Empty unless its state is merged.';
comment on column lead_adviser.ended_why is 'Why they no longer lead, where something other than a new lead ended it.';

comment on table person_merge is 'Two records joined: who and why, and whether they were taken apart again.';
comment on column person_merge.gone_person_id is 'The record that went into the other.';
comment on column person_merge.reason is 'Why they are one person, in the words of whoever joined them.';
comment on column person_merge.despite is 'Why they were joined although something was against it.';
comment on column person_merge.warnings is 'What was against it: two numbers of one kind, a recorded death, two birth dates.';
comment on column person_merge.choices is 'What was chosen where only one can stand: keep or join, by field.';
comment on column person_merge.merged_at is 'When they were joined.';
comment on column person_merge.merged_by is 'The account that joined them.';
comment on column person_merge.undone_at is 'When they were taken apart; empty while they are one.';
comment on column person_merge.undone_by is 'The account that took them apart.';
comment on column person_merge.undo_reason is 'Why they were taken apart.';

comment on table person_merge_row is 'Every row that was on either record when two were joined, and what of it changed: the way back. Never what it says.';
comment on column person_merge_row.merge_id is 'The joining.';
comment on column person_merge_row.table_name is 'The table of the row.';
comment on column person_merge_row.row_key is 'The rest of the row key, by column.';
comment on column person_merge_row.was_on is 'The record it was on; empty for a question about several.';
comment on column person_merge_row.before is 'The columns that changed, as they were; empty where none did.';
comment on column person_merge_row.after is 'The same columns as they were afterwards.';
comment on column person_merge_row.fingerprint is 'A digest of the whole row afterwards: whether it was changed since.';

comment on table assessment is 'An assessment of a young person: a draft until it is agreed, then as it stands.';
comment on column assessment.depth is 'Initial: everything touched in one meeting. In depth: what asks for it. Review: said anew.';
comment on column assessment.state is 'Draft, or agreed: then nothing in it is changed any more.';
comment on column assessment.started_on is 'The day it was begun.';
comment on column assessment.started_by is 'Who began it.';
comment on column assessment.agreed_on is 'The day it was agreed and locked.';
comment on column assessment.agreed_by is 'The adviser who agreed it with the young person.';
comment on column assessment.agreement is 'Whether the young person agreed. That they did not is kept with what they said, and the assessment stands.';
comment on column assessment.agreement_words is 'What the young person said to it, in their own words.';
comment on column assessment.review_on is 'When it is to be looked at again.';

comment on table assessment_rating is 'What was said of one factor in an assessment: both views, why, and who says so. A new row each time; the row before is replaced.';
comment on column assessment_rating.assessment_id is 'The assessment it was said in.';
comment on column assessment_rating.also_class is 'Of what is kept close, the class it has besides; both must be seen.';
comment on column assessment_rating.factor is 'Code of the factor, of the list in force on the day the assessment was begun.';
comment on column assessment_rating.staff_level is 'The adviser''s view: 1 critical to 5 strong; empty when it was not asked.';
comment on column assessment_rating.own_level is 'The young person''s own view on the same scale; empty when it was not asked.';
comment on column assessment_rating.evidence is 'What makes the adviser say so.';
comment on column assessment_rating.own_words is 'What the young person said, as they said it.';
comment on column assessment_rating.source is 'Told to the adviser, seen by them, read in a document, or said by a partner.';

comment on table assessment_answer is 'What was done about a view that calls for safeguarding or a specialist, or why nothing was.';
comment on column assessment_answer.assessment_id is 'The assessment it belongs to.';
comment on column assessment_answer.also_class is 'Of what is kept close, the class it has besides; both must be seen.';
comment on column assessment_answer.factor is 'Code of the factor.';
comment on column assessment_answer.level is 'The worse of the two views that was answered; a worse one asks again.';
comment on column assessment_answer.answer is 'Concern raised, specialist asked, acted upon, or not needed.';
comment on column assessment_answer.words is 'What was done, or why nothing needs to be.';

comment on table plan_goal is 'A goal of a young person, in their own words.';
comment on column plan_goal.words is 'The goal, as they say it.';
comment on column plan_goal.state is 'Open, reached, or dropped.';
comment on column plan_goal.set_on is 'The day it was set.';
comment on column plan_goal.set_by is 'Who wrote it down.';
comment on column plan_goal.ended_on is 'The day it was reached or dropped.';

comment on table plan_target is 'A step towards a goal: what, by when, by whom, with what support, and how one will know.';
comment on column plan_target.also_class is 'Of what is kept close, the class it has besides; both must be seen.';
comment on column plan_target.goal_id is 'The goal it leads to.';
comment on column plan_target.what is 'What is to be done.';
comment on column plan_target.due_on is 'By when; empty where no day was set.';
comment on column plan_target.factor is 'Code of the factor of the assessment it works on; empty where it works on none.';
comment on column plan_target.owner is 'Who does it: the young person, the adviser, or a partner.';
comment on column plan_target.owner_name is 'Which partner.';
comment on column plan_target.support is 'The support that was promised.';
comment on column plan_target.how_known is 'How everybody will know that it is done.';
comment on column plan_target.state is 'Open, met, met in part, not met, or dropped.';
comment on column plan_target.set_on is 'The day it was set.';
comment on column plan_target.set_by is 'Who wrote it down.';
comment on column plan_target.answered_on is 'The day it was answered at a review.';
comment on column plan_target.own_step is 'How big a step it is to the young person; not asked is an answer of its own.';
comment on column plan_target.adviser_step is 'How big a step it is to the adviser.';
comment on column plan_target.aim_id is 'The talk in which they named the aim it works towards; empty where it works towards none.';
comment on column plan_target.said_version is 'The version in which what was agreed of it last changed; empty where it is the version itself.';
comment on column plan_target.answer_words is 'What was said of it then.';

comment on table plan_version is 'What a goal or target said before it was changed or answered.';
comment on column plan_version.also_class is 'As of the row.';
comment on column plan_version.row_id is 'The goal or target.';
comment on column plan_version.content is 'All it said.';

comment on table plan_agreement is 'What a young person said to the plan as it stood, at first and at every review. Never changed.';
comment on column plan_agreement.kind is 'To the plan, or at a review.';
comment on column plan_agreement.agreed_on is 'The day.';
comment on column plan_agreement.agreed_by is 'The adviser.';
comment on column plan_agreement.agreement is 'Whether they agreed. That they did not is kept with what they said, and the plan stands.';
comment on column plan_agreement.words is 'What they said to it.';
comment on column plan_agreement.view_of_help is 'At a review: what they think of the help they had.';
comment on column plan_agreement.copy_given is 'How they got a copy: on paper, as a PDF, sent, read aloud; or that they wanted none.';
comment on column plan_agreement.review_on is 'When it is looked at again; empty where no day was set.';
comment on column plan_agreement.shown is 'What stood in the plan as they agreed, as far as its adviser saw it: each goal and target with its version.';

comment on column person_alert.review_on is 'By when somebody looks at it again; empty for one a concern raised.';
comment on column person_alert.reviewer_id is 'Who looks at it again.';
comment on column person_alert.told is 'Whether the young person knows of it: yes, not yet, or withheld.';
comment on column person_alert.told_why is 'Why it is withheld from them.';

comment on table hand_over is 'A young person on the way from one lead adviser to the next: asked, said yes to, met, closed.';
comment on column hand_over.kind is 'Why now, from our list; none tells of more than that.';
comment on column hand_over.why is 'Why, in a line everybody reads who sees the record.';
comment on column hand_over.brief is 'What the next adviser should know.';
comment on column hand_over.wish is 'What the young person says to it; asked before it is complete.';
comment on column hand_over.wish_words is 'The same in their own words.';
comment on column hand_over.wish_answer is 'What was answered to it, or is done about it.';
comment on column hand_over.from_id is 'Who hands over.';
comment on column hand_over.to_id is 'Who takes over.';
comment on column hand_over.begun_by is 'Who began it: the lead adviser or a team leader.';
comment on column hand_over.begun_on is 'The day it was begun.';
comment on column hand_over.state is 'Where it stands.';
comment on column hand_over.accepted_on is 'The day the next adviser said yes.';
comment on column hand_over.met_on is 'The day they met the young person.';
comment on column hand_over.contact_id is 'The contact in which they met.';
comment on column hand_over.moved_on is 'The day the lead went over; before the end where it could not wait.';
comment on column hand_over.over_on is 'The day it was over.';
comment on column hand_over.reason is 'Why it was declined or taken back.';
comment on column hand_over.words is 'The same in words.';
comment on column hand_over.due_on is 'By when the next step is due.';
comment on column hand_over.chased_at is 'When whoever owes it was reminded.';
comment on column hand_over.escalated_at is 'When the team leader was told that it is late.';
comment on column hand_over.grant_id is 'The grant it opened to the next adviser; empty when it opens none.';
comment on column hand_over.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table secure_link is 'A way into one thing of a record for somebody without an account: once, for an hour, after a code.';
comment on column secure_link.kind is 'What it opens.';
comment on column secure_link.referral_id is 'The referral whose letter it opens, and nothing else.';
comment on column secure_link.for_name is 'For whom at an agency or place without accounts it was made, as its maker named them; empty where it is for the young person.';
comment on column secure_link.adult_id is 'The adult on record it is for, where it is for a parent or carer.';
comment on column secure_link.adult_shown is 'What the young person was shown of it: each goal and step with its version; nothing else is opened.';
comment on column secure_link.adult_basis is 'Why they may read it: the young person agreed, or could not decide it and this adult decides.';
comment on column secure_link.organisation_id is 'The place of learning it is for, where it is for telling of an absence.';
comment on column secure_link.known_on is 'The day the young person was told that the place would have it, and was all right with it.';
comment on column secure_link.asked_at is 'When whoever opened it asked for another.';
comment on column secure_link.unopened_told_at is 'When the sender was told that nobody had opened it.';
comment on column secure_link.classes is 'Classes it opens while it is open, as bits; never more than whoever made it saw. None where it opens a letter.';
comment on column secure_link.token_hash is 'A digest of what its address says.';
comment on column secure_link.code_hash is 'A digest of the code, with the address.';
comment on column secure_link.review_on is 'When the plan is looked at again, agreed beforehand.';
comment on column secure_link.made_by is 'Who made it.';
comment on column secure_link.made_on is 'The day it was made.';
comment on column secure_link.expires_at is 'Until when it can be entered.';
comment on column secure_link.tries is 'Wrong codes so far.';
comment on column secure_link.entered_at is 'When the code was given; it works once.';
comment on column secure_link.session_hash is 'A digest of the secret of the browser that gave it.';
comment on column secure_link.session_until is 'Until when what was entered stays open.';
comment on column secure_link.used_at is 'When what it was made for was done.';
comment on column secure_link.ended_at is 'When it was ended.';
comment on column secure_link.grant_id is 'The grant it opened to itself.';

comment on table absence_report is 'What a place of learning tells of somebody on its roll who is absent or has left, and what became of it.';
comment on column absence_report.organisation_id is 'The place that told.';
comment on column absence_report.kind is 'Absent, or left.';
comment on column absence_report.last_seen_on is 'The day they were last there.';
comment on column absence_report.reason is 'Why, as far as the place knows.';
comment on column absence_report.words is 'What the place knows.';
comment on column absence_report.tried is 'What the place tried.';
comment on column absence_report.told_by is 'Who told; the link where it was by one.';
comment on column absence_report.told_name is 'Who told by a link, as its maker named them; empty where it was somebody with an account.';
comment on column absence_report.told_on is 'The day it was told.';
comment on column absence_report.state is 'Where it stands.';
comment on column absence_report.taken_by is 'Who took it in hand.';
comment on column absence_report.taken_on is 'The day it was taken in hand.';
comment on column absence_report.outcome is 'What became of it, which the place reads.';
comment on column absence_report.outcome_words is 'The same in words, for those who work with them.';
comment on column absence_report.back_words is 'What was agreed that the place hears.';
comment on column absence_report.over_on is 'The day it was over.';
comment on column absence_report.due_on is 'By when the next step is due.';
comment on column absence_report.chased_at is 'When whoever owes it was reminded.';
comment on column absence_report.escalated_at is 'When the team leader was told that it is late.';
comment on column absence_report.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table programme is 'What young people go through in stages: who runs it, and what is asked of those who come on it. Rows 86 and 243.';
comment on column programme.name is 'What it is called.';
comment on column programme.about is 'What it is.';
comment on column programme.organisation_id is 'Who runs it.';
comment on column programme.discloses is 'The class its very name tells of; 0 for nothing more than where somebody learns.';
comment on column programme.min_age is 'The youngest who may come on it.';
comment on column programme.max_age is 'The oldest who may come on it.';
comment on column programme.needs_lead is 'Whether an adviser must lead for whoever comes on it.';
comment on column programme.needs_assessment is 'Whether an assessment must have been agreed in the last 12 months.';
comment on column programme.needs_plan is 'Whether there must be a plan.';
comment on column programme.entry_words is 'What else is asked, in words.';
comment on column programme.closed_on is 'From when nobody comes on it any more.';

comment on table programme_stage is 'A stage of a programme.';
comment on column programme_stage.programme_id is 'Of which programme.';
comment on column programme_stage.name is 'What it is called.';
comment on column programme_stage.position is 'Which stage it is: the first is 1.';
comment on column programme_stage.weeks is 'Weeks it usually takes; empty where it takes what it takes.';
comment on column programme_stage.done_when is 'What is to be true before the next.';
comment on column programme_stage.adviser_id is 'Who works with those at this stage. It opens no record.';

comment on table programme_lesson is 'What was learnt from those who left a programme early, and what changes. Row 88.';
comment on column programme_lesson.programme_id is 'Of which programme.';
comment on column programme_lesson.learnt is 'What was learnt, naming nobody.';
comment on column programme_lesson.change is 'What changes.';
comment on column programme_lesson.due_on is 'By when it changes.';
comment on column programme_lesson.done_on is 'When it had changed.';
comment on column programme_lesson.said_on is 'The day it was written down.';

comment on table programme_place is 'A young person on a programme: from waiting to its end.';
comment on column programme_place.programme_id is 'Which programme.';
comment on column programme_place.organisation_id is 'The partner who runs it; empty where the partnership’s own service does.';
comment on column programme_place.state is 'Where it stands.';
comment on column programme_place.agreed_on is 'The day they agreed to it.';
comment on column programme_place.starts_on is 'The day they are to start.';
comment on column programme_place.set_aside is 'Why they came on it though something that is asked was not so.';
comment on column programme_place.started_on is 'The day they started.';
comment on column programme_place.position is 'The stage they are or were last at.';
comment on column programme_place.over_on is 'The day it was over.';
comment on column programme_place.reason is 'Why they left early, or did not start.';
comment on column programme_place.words is 'The same in words, or where they go next; not for the partner who runs it.';
comment on column programme_place.talk is 'What came of talking with them after they left early.';
comment on column programme_place.talk_words is 'What they said about it; not for the partner who runs it.';
comment on column programme_place.talk_on is 'The day of the talk.';
comment on column programme_place.due_on is 'By when a start, a stage or a talk is looked at.';
comment on column programme_place.chased_at is 'When whoever owes it was reminded.';
comment on column programme_place.escalated_at is 'When the team leader was told that it is late.';
comment on column programme_place.alone_told_at is 'When it was told that nobody leads for them; empty where it was not, or somebody does again.';
comment on column programme_place.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table programme_step is 'A stage somebody was at, from when until when.';
comment on column programme_step.place_id is 'Their place on the programme.';
comment on column programme_step.organisation_id is 'As of the place.';
comment on column programme_step.position is 'Which stage it was.';
comment on column programme_step.stage is 'What the stage was called then.';
comment on column programme_step.reached is 'Whether what was to be true before the next was; empty where nobody said.';
comment on column programme_step.words is 'How it went; not for the partner who runs it.';
comment on column programme_step.sealed_at is 'When it was taken off view with the place; empty where it was not.';

comment on column plan_agreement.link_id is 'The link by which they said it themselves; empty where it was written down with them.';
comment on column concern.by_link is 'Whether a young person raised it by a link: raised_by is that link.';
comment on column concern.raised_from is 'Path of the page it was raised from, without what was asked of it; empty where none is known.';
comment on column concern.by_name is 'Who raised it by a link that was made for somebody at an agency, or for a parent or carer; empty where it was the young person.';

comment on table referral_protocol is 'What two agencies agreed about referring young people: for what, on what ground, what may go along, how long each step takes. Row 205; decision 0036.';
comment on column referral_protocol.from_id is 'The agency that refers.';
comment on column referral_protocol.to_id is 'The agency that is asked.';
comment on column referral_protocol.team_id is 'Which team takes in what comes to the partnership’s own service.';
comment on column referral_protocol.purpose is 'For what young people are referred.';
comment on column referral_protocol.basis is 'The ground in law (K1).';
comment on column referral_protocol.law is 'The Act and section, or what else the ground rests on.';
comment on column referral_protocol.condition is 'The condition in law for what tells of health, care, offences or the like; empty where nothing of the kind goes.';
comment on column referral_protocol.classes is 'What may go along at most, as bits of record classes.';
comment on column referral_protocol.answer_days is 'Working days to accept or decline.';
comment on column referral_protocol.start_days is 'Working days from accepting to starting.';
comment on column referral_protocol.report_days is 'Working days from starting to saying what came of it.';
comment on column referral_protocol.started_on is 'From when it is in force.';
comment on column referral_protocol.review_on is 'When it is looked at again.';
comment on column referral_protocol.ended_on is 'When it ended; what was sent under it goes on.';

comment on table referral is 'A young person referred from one agency to another: where it stands, whose step is next and by when. What it says stands in its parts. Rows 205 and 211; decision 0036.';
comment on column referral.protocol_id is 'What the two agencies agreed.';
comment on column referral.from_id is 'The agency that refers.';
comment on column referral.to_id is 'The agency that is asked.';
comment on column referral.team_id is 'The team that takes it in, of the partnership’s own service.';
comment on column referral.sent_for is 'In whose list it stands as sent: an account of the own service, or an organisation.';
comment on column referral.state is 'Draft, sent, more asked, accepted, started, ended, declined, withdrawn.';
comment on column referral.view is 'What the young person says to it: agrees, objects, says nothing, or was not asked.';
comment on column referral.view_words is 'In their own words.';
comment on column referral.view_answer is 'What was decided about an objection, and why.';
comment on column referral.shown_on is 'When they were shown what goes along (K2).';
comment on column referral.withheld_by is 'Who decided not to show it first.';
comment on column referral.withheld_why is 'Why.';
comment on column referral.withheld_review_on is 'When that is looked at again.';
comment on column referral.made_by is 'Who wrote it.';
comment on column referral.sent_by is 'Who sent it.';
comment on column referral.sent_on is 'When it went.';
comment on column referral.received_on is 'When it was first opened at the other end.';
comment on column referral.due_on is 'By when the next step is due.';
comment on column referral.days_left is 'Working days left to answer when more was asked.';
comment on column referral.chased_at is 'When whoever owes the step was reminded.';
comment on column referral.escalated_at is 'When the sender’s side was told that it is late.';
comment on column referral.worker_id is 'Who works with the young person at the other end.';
comment on column referral.worker_name is 'Who works with the young person at an agency without accounts, who has no right over the record.';
comment on column referral.question_on is 'Since when a question is to be answered: an objection, of which the other agency reads no more.';
comment on column referral.stop_words is 'What the other agency was told as it was stopped, in words agreed with the young person.';
comment on column referral.grant_id is 'The right that accepting opened, and the end ends.';
comment on column referral.reason is 'Why it was declined or taken back.';
comment on column referral.outcome is 'What came of it.';
comment on column referral.over_on is 'When it ended, was declined or taken back.';
comment on column referral.read_on is 'When the sender read what came back.';

comment on table referral_part is 'One part of the letter of a referral, as it stood when it was taken from the record.';
comment on column referral_part.referral_id is 'The referral.';
comment on column referral_part.part is 'Which part: who it is, what is asked, how to reach them, and so on.';
comment on column referral_part.lines is 'What it says: labels and values.';
comment on column referral_part.replaced_at is 'When it was changed; what it said before is kept.';

comment on table referral_say is 'What the young person said to the letter of a referral as it was shown to them (K2). Decision 0043.';
comment on column referral_say.referral_id is 'The referral.';
comment on column referral_say.link_id is 'The link by which they said it themselves; empty where somebody wrote it down for them.';
comment on column referral_say.said_on is 'The day it was said.';
comment on column referral_say.say is 'That it is right, that something is wrong, or that they do not want it sent.';
comment on column referral_say.part is 'Which part of the letter is wrong.';
comment on column referral_say.words is 'In their own words.';
comment on column referral_say.stamp is 'A digest of the letter that was shown: of a letter changed since it says nothing.';

comment on table referral_objection is 'An objection to a referral that is under way, and how it was answered. Decision 0043.';
comment on column referral_objection.referral_id is 'The referral.';
comment on column referral_objection.link_id is 'The link by which they said it themselves; empty where a colleague wrote it down.';
comment on column referral_objection.raised_on is 'The day it was made.';
comment on column referral_objection.words is 'In their own words.';
comment on column referral_objection.state is 'Open; stopped; it goes on because of its ground; it goes on with less; or the referral was over first.';
comment on column referral_objection.due_on is 'By when it is answered.';
comment on column referral_objection.chased_at is 'When whoever owes the answer was reminded.';
comment on column referral_objection.escalated_at is 'When those over them were told.';
comment on column referral_objection.answer_words is 'Why it goes on, as the young person was told; or what the other agency was told as it stopped.';
comment on column referral_objection.answered_by is 'Who answered it.';
comment on column referral_objection.answered_on is 'The day it was answered.';

comment on table referral_step is 'What was done and said about a referral, step by step. Never changed.';
comment on column referral_step.referral_id is 'The referral.';
comment on column referral_step.on_day is 'The day it was done.';
comment on column referral_step.step is 'What was done.';
comment on column referral_protocol.stages is 'What the receiver goes through before it answers, in order; none where it answers straight away.';
comment on column referral_protocol.chased_at is 'When those who look after agreements were told that it is to be looked at again.';
comment on table referral_protocol_review is 'An agreement about referring was looked at again, and stands for so long. Never changed.';
comment on column referral_protocol_review.protocol_id is 'The agreement.';
comment on column referral_protocol_review.reviewed_on is 'The day it was looked at.';
comment on column referral_protocol_review.words is 'What was looked at and found.';
comment on column referral_protocol_review.review_on is 'Until when it stands.';
comment on column referral.stage is 'Which of the stages of its receiver it is at, as it was called then; empty before the first.';
comment on column referral.stage_on is 'Since when it is at that stage.';
comment on column referral_step.by_name is 'Who did it by a link, as the sender named them.';
comment on column referral_step.words is 'What was said with it.';

comment on table opportunity is 'A place with an employer, a provider or a college that young people can be put forward for. Row 308.';
comment on column opportunity.title is 'What it is called.';
comment on column opportunity.kind is 'Apprenticeship, supported programme, job with training, course, volunteering or taster.';
comment on column opportunity.organisation_id is 'Who offers it, where they are in the directory.';
comment on column opportunity.employer is 'Who offers it, where they are in no directory.';
comment on column opportunity.discloses is 'The class its very name tells of (K6); 0 for nothing.';
comment on column opportunity.starts_on is 'The day it starts; empty where one can start at any time.';
comment on column opportunity.places is 'How many places there are; empty where it is not known.';
comment on column opportunity.apply_by is 'The last day to apply.';
comment on column opportunity.town is 'The town it is in.';
comment on column opportunity.address is 'Where exactly.';
comment on column opportunity.travel is 'How one gets there.';
comment on column opportunity.entry is 'What they ask for, in plain words.';
comment on column opportunity.pay is 'What it pays, in words.';
comment on column opportunity.hours is 'The hours, in words.';
comment on column opportunity.fits is 'What it fits round, such as school hours.';
comment on column opportunity.min_age is 'From which age.';
comment on column opportunity.max_age is 'Up to which age.';
comment on column opportunity.support is 'What help there is for those who need more.';
comment on column opportunity.ring is 'Whom to ring.';
comment on column opportunity.state is 'Open, filled, closed or withdrawn. An open one whose last day has passed is over too.';
comment on column opportunity.over_on is 'The day it was filled, closed or withdrawn.';

comment on table application is 'A young person and an opportunity, from its being suggested to them to their first day: where it stands, whose step is next and by when. Rows 175, 185 to 187 and 308.';
comment on column application.opportunity_id is 'The opportunity.';
comment on column application.state is 'Suggested, wanted, not wanted, put forward, interview, offered, not offered, accepted, started, not started, withdrawn.';
comment on column application.put_by is 'Who suggested it to them.';
comment on column application.suggested_on is 'The day it was suggested to them.';
comment on column application.why is 'Why it may suit them, as it was said to them.';
comment on column application.needs is 'What it must fit round, such as school hours; never why.';
comment on column application.own_words is 'What they said to it, in their own words.';
comment on column application.tells is 'What was agreed with them that the provider is told.';
comment on column application.tells_words is 'The same in words, where something else was agreed.';
comment on column application.put_on is 'The day they were put forward.';
comment on column application.prepared is 'What adviser and provider prepared together.';
comment on column application.prepared_words is 'The same in words.';
comment on column application.interview_on is 'The day of the interview.';
comment on column application.interview_at is 'The time of the interview.';
comment on column application.with_them is 'Who goes along to the interview.';
comment on column application.journey is 'How they get there and back.';
comment on column application.result_words is 'What came of it, and what is learnt from it.';
comment on column application.starts_on is 'The agreed first day.';
comment on column application.reason is 'Why it was taken back.';
comment on column application.over_on is 'The day it was over.';
comment on column application.due_on is 'By when the next step is due.';
comment on column application.chased_at is 'When whoever owes it was reminded.';
comment on column application.escalated_at is 'When the team leader was told that it is late.';
comment on column application.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table application_step is 'What was done about an application, step by step. Never changed.';
comment on column application_step.application_id is 'The application.';
comment on column application_step.step is 'What was done.';
comment on column application_step.words is 'What was said with it.';
comment on column application_step.on_day is 'The day it was done.';
comment on column application_step.sealed_at is 'When it was taken off view with the application; empty where it was not.';

comment on table confidentiality_statement is 'What stays between a young person and those who help them, in the partnership''s own words: one version, never changed. Row 79.';
comment on column confidentiality_statement.number is 'The number of the version; the first is 1.';
comment on column confidentiality_statement.stays is 'What stays between us.';
comment on column confidentiality_statement.told is 'When somebody has to be told, and who.';
comment on column confidentiality_statement.rights is 'What a young person can ask.';
comment on column confidentiality_statement.from_day is 'The first day it is in force.';
comment on column confidentiality_statement.made_by is 'Who wrote it.';
comment on table confidentiality_reading is 'What stays between us was read with a young person on a day. Row 79.';
comment on column confidentiality_reading.statement_id is 'The version that was read.';
comment on column confidentiality_reading.how is 'How it was read.';
comment on column confidentiality_reading.understood is 'Whether they understood when somebody has to be told.';
comment on column confidentiality_reading.said is 'What they say it means, in their words.';
comment on column confidentiality_reading.wishes is 'Who must not hear of what, and how they want to be told.';
comment on column confidentiality_reading.read_on is 'The day it was read.';
comment on column confidentiality_reading.read_by is 'Who read it with them.';
comment on column confidentiality_reading.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on column assessment.left_on is 'The day a draft was left.';
comment on column assessment.left_by is 'Who left it.';
comment on column assessment.left_why is 'Why it was left.';
comment on column assessment.signals_looked_at is 'When the clock looked whether something in it calls for an answer nobody gave.';
comment on column programme_place.handed_told is 'The stage at which whoever leads was told that it asks for a hand-over.';
comment on table host_terms is 'What was agreed with a place of learning about an adviser who works there, version by version. Row 155.';
comment on column host_terms.deployment_id is 'The deployment it is about.';
comment on column host_terms.base is 'The room or desk they have there.';
comment on column host_terms.phone is 'The phone they have there.';
comment on column host_terms.directs is 'Who says there what the day brings, by name.';
comment on column host_terms.manager_id is 'The colleague who is their line manager here.';
comment on column host_terms.may_tell is 'What the place may be told.';
comment on column host_terms.may_not_tell is 'What the place is not told.';
comment on column host_terms.hours is 'The working hours there.';
comment on column host_terms.notice is 'How much notice either side gives.';
comment on column host_terms.inducted_on is 'The day the induction there was done; empty until it is.';
comment on column host_terms.agreed_on is 'The day it was agreed.';
comment on column host_terms.agreed_with is 'With whom at the place it was agreed, by name.';
comment on column host_terms.look_on is 'The day it is to be looked at again.';
comment on column host_terms.told_at is 'When it was told that this day is past.';
comment on column referral_protocol.not_task is 'Why what is referred under it is no adviser''s task; empty where it is one. Row 230.';
comment on table partner_feedback is 'What somebody at a partner says of working with advisers, once a school year. No young person stands in it. Row 212.';
comment on column partner_feedback.organisation_id is 'The partner they work at.';
comment on column partner_feedback.account_id is 'Who was asked. Shown to nobody: it keeps anybody from being asked or counted twice.';
comment on column partner_feedback.year_from is 'The first day of the school year it is for.';
comment on column partner_feedback.state is 'Whether they answered or put it off.';
comment on column partner_feedback.ask_again_on is 'The day they are asked again, where they put it off.';
comment on column partner_feedback.reach is 'Whether they can reach the adviser when they need them.';
comment on column partner_feedback.helps is 'Whether what advisers do helps the young people.';
comment on column partner_feedback.told is 'Whether they hear in time what they may hear.';
comment on column partner_feedback.clear is 'Whether it is clear who does what.';
comment on column partner_feedback.together is 'Whether the adviser works with them.';
comment on column partner_feedback.what_helps is 'What helps, in their words.';
comment on column partner_feedback.what_to_change is 'What should change, in their words.';
comment on column partner_feedback.said_on is 'The day they answered.';
comment on table team_posts is 'How many advisers'' posts a team has, from a day. Row 158.';
comment on column team_posts.team_id is 'The team.';
comment on column team_posts.posts is 'How many posts are paid for.';
comment on column team_posts.from_on is 'From which day.';
comment on table local_service is 'A service or project near by: what it helps with, for whom, how to ask. Rows 207 and 159.';
comment on column local_service.name is 'What it is called.';
comment on column local_service.organisation_id is 'The organisation of the directory that runs it; empty where none of it does.';
comment on column local_service.run_by is 'Who runs it, where that is no organisation of the directory.';
comment on column local_service.about is 'What it is.';
comment on column local_service.needs is 'Codes of factors of the assessment it helps with.';
comment on column local_service.min_age is 'The youngest it is for.';
comment on column local_service.max_age is 'The oldest it is for.';
comment on column local_service.place is 'Where it is.';
comment on column local_service.cost is 'What it costs.';
comment on column local_service.how_to is 'How one asks for it.';
comment on column local_service.checked_on is 'The day somebody last looked whether all of it is so.';
comment on column local_service.closed_on is 'The day it was said to be no longer there.';
comment on table local_tip is 'What somebody who knows a service says of it. Row 159.';
comment on column local_tip.service_id is 'The service.';
comment on column local_tip.words is 'What they say.';
comment on column local_tip.said_by is 'Who said it.';
comment on column local_tip.said_on is 'The day it was said.';
comment on column local_tip.still_on is 'The day somebody last said that it is still so.';
comment on column local_tip.over_on is 'The day it was said to be so no longer.';
comment on table colleague_profile is 'What a colleague says of themselves, so that others know whom to ask. Row 157.';
comment on column colleague_profile.background is 'Where they come from in their work.';
comment on column colleague_profile.ask_about is 'What they can be asked about.';
comment on column colleague_profile.languages is 'Languages they speak or sign.';
comment on table readiness_item is 'Something an adviser has done of what is asked before cases are taken, and again. Rows 192 and 229.';
comment on column readiness_item.kind is 'What was done.';
comment on column readiness_item.done_on is 'The day it was done.';
comment on column readiness_item.evidence is 'What shows it.';
comment on column readiness_item.noted_by is 'Who wrote it down: the leader of their team.';
comment on column readiness_item.over_on is 'The day it was taken off as said wrongly.';
comment on table good_practice is 'What works here: good practice in short words, kept so that it outlasts who found it. Row 160.';
comment on column good_practice.title is 'What it is, in a few words.';
comment on column good_practice.what is 'What to do.';
comment on column good_practice.fits is 'When it fits, and when it does not.';
comment on column good_practice.needs is 'Codes of factors of the assessment it helps with; none where it helps with the work as such.';
comment on column good_practice.written_by is 'Who wrote it.';
comment on column good_practice.written_on is 'The day it was written.';
comment on column good_practice.checked_on is 'The day somebody last looked whether it is still so.';
comment on column good_practice.over_on is 'The day it was put away.';
comment on table team_task is 'A team that takes on the adviser''s task together, with the specialist it asks. Row 217.';
comment on column team_task.team_id is 'The team.';
comment on column team_task.specialist_id is 'Who is asked.';
comment on column team_task.about is 'What they can be asked about.';
comment on column team_task.started_on is 'Since when.';
comment on column team_task.ended_on is 'The day it did so no more.';
comment on table advice is 'A question to the specialist of a team, and the answer. It names no young person.';
comment on column advice.team_id is 'The team whoever asked worked in.';
comment on column advice.asked_by is 'Who asked.';
comment on column advice.asked_of is 'Whom it was asked of.';
comment on column advice.asked_on is 'The day it was asked.';
comment on column advice.question is 'What was asked.';
comment on column advice.state is 'How it stands.';
comment on column advice.answer is 'What was advised.';
comment on column advice.answered_on is 'The day it was answered.';
comment on table plan_ask is 'A partner who owns a target of a plan was asked whether they take it on, or told somebody. It opens no right. Row 275.';
comment on column plan_ask.also_class is 'Of what is kept close, the class it has besides; both must be seen.';
comment on column plan_ask.target_id is 'The target.';
comment on column plan_ask.what is 'What they were asked to do, as the target stood.';
comment on column plan_ask.due_on is 'By when, as the target stood.';
comment on column plan_ask.owner_name is 'Which partner, as the target stood.';
comment on column plan_ask.state is 'Asked, said yes, said no, or asked no more.';
comment on column plan_ask.asked_account is 'The colleague who is asked; empty where somebody was told.';
comment on column plan_ask.who is 'Who told.';
comment on column plan_ask.asked_on is 'The day it was asked or written down.';
comment on column plan_ask.asked_by is 'Who asked, or wrote it down.';
comment on column plan_ask.answer_by is 'By when they are to answer.';
comment on column plan_ask.answered_on is 'The day they said it.';
comment on column plan_ask.answered_by is 'Who pressed, or wrote it down.';
comment on column plan_ask.words is 'What they said to it; of a no, why.';
comment on column plan_ask.chased_at is 'When the colleague was reminded.';
comment on column plan_ask.escalated_at is 'When whoever leads for them was told that no answer came.';
comment on column plan_ask.sealed_at is 'When it was taken off with a target filed on the wrong young person (K9).';
comment on table plan_date is 'A date the law sets for others that stands beside a plan: reviews of an EHC plan, of care and of leaving care. Rows 305 and 306.';
comment on column plan_date.kind is 'What it is.';
comment on column plan_date.on_day is 'When, or by when.';
comment on column plan_date.who is 'Who holds it, and who is asked to come.';
comment on column plan_date.state is 'How it stands.';
comment on column plan_date.over_on is 'The day it was held or called off.';
comment on column plan_date.words is 'What came of it, or why it is called off.';
comment on column plan_date.wishes is 'What the young person said, or wanted said.';
comment on column plan_date.made_by is 'Who put it there.';
comment on column plan_date.chased_at is 'When whoever leads for them was told that its day is past.';
comment on column plan_date.escalated_at is 'When the leader of the team was told.';
comment on column plan_date.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';

comment on table progress_lock is 'A word only the young person knows, under which their Progress File is theirs alone. Row 277, decision 0047.';
comment on column progress_lock.word_hash is 'What the word is held against (argon2id); read by the house alone.';
comment on column progress_lock.opened_by is 'The link on whose page the word was given last.';
comment on column progress_lock.tries is 'How many wrong words were given that day.';
comment on column progress_lock.tried_on is 'The day of the last wrong one.';
comment on table progress_entry is 'Something of a young person’s Progress File: theirs alone until they share it. Row 277, decision 0047.';
comment on column progress_entry.kind is 'What it is.';
comment on column progress_entry.did is 'What they did, in their words.';
comment on column progress_entry.shows is 'What it shows, in their words.';
comment on column progress_entry.happened_on is 'When it was, where that is known.';
comment on column progress_entry.state is 'Theirs alone, shared with their adviser, or taken out by them.';
comment on column progress_entry.lock_id is 'Under which of their words it is; none for what a colleague wrote down with them.';
comment on column progress_entry.written_by is 'The colleague who wrote it down for them.';
comment on column progress_entry.link_id is 'The link on whose page they wrote it themselves.';
comment on column progress_entry.written_on is 'The day it was written.';
comment on column progress_entry.shared_on is 'Since when it is shared.';
comment on column progress_entry.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table progress_evidence is 'What of a Progress File shows that a target of the plan was worked on. Row 277.';
comment on column progress_evidence.entry_id is 'What shows it.';
comment on column progress_evidence.target_id is 'The target.';
comment on column progress_evidence.chosen_by is 'Who chose it.';
comment on column progress_evidence.chosen_on is 'The day it was chosen.';
comment on column progress_evidence.taken_back_on is 'The day they took back what it was.';
comment on column progress_evidence.sealed_at is 'When what shows it was taken off as filed on the wrong young person (K9).';
comment on table transfer_request is 'What the agency that worked with a young person before knows: asked for when they arrive, chased, and what came.';
comment on column transfer_request.organisation_id is 'The agency, where it is on record.';
comment on column transfer_request.from_name is 'Its name, where it is not.';
comment on column transfer_request.whom is 'Who was asked there.';
comment on column transfer_request.asks is 'What was asked for.';
comment on column transfer_request.told is 'Whether the young person knows that it was asked.';
comment on column transfer_request.state is 'How it stands.';
comment on column transfer_request.asked_by is 'Who asked.';
comment on column transfer_request.asked_on is 'The day it was asked.';
comment on column transfer_request.due_on is 'Until when an answer is due; none once it is over.';
comment on column transfer_request.again is 'How often it was asked for again.';
comment on column transfer_request.again_on is 'When last.';
comment on column transfer_request.over_on is 'The day it was over.';
comment on column transfer_request.words is 'What came, or why nothing did.';
comment on column transfer_request.said_by is 'Who said it there.';
comment on column transfer_request.chased_at is 'When whoever leads for them was told that it is late.';
comment on column transfer_request.escalated_at is 'When the leader of the team was told.';
comment on column transfer_request.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on column session.viewing_as is 'Through whose eyes it looks, a membership of a made-up partnership; nothing it does meanwhile is kept.';
comment on column session.viewing_since is 'Since when; over after an hour.';
comment on table calendar_feed is 'A colleague’s diary in another calendar: when they are busy, never with whom.';
comment on column calendar_feed.account_id is 'Whose diary it is.';
comment on column calendar_feed.token_hash is 'A digest of its address.';
comment on column calendar_feed.made_on is 'The day it was made.';
comment on column calendar_feed.last_read_on is 'The last day a calendar read it.';
comment on column calendar_feed.ended_at is 'When it was ended.';
comment on table notebook_pack is 'That an adviser took their caseload along for where there is no signal; what was taken is on their device alone.';
comment on column notebook_pack.account_id is 'Who took it.';
comment on column notebook_pack.session_id is 'In which session: with it, what was taken is over.';
comment on column notebook_pack.token_hash is 'A digest of what the device knows it by.';
comment on column notebook_pack.half is 'Opens notes that were not sent, on that device and for that account alone.';
comment on column notebook_pack.taken_at is 'When it was taken.';
comment on column notebook_pack.until_day is 'The last day it can be read on the device.';
comment on column notebook_pack.people is 'How many young people were in it; who they were stands in the audit.';
comment on column notebook_pack.ended_at is 'When it was ended before its day; empty where it was not.';
comment on table notebook_note is 'A note that came from somebody’s notebook and is a contact now: by its key it comes once.';
comment on column notebook_note.account_id is 'Who wrote it.';
comment on column notebook_note.note_key is 'The key its device gave it.';
comment on column notebook_note.pack_id is 'What it was written in.';
comment on column notebook_note.contact_id is 'The contact it became.';
comment on column notebook_note.digest is 'A digest of what was sent.';
comment on column notebook_note.written_at is 'When it was written, by the device’s clock.';
comment on column notebook_note.clock is 'fits, or asked: the device’s clock was wrong, and its writer was asked when it was.';
comment on table capacity_decision is 'Whether a young person could decide something for themselves, judged for that one question on one day (K11).';
comment on column capacity_decision.about is 'What the question is about.';
comment on column capacity_decision.question is 'What was to be decided.';
comment on column capacity_decision.help is 'What was done so that they could decide.';
comment on column capacity_decision.could is 'What of deciding they could do.';
comment on column capacity_decision.how is 'What shows it.';
comment on column capacity_decision.wishes is 'What they want, whoever decides.';
comment on column capacity_decision.outcome is 'Whether they can decide it, with help, or not now.';
comment on column capacity_decision.was_sixteen is 'Whether they were 16 that day; null where the birth date was not on record.';
comment on column capacity_decision.decider is 'Who decides where they cannot: an adult with parental responsibility, a representative, nobody yet.';
comment on column capacity_decision.adult_id is 'The row of the adult on record as having parental responsibility.';
comment on column capacity_decision.representative is 'The representative, by name.';
comment on column capacity_decision.judged_by is 'Who judged it.';
comment on column capacity_decision.judged_on is 'The day it was judged.';
comment on column capacity_decision.review_on is 'The day to look at it again.';
comment on column capacity_decision.again_of is 'The decision this one looks at again.';
comment on column capacity_decision.again_on is 'The day it was looked at again.';
comment on column capacity_decision.chased_at is 'When whoever judged was told that it is late.';
comment on column capacity_decision.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table letter is 'A supporting letter of the partnership that helps a young person to money they may have: agreed with them, signed, and kept as it was. Row 311.';
comment on column letter.kind is 'What it is for: bursary, Care to Learn, estrangement, travel.';
comment on column letter.to_whom is 'To whom it is written.';
comment on column letter.tells is 'What of the record it tells besides the name.';
comment on column letter.reason is 'The reason it tells, where one was chosen with them.';
comment on column letter.known_how is 'How the reason is known; in no letter.';
comment on column letter.words is 'What is said besides, in words.';
comment on column letter.state is 'Draft, signed or taken back.';
comment on column letter.written_by is 'Who wrote it.';
comment on column letter.written_on is 'The day it was written.';
comment on column letter.lines is 'What it says, line by line, as it was signed; empty before that.';
comment on column letter.signed_by is 'Who signed it.';
comment on column letter.signed_name is 'Their name as it stands under the letter.';
comment on column letter.signed_title is 'Their job as it stands under the letter.';
comment on column letter.signed_for is 'The service as it stands under the letter.';
comment on column letter.signed_on is 'The day it was signed.';
comment on column letter.signed_protected is 'Whether their whereabouts were protected when it was signed (K4).';
comment on column letter.why is 'Why it was taken back.';
comment on column letter.over_on is 'The day it was taken back.';
comment on column letter.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table panel is 'A standing group of several agencies that speaks of young people one by one. No young person stands in it. Row 310.';
comment on column panel.kind is 'What kind of panel: not in learning or work, vulnerable pupils, transition, another.';
comment on column panel.title is 'What it is called.';
comment on column panel.discloses is 'The class its very name gives that somebody is brought to it (K6); 0 for none.';
comment on column panel.purpose is 'What it is for.';
comment on column panel.basis is 'The ground in law on which its agencies share (K1).';
comment on column panel.law is 'The law itself.';
comment on column panel.condition is 'The condition in law for health, offending, care and family.';
comment on column panel.allows is 'Classes its purpose needs, as bits: nothing of any other is put before it.';
comment on column panel.chair_id is 'Who chairs it; empty while it waits for somebody.';
comment on column panel.ended_on is 'The day it ended; empty while it goes on.';

comment on table panel_member is 'Who attends a panel, for which organisation, and what they read there.';
comment on column panel_member.panel_id is 'The panel.';
comment on column panel_member.account_id is 'Who.';
comment on column panel_member.organisation_id is 'For which organisation: acting for another they read nothing.';
comment on column panel_member.classes is 'Classes they read there, as bits; never more than the panel allows.';
comment on column panel_member.ended_at is 'When they were taken out, or left.';

comment on table panel_meeting is 'A meeting of a panel. No young person stands in it.';
comment on column panel_meeting.panel_id is 'The panel.';
comment on column panel_meeting.on_day is 'The day.';
comment on column panel_meeting.at_time is 'The time, in London.';
comment on column panel_meeting.place is 'Where.';
comment on column panel_meeting.state is 'preparing, sent, closed or called-off.';
comment on column panel_meeting.sent_on is 'The day its agenda was sent.';
comment on column panel_meeting.closed_at is 'When it was closed: ninety days after, its seats read nothing of it any more.';
comment on column panel_meeting.also_there is 'Who was there without a seat.';
comment on column panel_meeting.notes is 'What was said of nobody in particular.';
comment on column panel_meeting.off_why is 'Why it was called off.';

comment on table panel_seat is 'A place at one meeting: by it, and by nothing else, an attender reads what is on its agenda.';
comment on column panel_seat.meeting_id is 'The meeting.';
comment on column panel_seat.account_id is 'Who.';
comment on column panel_seat.organisation_id is 'For which organisation.';
comment on column panel_seat.classes is 'Classes they read there, as bits.';
comment on column panel_seat.came is 'came, apologies or absent; empty before it is written down.';
comment on column panel_seat.ended_at is 'When it was taken away.';

comment on table panel_item is 'One young person at one meeting: what is asked of the panel, what they want said, and what came of it.';
comment on column panel_item.panel_id is 'The panel.';
comment on column panel_item.meeting_id is 'The meeting.';
comment on column panel_item.from_item_id is 'The item of the meeting before, where they were put off.';
comment on column panel_item.reason is 'Why they are brought: the list they stood on, or something else.';
comment on column panel_item.question is 'What is asked of the panel.';
comment on column panel_item.named_why is 'Why attenders who do not know them read their name; empty: they read initials (K8).';
comment on column panel_item.known is 'told, or withheld from them (K2); empty while they were not asked, and then no other attender reads it.';
comment on column panel_item.view is 'What they say to it: agrees, objects, no-word.';
comment on column panel_item.view_words is 'What they want said, in their words.';
comment on column panel_item.view_answer is 'What was decided about their objection, and why (K1).';
comment on column panel_item.asked_by is 'Who asked them, or keeps it back from them.';
comment on column panel_item.asked_on is 'The day that was written down.';
comment on column panel_item.withheld_why is 'Why it is kept back from them.';
comment on column panel_item.withheld_review_on is 'The day on which that is looked at again.';
comment on column panel_item.brought_by is 'Who brought them.';
comment on column panel_item.state is 'on the agenda, decided, nothing to decide, put off, not discussed, taken off.';
comment on column panel_item.outcome_words is 'What was said and decided.';
comment on column panel_item.off_why is 'Why they were taken off the agenda.';
comment on column panel_item.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table panel_line is 'A few words for the panel about somebody on its agenda, of one class: read by seats that have the class, until the meeting is closed.';
comment on column panel_line.item_id is 'The item.';
comment on column panel_line.words is 'The words.';
comment on column panel_line.replaced_at is 'When other words took their place; empty for those that stand.';
comment on column panel_line.sealed_at is 'When it was taken off view with the item; empty where it was not.';

comment on table panel_action is 'What a panel agreed that somebody does about a young person, by when, and what came of it.';
comment on column panel_action.panel_id is 'The panel.';
comment on column panel_action.meeting_id is 'The meeting at which it was agreed.';
comment on column panel_action.item_id is 'The item it came of.';
comment on column panel_action.owner_id is 'Who answers for it.';
comment on column panel_action.partner is 'Who does it, where that is somebody without an account.';
comment on column panel_action.what is 'What is to be done.';
comment on column panel_action.due_on is 'By when.';
comment on column panel_action.state is 'open, done or not-done.';
comment on column panel_action.over_on is 'The day it was over.';
comment on column panel_action.over_words is 'What came of it, or why it was not done.';
comment on column panel_action.chased_at is 'When whoever owes it was reminded.';
comment on column panel_action.escalated_at is 'When the chair was told that it is late.';
comment on column panel_action.sealed_at is 'When it was taken off view as about somebody else; empty where it was not.';

comment on table pathway is 'Support that follows a path about one young person: custody, a move to a new place of learning, coming back into learning, work with the family, mentoring. Rows 178, 179, 216, 222 and 223; decision 0050.';
comment on column pathway.kind is 'Which of the five.';
comment on column pathway.edition is 'Of which day the stages and suggested steps are that it began with.';
comment on column pathway.stage is 'The stage it is in.';
comment on column pathway.anchor_on is 'The day its steps are counted from: the release day, the first day at the new place, the first day back.';
comment on column pathway.with_name is 'The named person there, the member of the family or the volunteer, where they are written by name.';
comment on column pathway.with_account is 'The colleague who mentors them.';
comment on column pathway.adult_id is 'The adult on record the work is with.';
comment on column pathway.seen_on is 'When the certificate of a volunteer was seen; its number is not kept.';
comment on column pathway.goal_id is 'The goal of the plan whose targets it works on.';
comment on column pathway.answers is 'What its kind asks besides, by name.';
comment on column pathway.said is 'Of work with the family: their yes, or that it began without one.';
comment on column pathway.said_on is 'The day they said it, or it was written that they were not asked.';
comment on column pathway.said_words is 'What they said, in their words.';
comment on column pathway.without_why is 'Why it began without their yes.';
comment on column pathway.state is 'open, paused or ended.';
comment on column pathway.opened_on is 'The day it was opened.';
comment on column pathway.opened_by is 'Who opened it.';
comment on column pathway.review_on is 'The day it is looked at again.';
comment on column pathway.paused_on is 'The day it was paused; empty while it is not.';
comment on column pathway.paused_why is 'Why it is paused.';
comment on column pathway.over_on is 'The day it ended.';
comment on column pathway.outcome is 'What came of it.';
comment on column pathway.over_words is 'Why it ended, and how.';
comment on column pathway.due_on is 'The first day on which something of it is to be done, said or looked at.';
comment on column pathway.chased_at is 'When whoever leads for them was told that this day is past.';
comment on column pathway.escalated_at is 'When the leader of the team was told.';
comment on column pathway.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table pathway_step is 'A step of a path of support: suggested by its kind, or added.';
comment on column pathway_step.pathway_id is 'The path it belongs to.';
comment on column pathway_step.stage is 'The stage it belongs to.';
comment on column pathway_step.what is 'What is to be done.';
comment on column pathway_step.days is 'Days from the day the path is counted from; empty where its own day was chosen.';
comment on column pathway_step.due_on is 'By when.';
comment on column pathway_step.owner is 'Who does it: the young person, the adviser, or another by name.';
comment on column pathway_step.owner_name is 'Which other.';
comment on column pathway_step.state is 'to-do, done or not-needed.';
comment on column pathway_step.over_on is 'The day it was done or was no longer needed.';
comment on column pathway_step.over_words is 'What came of it, or why it was not needed.';
comment on column pathway_step.made_by is 'Who put it there.';
comment on column pathway_step.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table pathway_log is 'A meeting on a path of support, or one that did not come about.';
comment on column pathway_log.pathway_id is 'The path it belongs to.';
comment on column pathway_log.on_day is 'The day.';
comment on column pathway_log.came is 'met or not-met.';
comment on column pathway_log.minutes is 'How long it was.';
comment on column pathway_log.words is 'What was done, or why they did not meet.';
comment on column pathway_log.own_words is 'What the young person said of it.';
comment on column pathway_log.made_by is 'Who wrote it.';
comment on column pathway_log.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table pathway_week is 'A week of a timetable that grows: minutes planned from Monday to Friday, and minutes they came.';
comment on column pathway_week.pathway_id is 'The path it belongs to.';
comment on column pathway_week.week_of is 'The Monday of the week.';
comment on column pathway_week.planned is 'Minutes planned, Monday to Friday.';
comment on column pathway_week.came is 'Minutes they came; empty before it is written down.';
comment on column pathway_week.words is 'What helped, what was hard.';
comment on column pathway_week.made_by is 'Who planned it.';
comment on column pathway_week.sealed_at is 'When it was taken off with its path (K9).';
comment on table school_ask is 'What a place of learning is asked before a careers talk: what, by when, and how it stands.';
comment on column school_ask.organisation_id is 'The place that is asked.';
comment on column school_ask.asks is 'What is asked for.';
comment on column school_ask.told is 'Whether the young person knows that it is asked.';
comment on column school_ask.asked_by is 'Who asked.';
comment on column school_ask.asked_on is 'The day it was asked.';
comment on column school_ask.talk_on is 'The day of the talk, where one was arranged.';
comment on column school_ask.due_on is 'By when an answer is asked for.';
comment on column school_ask.state is 'How it stands.';
comment on column school_ask.over_on is 'The day it was over.';
comment on column school_ask.answered_by is 'Who wrote the answer down.';
comment on column school_ask.said_by is 'Who said it at the place, where it was written down for them.';
comment on column school_ask.words is 'Why nothing came, or why it was taken back.';
comment on column school_ask.chased_at is 'When whoever leads for them was told that it is late.';
comment on column school_ask.escalated_at is 'When the leader of the team was told.';
comment on column school_ask.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table school_fact is 'One thing that is known of somebody’s learning, with whose word it is and of which day.';
comment on column school_fact.kind is 'What it is.';
comment on column school_fact.words is 'What is known.';
comment on column school_fact.source is 'Whose word it is, as typed; empty where a place answered.';
comment on column school_fact.organisation_id is 'The place that answered.';
comment on column school_fact.ask_id is 'The request it answers.';
comment on column school_fact.as_of is 'Of which day it is.';
comment on column school_fact.written_by is 'Who wrote it down.';
comment on column school_fact.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table talk is 'A careers talk with one young person: prepared, held, and what came of it.';
comment on column talk.state is 'How it stands.';
comment on column talk.appointment_id is 'What was arranged, where it was prepared for that.';
comment on column talk.contact_id is 'The recorded session it was.';
comment on column talk.made_by is 'Who prepared it.';
comment on column talk.made_on is 'The day it was begun.';
comment on column talk.held_on is 'The day of the session.';
comment on column talk.about is 'What was talked about.';
comment on column talk.aim_words is 'Their aim, in their own words.';
comment on column talk.aim_asks is 'What the aim asks for, as the adviser found it.';
comment on column talk.aim_source is 'Where that was looked up.';
comment on column talk.aim_on is 'On which day.';
comment on column talk.higher is 'The challenge: aims may be higher.';
comment on column talk.takes is 'The challenge: what it would take, and what else.';
comment on column talk.aim_answer is 'What they say to it.';
comment on column talk.own_how is 'How their own side was written down.';
comment on column talk.own_on is 'The day they said it.';
comment on column talk.own_words is 'What they want to say about the talk.';
comment on column talk.why is 'Why it was not held.';
comment on column talk.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
comment on table talk_need is 'Another need that came up in a talk, of the class its kind tells of.';
comment on column talk_need.talk_id is 'The talk.';
comment on column talk_need.kind is 'What it is about.';
comment on column talk_need.words is 'What came up.';
comment on column talk_need.noted_by is 'Who noted it.';
comment on column talk_need.noted_on is 'The day it was noted.';
comment on column talk_need.over_on is 'The day it was no need any more.';
comment on column talk_need.sealed_at is 'When it was taken off with its talk (K9).';
comment on table talk_mark is 'What was learnt in a talk and how it went, as one side says it.';
comment on column talk_mark.talk_id is 'The talk.';
comment on column talk_mark.mark is 'What it is about.';
comment on column talk_mark.side is 'Whose word it is.';
comment on column talk_mark.said is 'What they say.';
comment on column talk_mark.evidence is 'What shows it.';
comment on column talk_mark.sealed_at is 'When it was taken off with its talk (K9).';
comment on table quality_sample is 'A sample of agreed assessments or plans of a team and month, drawn by chance for a leader to look at; no young person stands in it.';
comment on column quality_sample.team_id is 'The team whose work it is of.';
comment on column quality_sample.what is 'Assessments or plans.';
comment on column quality_sample.month is 'The month in which they were agreed: its first day.';
comment on column quality_sample.wanted is 'How many were asked for.';
comment on column quality_sample.seed is 'What chance was made from: with the same pool it draws the same again.';
comment on column quality_sample.pool is 'How many it was drawn from.';
comment on column quality_sample.unseen is 'How many more there were that whoever drew may not see, to the nearest five; fewer are 0.';
comment on column quality_sample.state is 'Open, or over once nothing of it is to be looked at or answered.';
comment on column quality_sample.drawn_by is 'Who drew it.';
comment on column quality_sample.drawn_on is 'The day it was drawn.';
comment on column quality_sample.over_on is 'The day it was over.';

comment on table quality_reading is 'One piece of agreed work in a sample, what was found in it, and what the adviser says.';
comment on column quality_reading.sample_id is 'The sample.';
comment on column quality_reading.team_id is 'As of the sample.';
comment on column quality_reading.month_of is 'As of the sample.';
comment on column quality_reading.subject_id is 'The assessment, or what was agreed of the plan.';
comment on column quality_reading.adviser_id is 'Whose work it is.';
comment on column quality_reading.reader_id is 'Who looks at it.';
comment on column quality_reading.state is 'To be looked at, looked at, answered, or closed without an answer.';
comment on column quality_reading.edition is 'From which day on the list holds it was looked at against.';
comment on column quality_reading.marks is 'By criterion: yes, in part or no, and a word.';
comment on column quality_reading.words is 'What was found in all.';
comment on column quality_reading.read_on is 'The day it was looked at.';
comment on column quality_reading.due_on is 'By when an answer is asked for.';
comment on column quality_reading.answer is 'What the adviser says to it.';
comment on column quality_reading.changed is 'What the adviser changed.';
comment on column quality_reading.over_on is 'The day it was answered or closed.';
comment on column quality_reading.why is 'Why it was closed.';
comment on column quality_reading.second_id is 'Who is asked to rate the factors anew.';
comment on column quality_reading.second_on is 'The day they did.';
comment on column quality_reading.chased_at is 'When the adviser was told that an answer is late.';
comment on column quality_reading.escalated_at is 'When the leader was told.';
comment on column quality_reading.sealed_at is 'When it was taken off with what it was about (K9).';

comment on table quality_rating is 'A factor of a sampled assessment as a second reader rates it, beside the adviser.';
comment on column quality_rating.reading_id is 'The reading.';
comment on column quality_rating.factor is 'Which factor.';
comment on column quality_rating.level is 'As the second reader rates it; empty where what was written was not enough.';
comment on column quality_rating.adviser_level is 'As the adviser had rated it; empty where it was not asked.';
comment on column quality_rating.sealed_at is 'When it was taken off with what it was about (K9).';

comment on table practice_observation is 'How an adviser held a talk, seen by a colleague or reviewed by themselves; no young person stands in it.';
comment on column practice_observation.kind is 'Seen by another, or their own review.';
comment on column practice_observation.observed_id is 'Whose practice it was.';
comment on column practice_observation.observer_id is 'Who wrote it down.';
comment on column practice_observation.on_day is 'The day of the talk.';
comment on column practice_observation.year_group is 'The young person’s year at school, and nothing else of them.';
comment on column practice_observation.marks is 'What was seen of each of nine marks, and what shows it.';
comment on column practice_observation.feedback is 'Feedback.';
comment on column practice_observation.next is 'What next.';
comment on column practice_observation.observed_words is 'What the adviser says to it.';
comment on column practice_observation.state is 'How it stands.';
comment on column practice_observation.given_on is 'The day it was given.';
comment on column practice_observation.answered_on is 'The day the adviser answered.';
comment on table exercise_done is 'An exercise a young person did with their adviser, in their words.';
comment on column exercise_done.exercise is 'Which one.';
comment on column exercise_done.edition is 'The edition they did, by its day.';
comment on column exercise_done.answers is 'What they say, by question; nothing once they took it out.';
comment on column exercise_done.how is 'How it was written down.';
comment on column exercise_done.done_on is 'The day it was done.';
comment on column exercise_done.with_id is 'The adviser they did it with.';
comment on column exercise_done.state is 'Kept, or taken out by them.';
comment on column exercise_done.sealed_at is 'When it was taken off as filed on the wrong young person (K9).';
