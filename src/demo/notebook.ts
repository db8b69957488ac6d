/** A notebook in the demo: what one adviser took along, and two notes that came from it, one by a clock that was wrong. */
import { addMs } from '#ground/clock.ts'
import { partsOf } from '#ground/day.ts'
import { newId } from '#ground/ids.ts'
import { findOwnPack, takeAlong, takeNoteIn } from '#rooms/sessions/index.ts'
import { sessionsHouse } from '../house-sessions.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const HOUR_MS = 3600_000
const SAID = ['They rang while I was between two villages.', 'They rang again, about the bus.']

/** Takes the caseload of an adviser along and sends two notes: about the last of it, who have least on their records yet. */
export async function furnishNotebook(work: DailyWork): Promise<void> {
  const accountId = work.accounts.get('mair.sample@partnership.example')
  if (accountId === undefined) throw new Error('the demo has no mair.sample')
  await work.database.transaction(actingAs(work, accountId), async tx => {
    const { at, today } = tx.acting
    const taker = { accountId, organisationId: work.service, sessionId: newId<'session'>(at) }
    const taken = await takeAlong(tx, sessionsHouse, taker)
    const pack = await findOwnPack(tx, taken.token, accountId)
    if (!pack) throw new Error('the demo’s notebook is not there')
    const { dayOfMonth, month, year } = partsOf(today)
    const on = { 'on-day': String(dayOfMonth), 'on-month': String(month), 'on-year': String(year) }
    for (const [nth, { personId }] of taken.people.slice(-SAID.length).entries()) {
      const sent = await takeNoteIn(tx, sessionsHouse, pack, {
        key: `0d3a${nth}b52-7c1e-4f60-8a9b-3c5d7e9f1a2b`,
        personId,
        // The second device is half a day ahead.
        writtenAt: addMs(at, nth * 12 * HOUR_MS),
        isAsked: nth > 0,
        fields: { ...on, kind: 'phone', purpose: 'support', outcome: 'done', notes: SAID[nth] ?? '' },
      })
      if (sent.outcome !== 'kept') throw new Error(`the demo was refused: ${sent.outcome}`)
    }
  })
}
