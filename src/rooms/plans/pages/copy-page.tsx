import type { JSX } from 'preact'
import { type Day, formatDay, isBefore } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { PageHead } from '#web/shell/layout.tsx'
import type { Plan, Target } from '../plan.ts'
import { byDay, openPart } from '../rules.ts'
import { doneBy, en, targetStates } from '../words.ts'

/** The copy that is handed over or read aloud: large, in plain words, without what is kept close. */
export function CopyPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly plan: Plan
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const open = openPart(p.plan).goals
  const reviewOn = p.plan.agreements[0]?.reviewOn ?? null
  const title = en.copyTitle(person.given)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id}>
      <BackLink href={`/people/${person.id}/plan`}>{en.back}</BackLink>
      <PageHead title={title} />
      <div class="cx-copy">
        <p class="cx-copy__note">{en.copyNote}</p>
        {open.map(goal => (
          <section aria-label={goal.words}>
            <h2>“{goal.words}”</h2>
            <Steps
              targets={byDay(p.plan.targets.filter(t => t.goalId === goal.rowId && isForThem(t)))}
              given={person.given}
            />
          </section>
        ))}
        <p>
          {reviewOn !== null && !isBefore(reviewOn, p.today) && `${en.copyReview(formatDay(reviewOn))} `}
          {en.copyMade(formatDay(p.today))}
        </p>
      </div>
    </StaffPage>
  )
}

/** What is kept close stays here: whoever finds the copy would read it. What was dropped is no part of it. */
function isForThem(target: Target): boolean {
  return !target.isRestricted && target.state !== 'dropped'
}

/** What is to be done, the earliest day first, then what is done. */
function Steps(p: { targets: readonly Target[]; given: string }): JSX.Element {
  const steps = [...p.targets.filter(t => t.state === 'open'), ...p.targets.filter(t => t.state !== 'open')]
  if (steps.length === 0) return <p>{en.copyNoSteps}</p>
  return (
    <ol class="cx-copy__steps">
      {steps.map(step => (
        <li>
          <strong>{step.what}</strong>
          {step.state === 'open' ? <Open step={step} given={p.given} /> : <p>{targetStates[step.state]}</p>}
        </li>
      ))}
    </ol>
  )
}

function Open({ step, given }: { step: Target; given: string }): JSX.Element {
  const who = doneBy(step, { 'young-person': given, adviser: en.copyAdviser })
  return (
    <>
      <p>{en.copyWho(who, step.dueOn === null ? null : formatDay(step.dueOn))}</p>
      {step.support !== '' && <p>{en.supportLine(step.support)}</p>}
      {step.howKnown !== '' && <p>{en.knownLine(step.howKnown)}</p>}
    </>
  )
}
