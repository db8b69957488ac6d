import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { Room } from '../diary/appointment.ts'

/** What is said of a day of interviews in a place of learning. Times are London's, `HH:MM`. */
export type SchoolDayContent = {
  readonly organisationId: OrganisationId
  readonly onDay: Day
  readonly fromTime: string
  readonly toTime: string
  /** How long each is. */
  readonly minutes: number
  readonly breakFrom: string | null
  readonly breakTo: string | null
  readonly place: string
  readonly room: Room
  /** What stands on every invitation. */
  readonly invitation: string
}

export type SchoolDay = SchoolDayContent & {
  readonly id: RowId
  readonly accountId: AccountId
  readonly calledOffOn: Day | null
  readonly version: number
}

export const SLOT_STATES = ['invited', 'came', 'missed', 'called-off', 'moved'] as const
export type SlotState = (typeof SLOT_STATES)[number]

export const COPIES = ['agreed', 'not-agreed'] as const
export type Copy = (typeof COPIES)[number]

/** One young person's time on such a day. The meeting itself is an appointment. */
export type Slot = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly schoolDayId: RowId
  readonly appointmentId: RowId
  readonly atTime: string
  readonly state: SlotState
  readonly copy: Copy | null
  readonly copyWords: string
  readonly copyOn: Day | null
  readonly version: number
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  /** When they were told of it; null where they were not, or the reader may not see the meeting. */
  readonly toldOn: Day | null
}

/** Somebody on the roll who can be invited. */
export type Pupil = {
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly lastContactOn: Day | null
}
