/** Whether an adviser is ready to take cases. docs/rules/deployment.md#ready-to-take-cases */
import { addMonths, type Day, isAfter, isBefore } from '#ground/day.ts'
import type { Item, ItemKind, Level } from './readiness.ts'

type Asked = {
  readonly kind: ItemKind
  /** Of whom; both where it is left out. */
  readonly of?: Level
  /** Months it holds; for good where it is left out. */
  readonly months?: number
}

/** What is asked before cases are taken, and again. Ours, not of any authority; of November 2026. */
const ASKED: readonly Asked[] = [
  { kind: 'checks' },
  { kind: 'induction' },
  { kind: 'supervisor' },
  { kind: 'safeguarding', months: 24 },
  { kind: 'data-protection', months: 12 },
  { kind: 'assessment', months: 36 },
  { kind: 'recording' },
  { kind: 'lone-working', months: 24 },
  { kind: 'guidance', of: 'universal', months: 36 },
  { kind: 'complex-needs', of: 'intensive', months: 36 },
]

/** Months before something lapses in which it is said to be soon. Ours. */
const SOON_MONTHS = 2

export type ItemState = 'done' | 'soon' | 'over' | 'missing'
export type Checked = {
  readonly kind: ItemKind
  readonly state: ItemState
  /** Until when it holds; null for good, or where it is missing. */
  readonly until: Day | null
  readonly item: Item | undefined
}

/** Each thing that is asked of an adviser, and how it stands. The newest of a kind counts. */
export function readinessOf(level: Level, items: readonly Item[], today: Day): Checked[] {
  return ASKED.filter(one => one.of === undefined || one.of === level).map(({ kind, months }) => {
    const item = items.filter(one => one.kind === kind).toSorted((a, b) => (a.doneOn > b.doneOn ? -1 : 1))[0]
    if (item === undefined) return { kind, state: 'missing', until: null, item }
    const until = months === undefined ? null : addMonths(item.doneOn, months)
    return { kind, state: stateUntil(until, today), until, item }
  })
}

function stateUntil(until: Day | null, today: Day): ItemState {
  if (until === null) return 'done'
  if (!isAfter(until, today)) return 'over'
  return isBefore(until, addMonths(today, SOON_MONTHS)) ? 'soon' : 'done'
}

/** What keeps them from taking cases: what is missing or over. */
export function notReady(checked: readonly Checked[]): ItemKind[] {
  return checked.filter(one => one.state === 'missing' || one.state === 'over').map(one => one.kind)
}

/** Whether training in assessing was done and holds: whoever works with young people is asked for it, at either level. */
export function hasAssessmentTraining(items: readonly Item[], today: Day): boolean {
  return !notReady(readinessOf('universal', items, today)).includes('assessment')
}

/** What is wrong with the day something was done. */
export function doneTrouble(on: Day, today: Day): 'ahead' | 'long-ago' | undefined {
  if (isAfter(on, today)) return 'ahead'
  return isBefore(on, addMonths(today, -480)) ? 'long-ago' : undefined
}
