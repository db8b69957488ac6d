/** Seals the audit of every partnership, at most every few seconds while there is something to seal. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '#ground/clock.ts'
import type { Database } from '#ground/database/open.ts'
import { asHouse } from '#ground/database/tx.ts'
import { INSTALLATION, type PartnershipId } from '#ground/ids.ts'
import type { Log } from '#ground/log.ts'
import { SEAL_BATCH, type SigningKey, sealPending } from '#rooms/audit/index.ts'
import { listPartnerships } from '#rooms/directory/index.ts'
import { commandActing } from './acting.ts'

export type Sealing = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly key: SigningKey
  readonly everyMs?: number
}

/** Runs until stopped; what waits at the stop is sealed first. */
export function startSealing(sealing: Sealing): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sealAll(sealing).catch((trouble: Error) =>
        sealing.log.error({ kind: trouble.name }, 'sealing the audit failed'),
      )
      await wait(sealing.everyMs ?? 15_000, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
    await sealAll(sealing).catch((trouble: Error) =>
      sealing.log.error({ kind: trouble.name }, 'the last sealing failed'),
    )
  })()
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

/** Seals everything that waits, in every partnership and the installation. Returns how many events. */
export async function sealAll({ database, clock, key }: Omit<Sealing, 'log'>): Promise<number> {
  const partnerships = await database.transaction(commandActing(clock, 'sealing'), listPartnerships)
  let total = 0
  for (const id of [INSTALLATION, ...partnerships.map(p => p.id)]) total += await sealOne(database, clock, key, id)
  return total
}

async function sealOne(database: Database, clock: Clock, key: SigningKey, id: PartnershipId): Promise<number> {
  let total = 0
  for (;;) {
    const sealed = await database.transaction({ ...commandActing(clock, 'sealing', id), actorKind: 'clock' }, tx =>
      asHouse(tx, 'sealing the audit', worker => sealPending(worker, key)),
    )
    total += sealed
    if (sealed < SEAL_BATCH) return total
  }
}
