/** Looks worth asking about: pure, so that each flag can be told in words and proved by cases. docs/rules/audit.md */
import { toMs } from '#ground/clock.ts'
import type { Right } from '#rooms/access/index.ts'
import type { AuditEvent } from '#rooms/audit/index.ts'
import { fold } from '#rooms/people/index.ts'

export type Oddity = 'refused' | 'no-right' | 'surname' | 'adult' | 'own-address' | 'no-reason'

/** Within how many days of a look something is done for the young person, when there was a reason for it. */
export const REASON_DAYS = 7
const DAY_MS = 86_400_000

/** What is known of one young person: who holds which right over them, and the names on their record. */
export type Known = {
  readonly family: string
  readonly adults: readonly string[]
  /** Postcodes the young person lives or lived in, without spaces. */
  readonly postcodes: readonly string[]
  /** All rights over the record, of now and before. */
  readonly rights: readonly Right[]
}

/** Who looked. */
export type Looker = { readonly name: string; readonly home: string | undefined }

const LOOKS = new Set([
  'record.viewed',
  'record.printed',
  'record.details-viewed',
  'record.who-viewed',
  'record.brief-viewed',
  'contact.viewed',
  'appointment.viewed',
])
/** Events that say that something was done, not only seen. */
const DEEDS =
  /\.(?:\S+-)?(?:set|added|ended|done|recorded|changed|created|confirmed|raised|answered|misfiled|died|given)$/

/**
 * What is odd about one event of a record.
 * @param who the name of the account, or empty where nobody is signed in, and its home postcode where it gave one
 * @param all every event about the young person: what the same account did round that time
 */
export function odditiesOf(
  event: AuditEvent,
  who: Looker,
  known: Known,
  all: readonly AuditEvent[],
  now: string,
): Oddity[] {
  if (event.outcome === 'refused') return ['refused', ...(isStaff(event) ? ofThemself(who, known) : [])]
  if (!isStaff(event)) return []
  return [
    ...(rightsOf(event, known, now).length === 0 ? (['no-right'] as const) : []),
    ...ofThemself(who, known),
    ...(isWithoutReason(event, known, all) ? (['no-reason'] as const) : []),
  ]
}

function isStaff(event: AuditEvent): boolean {
  return event.actorKind === 'account' && event.actorId !== null
}

function ofThemself(who: Looker, known: Known): Oddity[] {
  const whole = fold(who.name)
  return [
    ...(whole.split(' ').at(-1) === fold(known.family) ? (['surname'] as const) : []),
    ...(known.adults.some(adult => fold(adult) === whole) ? (['adult'] as const) : []),
    ...(who.home !== undefined && known.postcodes.includes(who.home) ? (['own-address'] as const) : []),
  ]
}

/**
 * Opened with nothing but a right over the whole partnership (a role, the duty desk), and nothing done for the young person
 * within a week before or after: the program asks no reason of a role, so this is where one should be asked for.
 */
function isWithoutReason(event: AuditEvent, known: Known, all: readonly AuditEvent[]): boolean {
  if (!LOOKS.has(event.action)) return false
  const held = rightsOf(event, known, event.at)
  if (held.length === 0 || held.some(right => right.scope !== 'partnership')) return false
  return !all.some(
    other =>
      other.actorId === event.actorId &&
      other.outcome === 'done' &&
      DEEDS.test(other.action) &&
      Math.abs(toMs(other.at) - toMs(event.at)) <= REASON_DAYS * DAY_MS,
  )
}

/** Rights of the account, or of the organisation it acted for, that are in force at a moment. */
function rightsOf(event: AuditEvent, known: Known, at: string): readonly Right[] {
  return known.rights.filter(
    right =>
      (right.holderId === event.actorId || right.holderId === event.organisationId) &&
      right.startedAt <= at &&
      (right.endedAt === null || right.endedAt > at),
  )
}
