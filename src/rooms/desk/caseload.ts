/** The caseload's filters and sorting: pure, so that the address alone says what is shown. */
import { addDays, type Day, daysBetween, isBefore } from '#ground/day.ts'
import type { CaseloadRow } from '#rooms/deployment/index.ts'
import { fold } from '#rooms/people/index.ts'
import { currencyOf, groupOf, isNeet, OUT_OF_SCHOOL_CODES } from '#rooms/tracking/index.ts'

export type CaseloadFilter = {
  readonly q: string
  readonly level: string
  readonly activity: string
  readonly due: string
  readonly seen: string
  readonly sort: 'due' | 'name' | 'seen' | 'checked'
  readonly page: number
}

export const PAGE_SIZE = 100

/** What is due of one row: the next step that was set, or the activity that must be checked. */
export type Due = {
  readonly kind: 'late' | 'week' | 'later' | 'none'
  readonly on: Day | null
  readonly words: string
  readonly daysLate: number
}

export function dueOf(row: CaseloadRow, today: Day): Due {
  if (row.diedOn !== null || row.nextOn === null) return { kind: 'none', on: null, words: '', daysLate: 0 }
  const days = daysBetween(today, row.nextOn)
  const kind = days < 0 ? 'late' : days <= 7 ? 'week' : 'later'
  return { kind, on: row.nextOn, words: row.nextStep ?? '', daysLate: Math.max(0, -days) }
}

/** Rows that fit, in the order asked for; alike ones by name, as the rows come. */
export function arrange(rows: readonly CaseloadRow[], filter: CaseloadFilter, today: Day): CaseloadRow[] {
  const wanted = fold(filter.q)
  const fitting = rows
    .filter(row => wanted === '' || fold(`${row.given} ${row.family} ${row.given} ${row.town ?? ''}`).includes(wanted))
    .filter(row => filter.level === '' || (row.supportLevel ?? 'none') === filter.level)
    .filter(row => filter.activity === '' || activityKind(row, today) === filter.activity)
    .filter(
      row =>
        filter.due === '' ||
        (filter.due === 'none' ? dueOf(row, today).kind === 'none' : dueOf(row, today).kind === filter.due),
    )
    .filter(row => filter.seen === '' || fitsSeen(row, filter.seen, today))
  // Rows come by name, and sorting leaves those alike in the order they came.
  return fitting.toSorted((a, b) => {
    const [one, other] = [sortOf(a, filter.sort), sortOf(b, filter.sort)]
    return one < other ? -1 : one > other ? 1 : 0
  })
}

/** The kinds of activity the filter offers. */
export function activityKind(
  row: CaseloadRow,
  today: Day,
): 'education' | 'work' | 'neet' | 'out-of-school' | 'not-known' {
  const spell = row.activityCode === null ? undefined : { code: row.activityCode, lapsesOn: row.activityLapsesOn }
  const currency = currencyOf(spell, today)
  if (!spell || currency === 'not-known' || currency === 'lapsed') return 'not-known'
  if (isNeet(spell.code)) return 'neet'
  if (OUT_OF_SCHOOL_CODES.includes(spell.code)) return 'out-of-school'
  const group = groupOf(spell.code)
  return group === 'employment' || group === 'training' ? 'work' : 'education'
}

function fitsSeen(row: CaseloadRow, seen: string, today: Day): boolean {
  if (seen === 'never') return row.lastContactOn === null
  return row.lastContactOn === null || isBefore(row.lastContactOn, addDays(today, -Number(seen)))
}

// Days are text, so a missing one as text sorts where it belongs: nothing due comes last, never seen comes first.
function sortOf(row: CaseloadRow, sort: CaseloadFilter['sort']): string {
  switch (sort) {
    case 'due':
      return row.nextOn ?? '9999'
    case 'seen':
      return row.lastContactOn ?? '0000'
    case 'checked':
      return row.activityVerifiedOn ?? '0000'
    case 'name':
      return ''
    default:
      return sort satisfies never
  }
}

/** The address of the list with one thing changed; what is empty is left out. */
export function hrefOf(base: string, filter: CaseloadFilter, change: Partial<CaseloadFilter>): string {
  const next = { ...filter, page: 1, ...change }
  const parts = Object.entries(next).filter(
    ([key, value]) => value !== '' && !(key === 'sort' && value === 'due') && !(key === 'page' && value === 1),
  )
  const query = new URLSearchParams(parts.map(([key, value]) => [key, String(value)])).toString()
  return query === '' ? base : `${base}?${query}`
}
