import type { Instant } from '#ground/clock.ts'
import type { AuditEventId, OrganisationId, PartnershipId, PersonId } from '#ground/ids.ts'

/** What kind of actor did it. `nobody`: a visitor who is not signed in. */
export type ActorKind = 'account' | 'feed' | 'clock' | 'link' | 'young-person' | 'command' | 'nobody'

/** `refused`: was not allowed. `invalid`: allowed, but what was sent could not be taken. `failed`: our fault. */
export type Outcome = 'done' | 'refused' | 'invalid' | 'failed'

/** One thing done or seen. The header never changes and holds ids and words of ours only; what was typed is payload. */
export type AuditEvent = {
  readonly partnershipId: PartnershipId
  readonly id: AuditEventId
  readonly at: Instant
  readonly actorKind: ActorKind
  readonly actorId: string | null
  readonly organisationId: OrganisationId | null
  /** `noun.verb` in the past tense: `record.viewed`. */
  readonly action: string
  readonly outcome: Outcome
  /** Everyone shown or changed, in the order shown. */
  readonly personIds: readonly PersonId[]
  readonly targetId: string | null
  readonly requestId: string
  /** SHA-256 of salt and payload, so that erasing both keeps the proof. */
  readonly payloadHash: Buffer
}

/** What a caller says of an event; the rest is known from the transaction. */
export type Happening = {
  readonly action: string
  readonly outcome?: Outcome
  readonly about?: readonly PersonId[]
  readonly target?: string
  /** Anything else worth keeping: what changed, the reason given, what was searched for. Kept apart, salted. */
  readonly payload?: Readonly<Record<string, unknown>>
}

/** The head of a sealed log: what an outside anchor keeps. */
export type Root = {
  readonly partnershipId: PartnershipId
  readonly epoch: number
  readonly size: number
  readonly rootHash: Buffer
  readonly previousHash: Buffer
  readonly madeAt: Instant
  readonly keyId: string
  readonly reason: string | null
}

export type SignedRoot = Root & { readonly signature: Buffer; readonly frontier: readonly Buffer[] }
