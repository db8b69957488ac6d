/** Who may come on a programme, when it is time to look again, and what may be done. docs/rules/tracking.md#programmes */
import { workingDaysAfter } from '#ground/bank-holidays.ts'
import { addDays, addMonths, ageOn, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { Move, Place, Programme, Stage, State } from './programme.ts'

/** Working days after somebody left early in which somebody talks with them about it. Ours. */
export const TALK_DAYS = 10
/** An assessment agreed so long ago at most still says how things are. Ours. */
export const ASSESSED_MONTHS = 12
/** A start is at most so far ahead, and so far back. Ours. */
export const MOST_MONTHS_AHEAD = 12
export const MOST_MONTHS_BACK = 24

/** What is known of somebody who is to come on a programme; what the asker may not see is undefined. */
export type Known = {
  readonly bornOn: Day | null
  readonly hasLead: boolean
  readonly assessedOn: Day | null | undefined
  readonly hasPlan: boolean | undefined
}

export type Check = 'age' | 'lead' | 'assessment' | 'plan'
/** `unknown`: whoever asks may not see it. */
export type Checked = { readonly check: Check; readonly met: boolean | 'unknown' }

/** Each thing the programme asks of those who come on it, and whether it is so on the day they start. */
export function entryOf(
  programme: Pick<Programme, 'minAge' | 'maxAge' | 'needsLead' | 'needsAssessment' | 'needsPlan'>,
  known: Known,
  startsOn: Day,
  today: Day,
): Checked[] {
  const age = known.bornOn === null ? undefined : ageOn(known.bornOn, startsOn)
  const all: Checked[] = [
    { check: 'age', met: age === undefined ? 'unknown' : age >= programme.minAge && age <= programme.maxAge },
  ]
  if (programme.needsLead) all.push({ check: 'lead', met: known.hasLead })
  if (programme.needsAssessment) {
    const { assessedOn } = known
    const met =
      assessedOn === undefined
        ? 'unknown'
        : assessedOn !== null && !isBefore(assessedOn, addMonths(today, -ASSESSED_MONTHS))
    all.push({ check: 'assessment', met })
  }
  if (programme.needsPlan) all.push({ check: 'plan', met: known.hasPlan ?? 'unknown' })
  return all
}

/** Whether somebody comes on it without more words: all that is asked is so. */
export function mayEnter(checked: readonly Checked[]): boolean {
  return checked.every(one => one.met === true)
}

export type StartTrouble = 'too-far-ahead' | 'too-long-ago'

export function startTrouble(startsOn: Day, today: Day): StartTrouble | undefined {
  if (isAfter(startsOn, addMonths(today, MOST_MONTHS_AHEAD))) return 'too-far-ahead'
  return isBefore(startsOn, addMonths(today, -MOST_MONTHS_BACK)) ? 'too-long-ago' : undefined
}

/** What a day on which something happened must be: not ahead, and not before what it follows. */
export function stepDayTrouble(on: Day, after: Day | null, today: Day): 'in-future' | 'before-last' | undefined {
  if (isAfter(on, today)) return 'in-future'
  return after !== null && isBefore(on, after) ? 'before-last' : undefined
}

/** What may be done next with somebody on a programme. */
export function movesFor({ state, talk }: Pick<Place, 'state' | 'talk'>): ReadonlySet<Move> {
  switch (state) {
    case 'waiting':
      return new Set(['start', 'not-start'])
    case 'on':
      return new Set(['move', 'finish', 'leave'])
    case 'left':
      return talk === 'held' || talk === 'did-not-want' ? new Set() : new Set(['talk'])
    case 'completed':
    case 'not-started':
      return new Set()
    default:
      return state satisfies never
  }
}

/** When somebody looks whether they move on: the weeks a stage usually takes after they came to it. */
export function stageDue(stage: Pick<Stage, 'weeks'>, since: Day): Day | null {
  return stage.weeks === null ? null : addDays(since, stage.weeks * 7)
}

/** By when somebody who left early is talked with. */
export function talkDue(leftOn: Day): Day {
  return workingDaysAfter(leftOn, TALK_DAYS)
}

/** True while somebody is on a programme or is about to be. */
export function isOpen({ state }: { readonly state: State }): boolean {
  return state === 'waiting' || state === 'on'
}
