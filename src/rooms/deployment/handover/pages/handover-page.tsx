import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { Button } from '#web/govuk/button.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import type { Carried, Handover, Meeting, Move } from '../handover.ts'
import { needsAnswer, owedBy, type Sides } from '../rules.ts'
import { declineReasons, en, kinds, wishes, withdrawReasons } from '../words.ts'
import { MoveForms } from './move-forms.tsx'
import { DueOn, nameOf, StateTag } from './shared.tsx'

export type HandoverPageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly handover: Handover
  readonly names: ReadonlyMap<string, string>
  readonly sides: Sides
  readonly moves: ReadonlySet<Move>
  readonly meetings: readonly Meeting[]
  /** The colleague one meets them together with; undefined where that is not the visitor's, or no longer waited for. */
  readonly meetWith: string | undefined
  /** Meetings of both that are arranged. */
  readonly together: readonly Carried[]
  readonly along: readonly Carried[]
  readonly behind: readonly Carried[]
  /** The first adviser works here no more. */
  readonly isGone: boolean
  readonly today: Day
  readonly mayCorrect: boolean
  /** What was typed into which form, when it is shown again. */
  readonly form: FormState
  readonly typed: Move | undefined
}

/** One hand-over: what the next adviser should know, what the young person says, what goes along, and whose step is next. */
export function HandoverPage(p: HandoverPageProps): JSX.Element {
  const { handover, names } = p
  const mayReadAll = handover.state !== 'asked' || p.sides.isGiver
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.page(nameOf(names, handover.fromId), nameOf(names, handover.toId))}
      form={p.form}
      back={{ href: '/hand-overs', text: en.backToList }}
    >
      <SideColumn side={<Standing {...p} />}>
        <MoveForms {...p} />
        <Together {...p} />
        {mayReadAll && (
          <>
            <SectionHead>{en.briefHead}</SectionHead>
            {handover.brief === '' ? <p class="cx-quiet">{en.briefNone}</p> : <p class="cx-lines">{handover.brief}</p>}
            <Wishes handover={handover} />
            {handover.overOn === null && <Carrying {...p} />}
          </>
        )}
      </SideColumn>
    </FramedPage>
  )
}

/** To meet them together: arranged in one press, with the other adviser asked along. */
function Together(p: HandoverPageProps): JSX.Element | null {
  if (p.meetWith === undefined) return null
  return (
    <>
      <SectionHead>{p.together.length === 0 ? en.together : en.togetherAhead}</SectionHead>
      {p.together.length > 0 && <FactList stacked facts={p.together.map(factOf)} />}
      <p>{en.togetherText(nameOf(p.names, p.meetWith))}</p>
      <p>
        <Button
          href={`/people/${p.frame.person.id}/appointments/new?with=${p.meetWith}`}
          classes="govuk-button--secondary"
        >
          {en.together}
        </Button>
      </p>
    </>
  )
}

function Wishes({ handover }: { readonly handover: Handover }): JSX.Element {
  const { wish, wishWords, wishAnswer } = handover
  return (
    <>
      <SectionHead>{en.wishHead}</SectionHead>
      {wish === 'not-asked' ? <p>{en.wishNotAsked}</p> : <p>{wishes[wish]}.</p>}
      {wishWords !== '' && <blockquote class="cx-quote">{wishWords}</blockquote>}
      {wishAnswer !== '' && (
        <p class="cx-lines">
          <strong>{en.wishAnswer}:</strong> {wishAnswer}
        </p>
      )}
      {needsAnswer(wish) && wishAnswer === '' && <p>{en.wishUnanswered}</p>}
    </>
  )
}

function Carrying(p: HandoverPageProps): JSX.Element {
  return (
    <>
      {p.behind.length > 0 && (
        <>
          <SectionHead>{en.behind}</SectionHead>
          <p>{en.behindText}</p>
          <FactList stacked facts={p.behind.map(factOf)} />
        </>
      )}
      <SectionHead>{en.along}</SectionHead>
      {p.along.length === 0 ? <p class="cx-quiet">{en.alongNone}</p> : <FactList stacked facts={p.along.map(factOf)} />}
      <p class="cx-quiet">{en.alongNote}</p>
    </>
  )
}

function factOf({ label, value, href }: Carried) {
  if (href === undefined) return { label, value }
  return {
    label,
    value: (
      <a class="govuk-link" href={href}>
        {value}
      </a>
    ),
  }
}

function Standing(p: HandoverPageProps): JSX.Element {
  const { handover, names, today } = p
  const on = (label: string, day: Day | null) => (day === null ? [] : [{ label, value: formatDay(day) }])
  const owes = owedBy(handover.state)
  const isYours = owes === 'receiver' ? p.sides.isReceiver : owes === 'giver' && p.sides.isGiver
  const owing = nameOf(names, owes === 'giver' ? handover.fromId : handover.toId)
  const facts = [
    { label: en.status, value: <StateTag state={handover.state} /> },
    ...(handover.dueOn === null
      ? []
      : [
          {
            label: en.next,
            value: (
              <>
                <DueOn of={handover} today={today} long />, {isYours ? en.owedByYou : en.owedBy(owing)}
              </>
            ),
          },
        ]),
    { label: en.from, value: nameOf(names, handover.fromId) },
    { label: en.takesOver, value: nameOf(names, handover.toId) },
    { label: en.kind, value: kinds[handover.kind] },
    { label: en.why, value: handover.why },
    ...on(en.accepted, handover.acceptedOn),
    ...on(en.met, handover.metOn),
    ...on(en.moved, handover.movedOn),
    ...on(en.overOn, handover.overOn),
    ...(handover.reason === null ? [] : [{ label: en.reason, value: reasonOf(handover.reason) }]),
    ...(handover.words === '' ? [] : [{ label: en.words, value: <span class="cx-lines">{handover.words}</span> }]),
  ]
  return (
    <>
      <SectionHead>{en.stands}</SectionHead>
      <FactList stacked facts={facts} />
      <p>
        <a class="govuk-link" href={`/people/${p.frame.person.id}`}>
          {en.toRecord}
        </a>
      </p>
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${p.frame.person.id}/misfiled/hand-over/${handover.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </>
  )
}

function reasonOf(reason: NonNullable<Handover['reason']>): string {
  const all: Readonly<Record<string, string>> = { ...declineReasons, ...withdrawReasons }
  return all[reason] ?? reason
}

/** A contact as one chooses among them. */
export function meetingWords(meeting: Meeting, names: ReadonlyMap<string, string>, today: Day): string {
  return `${shortDay(meeting.on, today)}: ${meeting.what}, ${nameOf(names, meeting.by)}`
}
