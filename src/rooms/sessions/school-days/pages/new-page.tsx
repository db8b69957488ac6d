import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, PageHead } from '#web/shell/layout.tsx'
import { ROOMS } from '../../diary/appointment.ts'
import { roomWords } from '../../diary/words.ts'
import type { DayFields } from '../forms.ts'
import { en } from '../words.ts'

const TIME = { hint: en.timeHint, classes: 'govuk-input--width-5', autocomplete: 'off' } as const
const SHORT = { classes: 'govuk-input--width-5', autocomplete: 'off' } as const

/** Plans a day at a place the adviser works at. */
export function NewSchoolDayPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<DayFields>
  readonly places: readonly { readonly organisationId: string; readonly name: string }[]
}): JSX.Element {
  const { form } = p
  return (
    <StaffPage visitor={p.visitor} title={en.newOne} current="/school-days" hasErrors={form.errors.length > 0}>
      <PageHead title={en.newOne} back={{ href: '/school-days', text: en.back }} form={form} />
      {p.places.length === 0 ? (
        <EmptyState title={en.noPlaces}>{en.noPlacesText}</EmptyState>
      ) : (
        <PostForm action="/school-days/new" csrfToken={p.visitor.csrfToken}>
          <SelectField
            form={form}
            name="school"
            label={en.schoolAsk}
            empty={en.missingSchool}
            items={p.places.map(one => ({ value: one.organisationId, label: one.name }))}
          />
          <DayField form={form} name="on" label={en.dayAsk} />
          <TextField form={form} name="from" label={en.fromAsk} {...TIME} />
          <TextField form={form} name="to" label={en.toAsk} {...TIME} />
          <TextField form={form} name="minutes" label={en.minutesAsk} {...SHORT} inputmode="numeric" />
          <TextField form={form} name="break-from" label={en.breakFromAsk} {...SHORT} />
          <TextField form={form} name="break-to" label={en.breakToAsk} {...SHORT} />
          <TextField form={form} name="place" label={en.placeAsk} hint={en.placeHint} autocomplete="off" />
          <RadiosField
            form={form}
            name="room"
            label={en.roomAsk}
            items={ROOMS.map(value => ({ value, label: roomWords[value] }))}
          />
          <TextareaField form={form} name="invitation" label={en.invitationAsk} hint={en.invitationHint} rows={3} />
          <div class="cx-buttons">
            <Button>{en.makeButton}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}
