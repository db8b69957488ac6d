/** Links of the demo by which a place without accounts tells: one nobody opened, one that was told by, for whoever learns at such a place and somebody leads for. */
import { addDays } from '#ground/day.ts'
import { listLinkPlaces, makePlaceLink, openPlaceLink, tellByLink } from '#rooms/tracking/index.ts'
import { absencePeople as house } from '../house-absences.ts'
import { byLink } from './by-link.ts'
import { done, eachLed, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

/** How many of a caseload are looked through for somebody who learns where nobody has an account. */
const LOOKED_THROUGH = 30
const EACH = 2
const DAYS_AGO = 3

/** Makes two links for each of three caseloads; by one of them the place has told. */
export async function furnishAbsenceLinks(work: DailyWork): Promise<void> {
  const made = new Map<string, number>()
  await eachLed(work, LOOKED_THROUGH, async led => {
    const before = made.get(led.accountId) ?? 0
    if (before >= EACH || (await isKeptClose(work, led.personId))) return
    const link = await onDay({ ...led, work }, DAYS_AGO, async tx => {
      const [place] = await listLinkPlaces(tx, led.personId)
      const of = { personId: led.personId, madeBy: led.accountId }
      return place && makePlaceLink(tx, of, { place, forName: 'Tam Madeuptutor, tutor' })
    })
    if (!link) return
    made.set(led.accountId, before + 1)
    if (before > 0) return
    await byLink(work, link, addDays(work.clock.today(), -DAYS_AGO + 1), async (tx, opened) => {
      const behind = await openPlaceLink(tx, house, opened)
      if (!behind) throw new Error('the demo’s link of a place does not open')
      done(
        await tellByLink(tx, house, behind, {
          kind: 'absent',
          lastSeenOn: addDays(tx.acting.today, -4),
          reason: 'money-or-travel',
          words: 'Says the bus fare is too much since it went up',
          tried: 'Rang twice, and met them in town',
        }),
      )
    })
  })
}
