import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { Verifier } from '../activity.ts'

export const WAYS = ['sixth-form', 'college', 'apprenticeship', 'training', 'other'] as const
export type Way = (typeof WAYS)[number]

/** The level of a course, as far as it is known; 4 stands for 4 and above. */
export const LEVELS = ['entry', '1', '2', '3', '4'] as const
export type Level = (typeof LEVELS)[number]

export const STEPS = [
  'applied',
  'interview',
  'offer-conditional',
  'offer',
  'accepted',
  'declined',
  'turned-down',
  'withdrawn',
  'enrolled',
  'not-started',
] as const
export type StepKind = (typeof STEPS)[number]

/** What somebody applies for. */
export type Wanted = {
  /** A place of the directory; null where it is named in words. */
  readonly organisationId: OrganisationId | null
  readonly placeWords: string
  readonly course: string
  readonly level: Level | null
  readonly way: Way
  /** The year whose autumn they would start in. */
  readonly autumn: number
}

/** A young person’s application for a place to learn, train or work. */
export type PlaceApplication = Wanted & {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly classBit: number
  /** The name of the place, from the directory or in words. */
  readonly place: string
  /** Its last step that was not taken back. */
  readonly state: StepKind
  readonly stateOn: Day
  readonly version: number
}

/** What happened to one, on its own day, by whose word. `changed`: what it was for before it was put right. */
export type ApplicationStep = {
  readonly rowId: RowId
  readonly applicationId: RowId
  readonly step: StepKind | 'changed'
  readonly onDay: Day
  readonly saidBy: Verifier | null
  readonly words: string
  readonly takenBackAt: Instant | null
  readonly recordedAt: Instant
  readonly recordedBy: AccountId | null
}

/** An application with what happened to it: what the guarantee is read from. */
export type Told = {
  readonly rowId: RowId
  readonly autumn: number
  readonly steps: readonly Pick<ApplicationStep, 'step' | 'onDay' | 'takenBackAt' | 'recordedAt'>[]
}

/** Somebody offered a place, of whom nobody said that they started. */
export type NotEnrolled = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly given: string
  readonly family: string
  readonly bornOn: Day | null
  readonly place: string
  readonly course: string
  readonly state: StepKind
  readonly stateOn: Day
}
