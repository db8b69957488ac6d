/** Parts of the one-page brief: what was last, what others told, how they stand, what is known. */
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
import { type Visitor } from '#rooms/identity/index.ts'
import type { Enrolment } from '#rooms/people/index.ts'
import {
  type HeldPlan,
  heldInShort,
  heldWords,
  type PathwayLine,
  type Plan,
  type SafetyPlan,
} from '#rooms/plans/index.ts'
import {
  type Along,
  type Appointment,
  aimResultWords,
  type Belonging,
  type Contact,
  contactKindWords,
  type LastAim,
  type OfRun,
  type PlannedFor,
  type Turn,
} from '#rooms/sessions/index.ts'
import { type ReadStanding } from '#rooms/sharing/index.ts'
import { activityLabel, spellOfNow } from '#rooms/tracking/index.ts'
import { FactList, factsSaid, SectionHead } from '#web/shell/layout.tsx'
import { brief as en } from '../brief-words.ts'
import type { DeskFrame } from '../frame.tsx'
import type { TimelineItem } from '../record.ts'
import { withColleagues } from '../story/together.ts'

/** The level up to which a view is worth knowing beforehand: critical, or a worry. */
const WORRY: Level = 2
/** So many of a kind are worth reading beforehand. */
export const LAST = 3

/** All of the brief, as its route read it. */
export type Brief = {
  readonly visitor: Visitor
  readonly frame: DeskFrame
  readonly today: Day
  readonly appointments: readonly Appointment[]
  /** Who goes to them, where that is more than one. */
  readonly along: Along
  /** The runs they belong to, by meeting. */
  readonly runs: ReadonlyMap<string, OfRun>
  /** Closed groups at which they are expected. */
  readonly groups: readonly PlannedFor[]
  /** Support groups they belong to, as far as the visitor may know of each. */
  readonly belongings: readonly Belonging[]
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

/** The last times somebody worked with them. */
export function LastTimes(p: Brief): JSX.Element {
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

/** What other agencies told or did. */
export function Others(p: Brief): JSX.Element | null {
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
      {(c.colleagues ?? []).length > 0 && <p class="cx-quiet">{withColleagues(c, frame.staff)}</p>}
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

/** What was assessed as hard. */
export function Stands(p: Brief): JSX.Element {
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

/** What they do, where they learn, and what is marked. */
export function Known(p: Brief): JSX.Element | null {
  const spell = spellOfNow(p.frame.spells)
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
export function School(
  p: NonNullable<Brief['school']> & { readonly today: Day; readonly personId: string },
): JSX.Element {
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
