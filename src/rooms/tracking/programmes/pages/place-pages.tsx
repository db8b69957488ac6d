import type { JSX } from 'preact'
import { type Day, formatDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { LEAVE_REASONS, type Move, type Place, type Programme, type Stage, type Step, TALKS } from '../programme.ts'
import { asks, en, reasons, states, talks } from '../words.ts'
import { TONES } from './shared.tsx'

/** Puts a young person on a programme. */
export function EnterPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly form: FormState
  readonly programmes: readonly Programme[]
  readonly runBy: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.enter} form={p.form}>
      {p.programmes.length === 0 ? (
        <p>{en.enterNone}</p>
      ) : (
        <>
          <p>{en.enterLead}</p>
          <PostForm action={`/people/${p.frame.person.id}/programmes/new`} csrfToken={p.visitor.csrfToken}>
            <RadiosField
              form={p.form}
              name="programme"
              label={en.programmeAsk}
              items={p.programmes.map(one => ({
                value: one.id,
                label: one.name,
                hint: [p.runBy.get(one.organisationId) ?? '', ...askedOf(one)].filter(Boolean).join(' · '),
              }))}
            />
            <DayField form={p.form} name="agreed" label={en.agreedAsk} hint={en.dayHint} />
            <DayField form={p.form} name="starts" label={en.startsAsk} hint={en.dayHint} />
            <TextareaField form={p.form} name="set-aside" label={en.setAsideAsk} rows={2} />
            <div class="cx-buttons">
              <Button>{en.enterButton}</Button>
            </div>
          </PostForm>
        </>
      )}
    </FramedPage>
  )
}

const askedOf = (one: Programme) => [
  en.aged(one.minAge, one.maxAge),
  one.needsLead ? asks.lead : '',
  one.needsAssessment ? asks.assessment : '',
  one.needsPlan ? asks.plan : '',
  one.entryWords,
]

type PlacePageProps = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly place: Place
  readonly programme: Programme
  readonly runBy: string
  readonly stages: readonly Stage[]
  readonly steps: readonly Step[]
  readonly moves: ReadonlySet<Move>
  /** Whoever works with the stage they are at, where it is not whoever leads for them. */
  readonly stageAdviser: { readonly accountId: string; readonly name: string } | undefined
  readonly mayHandOver: boolean
  /** Whether whoever reads it may write to who runs it how they learn: before they start. */
  readonly mayTellNeeds: boolean
  readonly mayCorrect: boolean
  readonly today: Day
  readonly form: FormState
  readonly typed: Move | undefined
}

/** One young person on one programme: where it stands, and the step of whoever reads it. */
export function PlacePage(p: PlacePageProps): JSX.Element {
  const { place, programme } = p
  const { given, family } = p.frame.person
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.page(`${given} ${family}`, programme.name)}
      form={p.form}
      back={{ href: `/programmes/${programme.id}`, text: programme.name }}
    >
      <SideColumn side={<Facts {...p} />}>
        {place.state === 'on' && p.stageAdviser !== undefined && (
          <p>
            {en.handOverHint(p.stageAdviser.name)}{' '}
            {p.mayHandOver && (
              <a class="govuk-link" href={`/people/${place.personId}/hand-over`}>
                {en.handOver}
              </a>
            )}
          </p>
        )}
        {p.mayTellNeeds && (
          <p>
            <a class="govuk-link" href={`/people/${place.personId}/letters/new?for=learning-needs`}>
              {en.tellNeeds}
            </a>
          </p>
        )}
        <Steps {...p} />
        {p.steps.length > 0 && (
          <>
            <SectionHead>{en.history}</SectionHead>
            <DataTable
              caption={en.history}
              rows={p.steps}
              columns={[
                { key: 'stage', heading: en.stage, cell: one => one.stage },
                {
                  key: 'when',
                  heading: en.since,
                  cell: one =>
                    one.finishedOn === null
                      ? en.from(formatDay(one.startedOn))
                      : en.fromTo(formatDay(one.startedOn), formatDay(one.finishedOn)),
                  phone: { lead: true },
                },
                {
                  key: 'how',
                  heading: en.stands,
                  wide: true,
                  cell: one =>
                    [one.reached === null ? '' : one.reached ? en.reachedYes : en.reachedNo, one.words]
                      .filter(Boolean)
                      .join('. '),
                },
              ]}
            />
          </>
        )}
        <Said heading={en.setAside} words={place.setAside} />
        <Said heading={place.state === 'completed' ? en.completedWords : en.leavingWords} words={place.words} />
        <Said heading={en.talkWords} words={place.talkWords} />
      </SideColumn>
    </FramedPage>
  )
}

function Steps(p: PlacePageProps): JSX.Element {
  const { place, moves, stages } = p
  const here = `/programme-places/${place.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: place.version }
  const formOf = (move: Move) => (p.typed === move ? p.form : NO_FORM)
  const now = stages.find(one => one.position === place.position)
  return (
    <>
      {moves.has('start') && (
        <StepForm {...sending} action={`${here}/start`} button={en.start}>
          <DayField form={formOf('start')} name="started" label={en.startedAsk} hint={en.dayHint} />
        </StepForm>
      )}
      {moves.has('move') && stages.length > 1 && (
        <StepBehind
          {...sending}
          action={`${here}/move`}
          summary={en.move}
          button={en.move}
          open={p.typed === 'move' || (place.dueOn !== null && place.dueOn <= p.today)}
        >
          <RadiosField
            form={formOf('move')}
            name="stage"
            label={en.moveAsk}
            classes="govuk-radios--small"
            items={stages
              .filter(one => one.position !== place.position)
              .map(one => ({ value: String(one.position), label: `${one.position}. ${one.name}` }))}
          />
          <DayField form={formOf('move')} name="moved" label={en.movedOnAsk} hint={en.dayHint} />
          <RadiosField
            form={formOf('move')}
            name="reached"
            label={now === undefined || now.doneWhen === '' ? en.reachedPlain : en.reachedAsk(now.doneWhen)}
            classes="govuk-radios--inline"
            items={[
              { value: 'yes', label: en.yes },
              { value: 'no', label: en.notYet },
            ]}
          />
          <TextareaField form={formOf('move')} name="moved-words" label={en.movedWordsAsk} rows={2} />
        </StepBehind>
      )}
      {moves.has('finish') && (
        <StepBehind
          {...sending}
          action={`${here}/finish`}
          summary={en.finish}
          button={en.finish}
          open={p.typed === 'finish'}
        >
          <DayField form={formOf('finish')} name="finished" label={en.finishedOnAsk} hint={en.dayHint} />
          <TextareaField form={formOf('finish')} name="finish-words" label={en.finishWordsAsk} rows={2} />
        </StepBehind>
      )}
      {moves.has('leave') && (
        <StepBehind
          {...sending}
          action={`${here}/leave`}
          summary={en.leave}
          button={en.leave}
          open={p.typed === 'leave'}
        >
          <DayField form={formOf('leave')} name="last-there" label={en.leftOnAsk} hint={en.dayHint} />
          <Reasons form={formOf('leave')} name="leave-reason" />
          <TextareaField
            form={formOf('leave')}
            name="leave-words"
            label={en.leaveWordsAsk}
            hint={en.leaveHint}
            rows={3}
          />
        </StepBehind>
      )}
      {moves.has('not-start') && (
        <StepBehind
          {...sending}
          action={`${here}/not-start`}
          summary={en.drop}
          button={en.drop}
          open={p.typed === 'not-start'}
        >
          <Reasons form={formOf('not-start')} name="drop-reason" />
          <TextareaField
            form={formOf('not-start')}
            name="drop-words"
            label={en.leaveWordsAsk}
            hint={en.leaveHint}
            rows={2}
          />
        </StepBehind>
      )}
      {moves.has('talk') && (
        <StepForm {...sending} action={`${here}/talk`} button={en.save}>
          <SectionHead>{en.talk}</SectionHead>
          <p>{en.talkText}</p>
          <RadiosField
            form={formOf('talk')}
            name="talk"
            label={en.talkAsk}
            items={TALKS.map(value => ({ value, label: talks[value] }))}
          />
          <TextareaField form={formOf('talk')} name="talk-words" label={en.talkWordsAsk} hint={en.leaveHint} rows={3} />
        </StepForm>
      )}
    </>
  )
}

function Reasons(p: { readonly form: FormState; readonly name: string }): JSX.Element {
  return (
    <RadiosField
      form={p.form}
      name={p.name}
      label={en.leaveReasonAsk}
      classes="govuk-radios--small"
      items={LEAVE_REASONS.map(value => ({ value, label: reasons[value] }))}
    />
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

function Facts(p: PlacePageProps): JSX.Element {
  const { place, programme } = p
  const stage = p.stages.find(one => one.position === place.position)
  const day = (label: string, on: Day | null) => (on === null ? [] : [{ label, value: formatDay(on) }])
  return (
    <>
      <SectionHead>{en.stands}</SectionHead>
      <FactList
        stacked
        facts={[
          { label: en.now, value: <StatusTag kind={TONES[place.state]}>{states[place.state]}</StatusTag> },
          ...(place.state === 'on' && stage !== undefined ? [{ label: en.stage, value: stage.name }] : []),
          ...(place.dueOn === null
            ? []
            : [{ label: en.next, value: <DueDay dueOn={place.dueOn} today={p.today} late={en.late} /> }]),
          {
            label: en.programme,
            value: (
              <a class="govuk-link" href={`/programmes/${programme.id}`}>
                {programme.name}
              </a>
            ),
          },
          { label: en.runBy, value: p.runBy },
          ...day(en.agreedOn, place.agreedOn),
          ...(place.startedOn === null ? day(en.startsOn, place.startsOn) : day(en.startedOn, place.startedOn)),
          ...day(en.overOn, place.overOn),
          ...(place.reason === null ? [] : [{ label: en.reason, value: reasons[place.reason] }]),
          ...(place.talk === null || place.talkOn === null
            ? []
            : [{ label: en.talk, value: en.talkLine(talks[place.talk], formatDay(place.talkOn)) }]),
        ]}
      />
      <p>
        <a class="govuk-link" href={`/people/${place.personId}`}>
          {en.toRecord}
        </a>
      </p>
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${place.personId}/misfiled/programme/${place.rowId}`}>
            {en.wrongPerson}
          </a>
        </p>
      )}
    </>
  )
}
