/** A job for tests that counts: each number is written together with how far it is. */
import { setTimeout as pause } from 'node:timers/promises'
import { query } from '#ground/database/tx.ts'
import { defineJob } from '#ground/jobs/index.ts'

/** The table it counts into: made by a test, as the owner. */
export const COUNTED = `
  create table app.counted (n integer not null, attempt integer not null);
  grant select, insert on app.counted to connexions_app`

/** Counts from 1 to `ids.to`, resting `ids.rest` milliseconds after each number. */
export const countingJob = defineJob('test.count', {
  retry: { limit: 2, delaySeconds: 0 },
  handler: async job => {
    const total = Number(job.ids['to'])
    for (let n = ((job.progress.position as number | null) ?? 0) + 1; n <= total; n++) {
      await job.transaction(async tx => {
        await query(tx, 'insert into app.counted values ($1, $2)', [n, job.attempt])
        await job.save(tx, { step: 'counting', done: n, total, position: n })
      })
      await pause(Number(job.ids['rest']))
    }
  },
})
