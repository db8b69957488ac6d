/**
 * Names of things. Each id is branded, so that a person's id cannot be passed where an account's is wanted. They are
 * UUIDv7 made by the program: they sort by the time they were made and therefore tell it, so none ever stands in a
 * secret link or token (RFC 9562 section 8).
 */
import { v7, validate, version } from 'uuid'
import { type Instant, toMs } from './clock.ts'

declare const idBrand: unique symbol
type Id<Name extends string> = string & { readonly [idBrand]: Name }

export type PartnershipId = Id<'partnership'>
export type AccountId = Id<'account'>
export type OrganisationId = Id<'organisation'>
export type SiteId = Id<'site'>
export type PersonId = Id<'person'>
/** A team, an institution's roll or a work list: anything a group grant can be held on. */
export type GroupId = Id<'group'>
export type GrantId = Id<'grant'>
export type AuditEventId = Id<'audit-event'>
export type SessionId = Id<'session'>
export type RowId = Id<'row'>
/** A long piece of work: the same id in the queue and in its progress. */
export type JobId = Id<'job'>

/** Partnership zero: events and settings of the installation itself, before anyone has chosen a partnership. */
export const INSTALLATION = '00000000-0000-0000-0000-000000000000' as PartnershipId

/** A new id for a thing made now. */
export function newId<Name extends string>(at: Instant): Id<Name> {
  return v7({ msecs: toMs(at) }) as Id<Name>
}

/** True for any UUIDv7 text: the shape check at the edge, before a query. */
export function isId(text: string): text is Id<never> {
  return validate(text) && version(text) === 7
}
