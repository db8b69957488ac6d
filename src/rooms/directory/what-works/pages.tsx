import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, PostForm, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import type { Need } from '../near-by/service.ts'
import { isSought, type Sought } from '../near-by/sought.ts'
import { labelsOf, SoughtBox, StillSo } from '../near-by/sought-box.tsx'
import { soughtWords } from '../near-by/words.ts'
import type { Practice } from './practice.ts'
import { en } from './words.ts'

type Names = ReadonlyMap<string, string>

/** What works here, sought by need and words. */
export function PracticesPage(p: {
  readonly visitor: Visitor
  readonly practices: readonly Practice[]
  readonly needs: readonly Need[]
  readonly names: Names
  readonly sought: Sought
  readonly mayWrite: boolean
}): JSX.Element {
  const isFiltered = isSought(p.sought)
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/what-works">
      <PageHead
        title={en.title}
        lead={en.lead}
        actions={p.mayWrite ? <Button href="/what-works/new">{en.add}</Button> : undefined}
      />
      <SoughtBox action="/what-works" sought={p.sought} needs={p.needs} />
      {p.practices.length === 0 ? (
        <EmptyState title={isFiltered ? en.noneFit : en.none}>{isFiltered ? en.noneFitText : en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.caption}
          rows={p.practices}
          columns={[
            {
              key: 'name',
              heading: en.name,
              cell: one => (
                <a class="govuk-link" href={`/what-works/${one.rowId}`}>
                  {one.title}
                </a>
              ),
            },
            {
              key: 'needs',
              heading: soughtWords.need,
              wide: true,
              phone: { lead: true },
              cell: one => labelsOf(one.needs, p.needs) || '–',
            },
            {
              key: 'by',
              heading: en.by,
              phone: { label: en.by },
              cell: one => en.writtenBy(p.names.get(one.writtenBy) ?? '', formatDay(one.writtenOn)),
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

function practiceFacts(one: Practice, needs: readonly Need[]) {
  const helps = labelsOf(one.needs, needs)
  return [
    { label: en.what, value: one.what },
    ...(one.fits === '' ? [] : [{ label: en.fits, value: one.fits }]),
    ...(helps === '' ? [] : [{ label: soughtWords.need, value: helps }]),
  ]
}

/** One thing that works. */
export function PracticePage(p: {
  readonly visitor: Visitor
  readonly practice: Practice
  readonly needs: readonly Need[]
  readonly names: Names
  readonly mayChange: boolean
  readonly today: Day
}): JSX.Element {
  const { practice: one } = p
  const here = `/what-works/${one.rowId}`
  const isOpen = one.overOn === null
  return (
    <StaffPage visitor={p.visitor} title={one.title} current="/what-works">
      <PageHead
        title={one.title}
        lead={en.writtenBy(p.names.get(one.writtenBy) ?? '', formatDay(one.writtenOn))}
        back={{ href: '/what-works', text: en.title }}
        actions={p.mayChange && isOpen ? <Button href={`${here}/change`}>{en.change}</Button> : undefined}
      />
      <StillSo
        over={one.overOn === null ? undefined : en.over(formatDay(one.overOn))}
        checkedOn={one.checkedOn}
        today={p.today}
      />
      <FactList facts={practiceFacts(one, p.needs)} />
      {p.mayChange && isOpen && (
        <>
          <SectionHead>{en.putAway}</SectionHead>
          <p>{en.putAwayText}</p>
          <StepForm
            action={`${here}/put-away`}
            csrfToken={p.visitor.csrfToken}
            version={one.version}
            button={en.putAway}
            second
          />
        </>
      )}
    </StaffPage>
  )
}

/** Writing one, or changing it. When somebody saved in between, theirs stands above the form. */
export function PracticeFormPage(p: {
  readonly visitor: Visitor
  readonly practice: Practice | undefined
  readonly needs: readonly Need[]
  readonly form: FormState
  readonly isStale: boolean
}): JSX.Element {
  const { form, practice } = p
  const title = practice === undefined ? en.addTitle : en.changeTitle
  const here = practice === undefined ? '/what-works/new' : `/what-works/${practice.rowId}/change`
  const back =
    practice === undefined
      ? { href: '/what-works', text: en.title }
      : { href: `/what-works/${practice.rowId}`, text: practice.title }
  return (
    <StaffPage visitor={p.visitor} title={title} current="/what-works" hasErrors={form.errors.length > 0}>
      <PageHead title={title} lead={en.formLead} form={form} back={back} />
      {p.isStale && practice !== undefined && (
        <>
          <Alert kind="care" kindWord="Care" first={`${en.stale}.`} />
          <FactList facts={practiceFacts(practice, p.needs)} />
        </>
      )}
      <PostForm action={here} csrfToken={p.visitor.csrfToken}>
        {practice !== undefined && <input type="hidden" name="version" value={String(practice.version)} />}
        <TextField form={form} name="title" label={en.titleAsk} autocomplete="off" />
        <TextareaField form={form} name="what" label={en.whatAsk} rows={5} />
        <TextareaField form={form} name="fits" label={en.fitsAsk} rows={3} />
        <CheckboxesField
          form={form}
          name="needs"
          label={en.needsAsk}
          classes="govuk-checkboxes--small"
          items={p.needs.map(one => ({ value: one.code, label: one.label }))}
        />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}
