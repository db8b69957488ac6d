/** The next step of a contact as a target of the plan. */
import type { Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import type { Result } from '#ground/result.ts'
import type { StepOwner } from './forms.ts'
import { updateNextTarget } from './store.ts'

export type NextStep = {
  readonly goalId: RowId
  readonly what: string
  readonly dueOn: Day | null
  readonly owner: StepOwner
}
export type StepTrouble = 'goal-gone' | 'due-before'

/** Makes a next step a target of somebody's plan; the house hands it down. */
export type IntoPlan = (
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
  step: NextStep,
) => Promise<Result<RowId, StepTrouble>>

export const STEP_AT = { 'goal-gone': 'goal', 'due-before': 'next-on' } as const satisfies Readonly<
  Record<StepTrouble, string>
>

/** The step a form asks to go into the plan; undefined where it asks for none. */
export function stepOf(value: {
  readonly goal: RowId | null
  readonly owner: StepOwner | null
  readonly 'next-step': string | null
  readonly 'next-on': Day | null
}): NextStep | undefined {
  const { goal: goalId, 'next-step': what, 'next-on': dueOn } = value
  return goalId === null || what === null ? undefined : { goalId, what, dueOn, owner: value.owner ?? 'young-person' }
}

/** Puts the next step of a contact into the plan, and keeps with the contact which target it became. */
export async function putNextStep(
  tx: Tx,
  intoPlan: IntoPlan,
  of: {
    readonly personId: PersonId
    readonly accountId: AccountId
    readonly contactId: RowId
    readonly step: NextStep
  },
): Promise<Result<RowId, StepTrouble>> {
  const target = await intoPlan(tx, of.personId, of.accountId, of.step)
  if (target.ok) await updateNextTarget(tx, of.contactId, target.value)
  return target
}
