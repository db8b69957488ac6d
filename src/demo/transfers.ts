/** What was asked of agencies before, of the demo: one of every state, one of them late. */

import type { TransferAnswer } from '#rooms/assessment/index.ts'
import { answerTransfer, askTransfer, findTransfer, type Transfer, withdrawTransfer } from '#rooms/assessment/index.ts'
import { done, eachLed, type Led, onDay } from './caseloads.ts'
import type { DailyWork } from './daily-work.ts'
import { isKeptClose } from './opportunities.ts'

const ENDS: readonly (TransferAnswer | 'withdrawn' | undefined)[] = [
  'received',
  undefined,
  'nothing',
  'refused',
  'withdrawn',
]
const WORDS: Readonly<Record<TransferAnswer | 'withdrawn', string>> = {
  received:
    'Came to the breakfast club every day. A mentor of the sixth form helped with the forms; the bus pass was never settled.',
  nothing: 'They were on their list for two weeks and never came.',
  refused: 'They say only to a parent.',
  withdrawn: 'It was the school before that one',
}
/** From this place of a caseload on. */
const FIRST = 3

/** Asks for a transfer summary about some of three advisers' caseloads. */
export function furnishTransfers(work: DailyWork): Promise<void> {
  return eachLed(work, FIRST + ENDS.length, async led => {
    if (led.i < FIRST || (await isKeptClose(work, led.personId))) return
    const end = ENDS[led.i - FIRST]
    // One of each waits, and is late by now.
    await furnishOne({ ...led, work }, end, end === undefined ? 25 : 20)
  })
}

async function furnishOne(
  whose: Led & { readonly work: DailyWork },
  end: TransferAnswer | 'withdrawn' | undefined,
  daysAgo: number,
): Promise<void> {
  const { personId, accountId } = whose
  const id = await onDay(whose, daysAgo, async tx =>
    done(
      await askTransfer(tx, personId, accountId, {
        ...{ organisationId: null, fromName: 'Made-up Bradford youth service', whom: 'The duty desk, by phone' },
        ...{ asks: 'What helped, what was agreed, and what is still open', told: 'yes' },
      }),
    ),
  )
  if (end === undefined) return
  await onDay(whose, 8, async tx => {
    const asked: Transfer | undefined = await findTransfer(tx, id)
    if (!asked) throw new Error('the demo’s transfer summary cannot be seen')
    if (end === 'withdrawn') return done(await withdrawTransfer(tx, asked, WORDS[end]))
    const answer = { state: end, words: WORDS[end], saidBy: 'Made-up duty worker', part: 'assessment' } as const
    return done(await answerTransfer(tx, asked, answer))
  })
}
