import type { JSX } from 'preact'
import { type Day, formatDay, shortDay } from '#ground/day.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, RadiosField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepForm } from '#web/form/step-form.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, FactList, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { VERIFIERS, type Verifier } from '../activity.ts'
import { activityLabel } from '../rules.ts'
import { verifiers } from '../verifier-words.ts'
import { codeUntil, isDue } from './rules.ts'
import type { AgreedStart, StartLine, StartState } from './start.ts'
import { ANSWERS, answers, en, states } from './words.ts'

const TONES: Readonly<Record<StartState, 'quiet' | 'care' | 'good'>> = {
  awaited: 'care',
  started: 'good',
  'not-started': 'quiet',
  withdrawn: 'quiet',
}

/** Who may say whether somebody started: not another council (615 and 616 stand until the place, the young person or a parent says). */
const SAYERS = VERIFIERS.filter(one => one !== 'council').map(value => ({ value, label: verifiers[value] }))

/** Whose agreed day has come. */
export function StartsPage(p: {
  readonly visitor: Visitor
  readonly lines: readonly StartLine[]
  readonly most: number
  readonly today: Day
}): JSX.Element {
  return (
    <StaffPage visitor={p.visitor} title={en.title} current="/starts">
      <PageHead title={en.title} lead={en.lead} />
      {p.lines.length === 0 ? (
        <EmptyState title={en.none}>{en.noneText}</EmptyState>
      ) : (
        <>
          <DataTable
            caption={en.title}
            rows={p.lines}
            columns={[
              {
                key: 'who',
                heading: en.who,
                cell: one => (
                  <a
                    class="govuk-link"
                    href={`/people/${one.personId}/${one.rowId === null ? 'activity' : `starts#start-${one.rowId}`}`}
                  >
                    {one.family}, {one.given}
                  </a>
                ),
              },
              { key: 'what', heading: en.what, cell: whatOf, phone: { lead: true } },
              { key: 'day', heading: en.day, cell: one => shortDay(one.on, p.today), phone: { label: en.day } },
            ]}
          />
          {p.lines.length === p.most && <p class="cx-quiet">{en.more(p.most)}</p>}
        </>
      )}
    </StaffPage>
  )
}

function whatOf(one: StartLine): string {
  return one.rowId === null
    ? en.noDay
    : en.one([activityLabel(one.code), one.detail].filter(Boolean).join(', '), one.place)
}

type StartForm = FormState<'answer' | 'said' | 'on'>

/** What somebody is to begin, each with whether they did, and what came of earlier ones. */
export function PersonStartsPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly starts: readonly AgreedStart[]
  readonly places: ReadonlyMap<string, string>
  /** Starts for which they may be counted by the code of an agreed start until then. */
  readonly countable: ReadonlySet<string>
  readonly mayAnswer: boolean
  readonly today: Day
  readonly form: StartForm
  /** The start that was answered wrongly. */
  readonly typed: string | undefined
}): JSX.Element {
  const [open, past] = [p.starts.filter(one => one.overOn === null), p.starts.filter(one => one.overOn !== null)]
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.personTitle} form={p.form}>
      {p.starts.length === 0 && <EmptyState title={en.personNone}>{en.personNoneText}</EmptyState>}
      {open.map(start => (
        <OpenStart {...p} start={start} form={p.typed === start.rowId ? p.form : NO_FORM} />
      ))}
      {past.length > 0 && (
        <>
          <SectionHead>{en.past}</SectionHead>
          <FactList
            facts={past.map(one => ({
              label: nameOf(one, p.places),
              value: (
                <StatusTag kind={TONES[one.state]}>
                  {en.over(states[one.state], shortDay(one.overOn ?? one.startsOn))}
                </StatusTag>
              ),
            }))}
          />
        </>
      )}
    </FramedPage>
  )
}

const nameOf = (one: AgreedStart, places: ReadonlyMap<string, string>): string =>
  en.one([activityLabel(one.code), one.detail].filter(Boolean).join(', '), places.get(one.organisationId ?? '') ?? '')

const sayer = (by: Verifier | null): string => (by === null ? '' : verifiers[by])

function OpenStart(
  p: Parameters<typeof PersonStartsPage>[0] & { readonly start: AgreedStart; readonly form: StartForm },
): JSX.Element {
  const { start } = p
  const here = `/people/${start.personId}/starts/${start.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: start.version }
  const name = nameOf(start, p.places)
  return (
    <section id={`start-${start.rowId}`}>
      <SectionHead>{isDue(start, p.today) ? en.question(name) : en.ahead(name)}</SectionHead>
      <FactList
        facts={[
          { label: en.agreedFor, value: formatDay(start.startsOn) },
          ...(start.saidBy === null ? [] : [{ label: en.said, value: sayer(start.saidBy) }]),
          ...(start.timesMoved === 0
            ? []
            : [{ label: states.awaited, value: en.putOff(start.timesMoved, shortDay(start.firstDay)) }]),
        ]}
      />
      {p.mayAnswer && (
        <StepForm {...sending} action={here} button={en.save}>
          <RadiosField
            form={p.form}
            name="answer"
            label={en.title}
            items={ANSWERS.filter(value => value !== 'started' || isDue(start, p.today)).map(value => ({
              value,
              label: answers[value],
            }))}
          />
          <RadiosField form={p.form} name="said" label={en.saidBy} items={SAYERS} />
          <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
        </StepForm>
      )}
      {p.mayAnswer && p.countable.has(start.rowId) && (
        <StepForm
          {...sending}
          action={`${here}/count`}
          button={en.countUntil(activityLabel(codeUntil(start.code)))}
          second
        >
          <p>{en.countHint}</p>
          <RadiosField form={NO_FORM} name="said" label={en.saidBy} items={SAYERS} />
        </StepForm>
      )}
    </section>
  )
}
