/** Groups, drop-ins and outreach of the demo: one of each kind, one whose name tells something, and people who are not on record yet and who are by now. */
import { addDays, type Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import {
  callOffPlanned,
  findNewcomer,
  findSession,
  holdPlanned,
  listAttendances,
  noteNewcomer,
  planSession,
  putOnRecord,
  recordSession,
  type SessionContent,
  writeParts,
} from '#rooms/sessions/index.ts'
import { accountOf, done, eachLed, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

type Made = Omit<SessionContent, 'happenedOn'> & {
  readonly daysAgo: number
  /** Who came, by their place in the caseload. */
  readonly came: readonly number[]
  readonly withWhom: readonly string[]
  readonly parts: readonly string[]
}

const PLAIN = { discloses: 0, newcomers: 0, newcomerWords: '' } as const
const COOKING = {
  ...PLAIN,
  kind: 'group',
  title: 'Cooking on a budget',
  atTime: '16:00',
  minutes: 90,
  place: 'Hub kitchen',
} as const

/** What Dana ran with others. */
const SESSIONS: readonly Made[] = [
  {
    ...COOKING,
    daysAgo: 15,
    notes: 'Soup and bread from what a small shop has. Everybody took a portion home.',
    came: [2, 3, 5, 8, 9, 11],
    withWhom: ['imran.demo'],
    parts: [
      'Chopped everything and showed another how',
      'Asked about the college kitchen course',
      'Had to fetch a sister',
    ],
  },
  {
    ...COOKING,
    daysAgo: 8,
    notes: 'A curry, counted to the penny.',
    came: [2, 3, 5, 8, 9],
    withWhom: ['imran.demo'],
    parts: [],
  },
  {
    ...PLAIN,
    kind: 'group',
    title: 'Young mothers',
    discloses: 256,
    atTime: '13:30',
    minutes: 60,
    place: 'Health centre, upstairs',
    daysAgo: 6,
    notes: 'Childcare while learning: what is paid, and how to ask for it.',
    came: [4],
    withWhom: ['imran.demo'],
    parts: ['Would go back to college if the mornings were covered'],
  },
  {
    ...PLAIN,
    kind: 'drop-in',
    title: 'Drop-in at the hub',
    atTime: '15:00',
    minutes: 120,
    place: 'Hub',
    newcomers: 2,
    newcomerWords: 'two girls of about 16, together',
    daysAgo: 5,
    notes: 'Mostly forms: a provisional licence, a bank account, the bursary.',
    came: [6, 7],
    withWhom: ['mair.sample'],
    parts: ['Filled in the bursary form'],
  },
  {
    ...PLAIN,
    kind: 'outreach',
    title: 'Evening round the bus station',
    atTime: null,
    minutes: 150,
    place: 'Bus station and park',
    newcomers: 3,
    newcomerWords: 'three lads of 15 to 17',
    daysAgo: 2,
    notes: 'Wet and quiet. Left cards at the shop.',
    came: [10],
    withWhom: ['mair.sample'],
    parts: [],
  },
]

/** Writes them down as Dana, who ran them with others. */
export async function furnishGroups(work: DailyWork): Promise<void> {
  const led: PersonId[] = []
  const dana = accountOf(work, 'dana.example')
  await eachLed(work, 14, async one => {
    if (one.accountId === dana) led.push(one.personId)
  })
  await closedGroups(work, dana, led)
  const sessions: RowId[] = []
  for (const made of SESSIONS) sessions.push(await hold(work, dana, led, made))
  const [dropIn, outreach] = sessions.slice(-2)
  const on = led[12]
  if (dropIn === undefined || outreach === undefined || on === undefined) return
  await newcomers(work, dana, { dropIn, outreach, on })
}

async function hold(work: DailyWork, dana: AccountId, led: readonly PersonId[], made: Made): Promise<RowId> {
  const { daysAgo, came, withWhom, parts, ...content } = made
  return onDay({ work, accountId: dana }, daysAgo, async (tx, happenedOn) => {
    const id = done(
      await recordSession(tx, dana, {
        id: newId<'row'>(tx.acting.at),
        content: { ...content, happenedOn },
        staff: withWhom.map(name => accountOf(work, name)),
        came: came.flatMap(i => led[i] ?? []),
      }),
    )
    const there = await listAttendances(tx, id)
    done(
      await writeParts(
        tx,
        parts.flatMap((notes, i) => {
          const one = there[i]
          if (!one) return []
          const arrival = i === 1 ? ('late' as const) : i === 2 ? ('left-early' as const) : ('in-time' as const)
          return [{ attendanceId: one.rowId, contactId: one.contactId, version: 1, notes, nextStep: '', arrival }]
        }),
      ),
    )
    return id
  })
}

/** Two who are not on record, and one who was not and agreed since. */
async function newcomers(
  work: DailyWork,
  dana: AccountId,
  of: { readonly dropIn: RowId; readonly outreach: RowId; readonly on: PersonId },
): Promise<void> {
  const led = { work, accountId: dana, personId: of.on, i: 0 }
  const note = (sessionId: RowId, daysAgo: number, said: { called: string; wanted: string }) =>
    onDay(led, daysAgo, tx => noteNewcomer(tx, sessionId, dana, { id: newId<'row'>(tx.acting.at), ...said }))
  await note(of.dropIn, 5, { called: 'Bee', wanted: 'A bank account without a passport' })
  await note(of.outreach, 2, { called: 'Tee', wanted: 'Somewhere warm to sit after six' })
  const third = await note(of.dropIn, 5, { called: 'Jax', wanted: 'Help with a first application' })
  await onDay(led, 1, async (tx, agreedOn: Day) => {
    const newcomer = await findNewcomer(tx, third)
    if (!newcomer) throw new Error('the demo’s newcomer cannot be seen')
    done(await putOnRecord(tx, newcomer, dana, { personId: of.on, agreement: { askedBy: dana, agreedOn } }))
  })
}

const ROUTES = {
  ...PLAIN,
  kind: 'group',
  title: 'Interview practice',
  atTime: '14:00',
  minutes: 60,
  place: 'Hub, upstairs',
  notes: '',
} as const

/** A closed group in each way it stands: held, with somebody who did not come; called off; and still to come, of those invited and those who signed up. */
async function closedGroups(work: DailyWork, dana: AccountId, led: readonly PersonId[]): Promise<void> {
  const today = work.clock.today()
  const whose = { work, accountId: dana }
  const plan = (daysAgo: number, ahead: number, how: 'invited' | 'signed-up', of: readonly number[]) =>
    onDay(whose, daysAgo, async tx =>
      done(
        await planSession(tx, dana, {
          id: newId<'row'>(tx.acting.at),
          content: { ...ROUTES, happenedOn: addDays(today, ahead) },
          staff: [accountOf(work, 'imran.demo')],
          expected: of.flatMap(i => led[i] ?? []),
          how,
        }),
      ),
    )
  const held = await plan(14, -7, 'invited', [1, 2, 5])
  await onDay(whose, 7, async tx => {
    const session = await findSession(tx, held)
    const came = new Set([1, 5].flatMap(i => led[i] ?? []))
    if (session) done(await holdPlanned(tx, session, dana, { came, notes: 'Each asked and answered once.' }))
  })
  const off = await plan(14, -3, 'invited', [1, 2, 5])
  await onDay(whose, 4, async tx => {
    const session = await findSession(tx, off)
    if (session) done(await callOffPlanned(tx, session, 'The room was flooded'))
  })
  await plan(2, 5, 'signed-up', [1, 2, 3])
}
