import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { answerFields } from '../forms.ts'
import { ANSWERS, COPIES, type Plan, type PlanFactor } from '../plan.ts'
import { openOf, stampOf } from '../rules.ts'
import { answers, copies, en } from '../words.ts'
import { type Common, Framed } from './framed.tsx'
import { doneBy, OpenPlan } from './open-plan.tsx'

function AgreeFields(p: { form: FormState; given: string }): JSX.Element {
  return (
    <>
      <RadiosField
        form={p.form}
        name="agreement"
        label={en.agreeQuestion(p.given)}
        items={[
          { value: 'agreed', label: en.agreeYes },
          { value: 'disagreed', label: en.agreeNo },
        ]}
      />
      <TextareaField form={p.form} name="words" label={en.agreeWords(p.given)} rows={2} />
      <RadiosField
        form={p.form}
        name="copy"
        label={en.copy}
        items={COPIES.map(value => ({ value, label: copies[value] }))}
      />
      <DayField form={p.form} name="review-on" label={en.reviewOn} hint={en.dueHint} />
    </>
  )
}

/** What they say to the plan as it stands, which is shown: nobody agrees to what they have not seen. */
export function AgreePage(p: Common & { plan: Plan; factors: readonly PlanFactor[] }): JSX.Element {
  return (
    <Framed {...p} title={en.agree} action={`/people/${p.frame.person.id}/plan/agree`}>
      <input type="hidden" name="stamp" value={stampOf(p.plan)} />
      <p>{en.agreeLead}</p>
      <OpenPlan plan={p.plan} given={p.frame.person.given} />
      <SectionHead>{en.agreeHead}</SectionHead>
      <AgreeFields form={p.form} given={p.frame.person.given} />
      <div class="cx-buttons">
        <Button>{en.keep}</Button>
      </div>
    </Framed>
  )
}

/** Every open target first: a review cannot be closed while one has no answer. */
export function ReviewPage(p: Common & { plan: Plan }): JSX.Element {
  const { given } = p.frame.person
  const targets = openOf(p.plan)
  return (
    <Framed {...p} title={en.reviewTitle} action={`/people/${p.frame.person.id}/plan/review`}>
      <input type="hidden" name="stamp" value={stampOf(p.plan)} />
      <p>{en.reviewLead}</p>
      {targets.length === 0 && <p class="cx-quiet">{en.noOpen}</p>}
      {p.plan.goals.map(goal => {
        const own = targets.filter(target => target.goalId === goal.rowId)
        return own.length === 0 ? null : (
          <section aria-label={goal.words}>
            <SectionHead>“{goal.words}”</SectionHead>
            {own.map(target => {
              const n = answerFields(target)
              return (
                <>
                  <RadiosField
                    form={p.form}
                    name={n.answer}
                    label={en.answerOf(target.what)}
                    hint={en.answerHint(
                      doneBy(target, given),
                      target.dueOn === null ? en.noDay : en.by(formatDay(target.dueOn)),
                    )}
                    items={ANSWERS.map(value => ({ value, label: answers[value] }))}
                  />
                  <TextField
                    form={p.form}
                    name={n.words}
                    label={
                      <>
                        {en.answerWords}
                        <span class="govuk-visually-hidden">{en.changeOf(target.what)}</span>
                      </>
                    }
                    autocomplete="off"
                  />
                </>
              )
            })}
          </section>
        )
      })}
      <SectionHead>{en.agree}</SectionHead>
      <TextareaField form={p.form} name="view-of-help" label={en.viewOfHelp(given)} rows={2} />
      <AgreeFields form={p.form} given={given} />
      <div class="cx-buttons">
        <Button>{en.closeReview}</Button>
      </div>
    </Framed>
  )
}
