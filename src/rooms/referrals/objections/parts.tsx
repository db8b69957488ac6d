/** What the page of a referral says of objections while it is under way, to each side. */
import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { InsetText } from '#web/govuk/inset-text.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import type { Protocol, Referral } from '../referral.ts'
import type { Objection } from './objection.ts'
import { objectionWords as en } from './words.ts'

type Asked = {
  readonly visitor: Visitor
  readonly referral: Referral
  readonly given: string
  readonly form: FormState
}

/** The objection that waits, and its answer. */
export function AnswerObjection(
  p: Asked & { readonly objection: Objection; readonly protocol: Pick<Protocol, 'law'> },
): JSX.Element {
  const { objection, referral, form } = p
  return (
    <>
      <SectionHead>{en.head(p.given)}</SectionHead>
      <Said objection={objection} />
      <p>
        {objection.dueOn !== null && <strong>{en.due(formatDay(objection.dueOn))}</strong>} {en.waits}
      </p>
      <StepForm
        action={`/referrals/${referral.rowId}/answer`}
        csrfToken={p.visitor.csrfToken}
        version={referral.version}
        button={en.button}
      >
        <RadiosField
          form={form}
          name="answer"
          label={en.answer}
          items={[
            {
              value: 'stop',
              label: en.stop,
              conditional: (
                <TextField
                  form={form}
                  name="stop-words"
                  label={en.stopWords}
                  hint={en.stopHint(p.given)}
                  autocomplete="off"
                />
              ),
            },
            {
              value: 'go-on',
              label: en.goOn,
              conditional: (
                <>
                  <TextareaField
                    form={form}
                    name="go-on-words"
                    label={en.goOnWords}
                    hint={en.goOnHint(p.protocol.law)}
                    rows={3}
                  />
                  <CheckboxesField
                    form={form}
                    name="told"
                    label={<span class="govuk-visually-hidden">{en.goOn}</span>}
                    items={[{ value: 'yes', label: en.told(p.given) }]}
                  />
                </>
              ),
            },
            { value: 'less', label: en.less, hint: en.lessHint },
          ]}
        />
      </StepForm>
    </>
  )
}

/** They object now: kept by the sender's side. */
export function ObjectForm(p: Asked & { readonly isOpen: boolean }): JSX.Element {
  return (
    <StepBehind
      action={`/referrals/${p.referral.rowId}/object`}
      csrfToken={p.visitor.csrfToken}
      version={p.referral.version}
      summary={en.object(p.given)}
      button={en.keep}
      open={p.isOpen}
    >
      <TextareaField form={p.form} name="object-words" label={en.objectWhat} hint={en.objectHint} rows={3} />
    </StepBehind>
  )
}

/** That there is a question, and nothing of who asks it or what about. */
export function QuestionNote(): JSX.Element {
  return <InsetText>{en.question}</InsetText>
}

/** Objections that were answered, newest first. */
export function ObjectionsBefore(p: {
  readonly objections: readonly Objection[]
  readonly names: ReadonlyMap<string, string>
}): JSX.Element | null {
  const over = p.objections.filter(one => one.state !== 'open').toReversed()
  if (over.length === 0) return null
  return (
    <>
      <SectionHead>{en.before}</SectionHead>
      {over.map(objection => (
        <div>
          <p>
            <strong>{en.states[objection.state]}</strong>
          </p>
          <Said objection={objection} />
          {objection.answerWords !== '' && <p class="cx-lines">{objection.answerWords}</p>}
          {objection.answeredBy !== null && objection.answeredOn !== null && (
            <p class="cx-quiet">
              {en.answeredBy(p.names.get(objection.answeredBy) ?? '', formatDay(objection.answeredOn))}
            </p>
          )}
        </div>
      ))}
    </>
  )
}

function Said({ objection }: { readonly objection: Objection }): JSX.Element {
  return (
    <>
      {objection.words !== '' && <blockquote class="cx-quote">{objection.words}</blockquote>}
      <p class="cx-quiet">
        {en.raised(formatDay(objection.raisedOn))}. {objection.linkId !== null && en.byLink}
      </p>
    </>
  )
}
