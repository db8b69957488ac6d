/** Whether a plan stretches: how big its steps are to both, and whether it works towards what they aim for. It advises and never blocks. docs/rules/plans.md */
import { type BothViews, type Hopes, type Plan, STEPS, type Step, type Target } from '../plan.ts'

export const VOICES = ['own', 'adviser'] as const
export type Voice = (typeof VOICES)[number]

export function stepOf(target: BothViews, voice: Voice): Step {
  return voice === 'own' ? target.ownStep : target.adviserStep
}

/** Two views so many places apart or more are worth a talk (ours). */
const APART = 2

/** How far two views of a step lie apart; undefined where one of them was not asked. Never a number between the two. */
export function apartOf({ ownStep, adviserStep }: BothViews): number | undefined {
  if (ownStep === 'not-asked' || adviserStep === 'not-asked') return undefined
  return Math.abs(STEPS.indexOf(ownStep) - STEPS.indexOf(adviserStep))
}

export type StepAdvice = 'own-easy' | 'own-too-far' | 'apart'

/** What is to be thought about of how big a step an open target is. */
export function stepAdvice(target: BothViews): StepAdvice[] {
  const advice: [StepAdvice, boolean][] = [
    ['own-easy', target.ownStep === 'easy'],
    ['own-too-far', target.ownStep === 'too-far'],
    ['apart', (apartOf(target) ?? 0) >= APART],
  ]
  return advice.filter(([, holds]) => holds).map(([name]) => name)
}

/** Whether a target works towards the aim they hold to now, as far as the reader may know of it. */
export function towardsAim({ aimId }: Pick<Target, 'aimId'>, hopes: Hopes | undefined): boolean {
  return aimId !== null && hopes?.sameAim.includes(aimId) === true
}

export type PlanAdvice = 'all-easy' | 'all-too-far' | 'no-aim' | 'aim-unserved' | 'reached-unknown'

/**
 * What is to be thought about of the whole plan, beside aspiration and attainment. Of what the reader may not know nothing is said.
 * @param hopes undefined where the reader may not know what they aim for
 */
export function planAdvice({ targets }: Pick<Plan, 'targets'>, hopes: Hopes | undefined): PlanAdvice[] {
  const open = targets.filter(target => target.state === 'open')
  if (open.length === 0) return []
  const towards = open.some(target => towardsAim(target, hopes))
  const advice: [PlanAdvice, boolean][] = [
    ['all-easy', open.every(target => target.ownStep === 'easy')],
    ['all-too-far', open.every(target => target.ownStep === 'too-far')],
    ['no-aim', hopes !== undefined && hopes.aim === undefined],
    ['aim-unserved', hopes?.aim !== undefined && !towards],
    ['reached-unknown', hopes?.aim !== undefined && hopes.reached?.length === 0],
  ]
  return advice.filter(([, holds]) => holds).map(([name]) => name)
}

/** What came of a step beside how big it was thought to be: it is for the next one to learn from. */
export type Reading = 'easy-met' | 'far-met' | 'small-missed' | 'far-missed'

/** Of a target that was answered, as one voice saw it; undefined where it turned out as was thought, or was not asked. */
export function readingOf(target: BothViews & Pick<Target, 'state'>, voice: Voice): Reading | undefined {
  const step = stepOf(target, voice)
  if (target.state === 'met') return step === 'easy' ? 'easy-met' : step === 'too-far' ? 'far-met' : undefined
  if (target.state !== 'not-met') return undefined
  if (step === 'easy' || step === 'right') return 'small-missed'
  return step === 'too-far' ? 'far-missed' : undefined
}
