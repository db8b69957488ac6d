/** The long work of this room, by name. */

import { asHouse, type Tx } from '#ground/database/tx.ts'
import { defineJob, type JobDefinition, send } from '#ground/jobs/index.ts'
import { LEFT_TO_THE_NIGHT } from './learning/store.ts'
import { findDuplicates } from './queue/actions.ts'
import { learnMatching, type SaidByPartners } from './weighing/learn.ts'
import { LEAST_PAIRS } from './weighing/learned.ts'
import { liveModel } from './weighing/live.ts'
import { hasMoreThan } from './weighing/store/models.ts'
import { findSetting } from './weighing/store/setting.ts'

export type MatchingJobs = { readonly learning: JobDefinition; readonly finding: JobDefinition }

export function matchingJobs(said: SaidByPartners): MatchingJobs {
  const finding = defineJob('matching.find', {
    once: true,
    background: true,
    expireMinutes: 240,
    handler: findDuplicates,
  })
  return {
    finding,
    learning: defineJob('matching.learn', {
      once: true,
      background: true,
      expireMinutes: 240,
      handler: async job => {
        // Lists that went in while the first model was learned each asked for one: by now there is one.
        if (job.ids['why'] === 'list' && (await job.transaction(tx => waitsForNight(tx))))
          return job.transaction(tx => job.save(tx, { step: LEFT_TO_THE_NIGHT }))
        await learnMatching(job, said)
        // What is known better now may show who is on record twice.
        await job.transaction(tx => send(tx, finding, {}))
      },
    }),
  }
}

/** From so many records on a model is worth learning; and from so many records or people on only at night, because it takes minutes of a processor. */
const LEAST_RECORDS = 200
const MOST_BY_DAY = 30_000
/** Learned anew by day when the records grew by a fifth. */
const GROWN = 1.2

/**
 * Asks for a new model after a list, where there is none that knows enough. Nothing while it is frozen.
 * @param said how many rows of partners are on record, and of how many people: without people on two lists there is nothing to learn
 */
export async function learnAfterList(
  tx: Tx,
  learning: JobDefinition,
  { records, people }: { readonly records: number; readonly people: number },
): Promise<void> {
  const { learned, frozen } = await asHouse(tx, 'is there a model', async worker => ({
    learned: (await liveModel(worker)).document.records,
    frozen: (await findSetting(worker)).frozenAt !== null,
  }))
  if (frozen || records < LEAST_RECORDS || records - people < LEAST_PAIRS || records < learned * GROWN) return
  if (await waitsForNight(tx, records)) return
  await send(tx, learning, { why: 'list' })
}

/** Whether there is a model, and so many rows or people on record that another one waits for the night: everybody is put into its index, on a list or not. */
function waitsForNight(tx: Tx, records = 0): Promise<boolean> {
  return asHouse(
    tx,
    'is there a model, and how many are there',
    async worker =>
      (await liveModel(worker)).document.records > 0 &&
      (records > MOST_BY_DAY || (await hasMoreThan(worker, MOST_BY_DAY))),
  )
}
