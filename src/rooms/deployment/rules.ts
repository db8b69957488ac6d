/** Who may be sent where, for how long, and when what it opens begins and ends. docs/rules/deployment.md */
import { type Instant, londonMoment } from '#ground/clock.ts'
import { addDays, type Day, daysBetween, isAfter, isBefore } from '#ground/day.ts'
import type { AccountId } from '#ground/ids.ts'
import type { OrganisationKind } from '#rooms/directory/index.ts'
import type { Role } from '#rooms/identity/index.ts'

/** The longest cover, in days with the first and the last. */
export const COVER_DAYS = 90
/** How far ahead the rota of the duty desk goes, in days. */
export const DUTY_AHEAD = 60

/** Roles that lead, are deployed, cover and sit on the duty desk. */
const ADVISERS: readonly Role[] = ['universal-adviser', 'intensive-adviser', 'team-leader']

/** True for those who work with young people as advisers. */
export function isAdviser(role: Role): boolean {
  return ADVISERS.includes(role)
}

const WITH_ROLL: readonly OrganisationKind[] = [
  'school',
  'special-school',
  'pupil-referral-unit',
  'sixth-form-college',
  'college',
  'training-provider',
]

/**
 * Places of learning have a roll an adviser can be deployed to. Agencies whose very name tells of care, health or
 * offending have not: to be on their list is not learning (K6).
 */
export function hasRoll(kind: OrganisationKind): boolean {
  return WITH_ROLL.includes(kind)
}

export type PeriodTrouble = 'ends-before-it-starts' | 'over-already'

/** What is wrong with a deployment's days. The last day is in it; none means until further notice. */
export function deploymentTrouble(from: Day, lastOn: Day | null, today: Day): PeriodTrouble | undefined {
  if (lastOn === null) return undefined
  if (isBefore(lastOn, from)) return 'ends-before-it-starts'
  return isBefore(lastOn, today) ? 'over-already' : undefined
}

/** What is wrong with a cover's days: it has an end, begins today or later, and lasts at most 90 days. */
export function coverTrouble(
  from: Day,
  lastOn: Day,
  today: Day,
): 'ends-before-it-starts' | 'past' | 'too-long' | undefined {
  if (isBefore(from, today)) return 'past'
  if (isBefore(lastOn, from)) return 'ends-before-it-starts'
  return daysBetween(from, lastOn) >= COVER_DAYS ? 'too-long' : undefined
}

/** What is wrong with a day on the duty desk. */
export function dutyTrouble(on: Day, today: Day): 'past' | 'too-far' | undefined {
  if (isBefore(on, today)) return 'past'
  return isAfter(on, addDays(today, DUTY_AHEAD)) ? 'too-far' : undefined
}

/**
 * From when until when a grant for these days is in force: London's midnights, so that 1 April begins in summer time.
 * @param finishedOn the first day that is out; none for no end
 */
export function grantPeriod(startedOn: Day, finishedOn: Day | null): { since: Instant; until: Instant | null } {
  return {
    since: londonMoment(startedOn, '00:00'),
    until: finishedOn === null ? null : londonMoment(finishedOn, '00:00'),
  }
}

/** Where something in force on a day stands. */
export function stateOn(p: { startedOn: Day; finishedOn: Day | null }, today: Day): 'ahead' | 'now' | 'over' {
  if (p.finishedOn !== null && !isBefore(today, p.finishedOn)) return 'over'
  return isBefore(today, p.startedOn) ? 'ahead' : 'now'
}

/**
 * Whether somebody may arrange cover for an adviser: the leader of the adviser's team, any leader where there is none, and
 * the adviser themselves when they go away.
 */
export function mayArrangeCover(
  actorId: string | null,
  away: { accountId: AccountId; leaderId: AccountId | null },
): boolean {
  return actorId === null || away.leaderId === null || away.leaderId === actorId || away.accountId === actorId
}
