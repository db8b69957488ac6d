/** The quality of what a partner sends: what is measured, against what, and whether a list is late. Pure. */
import { addDays, type Day, daysBetween, isAfter } from '#ground/day.ts'
import type { OrganisationKind } from '#rooms/directory/index.ts'

export const MEASURES = [
  'no-postcode',
  'no-upn',
  'no-uln',
  'to-mend',
  'bad-number',
  'shared-number',
  'two-numbers',
  'questions',
  'objections',
] as const
export type MeasureName = (typeof MEASURES)[number]

/** How many there are, and of how many. */
export type Measure = { readonly name: MeasureName; readonly count: number; readonly of: number }

/** What is counted of one partner; people are those the reader may know. */
export type Counted = {
  readonly kind: OrganisationKind
  readonly people: number
  /** Of whom more than name, birth date and address may be held (Education and Skills Act 2008 section 72). */
  readonly unobjected: number
  readonly noPostcode: number
  readonly noUpn: number
  readonly noUln: number
  readonly objections: number
  readonly sharedNumbers: number
  readonly twoNumbers: number
  /** Of the last list of each kind. */
  readonly rows: number
  readonly toMend: number
  readonly badNumbers: number
  readonly questions: number
}

const SCHOOLS: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'school',
  'special-school',
  'pupil-referral-unit',
])
const POST_16: ReadonlySet<OrganisationKind> = new Set<OrganisationKind>([
  'sixth-form-college',
  'college',
  'training-provider',
])

/** The measures that are asked of a kind of partner: a UPN of schools, a ULN of those who teach or train after 16. */
export function measuresOf(c: Counted): Measure[] {
  return [
    { name: 'no-postcode', count: c.noPostcode, of: c.people },
    ...(SCHOOLS.has(c.kind) ? [{ name: 'no-upn', count: c.noUpn, of: c.unobjected } as const] : []),
    ...(POST_16.has(c.kind) ? [{ name: 'no-uln', count: c.noUln, of: c.unobjected } as const] : []),
    { name: 'to-mend', count: c.toMend, of: c.rows },
    { name: 'bad-number', count: c.badNumbers, of: c.rows },
    { name: 'shared-number', count: c.sharedNumbers, of: c.people },
    { name: 'two-numbers', count: c.twoNumbers, of: c.people },
    { name: 'questions', count: c.questions, of: c.rows },
    { name: 'objections', count: c.objections, of: c.people },
  ]
}

/** Objections are a right and no fault: they never stand among the worst. */
export function worstFirst(measures: readonly Measure[]): Measure[] {
  const rank = (m: Measure) => (m.name === 'objections' ? -1 : shareOf(m))
  return measures.toSorted((a, b) => rank(b) - rank(a))
}

export function shareOf({ count, of }: Pick<Measure, 'count' | 'of'>): number {
  return of === 0 ? 0 : count / of
}

/** What stands in one column of the table of partners: measures of which a partner has one, or that add up. */
export const COLUMNS = {
  postcode: ['no-postcode'],
  number: ['no-upn', 'no-uln'],
  mend: ['to-mend'],
  bad: ['bad-number'],
  conflict: ['shared-number', 'two-numbers'],
  questions: ['questions'],
  objections: ['objections'],
} as const satisfies Readonly<Record<string, readonly MeasureName[]>>
export type ColumnName = keyof typeof COLUMNS

/** A column's measures added up; undefined where a partner is not asked. */
export function columnOf(measures: readonly Measure[], column: ColumnName): Pick<Measure, 'count' | 'of'> | undefined {
  const own = measures.filter(m => (COLUMNS[column] as readonly MeasureName[]).includes(m.name))
  const [first] = own
  return first && { count: own.reduce((sum, m) => sum + m.count, 0), of: first.of }
}

/** How often a partner sends, and whether the next list is overdue. */
export type Rhythm = {
  readonly lastOn: Day
  /** Days from list to list; null while fewer than three days are known on which a list came. */
  readonly usualDays: number | null
  /** From when on the next one is late; null where nothing is usual yet. */
  readonly lateFrom: Day | null
  readonly isLate: boolean
}

/** Of the days between lists so many count, the newest. */
const GAPS = 6
/** Late is half as long again as usual, and so many days over it at least. */
const LATE = 1.5
const LEAST_OVER = 3

/**
 * Reckons the rhythm: the middle one of the last six gaps between days on which a list of the partner went in.
 * @param days on which lists went in, in any order; a day may stand twice
 */
export function rhythmOf(days: readonly Day[], today: Day): Rhythm | undefined {
  const known = [...new Set(days)].toSorted((a, b) => daysBetween(b, a))
  const lastOn = known.at(-1)
  if (lastOn === undefined) return undefined
  const gaps = known
    .slice(1)
    .map((day, n) => daysBetween(known[n] as Day, day))
    .slice(-GAPS)
    .toSorted((a, b) => a - b)
  const usualDays = gaps.length < 2 ? null : (gaps[Math.floor((gaps.length - 1) / 2)] ?? null)
  if (usualDays === null) return { lastOn, usualDays, lateFrom: null, isLate: false }
  const lateFrom = addDays(lastOn, Math.max(Math.ceil(usualDays * LATE), usualDays + LEAST_OVER))
  return { lastOn, usualDays, lateFrom, isLate: isAfter(today, lateFrom) }
}
