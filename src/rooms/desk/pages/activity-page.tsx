import type { JSX } from 'preact'
import { shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { ACTIVITY_CODES, type ActivitySpell, activityLabel, VERIFIERS, verifierWords } from '#rooms/tracking/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, DayField, PostForm, RadiosField, SelectField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { activityWords } from '../activity-words.ts'
import { en } from '../words.ts'

const VERIFIER_ITEMS = VERIFIERS.map(value => ({ value, label: verifierWords[value] }))

/** What a young person does now. */
export function ActivityPage(p: {
  visitor: Visitor
  frame: PersonFrame
  form: FormState<'code' | 'place' | 'detail' | 'from' | 'how' | 'why' | 'said' | 'until' | 'review'>
  /** Where they may be, by name. */
  places: readonly { readonly id: string; readonly name: string }[]
  /** Whether anything is on record now that it could stand beside, or correct. */
  hasNow: boolean
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.setActivity} form={p.form}>
      <PostForm action={`/people/${p.frame.person.id}/activity`} csrfToken={p.visitor.csrfToken}>
        <SelectField
          form={p.form}
          name="code"
          label={activityWords.activityCode}
          empty=""
          items={[...ACTIVITY_CODES.values()].map(c => ({ value: c.code, label: `${c.label} (${c.code})` }))}
        />
        <SelectField
          form={p.form}
          name="place"
          label={activityWords.activityPlace}
          hint={activityWords.activityPlaceHint}
          empty=""
          items={p.places.map(one => ({ value: one.id, label: one.name }))}
        />
        <TextField form={p.form} name="detail" label={activityWords.activityDetail} autocomplete="off" />
        <DayField form={p.form} name="from" label={activityWords.activityFrom} hint={activityWords.activityFromHint} />
        {p.hasNow && (
          <CheckboxesField
            form={p.form}
            name="how"
            label={activityWords.activityHow}
            items={[{ value: 'beside', label: activityWords.isBeside }]}
          />
        )}
        <RadiosField form={p.form} name="said" label={activityWords.saidBy} items={VERIFIER_ITEMS} />
        <DayField
          form={p.form}
          name="until"
          label={activityWords.activityUntil}
          hint={activityWords.activityUntilHint}
        />
        <DayField
          form={p.form}
          name="review"
          label={activityWords.activityReview}
          hint={activityWords.activityReviewHint}
        />
        {p.hasNow && (
          <TextField
            form={p.form}
            name="why"
            label={activityWords.activityWhy}
            hint={activityWords.activityWhyHint}
            autocomplete="off"
          />
        )}
        <Button>{en.saveActivity}</Button>
      </PostForm>
    </FramedPage>
  )
}

/** Whether what is on record is still true, on whose word: a button for each, so that it is one press. */
export function ConfirmPage(p: {
  visitor: Visitor
  frame: PersonFrame
  /** What is on record now; undefined when nothing is, or nothing the visitor sees. */
  spell: ActivitySpell | undefined
  form: FormState<'said' | 'spell' | 'version'>
}): JSX.Element {
  const base = `/people/${p.frame.person.id}`
  const other = (
    <p class="govuk-body">
      <a class="govuk-link" href={`${base}/activity`}>
        {en.setActivity}
      </a>
    </p>
  )
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={activityWords.confirmTitle} form={p.form}>
      {p.spell === undefined ? (
        <p class="govuk-body" id="said">
          {activityWords.nothingToConfirm}
        </p>
      ) : (
        <PostForm action={`${base}/activity/confirm`} csrfToken={p.visitor.csrfToken}>
          <p class="govuk-body">
            <strong>{activityLabel(p.spell.code)}</strong>
            {[
              p.spell.detail,
              en.since(shortDay(p.spell.startedOn)),
              activityWords.confirmed(shortDay(p.spell.verifiedOn)),
            ]
              .filter(Boolean)
              .map(words => `, ${words}`)
              .join('')}
          </p>
          <p class="govuk-hint" id="said">
            {activityWords.confirmHint}
          </p>
          <input type="hidden" name="spell" value={p.spell.rowId} />
          <input type="hidden" name="version" value={p.spell.version} />
          <div class="govuk-button-group">
            {VERIFIER_ITEMS.map(one => (
              <Button name="said" value={one.value} classes="govuk-button--secondary">
                {one.label}
              </Button>
            ))}
          </div>
        </PostForm>
      )}
      {other}
    </FramedPage>
  )
}
