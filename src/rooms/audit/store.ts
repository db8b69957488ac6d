import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import type { AccountId, AuditEventId, OrganisationId, PartnershipId, PersonId } from '#ground/ids.ts'
import type { ActorKind, AuditEvent, Outcome, SignedRoot } from './event.ts'
import { unpackPeaks } from './merkle.ts'

/** Adds an event with its payload and puts it in the sealer's queue: one round trip. */
export async function insertEvent(tx: Tx, event: AuditEvent, salt: Buffer, payload: string): Promise<void> {
  await sql`
    with event as (
      insert into audit_event (partnership_id, id, at, actor_kind, actor_id, organisation_id, action, outcome, person_ids, target_id, request_id, payload_hash)
      values (${event.partnershipId}, ${event.id}, ${event.at}, ${event.actorKind}, ${event.actorId}, ${event.organisationId}, ${event.action},
        ${event.outcome}, ${[...event.personIds]}::uuid[], ${event.targetId}, ${event.requestId}, ${event.payloadHash})
    ), payload as (
      insert into audit_payload (partnership_id, event_id, salt, payload) values (${event.partnershipId}, ${event.id}, ${salt}, ${payload})
    )
    insert into audit_pending (partnership_id, event_id) values (${event.partnershipId}, ${event.id})`.execute(tx.db)
}

type EventRow = {
  partnership_id: PartnershipId
  id: AuditEventId
  at: Instant
  actor_kind: ActorKind
  actor_id: string | null
  organisation_id: OrganisationId | null
  action: string
  outcome: Outcome
  person_ids: PersonId[]
  target_id: string | null
  request_id: string
  payload_hash: Buffer
}

const EVENT_COLUMNS = sql`e.partnership_id, e.id, e.at, e.actor_kind, e.actor_id, e.organisation_id, e.action, e.outcome, e.person_ids,
  e.target_id, e.request_id, e.payload_hash`

function fromRow(row: EventRow): AuditEvent {
  return {
    partnershipId: row.partnership_id,
    id: row.id,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    organisationId: row.organisation_id,
    action: row.action,
    outcome: row.outcome,
    personIds: row.person_ids,
    targetId: row.target_id,
    requestId: row.request_id,
    payloadHash: row.payload_hash,
  }
}

/** Waits for any other sealer of this partnership; the lock goes with the transaction. */
export async function lockSealing(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('audit-seal:' || ${tx.acting.partnershipId}, 0))`.execute(
    tx.db,
  )
}

/** Events not sealed yet, oldest id first. */
export async function listPending(tx: Tx, limit: number): Promise<AuditEvent[]> {
  const found = await sql<EventRow>`
    select ${EVENT_COLUMNS} from audit_pending p join audit_event e on e.partnership_id = p.partnership_id and e.id = p.event_id
    where p.partnership_id = ${tx.acting.partnershipId} order by p.event_id limit ${limit}`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** How many events still wait for the sealer. */
export async function countPending(tx: Tx): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select count(*)::int as waiting from audit_pending where partnership_id = ${tx.acting.partnershipId}`.execute(tx.db)
  return found.rows[0]?.waiting ?? 0
}

type RootRow = {
  partnership_id: PartnershipId
  epoch: number
  size: number
  root_hash: Buffer
  frontier: Buffer
  previous_hash: Buffer
  made_at: Instant
  key_id: string
  signature: Buffer
  reason: string | null
}

function rootFromRow(row: RootRow): SignedRoot {
  return {
    partnershipId: row.partnership_id,
    epoch: row.epoch,
    size: row.size,
    rootHash: row.root_hash,
    previousHash: row.previous_hash,
    madeAt: row.made_at,
    keyId: row.key_id,
    reason: row.reason,
    signature: row.signature,
    frontier: peaksOf(row),
  }
}

// The frontier is working state, not signed: one that cannot be right is left empty, and whoever goes by it finds that.
function peaksOf(row: RootRow): readonly Buffer[] {
  try {
    return unpackPeaks(row.size, row.frontier).peaks
  } catch {
    return []
  }
}

/** The newest signed root, or undefined before the first seal. */
export async function findLastRoot(tx: Tx): Promise<SignedRoot | undefined> {
  const found = await sql<RootRow>`
    select * from audit_root where partnership_id = ${tx.acting.partnershipId} order by epoch desc, size desc limit 1`.execute(
    tx.db,
  )
  return found.rows[0] && rootFromRow(found.rows[0])
}

/** All roots in the order they were made. */
export async function listRoots(tx: Tx): Promise<SignedRoot[]> {
  const found = await sql<RootRow>`
    select * from audit_root where partnership_id = ${tx.acting.partnershipId} order by epoch, size`.execute(tx.db)
  return found.rows.map(rootFromRow)
}

/** Saves one seal: the leaves at their positions, the root over them, and the queue emptied of them. */
export async function saveSeal(
  tx: Tx,
  root: SignedRoot,
  frontier: Buffer,
  leaves: readonly { position: number; eventId: AuditEventId; hash: Buffer }[],
): Promise<void> {
  await sql`
    insert into audit_leaf (partnership_id, epoch, position, event_id, leaf_hash)
    select ${root.partnershipId}, ${root.epoch}, * from unnest(${leaves.map(l => l.position)}::bigint[], ${leaves.map(l => l.eventId)}::uuid[],
      ${leaves.map(l => l.hash)}::bytea[])`.execute(tx.db)
  await sql`
    insert into audit_root (partnership_id, epoch, size, root_hash, frontier, previous_hash, made_at, key_id, signature, reason)
    values (${root.partnershipId}, ${root.epoch}, ${root.size}, ${root.rootHash}, ${frontier}, ${root.previousHash}, ${root.madeAt}, ${root.keyId},
      ${root.signature}, ${root.reason})`.execute(tx.db)
  await sql`
    delete from audit_pending where partnership_id = ${root.partnershipId} and event_id = any(${leaves.map(l => l.eventId)}::uuid[])`.execute(
    tx.db,
  )
}

/** One sealed position as it stands now: the event and payload may be gone or changed. */
export type SealedLeaf = {
  readonly position: number
  readonly eventId: AuditEventId
  readonly leafHash: Buffer
  readonly event: AuditEvent | undefined
  readonly payload: { readonly salt: Buffer; readonly text: string } | undefined
}

type LeafRow = EventRow & {
  position: number
  event_id: AuditEventId
  leaf_hash: Buffer
  salt: Buffer | null
  payload: string | null
}

/** Sealed positions from `from` on, in order. */
export async function listLeaves(tx: Tx, epoch: number, from: number, limit: number): Promise<SealedLeaf[]> {
  const found = await sql<LeafRow>`
    select l.position, l.event_id, l.leaf_hash, ${EVENT_COLUMNS}, p.salt, p.payload
    from audit_leaf l
    left join audit_event e on e.partnership_id = l.partnership_id and e.id = l.event_id
    left join audit_payload p on p.partnership_id = l.partnership_id and p.event_id = l.event_id
    where l.partnership_id = ${tx.acting.partnershipId} and l.epoch = ${epoch} and l.position >= ${from}
    order by l.position limit ${limit}`.execute(tx.db)
  return found.rows.map(row => ({
    position: row.position,
    eventId: row.event_id,
    leafHash: row.leaf_hash,
    event: row.id === null ? undefined : fromRow(row),
    payload: row.salt === null || row.payload === null ? undefined : { salt: row.salt, text: row.payload },
  }))
}

/** Events that are neither sealed nor waiting to be: somebody took them out of the queue. */
export async function countNeverSealed(tx: Tx): Promise<number> {
  const found = await sql<{ lost: number }>`
    select count(*)::int as lost from audit_event e
    where e.partnership_id = ${tx.acting.partnershipId}
      and not exists (select 1 from audit_leaf l where l.partnership_id = e.partnership_id and l.event_id = e.id)
      and not exists (select 1 from audit_pending p where p.partnership_id = e.partnership_id and p.event_id = e.id)`.execute(
    tx.db,
  )
  return found.rows[0]?.lost ?? 0
}

/** Who saw or changed one person's record, newest first. Row security decides whether the caller may ask. */
export async function listAbout(tx: Tx, personId: PersonId, limit: number): Promise<AuditEvent[]> {
  const found = await sql<EventRow>`
    select ${EVENT_COLUMNS} from audit_event e
    where e.partnership_id = ${tx.acting.partnershipId} and e.person_ids @> ${[personId]}::uuid[]
    order by e.at desc, e.id desc limit ${limit}`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** What one account did, newest first. */
export async function listBy(tx: Tx, accountId: AccountId, limit: number): Promise<AuditEvent[]> {
  const found = await sql<EventRow>`
    select ${EVENT_COLUMNS} from audit_event e
    where e.partnership_id = ${tx.acting.partnershipId} and e.actor_id = ${accountId} order by e.at desc, e.id desc limit ${limit}`.execute(
    tx.db,
  )
  return found.rows.map(fromRow)
}

/** The newest events of the partnership. */
export async function listRecent(tx: Tx, limit: number): Promise<AuditEvent[]> {
  const found = await sql<EventRow>`
    select ${EVENT_COLUMNS} from audit_event e where e.partnership_id = ${tx.acting.partnershipId} order by e.at desc, e.id desc limit ${limit}`.execute(
    tx.db,
  )
  return found.rows.map(fromRow)
}

/** How far the sealer is behind: how many events wait, and since when the oldest does. Runs as the worker. */
export async function findLag(tx: Tx): Promise<{ waiting: number; since: Instant | null }> {
  const found = await sql<{ waiting: number; since: Instant | null }>`
    select count(*)::int as waiting, min(e.at) as since from audit_pending p
    join audit_event e on e.partnership_id = p.partnership_id and e.id = p.event_id
    where p.partnership_id = ${tx.acting.partnershipId}`.execute(tx.db)
  return found.rows[0] ?? { waiting: 0, since: null }
}
