/**
 * A transaction: the only handle on the database there is. It is a parameter of everything that reads or writes, it knows
 * who acts, and the database knows it too (row security asks).
 */
import { CompiledQuery, type Transaction } from 'kysely'
import type { Instant } from '../clock.ts'
import type { Day } from '../day.ts'
import type { OrganisationId, PartnershipId } from '../ids.ts'
import { KNOWN_ROLE, WORKER_ROLE } from './admin-script.ts'
import { bindTransaction, sessionOf, settingSql } from './session.ts'
import type { Tables } from './tables.ts'

/** Who acts and on what terms. Set for the length of one transaction. */
export interface Acting {
  readonly partnershipId: PartnershipId
  /** On whose behalf grants are looked for: the account and the organisations it acts for. */
  readonly holders: readonly string[]
  readonly actorKind: 'account' | 'feed' | 'clock' | 'link' | 'young-person' | 'command' | 'nobody'
  readonly actorId: string | null
  readonly organisationId: OrganisationId | null
  /** The moment it happens, from the clock; not the database's. */
  readonly at: Instant
  readonly today: Day
  readonly requestId: string
  readonly reason: string | null
  /** Who really sits there, where somebody looks through another's eyes: the audit names them. Nothing they do so is kept. */
  readonly viewer?: { readonly accountId: string; readonly organisationId: OrganisationId }
}

/** A transaction under way. */
export interface Tx {
  readonly db: Transaction<Tables>
  readonly acting: Acting
  /** How many audit events were recorded in it: counted by the audit room. */
  readonly recorded: { count: number }
}

/**
 * Does a piece of work as the house: where an action must touch what its actor may not see. The worker role is taken on
 * for exactly this piece, also when it fails or when it is called within another such piece; what a failing piece did is
 * undone, and the rest of the transaction can go on. The handle given to the work is good in the work only, and the outer
 * one refuses to be used meanwhile, so that nothing of the actor's runs with the house's rights.
 * @param reason why, in a few words: the database's triggers see it as `app.house_reason`
 */
export async function asHouse<T>(tx: Tx, reason: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const session = sessionOf(tx.db)
  const { depth, houseReason, role } = session
  const savepoint = `house_${depth + 1}`
  // Raised before the first await: from here on the outer handle is refused.
  session.depth = depth + 1
  try {
    session.houseReason = reason
    session.role = WORKER_ROLE
    await session.client.query(
      `savepoint ${savepoint}; set local role ${WORKER_ROLE}; ${settingSql({ 'app.house_reason': reason })}`,
    )
    const value = await work({ ...tx, db: bindTransaction(session) })
    session.depth = depth + 1
    await session.client.query(
      `set local role ${role}; ${settingSql({ 'app.house_reason': houseReason })}; release savepoint ${savepoint}`,
    )
    return value
  } catch (error) {
    // Going back to the savepoint gives back the role and the settings with it.
    await session.client.query(`rollback to savepoint ${savepoint}; release savepoint ${savepoint}`).catch(() => {})
    throw error
  } finally {
    session.depth = depth
    session.houseReason = houseReason
    session.role = role
  }
}

/**
 * Reads about a few people for whom the rights are worked out first, once: row security then asks the note of them and not every grant again for each table,
 * which is most of what such reading costs (decision 0066). Within it there is nobody else to be read, and nothing can be written. What the caller may
 * not see of those people stays unseen. For reading only, and not for what may change rights on the way.
 * Within `asHouse` it is the house that reads; within another such piece about these people it is part of that.
 */
export async function aboutThese<T>(tx: Tx, people: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T> {
  const session = sessionOf(tx.db)
  const { depth, role, known } = session
  if (role === WORKER_ROLE) return work(tx)
  if (role === KNOWN_ROLE) {
    if (people.every(id => known.has(id))) return work(tx)
    throw new Error('within reading about some people nobody else can be read about')
  }
  session.depth = depth + 1
  session.role = KNOWN_ROLE
  session.known = new Set(people)
  // Sent one behind the other without waiting: the connection keeps their order, and what fails fails all that follows.
  const knowing = session.client.query({ name: 'know', text: 'select know($1::uuid[])', values: [people] })
  const taking = session.client.query(`set local role ${KNOWN_ROLE}`)
  try {
    const doing = work({ ...tx, db: bindTransaction(session) })
    const [value] = await together([doing, knowing, taking])
    return value
  } finally {
    session.depth = depth
    session.role = role
    session.known = known
    // Whatever is asked next stands behind it. After an error of the database nothing more is taken in this transaction anyway.
    session.client.query(`set local role ${role}`).catch(() => {})
  }
}

/**
 * Does a piece of work as somebody else, in the same transaction: for showing what they would see of what is not kept. Row security asks with their rights.
 * Not within `asHouse`.
 */
export async function actingAs<T>(tx: Tx, acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T> {
  const session = sessionOf(tx.db)
  if (session.depth !== 0) throw new Error('nobody else acts inside asHouse')
  await session.client.query(actingSql(acting))
  const value = await work({ ...tx, acting, db: bindTransaction(session) }).catch(async (trouble: unknown) => {
    // After an error of the database nothing more is taken in this transaction anyway.
    await session.client.query(actingSql(tx.acting)).catch(() => {})
    throw trouble
  })
  await session.client.query(actingSql(tx.acting))
  return value
}

/**
 * Several pieces of work of one transaction beside each other: while the database does one, the next is made ready. What they
 * send is done in the order it is sent, so they must not wait for each other's rows. When one fails the others are waited for
 * first: nothing of them may still be sent while the failure is dealt with.
 */
export async function together<const T extends readonly Promise<unknown>[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  try {
    return (await Promise.all(work)) as { -readonly [K in keyof T]: Awaited<T[K]> }
  } catch (failure) {
    // The first failure is the one that tells why: the others are answered by "the transaction is aborted".
    await Promise.allSettled(work)
    throw failure
  }
}

/** Runs a text of SQL with its values ($1, $2): for stores whose SQL reads better written by hand. */
export async function query<Row>(tx: Tx, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const { rows } = await tx.db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}

/** The settings row security asks for, as one statement: partnership, holders, moment, actor. */
export function actingSql(acting: Acting): string {
  return settingSql({
    'app.partnership_id': acting.partnershipId,
    'app.holders': `{${acting.holders.join(',')}}`,
    'app.at': acting.at,
    'app.actor': `${acting.actorKind}:${acting.actorId ?? ''}`,
    'app.house_reason': '',
  })
}
