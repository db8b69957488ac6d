import type { JSX } from 'preact'
import { type Day, formatDay, isAfter, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, SelectField, TextareaField, TextField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { EmptyState, FactList, factsSaid, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { type DateKind, GUEST_STATES, type Guest, type PlanDate } from './date.ts'
import { guestsForm, markOf } from './forms.ts'
import { nextAfter, preparesForAdulthood } from './rules.ts'
import { en, guestStates, kinds, states } from './words.ts'

/** What is ahead, in a few lines: for the page of the plan. */
export function DatesAhead(p: {
  readonly personId: string
  readonly dates: readonly PlanDate[]
  readonly today: Day
}): JSX.Element {
  const ahead = p.dates.filter(one => one.state === 'ahead')
  return (
    <>
      <SectionHead
        aside={
          <a class="govuk-link" href={`/people/${p.personId}/plan/dates`}>
            {en.all}
          </a>
        }
      >
        {en.head}
      </SectionHead>
      {ahead.length === 0 ? (
        <p class="cx-quiet">{en.none}</p>
      ) : (
        <FactList
          stacked
          facts={ahead.map(one => ({ label: kinds[one.kind], value: <When one={one} today={p.today} /> }))}
        />
      )}
    </>
  )
}

function When(p: { readonly one: PlanDate; readonly today: Day }): JSX.Element {
  const { one } = p
  if (one.overOn !== null) return <>{en.overOn(states[one.state], shortDay(one.overOn, p.today))}</>
  if (isAfter(p.today, one.onDay)) return <StatusTag kind="late">{en.late(shortDay(one.onDay, p.today))}</StatusTag>
  return <>{en.aheadOn(formatDay(one.onDay))}</>
}

/** All dates of somebody, and the way to add one. */
export function DatesPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly dates: readonly PlanDate[]
  readonly form: FormState
  /** Kinds the visitor may see; none for whoever only reads, or of somebody who has died. */
  readonly offered: readonly DateKind[]
  /** By when an EHC plan is to be changed this year. */
  readonly transferBy: Day | undefined
  readonly today: Day
}): JSX.Element {
  const { person } = p.frame
  const here = `/people/${person.id}/plan/dates`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.title(person.given)}
      form={p.form}
      back={{ href: `/people/${person.id}/plan`, text: en.toPlan }}
    >
      <p>{en.lead}</p>
      {p.dates.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <FactList
          facts={p.dates.map(one => ({
            label: kinds[one.kind],
            value: (
              <>
                <When one={one} today={p.today} />
                {one.who !== '' && (
                  <>
                    <br />
                    {one.who}
                  </>
                )}
                <br />
                <a class="govuk-link" href={`/plan-dates/${one.rowId}`}>
                  {en.open}
                  <span class="govuk-visually-hidden">{en.openOf(kinds[one.kind])}</span>
                </a>
              </>
            ),
          }))}
        />
      )}
      {p.offered.length > 0 && (
        <>
          <SectionHead>{en.add}</SectionHead>
          {p.transferBy !== undefined && <p>{en.transferHint(formatDay(p.transferBy))}</p>}
          <PostForm action={here} csrfToken={p.visitor.csrfToken}>
            <RadiosField
              form={p.form}
              name="kind"
              label={en.kind}
              classes="govuk-radios--small"
              items={p.offered.map(value => ({ value, label: kinds[value] }))}
            />
            <DayField form={p.form} name="on" label={en.on} />
            <TextField form={p.form} name="who" label={en.who} autocomplete="off" />
            <div class="cx-buttons">
              <Button>{en.save}</Button>
            </div>
          </PostForm>
        </>
      )}
    </FramedPage>
  )
}

/** Which form of the page was sent. */
export type Typed = 'held' | 'call-off' | 'guests'

/** One date: what came of it, or how to say it. */
export function DatePage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly date: PlanDate
  readonly guests: readonly Guest[]
  readonly form: FormState
  readonly typed: Typed | undefined
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
  readonly today: Day
}): JSX.Element {
  const { date, frame } = p
  const here = `/plan-dates/${date.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: date.version }
  const held = p.typed === 'held' ? p.form : NO_FORM
  const isEhc = date.kind === 'ehc-review' || date.kind === 'ehc-transfer'
  const isForAdulthood = isEhc && preparesForAdulthood(frame.person.bornOn, date.onDay)
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={kinds[date.kind]}
      form={p.form}
      back={{ href: `/people/${date.personId}/plan/dates`, text: en.toDates }}
    >
      <p>
        <When one={date} today={p.today} />
      </p>
      {isForAdulthood && <p>{en.adulthood}</p>}
      <FactList
        facts={[
          ...factsSaid([
            [en.who, date.who],
            [date.state === 'held' ? en.words : en.why, date.words],
            [en.wishes, date.wishes && `“${date.wishes}”`],
            [en.askedThem, date.askedThem],
          ]),
          ...p.guests.map(one => ({ label: one.who, value: guestStates[one.state] })),
        ]}
      />
      {p.mayWrite && date.state !== 'called-off' && <Guests {...p} sending={sending} isForAdulthood={isForAdulthood} />}
      {p.mayWrite && date.state === 'ahead' && (
        <>
          <SectionHead>{en.heldHead}</SectionHead>
          <StepForm {...sending} action={`${here}/held`} button={en.keep}>
            <DayField form={held} name="held-on" label={en.heldOn} />
            <TextareaField form={held} name="words" label={en.words} rows={4} />
            <TextareaField form={held} name="wishes" label={en.wishes} rows={3} />
            {nextAfter(date.kind, date.onDay) !== undefined && <p class="cx-quiet">{en.nextComes}</p>}
          </StepForm>
          <StepBehind
            {...sending}
            action={`${here}/call-off`}
            button={en.callOff}
            summary={en.callOff}
            open={p.typed === 'call-off'}
          >
            <TextareaField form={p.typed === 'call-off' ? p.form : NO_FORM} name="why" label={en.why} rows={2} />
          </StepBehind>
        </>
      )}
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${date.personId}/misfiled/plan-date/${date.rowId}`}>
            {en.misfiled}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

function Guests(p: {
  readonly date: PlanDate
  readonly guests: readonly Guest[]
  readonly form: FormState
  readonly typed: Typed | undefined
  readonly sending: { readonly csrfToken: string; readonly version: number }
  readonly isForAdulthood: boolean
}): JSX.Element {
  const { date } = p
  const stands = guestsForm(p.guests).fill({
    ...Object.fromEntries(p.guests.map(one => [markOf(one), one.state])),
    'asked-them': date.askedThem,
  })
  const form: FormState = p.typed === 'guests' ? p.form : stands
  return (
    <>
      <SectionHead>{en.guestsHead}</SectionHead>
      {p.isForAdulthood && <p class="cx-quiet">{en.guestsHint}</p>}
      <StepForm {...p.sending} action={`/plan-dates/${date.rowId}/guests`} button={en.saveGuests} second>
        {p.guests.map(one => (
          <SelectField
            form={form}
            name={markOf(one)}
            label={one.who}
            items={GUEST_STATES.map(value => ({ value, label: guestStates[value] }))}
          />
        ))}
        <TextField form={form} name="guest" label={en.guest} hint={en.guestHint} autocomplete="off" />
        <TextareaField form={form} name="asked-them" label={en.askedThem} rows={3} />
      </StepForm>
    </>
  )
}
