/** Observations of the demo: a team leader's of an adviser's talks, a draft, given and answered, and the adviser's own review. */
import { addDays } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import { answerObservation, findObservation, giveObservation, writeObservation } from '#rooms/guidance/index.ts'
import { accountOf, done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

const MARKS = {
  rapport: { said: 'seen', words: 'They laughed twice, and talked more at the end' },
  'not-judging': { said: 'seen', words: '' },
  informed: { said: 'seen', words: 'Knew the dates of both colleges' },
  checks: { said: 'partly', words: 'Summed up, but did not ask what they take along' },
  challenge: { said: 'partly', words: '' },
  protocols: { said: 'seen', words: 'Said at the start what stays here and what does not' },
  sensitive: { said: 'seen', words: '' },
  cues: { said: 'not-seen', words: 'The long pause about home passed by' },
  advocacy: { said: 'not-applicable', words: '' },
} as const

/** Writes them down as whoever saw the talks. */
export async function furnishObservations(work: DailyWork): Promise<void> {
  const [dana, priya] = [accountOf(work, 'dana.example'), accountOf(work, 'priya.specimen')]
  const write = (observerId: AccountId, daysAgo: number, yearGroup: number | null) =>
    work.database.transaction(actingAs(work, observerId), async tx =>
      done(
        await writeObservation(
          tx,
          { observerId, observedId: dana },
          {
            ...{ onDay: addDays(tx.acting.today, -daysAgo), yearGroup, marks: MARKS },
            ...{ feedback: 'A calm talk that got somewhere (made up).', next: 'Stay with a pause for a while longer' },
          },
        ),
      ),
    )
  await write(priya, 1, 10)
  await give(work, priya, await write(priya, 4, 11))
  const answered = await write(priya, 30, 11)
  await give(work, priya, answered)
  await work.database.transaction(actingAs(work, dana), async tx => {
    const one = await findObservation(tx, answered)
    if (one) done(await answerObservation(tx, one, 'True about the pause: I was afraid to press. I try it next time.'))
  })
  await give(work, dana, await write(dana, 3, null))
}

async function give(work: DailyWork, by: AccountId, id: RowId): Promise<void> {
  await work.database.transaction(actingAs(work, by), async tx => {
    const one = await findObservation(tx, id)
    if (one) done(await giveObservation(tx, one))
  })
}
