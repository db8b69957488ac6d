import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { saidOfStep } from '../challenge/parts.tsx'
import type { Plan, Target } from '../plan.ts'
import { byDay, openPart } from '../rules.ts'
import { doneBy, en } from '../words.ts'

/** What is open of a plan, as it is read out: each goal, and under it who does what by when. */
export function OpenPlan(p: { readonly plan: Plan; readonly given: string }): JSX.Element {
  const { goals, targets } = openPart(p.plan)
  const open = byDay(targets)
  return (
    <>
      {goals.map(goal => {
        const own = open.filter(target => target.goalId === goal.rowId)
        return (
          <section aria-label={goal.words}>
            <SectionHead>“{goal.words}”</SectionHead>
            {own.length === 0 ? (
              <p class="cx-quiet">{en.noTargets}</p>
            ) : (
              <FactList
                facts={own.map(target => ({
                  label: doneBy(target, { 'young-person': p.given }),
                  value: <Said target={target} given={p.given} />,
                }))}
              />
            )}
          </section>
        )
      })}
    </>
  )
}

function Said(p: { target: Target; given: string }): JSX.Element {
  const { what, dueOn, support, howKnown, isRestricted } = p.target
  return (
    <>
      {isRestricted && <StatusTag kind="care">{en.keptClose}</StatusTag>} {what}
      {dueOn !== null && `, ${en.by(formatDay(dueOn))}`}
      {support !== '' && (
        <>
          <br />
          {en.supportLine(support)}
        </>
      )}
      {howKnown !== '' && (
        <>
          <br />
          {en.knownLine(howKnown)}
        </>
      )}
      {saidOfStep(p.target, p.given).map(line => (
        <div>{line}</div>
      ))}
    </>
  )
}
