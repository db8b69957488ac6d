/** Made-up young people with a little history, so that every page of the demo has something on it. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, addMonths, type Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId } from '#ground/ids.ts'
import { assignLead, listCaseload } from '#rooms/deployment/index.ts'
import {
  createPerson,
  type Source,
  setAddress,
  setAdult,
  setAlert,
  setDetail,
  setSafeContact,
} from '#rooms/people/index.ts'
import { recordContact } from '#rooms/sessions/index.ts'
import { setActivity } from '#rooms/tracking/index.ts'

const GIVEN = [
  'Amira',
  'Tyler',
  'Siân',
  'Kofi',
  'Holly',
  'Yusuf',
  'Callum',
  'Priya',
  'Rhys',
  'Zainab',
  'Oskar',
  'Maya',
  'Idris',
  'Chloe',
  'Nadia',
  'Leah',
  'Łukasz',
  'Bethan',
  'Jordan',
  'Wei',
]
const FAMILY = [
  'Example',
  'Sample',
  'Specimen',
  'Testcase',
  'Placeholder',
  'Mockford',
  'Draftley',
  'Pattern',
  'Samplewick',
  'Testerby',
]
const TOWNS = ['Halifax', 'Brighouse', 'Elland', 'Hebden Bridge', 'Todmorden', 'Sowerby Bridge'] as const
const CODES = ['110', '230', '210', '310', '619', '450', '810', '230', '330', '616'] as const
const LEVELS = ['universal', 'universal', 'supported', 'intensive'] as const

/** Contacts are their adviser's own: written in a transaction that acts as them. */
export async function furnishHistory(tx: Tx, accountId: AccountId): Promise<void> {
  const rows = await listCaseload(tx, accountId)
  for (const [i, row] of rows.entries()) await furnishContacts(tx, row.personId, accountId, i, tx.acting.today)
}

/** Makes `count` people for one adviser; the same ones every time. */
export async function furnishCaseload(
  tx: Tx,
  adviser: { accountId: AccountId; isIntensive: boolean },
  organisationId: OrganisationId,
  first: number,
  count: number,
): Promise<void> {
  for (let i = first; i < first + count; i++) await furnishPerson(tx, adviser, organisationId, i)
}

async function furnishPerson(
  tx: Tx,
  adviser: { accountId: AccountId; isIntensive: boolean },
  organisationId: OrganisationId,
  i: number,
): Promise<void> {
  const { today } = tx.acting
  const source: Source = { kind: 'staff', organisationId, saidOn: addDays(today, -(i % 90)) }
  const bornOn = addDays(addMonths(today, -12 * (14 + (i % 5))), -((i * 37) % 300))
  const given = pick(GIVEN, i)
  const family = pick(FAMILY, Math.floor(i / 3) + i)
  const personId = await createPerson(tx, { legal: { given, middle: '', family }, preferred: null, bornOn, source })
  await assignLead(tx, personId, { ...adviser, reason: 'Lives in the adviser’s area' })
  await setDetail(tx, personId, 'support-level', pick(LEVELS, i), source)
  await setAddress(
    tx,
    personId,
    {
      line1: `${1 + (i % 90)} Made-up Row`,
      line2: '',
      town: pick(TOWNS, i),
      postcode: `HX${1 + (i % 7)} ${1 + (i % 9)}AA`,
      isProtected: false,
    },
    source,
  )
  await setSafeContact(
    tx,
    personId,
    {
      rule: i % 3 === 0 ? 'Text own phone, no voicemail' : 'Ring own phone',
      noPost: false,
      noVoicemail: i % 3 === 0,
      noHomeVisit: false,
    },
    source,
  )
  await setAdult(
    tx,
    personId,
    {
      name: `Kelly ${family}`,
      relationship: 'Mother',
      responsibility: i % 4 === 0 ? 'not-known' : 'yes',
      evidence: '',
      courtOrder: '',
      mayBeTold: 'ask-first',
      phone: '',
    },
    source,
  )
  await setActivity(
    tx,
    personId,
    {
      code: pick(CODES, i),
      organisationId: null,
      detail: '',
      startedOn: addMonths(today, -(2 + (i % 8))),
      verifiedOn: addDays(today, -((i * 13) % 200)),
    },
    source,
  )
  if (i % 11 === 4)
    await setAlert(tx, personId, {
      kind: 'care',
      firstWords: 'Go in pairs to the home address.',
      words: '',
      finishedOn: addMonths(today, 2),
      from: 'staff',
    })
}

async function furnishContacts(tx: Tx, personId: PersonId, accountId: AccountId, i: number, today: Day): Promise<void> {
  const kinds = ['meeting', 'text', 'phone', 'missed', 'meeting'] as const
  for (let n = 0; n < 2 + (i % 3); n++) {
    const kind = pick(kinds, i + n)
    const on = addDays(today, -(1 + ((i * 7) % 20) + n * 23))
    const last = n === 0
    const recorded = await recordContact(tx, personId, accountId, {
      happenedOn: on,
      atTime: null,
      minutes: kind === 'meeting' ? 35 : null,
      kind,
      place: kind === 'meeting' ? `${pick(TOWNS, i)} hub` : '',
      purpose: 'support',
      outcome: kind === 'missed' ? 'did-not-come' : 'done',
      present: '',
      notes:
        kind === 'meeting'
          ? 'Likes the workshop, dislikes the bus. Agreed to try the earlier one.'
          : 'Short word about how the week is going.',
      ownWords: kind === 'text' ? 'made it on time 3 days in a row' : '',
      nextStep: last ? 'Review the plan' : '',
      // From a few days late to a month ahead, and never before the contact itself.
      nextOn: last ? addDays(today, Math.max(((i * 5) % 40) - 9, -((i * 7) % 20))) : null,
      isRestricted: false,
    })
    if (!recorded.ok) throw new Error(`the demo's contact was refused: ${recorded.why}`)
  }
}

function pick<T>(list: readonly T[], i: number): T {
  return list[i % list.length] as T
}
