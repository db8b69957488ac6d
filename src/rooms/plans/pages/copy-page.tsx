import type { JSX } from 'preact'
import { type Day, formatDay, isBefore } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { PersonFrame } from '#rooms/people/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { PdfDocument } from '#web/pdf/document.ts'
import { PageHead } from '#web/shell/layout.tsx'
import { saidOfStep } from '../challenge/parts.tsx'
import { type CopyGoal, type CopyWords, copyDocument, copyOf } from '../copy/copy.ts'
import { CopySteps } from '../copy/steps.tsx'
import type { Plan } from '../plan.ts'
import { en, targetStates } from '../words.ts'

/** The copy that is handed over or read aloud: large, in plain words, without what is kept close. */
export type HandedCopy = {
  readonly title: string
  readonly goals: readonly CopyGoal[]
  /** When it is looked at again. */
  readonly review: string
  readonly made: string
}

/** What the page and the file of it say alike. */
export function handedCopy(given: string, plan: Plan, today: Day): HandedCopy {
  const words: CopyWords = {
    ...{ who: en.copyWho, you: given, adviser: en.copyAdviser, support: en.supportLine, known: en.knownLine },
    ...{ states: targetStates, noSteps: en.copyNoSteps, views: step => saidOfStep(step, given) },
  }
  const reviewOn = plan.agreements[0]?.reviewOn ?? null
  return {
    title: en.copyTitle(given),
    goals: copyOf(plan, words, formatDay),
    review: reviewOn !== null && !isBefore(reviewOn, today) ? en.copyReview(formatDay(reviewOn)) : '',
    made: en.copyMade(formatDay(today)),
  }
}

/** The page of it, with the way to the file. */
export function CopyPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly copy: HandedCopy
}): JSX.Element {
  const { id } = p.frame.person
  const { title, goals, review, made } = p.copy
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={id}>
      <BackLink href={`/people/${id}/plan`}>{en.back}</BackLink>
      <PageHead title={title} />
      <div class="cx-copy">
        <div class="cx-copy__note">
          <p>{en.copyNote}</p>
          <Button href={`/people/${id}/plan/copy.pdf`} classes="govuk-button--secondary">
            {en.copyPdf}
          </Button>
        </div>
        {goals.map(goal => (
          <section aria-label={goal.words}>
            <h2>“{goal.words}”</h2>
            <CopySteps steps={goal.steps} none={en.copyNoSteps} />
          </section>
        ))}
        <p>
          {review} {made}
        </p>
      </div>
    </StaffPage>
  )
}

/** The same as a file. */
export function handedDocument({ title, goals, review, made }: HandedCopy): PdfDocument {
  return copyDocument({
    ...{ language: 'en', title, lead: '', goals, noSteps: en.copyNoSteps, footer: made },
    closing: review === '' ? [] : [{ kind: 'note', text: review }],
  })
}
