import type { Tx } from '#ground/database/tx.ts'
import type { GrantId, PersonId, RowId } from '#ground/ids.ts'
import { record } from '#rooms/audit/index.ts'
import type { BarrierGround, BarrierKind } from './barrier.ts'
import { fromBits, type RecordClass } from './classes.ts'
import type { NewGrant } from './grant.ts'
import {
  endBarriers,
  endGrantById,
  findBitsOn,
  insertBarrier,
  insertGrant,
  listBarriers,
  listBitsOn,
  listGrantsOn,
} from './store.ts'

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

/** The same of several, in one question; none for those who may not be known. */
export async function classesOnEach(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ReadonlySet<RecordClass>>> {
  if (personIds.length === 0) return new Map()
  return new Map((await listBitsOn(tx, personIds)).map(one => [one.personId, new Set(fromBits(one.bits))]))
}

/**
 * Sets a barrier (K4). Without a holder it restricts the record: from now only people named by a grant that carries the
 * restricted class can know it exists. With a holder it shuts that one account or organisation out (a parent, a colleague,
 * staff's own family). `whereabouts` notes that the address is protected: the rows carry it by their class.
 */
export async function setBarrier(
  tx: Tx,
  personId: PersonId,
  barrier: { holderId: string | null; reason: string; ground?: BarrierGround; whereabouts?: true },
): Promise<RowId> {
  const madeBy = tx.acting.actorKind === 'account' ? (tx.acting.actorId as NewGrant['madeBy']) : null
  const kind = barrier.whereabouts ? 'whereabouts' : barrier.holderId === null ? 'restricted' : 'shut-out'
  const ground = barrier.ground ?? 'other'
  const id = await insertBarrier(tx, {
    personId,
    kind,
    holderId: barrier.holderId,
    ground,
    reason: barrier.reason,
    madeBy: madeBy ?? null,
  })
  await record(tx, {
    action: 'access.barred',
    about: [personId],
    target: id,
    payload: { kind, holder: barrier.holderId, ground, why: barrier.reason },
  })
  return id
}

/** Lifts the restriction of a record, or, with a holder, lets that one in again. */
export async function liftBarrier(tx: Tx, personId: PersonId, holderId: string | null, reason: string): Promise<void> {
  await lift(tx, personId, { kind: holderId === null ? 'restricted' : 'shut-out', holderId, reason })
}

/** Lifts the note that an address is protected; the rows are for the room of people. */
export async function liftWhereabouts(tx: Tx, personId: PersonId, reason: string): Promise<void> {
  await lift(tx, personId, { kind: 'whereabouts', holderId: null, reason })
}

/**
 * Of some accounts or organisations, those whom no barrier keeps from knowing of somebody (K4): of a restricted record those who are named for it alone,
 * and nobody who is shut out. Asked as the house.
 */
export async function listUnbarred<Holder extends string>(
  worker: Tx,
  personId: PersonId,
  holders: readonly Holder[],
): Promise<Holder[]> {
  const barriers = await listBarriers(worker, personId)
  const shut = new Set(
    barriers.flatMap(one => (one.kind === 'shut-out' && one.holderId !== null ? [one.holderId] : [])),
  )
  const open = holders.filter(one => !shut.has(one))
  if (!barriers.some(one => one.kind === 'restricted')) return open
  const grants = await listGrantsOn(worker, personId)
  return open.filter(one => grants.some(g => g.holderId === one && g.classes.includes('restricted')))
}

type RowOf = { readonly personId: PersonId; readonly classBit: number }

/** Accounts and organisations whose rights reach a row of a class about somebody, whatever barriers there are. Asked as the house. */
export async function holdersOf(worker: Tx, { personId, classBit }: RowOf): Promise<ReadonlySet<string>> {
  const [needed] = fromBits(classBit)
  const grants = await listGrantsOn(worker, personId)
  return new Set(grants.flatMap(g => (needed !== undefined && g.classes.includes(needed) ? [g.holderId] : [])))
}

/**
 * Of some accounts, those who see a row of a class about somebody and whom no barrier keeps from knowing of them (K4, K6): who may be told of it, in the
 * order given. Asked as the house.
 */
export async function listSeeing<Holder extends string>(
  worker: Tx,
  of: RowOf,
  candidates: readonly Holder[],
): Promise<Holder[]> {
  const holders = await holdersOf(worker, of)
  const seeing = [...new Set(candidates)].filter(one => holders.has(one))
  return listUnbarred(worker, of.personId, seeing)
}

type Seat = { readonly accountId: string; readonly organisationId: string }

/**
 * Of some colleagues, those who see everything a row tells of somebody, by their own rights or their organisation's, and whom no barrier keeps from knowing of
 * them (K4, K6): who may be asked about it, in the order given. Asked as the house.
 * @param of the classes the row tells of, all of which must be seen
 */
export async function colleaguesSeeing<One extends Seat>(
  worker: Tx,
  of: { readonly personId: PersonId; readonly classBits: readonly number[] },
  candidates: readonly One[],
): Promise<One[]> {
  const [barriers, grants] = [await listBarriers(worker, of.personId), await listGrantsOn(worker, of.personId)]
  const isRestricted = barriers.some(one => one.kind === 'restricted')
  const needed = [...of.classBits.flatMap(fromBits), ...(isRestricted ? (['restricted'] as const) : [])]
  return candidates.filter(({ accountId, organisationId }) => {
    const own = [accountId, organisationId]
    if (barriers.some(one => one.kind === 'shut-out' && own.includes(one.holderId ?? ''))) return false
    const held = new Set(grants.filter(g => own.includes(g.holderId)).flatMap(g => g.classes))
    return needed.every(name => held.has(name))
  })
}

async function lift(
  tx: Tx,
  personId: PersonId,
  barrier: { kind: BarrierKind; holderId: string | null; reason: string },
): Promise<void> {
  if ((await endBarriers(tx, personId, barrier)) === 0) return
  await record(tx, {
    action: 'access.unbarred',
    about: [personId],
    payload: { kind: barrier.kind, holder: barrier.holderId, why: barrier.reason },
  })
}
