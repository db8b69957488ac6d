/** What a list that has somebody on it says of what they do, beside what is on record. docs/rules/tracking.md#what-lists-do */
import { academicYearStart, addDays, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { OrganisationId } from '#ground/ids.ts'

/** What is on record as what they mostly do. */
export type OnRecord = {
  readonly code: string
  readonly organisationId: OrganisationId | null
  /** Course or employer in words. */
  readonly detail: string
  readonly startedOn: Day
  readonly verifiedOn: Day
  /** When it stops counting as known; null for what does not lapse. */
  readonly lapsesOn: Day | null
}

/** What a place on the list stands for. */
export type Listed = {
  readonly code: string
  readonly organisationId: OrganisationId
  readonly startedOn: Day
}

export type Step =
  /** The record knows as much, or more. */
  | { readonly kind: 'nothing' }
  /** It is still so, as at the day of the list. */
  | { readonly kind: 'confirm' }
  /** Something else since that day, and nothing is left that says otherwise. */
  | { readonly kind: 'instead'; readonly code: string; readonly startedOn: Day }
  /** Two sources say two things: somebody decides. */
  | { readonly kind: 'ask' }

/** Codes that say nothing is known, or that nothing is: a list that has somebody on it is the answer to them. */
const NOTHING_KNOWN: ReadonlySet<string> = new Set(['140', '150', '810', '820', '830'])
/** A start that was agreed stands until the place, the young person or a parent says it came about (certain): the list of a place does. */
const START_AGREED: ReadonlySet<string> = new Set(['615', '616'])
const NOTHING: Step = { kind: 'nothing' }

/**
 * What becomes of what is on record by a list that has somebody on it. A list never moves anything as at a later day than its own, and where what is on record
 * was confirmed after that day, it stands. Of the same day, two words are two words.
 * @param asAt the day the list speaks of
 */
export function stepOf(now: OnRecord, listed: Listed, asAt: Day): Step {
  if (isBefore(asAt, now.startedOn) || isAfter(listed.startedOn, asAt)) return NOTHING
  const isAnswered = NOTHING_KNOWN.has(now.code) || START_AGREED.has(now.code)
  if (!isAnswered && isHere(now, listed)) {
    const year = academicYearStart(asAt)
    // From Year 11 into the sixth form of the same school: the code is another.
    if (now.code === '110' && listed.code !== '110' && isAfter(year, now.startedOn))
      return { kind: 'instead', code: listed.code, startedOn: year }
    return isAfter(asAt, now.verifiedOn) ? { kind: 'confirm' } : NOTHING
  }
  if (isBefore(asAt, now.verifiedOn)) return NOTHING
  const hasLapsed = now.lapsesOn !== null && !isBefore(asAt, now.lapsesOn)
  if (hasLapsed || isAnswered) {
    const after = addDays(now.startedOn, 1)
    const startedOn = isAfter(listed.startedOn, after) ? listed.startedOn : after
    return isAfter(startedOn, asAt) ? NOTHING : { kind: 'instead', code: listed.code, startedOn }
  }
  return { kind: 'ask' }
}

/** Codes of being at a place of learning: what a list of one confirms. A job or NEET with the place beside it is something else. */
const AT_A_PLACE: ReadonlySet<string> = new Set([
  ...['110', '210', '220', '230', '240', '250', '270', '280', '310', '320', '381'],
  ...['410', '430', '440', '450', '460', '530'],
])

/** Whether the list speaks of what is on record: the same place, or the same thing where no place and no words say which. */
function isHere(now: OnRecord, listed: Listed): boolean {
  if (!AT_A_PLACE.has(now.code)) return false
  if (now.organisationId !== null) return now.organisationId === listed.organisationId
  return now.detail === '' && now.code === listed.code
}

/** How far back a list may speak, in days: what it confirms would be over by then (ours). */
export const OLDEST = 400

/** What is wrong with the day a list is said to speak of, if anything. */
export function asAtTrouble(asAt: Day, today: Day): 'ahead' | 'too-old' | undefined {
  if (isAfter(asAt, today)) return 'ahead'
  return isBefore(asAt, addDays(today, -OLDEST)) ? 'too-old' : undefined
}

/** How much a source is worth where two differ, the weightier first: whoever does it knows best, then who provides it (ours). */
const WEIGHT: readonly string[] = ['young-person', 'provider', 'employer', 'adult', 'council']

/**
 * Which of two the answer likely is, for the order and the words of a question, and never for an answer: a word that is at least this many days older gives way,
 * whoever's it was; nearer than that the weightier source counts (ours).
 */
export const MUCH_OLDER = 60

/** @returns `list` where what the list says is likelier, `record` where what is on record is; undefined where both are of one kind and day. */
export function likelier(
  record: { readonly verifiedOn: Day; readonly verifiedBy: string | null },
  asAt: Day,
): 'list' | 'record' | undefined {
  if (!isBefore(asAt, addDays(record.verifiedOn, MUCH_OLDER))) return 'list'
  const weight = (by: string | null) => (by !== null && WEIGHT.includes(by) ? WEIGHT.indexOf(by) : WEIGHT.length)
  if (weight(record.verifiedBy) === weight('provider') && asAt === record.verifiedOn) return undefined
  return weight(record.verifiedBy) < weight('provider') ? 'record' : 'list'
}
