/** One made-up row for every table about young people: a new personal table is entered here, or test/access.test.ts fails. */

/** What a table's row needs besides its keys: columns and values as SQL. `bits`: the classes its rows may have. */
export type Sample = {
  readonly bits: readonly number[]
  /** A class that must be seen besides the row's own. */
  readonly needs?: number
  /** Besides its class it asks for one of those it names: here `$account`. */
  readonly isByName?: true
  readonly columns: Readonly<Record<string, string>>
  /** Statements that must go before, with the same ids. */
  readonly before?: (keys: Keys) => readonly string[]
}

export type Keys = {
  readonly partnership: string
  readonly person: string
  readonly row: string
  readonly account: string
  readonly organisation: string
}

const DAY = `'2026-09-01'`
const NOW = `'2026-11-20T09:00:00Z'`
const SAID = { source_kind: `'staff'`, said_on: DAY, recorded_at: NOW }
/** Any two classes that differ: for tables that take all. */
const ANY = [8, 256]

/** The meeting some rows are of. */
const meetingOf = (k: Keys) => [
  `insert into app.appointment (partnership_id, id, person_id, origin_person_id, class, account_id, on_day, at_time, minutes, kind, purpose, recorded_at) values
    ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 128, '${k.account}', ${DAY}, '09:00', 20, 'meeting', 'guidance', ${NOW})`,
]

/** The pathway some rows belong to. */
const pathwayOf = (k: Keys) => [
  `insert into app.pathway (partnership_id, id, person_id, origin_person_id, class, kind, edition, stage, opened_on, opened_by, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 64, 'mentoring', ${DAY}, 'targets', ${DAY}, '${k.account}', ${NOW})`,
]

/** The target some rows are of. */
const targetOf = (k: Keys) => [
  `insert into app.plan_goal (partnership_id, id, person_id, origin_person_id, words, set_on, set_by, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 'a sample', ${DAY}, '${k.account}', ${NOW})`,
  `insert into app.plan_target (partnership_id, id, person_id, origin_person_id, class, goal_id, what, owner, set_on, set_by, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 64, '${k.row}', 'a sample', 'adviser', ${DAY}, '${k.account}', ${NOW})`,
]

/** A tool of another agency, and an entry of what it said. */
const toolOf = (k: Keys) => [
  `insert into app.other_tool (partnership_id, id, recorded_at) values ('${k.partnership}', '${k.row}', ${NOW})`,
  `insert into app.other_tool_edition (partnership_id, id, tool_id, number, name, kind, class, written_by, written_on, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.row}', 1, 'a sample', 'other', 32, '${k.account}', ${DAY}, ${NOW})`,
]
const sayingOf = (k: Keys) => [
  ...toolOf(k),
  `insert into app.tool_saying (partnership_id, id, person_id, origin_person_id, class, entry_id, edition_id, said_on, said_by, written_by, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 32, '${k.row}', '${k.row}', ${DAY}, 'a sample', '${k.account}', ${NOW})`,
]

/** A support group, one who belongs to it, and a step for them. */
const supportGroupOf = (k: Keys) => [
  `insert into app.support_group (partnership_id, id, name, purpose, recorded_at) values ('${k.partnership}', '${k.row}', 'a sample', 'a sample', ${NOW})`,
]
const groupMemberOf = (k: Keys) => [
  ...supportGroupOf(k),
  `insert into app.support_group_member (partnership_id, id, person_id, origin_person_id, class, group_id, joined_on, asked_by, agreed_on, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 128, '${k.row}', ${DAY}, '${k.account}', ${DAY}, ${NOW})`,
]
const supportStepOf = (k: Keys) => [
  ...groupMemberOf(k),
  `insert into app.support_step (partnership_id, id, person_id, origin_person_id, class, group_id, member_id, what, account_id, due_on, written_by, changed_by, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 64, '${k.row}', '${k.row}', 'a sample', '${k.account}', ${DAY}, '${k.account}',
      '${k.account}', ${NOW})`,
]

/** The sample a reading is of. */
const sampleOf = (k: Keys) => [
  `insert into app.account (id, email, name, created_at) values ('${k.account}', '${k.account}@sample.example', 'Sam Sample', ${NOW}) on conflict do nothing`,
  `insert into app.team (partnership_id, id, name) values ('${k.partnership}', '${k.row}', 'Sample ${k.row}')`,
  `insert into app.quality_sample (partnership_id, id, team_id, what, month, wanted, seed, pool, unseen, drawn_by, drawn_on, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.row}', 'assessment', ${DAY}, 1, 'a sample', 1, 0, '${k.account}', ${DAY}, ${NOW})`,
]

export const PERSONAL: Readonly<Record<string, Sample>> = {
  person: { bits: [1], columns: {} },
  person_name: {
    bits: [1],
    columns: {
      kind: `'legal'`,
      given: `'Robin'`,
      family: `'Sample'`,
      search_key: `'robin sample'`,
      given_key: `'robin'`,
      family_key: `'sample'`,
      sounds: `'{RPN,SMPL}'`,
      ...SAID,
    },
  },
  person_detail: { bits: ANY, columns: { field: `'sex'`, value: `'F'`, ...SAID } },
  person_address: { bits: [2, 4096], columns: { started_on: DAY, ...SAID } },
  person_contact_detail: { bits: [2, 4096], columns: { kind: `'email'`, value: `'robin@sample.example'`, ...SAID } },
  person_safe_contact: { bits: [32_768], columns: { rule: `'Ring the aunt'`, ...SAID } },
  person_adult: {
    bits: [2048],
    columns: {
      name: `'Jo Sample'`,
      relationship: `'aunt'`,
      responsibility: `'not-known'`,
      may_be_told: `'ask-first'`,
      ...SAID,
    },
  },
  person_identifier: { bits: [131_072], columns: { kind: `'uln'`, value: `'1234567890'`, ...SAID } },
  person_characteristic: { bits: ANY, columns: { code: `'sample'`, started_on: DAY, ...SAID } },
  enrolment: {
    bits: [4, 1024],
    columns: { organisation_id: '$organisation', started_on: DAY, ...SAID },
    before: k => [
      `insert into app.organisation (partnership_id, id, name, sort_key, kind, created_at) values ('${k.partnership}', '${k.organisation}', 'Sample School', 'sample school', 'school', ${NOW})`,
    ],
  },
  person_alert: {
    bits: ANY,
    columns: { kind: `'note'`, first_words: `'A sample'`, started_on: DAY, recorded_at: NOW },
  },
  activity_spell: {
    bits: [8, 256],
    columns: { code: `'210'`, started_on: DAY, ascertained_on: DAY, verified_on: DAY, ...SAID },
  },
  activity_spell_version: {
    bits: [8, 256],
    columns: {
      spell_id: '$row',
      version: '1',
      code: `'210'`,
      detail: `''`,
      started_on: DAY,
      verified_on: DAY,
      is_primary: 'true',
      recorded_at: NOW,
    },
    before: k => [
      `insert into app.activity_spell (partnership_id, id, person_id, origin_person_id, code, started_on, ascertained_on, verified_on, source_kind, said_on, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', '210', ${DAY}, ${DAY}, ${DAY}, 'staff', ${DAY}, ${NOW})`,
    ],
  },
  activity_question: {
    bits: [8, 256],
    columns: {
      spell_id: '$row',
      run_id: '$row',
      organisation_id: '$organisation',
      said_code: `'230'`,
      started_on: DAY,
      as_at: DAY,
      recorded_at: NOW,
    },
    before: k => [
      `insert into app.organisation (partnership_id, id, name, sort_key, kind, created_at) values ('${k.partnership}', '${k.organisation}', 'Sample College', 'sample college', 'college', ${NOW})`,
      `insert into app.partner_agreement (partnership_id, id, organisation_id, purpose, power, fields, youngest, oldest, assessment_reference, review_on, started_on)
        values ('${k.partnership}', '${k.row}', '${k.organisation}', 'a sample', 'a sample', '{}', 13, 20, 'a sample', ${DAY}, ${DAY})`,
      `insert into app.intake_run (partnership_id, id, organisation_id, agreement_id, file_name, file_sha256, file_bytes, state, made_at)
        values ('${k.partnership}', '${k.row}', '${k.organisation}', '${k.row}', 'a sample', sha256('a'::bytea), 1, 'applied', ${NOW})`,
      `insert into app.activity_spell (partnership_id, id, person_id, origin_person_id, code, started_on, ascertained_on, verified_on, source_kind, said_on, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', '210', ${DAY}, ${DAY}, ${DAY}, 'staff', ${DAY}, ${NOW})`,
    ],
  },
  agreed_start: {
    bits: [8, 256],
    columns: { code: `'310'`, starts_on: DAY, first_day: DAY, recorded_at: NOW },
  },
  lead_adviser: {
    bits: [1],
    columns: { account_id: '$account', reason: `'a sample'`, started_on: DAY, recorded_at: NOW },
    before: k => [
      `insert into app.account (id, email, name, created_at) values ('${k.account}', '${k.account}@sample.example', 'Sam Sample', ${NOW})`,
    ],
  },
  person_merge: {
    bits: [131_072],
    columns: { gone_person_id: '$row', reason: `'a sample'`, choices: `'{}'`, merged_at: NOW },
    before: k => [
      `insert into app.person (partnership_id, id, known_given, known_family, sort_key, created_at)
        values ('${k.partnership}', '${k.row}', 'Robyn', 'Sample', 'sample robyn', ${NOW})`,
    ],
  },
  contact: {
    bits: [128, 4096],
    columns: {
      account_id: '$account',
      happened_on: DAY,
      kind: `'phone'`,
      purpose: `'support'`,
      outcome: `'done'`,
      recorded_at: NOW,
    },
  },
  contact_version: {
    bits: ANY,
    columns: { contact_id: '$row', version: '1', content: `'{}'`, recorded_at: NOW },
    before: k => [
      `insert into app.contact (partnership_id, id, person_id, origin_person_id, account_id, happened_on, kind, purpose, outcome, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', '${k.account}', ${DAY}, 'phone', 'support', 'done', ${NOW})`,
    ],
  },
  assessment: {
    bits: [32],
    columns: { depth: `'initial'`, started_on: DAY, started_by: '$account', recorded_at: NOW },
  },
  assessment_rating: {
    bits: [32, 256],
    columns: {
      assessment_id: '$row',
      factor: `'housing'`,
      staff_level: '3',
      source: `'seen'`,
      said_on: DAY,
      recorded_at: NOW,
    },
    before: k => [assessmentSql(k)],
  },
  assessment_answer: {
    bits: [32, 512],
    columns: {
      assessment_id: '$row',
      factor: `'housing'`,
      level: '1',
      answer: `'acted'`,
      words: `'a sample'`,
      recorded_at: NOW,
    },
    before: k => [assessmentSql(k)],
  },
  appointment: {
    bits: [128, 4096],
    columns: {
      account_id: '$account',
      on_day: DAY,
      at_time: `'10:00'`,
      minutes: '30',
      kind: `'phone'`,
      purpose: `'support'`,
      recorded_at: NOW,
    },
  },
  appointment_version: {
    bits: [128, 4096],
    columns: { appointment_id: '$row', version: '1', content: `'{}'`, recorded_at: NOW },
  },
  plan_goal: {
    bits: [64],
    columns: { words: `'A sample'`, set_on: DAY, set_by: '$account', recorded_at: NOW },
  },
  plan_target: {
    bits: [64, 256],
    columns: {
      goal_id: '$row',
      what: `'A sample'`,
      owner: `'adviser'`,
      set_on: DAY,
      set_by: '$account',
      recorded_at: NOW,
    },
    before: k => [
      `insert into app.plan_goal (partnership_id, id, person_id, origin_person_id, words, set_on, set_by, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 'A sample', ${DAY}, '${k.account}', ${NOW})`,
    ],
  },
  plan_version: { bits: [64, 256], columns: { row_id: '$row', version: '1', content: `'{}'`, recorded_at: NOW } },
  plan_agreement: {
    bits: [64],
    columns: {
      kind: `'plan'`,
      agreed_on: DAY,
      agreed_by: '$account',
      agreement: `'agreed'`,
      copy_given: `'paper'`,
      shown: `'{}'`,
      recorded_at: NOW,
    },
  },
  referral: {
    bits: [128, 256],
    columns: {
      protocol_id: '$row',
      from_id: '$organisation',
      to_id: '$row',
      sent_for: '$account',
      made_by: '$account',
      recorded_at: NOW,
    },
    before: k => [protocolSql(k)],
  },
  application: {
    bits: [16, 256],
    columns: { opportunity_id: '$row', put_by: '$account', suggested_on: DAY, why: `'a sample'`, recorded_at: NOW },
    before: k => [opportunitySql(k)],
  },
  application_step: {
    bits: [16, 256],
    columns: { application_id: '$row', step: `'suggested'`, on_day: DAY, recorded_at: NOW },
    before: k => [
      opportunitySql(k),
      `insert into app.application (partnership_id, id, person_id, origin_person_id, class, opportunity_id, put_by, suggested_on, why, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 16, '${k.row}', '${k.account}', ${DAY}, 'a sample', ${NOW})`,
    ],
  },
  letter: {
    bits: [16, 2048],
    columns: { kind: `'travel'`, to_whom: `'a sample'`, written_by: '$account', written_on: DAY, recorded_at: NOW },
  },
  school_ask: {
    bits: [4, 512],
    columns: {
      ...{ organisation_id: '$account', asks: `array['options']`, told: `'yes'`, asked_by: '$account' },
      ...{ asked_on: DAY, due_on: DAY, recorded_at: NOW },
    },
    before: k => [placeSql(k)],
  },
  school_fact: {
    bits: [4, 512],
    columns: {
      ...{ kind: `'options'`, words: `'a sample'`, source: `'a sample'`, as_of: DAY },
      ...{ written_by: '$account', recorded_at: NOW },
    },
  },
  talk: { bits: [16, 4096], columns: { made_by: '$account', made_on: DAY, recorded_at: NOW } },
  talk_need: {
    bits: [16, 256],
    columns: { talk_id: '$row', kind: `'health'`, noted_by: '$account', noted_on: DAY, recorded_at: NOW },
    before: k => [talkSql(k)],
  },
  exercise_done: {
    bits: [16],
    columns: {
      ...{ class: '16', exercise: `'strengths'`, edition: DAY, answers: `'{"did":"a sample"}'`, how: `'said'` },
      ...{ done_on: DAY, with_id: '$account', recorded_at: NOW },
    },
  },
  talk_mark: {
    bits: [16, 4096],
    columns: { talk_id: '$row', mark: `'cv'`, side: `'adviser'`, said: `'seen'`, recorded_at: NOW },
    before: k => [talkSql(k)],
  },
  quality_reading: {
    bits: [32, 64],
    isByName: true,
    columns: {
      ...{ sample_id: '$row', team_id: '$row', month_of: DAY, subject_id: '$row', adviser_id: '$account' },
      ...{ reader_id: '$account', recorded_at: NOW },
    },
    before: k => sampleOf(k),
  },
  quality_rating: {
    bits: [32, 256, 2048],
    isByName: true,
    columns: { reading_id: '$row', factor: `'housing'`, level: '3', recorded_at: NOW },
    needs: 32,
    before: k => [
      ...sampleOf(k),
      `insert into app.quality_reading (partnership_id, id, person_id, origin_person_id, class, sample_id, team_id, month_of, subject_id, adviser_id, reader_id, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 32, '${k.row}', '${k.row}', ${DAY}, '${k.row}', '${k.account}', '${k.account}', ${NOW})`,
    ],
  },
  capacity_decision: {
    bits: [128, 256],
    columns: {
      about: `'plan'`,
      question: `'a sample'`,
      help: `'a sample'`,
      could: `array['understands', 'keeps', 'weighs', 'free', 'says']`,
      how: `'a sample'`,
      wishes: `'a sample'`,
      outcome: `'can'`,
      judged_by: '$account',
      judged_on: DAY,
      recorded_at: NOW,
    },
  },
  confidentiality_reading: {
    bits: [128],
    columns: {
      ...{
        class: '128',
        statement_id: '$row',
        how: `'aloud'`,
        understood: `'not-yet'`,
        read_on: DAY,
        read_by: '$account',
      },
      ...{ recorded_at: NOW },
    },
    before: k => [
      `insert into app.confidentiality_statement (partnership_id, id, number, stays, told, rights, from_day, made_by, recorded_at)
        values ('${k.partnership}', '${k.row}', 1, 'a sample', 'a sample', 'a sample', ${DAY}, '${k.account}', ${NOW})`,
    ],
  },
  plan_ask: {
    bits: [64, 256, 512, 2048, 4096],
    columns: {
      ...{
        target_id: '$row',
        what: `'a sample'`,
        owner_name: `'a sample'`,
        state: `'asked'`,
        asked_account: '$account',
      },
      ...{ asked_on: DAY, asked_by: '$account', answer_by: DAY, recorded_at: NOW },
    },
    before: targetOf,
  },
  plan_log: {
    bits: [64, 256, 512, 2048, 4096],
    columns: {
      ...{ target_id: '$row', done_on: DAY, done_by: `'young-person'`, words: `'a sample'` },
      ...{ written_on: DAY, written_by: '$account', recorded_at: NOW },
    },
    before: targetOf,
  },
  safety_plan: {
    bits: [256],
    columns: {
      ...{ class: '256', signs: `'a sample'`, helps: `'a sample'`, talk_to: `'a sample'`, agreement: `'agreed'` },
      ...{ copy_given: `'paper'`, made_on: DAY, made_by: '$account', review_on: DAY, recorded_at: NOW },
    },
  },
  plan_date: {
    bits: [4, 1024],
    columns: { kind: `'ehc-review'`, on_day: DAY, made_by: '$account', recorded_at: NOW },
  },
  plan_date_guest: {
    bits: [4, 1024],
    columns: { date_id: '$row', who: `'a sample'`, asked_on: DAY, made_by: '$account', recorded_at: NOW },
    before: k => [
      `insert into app.plan_date (partnership_id, id, person_id, origin_person_id, class, kind, on_day, made_by, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 4, 'ehc-review', ${DAY}, '${k.account}', ${NOW})`,
    ],
  },
  held_plan: {
    bits: [4],
    needs: 64,
    columns: {
      ...{ class: '4', kind: `'ehc'`, council: `'a sample'`, as_of: DAY, source: `'council'`, made_by: '$account' },
      recorded_at: NOW,
    },
  },
  pathway: {
    bits: [64, 512],
    needs: 64,
    columns: {
      ...{
        kind: `'custody'`,
        edition: DAY,
        stage: `'inside'`,
        opened_on: DAY,
        opened_by: '$account',
        recorded_at: NOW,
      },
    },
  },
  pathway_step: {
    bits: [64, 512],
    needs: 64,
    columns: {
      ...{
        pathway_id: '$row',
        stage: `'inside'`,
        what: `'a sample'`,
        owner: `'adviser'`,
        made_by: '$account',
        recorded_at: NOW,
      },
    },
    before: pathwayOf,
  },
  pathway_log: {
    bits: [64, 2048],
    needs: 64,
    columns: {
      ...{ pathway_id: '$row', on_day: DAY, came: `'met'`, words: `'a sample'`, made_by: '$account', recorded_at: NOW },
    },
    before: pathwayOf,
  },
  pathway_week: {
    bits: [4, 64],
    needs: 64,
    columns: {
      ...{
        pathway_id: '$row',
        week_of: `'2026-09-07'`,
        planned: `'{60,0,60,0,0}'`,
        made_by: '$account',
        recorded_at: NOW,
      },
    },
    before: pathwayOf,
  },
  progress_lock: {
    bits: [64],
    columns: { class: '64', word_hash: `'a sample'`, recorded_at: NOW },
  },
  progress_entry: {
    bits: [64],
    columns: {
      ...{ class: '64', kind: `'strength'`, did: `'a sample'`, state: `'shared'`, shared_on: DAY },
      ...{ written_by: '$account', written_on: DAY, recorded_at: NOW },
    },
  },
  progress_evidence: {
    bits: [64, 256],
    columns: { entry_id: '$row', target_id: '$row', chosen_by: `'adviser'`, chosen_on: DAY, recorded_at: NOW },
    before: k => [
      `insert into app.plan_goal (partnership_id, id, person_id, origin_person_id, words, set_on, set_by, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 'a sample', ${DAY}, '${k.account}', ${NOW})`,
      `insert into app.plan_target (partnership_id, id, person_id, origin_person_id, class, goal_id, what, owner, set_on, set_by, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 64, '${k.row}', 'a sample', 'adviser', ${DAY}, '${k.account}', ${NOW})`,
      `insert into app.progress_entry (partnership_id, id, person_id, origin_person_id, kind, did, state, shared_on, written_by, written_on, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 'strength', 'a sample', 'shared', ${DAY}, '${k.account}', ${DAY}, ${NOW})`,
    ],
  },
  transfer_request: {
    bits: [32, 512],
    columns: {
      from_name: `'a sample'`,
      asks: `'a sample'`,
      told: `'yes'`,
      asked_by: '$account',
      asked_on: DAY,
      due_on: DAY,
      recorded_at: NOW,
    },
  },
  tool_saying: {
    bits: [32, 512],
    columns: {
      ...{ entry_id: '$row', edition_id: '$row', said_on: DAY, said_by: `'a sample'`, written_by: '$account' },
      recorded_at: NOW,
    },
    before: toolOf,
  },
  tool_finding: {
    bits: [32, 256],
    needs: 32,
    columns: { entry_id: '$row', code: '1', words: `'a sample'`, written_by: '$account', recorded_at: NOW },
    before: sayingOf,
  },
  absence_report: {
    bits: [4, 256],
    columns: {
      organisation_id: '$account',
      kind: `'absent'`,
      last_seen_on: DAY,
      reason: `'not-known'`,
      told_by: '$account',
      told_on: DAY,
      recorded_at: NOW,
    },
    before: k => [placeSql(k)],
  },
  programme_place: {
    bits: [4, 512],
    columns: { programme_id: '$row', agreed_on: DAY, starts_on: DAY, recorded_at: NOW },
    before: k => [programmeSql(k)],
  },
  programme_step: {
    bits: [4, 512],
    columns: {
      place_id: '$row',
      position: '1',
      stage: `'First steps'`,
      started_on: DAY,
      recorded_at: NOW,
    },
    before: k => [programmeSql(k), programmePlaceSql(k)],
  },
  place_application: {
    bits: [4, 512],
    columns: {
      ...{ place_words: `'a sample'`, way: `'college'`, autumn: '2026', state: `'applied'`, state_on: DAY },
      recorded_at: NOW,
    },
  },
  place_application_step: {
    bits: [4, 512],
    columns: { application_id: '$row', step: `'applied'`, on_day: DAY, recorded_at: NOW },
    before: k => [
      `insert into app.place_application (partnership_id, id, person_id, origin_person_id, class, place_words, way, autumn, state, state_on, recorded_at)
        values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 4, 'a sample', 'college', 2026, 'applied', ${DAY}, ${NOW})`,
    ],
  },
  guarantee_status: {
    bits: [8],
    columns: { year: '2026', code: `'110'`, said_by: `'provider'`, said_on: DAY, recorded_at: NOW },
  },
  intended_destination: {
    bits: [8],
    columns: { year: '2026', code: `'111'`, said_by: `'provider'`, said_on: DAY, recorded_at: NOW },
  },
  school_slot: {
    bits: [128],
    columns: {
      school_day_id: '$row',
      organisation_id: '$person',
      appointment_id: '$row',
      on_day: DAY,
      at_time: `'09:00'`,
      recorded_at: NOW,
    },
    before: k => [
      placeSql(k),
      `insert into app.school_day (partnership_id, id, organisation_id, account_id, on_day, from_time, to_time, minutes, place, room, recorded_at) values
        ('${k.partnership}', '${k.row}', '${k.account}', '${k.account}', ${DAY}, '09:00', '12:00', 20, 'A sample', 'private', ${NOW})`,
      ...meetingOf(k),
    ],
  },
  group_attendance: {
    bits: [128, 256],
    columns: { session_id: '$row', contact_id: '$row', recorded_at: NOW },
    before: k => [
      `insert into app.group_session (partnership_id, id, kind, title, happened_on, recorded_at) values ('${k.partnership}', '${k.row}', 'group', 'A sample', ${DAY}, ${NOW})`,
      `insert into app.contact (partnership_id, id, person_id, origin_person_id, account_id, happened_on, kind, purpose, outcome, recorded_at)
       values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', '${k.account}', ${DAY}, 'group', 'support', 'done', ${NOW})`,
    ],
  },
  appointment_companion: {
    bits: [128, 4096],
    columns: { appointment_id: '$row', account_id: '$account', on_day: DAY, recorded_at: NOW },
    before: meetingOf,
  },
  meeting_setting: {
    bits: [128, 512],
    needs: 128,
    columns: { appointment_id: '$row', recorded_at: NOW },
    before: meetingOf,
  },
  paper_sheet: {
    bits: [128, 512],
    needs: 128,
    columns: { appointment_id: '$row', account_id: 'gen_random_uuid()', recorded_at: NOW },
    before: meetingOf,
  },
  meeting_run: {
    bits: [128, 4096],
    columns: { account_id: '$account', title: `'a sample'`, every_weeks: '1', recorded_at: NOW },
  },
  meeting_run_part: {
    bits: [128, 4096],
    columns: { run_id: '$row', position: '1', name: `'a sample'`, meetings: '1', recorded_at: NOW },
    before: k => [
      `insert into app.meeting_run (partnership_id, id, person_id, origin_person_id, class, account_id, title, every_weeks, recorded_at)
       values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 128, '${k.account}', 'A sample', 1, ${NOW})`,
    ],
  },
  group_expected: {
    bits: [128, 256, 4096],
    columns: { session_id: '$row', how: `'invited'`, recorded_at: NOW },
    before: k => [
      `insert into app.group_session (partnership_id, id, kind, title, happened_on, access, state, recorded_at) values ('${k.partnership}', '${k.row}', 'group', 'A sample', ${DAY}, 'closed', 'planned', ${NOW})`,
    ],
  },
  support_group_member: {
    bits: [128, 256, 4096],
    columns: { group_id: '$row', joined_on: DAY, asked_by: '$account', agreed_on: DAY, recorded_at: NOW },
    before: supportGroupOf,
  },
  support_group_right: {
    bits: [128, 256],
    columns: { member_id: '$row', account_id: '$account', grant_id: '$row', recorded_at: NOW },
    before: groupMemberOf,
  },
  support_step: {
    bits: [64, 256, 4096],
    columns: {
      ...{ group_id: '$row', member_id: '$row', what: `'a sample'`, account_id: '$account', due_on: DAY },
      ...{ written_by: '$account', changed_by: '$account', recorded_at: NOW },
    },
    before: groupMemberOf,
  },
  support_step_version: {
    bits: [64, 256],
    needs: 64,
    columns: {
      ...{ step_id: '$row', version: '1', what: `'a sample'`, account_id: '$account', due_on: DAY, recorded_at: NOW },
    },
    before: supportStepOf,
  },
  panel_item: {
    bits: [128, 256],
    columns: { panel_id: '$row', meeting_id: '$row', reason: `'other'`, brought_by: '$account', recorded_at: NOW },
    before: k => [panelSql(k)],
  },
  // Of a class that whoever sees that they were brought has as well: of another nothing of it shows (K6).
  panel_line: {
    bits: [128],
    columns: { class: '128', item_id: '$row', words: `'a sample'`, recorded_at: NOW },
    before: k => [panelSql(k), panelItemSql(k)],
  },
  panel_action: {
    bits: [128, 256],
    columns: {
      panel_id: '$row',
      meeting_id: '$row',
      item_id: '$row',
      owner_id: '$account',
      what: `'a sample'`,
      due_on: DAY,
      recorded_at: NOW,
    },
    before: k => [panelSql(k), panelItemSql(k)],
  },
  secure_link: {
    bits: [64],
    columns: {
      class: '64',
      kind: `'plan'`,
      pages: `'{plan}'`,
      classes: '65',
      token_hash: `sha256(gen_random_uuid()::text::bytea)`,
      code_hash: `sha256('y')`,
      made_by: '$account',
      made_on: DAY,
      expires_at: NOW,
      recorded_at: NOW,
    },
  },
  hand_over: {
    bits: [128],
    columns: {
      kind: `'step-up'`,
      why: `'a sample'`,
      from_id: '$account',
      to_id: 'gen_random_uuid()',
      begun_on: DAY,
      recorded_at: NOW,
    },
  },
  // Of the class of their referral: of another class nothing of them shows by that class alone.
  referral_part: {
    bits: [128],
    columns: { class: '128', referral_id: '$row', part: `'asked'`, lines: `'[]'`, recorded_at: NOW },
    before: k => [protocolSql(k), referralSql(k)],
  },
  referral_say: {
    bits: [128],
    columns: { class: '128', referral_id: '$row', said_on: DAY, say: `'right'`, stamp: `'x'`, recorded_at: NOW },
    before: k => [protocolSql(k), referralSql(k)],
  },
  referral_objection: {
    bits: [128],
    columns: { class: '128', referral_id: '$row', raised_on: DAY, due_on: DAY, recorded_at: NOW },
    before: k => [protocolSql(k), referralSql(k)],
  },
  referral_step: {
    bits: [128],
    columns: { class: '128', referral_id: '$row', on_day: DAY, step: `'send'`, recorded_at: NOW },
    before: k => [protocolSql(k), referralSql(k)],
  },
}

/** A place nobody who asks acts for. */
function placeSql(k: Keys): string {
  return `insert into app.organisation (partnership_id, id, name, sort_key, kind, created_at) values
    ('${k.partnership}', '${k.account}', 'Sample High', 'sample high', 'school', ${NOW}) on conflict do nothing`
}

function programmeSql(k: Keys): string {
  return `${placeSql(k)};
    insert into app.programme (partnership_id, id, name, organisation_id, min_age, max_age, recorded_at)
    values ('${k.partnership}', '${k.row}', 'A sample ${k.row}', '${k.account}', 16, 18, ${NOW}) on conflict do nothing`
}

function programmePlaceSql(k: Keys): string {
  return `insert into app.programme_place (partnership_id, id, person_id, origin_person_id, class, programme_id, agreed_on, starts_on, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 4, '${k.row}', ${DAY}, ${DAY}, ${NOW})`
}

function opportunitySql(k: Keys): string {
  return `insert into app.opportunity (partnership_id, id, title, kind, employer, min_age, max_age, recorded_at) values
    ('${k.partnership}', '${k.row}', 'Apprentice joiner', 'apprenticeship', 'Sample Joinery', 16, 18, ${NOW}) on conflict do nothing`
}

/** A panel and a meeting at which nobody who asks has a seat. */
function panelSql(k: Keys): string {
  return `insert into app.panel (partnership_id, id, kind, title, purpose, basis, law, allows, chair_id, recorded_at) values
      ('${k.partnership}', '${k.row}', 'other', 'A sample', 'A sample', 'public-task', 'A sample', 132, '${k.account}', ${NOW}) on conflict do nothing;
    insert into app.panel_meeting (partnership_id, id, panel_id, on_day, at_time, place, state, sent_on, recorded_at) values
      ('${k.partnership}', '${k.row}', '${k.row}', ${DAY}, '10:00', 'A sample', 'sent', ${DAY}, ${NOW}) on conflict do nothing`
}

function panelItemSql(k: Keys): string {
  return `insert into app.panel_item (partnership_id, id, person_id, origin_person_id, class, panel_id, meeting_id, reason, brought_by, recorded_at) values
    ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 128, '${k.row}', '${k.row}', 'other', '${k.account}', ${NOW})`
}

/** Two agencies and what they agreed. */
function protocolSql(k: Keys): string {
  return `insert into app.organisation (partnership_id, id, name, sort_key, kind, created_at) values
      ('${k.partnership}', '${k.organisation}', 'Sample Service', 'sample service', 'partnership-service', ${NOW}),
      ('${k.partnership}', '${k.row}', 'Sample Housing', 'sample housing', 'housing', ${NOW}) on conflict do nothing;
    insert into app.referral_protocol (partnership_id, id, from_id, to_id, purpose, basis, law, classes, answer_days, start_days, report_days, started_on,
      review_on, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.organisation}', '${k.row}', 'a sample', 'public-task', 'an Act', 1, 5, 5, 5, ${DAY}, ${DAY}, ${NOW})
    on conflict do nothing`
}

function referralSql(k: Keys): string {
  return `insert into app.referral (partnership_id, id, person_id, origin_person_id, class, protocol_id, from_id, to_id, sent_for, made_by, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 128, '${k.row}', '${k.organisation}', '${k.row}', '${k.account}', '${k.account}', ${NOW})`
}

/**
 * Tables with a rule of their own on who sees them: the one class that opens them, by a grant on the whole partnership (`isPersonal`: or on the person), and
 * statements that make one row. A notice is its account's own and is proved by name.
 */
export const OWN_RULE: Readonly<
  Record<string, { readonly bit: number; readonly isPersonal?: true; readonly row: (k: Keys) => string }>
> = {
  concern: {
    bit: 8192,
    row: k => `insert into app.concern (partnership_id, id, person_id, origin_person_id, raised_by, raised_at)
      values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', '${k.account}', ${NOW})`,
  },
  breach: {
    bit: 16_384,
    row: k => `insert into app.breach (partnership_id, id, person_id, origin_person_id, what, row_id, filed_at, found_at, why)
      values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 'contact', '${k.row}', ${NOW}, ${NOW}, 'a sample')`,
  },
  audit_event: {
    bit: 16_384,
    row: k => `insert into app.audit_event (partnership_id, id, at, actor_kind, action, outcome, request_id, payload_hash, person_ids)
      values ('${k.partnership}', '${k.row}', ${NOW}, 'nobody', 'record.viewed', 'done', 'test', sha256('x'), '{${k.person}}')`,
  },
  intake_row: {
    bit: 131_072,
    row: k => `${runSql(k)}; insert into app.intake_row (partnership_id, run_id, row_number, verdict, person_id, origin_person_id, shown_name)
      values ('${k.partnership}', '${k.row}', 1, 'same', '${k.person}', '${k.person}', 'Robin Sample')`,
  },
  intake_question: {
    bit: 131_072,
    row: k => `${runSql(k)}; insert into app.intake_question (partnership_id, id, organisation_id, run_id, kind, source_key, person_ids, made_at)
      values ('${k.partnership}', '${k.row}', '${k.organisation}', '${k.row}', 'gone', 'x', '{${k.person}}', ${NOW})`,
  },
  person_part: {
    bit: 1,
    isPersonal: true,
    row: k =>
      `insert into app.person_part (partnership_id, person_id, part) values ('${k.partnership}', '${k.person}', 'letter')`,
  },
  source_row: {
    bit: 131_072,
    row: k => `${runSql(k)}; insert into app.source_row (partnership_id, organisation_id, list_key, source_key, person_id, origin_person_id, content, why, first_run_id, last_run_id)
      values ('${k.partnership}', '${k.organisation}', repeat('a', 64), 'x', '${k.person}', '${k.person}', '{}', 'a sample', '${k.row}', '${k.row}')`,
  },
  match_pair: {
    // Numbers and identities both: a pair is shown to those alone who may know either.
    bit: 131_073,
    row: k => `${otherSql(k)}; insert into app.match_pair (partnership_id, id, low_person_id, high_person_id, bits, lines, fingerprint, found_by, found_at)
      values ('${k.partnership}', '${k.row}', ${twoOf(k)}, 1, '[]', sha256('x'), 'finder', ${NOW})`,
  },
  match_barrier: {
    bit: 16_384,
    row: k => `${otherSql(k)}; insert into app.match_barrier (partnership_id, id, low_person_id, high_person_id, why, set_at)
      values ('${k.partnership}', '${k.row}', ${twoOf(k)}, 'a sample', ${NOW})`,
  },
  intake_effect: {
    bit: 131_072,
    row: k => `${runSql(k)}; insert into app.intake_effect (partnership_id, id, run_id, kind, table_name, row_ids, before, made_at)
      values ('${k.partnership}', '${k.row}', '${k.row}', 'changed', 'enrolment', '{${k.row}}', '[{"course":"A sample"}]', ${NOW})`,
  },
}

function talkSql(k: Keys): string {
  return `insert into app.talk (partnership_id, id, person_id, origin_person_id, made_by, made_on, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', '${k.account}', ${DAY}, ${NOW})`
}

function assessmentSql(k: Keys): string {
  return `insert into app.assessment (partnership_id, id, person_id, origin_person_id, depth, started_on, started_by, recorded_at)
    values ('${k.partnership}', '${k.row}', '${k.person}', '${k.person}', 'initial', ${DAY}, '${k.account}', ${NOW})`
}

/** Somebody else, under the id of the row. */
function otherSql(k: Keys): string {
  return personSql(k.partnership, k.row)
}

function twoOf(k: Keys): string {
  return `least('${k.person}'::uuid, '${k.row}'::uuid), greatest('${k.person}'::uuid, '${k.row}'::uuid)`
}

function runSql(k: Keys): string {
  return `insert into app.organisation (partnership_id, id, name, sort_key, kind, created_at)
      values ('${k.partnership}', '${k.organisation}', 'Sample School', 'sample school', 'school', ${NOW});
    insert into app.partner_agreement (partnership_id, id, organisation_id, purpose, power, fields, assessment_reference, review_on, started_on)
      values ('${k.partnership}', '${k.row}', '${k.organisation}', 'a sample', 'a sample', '{}', 'S1', ${DAY}, ${DAY});
    insert into app.intake_run (partnership_id, id, organisation_id, agreement_id, file_name, file_sha256, file_bytes, state, made_at)
      values ('${k.partnership}', '${k.row}', '${k.organisation}', '${k.row}', 'sample.csv', sha256('x'), 1, 'ready', ${NOW})`
}

/** The statements that make a partnership (once) and a young person in it. */
export function personSql(partnership: string, person: string): string {
  return `insert into app.partnership (id, name, model, controllers, created_at)
      values ('${partnership}', 'Sample ${partnership}', 'direct-delivery', 'Made-up Council', ${NOW}) on conflict do nothing;
    insert into app.person (partnership_id, id, known_given, known_family, sort_key, created_at)
      values ('${partnership}', '${person}', 'Robin', 'Sample', 'sample robin', ${NOW});`
}

/** The statements that make a row of a class in a table. The person is there already. */
export function rowSql(table: string, bit: number, keys: Keys): string {
  const sample = PERSONAL[table]
  if (sample === undefined) throw new Error(`no sample row for ${table}`)
  if (table === 'person') return ''
  const columns: Record<string, string> = {
    partnership_id: `'${keys.partnership}'`,
    id: `'${keys.row}'`,
    person_id: `'${keys.person}'`,
    origin_person_id: `'${keys.person}'`,
    ...(sample.bits.length > 1 ? { class: String(bit) } : {}),
    ...sample.columns,
  }
  const values = Object.values(columns).map(value =>
    value.startsWith('$') ? `'${keys[value.slice(1) as keyof Keys]}'` : value,
  )
  return [
    ...(sample.before?.(keys) ?? []),
    `insert into app.${table} (${Object.keys(columns).join(', ')}) values (${values.join(', ')})`,
  ].join(';\n')
}
