/** Whose plan a page is about, and whether the visitor may see it. */
import { z } from 'zod'
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Visit } from '#rooms/identity/index.ts'
import type { FramePerson, PersonFrame } from '#rooms/people/index.ts'
import type { Within } from '#rooms/sharing/index.ts'
import { idParam } from '#web/params.ts'
import { type Answer, go, nothing } from '#web/register.ts'
import type { ContactBefore } from '../log/entry.ts'
import type { Goal, Hopes, Plan, PlanFactor, Target } from '../plan.ts'
import { openPart } from '../rules.ts'
import { findGoal, findPlan, findTarget } from '../store.ts'

export const personParam = z.object({ personId: idParam<PersonId>() })
export const goalParam = personParam.extend({ goalId: idParam<RowId>() })
export const targetParam = personParam.extend({ targetId: idParam<RowId>() })

/** What rooms and the house hand down. */
export type PlanHouse = {
  readonly frame: FramePerson
  readonly factors: (tx: Tx) => readonly PlanFactor[]
  /** What somebody aims for and has reached, as far as the caller may see it. */
  readonly hopesOf: (tx: Tx, personId: PersonId, seen: ReadonlySet<RecordClass>) => Promise<Hopes | undefined>
  /** Groups somebody goes to, and what those do for them, as far as the caller may know. */
  readonly supportOf: (tx: Tx, personId: PersonId) => Promise<SupportBeside>
  /** Contacts whose next step became a target, as far as the caller may see them. */
  readonly contactsBefore: (tx: Tx, targetId: RowId) => Promise<ContactBefore[]>
  /** Who leads for somebody now. As the house. */
  readonly leadOf: (worker: Tx, personId: PersonId) => Promise<AccountId | undefined>
  /** Who leads the team of an account. */
  readonly leaderOf: (worker: Tx, accountId: AccountId) => Promise<AccountId | undefined>
  /** Another transaction, as whoever opened a link. */
  readonly within: Within
  /** Where links lead. */
  readonly publicUrl: string
}
/** What groups do for somebody, beside their plan. */
export type SupportBeside = {
  /** Whether there is a group a page of theirs may show. */
  readonly isInGroup: boolean
  readonly steps: readonly {
    readonly rowId: RowId
    readonly what: string
    readonly who: string
    readonly dueOn: Day
    /** Where the reader may know which group it is. */
    readonly group: string | undefined
  }[]
}
export type PersonVisit = Visit<{ personId: PersonId }, unknown>

/** A young person whose plan the visitor may see, with what its pages need. */
export type Planning = {
  readonly frame: PersonFrame
  /** Factors whose class the visitor sees: a target about another would go from their sight. */
  readonly factors: readonly PlanFactor[]
  /** Whether the visitor sees what is kept close: a target they could not see again would have nobody to answer it. */
  readonly mayKeepClose: boolean
}

export async function withPlan(
  house: PlanHouse,
  visit: PersonVisit,
  work: (planning: Planning) => Promise<Answer>,
): Promise<Answer> {
  const { personId } = visit.params
  const frame = await house.frame(visit, personId)
  if (!frame?.seen.has('plan')) return nothing('unknown', [personId])
  const factors = house.factors(visit.tx).filter(f => f.discloses === null || frame.seen.has(f.discloses))
  return work({ frame, factors, mayKeepClose: frame.seen.has('restricted') })
}

/** The same for what writes to it: nothing is planned any more with somebody who has died. */
export function withLiving(
  house: PlanHouse,
  visit: PersonVisit,
  work: (planning: Planning) => Promise<Answer>,
): Promise<Answer> {
  return withPlan(house, visit, async planning =>
    planning.frame.person.diedOn === null ? work(planning) : go(`/people/${planning.frame.person.id}/plan`),
  )
}

/** The same for what speaks of the open plan: where nothing is open there is nothing to agree, review or hand over. */
export async function withOpenPlan(
  visit: PersonVisit,
  { frame }: Planning,
  work: (plan: Plan) => Answer | Promise<Answer>,
): Promise<Answer> {
  const { id } = frame.person
  const plan = await findPlan(visit.tx, id)
  return openPart(plan).goals.length === 0 ? go(`/people/${id}/plan`) : work(plan)
}

export function withGoal(
  house: PlanHouse,
  visit: Visit<{ personId: PersonId; goalId: RowId }, unknown>,
  work: (planning: Planning, goal: Goal) => Promise<Answer>,
): Promise<Answer> {
  return withLiving(house, visit, async planning => {
    const { personId } = visit.params
    const goal = await findGoal(visit.tx, visit.params.goalId)
    return goal?.personId === personId ? work(planning, goal) : nothing('unknown', [personId])
  })
}

export function withTarget(
  house: PlanHouse,
  visit: Visit<{ personId: PersonId; targetId: RowId }, unknown>,
  work: (planning: Planning, goal: Goal, target: Target) => Promise<Answer>,
): Promise<Answer> {
  return withLiving(house, visit, async planning => {
    const { personId } = visit.params
    const target = await findTarget(visit.tx, visit.params.targetId)
    const goal = target?.personId === personId ? await findGoal(visit.tx, target.goalId) : undefined
    return target && goal ? work(planning, goal, target) : nothing('unknown', [personId])
  })
}
