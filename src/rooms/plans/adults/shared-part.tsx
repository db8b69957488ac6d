import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { Language } from '#web/language.ts'
import { dayIn } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { PlanSteps } from '../links/own-page.tsx'
import type { Plan } from '../plan.ts'
import { byDay } from '../rules.ts'
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
  return (
    <>
      {p.part.goals.length === 0 && <p>{words.none}</p>}
      {p.part.goals.map(goal => (
        <PlainCard>
          <h2>“{goal.words}”</h2>
          <PlanSteps
            words={words}
            owners={{ 'young-person': p.given, adviser: p.adviser }}
            language={p.language}
            targets={byDay(p.part.targets.filter(t => t.goalId === goal.rowId))}
          />
        </PlainCard>
      ))}
      {p.reviewOn !== null && <p>{words.reviewOn(dayIn(p.language, p.reviewOn))}</p>}
      <p>{words.help(p.given)}</p>
      <p>{words.ask(p.adviser)}</p>
    </>
  )
}
