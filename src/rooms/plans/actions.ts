import { asHouse, type Tx } from '#ground/database/tx.ts'
import { aheadTrouble, type Day, formatDay } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type FiledRow, findPerson } from '#rooms/people/index.ts'
import { askAnew } from './asks/actions.ts'
import type { Agreement, BothViews, Copy, Goal, Plan, PlanFactor, Target, TargetAnswer, TargetContent } from './plan.ts'
import {
  afterAnswers,
  classesOfTarget,
  hasOpenTargets,
  openOf,
  REVIEW_MONTHS,
  saysTheSame,
  shownIn,
  stampOf,
  type TargetTrouble,
  targetTrouble,
} from './rules.ts'
import {
  type FiledTable,
  findFiling,
  findGoal,
  findPlan,
  findTarget,
  holdPlan,
  insertAgreement,
  insertGoal,
  insertTarget,
  listAgreements,
  listGoals,
  listTargets,
  updateAnswered,
  updateGoal,
  updateSealed,
  updateSteps,
  updateTarget,
} from './store.ts'
import { type Bits, insertGoalVersion, insertTargetVersion, updateVersionsClass } from './versions/store.ts'

/** Whether something may be written to somebody's plan; from then on nobody else writes to it until the transaction ends. */
export async function holdLiving(tx: Tx, personId: PersonId): Promise<boolean> {
  const person = await findPerson(tx, personId)
  if (person?.state !== 'active' || person.diedOn !== null) return false
  await holdPlan(tx, personId)
  return true
}

/** Sets a goal of a young person the actor may know, in their own words. Sent twice, it is one. */
export async function setGoal(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  words: string,
): Promise<Result<RowId, 'unknown'>> {
  if (!(await holdLiving(tx, personId))) return refused('unknown')
  const same = (await listGoals(tx, personId)).find(goal => goal.state === 'open' && goal.words === words)
  if (same) return ok(same.rowId)
  const id = await insertGoal(tx, personId, accountId, words)
  await record(tx, { action: 'plan.goal-set', about: [personId], target: id })
  return ok(id)
}

/** Changes a goal, or ends it; what it said before is kept. A goal with open targets is not ended: they are answered first. */
export async function changeGoal(
  tx: Tx,
  personId: PersonId,
  id: RowId,
  changed: { readonly words: string; readonly state: Goal['state']; readonly version: number },
): Promise<Result<null, 'unknown' | 'stale' | 'open-targets'>> {
  const before = (await holdLiving(tx, personId)) ? await findGoal(tx, id) : undefined
  if (before?.personId !== personId) return refused('unknown')
  if (before.version !== changed.version) return refused('stale')
  if (before.words === changed.words && before.state === changed.state) return ok(null)
  if (changed.state !== 'open' && hasOpenTargets(before, await listTargets(tx, personId)))
    return refused('open-targets')
  await insertGoalVersion(tx, before)
  if ((await updateGoal(tx, id, changed)) === 0) return refused('stale')
  await record(tx, {
    action: 'plan.goal-changed',
    about: [personId],
    target: id,
    payload: { from: before.version, state: changed.state },
  })
  return ok(null)
}

/** A target as it is to be: its factor with the class it tells of, so that the two never part. */
export type TargetWanted = Omit<TargetContent, 'factor' | 'aimId' | keyof BothViews> &
  Partial<Pick<TargetContent, 'aimId' | keyof BothViews>> & { readonly factor: PlanFactor | undefined }

function contentOf({ factor, ...rest }: TargetWanted): TargetContent {
  return { aimId: null, ownStep: 'not-asked', adviserStep: 'not-asked', ...rest, factor: factor?.code ?? null }
}

function bitsOf({ factor, isRestricted }: TargetWanted): Bits {
  const { own, also } = classesOfTarget(factor, isRestricted)
  return { bit: CLASS_BITS[own], also: also === null ? null : CLASS_BITS[also] }
}

/** Sets a target under an open goal. Sent twice, it is one. */
export async function setTarget(
  tx: Tx,
  personId: PersonId,
  goalId: RowId,
  accountId: AccountId,
  wanted: TargetWanted,
): Promise<Result<RowId, TargetTrouble | 'unknown' | 'goal-ended'>> {
  const goal = (await holdLiving(tx, personId)) ? await findGoal(tx, goalId) : undefined
  if (goal?.personId !== personId) return refused('unknown')
  if (goal.state !== 'open') return refused('goal-ended')
  const content = contentOf(wanted)
  const trouble = targetTrouble(content, tx.acting.today)
  if (trouble) return refused(trouble)
  const same = openOf({ targets: await listTargets(tx, personId) }).find(
    one => one.goalId === goalId && saysTheSame(one, content),
  )
  if (same) return ok(same.rowId)
  const id = await insertTarget(tx, goalId, accountId, bitsOf(wanted), content)
  await record(tx, { action: 'plan.target-set', about: [personId], target: id })
  return ok(id)
}

/**
 * Changes an open target; what it said before is kept, as close as the target is now. A day that has been is let stand where it was
 * there before.
 */
export async function changeTarget(
  tx: Tx,
  personId: PersonId,
  id: RowId,
  version: number,
  accountId: AccountId,
  wanted: TargetWanted,
): Promise<Result<null, TargetTrouble | 'unknown' | 'stale' | 'answered'>> {
  const before = (await holdLiving(tx, personId)) ? await findTarget(tx, id) : undefined
  if (before?.personId !== personId) return refused('unknown')
  if (before.state !== 'open') return refused('answered')
  if (before.version !== version) return refused('stale')
  const content = contentOf(wanted)
  if (saysTheSame(before, content)) return seeSteps(tx, before, content)
  const trouble = targetTrouble(content, tx.acting.today)
  if (trouble && !(trouble === 'due-before' && before.dueOn === content.dueOn)) return refused(trouble)
  await insertTargetVersion(tx, before)
  if ((await updateTarget(tx, id, version, bitsOf(wanted), content)) === 0) return refused('stale')
  await asHouse(tx, 'what a target said before', worker => updateVersionsClass(worker, id, bitsOf(wanted)))
  const now = await findTarget(tx, id)
  if (now) await askAnew(tx, now, accountId)
  await record(tx, { action: 'plan.target-changed', about: [personId], target: id, payload: { from: version } })
  return ok(null)
}

/** Keeps how big a step an open target is seen as; what was said of that before is kept. */
export async function seeSteps(tx: Tx, before: Target, to: BothViews): Promise<Result<null, 'stale'>> {
  if (before.ownStep === to.ownStep && before.adviserStep === to.adviserStep) return ok(null)
  await insertTargetVersion(tx, before)
  if ((await updateSteps(tx, before, to)) === 0) return refused('stale')
  await record(tx, {
    action: 'plan.step-seen',
    about: [before.personId],
    target: before.rowId,
    payload: { from: before.version, own: to.ownStep, adviser: to.adviserStep },
  })
  return ok(null)
}

export type Agreeing = {
  readonly agreement: Agreement['agreement']
  readonly words: string
  readonly copyGiven: Copy
  readonly reviewOn: Day
  readonly viewOfHelp: string
  /** What the page showed that was agreed to. */
  readonly stamp: string
  /** The link by which they say it themselves. */
  readonly linkId?: RowId
}

export type AgreeTrouble = 'unknown' | 'no-goal' | 'stale' | 'not-ahead' | 'too-far'

/** The plan as it stands while it is agreed or reviewed, or why it is not. */
async function planToAgree(
  tx: Tx,
  personId: PersonId,
  { stamp, reviewOn }: Agreeing,
): Promise<Result<Plan, AgreeTrouble>> {
  if (!(await holdLiving(tx, personId))) return refused('unknown')
  const plan = await findPlan(tx, personId)
  if (stampOf(plan) !== stamp) return refused('stale')
  if (shownIn(plan).length === 0) return refused('no-goal')
  const trouble = aheadTrouble(reviewOn, tx.acting.today, REVIEW_MONTHS)
  return trouble ? refused(trouble) : ok(plan)
}

/**
 * What to answer where a plan cannot be agreed: where the page is stale only because the same was said a moment ago by the same account, a
 * form that was sent twice, it is done.
 */
async function unlessSaid(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  kind: Agreement['kind'],
  a: Agreeing,
  why: AgreeTrouble,
): Promise<Result<RowId, AgreeTrouble>> {
  const [last] = why === 'stale' ? await listAgreements(tx, personId) : []
  const isSame =
    last?.kind === kind &&
    last.agreedBy === accountId &&
    last.agreedOn === tx.acting.today &&
    last.agreement === a.agreement &&
    last.words === a.words &&
    last.viewOfHelp === a.viewOfHelp &&
    last.copyGiven === a.copyGiven &&
    last.reviewOn === a.reviewOn
  return isSame ? ok(last.rowId) : refused(why)
}

/** Writes down what the young person said to the plan as it was shown. Sent twice, it is once. */
export async function agreePlan(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  agreeing: Agreeing,
): Promise<Result<RowId, AgreeTrouble>> {
  const plan = await planToAgree(tx, personId, agreeing)
  if (!plan.ok) return unlessSaid(tx, personId, accountId, 'plan', agreeing, plan.why)
  const id = await insertAgreement(tx, personId, {
    ...agreeing,
    kind: 'plan',
    agreedBy: accountId,
    shown: shownIn(plan.value),
    linkId: agreeing.linkId ?? null,
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
  readonly answers: readonly { readonly targetId: RowId; readonly answer: TargetAnswer; readonly words: string }[]
}

/** Closes a review: every open target the actor may see is answered, or nothing is. Sent twice, it is one. */
export async function reviewPlan(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  reviewing: Reviewing,
): Promise<Result<RowId, AgreeTrouble | 'unanswered'>> {
  const plan = await planToAgree(tx, personId, reviewing)
  if (!plan.ok) return unlessSaid(tx, personId, accountId, 'review', reviewing, plan.why)
  const open = openOf(plan.value)
  const answers = new Map(reviewing.answers.map(answer => [answer.targetId, answer]))
  if (open.some(target => !answers.has(target.rowId))) return refused('unanswered')
  for (const target of open) {
    const { answer, words } = answers.get(target.rowId) ?? { answer: 'goes-on' as const, words: '' }
    if (answer === 'goes-on') continue
    await insertTargetVersion(tx, target)
    if ((await updateAnswered(tx, target, answer, words)) === 0) return refused('stale')
  }
  const id = await insertAgreement(tx, personId, {
    ...reviewing,
    kind: 'review',
    agreedBy: accountId,
    shown: shownIn(afterAnswers(plan.value, reviewing.answers)),
    linkId: null,
  })
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
  return goal?.personId === personId ? filedAs(tx, 'plan_goal', id, goal.words, CLASS_BITS.plan) : undefined
}

/** The same of a target. */
export async function findFiledTarget(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const target = await findTarget(tx, id)
  return target?.personId === personId ? filedAs(tx, 'plan_target', id, target.what, target.classBit) : undefined
}

/** The same of what was agreed. */
export async function findFiledAgreement(tx: Tx, personId: PersonId, id: RowId): Promise<FiledRow | undefined> {
  const agreement = (await listAgreements(tx, personId)).find(one => one.rowId === id)
  return agreement && filedAs(tx, 'plan_agreement', id, formatDay(agreement.agreedOn), CLASS_BITS.plan)
}

async function filedAs(
  tx: Tx,
  table: FiledTable,
  rowId: RowId,
  said: string,
  classBit: number,
): Promise<FiledRow | undefined> {
  const filed = await findFiling(tx, table, rowId)
  return filed && { rowId, said, classBit, filedBy: filed.by, filedAt: filed.at }
}

/** How each kind is sealed, a goal with the targets under it; asked as the house. Returns how many: one, or none when it was before. */
export const sealFiledPlan = {
  goal: (worker: Tx, personId: PersonId, id: RowId) => sealHeld(worker, 'plan_goal', personId, id),
  target: (worker: Tx, personId: PersonId, id: RowId) => sealHeld(worker, 'plan_target', personId, id),
  agreement: (worker: Tx, personId: PersonId, id: RowId) => sealHeld(worker, 'plan_agreement', personId, id),
}

/** Nobody writes to the plan meanwhile: what a target said in that moment would stay. */
async function sealHeld(worker: Tx, table: FiledTable, personId: PersonId, id: RowId): Promise<number> {
  await holdPlan(worker, personId)
  return updateSealed(worker, table, personId, id)
}
