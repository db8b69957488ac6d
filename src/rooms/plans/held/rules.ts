/** What others hold by law beside a plan: of which class it is, by when it is asked about again, and what does not go together. docs/rules/plans.md */
import { academicYearStart, addDays, addMonths, ageOn, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { RecordClass } from '#rooms/access/index.ts'
import type { CareStatus, HeldKind, HeldPlan } from './held.ts'

/** From then on somebody asks every year whether an EHC plan goes on; before that its yearly review does (row 305). */
const CHECKED_FROM_AGE = 18
/** An EHC plan may go on until the end of the school year in which they turn 25 (Children and Families Act 2014 section 46). */
const ENDS_AT_AGE = 25
const CHECK_MONTHS = 12

/** The class it is of (K6): that there is care is told by its page alone. */
export function classOfHeld(kind: HeldKind): Extract<RecordClass, 'learning' | 'care'> {
  return kind === 'ehc' ? 'learning' : 'care'
}

/**
 * By when somebody asks the council whether an EHC plan goes on: every year from 18 (the interval is ours), and on its last possible day at the latest. Undefined
 * for care, which has reviews of its own, and without a birth date.
 * @param asOf the day of which it was last known
 */
export function checkDay(kind: HeldKind, bornOn: Day | null, asOf: Day): Day | undefined {
  if (kind !== 'ehc' || bornOn === null) return undefined
  const [from, until] = [birthday(bornOn, CHECKED_FROM_AGE), lastDay(bornOn)]
  const next = addMonths(asOf, CHECK_MONTHS)
  if (isBefore(next, from)) return from
  return isAfter(next, until) ? until : next
}

const birthday = (bornOn: Day, age: number): Day => addMonths(bornOn, 12 * age)

/** The last day on which an EHC plan can go on. */
function lastDay(bornOn: Day): Day {
  return addDays(addMonths(academicYearStart(birthday(bornOn, ENDS_AT_AGE)), 12), -1)
}

/**
 * Ages at which a legal status can be, as far as the law sets them: eligible and relevant are 16 and 17 (Children Act 1989 schedule 2 paragraph 19B and section 23A),
 * former relevant from 18 to 24 (section 23C; 23CZB for advice until 25), orders and accommodation until 18, qualifying 16 to 24 (section 24).
 */
const AGES: Readonly<Record<CareStatus, readonly [number, number]>> = {
  accommodated: [0, 17],
  'interim-order': [0, 17],
  'care-order': [0, 17],
  remanded: [10, 17],
  eligible: [16, 17],
  relevant: [16, 17],
  'former-relevant': [18, 24],
  qualifying: [16, 24],
}

/** Those who are in care, and not leaving it. An eligible young person is still in care. */
const IN_CARE: readonly CareStatus[] = ['accommodated', 'interim-order', 'care-order', 'remanded', 'eligible']

export type Doubt = 'age' | 'not-marked' | 'marked-only' | 'marked-other' | 'past-25' | 'two'

/**
 * What does not go together, to be asked about: it advises, and changes nothing.
 * @param live what is on record and goes on, newest first; two stand where two records were joined
 * @param marked characteristics on record now, by code, as far as the viewer sees them
 */
export function doubtsOf(of: {
  readonly kind: HeldKind
  readonly live: readonly Pick<HeldPlan, 'status'>[]
  readonly marked: ReadonlySet<string>
  readonly bornOn: Day | null
  readonly today: Day
}): Doubt[] {
  const [now] = of.live
  const wanted = markOf(of.kind, now?.status ?? null)
  const other = of.kind === 'ehc' ? [] : ['looked-after', 'care-leaver'].filter(code => code !== wanted)
  const marks = of.kind === 'ehc' ? ['ehc-plan'] : ['looked-after', 'care-leaver']
  if (now === undefined) return marks.some(code => of.marked.has(code)) ? ['marked-only'] : []
  return [
    ...(of.live.length > 1 ? ['two' as const] : []),
    ...(isOutOfAge(now.status, of.bornOn, of.today)
      ? [of.kind === 'ehc' ? ('past-25' as const) : ('age' as const)]
      : []),
    ...(of.marked.has(wanted)
      ? []
      : [other.some(code => of.marked.has(code)) ? ('marked-other' as const) : ('not-marked' as const)]),
  ]
}

/** Whether somebody is of an age at which it cannot be. */
function isOutOfAge(status: CareStatus | null, bornOn: Day | null, today: Day): boolean {
  if (bornOn === null) return false
  if (status === null) return isAfter(today, lastDay(bornOn))
  const [from, until] = AGES[status]
  const age = ageOn(bornOn, today)
  return age < from || age > until
}

/** The characteristic that says the same. */
function markOf(kind: HeldKind, status: CareStatus | null): string {
  if (kind === 'ehc') return 'ehc-plan'
  return status !== null && IN_CARE.includes(status) ? 'looked-after' : 'care-leaver'
}
