/** Carries concerns that nobody read in time further, in every partnership, by the clock. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import { asHouse } from '#ground/database/tx.ts'
import type { Log } from '#ground/log.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { escalateUnread } from '#rooms/safeguarding/index.ts'
import { commandActing } from './acting.ts'

export type Escalating = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly everyMs?: number
}

/** Runs until stopped. Half a minute's delay is small against the quarter of an hour a concern may wait. */
export function startEscalating(escalating: Escalating): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await escalateAll(escalating).catch((trouble: Error) =>
        escalating.log.error({ kind: trouble.name }, 'carrying unread concerns further failed'),
      )
      await wait(escalating.everyMs ?? 30_000, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Carries everything further that is overdue now. Returns how many concerns. */
export async function escalateAll({ database, clock }: Pick<Escalating, 'database' | 'clock'>): Promise<number> {
  const partnerships = await database.transaction(commandActing(clock, 'escalating'), listPartnerships)
  let total = 0
  for (const { id } of partnerships)
    total += await database.transaction({ ...commandActing(clock, 'escalating', id), actorKind: 'clock' }, tx =>
      asHouse(tx, 'concerns that nobody read in time', escalateUnread),
    )
  return total
}
