import { filingIn, sealedIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Asking, Transfer, TransferAnswer, TransferLine } from './transfer.ts'

const COLUMNS = `t.id as "rowId", t.person_id as "personId", t.class as "classBit", t.organisation_id as "organisationId", t.from_name as "fromName",
  coalesce(o.name, '') as organisation, t.whom, t.asks, t.told, t.state, t.asked_by as "askedBy", t.asked_on as "askedOn", t.due_on as "dueOn",
  t.again, t.again_on as "againOn", t.over_on as "overOn", t.words, t.said_by as "saidBy", t.version`
const FROM = `transfer_request t left join organisation o on o.partnership_id = t.partnership_id and o.id = t.organisation_id`

/** What was asked about somebody, newest first, as far as the caller may see it. */
export function listTransfersOn(tx: Tx, personId: PersonId): Promise<Transfer[]> {
  return query<Transfer>(
    tx,
    `select ${COLUMNS} from ${FROM} where t.partnership_id = $1 and t.person_id = $2 and t.sealed_at is null
     order by t.asked_on desc, t.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findTransfer(tx: Tx, id: RowId): Promise<Transfer | undefined> {
  const [row] = await query<Transfer>(
    tx,
    `select ${COLUMNS} from ${FROM} where t.partnership_id = $1 and t.id = $2 and t.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

/** What still waits for an answer of what an account asked, or of whom it leads for; the latest first. */
export function listWaiting(tx: Tx, accountId: AccountId, ledIds: readonly PersonId[]): Promise<TransferLine[]> {
  return query<TransferLine>(
    tx,
    `select ${COLUMNS}, p.known_family || ', ' || p.known_given as name from ${FROM}
     join person p on p.partnership_id = t.partnership_id and p.id = t.person_id and p.state = 'active' and p.died_on is null
     where t.partnership_id = $1 and t.state = 'asked' and t.sealed_at is null
       -- Each by its own index, where "or" would read everybody's.
       and t.id in (select o.id from transfer_request o where o.partnership_id = $1 and o.asked_by = $2 and o.state = 'asked'
         union select o.id from unnest($3::uuid[]) l(id) join transfer_request o on o.partnership_id = $1 and o.person_id = l.id and o.state = 'asked')
     order by t.due_on, t.id limit 200`,
    [tx.acting.partnershipId, accountId, [...ledIds]],
  )
}

/** Of some young people, those of whom it was asked, or who were assessed, at any time: nobody need ask about them. */
export async function listSettled(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlySet<PersonId>> {
  const rows = await query<{ personId: PersonId }>(
    tx,
    `select person_id as "personId" from transfer_request where partnership_id = $1 and person_id = any($2::uuid[]) and sealed_at is null
     union select person_id from assessment where partnership_id = $1 and person_id = any($2::uuid[]) and sealed_at is null`,
    [tx.acting.partnershipId, [...ids]],
  )
  return new Set(rows.map(row => row.personId))
}

/** To the end of the transaction nobody else asks about this person. */
export async function holdTransfers(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'transfer', personId)
}

export async function insertTransfer(
  tx: Tx,
  personId: PersonId,
  asked: Asking & { readonly classBit: number; readonly askedBy: AccountId; readonly dueOn: Day },
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into transfer_request (partnership_id, id, person_id, origin_person_id, class, organisation_id, from_name, whom, asks, told, asked_by,
       asked_on, due_on, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[tx.acting.partnershipId, id, personId, asked.classBit, asked.organisationId, asked.fromName, asked.whom],
      ...[asked.asks, asked.told, asked.askedBy, tx.acting.today, asked.dueOn, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

type Seen = Pick<Transfer, 'rowId' | 'version'>

/** It was asked for again. Returns 0 when it moved meanwhile. */
export async function updateAgain(tx: Tx, before: Seen, dueOn: Day): Promise<number> {
  const rows = await query(
    tx,
    `update transfer_request set again = again + 1, again_on = $4, due_on = $5, chased_at = null, escalated_at = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'asked' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, tx.acting.today, dueOn],
  )
  return rows.length
}

/** It is over, by an answer or taken back. Returns 0 when it moved meanwhile. */
export async function updateOver(
  tx: Tx,
  before: Seen,
  to: {
    readonly state: TransferAnswer | 'withdrawn'
    readonly words: string
    readonly saidBy: string
    readonly classBit: number
  },
): Promise<number> {
  const rows = await query(
    tx,
    `update transfer_request set state = $4, words = $5, said_by = $6, class = $7, over_on = $8, due_on = null, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'asked' and sealed_at is null returning 1`,
    [
      ...[tx.acting.partnershipId, before.rowId, before.version, to.state, to.words, to.saidBy, to.classBit],
      tx.acting.today,
    ],
  )
  return rows.length
}

export type DueTransfer = Pick<Transfer, 'rowId' | 'personId' | 'classBit' | 'askedBy'> & {
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those that were due before today and of which somebody is still to be told. As the house, by the clock.
 * @param since due then or before, the team leader is told
 */
export function listDueTransfers(worker: Tx, most: number, since: Day): Promise<DueTransfer[]> {
  return query<DueTransfer>(
    worker,
    `select t.id as "rowId", t.person_id as "personId", t.class as "classBit", t.asked_by as "askedBy", t.due_on as "dueOn", t.chased_at is not null as "isChased",
       t.escalated_at is not null as "isEscalated"
     from transfer_request t join person p on p.partnership_id = t.partnership_id and p.id = t.person_id and p.state = 'active' and p.died_on is null
     where t.partnership_id = $1 and t.due_on < $2 and t.sealed_at is null and t.escalated_at is null and (t.chased_at is null or t.due_on <= $4)
     order by t.due_on, t.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateChased = chasedIn('transfer_request')

/** When and by whom it was written. */
export const findTransferFiling = filingIn('transfer_request', 'asked_by')

/** Takes it off view (K9). As the house. Returns how many. */
export const updateTransferSealed = sealedIn('transfer_request')
