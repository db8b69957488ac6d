import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
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
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import type { Meeting } from '../talks/house.ts'
import { type AskLine, SCHOOL_KINDS, type SchoolAsk, type SchoolFact } from './ask.ts'
import { AskTag } from './known-page.tsx'
import { en, kindHints, kinds } from './words.ts'

const backTo = (frame: PersonFrame) => ({ href: `/people/${frame.person.id}/school-data`, text: en.toKnown })

/** Asking where they learn. */
export function AskPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly places: readonly { readonly id: string; readonly name: string }[]
  readonly meetings: readonly Meeting[]
  readonly isObjectedTo: boolean
}): JSX.Element {
  const { form, frame } = p
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={en.askTitle(frame.person.given)}
      form={form}
      back={backTo(frame)}
    >
      <p>{en.askLead}</p>
      {p.isObjectedTo ? (
        <EmptyState title={`${en.objected}.`}>{en.objectedText}</EmptyState>
      ) : p.places.length === 0 ? (
        <EmptyState title={en.noPlace}>{en.noPlaceText}</EmptyState>
      ) : (
        <PostForm action={`/people/${frame.person.id}/school-data/ask`} csrfToken={p.visitor.csrfToken}>
          <RadiosField
            form={form}
            name="from"
            label={en.from}
            items={p.places.map(one => ({ value: one.id, label: one.name }))}
          />
          <CheckboxesField
            form={form}
            name="asks"
            label={en.asks}
            classes="govuk-checkboxes--small"
            items={SCHOOL_KINDS.map(value => ({ value, label: kinds[value], hint: kindHints[value] }))}
          />
          {p.meetings.length > 0 && (
            <SelectField
              form={form}
              name="talk"
              label={en.talk}
              hint={en.talkHint}
              empty={en.noTalk}
              items={p.meetings.map(one => ({ value: one.rowId, label: `${formatDay(one.onDay)}, ${one.atTime}` }))}
            />
          )}
          <RadiosField
            form={form}
            name="told"
            label={en.told}
            classes="govuk-radios--small"
            items={[
              { value: 'yes', label: en.toldYes },
              { value: 'not-yet', label: en.toldNotYet },
            ]}
          />
          <div class="cx-buttons">
            <Button>{en.send}</Button>
          </div>
        </PostForm>
      )}
    </FramedPage>
  )
}

/** Writing down what is known already. */
export function FactPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
}): JSX.Element {
  const { form, frame } = p
  return (
    <FramedPage visitor={p.visitor} frame={frame} title={en.factTitle} form={form} back={backTo(frame)}>
      <p>{en.factLead}</p>
      <PostForm action={`/people/${frame.person.id}/school-data/new`} csrfToken={p.visitor.csrfToken}>
        <RadiosField
          form={form}
          name="kind"
          label={en.kind}
          classes="govuk-radios--small"
          items={SCHOOL_KINDS.map(value => ({ value, label: kinds[value] }))}
        />
        <TextareaField form={form} name="words" label={en.factWords} rows={4} />
        <TextField form={form} name="source" label={en.sourceAsk} hint={en.sourceHint} autocomplete="off" />
        <DayField form={form} name="as-of" label={en.asOf} />
        <div class="cx-buttons">
          <Button>{en.save}</Button>
        </div>
      </PostForm>
    </FramedPage>
  )
}

/** What still waits: of a place, or of an adviser. */
export function AsksPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly AskLine[]
  readonly isPlace: boolean
  readonly today: Day
}): JSX.Element {
  const title = p.isPlace ? en.placeListTitle : en.listTitle
  return (
    <StaffPage visitor={p.visitor} title={title}>
      <PageHead title={title} lead={p.isPlace ? en.placeListLead : en.listLead} />
      {p.lines.length === 0 ? (
        <EmptyState title={p.isPlace ? en.placeListNone : en.listNone}>
          {p.isPlace ? en.placeListNoneText : en.listNoneText}
        </EmptyState>
      ) : (
        <DataTable
          caption={title}
          rows={p.lines}
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: one => (
                <a class="govuk-link" href={`/school-asks/${one.rowId}`}>
                  {one.name}
                </a>
              ),
            },
            { key: 'what', heading: en.what, cell: one => one.asks.map(kind => kinds[kind]).join(', ') },
            ...(p.isPlace
              ? []
              : [
                  {
                    ...{ key: 'place', heading: en.place, phone: { label: en.place } },
                    cell: (one: AskLine) => one.organisation || en.hidden,
                  },
                ]),
            { key: 'state', heading: en.state, cell: one => <AskTag ask={one} today={p.today} /> },
            {
              key: 'due',
              heading: en.due,
              tight: true,
              cell: one => shortDay(one.dueOn, p.today),
              phone: { label: en.due },
            },
          ]}
        />
      )}
    </StaffPage>
  )
}

type AskProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly ask: SchoolAsk
  readonly isPlace: boolean
  /** What was answered, for those who may see it. */
  readonly facts: readonly SchoolFact[]
  readonly names: ReadonlyMap<string, string>
  readonly form: FormState
  readonly typed: 'answer' | 'missing' | 'withdraw' | undefined
  readonly mayCorrect: boolean
  readonly today: Day
}

/** What is asked about one young person, and the answer: the place reads what is asked and by when, and nothing more. */
export function SchoolAskPage(p: AskProps): JSX.Element {
  const { ask, frame, isPlace } = p
  const isOpen = ask.state === 'asked' && frame.person.diedOn === null
  const back = isPlace ? { href: '/school-asks', text: en.toList } : backTo(frame)
  return (
    <FramedPage visitor={p.visitor} frame={frame} title={en.askPage(frame.person.given)} form={p.form} back={back}>
      <SideColumn side={<AskFacts {...p} />}>
        {isOpen && <AnswerForm {...p} />}
        {!isOpen && <Unkept {...p} />}
        {!isOpen && isPlace && <p>{ask.state === 'answered' ? en.thanks : en.over}</p>}
        {!isPlace && p.facts.length > 0 && (
          <>
            <SectionHead>{en.answered}</SectionHead>
            <FactList
              facts={p.facts.map(one => ({
                label: kinds[one.kind],
                value: <span class="cx-lines">{one.words}</span>,
              }))}
            />
          </>
        )}
        {!isPlace && ask.words !== '' && (
          <>
            <SectionHead>{en.why}</SectionHead>
            <p class="cx-lines">{ask.words}</p>
          </>
        )}
        {isOpen && <Others {...p} />}
      </SideColumn>
    </FramedPage>
  )
}

/** What was typed while it was over by somebody else: not kept, and not lost either. */
function Unkept({ ask, form, typed }: AskProps): JSX.Element | null {
  const answers = ask.asks.flatMap(kind => {
    const value = form.answers[kind]
    return typed === 'answer' && typeof value === 'string' && value !== ''
      ? [{ label: kinds[kind], value: <span class="cx-lines">{value}</span> }]
      : []
  })
  const why = typed === 'missing' || typed === 'withdraw' ? form.answers['why'] : undefined
  const facts = typeof why === 'string' && why !== '' ? [...answers, { label: en.why, value: why }] : answers
  if (facts.length === 0) return null
  return (
    <>
      <SectionHead>{en.typed}</SectionHead>
      <FactList facts={facts} />
    </>
  )
}

function AnswerForm(p: AskProps): JSX.Element {
  const { ask, isPlace } = p
  const form = p.typed === undefined || p.typed === 'answer' ? p.form : NO_FORM
  return (
    <>
      <SectionHead>{en.answerHead}</SectionHead>
      <p>{isPlace ? en.answerPlace : en.answerStaff}</p>
      <StepForm
        action={`/school-asks/${ask.rowId}/answer`}
        csrfToken={p.visitor.csrfToken}
        version={ask.version}
        button={en.answer}
      >
        {ask.asks.map(kind => (
          <TextareaField form={form} name={kind} label={kinds[kind]} hint={kindHints[kind]} rows={3} />
        ))}
        <DayField form={form} name="as-of" label={en.answerAsOf} />
        {!isPlace && <TextField form={form} name="said-by" label={en.saidBy} autocomplete="off" />}
      </StepForm>
    </>
  )
}

function Others(p: AskProps): JSX.Element {
  const here = `/school-asks/${p.ask.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: p.ask.version }
  return (
    <>
      <StepBehind
        {...sending}
        action={`${here}/missing`}
        summary={p.isPlace ? en.placeMissing : en.noteMissing}
        button={p.isPlace ? en.placeMissing : en.noteMissing}
        open={p.typed === 'missing'}
      >
        <TextareaField
          form={p.typed === 'missing' ? p.form : NO_FORM}
          name="why"
          label={p.isPlace ? en.whyPlaceMissing : en.whyMissing}
          rows={2}
        />
      </StepBehind>
      {!p.isPlace && (
        <StepBehind
          {...sending}
          action={`${here}/withdraw`}
          summary={en.withdraw}
          button={en.withdraw}
          open={p.typed === 'withdraw'}
        >
          <TextareaField form={p.typed === 'withdraw' ? p.form : NO_FORM} name="why" label={en.whyWithdraw} rows={2} />
        </StepBehind>
      )}
    </>
  )
}

function AskFacts(p: AskProps): JSX.Element {
  const { ask, names } = p
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const answered =
    ask.state !== 'answered' || ask.overOn === null
      ? []
      : [
          {
            label: en.answered,
            value:
              ask.saidBy === ''
                ? en.answeredLine(nameOf(ask.answeredBy), formatDay(ask.overOn))
                : en.saidLine(ask.saidBy, nameOf(ask.answeredBy), formatDay(ask.overOn)),
          },
        ]
  return (
    <>
      <SectionHead>{en.state}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.now, value: <AskTag ask={ask} today={p.today} /> },
          { label: en.asksFor, value: ask.asks.map(kind => kinds[kind]).join(', ') },
          { label: en.due, value: formatDay(ask.dueOn) },
          { label: en.askedBy, value: en.askedLine(nameOf(ask.askedBy), formatDay(ask.askedOn)) },
          ...(p.isPlace
            ? []
            : [
                { label: en.place, value: ask.organisation || en.hidden },
                { label: en.told, value: ask.told === 'yes' ? en.toldYes : en.toldNotYet },
                ...(ask.talkOn === null ? [] : [{ label: en.talkOn, value: formatDay(ask.talkOn) }]),
              ]),
          ...answered,
        ]}
      />
      {!p.isPlace && p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${ask.personId}/misfiled/school-ask/${ask.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </>
  )
}
