import type { JSX } from 'preact'
import { type Day, isBefore, shortDay } from '#ground/day.ts'
import {
  type Assessment,
  assessmentDepthWords,
  factorWords,
  type Level,
  levelWords,
  type Rating,
} from '#rooms/assessment/index.ts'
import { type SchoolAsk, type SchoolFact, schoolDataWords, schoolKindWords } from '#rooms/guidance/index.ts'
import { StaffPage, type Visitor } from '#rooms/identity/index.ts'
import type { Enrolment, SafeContact } from '#rooms/people/index.ts'
import {
  byDay,
  doneBy,
  type HeldPlan,
  heldInShort,
  heldWords,
  openPart,
  type PathwayLine,
  type Plan,
  pathwayKinds,
  type SafetyPlan,
  safetyWords,
  waitingWords,
} from '#rooms/plans/index.ts'
import {
  type Appointment,
  aimResultWords,
  type Contact,
  closedGroupWords,
  contactKindWords,
  expectedHow,
  hoursOf,
  type LastAim,
  lastAimFacts,
  meetingKindWords,
  type OfRun,
  type PlannedFor,
  purposeWords,
  StandsTag,
  type Turn,
  turnWords,
} from '#rooms/sessions/index.ts'
import { isToRead, type ReadStanding, ReadStandingTag } from '#rooms/sharing/index.ts'
import { activityLabel } from '#rooms/tracking/index.ts'
import { BackLink } from '#web/govuk/back-link.tsx'
import { Button } from '#web/govuk/button.tsx'
import { FactList, factsSaid, PageHead, SectionHead } from '#web/shell/layout.tsx'
import { brief as en } from '../brief-words.ts'
import type { DeskFrame } from '../frame.tsx'
import type { TimelineItem } from '../record.ts'

/** The level up to which a view is worth knowing beforehand: critical, or a worry. */
const WORRY: Level = 2
const LAST = 3

type Brief = {
  readonly visitor: Visitor
  readonly frame: DeskFrame
  readonly today: Day
  readonly appointments: readonly Appointment[]
  /** The runs they belong to, by meeting. */
  readonly runs: ReadonlyMap<string, OfRun>
  /** Closed groups at which they are expected. */
  readonly groups: readonly PlannedFor[]
  /** Which of them are first contacts, by meeting. */
  readonly turns: ReadonlyMap<string, Turn>
  readonly lastAim: LastAim | undefined
  readonly plan: Plan
  /** That holds now; undefined where there is none, or it may not be known. */
  readonly safety: SafetyPlan | undefined
  /** Those that go on and of which every part is seen. */
  readonly pathways: readonly PathwayLine[]
  readonly assessment: Assessment | undefined
  readonly ratings: readonly Rating[]
  readonly learning: readonly Enrolment[]
  readonly tags: readonly string[]
  /** An EHC plan and care, as far as the viewer sees either. */
  readonly held: readonly HeldPlan[]
  /** What other agencies told or did, newest first. */
  readonly others: readonly TimelineItem[]
  /** Whether what stays between us was read with them. */
  readonly read: ReadStanding
  /** Undefined for whom what is known before a talk is not to see. */
  readonly school: { readonly facts: readonly SchoolFact[]; readonly asks: readonly SchoolAsk[] } | undefined
  readonly mayArrange: boolean
}

/** All that whoever meets a young person may know of them, on one page. What they may not see is left out, not told as if there were none. */
export function BriefPage(p: Brief): JSX.Element {
  const { person, seen } = p.frame
  const title = en.title(person.given)
  return (
    <StaffPage visitor={p.visitor} title={title} aboutId={person.id} identityBar={p.frame.bar}>
      <BackLink href={`/people/${person.id}`}>{`${person.given} ${person.family}`}</BackLink>
      {p.frame.alerts}
      <PageHead title={title} lead={en.lead} />
      <Arranged {...p} />
      {isToRead(p.read) && (
        <p>
          {en.confidential}: <ReadStandingTag standing={p.read} />{' '}
          <a class="govuk-link" href={`/people/${person.id}/confidentiality`}>
            {en.readIt}
          </a>
        </p>
      )}
      {seen.has('safe-contact') && <Reach safe={p.frame.safe} />}
      {seen.has('plan') && <Wants {...p} />}
      <Safety {...p} />
      <Support {...p} />
      <LastTimes {...p} />
      <Others {...p} />
      {seen.has('assessment') && <Stands {...p} />}
      <Known {...p} />
      {p.school !== undefined && seen.has('learning') && <School {...p.school} today={p.today} personId={person.id} />}
      <p class="cx-quiet">{en.print}</p>
    </StaffPage>
  )
}

function Arranged(p: Brief): JSX.Element {
  const { person } = p.frame
  return (
    <>
      <SectionHead>{en.next}</SectionHead>
      {p.appointments.length + p.groups.length === 0 && <p>{en.noNext}</p>}
      {p.appointments.map(one => (
        <FactList
          facts={factsSaid([
            [whenOf(one, p.today), [meetingKindWords[one.kind], one.place].filter(Boolean).join(', ')],
            [en.turn, turnOf(p.turns.get(one.rowId))],
            [en.ofRun, [p.runs.get(one.rowId)?.title, p.runs.get(one.rowId)?.part].filter(Boolean).join(', ')],
            [en.aim, one.aim || purposeWords[one.purpose]],
            [en.method, one.method],
            [en.bring, one.bring],
            [en.needs, one.needs],
            [en.others, one.others],
            [en.told, <StandsTag entry={one} />],
          ])}
        />
      ))}
      <FactList
        facts={p.groups.map(one => ({
          label: [shortDay(one.onDay, p.today), one.atTime].filter(Boolean).join(', '),
          value: closedGroupWords.expectedAt(one.title, expectedHow[one.how]),
        }))}
      />
      <FactList facts={lastAimFacts(p.lastAim)} />
      {p.mayArrange && (
        <Button href={`/people/${person.id}/appointments/new`} classes="govuk-button--secondary">
          {en.arrange}
        </Button>
      )}
    </>
  )
}

function turnOf(turn: Turn | undefined): string {
  return turn === undefined ? '' : turnWords[turn]
}

function whenOf(one: Appointment, today: Day): string {
  return `${shortDay(one.onDay, today)}, ${hoursOf(one)}`
}

function Reach(p: { readonly safe: SafeContact | undefined }): JSX.Element {
  const { safe } = p
  const not = [safe?.noPost && en.noPost, safe?.noVoicemail && en.noVoicemail, safe?.noHomeVisit && en.noHomeVisit]
  return (
    <>
      <SectionHead>{en.care}</SectionHead>
      <FactList
        facts={factsSaid([
          [en.reach, safe?.rule ?? en.reachUnknown],
          [en.notThis, not.filter(Boolean).join(', ')],
        ])}
      />
      <p>
        <a class="govuk-link" href="/services/today">
          {en.helpToday}
        </a>
      </p>
    </>
  )
}

function Wants(p: Brief): JSX.Element {
  const { goals, targets } = openPart(p.plan)
  return (
    <>
      <SectionHead>{en.want}</SectionHead>
      {goals.length === 0 && <p>{en.noPlan}</p>}
      {goals.map(goal => (
        <>
          <p>
            <strong>“{goal.words}”</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {byDay(targets.filter(t => t.goalId === goal.rowId)).map(target => (
              <li>
                {target.what}. {en.by(doneBy(target), target.dueOn === null ? '' : shortDay(target.dueOn, p.today))}
                {target.dueOn !== null && isBefore(target.dueOn, p.today) && <strong> ({en.late})</strong>}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

/** What they made together for when it gets bad; nothing where there is none, or it may not be known. */
function Safety(p: Brief): JSX.Element | null {
  if (p.safety === undefined) return null
  return (
    <>
      <SectionHead>{safetyWords.title}</SectionHead>
      <p>
        {safetyWords.briefLine(shortDay(p.safety.reviewOn, p.today))}{' '}
        <a class="govuk-link" href={`/people/${p.safety.personId}/safety-plan`}>
          {safetyWords.open}
        </a>
      </p>
    </>
  )
}

/** What is next of support that goes step by step; nothing where none goes on, or none may be known. */
function Support(p: Brief): JSX.Element | null {
  if (p.pathways.length === 0) return null
  return (
    <>
      <SectionHead>{en.support}</SectionHead>
      {p.pathways.map(({ pathway, waiting }) => (
        <>
          <p>
            <a class="govuk-link" href={`/pathways/${pathway.rowId}`}>
              {pathwayKinds[pathway.kind].name}
            </a>
            : {pathwayKinds[pathway.kind].stages[pathway.stage]}
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {waiting.slice(0, LAST).map(one => (
              <li>
                {waitingWords(one)}. {en.due(shortDay(one.on, p.today))}
                {isBefore(one.on, p.today) && <strong> ({en.late})</strong>}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

function LastTimes(p: Brief): JSX.Element {
  const last = p.frame.contacts.slice(0, LAST)
  return (
    <>
      <SectionHead>{en.last}</SectionHead>
      {last.length === 0 && <p>{en.noLast}</p>}
      {last.map(contact => (
        <LastTime contact={contact} {...p} />
      ))}
    </>
  )
}

function Others(p: Brief): JSX.Element | null {
  if (p.others.length === 0) return null
  return (
    <>
      <SectionHead>{en.fromOthers}</SectionHead>
      <FactList
        facts={p.others.map(one => ({
          label: shortDay(one.on, p.today),
          value: (
            <>
              {one.href === null ? (
                one.title
              ) : (
                <a class="govuk-link" href={one.href}>
                  {one.title}
                </a>
              )}
              {one.text.filter(Boolean).length > 0 && <div class="cx-quiet">{one.text.filter(Boolean).join('. ')}</div>}
            </>
          ),
        }))}
      />
    </>
  )
}

function LastTime(p: Brief & { readonly contact: Contact }): JSX.Element {
  const { contact: c, frame, today } = p
  const done = c.nextDoneOn && (c.nextNotDone || en.done)
  const step = [c.nextStep, c.nextOn && shortDay(c.nextOn, today), done].filter(Boolean).join(', ')
  return (
    <>
      <p>
        <strong>{[contactKindWords[c.kind], c.session?.title].filter(Boolean).join(': ')}</strong>{' '}
        <span class="cx-quiet">{en.saidBy(frame.staff.get(c.accountId) ?? '', shortDay(c.happenedOn, today))}</span>
      </p>
      {c.session !== undefined && c.session.notes !== '' && <p>{c.session.notes}</p>}
      {c.notes !== '' && <p>{c.notes}</p>}
      {c.ownWords !== '' && <p>“{c.ownWords}”</p>}
      {c.aimResult !== null && (
        <p>
          {en.aimWent}: {[c.aim, aimResultWords[c.aimResult], c.aimWhy].filter(Boolean).join('. ')}
        </p>
      )}
      {step !== '' && (
        <p>
          {en.nextStep}: {step}
        </p>
      )}
    </>
  )
}

function Stands(p: Brief): JSX.Element {
  const { assessment } = p
  const worries = p.ratings.filter(r => isWorry(r.staffLevel) || isWorry(r.ownLevel))
  return (
    <>
      <SectionHead>{en.stand}</SectionHead>
      {assessment?.agreedOn ? (
        <>
          <p>
            {worries.length === 0
              ? en.standNothing
              : en.standOn(assessmentDepthWords[assessment.depth], shortDay(assessment.agreedOn, p.today))}
          </p>
          <FactList
            facts={factsSaid(
              worries.map(r => [
                factorWords[r.factor] ?? r.factor,
                en.viewOf(viewOf(r.ownLevel), viewOf(r.staffLevel)),
              ]),
            )}
          />
        </>
      ) : (
        <p>{en.noAssessment}</p>
      )}
    </>
  )
}

function isWorry(level: Level | null): boolean {
  return level !== null && level <= WORRY
}

function viewOf(level: Level | null): string {
  return level === null ? en.notAsked : levelWords[level]
}

function Known(p: Brief): JSX.Element | null {
  const spell = p.frame.spells.find(s => s.finishedOn === null)
  const known = factsSaid([
    [en.doing, spell ? `${activityLabel(spell.code)}, ${en.since(shortDay(spell.startedOn))}` : ''],
    [
      en.learning,
      p.learning
        .map(e => [e.organisationName, e.course, en.since(shortDay(e.startedOn))].filter(Boolean).join(', '))
        .join('; '),
    ],
    [en.marks, p.tags.join(', ')],
    ...p.held.map((one): [string, string] => [
      heldWords[one.kind],
      [heldInShort(one), one.worker, one.workerWays].filter(Boolean).join(', '),
    ]),
  ])
  return known.length === 0 ? null : (
    <>
      <SectionHead>{en.known}</SectionHead>
      <FactList facts={known} />
    </>
  )
}

/** What is known of their learning, and what was asked of the school and is missing. */
function School(p: NonNullable<Brief['school']> & { readonly today: Day; readonly personId: string }): JSX.Element {
  const open = p.asks.filter(one => one.state === 'asked' || one.state === 'missing')
  const newest = p.facts.filter((one, i) => p.facts.findIndex(other => other.kind === one.kind) === i)
  return (
    <>
      <SectionHead>{en.school}</SectionHead>
      {newest.length + open.length === 0 && <p>{en.schoolNone}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {newest.map(one => (
          <li>{en.schoolLine(schoolKindWords[one.kind], one.words, one.source, shortDay(one.asOf, p.today))}</li>
        ))}
        {open.map(one => (
          <li>{askLine(one, p.today)}</li>
        ))}
      </ul>
      <p>
        <a class="govuk-link" href={`/people/${p.personId}/school-data`}>
          {en.schoolAll}
        </a>
      </p>
    </>
  )
}

function askLine(one: SchoolAsk, today: Day): string {
  const [place, asked] = [one.organisation || schoolDataWords.hidden, shortDay(one.askedOn, today)]
  if (one.state === 'missing') return schoolDataWords.briefMissing(place, asked)
  return isBefore(one.dueOn, today)
    ? schoolDataWords.briefLate(place, asked)
    : schoolDataWords.briefAsked(place, asked, shortDay(one.dueOn, today))
}
