/** Safety plans of the demo: one in force, one looked at again, one whose day is past, one that is ended; all made up. */
import { addDays } from '#ground/day.ts'
import type { PersonId } from '#ground/ids.ts'
import { classesOn } from '#rooms/access/index.ts'
import { listCaseload } from '#rooms/deployment/index.ts'
import { endSafetyPlan, inForce, keepSafetyPlan, listSafetyPlans } from '#rooms/plans/index.ts'
import { absencePeople } from '../house-absences.ts'
import { accountOf, done, onDay } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const WORDS = {
  signs: 'I stop answering, and sleep in the day (made up)',
  helps: 'Music loud, the dog, drawing on my arm with a pen',
  talkTo: 'My aunt. Imran, when he works',
  atNight: 'My aunt first. Then the text line',
  safePlace: 'My aunt keeps the tablets',
  others: 'Sit with me. Do not ask why',
}

/** Of the caseload of the adviser who sees what tells of health. */
export async function furnishSafetyPlans(work: DailyWork): Promise<void> {
  const imran = accountOf(work, 'imran.demo')
  const those = await work.database.transaction(actingAs(work, imran), async tx => {
    const open: PersonId[] = []
    for (const { personId, diedOn } of await listCaseload(tx, imran)) {
      const held = await classesOn(tx, personId)
      if (diedOn === null && held.has('health') && held.has('plan')) open.push(personId)
    }
    return open
  })
  const free: PersonId[] = []
  for (const id of those.slice(0, 12)) if (!(await isKeptClose(work, id))) free.push(id)
  // A small demo has fewer of them.
  const [first, again, past, ended] = free
  const whose = { work, accountId: imran }
  const keep = (personId: PersonId, daysAgo: number, days: number, isAgreed = true) =>
    onDay(whose, daysAgo, async (tx, on) => {
      const now = inForce(await listSafetyPlans(tx, personId))
      const content = {
        ...({ ...WORDS, agreement: isAgreed ? 'agreed' : 'disagreed', copyGiven: 'paper' } as const),
        ...{
          words: isAgreed ? '' : 'The bit about my aunt is not true',
          reviewOn: addDays(on, days),
          isRestricted: false,
        },
      }
      done(await keepSafetyPlan(tx, absencePeople, personId, imran, content, now ?? null))
    })
  if (first) await keep(first, 3, 21)
  if (again) {
    await keep(again, 30, 28)
    await keep(again, 6, 60, false)
  }
  if (past) await keep(past, 33, 28)
  if (!ended) return
  await keep(ended, 50, 28)
  await onDay(whose, 10, async tx => {
    const now = inForce(await listSafetyPlans(tx, ended))
    if (now) done(await endSafetyPlan(tx, absencePeople, now, imran, 'The clinic made one with them that they use'))
  })
}
