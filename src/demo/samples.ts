/** Samples of the demo: one of assessments with a piece of every state and one rated anew, and one of plans that is over. */
import type { Tx } from '#ground/database/tx.ts'
import { addDays } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import {
  answerOne,
  askSecond,
  closeOne,
  criteriaOn,
  drawSample,
  findReading,
  listReadings,
  rateAnew,
  readOne,
} from '#rooms/guidance/index.ts'
import { sampleParts } from '../house-samples.ts'
import { accountOf, done } from './caseloads.ts'
import { actingAs, type DailyWork } from './daily-work.ts'

type What = 'assessment' | 'plan'

/** Draws and looks at them as the leader, answers as whose work it is. */
export async function furnishSamples(work: DailyWork): Promise<void> {
  const priya = accountOf(work, 'priya.specimen')
  const as = <T>(who: AccountId, does: (tx: Tx) => Promise<T>) => work.database.transaction(actingAs(work, who), does)
  const assessments = await drawn(work, priya, 'assessment', 7, 5)
  const [first, second, third] = await as(priya, tx => listReadings(tx, assessments))
  if (!first || !second || !third) throw new Error('the demo’s sample of assessments is too small')
  for (const one of [first, second]) await read(work, priya, one.rowId, 'assessment')
  await answer(work, first.rowId)
  await as(priya, async tx => {
    const again = await one(tx, first.rowId)
    done(await askSecond(tx, again, priya))
    const levels = (await sampleParts.ratedIn(tx, again.subjectId)).map(({ factor, level }, i) => [
      factor,
      Math.min(5, Math.max(1, (level ?? 3) + (i % 3) - 1)),
    ])
    done(await rateAnew(tx, sampleParts, await one(tx, first.rowId), Object.fromEntries(levels)))
    done(await closeOne(tx, await one(tx, third.rowId), 'It was looked at together last week (made up)'))
  })
  const plans = await drawn(work, priya, 'plan', 30, 2)
  for (const { rowId } of await as(priya, tx => listReadings(tx, plans))) {
    await read(work, priya, rowId, 'plan')
    await answer(work, rowId)
  }
}

async function one(tx: Tx, id: RowId) {
  const found = await findReading(tx, id)
  if (!found) throw new Error('the demo’s reading is not to be seen')
  return found
}

function drawn(work: DailyWork, by: AccountId, what: What, daysAgo: number, wanted: number): Promise<RowId> {
  return work.database.transaction(actingAs(work, by), async tx => {
    const [team] = await sampleParts.teamsLed(tx, by)
    if (!team) throw new Error('the demo’s leader leads no team')
    const month = addDays(tx.acting.today, -daysAgo)
    return done(await drawSample(tx, sampleParts, by, { teamId: team.id, what, month, wanted, seed: `demo-${what}` }))
  })
}

async function read(work: DailyWork, by: AccountId, id: RowId, what: What): Promise<void> {
  await work.database.transaction(actingAs(work, by), async tx => {
    const list = criteriaOn(tx.acting.today).of[what]
    const marks = Object.fromEntries(
      list.map((criterion, i) => [
        criterion,
        { said: i === 1 ? ('part' as const) : ('yes' as const), words: i === 1 ? 'Of some, not of all (made up)' : '' },
      ]),
    )
    done(await readOne(tx, await one(tx, id), { marks, words: 'Careful work (made up).' }))
  })
}

/** As whose work it is. */
async function answer(work: DailyWork, id: RowId): Promise<void> {
  const { adviserId } = await work.database.transaction(actingAs(work, accountOf(work, 'priya.specimen')), tx =>
    one(tx, id),
  )
  await work.database.transaction(actingAs(work, adviserId), async tx => {
    const said = { answer: 'True. I had asked, and did not write it down.', changed: 'I ask the next time we meet.' }
    done(await answerOne(tx, await one(tx, id), said))
  })
}
