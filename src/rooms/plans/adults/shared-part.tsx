import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { Language } from '#web/language.ts'
import { dayIn } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { copyOf } from '../copy/copy.ts'
import { CopySteps } from '../copy/steps.tsx'
import type { Plan } from '../plan.ts'
import { type AdultPlanWords, adultPlanIn } from './words.ts'

/** The part of a plan a parent or carer reads: the same for them, for the young person it is shown to first, and for whoever looks as they would (K2). */
export function SharedPart(p: {
  readonly language: Language
  readonly part: Pick<Plan, 'goals' | 'targets'>
  readonly given: string
  readonly adviser: string
  readonly reviewOn: Day | null
}): JSX.Element {
  const words: AdultPlanWords = adultPlanIn(p.language)
  const goals = copyOf(p.part, { ...words, you: p.given, adviser: p.adviser }, day => dayIn(p.language, day))
  return (
    <>
      {goals.length === 0 && <p>{words.none}</p>}
      {goals.map(goal => (
        <PlainCard>
          <h2>“{goal.words}”</h2>
          <CopySteps steps={goal.steps} none={words.noSteps} />
        </PlainCard>
      ))}
      {p.reviewOn !== null && <p>{words.reviewOn(dayIn(p.language, p.reviewOn))}</p>}
      <p>{words.help(p.given)}</p>
      <p>{words.ask(p.adviser)}</p>
    </>
  )
}
