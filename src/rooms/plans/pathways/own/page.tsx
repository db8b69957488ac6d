import type { JSX } from 'preact'
import type { Visitor } from '#rooms/identity/index.ts'
import { BackToOwnPages, CloseOwn, OwnFrame, type OwnPage } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { ErrorSummaryOf, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { dayIn } from '#web/language.ts'
import { PlainCard } from '#web/shell/young-parts.tsx'
import { OWN_SAYS, type PathwayStep } from '../pathway.ts'
import type { OwnPathway, OwnPathways } from './actions.ts'
import { fieldsOf } from './forms.ts'
import { ownPathwayIn } from './words.ts'

type Page = OwnPathways & {
  readonly visitor: Visitor
  readonly token: string
  readonly pages: readonly OwnPage[]
  readonly given: string
  readonly adviser: string
  readonly form: FormState
}

/** Their support on their own phone: what is agreed, the steps that are theirs, and how each stands with them. */
export function OwnPathwaysPage(p: Page): JSX.Element {
  const { language } = p.visitor
  const words = ownPathwayIn(language)
  return (
    <OwnFrame
      visitor={p.visitor}
      token={p.token}
      title={words.title}
      lead={words.lead(p.given, p.adviser)}
      form={p.form}
    >
      <ErrorSummaryOf form={p.form} />
      {p.isTakenBack && (
        <PlainCard>
          <p>{words.takenBack}</p>
        </PlainCard>
      )}
      {p.going.length === 0 && !p.isTakenBack && <p>{words.none}</p>}
      {p.going.map(one => (
        <OnePathway {...p} of={one} />
      ))}
      <BackToOwnPages token={p.token} pages={p.pages} language={language} />
      <CloseOwn token={p.token} csrfToken={p.visitor.csrfToken} language={language} />
    </OwnFrame>
  )
}

function OnePathway(p: Page & { readonly of: OwnPathway }): JSX.Element {
  const { language } = p.visitor
  const words = ownPathwayIn(language)
  const { pathway, toDo, done } = p.of
  const { kind, reviewOn, saidOn } = pathway
  const lines = [
    words.texts[kind],
    words.since(dayIn(language, pathway.openedOn)),
    ...(pathway.state === 'paused' ? [words.paused] : []),
    ...(pathway.said === 'yes' && saidOn !== null ? [words.yourYes(dayIn(language, saidOn))] : []),
    ...(reviewOn === null ? [] : [words.reviewOn(dayIn(language, reviewOn))]),
  ]
  return (
    <PlainCard>
      <h2>{words.names[kind]}</h2>
      {lines.map(line => (
        <p>{line}</p>
      ))}
      {pathway.saidWords !== '' && <blockquote class="cx-quote">{pathway.saidWords}</blockquote>}
      <h3>{words.steps}</h3>
      {toDo.length === 0 && <p>{words.noSteps}</p>}
      {toDo.map(step => (
        <OneStep {...p} step={step} />
      ))}
      {done.length > 0 && (
        <>
          <h3>{words.doneHead}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {done.map(step => (
              <li>{step.what}</li>
            ))}
          </ul>
        </>
      )}
      {kind === 'family' && <TakeBack {...p} />}
    </PlainCard>
  )
}

function OneStep(p: Page & { readonly step: PathwayStep }): JSX.Element {
  const { language } = p.visitor
  const words = ownPathwayIn(language)
  const { step } = p
  const at = fieldsOf(step.rowId)
  return (
    <section aria-labelledby={`step-${step.rowId}`}>
      <h4 class="govuk-heading-s" id={`step-${step.rowId}`}>
        {step.what}
      </h4>
      <p>{step.dueOn === null ? words.noDay : words.by(dayIn(language, step.dueOn))}</p>
      {step.ownSay !== null && step.ownOn !== null && (
        <>
          <p>{words.youSaid(words.says[step.ownSay], dayIn(language, step.ownOn))}</p>
          {step.ownWords !== '' && <blockquote class="cx-quote">{step.ownWords}</blockquote>}
        </>
      )}
      <PostForm action={`/open/${p.token}/pathway/steps/${step.rowId}`} csrfToken={p.visitor.csrfToken}>
        <input type="hidden" name="version" value={String(step.version)} />
        <RadiosField
          form={p.form}
          name={at.say}
          label={
            <>
              {words.say}
              <span class="govuk-visually-hidden">{words.sayOf(step.what)}</span>
            </>
          }
          classes="govuk-radios--small"
          items={OWN_SAYS.map(value => ({ value, label: words.says[value] }))}
        />
        <TextareaField form={p.form} name={at.words} label={words.words} hint={words.wordsHint} rows={2} />
        <Button>
          {words.button}
          <span class="govuk-visually-hidden">{words.sayOf(step.what)}</span>
        </Button>
      </PostForm>
    </section>
  )
}

/** Their no to work with their family, behind a line: it ends at once. */
function TakeBack(p: Page & { readonly of: OwnPathway }): JSX.Element {
  const words = ownPathwayIn(p.visitor.language)
  const { rowId } = p.of.pathway
  const { words: name } = fieldsOf(rowId)
  return (
    <Details summary={words.takeBack} open={p.form.errors.some(one => one.field === name)}>
      <p>{words.takeBackText}</p>
      <PostForm action={`/open/${p.token}/pathway/taken-back/${rowId}`} csrfToken={p.visitor.csrfToken}>
        <TextareaField form={p.form} name={name} label={words.takeBackWords} hint={words.wordsHint} rows={2} />
        <Button classes="govuk-button--secondary">{words.takeBackButton}</Button>
      </PostForm>
    </Details>
  )
}
