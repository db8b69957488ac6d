import type { JSX } from 'preact'
import { formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, SectionHead } from '#web/shell/layout.tsx'
import type { Appointment } from '../diary/appointment.ts'
import { meetingFact } from '../diary/pages/appointment-pages.tsx'
import { CameFields } from '../diary/pages/outcome-page.tsx'
import { en as contactWords } from '../words.ts'
import type { TypedFields } from './forms.ts'
import type { PaperSheet } from './setting.ts'
import type { SheetAbout } from './store.ts'
import { en } from './words.ts'

type OfMeeting = { readonly visitor: Visitor; readonly frame: PersonFrame; readonly known: Appointment }

/** Before going into a secure place: what stays outside, and a sheet of paper instead. */
export function PreparePage(
  p: OfMeeting & { readonly form: FormState<'aim' | 'questions'>; readonly about: PaperSheet | undefined },
): JSX.Element {
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.prepareTitle}
      form={p.form}
      back={{ href: `/appointments/${p.known.rowId}`, text: en.backToMeeting }}
    >
      <FactList facts={[meetingFact(p.known)]} />
      <SectionHead>{en.staysOutside}</SectionHead>
      <ul class="govuk-list govuk-list--bullet">
        {en.stays.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{en.staysText}</p>
      <SectionHead>{en.sheetHead}</SectionHead>
      {p.about ? (
        <p>
          {en.sheetIs}{' '}
          <a class="govuk-link" href={`/paper-sheets/${p.about.rowId}`}>
            {en.openSheet}
          </a>
        </p>
      ) : (
        <>
          <p>{en.sheetText}</p>
          <PostForm action={`/appointments/${p.known.rowId}/paper`} csrfToken={p.visitor.csrfToken}>
            <TextField form={p.form} name="aim" label={en.aim} autocomplete="off" />
            <TextareaField form={p.form} name="questions" label={en.questions} hint={en.questionsHint} rows={5} />
            <Button>{en.make}</Button>
          </PostForm>
        </>
      )}
    </FramedPage>
  )
}

/** The sheet as it is printed: whoever finds it learns a first name and what was to be talked about, and nothing else. */
export function PaperPage(p: {
  readonly visitor: Visitor
  readonly given: string
  readonly sheet: PaperSheet
}): JSX.Element {
  const questions = p.sheet.questions.split('\n').flatMap(line => line.trim() || [])
  return (
    <StaffPage visitor={p.visitor} title={en.sheetTitle} current="/diary">
      <BackLink href={`/paper-sheets/${p.sheet.rowId}`}>{en.backToSheet}</BackLink>
      <p class="cx-copy__note">{en.printNote}</p>
      <div class="cx-copy">
        <h1>{en.paperFor(p.given)}</h1>
        {p.sheet.aim !== '' && (
          <p>
            <strong>{en.paperAim}:</strong> {p.sheet.aim}
          </p>
        )}
        {[...questions, en.paperWords, en.paperNext].map(line => (
          <section class="cx-copy__room">
            <h2>{line}</h2>
          </section>
        ))}
        <p>{en.paperEnd}</p>
      </div>
    </StaffPage>
  )
}

/** A sheet that was printed: typed in, destroyed. */
export function SheetPage(
  p: OfMeeting & {
    readonly sheet: PaperSheet
    readonly form: FormState<TypedFields>
    readonly stands: 'ahead' | 'to-type-in' | 'over' | 'typed-in' | 'destroyed'
  },
): JSX.Element {
  const { sheet, known, stands } = p
  const day = formatDay(known.onDay)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.sheetTitle}
      form={p.form}
      back={{ href: `/appointments/${known.rowId}`, text: en.backToMeeting }}
    >
      <FactList
        facts={[
          meetingFact(known),
          { label: en.paperAim, value: sheet.aim },
          { label: en.questions, value: sheet.questions && <span class="cx-lines">{sheet.questions}</span> },
          {
            label: en.state,
            value: sheet.destroyedOn === null ? en.states[sheet.state] : en.destroyedOn(formatDay(sheet.destroyedOn)),
          },
        ].filter(fact => fact.value !== '')}
      />
      {sheet.state === 'out' && (
        <p>
          <a class="govuk-link" href={`/paper-sheets/${sheet.rowId}/print`}>
            {en.print}
          </a>
        </p>
      )}
      {stands === 'ahead' && <p>{en.notYetDay(day)}</p>}
      {stands === 'over' && <p>{en.isOver}</p>}
      {stands === 'to-type-in' && (
        <>
          <SectionHead>{en.typeIn}</SectionHead>
          <p>{en.typeInText(day)}</p>
          <PostForm action={`/paper-sheets/${sheet.rowId}`} csrfToken={p.visitor.csrfToken}>
            <input type="hidden" name="version" value={String(known.version)} />
            <CameFields form={p.form} />
            <TextareaField
              form={p.form}
              name="notes"
              label={contactWords.notes}
              hint={contactWords.notesHint}
              rows={6}
            />
            <TextareaField form={p.form} name="own-words" label={contactWords.ownWords} rows={2} />
            <TextField form={p.form} name="next-step" label={contactWords.nextStep} autocomplete="off" />
            <DayField form={p.form} name="next-on" label={contactWords.nextOn} />
            <RadiosField
              form={p.form}
              name="destroyed"
              label={en.destroyed}
              items={(['yes', 'not-yet'] as const).map(value => ({ value, label: en.destroyedWords[value] }))}
            />
            <Button>{en.save}</Button>
          </PostForm>
        </>
      )}
      {(stands === 'typed-in' || stands === 'over' || stands === 'ahead') && (
        <>
          <p>{en.destroyText}</p>
          <PostForm action={`/paper-sheets/${sheet.rowId}/destroyed`} csrfToken={p.visitor.csrfToken}>
            <Button classes="govuk-button--secondary">{en.destroyButton}</Button>
          </PostForm>
        </>
      )}
      {sheet.contactId !== null && (
        <p>
          <a class="govuk-link" href={`/contacts/${sheet.contactId}`}>
            {en.openContact}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

/** Paper that is about still, on the diary of whoever carries it. */
export function SheetLines(p: { readonly sheets: readonly SheetAbout[] }): JSX.Element | null {
  if (p.sheets.length === 0) return null
  return (
    <>
      <SectionHead>{en.about}</SectionHead>
      <p>{en.aboutText}</p>
      <ul class="govuk-list">
        {p.sheets.map(sheet => (
          <li>
            <a class="govuk-link" href={`/paper-sheets/${sheet.rowId}`}>
              {en.aboutOf(`${sheet.given} ${sheet.family}`, en.states[sheet.state])}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
