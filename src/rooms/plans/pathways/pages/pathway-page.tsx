import type { JSX } from 'preact'
import { type Day, daysBetween, formatDay, isAfter, mondayOf, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import type { FormState } from '#web/form/field.ts'
import { TextareaField } from '#web/form/fields.tsx'
import { NO_FORM } from '#web/form/form.ts'
import { StepBehind, StepForm } from '#web/form/step-form.tsx'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { DueDay } from '#web/shell/due-day.tsx'
import { FactList, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { Steps } from '#web/shell/steps.tsx'
import { en as dateWords } from '../../dates/words.ts'
import { nextWeek } from '../forms.ts'
import { askWords, kindWords } from '../kind-words.ts'
import { KINDS } from '../kinds.ts'
import type { PathwayStep } from '../pathway.ts'
import type { Shown } from '../reading.ts'
import { lastLogOf, stageStates, stepsIn, waitingOn } from '../rules.ts'
import { en, ownSays, stageWords, stepStates } from '../words.ts'
import { Log, Weeks } from './growing-parts.tsx'
import { doneBy, StateTag } from './shared.tsx'

/** Which of the forms of the page was sent. */
export type Typed = 'pause' | 'withdraw' | 'yes' | undefined

type Page = {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly shown: Shown
  readonly form: FormState
  /** Which of its forms was sent. */
  readonly typed: Typed
  /** Whether anything may be written to it: whoever may plan, of somebody who lives. */
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
  readonly today: Day
}

/** One pathway as a small journey: where it stands, its steps stage by stage, meetings, and what it is. */
export function PathwayPage(p: Page): JSX.Element {
  const { pathway, steps } = p.shown
  const words = kindWords[pathway.kind]
  const mayWrite = p.mayWrite && pathway.state !== 'ended'
  return (
    <FramedPage
      visitor={p.visitor}
      frame={p.frame}
      title={words.name}
      form={p.form}
      back={{ href: `/people/${pathway.personId}/pathways`, text: en.toList }}
    >
      <StateTag pathway={pathway} today={p.today} />
      <Steps
        label={en.stages}
        steps={stageStates(KINDS[pathway.kind], pathway.stage).map(({ stage, state }) => {
          const own = stepsIn(steps, stage)
          return {
            text: `${words.stages[stage] ?? stage}: ${en.stepCount(own.over, own.steps.length)}`,
            state,
            stateWord: stageWords[state],
          }
        })}
      />
      <Silence {...p} />
      {mayWrite && <Ways {...p} />}
      <SideColumn side={<About {...p} />}>
        {KINDS[pathway.kind].hasWeeks && <Weeks {...p} mayWrite={mayWrite} />}
        {KINDS[pathway.kind].stages.map(stage => (
          <StagePart {...p} stage={stage} />
        ))}
        <Log {...p} />
      </SideColumn>
      {mayWrite && <Moves {...p} />}
      {p.mayCorrect && (
        <p>
          <a class="govuk-link" href={`/people/${pathway.personId}/misfiled/pathway/${pathway.rowId}`}>
            {en.misfiled}
          </a>
        </p>
      )}
    </FramedPage>
  )
}

/** That nobody wrote of a meeting for too long, or that the day of the next look is past. */
function Silence(p: Page): JSX.Element | null {
  const { pathway, log } = p.shown
  const last = lastLogOf(log)
  const late = waitingOn(pathway, [], last).filter(one => isAfter(p.today, one.on))
  if (late.length === 0) return null
  return (
    <p>
      {late.map(one => (
        <StatusTag kind="late">
          {one.what === 'log'
            ? en.silent(daysBetween(last ?? pathway.openedOn, p.today))
            : `${en.review}: ${en.late(daysBetween(one.on, p.today))}`}
        </StatusTag>
      ))}
    </p>
  )
}

function Ways(p: Page): JSX.Element {
  const { pathway, weeks } = p.shown
  const { hasWeeks } = KINDS[pathway.kind]
  const here = `/pathways/${pathway.rowId}`
  const newest = weeks.at(-1)?.weekOf
  const next = newest === undefined ? mondayOf(pathway.anchorOn ?? p.today) : nextWeek(newest)
  const ways = [
    ...(hasWeeks ? [{ href: `${here}/weeks/${next}`, text: en.weekAdd }] : []),
    { href: `${here}/log`, text: en.logAdd },
    { href: `${here}/steps/new`, text: en.addStep },
    { href: `${here}/change`, text: en.change },
    { href: `${here}/end`, text: en.end },
  ]
  return (
    <div class="cx-buttons">
      {ways.map((way, i) => (
        <Button href={way.href} {...(i > 0 ? { classes: 'govuk-button--secondary' } : {})}>
          {way.text}
        </Button>
      ))}
    </div>
  )
}

function StagePart(p: Page & { readonly stage: string }): JSX.Element {
  const { pathway, steps } = p.shown
  const name = kindWords[pathway.kind].stages[p.stage] ?? p.stage
  const own = stepsIn(steps, p.stage)
  return (
    <section aria-label={name}>
      <SectionHead aside={en.stepCount(own.over, own.steps.length)}>{name}</SectionHead>
      {own.steps.length === 0 ? (
        <p class="cx-quiet">{en.noStepsIn}</p>
      ) : (
        <DataTable
          caption={en.stepsOf(name)}
          classes="cx-table--words"
          rows={own.steps}
          columns={[
            {
              key: 'what',
              heading: en.steps,
              wide: true,
              cell: step => (
                <>
                  <a class="govuk-link" href={`/pathways/${pathway.rowId}/steps/${step.rowId}`}>
                    {step.what}
                  </a>
                  {step.overWords !== '' && <div class="cx-quiet">{step.overWords}</div>}
                  <OwnSaid step={step} />
                </>
              ),
            },
            { key: 'who', heading: en.stepWho, phone: { label: en.stepWho }, cell: doneBy },
            {
              key: 'when',
              heading: en.stepState,
              tight: true,
              phone: { lead: true },
              cell: step => <StepStands step={step} isLate={pathway.state === 'open'} today={p.today} />,
            },
          ]}
        />
      )}
    </section>
  )
}

/** What they said to it by their own link. */
function OwnSaid({ step }: { step: PathwayStep }): JSX.Element | null {
  if (step.ownSay === null || step.ownOn === null) return null
  return (
    <div>
      {en.ownSaid(ownSays[step.ownSay], formatDay(step.ownOn))} {step.ownWords !== '' && en.quote(step.ownWords)}
    </div>
  )
}

function StepStands(p: { step: PathwayStep; isLate: boolean; today: Day }): JSX.Element {
  const { state, overOn, dueOn } = p.step
  if (overOn !== null)
    return (
      <StatusTag kind={state === 'done' ? 'good' : 'quiet'} bare>
        {en.stepOver(stepStates[state], shortDay(overOn, p.today))}
      </StatusTag>
    )
  if (dueOn === null) return <>{en.noDay}</>
  return p.isLate ? <DueDay dueOn={dueOn} today={p.today} late={en.late} /> : <>{shortDay(dueOn, p.today)}</>
}

/** Whom it is with, the day it is counted from, what was asked, and what the young person said. */
function About(p: Page): JSX.Element {
  const { pathway, goal, targets, names } = p.shown
  const words = kindWords[pathway.kind]
  const said = pathway.saidOn === null ? '' : formatDay(pathway.saidOn)
  const facts = [
    {
      label: words.anchor,
      value:
        KINDS[pathway.kind].anchor === 'none'
          ? ''
          : pathway.anchorOn === null
            ? en.anchorUnknown
            : formatDay(pathway.anchorOn),
    },
    { label: words.who, value: whoOf(p.shown) },
    ...KINDS[pathway.kind].asks.map(({ ask }) => ({ label: askWords[ask].label, value: pathway.answers[ask] ?? '' })),
    { label: en.reviewOn, value: pathway.reviewOn === null ? '' : formatDay(pathway.reviewOn) },
    {
      label: en.said,
      value: pathway.said === null ? '' : (pathway.said === 'yes' ? en.saidLine : en.withoutLine)(said),
    },
    { label: en.saidWords, value: pathway.saidWords === '' ? '' : en.quote(pathway.saidWords) },
    { label: en.withoutWhy, value: pathway.withoutWhy },
    { label: en.pausedWhy, value: pathway.state === 'paused' ? pathway.pausedWhy : '' },
    { label: en.overWhy, value: pathway.overWords },
    { label: en.goalOf, value: goal === undefined ? '' : en.quote(goal.words) },
  ]
  return (
    <>
      {p.shown.adult && (p.shown.adult.mayBeTold === 'never' || p.shown.adult.mayBeTold === 'no') && (
        <p>
          <StatusTag kind="stop">{en.adultNotTold}</StatusTag>
        </p>
      )}
      <FactList stacked facts={facts.filter(one => one.value !== '' && one.label !== '')} />
      {KINDS[pathway.kind].asks.some(one => one.ask === 'ehc') && (
        <p>
          <a class="govuk-link" href={`/people/${pathway.personId}/plan/dates`}>
            {dateWords.head}
          </a>
        </p>
      )}
      {goal && (
        <>
          <SectionHead
            aside={
              <a class="govuk-link" href={`/people/${pathway.personId}/plan`}>
                {en.toPlan}
              </a>
            }
          >
            {en.targets}
          </SectionHead>
          {targets.length === 0 ? (
            <p class="cx-quiet">{en.targetsNone}</p>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {targets.map(target => (
                <li>
                  {target.what} <DueDay dueOn={target.dueOn} today={p.today} late={en.late} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <p class="cx-quiet">{en.openedBy(names.get(pathway.openedBy) ?? '', formatDay(pathway.openedOn))}</p>
    </>
  )
}

function whoOf({ pathway, adult, names }: Shown): string {
  if (pathway.adultId !== null) return adult === undefined ? en.adultGone : `${adult.name}, ${adult.relationship}`
  if (pathway.withAccount !== null) return names.get(pathway.withAccount) ?? ''
  const seen = pathway.seenOn === null ? '' : en.seenLine(formatDay(pathway.seenOn))
  return [pathway.withName, seen].filter(Boolean).join(', ')
}

/** What is less likely: to pause it or go on, and the young person's no. */
function Moves(p: Page): JSX.Element {
  const { pathway } = p.shown
  const here = `/pathways/${pathway.rowId}`
  const sending = { csrfToken: p.visitor.csrfToken, version: pathway.version }
  return (
    <>
      {pathway.state === 'paused' ? (
        <StepForm {...sending} action={`${here}/resume`} button={en.resume} second />
      ) : (
        <StepBehind
          {...sending}
          action={`${here}/pause`}
          button={en.pause}
          summary={en.pause}
          open={p.typed === 'pause'}
        >
          <p class="cx-quiet">{en.pauseNote}</p>
          <TextareaField form={p.typed === 'pause' ? p.form : NO_FORM} name="why" label={en.pauseWhy} rows={2} />
        </StepBehind>
      )}
      {pathway.said === 'without' && <Says {...p} says="yes" text={en.yesNow} words={en.saidWords} />}
      {pathway.kind === 'family' && (
        <Says {...p} says="withdraw" text={en.withdraw} words={en.withdrawWords} hint={en.withdrawNote} />
      )}
    </>
  )
}

/** What the young person says to it, in a form behind a line. */
function Says(
  p: Page & {
    readonly says: 'yes' | 'withdraw'
    readonly text: string
    readonly words: string
    readonly hint?: string
  },
): JSX.Element {
  const { pathway } = p.shown
  return (
    <StepBehind
      csrfToken={p.visitor.csrfToken}
      version={pathway.version}
      action={`/pathways/${pathway.rowId}/${p.says}`}
      button={p.text}
      summary={p.text}
      open={p.typed === p.says}
    >
      <TextareaField form={p.typed === p.says ? p.form : NO_FORM} name="said" label={p.words} hint={p.hint} rows={2} />
    </StepBehind>
  )
}
