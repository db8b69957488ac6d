import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import { newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { CapacityDecision, Decider, Judged } from './capacity.ts'

type Row = Omit<CapacityDecision, 'decider'> & {
  readonly deciderKind: Decider['kind'] | null
  readonly adultId: RowId | null
  readonly representative: string
}

const COLUMNS = `c.id as "rowId", c.person_id as "personId", c.class as "classBit", c.about, c.question, c.help, c.could, c.how, c.wishes, c.outcome,
  c.was_sixteen as "wasSixteen", c.decider as "deciderKind", c.adult_id as "adultId", c.representative, c.judged_by as "judgedBy",
  c.judged_on as "judgedOn", c.review_on as "reviewOn", c.again_of as "againOf", c.again_on as "againOn"`

function decisionFrom({ deciderKind, adultId, representative, ...row }: Row): CapacityDecision {
  return { ...row, decider: deciderFrom(deciderKind, adultId, representative) }
}

function deciderFrom(kind: Decider['kind'] | null, adultId: RowId | null, name: string): Decider | null {
  if (kind === 'adult') return adultId === null ? null : { kind, adultId }
  if (kind === 'representative') return { kind, name }
  return kind === null ? null : { kind }
}

/** Decisions about somebody's capacity, newest first, as far as the caller may see them. */
export async function listCapacityOn(tx: Tx, personId: PersonId): Promise<CapacityDecision[]> {
  const rows = await query<Row>(
    tx,
    `select ${COLUMNS} from capacity_decision c where c.partnership_id = $1 and c.person_id = $2 and c.sealed_at is null
     order by c.judged_on desc, c.id desc limit 100`,
    [tx.acting.partnershipId, personId],
  )
  return rows.map(decisionFrom)
}

/** To the end of the transaction nobody else judges anything of this person. */
export async function holdDecisions(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'capacity', personId)
}

export async function insertDecision(
  tx: Tx,
  personId: PersonId,
  judged: Judged & Pick<CapacityDecision, 'classBit' | 'wasSixteen' | 'judgedBy' | 'againOf'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  const { decider } = judged
  await query(
    tx,
    `insert into capacity_decision (partnership_id, id, person_id, origin_person_id, class, about, question, help, could, how, wishes, outcome,
       was_sixteen, decider, adult_id, representative, judged_by, judged_on, review_on, again_of, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`,
    [
      ...[
        tx.acting.partnershipId,
        id,
        personId,
        judged.classBit,
        judged.about,
        judged.question,
        judged.help,
        [...judged.could],
      ],
      ...[judged.how, judged.wishes, judged.outcome, judged.wasSixteen, decider?.kind ?? null],
      ...[decider?.kind === 'adult' ? decider.adultId : null, decider?.kind === 'representative' ? decider.name : ''],
      ...[judged.judgedBy, tx.acting.today, judged.reviewOn, judged.againOf, tx.acting.at, tx.acting.actorId],
    ],
  )
  return id
}

/** Notes that a decision was looked at again today. Returns 0 when it was before. */
export async function updateAgain(tx: Tx, id: RowId): Promise<number> {
  const rows = await query(
    tx,
    `update capacity_decision set again_on = $3, version = version + 1
     where partnership_id = $1 and id = $2 and again_on is null and sealed_at is null returning 1`,
    [tx.acting.partnershipId, id, tx.acting.today],
  )
  return rows.length
}

/** Those to be looked at again before today, of which nobody was told yet. As the house, by the clock. */
export function listDueDecisions(
  worker: Tx,
  most: number,
): Promise<Pick<CapacityDecision, 'rowId' | 'personId' | 'classBit' | 'judgedBy'>[]> {
  return query(
    worker,
    `select c.id as "rowId", c.person_id as "personId", c.class as "classBit", c.judged_by as "judgedBy"
     from capacity_decision c join person p on p.partnership_id = c.partnership_id and p.id = c.person_id and p.died_on is null and p.state = 'active'
     where c.partnership_id = $1 and c.review_on < $2 and c.again_on is null and c.sealed_at is null and c.chased_at is null
     order by c.review_on, c.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most],
  )
}

/** Notes that whoever judged was told that it is to be looked at again. As the house. */
export async function updateChased(worker: Tx, id: RowId): Promise<void> {
  await query(worker, `update capacity_decision set chased_at = $3 where partnership_id = $1 and id = $2`, [
    ...[worker.acting.partnershipId, id, worker.acting.at],
  ])
}

/** When and by whom it was written. */
export const findDecisionFiling = filingIn('capacity_decision', 'judged_by')

/** Takes it off view (K9), so that what it had looked at again stands once more. As the house. Returns how many. */
export async function updateSealed(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  const rows = await query<{ againOf: RowId | null }>(
    worker,
    `update capacity_decision set sealed_at = $4, version = version + 1
     where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning again_of as "againOf"`,
    [worker.acting.partnershipId, personId, id, worker.acting.at],
  )
  const before = rows.flatMap(row => row.againOf ?? [])
  await query(
    worker,
    `update capacity_decision set again_on = null, version = version + 1 where partnership_id = $1 and id = any($2::uuid[])`,
    [worker.acting.partnershipId, before],
  )
  return rows.length
}
