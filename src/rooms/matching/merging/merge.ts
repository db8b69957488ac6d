import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, GroupId, OrganisationId, PersonId, RowId } from '#ground/ids.ts'
import type { SourceKind } from '#rooms/people/index.ts'

/** Which of the two a value is taken from: the record that stays, or the one that goes. */
export type Side = 'keep' | 'join'

/** Two records to be made one. */
export type Pair = { readonly keep: PersonId; readonly join: PersonId }

/** A fact of which one row stands at a time: a name of a kind, a detail, the address, how it is safe to get in touch. */
export type Single = {
  readonly table: 'person_name' | 'person_detail' | 'person_address' | 'person_safe_contact'
  /** legal, preferred, address, safe-contact, or the detail's field. */
  readonly field: string
  readonly personId: PersonId
  readonly rowId: RowId
  readonly value: string
  readonly source: SourceKind
  readonly organisationId: OrganisationId | null
  readonly saidOn: Day
  readonly recordedAt: Instant
}

/** Why a value is proposed: it is newer, it comes from somebody nearer, or nothing tells and the record that stays has it. */
export type Because = 'newer' | 'nearer' | 'stays' | 'objection'

/** A fact both records have, with what is proposed. */
export type Both = {
  readonly field: string
  readonly keep: Single
  readonly join: Single
  readonly isSame: boolean
  readonly proposed: Side
  readonly because: Because
}

/** A period of doing something. */
export type Spell = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly code: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
  readonly verifiedOn: Day
}

/** Who leads for one of the two now. */
export type OpenLead = {
  readonly rowId: RowId
  readonly personId: PersonId
  readonly accountId: AccountId
  readonly teamId: GroupId | null
  readonly startedOn: Day
}

/** What stands against two records being one person: each asks for a reason of its own. */
export type Warning = 'two-upns' | 'two-ulns' | 'two-nhs-numbers' | 'one-died' | 'two-birth-dates'

/** What was chosen, by field; what is not in it was not asked and follows what is proposed. */
export type Choices = Readonly<Record<string, Side>>

/** The record of a merge. */
export type Merge = {
  readonly id: RowId
  /** Where it is now; another than it was joined to when that one was joined to a third. */
  readonly personId: PersonId
  readonly keptId: PersonId
  readonly goneId: PersonId
  readonly reason: string
  readonly despite: string
  readonly warnings: readonly Warning[]
  readonly mergedAt: Instant
  readonly mergedBy: AccountId | null
  readonly undoneAt: Instant | null
}
