import type { ComponentChildren, JSX } from 'preact'
import { dayOf } from '#ground/clock.ts'
import { formatDay, monthHeading, shortDay, timelineDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { DayField, PostForm, RadiosField, TextareaField, TextField } from '#web/form/fields.tsx'
import { StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import type { Shape } from '#web/shell/icons.tsx'
import { EmptyState, FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { Timeline, TimelineEntry } from '#web/shell/timeline.tsx'
import { steps } from '../challenge/words.ts'
import { Stale, WrongPerson } from '../pages/framed.tsx'
import type { Goal, PlanFactor, Target } from '../plan.ts'
import { doneBy, en as planWords, targetStates } from '../words.ts'
import { DOERS, type LogEntry } from './entry.ts'
import { type Line, latestOf } from './rules.ts'
import { changeLine, doerOf, doers, en, partnerOf } from './words.ts'

const baseOf = (target: Pick<Target, 'personId' | 'rowId'>) =>
  `/people/${target.personId}/plan/targets/${target.rowId}/log`

/** So much of what was done stands in one line. */
const SHORT = 120
const inShort = (words: string) => (words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words)

/** What was done last, in a line: beside the target on the plan, and where a review asks what became of it. */
export function latestWords(entry: LogEntry): string {
  return en.latest(shortDay(entry.doneOn), inShort(entry.words))
}

/** Beside a target of a plan: the way to what was done, and the last of it. */
export function LogLine(p: { readonly target: Target; readonly log: readonly LogEntry[] }): JSX.Element {
  const latest = latestOf(p.log, p.target)
  return (
    <>
      <div class="cx-further">
        <a class="govuk-link cx-quiet" href={baseOf(p.target)}>
          {en.title}
          <span class="govuk-visually-hidden">{en.wayOf(p.target.what)}</span>
        </a>
      </div>
      {latest !== undefined && <div class="cx-quiet">{latestWords(latest)}</div>}
    </>
  )
}

type Common = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly target: Target
  readonly form: FormState
}

/** All that was done towards one target, in one story, and the form that adds to it. */
export function LogPage(
  p: Common & {
    readonly goal: Goal
    readonly names: ReadonlyMap<string, string>
    readonly lines: readonly Line[]
    readonly factors: readonly PlanFactor[]
    readonly mayWrite: boolean
    /** Whether the visitor may open a contact. */
    readonly mayOpen: boolean
  },
): JSX.Element {
  const { target, frame } = p
  const { given } = frame.person
  return (
    <FramedPage
      visitor={p.visitor}
      frame={frame}
      title={en.title}
      form={p.form}
      back={{ href: `/people/${frame.person.id}/plan`, text: en.toPlan }}
    >
      <FactList
        facts={[
          {
            label: en.step,
            value: (
              <>
                {target.what} {target.isRestricted && <StatusTag kind="care">{en.keptClose}</StatusTag>}
              </>
            ),
          },
          { label: en.goal, value: `“${p.goal.words}”` },
          { label: en.who, value: doneBy(target, { 'young-person': given }) },
          { label: en.due, value: target.dueOn === null ? planWords.noDay : formatDay(target.dueOn) },
          { label: en.stands, value: targetStates[target.state] },
        ]}
      />
      <SideColumn
        side={
          p.mayWrite && (
            <>
              <SectionHead>{en.write}</SectionHead>
              <PostForm action={baseOf(target)} csrfToken={p.visitor.csrfToken}>
                <EntryFields form={p.form} target={target} given={given} />
                <div class="cx-buttons">
                  <Button>{en.save}</Button>
                </div>
              </PostForm>
            </>
          )
        }
      >
        <SectionHead>{en.story}</SectionHead>
        {!p.lines.some(line => line.is === 'done') && (
          <EmptyState title={en.none}>{p.mayWrite ? en.noneText : en.noneReader}</EmptyState>
        )}
        <Timeline
          months={byMonth(p.lines).map(({ heading, lines }) => ({
            heading,
            entries: lines.map(line => <Told {...p} line={line} given={given} />),
          }))}
        />
      </SideColumn>
    </FramedPage>
  )
}

function byMonth(lines: readonly Line[]): { readonly heading: string; readonly lines: Line[] }[] {
  const months: { heading: string; lines: Line[] }[] = []
  for (const line of lines) {
    const heading = monthHeading(line.on)
    const last = months.at(-1)
    if (last?.heading === heading) last.lines.push(line)
    else months.push({ heading, lines: [line] })
  }
  return months
}

function EntryFields(p: { readonly form: FormState; readonly target: Target; readonly given: string }): JSX.Element {
  return (
    <>
      <TextareaField
        form={p.form}
        name="words"
        label={en.words}
        hint={p.target.isRestricted ? en.wordsClose(p.given) : en.wordsRead(p.given)}
        rows={4}
      />
      <RadiosField
        form={p.form}
        name="by"
        label={en.by}
        classes="govuk-radios--small"
        items={DOERS.map(value => ({
          value,
          label: doers(p.given)[value],
          ...(value === 'other'
            ? {
                conditional: (
                  <TextField form={p.form} name="name" label={en.name} hint={en.nameHint} autocomplete="off" />
                ),
              }
            : {}),
        }))}
      />
      <DayField form={p.form} name="on" label={en.on} hint={en.onHint} />
    </>
  )
}

/** Correcting one thing that was written down. */
export function EntryPage(
  p: Common & { readonly entry: LogEntry; readonly theirs: LogEntry | undefined; readonly mayCorrect: boolean },
): JSX.Element {
  const { given, id } = p.frame.person
  const here = `${baseOf(p.target)}/${p.entry.rowId}`
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={en.correctTitle}
      form={p.form}
      back={{ href: baseOf(p.target), text: en.toLog }}
    >
      {p.theirs && (
        <Stale
          first={en.stale}
          text={en.staleText}
          facts={[
            { label: en.words, value: p.theirs.words },
            { label: en.by, value: doerOf(p.theirs, given) },
            { label: en.on, value: formatDay(p.theirs.doneOn) },
          ]}
        />
      )}
      <p>{en.correctLead}</p>
      <StepForm action={here} csrfToken={p.visitor.csrfToken} version={p.entry.version} button={en.saveCorrect}>
        <EntryFields form={p.form} target={p.target} given={given} />
      </StepForm>
      {p.mayCorrect && (
        <p>
          <WrongPerson
            href={`/people/${id}/misfiled/plan-log/${p.entry.rowId}`}
            about={en.wrongPersonOf(formatDay(p.entry.doneOn))}
          />
        </p>
      )}
    </FramedPage>
  )
}

type Telling = {
  readonly target: Target
  readonly names: ReadonlyMap<string, string>
  readonly factors: readonly PlanFactor[]
  readonly given: string
  readonly mayWrite: boolean
  readonly mayOpen: boolean
}

/** One line of the story. */
function Told(p: Telling & { readonly line: Line }): JSX.Element {
  const { line } = p
  const { shape, title, text } = toldOf(p, line)
  return (
    <TimelineEntry date={timelineDay(line.on)} dateTime={line.on} shape={shape} title={title}>
      {text}
    </TimelineEntry>
  )
}

function toldOf(p: Telling, line: Line): { shape: Shape; title: string; text?: ComponentChildren } {
  const nameOf = (id: AccountId | null) => p.names.get(id ?? '') ?? en.somebody
  switch (line.is) {
    case 'done':
      return { shape: 'dot', title: doerOf(line.entry, p.given), text: <Done {...p} line={line} nameOf={nameOf} /> }
    case 'set':
      return { shape: 'diamond', title: en.setBy(nameOf(line.by)) }
    case 'contact':
      return {
        ...{ shape: 'dot', title: en.contact },
        text: (
          <>
            {line.contact.step}{' '}
            {p.mayOpen && (
              <a class="govuk-link" href={`/contacts/${line.contact.rowId}`}>
                {en.openContact}
                <span class="govuk-visually-hidden">{en.openContactOf(formatDay(line.on))}</span>
              </a>
            )}
          </>
        ),
      }
    case 'changed':
      return {
        ...{ shape: 'diamond', title: en.changedBy(nameOf(line.by)) },
        text: line.keys.map(key => <div>{changeLine(key, line.before, line.after, p.factors)}</div>),
      }
    case 'own-step':
      return {
        ...{ shape: 'ring', title: line.isByLink ? en.ownStep.link : en.ownStep.told },
        text: line.step === 'not-asked' ? '' : steps[line.step],
      }
    case 'answered':
      return { shape: 'diamond', title: en.answered(targetStates[line.target.state]), text: line.target.answerWords }
    case 'said':
      return {
        ...{ shape: 'ring', title: en.saidPlan },
        text: `${planWords.agreement[line.agreement.agreement]} ${line.agreement.words === '' ? '' : planWords.said(line.agreement.words)}`,
      }
    case 'asked':
      return { shape: 'ring', title: en.asked(line.ask.ownerName, partnerOf(line.ask, p.names)) }
    case 'told':
      return {
        ...{ shape: 'square', title: en.said[line.ask.state === 'yes' ? 'yes' : 'no'](partnerOf(line.ask, p.names)) },
        text: line.ask.words === '' ? '' : `“${line.ask.words}”`,
      }
    case 'evidence':
      return {
        ...{ shape: 'open-square', title: line.evidence.did === null ? en.evidenceBack : en.evidence },
        text: line.evidence.did === null ? '' : `“${line.evidence.did}”`,
      }
    default:
      return line satisfies never
  }
}

/** What somebody wrote down, with what it said before. */
function Done(
  p: Telling & {
    readonly line: Extract<Line, { is: 'done' }>
    readonly nameOf: (id: AccountId | null) => string
  },
): JSX.Element {
  const { entry, before } = p.line
  return (
    <>
      <div class="cx-lines">{entry.words}</div>
      <div class="cx-quiet">
        {en.noted(shortDay(entry.writtenOn), p.nameOf(entry.writtenBy))}{' '}
        {p.mayWrite && (
          <a class="govuk-link" href={`${baseOf(p.target)}/${entry.rowId}`}>
            {en.correct}
            <span class="govuk-visually-hidden">{en.correctOf(formatDay(entry.doneOn))}</span>
          </a>
        )}
      </div>
      {before.map(one => (
        <div class="cx-quiet">
          {en.saidBefore(
            shortDay(dayOf(one.at)),
            p.nameOf(one.by),
            en.before(doerOf(one.content, p.given), shortDay(one.content.doneOn), one.content.words),
          )}
        </div>
      ))}
    </>
  )
}
