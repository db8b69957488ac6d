import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { HeldContent, HeldKind, HeldPlan, OverReason } from './held.ts'

const COLUMNS = `h.id as "rowId", h.person_id as "personId", h.class as "classBit", h.kind, h.status, h.council, h.worker, h.worker_ways as "workerWays",
  h.adviser, h.adviser_ways as "adviserWays", h.reviewer, h.virtual_school as "virtualSchool", h.lives, h.tell, h.place, h.place_from as "placeFrom",
  h.issued_on as "issuedOn", h.wants, h.as_of as "asOf", h.source, h.made_by as "madeBy", h.over_on as "overOn", h.over_reason as "overReason",
  h.over_words as "overWords", h.due_on as "dueOn", h.version`

/** To the end of the transaction nobody else writes to what stands beside this person's plan. */
export async function holdHeld(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'held-plan', personId)
}

/** What stands beside somebody's plan and what ended, newest first; not what a later one replaced. As far as the caller may see it. */
export function listHeld(tx: Tx, personId: PersonId): Promise<HeldPlan[]> {
  return query<HeldPlan>(
    tx,
    `select ${COLUMNS} from held_plan h where h.partnership_id = $1 and h.person_id = $2 and h.replaced_at is null and h.sealed_at is null
     order by h.over_on is not null, h.recorded_at desc, h.id desc limit 40`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findHeld(tx: Tx, id: RowId): Promise<HeldPlan | undefined> {
  const [row] = await query<HeldPlan>(
    tx,
    `select ${COLUMNS} from held_plan h where h.partnership_id = $1 and h.id = $2 and h.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export async function insertHeld(
  tx: Tx,
  personId: PersonId,
  of: { readonly kind: HeldKind; readonly classBit: number; readonly madeBy: AccountId; readonly dueOn: Day | null },
  c: HeldContent,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into held_plan (partnership_id, id, person_id, origin_person_id, class, kind, status, council, worker, worker_ways, adviser, adviser_ways, reviewer,
       virtual_school, lives, tell, place, place_from, issued_on, wants, as_of, source, made_by, due_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
    [
      ...[
        tx.acting.partnershipId,
        id,
        personId,
        of.classBit,
        of.kind,
        c.status,
        c.council,
        c.worker,
        c.workerWays,
        c.adviser,
        c.adviserWays,
      ],
      ...[
        c.reviewer,
        c.virtualSchool,
        c.lives,
        c.tell,
        c.place,
        c.placeFrom,
        c.issuedOn,
        c.wants,
        c.asOf,
        c.source,
        of.madeBy,
        of.dueOn,
      ],
      ...[tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Puts what a page showed away, because a later one says it anew. Returns how many: fewer than were named when one moved meanwhile. */
export async function updateReplaced(tx: Tx, before: readonly Pick<HeldPlan, 'rowId' | 'version'>[]): Promise<number> {
  const rows = await query(
    tx,
    `update held_plan h set replaced_at = $2, version = h.version + 1
     from unnest($3::uuid[], $4::int[]) as shown (id, version)
     where h.partnership_id = $1 and h.id = shown.id and h.version = shown.version and h.replaced_at is null and h.over_on is null and h.sealed_at is null
     returning 1`,
    [tx.acting.partnershipId, tx.acting.at, before.map(one => one.rowId), before.map(one => one.version)],
  )
  return rows.length
}

/** It ended. Returns 0 when it moved meanwhile. */
export async function updateOver(
  tx: Tx,
  before: Pick<HeldPlan, 'rowId' | 'version'>,
  over: { readonly on: Day; readonly reason: OverReason; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update held_plan set over_on = $4, over_reason = $5, over_words = $6, due_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and replaced_at is null and over_on is null and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, over.on, over.reason, over.words],
  )
  return rows.length
}

export type DueHeld = Pick<HeldPlan, 'rowId' | 'personId' | 'classBit' | 'madeBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those to be asked about again whose day is past, and of which somebody is still to be told. As the house, by the clock.
 * @param since past then or before, the team leader is told
 */
export function listDueHeld(worker: Tx, most: number, since: Day): Promise<DueHeld[]> {
  return query<DueHeld>(
    worker,
    `select h.id as "rowId", h.person_id as "personId", h.class as "classBit", h.made_by as "madeBy", h.due_on as "dueOn",
       h.chased_at is not null as "isChased", h.escalated_at is not null as "isEscalated"
     from held_plan h join person p on p.partnership_id = h.partnership_id and p.id = h.person_id and p.state = 'active' and p.died_on is null
     where h.partnership_id = $1 and h.due_on < $2 and h.replaced_at is null and h.over_on is null and h.sealed_at is null and h.escalated_at is null
       and (h.chased_at is null or h.due_on <= $4)
     order by h.due_on, h.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateHeldChased = chasedIn('held_plan')

/** When and by whom it was written. */
export const findHeldFiling = filingIn('held_plan', 'made_by')

/** Takes it off view (K9). As the house. Returns how many. */
export const updateHeldSealed = sealedIn('held_plan')
