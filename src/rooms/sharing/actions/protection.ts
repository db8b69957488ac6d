/** Barriers by page (K4): what information governance does about a record they know by identity, never by content. */
import { asHouse, type Tx } from '#ground/database/tx.ts'
import type { Day } from '#ground/day.ts'
import type { AccountId, PersonId, RowId } from '#ground/ids.ts'
import { ok, type Result, refused } from '#ground/result.ts'
import {
  type Barrier,
  type BarrierGround,
  endGrantsAbout,
  liftBarrier,
  listBarriers,
  listGrantsOn,
  openGrant,
  setBarrier,
} from '#rooms/access/index.ts'
import { record } from '#rooms/audit/index.ts'
import { type Colleague, listColleagues, roleMay } from '#rooms/identity/index.ts'
import { sendNotice } from '#rooms/notices/index.ts'
import { findPerson, fold, isWhereaboutsProtected, protectAddress, unprotectAddress } from '#rooms/people/index.ts'
import { type Case, EVERYDAY, type Nameable } from '../protection.ts'
import { classesHeld, leftIn, namedClasses } from '../rules.ts'
import { findToProtect } from '../store/protection.ts'

/**
 * A record by what stands in the address: a person the actor may know, or the restriction that hides one (decision 0020).
 * Nobody who is shut out of a record gets it by either.
 */
export async function findCase(tx: Tx, recordId: string): Promise<Case | undefined> {
  const known = await findPerson(tx, recordId as PersonId)
  if (known) return known.state === 'active' ? withBarriers(tx, recordId, known) : undefined
  const restriction = (await listBarriers(tx)).find(b => b.id === recordId && b.kind === 'restricted')
  if (!restriction) return undefined
  const person = await asHouse(tx, 'whose record is restricted', worker => findPerson(worker, restriction.personId))
  return person?.state === 'active' ? withBarriers(tx, recordId, person) : undefined
}

async function withBarriers(tx: Tx, recordId: string, person: Case['person']): Promise<Case> {
  return { recordId, person, barriers: await listBarriers(tx, person.id) }
}

/** The address of a record by its exact name and birth date: it finds nobody else, and tells nothing of who is near. */
export async function searchCase(
  tx: Tx,
  asked: { given: string; family: string; bornOn: Day },
  /** Somebody who is not meant: the record that stands on the page. */
  not: PersonId | null = null,
): Promise<Result<string, 'nobody'>> {
  const all = await asHouse(tx, 'a record to protect', worker =>
    findToProtect(worker, { givenKey: fold(asked.given), familyKey: fold(asked.family), bornOn: asked.bornOn }),
  )
  // Two of one name and birth date are told apart by which of them the page is of.
  const found = all.length > 1 ? all.filter(id => id !== not) : all
  const [personId] = found
  await record(tx, {
    action: 'protection.searched',
    about: found,
    payload: { given: asked.given, family: asked.family, born: asked.bornOn },
  })
  if (personId === undefined || found.length > 1) return refused('nobody')
  return ok(await addressOf(tx, personId))
}

/** Where a record stands: under its own id while the actor may know it, under its restriction's otherwise. */
export async function addressOf(tx: Tx, personId: PersonId): Promise<string> {
  if (await findPerson(tx, personId)) return personId
  return (await listBarriers(tx, personId)).find(b => b.kind === 'restricted')?.id ?? personId
}

/** Whether the record's address is protected: the fact, never the address. */
export function addressProtected(tx: Tx, personId: PersonId): Promise<boolean> {
  return isWhereaboutsProtected(tx, personId)
}

/**
 * Colleagues who can be named: whoever may open records and is not shut out, with what they see of this one now. Never the
 * one who restricts: nobody opens records to themselves (docs/rules/access.md).
 */
export async function listNameable(tx: Tx, { person, barriers }: Case): Promise<Nameable[]> {
  const grants = await listGrantsOn(tx, person.id)
  const shut = shutOutOf(barriers)
  const named = new Set(grants.filter(g => g.source === 'protection').map(g => g.holderId))
  return oneEach(await listColleagues(tx))
    .filter(c => roleMay(c.role, 'person.open') && !shut.has(c.accountId) && !shut.has(c.organisationId))
    .filter(c => !named.has(c.accountId) && c.accountId !== tx.acting.actorId && c.state === 'active')
    .map(colleague => ({ colleague, held: classesHeld(grants, [colleague.accountId, colleague.organisationId]) }))
}

/**
 * Restricts a record, or names more people for one that is restricted. Each named gets a grant of their own on that very
 * person: without it what they held before would stand behind the barrier too.
 */
export async function restrict(
  tx: Tx,
  wanted: { case: Case; named: readonly AccountId[]; ground: BarrierGround; reason: string },
): Promise<Result<RowId, 'nobody-named' | 'not-nameable'>> {
  const { person, barriers } = wanted.case
  if (wanted.named.length === 0) return refused('nobody-named')
  const nameable = new Map((await listNameable(tx, wanted.case)).map(n => [n.colleague.accountId, n]))
  const chosen = wanted.named.flatMap(id => nameable.get(id) ?? [])
  if (chosen.length !== wanted.named.length) return refused('not-nameable')
  for (const { colleague, held } of chosen) {
    await openGrant(tx, {
      scope: { kind: 'person', personId: person.id },
      holderId: colleague.accountId,
      classes: namedClasses(held, EVERYDAY[colleague.role] ?? []),
      basis: 'legal-duty',
      source: 'protection',
      reason: '',
      madeBy: tx.acting.actorKind === 'account' ? (tx.acting.actorId as AccountId) : null,
    })
    await sendNotice(tx, { accountId: colleague.accountId, kind: 'record.named', personId: person.id }, true)
  }
  const standing = barriers.find(b => b.kind === 'restricted')
  return ok(
    standing?.id ?? (await setBarrier(tx, person.id, { holderId: null, reason: wanted.reason, ground: wanted.ground })),
  )
}

/** Shuts one colleague or organisation out. Of a restricted record somebody named must be left. */
export async function shutOut(
  tx: Tx,
  wanted: { case: Case; holderId: string; ground: BarrierGround; reason: string },
): Promise<Result<RowId, 'already' | 'nobody-left'>> {
  const { person, barriers } = wanted.case
  const shut = shutOutOf(barriers)
  if (shut.has(wanted.holderId)) return refused('already')
  const isRestricted = barriers.some(b => b.kind === 'restricted')
  if (isRestricted) {
    const organisation = new Map(
      (await listColleagues(tx)).map(c => [c.accountId as string, c.organisationId as string]),
    )
    const left = leftIn(await listGrantsOn(tx, person.id), new Set([...shut, wanted.holderId]))
    if (![...left].some(id => organisation.get(id) !== wanted.holderId)) return refused('nobody-left')
  }
  return ok(
    await setBarrier(tx, person.id, { holderId: wanted.holderId, reason: wanted.reason, ground: wanted.ground }),
  )
}

/** Protects the address, of now, of before and to come. */
export async function protectWhereabouts(
  tx: Tx,
  personId: PersonId,
  why: { ground: BarrierGround; reason: string },
): Promise<void> {
  await protectAddress(tx, personId, why.reason, why.ground)
}

/** Lifts a barrier. With a restriction what its named people got by it ends; what they held otherwise stands. */
export async function liftOne(tx: Tx, barrier: Barrier, reason: string): Promise<void> {
  const { personId } = barrier
  switch (barrier.kind) {
    case 'whereabouts':
      return unprotectAddress(tx, personId, reason)
    case 'shut-out':
      return liftBarrier(tx, personId, barrier.holderId, reason)
    case 'restricted':
      await liftBarrier(tx, personId, null, reason)
      await endGrantsAbout(tx, { personId, source: 'protection' }, reason)
      return undefined
    default:
      return barrier.kind satisfies never
  }
}

function shutOutOf(barriers: readonly Barrier[]): ReadonlySet<string> {
  return new Set(barriers.flatMap(b => (b.kind === 'shut-out' && b.holderId !== null ? [b.holderId] : [])))
}

/** One line a colleague, though somebody may have several roles: the first that may open records. */
function oneEach(colleagues: readonly Colleague[]): Colleague[] {
  const seen = new Set<AccountId>()
  return colleagues
    .filter(c => roleMay(c.role, 'person.open'))
    .filter(c => !seen.has(c.accountId) && seen.add(c.accountId))
}
