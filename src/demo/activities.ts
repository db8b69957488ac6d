/** What young people of the demo do beside what lists say, and starts that were agreed: ahead, due, put off, come about and not. */
import { addDays } from '#ground/day.ts'
import { bySelf } from '#rooms/people/index.ts'
import { agreeStart, answerStart, listStartsOn, setActivity } from '#rooms/tracking/index.ts'
import { done, eachLed, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

/** Whom it is about, by the place in a caseload; many of them are nobody's who is NEET. */
const FIRST = 5

type Kind = 'ahead' | 'due' | 'put-off' | 'started' | 'not-started' | 'neet' | 'working'
const KINDS: readonly Kind[] = ['ahead', 'due', 'put-off', 'started', 'not-started', 'neet', 'working']

/** Sets what some of three advisers' caseloads do, each as their adviser, on the young person's word some weeks ago. */
export function furnishActivities(work: DailyWork): Promise<void> {
  const today = work.clock.today()
  return eachLed(work, FIRST + KINDS.length, async led => {
    const kind = KINDS[led.i - FIRST]
    if (kind === undefined) return
    const by = { ...led, work }
    await onDay(by, 40, async tx => {
      const said = {
        organisationId: null,
        detail: '',
        startedOn: addDays(tx.acting.today, -3),
        verifiedOn: tx.acting.today,
      }
      const what = kind === 'working' ? { code: '360', detail: 'Made-up corner shop' } : { code: '619' }
      done(await setActivity(tx, led.personId, { ...said, ...what, verifiedBy: 'young-person' }, bySelf(tx)))
      if (kind === 'neet' || kind === 'working') return
      const days = kind === 'ahead' ? 60 : kind === 'due' ? 38 : 30
      const start = { code: '310', organisationId: null, detail: 'Made-up joinery', saidBy: 'employer' as const }
      done(await agreeStart(tx, led.personId, { ...start, startsOn: addDays(tx.acting.today, days) }))
    })
    if (kind !== 'put-off' && kind !== 'started' && kind !== 'not-started') return
    await onDay(by, 8, async tx => {
      const [start] = await listStartsOn(tx, led.personId)
      if (!start) throw new Error('nothing was agreed')
      const on = kind === 'put-off' ? addDays(today, 21) : null
      done(await answerStart(tx, start, { answer: kind, by: 'young-person', on }, bySelf(tx), null))
    })
  })
}
