/** The long work of this room, by name. */

import { asHouse, type Tx } from '#ground/database/tx.ts'
import { defineJob, type JobDefinition, send } from '#ground/jobs/index.ts'
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
  const { learned, frozen, isLarge } = await asHouse(tx, 'is there a model', async worker => ({
    learned: (await liveModel(worker)).document.records,
    frozen: (await findSetting(worker)).frozenAt !== null,
    // Everybody is put into the index of a new model, on a list or not.
    isLarge: records > MOST_BY_DAY || (await hasMoreThan(worker, MOST_BY_DAY)),
  }))
  if (frozen || records < LEAST_RECORDS || records - people < LEAST_PAIRS || records < learned * GROWN) return
  if (learned > 0 && isLarge) return
  await send(tx, learning, { why: 'list' })
}
