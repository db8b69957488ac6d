/** Classes no role brings, given by name (decision 0021): by information governance, to somebody who works with the record already. */
import { londonMoment } from '#ground/clock.ts'
import type { Tx } from '#ground/database/tx.ts'
import { addDays, type Day } from '#ground/day.ts'
import type { AccountId, GrantId, PersonId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import { endGrant, listGrantsOn, NAMED_CLASSES, type NamedClass, openGrant } from '#rooms/access/index.ts'
import { listColleagues } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import type { Condition, GivenClass } from '../given-class.ts'
import { type Case, EVERYDAY, type Nameable } from '../protection.ts'
import { classesHeld, givenTrouble } from '../rules.ts'
import { conditions } from '../words.ts'

/** What was given over a record and stands. */
export async function listGiven(tx: Tx, personId: PersonId): Promise<GivenClass[]> {
  return (await listGrantsOn(tx, personId)).flatMap(({ id, holderId, reason, startedAt, endedAt, source, classes }) => {
    const recordClass = NAMED_CLASSES.find(c => classes.includes(c))
    return source === 'named-class' && recordClass ? [{ id, holderId, reason, startedAt, endedAt, recordClass }] : []
  })
}

/**
 * Colleagues a class can be given to: whoever works with young people and sees this one by a right of their own. It opens
 * nobody's record: only more of one that is open. Never the one who gives it.
 */
export async function listHoldable(tx: Tx, { person, barriers }: Case): Promise<Nameable[]> {
  const grants = await listGrantsOn(tx, person.id)
  const isRestricted = barriers.some(b => b.kind === 'restricted')
  const shut = new Set(barriers.flatMap(b => (b.kind === 'shut-out' && b.holderId !== null ? [b.holderId] : [])))
  const seen = new Set<AccountId>()
  return (await listColleagues(tx))
    .filter(c => c.state === 'active' && EVERYDAY[c.role] !== undefined && c.accountId !== tx.acting.actorId)
    .filter(c => !shut.has(c.accountId) && !shut.has(c.organisationId))
    .filter(c => !seen.has(c.accountId) && seen.add(c.accountId))
    .map(colleague => ({ colleague, held: classesHeld(grants, [colleague.accountId, colleague.organisationId]) }))
    .filter(({ held }) => held.includes('identity') && (!isRestricted || held.includes('restricted')))
}

export type GiveTrouble = NonNullable<ReturnType<typeof givenTrouble>> | 'not-holdable' | 'has-it'

/**
 * Gives somebody a class of one record until a day.
 * @param wanted.lastOn the last day of it; it always has one, at most 180 days on
 */
export async function giveClass(
  tx: Tx,
  wanted: {
    case: Case
    accountId: AccountId
    recordClass: NamedClass
    condition: Condition
    reason: string
    lastOn: Day
  },
): Promise<Result<GrantId, GiveTrouble>> {
  const { person } = wanted.case
  const trouble = givenTrouble(wanted.lastOn, tx.acting.today)
  if (trouble !== undefined) return refused(trouble)
  const holder = (await listHoldable(tx, wanted.case)).find(n => n.colleague.accountId === wanted.accountId)
  if (!holder) return refused('not-holdable')
  const standing = await listGiven(tx, person.id)
  if (standing.some(g => g.holderId === wanted.accountId && g.recordClass === wanted.recordClass))
    return refused('has-it')
  const id = await openGrant(tx, {
    scope: { kind: 'person', personId: person.id },
    holderId: wanted.accountId,
    classes: [wanted.recordClass],
    basis: 'public-task',
    source: 'named-class',
    reason: `${conditions[wanted.condition]}. ${wanted.reason}`,
    madeBy: tx.acting.actorKind === 'account' ? (tx.acting.actorId as AccountId) : null,
    until: londonMoment(addDays(wanted.lastOn, 1), '00:00'),
  })
  // What was given stands on the record alone: the notice and its copy outside tell nothing of the kind (K6).
  await sendNotice(tx, { accountId: wanted.accountId, kind: 'record.more', personId: person.id })
  return ok(id)
}

/** Ends what was given before its day. */
export async function takeClass(
  tx: Tx,
  personId: PersonId,
  id: GrantId,
  reason: string,
): Promise<Result<null, 'unknown'>> {
  if (!(await listGiven(tx, personId)).some(g => g.id === id)) return refused('unknown')
  await endGrant(tx, id, reason, [personId])
  return ok(null)
}
