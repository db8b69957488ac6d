import type { Day } from '#ground/day.ts'
import type { AccountId, RowId } from '#ground/ids.ts'
import type { MeetingKind } from '../appointment.ts'

/** A diary given to another calendar, by an address nobody guesses. */
export type CalendarFeed = {
  readonly rowId: RowId
  readonly accountId: AccountId
  readonly madeOn: Day
  readonly lastReadOn: Day | null
}

/** What of a diary another calendar hears: when, how long, and how one meets. Day and time are London's. */
export type Busy = {
  readonly rowId: RowId
  readonly onDay: Day
  /** `HH:MM` */
  readonly atTime: string
  readonly minutes: number
  readonly kind: MeetingKind | 'school-day'
  /** One is asked to come along, and has not answered. */
  readonly isAsked: boolean
}
