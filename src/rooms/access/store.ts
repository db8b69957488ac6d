import { sql } from 'kysely'
import type { Instant } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { type GrantId, type GroupId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Barrier, BarrierKind } from './barrier.ts'
import { fromBits, toBits } from './classes.ts'
import type { Basis, Grant, GrantSource, NewGrant, Right } from './grant.ts'

/** Opens a grant through a definer function, which demands a source and an end after the beginning (now, unless it is set ahead). Returns its id. */
export async function insertGrant(tx: Tx, grant: NewGrant): Promise<GrantId> {
  const id = newId<'grant'>(tx.acting.at)
  const { scope } = grant
  await sql`select open_grant_from(${id}::uuid, ${scope.kind}, ${scope.kind === 'person' ? scope.personId : null}::uuid,
    ${scope.kind === 'group' ? scope.groupId : null}::uuid, ${grant.holderId}::uuid, ${toBits(grant.classes)}::int, ${grant.basis}, ${grant.source},
    ${grant.reason ?? ''}, ${grant.madeBy ?? null}::uuid, ${grant.since ?? null}::timestamptz, ${grant.until ?? null}::timestamptz)`.execute(
    tx.db,
  )
  return id
}

/** Ends a grant now. False when it had ended already. */
export async function endGrantById(tx: Tx, id: GrantId, reason: string): Promise<boolean> {
  const found = await sql<{ ended: boolean }>`select end_grant(${id}::uuid, ${reason}) as ended`.execute(tx.db)
  return found.rows[0]?.ended ?? false
}

const LIVE = (tx: Tx) => sql`g.started_at <= ${tx.acting.at} and (g.ended_at is null or g.ended_at > ${tx.acting.at})`

/** Ends every live grant of one source held on a person (by one holder, when given). Returns how many. */
export async function endGrantsAbout(
  tx: Tx,
  about: { personId: PersonId; source: GrantSource; holderId?: string },
  reason: string,
): Promise<number> {
  const found = await sql<{ ended: boolean }>`
    select end_grant(g.id, ${reason}) as ended from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.person_id = ${about.personId} and g.source = ${about.source}
      and (${about.holderId ?? null}::uuid is null or g.holder_id = ${about.holderId ?? null}::uuid) and ${LIVE(tx)}`.execute(
    tx.db,
  )
  return found.rows.length
}

/** Ends every live grant a holder has from one source, on whatever scope. */
export async function endGrantsHeld(
  tx: Tx,
  held: { holderId: string; source?: GrantSource },
  reason: string,
): Promise<number> {
  const found = await sql<{ ended: boolean }>`
    select end_grant(g.id, ${reason}) as ended from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.holder_id = ${held.holderId}
      and (${held.source ?? null}::text is null or g.source = ${held.source ?? null}) and ${LIVE(tx)}`.execute(tx.db)
  return found.rows.length
}

/** Ends what a holder (or anybody, when none is given) holds on a group from one source, also what has not begun. Returns the grants. */
export async function endGrantsOnGroup(
  tx: Tx,
  on: { groupId: GroupId; source: GrantSource; holderId?: string },
  reason: string,
): Promise<GrantId[]> {
  const found = await sql<{ id: GrantId; ended: boolean }>`
    select g.id, end_grant(g.id, ${reason}) as ended from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.group_id = ${on.groupId} and g.source = ${on.source}
      and (${on.holderId ?? null}::uuid is null or g.holder_id = ${on.holderId ?? null}::uuid)
      and (g.ended_at is null or g.ended_at > ${tx.acting.at})`.execute(tx.db)
  return found.rows.filter(row => row.ended).map(row => row.id)
}

type GrantRow = {
  id: GrantId
  scope: 'person' | 'group' | 'partnership'
  group_id: GroupId | null
  holder_id: string
  classes: number
  basis: Basis
  source: GrantSource
  reason: string
  started_at: Instant
  ended_at: Instant | null
}

function fromRow(row: GrantRow): Grant {
  return {
    id: row.id,
    scope: row.scope,
    groupId: row.group_id,
    holderId: row.holder_id,
    classes: fromBits(row.classes),
    basis: row.basis,
    source: row.source,
    reason: row.reason,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  }
}

/** Every live grant that opens anything of a person, to whomever: the answer to "Who can see me?". */
export async function listGrantsOn(tx: Tx, personId: PersonId): Promise<Grant[]> {
  const found = await sql<GrantRow>`
    select g.id, g.scope, g.group_id, g.holder_id, g.classes, g.basis, g.source, g.reason, g.started_at, g.ended_at
    from (
      select * from access_grant where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId}
      union all select * from access_grant where partnership_id = ${tx.acting.partnershipId} and person_id is null and scope = 'partnership'
      union all select h.* from access_member m
        join access_grant h on h.partnership_id = m.partnership_id and h.group_id = m.group_id and h.scope = 'group'
        where m.partnership_id = ${tx.acting.partnershipId} and m.person_id = ${personId}
          and m.started_at <= ${tx.acting.at} and (m.ended_at is null or m.ended_at > ${tx.acting.at})
    ) g where ${LIVE(tx)}
    order by g.started_at, g.id`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** Every right there ever was over a person, to whomever; in a group, for as long as both lasted. */
export async function listRightsOver(tx: Tx, personId: PersonId): Promise<Right[]> {
  const found = await sql<Right>`
    select g.holder_id as "holderId", g.scope, g.started_at as "startedAt", g.ended_at as "endedAt" from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.person_id = ${personId}
    union all
    select g.holder_id, g.scope, g.started_at, g.ended_at from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.person_id is null and g.scope = 'partnership'
    union all
    select g.holder_id, g.scope, greatest(g.started_at, m.started_at), least(g.ended_at, m.ended_at) from access_member m
    join access_grant g on g.partnership_id = m.partnership_id and g.group_id = m.group_id and g.scope = 'group'
    where m.partnership_id = ${tx.acting.partnershipId} and m.person_id = ${personId}`.execute(tx.db)
  return found.rows
}

/** The live grants a holder has on a scope wider than a person. */
export async function listGrantsHeld(tx: Tx, holderId: string): Promise<Grant[]> {
  const found = await sql<GrantRow>`
    select g.id, g.scope, g.group_id, g.holder_id, g.classes, g.basis, g.source, g.reason, g.started_at, g.ended_at
    from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.holder_id = ${holderId} and g.person_id is null and ${LIVE(tx)}
    order by g.started_at, g.id`.execute(tx.db)
  return found.rows.map(fromRow)
}

/** Puts people into a group (a team's caseload, a roll, a list); those in it already stay as they are. Returns the places that are new. */
export async function insertMembers(tx: Tx, groupId: GroupId, personIds: readonly PersonId[]): Promise<RowId[]> {
  if (personIds.length === 0) return []
  const ids = personIds.map(() => newId<'row'>(tx.acting.at))
  const added = await sql<{ id: RowId }>`
    insert into access_member (partnership_id, id, group_id, person_id, started_at)
    select ${tx.acting.partnershipId}, n.id, ${groupId}, n.person_id, ${tx.acting.at}
    from unnest(${ids}::uuid[], ${[...personIds]}::uuid[]) n (id, person_id)
    on conflict (partnership_id, group_id, person_id) where ended_at is null do nothing
    returning id`.execute(tx.db)
  return added.rows.map(row => row.id)
}

/** Takes people out of a group now. Returns the places that ended. */
export async function endMembers(tx: Tx, groupId: GroupId, personIds: readonly PersonId[]): Promise<RowId[]> {
  if (personIds.length === 0) return []
  const ended = await sql<{ id: RowId }>`
    update access_member set ended_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and group_id = ${groupId} and person_id = any(${[...personIds]}::uuid[]) and ended_at is null
    returning id`.execute(tx.db)
  return ended.rows.map(row => row.id)
}

/** Ends somebody's place in every group, and every right held on them alone. Returns how many rights. */
export async function endEverythingOn(tx: Tx, personId: PersonId, reason: string): Promise<number> {
  await sql`
    update access_member set ended_at = ${tx.acting.at}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and ended_at is null`.execute(tx.db)
  const found = await sql<{ ended: boolean }>`
    select end_grant(g.id, ${reason}) as ended from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.person_id = ${personId} and ${LIVE(tx)}`.execute(tx.db)
  return found.rows.length
}

/** Sets a barrier: `restricted` shuts a record to all but named people, `shut-out` shuts one holder out of it. */
export async function insertBarrier(
  tx: Tx,
  barrier: Pick<Barrier, 'personId' | 'kind' | 'holderId' | 'ground' | 'reason' | 'madeBy'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await sql`
    insert into access_barrier (partnership_id, id, kind, person_id, holder_id, ground, reason, made_by, started_at)
    values (${tx.acting.partnershipId}, ${id}, ${barrier.kind}, ${barrier.personId}, ${barrier.holderId}, ${barrier.ground}, ${barrier.reason},
      ${barrier.madeBy}, ${tx.acting.at})`.execute(tx.db)
  return id
}

/** Lifts barriers of one kind. Returns how many stood. */
export async function endBarriers(
  tx: Tx,
  personId: PersonId,
  barrier: { kind: BarrierKind; holderId: string | null; reason: string },
): Promise<number> {
  const ended = await sql`
    update access_barrier set ended_at = ${tx.acting.at}, ended_by = ${tx.acting.actorKind === 'account' ? tx.acting.actorId : null},
      end_reason = ${barrier.reason}
    where partnership_id = ${tx.acting.partnershipId} and person_id = ${personId} and kind = ${barrier.kind}
      and holder_id is not distinct from ${barrier.holderId}::uuid and ended_at is null`.execute(tx.db)
  return Number(ended.numAffectedRows ?? 0)
}

/**
 * Barriers that stand, the newest first: of one person, or of all. Whoever is shut out of a record is told of none about it,
 * the one against themselves least of all.
 */
export async function listBarriers(tx: Tx, personId: PersonId | null = null): Promise<Barrier[]> {
  const found = await sql<Barrier>`
    select b.id, b.kind, b.person_id as "personId", b.holder_id as "holderId", b.ground, b.reason, b.made_by as "madeBy", b.started_at as "startedAt"
    from access_barrier b
    where b.partnership_id = ${tx.acting.partnershipId} and b.ended_at is null
      and (${personId}::uuid is null or b.person_id = ${personId}::uuid)
      and not exists (select 1 from access_barrier s
        where s.partnership_id = b.partnership_id and s.person_id = b.person_id and s.kind = 'shut-out' and s.ended_at is null
          and s.holder_id = any(${[...tx.acting.holders]}::uuid[]))
    order by b.started_at desc, b.id desc`.execute(tx.db)
  return found.rows
}

/**
 * The classes of one person's record that the acting holders may see now, with barriers counted: 0 where they may not
 * know of it. The same question the policies ask, so that a page can leave out a section before asking for its rows.
 */
export async function findBitsOn(tx: Tx, personId: PersonId): Promise<number> {
  const found = await sql<{
    bits: number
  }>`select bits from bits_on(array[${personId}]::uuid[])`.execute(tx.db)
  return found.rows[0]?.bits ?? 0
}

/** The same of several: those who may not be known are left out. */
export async function listBitsOn(
  tx: Tx,
  personIds: readonly PersonId[],
): Promise<{ readonly personId: PersonId; readonly bits: number }[]> {
  const found = await sql<{
    personId: PersonId
    bits: number
  }>`select person_id as "personId", bits from bits_on(${[...personIds]}::uuid[])`.execute(tx.db)
  return found.rows
}

/** The classes the acting holders may see of anybody at all, as bits: every live grant they hold, on whatever scope. */
export async function findBitsHeld(tx: Tx): Promise<number> {
  const found = await sql<{ bits: number }>`
    select coalesce(bit_or(g.classes), 0) as bits from access_grant g
    where g.partnership_id = ${tx.acting.partnershipId} and g.holder_id = any(${[...tx.acting.holders]}::uuid[]) and ${LIVE(tx)}`.execute(
    tx.db,
  )
  return found.rows[0]?.bits ?? 0
}
