/** Opportunities of the demo, of every kind and state, and young people put forward: one of every state, and one that is late. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { listBarriers } from '#rooms/access/index.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import {
  type Application,
  type ApplicationState,
  acceptOffer,
  addOpportunity,
  answerSuggestion,
  findApplication,
  findOpportunity,
  type OpportunityFacts,
  prepare,
  putForward,
  sayResult,
  sayStarted,
  setInterview,
  setOpportunityState,
  suggest,
  withdraw,
} from '#rooms/guidance/index.ts'
import { commandActing } from '../acting.ts'
import { guidancePeople as house } from '../house-guidance.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const NO_WORDS = { employer: '', address: '', travel: '', entry: '', pay: '', hours: '', support: '', ring: '' }

type Offer = Partial<OpportunityFacts> &
  Pick<OpportunityFacts, 'title' | 'kind'> & {
    readonly starts?: number
    readonly by?: number
    readonly at?: 'college' | 'training-provider'
    readonly state?: 'filled' | 'closed' | 'withdrawn'
  }

/** All made up. Days are counted from the day the demo begins. */
const OFFERS: readonly Offer[] = [
  {
    ...{
      title: 'Apprentice joiner',
      kind: 'apprenticeship',
      employer: 'Sample Joinery',
      places: 2,
      starts: 42,
      by: 21,
    },
    ...{ travel: 'Bus 590 from the station, 20 minutes; the last one back at 22.40', address: 'Unit 3, Example Mill' },
    ...{
      entry: 'Likes working with wood. Maths and English are learnt alongside',
      pay: 'Apprentice rate, every Friday',
    },
    ...{ hours: 'Monday to Friday, 8 to 4.30', fits: ['set-hours', 'no-qualifications'], ring: 'Bryn, 01632 960 301' },
  },
  {
    ...{ title: 'Ready for work, with a coach', kind: 'supported', at: 'training-provider', maxAge: 24 },
    ...{
      travel: 'A coach meets them at the bus station in the first week',
      entry: '',
      pay: 'Travel and lunch are paid',
    },
    ...{ hours: 'Two days a week to begin with, more when they are ready', support: 'One coach for every six' },
    ...{ fits: ['part-time', 'own-pace', 'step-free', 'no-qualifications'], ring: 'The front desk, 01632 960 302' },
  },
  {
    ...{ title: 'Trainee in a nursery kitchen', kind: 'job-with-training', employer: 'Pretend Nurseries', starts: 28 },
    ...{ by: 14, hours: '9.30 to 2.30, in school terms', fits: ['school-hours', 'set-hours'], pay: 'Minimum wage' },
    ...{ entry: 'Food hygiene is learnt there', travel: 'Ten minutes on foot from the station' },
  },
  {
    ...{
      title: 'Motor vehicle, level 1',
      kind: 'course',
      at: 'college',
      starts: 50,
      by: 7,
      places: 12,
      pay: 'Bursary',
    },
    ...{
      entry: 'A talk with the tutor; no grades are asked for',
      fits: ['no-qualifications'],
      hours: 'Three days a week',
    },
  },
  {
    ...{ title: 'Helping on a city farm', kind: 'volunteering', employer: 'Example City Farm', fits: ['own-pace'] },
    ...{ hours: 'Saturdays, 10 to 1', travel: 'Bus 508', pay: 'Travel is paid', minAge: 14 },
  },
  {
    ...{ title: 'A week in a theatre workshop', kind: 'taster', employer: 'Made-up Playhouse', starts: 70, by: 56 },
    ...{ minAge: 14, hours: 'Monday to Friday, 10 to 3', fits: ['school-hours', 'step-free'] },
  },
  { title: 'Apprentice hairdresser', kind: 'apprenticeship', employer: 'Specimen Hair', starts: 20, state: 'filled' },
  { title: 'Warehouse trainee', kind: 'job-with-training', employer: 'Sample Stores', state: 'closed' },
  { title: 'Bricklaying taster', kind: 'taster', employer: 'Example Builders', starts: 30, state: 'withdrawn' },
]

const TOWNS = ['Halifax', 'Brighouse', 'Todmorden'] as const

/** Every state, and one of which nothing was heard in time. */
const KINDS: readonly (ApplicationState | 'late')[] = [
  ...(['suggested', 'wanted', 'not-wanted', 'put-forward', 'interview', 'offered', 'not-offered', 'accepted'] as const),
  ...(['started', 'not-started', 'withdrawn', 'late'] as const),
]
/** Past those of the caseload of whom everything else of the demo is told. */
const FIRST = 40

/** Puts opportunities on record, and some of three advisers' caseloads forward for them. */
export async function furnishOpportunities(
  work: DailyWork,
  partners: ReadonlyMap<string, OrganisationId>,
): Promise<void> {
  const dana = work.accounts.get('dana.example@partnership.example')
  if (dana === undefined) throw new Error('the demo has no Dana')
  const today = work.clock.today()
  const open: RowId[] = []
  const ended: [RowId, 'filled' | 'closed' | 'withdrawn'][] = []
  // As long ago as the first of the steps below.
  await work.database.transaction({ ...actingAs(work, dana), today: addDays(today, -30) }, async tx => {
    const ours = new Set<string>(partners.values())
    const all = (await listOrganisations(tx)).filter(o => ours.has(o.id) && o.discloses === 0)
    for (const [i, { starts, by, at, state, ...offer }] of OFFERS.entries()) {
      const day = (ahead: number | undefined): Day | null => (ahead === undefined ? null : addDays(today, ahead))
      const organisation = at === undefined ? undefined : all.find(o => o.kind === at)
      const id = done(
        await addOpportunity(tx, {
          ...{ ...NO_WORDS, discloses: 0, places: null, fits: [], minAge: 16, maxAge: 18, ...offer },
          ...{ organisationId: organisation?.id ?? null, startsOn: day(starts), applyBy: day(by) },
          employer: organisation ? '' : (offer.employer ?? 'Made-up Training'),
          town: TOWNS[i % TOWNS.length] ?? 'Halifax',
        }),
      )
      if (state === undefined) open.push(id)
      else ended.push([id, state])
    }
  })
  let next = 0
  await eachLed(work, FIRST + KINDS.length, async led => {
    const kind = led.i < FIRST ? undefined : KINDS[led.i - FIRST]
    const opportunityId = open[next % open.length]
    if (kind === undefined || opportunityId === undefined || (await isKeptClose(work, led.personId))) return
    next += 1
    await furnishOne({ ...led, work }, opportunityId, kind)
  })
  await work.database.transaction(actingAs(work, dana), async tx => {
    for (const [id, state] of ended) {
      const one = await findOpportunity(tx, id)
      if (one) done(await setOpportunityState(tx, house, one, state))
    }
  })
}

/** Whether somebody is shut out of the record, or it is restricted: nothing of the demo is told of them. */
export function isKeptClose(work: DailyWork, personId: PersonId): Promise<boolean> {
  return work.database.transaction(commandActing(work.clock, 'demo', work.partnershipId), async tx =>
    (await listBarriers(tx, personId)).some(one => one.kind !== 'whereabouts'),
  )
}

type Whose = Led & { readonly work: DailyWork }
type Does = (
  tx: Tx,
  one: Application,
) => Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string }>

const WANTED: Does = (tx, one) =>
  answerSuggestion(tx, one, { wants: true, ownWords: 'If I do not have to go in alone on the first day', needs: [] })
const PUT: Does = (tx, one) =>
  putForward(tx, one, { on: tx.acting.today, tells: ['name', 'phone', 'qualifications'], tellsWords: '' })
const MET: Does = (tx, one) =>
  setInterview(tx, one, {
    ...{ on: addDays(tx.acting.today, 3), at: '10:30', withThem: 'adviser' },
    journey: 'We take the bus together; on the way we try what to say',
    kit: { clothes: 'somebody-else', money: 'adviser', practice: 'adviser' },
  })
const PREPARED: Does = (tx, one) =>
  prepare(tx, one, {
    prepared: ['told-agreed', 'first-day', 'named-person', 'travel'],
    words: 'Bryn meets them at the gate at half past eight',
  })
const OFFERED: Does = (tx, one) =>
  sayResult(tx, one, { offered: true, words: 'Asked good questions. Next time: bring a pen' })
const TAKEN: Does = (tx, one) => acceptOffer(tx, one, { startsOn: addDays(tx.acting.today, 4), words: '' })

/** What was done before each state, and how many days ago each step was. */
const WAYS: Readonly<Record<(typeof KINDS)[number], readonly (readonly [daysAgo: number, does: Does])[]>> = {
  suggested: [],
  late: [],
  wanted: [[1, WANTED]],
  'not-wanted': [
    [2, (tx, one) => answerSuggestion(tx, one, { wants: false, ownWords: 'Too far, and too early', needs: [] })],
  ],
  'put-forward': [
    [4, WANTED],
    [3, PUT],
  ],
  interview: [
    [4, WANTED],
    [3, PUT],
    [0, MET],
  ],
  offered: [
    [9, WANTED],
    [8, PUT],
    [6, MET],
    [1, OFFERED],
  ],
  'not-offered': [
    [9, WANTED],
    [8, PUT],
    [
      1,
      (tx, one) =>
        sayResult(tx, one, { offered: false, words: 'Somebody else had done it before. Try a taster first' }),
    ],
  ],
  accepted: [
    [9, WANTED],
    [8, PUT],
    [6, MET],
    [2, OFFERED],
    [1, TAKEN],
    [0, PREPARED],
  ],
  started: [
    [16, WANTED],
    [15, PUT],
    [12, MET],
    [8, OFFERED],
    [7, TAKEN],
    [6, PREPARED],
    [2, (tx, one) => sayStarted(tx, one, { started: true, words: 'Came home tired and glad' })],
  ],
  'not-started': [
    [16, WANTED],
    [15, PUT],
    [12, MET],
    [8, OFFERED],
    [7, TAKEN],
    [2, (tx, one) => sayStarted(tx, one, { started: false, words: 'Lost heart at the gate. We try again together' })],
  ],
  withdrawn: [
    [4, WANTED],
    [1, (tx, one) => withdraw(tx, one, { reason: 'another-place', words: 'Has a place at the college' })],
  ],
}
const DAYS_BEFORE = 2
const LATE_AFTER = 15

async function furnishOne(whose: Whose, opportunityId: RowId, kind: (typeof KINDS)[number]): Promise<void> {
  const way = WAYS[kind]
  const first = kind === 'late' ? LATE_AFTER : (way[0]?.[0] ?? 0) + DAYS_BEFORE
  const id = await onDay(whose, first, async tx => {
    const opportunity = await findOpportunity(tx, opportunityId)
    if (!opportunity) throw new Error('the demo’s opportunity cannot be seen')
    const said = { why: 'They said they want to work with their hands', needs: [] }
    return done(await suggest(tx, whose.personId, opportunity, whose.accountId, said))
  })
  for (const [daysAgo, does] of way)
    await onDay(whose, daysAgo, async tx => {
      const one = await findApplication(tx, id)
      if (!one) throw new Error('what the demo suggested cannot be seen')
      done(await does(tx, one))
    })
}
