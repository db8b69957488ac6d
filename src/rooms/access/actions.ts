import type { Tx } from '#ground/database/tx.ts'
import type { GrantId, PersonId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import { fromBits, type RecordClass } from './classes.ts'
import type { NewGrant } from './grant.ts'
import { endBarriers, endGrantById, findBitsOn, insertBarrier, insertGrant } from './store.ts'

/** Opens a grant and writes it down. The caller's room has decided that it is right. */
export async function openGrant(tx: Tx, grant: NewGrant): Promise<GrantId> {
  const id = await insertGrant(tx, grant)
  await record(tx, {
    action: 'access.opened',
    about: grant.scope.kind === 'person' ? [grant.scope.personId] : [],
    target: id,
    payload: {
      holder: grant.holderId,
      scope: grant.scope,
      classes: grant.classes,
      basis: grant.basis,
      source: grant.source,
      why: grant.reason ?? '',
      ...(grant.since == null ? {} : { since: grant.since }),
      ...(grant.until == null ? {} : { until: grant.until }),
    },
  })
  return id
}

/** Ends a grant and writes it down; nothing happens when it had ended. */
export async function endGrant(tx: Tx, id: GrantId, reason: string, about: readonly PersonId[] = []): Promise<void> {
  if (await endGrantById(tx, id, reason))
    await record(tx, { action: 'access.ended', about, target: id, payload: { why: reason } })
}

/** The classes the acting holders may see of a person; empty where they may not know of them. */
export async function classesOn(tx: Tx, personId: PersonId): Promise<ReadonlySet<RecordClass>> {
  return new Set(fromBits(await findBitsOn(tx, personId)))
}

/**
 * Restricts a record (K4): from now only people named by a grant that carries the restricted class can know it exists.
 * With a holder: shuts that one account or organisation out (a parent, a colleague, staff's own family).
 */
export async function setBarrier(
  tx: Tx,
  personId: PersonId,
  barrier: { holderId: string | null; reason: string },
): Promise<void> {
  const madeBy = tx.acting.actorKind === 'account' ? (tx.acting.actorId as NewGrant['madeBy']) : null
  await insertBarrier(tx, { personId, holderId: barrier.holderId, reason: barrier.reason, madeBy: madeBy ?? null })
  await record(tx, {
    action: 'access.barred',
    about: [personId],
    payload: { holder: barrier.holderId, why: barrier.reason },
  })
}

/** Lifts a barrier again. */
export async function liftBarrier(tx: Tx, personId: PersonId, holderId: string | null, reason: string): Promise<void> {
  if ((await endBarriers(tx, personId, holderId)) > 0)
    await record(tx, { action: 'access.unbarred', about: [personId], payload: { holder: holderId, why: reason } })
}
