import type { JSX } from 'preact'
import type { Day } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { CapacityNote } from '#rooms/sharing/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { ANSWERS, type Factor, type Looker, type Rating } from '../assessment.ts'
import { LookFields } from '../looks/fields.tsx'
import type { Signal } from '../rules.ts'
import { answers, en, factorLabel, levels } from '../words.ts'
import { OverMeanwhile, sayBefore } from './group-page.tsx'
import { AssessmentWheel, bothViews } from './wheel.tsx'

/** The last page of a draft: what still wants an answer, whether the young person agrees, when it is looked at again. */
export function AgreePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly assessmentId: string
  readonly form: FormState
  readonly factors: readonly Factor[]
  readonly ratings: readonly Rating[]
  /** Factors the visitor may see that nobody asked. */
  readonly notAsked: readonly string[]
  readonly signals: readonly Signal[]
  readonly stamp: string
  readonly overWords: string | undefined
  readonly today: Day
  /** Who could look at it too, where whoever agrees has no training on record; undefined where that is not asked. */
  readonly lookers: readonly Looker[] | undefined
}): JSX.Element {
  const { given } = p.frame.person
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.agreeTitle}
      form={p.form}
      back={{ href: `/assessments/${p.assessmentId}/education`, text: en.backToDraft }}
    >
      {p.overWords !== undefined && <OverMeanwhile words={p.overWords} />}
      <p>{en.agreeLead}</p>
      <CapacityNote person={p.frame.person} today={p.today} />
      <SideColumn
        wide
        side={
          <>
            <SectionHead>{en.looksNow}</SectionHead>
            <AssessmentWheel id="wheel" factors={p.factors} traces={bothViews(given, p.ratings)} />
          </>
        }
      >
        <p>{p.notAsked.length === 0 ? en.allAsked : en.notAskedYet(p.notAsked.map(factorLabel))}</p>
        {p.ratings.length > 0 && (
          <>
            <SectionHead>{en.whatIsSaid}</SectionHead>
            <FactList
              facts={p.factors.flatMap(({ code }) => {
                const rating = p.ratings.find(r => r.factor === code)
                if (rating === undefined) return []
                const own = rating.ownWords === '' ? '' : ` ${en.agreementWords(rating.ownWords)}`
                return [{ label: factorLabel(code), value: `${sayBefore(rating)}${own}` }]
              })}
            />
          </>
        )}
        <PostForm action={`/assessments/${p.assessmentId}/agree`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="stamp" value={p.stamp} />
          {p.signals.length > 0 && (
            <>
              <SectionHead>{en.signalsHead}</SectionHead>
              <p>{en.signalsText}</p>
              <SignalFields form={p.form} signals={p.signals} />
            </>
          )}
          <RadiosField
            form={p.form}
            name="agreement"
            label={en.agreeQuestion(given)}
            items={[
              { value: 'agreed', label: en.agreeYes },
              { value: 'disagreed', label: en.agreeNo },
            ]}
          />
          <TextareaField form={p.form} name="words" label={en.agreeWords(given)} rows={3} />
          <DayField form={p.form} name="review-on" label={en.reviewLabel} hint={en.reviewHint} />
          {p.lookers !== undefined && <LookFields form={p.form} lookers={p.lookers} />}
          {p.overWords === undefined && (
            <div class="cx-buttons">
              <Button>{en.lock}</Button>
            </div>
          )}
        </PostForm>
      </SideColumn>
    </FramedPage>
  )
}

/** What was done about each view that calls for somebody else. */
export function SignalFields(p: { readonly form: FormState; readonly signals: readonly Signal[] }): JSX.Element {
  return (
    <>
      {p.signals.map(({ factor, level }) => (
        <section class="cx-factor" aria-label={factorLabel(factor)}>
          <h3 class="cx-factor__name">{en.signalOf(factorLabel(factor), levels[level])}</h3>
          <SelectField
            form={p.form}
            name={`answer-${factor}`}
            label={en.answer}
            empty=""
            items={ANSWERS.map(value => ({ value, label: answers[value] }))}
          />
          <TextField form={p.form} name={`did-${factor}`} label={en.answerText} autocomplete="off" />
        </section>
      ))}
    </>
  )
}
