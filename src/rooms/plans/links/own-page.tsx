import type { ComponentChildren, JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { BackToOwnPages, CloseOwn, OwnFrame, type OwnPage } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { dayIn, type Language } from '#web/language.ts'
import type { PdfDocument } from '#web/pdf/document.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { type CopyGoal, copyDocument, copyOf } from '../copy/copy.ts'
import { CopySteps } from '../copy/steps.tsx'
import type { LogEntry } from '../log/entry.ts'
import { type Agreement, type BothViews, type Plan, STEPS, type Target } from '../plan.ts'
import { ownFileIn } from '../progress-file/words.ts'
import { stampOf } from '../rules.ts'
import { askedOfSteps, stepField } from './forms.ts'
import { type OwnPlanWords, ownPlanIn } from './words.ts'

type Own = {
  readonly visitor: Visitor
  readonly token: string
  readonly given: string
  readonly adviser: string
  readonly plan: Plan
  /** What was done towards its steps, newest first. */
  readonly log: readonly LogEntry[]
}

/** Their plan, in plain words, with the question what they think of it; or what they said. */
export function OwnPlanPage(
  p: Own & {
    readonly form: FormState
    /** What else the link opens to them. */
    readonly pages: readonly OwnPage[]
    readonly reviewOn: string | null
    /** What they said to it by this very link. */
    readonly said: Agreement | undefined
    /** Over the page, for somebody who looks as they would. */
    readonly notice?: ComponentChildren
  },
): JSX.Element {
  const { language } = p.visitor
  const words = ownPlanIn(language)
  const goals = ownGoals(p, language)
  const here = `/open/${p.token}/plan`
  return (
    <OwnFrame
      visitor={p.visitor}
      token={p.token}
      title={p.said ? words.thanks : words.title}
      lead={p.said ? words.thanksText(p.adviser) : words.lead(p.given, p.adviser)}
      form={p.form}
      notice={p.notice}
    >
      <ErrorSummaryOf form={p.form} />
      {p.said && <Said words={words} said={p.said} />}
      {goals.length === 0 && <p>{words.noPlan}</p>}
      {goals.map(goal => (
        <PlainCard>
          <h2>“{goal.words}”</h2>
          <CopySteps steps={goal.steps} none={words.noSteps} />
        </PlainCard>
      ))}
      {p.reviewOn !== null && <p>{p.reviewOn}</p>}
      {goals.length > 0 && (
        <p>
          <a class="govuk-link" href={`${here}.pdf`}>
            {words.pdf}
          </a>
        </p>
      )}
      {p.pages.includes('file') && (
        <p>
          <a class="govuk-link" href={`/open/${p.token}/file`}>
            {ownFileIn(language).way}
          </a>
        </p>
      )}
      <BackToOwnPages token={p.token} pages={p.pages} language={language} />
      {goals.length > 0 && !p.said && (
        <PostForm action={here} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="stamp" value={stampOf(p.plan)} />
          {askedOfSteps(p.plan).length > 0 && (
            <>
              <h2>{words.stepsHead}</h2>
              <p>{words.stepsText}</p>
            </>
          )}
          {askedOfSteps(p.plan).map(step => (
            <SelectField
              form={p.form}
              name={stepField(step)}
              label={step.what}
              empty={words.stepNotSaid}
              items={STEPS.map(value => ({ value, label: words.steps[value] }))}
            />
          ))}
          <RadiosField
            form={p.form}
            name="agreement"
            label={words.question}
            items={[
              { value: 'agreed', label: words.yes },
              { value: 'disagreed', label: words.no },
            ]}
          />
          <TextareaField form={p.form} name="words" label={words.words} hint={words.wordsHint} rows={4} />
          <Button>{words.button}</Button>
        </PostForm>
      )}
      <CloseOwn token={p.token} csrfToken={p.visitor.csrfToken} language={language} />
    </OwnFrame>
  )
}

function Said(p: { readonly words: OwnPlanWords; readonly said: Agreement }): JSX.Element {
  return (
    <PlainCard>
      <h2>{p.words.yourAnswer}</h2>
      <p>{p.words[p.said.agreement]}</p>
      {p.said.words !== '' && <blockquote class="cx-quote">{p.said.words}</blockquote>}
    </PlainCard>
  )
}

function ownGoals({ plan, log }: Pick<Own, 'plan' | 'log'>, language: Language): CopyGoal[] {
  const words = ownPlanIn(language)
  const said = ({ ownStep, adviserStep }: BothViews) => [
    words.yourStep(ownStep === 'not-asked' ? words.notAsked : words.steps[ownStep]),
    words.adviserStep(adviserStep === 'not-asked' ? words.notSaid : words.steps[adviserStep]),
  ]
  const done = ({ rowId }: Target) =>
    log.filter(one => one.targetId === rowId).map(one => words.done(dayIn(language, one.doneOn), one.words))
  return copyOf(plan, { ...words, views: said, done }, day => dayIn(language, day))
}

/** What they read on their page, as a file of their own. */
export function ownDocument(
  p: Omit<Own, 'token' | 'visitor'> & {
    readonly language: Language
    readonly reviewOn: string | null
    readonly said: Agreement | undefined
    readonly today: Day
  },
): PdfDocument {
  const words = ownPlanIn(p.language)
  const said: PdfDocument['parts'] = p.said
    ? [
        { kind: 'heading', level: 2, text: words.yourAnswer },
        { kind: 'text', text: words[p.said.agreement] },
        ...(p.said.words === '' ? [] : [{ kind: 'text', tone: 'quote', text: p.said.words } as const]),
      ]
    : []
  return copyDocument({
    language: p.language,
    title: words.title,
    lead: words.fileLead(p.given, p.adviser),
    goals: ownGoals(p, p.language),
    noSteps: words.noSteps,
    closing: [...(p.reviewOn === null ? [] : [{ kind: 'note', text: p.reviewOn } as const]), ...said],
    footer: words.fileFoot(dayIn(p.language, p.today)),
  })
}
