import { chasedIn } from '#ground/database/late.ts'
import { query, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import type { Target } from '../plan.ts'
import type { Ask } from './ask.ts'

const COLUMNS = `a.id as "rowId", a.person_id as "personId", a.target_id as "targetId", a.class as "classBit", a.also_class as "alsoBit", a.what,
  a.due_on as "dueOn", a.owner_name as "ownerName", a.state, a.asked_account as "askedAccount", a.who, a.asked_on as "askedOn", a.asked_by as "askedBy",
  a.answer_by as "answerBy", a.answered_on as "answeredOn", a.answered_by as "answeredBy", a.words, a.version`

/** What was asked about somebody's plan, newest first, as far as the caller may see it. */
export function listAsksOn(tx: Tx, personIds: readonly PersonId[]): Promise<Ask[]> {
  return query<Ask>(
    tx,
    `select ${COLUMNS} from plan_ask a where a.partnership_id = $1 and a.person_id = any($2::uuid[]) and a.sealed_at is null
     order by a.recorded_at desc, a.id desc`,
    [tx.acting.partnershipId, [...personIds]],
  )
}

/** The same of one target. */
export function listAsksOf(tx: Tx, targetId: RowId): Promise<Ask[]> {
  return query<Ask>(
    tx,
    `select ${COLUMNS} from plan_ask a where a.partnership_id = $1 and a.target_id = $2 and a.sealed_at is null
     order by a.recorded_at desc, a.id desc`,
    [tx.acting.partnershipId, targetId],
  )
}

export async function findAsk(tx: Tx, id: RowId): Promise<Ask | undefined> {
  const [row] = await query<Ask>(
    tx,
    `select ${COLUMNS} from plan_ask a where a.partnership_id = $1 and a.id = $2 and a.sealed_at is null`,
    [tx.acting.partnershipId, id],
  )
  return row
}

export type NewAsk = Pick<
  Ask,
  'state' | 'askedAccount' | 'who' | 'askedBy' | 'answerBy' | 'answeredOn' | 'answeredBy' | 'words'
>

/** Asks for what a target says now, filed on whom the target was filed on and as close as it is. */
export async function insertAsk(tx: Tx, target: Pick<Target, 'rowId' | 'personId'>, ask: NewAsk): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into plan_ask (partnership_id, id, person_id, origin_person_id, class, also_class, target_id, what, due_on, owner_name, state, asked_account, who,
       asked_on, asked_by, answer_by, answered_on, answered_by, words, recorded_at, recorded_by)
     select t.partnership_id, $3, t.person_id, t.origin_person_id, t.class, t.also_class, t.id, t.what, t.due_on, t.owner_name, $4, $5, $6,
       $7, $8, $9, $10, $11, $12, $13, $14
     from plan_target t where t.partnership_id = $1 and t.id = $2 and t.person_id = $15`,
    [
      ...[
        tx.acting.partnershipId,
        target.rowId,
        id,
        ask.state,
        ask.askedAccount,
        ask.who,
        tx.acting.today,
        ask.askedBy,
      ],
      ...[ask.answerBy, ask.answeredOn, ask.answeredBy, ask.words, tx.acting.at, tx.acting.actorId, target.personId],
    ],
  )
  return id
}

/** Answers one, or takes it back, from the version the page showed. Returns 0 when it moved meanwhile. */
export async function updateAsk(
  tx: Tx,
  before: Pick<Ask, 'rowId' | 'version'>,
  to: { readonly state: 'yes' | 'no' | 'withdrawn'; readonly by: AccountId | null; readonly words: string },
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_ask set state = $4, answered_on = case when $4 = 'withdrawn' then null else $5::date end,
       answered_by = $6, words = $7, version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'asked' and sealed_at is null returning 1`,
    [tx.acting.partnershipId, before.rowId, before.version, to.state, tx.acting.today, to.by, to.words],
  )
  return rows.length
}

/** What was asked of a target is kept as close as the target is now. As the house. */
export async function updateAsksClass(worker: Tx, targetId: RowId): Promise<void> {
  await query(
    worker,
    `update plan_ask a set class = t.class, also_class = t.also_class from plan_target t
     where a.partnership_id = $1 and a.target_id = $2 and t.partnership_id = a.partnership_id and t.id = a.target_id`,
    [worker.acting.partnershipId, targetId],
  )
}

/** Takes off what was asked of a target, or of all targets of a goal (K9). As the house. */
export async function updateAsksSealed(worker: Tx, rowId: RowId): Promise<void> {
  await query(
    worker,
    `update plan_ask a set sealed_at = $3 where a.partnership_id = $1 and a.sealed_at is null
       and (a.target_id = $2 or a.target_id in (select t.id from plan_target t where t.partnership_id = $1 and t.goal_id = $2))`,
    [worker.acting.partnershipId, rowId, worker.acting.at],
  )
}

export type DueAsk = Pick<Ask, 'rowId' | 'personId' | 'classBit' | 'alsoBit' | 'askedBy'> & {
  readonly askedAccount: AccountId
  readonly dueOn: Day
  readonly isChased: boolean
  readonly isEscalated: boolean
}

/**
 * Those nobody answered in time, of open targets that still say what was asked. As the house, by the clock.
 * @param since due then or before, whoever leads is told
 */
export function listDueAsks(worker: Tx, most: number, since: Day): Promise<DueAsk[]> {
  return query<DueAsk>(
    worker,
    `select a.id as "rowId", a.person_id as "personId", a.class as "classBit", a.also_class as "alsoBit", a.asked_by as "askedBy",
       a.asked_account as "askedAccount", a.answer_by as "dueOn", a.chased_at is not null as "isChased", a.escalated_at is not null as "isEscalated"
     from plan_ask a
       join person p on p.partnership_id = a.partnership_id and p.id = a.person_id and p.state = 'active' and p.died_on is null
       join plan_target t on t.partnership_id = a.partnership_id and t.id = a.target_id and t.state = 'open' and t.sealed_at is null
     where a.partnership_id = $1 and a.state = 'asked' and a.answer_by < $2 and a.sealed_at is null and a.escalated_at is null
       and (a.chased_at is null or a.answer_by <= $4)
     order by a.answer_by, a.id limit $3`,
    [worker.acting.partnershipId, worker.acting.today, most, since],
  )
}

/** Notes that somebody was told that it is late. As the house. Returns how many: none when it was before. */
export const updateAskChased = chasedIn('plan_ask')

/** Open targets a partner owns, of some people. */
export function listPartnersTargets(tx: Tx, personIds: readonly PersonId[]) {
  return query<Pick<Target, 'rowId' | 'personId' | 'what' | 'dueOn' | 'owner' | 'ownerName' | 'state' | 'setOn'>>(
    tx,
    `select t.id as "rowId", t.person_id as "personId", t.what, t.due_on as "dueOn", t.owner, t.owner_name as "ownerName", t.state, t.set_on as "setOn"
     from plan_target t where t.partnership_id = $1 and t.person_id = any($2::uuid[]) and t.state = 'open' and t.owner = 'partner'`,
    [tx.acting.partnershipId, [...personIds]],
  )
}
