/** Whether the five parts of the work stand on one record, and who worked with a young person meanwhile. docs/rules/assessment.md#how-a-case-stands */
import { type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'

export const PARTS = ['assessment', 'plan', 'sessions', 'referrals', 'tracking', 'confidentiality'] as const
export type Part = (typeof PARTS)[number]

export type Gap =
  | 'no-assessment'
  | 'assessment-late'
  | 'no-plan'
  | 'no-review-day'
  | 'review-late'
  | 'no-contact'
  | 'contact-late'
  | 'referral-late'
  | 'not-known'
  | 'lapsed'
  | 'not-read'

/** Where one part stands. `days` is how late it is, or how long ago. */
export type Standing = { readonly part: Part; readonly gap: Gap | undefined; readonly days: number | undefined }

/** Days without a meeting or a word after which somebody asks, by level of support. Ours. */
const CONTACT_DAYS: Readonly<Record<string, number>> = { intensive: 14, supported: 42 }
const ORDINARY_DAYS = 365

export type CaseFacts = {
  /** Parts the viewer sees; of the others nothing is said. */
  readonly parts: ReadonlySet<Part>
  readonly assessment: { readonly what: 'first' | 'review'; readonly daysLate: number } | undefined
  readonly plan: { readonly what: string; readonly daysLate: number } | undefined
  readonly supportLevel: string | null
  readonly lastContactOn: Day | null
  /** Days by which each open referral is due. */
  readonly referralsDue: readonly Day[]
  readonly currency: 'current' | 'soon' | 'lapsed' | 'not-known'
  readonly isRead: boolean
}

/** Each part the viewer sees, with what is missing of it. */
export function caseStandings(facts: CaseFacts, today: Day): Standing[] {
  return PARTS.filter(part => facts.parts.has(part)).map(part => ({ part, ...STANDING[part](facts, today) }))
}

type Found = Omit<Standing, 'part'>
const FINE: Found = { gap: undefined, days: undefined }

const STANDING: Readonly<Record<Part, (facts: CaseFacts, today: Day) => Found>> = {
  assessment: ({ assessment }) =>
    assessment === undefined || assessment.daysLate <= 0
      ? FINE
      : { gap: assessment.what === 'first' ? 'no-assessment' : 'assessment-late', days: assessment.daysLate },
  plan: ({ plan }) => {
    if (plan?.what === 'no-plan' || plan?.what === 'no-review-day') return { gap: plan.what, days: undefined }
    return plan?.what === 'review-late' ? { gap: 'review-late', days: plan.daysLate } : FINE
  },
  sessions: ({ lastContactOn, supportLevel }, today) => {
    if (lastContactOn === null) return { gap: 'no-contact', days: undefined }
    const days = daysBetween(lastContactOn, today)
    return days > (CONTACT_DAYS[supportLevel ?? ''] ?? ORDINARY_DAYS)
      ? { gap: 'contact-late', days }
      : { ...FINE, days }
  },
  referrals: ({ referralsDue }, today) => {
    const [worst] = referralsDue.filter(day => isBefore(day, today)).toSorted()
    return worst === undefined ? FINE : { gap: 'referral-late', days: daysBetween(worst, today) }
  },
  tracking: ({ currency }) =>
    currency === 'lapsed' || currency === 'not-known' ? { gap: currency, days: undefined } : FINE,
  confidentiality: ({ isRead }) => (isRead ? FINE : { gap: 'not-read', days: undefined }),
}

export type Met = { readonly who: string; readonly on: Day; readonly minutes: number | null }
export type Worked = { readonly who: string; readonly times: number; readonly minutes: number; readonly lastOn: Day }

/** Who met or spoke with them after a day, who did so most first: that somebody was there, never that they caused anything. */
export function whoWorked(met: readonly Met[], since: Day | undefined): Worked[] {
  const by = new Map<string, Worked>()
  for (const { who, on, minutes } of met) {
    if (since !== undefined && !isAfter(on, since)) continue
    const before = by.get(who)
    by.set(who, {
      who,
      times: (before?.times ?? 0) + 1,
      minutes: (before?.minutes ?? 0) + (minutes ?? 0),
      lastOn: before === undefined || isAfter(on, before.lastOn) ? on : before.lastOn,
    })
  }
  return [...by.values()].toSorted((a, b) => b.times - a.times || (a.who < b.who ? -1 : 1))
}

export type Moved = { readonly label: string; readonly staff: number | null; readonly own: number | null }

/** Factors that are stronger, and harder, in either view: a factor may stand in both, where the two see it otherwise. */
export function movedOf(moved: readonly Moved[]): { readonly up: readonly string[]; readonly down: readonly string[] } {
  const of = (isSo: (steps: number) => boolean) =>
    moved.filter(one => [one.staff, one.own].some(steps => steps !== null && isSo(steps))).map(one => one.label)
  return { up: of(steps => steps > 0), down: of(steps => steps < 0) }
}
