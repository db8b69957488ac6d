/** What was done towards steps of the demo's plans: by each who can have done it, and one that was corrected. */
import { correctLogEntry, findPlan, listLogOf, openOf, writeLogEntry } from '#rooms/plans/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const MOST = 12

const DONE = [
  { doneBy: 'young-person', doerName: '', words: 'Rang the made-up college and asked when the next open evening is' },
  { doneBy: 'adviser', doerName: '', words: 'Sent the form, and went through the first page of it together' },
  { doneBy: 'other', doerName: 'Jo Made-up, tutor', words: 'Showed them round the workshop after lessons' },
] as const

/** Writes down what was done towards the first open step of some plans. */
export async function furnishPlanLog(work: DailyWork): Promise<void> {
  let at = 0
  await eachLed(work, MOST, async led => {
    if (await writeOne({ ...led, work }, at)) at += 1
  })
}

/** Whether there was a step to write something towards. */
function writeOne(whose: Led & { readonly work: DailyWork }, at: number): Promise<boolean> {
  return onDay(whose, 1, async (tx, on) => {
    const { personId, accountId } = whose
    const target = openOf(await findPlan(tx, personId)).find(one => one.setOn <= on)
    if (target === undefined) return false
    for (const one of DONE.slice(0, 1 + (at % DONE.length)))
      done(await writeLogEntry(tx, personId, target.rowId, accountId, { ...one, doneOn: on }))
    const [entry] = at === 0 ? await listLogOf(tx, target.rowId) : []
    if (entry) done(await correctLogEntry(tx, entry, { ...DONE[0], doneOn: on, words: `${DONE[0].words}: on Tuesday` }))
    return true
  })
}
