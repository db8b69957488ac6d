/** One made-up row for every table about young people: a new personal table is entered here, or test/access.test.ts fails. */

/** What a table's row needs besides its keys: columns and values as SQL. `bits`: the classes its rows may have. */
export type Sample = {
  readonly bits: readonly number[]
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
  lead_adviser: {
    bits: [1],
    columns: { account_id: '$account', reason: `'a sample'`, started_on: DAY, recorded_at: NOW },
    before: k => [
      `insert into app.account (id, email, name, created_at) values ('${k.account}', '${k.account}@sample.example', 'Sam Sample', ${NOW})`,
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
}

/** Tables with a rule of their own on who sees them; each is proved by name in test/access.test.ts. */
export const OWN_RULE: readonly string[] = ['audit_event', 'concern', 'notice']

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
