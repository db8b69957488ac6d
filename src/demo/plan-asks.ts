/** What partners of the demo were asked who own a step of a plan: one of every state. */
import type { Tx } from '#ground/database/tx.ts'
import { askPartner, findAsk, findPlan, listAskable, noteTold, openOf, withdrawAsk } from '#rooms/plans/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const MOST = 24
const WHO = 'Jo Made-up, who runs the yard'
const ENDS = ['yes', 'asked', 'no', 'withdrawn'] as const

/** Asks about the steps of three advisers' caseloads that partners own. */
export async function furnishPlanAsks(work: DailyWork): Promise<void> {
  let at = 0
  await eachLed(work, MOST, async led => {
    if (await askOne({ ...led, work }, ENDS[at % ENDS.length] as (typeof ENDS)[number])) at += 1
  })
}

/** Whether anything was asked: a colleague needs somebody who may read it. */
function askOne(whose: Led & { readonly work: DailyWork }, end: (typeof ENDS)[number]): Promise<boolean> {
  return onDay(whose, 2, async (tx, on) => {
    const { personId, accountId } = whose
    const target = openOf(await findPlan(tx, personId)).find(one => one.owner === 'partner')
    if (target === undefined) return false
    if (end === 'yes' || end === 'no') {
      const words = end === 'yes' ? 'From Tuesday, if they bring boots' : 'We have no room before spring'
      done(await noteTold(tx, target, accountId, { who: WHO, on, says: end, words }))
      return true
    }
    const [colleague] = await listAskable(tx, target, accountId)
    if (colleague === undefined) return false
    const id = done(await askPartner(tx, target, accountId, colleague.accountId))
    if (end === 'withdrawn') await takeBack(tx, id)
    return true
  })
}

async function takeBack(tx: Tx, id: Parameters<typeof findAsk>[1]): Promise<void> {
  const ask = await findAsk(tx, id)
  if (!ask) throw new Error('the demo’s ask cannot be seen')
  done(await withdrawAsk(tx, ask))
}
