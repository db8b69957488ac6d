/** What each agency asks of advisers, counted so that no number tells of one young person. docs/rules/referrals.md */
import { academicYearStart, addDays, addMonths, type Day } from '#ground/day.ts'
import { type Told, told } from '#ground/few.ts'
import type { OrganisationId, RowId } from '#ground/ids.ts'

/** One agreement under which an agency may refer to the own service, and how many it sent. */
export type Asked = {
  readonly protocolId: RowId
  readonly fromId: OrganisationId
  readonly purpose: string
  /** Why it is no adviser's task; empty where it is one. */
  readonly notTask: string
  readonly count: number
}

/** `most-not-task` is to be talked about: most of what the agency sends is no adviser's task. */
export type Mark = 'most-not-task' | 'not-task' | 'most'

export type AskedLine = Omit<Asked, 'count'> & { readonly told: Told; readonly mark: Mark | undefined }

/**
 * Lines by agency, what is asked most first. A mark is made from the numbers that are told alone, so that it says no more than
 * they do. That one purpose is most of an agency with no other says nothing.
 */
export function askedLines(asked: readonly Asked[]): AskedLine[] {
  const of = new Map<OrganisationId, Asked[]>()
  for (const one of asked) of.set(one.fromId, [...(of.get(one.fromId) ?? []), one])
  return [...of.values()].flatMap(those => {
    const all = told(those.reduce((sum, one) => sum + one.count, 0))
    return those
      .map(({ count, ...one }): AskedLine => {
        const its = told(count)
        const isMost = !its.isFew && its.value * 2 > all.value
        if (one.notTask !== '') return { ...one, told: its, mark: isMost ? 'most-not-task' : 'not-task' }
        return { ...one, told: its, mark: isMost && those.length > 1 ? 'most' : undefined }
      })
      .toSorted((a, b) => b.told.value - a.told.value || (a.purpose < b.purpose ? -1 : 1))
  })
}

export type Span = 'this' | 'last'

/** The first and the last day of this school year or the one before: fixed, so that two spans side by side tell of nobody. */
export function spanOf(span: Span, today: Day): { readonly from: Day; readonly to: Day } {
  const start = academicYearStart(today)
  const from = span === 'this' ? start : addMonths(start, -12)
  return { from, to: addDays(addMonths(from, 12), -1) }
}
