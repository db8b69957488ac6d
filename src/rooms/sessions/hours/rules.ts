/** Hours given to young people, by kind and by level of support, so that intensive work is counted. docs/rules/sessions.md */
import { addDays, addMonths, type Day, partsOf, toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { CONTACT_KINDS, type ContactKind } from '../contact.ts'

export const LEVELS = ['intensive', 'supported', 'universal', 'none'] as const
/** The level of support somebody has now; `none` where nobody said. */
export type Level = (typeof LEVELS)[number]

/** Contacts of one colleague of one kind with people of one level. */
export type Counted = {
  readonly accountId: AccountId
  readonly kind: ContactKind
  readonly level: Level
  readonly contacts: number
  readonly minutes: number
  /** Of which nobody wrote down how long they took. */
  readonly untimed: number
}

export const SPANS = ['this-month', 'last-month', 'three-months'] as const
export type Span = (typeof SPANS)[number]

/** The days a span is about: from its first to the day after its last. */
export function daysOf(span: Span, today: Day): { readonly from: Day; readonly until: Day } {
  const { year, month } = partsOf(today)
  const first = toDay(`${year}-${String(month).padStart(2, '0')}-01`)
  const tomorrow = addDays(today, 1)
  switch (span) {
    case 'this-month':
      return { from: first, until: tomorrow }
    case 'last-month':
      return { from: addMonths(first, -1), until: first }
    case 'three-months':
      return { from: addMonths(first, -2), until: tomorrow }
    default:
      return span satisfies never
  }
}

export type Sum = Pick<Counted, 'contacts' | 'minutes' | 'untimed'>

/** Adds up what was counted under each name; in the order of the names, those of which there is nothing left out. */
export function sumBy<Name extends string>(
  counted: readonly Counted[],
  names: readonly Name[],
  nameOf: (one: Counted) => Name,
): { readonly name: Name; readonly sum: Sum }[] {
  return names.flatMap(name => {
    const those = counted.filter(one => nameOf(one) === name)
    return those.length === 0 ? [] : [{ name, sum: sumOf(those) }]
  })
}

export function sumOf(counted: readonly Counted[]): Sum {
  return counted.reduce(
    (sum, one) => ({
      contacts: sum.contacts + one.contacts,
      minutes: sum.minutes + one.minutes,
      untimed: sum.untimed + one.untimed,
    }),
    { contacts: 0, minutes: 0, untimed: 0 },
  )
}

export const byKind = (counted: readonly Counted[]) => sumBy(counted, CONTACT_KINDS, one => one.kind)
export const byLevel = (counted: readonly Counted[]) => sumBy(counted, LEVELS, one => one.level)

/** Minutes as hours and minutes: 95 is "1 h 35". */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}
