import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { fieldsOf, YEARS } from './forms.ts'
import { type Observation, type ObservationState, PRACTICE, SEEN } from './observation.ts'
import type { Move } from './rules.ts'
import { en, kinds, practice, seen, states } from './words.ts'

const TONES: Readonly<Record<ObservationState, 'note' | 'good' | 'quiet'>> = {
  draft: 'quiet',
  given: 'note',
  answered: 'good',
}
type Names = ReadonlyMap<string, string>

/** What one may read: of oneself, by oneself, and of whom one leads. */
export function ObservationsPage(p: {
  readonly visitor: Visitor
  readonly all: readonly Observation[]
  readonly names: Names
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.listTitle} current="/observations">
      <PageHead title={en.listTitle} lead={en.listLead} />
      <div class="cx-buttons">
        <Button href="/observations/new">{en.write}</Button>
      </div>
      {p.all.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.listTitle}
          rows={p.all}
          columns={[
            {
              key: 'whose',
              heading: en.whose,
              cell: one => (
                <a class="govuk-link" href={`/observations/${one.rowId}`}>
                  {p.names.get(one.observedId) ?? ''}
                  <span class="govuk-visually-hidden"> {formatDay(one.onDay)}</span>
                </a>
              ),
            },
            {
              key: 'by',
              heading: en.by,
              cell: one => (one.kind === 'self' ? kinds.self : (p.names.get(one.observerId) ?? '')),
              phone: { label: en.by },
            },
            {
              key: 'state',
              heading: en.state,
              cell: one => <StatusTag kind={TONES[one.state]}>{states[one.state]}</StatusTag>,
            },
            {
              key: 'day',
              heading: en.day,
              tight: true,
              cell: one => shortDay(one.onDay, p.today),
              phone: { label: en.day },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** The form of nine marks: new, or of a draft. */
export function ObservationFormPage(p: {
  readonly visitor: Visitor
  readonly form: FormState
  /** Of a new one: whose talk it may be. */
  readonly colleagues: readonly { readonly value: string; readonly label: string }[] | undefined
  readonly one: Observation | undefined
}): JSX.Element {
  const { form, one } = p
  const title = one === undefined ? en.newTitle : en.changeTitle
  const action = one === undefined ? '/observations/new' : `/observations/${one.rowId}/change`
  const back =
    one === undefined
      ? { href: '/observations', text: en.toList }
      : { href: `/observations/${one.rowId}`, text: en.toList }
  return (
    <StaffPage visitor={p.visitor} title={title} hasErrors={form.errors.length > 0}>
      <PageHead title={title} lead={en.lead} back={back} form={form} />
      <PostForm action={action} csrfToken={p.visitor.csrfToken}>
        {one !== undefined && <input type="hidden" name="version" value={String(one.version)} />}
        {p.colleagues !== undefined && (
          <SelectField form={form} name="who" label={en.who} empty="" items={p.colleagues} />
        )}
        <DayField form={form} name="on-day" label={en.onDay} />
        <SelectField
          form={form}
          name="year"
          label={en.year}
          empty={en.yearNone}
          items={YEARS.map(year => ({ value: String(year), label: en.yearOf(year) }))}
        />
        {PRACTICE.map(mark => {
          const n = fieldsOf(mark)
          return (
            <>
              <RadiosField
                form={form}
                name={n.said}
                label={practice[mark]}
                classes="govuk-radios--small govuk-radios--inline"
                items={SEEN.map(value => ({ value, label: seen[value] }))}
              />
              <TextareaField
                form={form}
                name={n.words}
                label={
                  <>
                    {en.evidence}
                    <span class="govuk-visually-hidden">{en.evidenceOf(practice[mark])}</span>
                  </>
                }
                rows={2}
              />
            </>
          )
        })}
        <TextareaField form={form} name="feedback" label={en.feedback} hint={en.feedbackHint} rows={4} />
        <TextareaField form={form} name="next" label={en.next} rows={2} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </StaffPage>
  )
}

/** One of them, with both sides' words. */
export function ObservationPage(p: {
  readonly visitor: Visitor
  readonly one: Observation
  readonly names: Names
  readonly moves: ReadonlySet<Move>
  readonly form: FormState
  readonly typed: 'give' | 'answer' | undefined
}): JSX.Element {
  const { one } = p
  const here = `/observations/${one.rowId}`
  const title = en.page(p.names.get(one.observedId) ?? '')
  const sending = { csrfToken: p.visitor.csrfToken, version: one.version }
  return (
    <StaffPage visitor={p.visitor} title={title} hasErrors={p.form.errors.length > 0}>
      <PageHead title={title} back={{ href: '/observations', text: en.toList }} form={p.form} />
      <SideColumn side={<Facts {...p} />}>
        <SectionHead>{en.marks}</SectionHead>
        <DataTable
          caption={en.marks}
          rows={[...PRACTICE]}
          columns={[
            { key: 'mark', heading: en.mark, cell: mark => practice[mark] },
            {
              key: 'said',
              heading: en.said,
              cell: mark => {
                const marked = one.marks[mark]
                if (marked === undefined) return <span class="cx-quiet">{en.notSaid}</span>
                return (
                  <>
                    {seen[marked.said]}
                    {marked.words !== '' && (
                      <>
                        <br />
                        <span class="cx-lines">{marked.words}</span>
                      </>
                    )}
                  </>
                )
              },
              phone: { label: en.said },
            },
          ]}
        />
        <SectionHead>{en.feedbackHead}</SectionHead>
        <p class="cx-lines">{one.feedback || en.none2}</p>
        <SectionHead>{en.nextHead}</SectionHead>
        <p class="cx-lines">{one.next || en.none2}</p>
        {one.kind === 'observed' && one.state !== 'draft' && (
          <>
            <SectionHead>{en.answerHead}</SectionHead>
            {one.state === 'answered' ? (
              <blockquote class="cx-quote">{one.observedWords}</blockquote>
            ) : (
              !p.moves.has('answer') && <p>{en.notAnswered}</p>
            )}
          </>
        )}
        {p.moves.has('answer') && (
          <StepForm {...sending} action={`${here}/answer`} button={en.answer}>
            <TextareaField form={p.typed === 'answer' ? p.form : NO_FORM} name="words" label={en.answerAsk} rows={4} />
          </StepForm>
        )}
        {p.moves.has('give') && (
          <>
            <p>{one.kind === 'self' ? en.giveOwnText : en.giveText}</p>
            <StepForm {...sending} action={`${here}/give`} button={en.give} />
            <p>
              <a class="govuk-link" href={`${here}/change`}>
                {en.change}
              </a>
            </p>
          </>
        )}
      </SideColumn>
    </StaffPage>
  )
}

function Facts(p: { readonly one: Observation; readonly names: Names }): JSX.Element {
  const { one } = p
  return (
    <>
      <SectionHead>{en.state}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.now, value: <StatusTag kind={TONES[one.state]}>{states[one.state]}</StatusTag> },
          { label: en.kind, value: kinds[one.kind] },
          { label: en.by, value: p.names.get(one.observerId) ?? '' },
          { label: en.day, value: formatDay(one.onDay) },
          {
            label: en.youngPerson,
            value: one.yearGroup === null ? en.someone : en.someoneIn(one.yearGroup),
          },
          ...(one.givenOn === null ? [] : [{ label: en.givenOn, value: formatDay(one.givenOn) }]),
        ]}
      />
    </>
  )
}
