import type { ComponentChildren, JSX } from 'preact'
import { otherLanguageFor, type Visitor, YoungPage } from '#rooms/identity/index.ts'
import { linkWordsIn } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { dayIn } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import type { Agreement, Plan, Target } from '../plan.ts'
import { byDay, openPart, stampOf } from '../rules.ts'
import { doneBy } from '../words.ts'
import { type OwnPlanWords, ownPlanIn } from './words.ts'

type Own = {
  readonly visitor: Visitor
  readonly token: string
  readonly given: string
  readonly adviser: string
  readonly plan: Plan
}

/** Their plan, in plain words, with the question what they think of it; or what they said. */
export function OwnPlanPage(
  p: Own & {
    readonly form: FormState
    readonly reviewOn: string | null
    /** What they said to it by this very link. */
    readonly said: Agreement | undefined
    /** Over the page, for somebody who looks as they would. */
    readonly notice?: ComponentChildren
  },
): JSX.Element {
  const { language } = p.visitor
  const words = ownPlanIn(language)
  const { goals } = openPart(p.plan)
  const here = `/open/${p.token}/plan`
  return (
    <YoungPage
      language={language}
      other={otherLanguageFor(p.visitor)}
      title={p.said ? words.thanks : words.title}
      hasErrors={p.form.errors.length > 0}
      head={
        <>
          <h1>{p.said ? words.thanks : words.title}</h1>
          <p>{p.said ? words.thanksText(p.adviser) : words.lead(p.given, p.adviser)}</p>
        </>
      }
      notice={p.notice}
      leaveHref={`/open/${p.token}/leave`}
      worried={{ href: `/open/${p.token}/worried`, text: linkWordsIn(language).worried }}
    >
      <ErrorSummaryOf form={p.form} />
      {p.said && <Said words={words} said={p.said} />}
      {goals.length === 0 && <p>{words.noPlan}</p>}
      {goals.map(goal => (
        <PlainCard>
          <h2>“{goal.words}”</h2>
          <PlanSteps
            words={words}
            owners={{ 'young-person': words.you, adviser: words.adviser }}
            language={language}
            targets={byDay(p.plan.targets.filter(t => t.goalId === goal.rowId && isTheirs(t)))}
          />
        </PlainCard>
      ))}
      {p.reviewOn !== null && <p>{p.reviewOn}</p>}
      {goals.length > 0 && !p.said && (
        <PostForm action={here} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="stamp" value={stampOf(p.plan)} />
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
      <PostForm action={`/open/${p.token}/done`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{words.close}</Button>
      </PostForm>
    </YoungPage>
  )
}

/** What is kept close stays where it is; what was dropped is no part of it any more. */
function isTheirs(target: Target): boolean {
  return !target.isRestricted && target.state !== 'dropped'
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

/** The steps of a goal, as somebody without an account reads them. */
export function PlanSteps(p: {
  readonly words: Pick<OwnPlanWords, 'noSteps' | 'who' | 'support' | 'known' | 'done'>
  readonly owners: Readonly<Record<'young-person' | 'adviser', string>>
  readonly language: Visitor['language']
  readonly targets: readonly Target[]
}): JSX.Element {
  const { words } = p
  if (p.targets.length === 0) return <p>{words.noSteps}</p>
  return (
    <ol class="cx-copy__steps">
      {p.targets.map(step => (
        <li>
          <strong>{step.what}</strong>
          {step.state === 'open' ? (
            <>
              <p>{words.who(doneBy(step, p.owners), step.dueOn === null ? null : dayIn(p.language, step.dueOn))}</p>
              {step.support !== '' && <p>{words.support(step.support)}</p>}
              {step.howKnown !== '' && <p>{words.known(step.howKnown)}</p>}
            </>
          ) : (
            <p>{words.done}</p>
          )}
        </li>
      ))}
    </ol>
  )
}
