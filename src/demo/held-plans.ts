/** EHC plans and care of the demo: what goes on, and what ended. */
import { addDays } from '#ground/day.ts'
import type { RowId } from '#ground/ids.ts'
import { endHeld, findHeld, type HeldContent, type HeldKind, writeHeld } from '#rooms/plans/index.ts'
import { accountOf, done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const FIRST = 8
const EHC: Omit<HeldContent, 'asOf'> = {
  ...{
    status: null,
    adviser: '',
    adviserWays: '',
    reviewer: '',
    virtualSchool: '',
    lives: null,
    tell: '',
    source: 'council',
  },
  council: 'Made-up Council',
  worker: 'Ms Made-up Coordinator',
  workerWays: '01632 960 441',
  place: 'Ferrybank College (made up)',
  placeFrom: null,
  issuedOn: null,
  wants: 'A job with animals, and my own door key',
}
const CARE: Omit<HeldContent, 'asOf'> = {
  ...EHC,
  ...{
    status: 'eligible',
    place: '',
    wants: '',
    worker: 'Mr Made-up Social Worker',
    adviser: 'Jo Made-up',
    adviserWays: '01632 960 442',
  },
  reviewer: 'Ms Made-up Reviewer',
  virtualSchool: 'Made-up Virtual School, 01632 960 443',
  lives: 'outside',
  tell: 'The social worker first, then whoever they live with',
}

/** Puts what others hold beside some plans of the caseloads; care where the adviser sees that part. */
export function furnishHeldPlans(work: DailyWork): Promise<void> {
  const intensive = accountOf(work, 'imran.demo')
  return eachLed(work, FIRST + 3, async led => {
    if (led.accountId === intensive && led.i === 0) await write({ ...led, work }, 'care')
    if (led.i < FIRST || (await isKeptClose(work, led.personId))) return
    const id = await write({ ...led, work }, 'ehc')
    if (led.i === FIRST + 1) await end({ ...led, work }, id)
  })
}

type Whose = Led & { readonly work: DailyWork }

function write(whose: Whose, kind: HeldKind): Promise<RowId> {
  const { personId, accountId } = whose
  return onDay(whose, 30, async (tx, on) => {
    const content = { ...(kind === 'ehc' ? EHC : CARE), asOf: addDays(on, -20) }
    return done(await writeHeld(tx, personId, accountId, { kind, shown: '' }, content))
  })
}

function end(whose: Whose, id: RowId): Promise<null> {
  return onDay(whose, 10, async (tx, on) => {
    const held = await findHeld(tx, id)
    if (!held) throw new Error('the demo’s EHC plan cannot be seen')
    return done(await endHeld(tx, held, { on, reason: 'reached', words: '' }))
  })
}
