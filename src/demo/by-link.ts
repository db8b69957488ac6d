/** What is done in the demo by somebody without an account, who opened a secure link. */
import type { Tx } from '#ground/database/tx.ts'
import { asNobodyIn, enterLink, type Link, type MadeLink, whoOpened } from '#rooms/sharing/index.ts'
import { commandActing } from '../acting.ts'
import { done } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'

/** Gives the code of a link, and does something as whoever it was made for. */
export async function byLink<T>(
  work: DailyWork,
  made: MadeLink,
  today: Tx['acting']['today'],
  does: (tx: Tx, link: Link) => Promise<T>,
): Promise<T> {
  const acting = { ...commandActing(work.clock, 'demo', work.partnershipId), today }
  const { link } = await work.database.transaction({ ...acting, ...asNobodyIn(work.partnershipId) }, async tx =>
    done(await enterLink(tx, made.token, made.code)),
  )
  return work.database.transaction({ ...acting, ...whoOpened(work.partnershipId, link) }, tx => does(tx, link))
}
