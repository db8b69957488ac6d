/** Visits of the demo: planned, out, not back in time (so that the clock tells the buddy, then the leader), back, found safe, not gone; and a near miss. */
import { addMs, timeOf } from '#ground/clock.ts'
import type { AccountId } from '#ground/ids.ts'
import {
  endVisit,
  findAppointment,
  findVisit,
  goOut,
  planVisit,
  recordNearMiss,
  setAppointment,
} from '#rooms/sessions/index.ts'
import { done, eachLed, type Led } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

/** Two of each adviser in turn. */
const KINDS = ['out', 'back', 'late', 'found-safe', 'planned', 'called-off'] as const
const EACH = 2
/** Past those whose meetings stand in the diary already. */
const FIRST = 36
const MINUTE_MS = 60_000

/** Writes down visits of three advisers' caseloads, and what nearly went wrong. */
export async function furnishVisits(work: DailyWork): Promise<void> {
  let made = 0
  await eachLed(work, FIRST + EACH, async led => {
    const kind = led.i < FIRST ? undefined : KINDS[made++]
    if (kind !== undefined) await furnishOne(work, led, kind)
  })
  const dana = buddyOf(work, undefined)
  await work.database.transaction(actingAs(work, dana), async tx => {
    const said = { happenedOn: tx.acting.today, what: 'A dog ran loose in the yard. I stayed in the car and rang.' }
    done(await recordNearMiss(tx, dana, { ...said, learned: 'We ask about animals when we arrange a visit.' }))
  })
}

async function furnishOne(work: DailyWork, led: Led, kind: (typeof KINDS)[number]): Promise<void> {
  const now = work.clock.now()
  // Not back in time in a minute: then one sees the clock tell the buddy, and the leader.
  const isLate = kind === 'late'
  const backBy = addMs(now, (isLate ? 1 : 90) * MINUTE_MS)
  const id = await work.database.transaction(actingAs(work, led.accountId), async tx => {
    const appointment = done(
      await setAppointment(tx, led.personId, led.accountId, {
        arrangement: {
          onDay: tx.acting.today,
          atTime: timeOf(now),
          minutes: 45,
          kind: 'home-visit',
          place: '',
          room: null,
          needs: '',
          purpose: 'support',
          aim: 'See how things are at home',
          method: '',
          bring: '',
          others: '',
          toldHow: 'phone',
          toldOn: tx.acting.today,
          isRestricted: false,
        },
        keepsBoth: true,
        insteadOf: null,
      }),
    )
    const known = await findAppointment(tx, appointment)
    if (!known) throw new Error('the demo does not see what it arranged')
    return done(
      await planVisit(tx, known, led.accountId, {
        buddyId: buddyOf(work, led.accountId),
        lookedAt: ['record', 'alerts', 'others'],
        goes: kind === 'planned' ? 'in-pairs' : 'alone',
        companion: kind === 'planned' ? 'A made-up youth worker' : '',
        whereabouts: 'Sampleton, near the station',
        reach: '01422 000000',
        phrase: 'Please move my four o’clock',
        backBy,
        alarmMinutes: isLate ? 5 : 15,
      }),
    )
  })
  await work.database.transaction(actingAs(work, led.accountId), async tx => {
    const visit = await findVisit(tx, id)
    if (!visit || kind === 'planned') return
    if (kind === 'called-off') return void done(await endVisit(tx, visit, 'called-off', ''))
    await goOut(tx, visit)
    if (kind === 'back') done(await endVisit(tx, visit, 'back', ''))
    if (kind === 'found-safe') done(await endVisit(tx, visit, 'found-safe', 'Rang, spoke to them'))
  })
}

/** One of two who wait for each other. */
function buddyOf(work: DailyWork, accountId: AccountId | undefined): AccountId {
  const [dana, imran] = ['dana.example', 'imran.demo'].map(name => work.accounts.get(`${name}@partnership.example`))
  const buddy = dana === accountId ? imran : dana
  if (buddy === undefined) throw new Error('the demo has nobody to wait')
  return buddy
}
