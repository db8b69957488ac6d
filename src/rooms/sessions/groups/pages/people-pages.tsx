import type { JSX } from 'preact'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import {
  CheckboxesField,
  DayField,
  PostForm,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FilterBox, FilterText } from '#web/shell/filter-box.tsx'
import { EmptyState, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { boxesOf } from '../forms.ts'
import { ARRIVALS, type Attendance, type GroupSession, type Newcomer } from '../group.ts'
import { arrivals, en } from '../words.ts'
import type { Choosable } from './session-form.tsx'

export function Finder(p: { readonly action: string; readonly typed: string }): JSX.Element {
  return (
    <FilterBox action={p.action} summary={en.findLabel} apply={en.find}>
      <FilterText id="q" name="q" label={`${en.findLabel} (${en.findHint.toLowerCase()})`} value={p.typed} />
    </FilterBox>
  )
}

/** People who came, chosen from the caseload or found. */
export function AddPeoplePage(p: {
  readonly visitor: Visitor
  readonly session: GroupSession
  readonly typed: string
  readonly form: FormState<'came'>
  readonly people: readonly Choosable[]
}): JSX.Element {
  const at = `/groups/${p.session.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.addPeople} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.addPeople} lead={p.session.title} back={{ href: at, text: en.back }} form={p.form} />
      <Finder action={`${at}/people`} typed={p.typed} />
      {p.people.length === 0 ? (
        <p>{en.foundNone}</p>
      ) : (
        <PostForm action={`${at}/people`} csrfToken={p.visitor.csrfToken}>
          <CheckboxesField
            form={p.form}
            name="came"
            label={p.typed === '' ? en.led : en.found}
            classes="govuk-checkboxes--small cx-many"
            items={p.people}
          />
          <div class="cx-buttons">
            <Button>{en.add}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}

/** What each did, of those nothing is written of yet, and of those somebody wrote of meanwhile. */
export function PartsPage(p: {
  readonly visitor: Visitor
  readonly session: GroupSession
  readonly form: FormState
  readonly of: readonly Attendance[]
  /** What was typed of those who do not stand there any more. */
  readonly typedOfGone: readonly string[]
}): JSX.Element {
  const at = `/groups/${p.session.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.partsTitle} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.partsTitle} lead={p.session.title} back={{ href: at, text: en.back }} form={p.form} />
      {p.typedOfGone.length > 0 && (
        <>
          <SectionHead>{en.typedOfGone}</SectionHead>
          {p.typedOfGone.map(typed => (
            <p class="cx-lines">{typed}</p>
          ))}
        </>
      )}
      {p.of.length === 0 ? (
        <EmptyState title={en.partsDone}>{en.partsDoneText}</EmptyState>
      ) : (
        <PostForm action={`${at}/parts`} csrfToken={p.visitor.csrfToken}>
          <p>{en.partsLead}</p>
          {p.of.map(one => (
            <OnePart one={one} form={p.form} />
          ))}
          <div class="cx-buttons">
            <Button>{en.partsSave}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}

function OnePart(p: { readonly one: Attendance; readonly form: FormState }): JSX.Element {
  const boxes = boxesOf(p.one.rowId)
  const name = `${p.one.given} ${p.one.family}`
  const said = (words: string) => (
    <>
      {words}
      <span class="govuk-visually-hidden">, {name}</span>
    </>
  )
  return (
    <>
      <SectionHead>{name}</SectionHead>
      <StandsNow one={p.one} />
      <input type="hidden" name={boxes.version} value={String(p.one.part?.version ?? '')} />
      <TextareaField form={p.form} name={boxes.note} label={said(en.partNote)} rows={2} />
      <div class="cx-field-row">
        <TextField form={p.form} name={boxes.next} label={said(en.partNext)} autocomplete="off" />
        <SelectField
          form={p.form}
          name={boxes.came}
          label={said(en.arrival)}
          items={ARRIVALS.map(value => ({ value, label: arrivals[value] }))}
        />
      </div>
    </>
  )
}

/** What somebody wrote of one while it was written here too. */
function StandsNow({ one: { part } }: { readonly one: Attendance }): JSX.Element | null {
  if (!part || (part.notes === '' && part.nextStep === '')) return null
  return (
    <>
      <p>
        <strong>{en.standsNow}.</strong> {en.standsNowText}
      </p>
      {part.notes !== '' && <p class="cx-lines">{part.notes}</p>}
      {part.nextStep !== '' && (
        <p>
          {en.next}: {part.nextStep}
        </p>
      )}
    </>
  )
}

/** A newcomer who agreed: whose record it is, who asked, and when they said yes. */
export function LinkPage(p: {
  readonly visitor: Visitor
  readonly newcomer: Newcomer
  readonly typed: string
  readonly form: FormState<'person' | 'asked' | 'agreed'>
  readonly people: readonly Choosable[]
  readonly runners: readonly Choosable[]
  readonly mayMake: boolean
}): JSX.Element {
  const { newcomer: n } = p
  const at = `/groups/newcomers/${n.rowId}`
  const title = en.linkTitle(n.called)
  return (
    <StaffPage visitor={p.visitor} title={title} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={title}
        lead={en.linkLead}
        back={{ href: `/groups/${n.sessionId}`, text: en.back }}
        form={p.form}
      />
      {n.wanted !== '' && <p class="cx-lines">{n.wanted}</p>}
      <Finder action={at} typed={p.typed} />
      {p.people.length === 0 && <p>{p.typed === '' ? en.findFirst : en.foundNone}</p>}
      {p.people.length > 0 && (
        <PostForm action={at} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="q" value={p.typed} />
          <RadiosField form={p.form} name="person" label={en.whoAsk} classes="govuk-radios--small" items={p.people} />
          <SelectField form={p.form} name="asked" label={en.askedAsk} items={p.runners} />
          <DayField form={p.form} name="agreed" label={en.agreedAsk} />
          <div class="cx-buttons">
            <Button>{en.linkSave}</Button>
          </div>
        </PostForm>
      )}
      {p.mayMake && (
        <p>
          <a class="govuk-link" href="/people/new">
            {en.makeRecord}
          </a>
        </p>
      )}
      <PostForm action={`${at}/forget`} csrfToken={p.visitor.csrfToken}>
        <Button classes="govuk-button--secondary">{en.forget}</Button>
      </PostForm>
    </StaffPage>
  )
}
