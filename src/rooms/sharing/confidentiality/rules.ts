/** Whether what stays between us was read with somebody, and still is what they were read. docs/rules/sharing.md#confidentiality */
import { type Day, isAfter, isBefore } from '#ground/day.ts'
import type { Reading, ReadingContent, Statement } from './statement.ts'

/** The version in force on a day: of those whose day has come the newest; none before the first. */
export function inForceOn<One extends Pick<Statement, 'number' | 'fromDay'>>(
  statements: readonly One[],
  day: Day,
): One | undefined {
  return statements
    .filter(one => !isAfter(one.fromDay, day))
    .toSorted((a, b) => b.number - a.number)
    .at(0)
}

/**
 * `nothing`: the partnership has no words of its own in force, so there is nothing to read. `to-confirm`: they read it by their link, and nobody has spoken of it
 * with them yet.
 */
export type ReadStanding = 'nothing' | 'never' | 'to-confirm' | 'not-understood' | 'older' | 'read'

/**
 * Where somebody stands.
 * @param last the newest reading with them
 * @param inForce the version in force
 */
export function readStandingOf(
  last: Pick<Reading, 'number' | 'understood' | 'how' | 'confirmed'> | undefined,
  inForce: Pick<Statement, 'number'> | undefined,
): ReadStanding {
  if (inForce === undefined) return 'nothing'
  if (last === undefined) return 'never'
  if (last.number < inForce.number) return 'older'
  if (last.how === 'link' && last.confirmed === null) return 'to-confirm'
  return (last.confirmed ?? last.understood) === 'yes' ? 'read' : 'not-understood'
}

/** It is still to be read with them, or again. */
export function isToRead(standing: ReadStanding): standing is Exclude<ReadStanding, 'nothing' | 'read'> {
  return standing !== 'nothing' && standing !== 'read'
}

/** A new version is in force from today or later: what was promised before was promised. */
export function fromTrouble(fromDay: Day, today: Day): 'past' | undefined {
  return isBefore(fromDay, today) ? 'past' : undefined
}

/** That they understood is shown by what they say it means. */
export function readingTrouble({
  understood,
  said,
}: Pick<ReadingContent, 'understood' | 'said'>): 'said-missing' | undefined {
  return understood === 'yes' && said === '' ? 'said-missing' : undefined
}
