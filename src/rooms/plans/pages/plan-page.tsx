import type { JSX } from 'preact'
import { type Day, daysBetween, formatDay, shortDay } from '#ground/day.ts'
import type { Visitor } from '#rooms/identity/index.ts'
import { FramedPage, type PersonFrame } from '#rooms/people/index.ts'
import { NO_FORM } from '#web/form/form.ts'
import { Button } from '#web/govuk/button.tsx'
import { DataTable } from '#web/shell/data-table.tsx'
import { EmptyState, SectionHead, SideColumn } from '#web/shell/layout.tsx'
import { StatusTag } from '#web/shell/status-tag.tsx'
import { en as adultWords } from '../adults/words.ts'
import type { Ask } from '../asks/ask.ts'
import { OwnerLine } from '../asks/pages.tsx'
import { HopesBeside, PlanThoughts, StepLines } from '../challenge/parts.tsx'
import { towardsAim } from '../challenge/rules.ts'
import { challengeWords } from '../challenge/words.ts'
import type { PlanDate } from '../dates/date.ts'
import { DatesAhead } from '../dates/pages.tsx'
import type { HeldPlan } from '../held/held.ts'
import { HeldLines } from '../held/pages.tsx'
import { linkWords } from '../links/words.ts'
import type { LogEntry } from '../log/entry.ts'
import { LogLine } from '../log/pages.tsx'
import { PathwaysAhead } from '../pathways/pages/list-page.tsx'
import type { PathwayLine } from '../pathways/reading.ts'
import type { Agreement, Goal, Hopes, Plan, PlanFactor, Target } from '../plan.ts'
import { type Evidence } from '../progress-file/entry.ts'
import { evidenceOf } from '../progress-file/rules.ts'
import { EvidenceLines, FileLine } from '../progress-file/staff-pages.tsx'
import type { SupportBeside } from '../routes/planning.ts'
import { adviceOn, byDay, isAllOnOthers, openOf, type Standing } from '../rules.ts'
import { advices, copies, doneBy, en, goalStates, standings, targetStates } from '../words.ts'
import { WrongPerson } from './framed.tsx'
import { SupportLines } from './support-lines.tsx'

/** Goals in their own words, what is done about each, and what was said to it. */
export function PlanPage(p: {
  readonly visitor: Visitor
  readonly frame: PersonFrame
  readonly plan: Plan
  readonly dates: readonly PlanDate[]
  readonly held: readonly HeldPlan[]
  readonly pathways: readonly PathwayLine[]
  /** How much of their Progress File is shared, and what of it is evidence of which target. */
  readonly entries: number
  readonly evidence: readonly Evidence[]
  /** What partners were asked who own a target, newest first. */
  readonly asks: readonly Ask[]
  /** What was done towards the targets, newest first. */
  readonly log: readonly LogEntry[]
  /** What groups do for them. */
  readonly support: SupportBeside['steps']
  readonly standing: Standing
  /** What they aim for and have reached; undefined for whoever may not know, or writes no plan. */
  readonly hopes: Hopes | undefined
  readonly names: ReadonlyMap<string, string>
  readonly factors: readonly PlanFactor[]
  readonly today: Day
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
}): JSX.Element {
  const base = `/people/${p.frame.person.id}/plan`
  const { goals, targets, agreements } = p.plan
  const history = (
    <>
      <HopesBeside hopes={p.hopes} personId={p.frame.person.id} />
      <DatesAhead personId={p.frame.person.id} dates={p.dates} today={p.today} />
      <HeldLines frame={p.frame} held={p.held} />
      <PathwaysAhead personId={p.frame.person.id} lines={p.pathways} today={p.today} />
      <SupportLines personId={p.frame.person.id} steps={p.support} today={p.today} />
      <FileLine personId={p.frame.person.id} count={p.entries} />
      <History {...p} agreements={agreements} base={`/people/${p.frame.person.id}`} />
    </>
  )
  return (
    <FramedPage visitor={p.visitor} frame={p.frame} title={en.title} form={NO_FORM}>
      {p.standing === 'none' ? (
        <>
          <EmptyState
            title={en.none}
            action={
              p.mayWrite ? (
                <div class="cx-buttons">
                  <Way href={`${base}/goals/new`} text={en.addGoal} />
                  <Way href={`${base}/link`} text={linkWords.way} isSecond />
                </div>
              ) : undefined
            }
          >
            {p.mayWrite ? en.noneText : en.noneReader}
          </EmptyState>
          {history}
        </>
      ) : (
        <>
          <p>{standings[p.standing]}</p>
          {p.mayWrite && <Ways plan={p.plan} standing={p.standing} base={base} />}
          {isAllOnOthers(p.plan) && (
            <p>
              <StatusTag kind="care">{en.think}</StatusTag> {en.allOnOthers}
            </p>
          )}
          {p.mayWrite && <PlanThoughts plan={p.plan} hopes={p.hopes} />}
          <SideColumn side={history}>
            {goals.map(goal => (
              <GoalPart
                {...p}
                given={p.frame.person.given}
                goal={goal}
                targets={targets.filter(t => t.goalId === goal.rowId)}
                base={base}
              />
            ))}
          </SideColumn>
        </>
      )}
    </FramedPage>
  )
}

/** What can be done next, the likeliest first. */
function Ways(p: { plan: Plan; standing: Exclude<Standing, 'none'>; base: string }): JSX.Element {
  const agree = { href: `${p.base}/agree`, text: en.agree }
  const review = { href: `${p.base}/review`, text: en.review }
  const add = { href: `${p.base}/goals/new`, text: en.addGoal }
  const copy = { href: `${p.base}/copy`, text: en.openCopy }
  const link = { href: `${p.base}/link`, text: linkWords.way }
  const adult = { href: `${p.base}/adult`, text: adultWords.way }
  const hasOpen = openOf(p.plan).length > 0
  const ways = {
    over: [add],
    'never-agreed': [agree, ...(hasOpen ? [review] : []), add, copy, link, adult],
    'changed-since': [review, agree, add, copy, link, adult],
    disagreed: [review, agree, add, copy, link, adult],
    agreed: [review, add, copy, link, adult],
  }[p.standing]
  return (
    <div class="cx-buttons">
      {ways.map((way, i) => (
        <Way {...way} isSecond={i > 0} />
      ))}
    </div>
  )
}

function Way(p: { href: string; text: string; isSecond?: boolean }): JSX.Element {
  return (
    <Button href={p.href} {...(p.isSecond ? { classes: 'govuk-button--secondary' } : {})}>
      {p.text}
    </Button>
  )
}

function GoalPart(p: {
  readonly given: string
  readonly hopes: Hopes | undefined
  readonly goal: Goal
  readonly targets: readonly Target[]
  readonly evidence: readonly Evidence[]
  readonly asks: readonly Ask[]
  readonly log: readonly LogEntry[]
  readonly factors: readonly PlanFactor[]
  readonly base: string
  readonly today: Day
  readonly mayWrite: boolean
  readonly mayCorrect: boolean
}): JSX.Element {
  const { goal } = p
  const open = byDay(p.targets.filter(t => t.state === 'open'))
  const rest = p.targets.filter(t => t.state !== 'open')
  return (
    <section aria-label={goal.words}>
      <SectionHead
        aside={
          p.mayWrite && (
            <a class="govuk-link" href={`${p.base}/goals/${goal.rowId}`}>
              {en.changeGoal}
              <span class="govuk-visually-hidden">{en.changeGoalOf(goal.words)}</span>
            </a>
          )
        }
      >
        “{goal.words}”
      </SectionHead>
      {goal.state !== 'open' && (
        <p>
          <StatusTag kind={goal.state === 'reached' ? 'good' : 'quiet'}>{goalStates[goal.state]}</StatusTag>
        </p>
      )}
      {p.targets.length === 0 ? (
        <p class="cx-quiet">{en.noTargets}</p>
      ) : (
        <DataTable
          caption={en.targetsOf(goal.words)}
          rows={[...open, ...rest]}
          columns={[
            {
              key: 'what',
              heading: en.whatHead,
              cell: target => <TargetName {...p} target={target} />,
            },
            {
              key: 'owner',
              heading: en.ownerHead,
              phone: { label: en.ownerHead },
              cell: target => (
                <>
                  {doneBy(target)}
                  <OwnerLine {...p} target={target} />
                </>
              ),
            },
            {
              key: 'due',
              heading: en.dueHead,
              tight: true,
              phone: { label: en.dueHead },
              cell: target => <DueCell target={target} today={p.today} />,
            },
            {
              key: 'known',
              heading: en.knownHead,
              wide: true,
              phone: { label: en.knownHead },
              cell: target => <KnownCell {...p} target={target} evidence={evidenceOf(p.evidence, target)} />,
            },
          ]}
        />
      )}
      <p>
        {p.mayWrite && goal.state === 'open' && (
          <a class="govuk-link" href={`${p.base}/goals/${goal.rowId}/targets/new`}>
            {en.addTarget}
            <span class="govuk-visually-hidden">{en.addTargetOf(goal.words)}</span>
          </a>
        )}{' '}
        {p.mayCorrect && (
          <WrongPerson href={`/people/${goal.personId}/misfiled/goal/${goal.rowId}`} about={en.wrongGoal(goal.words)} />
        )}
      </p>
    </section>
  )
}

function TargetName(p: {
  target: Target
  base: string
  mayWrite: boolean
  factors: readonly PlanFactor[]
  hopes: Hopes | undefined
  log: readonly LogEntry[]
}): JSX.Element {
  const { target } = p
  const factor = p.factors.find(f => f.code === target.factor)
  return (
    <>
      {p.mayWrite && target.state === 'open' ? (
        <a class="govuk-link" href={`${p.base}/targets/${target.rowId}`}>
          {target.what}
        </a>
      ) : (
        target.what
      )}
      {target.isRestricted && <StatusTag kind="care">{en.keptClose}</StatusTag>}
      {towardsAim(target, p.hopes) && <div class="cx-quiet">{challengeWords.towards}</div>}
      {factor !== undefined && <div class="cx-quiet">{factor.label}</div>}
      <LogLine target={target} log={p.log} />
    </>
  )
}

function DueCell(p: { target: Target; today: Day }): JSX.Element {
  const { state, dueOn, answeredOn } = p.target
  if (state !== 'open') return <>{en.answered(targetStates[state], answeredOn === null ? '' : shortDay(answeredOn))}</>
  if (dueOn === null) return <>{en.noDay}</>
  const late = daysBetween(dueOn, p.today)
  return late > 0 ? (
    <StatusTag kind="late" bare>
      {en.late(late)}
    </StatusTag>
  ) : (
    <>{en.by(shortDay(dueOn))}</>
  )
}

function KnownCell(p: { target: Target; given: string; today: Day; evidence: readonly Evidence[] }): JSX.Element {
  const { target } = p
  if (target.state !== 'open')
    return (
      <>
        {target.answerWords}
        <StepLines target={target} given={p.given} />
        <EvidenceLines evidence={p.evidence} />
      </>
    )
  return (
    <>
      {target.howKnown}
      {target.support !== '' && <div>{en.supportLine(target.support)}</div>}
      <StepLines target={target} given={p.given} />
      {adviceOn(target, target.setOn, p.today).map(advice => (
        <div class="cx-quiet">{advices[advice]}</div>
      ))}
      <EvidenceLines evidence={p.evidence} />
    </>
  )
}

function History(p: {
  agreements: readonly Agreement[]
  names: ReadonlyMap<string, string>
  base: string
  mayCorrect: boolean
}): JSX.Element | null {
  if (p.agreements.length === 0) return null
  return (
    <>
      <SectionHead>{en.history}</SectionHead>
      {p.agreements.map((one, index) => (
        <p>
          <strong>{en.historyLine[one.kind](formatDay(one.agreedOn), p.names.get(one.agreedBy) ?? '')}</strong>
          <br />
          {en.agreement[one.agreement]} {one.linkId !== null && en.saidByLink} {one.words !== '' && en.said(one.words)}{' '}
          {en.copyLine(copies[one.copyGiven])} {one.viewOfHelp !== '' && en.saidOfHelp(one.viewOfHelp)}{' '}
          {index === 0 && one.reviewOn !== null && en.reviewLine(formatDay(one.reviewOn))}{' '}
          {p.mayCorrect && (
            <WrongPerson
              href={`${p.base}/misfiled/agreement/${one.rowId}`}
              about={en.wrongAgreement(formatDay(one.agreedOn))}
            />
          )}
        </p>
      ))}
    </>
  )
}
