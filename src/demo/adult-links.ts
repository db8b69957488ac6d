/** Links of the demo for a parent or carer: one nobody opened, and one that was read, each to what was chosen with the young person. */
import { addDays } from '#ground/day.ts'
import { listAdults, setAdult } from '#rooms/people/index.ts'
import { findPlan, openPart, readAsAdult, shownToAdult } from '#rooms/plans/index.ts'
import { makeSecureLink } from '#rooms/sharing/index.ts'
import { byLink } from './by-link.ts'
import { eachLed, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

/** How many of a caseload are looked through for a plan with a goal. */
const LOOKED_THROUGH = 12
const EACH = 2
const DAYS_AGO = 2

/** Lets an adult round two young people of each of three caseloads read one goal; one of them read it. */
export async function furnishAdultLinks(work: DailyWork): Promise<void> {
  const made = new Map<string, number>()
  await eachLed(work, LOOKED_THROUGH, async led => {
    const before = made.get(led.accountId) ?? 0
    if (before >= EACH || (await isKeptClose(work, led.personId))) return
    const link = await onDay({ ...led, work }, DAYS_AGO, async (tx, on) => {
      const plan = await findPlan(tx, led.personId)
      const [goal] = openPart(plan).goals
      if (!goal) return undefined
      const source = { kind: 'young-person', organisationId: null, saidOn: on } as const
      await setAdult(tx, led.personId, { ...ADULT, mayBeTold: before === 0 ? 'yes' : 'ask-first' }, source)
      const adult = (await listAdults(tx, led.personId)).find(one => one.name === ADULT.name)
      if (!adult) return undefined
      return makeSecureLink(tx, {
        ...{ personId: led.personId, kind: 'adult', madeBy: led.accountId, reviewOn: null },
        adult: {
          adultId: adult.rowId,
          basis: 'agreed',
          shown: shownToAdult(plan, [goal.rowId]),
        },
      })
    })
    if (!link) return
    made.set(led.accountId, before + 1)
    if (before === 0) await byLink(work, link, addDays(work.clock.today(), -DAYS_AGO), readAsAdult)
  })
}

const ADULT = {
  name: 'Morgan Madeupcarer',
  relationship: 'Stepmother',
  responsibility: 'no',
  evidence: '',
  courtOrder: '',
  phone: '',
} as const
