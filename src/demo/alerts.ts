/** Alerts of the demo: one that is late to be looked at, one that comes up, one the young person does not know of yet, one kept from them. */
import { addDays } from '#ground/day.ts'
import { setAlert } from '#rooms/people/index.ts'
import { eachLed, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

const ALERTS = [
  { kind: 'care', firstWords: 'Go in pairs to the home address.', told: 'yes', inDays: -4 },
  { kind: 'note', firstWords: 'Ring after four: mornings they sleep.', told: 'yes', inDays: 12 },
  { kind: 'note', firstWords: 'Bring letters in large print.', told: 'not-yet', inDays: 60 },
  { kind: 'care', firstWords: 'Meet at the library, not at home.', told: 'withheld', inDays: 20 },
] as const

/** Sets alerts on a few of three advisers' caseloads, each as the adviser, three months ago. */
export function furnishAlerts(work: DailyWork): Promise<void> {
  return eachLed(work, ALERTS.length * 2, async led => {
    const alert = ALERTS[Math.floor(led.i / 2)]
    // Every second one, so that most records have none.
    if (alert === undefined || led.i % 2 === 1) return
    await onDay({ ...led, work }, 90, tx =>
      setAlert(tx, led.personId, {
        kind: alert.kind,
        firstWords: alert.firstWords,
        words: '',
        finishedOn: null,
        from: 'staff',
        review: {
          reviewOn: addDays(work.clock.today(), alert.inDays),
          reviewerId: led.accountId,
          told: alert.told,
          toldWhy: alert.told === 'withheld' ? 'Whoever reads it at home would ask why' : '',
        },
      }),
    )
  })
}
