/** A programme of the demo with three stages, and young people at each point of it: waiting, on it, late, finished, left, not started, without an adviser. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import { listPupils } from '#rooms/deployment/index.ts'
import {
  addLesson,
  addProgramme,
  addStage,
  dropPlace,
  enter,
  findPlace,
  findProgramme,
  finishPlace,
  leavePlace,
  listStages,
  moveStage,
  startPlace,
  talkWithLeaver,
} from '#rooms/tracking/index.ts'
import { accountOf, done, eachLed, type Led, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const KINDS = ['first', 'late', 'waiting', 'left', 'second', 'completed', 'talked', 'not-started'] as const
/** Every third of a caseload, from its third on. */
const EVERY = 3
const WEEKS = 7

const STAGES = [
  { name: 'First steps', weeks: 6, doneWhen: 'They come on their own, and a plan is agreed' },
  { name: 'Life skills', weeks: 12, doneWhen: 'They can say what they are good at and what comes next' },
  { name: 'Next step', weeks: 4, doneWhen: '' },
] as const

/** Makes the programme, and puts some of three advisers' caseloads on it, each as whoever does it and on its day. */
export async function furnishProgrammes(work: DailyWork, school: OrganisationId | undefined): Promise<void> {
  const programmeId = await makeProgramme(work)
  await eachLed(work, EVERY * KINDS.length, async led => {
    const kind = led.i % EVERY === EVERY - 1 ? KINDS[(led.i + 1) / EVERY - 1] : undefined
    if (kind !== undefined) await furnishOne({ ...led, work, programmeId }, kind)
  })
  if (school !== undefined) await furnishAlone(work, programmeId, school)
}

function makeProgramme(work: DailyWork): Promise<RowId> {
  const leader = accountOf(work, 'priya.specimen')
  const imran = accountOf(work, 'imran.demo')
  const acting = { ...actingAs(work, leader), today: addDays(work.clock.today(), -40 * WEEKS) }
  return work.database.transaction(acting, async tx => {
    const id = done(
      await addProgramme(tx, {
        name: 'Made-up Gateway',
        about: 'For those who left learning: a few weeks to find their feet, then a course, then a place.',
        organisationId: work.service,
        discloses: 0,
        ...{ minAge: 14, maxAge: 19, needsLead: true, needsAssessment: false, needsPlan: false },
        entryWords: 'They want to come: nobody is sent',
      }),
    )
    for (const stage of STAGES)
      done(await addStage(tx, id, { ...stage, adviserId: stage.name === 'Life skills' ? imran : null }))
    done(
      await addLesson(tx, id, {
        learnt: 'The bus came too late for nine o’clock, and some were sent home for it',
        change: 'The first hour begins at half past nine',
        dueOn: addDays(tx.acting.today, 60),
      }),
    )
    return id
  })
}

type Whose = Led & { readonly work: DailyWork; readonly programmeId: RowId }

async function furnishOne(whose: Whose, kind: (typeof KINDS)[number]): Promise<void> {
  const { personId, programmeId } = whose
  if (kind === 'waiting')
    return void (await onDay(whose, 3, (tx, on) => put(tx, personId, programmeId, addDays(on, 14))))
  const weeksAgo = kind === 'first' ? 3 : kind === 'late' ? 8 : 16
  const placeId = await onDay(whose, weeksAgo * WEEKS, (tx, on) => put(tx, personId, programmeId, on))
  const step = (weeks: number, does: (tx: Tx, on: Day) => Promise<unknown>) => onDay(whose, weeks * WEEKS, does)
  if (kind === 'not-started') {
    await step(15, async tx => done(await dropPlace(tx, await placeOf(tx, placeId), { reason: 'work', words: '' })))
    return
  }
  await step(weeksAgo, async (tx, on) => {
    const place = await placeOf(tx, placeId)
    const [first] = await listStages(tx, [programmeId])
    if (first) done(await startPlace(tx, place, first, on))
  })
  if (kind === 'first' || kind === 'late') return
  const since = addDays(whose.work.clock.today(), -weeksAgo * WEEKS)
  if (kind === 'left' || kind === 'talked') {
    const words = 'Came less and less, then not at all'
    await step(1, async (tx, on) =>
      done(await leavePlace(tx, await placeOf(tx, placeId), since, { on, reason: 'money-or-travel', words })),
    )
    if (kind === 'talked')
      await step(0, async tx =>
        done(
          await talkWithLeaver(tx, await placeOf(tx, placeId), {
            talk: 'held',
            words: 'I liked the cooking. The bus was four pounds a day',
          }),
        ),
      )
    return
  }
  await step(9, async (tx, on) => {
    const second = (await listStages(tx, [programmeId])).find(one => one.position === 2)
    const how = { on, reached: true, words: 'Walks in first now' }
    if (second) done(await moveStage(tx, await placeOf(tx, placeId), second, since, how))
  })
  if (kind === 'completed')
    await step(1, async (tx, on) => {
      const how = { on, reached: null, words: 'A course in joinery from January' }
      done(await finishPlace(tx, await placeOf(tx, placeId), addDays(on, -8 * WEEKS), how))
    })
}

async function put(tx: Tx, personId: PersonId, programmeId: RowId, startsOn: Day, setAside = ''): Promise<RowId> {
  const programme = await findProgramme(tx, programmeId)
  if (!programme) throw new Error('the demo has no programme')
  const checked = setAside === '' ? [] : [{ check: 'lead', met: false } as const]
  return done(await enter(tx, personId, programme, checked, { agreedOn: tx.acting.today, startsOn, setAside }))
}

async function placeOf(tx: Tx, id: RowId) {
  const place = await findPlace(tx, id)
  if (!place) throw new Error('the demo’s place on a programme cannot be seen')
  return place
}

/** Somebody of a school nobody leads for: their adviser at the school put them on it, and the clock tells the team leaders. */
async function furnishAlone(work: DailyWork, programmeId: RowId, school: OrganisationId): Promise<void> {
  const dana = accountOf(work, 'dana.example')
  await work.database.transaction(actingAs(work, dana), async tx => {
    const { rows } = await listPupils(tx, { organisationId: school, words: [], lead: 'none', limit: 100, offset: 0 })
    const one = rows.find(row => row.leadId === null && row.diedOn === null)
    if (one) await put(tx, one.personId, programmeId, addDays(tx.acting.today, 7), 'A lead adviser is being found')
  })
}
