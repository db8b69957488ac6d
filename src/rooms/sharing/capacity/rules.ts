/** Who decides: presumed from 16, judged for each decision before (K11). docs/rules/sharing.md#capacity */
import { addDays, addMonths, ageOn, type Day, dayFromParts, partsOf, weekday } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { Adult } from '#rooms/people/index.ts'
import type { About, CapacityDecision, Judged } from './capacity.ts'
import { PARTS } from './capacity.ts'

/** From this age somebody is presumed able to decide (Mental Capacity Act 2005 sections 1 and 2(5); Family Law Reform Act 1969 section 8). */
export const PRESUMED_FROM = 16
/** Longest time until "not now" is looked at again, in months. Ours. */
export const LONGEST_REVIEW = 12
const FRIDAY = 5

export type Standing = 'presumed' | 'per-decision' | 'not-known'

/** Whether somebody is presumed able to decide on a day. Without a birth date nothing is presumed. */
export function standingOn(bornOn: Day | null, today: Day): Standing {
  if (bornOn === null) return 'not-known'
  return ageOn(bornOn, today) >= PRESUMED_FROM ? 'presumed' : 'per-decision'
}

/**
 * The last day of compulsory school age: the last Friday of June of the school year (September to August) in which somebody is 16 (Education Act 1996
 * section 8; the day is set by order SI 1997/1970). From the day after, what is to be decided about an EHC plan is theirs (Children and Families Act 2014
 * section 83).
 */
export function compulsoryUntil(bornOn: Day): Day {
  const born = partsOf(bornOn)
  // Born from September on, they are 16 in a school year that ends the summer after.
  const year = born.year + PRESUMED_FROM + (born.month >= 9 ? 1 : 0)
  let day = dayFromParts(year, 6, 30) as Day
  while (weekday(day) !== FRIDAY) day = addDays(day, -1)
  return day
}

/** Whether decisions about an EHC plan are the young person's own on a day. */
export function decidesOnEhc(bornOn: Day | null, today: Day): boolean {
  return bornOn !== null && today > compulsoryUntil(bornOn)
}

/** Whether an adult is on record as having parental responsibility, alone or with the council. */
export function isResponsible({ responsibility }: Pick<Adult, 'responsibility'>): boolean {
  return responsibility === 'yes' || responsibility === 'shared-with-council'
}

/** Who decides on something: the young person, one adult that is asked about, or another. */
export type Deciding = 'themselves' | 'this-adult' | 'somebody-else'

/**
 * Who decides on something by what was judged last of it: a judgement that they cannot now, and no other, names somebody else. One that was looked at again, or was
 * to be by now, says nothing any more. Parental responsibility is on record, never assumed.
 * @param decided what was judged, as far as whoever asks sees it
 * @param abouts what it may have been judged as; the first of which there is a judgement counts
 */
export function whoDecides(
  decided: readonly Pick<CapacityDecision, 'about' | 'outcome' | 'judgedOn' | 'againOn' | 'reviewOn' | 'decider'>[],
  abouts: readonly About[],
  adult: Pick<Adult, 'responsibility' | 'rowId'> | undefined,
  today: Day,
): Deciding {
  const newest = (about: About) =>
    decided
      .filter(one => one.about === about)
      .toSorted((a, b) => (a.judgedOn < b.judgedOn ? 1 : a.judgedOn > b.judgedOn ? -1 : 0))[0]
  const last = abouts.flatMap(about => newest(about) ?? [])[0]
  if (last?.outcome !== 'not-now' || last.againOn !== null) return 'themselves'
  if (last.reviewOn !== null && last.reviewOn < today) return 'themselves'
  if (adult === undefined || last.decider?.kind !== 'adult' || last.decider.adultId !== adult.rowId)
    return 'somebody-else'
  return isResponsible(adult) ? 'this-adult' : 'somebody-else'
}

export type JudgedTrouble = 'parts-missing' | 'parts-all' | 'no-decider' | 'no-review' | 'review-past' | 'review-far'

/** What does not go together in a judgement, or undefined. */
export function judgedTrouble(
  judged: Pick<Judged, 'outcome' | 'could' | 'decider' | 'reviewOn'>,
  today: Day,
): JudgedTrouble | undefined {
  const all = PARTS.every(part => judged.could.includes(part))
  if (judged.outcome !== 'not-now' && !all) return 'parts-missing'
  if (judged.outcome === 'not-now' && all) return 'parts-all'
  if (judged.outcome === 'not-now' && judged.decider === null) return 'no-decider'
  const { reviewOn } = judged
  if (judged.outcome === 'not-now' && reviewOn === null) return 'no-review'
  if (reviewOn !== null && reviewOn <= today) return 'review-past'
  return reviewOn !== null && reviewOn > addMonths(today, LONGEST_REVIEW) ? 'review-far' : undefined
}

/**
 * The class a judgement is of (K6): what it is about, and that somebody of 16 or over cannot decide, which says that something affects their mind (Mental
 * Capacity Act 2005 section 2(1)).
 */
export function classOf(judged: Pick<Judged, 'about' | 'outcome'>, wasSixteen: boolean | null): RecordClass {
  if (judged.about === 'health' || judged.about === 'care' || judged.about === 'family') return judged.about
  return judged.outcome === 'not-now' && wasSixteen === true ? 'health' : 'sessions'
}

/** The class that is needed to judge about something at all. */
export function neededFor(about: About): RecordClass {
  return about === 'health' || about === 'care' || about === 'family' ? about : 'sessions'
}
