/**
 * Every table and column that names a young person, and what a merge does with it. A test compares this with the database: a
 * new personal table is entered here, or it fails.
 */

/** A table whose rows go along as they are: only `person_id` changes. `key` is the rest of the primary key. */
export type MovedTable = { readonly name: string; readonly key: readonly string[] }

const BY_ID = ['id'] as const

export const MOVED: readonly MovedTable[] = [
  { name: 'person_name', key: BY_ID },
  { name: 'person_detail', key: BY_ID },
  { name: 'person_address', key: BY_ID },
  { name: 'person_contact_detail', key: BY_ID },
  { name: 'person_safe_contact', key: BY_ID },
  { name: 'person_adult', key: BY_ID },
  { name: 'person_identifier', key: BY_ID },
  { name: 'person_characteristic', key: BY_ID },
  { name: 'enrolment', key: BY_ID },
  { name: 'person_alert', key: BY_ID },
  { name: 'activity_spell', key: BY_ID },
  { name: 'activity_spell_version', key: BY_ID },
  { name: 'lead_adviser', key: BY_ID },
  { name: 'hand_over', key: BY_ID },
  { name: 'contact', key: BY_ID },
  { name: 'contact_version', key: BY_ID },
  { name: 'appointment', key: BY_ID },
  { name: 'appointment_version', key: BY_ID },
  { name: 'meeting_setting', key: BY_ID },
  { name: 'paper_sheet', key: BY_ID },
  { name: 'meeting_run', key: BY_ID },
  { name: 'meeting_run_part', key: BY_ID },
  { name: 'school_slot', key: BY_ID },
  { name: 'group_expected', key: BY_ID },
  { name: 'support_group_member', key: BY_ID },
  { name: 'support_group_right', key: BY_ID },
  { name: 'support_step', key: BY_ID },
  { name: 'support_step_version', key: BY_ID },
  { name: 'assessment', key: BY_ID },
  { name: 'assessment_rating', key: BY_ID },
  { name: 'assessment_answer', key: BY_ID },
  { name: 'plan_goal', key: BY_ID },
  { name: 'plan_target', key: BY_ID },
  { name: 'plan_version', key: BY_ID },
  { name: 'plan_agreement', key: BY_ID },
  { name: 'plan_ask', key: BY_ID },
  { name: 'plan_log', key: BY_ID },
  { name: 'referral', key: BY_ID },
  { name: 'referral_part', key: BY_ID },
  { name: 'referral_step', key: BY_ID },
  { name: 'referral_say', key: BY_ID },
  { name: 'referral_objection', key: BY_ID },
  { name: 'secure_link', key: BY_ID },
  { name: 'absence_report', key: BY_ID },
  { name: 'agreed_start', key: BY_ID },
  { name: 'activity_question', key: BY_ID },
  { name: 'programme_place', key: BY_ID },
  { name: 'programme_step', key: BY_ID },
  { name: 'place_application', key: BY_ID },
  { name: 'place_application_step', key: BY_ID },
  { name: 'guarantee_status', key: BY_ID },
  { name: 'intended_destination', key: BY_ID },
  { name: 'application', key: BY_ID },
  { name: 'application_step', key: BY_ID },
  { name: 'letter', key: BY_ID },
  { name: 'school_ask', key: BY_ID },
  { name: 'school_fact', key: BY_ID },
  { name: 'talk', key: BY_ID },
  { name: 'talk_need', key: BY_ID },
  { name: 'talk_mark', key: BY_ID },
  { name: 'exercise_done', key: BY_ID },
  { name: 'quality_reading', key: BY_ID },
  { name: 'quality_rating', key: BY_ID },
  { name: 'capacity_decision', key: BY_ID },
  { name: 'confidentiality_reading', key: BY_ID },
  { name: 'transfer_request', key: BY_ID },
  { name: 'tool_saying', key: BY_ID },
  { name: 'tool_finding', key: BY_ID },
  { name: 'plan_date', key: BY_ID },
  { name: 'plan_date_guest', key: BY_ID },
  { name: 'held_plan', key: BY_ID },
  { name: 'safety_plan', key: BY_ID },
  { name: 'pathway', key: BY_ID },
  { name: 'pathway_step', key: BY_ID },
  { name: 'pathway_log', key: BY_ID },
  { name: 'pathway_week', key: BY_ID },
  { name: 'progress_lock', key: BY_ID },
  { name: 'progress_entry', key: BY_ID },
  { name: 'progress_evidence', key: BY_ID },
  { name: 'panel_item', key: BY_ID },
  { name: 'panel_line', key: BY_ID },
  { name: 'panel_action', key: BY_ID },
  { name: 'concern', key: BY_ID },
  { name: 'break_glass', key: BY_ID },
  { name: 'breach', key: BY_ID },
  { name: 'access_barrier', key: BY_ID },
  { name: 'notice', key: BY_ID },
  { name: 'source_row', key: ['organisation_id', 'list_key', 'source_key'] },
  { name: 'intake_row', key: ['run_id', 'row_number'] },
  // Of an earlier merge into the record that goes: its line and its way back go along.
  { name: 'person_merge', key: BY_ID },
]

/** Columns that name a young person and are dealt with one by one, each with how. */
export const BY_HAND: Readonly<Record<string, string>> = {
  'access_grant.person_id': 'carried to the record that stays where its basis goes on; ended otherwise',
  'access_member.person_id':
    'a place in a team, a caseload or a roll goes along where its basis goes on; ended otherwise',
  'appointment_companion.person_id': 'goes where its meeting goes, by a trigger on that',
  'group_attendance.person_id': 'goes where its contact goes, by a trigger on that',
  'person.merged_into': 'the pointer itself',
  'person_part.person_id': 'only ever added to: what comes to a record is noted there by a trigger',
  'person_merge.gone_person_id': 'the record of the merge itself',
  'intake_question.person_ids': 'the record that goes is replaced by the one that stays',
  'intake_question.answer_person_id': 'the record that goes is replaced by the one that stays',
  'match_entry.person_id': 'the index is made anew from what is on record',
  'match_key.person_id': 'the index is made anew from what is on record',
  'match_stale.person_id': 'the index is made anew from what is on record',
  'match_pair.low_person_id': 'a pair with a record that went is not shown; taken apart, it waits again',
  'match_pair.high_person_id': 'a pair with a record that went is not shown; taken apart, it waits again',
  'match_barrier.low_person_id': 'stays: it binds the record that stays as well, for as long as the two are one',
  'match_barrier.high_person_id': 'stays: it binds the record that stays as well, for as long as the two are one',
  'audit_event.person_ids': 'what happened is never changed: an event is about whom it was about',
}

/** Of those that go along, the ones of which a row made since the merge is not asked about: it stays, or follows its origin. */
export const NOT_ASKED: ReadonlySet<string> = new Set([
  'contact_version',
  'activity_spell_version',
  // What a list asked is about whom it had on it.
  'activity_question',
  'appointment_version',
  // All that belongs to one assessment goes one way: with the record it was filed on.
  'assessment',
  'assessment_rating',
  'assessment_answer',
  // So does a plan.
  'plan_goal',
  'plan_target',
  'plan_version',
  'plan_agreement',
  'plan_ask',
  'plan_log',
  // And a referral, which two agencies know by the young person it was about.
  'referral',
  'referral_part',
  'referral_step',
  'referral_say',
  'referral_objection',
  // A run goes with the meetings of it, and they with the record they were arranged on.
  'meeting_run',
  'meeting_run_part',
  // That somebody is expected at a group goes with whoever was put on its list.
  'group_expected',
  // So does that they belong to one: they agreed to it, and all that is done for them there goes with it.
  'support_group_member',
  'support_group_right',
  'support_step',
  'support_step_version',
  // A hand-over is between two advisers, about whom they knew.
  'hand_over',
  // A link was given to one young person, about themselves.
  'secure_link',
  // What a place told is about the young person on its roll.
  'absence_report',
  // A programme was agreed with the young person it is about.
  'programme_place',
  'programme_step',
  // They applied as one young person, and all its steps go with it; so does what was said of the year.
  'place_application',
  'place_application_step',
  'guarantee_status',
  'intended_destination',
  // What was suggested was said to one young person, and all its steps go with it.
  'application',
  'application_step',
  // A letter names one young person, and is kept as it was.
  'letter',
  // A place was asked about one young person, a talk was held with them, and what was said there goes with it.
  'school_ask',
  'school_fact',
  'talk',
  'talk_need',
  'talk_mark',
  'exercise_done',
  // A piece of work about one young person was looked at.
  'quality_reading',
  'quality_rating',
  // What somebody could decide was judged of one young person, on one day.
  'capacity_decision',
  // It was read with one young person.
  'confidentiality_reading',
  // An agency was asked about one young person, and answered about them.
  'transfer_request',
  // A tool was used with one young person, and all it said goes with that.
  'tool_saying',
  'tool_finding',
  // A review is held of one young person’s plan or care.
  'plan_date',
  'plan_date_guest',
  // What a council holds is of one young person.
  'held_plan',
  // A safety plan was made with one young person.
  'safety_plan',
  // A pathway is walked with one young person, and all its steps go with it.
  'pathway',
  'pathway_step',
  'pathway_log',
  'pathway_week',
  // A Progress File is one young person’s own, under a word of theirs.
  'progress_lock',
  'progress_entry',
  'progress_evidence',
  // A panel spoke of one young person, and what it read and agreed goes with that.
  'panel_item',
  'panel_line',
  'panel_action',
  'concern',
  'break_glass',
  'breach',
  'access_barrier',
  'notice',
  'source_row',
  'intake_row',
  'person_merge',
  'lead_adviser',
])

/** Where one row stands at a time: what ends one, and what tells those apart that may stand beside each other. */
export const ONE_STANDS: Readonly<Record<string, { readonly ends: string; readonly apart: readonly string[] }>> = {
  person_name: { ends: 'replaced_at', apart: ['kind'] },
  person_detail: { ends: 'replaced_at', apart: ['field'] },
  person_address: { ends: 'replaced_at', apart: [] },
  person_safe_contact: { ends: 'replaced_at', apart: [] },
  lead_adviser: { ends: 'finished_on', apart: [] },
  access_member: { ends: 'ended_at', apart: ['group_id'] },
}

/** The rest of the primary key of any table a merge writes down rows of. */
export function keyOf(table: string): readonly string[] {
  return MOVED.find(t => t.name === table)?.key ?? BY_ID
}
