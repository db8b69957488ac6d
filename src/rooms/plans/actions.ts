import { asHouse, type Tx } from '#ground/database/tx.ts'
import { aheadTrouble, type Day, formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import type { Agreement, Copy, Goal, Plan, PlanFactor, Target, TargetAnswer, TargetContent } from './plan.ts'
import { classesOfTarget, openOf, REVIEW_MONTHS, shownIn, stampOf, type TargetTrouble, targetTrouble } from './rules.ts'
import {
  type Bits,
  findFiling,
  findGoal,
  findPlan,
  findTarget,
  holdPlan,
  insertAgreement,
  insertGoal,
  insertGoalVersion,
  insertTarget,
  insertTargetVersion,
  listAgreements,
  listTargets,
  updateAgreementSealed,
  updateAnswered,
  updateGoal,
  updateGoalSealed,
  updateTarget,
  updateVersionsClass,
} from './store.ts'

/** Sets a goal of a young person the actor may know, in their own words. */
export async function setGoal(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  words: string,
): Promise<Result<RowId, 'unknown'>> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return refused('unknown')
  const id = await insertGoal(tx, personId, accountId, words)
  await record(tx, { action: 'plan.goal-set', about: [personId], target: id })
  return ok(id)
}

/** Changes a goal, or ends it; what it said before is kept. A goal with open targets is not ended: they are answered first. */
export async function changeGoal(
  tx: Tx,
  id: RowId,
  changed: { readonly words: string; readonly state: Goal['state']; readonly version: number },
): Promise<Result<Goal, 'unknown' | 'stale' | 'open-targets'>> {
  const before = await findGoal(tx, id, true)
  if (!before) return refused('unknown')
  if (before.version !== changed.version) return refused('stale')
  const targets = await listTargets(tx, before.personId)
  if (changed.state !== 'open' && targets.some(t => t.goalId === id && t.state === 'open'))
    return refused('open-targets')
  await insertGoalVersion(tx, before)
  if ((await updateGoal(tx, id, changed)) === 0) return refused('stale')
  await record(tx, {
    action: 'plan.goal-changed',
    about: [before.personId],
    target: id,
    payload: { from: before.version, state: changed.state },
  })
  return ok({ ...before, ...changed, version: before.version + 1 })
}

function bitsOf(factor: PlanFactor | undefined, isRestricted: boolean): Bits {
  const { own, also } = classesOfTarget(factor, isRestricted)
  return { bit: CLASS_BITS[own], also: also === null ? null : CLASS_BITS[also] }
}

/** Sets a target under an open goal. */
export async function setTarget(
  tx: Tx,
  goalId: RowId,
  accountId: AccountId,
  content: TargetContent,
  factor: PlanFactor | undefined,
): Promise<Result<RowId, TargetTrouble | 'unknown' | 'goal-ended'>> {
  const goal = await findGoal(tx, goalId, true)
  if (!goal) return refused('unknown')
  if (goal.state !== 'open') return refused('goal-ended')
  const trouble = targetTrouble(content, tx.acting.today)
  if (trouble) return refused(trouble)
  const id = await insertTarget(tx, goalId, accountId, bitsOf(factor, content.isRestricted), content)
  await record(tx, { action: 'plan.target-set', about: [goal.personId], target: id })
  return ok(id)
}

/** Changes an open target; what it said before is kept. A day that has been is let stand where it was there before. */
export async function changeTarget(
  tx: Tx,
  id: RowId,
  changed: { readonly content: TargetContent; readonly version: number; readonly factor: PlanFactor | undefined },
): Promise<Result<Target, TargetTrouble | 'unknown' | 'stale' | 'answered'>> {
  const before = await findTarget(tx, id, true)
  if (!before) return refused('unknown')
  if (before.state !== 'open') return refused('answered')
  if (before.version !== changed.version) return refused('stale')
  const trouble = targetTrouble(changed.content, tx.acting.today)
  if (trouble && !(trouble === 'due-before' && before.dueOn === changed.content.dueOn)) return refused(trouble)
  const bits = bitsOf(changed.factor, changed.content.isRestricted)
  await insertTargetVersion(tx, before)
  const write = (by: Tx) => updateTarget(by, id, changed.version, bits, changed.content)
  // Whoever may not read what is kept close may still keep it so: as the house, since a row is not put out of its writer's own sight.
  const written = changed.content.isRestricted
    ? await asHouse(tx, 'a target is kept close', async worker => {
        await updateVersionsClass(worker, id, bits)
        return write(worker)
      })
    : await write(tx)
  if (written === 0) return refused('stale')
  await record(tx, {
    action: 'plan.target-changed',
    about: [before.personId],
    target: id,
    payload: { from: before.version },
  })
  return ok({ ...before, ...changed.content, version: before.version + 1 })
}

export type Agreeing = {
  readonly agreement: Agreement['agreement']
  readonly words: string
  readonly copyGiven: Copy
  readonly reviewOn: Day
  /** What the page showed that was agreed to. */
  readonly stamp: string
}

export type AgreeTrouble = 'unknown' | 'no-goal' | 'stale' | 'not-ahead' | 'too-far'

/** The plan as it stands while it is agreed or reviewed, or why it is not. */
async function planToAgree(
  tx: Tx,
  personId: PersonId,
  { stamp, reviewOn }: Agreeing,
): Promise<Result<Plan, AgreeTrouble>> {
  if (!(await findPerson(tx, personId))) return refused('unknown')
  await holdPlan(tx, personId)
  const plan = await findPlan(tx, personId)
  if (plan.goals.length === 0) return refused('no-goal')
  if (stampOf(plan) !== stamp) return refused('stale')
  const trouble = aheadTrouble(reviewOn, tx.acting.today, REVIEW_MONTHS)
  return trouble ? refused(trouble) : ok(plan)
}

/** Writes down what the young person said to the plan as it stands. */
export async function agreePlan(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  agreeing: Agreeing,
): Promise<Result<RowId, AgreeTrouble>> {
  const plan = await planToAgree(tx, personId, agreeing)
  if (!plan.ok) return plan
  const id = await insertAgreement(tx, personId, {
    ...agreeing,
    kind: 'plan',
    agreedBy: accountId,
    viewOfHelp: '',
    shown: shownIn(plan.value),
  })
  await record(tx, {
    action: 'plan.agreed',
    about: [personId],
    target: id,
    payload: { agreement: agreeing.agreement, copy: agreeing.copyGiven, reviewOn: agreeing.reviewOn },
  })
  return ok(id)
}

export type Reviewing = Agreeing & {
  readonly viewOfHelp: string
  readonly answers: readonly { readonly targetId: RowId; readonly answer: TargetAnswer; readonly words: string }[]
}

/** Closes a review: every open target the actor may see is answered, or nothing is. */
export async function reviewPlan(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  reviewing: Reviewing,
): Promise<Result<RowId, AgreeTrouble | 'unanswered'>> {
  const plan = await planToAgree(tx, personId, reviewing)
  if (!plan.ok) return plan
  const open = openOf(plan.value)
  const answers = new Map(reviewing.answers.map(answer => [answer.targetId, answer]))
  if (open.some(target => !answers.has(target.rowId))) return refused('unanswered')
  for (const target of open) {
    const { answer, words } = answers.get(target.rowId) ?? { answer: 'goes-on' as const, words: '' }
    if (answer === 'goes-on') continue
    await insertTargetVersion(tx, target)
    if ((await updateAnswered(tx, target.rowId, answer, words)) === 0) return refused('stale')
  }
  const shown = shownIn(await findPlan(tx, personId))
  const id = await insertAgreement(tx, personId, { ...reviewing, kind: 'review', agreedBy: accountId, shown })
  await record(tx, {
    action: 'plan.reviewed',
    about: [personId],
    target: id,
    payload: { targets: open.length, agreement: reviewing.agreement, reviewOn: reviewing.reviewOn },
  })
  return ok(id)
}

/** A goal as filed on a young person, where the actor may see it: for taking it off the wrong record (K9). */
export async function findFiledGoal(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const goal = await findGoal(tx, id)
  return goal?.personId === personId ? filedAs(tx, 'plan_goal', id, goal.words) : undefined
}

/** The same of what was agreed. */
export async function findFiledAgreement(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const agreement = (await listAgreements(tx, personId)).find(one => one.rowId === id)
  return agreement && filedAs(tx, 'plan_agreement', id, formatDay(agreement.agreedOn))
}

async function filedAs(
  tx: Tx,
  table: 'plan_goal' | 'plan_agreement',
  rowId: RowId,
  said: string,
): Promise<FiledRow | undefined> {
  const filed = await findFiling(tx, table, rowId)
  return filed && { rowId, said, classBit: CLASS_BITS.plan, filedBy: filed.by, filedAt: filed.at }
}

/** Seals a goal with the targets under it; asked as the house. Returns how many: one, or none when it was before. */
export function sealGoal(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateGoalSealed(worker, personId, id)
}

/** Seals what was agreed; asked as the house. Returns how many: one, or none when it was before. */
export function sealAgreement(worker: Tx, personId: PersonId, id: RowId): Promise<number> {
  return updateAgreementSealed(worker, personId, id)
}
