import { filingIn } from '#ground/database/filing.ts'
import { hold } from '#ground/database/hold.ts'
import { query, type Tx, together } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import { type AccountId, newId, type PersonId, type RowId } from '#ground/ids.ts'
import { updateAsksSealed } from './asks/store.ts'
import { updateLogSealed } from './log/store.ts'
import type { Agreement, BothViews, Goal, Plan, Target, TargetContent } from './plan.ts'
import type { Bits } from './versions/store.ts'

const RESTRICTED = 4096
const PLAN = 64

const GOAL = `g.id as "rowId", g.person_id as "personId", g.words, g.state, g.set_on as "setOn", g.version`
const TARGET = `t.id as "rowId", t.goal_id as "goalId", t.person_id as "personId", t.what, t.due_on as "dueOn", t.factor, t.owner, t.owner_name as "ownerName",
  t.support, t.how_known as "howKnown", t.class = ${RESTRICTED} as "isRestricted", t.class as "classBit", t.also_class as "alsoBit", t.state, t.set_on as "setOn", t.answered_on as "answeredOn",
  t.answer_words as "answerWords", t.own_step as "ownStep", t.adviser_step as "adviserStep", t.aim_id as "aimId", t.version,
  coalesce(t.said_version, t.version) as "saidVersion"`
const AGREEMENT = `a.id as "rowId", a.kind, a.agreed_on as "agreedOn", a.agreed_by as "agreedBy", a.agreement, a.words, a.view_of_help as "viewOfHelp",
  a.copy_given as "copyGiven", a.review_on as "reviewOn", a.shown, a.link_id as "linkId"`

/** To the end of the transaction nobody else writes to this person's plan. */
export async function holdPlan(tx: Tx, personId: PersonId): Promise<void> {
  await hold(tx, 'plan', personId)
}

/** A person's plan, as far as the caller may see it. */
export async function findPlan(tx: Tx, personId: PersonId): Promise<Plan> {
  const [goals, targets, agreements] = await together([
    listGoals(tx, personId),
    listTargets(tx, personId),
    listAgreements(tx, personId),
  ])
  return { goals, targets, agreements }
}

/** A person's goals, in the order they were set, as far as the caller may see them. */
export function listGoals(tx: Tx, personId: PersonId): Promise<Goal[]> {
  return query<Goal>(
    tx,
    `select ${GOAL} from plan_goal g where g.partnership_id = $1 and g.person_id = $2 order by g.recorded_at, g.id`,
    [tx.acting.partnershipId, personId],
  )
}

export async function findGoal(tx: Tx, id: RowId): Promise<Goal | undefined> {
  const [row] = await query<Goal>(tx, `select ${GOAL} from plan_goal g where g.partnership_id = $1 and g.id = $2`, [
    tx.acting.partnershipId,
    id,
  ])
  return row
}

export async function insertGoal(tx: Tx, personId: PersonId, accountId: AccountId, words: string): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into plan_goal (partnership_id, id, person_id, origin_person_id, words, set_on, set_by, recorded_at, recorded_by)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8)`,
    [tx.acting.partnershipId, id, personId, words, tx.acting.today, accountId, tx.acting.at, tx.acting.actorId],
  )
  return id
}

/** Changes a goal the editor saw in a version. Returns 0 when somebody saved in between. */
export async function updateGoal(
  tx: Tx,
  id: RowId,
  changed: { readonly words: string; readonly state: Goal['state']; readonly version: number },
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_goal set words = $4, state = $5, ended_on = case when $5 = 'open' then null else coalesce(ended_on, $6::date) end,
       version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, id, changed.version, changed.words, changed.state, tx.acting.today],
  )
  return rows.length
}

/** A person's targets, in the order they were set, as far as the caller may see them. */
export function listTargets(tx: Tx, personId: PersonId): Promise<Target[]> {
  return query<Target>(
    tx,
    `select ${TARGET} from plan_target t where t.partnership_id = $1 and t.person_id = $2 order by t.recorded_at, t.id`,
    [tx.acting.partnershipId, personId],
  )
}

/** A step that is theirs or the adviser's, as somebody takes it along. */
export type OpenStep = Pick<Target, 'personId' | 'what' | 'dueOn'> & { readonly owner: 'young-person' | 'adviser' }

/**
 * Open steps of open goals of some young people that are theirs or the adviser's, by day. Only those of the class of plans: a step that works on health,
 * family or offending is left out for everybody, also for who may see it (K6).
 */
export function listOpenSteps(tx: Tx, personIds: readonly PersonId[]): Promise<OpenStep[]> {
  return query<OpenStep>(
    tx,
    `select t.person_id as "personId", t.what, t.due_on as "dueOn", t.owner from plan_target t
       join plan_goal g on g.partnership_id = t.partnership_id and g.id = t.goal_id and g.state = 'open'
     where t.partnership_id = $1 and t.person_id = any($2::uuid[]) and t.state = 'open' and t.class = ${PLAN} and t.also_class is null
       and t.owner in ('young-person', 'adviser')
     order by t.person_id, t.due_on nulls last, t.recorded_at, t.id`,
    [tx.acting.partnershipId, [...personIds]],
  )
}

export async function findTarget(tx: Tx, id: RowId): Promise<Target | undefined> {
  const [row] = await query<Target>(
    tx,
    `select ${TARGET} from plan_target t where t.partnership_id = $1 and t.id = $2`,
    [tx.acting.partnershipId, id],
  )
  return row
}

function valuesOf(c: TargetContent) {
  return [c.what, c.dueOn, c.factor, c.owner, c.ownerName, c.support, c.howKnown, c.ownStep, c.adviserStep, c.aimId]
}

export async function insertTarget(
  tx: Tx,
  goalId: RowId,
  accountId: AccountId,
  { bit, also }: Bits,
  content: TargetContent,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    // Filed on whom its goal was filed on, so that all of a goal goes one way when joined records are taken apart.
    `insert into plan_target (partnership_id, id, person_id, origin_person_id, class, also_class, goal_id, set_on, set_by, recorded_at, recorded_by,
       what, due_on, factor, owner, owner_name, support, how_known, own_step, adviser_step, aim_id)
     select g.partnership_id, $2, g.person_id, g.origin_person_id, $4, $5, g.id, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19
     from plan_goal g where g.partnership_id = $1 and g.id = $3`,
    [
      tx.acting.partnershipId,
      id,
      goalId,
      bit,
      also,
      tx.acting.today,
      accountId,
      tx.acting.at,
      tx.acting.actorId,
      ...valuesOf(content),
    ],
  )
  return id
}

/** Changes a target the editor saw in a version. Returns 0 when somebody saved in between. */
export async function updateTarget(
  tx: Tx,
  id: RowId,
  version: number,
  { bit, also }: Bits,
  content: TargetContent,
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_target set class = $4, also_class = $5, what = $6, due_on = $7, factor = $8, owner = $9, owner_name = $10, support = $11, how_known = $12,
       own_step = $13, adviser_step = $14, aim_id = $15, version = version + 1, said_version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 returning 1`,
    [tx.acting.partnershipId, id, version, bit, also, ...valuesOf(content)],
  )
  return rows.length
}

/** How big a step an open target is seen as: what was agreed of it stays agreed. Returns 0 when somebody saved in between. */
export async function updateSteps(tx: Tx, target: Pick<Target, 'rowId' | 'version'>, to: BothViews): Promise<number> {
  const rows = await query(
    tx,
    `update plan_target set own_step = $4, adviser_step = $5, said_version = coalesce(said_version, version), version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'open' returning 1`,
    [tx.acting.partnershipId, target.rowId, target.version, to.ownStep, to.adviserStep],
  )
  return rows.length
}

/** Ends an open target with what a review said of it as it stood. Returns 0 when it was changed in between. */
export async function updateAnswered(
  tx: Tx,
  target: Target,
  state: Exclude<Target['state'], 'open'>,
  words: string,
): Promise<number> {
  const rows = await query(
    tx,
    `update plan_target set state = $4, answered_on = $5, answer_words = $6, version = version + 1, said_version = version + 1
     where partnership_id = $1 and id = $2 and version = $3 and state = 'open' returning 1`,
    [tx.acting.partnershipId, target.rowId, target.version, state, tx.acting.today, words],
  )
  return rows.length
}

/** Tables whose rows can be filed on the wrong young person. */
export type FiledTable = 'plan_goal' | 'plan_target' | 'plan_agreement'

/** When a row was written down and by whom. */
export function findFiling(tx: Tx, table: FiledTable, id: RowId) {
  return filingIn(table, table === 'plan_agreement' ? 'agreed_by' : 'set_by')(tx, id)
}

/** Takes a row off with all that hangs on it (K9). Returns how many rows: one, or none when it was before. */
export async function updateSealed(worker: Tx, table: FiledTable, personId: PersonId, id: RowId): Promise<number> {
  const { partnershipId, at } = worker.acting
  const sealed = await query(
    worker,
    `update ${table} set sealed_at = $4 where partnership_id = $1 and person_id = $2 and id = $3 and sealed_at is null returning 1`,
    [partnershipId, personId, id, at],
  )
  await query(
    worker,
    'update plan_target set sealed_at = $3 where partnership_id = $1 and goal_id = $2 and sealed_at is null',
    [partnershipId, id, at],
  )
  await query(
    worker,
    `update plan_version v set sealed_at = $3 where v.partnership_id = $1 and v.sealed_at is null
       and (v.row_id = $2 or v.row_id in (select t.id from plan_target t where t.partnership_id = $1 and t.goal_id = $2))`,
    [partnershipId, id, at],
  )
  await updateAsksSealed(worker, id)
  await updateLogSealed(worker, id)
  return sealed.length
}

/** What was agreed, newest first. */
export function listAgreements(tx: Tx, personId: PersonId): Promise<Agreement[]> {
  return query<Agreement>(
    tx,
    `select ${AGREEMENT} from plan_agreement a where a.partnership_id = $1 and a.person_id = $2 order by a.agreed_on desc, a.id desc`,
    [tx.acting.partnershipId, personId],
  )
}

export async function insertAgreement(
  tx: Tx,
  personId: PersonId,
  a: Omit<Agreement, 'rowId' | 'agreedOn'>,
): Promise<RowId> {
  const id = newId<'row'>(tx.acting.at)
  await query(
    tx,
    `insert into plan_agreement (partnership_id, id, person_id, origin_person_id, kind, agreed_on, agreed_by, agreement, words, view_of_help, copy_given,
       review_on, recorded_at, recorded_by, shown, link_id)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.acting.partnershipId,
      id,
      personId,
      a.kind,
      tx.acting.today,
      a.agreedBy,
      a.agreement,
      a.words,
      a.viewOfHelp,
      a.copyGiven,
      a.reviewOn,
      tx.acting.at,
      tx.acting.actorId,
      a.shown,
      a.linkId,
    ],
  )
  return id
}

/** What some advisers agreed of plans from a day on and before another, as far as the caller may see it. */
export function listAgreedBy(
  tx: Tx,
  by: readonly AccountId[],
  from: Day,
  until: Day,
): Promise<{ rowId: RowId; personId: PersonId; accountId: AccountId; on: Day }[]> {
  return query(
    tx,
    `select a.id as "rowId", a.person_id as "personId", a.agreed_by as "accountId", a.agreed_on as "on" from plan_agreement a
     where a.partnership_id = $1 and a.agreed_by = any($2::uuid[]) and a.agreed_on >= $3 and a.agreed_on < $4 and a.sealed_at is null
     order by a.id limit 2000`,
    [tx.acting.partnershipId, by, from, until],
  )
}

/** Where somebody stands with plans. */
export type PlanStanding = Pick<Agreement, 'reviewOn'> & { readonly personId: PersonId; readonly isAgreed: boolean }

/** Of many people: who has a goal that is open, or a target, and what was agreed last. Who has none is not there. */
export function listPlanStandings(tx: Tx, personIds: readonly PersonId[]): Promise<PlanStanding[]> {
  return query<PlanStanding>(
    tx,
    `select p.person_id as "personId", a.review_on as "reviewOn", a.id is not null as "isAgreed"
     from (select g.person_id from plan_goal g where g.partnership_id = $1 and g.person_id = any($2::uuid[]) and g.state = 'open'
       union select t.person_id from plan_target t where t.partnership_id = $1 and t.person_id = any($2::uuid[]) and t.state = 'open') p
     left join lateral (select y.id, y.review_on from plan_agreement y where y.partnership_id = $1 and y.person_id = p.person_id
       order by y.agreed_on desc, y.id desc limit 1) a on true`,
    [tx.acting.partnershipId, personIds],
  )
}
