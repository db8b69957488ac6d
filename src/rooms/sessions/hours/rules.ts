/** Hours given to young people, by kind and by level of support, so that intensive work is counted. docs/rules/sessions.md */
import { addDays, addMonths, type Day, partsOf, toDay } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import { GROUP_KINDS, type GroupKind, ONE_TO_ONE_KINDS, type OneToOneKind } from '../contact.ts'

export const LEVELS = ['intensive', 'supported', 'universal', 'none'] as const
/** The level of support somebody has now; `none` where nobody said. */
export type Level = (typeof LEVELS)[number]

/** Contacts of one colleague of one kind with people of one level; a part in a group is counted with the group. */
export type Counted = {
  readonly accountId: AccountId
  readonly kind: OneToOneKind
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

export function sumOf(counted: readonly Sum[]): Sum {
  return counted.reduce<Sum>(
    (sum, one) => ({
      contacts: sum.contacts + one.contacts,
      minutes: sum.minutes + one.minutes,
      untimed: sum.untimed + one.untimed,
    }),
    { contacts: 0, minutes: 0, untimed: 0 },
  )
}

export const byKind = (counted: readonly Counted[]) => sumBy(counted, ONE_TO_ONE_KINDS, one => one.kind)
export const byLevel = (counted: readonly Counted[]) => sumBy(counted, LEVELS, one => one.level)

/** Meetings of one kind one colleague was at and another wrote down: the hour is theirs too, and the young person was counted with who wrote it down. */
export type Joined = Omit<Counted, 'level'>

/** Such meetings by kind; in the order of the kinds, those of which there is none left out. */
export function joinedByKind(joined: readonly Joined[]): { readonly kind: OneToOneKind; readonly sum: Sum }[] {
  return ONE_TO_ONE_KINDS.flatMap(kind => {
    const those = joined.filter(one => one.kind === kind)
    return those.length === 0 ? [] : [{ kind, sum: sumOf(those) }]
  })
}

/** Sessions of one kind one colleague ran: the hours are the session's, however many came. */
export type Ran = Omit<Counted, 'kind' | 'level' | 'contacts'> & { readonly kind: GroupKind; readonly sessions: number }
/** How often people of one level came to sessions of one kind. */
export type Came = { readonly kind: GroupKind; readonly level: Level; readonly came: number }

/** Sessions by kind, with how often people came; in the order of the kinds, those of which there is none left out. */
export function groupsByKind(ran: readonly Ran[], came: readonly Came[]) {
  return GROUP_KINDS.flatMap(kind => {
    const those = ran.filter(one => one.kind === kind)
    if (those.length === 0) return []
    const add = (of: (one: Ran) => number) => those.reduce((sum, one) => sum + of(one), 0)
    return [
      {
        kind,
        sessions: add(one => one.sessions),
        minutes: add(one => one.minutes),
        untimed: add(one => one.untimed),
        came: cameOf(came.filter(one => one.kind === kind)),
      },
    ]
  })
}

/** How often people of each level came; levels nobody of came left out. */
export function groupsByLevel(came: readonly Came[]): { readonly level: Level; readonly came: number }[] {
  return LEVELS.map(level => ({ level, came: cameOf(came.filter(one => one.level === level)) })).filter(
    row => row.came > 0,
  )
}

function cameOf(came: readonly Came[]): number {
  return came.reduce((sum, one) => sum + one.came, 0)
}

/** Minutes as hours and minutes: 95 is "1 h 35". */
export function hoursWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}
