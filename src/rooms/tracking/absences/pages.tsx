import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { Alert } from '#web/shell/alert.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { EmptyState, FactList, PageHead, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type Absence, type AbsenceLine, type Move, OUTCOMES, type State } from './absence.ts'
import { en as file } from './file/words.ts'
import { en as byLink } from './links/words.ts'
import { TellFields } from './tell-fields.tsx'
import { en, kinds, outcomes, reasons, states } from './words.ts'

const TONES: Readonly<Record<State, 'quiet' | 'care' | 'good'>> = {
  told: 'care',
  'in-hand': 'good',
  answered: 'good',
  withdrawn: 'quiet',
}

function Due(p: { readonly of: Pick<Absence, 'dueOn'>; readonly today: Day }): JSX.Element {
  return <DueDay dueOn={p.of.dueOn} today={p.today} late={en.late} />
}

/** What was told: a place's own, or of whom an adviser works with. */
export function AbsencesPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly AbsenceLine[]
  readonly isPlace: boolean
  readonly showsOver: boolean
  /** How many were told of just now by a file, and how many had been before. */
  readonly told: number | undefined
  readonly before: number
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/absences">
      <PageHead
        title={en.title}
        lead={p.isPlace ? en.ownLead : en.lead}
        actions={
          <>
            {p.isPlace && (
              <Button href="/absences/file" classes="govuk-button--secondary">
                {file.open}
              </Button>
            )}
            <Button href={p.showsOver ? '/absences' : '/absences?show=over'} classes="govuk-button--secondary">
              {p.showsOver ? en.backToOpen : en.over}
            </Button>
          </>
        }
      />
      {p.told !== undefined && (
        <Alert kind="note" kindWord={file.done} first={file.told(p.told, p.before)}>
          {file.toldText}
        </Alert>
      )}
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{p.isPlace ? en.ownNoneText : en.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={en.title}
          rows={p.lines}
          columns={[
            {
              key: 'who',
              heading: en.who,
              cell: one => (
                <a class="govuk-link" href={`/absences/${one.rowId}`}>
                  {one.name || en.whoGone}
                </a>
              ),
            },
            ...(p.isPlace
              ? []
              : [{ key: 'place', heading: en.place, cell: (one: AbsenceLine) => one.place, phone: { lead: true } }]),
            { key: 'kind', heading: en.kind, cell: one => kinds[one.kind], phone: { label: en.kind } },
            {
              key: 'seen',
              heading: en.lastSeen,
              cell: one => shortDay(one.lastSeenOn, p.today),
              phone: { label: en.lastSeen },
            },
            {
              key: 'state',
              heading: en.stands,
              cell: one => <StatusTag kind={TONES[one.state]}>{states[one.state]}</StatusTag>,
            },
            { key: 'due', heading: en.next, cell: one => <Due of={one} today={p.today} />, phone: { label: en.next } },
          ]}
        />
      )}
    </StaffPage>
  )
}

/** A place tells: what its adviser needs to know, and nothing more. */
export function TellPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly isOurs: boolean
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.tell} form={p.form}>
      {p.isOurs ? (
        <>
          <p>{en.tellLead}</p>
          <PostForm action={`/people/${p.frame.person.id}/absences/new`} csrfToken={p.visitor.csrfToken}>
            <TellFields form={p.form} />
            <div class="cx-buttons">
              <Button>{en.tellButton}</Button>
            </div>
          </PostForm>
        </>
      ) : (
        <p>{en.tellNotOurs}</p>
      )}
    </FramedPage>
  )
}

/** One: what was told, where it stands, and the step of whoever reads it. */
export function AbsencePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly absence: Absence
  readonly place: string
  readonly names: ReadonlyMap<string, string>
  readonly moves: ReadonlySet<Move>
  readonly isPlace: boolean
  readonly mayCorrect: boolean
  readonly today: Day
  readonly form: FormState
  readonly typed: Move | undefined
}): JSX.Element {
  const { absence, moves } = p
  const here = `/absences/${absence.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: absence.version }
  const answer = p.typed === 'answer' ? p.form : NO_FORM
  const { given, family } = p.frame.person
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.page(`${given} ${family}`, p.place)}
      form={p.form}
      back={{ href: '/absences', text: en.back }}
    >
      <SideColumn side={<Facts {...p} />}>
        {moves.has('take') && (
          <StepForm {...sending} action={`${here}/take`} button={en.take}>
            <p>{p.absence.toldName === '' ? en.takeText : byLink.takeText}</p>
          </StepForm>
        )}
        {moves.has('answer') && (
          <StepBehind
            {...sending}
            action={`${here}/answer`}
            summary={en.answer}
            button={en.answer}
            open={p.typed === 'answer' || absence.state === 'in-hand'}
          >
            <RadiosField
              form={answer}
              name="outcome"
              label={en.outcomeAsk}
              hint={p.absence.toldName === '' ? en.outcomeHint : byLink.outcomeHint}
              items={OUTCOMES.map(value => ({ value, label: outcomes[value] }))}
            />
            <TextareaField form={answer} name="outcome-words" label={en.outcomeWordsAsk} rows={3} />
            <TextareaField form={answer} name="back-words" label={en.backAsk} rows={2} />
          </StepBehind>
        )}
        {moves.has('withdraw') && <StepForm {...sending} action={`${here}/withdraw`} button={en.withdraw} second />}
        {absence.toldName !== '' && !p.isPlace && (
          <p>
            {byLink.heard}{' '}
            <a class="govuk-link" href={`/people/${absence.personId}/absences/link`}>
              {byLink.another}
            </a>
          </p>
        )}
        <Said heading={en.known} words={absence.words} />
        <Said heading={en.tried} words={absence.tried} />
        <Said heading={en.outcomeWords} words={absence.outcomeWords} />
        <Said heading={p.isPlace ? en.backWords : en.backWordsStaff} words={absence.backWords} />
      </SideColumn>
    </FramedPage>
  )
}

function Said(p: { readonly heading: string; readonly words: string }): JSX.Element | null {
  if (p.words === '') return null
  return (
    <>
      <SectionHead>{p.heading}</SectionHead>
      <p class="cx-lines">{p.words}</p>
    </>
  )
}

function Facts(p: Parameters<typeof AbsencePage>[0]): JSX.Element {
  const { absence, names } = p
  const taken =
    absence.takenBy === null || absence.takenOn === null
      ? en.nobodyYet
      : en.takenLine(names.get(absence.takenBy) ?? '', formatDay(absence.takenOn))
  return (
    <>
      <SectionHead>{en.stands}</SectionHead>
      <FactList
        stacked
        facts={[
          {
            label: en.now,
            value: <StatusTag kind={TONES[absence.state]}>{states[absence.state]}</StatusTag>,
          },
          ...(absence.dueOn === null ? [] : [{ label: en.next, value: <Due of={absence} today={p.today} /> }]),
          { label: en.kind, value: kinds[absence.kind] },
          { label: en.lastSeen, value: formatDay(absence.lastSeenOn) },
          { label: en.reason, value: reasons[absence.reason] },
          { label: en.toldOn, value: formatDay(absence.toldOn) },
          ...(absence.toldName === '' ? [] : [{ label: byLink.toldBy, value: byLink.byLink(absence.toldName) }]),
          { label: en.takenBy, value: taken },
          ...(absence.outcome === null ? [] : [{ label: en.outcome, value: outcomes[absence.outcome] }]),
        ]}
      />
      <p>
        <a class="govuk-link" href={`/people/${absence.personId}`}>
          {en.toRecord}
        </a>
      </p>
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${absence.personId}/misfiled/absence/${absence.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </>
  )
}
