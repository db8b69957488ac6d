/** Applications of the demo at each point they can be at, what they say of the September Guarantee, statuses set by hand and intended destinations. */
import { academicYearStart, partsOf } from '#ground/day.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'
import { listOrganisations } from '#rooms/directory/index.ts'
import { findPerson } from '#rooms/people/index.ts'
import {
  addApplication,
  addStep,
  findPlaceApplication,
  groupIn,
  guaranteeYearOn,
  type StepKind,
  setStatus,
} from '#rooms/tracking/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

/** Which way each came: those still at school, and those whose autumn has come. */
const AHEAD: readonly (readonly StepKind[])[] = [
  ['applied', 'interview', 'offer-conditional'],
  ['applied'],
  ['applied', 'interview'],
  ['applied', 'turned-down'],
  ['applied', 'offer'],
  ['applied', 'offer', 'declined'],
  ['applied', 'withdrawn'],
]
const COME: readonly (readonly StepKind[])[] = [
  ['applied', 'offer', 'accepted'],
  ['applied', 'interview', 'offer', 'accepted', 'enrolled'],
  ['applied', 'offer', 'accepted', 'not-started'],
  ['applied', 'offer'],
]
const COURSES = ['Bricklaying', 'Health and social care', 'Motor vehicle', 'Computing', 'Three A levels'] as const
const WANTS = ['111', '121', '211', '511'] as const
const MOST = 60
const WEEKS_A_STEP = 14

type Whose = Led & { readonly work: DailyWork; readonly places: readonly OrganisationId[] }

/** Writes down what advisers know of those on their caseloads who are in the guarantee worked on, or in the one before. */
export async function furnishOffers(work: DailyWork): Promise<void> {
  const today = work.clock.today()
  const ahead = guaranteeYearOn(today)
  const come = partsOf(academicYearStart(today)).year
  const places = await work.database.transaction(actingAs(work, work.service as string as Led['accountId']), async tx =>
    (await listOrganisations(tx))
      .filter(one => ['college', 'sixth-form-college', 'training-provider'].includes(one.kind) && one.discloses === 0)
      .map(one => one.id),
  )
  let [aheads, comes] = [0, 0]
  await eachLed(work, MOST, async led => {
    const whose = { ...led, work, places }
    const person = await work.database.transaction(actingAs(work, led.accountId), tx => findPerson(tx, led.personId))
    const bornOn = person?.bornOn
    if (!bornOn) return
    const group = groupIn(bornOn, ahead)
    if (group === 11) await want(whose, bornOn, ahead, aheads)
    if (group !== undefined) {
      const path = AHEAD[aheads % (AHEAD.length + 1)]
      aheads += 1
      if (path) await apply(whose, path, ahead, aheads)
      else await byHand(whose, bornOn, ahead)
    }
    if (groupIn(bornOn, come) !== undefined && come !== ahead) {
      const path = COME[comes % COME.length] ?? []
      comes += 1
      await apply(whose, path, come, comes)
    }
  })
}

async function apply(whose: Whose, path: readonly StepKind[], autumn: number, i: number): Promise<void> {
  const [first = 'applied', ...more] = path
  const daysOf = (n: number) => (path.length - n) * WEEKS_A_STEP
  const wanted = {
    // Every fourth place is not in the directory.
    organisationId: i % 4 === 0 ? null : (whose.places[i % whose.places.length] ?? null),
    course: COURSES[i % COURSES.length] ?? '',
    ...{ level: (['1', '2', '3'] as const)[i % 3] ?? null, way: 'college' as const, autumn },
  }
  const placeWords = wanted.organisationId === null ? 'Made-up Farm, over the county border' : ''
  const id: RowId = await onDay(whose, daysOf(0), async (tx, on) =>
    done(
      await addApplication(
        tx,
        whose.personId,
        { ...wanted, placeWords },
        { step: first, onDay: on, saidBy: 'young-person', words: '' },
      ),
    ),
  )
  for (const [n, step] of more.entries())
    await onDay(whose, daysOf(n + 1), async (tx, on) => {
      const application = await findPlaceApplication(tx, id)
      if (application) done(await addStep(tx, application, { step, onDay: on, saidBy: 'provider', words: '' }))
    })
}

async function byHand(whose: Whose, bornOn: NonNullable<Parameters<typeof setStatus>[2]['bornOn']>, year: number) {
  const who = { personId: whose.personId, bornOn }
  await onDay(whose, 6, async (tx, on) =>
    done(
      await setStatus(
        tx,
        'guarantee',
        who,
        { year, code: '151', saidBy: 'provider', saidOn: on, words: 'Wants to talk about it in the new term' },
        null,
      ),
    ),
  )
}

async function want(
  whose: Whose,
  bornOn: NonNullable<Parameters<typeof setStatus>[2]['bornOn']>,
  year: number,
  i: number,
) {
  const who = { personId: whose.personId, bornOn }
  await onDay(whose, 20, async (tx, on) =>
    done(
      await setStatus(
        tx,
        'destination',
        who,
        { year, code: WANTS[i % WANTS.length] ?? '511', saidBy: 'young-person', saidOn: on, words: '' },
        null,
      ),
    ),
  )
}
