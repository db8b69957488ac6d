/** Caseloads and history of the demo: who leads for whom, what they do, and what was said at each meeting. */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Clock } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import { type Acting, asHouse, type Tx } from '#ground/database/tx.ts'
import { addDays, type Day, daysBetween, isBefore } from '#ground/day.ts'
import type { AccountId, OrganisationId, PartnershipId, PersonId, RowId } from '#ground/ids.ts'
import { setBarrier } from '#rooms/access/index.ts'
import { assignLead } from '#rooms/deployment/index.ts'
import { listPersonsOfRun } from '#rooms/intake/index.ts'
import { protectAddress, setDetail, setSafeContact } from '#rooms/people/index.ts'
import { type ContactKind, NEXT_KINDS, recordContact } from '#rooms/sessions/index.ts'
import { commandActing } from '../acting.ts'
import type { MadeUpContact, TruthNote } from './made-up/index.ts'

type Line = {
  readonly at: { readonly file: string; readonly row: number }
  readonly notes: readonly TruthNote[]
  readonly adviser: string | null
  readonly support: 1 | 2 | 3
  readonly contacts: readonly MadeUpContact[]
}

export type DailyWork = {
  readonly database: Database
  readonly clock: Clock
  readonly partnershipId: PartnershipId
  readonly folder: string
  readonly runs: ReadonlyMap<string, RowId>
  readonly service: OrganisationId
  readonly accounts: ReadonlyMap<string, AccountId>
}

const KINDS: Readonly<Record<MadeUpContact['kind'], ContactKind>> = {
  session: 'meeting',
  phone: 'phone',
  text: 'text',
  'home-visit': 'home-visit',
  'drop-in': 'meeting',
  group: 'meeting',
}
const LEVELS = { 1: 'intensive', 2: 'supported', 3: 'universal' } as const
const BATCH = 50
/** As many as one adviser can lead for; of those who need little support the rest have no lead. */
const CASELOAD = 100
/** Nor has every so manyth of them, whose case somebody is still to take up. */
const UNLED_EVERY = 3
const NEXT_STEPS = [
  'Ask how it is going',
  'Check the college place',
  'Ring about the interview',
  'Bring the travel form',
  'Look at two apprenticeships together',
  'Review what was agreed',
  'Ask the school about the timetable',
]

/** Reads the daily work line by line and writes it down in batches. */
export async function furnishDailyWork(work: DailyWork): Promise<void> {
  const { database, clock, partnershipId } = work
  const acting = () => commandActing(clock, 'demo', partnershipId)
  const people = new Map<string, ReadonlyMap<number, PersonId>>()
  for (const [file, runId] of work.runs)
    people.set(
      file,
      await database.transaction(acting(), tx => asHouse(tx, 'demo', worker => listPersonsOfRun(worker, runId))),
    )
  const history: { personId: PersonId; adviser: AccountId; contacts: readonly MadeUpContact[] }[] = []
  let batch: { line: Line; personId: PersonId }[] = []
  const flush = async () => {
    const lines = batch
    batch = []
    await database.transaction(acting(), async tx => {
      for (const { line, personId } of lines) await furnishOne(tx, work, line, personId)
    })
  }
  const seen = new Set<PersonId>()
  const led = new Map<string, number>()
  let little = 0
  for await (const text of createInterface({
    input: createReadStream(join(work.folder, 'people.jsonl')),
    crlfDelay: Infinity,
  })) {
    const read = JSON.parse(text) as Line
    const personId = people.get(read.at.file)?.get(read.at.row)
    // A row that waits for an answer has no person yet, and one person may stand in two lines until it is answered.
    if (personId === undefined || seen.has(personId)) continue
    seen.add(personId)
    const already = led.get(read.adviser ?? '') ?? 0
    if (read.support === 3) little += 1
    const isUnled = read.support === 3 && (already >= CASELOAD || little % UNLED_EVERY === 0)
    const line = isUnled ? { ...read, adviser: null } : read
    if (line.adviser !== null) led.set(line.adviser, already + 1)
    batch.push({ line, personId })
    const adviser = line.adviser === null ? undefined : work.accounts.get(line.adviser)
    if (adviser !== undefined) history.push({ personId, adviser, contacts: line.contacts })
    if (batch.length >= BATCH) await flush()
  }
  await flush()
  await furnishHistory(work, history)
}

async function furnishOne(tx: Tx, work: DailyWork, line: Line, personId: PersonId): Promise<void> {
  if (line.notes.includes('protected')) await protectAddress(tx, personId, 'Made up: the demo’s protected address')
  if (line.notes.some(note => note.startsWith('adopted-old-of')))
    await setBarrier(tx, personId, {
      holderId: null,
      ground: 'adoption',
      reason: 'Made up: the record from before an adoption',
    })
  const adviser = line.adviser === null ? undefined : work.accounts.get(line.adviser)
  if (adviser === undefined) return
  const source = { kind: 'staff' as const, organisationId: work.service, saidOn: tx.acting.today }
  // Intensive support began some weeks ago, so that a first contact can be late.
  const began = line.support === 1 ? addDays(tx.acting.today, -21) : tx.acting.today
  await assignLead({ ...tx, acting: { ...tx.acting, today: began } }, personId, {
    accountId: adviser,
    isIntensive: line.support === 1,
    reason: 'Works where the young person learns',
    quiet: true,
  })
  await setDetail(tx, personId, 'support-level', LEVELS[line.support], source)
  await setSafeContact(
    tx,
    personId,
    {
      rule: line.support === 1 ? 'Text own phone, no voicemail' : 'Ring own phone',
      noPost: false,
      noVoicemail: line.support === 1,
      noHomeVisit: false,
    },
    source,
  )
}

/** Contacts are their adviser's own, so each adviser writes theirs. */
async function furnishHistory(
  work: DailyWork,
  history: readonly { personId: PersonId; adviser: AccountId; contacts: readonly MadeUpContact[] }[],
): Promise<void> {
  for (const adviser of new Set(history.map(h => h.adviser))) {
    await work.database.transaction(actingAs(work, adviser), async tx => {
      for (const [i, one] of history.filter(h => h.adviser === adviser).entries()) await furnishContacts(tx, one, i)
    })
  }
}

async function furnishContacts(
  tx: Tx,
  one: { personId: PersonId; adviser: AccountId; contacts: readonly MadeUpContact[] },
  i: number,
): Promise<void> {
  const past = one.contacts.filter(c => !isBefore(tx.acting.today, c.on)).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const last = past.at(-1)
  for (const contact of past) {
    const isLast = contact === last
    const recorded = await recordContact(tx, one.personId, one.adviser, {
      happenedOn: contact.on,
      atTime: null,
      minutes: contact.kind === 'text' ? null : 30,
      kind: KINDS[contact.kind],
      place: contact.kind === 'session' ? 'Halifax hub' : '',
      purpose: 'support',
      outcome: 'done',
      present: '',
      notes: contact.about,
      ownWords: '',
      nextStep: isLast ? (NEXT_STEPS[i % NEXT_STEPS.length] ?? '') : '',
      nextOn: isLast ? dueOn(tx.acting.today, contact.on, i) : null,
      nextKind: isLast ? (NEXT_KINDS[i % (NEXT_KINDS.length + 2)] ?? null) : null,
      aloneOffered: null,
      aimResult: null,
      aimWhy: '',
      aim: '',
      agreed: null,
      isRestricted: false,
    })
    if (!recorded.ok) throw new Error(`the demo's contact was refused: ${recorded.why}`)
  }
}

/** From a week late to a month ahead, and never before the contact itself. */
function dueOn(today: Day, contactOn: Day, i: number): Day {
  return addDays(today, Math.max(((i * 7) % 40) - 8, daysBetween(today, contactOn)))
}

/** On behalf of a member of the demo's staff. */
export function actingAs(work: DailyWork, accountId: AccountId): Acting {
  return {
    ...commandActing(work.clock, 'demo', work.partnershipId),
    holders: [accountId, work.service],
    actorKind: 'account',
    actorId: accountId,
    organisationId: work.service,
  }
}
