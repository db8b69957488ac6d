import type { JSX } from 'preact'
import { type Day, formatDay, timelineDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  HiddenField,
  PostForm,
  RadiosField,
  SelectField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { SectionHead } from '#web/shell/layout.tsx'
import { PURPOSES } from '../contact.ts'
import { MEETING_KINDS } from '../diary/appointment.ts'
import { PlaceFields } from '../diary/pages/appointment-pages.tsx'
import { diary as diaryWords, kindWords } from '../diary/words.ts'
import { TimeFields } from '../pages/contact-fields.tsx'
import { purposes } from '../words.ts'
import { PARTS, type RunFields } from './forms.ts'
import { en } from './words.ts'

/** One day a run would have, and what stands against it. */
export type OfferedDay = { readonly day: Day; readonly isHoliday: boolean; readonly clash: string | undefined }

/** A run of meetings: what for, how often until when, in which parts; and then on which of the days. */
export function NewRunPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState<RunFields>
  /** The days it would have; none before they were asked for. */
  readonly offered: readonly OfferedDay[]
  /** For which span they were shown. */
  readonly shown: string
  readonly mayKeepClose: boolean
}): JSX.Element {
  const { form } = p
  const hasDays = p.offered.length > 0
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.newRun}
      form={form}
      back={{ href: `/people/${p.frame.person.id}`, text: en.back }}
    >
      <p>{en.newRunLead}</p>
      <PostForm action={`/people/${p.frame.person.id}/runs/new`} csrfToken={p.visitor.csrfToken}>
        <HiddenField form={form} name="id" />
        <input type="hidden" name="shown" value={p.shown} />
        <TextField form={form} name="title" label={en.title} hint={en.titleHint} autocomplete="off" />
        <DayField form={form} name="from" label={en.from} />
        <DayField form={form} name="until" label={en.until} hint={en.untilHint} />
        <RadiosField
          form={form}
          name="every"
          label={en.every}
          classes="govuk-radios--inline"
          items={['1', '2'].map(value => ({ value, label: en.everyWeeks[value] ?? '' }))}
        />
        <TimeFields form={form} hint={diaryWords.atHint} />
        {hasDays && (
          <CheckboxesField
            form={form}
            name="days"
            label={en.days}
            hint={en.daysHint}
            classes="govuk-checkboxes--small cx-many"
            items={p.offered.map(one => ({ value: one.day, label: labelOf(one) }))}
          />
        )}
        <RadiosField
          form={form}
          name="kind"
          label={diaryWords.kind}
          items={MEETING_KINDS.map(value => ({
            value,
            label: kindWords[value],
            conditional:
              value === 'meeting' ? (
                <PlaceFields form={form} />
              ) : value === 'home-visit' ? (
                <p>{en.visitsText}</p>
              ) : undefined,
          }))}
        />
        <SelectField
          form={form}
          name="purpose"
          label={diaryWords.purpose}
          items={PURPOSES.map(value => ({ value, label: purposes[value] }))}
        />
        <SectionHead>{en.parts}</SectionHead>
        <p>{en.partsText}</p>
        {PARTS.map(n => (
          <PartFields form={form} n={n} />
        ))}
        <TextField form={form} name="method" label={diaryWords.method} autocomplete="off" />
        <TextField form={form} name="bring" label={diaryWords.bring} autocomplete="off" />
        <TextField form={form} name="needs" label={diaryWords.needs} hint={diaryWords.needsHint} autocomplete="off" />
        <TextField form={form} name="others" label={diaryWords.others} autocomplete="off" />
        {p.mayKeepClose && (
          <CheckboxesField
            form={form}
            name="restricted"
            label={diaryWords.whoReads}
            hint={diaryWords.restrictedHint}
            items={[{ value: 'yes', label: diaryWords.restricted }]}
          />
        )}
        <div class="cx-buttons">
          <Button>{hasDays ? en.save : en.look}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

function PartFields(p: { readonly form: FormState<RunFields>; readonly n: (typeof PARTS)[number] }): JSX.Element {
  const { form, n } = p
  const said = (words: string) => (
    <>
      {words}
      <span class="govuk-visually-hidden">, {en.part(n)}</span>
    </>
  )
  return (
    <>
      <h3 class="govuk-heading-s">{en.part(n)}</h3>
      <div class="cx-field-row">
        <TextField form={form} name={`name-${n}`} label={said(en.partName)} autocomplete="off" />
        <TextField form={form} name={`aim-${n}`} label={said(en.partAim)} autocomplete="off" />
        <TextField
          form={form}
          name={`meetings-${n}`}
          label={said(en.partMeetings)}
          inputmode="numeric"
          autocomplete="off"
          classes="govuk-input--width-3"
        />
      </div>
    </>
  )
}

/** `Thu 26 November 2026 (bank holiday)`. */
function labelOf(one: OfferedDay): string {
  const against = [one.isHoliday ? en.holiday : '', one.clash ?? ''].filter(Boolean).join('; ')
  const day = `${timelineDay(one.day).slice(0, 3)} ${formatDay(one.day)}`
  return against === '' ? day : `${day} (${against})`
}

/** Runs of somebody, on their record. */
export function RunLines(p: {
  readonly runs: readonly {
    readonly rowId: string
    readonly title: string
    readonly came: number
    readonly meetings: number
  }[]
}): JSX.Element | null {
  if (p.runs.length === 0) return null
  return (
    <>
      <p>
        <strong>{en.record}</strong>
      </p>
      <ul class="govuk-list">
        {p.runs.map(one => (
          <li>
            <a class="govuk-link" href={`/runs/${one.rowId}`}>
              {one.title}
            </a>
            , {en.farText(one.came, one.meetings)}
          </li>
        ))}
      </ul>
    </>
  )
}
