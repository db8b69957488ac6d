import type { Instant } from '#ground/clock.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, OrganisationId, PartnershipId, RowId, SessionId } from '#ground/ids.ts'
import type { Language } from '#web/language.ts'
import type { Role } from './roles.ts'

/** Somebody who may sign in. Accounts are global; what they may act as is a membership. */
export type Account = {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly state: 'active' | 'disabled'
  readonly passwordHash: string | null
  /** Sealed with the key of the data folder (secrets.ts). */
  readonly totpSecret: Buffer | null
  readonly totpConfirmedAt: Instant | null
  readonly totpLastStep: number
  readonly singleKeys: boolean
  /** Chosen for their pages; null leaves it to the browser. */
  readonly language: Language | null
}

/** What an account may act as, in one partnership, for one organisation. */
export type Membership = {
  readonly id: RowId
  readonly partnershipId: PartnershipId
  readonly partnershipName: string
  readonly isDemo: boolean
  readonly accountId: AccountId
  readonly organisationId: OrganisationId
  readonly role: Role
  readonly jobTitle: string
  readonly startedOn: Day
  readonly finishedOn: Day | null
}

/**
 * How far a session has come. `password-given`: the code is still asked. `set-up`: a second step must be set up first.
 */
export type Stage = 'password-given' | 'set-up' | 'signed-in'

export type Session = {
  readonly id: SessionId
  readonly stage: Stage
  readonly csrfSecret: string
  readonly account: Account
  readonly membershipId: RowId | null
  readonly madeAt: Instant
  readonly seenAt: Instant
}

/** Who is acting, as pages and actions know them: signed in, second step done, a membership chosen. */
export type Actor = {
  readonly accountId: AccountId
  readonly name: string
  readonly role: Role
  readonly jobTitle: string
  readonly partnershipId: PartnershipId
  readonly partnershipName: string
  readonly isDemo: boolean
  readonly organisationId: OrganisationId
  readonly membershipId: RowId
  readonly sessionId: SessionId
  readonly singleKeys: boolean
  /** Who really sits there, where they look through this actor's eyes; nothing is saved then. */
  readonly viewer?: Viewer
}

/** Somebody who looks through another's eyes. */
export type Viewer = { readonly accountId: AccountId; readonly name: string; readonly organisationId: OrganisationId }

/** Through whose eyes a session looks for a while. */
export type Eyes = Pick<Membership, 'id' | 'accountId' | 'organisationId' | 'role' | 'jobTitle'> & {
  readonly name: string
  readonly since: Instant
}
