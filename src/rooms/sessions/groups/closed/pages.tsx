import type { JSX } from 'preact'
import { type Day, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { CheckboxesField, HiddenField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Details } from '#web/govuk/details.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import type { SupportGroup } from '../../support-groups/support-group.ts'
import { WITH } from '../forms.ts'
import { EXPECTED_HOW, type Expected, type GroupSession, type PlannedFor } from '../group.ts'
import { Finder } from '../pages/people-pages.tsx'
import { type Choosable, Colleagues, type NewFields, SavedAlready, Tells, What } from '../pages/session-form.tsx'
import { dayOf, whenOf } from '../pages/shared.tsx'
import { en as groupWords, tells } from '../words.ts'
import { en, expectedHow } from './words.ts'

export type PlanFields = NewFields | 'how' | 'group'

/** A closed group that is planned: what and when, and who is expected. */
export function PlanPage(p: {
  readonly visitor: Visitor
  readonly form: FormState<PlanFields>
  readonly runners: readonly Choosable[]
  readonly people: readonly Choosable[]
  readonly savedAs: string | undefined
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.plan} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.plan}
        lead={en.planLead}
        back={{ href: '/groups', text: groupWords.backToList }}
        form={p.form}
      />
      {p.savedAs !== undefined && <SavedAlready at={`/groups/${p.savedAs}`} />}
      <PostForm action="/groups/plan" csrfToken={p.visitor.csrfToken}>
        <HiddenField form={p.form} name="id" />
        <HiddenField form={p.form} name="group" />
        <What form={p.form} />
        <Tells form={p.form} />
        {p.people.length > 0 && (
          <CheckboxesField
            form={p.form}
            name="came"
            label={en.expectedAsk}
            hint={en.expectedHint}
            classes="govuk-checkboxes--small cx-many"
            items={p.people}
          />
        )}
        <HowField form={p.form} />
        <SectionHead>{en.runs}</SectionHead>
        <Colleagues form={p.form} names={WITH} runners={p.runners} ask={groupWords.withAsk} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

function HowField(p: { readonly form: FormState<'how'> }): JSX.Element {
  return (
    <RadiosField
      form={p.form}
      name="how"
      label={en.howAsk}
      classes="govuk-radios--inline"
      items={EXPECTED_HOW.map(value => ({ value, label: expectedHow[value] }))}
    />
  )
}

/** A closed group that is still to come, or was called off: who is expected. */
export function PlannedPage(p: {
  readonly visitor: Visitor
  readonly session: GroupSession
  readonly staff: readonly string[]
  readonly expected: readonly Expected[]
  readonly today: Day
  readonly mayWrite: boolean
  /** The support group it is a day of, where the reader may know of it. */
  readonly group: SupportGroup | undefined
  readonly form: FormState<'why'>
}): JSX.Element {
  const { session: s } = p
  const at = `/groups/${s.rowId}`
  const isOpen = s.state === 'planned' && p.mayWrite
  return (
    <StaffPage visitor={p.visitor} title={s.title} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={s.title}
        lead={whenOf(s)}
        back={{ href: '/groups', text: groupWords.backToList }}
        form={p.form}
        actions={
          <>
            {isOpen && s.happenedOn <= p.today && <Button href={`${at}/attendance`}>{en.sayWhoCame}</Button>}
            {isOpen && (
              <Button href={`${at}/change`} classes="govuk-button--secondary">
                {en.change}
              </Button>
            )}
            {p.mayWrite && (
              <Button href={`/groups/plan?like=${s.rowId}`} classes="govuk-button--secondary">
                {en.again}
              </Button>
            )}
          </>
        }
      />
      <p>
        <StatusTag kind={s.state === 'planned' ? 'note' : 'quiet'}>
          {s.state === 'planned' ? en.planned : en.calledOff}
        </StatusTag>
      </p>
      <FactList
        facts={[
          ...(s.calledOffWhy === '' ? [] : [{ label: en.callOffWhy, value: s.calledOffWhy }]),
          { label: en.who, value: en.closed },
          { label: en.runs, value: p.staff.map(one => <div>{one}</div>) },
          ...dayOf(p.group),
          ...(s.discloses === 0 ? [] : [{ label: groupWords.tellsLabel, value: tells[String(s.discloses)] ?? '' }]),
        ]}
      />
      <SectionHead
        aside={
          isOpen && (
            <a class="govuk-link" href={`${at}/expected`}>
              {en.add}
            </a>
          )
        }
      >
        {en.expected}
      </SectionHead>
      {p.expected.length === 0 ? (
        <p class="cx-quiet">{en.expectedNone}</p>
      ) : (
        <ExpectedTable {...p} mayTakeOff={isOpen} />
      )}
      {isOpen && (
        <Details summary={en.callOff} open={p.form.errors.length > 0}>
          <p>{en.callOffText}</p>
          <PostForm action={`${at}/call-off`} csrfToken={p.visitor.csrfToken}>
            <input type="hidden" name="version" value={String(s.version)} />
            <TextField form={p.form} name="why" label={en.callOffWhy} autocomplete="off" />
            <Button classes="govuk-button--secondary">{en.callOff}</Button>
          </PostForm>
        </Details>
      )}
    </StaffPage>
  )
}

function ExpectedTable(p: {
  readonly visitor: Visitor
  readonly session: GroupSession
  readonly expected: readonly Expected[]
  readonly mayTakeOff: boolean
}): JSX.Element {
  return (
    <DataTable
      caption={en.expected}
      rows={p.expected}
      columns={[
        {
          key: 'who',
          heading: en.name,
          phone: { lead: true },
          cell: one => <a class="govuk-link" href={`/people/${one.personId}`}>{`${one.given} ${one.family}`}</a>,
        },
        { key: 'how', heading: en.howAsk, cell: one => expectedHow[one.how], phone: { label: en.howAsk } },
        ...(p.mayTakeOff
          ? [
              {
                key: 'off',
                heading: en.off,
                hidesHeading: true,
                cell: (one: Expected) => (
                  <PostForm
                    action={`/groups/${p.session.rowId}/expected/${one.rowId}/off`}
                    csrfToken={p.visitor.csrfToken}
                  >
                    <Button classes="govuk-button--secondary">
                      {en.off}
                      <span class="govuk-visually-hidden">{en.offOf(`${one.given} ${one.family}`)}</span>
                    </Button>
                  </PostForm>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** More people for the list, from the caseload or found. */
export function ExpectPage(p: {
  readonly visitor: Visitor
  readonly session: GroupSession
  readonly typed: string
  readonly form: FormState<'came' | 'how'>
  readonly people: readonly Choosable[]
}): JSX.Element {
  const at = `/groups/${p.session.rowId}`
  return (
    <StaffPage visitor={p.visitor} title={en.add} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead title={en.add} lead={p.session.title} back={{ href: at, text: groupWords.back }} form={p.form} />
      <Finder action={`${at}/expected`} typed={p.typed} />
      {p.people.length === 0 ? (
        <p>{groupWords.foundNone}</p>
      ) : (
        <PostForm action={`${at}/expected`} csrfToken={p.visitor.csrfToken}>
          <CheckboxesField
            form={p.form}
            name="came"
            label={p.typed === '' ? groupWords.led : groupWords.found}
            classes="govuk-checkboxes--small cx-many"
            items={p.people}
          />
          <HowField form={p.form} />
          <div class="cx-buttons">
            <Button>{en.addSave}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}

/** Who came of those who were expected, and what was done. */
export function AttendancePage(p: {
  readonly visitor: Visitor
  readonly session: GroupSession
  readonly form: FormState<'came' | 'notes'>
  readonly people: readonly Choosable[]
}): JSX.Element {
  const at = `/groups/${p.session.rowId}`
  const isPlanned = p.session.state === 'planned'
  return (
    <StaffPage visitor={p.visitor} title={en.attendanceTitle} current="/groups" hasErrors={p.form.errors.length > 0}>
      <PageHead
        title={en.attendanceTitle}
        lead={`${p.session.title} · ${whenOf(p.session)}`}
        back={{ href: at, text: groupWords.back }}
        form={p.form}
      />
      {p.people.length === 0 && !isPlanned ? (
        <EmptyState title={en.attendanceDone}>{en.attendanceDoneText}</EmptyState>
      ) : (
        <PostForm action={`${at}/attendance`} csrfToken={p.visitor.csrfToken}>
          <input type="hidden" name="version" value={String(p.session.version)} />
          {p.people.length > 0 && (
            <CheckboxesField
              form={p.form}
              name="came"
              label={en.whoCame}
              hint={en.whoCameHint}
              classes="govuk-checkboxes--small cx-many"
              items={p.people}
            />
          )}
          {isPlanned && (
            <TextareaField
              form={p.form}
              name="notes"
              label={groupWords.notesAsk}
              hint={groupWords.notesHint}
              rows={5}
            />
          )}
          <div class="cx-buttons">
            <Button>{groupWords.save}</Button>
          </div>
        </PostForm>
      )}
    </StaffPage>
  )
}

/** Closed groups one runs, in the diary. */
export function PlannedLines(p: {
  readonly rows: readonly Omit<PlannedFor, 'how'>[]
  readonly today: Day
}): JSX.Element | null {
  if (p.rows.length === 0) return null
  return (
    <>
      <SectionHead>{en.diary}</SectionHead>
      <ul class="govuk-list">
        {p.rows.map(one => (
          <li>
            <a class="govuk-link" href={`/groups/${one.sessionId}`}>
              {one.title}
            </a>
            , {[shortDay(one.onDay, p.today), one.atTime, one.place].filter(Boolean).join(', ')}
            {one.onDay <= p.today && (
              <>
                {' '}
                ·{' '}
                <a class="govuk-link" href={`/groups/${one.sessionId}/attendance`}>
                  {en.sayWhoCame}
                  <span class="govuk-visually-hidden">, {one.title}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
